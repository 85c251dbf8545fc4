"""Replays: one person, one script of outside events, many futures; everything between the events is the model's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.cases.case import START, Case, Event
from sim.cases.timeline import Weeks, shuffled, weeks_of
from sim.engine.recorder import leavers, release
from sim.engine.run import now_of, simulate_towns
from sim.engine.state import State
from sim.engine.week import live_week
from sim.population.columns import Rows
from sim.population.town import NUMBER_BITS, Town
from sim.processes import happenings
from sim.processes.event_log import EventLog
from sim.processes.happenings import Order
from sim.processes.now import Now
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario
from sim.studies.replay_town import BURN_IN, lived_in, town_of, with_person
from sim.vocabulary import Cause, EventKind, Phase

TOLD, COUNTER, WITHOUT, SHUFFLED, OTHER = "told", "counter", "without", "shuffled", "other"
ARMS = (TOLD, COUNTER, WITHOUT, SHUFFLED, OTHER)
"""The script as told; the counter-case; no events at all; the events in another order; another case's events."""
MOST_FUTURES = 50
_ALIVE = (1 << NUMBER_BITS) - 1
Phases = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Futures:
    """The futures of one arm: phase by future and week, when the script's events came, and how many found their place.

    ``weeks_of_events`` are those of the script as told, whatever the arm, since codings lean on them.
    """

    phases: Phases
    weeks_of_events: tuple[Weeks, ...]
    orders: int
    found: int

    def shares(self) -> npt.NDArray[np.float64]:
        """Share of the futures in each phase, by week and phase."""
        codes = np.arange(len(Phase))
        return np.asarray((self.phases[:, :, np.newaxis] == codes).mean(axis=0))

    def in_work_at_end(self) -> npt.NDArray[np.bool_]:
        """Which futures end in ordinary work or a flexjob."""
        return np.asarray(self.phases[:, -1] == Phase.IN_WORK)

    def most_typical(self) -> int:
        """The future whose weeks agree most with those of all others; the first among equals."""
        alike = [(self.phases == one).mean() for one in self.phases]
        return int(np.argmax(alike))


@dataclass(frozen=True, slots=True)
class Replay:
    """A case played: each arm's futures, by the same seeds."""

    case: Case
    seeds: tuple[int, ...]
    arms: Mapping[str, Futures]


def replay(
    case: Case, seeds: Sequence[int], arms: Sequence[str] = (TOLD, COUNTER), others: Sequence[Case] = (),
    burn_in_weeks: int = BURN_IN,
) -> Replay:
    """Play a case, all futures of all arms side by side. ``others`` lend their scripts to the arm of that name."""
    scenario = town_of(case, burn_in_weeks)
    state, rows = with_person(case, scenario, lived_in(case, tuple(seeds), burn_in_weeks), len(arms))
    numbers = (state.town.citizens.citizen[rows] & np.uint32(_ALIVE)).tolist()
    told = tuple(weeks_of(case.events, seed) for seed in seeds)
    plans = [plan for arm in arms for plan in _plans(arm, case, tuple(zip(seeds, told, strict=True)), others)]
    orders = [
        _order(event, week, number, seed, place)
        for place, (number, seed, plan) in enumerate(zip(numbers, [*seeds] * len(arms), plans, strict=True))
        for event, week in plan if 0 <= week < case.weeks
    ]
    seen, log = _play(scenario, state, rows, orders)
    acted = (log["kind"] == int(EventKind.HAPPENING)) & (log["cause"] == int(Cause.INTERVENTION))
    arm_of = (log["citizen"][acted] >> NUMBER_BITS) // len(seeds)
    ordered = np.array([order.town for order in orders], dtype=np.int64) // len(seeds)
    return Replay(case, tuple(seeds), {
        arm: Futures(
            seen[number * len(seeds) : (number + 1) * len(seeds)], told,
            int(np.count_nonzero(ordered == number)),
            int(np.count_nonzero(arm_of == number)),
        )
        for number, arm in enumerate(arms)
    })


