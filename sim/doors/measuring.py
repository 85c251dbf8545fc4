"""Measures and accounts of a run, with the prices of its own scenario."""

from __future__ import annotations

import polars as pl

from sim.outcomes.accounts import accounts
from sim.outcomes.measuring import measure
from sim.outcomes.prices import CostBook
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario


def cost_book(scenario: Scenario) -> CostBook:
    """The scenario's prices, from each week in which something changes."""
    weeks = (0, *(week for week in scenario.breaks if week > 0))
    return CostBook.dated({week: scenario.settings_at(week).costs for week in weeks})


def measured(scenario: Scenario, tables: RunTables) -> pl.DataFrame:
    """Every measure per seed and group."""
    return measure(tables, cost_book(scenario))


def accounted(scenario: Scenario, tables: RunTables) -> pl.DataFrame:
    """What each payer paid, per seed and year."""
    return accounts(tables, cost_book(scenario))
