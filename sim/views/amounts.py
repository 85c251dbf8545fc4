"""Measures in the units readers know: shares as per cent, money in millions where it is large."""

from __future__ import annotations

from dataclasses import dataclass

from sim.outcomes.catalogue import Measure
from sim.views.numbers import NOTHING, THIN, decimals_for, number, signed
from sim.views.rows import Band, Row
from sim.views.texts import CATALOGUE, say
from sim.vocabulary import Language

_SHARE = "share"
_FINEST = 4
_WITHOUT_ZERO = frozenset(("score", "index"))


@dataclass(frozen=True, slots=True)
class Unit:
    """How a measure's values are shown: times ``factor``, then the words of its levels and of its differences.

    ``per`` is what a rate is counted by, said once beside the measure's name.
    """

    factor: float
    level: str
    difference: str
    per: str = ""


def unit_of(unit: str, language: Language) -> Unit:
    """Return how to show a measure of the catalogue's ``unit``; an unknown unit is shown as it stands."""
    if unit == _SHARE:
        return Unit(100.0, "%", say("unit.points", language))
    words = say(f"unit.{unit}", language) if f"unit.{unit}" in CATALOGUE else unit
    per = say(f"unit.{unit}.per", language) if f"unit.{unit}.per" in CATALOGUE else ""
    return Unit(1.0, words, words, per)


def measure_label(measure: Measure, language: Language) -> str:
    """A measure's name with what it is counted by: "Public expense per citizen and year"."""
    name = measure.da if language == "da" else measure.en
    return f"{name} {unit_of(measure.unit, language).per}".rstrip()


def has_natural_zero(measure: Measure) -> bool:
    """Whether a difference in per cent of the baseline means anything: not for scores and indices."""
    return measure.unit not in _WITHOUT_ZERO


def level_words(value: float | None, other: float | None, unit: Unit, language: Language) -> str:
    """Write a level; ``other`` is the level beside it, so that both get the same decimals."""
    if value is None:
        return NOTHING
    decimals = _decimals(value, other, factor=unit.factor)
    return f"{number(value * unit.factor, decimals, language)}{THIN}{unit.level}".rstrip()


def difference_words(row: Row, unit: Unit, language: Language) -> str:
    """Write a row's difference with sign and unit."""
    if row.difference is None:
        return NOTHING
    amount = signed(row.difference * unit.factor, difference_decimals(row, unit), language)
    return f"{amount}{THIN}{unit.difference}".rstrip()


def range_words(band: Band | None, row: Row, unit: Unit, language: Language) -> tuple[str, str] | None:
    """Write both ends of a band with the decimals of the row's difference; None without a band."""
    if band is None:
        return None
    decimals = difference_decimals(row, unit)
    low, high = (signed(end * unit.factor, decimals, language) for end in (band.low, band.high))
    return low, high


def difference_decimals(row: Row, unit: Unit) -> int:
    """Decimals that suit the largest of a difference and the ends of the band it is shown with.

    Where a difference is told apart from none, no end of its band is written as zero, if four decimals can help it.
    """
    shown = row.knowledge or row.precision
    ends = () if shown is None else (shown.low, shown.high)
    values = [value * unit.factor for value in (row.difference, *ends) if value is not None]
    plain = decimals_for(*values)
    if not row.clear:
        return plain
    apart = (count for count in range(plain, _FINEST + 1) if all(round(value, count) != 0 for value in values))
    return next(apart, plain)


def _decimals(*values: float | None, factor: float) -> int:
    return decimals_for(*(None if value is None else value * factor for value in values))
