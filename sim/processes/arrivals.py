"""New citizens enter at a rate no policy changes."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from sim.arrays import rows_of
from sim.curves import exponential
from sim.draws import WeekDraws
from sim.population.citizens import Citizens
from sim.population.columns import I64, Rows
from sim.population.expected import Expected
from sim.population.synthesis import arrival_luck, furnish, number
from sim.population.ties import look_up_work, tie
from sim.population.town import Town
from sim.processes.coordinators import await_one
from sim.processes.now import Now
from sim.processes.staffing import assign
from sim.vocabulary import Decision, EventKind

_MANY = 30.0
"""From this mean on, a count is drawn from the bell curve instead of the Poisson sum (resolution)."""
_MOST_WEEKS, _AT_A_TIME = 13, 4000
"""Entrants are made so many weeks in advance, or so many people where more come."""


def admit(town: Town, now: Now) -> None:
    """Let this week's new citizens in: activity-ready ones and, from outside, resource-course ones."""
    if town.expected is None or not town.expected.knows(now.week, now.own):
        town.expected = _prepare(town, now)
    counts = town.expected.counted(now.week)
    if not counts.any():
        return
    c, rows = town.citizens, _free_rows(town, int(counts.sum()))
    town.expected.lay(c, rows, now.week)
    look_up_work(c, rows, town.outsiders)
    number(town, rows, np.repeat(np.arange(town.count), counts.sum(axis=1)))
    now.log.add(now.week, EventKind.ENTERED, c.citizen[rows], current=c.standing[rows])
    assign(town, now, rows)
    await_one(town, now, rows)


def _prepare(town: Town, now: Now) -> Expected:
    """Make the entrants of the coming weeks; of fewer weeks where many enter."""
    settings = now.settings.town
    means = (
        settings.inflow * settings.activity_ready / 52.0,
        settings.inflow_resource_course * settings.resource_course / 52.0,
    )
    weeks = int(np.clip(_AT_A_TIME / max(town.count * sum(means), 1.0), 1, _MOST_WEEKS))
    counts = np.stack([_counts_of(town, now.week + ahead, means) for ahead in range(weeks)])
    entering = counts.sum(axis=(1, 2))
    luck = [
        arrival_luck(now.week + ahead, int(counts[ahead, home, stream]), stream, seed)
        for ahead in range(weeks)
        for home, seed in enumerate(town.seeds)
        for stream in (0, 1)
    ]
    people, rows = Citizens.empty(int(entering.sum())), np.arange(int(entering.sum()))
    people.town[:] = np.repeat(np.tile(np.arange(town.count), weeks), counts.sum(axis=2).ravel())
    course = np.repeat(np.tile([False, True], weeks * town.count), counts.ravel())
    week = np.repeat(np.arange(now.week, now.week + weeks), entering).astype(np.int16)
    furnish(people, rows, np.concatenate(luck), course, week, now.own)
    tie(people, rows, town.outsiders, town.first_outsider, now.settings)
    return Expected(now.own, now.week, counts, np.concatenate([[0], np.cumsum(entering)]), people)


def _counts_of(town: Town, week: int, means: tuple[float, float]) -> I64:
    """How many enter in a week, by town and stream."""
    draws = WeekDraws(week)
    return np.stack([_counts(town, draws, mean, stream) for stream, mean in enumerate(means)], axis=1)


def _counts(town: Town, draws: WeekDraws, mean: float, stream: int) -> I64:
    """Poisson counts by town, by inversion of one keyed draw each, so that a higher rate only adds people."""
    if mean <= 0.0:
        return np.zeros(town.count, dtype=np.int64)
    if mean > _MANY:
        bell = draws.bell(Decision.ARRIVALS, town.luck, 4 * stream).astype(np.float64)
        return np.asarray(np.maximum(np.floor(mean + np.sqrt(mean) * bell + 0.5), 0), dtype=np.int64)
    u = draws.uniform(Decision.ARRIVALS, town.luck, stream)
    return _edges(mean).searchsorted(u, side="right").astype(np.int64)


@lru_cache(maxsize=64)
def _edges(mean: float) -> npt.NDArray[np.float64]:
    """The chance that at most 0, 1, 2 … come, where so many come on average."""
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
    return np.array(sums) / total


def _free_rows(town: Town, count: int) -> Rows:
    """The lowest free rows; the table grows when there are too few."""
    free = rows_of(~town.citizens.present)
    if len(free) < count:
        start = town.citizens.rows
        town.citizens.grow(max(count, start // 32))
        free = np.concatenate([free, np.arange(start, town.citizens.rows)])
    return free[:count]
