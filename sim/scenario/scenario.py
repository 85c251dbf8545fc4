"""A scenario over the model's own catalogue, and how it is made."""

from __future__ import annotations

from pathlib import Path

from sim.scenario.loading import layers_from_file, layers_from_text
from sim.scenario.resolved import ResolvedScenario
from sim.scenario.settings import Settings


class Scenario(ResolvedScenario[Settings]):
    """A frozen, validated scenario: what to run, over which weeks, with which settings in which week."""


def load(path: Path) -> Scenario:
    """Read a scenario file and all it extends.

    Raises:
        ScenarioError: with every problem of all the files; nothing is half loaded.
    """
    name, layers = layers_from_file(path, Settings)
    return Scenario(name, layers, Settings)


def load_text(text: str, name: str) -> Scenario:
    """Read a scenario from a text that stands alone, such as the resolved scenario in a run's manifest.

    Raises:
        ScenarioError: with every problem.
    """
    return Scenario(name, layers_from_text(text, name, Settings), Settings)


def catalogue_scenario(name: str = "catalogue") -> Scenario:
    """Return the scenario in which every setting has the catalogue's value; for tests and notebooks."""
    return load_text('regime = "rules-2016-2019"', name)
