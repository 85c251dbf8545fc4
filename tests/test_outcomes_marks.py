"""Calibration marks on a handful of citizens."""

from __future__ import annotations

import polars as pl
import pytest

from sim.outcomes.calibration_marks import MARKS, calibration_marks
from sim.record.tables import RunTables
from sim.vocabulary import Benefit, Channel, EventKind, Phase, Standing
from tests.fixtures_hand import Event, Person, hand_tables

WEEKS = 140
S, B = Standing, Benefit


def person(*stays: tuple[Standing, Benefit, int], **traits: object) -> Person:
    weeks = sum(length for _, _, length in stays)
    return Person([(standing, length) for standing, _, length in stays], [(Phase.STAGNATION, weeks)],
                  [(benefit, length) for _, benefit, length in stays], traits=traits)


PEOPLE = [
    person((S.BENEFIT, B.ACTIVITY_READY, 140), support_share_5y=0.9),
    person((S.BENEFIT, B.ACTIVITY_READY, 100), (S.FULL_TIME, B.NONE, 40), support_share_5y=0.9),
    person((S.BENEFIT, B.ACTIVITY_READY, 60), (S.EDUCATION, B.STUDY_GRANT, 80), age=25.0, support_share_5y=0.1),
    person((S.BENEFIT, B.ACTIVITY_READY, 20), (S.SMALL_JOB, B.ACTIVITY_READY, 10), (S.PART_TIME, B.NONE, 20),
           (S.BENEFIT, B.ACTIVITY_READY, 90), support_share_5y=0.5),
    person((S.RESOURCE_COURSE, B.RESOURCE_COURSE, 50), (S.PENSION, B.PENSION, 90)),
    person((S.TRAINING, B.RESOURCE_COURSE, 50), (S.FLEXJOB_WAITING, B.FLEXJOB_ALLOWANCE, 8),
           (S.FLEXJOB, B.FLEXJOB_SUBSIDY, 82), support_share_5y=0.9),
]
EVENTS = [
    Event(30, 3, EventKind.JOB_WON, current=Channel.NETWORK, amount=20),
    Event(100, 1, EventKind.JOB_WON, current=Channel.JOBCENTRE, amount=37),
    Event(20, 3, EventKind.JOB_WON, current=Channel.OWN, amount=5),  # a small job: not an ordinary one
    Event(40, 0, EventKind.CASEWORKER_CHANGED), Event(90, 1, EventKind.CASEWORKER_CHANGED),
]

EXPECTED = {
    "T1": 0.0, "T2 early": 0.0, "T2 late": 1.0,   # one exit far enough from the end: 20 weeks in work
    "T2 ratio": None,
    "T3": 1 / 2,                                  # on support at the end: the first (90 %) and the fourth (50 %)
    "T5 pension 4": 1 / 2, "T5 flexjob 4": 1 / 2, "T5 job 4": 0.0, "T5 pension 13": 1 / 2, "T5 flexjob 13": 1 / 2,
    "T6 network": 1 / 2, "T6 formal": 1 / 2,
    "T7 19": 3 / 4,                               # week 82, of the first four: first, second, fourth (back again)
    "T7 30": 2 / 4,                               # week 130: first, fourth
    "T11": 10 / (140 + 100 + 60 + 120 + 50),      # citizen-weeks on cash benefit, training on a course included
    "T12": 1 / 3,                                 # on support in weeks 0 and 77: first, second, fourth
    "C1 hours": 0.0,
    "C1 none": 2 / 2,                             # on cash benefit through 65 weeks: first, second; never an offer
    "C3": 4 / 8,                                  # weeks 0, 13, 26, 39 of two people; one is in placement throughout
}


@pytest.fixture(scope="module")
def marks() -> dict[str, float | None]:
    tables = hand_tables(PEOPLE, WEEKS, EVENTS, town={"hours_activation": 0.0})
    return dict(calibration_marks(tables).select("target", "value").rows())


@pytest.mark.parametrize("target", sorted(EXPECTED))
def test_mark(marks: dict[str, float | None], target: str) -> None:
    assert marks[target] == pytest.approx(EXPECTED[target])


def test_a_year_later_pools_the_cross_sections(marks: dict[str, float | None]) -> None:
    # The student is activity-ready in weeks 0, 13, 26, 39, 52, and a student 52 weeks later in all but the first.
    assert marks["T10 young"] == pytest.approx(4 / 5)
    assert marks["T10 older"] == 0.0


def test_every_mark_is_reported_hit_or_missed() -> None:
    found = calibration_marks(hand_tables(PEOPLE, WEEKS, EVENTS))
    assert found["target"].to_list() == [mark.target for mark in MARKS]
    for row in found.rows(named=True):
        assert row["hit"] == (None if row["value"] is None else row["low"] <= row["value"] <= row["high"])
    assert calibration_marks(RunTables.empty())["value"].null_count() == len(MARKS)
    assert found.schema["hit"] == pl.Boolean
