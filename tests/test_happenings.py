"""Outside events for one person: they touch whom they name, from their week on, and nobody else's luck."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from sim.engine.run import simulate_many, simulate_towns
from sim.engine.state import State
from sim.population.town import NUMBER_BITS, Town, side_by_side
from sim.processes.event_log import EventLog
from sim.processes.happenings import Order, apply
from sim.record.tables import RunTables
from sim.vocabulary import (
    Benefit, Cause, EventKind, Happening, Identity, Occupation, Problem, Sector, Service, Standing, TurningPoint,
)
from tests.fixtures_model import codes, past, small_town, this_week, unlike, unlike_columns

SCENARIO = small_town(weeks=12, ready=60, course=20)
BROKERS = small_town({"brokers.brokers": 15.0, "casework.caseload": 26.0})
SURE = {
    Happening.PLACEMENT: {"occupation": Occupation.CARE}, Happening.SUPPORT: {"service": Service.PSYCHOLOGIST},
}


def someone(town: Town, standing: Standing = Standing.BENEFIT, seed: int = 1) -> int:
    """The number of the first person of a town who is on plain benefit, with a caseworker and nothing agreed."""
    c = town.citizens
    fits = c.present & (c.standing == standing) & (c.town == town.seeds.index(seed)) & ~c.waiting_start & (c.post >= 0)
    fits &= (c.case_stage == 0) & town.posts.filled[c.post]
    return int(c.citizen[np.flatnonzero(fits)[0]] & ((1 << NUMBER_BITS) - 1))


def before(run: RunTables, week: int) -> RunTables:
    """What a run holds of the weeks before one."""
    return replace(
        run,
        events=run.events.filter(pl.col("week") < week).drop("turned"),
        panel=run.panel.filter(pl.col("week") < week),
        citizens=run.citizens.filter(pl.col("entry_week") < week).select("seed", "citizen", "entry_week", "age"),
        spells=run.spells.filter(pl.col("end") < week),
    )


@pytest.mark.parametrize("happening", Happening, ids=lambda one: one.key)
def test_every_happening_is_lawful_and_leaves_a_row_of_its_own(happening: Happening) -> None:
    state = past(SCENARIO, 1)
    who = someone(state.town)
    order = Order(week=6, happening=happening, citizen=who, seed=1, **SURE.get(happening, {}))
    run = simulate_many(SCENARIO, state, orders=(order,))[1].checked()
    rows = codes(run.events, EventKind.HAPPENING)
    assert rows.select("week", "citizen", "current").rows() == [(6, who, int(happening))]


@pytest.mark.parametrize("happening", Happening, ids=lambda one: one.key)
def test_before_the_order_everything_is_the_same_to_the_last_byte(happening: Happening) -> None:
    state = past(SCENARIO, 1)
    order = Order(week=6, happening=happening, citizen=someone(state.town), seed=1)
    plain, ordered = (simulate_many(SCENARIO, state, orders=orders)[1] for orders in ((), (order,)))
    assert unlike(before(plain, 6), before(ordered, 6)) == []


@pytest.mark.parametrize("happening", sorted(set(Happening) - {Happening.FIRM_CLOSES}), ids=lambda one: one.key)
def test_an_order_touches_one_person(happening: Happening) -> None:
    """In the moment itself, nobody else's row changes in any bit (a firm that closes, closes for all)."""
    town, other = past(BROKERS, 1).town, past(BROKERS, 1).town
    who = someone(town)
    apply(town, this_week(BROKERS), [Order(week=0, happening=happening, citizen=who, seed=1)])
    row = np.flatnonzero(town.citizens.citizen == who)
    _restore(town, other, row)
    assert unlike_columns(town.citizens, other.citizens) == []
    assert unlike_columns(town.outsiders, other.outsiders) == []


def _restore(town: Town, other: Town, row: np.ndarray) -> None:
    theirs = other.citizens.arrays()
    for name, array in town.citizens.arrays().items():
        array[..., row] = theirs[name][..., row]


def test_nobody_elses_luck_changes_when_nothing_is_shared() -> None:
    apart = small_town(
        {
            "town.workplaces_per_citizen": 0.0, "casework.hours": 0.0, "mechanisms.staff_turnover": False,
            "brokers.brokers": 0.0,
        },
        weeks=40, course=0,
    )
    state = past(apart, 1)
    who = someone(state.town)
    orders = [
        Order(week=5, happening=one, citizen=who, seed=1)
        for one in (Happening.CRISIS, Happening.FRIEND, Happening.NEW_CASEWORKER, Happening.PERSONAL_MENTOR)
    ]
    plain, ordered = (simulate_many(apart, state, orders=given)[1] for given in ((), orders))
    others = pl.col("citizen") != who
    for name in ("citizens", "spells", "events"):
        left, right = (getattr(run, name).filter(others) for run in (plain, ordered))
        assert left.equals(right), name
    mine = pl.col("citizen") == who
    assert not plain.events.filter(mine).equals(ordered.events.filter(mine))


