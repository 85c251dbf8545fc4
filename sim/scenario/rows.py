"""An accepted parameter set laid under a scenario: what calibration could not rule out, beneath what the file says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sim.errors import ScenarioError
from sim.scenario.dated import START, Series, Value, same
from sim.scenario.facts import defaults_of, facts_of
from sim.scenario.loading import Given, joint_problems, layer_from_values
from sim.scenario.resolving import series_of
from sim.scenario.scenario import Scenario


@dataclass(frozen=True)
class Row:
    """One accepted set: its number in the file, and a value for every setting it holds, by dotted key."""

    number: int
    values: Mapping[str, Given]


def on_row(scenario: Scenario, row: Row) -> Scenario:
    """Return the scenario as it would be had the file at its root given the row's values, burn-in included.

    What the root itself sets to something else than the catalogue, and whatever the files above it say, stays: a row
    replaces what nobody has decided, never a choice.

    Raises:
        ScenarioError: when the row holds an unknown setting or an impossible value.
    """
    root = scenario.layers[0]
    own = series_of((root,), scenario.settings_type, scenario.clock)
    standard = defaults_of(scenario.settings_type)
    facts = facts_of(scenario.settings_type)
    open_: dict[str, Given | Mapping[str, Given]] = {}
    for key, value in row.values.items():
        if key not in standard:
            open_[key] = value  # refused below, with the nearest name
        elif _untouched(own[key], standard[key]):
            open_[key] = {START: value} if facts[key].dated else value
    layer = layer_from_values(f"accepted row {row.number}", open_, {}, scenario.settings_type)
    layers = (root, replace(layer, header=root.header.model_copy(update={"not_modelled": []})), *scenario.layers[1:])
    if problems := joint_problems(layers, scenario.settings_type):
        raise ScenarioError(problems)
    return replace(scenario, layers=layers)


def _untouched(series: Series, standard: Value) -> bool:
    return all(same(step.value, standard) for step in series)
