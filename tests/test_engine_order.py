"""The order inside a stage does not matter: people may stand in any row, and rows may be empty in between."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.engine.run import simulate, simulate_many
from sim.engine.state import State
from sim.engine.week import WEEK
from tests.fixtures_model import past, small_town, unlike

BUSY = {
    "town.inflow": 0.5,
    "firms.closures": 0.2,
    "firms.cycle": 2.0,
    "network.leads": 3.0,
    "placements.effort": 1.0,
    "network.volunteers": 50.0,
    "rehabilitation.team_cases": 15.0,
    "rehabilitation.documents_weeks": 4.0,
    "brokers.brokers": 15.0,
    "placements.hire_bar": 0.2,
    "employment.applications": 60.0,
    "employment.offer": 0.05,
    "employment.flexjob_search": 0.3,
}
SCENARIO = small_town(BUSY, weeks=40)


def shuffled(state: State, shuffle: int) -> State:
    """The same towns with the citizens in other rows. Nothing else refers to citizens by row."""
    other = state.copy()
    c = other.town.citizens
    order = np.random.default_rng(shuffle).permutation(c.rows)
    for name, array in c.arrays().items():
        setattr(c, name, np.ascontiguousarray(array[..., order]))
    return other


@pytest.mark.parametrize("shuffle", [1, 2, 3])
def test_any_order_of_rows_gives_the_same_tables(shuffle: int) -> None:
    state = past(SCENARIO, 7)
    assert unlike(simulate(SCENARIO, 7, state), simulate(SCENARIO, 7, shuffled(state, shuffle))) == []


def test_towns_side_by_side_may_be_mixed_row_by_row() -> None:
    state = past(SCENARIO, 7, 8)
    plain, mixed = (simulate_many(SCENARIO, each) for each in (state, shuffled(state, 5)))
    for seed in (7, 8):
        assert unlike(plain[seed], mixed[seed]) == []


@given(st.integers(1, 40), st.integers(0, 10), st.integers(0, 2**31 - 1), st.integers(0, 2**31 - 1))
@settings(derandomize=True, max_examples=8, deadline=None)
def test_order_does_not_matter_in_towns_of_any_size(ready: int, course: int, seed: int, shuffle: int) -> None:
    scenario = small_town(BUSY, ready=ready, course=course, weeks=12, burn_in_weeks=5)
    state = past(scenario, seed)
    assert unlike(simulate(scenario, seed, state), simulate(scenario, seed, shuffled(state, shuffle))) == []


def test_empty_rows_at_the_end_change_nothing() -> None:
    state = past(SCENARIO, 7)
    roomy = state.copy()
    roomy.town.citizens.grow(57)
    assert unlike(simulate(SCENARIO, 7, state), simulate(SCENARIO, 7, roomy)) == []


def test_every_stage_says_why_it_stands_where_it_does() -> None:
    names = [stage.name for stage in WEEK]
    assert len(set(names)) == len(names)
    assert all(len(stage.why.split()) > 5 and stage.every >= 1 for stage in WEEK)
    assert names[-1] == "phases", "phases read the finished state"
