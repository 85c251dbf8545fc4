"""Help and waiting as hours and rooms allow: thin contact, covered posts, full desks, coordinators, health by job."""

from __future__ import annotations

import numpy as np
import pytest

from sim.population.columns import NEVER
from sim.population.town import Town
from sim.processes import brokers, coordinators, life, outreach, rehabilitation, staffing, workplace
from sim.vocabulary import Benefit, CaseStage, CaseworkerKind, Channel, Problem, Standing
from tests.fixtures_model import small_town, this_week, town_alike

PLAIN = small_town({"brokers.brokers": 10.0})
TWO = np.array([0, 1])


def two_posts(town: Town, kind: CaseworkerKind) -> np.ndarray:
    """Two posts of a kind, both filled and unstrained."""
    posts = town.posts
    rows = np.flatnonzero(posts.kind == kind)[:2]
    if len(rows) < 2:
        raise AssertionError("the town needs two of them")
    posts.filled[rows], posts.open[rows], posts.strain[rows], posts.extra_hours[rows] = True, True, 0.0, 0.0
    return rows


# --- what a broker eases follows the contact there are hours for ---------------------------------------------------


@pytest.mark.parametrize(("thin", "lacking"), [(1.0, 0.75), (0.0, 0.0)])
def test_a_broker_eases_work_in_proportion_to_contact(thin: float, lacking: float) -> None:
    scenario = small_town({"brokers.brokers": 20.0, "brokers.thin_contact": thin, "employment.follow_up_help": 0.3})
    town = town_alike(scenario)
    c, by = town.citizens, two_posts(town, CaseworkerKind.BROKER)
    c.broker[TWO], c.follow_up_until[TWO], c.post[TWO] = by, 100, -1
    c.independent[TWO], c.firm_mentor[TWO], c.mentor_until[TWO] = False, False, NEVER
    c.task_load[TWO], c.room[TWO], c.fit_in[TWO] = 2.0, 0.0, 0.0
    for name in ("accommodation_need", "accommodated", "work_hours", "hours_possible"):
        getattr(c, name)[TWO] = getattr(c, name)[0]
    town.posts.contact[by] = [1.0, 0.25]
    strain = workplace.strain(town, this_week(scenario), TWO)
    assert strain[1] - strain[0] == pytest.approx(0.3 * lacking, abs=1e-6)


def test_a_recent_talk_with_a_trusted_caseworker_is_felt_at_work() -> None:
    scenario = small_town({"employment.follow_up_help": 0.3, "employment.talks_help": 0.3})
    town = town_alike(scenario)
    c = town.citizens
    c.post[TWO], c.trust[TWO], c.broker[TWO], c.follow_up_until[TWO] = 0, [0.8, 0.8], -1, NEVER
    c.met[TWO], c.task_load[TWO], c.room[TWO], c.fit_in[TWO] = [-2, -20], 2.0, 0.0, 0.0
    for name in ("accommodation_need", "accommodated", "work_hours", "hours_possible"):
        getattr(c, name)[TWO] = getattr(c, name)[0]
    strain = workplace.strain(town, this_week(scenario), TWO)
    assert strain[1] - strain[0] == pytest.approx(0.3 * 0.3 * 0.8, abs=1e-6)


def test_people_followed_up_at_work_take_of_a_brokers_hours() -> None:
    reached = []
    for followed in (0, 8):
        town = town_alike(small_town({"brokers.brokers": 20.0}))
        c, posts = town.citizens, town.posts
        post = two_posts(town, CaseworkerKind.BROKER)[0]
        c.broker[:] = -1
        c.broker[:10] = post
        c.broker[10 : 10 + followed] = post
        c.standing[10 : 10 + followed] = Standing.PART_TIME
        posts.cases[:], posts.slots[:] = 0, 0
        posts.cases[post], posts.slots[post] = 10, 6
        brokers.follow(town, this_week(small_town({"brokers.broker_cases": 10.0})))
        reached.append(float(posts.contact[post]))
    # 6 talks of 1.7 hours, for ten citizens of 1.2 hours, and for eight more who take a quarter of that
    assert reached == pytest.approx([6 * 1.7 / 12.0, 6 * 1.7 / (12.0 + 8 * 0.3)], rel=1e-5)


@pytest.mark.parametrize(("thin", "worn"), [(1.0, True), (0.0, False)])
def test_many_citizens_strain_a_broker(thin: float, worn: bool) -> None:  # noqa: FBT001  # a row of the table
    scenario = small_town({"brokers.brokers": 20.0, "brokers.thin_contact": thin}, ready=160)
    town = town_alike(scenario)
    post = two_posts(town, CaseworkerKind.BROKER)[0]
    town.citizens.broker[:] = -1
    town.citizens.broker[:40] = post
    for week in range(30):
        staffing.load(town, this_week(scenario, week))
    assert (town.posts.strain[post] > 0.5) == worn


# --- colleagues of an empty post, and desks ----------------------------------------------------------------------


@pytest.mark.parametrize("covered", [0.0, 1.0])
def test_an_empty_post_strains_the_colleagues(covered: float) -> None:
    scenario = small_town({"casework.caseload": 65.0, "casework.covered": covered})
    strain = []
    for empty in (False, True):
        town = town_alike(scenario)
        first, second = two_posts(town, CaseworkerKind.AUTHORITY)
        town.posts.filled[second] = not empty
        for week in range(20):
            staffing.load(town, this_week(scenario, week))
        strain.append(float(town.posts.strain[first]))
    assert (strain[1] > strain[0] + 0.1) == (covered > 0)


