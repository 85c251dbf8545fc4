"""Five citizens, 120 weeks, and every number of theirs worked out by hand."""

from __future__ import annotations

import polars as pl
import pytest

from sim.outcomes.catalogue import MEASURES
from sim.outcomes.durations import job_starts, retention, returns, time_to_work
from sim.outcomes.measuring import measure
from sim.outcomes.pathways import dwell_times, first_passage, flows, phase_shares, transition_rates
from sim.outcomes.placements import endings
from sim.outcomes.prices import CostBook
from sim.outcomes.turning_points import by_kind
from sim.record.tables import RunTables
from sim.vocabulary import Cause, EventKind, Phase, Standing, TurningPoint
from tests.fixtures_hand import Event, Person, hand_tables

WEEKS = 120
S, P = Standing, Phase

ANNE = Person(  # a placement, then a lasting job in two firms with hours going up
    [(S.BENEFIT, 10), (S.RECRUITMENT, 10), (S.PART_TIME, 30), (S.FULL_TIME, 70)],
    [(P.STAGNATION, 10), (P.PROGRESSION, 10), (P.IN_WORK, 100)],
    traits={"female": True, "meetings": 6, "caseworker_changes": 1, "self_worth_at_start": 0.25,
            "self_worth_at_end": 0.75},
)
BO = Person(  # a job lost after 8 weeks, back on benefit, and a job too late to be followed for a year
    [(S.BENEFIT, 20), (S.FULL_TIME, 8), (S.BENEFIT, 62), (S.PART_TIME, 30)],
    [(P.PROGRESSION, 20), (P.IN_WORK, 8), (P.SETBACK, 62), (P.IN_WORK, 30)],
    traits={"meetings": 2, "self_worth_at_start": 0.5, "self_worth_at_end": 0.5},
)
CARLA = Person(  # education, then a job lost in month five
    [(S.ACTIVATION, 30), (S.EDUCATION, 10), (S.BENEFIT, 10), (S.PART_TIME, 20), (S.BENEFIT, 50)],
    [(P.STAGNATION, 30), (P.OUTSIDE, 10), (P.STAGNATION, 10), (P.IN_WORK, 20), (P.DERAILMENT, 50)],
    traits={"female": True, "meetings": 2, "age": 24.0},
)
DAN = Person(  # waits, gets a pension, and leaves the model with it
    [(S.BENEFIT, 40), (S.PENSION, 20)], [(P.DERAILMENT, 40), (P.OUTSIDE, 20)], traits={"weeks_waiting": 12},
)
ELSE = Person(  # already in a flexjob in week 0, so not among those the outcomes are asked of
    [(S.FLEXJOB, 120)], [(P.IN_WORK, 120)], traits={"female": True, "meetings": 50},
)
PEOPLE = [ANNE, BO, CARLA, DAN, ELSE]
EVENTS = [
    Event(20, 0, EventKind.PLACEMENT_ENDED, cause=Cause.HIRED, amount=10), Event(20, 0, EventKind.JOB_WON, amount=20),
    Event(50, 0, EventKind.HOURS_CHANGED, amount=37), Event(20, 1, EventKind.JOB_WON, amount=30),
    Event(90, 1, EventKind.JOB_WON, amount=10), Event(50, 2, EventKind.JOB_WON, amount=15),
    Event(30, 0, EventKind.CASEWORKER_CHANGED), Event(79, 1, EventKind.CASEWORKER_CHANGED),
    Event(8, 0, EventKind.TURNING_POINT, current=int(TurningPoint.RELATION), turned=True),
    Event(9, 1, EventKind.TURNING_POINT, current=int(TurningPoint.NETWORK_LINK), turned=False),
    Event(30, 3, EventKind.TURNING_POINT, current=int(TurningPoint.LIFE_CRISIS), turned=False),
    Event(110, 2, EventKind.TURNING_POINT, current=int(TurningPoint.OWN_INITIATIVE)),
]
PRESENT = 120 * 4 + 60  # citizen-weeks


@pytest.fixture(scope="module")
def tables() -> RunTables:
    return hand_tables(PEOPLE, WEEKS, EVENTS, town={"inclusion_capacity": 0.5, "caseload": 82.0, "firms_open": 3,
                                                    "firms_closed": 1, "caseworkers_burnt_out": 1,
                                                    "caseworkers_engaged": 3})


