"""Numbers, dates and units as a reader of the language expects them. No text beyond units and month names."""

from __future__ import annotations

import math
from datetime import date, timedelta

from sim.vocabulary import Language

NOTHING = "–"
"""Stands where there is no number: suppressed, undefined, or not computed."""

MINUS = "\N{MINUS SIGN}"
THIN = "\N{NO-BREAK SPACE}"

_MONTHS: dict[Language, tuple[str, ...]] = {
    "da": ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
           "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}


def number(value: float | None, decimals: int, language: Language) -> str:
    """Write ``value`` with ``decimals`` decimals: ``1.234,5`` in Danish, ``1,234.5`` in English, – when there is none.

    A value that rounds to zero never carries a sign.
    """
    if value is None or not math.isfinite(value):
        return NOTHING
    rounded = round(float(value), decimals)
    text = f"{abs(rounded):,.{decimals}f}"
    if language == "da":
        text = text.translate(str.maketrans(",.", ".,"))
    return (MINUS if rounded < 0 else "") + text


def signed(value: float | None, decimals: int, language: Language) -> str:
    """Write a difference: like :func:`number`, with ``+`` before what is above zero after rounding."""
    text = number(value, decimals, language)
    return text if value is None or not math.isfinite(value) or round(value, decimals) <= 0 else f"+{text}"


def decimals_for(*values: float | None) -> int:
    """How many decimals keep two to three meaningful digits in the largest of ``values`` (0 to 3)."""
    sizes = [abs(value) for value in values if value is not None and math.isfinite(value) and value != 0]
    if not sizes:
        return 0
    size = max(sizes)
    if size >= 100:
        return 0
    return 1 if size >= 1 else (2 if size >= 0.1 else 3)


def day(moment: date, language: Language) -> str:
    """Write a date in full: ``2. januar 2017`` or ``2 January 2017``."""
    month = _MONTHS[language][moment.month - 1]
    return f"{moment.day}. {month} {moment.year}" if language == "da" else f"{moment.day} {month} {moment.year}"


def month(moment: date, language: Language) -> str:
    """Write month and year: ``marts 2018`` or ``March 2018``."""
    return f"{_MONTHS[language][moment.month - 1]} {moment.year}"


def monday_of(start: date, week: int) -> date:
    """The Monday of ``week`` when week 0 begins on ``start``."""
    return start + timedelta(weeks=int(week))


def decimal_year(moment: date) -> float:
    """A date as a decimal year, for time axes."""
    first = date(moment.year, 1, 1)
    return moment.year + (moment - first).days / ((date(moment.year + 1, 1, 1) - first).days)


def count_of(value: int, language: Language, one: str, many: str) -> str:
    """Write a count with its noun: ``1 praktik``, ``3 praktikker``."""
    return f"{number(value, 0, language)} {one if value == 1 else many}"
