"""What is lawful in a scenario and still worth a word before it is run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sim.errors import Text, Where
from sim.scenario import texts_checks
from sim.scenario.crosschecks import CROSS_CHECKS, SILENCES
from sim.scenario.dated import Assignment, Series, Value, day_of_week, same, value_at, week_of, within
from sim.scenario.facts import facts_of
from sim.scenario.header import BASE_REGIME
from sim.scenario.parameter import Fact, Section
from sim.scenario.resolved import ResolvedScenario
from sim.scenario.shown import toml_value
from sim.vocabulary import Language

Kind = Literal["unusual", "no_effect", "burn_in", "together", "name_only"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know before a run; it stops nothing."""

    where: Where
    kind: Kind
    value: str | None
    text: Text

    def sentence(self, language: Language) -> str:
        """Return the remark as a line of text: key = value, line, what to know."""
        shown = self.where.key or ""
        if self.value is not None:
            shown = f"{shown} = {self.value}"
        if self.where.line is not None:
            shown = f"{shown} ({'linje' if language == 'da' else 'line'} {self.where.line})"
        return f"{shown}: {self.text.label(language)}" if shown else self.text.label(language)


def remarks(scenario: ResolvedScenario[Section]) -> tuple[Remark, ...]:
    """Return what is worth saying about the scenario's own file, in its order, then about settings taken together."""
    own = scenario.layers[-1]
    found: list[Remark] = []
    for assignment in own.assignments.values():
        fact = facts_of(scenario.settings_type)[assignment.key]
        found += _unusual(own.file, assignment, fact)
        if scenario.parent is not None:
            found += _without_effect(own.file, assignment, scenario, scenario.parent)
            found += _changed_burn_in(own.file, assignment, scenario, scenario.parent)
    if scenario.describes_town:
        found = _said_once(own.file, found)
    return (*_rules_by_name(scenario), *found, *_silenced(scenario), *_together(scenario))


def _unusual(file: str, assignment: Assignment, fact: Fact) -> Iterator[Remark]:
    if fact.plausible is None:
        return
    low, high = fact.plausible
    for entry in assignment.entries:
        if not low <= entry.value <= high:
            key = assignment.key if assignment.plain else f"{assignment.key}.{entry.moment}"
            text = texts_checks.outside_plausible(toml_value(low), toml_value(high), fact)
            yield Remark(Where(file, entry.line, key), "unusual", toml_value(entry.value), text)


def _without_effect(
    file: str, assignment: Assignment, scenario: ResolvedScenario[Section], parent: ResolvedScenario[Section],
) -> Iterator[Remark]:
    """The change as a whole changes nothing, or some of its dates do not."""
    where = Where(file, assignment.line, assignment.key)
    if _noticed(scenario, assignment.key) == within(
        parent.series[assignment.key], -scenario.burn_in_weeks, scenario.weeks,
    ):
        shown = toml_value(assignment.entries[-1].value)
        late = week_of(assignment.entries[0].day, scenario.start) >= scenario.weeks > 0
        text = texts_checks.after_end(_end(scenario)) if late else texts_checks.already(parent.name)
        yield Remark(where, "no_effect", shown, text)
        return
    held: Value | None = None
    for entry in assignment.entries:
        here = Where(file, entry.line, f"{assignment.key}.{entry.moment}")
        if week_of(entry.day, scenario.start) >= scenario.weeks > 0:
            yield Remark(here, "no_effect", toml_value(entry.value), texts_checks.after_end(_end(scenario)))
        elif held is not None and same(held, entry.value):
            yield Remark(here, "no_effect", toml_value(entry.value), texts_checks.SAME_AS_BEFORE)
        held = entry.value


def _changed_burn_in(
    file: str, assignment: Assignment, scenario: ResolvedScenario[Section], parent: ResolvedScenario[Section],
) -> Iterator[Remark]:
    """A first date on or before the start reaches back through the burn-in, which is easily overlooked."""
    fact = facts_of(scenario.settings_type)[assignment.key]
    if not fact.dated or scenario.burn_in_weeks == 0 or assignment.plain:
        return
    before = within(parent.series[assignment.key], -scenario.burn_in_weeks, 0)
    if before != within(scenario.series[assignment.key], -scenario.burn_in_weeks, 0):
        at_start = value_at(before, -1)
        text = texts_checks.reaches_back(toml_value(at_start), assignment.entries[0].moment)
        yield Remark(Where(file, assignment.line, assignment.key), "burn_in", None, text)


def _said_once(file: str, found: list[Remark]) -> list[Remark]:
    """A file that describes a town means its numbers to hold in the burn-in: one remark for all of them."""
    reaching = [remark for remark in found if remark.kind == "burn_in"]
    if not reaching:
        return found
    keys = ", ".join(remark.where.key or "" for remark in reaching)
    once = Remark(Where(file), "burn_in", None, texts_checks.own_town_reaches_back(keys))
    return [*(remark for remark in found if remark.kind != "burn_in"), once]


def _rules_by_name(scenario: ResolvedScenario[Section]) -> Iterator[Remark]:
    """A body of rules is a name; whoever writes another one may think that its rules come with it."""
    own = scenario.layers[-1]
    if own.header.regime is None or own.header.regime == BASE_REGIME:
        return
    text = texts_checks.rules_by_name(own.header.regime, len(own.assignments))
    yield Remark(Where(own.file, own.lines.get(("regime",)), "regime"), "name_only", None, text)


def _silenced(scenario: ResolvedScenario[Section]) -> Iterator[Remark]:
    """Settings the file changes although what they belong to is switched off throughout."""
    own = scenario.layers[-1]
    for silence in SILENCES if scenario.parent is not None else ():
        if silence.switch not in scenario.series:
            continue
        if any(step.value != silence.value for step in within(scenario.series[silence.switch], 0, scenario.weeks)):
            continue
        for key in silence.keys:
            if key in own.assignments:
                text = texts_checks.silenced(silence.switch, toml_value(silence.value))
                yield Remark(Where(own.file, own.assignments[key].line, key), "no_effect", None, text)


def _together(scenario: ResolvedScenario[Section]) -> Iterator[Remark]:
    """Settings that make no sense together, in any week of the run; each said once."""
    for check in CROSS_CHECKS:
        if any(key not in scenario.series for key in check.keys):
            continue
        for week in (0, *(week for week in scenario.breaks if week > 0)):
            if check.fails({key: value_at(scenario.series[key], week) for key in check.keys}):
                yield _together_remark(scenario, check.keys, check.text)
                break


def _together_remark(scenario: ResolvedScenario[Section], keys: tuple[str, ...], text: Text) -> Remark:
    """Placed at the setting that the scenario's own file set, or at the first."""
    own = scenario.layers[-1]
    key = next((key for key in keys if key in own.assignments), keys[0])
    line = own.assignments[key].line if key in own.assignments else None
    return Remark(Where(own.file, line, key), "together", None, text)


def _noticed(scenario: ResolvedScenario[Section], key: str) -> Series:
    return within(scenario.series[key], -scenario.burn_in_weeks, scenario.weeks)


def _end(scenario: ResolvedScenario[Section]) -> str:
    return day_of_week(scenario.weeks, scenario.start).isoformat()
