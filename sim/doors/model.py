"""The real model, as worker processes are given it."""

from __future__ import annotations

from collections.abc import Mapping

from sim.doors.measuring import measured
from sim.engine.run import advance, begin, simulate_many
from sim.engine.state import State
from sim.engine.tasks import Model, Tick
from sim.engine.week import WEEK, Stage
from sim.record.parts import write_part
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario

_STRETCH = 13
"""Weeks of burn-in between two signs of life."""


def burnt_in(scenario: Scenario, seeds: tuple[int, ...], tick: Tick) -> State:
    """The towns of some seeds as week 0 is about to begin."""
    state = begin(scenario, *seeds)
    while state.week < 0:
        until = min(state.week + _STRETCH, 0)
        weeks = until - state.week
        advance(scenario, state, until)
        tick(weeks)
    return state


def played(
    scenario: Scenario, state: State, tick: Tick, stages: tuple[Stage, ...] = WEEK,
) -> Mapping[int, RunTables]:
    """Each seed's tables, from burnt-in towns that stay as they are; ``stages`` is the week's table."""
    return simulate_many(scenario, state, lambda _town, _now: tick(1), stages=stages)


MODEL = Model(burnt_in, played, measured, write_part)
