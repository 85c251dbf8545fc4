"""Measures and accounts of a run, with the prices of its own scenario."""

from __future__ import annotations

import polars as pl

from sim.outcomes.accounts import accounts
from sim.outcomes.measuring import measure
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario
from sim.outcomes.costs import cost_book
from sim.outcomes.socio_economy import socio_economy


def measured(scenario: Scenario, tables: RunTables) -> pl.DataFrame:
    """Every measure per seed and group."""
    return measure(tables, cost_book(scenario))


def accounted(scenario: Scenario, tables: RunTables) -> pl.DataFrame:
    """What each payer paid, per seed and year."""
    return accounts(tables, cost_book(scenario))


def welfare(scenario: Scenario, tables: RunTables, amounts: pl.DataFrame) -> pl.DataFrame:
    """What society gains and uses, per seed; ``amounts`` is what ``accounted`` gave."""
    return socio_economy(tables, cost_book(scenario), amounts)
