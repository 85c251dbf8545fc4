"""Futures: the same alone and in company, the same luck in both arms, other luck in another future."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from sim.engine.futures import YEAR, Fates, branched, fates, live_on, snapshots
from sim.engine.run import simulate_many
from sim.engine.state import State
from sim.population.columns import U32
from sim.population.town import Town, on_support
from sim.processes.event_log import EventLog
from sim.processes.moves import turn
from sim.processes.now import Now
from sim.processes.withheld import KINDS, Withheld
from sim.vocabulary import EventKind, Gate, Standing, TurningPoint
from tests.fixtures_model import past, small_town, this_week, unlike_towns

BUSY = {"placements.effort": 1.0, "network.leads": 3.0, "employment.offer": 0.05, "firms.cycle": 2.0}
SCENARIO = small_town(BUSY, ready=60, course=20, weeks=30, burn_in_weeks=10)
AHEAD = 16


def unwatched(_weeks: int) -> None:
    return


def lived(town: Town, people: U32, keys: tuple[int, ...], withheld: Withheld | None = None) -> Fates:
    return fates(SCENARIO, branched(town, keys), 0, AHEAD, people, unwatched, withheld)


def some(town: Town) -> U32:
    return town.citizens.citizen[np.flatnonzero(town.citizens.present)[:40]]


def test_a_future_is_the_same_alone_and_in_company() -> None:
    town = past(SCENARIO, 3).town
    company, alone = lived(town, some(town), (11, 12, 13)), lived(town, some(town), (12,))
    for field in dataclasses.fields(Fates):
        mine, whole = getattr(alone, field.name), getattr(company, field.name)
        mine, whole = (mine[:, 0], whole[:, 1]) if field.name == "phases" else (mine[0], whole[1])
        assert np.array_equal(mine, whole), field.name


def test_futures_differ_and_the_same_key_gives_the_same() -> None:
    town = past(SCENARIO, 3).town
    first, again = lived(town, some(town), (1, 2, 3, 4)), lived(town, some(town), (1, 2, 3, 4))
    assert np.array_equal(first.phases, again.phases)
    ways = {first.phases[:, future].tobytes() for future in range(4)}
    assert len(ways) == 4


def test_branching_leaves_the_town_itself_alone_and_changes_luck_only() -> None:
    state = past(SCENARIO, 3)
    before = state.town.copy()
    copies = branched(state.town, (7,))
    assert unlike_towns(state.town, before) == []
    assert set(unlike_towns(copies, before)) == {
        "citizens.luck", "posts.luck", "firms.luck", "outsiders.luck", "luck", "seeds",
    }


def test_snapshots_are_the_very_weeks_of_the_run() -> None:
    seen: dict[int, Town] = {}

    def look(town: Town, now: Now) -> None:
        seen[now.week] = town.copy()

    simulate_many(SCENARIO, past(SCENARIO, 3), look)
    kept: dict[int, State] = {}
    snapshots(SCENARIO, 3, [5, 12], lambda state: kept.update({state.week: State.from_bytes(state.to_bytes())}),
              unwatched)
    for week, state in kept.items():
        live_on(SCENARIO, state.town, week)
        # The group marks of newcomers are the recorder's, and no process reads them.
        assert set(unlike_towns(state.town, seen[week])) <= {"citizens.cell", "pensioned"}


def test_a_year_in_work_is_a_lasting_job_and_one_week_less_is_not() -> None:
    kind = {"employment.early_loss": 0.0, "employment.late_loss": 0.0, "life.moves": 0.0, "life.deaths": 0.0,
            "firms.closures": 0.0, "town.inflow": 0.0, "town.inflow_resource_course": 0.0, "firms.openings": 0.0,
            "employment.offer": 0.0, "placements.effort": 0.0, "network.leads": 0.0, "life.retirement_age": 80.0}
    scenario = small_town(kind, ready=20, course=0, weeks=30, burn_in_weeks=0)
    town = past(scenario, 1).town
    worker, idle = np.flatnonzero(on_support(town.citizens))[:2]
    town.citizens.standing[worker] = Standing.FULL_TIME
    town.citizens.at_work[worker] = True
    people = town.citizens.citizen[[worker, idle]]
    for weeks, lasting in ((YEAR, True), (YEAR - 1, False)):
        found = fates(scenario, town.copy(), 0, weeks, people, unwatched)
        assert found.lasting.tolist() == [[lasting, False]]
        assert found.town_lasting.tolist() == [int(lasting)]
        assert found.job.tolist() == [[True, False]]


def test_a_void_event_spends_its_time_and_jumps_nothing() -> None:
    town = past(SCENARIO, 3).town
    c = town.citizens
    rows = np.flatnonzero(on_support(c))[:2]
    kinds = np.zeros((1, KINDS), dtype=np.bool_)
    kinds[0, TurningPoint.RELATION] = True
    c.belief[rows] = 0.4
    now = dataclasses.replace(this_week(SCENARIO), withheld=Withheld(kinds, c.citizen[rows[:1]]))
    turn(c, now, rows, TurningPoint.RELATION, ((c.belief, 1.0),))
    assert c.belief[rows[0]] == np.float32(0.4)
    assert c.belief[rows[1]] > 0.4, "another's event is as it was"
    turn(c, now, rows[:1], TurningPoint.GOOD_CASEWORK, ((c.belief, 1.0),))
    assert c.belief[rows[0]] > 0.4, "another kind is as it was"


def passed_over(gate: Gate, person: int) -> Withheld:
    return Withheld(gate=gate, passed=np.array([person], dtype=np.uint32))


def test_a_meeting_goes_to_the_next_in_line() -> None:
    state = past(SCENARIO, 3)
    plain, other = state.town.copy(), state.town.copy()
    before = plain.citizens.met.copy()
    live_on(SCENARIO, plain, 0)
    called = np.flatnonzero(plain.citizens.met != before)
    person = int(plain.citizens.citizen[called[0]])
    post = int(state.town.citizens.post[called[0]])
    live_on(SCENARIO, other, 0, passed_over(Gate.MEETING, person))
    assert other.citizens.meetings[called[0]] == state.town.citizens.meetings[called[0]], "was not met"
    assert other.citizens.met[called[0]] == 0, "and stands at the back of the line"

    def served(town: Town) -> int:
        here = (town.citizens.met == 0) & (state.town.citizens.post == post) & (town.citizens.citizen != person)
        return int(here.sum())

    assert served(other) == served(plain) + 1, "the hour went to another of the same caseworker's citizens"


@pytest.mark.parametrize("gate", list(Gate))
def test_passing_over_nobody_changes_nothing(gate: Gate) -> None:
    state = past(SCENARIO, 3)
    plain, other = state.town.copy(), state.town.copy()
    for week in range(3):
        live_on(SCENARIO, plain, week)
        live_on(SCENARIO, other, week, Withheld(gate=gate))
    assert unlike_towns(plain, other) == []




def test_a_place_in_support_is_given_up_to_the_queue() -> None:
    scenario = small_town(BUSY, ready=200, course=50, weeks=30, burn_in_weeks=60)
    town = past(scenario, 3).town
    c = town.citizens
    served = np.flatnonzero((c.service > 0) & (c.service_until > 2))
    assert len(served)
    person = int(c.citizen[served[0]])
    live_on(scenario, town, 0, passed_over(Gate.SERVICE_PLACE, person))
    assert c.service[served[0]] == 0


STIRRED = small_town(
    {**BUSY, "casework.turnover": 0.9, "casework.trust_pace": 0.6, "casework.listening": 0.8, "life.crises": 1.0,
     "placements.break_off": 0.4, "rehabilitation.team_cases": 20.0, "rehabilitation.documents_weeks": 2.0,
     "brokers.brokers": 20.0, "life.flares": 4.0, "brokers.deregistration": 0.3},
    ready=120, course=60, weeks=30, burn_in_weeks=40,
)
"""A town where everything happens that somebody can be passed over for."""


def events_of(town: Town, withheld: Withheld | None, weeks: int) -> list[tuple[int, int, int, int]]:
    """Week, citizen, kind of event and code of every event."""
    log = EventLog()
    for week in range(weeks):
        live_on(STIRRED, town, week, withheld, log)
    columns = log.columns()
    return list(zip(*(columns[name].tolist() for name in ("week", "citizen", "kind", "current")), strict=True))


@pytest.mark.parametrize(("kind", "gate"), [
    (TurningPoint.LIFE_CRISIS, Gate.LIFE), (TurningPoint.SELF_WORTH_SUPPORT, Gate.NETWORK),
    (TurningPoint.NETWORK_LINK, Gate.SEAT), (TurningPoint.CASEWORKER_LOST, Gate.HANDOVER),
    (TurningPoint.FAILED_PLACEMENT, Gate.BREAK_OFF), (TurningPoint.CLARIFIED, Gate.TEAM),
    (TurningPoint.DEREGISTERED, Gate.HAND_BACK),
])
def test_the_absent_version_takes_the_event_out(kind: TurningPoint, gate: Gate) -> None:
    state = past(STIRRED, 3)
    found = events_of(state.town.copy(), None, 12)
    mine = [(week, who) for week, who, event, code in found if event == EventKind.TURNING_POINT and code == kind]
    assert mine, "the town is stirred enough"
    who = mine[0][1]
    without = events_of(state.town.copy(), passed_over(gate, who), 12)
    assert not [1 for _, person, event, code in without
                if person == who and event == EventKind.TURNING_POINT and code == kind]
