"""Handover, meetings and assignment on citizens made by hand; the expected numbers are worked out in comments."""

from __future__ import annotations

import numpy as np
import pytest

from sim.population.columns import NEVER
from sim.population.town import Town
from sim.processes import (
    handover,
    meetings,
    rehabilitation,
    staffing,
)
from sim.processes.event_log import EventLog
from sim.scenario.scenario import Scenario
from sim.vocabulary import (
    CaseworkerKind,
    Cause,
    EventKind,
    Problem,
    TurningPoint,
)
from tests.fixtures_model import small_town, this_week, town_alike

PLAIN = small_town()


def town_with(scenario: Scenario = PLAIN) -> Town:
    return town_alike(scenario)


@pytest.mark.parametrize(
    ("values", "trust", "knowledge", "standstill"),
    [
        # change_loss 0.75 of trust 0.8 and knowledge 0.6; ten weeks' standstill x 0.75, less what is saved
        ({"casework.handover": "none"}, 0.8 * 0.25, 0.6 * 0.25, 7.5),
        ({"casework.handover": "file"}, 0.8 * 0.25, 0.6 * (1 - 0.75 * 0.7), 7.5 * 0.7),
        # a planned meeting saves 0.85 of knowledge and standstill, and 0.8 times as much of trust
        ({"casework.handover": "planned"}, 0.8 * (1 - 0.75 * 0.32), 0.6 * (1 - 0.75 * 0.15), 7.5 * 0.15),
        (
            {"casework.handover": "planned", "casework.planned_saves_trust": 1.0},
            0.8 * (1 - 0.75 * 0.15), 0.6 * (1 - 0.75 * 0.15), 7.5 * 0.15,
        ),
        ({"casework.handover": "none", "casework.change_loss": 0.0}, 0.8, 0.6, 0.0),
        ({"casework.handover": "none", "casework.change_loss": 1.0}, 0.0, 0.0, 10.0),
        ({"mechanisms.change_loss": False}, 0.8, 0.6, None),
    ],
)
def test_what_a_change_of_caseworker_leaves(
    values: dict[str, object], trust: float, knowledge: float, standstill: float | None
) -> None:
    scenario = small_town(values)
    town = town_with(scenario)
    c = town.citizens
    c.trust[:], c.knowledge[:], c.anxious[:], c.mentor_until[:], c.standstill_until[:] = 0.8, 0.6, False, NEVER, NEVER
    log = EventLog()
    handover.hand_over(town, this_week(scenario, 10, log), np.array([0]), Cause.REASSIGNED, met_by=10)
    assert c.trust[0] == pytest.approx(trust, abs=1e-6)
    assert c.knowledge[0] == pytest.approx(knowledge, abs=1e-6)
    assert c.trust_before[0] == pytest.approx(0.8)
    assert (int(c.caseworker_changes[0]), int(c.changed[0])) == (1, 10)
    assert c.trust[1] == pytest.approx(0.8), "nobody else lost anything"
    if standstill is None:
        assert c.standstill_until[0] == NEVER
    else:
        assert abs(int(c.standstill_until[0]) - 10 - standstill) <= 0.5
    events = log.columns()
    changed = events["kind"] == EventKind.CASEWORKER_CHANGED
    assert events["amount"][changed].tolist() == pytest.approx([0.8 - trust], abs=1e-6)
    lost = (events["kind"] == EventKind.TURNING_POINT) & (events["current"] == TurningPoint.CASEWORKER_LOST)
    handed_over = values.get("casework.handover") == "planned"
    assert np.count_nonzero(lost) == (trust < 0.8 and not handed_over), "only those whom nobody handed over"


def test_a_planned_handover_saves_trust_for_everyone_and_less_when_the_old_caseworker_is_gone() -> None:
    kept = {}
    for how, cause in (
        ("planned", Cause.REASSIGNED),
        ("planned", Cause.STAFF_TURNOVER),
        ("file", Cause.REASSIGNED),
        ("none", Cause.REASSIGNED),
    ):
        scenario = small_town({"casework.handover": how})
        town = town_with(scenario)
        c = town.citizens
        c.trust[:] = np.linspace(0.05, 1.0, c.rows, dtype=np.float32)
        handover.hand_over(town, this_week(scenario), np.arange(c.rows), cause, met_by=0)
        kept[how, cause] = c.trust.copy()
    assert (kept["planned", Cause.REASSIGNED] > kept["planned", Cause.STAFF_TURNOVER]).all()
    assert (kept["planned", Cause.STAFF_TURNOVER] > kept["none", Cause.REASSIGNED]).all()
    assert (kept["file", Cause.REASSIGNED] == kept["none", Cause.REASSIGNED]).all(), "a file saves knowledge, no trust"


