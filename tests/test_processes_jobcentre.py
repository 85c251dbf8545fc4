"""The jobcentre's side by hand: hours that run out, promises held and kept, challenges, wishes not heard, waiting."""

from __future__ import annotations

import numpy as np
import pytest

from sim.population.town import Town
from sim.processes import outreach, promises, rehabilitation, responses, voice
from sim.processes.event_log import EventLog
from sim.processes.moves import move
from sim.processes.now import Now
from sim.vocabulary import CaseStage, Cause, Channel, EventKind, Identity, Orientation, Response, Standing
from tests.fixtures_model import small_town, this_week, town_alike

SCENARIO = small_town({"placements.leaving_cuts_benefit": False}, ready=60, course=0)


def world() -> tuple[Town, Now]:
    return town_alike(SCENARIO), this_week(SCENARIO, 0, EventLog())


def on_benefit(town: Town) -> np.ndarray:
    c = town.citizens
    return np.flatnonzero((c.standing == Standing.BENEFIT) & (c.post >= 0) & c.present)


# --- hours --------------------------------------------------------------------------------------------------------


def test_an_approach_is_owed_by_whoever_makes_it() -> None:
    town, now = world()
    rows = on_benefit(town)[:4]
    by = town.citizens.post[rows].astype(np.int64)
    town.posts.extra_hours[:] = 0.0
    assert outreach.approach_firms(town, now, rows, by, Channel.JOBCENTRE).all()
    each = now.settings.casework.outreach_hours
    assert town.posts.extra_hours.sum() == pytest.approx(4 * each)
    assert now.tally.of("hours_outreach", town.count).sum() == pytest.approx(4 * each)


def test_a_broker_takes_the_longer_way_round_the_back() -> None:
    town, now = world()
    rows = on_benefit(town)[:1]
    town.posts.extra_hours[:] = 0.0
    outreach.approach_firms(town, now, rows, town.citizens.post[rows].astype(np.int64), Channel.BROKER)
    work = now.settings.casework
    assert town.posts.extra_hours.sum() == pytest.approx(work.outreach_hours + work.back_door_hours)


def test_without_hours_nobody_is_proposed_and_the_log_says_so() -> None:
    town, now = world()
    rows = on_benefit(town)[:5]
    town.posts.extra_hours[:] = 24.0 - now.settings.casework.outreach_hours  # one more and it is full
    town.citizens.post[rows] = town.citizens.post[rows[0]]
    by = town.citizens.post[rows].astype(np.int64)
    assert np.count_nonzero(outreach.approach_firms(town, now, rows, by, Channel.JOBCENTRE)) == 1
    told = now.log.columns()
    refused = (told["kind"] == int(EventKind.PLACEMENT_REFUSED)) & (told["cause"] == int(Cause.NO_HOURS))
    assert np.count_nonzero(refused) == 4


# --- a promise first, then the licence ------------------------------------------------------------------------------


def promised() -> tuple[Town, Now, int, int]:
    """A town in which one person has been promised a job by a workplace; the person's row and the workplace's."""
    town, now = world()
    c, firms = town.citizens, town.firms
    rows = on_benefit(town)
    c.wish[:] = firms.occupation[0]
    c.trade[:] = (int(firms.occupation[0]) + 1) % 8
    c.belief[:] = c.self_worth[:] = 1.0
    firms.openings[:] = 2
    firms.willingness[:] = 1.0  # a willing workplace, a plan and a person who stands by it: always a yes
    asked = promises.ask(town, now, rows[:1])
    assert asked.all()
    return town, now, int(rows[0]), int(c.promise[rows[0]])


def test_a_promise_holds_an_opening() -> None:
    town, _, person, firm = promised()
    assert town.firms.openings[firm] == 1
    assert town.firms.occupation[firm] == town.citizens.wish[person]
    promises.release(town, np.array([person]))
    assert town.firms.openings[firm] == 2
    assert town.citizens.promise[person] == -1


