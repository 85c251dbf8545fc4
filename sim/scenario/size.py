"""How large a town is, and the same town larger or smaller."""

from __future__ import annotations

from sim.scenario.scenario import Scenario

_READY, _COURSE = "town.activity_ready", "town.resource_course"


def citizens_of(scenario: Scenario) -> int:
    """Citizens in the town at the beginning."""
    town = scenario.settings_at(0).town
    return town.activity_ready + town.resource_course


def resized(scenario: Scenario, citizens: int | None, weeks: int | None) -> Scenario:
    """Return the scenario with as many citizens and weeks. Posts, workplaces and services follow the citizens.

    The two groups of citizens keep their proportion, so that a small town is a small picture of the large one.
    """
    if weeks is not None:
        scenario = scenario.with_time(weeks=weeks)
    if citizens is None:
        return scenario
    now = citizens_of(scenario)
    ready = scenario.settings_at(0).town.activity_ready
    kept = citizens if now == 0 else round(citizens * ready / now)
    return scenario.with_values({_READY: kept, _COURSE: citizens - kept})
