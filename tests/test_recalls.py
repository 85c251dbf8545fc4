"""Workplaces that call back, by hand: who is called, for what, who is not, and how long one is remembered."""

from __future__ import annotations

import numpy as np
import pytest

from sim.population.columns import NEVER, Rows
from sim.population.town import Town, side_by_side
from sim.processes import arrivals, hiring, promises, recalls
from sim.processes.event_log import EventLog
from sim.processes.moves import move
from sim.processes.now import Now
from sim.vocabulary import Benefit, Cause, Channel, Decision, EventKind, Standing
from tests.fixtures_model import Values, small_town, this_week, town_alike

ALWAYS: Values = {"placements.recall": 1.0, "placements.kept_in_mind": 26.0}
SCENARIO = small_town(ALWAYS, ready=60, course=0)


def world(seed: int = 1) -> tuple[Town, Now]:
    """A town in which nobody has an opening and everybody has all the room there is: who may be called, is."""
    town = town_alike(SCENARIO, seed)
    town.firms.openings[:] = town.firms.flex_openings[:] = 0
    c = town.citizens
    c.room[:] = c.health[:] = 1.0
    c.hours_possible[:] = 20.0
    return town, this_week(SCENARIO, 0, EventLog())


def idle(town: Town, many: int) -> Rows:
    """So many people on benefit with nothing going on."""
    c = town.citizens
    free = (c.standing == Standing.BENEFIT) & (c.post >= 0) & c.present & ~c.waiting_start
    return np.flatnonzero(free)[:many]


def remembered(town: Town, now: Now, rows: Rows, firm: int) -> None:
    """Workplace ``firm`` wanted ``rows``, whom a broker had brought, and had no opening."""
    c = town.citizens
    c.firm[rows], c.channel[rows] = firm, Channel.BROKER
    recalls.keep_in_mind(town, now, rows)
    c.firm[rows], c.channel[rows] = -1, Channel.JOBCENTRE


def working(town: Town, rows: Rows) -> list[bool]:
    paid = {Standing.PART_TIME, Standing.FULL_TIME, Standing.FLEXJOB}
    return [code in paid for code in town.citizens.standing[rows].tolist()]


def test_of_two_whom_a_workplace_wanted_one_gets_the_one_opening() -> None:
    town, now = world()
    c, rows = town.citizens, idle(town, 2)
    remembered(town, now, rows, 3)
    town.firms.openings[3] = 1
    recalls.call(town, now)
    lot = now.draws.lottery(Decision.RECALL, c.luck[rows], 1)
    assert working(town, rows) == (lot == lot.min()).tolist(), "the lower lot"
    called, other = (rows[lot == edge][0] for edge in (lot.min(), lot.max()))
    assert town.firms.openings[3] == 0
    assert (c.firm[called], c.standing[called], c.work_hours[called]) == (3, Standing.PART_TIME, 20.0)
    assert c.benefit[called] == Benefit.NONE
    assert (c.wanted_by[called], c.wanted_by[other]) == (-1, 3), "the other may be called next time"
    told = now.log.columns()
    won = told["kind"] == int(EventKind.JOB_WON)
    assert told["cause"][won].tolist() == [int(Cause.RECALLED)]
    assert told["current"][won].tolist() == [int(Channel.BROKER)], "the way there was the broker's"
    recalls.call(town, now)
    assert working(town, rows) == (lot == lot.min()).tolist(), "without an opening nobody is called"


def test_somebody_with_a_job_is_not_called() -> None:
    town, now = world()
    c, rows = town.citizens, idle(town, 1)
    remembered(town, now, rows, 3)
    hours = np.full(1, 37.0, dtype=np.float32)
    hiring.take_job(
        town, now, rows, (np.full(1, -1), Channel.OWN), hiring.ordinary_standing(hours), hours, Cause.OWN_SEARCH
    )
    town.firms.openings[3] = 1
    recalls.call(town, now)
    assert (c.firm[rows[0]], town.firms.openings[3]) == (-1, 1)
    assert c.wanted_by[rows[0]] == -1, "and is no longer thought of when the job is lost"


@pytest.mark.parametrize(("week", "called"), [(26, True), (27, False)])
def test_the_memory_lapses(week: int, *, called: bool) -> None:
    town, now = world()
    rows = idle(town, 1)
    remembered(town, now, rows, 3)
    town.firms.openings[3] = 1
    recalls.call(town, this_week(SCENARIO, week))
    assert working(town, rows) == [called]
    assert town.citizens.wanted_by[rows[0]] == -1


def test_a_closed_workplace_remembers_nobody() -> None:
    town, now = world()
    rows = idle(town, 2)
    remembered(town, now, rows[:1], 3)
    remembered(town, now, rows[1:], 4)
    promises.forget(town, np.array([3]))
    town.firms.openings[[3, 4]] = 1  # a new workplace of its kind has opened in the row
    recalls.call(town, now)
    assert working(town, rows) == [False, True]


