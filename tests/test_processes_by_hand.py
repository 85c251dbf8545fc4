"""Single processes on citizens made by hand, with the expected numbers worked out in the comments."""

from __future__ import annotations

import numpy as np
import pytest

from sim.engine.run import begin
from sim.population.columns import NEVER
from sim.population.town import Town
from sim.processes import firms, handover, inner, life, meetings, motivation, rehabilitation, search, staffing
from sim.processes.event_log import EventLog
from sim.processes.moves import move, resting_standing, turn
from sim.processes.now import Now
from sim.scenario.scenario import Scenario
from sim.vocabulary import (
    IN_WORK, SUCCESSORS, Agency, Benefit, CaseworkerKind, Cause, EventKind, Identity, Problem, Sector, Service, Standing, TurningPoint,
)
from tests.fixtures_model import small_town, this_week

PLAIN = small_town()


def town_with(scenario: Scenario = PLAIN, seed: int = 1) -> Town:
    """A town in which everyone on benefit is alike: no problems, middling in everything, no ties that carry."""
    town = begin(scenario, seed).town
    c = town.citizens
    c.problem[:] = 0.0
    c.problem_floor[:] = 0.0
    for name in ("coping", "self_worth", "belief", "direction", "trust", "knowledge", "health", "room", "drive", "caseworker_belief"):
        getattr(c, name)[:] = 0.5
    c.net_support[:] = c.net_help[:] = 0.0
    c.usual_change[:] = 0.0
    return town


def on(mechanisms: str, *, value: bool) -> Scenario:
    return small_town({f"mechanisms.{mechanisms}": value})


# --- inner states -------------------------------------------------------------------------------------------------

def test_problems_ease_by_half_of_what_is_above_their_floor() -> None:
    scenario = small_town({"life.ease_half_life": 4.0})
    c = town_with().citizens
    c.problem[Problem.MENTAL, 0], c.problem_floor[Problem.MENTAL, 0] = 0.5, 0.1
    seen = []
    for week in range(0, 8, life.MONTH):
        life.ease(c, this_week(scenario, week))
        seen.append(float(c.problem[Problem.MENTAL, 0]))
    assert seen == pytest.approx([0.3, 0.2], abs=1e-6)


def test_what_fed_a_motivation_or_a_leaning_fades_by_half_in_its_half_life() -> None:
    scenario = small_town({"person.motivation_half_life": 6.0, "person.identity_half_life": 12.0})
    c = town_with().citizens
    c.orientation[:] = 0.8  # 0.4 above rest
    c.leaning[:] = 0.0  # 0.2 below rest
    for week in range(0, 12, motivation.FORTNIGHT):
        motivation.fade(c, this_week(scenario, week))
    assert c.orientation[:, 0].tolist() == pytest.approx([0.5] * 5, abs=1e-6)
    assert c.leaning[:, 0].tolist() == pytest.approx([0.1] * 3, abs=1e-6)


def test_health_load_and_room_by_hand() -> None:
    person = PLAIN.settings_at(0).person
    assert (person.coping_reach, person.support_reach, person.load_steepness) == (1.75, 0.75, 6.0)
    c = town_with().citizens
    c.problem[Problem.MENTAL, 0], c.problem[Problem.PAIN, 0], c.problem[Problem.DEBT, 0] = 0.4, 0.2, 0.3
    c.coping[0], c.trust[0], c.net_support[0], c.net_help[0] = 0.4, 0.5, 0.5, 0.25
    c.service[:] = Service.NONE
    c.mentor_until[:] = NEVER
    inner.weigh_load(c, this_week(PLAIN))
    assert c.health[0] == pytest.approx(1 - 0.5 * 0.4 - 0.4 * 0.2)  # 0.72
    assert c.load[0] == pytest.approx(0.9)
    # usable support 0.4 x (0.5 + 0.25) + 0.2 x 0.5 = 0.4; carried 0.4 x 1.75 + 0.4 x 0.75 = 1.0; x = 0.1 x 6 = 0.6
    assert c.room[0] == pytest.approx(0.5 + 0.6 / (2 * 1.6), abs=1e-6)
    c.service[0], c.mentor_until[0] = Service.PSYCHOLOGIST, 5
    inner.weigh_load(c, this_week(PLAIN))
    # + 0.25 + 0.35: support is full at 1.0; carried 0.7 + 0.75 = 1.45; x = 0.55 x 6 = 3.3
    assert c.room[0] == pytest.approx(0.5 + 3.3 / (2 * 4.3), abs=1e-6)