def test_a_town_lives_the_same_in_company_when_its_neighbour_is_struck() -> None:
    both, alone = past(SCENARIO, 1, 2), past(SCENARIO, 2)
    order = Order(week=3, happening=Happening.CRISIS, citizen=someone(both.town), seed=1)
    assert unlike(simulate_many(SCENARIO, both, orders=(order,))[2], simulate_many(SCENARIO, alone)[2]) == []


def test_of_twins_side_by_side_the_one_named_is_struck() -> None:
    alone = past(SCENARIO, 1)
    twins = State(side_by_side([alone.town, alone.town.copy()]), 0)
    order = Order(week=3, happening=Happening.CRISIS, citizen=someone(alone.town), seed=1, town=1)
    left, right = simulate_towns(SCENARIO, twins, orders=(order,))
    assert codes(left.events, EventKind.HAPPENING).height == 0
    assert codes(right.events, EventKind.HAPPENING).height == 1


def test_orders_of_other_seeds_and_for_people_who_are_gone_are_passed_over() -> None:
    state = past(SCENARIO, 1)
    orders = [
        Order(week=2, happening=Happening.CRISIS, citizen=someone(state.town), seed=9),
        Order(week=2, happening=Happening.CRISIS, citizen=999_999, seed=1),
    ]
    assert unlike(simulate_many(SCENARIO, state, orders=orders)[1], simulate_many(SCENARIO, state)[1]) == []


# --- what each sets ------------------------------------------------------------------------------------------------


class Struck:
    """One person of a small town, before and after an order."""

    def __init__(self, happening: Happening, amount: float | None = None, **named: object) -> None:
        self.town, self.log = past(BROKERS, 1).town, EventLog()
        self.row = np.flatnonzero(self.town.citizens.citizen == someone(self.town))
        self.before = self.town.copy().citizens
        self.order(happening, amount, **named)

    def order(self, happening: Happening, amount: float | None = None, **named: object) -> None:
        """Strike again."""
        who = int(self.town.citizens.citizen[self.row[0]])
        now = this_week(BROKERS, 0, self.log)
        given = Order(week=0, happening=happening, citizen=who, seed=1, amount=amount, **named)  # type: ignore[arg-type]
        apply(self.town, now, [given])

    def __call__(self, column: str) -> float:
        """The person's value now."""
        return float(getattr(self.town.citizens, column)[..., self.row][0])

    def was(self, column: str) -> float:
        """The value before."""
        return float(getattr(self.before, column)[..., self.row][0])

    def found(self) -> bool:
        """Whether the last order found something to act on."""
        log = self.log.columns()
        return bool(log["cause"][log["kind"] == int(EventKind.HAPPENING)][-1] == int(Cause.INTERVENTION))


def test_a_handover_saves_knowledge_that_an_unprepared_change_loses() -> None:
    unprepared, prepared = Struck(Happening.NEW_CASEWORKER_UNPREPARED), Struck(Happening.NEW_CASEWORKER_PREPARED)
    for one in (unprepared, prepared):
        assert one("post") != one.was("post")
        assert one("caseworker_changes") == one.was("caseworker_changes") + 1
    assert unprepared("knowledge") < prepared("knowledge") < prepared.was("knowledge")


def test_the_place_among_caseworkers_decides_who_takes_over() -> None:
    last, first = Struck(Happening.NEW_CASEWORKER, 0.0), Struck(Happening.NEW_CASEWORKER, 1.0)

    def skill(one: Struck) -> float:
        posts = one.town.posts
        return float(posts.listening[int(one("post"))] + posts.drive[int(one("post"))])

    assert skill(last) <= skill(first)


def test_a_kept_caseworker_stays_through_turnover_and_reassignment() -> None:
    restless = small_town(
        {"casework.caseload": 26.0, "casework.turnover": 0.99, "casework.reassignment": 0.99}, weeks=40
    )
    state = past(BROKERS, 1)
    who = someone(state.town)
    order = Order(week=0, happening=Happening.KEEP_CASEWORKER, citizen=who, seed=1, amount=40)
    plain, kept = (simulate_many(restless, state, orders=given)[1] for given in ((), (order,)))

    def changes(run: RunTables) -> int:
        return codes(run.events, EventKind.CASEWORKER_CHANGED).filter(pl.col("citizen") == who).height

    assert changes(plain) > 0
    assert changes(kept) == 0


