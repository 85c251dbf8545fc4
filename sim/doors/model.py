"""The real model, as worker processes are given it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sim.doors.measuring import measured
from sim.engine.run import advance, begin_towns, simulate_towns
from sim.engine.state import State
from sim.engine.tasks import Model, Standing, Tick
from sim.engine.together import together
from sim.engine.week import WEEK, Stage
from sim.population.town import side_by_side
from sim.record.parts import write_part
from sim.record.tables import RunTables

_STRETCH = 13
"""Weeks of burn-in between two signs of life."""


def burnt_in(scenario: Standing, seeds: tuple[int, ...], tick: Tick) -> State:
    """The towns of some seeds as week 0 is about to begin; the scenario may be one for each."""
    state = begin_towns(scenario if isinstance(scenario, tuple) else [scenario] * len(seeds), seeds)
    plan = together(scenario)
    while state.week < 0:
        until = min(state.week + _STRETCH, 0)
        weeks = until - state.week
        advance(plan, state, until)
        tick(weeks)
    return state


def played(
    scenario: Standing, state: State, tick: Tick, stages: tuple[Stage, ...] = WEEK,
) -> Mapping[int, RunTables]:
    """Each seed's tables, from burnt-in towns that stay as they are; ``stages`` is the week's table."""
    tables = simulate_towns(scenario, state, lambda _town, _now: tick(1), stages=stages)
    return dict(zip(state.seeds, tables, strict=True))


def beside(states: Sequence[State]) -> State:
    """The towns of several states of the same week, side by side in order."""
    return State(side_by_side([state.town for state in states]), states[0].week)


MODEL = Model(burnt_in, played, measured, write_part, beside)