def test_the_anxious_are_set_back_and_a_personal_mentor_takes_half_of_it() -> None:
    scenario = small_town({"casework.handover": "none", "casework.anxious_harm": 0.2})
    town = town_with(scenario)
    c = town.citizens
    c.anxious[:4] = [True, True, False, True]
    c.mentor_until[:4] = [NEVER, 50, NEVER, 9]
    handover.hand_over(town, this_week(scenario, 10), np.arange(4), Cause.REASSIGNED, met_by=10)
    assert c.problem[Problem.MENTAL, :4].tolist() == pytest.approx([0.2, 0.1, 0.0, 0.2], abs=1e-6)


def test_new_cases_go_to_the_posts_with_the_fewest() -> None:
    scenario = small_town({"casework.caseload": 30.0}, ready=90, course=0)
    town = town_with(scenario)
    c, posts = town.citizens, town.posts
    c.post[:] = -1
    posts.cases[:] = [10, 0, 4]
    for person in range(9):  # one at a time, in one week: 0 and 1 until all are level
        staffing.assign(town, this_week(scenario), np.array([person]))
    assert posts.cases[:3].tolist() == [10, 7, 6] or posts.cases[:3].tolist() == [10, 6, 7]
    assert np.bincount(c.post[:9], minlength=3).tolist() == (posts.cases[:3] - np.array([10, 0, 4])).tolist()
    staffing.assign(town, this_week(scenario), np.arange(10, 19))  # together: in turn, by lot
    assert np.bincount(c.post[10:19], minlength=3).tolist() == [3, 3, 3]


@pytest.mark.parametrize(
    ("rule", "first"), [("longest_wait", 0), ("most_pressed", 1), ("nearest_work", 2), ("judgement", 3)]
)
def test_who_is_called_first_follows_the_rule(rule: str, first: int) -> None:
    scenario = small_town({"casework.priority": rule}, ready=20, course=0)
    town = town_with(scenario)
    c, posts = town.citizens, town.posts
    mine = int(np.flatnonzero(posts.kind == CaseworkerKind.AUTHORITY)[0])
    c.post[:] = -1
    c.post[:4] = mine
    c.met[:4] = [-12, -10, -10, -10]  # the first has waited longest
    c.load[:4] = [0.0, 3.0, 0.0, 0.0]
    c.caseworker_belief[:4] = [0.1, 0.1, 0.9, 0.6]
    c.trust[:4] = [0.0, 0.0, 0.0, 1.0]
    posts.slots[:] = 0
    posts.slots[mine] = 1
    before = c.met.copy()
    meetings.hold(town, this_week(scenario, 0))
    assert np.flatnonzero(c.met != before).tolist() == [first]


def test_nobody_is_met_beyond_the_slots_nor_before_it_is_due() -> None:
    scenario = small_town(ready=60, course=0)
    town = town_with(scenario)
    c, posts = town.citizens, town.posts
    c.met[:] = -20
    c.met[:10] = -2  # met two weeks ago: not due
    posts.slots[:] = 7
    now = this_week(scenario, 0)
    held = meetings.hold(town, now)
    called = np.flatnonzero(c.met == 0)
    assert len(called) == 7 * len(np.unique(c.post[c.present]))
    assert called.min() >= 10
    assert len(held.rows) + len(held.missed) == len(called)
    hours = len(called) * scenario.settings_at(0).casework.meeting_hours
    assert now.tally.of("hours_meetings", 1).sum() == pytest.approx(hours)


def test_a_good_talk_builds_trust_and_a_poor_one_wears_it() -> None:
    quiet = small_town({"casework.turn_chance": 0.0})
    for listening, direction in ((0.95, 1), (0.05, -1)):
        town = town_with(quiet)
        c, posts = town.citizens, town.posts
        posts.listening[:], posts.strain[:], posts.rule_bound[:] = listening, 0.0, 0.5
        posts.slots[:] = 100
        c.met[:] = -50
        held = meetings.hold(town, this_week(quiet, 0))
        assert len(held.rows) > 50
        assert (np.sign(c.trust[held.rows] - np.float32(0.5)) == direction).all()


def test_momentum_fades_by_half_in_its_half_life() -> None:
    scenario = small_town({"placements.momentum_half_life": 3.0})
    town = town_with()
    town.citizens.momentum[:] = 0.8
    seen = []
    for week in range(6):
        rehabilitation.wait(town, this_week(scenario, week))
        seen.append(float(town.citizens.momentum[0]))
    assert (seen[2], seen[5]) == pytest.approx((0.4, 0.2), abs=1e-6)