def test_problems_grow_and_ease_and_most_of_it_lasts() -> None:
    worse = Struck(Happening.PROBLEM, 0.3, problem=Problem.HOUSING)
    problem, floor = worse.town.citizens.problem, worse.town.citizens.problem_floor
    assert problem[Problem.HOUSING, worse.row] > worse.before.problem[Problem.HOUSING, worse.row]
    assert floor[Problem.HOUSING, worse.row] > worse.before.problem_floor[Problem.HOUSING, worse.row]
    worse.order(Happening.PROBLEM_EASES, 1.0, problem=Problem.HOUSING)
    assert problem[Problem.HOUSING, worse.row] == 0.0


def test_a_crisis_shakes_what_a_problem_does_not() -> None:
    crisis, problem = Struck(Happening.CRISIS, 0.3), Struck(Happening.PROBLEM, 0.3, problem=Problem.FAMILY)
    assert crisis("coping") < problem("coping") == problem.was("coping")


@pytest.mark.parametrize("happening", [Happening.PLACEMENT, Happening.PLACEMENT_WITHOUT_PROSPECT], ids=lambda h: h.key)
def test_a_placement_is_offered_at_the_kind_of_workplace_named(happening: Happening) -> None:
    one = Struck(Happening.CALLED_IN)
    one.town.citizens.trust[one.row] = 1.0
    one.town.citizens.leaning[Identity.OPPONENT, one.row] = 0.0
    one.town.citizens.leaning[Identity.CLIENT, one.row] = 1.0  # says yes
    one.order(happening, sector=Sector.PRIVATE)
    firm = int(one("firm"))
    assert one.found()
    assert one("waiting_start") == 1.0
    assert one.town.firms.sector[firm] == Sector.PRIVATE
    assert bool(one("prospect")) == (happening is Happening.PLACEMENT)
    one.order(happening)
    assert not one.found(), "someone who is about to start somewhere is offered nothing more"


def test_friends_come_and_go() -> None:
    one = Struck(Happening.FRIEND, 1.0)
    assert one("ties") == one.was("ties") + 1 or one.was("ties") == 12
    assert one("net_leads") >= one.was("net_leads")
    assert one("net_support") >= one.was("net_support")
    ties = one("ties")
    one.order(Happening.FRIEND_LOST)
    assert one("ties") == ties - 1


def test_mentors_and_brokers_come_and_go() -> None:
    one = Struck(Happening.PERSONAL_MENTOR, 20)
    assert one("mentor_until") == 20
    one.order(Happening.PERSONAL_MENTOR_LOST)
    assert one("mentor_until") < 0
    one.order(Happening.BROKER)
    assert one("broker") >= 0
    one.town.citizens.broker_trust[one.row] = 0.5  # a broker whom nobody has come to trust is no loss
    one.order(Happening.BROKER_LOST)
    assert one("broker") == -1
    lost = one.log.columns()
    turned = lost["current"][lost["kind"] == int(EventKind.TURNING_POINT)].tolist()
    assert {int(TurningPoint.PERSONAL_MENTOR_LOST), int(TurningPoint.FOLLOW_UP_ENDED)} <= set(turned)


def test_decisions_change_the_benefit() -> None:
    one = Struck(Happening.FLEXJOB_GRANTED)
    assert (one("benefit"), one("standing")) == (Benefit.FLEXJOB_ALLOWANCE, Standing.FLEXJOB_WAITING)
    one.order(Happening.FLEXJOB_REFUSED)
    assert not one.found(), "what is granted is granted"


def test_courses_sickness_and_cuts() -> None:
    one = Struck(Happening.UPSKILLING_GRANT, 10)
    assert (one("standing"), one("offer_until")) == (Standing.UPSKILLING, 10)
    one.order(Happening.SICK_LISTED, 6)
    assert (one("standing"), one("standstill_until")) == (Standing.BENEFIT, 6)
    one.order(Happening.BENEFIT_CUT, 3)
    assert one("sanction_until") == 3
    one.order(Happening.SUPPORT, service=Service.PSYCHOLOGIST)
    assert (one("standing"), one("service")) == (Standing.SUPPORT, Service.PSYCHOLOGIST)
