"""What an alternative changes, one sentence per setting: old to new, with its date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sim.errors import Text
from sim.scenario.dated import Value
from sim.scenario.differences import Dated, Difference, day_words
from sim.scenario.shown import spoken
from sim.views.numbers import NOTHING, THIN
from sim.views.texts import joined, say
from sim.vocabulary import Language

_SHARES = {"da": ("andel", "sandsynlighed"), "en": ("share", "chance")}
"""First words of units whose numbers lie between 0 and 1 and read better as per cent."""


def change_sentences(differences: Iterable[Difference], language: Language) -> tuple[str, ...]:
    """Say each difference in a sentence of its own."""
    return tuple(change_sentence(difference, language) for difference in differences)


def change_sentence(difference: Difference, language: Language) -> str:
    """Say one difference, such as "Caseload: from 82 to 40 citizens per caseworker from January 2018"."""
    unit = difference.unit.label(language)
    old = _parts(difference.old[0].value, unit, language)[0] if difference.old else NOTHING
    values = {"label": difference.label.label(language), "old": old}
    fresh = _fresh(difference.old, difference.new)
    if len(fresh) == 1 and isinstance(fresh[0].value, bool):
        way = "on" if fresh[0].value else "off"
        return say(f"brief.change.{way}", language, {**values, "moment": _moment(fresh[0], difference, language)})
    if len(difference.old) > 1:
        values["old"] = joined((_step(dated, unit, language) for dated in difference.old), language)
    if len(fresh) == 1 and fresh[0].since is None:
        new = value_words(fresh[0].value, unit, language)
        moment = _moment(fresh[0], difference, language)
        return say("brief.change.plain", language, {**values, "new": new, "moment": moment})
    steps = joined((_step(dated, unit, language) for dated in fresh), language)
    return say("brief.change.dated", language, {**values, "steps": steps})


def value_words(value: Value | date | str | Text, unit: str, language: Language) -> str:
    """Write a setting's value with its unit; shares and chances as per cent."""
    amount, words = _parts(value, unit, language)
    # The amount stays with its unit at the end of a line; after a per cent sign the line may break.
    return f"{amount}{' ' if amount.endswith('%') else THIN}{words}" if words else amount


def _parts(value: Value | date | str | Text, unit: str, language: Language) -> tuple[str, str]:
    """The amount, and the unit it is counted in; the unit need be said only once in a sentence."""
    if isinstance(value, (bool, str, date, Text)) or not unit:
        return spoken(value, language), ""
    first, _, rest = unit.partition(" ")
    share, chance = _SHARES[language]
    if first in (share, chance) and isinstance(value, float):
        return f"{spoken(round(100 * value, 6), language)}{THIN}%", rest if first == share else unit
    return spoken(value, language), unit


def _moment(fresh: Dated, difference: Difference, language: Language) -> str:
    """From when a single new value holds."""
    if fresh.since is not None:
        return say("brief.change.moment", language, {"date": day_words(fresh.since, language)})
    return say("brief.change.moment_whole" if difference.in_burn_in else "brief.change.moment_start", language)


def _fresh(old: Sequence[Dated], new: Sequence[Dated]) -> tuple[Dated, ...]:
    """The new steps, without a first one that only repeats what held before."""
    if len(new) > 1 and old and new[0].since is None and new[0].value == old[0].value:
        return tuple(new[1:])
    return tuple(new)


def _step(dated: Dated, unit: str, language: Language) -> str:
    words = value_words(dated.value, unit, language)
    if dated.since is None:
        return say("brief.change.step_start", language, {"new": words})
    return say("brief.change.step", language, {"new": words, "date": day_words(dated.since, language)})

