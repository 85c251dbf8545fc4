"""Every setting of a scenario explained: value, unit, ranges, meaning, source, grade, and the file that set it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sim.errors import Problem, ScenarioError, Text, Where
from sim.scenario import texts, texts_values
from sim.scenario.dated import Value, within
from sim.scenario.differences import Dated, dated_values
from sim.scenario.facts import defaults_of, facts_of, short_key
from sim.scenario.header import Clock
from sim.scenario.layer import TIME
from sim.scenario.names import nearest
from sim.scenario.parameter import Fact, Section, fact_of
from sim.scenario.resolved import ResolvedScenario
from sim.scenario.units import unit_text


@dataclass(frozen=True, slots=True)
class Explanation:
    """One setting as a reader meets it. ``file`` and ``line`` are None when the catalogue's value holds."""

    key: str
    fact: Fact
    default: Value | date
    values: tuple[Dated, ...]
    file: str | None
    line: int | None

    @property
    def label(self) -> Text:
        """The setting's name in words."""
        return Text(self.fact.da, self.fact.en)

    @property
    def unit(self) -> Text:
        """The setting's unit."""
        return unit_text(self.fact.unit)


def explanations(scenario: ResolvedScenario[Section]) -> tuple[Explanation, ...]:
    """Return every setting of a scenario, in the order of the catalogue."""
    return tuple(_explanation(scenario, key) for key in facts_of(scenario.settings_type))


def time_explanations(scenario: ResolvedScenario[Section]) -> tuple[Explanation, ...]:
    """Return what a scenario says of its time, which is no part of the catalogue's settings."""
    return tuple(
        Explanation(
            f"{TIME}.{key}", fact_of(field), getattr(Clock(), key), (Dated(None, getattr(scenario.clock, key)),),
            None, None,
        )
        for key, field in Clock.model_fields.items()
    )


def explanation_of(scenario: ResolvedScenario[Section], key: str) -> Explanation:
    """Return one setting by its key, with or without its section.

    Raises:
        ScenarioError: when there is no such setting, with the nearest name; or when several sections have it.
    """
    of_time = {each.key: each for each in time_explanations(scenario)}
    known = [*facts_of(scenario.settings_type), *of_time]
    places = [key] if key in known else [dotted for dotted in known if short_key(dotted) == key]
    if len(places) == 1:
        return of_time.get(places[0]) or _explanation(scenario, places[0])
    remedy = texts_values.belongs_in_any(", ".join(places)) if places else texts_values.SEE_STARTER
    if not places and (near := _near(key, known)):
        remedy = texts.did_you_mean(near)
    raise ScenarioError([Problem(Where(scenario.name, None, key), texts_values.IS_NO_SETTING, None, None, remedy)])


def _near(key: str, known: Sequence[str]) -> str | None:
    """The setting somebody may have meant: within the section named, for a right section says nothing of the name."""
    section, dot, name = key.partition(".")
    inside = [short_key(dotted) for dotted in known if dotted.startswith(f"{section}.")] if dot else []
    if inside:
        found = nearest(name, inside)
        return found and f"{section}.{found}"
    return nearest(key, [*known, *map(short_key, known)])


def _explanation(scenario: ResolvedScenario[Section], key: str) -> Explanation:
    noticed = within(scenario.series[key], -scenario.burn_in_weeks, scenario.weeks)
    found = scenario.assignment_of(key)
    layer, assignment = found if found is not None else (None, None)
    return Explanation(
        key, facts_of(scenario.settings_type)[key], defaults_of(scenario.settings_type)[key],
        dated_values(noticed, scenario.start), None if layer is None else layer.file,
        None if assignment is None else assignment.line,
    )
