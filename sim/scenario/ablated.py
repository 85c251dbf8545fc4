"""A scenario with a mechanism switched off: the same town and the same luck in a world that lacks one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from sim.errors import Problem, ScenarioError, Text, Where
from sim.scenario.catalogue.mechanisms import Mechanisms
from sim.scenario.header import Header
from sim.scenario.parameter import Fact, fact_of
from sim.scenario.scenario import Scenario

ALL = "all"
_PREFIX = "without-"


def mechanism_facts() -> dict[str, Fact]:
    """What is known about each switch, in the order of the catalogue."""
    return {name: fact_of(field) for name, field in Mechanisms.model_fields.items()}


def chosen_mechanisms(text: str, scenario: Scenario) -> tuple[str, ...]:
    """Read which mechanisms are asked for: names with commas in between, or ``all`` that are on in the scenario.

    Raises:
        ScenarioError: when a name is no mechanism, or is off in the scenario already; all problems at once.
    """
    known = tuple(mechanism_facts())
    on = tuple(name for name in known if getattr(scenario.settings_at(0).mechanisms, name))
    if text.strip().lower() == ALL:
        return on
    names = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",")))
    problems = [_unknown(name, known) for name in names if name not in known]
    problems += [_off(name, scenario) for name in names if name in known and name not in on]
    if problems:
        raise ScenarioError(problems)
    return names


def without(scenario: Scenario, mechanism: str) -> Scenario:
    """The scenario with a mechanism off from the first week of the burn-in, under a name and title that say so."""
    label = mechanism_facts()[mechanism]
    changed = scenario.with_values({f"mechanisms.{mechanism}": False})
    own = changed.layers[-1]
    title = {"da": f"Uden: {label.da}", "en": f"Without: {label.en}"}
    header = Header.model_validate({**own.header.model_dump(exclude_none=True), "title": title})
    layers = (*changed.layers[:-1], replace(own, header=header))
    return replace(changed, name=f"{_PREFIX}{mechanism}", layers=layers)


def variants(scenario: Scenario, mechanisms: Sequence[str]) -> tuple[Scenario, ...]:
    """The scenario itself, and without each of the mechanisms."""
    return scenario, *(without(scenario, mechanism) for mechanism in mechanisms)


def mechanism_of(name: str) -> str:
    """Which mechanism the scenario of this name is without."""
    return name.removeprefix(_PREFIX)


def _unknown(name: str, known: Sequence[str]) -> Problem:
    near = get_close_matches(name, known, 1)
    guess = Text(f"Mente du {near[0]}? ", f"Did you mean {near[0]}? ") if near else Text("", "")
    remedy = Text(f"{guess.da}Alle ses med: vendepunkt explain mechanisms",
                  f"{guess.en}See them all with: vendepunkt explain mechanisms")
    what = Text("er ikke en mekanisme", "is not a mechanism")
    return Problem(Where("--mechanisms"), what, name, None, remedy)


def _off(name: str, scenario: Scenario) -> Problem:
    what = Text(f"er slukket i {scenario.name} i forvejen", f"is off in {scenario.name} already")
    remedy = Text("Lad den være ude af --mechanisms.", "Leave it out of --mechanisms.")
    return Problem(Where("--mechanisms"), what, name, None, remedy)
