"""Futures of one town: copies of it side by side, each with luck of its own from a week on.

Two arms of a comparison are given the same keys, so that a future meets the same luck in both; other keys are other
futures. A future is the same to the last bit whether it is lived alone or in company.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from sim.draws import mix, rekeyed
from sim.engine.recorder import leavers, open_record, release
from sim.engine.run import burn_in, now_of
from sim.engine.state import State
from sim.engine.week import live_week
from sim.population.columns import U32, Rows
from sim.population.town import NUMBER_BITS, Town, side_by_side, standings
from sim.processes.event_log import EventLog
from sim.processes.withheld import Withheld
from sim.scenario.scenario import Scenario
from sim.vocabulary import ORDINARY_JOB, Phase

YEAR = 52
"""Unbroken weeks of ordinary work, across employers, that make a job a lasting one (model section 7)."""

_WORK = standings(*ORDINARY_JOB)
_SEED_BITS = (1 << 62) - 1
Tick = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of some people of a town, and of the whole town, in each future.

    By future and person: ``lasting`` (12 unbroken months of ordinary work completed, counted from the branching on),
    ``job`` (any week of ordinary work), ``progression`` (weeks in that phase). By future: ``town_lasting`` and
    ``town_job``, how many people in all, those who came later included. ``phases``: by week, future and person.
    """

    lasting: npt.NDArray[np.bool_]
    job: npt.NDArray[np.bool_]
    progression: npt.NDArray[np.int64]
    town_lasting: npt.NDArray[np.int64]
    town_job: npt.NDArray[np.int64]
    phases: npt.NDArray[np.uint8]


def snapshots(scenario: Scenario, seed: int, weeks: Sequence[int], keep: Callable[[State], None], tick: Tick) -> None:
    """Live through one seed once, and hand over the town as each of ``weeks`` (0 or later) is about to begin."""
    state = burn_in(scenario, seed)
    tick(scenario.burn_in_weeks)
    open_record(state.town)
    for week in sorted(set(weeks)):
        while state.week < week:
            live_on(scenario, state.town, state.week)
            state.week += 1
            tick(1)
        keep(state)


def live_on(
    scenario: Scenario, town: Town, week: int, withheld: Withheld | None = None, log: EventLog | None = None
) -> None:
    """Live one week, in place; with ``withheld``, as it would have been without that."""
    now = now_of(scenario, week, EventLog(open=False) if log is None else log)
    live_week(town, now if withheld is None else replace(now, withheld=withheld))
    release(town, leavers(town))


def branched(town: Town, keys: Sequence[int]) -> Town:
    """One copy of the town for each key, side by side, with the luck of its people, posts and firms re-keyed by it."""
    return side_by_side([_branch(town, key) for key in keys])


def _branch(town: Town, key: int) -> Town:
    """One copy with other luck, also for whoever is yet to come."""
    copy = town.copy()
    for table in (copy.citizens, copy.posts, copy.firms, copy.outsiders):
        table.luck[:] = rekeyed(table.luck, key)
    copy.luck = rekeyed(copy.luck, key)
    copy.expected = None  # those who were made ready to come had the luck of the town itself
    copy.seeds = tuple(mix(mix(seed) ^ key) & _SEED_BITS for seed in copy.seeds)
    return copy


def fates(
    scenario: Scenario, town: Town, week: int, weeks: int, people: U32, tick: Tick, withheld: Withheld | None = None
) -> Fates:
    """Live ``weeks`` weeks from ``week`` on, in place, and tell what became of ``people`` (numbers within the town).

    ``withheld`` holds all the way.
    """
    book = _Book(town, people, weeks)
    for ahead in range(weeks):
        live_on(scenario, town, week + ahead, withheld)
        book.note(town, ahead)
        tick(town.count)
    return book.closed()


class _Book:
    """Keeps count, week by week. Rows are used again after someone left, so that a row's count ends with its person."""

    def __init__(self, town: Town, people: U32, weeks: int) -> None:
        c = town.citizens
        self._who = c.citizen.copy()
        self._stretch = np.zeros(c.rows, dtype=np.int16)
        self._done, self._had = np.zeros(c.rows, dtype=np.bool_), np.zeros(c.rows, dtype=np.bool_)
        self._all_lasting, self._all_job = np.zeros(town.count, np.int64), np.zeros(town.count, np.int64)
        self._number = np.arange(town.count, dtype=np.uint32)[:, np.newaxis] << np.uint32(NUMBER_BITS) | people
        self._row = _rows_of(town, self._number)
        shape = self._number.shape
        self._lasting, self._job = np.zeros(shape, dtype=np.bool_), np.zeros(shape, dtype=np.bool_)
        self._phases = np.full((weeks, *shape), int(Phase.OUTSIDE), dtype=np.uint8)

    def note(self, town: Town, ahead: int) -> None:
        """Take note of a week that has been lived."""
        c = town.citizens
        self._follow(c.citizen)
        work = _WORK.take(c.standing)
        self._stretch += work
        self._stretch *= work
        done = (self._stretch >= YEAR) & ~self._done
        new = work & ~self._had
        self._all_lasting += np.bincount(c.town[done], minlength=town.count)
        self._all_job += np.bincount(c.town[new], minlength=town.count)
        self._done |= done
        self._had |= new
        here = c.citizen[self._row] == self._number
        self._lasting |= here & self._done[self._row]
        self._job |= here & self._had[self._row]
        np.copyto(self._phases[ahead], c.phase[self._row], where=here & c.present[self._row])

    def _follow(self, citizen: U32) -> None:
        """Begin anew where a row has another person than last week; new rows come at the end."""
        more = len(citizen) - len(self._who)
        if more:
            self._stretch = np.concatenate([self._stretch, np.zeros(more, np.int16)])
            self._done, self._had = (np.concatenate([x, np.zeros(more, np.bool_)]) for x in (self._done, self._had))
            self._who = np.concatenate([self._who, citizen[-more:]])
        other = np.flatnonzero(citizen != self._who)
        if len(other):
            self._stretch[other] = 0
            self._done[other] = self._had[other] = False
            self._who[other] = citizen[other]

    def closed(self) -> Fates:
        """The whole."""
        progression = (self._phases == Phase.PROGRESSION).sum(axis=0)
        return Fates(self._lasting, self._job, progression, self._all_lasting, self._all_job, self._phases)


def _rows_of(town: Town, number: U32) -> Rows:
    """The row of each number; all must be there now."""
    there = np.flatnonzero(town.citizens.present)
    citizen = town.citizens.citizen[there]
    order = np.argsort(citizen)
    place = order[np.minimum(np.searchsorted(citizen, number, sorter=order), max(len(there) - 1, 0))]
    assert np.array_equal(citizen[place], number), "somebody to be followed is not in town"
    return np.asarray(there[place], dtype=np.int64)
