"""What one scenario does differently from another: old and new values of every setting that differs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sim.errors import Text
from sim.scenario.dated import BEGINNING, Series, Value, day_of_week
from sim.scenario.shown import spoken, toml_value
from sim.vocabulary import Language, Word

_MONTHS = {
    "da": ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
           "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}
_FIRST_WEEK = 7


@dataclass(frozen=True, slots=True)
class Dated:
    """A value and the Monday from which it holds; None means from the beginning."""

    since: date | None
    value: Value | date | str | Text

    def words(self, language: Language) -> str:
        """Return the value with its date, as in "40 from January 2018"."""
        shown = spoken(self.value, language)
        if self.since is None:
            return shown
        return f"{shown} {'fra' if language == 'da' else 'from'} {day_words(self.since, language)}"


@dataclass(frozen=True, slots=True)
class Difference:
    """One setting that differs. ``file`` and ``line`` tell where the new value was set, as far as a file set it.

    ``in_burn_in`` tells that the weeks before the start differ too, so that the scenarios share no burn-in; the lists
    then begin with the burn-in, otherwise with week 0.
    """

    key: str
    label: Text
    unit: Text
    old: tuple[Dated, ...]
    new: tuple[Dated, ...]
    in_burn_in: bool
    file: str | None
    line: int | None

    def sentence(self, language: Language) -> str:
        """Return the change as a line of text: label, old → new, unit."""
        unit = self.unit.label(language)
        shown = f" ({unit})" if unit else ""
        unchanged_first = len(self.old) == 1 and len(self.new) > 1 and self.new[0] == self.old[0]
        old, new = listed(self.old, language), listed(self.new[1:] if unchanged_first else self.new, language)
        also = {"da": " Gælder også indkøringen.", "en": " Holds in the burn-in too."}[language]
        return f"{self.label.label(language)}: {old} → {new}{shown}.{also if self.in_burn_in else ''}"


def listed(values: tuple[Dated, ...], language: Language) -> str:
    """Return dated values as running text."""
    return ", ".join(value.words(language) for value in values)


def dated_values(series: Series, start: date) -> tuple[Dated, ...]:
    """Return the steps of a series with their Mondays."""
    return tuple(
        Dated(None if step.week == BEGINNING else day_of_week(step.week, start), step.value) for step in series
    )


def dated_plainly(series: Series, start: date) -> dict[str, float | bool | str]:
    """Return dated steps as a file holds them: the date as text, a choice by its key."""
    return {
        day_of_week(step.week, start).isoformat(): step.value.key if isinstance(step.value, Word) else step.value
        for step in series
    }


def day_words(day: date, language: Language) -> str:
    """Return a Monday in words: only month and year for the first week of a month."""
    month = _MONTHS[language][day.month - 1]
    if day.day <= _FIRST_WEEK:
        return f"{month} {day.year}"
    return f"{day.day}. {month} {day.year}" if language == "da" else f"{day.day} {month} {day.year}"


def toml_words(values: tuple[Dated, ...]) -> str:
    """Return dated values as they would stand in a file."""
    if len(values) == 1 and values[0].since is None:
        return toml_value(values[0].value)
    members = ", ".join(
        f"{'start' if value.since is None else value.since.isoformat()} = {toml_value(value.value)}" for value in values
    )
    return f"{{ {members} }}"
