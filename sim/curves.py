"""Smooth curves from plain IEEE operations (+ - * / sqrt), so that decisions agree to the last bit on any machine.

``np.exp``, ``np.power`` and ``np.log`` may differ between processors in the last bit; these do not.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from sim.arrays import real

F32 = npt.NDArray[np.float32]

_HALVINGS = 8
_STEP = real(1.0 / (1 << _HALVINGS))
_HALF, _SIXTH, _ONE = real(0.5), real(1.0 / 6.0), real(1.0)
_HIGH, _LOW = real(12.0), real(-12.0)
_NEAR_ONE, _FAR_OUT = 0.9, -40.0
"""Where the series of the logarithm is short; where e**x no longer counts beside 1."""


def exponential(x: F32) -> F32:
    """e**x for each x, clipped to ±12; relative error under 1e-4 (third-order series, squared eight times)."""
    t = np.minimum(np.maximum(x, _LOW), _HIGH)
    t *= _STEP
    y = t * _SIXTH
    y += _HALF
    y *= t
    y += _ONE
    y *= t
    y += _ONE
    for _ in range(_HALVINGS):
        y *= y
    return y


def logistic(x: F32) -> F32:
    """1 / (1 + e**-x) for each x."""
    y = exponential(-x)
    y += _ONE
    np.divide(_ONE, y, y)
    return y


def smooth_step(x: F32) -> F32:
    """A cheap S-curve through (0, 1/2) with slope 1/2: 1/2 + x / (2 (1 + |x|)); heavier tails than the logistic."""
    y = np.abs(x)
    y += _ONE
    np.divide(x, y, out=y)
    y *= _HALF
    y += _HALF
    return y


def _log1p_negative(p: float) -> float:
    """ln(1 - p) for 0 <= p < 1 by argument halving and the series of artanh, in plain arithmetic."""
    value, scale = 1.0 - p, 1.0
    while value < _NEAR_ONE:
        value = math.sqrt(value)  # correctly rounded by the IEEE standard
        scale *= 2.0
    z = (value - 1.0) / (value + 1.0)
    term, total, square = z, 0.0, z * z
    for n in range(1, 30, 2):
        total += term / n
        term *= square
    return 2.0 * total * scale


@lru_cache(maxsize=1024)
def weekly(yearly: float) -> float:
    """The weekly chance that gives the chance ``yearly`` over 52 weeks (0 stays 0, 1 stays 1)."""
    return per_week(yearly, 52.0)


@lru_cache(maxsize=1024)
def per_week(chance: float, weeks: float) -> float:
    """The weekly chance that gives ``chance`` over ``weeks`` weeks, 1 or more (0 stays 0, 1 stays 1)."""
    if chance <= 0.0:
        return 0.0
    if chance >= 1.0:
        return 1.0
    return _lost(_log1p_negative(chance) / weeks)


@lru_cache(maxsize=1024)
def half_life(weeks: float) -> float:
    """The share lost per week when half is lost in ``weeks`` weeks; 0 weeks or less means all at once."""
    return 1.0 if weeks <= 0.0 else _lost(-0.6931471805599453 / weeks)


def _lost(x: float) -> float:
    """1 - e**x for x <= 0: its series near 0, halving x further out, where the series would lose its digits."""
    if x < _FAR_OUT:
        return 1.0
    if x < -1.0:
        half = _lost(0.5 * x)
        return half * (2.0 - half)
    total, term = 0.0, 1.0
    for n in range(1, 25):
        term *= x / n
        total -= term
    return total


def saturating(weeks: F32, half: float) -> F32:
    """Return weeks / (weeks + half): 0 at the start, 1/2 after ``half`` weeks, toward 1."""
    return np.asarray(weeks / (weeks + real(max(half, 1e-6))), dtype=np.float32)
