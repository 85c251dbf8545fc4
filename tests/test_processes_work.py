"""Search, jobs and workplaces on citizens made by hand; the expected numbers are worked out in comments."""

from __future__ import annotations

import numpy as np
import pytest

from sim.population.columns import NEVER
from sim.population.town import Town
from sim.processes import (
    employment,
    firms,
    search,
)
from sim.processes.event_log import EventLog
from sim.scenario.scenario import Scenario
from sim.vocabulary import (
    IN_WORK,
    Benefit,
    Cause,
    EventKind,
    Sector,
    Standing,
)
from tests.fixtures_model import small_town, this_week, town_alike

PLAIN = small_town()


def town_with(scenario: Scenario = PLAIN) -> Town:
    return town_alike(scenario)


def on(mechanisms: str, *, value: bool) -> Scenario:
    return small_town({f"mechanisms.{mechanisms}": value})


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


def test_losing_a_flexjob_means_waiting_for_another_with_a_caseworker() -> None:
    town = town_with()
    c, log = town.citizens, EventLog()
    rows = np.arange(3)
    c.standing[rows], c.benefit[rows] = Standing.FLEXJOB, Benefit.FLEXJOB_SUBSIDY
    c.at_work[rows], c.firm[rows], c.post[rows], c.work_since[rows] = True, [1, 2, -1], -1, -9
    employment.lose(town, this_week(PLAIN, 1, log), rows, Cause.LEFT_BY_FIRM)
    assert set(c.standing[rows]) == {Standing.FLEXJOB_WAITING}
    assert set(c.benefit[rows]) == {Benefit.FLEXJOB_ALLOWANCE}
    assert (c.post[rows] >= 0).all()
    assert not c.at_work[rows].any()
    assert c.firm[rows].tolist() == [-1] * 3
    events = log.columns()
    assert events["amount"][events["kind"] == EventKind.JOB_LOST].tolist() == [10.0] * 3


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
    assert firms.open_to_placements(town, this_week(PLAIN, 10), np.arange(6)).tolist() == [
        True,
        False,
        False,
        False,
        True,
        True,
    ]
    assert firms.open_to_placements(town, this_week(on("firm_capacity", value=False), 10), np.arange(3)).tolist() == [
        True,
        False,
        True,
    ]


def test_only_municipal_sites_that_dismissed_someone_are_put_in_quarantine() -> None:
    town = town_with()
    f = town.firms
    f.sector[:3] = [Sector.MUNICIPAL, Sector.PRIVATE, Sector.MUNICIPAL]
    firms.quarantine(town, this_week(PLAIN, 10), np.array([0, 1, -1]))
    assert f.quarantine_until[:3].tolist() == [10 + 26, NEVER, NEVER]
