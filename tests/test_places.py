"""Workplaces and those who bring people to them: candour, visits, leaders, frames, ends in sight, wages, providers."""

from __future__ import annotations

import numpy as np
import pytest

from sim.population.columns import NEVER
from sim.population.town import Town
from sim.processes import brokers, candour, courses, employment, firms, life, placements, workplace
from sim.processes.breaking import fail
from sim.processes.casework import Proposals
from sim.vocabulary import Benefit, Cause, Channel, Problem, Standing
from tests.fixtures_model import small_town, this_week, town_alike

FOUR = np.arange(4)


def placed(town: Town, rows: np.ndarray) -> None:
    """Put people in placements in town, at the first workplaces."""
    c = town.citizens
    c.standing[rows], c.at_work[rows], c.firm[rows] = Standing.TRAINING, True, np.arange(len(rows))
    c.work_since[rows], c.work_until[rows], c.purpose[rows], c.prospect[rows] = 0, 13, 0.5, False
    town.firms.running[:] = 1


def test_a_candid_caseworker_shows_more_of_the_burden_and_leaves_nothing_to_find_out() -> None:
    scenario = small_town({"casework.candour": 0.6, "casework.caseload": 40.0})
    town = town_alike(scenario)
    c = town.citizens
    town.posts.candour[:2] = [0.9, 0.1]
    c.post[FOUR], c.channel[FOUR], c.firm[FOUR] = [0, 1, 1, 1], Channel.JOBCENTRE, FOUR
    c.channel[3] = Channel.NETWORK
    seen = candour.seen(town, this_week(scenario), FOUR, c.channel[FOUR].astype(np.int64))
    assert seen == pytest.approx([1.24, 0.76, 0.76, 1.0])
    town.firms.relation[:4] = 0.5
    candour.find_out(town, this_week(scenario), FOUR)
    assert town.firms.relation[:4] == pytest.approx([0.5, 0.5 - 0.1 * 0.6 * 0.4, 0.5 - 0.1 * 0.6 * 0.4, 0.5])


def test_a_broken_course_costs_more_of_the_relation_where_something_was_left_out() -> None:
    lost = []
    for honest in (0.9, 0.1):
        scenario = small_town()
        town = town_alike(scenario)
        placed(town, FOUR)
        town.posts.candour[:], town.citizens.channel[FOUR], town.citizens.post[FOUR] = honest, Channel.JOBCENTRE, 0
        town.firms.relation[:] = 0.5
        fail(town, this_week(scenario), FOUR, Cause.LEFT_BY_FIRM)
        lost.append(0.5 - float(town.firms.relation[:4].mean()))
    assert lost == pytest.approx([0.05, 0.05 + 0.1 * 0.6 * 0.4], abs=1e-6)


@pytest.mark.parametrize("weight", [0.6, 0.0])
def test_fixed_frames_ease_the_anxious_only(weight: float) -> None:
    scenario = small_town({"employment.fixed_frames": weight})
    town = town_alike(scenario)
    c = town.citizens
    placed(town, FOUR)
    c.anxious[FOUR], c.task_load[FOUR], c.room[FOUR] = [True, True, False, False], 2.0, 0.0
    for name in ("accommodation_need", "accommodated", "work_hours", "hours_possible", "fit_in"):
        getattr(c, name)[FOUR] = getattr(c, name)[0]
    town.firms.structure[:4] = [0.9, 0.1, 0.9, 0.1]
    strain = workplace.strain(town, this_week(scenario), FOUR)
    assert strain[1] - strain[0] == pytest.approx(weight * 0.8, abs=1e-6)
    assert strain[2] == strain[3]


@pytest.mark.parametrize("shadow", [0.02, 0.0])
def test_an_end_in_sight_without_a_prospect_wears_those_who_belong(shadow: float) -> None:
    seen = []
    for shade in (shadow, 0.0):
        scenario = small_town({"placements.end_shadow": shade})
        town = town_alike(scenario)
        c = town.citizens
        placed(town, FOUR)
        town.firms.openings[:] = [i == 1 for i in range(town.firms.rows)]
        c.prospect[FOUR], c.fit_in[FOUR] = [False, True, False, False], [0.8, 0.8, 0.8, 0.0]
        c.work_until[FOUR] = [12, 12, 20, 12]
        workplace.feel(town, this_week(scenario, 10), FOUR)
        seen.append((c.direction[FOUR].copy(), c.problem[Problem.MENTAL, FOUR].copy()))
    assert seen[1][0] - seen[0][0] == pytest.approx([shadow * 0.8, 0, 0, 0], abs=1e-6)
    assert seen[0][1] - seen[1][1] == pytest.approx([0.5 * shadow * 0.8, 0, 0, 0], abs=1e-6)


