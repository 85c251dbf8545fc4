"""Moves, jumps and the log on citizens made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from sim.population.town import Town
from sim.processes.event_log import EventLog
from sim.processes.moves import move, resting_standing, turn
from sim.processes.now import Now
from sim.scenario.scenario import Scenario
from sim.vocabulary import (
    SUCCESSORS,
    Benefit,
    Cause,
    EventKind,
    Standing,
    TurningPoint,
)
from tests.fixtures_model import small_town, this_week, town_alike

PLAIN = small_town()


def town_with(scenario: Scenario = PLAIN) -> Town:
    return town_alike(scenario)


def on(mechanisms: str, *, value: bool) -> Scenario:
    return small_town({f"mechanisms.{mechanisms}": value})


def test_an_unlawful_move_is_refused() -> None:
    town = town_with()
    c = town.citizens
    for previous in Standing:
        for current in Standing:
            c.standing[0] = previous
            if current in SUCCESSORS[previous] or current is previous:
                move(c, this_week(PLAIN), np.array([0]), current, Cause.NONE)
                assert c.standing[0] == current
            else:
                with pytest.raises(AssertionError, match="unlawful"):
                    move(c, this_week(PLAIN), np.array([0]), current, Cause.NONE)


def test_a_move_to_where_one_stands_is_no_event() -> None:
    c = town_with().citizens
    c.standing[:2], c.standing_since[:2] = [Standing.BENEFIT, Standing.SUPPORT], -7
    log = EventLog()
    move(c, this_week(PLAIN, 3, log), np.array([0, 1]), Standing.BENEFIT, Cause.ENDED)
    events = log.columns()
    assert (events["citizen"].tolist(), events["previous"].tolist(), events["current"].tolist()) == (
        [c.citizen[1]],
        [Standing.SUPPORT],
        [Standing.BENEFIT],
    )
    assert c.standing_since[:2].tolist() == [-7, 3]


def test_without_an_offer_people_stand_where_their_benefit_puts_them() -> None:
    c = town_with().citizens
    c.benefit[:3] = [Benefit.ACTIVITY_READY, Benefit.RESOURCE_COURSE, Benefit.FLEXJOB_ALLOWANCE]
    assert resting_standing(c, np.arange(3)).tolist() == [
        Standing.BENEFIT,
        Standing.RESOURCE_COURSE,
        Standing.FLEXJOB_WAITING,
    ]


@pytest.mark.parametrize("kind", list(TurningPoint), ids=lambda kind: kind.key)
def test_a_jump_goes_the_way_of_its_kind_by_half_to_one_and_a_half_times_its_size(kind: TurningPoint) -> None:
    town = town_with()
    c = town.citizens
    log = EventLog()
    rows = np.flatnonzero(c.present)
    turn(c, this_week(PLAIN, 4, log), rows, kind, ((c.belief, 1.0),), agent=7)
    moved = c.belief[rows] - np.float32(0.5)
    size = PLAIN.settings_at(0).person.jump
    assert (np.sign(moved) == (1 if kind.upward else -1)).all()
    assert np.abs(moved).min() >= 0.5 * size - 1e-6
    assert np.abs(moved).max() <= 1.5 * size + 1e-6
    assert np.abs(moved).mean() == pytest.approx(size, rel=0.1)
    events = log.columns()
    assert events["amount"].tolist() == pytest.approx(moved.tolist(), abs=1e-6)
    assert set(events["current"]) == {int(kind)}


def test_a_jump_is_at_least_three_times_the_usual_change_in_every_state_it_touches() -> None:
    town = town_with()
    c = town.citizens
    c.usual_change[0] = 0.1
    turn(c, this_week(PLAIN), np.array([0, 1]), TurningPoint.RELATION, ((c.belief, 1.0), (c.trust, 0.2)))
    assert (c.belief[0], c.trust[0]) == pytest.approx((0.8, 0.8), abs=1e-6)
    assert c.trust[1] < 0.5 + 0.2 * 1.5 * 0.12 + 1e-6


def test_without_jumps_the_event_is_still_told() -> None:
    scenario = on("turning_points", value=False)
    town = town_with(scenario)
    log = EventLog()
    turn(
        town.citizens, this_week(scenario, 0, log), np.array([0]), TurningPoint.RELATION, ((town.citizens.belief, 1.0),)
    )
    assert town.citizens.belief[0] == 0.5
    assert len(log.columns()["week"]) == 1


def test_a_closed_log_keeps_nothing() -> None:
    log = EventLog(open=False)
    now: Now = this_week(PLAIN, 0, log)
    now.log.add(0, EventKind.CRISIS, np.array([1], dtype=np.uint32))
    assert len(log.columns()["week"]) == 0
