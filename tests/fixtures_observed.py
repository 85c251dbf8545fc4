"""What can be read off a run town by town: weekly means of states, counts of events. Each scenario is played once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import polars as pl

from sim.engine.run import simulate_many
from sim.population.town import Town
from sim.processes.now import Now
from sim.record.schema import HOURS
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario
from sim.vocabulary import Cause, EventKind, TurningPoint
from tests.fixtures_looks import LOOKS
from tests.fixtures_model import By, past

Observed = dict[str, By]


def counted_events(run: RunTables) -> dict[str, float]:
    """Counts of events by kind, of turning points by kind, and of endings and refusals by cause."""
    events = run.events
    out: dict[str, float] = {}

    def count(prefix: str, words: type, frame: pl.DataFrame, column: str) -> None:
        found = dict(frame.group_by(column).len().iter_rows())
        out.update({f"{prefix}_{word.key}": float(found.get(int(word), 0)) for word in words})

    def of(kind: EventKind) -> pl.DataFrame:
        return events.filter(pl.col("kind") == int(kind))

    count("n", EventKind, events, "kind")
    count("turn", TurningPoint, of(EventKind.TURNING_POINT), "current")
    count("ended", Cause, of(EventKind.PLACEMENT_ENDED), "cause")
    count("refused", Cause, of(EventKind.PLACEMENT_REFUSED), "cause")
    count("won", Cause, of(EventKind.JOB_WON), "cause")
    count("lost", Cause, of(EventKind.JOB_LOST), "cause")
    count("changed", Cause, of(EventKind.CASEWORKER_CHANGED), "cause")
    ended = max(out["n_placement_ended"], 1.0)
    out["per_placement_no_opening"] = out["ended_no_opening"] / ended
    out["per_placement_broken"] = (
        sum(out[f"ended_{cause}"] for cause in ("health", "left_by_firm", "sick_listed", "left_by_citizen")) / ended
    )
    out["per_placement_hired"] = out["ended_hired"] / ended
    out["meetings"] = float(run.panel["meetings"].sum())
    for column in (f"hours_{work}" for work in HOURS):
        out[column] = float(np.nansum(run.panel[column].to_numpy()))
    out["weeks_waiting"] = float(run.citizens["weeks_waiting"].sum())
    return out


@lru_cache(maxsize=256)
def observed(scenario: Scenario, seeds: tuple[int, ...]) -> Observed:
    """Everything that can be read off the scenario's run, one number per seed."""
    sums = {name: np.zeros(len(seeds)) for name in LOOKS}
    weeks = {name: np.zeros(len(seeds)) for name in LOOKS}

    def look(town: Town, now: Now) -> None:
        for name, see in LOOKS.items():
            values = see(town, now)
            there = ~np.isnan(values)
            sums[name] += np.where(there, values, 0.0)
            weeks[name] += there

    runs = simulate_many(scenario, past(scenario, *seeds), look)
    out = {name: sums[name] / np.maximum(weeks[name], 1) for name in LOOKS}
    told = [counted_events(runs[seed]) for seed in seeds]
    return out | {name: np.array([each[name] for each in told]) for name in told[0]}


def reading(name: str) -> Callable[[Scenario, tuple[int, ...]], By]:
    """One of the things that can be read off, for :func:`tests.fixtures_model.compare`."""
    return lambda scenario, seeds: observed(scenario, seeds)[name]