def test_overload_is_counted_week_by_week_and_ends_with_some_margin() -> None:
    c = town_with().citizens
    c.coping[0], c.trust[0] = 0.4, 0.0  # carries 0.7
    counted = []
    for load in (0.72, 0.72, 0.69, 0.66, 0.69, 0.72):  # above; above; within 5 %; under; within, but not begun; above
        c.problem[:, 0] = 0.0
        c.problem[Problem.DEBT, 0] = load
        inner.weigh_load(c, this_week(PLAIN))
        counted.append(int(c.overload_weeks[0]))
    assert counted == [1, 2, 2, 0, 0, 1]


def test_agency_follows_power_to_act() -> None:
    c = town_with().citizens
    c.orientation[:] = 0.4
    c.leaning[:] = 0.2
    for row, level in enumerate((0.9, 0.5, 0.2, 0.2)):
        for name in ("belief", "self_worth", "direction", "coping"):
            getattr(c, name)[row] = level
    c.room[:4] = [0.75, 0.75, 0.75, 0.0]
    c.overload_weeks[:4] = [0, 0, 0, 4]
    motivation.act(c, this_week(PLAIN))
    # at 0.9: (0.86 x 0.9 + 0.14 x 0.4) x (0.55 + 0.6 x 0.75) = 0.83; at 0.5: 0.486; at 0.2: 0.228; crushed: 0.228 x 0.55
    assert c.drive[:4].tolist() == pytest.approx([0.83, 0.486, 0.228, 0.1254], abs=1e-6)
    assert [Agency(a) for a in c.agency[:4]] == [Agency.ACTIVE, Agency.PASSIVE, Agency.INACTIVE, Agency.PARALYSED]


def test_orientations_matter_for_the_power_to_act_only_when_motivation_is_on() -> None:
    for switch, matters in ((True, True), (False, False)):
        c = town_with().citizens
        c.leaning[:] = 0.2
        c.orientation[:] = 0.4
        c.orientation[:, 1] = 0.9
        motivation.act(c, this_week(on("motivation", value=switch)))
        assert (c.drive[1] > c.drive[0]) == matters


def test_the_strongest_leaning_is_the_identity() -> None:
    c = town_with().citizens
    c.leaning[:, :3] = np.array([[0.5, 0.2, 0.2], [0.3, 0.4, 0.3], [0.1, 0.3, 0.6]])
    motivation.identify(c)
    assert [Identity(i) for i in c.identity[:3]] == [Identity.CO_CREATOR, Identity.CLIENT, Identity.OPPONENT]


@pytest.mark.parametrize(("state", "change", "direction"), [
    ("self_worth", {"trust": 1.0}, 1), ("self_worth", {"net_support": 1.0}, 1), ("self_worth", {"room": 0.0}, -1), ("self_worth", {"rejections": 20.0}, -1),
    ("self_worth", {"support_weeks": 900}, -1), ("belief", {"support_weeks": 900}, -1), ("belief", {"health": 0.2}, -1), ("belief", {"self_worth": 0.9}, 1),
    ("direction", {"knowledge": 1.0}, 1), ("direction", {"momentum": 0.5}, 1), ("direction", {"room": 0.0}, -1),
    ("coping", {"net_help": 1.0}, 1), ("coping", {"room": 0.0}, -1),
])
def test_inner_states_drift_toward_what_carries_them(state: str, change: dict[str, float], direction: int) -> None:
    town = town_with()
    c = town.citizens
    for name, value in change.items():
        getattr(c, name)[1] = value
    for column in (c.self_worth_base, c.belief_base, c.coping_base):
        column[:] = 0.5
    c.support_weeks[2:] = c.support_weeks[0] = 0
    if "support_weeks" not in change:
        c.support_weeks[:] = 0
    c.orientation[:] = 0.4
    everyone, nobody = np.ones(c.rows, dtype=np.bool_), np.zeros(c.rows, dtype=np.bool_)
    start = getattr(c, state).copy()
    inner.drift(town, this_week(PLAIN), everyone, nobody)
    moved = getattr(c, state) - start
    assert np.sign(moved[1] - moved[0]) == direction


