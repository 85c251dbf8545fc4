"""Faces of the model: extremes that anyone can judge, and the laws of conservation."""

from __future__ import annotations

import polars as pl

from sim.errors import RecordError
from sim.outcomes.durations import job_starts
from sim.record.tables import RunTables
from sim.scenario.dated import Value
from sim.scenario.scenario import Scenario
from sim.engine.run import advance, begin_towns, simulate_towns
from sim.studies.validation.findings import Finding, Status
from sim.vocabulary import ON_SUPPORT, Cause, EventKind

_SUPPORTED = [int(word) for word in ON_SUPPORT]
_BURN_IN = 60


def faces(scenario: Scenario, seeds: tuple[int, ...], weeks: int = 104) -> tuple[Finding, ...]:
    """Every face check, in towns of the scenario's size with a short burn-in."""
    short = scenario.with_time(weeks=weeks, burn_in_weeks=_BURN_IN)
    usual = _lived(short, seeds, {})
    few, many = (_lived(short, seeds, {"casework.caseload": cases}) for cases in (10.0, 1000.0))
    return (_conserved(usual), _no_way_in(_lived(short, seeds, _CLOSED)), _caseloads(few, many),
            _no_change(_lived(short, seeds, {"casework.turnover": 0.0, "casework.reassignment": 0.0})))


_CLOSED: dict[str, Value] = {
    "employment.offer": 0.0, "network.leads": 0.0, "firms.openings": 0.0, "firms.small_jobs": 0.0,
    "life.education_young": 0.0, "life.education_older": 0.0, "life.self_support": 0.0,
}


def _lived(scenario: Scenario, seeds: tuple[int, ...], values: dict[str, Value]) -> RunTables:
    changed = scenario.with_values({key: {"start": value} for key, value in values.items()})
    state = begin_towns([changed] * len(seeds), seeds)
    advance(changed, state, 0)
    return RunTables.joined(simulate_towns(changed, state))


def _conserved(tables: RunTables) -> Finding:
    """Stock of each week is last week's, plus who came, less who went for good; and the laws of the record hold."""
    try:
        tables.checked()
        broken = 0.0
    except RecordError as error:
        broken = float(len(error.problems))
    panel = tables.panel.filter(pl.col("group") == "all").select("seed", "week", "citizens")
    people = tables.citizens.select("seed", "entry_week", "exit_week")
    off = 0.0
    for week in range(tables.weeks):
        here = people.filter((pl.col("entry_week") <= week) & (pl.col("exit_week") > week)).height
        off += abs(here - float(panel.filter(pl.col("week") == week)["citizens"].sum()))
    status: Status = "pass" if broken == off == 0 else "fail"
    return Finding("face conservation", status, {"laws broken": broken, "people off": off})


def _no_way_in(tables: RunTables) -> Finding:
    begun = job_starts(tables).filter(pl.col("before").is_in(_SUPPORTED)).height
    return Finding("face no way in", "pass" if begun == 0 else "fail", {"jobs": float(begun)})


def _caseloads(few: RunTables, many: RunTables) -> Finding:
    def mean(tables: RunTables, column: str) -> float:
        rows = tables.panel.filter((pl.col("group") == "all") & (pl.col("week") >= tables.weeks // 2))
        value = rows[column].cast(pl.Float64).mean()
        return float(value) if isinstance(value, float) else 0.0

    numbers = {"meetings few": mean(few, "meetings"), "meetings many": mean(many, "meetings"),
               "trust few": mean(few, "mean_trust"), "trust many": mean(many, "mean_trust")}
    better = numbers["meetings few"] > numbers["meetings many"] and numbers["trust few"] > numbers["trust many"]
    return Finding("face all at once", "pass" if better else "fail", numbers)


def _no_change(tables: RunTables) -> Finding:
    causes = [int(Cause.STAFF_TURNOVER), int(Cause.REASSIGNED)]
    changes = tables.events.filter(
        (pl.col("kind") == int(EventKind.CASEWORKER_CHANGED)) & pl.col("cause").is_in(causes)).height
    return Finding("face no change", "pass" if changes == 0 else "fail", {"changes": float(changes)})