def one_life(
    case: Case, seed: int, arm: str = TOLD, burn_in_weeks: int = BURN_IN,
    watching: Callable[[Town], Callable[[Town, Now], None]] | None = None,
) -> tuple[RunTables, int]:
    """The tables of one future, and the person's number in them: the same future as in the company of others.

    ``watching`` is given the town before week 0 and returns what sees it at the end of every week.
    """
    scenario = town_of(case, burn_in_weeks)
    state, rows = with_person(case, scenario, lived_in(case, (seed,), burn_in_weeks))
    number = int(state.town.citizens.citizen[rows[0]] & np.uint32(_ALIVE))
    (plan,) = _plans(arm, case, ((seed, weeks_of(case.events, seed)),), ())
    orders = [_order(event, week, number, seed, 0) for event, week in plan if 0 <= week < case.weeks]
    watch = None if watching is None else watching(state.town)
    return simulate_towns(scenario, state, watch, orders)[0], number


Plan = list[tuple[Event, int]]


def _plans(arm: str, case: Case, futures: Sequence[tuple[int, Weeks]], others: Sequence[Case]) -> list[Plan]:
    """The events of an arm with their weeks, future by future."""
    if arm == WITHOUT:
        return [[] for _ in futures]
    if arm == SHUFFLED:
        return [[(one, place[one.id]) for one in case.events]
                for place in (shuffled(case.events, weeks, seed) for seed, weeks in futures)]
    if arm == OTHER:
        return [_borrowed(others[number % len(others)], case, seed) for number, (seed, _) in enumerate(futures)]
    if arm == COUNTER:
        everything = (*case.events, *case.counter.events)
        return [[(one, place[one.id]) for one in case.counter_events()]
                for place in (weeks_of(everything, seed) for seed, _ in futures)]
    return [[(one, weeks[one.id]) for one in case.events] for _, weeks in futures]


def _borrowed(other: Case, case: Case, seed: int) -> Plan:
    """Another case's script, stretched or pressed to the length of this one."""
    weeks = weeks_of(other.events, seed)
    return [(one, weeks[one.id] * case.weeks // other.weeks) for one in other.events]


def _order(event: Event, week: int, citizen: int, seed: int, town: int) -> Order:
    assert event.id != START
    return Order(
        week=week, happening=event.happening, citizen=citizen, seed=seed, amount=event.amount, problem=event.problem,
        service=event.service, sector=event.sector, occupation=event.occupation, town=town, channel=event.channel,
    )


def _play(
    scenario: Scenario, state: State, rows: Rows, orders: Sequence[Order],
) -> tuple[Phases, dict[str, npt.NDArray[Any]]]:
    """Live the weeks and look at the persons only: the phase of each by week, and what the log says of them."""
    town, due = state.town, _by_week(orders)
    who = town.citizens.citizen[rows].copy()
    seen = np.full((len(rows), scenario.weeks), int(Phase.OUTSIDE), dtype=np.uint8)
    told = EventLog()
    for week in range(scenario.weeks):
        log = EventLog()
        now = now_of(scenario, week, log)
        happenings.apply(town, now, due.get(week, ()))
        live_week(town, now)
        there = _there(town, rows, who)
        seen[there, week] = town.citizens.phase[rows[there]]
        _keep(told, log, who)
        release(town, leavers(town))
    return seen, told.columns()


def _by_week(orders: Sequence[Order]) -> dict[int, list[Order]]:
    due: dict[int, list[Order]] = {}
    for order in orders:
        due.setdefault(order.week, []).append(order)
    return due


def _there(town: Town, rows: Rows, who: npt.NDArray[np.uint32]) -> npt.NDArray[np.int64]:
    """Which of the persons are still in the model; a row may be somebody else's by now."""
    c = town.citizens
    return np.flatnonzero(c.present[rows] & (c.citizen[rows] == who))


def _keep(told: EventLog, log: EventLog, who: npt.NDArray[np.uint32]) -> None:
    """Keep the rows of a week's log that are about the persons, one a town."""
    for week, citizens, *values in log.chunks:
        assert isinstance(citizens, np.ndarray)
        mine = np.flatnonzero(who.take(citizens >> NUMBER_BITS) == citizens)
        if len(mine):
            kept = [value[mine] if isinstance(value, np.ndarray) and value.ndim else value for value in values]
            told.chunks.append((week, citizens[mine], *kept))