def test_work_lifts_self_worth_and_belief() -> None:
    town = town_with()
    c = town.citizens
    c.self_worth_base[:] = c.belief_base[:] = c.coping_base[:] = 0.5
    c.orientation[:] = 0.4
    c.support_weeks[:] = 0
    working = np.arange(c.rows) == 1
    inner.drift(town, this_week(PLAIN), ~working, working)
    for name in ("self_worth", "belief", "direction", "coping"):
        assert getattr(c, name)[1] > getattr(c, name)[0], name


# --- casework -----------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(("values", "trust", "knowledge", "standstill"), [
    # change_loss 0.75 of trust 0.8 and knowledge 0.6; ten weeks' standstill x 0.75, less what is saved
    ({"casework.handover": "none"}, 0.8 * 0.25, 0.6 * 0.25, 7.5),
    ({"casework.handover": "file"}, 0.8 * 0.25, 0.6 * (1 - 0.75 * 0.7), 7.5 * 0.7),
    ({"casework.handover": "planned"}, 0.8 * (1 - 0.75 * 0.625), 0.6 * (1 - 0.75 * 0.25), 7.5 * 0.25),
    ({"casework.handover": "none", "casework.change_loss": 0.0}, 0.8, 0.6, 0.0),
    ({"casework.handover": "none", "casework.change_loss": 1.0}, 0.0, 0.0, 10.0),
    ({"mechanisms.change_loss": False}, 0.8, 0.6, None),
])
def test_what_a_change_of_caseworker_leaves(values: dict[str, object], trust: float, knowledge: float, standstill: float | None) -> None:
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
    assert np.count_nonzero(lost) == (trust < 0.8)


def test_a_planned_handover_saves_trust_for_everyone_and_less_when_the_old_caseworker_is_gone() -> None:
    kept = {}
    for how, cause in (("planned", Cause.REASSIGNED), ("planned", Cause.STAFF_TURNOVER), ("file", Cause.REASSIGNED), ("none", Cause.REASSIGNED)):
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


@pytest.mark.parametrize(("rule", "first"), [("longest_wait", 0), ("most_pressed", 1), ("nearest_work", 2), ("judgement", 3)])
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
    held = meetings.hold(town, this_week(scenario, 0))
    called = np.flatnonzero(c.met == 0)
    assert len(called) == 7 * len(np.unique(c.post[c.present]))
    assert called.min() >= 10
    assert len(held.rows) + len(held.missed) == len(called)
    assert town.posts.hours_used.sum() == pytest.approx(len(called) * scenario.settings_at(0).casework.meeting_hours, rel=1e-5)


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


# --- work and firms -----------------------------------------------------------------------------------------------

def test_answers_grow_rarer_with_time_and_not_without_the_mechanism() -> None:
    weeks = np.array([0, 4, 20, 39, 40, 200])
    early = search.callback(this_week(PLAIN), weeks)
    # from 1 to 0.6 between week 4 and week 39: 1 - 0.4 x 16/35 at week 20
    assert early.tolist() == pytest.approx([1, 1, 1 - 0.4 * 16 / 35, 0.6, 0.6, 0.6], abs=1e-6)
    late = search.callback(this_week(small_town({"employment.callback_shape": "late"})), weeks)
    assert late.tolist() == pytest.approx([1, 1, 1, 0.6, 0.6, 0.6], abs=1e-6)
    assert search.callback(this_week(on("callback", value=False)), weeks).tolist() == [1.0] * 6


