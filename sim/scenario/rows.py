"""An accepted parameter set laid under a scenario: what calibration kept, beneath what the file says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sim.errors import ScenarioError
from sim.scenario.dated import BEGINNING, START, Series, Value, day_of_week, same
from sim.scenario.facts import defaults_of, facts_of
from sim.scenario.loading import Given, joint_problems, layer_from_values
from sim.scenario.scenario import Scenario


@dataclass(frozen=True)
class Row:
    """One accepted set: its number in the file, and a value for every setting it holds, by dotted key."""

    number: int
    values: Mapping[str, Given]


def on_row(scenario: Scenario, row: Row) -> Scenario:
    """Return the scenario with the row's value wherever, and for as long as, it has the catalogue's; burn-in included.

    A value that a file sets to something else is a choice and stays. So a row means the same for a scenario of several
    files and for the resolved one that a manifest holds.

    Raises:
        ScenarioError: when the row holds an unknown setting or an impossible value.
    """
    standard, facts = defaults_of(scenario.settings_type), facts_of(scenario.settings_type)
    given: dict[str, Given | Mapping[str, Given]] = {}
    for key, value in row.values.items():
        if key not in standard:
            given[key] = value  # refused below, with the nearest name
            continue
        series = scenario.series[key]
        untouched = [same(step.value, standard[key]) for step in series]
        if all(untouched):
            given[key] = {START: value} if facts[key].dated else value
        elif any(untouched):
            given[key] = _laid(scenario, series, standard[key], value)
    layer = layer_from_values(f"accepted row {row.number}", given, {}, scenario.settings_type)
    told = replace(layer, header=scenario.layers[-1].header.model_copy(update={"not_modelled": []}))
    layers = (*scenario.layers, told)
    if problems := joint_problems(layers, scenario.settings_type):
        raise ScenarioError(problems)
    return replace(scenario, layers=layers)


def _laid(scenario: Scenario, series: Series, standard: Value, value: Given) -> dict[str, Given]:
    """The values of a setting by date, with the row's in the place of the catalogue's."""
    first = min([step.week for step in series if step.week != BEGINNING] + [-scenario.burn_in_weeks]) - 1
    weeks = [(first if step.week == BEGINNING else step.week, step.value) for step in series]
    return {
        day_of_week(week, scenario.start).isoformat(): value if same(old, standard) else old
        for week, old in weeks if week < max(scenario.weeks, 1)
    }