@pytest.fixture(scope="module")
def measured(tables: RunTables) -> pl.DataFrame:
    return measure(tables, CostBook())


EXPECTED = {  # of Anne, Bo, Carla, Dan (on support in week 0) unless said otherwise
    "job_26": 2 / 4,              # week 26: Anne part-time, Bo full-time
    "job_52": 2 / 4,              # Anne full-time, Carla part-time
    "job_104": 2 / 4,             # Anne, Bo
    "paid_104": 2 / 4, "flexjob_104": 0.0, "education_26": 0.0, "pension_52": 1 / 4,
    "pension_104": 1 / 4,         # Dan has left the model, with his pension
    "hours_26": (20 + 30) / 4, "hours_52": (37 + 15) / 4, "hours_104": (37 + 10) / 4,
    "lasting_job": 1 / 4,         # Anne: 100 weeks across two firms
    "lasting_job_104": 1 / 4,     # completed at the end of week 72
    "lasting_work": 1 / 4,
    "weeks_to_job": (20 + 20 + 50 + 120) / 4, "weeks_to_job_winners": (20 + 20 + 50) / 3,
    "job_kept": 1 / 3, "job_lost_early": 1 / 3, "job_lost_late": 1 / 3,  # Anne; Bo's first; Carla. Bo's second: late
    # Exits: Anne 20, Bo 20 (back after 8), Bo 90, Carla 30 (back after 10), Carla 50 (back after 20).
    "return_26": 3 / 5, "return_52": 3 / 4, "return_104": None,
    "weeks_job": (100 + 38 + 20 + 0) / 4, "weeks_self_supporting": (100 + 38 + 20 + 0) / 4,
    "weeks_support": (20 + 82 + 90 + 40) / 4,
    "hours_paid": (30 * 20 + 70 * 37 + 8 * 30 + 30 * 10 + 20 * 15) / 4,
    # Phases over all five, Else too.
    "phase_progression": 30 / PRESENT, "phase_stagnation": 50 / PRESENT, "phase_setback": 62 / PRESENT,
    "phase_derailment": 90 / PRESENT, "phase_in_work": (100 + 38 + 20 + 120) / PRESENT,
    "phase_outside": 30 / PRESENT,
    "dwell_progression": 30 / 2, "dwell_stagnation": 50 / 3, "dwell_derailment": 90 / 1,
    "rate_stagnation_progression": 1 / (50 / 52), "rate_in_work_setback": 1 / (278 / 52),
    "rate_setback_in_work": 52 / 62,
    "self_worth_change": 0.5 / 4, "coping_change": 0.0,
    "turning_caseworker": 1 / (PRESENT / 52), "turning_network": 1 / (PRESENT / 52),
    "turning_match": 1 / (PRESENT / 52), "turning_downward": 1 / (PRESENT / 52),
    "turned_up": 1 / 2, "turned_down": 0.0,  # the one of week 110 is not known yet
    "caseworker_changes": 1 / (PRESENT / 52), "caseworker_changed_78": 1 / 4, "meetings": 60 / (PRESENT / 52),
    "weeks_waiting": 12 / (PRESENT / 52),
    "meetings_gini": 0.45,        # rates 0, 2, 2, 6: (-3*0 - 1*2 + 1*2 + 3*6) / (4 * 10)
    "meetings_top_fifth": 6 / 10, "meetings_none": 1 / 4,
    "begun_recruitment": 1 / (PRESENT / 52), "begun_clarification": 0.0, "placements_hired": 1.0,
    "placements_ran_out": 0.0, "placements_broken_off": 0.0,
    "no_offer_65": None,          # nobody was on support through the first 65 weeks
    "inclusion_capacity": 0.5, "caseload": 82.0, "firms_closed": 1 / 4, "burnt_out": 1 / 4,
    "job_156": None, "lasting_job_260": None,
}


@pytest.mark.parametrize("key", sorted(EXPECTED))
def test_the_measure_is_what_hand_and_paper_give(measured: pl.DataFrame, key: str) -> None:
    value = measured.filter(pl.col("measure") == key, pl.col("group") == "all")["value"].item()
    assert value == pytest.approx(EXPECTED[key])


