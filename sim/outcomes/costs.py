"""The prices of a scenario, week by week, as the accounts need them."""

from __future__ import annotations

from sim.outcomes.prices import CostBook
from sim.scenario.scenario import Scenario


def cost_book(scenario: Scenario) -> CostBook:
    """Return the scenario's prices: those of week 0, and new ones in every week in which a setting changes."""
    weeks = (0, *(week for week in scenario.breaks if week > 0))
    return CostBook.dated({week: scenario.settings_at(week).costs for week in weeks})
