"""A case's person in an ordinary small town: one more citizen at the end, so that nobody else is another."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from sim.cases.case import Case, Surroundings
from sim.draws import ENTRY_WEEK, WeekDraws, luck_of
from sim.engine.run import burn_in, now_of
from sim.engine.state import State
from sim.population.citizens import TIES
from sim.population.columns import NEVER, I64, Rows
from sim.population.fields import CITIZENS
from sim.population.given import Given, Known
from sim.population.intake import given_of
from sim.population.synthesis import enter
from sim.population.town import Town, on_support, side_by_side
from sim.processes import inner, motivation, network, phases
from sim.processes.circumstances_case import another_post
from sim.processes.event_log import EventLog
from sim.processes.now import Now
from sim.scenario.scenario import Scenario, catalogue_scenario
from sim.vocabulary import Benefit, Decision, Problem, TieKind

ACTIVITY_READY, RESOURCE_COURSE, BURN_IN = 240, 60, 104
"""Size of the town and weeks it lives before the case begins."""
_PERSON = 1 << 50
"""The number the person's luck is keyed by: nobody else's is."""
_LASTED = 8
"""Weeks that what the person brings has lasted, for what is counted in weeks (overload)."""
_CHRONIC = 0.6
"""Share of a problem the case tells of that is there to stay until it is mended, as for a problem that an outside event
brings (grade E): what a story tells of has lasted, and would otherwise fade within months."""
_KNOWN = 0.3
"""Trust and knowledge of the case at the start, as for the town's own citizens."""
_READ_OUTS = ("health", "load", "room", "overload_weeks", "drive", "agency", "identity", "nearness", "phase")


def town_of(case: Case, burn_in_weeks: int = BURN_IN) -> Scenario:
    """The scenario a case is played in: the rules as they are, a small town, and brokers if the case has them."""
    return _small_town(case.surroundings.brokers, case.weeks, burn_in_weeks)


def _small_town(brokers: float | None, weeks: int, burn_in_weeks: int) -> Scenario:
    scenario = catalogue_scenario("small-town").with_values(
        {"town.activity_ready": ACTIVITY_READY, "town.resource_course": RESOURCE_COURSE}
    )
    if brokers is not None:
        scenario = scenario.with_values({"brokers.brokers": {"start": brokers}})
    return scenario.with_time(weeks=weeks, burn_in_weeks=burn_in_weeks)


def lived_in(case: Case, seeds: tuple[int, ...], burn_in_weeks: int = BURN_IN) -> State:
    """The towns of the seeds as week 0 begins; made once for all cases that share them. Copy before use."""
    return _lived_in(case.surroundings.brokers, seeds, burn_in_weeks)


@lru_cache(maxsize=4)
def _lived_in(brokers: float | None, seeds: tuple[int, ...], burn_in_weeks: int) -> State:
    return burn_in(_small_town(brokers, 1, burn_in_weeks), *seeds)


def with_person(case: Case, scenario: Scenario, state: State, arms: int = 1) -> tuple[State, Rows]:
    """The towns, ``arms`` times over, each with the case's person in it; and the rows of the persons, town by town."""
    town = side_by_side([state.town] * arms) if arms > 1 else state.town.copy()
    now = now_of(scenario, state.week, EventLog(open=False))
    rows = np.arange(town.citizens.rows, town.citizens.rows + town.count)
    town.citizens.grow(town.count)
    where = np.arange(town.count)
    luck = np.concatenate([luck_of(int(Decision.ENTRY), np.array([_PERSON]), seed) for seed in town.seeds])
    given = _given(case, town.count)
    course = np.full(town.count, case.person["benefit"] == Benefit.RESOURCE_COURSE.key)
    enter(town, rows, where, luck, course, state.week, now.own, given)
    given.lay(town.citizens, rows)
    town.citizens.entered[rows] = state.week - 1  # somebody who was there before the first week
    _root(town, rows, case)
    _tie(town, rows, case.surroundings)
    _follow(town, now, rows, case)
    network.weigh(town, now, rows)
    _settle(town, now, rows)
    return State(town, state.week), rows


def _given(case: Case, count: int) -> Given:
    """What the case tells of the person, for each of ``count`` towns; the rest is drawn by the town's seed."""
    told: dict[str, Known] = {}
    for field in CITIZENS:
        if field.name in case.person:
            value = case.person[field.name]
            code = field.words.index(str(value)) if field.words else value
            told[field.name] = np.full(count, code), np.ones(count, dtype=np.bool_)
    return given_of("citizens", told, count, 0)


def _root(town: Town, rows: Rows, case: Case) -> None:
    """The problems told of have a lasting level in keeping with what is told."""
    c = town.citizens
    for problem in Problem:
        told = case.person.get(f"problem_{problem.key}")
        if told is not None:
            floor = c.problem_floor[problem, rows]
            c.problem_floor[problem, rows] = np.maximum(floor, np.float32(_CHRONIC) * np.float32(told))


def _tie(town: Town, rows: Rows, around: Surroundings) -> None:
    """Family, friends and former colleagues among the town's people outside the model."""
    c = town.citizens
    kinds = [
        *[TieKind.FAMILY] * around.family, *[TieKind.FRIEND] * around.friends,
        *[TieKind.FORMER_COLLEAGUE] * around.former_colleagues,
    ]
    first = town.first_outsider[c.town[rows]]
    many = town.first_outsider[c.town[rows].astype(np.int64) + 1] - first
    u = WeekDraws(ENTRY_WEEK).block(Decision.TIES, c.luck[rows], TIES)
    whom: I64 = first + np.minimum((u * many).astype(np.int64), many - 1)
    for place in range(TIES):
        known = place < len(kinds) and bool(town.outsiders.rows)
        c.tie_kind[place, rows] = kinds[place] if known else TieKind.NONE
        c.tie_to[place, rows] = whom[place] if known else -1
        c.tie_knew[place, rows] = known
        c.tie_works[place, rows] = town.outsiders.firm[whom[place]] >= 0 if known else False


def _follow(town: Town, now: Now, rows: Rows, case: Case) -> None:
    """A caseworker of the kind the case tells, who knows the person as others are known."""
    c = town.citizens
    for row in rows:
        c.post[row] = another_post(town, now, np.array([row]), case.surroundings.caseworker)
    for column in ("trust", "knowledge"):
        if column not in case.person:
            getattr(c, column)[rows] = _KNOWN


def _settle(town: Town, now: Now, rows: Rows) -> None:
    """What follows from the given states is worked out as the weeks do it, on a copy; nobody else moves."""
    copy = town.citizens.copy()
    for _ in range(_LASTED):
        inner.weigh_load(copy, now)
    motivation.act(copy, now)
    motivation.identify(copy)
    copy.phase_since[rows] = NEVER  # the first phase is read off at once, not kept for its shortest stay
    phases.read(copy, now, on_support(copy), np.zeros(copy.rows, dtype=np.bool_))
    c = town.citizens
    for name in _READ_OUTS:
        getattr(c, name)[rows] = getattr(copy, name)[rows]
    c.nearness_past[:, rows] = copy.nearness[rows]
    c.phase_since[rows] = NEVER