def test_gini_by_its_definition() -> None:
    rates = [0.0, 2.0, 2.0, 6.0]
    mean = sum(rates) / 4
    gini = sum(abs(one - other) for one in rates for other in rates) / (2 * 4 * 4 * mean)
    assert gini == pytest.approx(0.45)


def test_every_measure_and_group_has_a_row_and_small_groups_are_suppressed(measured: pl.DataFrame) -> None:
    assert measured.height == len(MEASURES) * 9
    assert measured.schema == {"seed": pl.Int32, "group": pl.String, "measure": pl.String, "value": pl.Float64}
    assert measured.filter(pl.col("group") == "female")["value"].null_count() == len(MEASURES)  # three women
    assert measured.filter(pl.col("group") == "activity_ready", pl.col("measure") == "job_52")["value"].item() == 0.5


def test_job_starts_know_where_they_came_from_and_how_they_ended(tables: RunTables) -> None:
    assert job_starts(tables).rows() == [  # seed, citizen, start, end, before, lost, known
        (1, 0, 20, 120, int(S.RECRUITMENT), False, 100), (1, 1, 20, 28, int(S.BENEFIT), True, 100),
        (1, 1, 90, 120, int(S.BENEFIT), False, 30), (1, 2, 50, 70, int(S.BENEFIT), True, 70)]
    assert retention(tables).select("citizen", "kept", "lost_early", "lost_late").rows() == [
        (0, True, False, False), (1, False, True, False), (2, False, False, True)]
    assert returns(tables).select("citizen", "week", "back_after").rows() == [
        (0, 20, None), (1, 20, 8), (1, 90, None), (2, 30, 10), (2, 50, 20)]


def test_time_to_work_climbs_with_each_first_job(tables: RunTables) -> None:
    curve = dict(time_to_work(tables).select("week", "share").rows())
    assert (curve[0], curve[19], curve[20], curve[49], curve[50], curve[119]) == (0, 0, 0.5, 0.5, 0.75, 0.75)


def test_pathway_tables(tables: RunTables) -> None:
    shares = phase_shares(tables).filter(pl.col("week") == 0)
    assert dict(shares.select("phase", "share").rows()) == {
        "progression": 0.2, "stagnation": 0.4, "setback": 0.0, "derailment": 0.2, "in_work": 0.2, "outside": 0.0}
    assert dict(flows(tables).select(pl.concat_str("from", "to", separator=">"), "citizens").rows()) == {
        "progression>in_work": 1, "stagnation>in_work": 1, "stagnation>derailment": 1, "derailment>outside": 1,
        "in_work>in_work": 1}
    rates = {(start, goal): (moves, rate) for _, start, goal, moves, rate in transition_rates(tables).rows()}
    assert rates["setback", "in_work"] == (1, pytest.approx(52 / 62))
    assert ("derailment", "progression") not in rates
    assert first_passage(tables, P.PROGRESSION)["weeks"].to_list() == [10, 0, None, None, None]


def test_dwell_times_by_kaplan_and_meier(tables: RunTables) -> None:
    # Stays in work that began inside the record: 8 and 20 weeks ended; 30 and 100 were cut off by the end.
    row = dwell_times(tables).filter(pl.col("code") == "in_work").row(0, named=True)
    assert (row["stays"], row["lower"], row["median"], row["upper"]) == (4, 8, 20, None)


def test_endings_and_turning_points(tables: RunTables) -> None:
    assert endings(tables).rows() == [(1, "recruitment", "hired", 1, 1.0)]
    kinds = {row["kind"]: row for row in by_kind(tables).rows(named=True)}
    assert len(kinds) == len(TurningPoint)
    assert kinds["relation"]["turned_share"] == 1.0
    assert kinds["relation"]["candidates_no_job"] == 0
    assert kinds["life_crisis"] | {"seed": 1} == {
        "seed": 1, "kind": "life_crisis", "family": "downward", "upward": False, "candidates": 1, "known": 1,
        "turned": 0, "turned_share": 0.0, "candidates_no_job": 1, "turned_share_no_job": 0.0}
    assert kinds["own_initiative"]["turned_share"] is None
    assert kinds["firm_closure"]["candidates"] == 0
