"""The model's own curves against the mathematics they stand for, within the error they state."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.curves import exponential, half_life, logistic, per_week, saturating, smooth_step, weekly
import itertools

GRID = np.linspace(-12, 12, 48_001, dtype=np.float32)
steady = settings(derandomize=True, max_examples=200, deadline=None)


def test_the_exponential_is_within_its_stated_error() -> None:
    true = np.exp(GRID.astype(np.float64))
    assert np.abs(exponential(GRID) / true - 1).max() < 1e-4


def test_the_exponential_is_clipped_and_writes_on_nothing() -> None:
    x = np.array([-1e9, -12.0, 12.0, 1e9], dtype=np.float32)
    kept = x.copy()
    y = exponential(x)
    assert (x == kept).all()
    assert y[0] == y[1]
    assert y[2] == y[3]
    assert y.dtype == np.float32


def test_the_logistic_is_within_its_error_monotone_and_symmetric() -> None:
    y = logistic(GRID).astype(np.float64)
    assert np.abs(y - 1 / (1 + np.exp(-GRID.astype(np.float64)))).max() < 3e-5
    assert (np.diff(logistic(np.linspace(-12, 12, 500, dtype=np.float32))) > 0).all()
    assert np.abs(y + y[::-1] - 1).max() < 3e-5


def test_curves_give_the_same_bits_one_by_one_as_together() -> None:
    x = GRID[::97].copy()
    for curve in (exponential, logistic, smooth_step):
        alone = np.concatenate([curve(x[k : k + 1]) for k in range(len(x))])
        assert curve(x).tobytes() == alone.tobytes(), curve.__name__


def test_the_smooth_step_is_its_formula() -> None:
    x = GRID.astype(np.float64)
    assert np.abs(smooth_step(GRID) - (0.5 + x / (2 * (1 + np.abs(x))))).max() < 1e-6
    assert smooth_step(np.zeros(1, np.float32))[0] == 0.5
    assert (np.diff(smooth_step(np.linspace(-50, 50, 2000, dtype=np.float32))) > 0).all()


@given(st.floats(0, 1))
@steady
def test_fifty_two_weekly_chances_make_the_yearly_one(yearly: float) -> None:
    week = weekly(yearly)
    assert 0 <= week <= 1
    if yearly == 1:
        assert week == 1
    else:
        # 1 - p keeps 16 digits after the point, so the answer does too
        assert -math.expm1(52 * math.log1p(-week)) == pytest.approx(yearly, rel=1e-11, abs=1e-14)


@given(st.floats(0, 1 - 1e-9), st.floats(1, 520))
@steady
def test_the_weekly_chance_is_the_closed_form(chance: float, weeks: float) -> None:
    assert per_week(chance, weeks) == pytest.approx(-math.expm1(math.log1p(-chance) / weeks), rel=1e-11, abs=1e-15)


def test_weekly_keeps_its_ends_and_its_order() -> None:
    assert (weekly(0.0), weekly(1.0), weekly(-1.0), weekly(2.0)) == (0.0, 1.0, 0.0, 1.0)
    chances = [weekly(p / 1000) for p in range(1001)]
    assert all(a < b for a, b in itertools.pairwise(chances))


@given(st.floats(0.05, 5000))
@steady
def test_half_is_left_after_the_half_life(weeks: float) -> None:
    kept = 1 - half_life(weeks)
    assert kept == pytest.approx(0.5 ** (1 / weeks), rel=1e-9, abs=1e-9)


def test_without_a_half_life_everything_goes_at_once() -> None:
    assert half_life(0.0) == 1.0
    assert half_life(-3.0) == 1.0
    assert half_life(1.0) == pytest.approx(0.5, rel=1e-12)


@given(st.floats(0, 5000, width=32), st.floats(0.5, 2000))
@steady
def test_saturation_is_half_at_its_half(weeks: float, half: float) -> None:
    y = float(saturating(np.array([weeks], dtype=np.float32), half)[0])
    assert y == pytest.approx(weeks / (weeks + half), rel=1e-5, abs=1e-7)
    assert saturating(np.array([half], dtype=np.float32), half)[0] == pytest.approx(0.5, rel=1e-6)