def test_a_wage_pays_off_debt_by_hours() -> None:
    scenario = small_town({"life.wage_eases": 0.5, "life.ease_half_life": 4.0})
    town = town_alike(scenario)
    c, rows = town.citizens, np.arange(3)
    c.standing[rows], c.work_hours[rows] = [Standing.FULL_TIME, Standing.PART_TIME, Standing.BENEFIT], [37.0, 18.5, 0]
    c.problem[Problem.DEBT, rows] = c.problem_floor[Problem.DEBT, rows] = 0.4
    life.ease(c, this_week(scenario))
    # half of the way in four weeks to 0.4 less 0.5 x 0.4 x hours over 37
    assert c.problem[Problem.DEBT, rows] == pytest.approx([0.3, 0.35, 0.4], abs=1e-6)


@pytest.mark.parametrize("nursing", [0.02, 0.0])
def test_a_brokers_visit_in_vain_is_remembered(nursing: float) -> None:
    scenario = small_town({"firms.nursing": nursing, "brokers.brokers": 20.0})
    town = town_alike(scenario)
    c, f = town.citizens, town.firms
    rows = np.arange(30)
    post = int(np.flatnonzero(town.posts.kind == 1)[0])
    c.broker[rows], f.capacity[:], f.willingness[:] = post, 0.42, 0.0
    c.accommodation_need[rows], c.skill[rows], f.adaptability[:], f.relation[:] = 1.0, 0.0, 0.0, 0.0
    knew = float(town.posts.firm_knowledge[post])
    wanted = Proposals(rows, np.full(30, int(Channel.BROKER)), np.full(30, 0.5, dtype=np.float32))
    placements.propose(town, this_week(scenario), wanted)
    assert (f.relation.max() > 0) == (nursing > 0)
    assert (town.posts.firm_knowledge[post] > knew) == (nursing > 0 or bool(c.waiting_start.any()))


def test_leaders_change_and_people_on_special_terms_come_and_go() -> None:
    many = {"town.workplaces_per_citizen": 2.0}
    scenario = small_town({"firms.leader_change": 0.9, "firms.special_terms_weeks": 26.0, **many})
    still = small_town({"firms.leader_change": 0.0, "firms.special_terms_weeks": 0.0, **many})
    for given, moves in ((scenario, True), (still, False)):
        town = town_alike(given)
        f = town.firms
        backing, others = f.backing.copy(), f.special_terms.copy()
        for week in range(0, 53, 13):
            firms.live(town, this_week(given, week))
        assert (f.backing != backing).any() == moves
        assert (f.special_terms != others).any() == moves
        assert 0.4 < f.backing.mean() < 0.6
        assert 0.05 < f.special_terms.mean() < 0.35


def test_an_unexpected_strength_renews_the_workplace() -> None:
    scenario = small_town({"firms.gain": 0.2})
    town = town_alike(scenario)
    c, f = town.citizens, town.firms
    rows = np.arange(100)
    placed(town, rows)
    c.firm[rows], f.capacity[:], c.fit_in[rows] = 0, 0.2, 0.0
    c.hidden_strength[rows], c.trade[rows] = f.occupation[0], (f.occupation[0] + 1) % 5
    workplace.happen(town, this_week(scenario, 1))
    assert f.capacity[0] > 0.2
    assert f.capacity[1] == np.float32(0.2)


def test_a_full_provider_approaches_nobody() -> None:
    said = []
    for follows in (10.0, 0.0):
        scenario = small_town({"brokers.provider_places": 1000.0, "brokers.provider_follows": follows}, course=40)
        town = town_alike(scenario)
        c = town.citizens
        rows = np.flatnonzero(c.benefit == Benefit.RESOURCE_COURSE)
        c.at_work[rows], c.waiting_start[rows], c.overload_weeks[rows], c.room[rows] = False, False, 0, 1.0
        c.channel[rows], c.standing[rows], c.service[rows], c.queue[rows] = 0, Standing.RESOURCE_COURSE, 0, 0
        already = rows[:3]
        c.channel[already], c.waiting_start[already], c.work_since[already] = Channel.PROVIDER, True, NEVER
        said.append(len(brokers.provide(town, this_week(scenario)).rows))
    assert said[0] == int(np.ceil(0.1 * len(rows))) - 3
    assert said[1] > said[0]


