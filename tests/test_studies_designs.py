"""Distributions and designs: known shares of known spreads, and points in an order that shares burn-ins."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sim.errors import StudyError
from sim.studies.design import FromFile, Grid, LatinHypercube, Morris, Sobol
from sim.studies.designs import laid_out, size_of
from sim.studies.distributions import Discrete, Distribution, LogUniform, Normal, Triangular, Uniform, Whole
from sim.studies.factors import BURN_IN, WEEK_0, Factor

LOSS = Factor("casework.change_loss", "uncertain", BURN_IN, dated=True, spread=Uniform(0.0, 1.0))
PACE = Factor("casework.trust_pace", "uncertain", BURN_IN, dated=True, spread=Uniform(0.1, 0.3))
CASELOAD = Factor("casework.caseload", "lever", WEEK_0, dated=True, values=(82.0, 40.0))
SPLIT = Factor("casework.change_loss_split", "structure", BURN_IN, dated=True, values=("balanced", "trust"))
SPREADS = (Uniform(0.2, 0.9), LogUniform(0.2, 0.9), Triangular(0.2, 0.3, 0.9), Normal(0.5, 0.4, 0.2, 0.9))


@pytest.mark.parametrize(("spread", "scipys"), [
    (Uniform(2, 6), stats.uniform(2, 4)), (LogUniform(0.1, 10), stats.loguniform(0.1, 10)),
    (Triangular(1, 2, 5), stats.triang(0.25, 1, 4)), (Triangular(1, 1, 5), stats.triang(0, 1, 4)),
    (Normal(3, 1, 2, 6), stats.truncnorm(-1, 3, 3, 1)),
], ids=lambda one: type(one).__name__)
def test_shares_are_those_of_the_textbook(spread: Distribution, scipys: stats.rv_continuous) -> None:
    for share in (0.0, 0.01, 0.25, 0.5, 0.8, 0.999, 1.0):
        assert spread.at(share) == pytest.approx(float(scipys.ppf(share)), rel=1e-5)


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from(SPREADS))
def test_spreads_stay_inside_their_ends_and_rise(one: float, other: float, spread: Distribution) -> None:
    low, high = spread.at(min(one, other)), spread.at(max(one, other))
    assert isinstance(low, float)
    assert isinstance(high, float)
    assert 0.2 <= low <= high <= 0.9


def test_weights_and_whole_numbers() -> None:
    spread = Discrete(("a", "b", "c"), (1, 0, 3))
    assert [spread.at(share) for share in (0, 0.2, 0.25, 0.9, 1)] == ["a", "a", "c", "c", "c"]
    assert {Whole(Uniform(1, 3)).at(share / 10) for share in range(11)} == {1, 2, 3}


def test_a_grid_is_every_combination_and_levers_of_week_0_vary_fastest() -> None:
    design = laid_out((CASELOAD, SPLIT, LOSS), Grid(levels=2))
    assert design.unit is None
    assert design.points.drop("point").rows() == [
        (0, 0, 0, "balanced", 0.25, 82.0), (0, 0, 1, "balanced", 0.25, 40.0),
        (0, 1, 0, "balanced", 0.75, 82.0), (0, 1, 1, "balanced", 0.75, 40.0),
        (1, 0, 0, "trust", 0.25, 82.0), (1, 0, 1, "trust", 0.25, 40.0),
        (1, 1, 0, "trust", 0.75, 82.0), (1, 1, 1, "trust", 0.75, 40.0),
    ]


def test_a_latin_hypercube_has_one_point_in_every_slice_of_every_setting() -> None:
    design = laid_out((LOSS, PACE), LatinHypercube(points=20, design_seed=3))
    assert design.unit is not None
    for key in design.unit.columns:
        assert sorted(np.floor(design.unit[key].to_numpy() * 20).astype(int)) == list(range(20))
    assert design.points[PACE.key].to_list() == [
        pytest.approx(0.1 + 0.2 * share, rel=1e-5) for share in design.unit[PACE.key]]


def test_morris_changes_one_setting_at_a_time() -> None:
    unit = laid_out((LOSS, PACE), Morris(trajectories=5)).unit
    assert unit is not None
    steps = np.abs(np.diff(unit.to_numpy().reshape(5, 3, 2), axis=1))
    assert (np.count_nonzero(steps, axis=2) == 1).all()
    assert steps.max(axis=2) == pytest.approx(2 / 3)


@pytest.mark.parametrize("design", [
    LatinHypercube(points=7), Morris(trajectories=3), Sobol(points=4), Sobol(points=4, second_order=True),
    Grid(levels=3),
], ids=lambda one: type(one).__name__)
def test_the_size_is_known_before_and_the_same_seed_draws_the_same(design: Grid) -> None:
    factors = (LOSS, PACE, CASELOAD, SPLIT)
    made = laid_out(factors, design)
    assert made.points.height == size_of(factors, design)
    assert made.points.equals(laid_out(factors, design).points)
    assert made.points.schema[SPLIT.key] == pl.String
    assert made.points["point"].to_list() == list(range(made.points.height))


def test_structures_and_policies_share_one_sample() -> None:
    points = laid_out((LOSS, CASELOAD, SPLIT), LatinHypercube(points=3)).points
    by_sample = points.group_by("sample").agg(pl.col(LOSS.key).n_unique(), pl.len())
    assert by_sample[LOSS.key].to_list() == [1, 1, 1]
    assert by_sample["len"].to_list() == [4, 4, 4]


def test_a_table_is_taken_as_it_is() -> None:
    table = pl.DataFrame({"casework.change_loss": [0.4, 0.6]})
    points = laid_out((CASELOAD,), FromFile(), table).points
    assert points.height == size_of((CASELOAD,), FromFile(), 2) == 4


def test_without_salib_only_what_is_drawn_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert laid_out((LOSS,), Grid()).points.height == 3
    with pytest.raises(StudyError, match="make studies"):
        laid_out((LOSS,), LatinHypercube())