def test_papers_lie_longer_on_a_full_desk() -> None:
    scenario = small_town({"placements.desk_wait": 1.0, "placements.approval_weeks": 4.0, "casework.caseload": 65.0})
    town = town_alike(scenario)
    c, by = town.citizens, two_posts(town, CaseworkerKind.AUTHORITY)
    rows = np.arange(80)
    c.post[rows] = np.where(rows < 40, by[0], by[1])
    town.posts.strain[by] = [1.0, 0.0]
    c.waiting_start[rows], c.channel[rows], c.work_since[rows], c.work_until[rows] = True, Channel.JOBCENTRE, 4, 17
    outreach.papers(town, this_week(scenario), rows)
    # 4 weeks x 1.0 x (strain - 0.3): 2.8 weeks more at full strain, 1.2 fewer at none; whole weeks by lot
    assert c.work_since[rows[:40]].mean() == pytest.approx(4 + 2.8, abs=0.25)
    assert c.work_since[rows[40:]].mean() == pytest.approx(4 - 1.2, abs=0.25)
    assert set((c.work_until - c.work_since)[rows].tolist()) == {13}


def test_a_file_that_changes_hands_may_begin_anew_where_nothing_was_handed_over() -> None:
    scenario = small_town({"rehabilitation.documents_restart": 1.0})
    town = town_alike(scenario)
    c = town.citizens
    c.case_stage[:3], c.knowledge[:3], c.changed[:3] = CaseStage.QUEUED, [0.0, 1.0, 0.0], [9, 9, 2]
    c.standing[:3], c.standstill_until[:3] = Standing.BENEFIT, 99
    rehabilitation.clarify(town, this_week(scenario, 10))
    assert c.case_stage[:3].tolist() == [CaseStage.COLLECTING, CaseStage.QUEUED, CaseStage.QUEUED]


# --- coordinators ------------------------------------------------------------------------------------------------


def test_coordinators_take_as_many_as_they_have_room_for_and_the_longest_wait_first() -> None:
    scenario = small_town({"rehabilitation.coordinator_cases": 82.0, "rehabilitation.coordinator_longest": 26.0})
    town = town_alike(scenario)
    c, posts = town.citizens, town.posts
    posts.filled[:] = False
    posts.filled[np.flatnonzero(posts.kind == CaseworkerKind.AUTHORITY)[:1]] = True
    c.standing[:], c.served_from[:] = Standing.LEFT, NEVER
    c.standing[:81], c.post[:81] = Standing.BENEFIT, 0  # 81 begun cases: room for one more
    waiting = np.arange(81, 85)
    c.standing[waiting], c.benefit[waiting], c.post[waiting] = Standing.RESOURCE_COURSE, Benefit.RESOURCE_COURSE, 0
    c.served_from[waiting], c.benefit_since[waiting] = 31, [26, 20, 24, 2]
    coordinators.give_places(town, this_week(scenario, 30))
    # The second has waited longest of those within the limit; the last has waited 28 weeks, and someone is found.
    assert c.served_from[waiting].tolist() == [33, 33, 33, 31]
    c.benefit_since[waiting[3]], c.served_from[waiting] = 28, 31
    coordinators.give_places(town, this_week(scenario, 30))
    assert c.served_from[waiting].tolist() == [33, 31, 33, 33]


# --- joblessness and health --------------------------------------------------------------------------------------


def drifted(harm: float) -> np.ndarray:
    """Mental illness of five people four weeks on, who begin at their chronic level of 0.2."""
    scenario = small_town({"life.jobless_harm": harm, "life.ease_half_life": 30.0})
    town = town_alike(scenario)
    c, rows = town.citizens, np.arange(5)
    c.standing[rows] = [Standing.BENEFIT, Standing.BENEFIT, Standing.TRAINING, Standing.FULL_TIME, Standing.FULL_TIME]
    c.at_work[rows] = [False, False, True, True, True]
    c.self_worth[rows], c.jobless_weeks[rows], c.fit_in[rows] = [0.25, 0.75, 0.25, 0.5, 0.5], 26, [0, 0, 0, 0.95, 0.15]
    c.problem[Problem.MENTAL, rows] = c.problem_floor[Problem.MENTAL, rows] = 0.2
    life.ease(c, this_week(scenario))
    return np.asarray(c.problem[Problem.MENTAL, rows] - np.float32(0.2))


def test_going_without_a_job_makes_ill_and_a_job_where_one_fits_in_heals_most() -> None:
    pace = 1 - 0.5 ** (4 / 30)
    # 0.6 x (0.45 lacking x 2/3 felt after 26 weeks - 0.1, the usual); nothing for who holds up or in a placement;
    # in work less 0.6 x 0.1, and less 0.25 x 0.2 x (0.45 + fit)
    expected = np.array([0.6 * 0.2, 0.0, 0.0, -0.06 - 0.05 * 1.4, -0.06 - 0.05 * 0.6]) * pace
    assert drifted(0.6) == pytest.approx(expected, abs=2e-4)
    assert drifted(0.0) == pytest.approx(np.array([0, 0, 0, -0.05, -0.05]) * pace, abs=2e-4)
