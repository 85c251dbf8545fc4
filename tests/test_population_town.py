"""A synthetic town has the marks it is given, and each person in it is keyed by nothing but who it is."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from sim.engine.run import begin
from sim.population.citizens import TIES
from sim.population.staff import posts_wanted
from sim.population.synthesis import arrival_luck, enter, synthesise
from sim.population.town import NUMBER_BITS, side_by_side
from sim.scenario.own import Own
from sim.vocabulary import Benefit, CaseworkerKind, Sector, Standing, TieKind
from tests.fixtures_model import small_town, unlike_columns

LARGE = small_town(ready=3000, course=800)
SETTINGS = LARGE.settings_at(-LARGE.burn_in_weeks)
TOWN = synthesise(-10, 1, SETTINGS)


def within(found: int, of: int, share: float, tail: float = 1e-4) -> bool:
    """Whether a count is as likely as not too unlikely under its share."""
    return bool(stats.binomtest(found, of, share).pvalue > tail)


def test_the_town_has_the_size_it_is_given() -> None:
    c = TOWN.citizens
    assert np.count_nonzero(c.present) == 3800
    assert np.count_nonzero(c.benefit[c.present] == Benefit.RESOURCE_COURSE) == 800
    assert np.count_nonzero(c.standing[c.present] == Standing.RESOURCE_COURSE) == 800
    assert TOWN.firms.rows == int(3800 * SETTINGS.town.workplaces_per_citizen + 0.5)
    posts = TOWN.posts
    assert (
        np.count_nonzero(posts.kind == CaseworkerKind.AUTHORITY)
        == posts_wanted(3800, SETTINGS)
        == round(3800 / SETTINGS.casework.caseload)
    )
    assert np.count_nonzero(posts.kind == CaseworkerKind.BROKER) == int(3.8 * SETTINGS.brokers.brokers + 0.5)
    assert c.citizen[c.present].tolist() == list(range(3800))


def test_activity_ready_citizens_have_the_joint_marks_of_the_catalogue() -> None:
    c, town = TOWN.citizens, SETTINGS.town
    ready = c.present & (c.benefit == Benefit.ACTIVITY_READY)
    age = (-10 - c.born[ready]) / 52
    assert within(int((age < 30).sum()), 3000, town.share_under_30)
    assert within(int(c.female[ready].sum()), 3000, 0.5)
    assert c.chronic_mental[ready].mean() == pytest.approx(town.psychiatric, abs=0.03)
    assert c.chronic_pain[ready].mean() == pytest.approx(town.musculoskeletal, abs=0.03)
    assert c.trained[ready].mean() == pytest.approx(town.trained, abs=0.03)
    assert age.min() >= 18
    assert age.max() < 65
    employed = TOWN.outsiders.firm >= 0
    assert within(int(employed.sum()), len(employed), town.outsiders_employed)
    ties = (c.tie_kind[:, c.present] > 0).sum(axis=0)
    assert ties.max() <= TIES
    assert ties.mean() == pytest.approx(town.mean_degree, abs=0.6)


def test_resource_course_citizens_are_older_and_can_work_fewer_hours() -> None:
    c = TOWN.citizens
    course, ready = (
        c.present & (c.benefit == Benefit.RESOURCE_COURSE),
        c.present & (c.benefit == Benefit.ACTIVITY_READY),
    )
    assert c.born[course].mean() < c.born[ready].mean()
    assert c.hours_possible[course].mean() < 0.75 * c.hours_possible[ready].mean()
    assert c.chronic_mental[course].mean() > c.chronic_mental[ready].mean()


def test_years_on_support_are_those_of_the_register() -> None:
    c = TOWN.citizens
    adult = c.present & (-10 - c.born > 28 * 52) & (c.benefit == Benefit.ACTIVITY_READY)
    three, eight = (float((c.support_weeks[adult] >= years * 52).mean()) for years in (3, 8))
    assert three == pytest.approx(SETTINGS.town.three_years, abs=0.03)
    assert eight == pytest.approx(SETTINGS.town.eight_of_ten, abs=0.03)


def test_workplaces_have_their_shares() -> None:
    f, given = TOWN.firms, SETTINGS.firms
    assert within(int((f.sector == Sector.MUNICIPAL).sum()), f.rows, SETTINGS.town.municipal_share)
    shares = [given.committed, given.passive, given.sceptical, 1 - given.committed - given.passive - given.sceptical]
    counts = np.bincount(f.disposition, minlength=4)
    assert stats.chisquare(counts, np.array(shares) * f.rows).pvalue > 1e-4
    assert (f.limit >= 1).all()
    assert np.median(f.employees) < f.employees.mean(), "many small, a few large"


def test_cases_are_shared_out_evenly() -> None:
    c = TOWN.citizens
    cases = np.bincount(c.post[c.present], minlength=TOWN.posts.rows)[TOWN.posts.kind == CaseworkerKind.AUTHORITY]
    assert cases.max() - cases.min() <= 1
    assert cases.sum() == 3800


def test_a_person_is_the_same_alone_and_in_company() -> None:
    luck = arrival_luck(3, 30, 0, 1)
    course = np.arange(30) % 3 == 0
    together, one_by_one = TOWN.copy(), TOWN.copy()
    rows = np.flatnonzero(~TOWN.citizens.present)[:30]
    enter(together, rows, np.zeros(30, np.int64), luck, course, 3, Own(SETTINGS))
    for k in range(30):
        enter(one_by_one, rows[k : k + 1], np.zeros(1, np.int64), luck[k : k + 1], course[k : k + 1], 3, Own(SETTINGS))
    assert np.unique(together.citizens.born[rows]).size > 20
    assert unlike_columns(together.citizens, one_by_one.citizens) == []


def test_other_seeds_are_other_towns_and_the_same_seed_the_same() -> None:
    small = small_town().settings_at(-10)
    a, again, b = synthesise(-10, 1, small), synthesise(-10, 1, small), synthesise(-10, 2, small)
    for table in ("citizens", "posts", "firms", "outsiders"):
        assert unlike_columns(getattr(a, table), getattr(again, table)) == []
        assert "luck" in unlike_columns(getattr(a, table), getattr(b, table))


def test_more_caseworkers_are_the_same_caseworkers_and_more() -> None:
    scenario = small_town(ready=400)
    few, many = (
        synthesise(-10, 1, small_town({"casework.caseload": load}, ready=400).settings_at(-10)) for load in (80.0, 40.0)
    )
    assert scenario.settings_at(-10).casework.caseload == 82.0
    traits = ("luck", "listening", "drive", "rule_bound", "optimism", "firm_knowledge")
    caseworkers = [town.posts.kind == CaseworkerKind.AUTHORITY for town in (few, many)]
    brokers = [town.posts.kind == CaseworkerKind.BROKER for town in (few, many)]
    count = int(caseworkers[0].sum())
    assert count < caseworkers[1].sum()
    for name in traits:
        assert (getattr(few.posts, name)[caseworkers[0]] == getattr(many.posts, name)[caseworkers[1]][:count]).all()
        assert (getattr(few.posts, name)[brokers[0]] == getattr(many.posts, name)[brokers[1]]).all()


def test_towns_side_by_side_keep_their_people_apart() -> None:
    scenario = small_town(ready=50, course=10)
    town = begin(scenario, 4, 5, 6).town
    c, number = town.citizens, town.citizens.citizen >> NUMBER_BITS
    assert (number[c.present] == c.town[c.present]).all()
    assert (town.posts.town[c.post[c.post >= 0]] == c.town[c.post >= 0]).all()
    known = c.tie_kind > 0
    assert (town.outsiders.town[c.tie_to[known]] == np.broadcast_to(c.town, c.tie_to.shape)[known]).all()
    employed = town.outsiders.firm >= 0
    assert (town.firms.town[town.outsiders.firm[employed]] == town.outsiders.town[employed]).all()
    assert np.diff(town.first_firm).tolist() == np.bincount(town.firms.town, minlength=3).tolist()
    assert town.post_number(np.array([-1])).tolist() == [-1]
    assert town.firm_number(town.first_firm[:3]).tolist() == [0, 0, 0]


def test_one_town_needs_no_shifting() -> None:
    alone = begin(small_town(), 4).town
    assert side_by_side([alone]) is alone


def test_ties_are_of_their_kinds_and_nobody_is_tied_beyond_the_town() -> None:
    c = TOWN.citizens
    kinds = set(np.unique(c.tie_kind[:, c.present]))
    assert kinds <= {TieKind.NONE, TieKind.FAMILY, TieKind.FRIEND, TieKind.FORMER_COLLEAGUE}
    assert ((c.tie_to >= 0) == (c.tie_kind > 0))[:, c.present].all()
    assert c.tie_to.max() < TOWN.outsiders.rows
