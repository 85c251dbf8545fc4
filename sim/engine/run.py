"""One run: burn in, live the weeks, hand back tables. The same seed gives the same bytes in any process."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from sim.arrays import blocks
from sim.draws import WeekDraws
from sim.engine.recorder import Recorder, leavers, release
from sim.engine.state import State
from sim.engine.together import Together, together
from sim.engine.week import WEEK, Stage, live_week
from sim.population.given import SYNTHETIC
from sim.population.intake import own_town
from sim.population.synthesis import synthesise
from sim.population.town import Town, side_by_side
from sim.processes import happenings
from sim.processes.event_log import EventLog
from sim.processes.happenings import Order
from sim.processes.network import weigh
from sim.processes.now import Now
from sim.record.tables import RunTables
from sim.scenario.own import Own
from sim.scenario.scenario import Scenario


Scenarios = Scenario | Together | Sequence[Scenario]
"""One scenario for all towns, or one for each that differ in no more than ``MAY_DIFFER``."""


def now_of(scenario: Scenario | Together, week: int, log: EventLog) -> Now:
    """What the processes are told about one week."""
    own = scenario.own_at(week) if isinstance(scenario, Together) else Own(scenario.settings_at(week))
    return Now(week, own, WeekDraws(week), log)


def begin(scenario: Scenario, *seeds: int) -> State:
    """The towns of the seeds, side by side, as the first week of burn-in is about to begin.

    Raises:
        PopulationError: when the scenario names tables of its own town that cannot be used.
    """
    return begin_towns([scenario] * len(seeds), seeds)


def begin_towns(scenarios: Sequence[Scenario], seeds: Sequence[int]) -> State:
    """Towns side by side, each of its own scenario and seed (one of each per town), as burn-in is about to begin.

    Raises:
        PopulationError: when a scenario names tables of its own town that cannot be used.
        RunError: when the scenarios differ in more than towns side by side may.
    """
    plan = together(scenarios)
    week, files = -plan.burn_in_weeks, plan.population
    own = SYNTHETIC if files is None else own_town(files, week, plan.settings_at(week))
    town = side_by_side([
        synthesise(week, seed, scenario.settings_at(week), own)
        for scenario, seed in zip(scenarios, seeds, strict=True)
    ])
    now = now_of(plan, week, EventLog(open=False))
    for some in blocks(town.citizens.rows):
        weigh(town, now, np.arange(some.start, some.stop))
    return State(town, week)


def advance(scenario: Scenarios, state: State, until: int) -> State:
    """Live the weeks up to, not including, ``until``, in place and without a record; returns the same state."""
    log, plan = EventLog(open=False), together(scenario)
    while state.week < until:
        live_week(state.town, now_of(plan, state.week, log))
        release(state.town, leavers(state.town))
        state.week += 1
    return state


def burn_in(scenario: Scenario, *seeds: int) -> State:
    """The towns as week 0 is about to begin: relations, placements and queues have found their level."""
    return advance(scenario, begin(scenario, *seeds), 0)


def simulate_many(
    scenario: Scenario,
    state: State,
    watch: Callable[[Town, Now], None] | None = None,
    orders: Sequence[Order] = (),
    stages: tuple[Stage, ...] = WEEK,
) -> dict[int, RunTables]:
    """Run a scenario from week 0 on burnt-in towns, which are not changed, and return the tables of each seed.

    ``watch`` sees the towns at the end of every week and must not change them. ``orders`` are outside events for single
    people, each at the start of its week; those of other seeds are passed over. ``stages``: the week's table, where
    ``sim.engine.mechanism`` has put something of one's own into it.
    """
    return dict(zip(state.seeds, simulate_towns(scenario, state, watch, orders, stages), strict=True))


def simulate_towns(
    scenario: Scenarios,
    state: State,
    watch: Callable[[Town, Now], None] | None = None,
    orders: Sequence[Order] = (),
    stages: tuple[Stage, ...] = WEEK,
) -> tuple[RunTables, ...]:
    """Run burnt-in towns, which are not changed, from week 0 and return the tables of each, in order.

    ``scenario``: one for all, or one for each town. ``watch`` sees the towns at the end of every week and must not
    change them. ``orders`` are outside events for single people. ``stages``: as in ``simulate_many``.
    """
    start, plan = state.copy(), together(scenario)
    recorder, log = Recorder(start.seeds), EventLog()
    recorder.begin(start.town)
    by_week: dict[int, list[Order]] = {}
    for order in orders:
        by_week.setdefault(order.week, []).append(order)
    for week in range(start.week, plan.weeks):
        now = now_of(plan, week, log)
        if due := by_week.get(week):
            happenings.apply(start.town, now, due)
        live_week(start.town, now, stages)
        recorder.after_week(start.town, now)
        if watch is not None:
            watch(start.town, now)
    return recorder.tables(start.town, log, plan.weeks)


def simulate(scenario: Scenario, seed: int, state: State | None = None) -> RunTables:
    """Run a scenario for one seed and return its tables; without a burnt-in ``state`` the burn-in is run first."""
    return simulate_many(scenario, burn_in(scenario, seed) if state is None else state)[seed]