def test_one_opening_in_town_gives_one_job_however_many_apply() -> None:
    scenario = small_town({"employment.applications": 500.0, "employment.offer": 1.0, "employment.outside_town": 0.0})
    town = town_with(scenario)
    c, f = town.citizens, town.firms
    c.drive[:], c.skill[:], c.jobless_weeks[:] = 1.0, 1.0, 0
    f.openings[:] = 0
    f.openings[[2, 5]] = [1, 3]
    search.seek(town, this_week(scenario))
    hired = np.isin(c.standing, IN_WORK) & c.present
    by_firm = np.bincount(c.firm[hired & (c.firm >= 0)], minlength=f.rows)
    assert by_firm[2] == 1
    assert by_firm[5] == 3
    assert by_firm.sum() == 4
    assert f.openings.sum() == 0
    assert np.count_nonzero(hired) == 4
    assert np.count_nonzero(c.rejections > 0) > 20


def test_capacity_is_worn_once_per_course_and_never_leaves_its_range() -> None:
    town = town_with()
    town.firms.capacity[:] = 0.5
    firms.wear(town, this_week(PLAIN), np.array([1, 3, 3, -1]), 0.22)
    assert town.firms.capacity[:4].tolist() == pytest.approx([0.5, 0.28, 0.5, 0.06], abs=1e-6)
    firms.wear(town, this_week(PLAIN), np.array([3]), 0.22)
    firms.wear(town, this_week(PLAIN), np.array([1]), -9.0)
    assert town.firms.capacity[[1, 3]].tolist() == [1.0, 0.0]
    firms.wear(town, this_week(on("firm_capacity", value=False)), np.array([1]), 0.5)
    assert town.firms.capacity[1] == 1.0


def test_a_workplace_says_no_when_full_worn_or_in_quarantine() -> None:
    town = town_with()
    f = town.firms
    f.capacity[:], f.running[:], f.limit[:], f.quarantine_until[:], f.special_terms[:] = 0.6, 0, 1, NEVER, False
    f.running[1], f.capacity[2], f.quarantine_until[3], f.quarantine_until[4] = 1, 0.2, 11, 10
    assert firms.open_to_placements(town, this_week(PLAIN, 10), np.arange(6)).tolist() == [True, False, False, False, True, True]
    assert firms.open_to_placements(town, this_week(on("firm_capacity", value=False), 10), np.arange(3)).tolist() == [True, False, True]


def test_only_municipal_sites_that_dismissed_someone_are_put_in_quarantine() -> None:
    town = town_with()
    f = town.firms
    f.sector[:3] = [Sector.MUNICIPAL, Sector.PRIVATE, Sector.MUNICIPAL]
    firms.quarantine(town, this_week(PLAIN, 10), np.array([0, 1, -1]))
    assert f.quarantine_until[:3].tolist() == [10 + 26, NEVER, NEVER]


# --- moves and turning points -------------------------------------------------------------------------------------

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
    assert (events["citizen"].tolist(), events["previous"].tolist(), events["current"].tolist()) == ([c.citizen[1]], [Standing.SUPPORT], [Standing.BENEFIT])
    assert c.standing_since[:2].tolist() == [-7, 3]


def test_without_an_offer_people_stand_where_their_benefit_puts_them() -> None:
    c = town_with().citizens
    c.benefit[:3] = [Benefit.ACTIVITY_READY, Benefit.RESOURCE_COURSE, Benefit.FLEXJOB_ALLOWANCE]
    assert resting_standing(c, np.arange(3)).tolist() == [Standing.BENEFIT, Standing.RESOURCE_COURSE, Standing.FLEXJOB_WAITING]


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
    turn(town.citizens, this_week(scenario, 0, log), np.array([0]), TurningPoint.RELATION, ((town.citizens.belief, 1.0),))
    assert town.citizens.belief[0] == 0.5
    assert len(log.columns()["week"]) == 1


def test_a_closed_log_keeps_nothing() -> None:
    log = EventLog(open=False)
    now: Now = this_week(PLAIN, 0, log)
    now.log.add(0, EventKind.CRISIS, np.array([1], dtype=np.uint32))
    assert len(log.columns()["week"]) == 0