@pytest.mark.parametrize(("ordinary", "flexible", "called"), [(2, 0, [True, False]), (0, 2, [False, True])])
def test_whoever_has_a_flexjob_granted_is_called_for_a_flexjob_only(
    ordinary: int, flexible: int, called: list[bool],
) -> None:
    town, now = world()
    c, rows = town.citizens, idle(town, 2)
    c.benefit[rows[1]] = Benefit.FLEXJOB_ALLOWANCE
    c.hours_possible[rows[1]] = 10.0
    move(c, now, rows[1:], Standing.FLEXJOB_WAITING, Cause.DECISION)
    remembered(town, now, rows, 3)
    town.firms.openings[3], town.firms.flex_openings[3] = ordinary, flexible
    recalls.call(town, now)
    assert working(town, rows) == called
    if flexible:
        assert (c.standing[rows[1]], c.benefit[rows[1]]) == (Standing.FLEXJOB, Benefit.FLEXJOB_SUBSIDY)
        assert (town.firms.flex_openings[3], c.work_hours[rows[1]]) == (1, 10.0)


def test_without_room_to_take_it_nobody_says_yes() -> None:
    town, now = world()
    rows = idle(town, 3)
    remembered(town, now, rows, 3)
    town.citizens.room[rows] = 0.0
    town.firms.openings[3] = 3
    recalls.call(town, now)
    assert working(town, rows) == [False] * 3
    assert (town.citizens.wanted_by[rows] == 3).all()


def test_a_promise_elsewhere_and_a_wage_subsidy_hold_the_call_off() -> None:
    town, now = world()
    c, rows = town.citizens, idle(town, 2)
    remembered(town, now, rows, 3)
    c.promise[rows[0]] = 4
    move(c, now, rows[1:], Standing.WAGE_SUBSIDY, Cause.HIRED)
    town.firms.openings[3] = 2
    recalls.call(town, now)
    assert working(town, rows) == [False, False]
    assert (c.wanted_by[rows] == 3).all()


def test_a_placement_elsewhere_is_left_and_its_seat_given_back() -> None:
    town, now = world()
    c, rows = town.citizens, idle(town, 1)
    remembered(town, now, rows, 3)
    move(c, now, rows, Standing.TRAINING, Cause.STARTED)
    c.firm[rows], c.at_work[rows], town.firms.running[4] = 4, True, 1
    town.firms.openings[3] = 1
    recalls.call(town, now)
    assert (c.firm[rows[0]], town.firms.running[4], town.firms.running[3]) == (3, 0, 0)
    told = now.log.columns()
    ended = told["kind"] == int(EventKind.PLACEMENT_ENDED)
    assert told["cause"][ended].tolist() == [int(Cause.RECALLED)]


def test_one_comes_back_to_people_one_knows() -> None:
    town, now = world()
    c, rows = town.citizens, idle(town, 2)
    c.old_firm[rows], c.old_fit[rows] = [3, 4], 0.8
    remembered(town, now, rows, 3)
    town.firms.openings[3] = 2
    recalls.call(town, now)
    assert c.fit_in[rows[0]] == np.float32(0.8)
    assert c.fit_in[rows[1]] == pytest.approx(0.2 + 0.2 * c.sociability[rows[1]]), "those at another place do not count"


def test_with_the_mechanism_off_nobody_is_remembered() -> None:
    town, _ = world()
    rows = idle(town, 1)
    remembered(town, this_week(small_town({"mechanisms.recall": False}, ready=60, course=0)), rows, 3)
    assert town.citizens.wanted_by[rows[0]] == -1


def test_nobody_inherits_what_was_thought_of_someone_before() -> None:
    town, _ = world()
    busy = small_town({"town.inflow": 2.0}, ready=60, course=0)
    now = this_week(busy)
    c, gone = town.citizens, idle(town, 1)
    remembered(town, now, gone, 3)
    c.guidance[gone] = 0.9
    c.present[gone] = False
    for week in range(6):
        arrivals.admit(town, this_week(busy, week))
    assert c.present[gone[0]], "somebody new is in the row"
    assert (c.wanted_by[gone[0]], c.wanted_until[gone[0]], c.guidance[gone[0]]) == (-1, NEVER, 0.0)


def test_towns_side_by_side_call_their_own() -> None:
    alone = []
    for seed in (1, 2):
        town, now = world(seed)
        remembered(town, now, idle(town, 4), 3)
        alone.append(town)
    both = side_by_side([town.copy() for town in alone])
    for town in (*alone, both):
        town.firms.openings[town.first_firm[:-1] + 3] = 2
        recalls.call(town, this_week(SCENARIO, 0))
    together = np.concatenate([town.citizens.standing for town in alone])
    assert (both.citizens.standing == together).all()
    assert np.count_nonzero(np.isin(together, [Standing.PART_TIME, Standing.FULL_TIME])) == 4
    assert not both.firms.openings.any()
