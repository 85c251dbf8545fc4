"""Towns that differ in a few settings live side by side, and none of them notices."""

from __future__ import annotations

from typing import Any

import pytest

from sim.engine.run import advance, begin, begin_towns, simulate, simulate_many, simulate_towns
from sim.engine.together import alike, together
from sim.errors import RunError
from sim.record.schema import TABLES
from sim.scenario.facts import facts_of
from sim.scenario.own import MAY_DIFFER
from sim.scenario.scenario import Scenario
from sim.scenario.settings import Settings
from sim.vocabulary import ChangeLossSplit, DurationSource
from tests.fixtures_model import FIXED, small_town

BASE = small_town(ready=160, course=60, weeks=40, burn_in_weeks=30)
WORDS: dict[str, tuple[Any, Any]] = {
    "person.duration_source": (DurationSource.SORTING, DurationSource.DRIFT),
    "casework.change_loss_split": tuple(ChangeLossSplit)[:2],
}


def varied(end: int) -> Scenario:
    """Every setting that may differ at the low (0) or the high (1) end of what is plausible."""
    facts = facts_of(Settings)
    ends: dict[str, Any] = {
        key: WORDS[key][end] if key in WORDS else (facts[key].plausible or (0.0, 1.0))[end]
        for key in sorted(MAY_DIFFER)
    }
    return BASE.with_values({key: {"start": value} if facts[key].dated else value for key, value in ends.items()})


@pytest.fixture(scope="module")
def rows() -> list[Scenario]:
    return [varied(0), BASE, varied(1), BASE]


SEEDS = (3, 3, 3, 8)


def test_a_town_lives_the_same_life_beside_towns_of_other_settings(rows: list[Scenario]) -> None:
    state = advance(rows, begin_towns(rows, SEEDS), 0)
    for scenario, seed, tables in zip(rows, SEEDS, simulate_towns(rows, state), strict=True):
        alone = simulate(scenario, seed)
        for name in TABLES:
            assert tables.frame(name).equals(alone.frame(name), null_equal=True), (scenario.name, seed, name)


def test_each_setting_that_may_differ_makes_a_difference_somewhere() -> None:
    low, high = varied(0), varied(1)
    one, other = simulate(low, 3), simulate(high, 3)
    assert not one.events.equals(other.events)
    for key in MAY_DIFFER:
        assert low.series[key] != high.series[key], key


def test_what_may_differ_names_settings_that_are_there() -> None:
    assert set(facts_of(Settings)) >= MAY_DIFFER


def test_all_fitted_settings_may_differ() -> None:
    fitted = {key for key, fact in facts_of(Settings).items() if fact.role == "fitted"}
    assert fitted, "the catalogue marks what is fitted"
    assert fitted <= MAY_DIFFER


def test_other_differences_are_refused() -> None:
    other = BASE.with_values({"casework.caseload": {"start": 40.0}})
    assert not alike(BASE, other)
    with pytest.raises(RunError, match="side by side"):
        together([BASE, other])


def test_a_scenario_for_all_towns_is_the_same_as_one_for_each() -> None:
    state = advance(BASE, begin(BASE, 1, 2), 0)
    many = simulate_many(BASE, state)
    for tables, seed in zip(simulate_towns([BASE, BASE], state), (1, 2), strict=True):
        assert tables.events.equals(many[seed].events)


def test_the_tests_own_towns_fix_all_that_may_differ() -> None:
    assert set(FIXED) == MAY_DIFFER
