"""A measure with a date: nothing before it changes, and something after it does."""

from __future__ import annotations

from datetime import timedelta

import polars as pl
import pytest

from sim.engine.run import burn_in, simulate
from sim.scenario.scenario import Scenario
from tests.fixtures_model import past, small_town, unlike_frames


def month_of(scenario: Scenario, week: int) -> str:
    return str(scenario.start + timedelta(weeks=week))


LATE = 8
MEASURES = {
    "casework.caseload": 30.0,
    "casework.handover": "planned",
    "casework.hours": 20.0,
    "casework.turnover": 0.9,
    "casework.priority": "longest_wait",
    "casework.order": "work_first",
    "casework.sanctions": 1.0,
    "support.mentor_places": 300.0,
    "support.one_roof_places": 100.0,
    "rehabilitation.team_cases": 50.0,
    "brokers.brokers": 20.0,
    "activation.for_all": True,
    "placements.prospect_required": True,
    "placements.purpose_required": True,
    "placements.door": "back",
    "placements.effort": 1.0,
    "placements.length": 4.0,
    "network.volunteers": 300.0,
    "network.leads": 4.0,
    "firms.cycle": 3.0,
    "firms.closures": 0.9,
    "firms.places_per_employee": 1.0,
    "employment.offer": 0.5,
    "employment.applications": 200.0,
    "town.inflow": 1.5,
    "life.crises": 0.9,
    "life.moves": 0.5,
    "person.erosion": 0.9,
}


@pytest.mark.parametrize(("key", "value"), MEASURES.items(), ids=MEASURES)
def test_a_measure_leaves_everything_before_it_identical(key: str, value: object) -> None:
    base = small_town(weeks=LATE + 3)
    measure = base.with_values({key: {month_of(base, LATE): value}})
    assert measure.breaks == (LATE,)
    state = past(base, 2)
    without, with_it = simulate(base, 2, state), simulate(measure, 2, state)
    for name in ("events", "panel"):
        before = [getattr(run, name).filter(pl.col("week") < LATE) for run in (without, with_it)]
        # whether an event turned is known half a year later only
        before = [frame.drop("turned", strict=False) for frame in before]
        assert unlike_frames(*before, name) == []
    begun = [
        run.spells.filter(pl.col("start") < LATE).with_columns(pl.col("end").clip(upper_bound=LATE)).drop("open_right")
        for run in (without, with_it)
    ]
    assert unlike_frames(*begun, "spells") == []


def test_a_measure_does_something_from_its_week_on() -> None:
    """The guard above would be empty if dated values never reached the model."""
    base = small_town(weeks=LATE + 8)
    measure = base.with_values({key: {month_of(base, LATE): value} for key, value in MEASURES.items()})
    state = past(base, 2)
    both = (simulate(base, 2, state), simulate(measure, 2, state))
    weeks = [run.panel.filter(pl.col("week") >= LATE) for run in both]
    assert unlike_frames(*weeks) != []


def test_the_burn_in_does_not_know_what_comes_after() -> None:
    base = small_town(weeks=10)
    late = base.with_values({"casework.caseload": 20.0, "life.crises": 1.0})
    assert late.burn_in_digest == base.burn_in_digest
    assert burn_in(base, 4).to_bytes() == burn_in(late, 4).to_bytes()
