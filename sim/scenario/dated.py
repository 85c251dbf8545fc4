"""Values that change on dates: from dates to weeks, and what holds in a given week.

Three rules, which the whole room builds on:

* a value holds from the first week that begins on or after its date, so a change never comes before its date;
* the first date of a table, when it lies on or before the start, also holds for all weeks before it (the burn-in);
  when it lies after the start, the value of the file below holds until then;
* a plain value in a file that extends another holds from week 0, so that scenarios share the burn-in of what they
  extend. In a file that extends nothing, and for settings that belong to a whole run, it holds throughout.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sim.vocabulary import Word

Value = float | bool | Word
"""What a setting can be: a number (whole ones too), on or off, or a member of a closed set."""

BEGINNING = -1_000_000
"""The week from which something holds that has always held."""

START = "start"
"""The word for the date of week 0 in a table of dates."""

_MOMENT = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Step:
    """A value and the week from which it holds."""

    week: int
    value: Value


Series = tuple[Step, ...]
"""The values of one setting over a run: the first step is at BEGINNING, weeks rise, and no step repeats its value."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A value as a file gives it: from a day, or from the start (None). ``moment`` is the day as it was written."""

    day: date | None
    value: Value
    line: int | None = None
    moment: str = START


@dataclass(frozen=True, slots=True)
class Assignment:
    """What one file says about one setting: a single plain value, or values with dates in order."""

    key: str
    entries: tuple[Entry, ...]
    plain: bool
    line: int | None = None


def day_of(text: str) -> date | None:
    """Return the day of ``2018-03-05`` or ``2018-03`` (the first of the month), or None for ``start``.

    Raises:
        ValueError: when the text is neither, or there is no such day.
    """
    if text == START:
        return None
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return date(int(found.group(1)), int(found.group(2)), int(found.group(3) or 1))


def week_of(day: date | None, start: date) -> int:
    """Return the first week that begins on or after ``day``; week 0 begins on ``start``, earlier weeks are negative."""
    return 0 if day is None else -((start - day).days // 7)


def day_of_week(week: int, start: date) -> date:
    """Return the Monday on which a week begins."""
    return start + timedelta(weeks=week)


def constant(value: Value) -> Series:
    """A value that always holds."""
    return (Step(BEGINNING, value),)


def value_at(series: Series, week: int) -> Value:
    """Return the value that holds in a week."""
    return series[bisect_right(series, week, key=lambda step: step.week) - 1].value


def laid_over(below: Series, assignment: Assignment, start: date, *, throughout: bool) -> Series:
    """Return the series when a file's values are laid over those of the file it extends.

    ``throughout`` tells that a plain value holds for all weeks (files that extend nothing, settings of a whole run).
    """
    first = assignment.entries[0]
    if assignment.plain and throughout:
        return constant(first.value)
    steps = [Step(week_of(entry.day, start), entry.value) for entry in assignment.entries]
    if not assignment.plain and steps[0].week <= 0:
        steps[0] = Step(BEGINNING, first.value)
    kept = [step for step in below if step.week < steps[0].week]
    return _without_repeats([*kept, *steps])


def within(series: Series, first: int, end: int) -> Series:
    """Return what a run over the weeks [first, end) can notice of a series; an empty run notices its first value."""
    inside = [step for step in series if first < step.week < end]
    return _without_repeats([Step(BEGINNING, value_at(series, first)), *inside])


def _without_repeats(steps: Iterable[Step]) -> Series:
    kept: list[Step] = []
    for step in steps:
        if not kept or not same(kept[-1].value, step.value):
            kept.append(step)
    return tuple(kept)


def same(one: Value, other: Value) -> bool:
    """Whether two values of one setting are the same (on and 1 are not)."""
    return type(one) is type(other) and one == other