def test_after_the_course_the_job_begins_there() -> None:
    town, now, person, firm = promised()
    c = town.citizens
    move(c, now, np.array([person]), Standing.UPSKILLING, Cause.MEETING_PROPOSAL)
    c.offer_until[person] = now.week
    promises.keep(town, now)
    assert c.standing[person] in {Standing.PART_TIME, Standing.FULL_TIME}
    assert c.firm[person] == firm
    assert town.firms.openings[firm] == 1, "the opening that was held is the one that is filled"
    told = now.log.columns()
    won = told["kind"] == int(EventKind.JOB_WON)
    assert told["cause"][won].tolist() == [int(Cause.UPSKILLED)]


def test_a_promise_lapses_and_dies_with_the_workplace() -> None:
    town, _, person, firm = promised()
    promises.keep(town, this_week(SCENARIO, 60))
    assert town.citizens.promise[person] == -1
    assert town.firms.openings[firm] == 2
    town, _, person, firm = promised()
    town.firms.openings[firm] = 0
    promises.forget(town, np.array([firm]))
    assert town.citizens.promise[person] == -1
    assert town.firms.openings[firm] == 0, "a closed workplace has nothing to give back"


# --- what is said, and what is not heard ----------------------------------------------------------------------------


@pytest.mark.parametrize(("trust", "sign"), [(0.8, 1), (0.1, -1)])
def test_a_challenge_needs_a_relation(trust: float, sign: int) -> None:
    town, now = world()
    c, rows = town.citizens, on_benefit(town)
    by = c.post[rows].astype(np.int64)
    c.trust[:] = trust
    town.posts.rule_bound[:] = town.posts.drive[:] = 1.0
    said = responses.respond(town, now, rows, by, np.full(len(rows), 0.5, dtype=np.float32))
    challenged = rows[said == Response.CHALLENGING]
    assert len(challenged)
    assert (np.sign(c.belief[challenged] - np.float32(0.5)) == sign).all()
    if sign > 0:
        assert (c.direction[challenged] > 0.5).all()
        assert (c.trust[challenged] == np.float32(trust)).all()
    else:
        assert (c.trust[challenged] < trust).all()


@pytest.mark.parametrize(("drive", "turns"), [(1.0, Identity.OPPONENT), (0.0, Identity.CLIENT)])
def test_a_wish_not_heard_makes_opponents_of_the_strong_and_clients_of_others(drive: float, turns: Identity) -> None:
    town, now = world()
    c, rows = town.citizens, on_benefit(town)[:6]
    c.drive[:] = drive
    c.leaning[:] = 0.2
    c.firm[rows] = 0
    c.waiting_start[rows] = True
    c.channel[rows] = [Channel.JOBCENTRE, Channel.PROVIDER, Channel.JOBCENTRE, Channel.NETWORK, Channel.BROKER, 1]
    c.wish[rows] = (int(town.firms.occupation[0]) + 1) % 8
    c.wish[rows[2]] = town.firms.occupation[0]
    voice.hear(town, now, rows)
    unheard, heard = rows[[0, 1, 5]], rows[[2, 3, 4]]
    assert (c.refused_voice[unheard] > 0).all()
    assert (c.refused_voice[heard] == 0).all()
    moved = c.leaning[:, unheard] > np.float32(0.2)
    assert moved[turns].all()
    assert np.count_nonzero(moved) == 3


def test_waiting_for_a_decision_wears_more_than_waiting_for_help() -> None:
    town, now = world()
    c = town.citizens
    decision, help_, nothing = on_benefit(town)[:3]
    c.case_stage[:] = CaseStage.OPEN
    c.case_stage[decision] = CaseStage.QUEUED
    c.queue[:] = 0
    c.queue[help_] = 1
    before = c.orientation[Orientation.DIRECTION].copy()
    rehabilitation.wait(town, now)
    assert c.direction[decision] < c.direction[help_] < c.direction[nothing]
    assert c.trust[decision] < c.trust[nothing] == c.trust[help_]
    after = c.orientation[Orientation.DIRECTION]
    assert after[decision] < before[decision]
    assert after[help_] == before[help_]
