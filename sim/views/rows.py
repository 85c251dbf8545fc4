"""A row of a comparison as figures, tables and sentences show it: two levels, a difference, and its bands."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

Verdict = Literal["higher", "lower", "cannot_tell", "same", "missing", "too_short"]


@dataclass(frozen=True, slots=True)
class Band:
    """An interval of a difference, in the unit of the difference."""

    low: float
    high: float

    @property
    def covers_zero(self) -> bool:
        """Whether the interval leaves open which way the difference goes."""
        return self.low <= 0 <= self.high

    def scaled(self, factor: float) -> Band:
        """The same interval in another unit; ``factor`` is above zero."""
        return Band(self.low * factor, self.high * factor)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a comparison.

    ``base``, ``other`` and ``difference`` share a unit; None means not computed or suppressed. ``better`` is +1 when
    more is better, -1 when less is, 0 when neither. ``heading`` opens a new block of rows above this one.
    """

    key: str
    label: str
    base: float | None
    other: float | None
    difference: float | None
    precision: Band | None
    run: Band | None
    verdict: Verdict
    knowledge: Band | None = None
    better: int = 0
    pairs: int = 0
    note: str = ""
    heading: str = ""

    def times(self, factor: float) -> Row:
        """The same row in another unit; ``factor`` is above zero."""
        def scaled(value: float | None) -> float | None:
            return None if value is None else value * factor

        def widened(part: Band | None) -> Band | None:
            return None if part is None else part.scaled(factor)

        return replace(
            self, base=scaled(self.base), other=scaled(self.other), difference=scaled(self.difference),
            precision=widened(self.precision), run=widened(self.run), knowledge=widened(self.knowledge),
        )

    @property
    def known(self) -> bool:
        """Whether there is a difference at all, were it none."""
        return self.verdict not in ("missing", "too_short")

    @property
    def clear(self) -> bool:
        """Whether the difference can be told apart from none."""
        return self.verdict in ("higher", "lower")

    @property
    def good(self) -> bool | None:
        """Whether the difference is for the better; None when it cannot be told or is neither."""
        if not self.clear or not self.better:
            return None
        return (self.verdict == "higher") == (self.better > 0)


def finite(value: object) -> float | None:
    """A number from a table's cell; None for null, NaN and infinity."""
    if isinstance(value, (int, float)) and math.isfinite(value):
        return float(value)
    return None


def band(low: object, high: object) -> Band | None:
    """A band from two cells of a table; None when either is missing."""
    first, last = finite(low), finite(high)
    return None if first is None or last is None else Band(first, last)


def verdict(value: object) -> Verdict:
    """A verdict from a cell of a table; missing for anything that is not one."""
    match value:
        case "higher" | "lower" | "cannot_tell" | "same":
            return value
        case _:
            return "missing"
