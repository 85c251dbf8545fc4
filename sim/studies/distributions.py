"""How an uncertain number is spread: from a share between 0 and 1 to a value, so that every design uses one sample."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from scipy.special import ndtr, ndtri

from sim.scenario.loading import Given

_DIGITS = 6
"""Sampled numbers are rounded to so many significant digits: readable, and the same wherever they are computed."""


class Distribution(Protocol):
    """A spread of values. All are bounded, so that no design asks for what is impossible."""

    def at(self, share: float) -> Given:
        """Return the value below which ``share`` (0-1) of the spread lies."""

    def words(self) -> str:
        """How a study file writes it."""


@dataclass(frozen=True, slots=True)
class Uniform:
    """Every value from ``low`` to ``high`` alike."""

    low: float
    high: float

    def at(self, share: float) -> float:
        """Return the value at a share."""
        return rounded(self.low + share * (self.high - self.low))

    def words(self) -> str:
        """How a study file writes it."""
        return f"uniform {self.low:g} - {self.high:g}"


@dataclass(frozen=True, slots=True)
class LogUniform:
    """Every order of magnitude from ``low`` to ``high`` alike; ``low`` is above 0."""

    low: float
    high: float

    def at(self, share: float) -> float:
        """Return the value at a share."""
        low, high = math.log(self.low), math.log(self.high)
        return min(max(rounded(math.exp(low + share * (high - low))), self.low), self.high)

    def words(self) -> str:
        """How a study file writes it."""
        return f"log-uniform {self.low:g} - {self.high:g}"


@dataclass(frozen=True, slots=True)
class Triangular:
    """From ``low`` to ``high``, most often near ``mode``."""

    low: float
    mode: float
    high: float

    def at(self, share: float) -> float:
        """Return the value at a share."""
        width, rise, fall = self.high - self.low, self.mode - self.low, self.high - self.mode
        if share * width < rise:
            return rounded(self.low + math.sqrt(share * width * rise))
        return rounded(self.high - math.sqrt(max((1 - share) * width * fall, 0.0)))

    def words(self) -> str:
        """How a study file writes it."""
        return f"triangular {self.low:g} - {self.mode:g} - {self.high:g}"


@dataclass(frozen=True, slots=True)
class Normal:
    """A normal distribution cut off at ``low`` and ``high``; ``mean`` and ``sd`` are those before the cut."""

    mean: float
    sd: float
    low: float
    high: float

    def at(self, share: float) -> float:
        """Return the value at a share."""
        below, above = (float(ndtr((end - self.mean) / self.sd)) for end in (self.low, self.high))
        value = self.mean + self.sd * float(ndtri(below + share * (above - below)))
        return rounded(min(max(value, self.low), self.high))

    def words(self) -> str:
        """How a study file writes it."""
        return f"normal {self.mean:g} ± {self.sd:g}, {self.low:g} - {self.high:g}"


@dataclass(frozen=True, slots=True)
class Discrete:
    """One of some values, each as often as its weight says."""

    values: tuple[Given, ...]
    weights: tuple[float, ...]

    def at(self, share: float) -> Given:
        """Return the value at a share."""
        ends = list(accumulate(self.weights))
        return self.values[min(bisect_right(ends, share * ends[-1]), len(self.values) - 1)]

    def words(self) -> str:
        """How a study file writes it."""
        return "discrete " + ", ".join(str(getattr(value, "key", value)) for value in self.values)


@dataclass(frozen=True, slots=True)
class Whole:
    """Another spread, rounded to whole numbers."""

    spread: Distribution

    def at(self, share: float) -> int:
        """Return the value at a share."""
        value = self.spread.at(share)
        assert isinstance(value, (int, float))
        return round(value)

    def words(self) -> str:
        """How a study file writes it."""
        return f"{self.spread.words()}, whole"


def rounded(value: float) -> float:
    """Return a number with as many digits as a sample needs."""
    return float(f"{value:.{_DIGITS}g}")
