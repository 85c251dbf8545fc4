"""New citizens enter at a rate no policy changes."""

from __future__ import annotations

import numpy as np

from sim.curves import exponential
from sim.population.columns import I64, Rows
from sim.population.synthesis import arrival_luck, enter
from sim.population.town import Town
from sim.processes.now import Now
from sim.processes.staffing import assign
from sim.vocabulary import Decision, EventKind

_MANY = 30.0
"""From this mean on, a count is drawn from the bell curve instead of the Poisson sum."""


def admit(town: Town, now: Now) -> None:
    """Let this week's new citizens in: activity-ready ones and, from outside, resource-course ones."""
    settings = now.settings.town
    means = (
        settings.inflow * settings.activity_ready / 52.0,
        settings.inflow_resource_course * settings.resource_course / 52.0,
    )
    counts = np.stack([_counts(town, now, mean, stream) for stream, mean in enumerate(means)], axis=1)
    if not counts.any():
        return
    rows = _free_rows(town, int(counts.sum()))
    luck = np.concatenate(
        [
            arrival_luck(now.week, int(counts[number, stream]), stream, seed)
            for number, seed in enumerate(town.seeds)
            for stream in (0, 1)
        ]
    )
    where = np.repeat(np.arange(town.count), counts.sum(axis=1))
    course = np.repeat(np.tile([False, True], town.count), counts.ravel())
    enter(town, rows, where, luck, course, now.week, now.own)
    now.log.add(now.week, EventKind.ENTERED, town.citizens.citizen[rows], current=town.citizens.standing[rows])
    assign(town, now, rows)


def _counts(town: Town, now: Now, mean: float, stream: int) -> I64:
    """Poisson counts by town, by inversion of one keyed draw each, so that a higher rate only adds people."""
    if mean <= 0.0:
        return np.zeros(town.count, dtype=np.int64)
    if mean > _MANY:
        bell = now.draws.bell(Decision.ARRIVALS, town.luck, 4 * stream).astype(np.float64)
        return np.asarray(np.maximum(np.floor(mean + np.sqrt(mean) * bell + 0.5), 0), dtype=np.int64)
    u = now.draws.uniform(Decision.ARRIVALS, town.luck, stream)
    third = float(exponential(np.array([-mean / 3.0], dtype=np.float32))[0])
    term = third * third * third
    sums, total = [], 0.0
    for count in range(1, int(6 * _MANY)):
        total += term
        sums.append(total)
        term *= mean / count
        if count > mean and term < 1e-12:
            break
    # The curve is close to e**-mean, not equal: without the division a draw near 1 would fall beyond the last count.
    return np.searchsorted(np.array(sums) / total, u, side="right").astype(np.int64)


def _free_rows(town: Town, count: int) -> Rows:
    """The lowest free rows; the table grows when there are too few."""
    free = np.flatnonzero(~town.citizens.present)
    if len(free) < count:
        start = town.citizens.rows
        town.citizens.grow(max(count, start // 8))
        free = np.concatenate([free, np.arange(start, town.citizens.rows)])
    return free[:count]