@pytest.mark.parametrize("rhythm", [0.004, 0.0])
def test_coming_and_going_gives_coping_by_hours(rhythm: float) -> None:
    scenario = small_town({"placements.rhythm": rhythm})
    town = town_alike(scenario)
    c = town.citizens
    placed(town, FOUR)
    c.work_hours[FOUR], c.attendance[FOUR], before = [20, 10, 30, 20], [1, 1, 1, 0.5], c.coping[FOUR].copy()
    workplace.feel(town, this_week(scenario, 1), FOUR)
    assert c.coping[FOUR] - before == pytest.approx(rhythm * np.array([1, 0.5, 1, 0.5]), abs=1e-6)


def test_an_expert_at_the_table_opens_mouths_where_no_broker_is_known() -> None:
    purposes = []
    for opens, momentum in ((0.8, 0.3), (0.8, 0.0), (0.0, 0.3)):
        scenario = small_town({"rehabilitation.expert_at_meeting": True, "rehabilitation.expert_opens": opens})
        town = town_alike(scenario)
        c, rows = town.citizens, np.arange(3)
        c.trust[rows], c.momentum[rows], c.broker[rows] = 0.2, momentum, -1
        wanted = Proposals(rows, np.full(3, int(Channel.JOBCENTRE)), np.full(3, 0.5, dtype=np.float32))
        placements.agree(town, this_week(scenario), wanted, rows)
        purposes.append((float(c.purpose[0]), float(c.disclosed[0])))
    # 0.3 of the alliance goes into the purpose: 0.8 in place of a trust of 0.2
    assert purposes[0][0] - purposes[1][0] == pytest.approx(0.3 * 0.6, abs=1e-5)
    assert purposes[0][1] > purposes[1][1]
    assert purposes[2] == purposes[1]


def test_an_old_workplace_gives_a_soft_start() -> None:
    scenario = small_town()
    town = town_alike(scenario)
    c, rows = town.citizens, np.arange(2)
    c.waiting_start[rows], c.work_since[rows], c.kind[rows] = True, 3, Standing.TRAINING
    c.firm[rows], c.old_firm[rows], c.old_fit[rows], c.standstill_until[rows] = 4, [4, 5], 0.9, 0
    c.standing[rows] = Standing.BENEFIT
    placements.start(town, this_week(scenario, 3))
    assert c.at_work[rows].all()
    assert c.fit_in[0] == pytest.approx(0.6 * 0.9, abs=0.04)  # and how one is received
    assert c.fit_in[1] < 0.3


@pytest.mark.parametrize(("step", "hours"), [(3.0, [15.0, 13.0, 12.0]), (0.0, [12.0, 12.0, 12.0])])
def test_a_flexjob_grows_toward_what_one_can_give(step: float, hours: list[float]) -> None:
    scenario = small_town({"employment.flexjob_step": step, "employment.hours_up": 1.0})
    town = town_alike(scenario)
    c, rows = town.citizens, np.arange(3)
    placed(town, rows)
    c.standing[rows], c.work_since[rows], c.work_until[rows] = Standing.FLEXJOB, -100, NEVER
    c.work_hours[rows], c.health[rows], c.hours_possible[rows] = 12.0, 1.0, [30.0, 13.0, 30.0]
    c.fit_to[rows] = c.fit_in[rows] = [0.9, 0.9, 0.1]
    c.room[rows], c.follow_up_until[rows] = 1.0, 500
    employment.work(town, this_week(scenario, 10))
    assert c.work_hours[rows].tolist() == pytest.approx(hours)


@pytest.mark.parametrize("dependence", [1.0, 0.0])
def test_a_workplace_used_to_free_hands_puts_off_more(dependence: float) -> None:
    scenario = small_town({"placements.dependence": dependence})
    put_off = []
    for starts in (0.0, 4.0):
        town = town_alike(scenario)
        rows = np.arange(100)
        placed(town, rows)
        town.citizens.firm[rows], town.citizens.fit_to[rows], town.citizens.extensions[rows] = 0, 0.6, 0
        town.firms.starts[0], town.firms.pressure[0], town.firms.backing[0] = starts, 0.3, 0.5
        put_off.append(int(courses._puts_off(town, this_week(scenario), rows).sum()))
    assert (put_off[1] > put_off[0]) == (dependence > 0)
