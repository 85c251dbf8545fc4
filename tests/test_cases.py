"""Case files: the shipped ones are whole, mistakes get a sentence each, a script's weeks are drawn as they should."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from sim.cases.case import START, Event, Period
from sim.cases.reading import case_names, find_case, read_case
from sim.cases.timeline import coded, kappa, middle_weeks, shuffled, weeks_of
from sim.errors import ScenarioError, Text
from sim.vocabulary import Happening, Phase

FOLDER = Path(__file__).parents[1] / "cases"
NAMES = case_names(FOLDER)
ASKED = {"henning", "pernille", "erik", "maria", "mathias", "per", "morten", "dennis", "aisha"}


def test_the_cases_asked_for_are_there_and_three_more() -> None:
    assert set(NAMES) >= ASKED
    assert len(NAMES) >= len(ASKED) + 3


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_case_is_whole(name: str) -> None:
    case = read_case(FOLDER / f"{name}.toml")
    assert case.counter_events() != case.events, "a counter-case differs"
    assert len(case.questions) >= 3
    for words in (case.title, case.story, case.counter.words, *case.questions, *(one.words for one in case.events)):
        assert words.da != words.en
    coded_weeks = [coded(coding, middle_weeks(case.events), case.weeks)
                   for coding in (case.codings.first, case.codings.second)]
    assert all(len(set(weeks.tolist())) >= 2 for weeks in coded_weeks)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_but_outside_events_is_scripted(name: str) -> None:
    """There is no happening that hires, answers or sets a phase; what an order may name says so too."""
    case = read_case(FOLDER / f"{name}.toml")
    words = {event.happening.key for event in (*case.events, *case.counter.events)}
    assert not words & {"hired", "job", "phase", "response", "accepts"}
    assert words <= set(Happening.keys())


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A shipped case to spoil."""
    (tmp_path / "codings").mkdir()
    shutil.copy(FOLDER / "henning.toml", tmp_path / "henning.toml")
    shutil.copy(FOLDER / "codings" / "henning.toml", tmp_path / "codings" / "henning.toml")
    return tmp_path / "henning.toml"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('happening = "support"', 'happening = "suport"', 'Did you mean "support"?'),
        ("age = 45", "age = 145", "must lie between 18 and 64: age in week 0"),
        ("age = 45", 'age = "45"', "must be a number"),
        ("trained = true", "trainned = true", "Did you mean trained?"),
        ("partner_income = true", "partner_income = 1", "must be true or false"),
        ("weeks = [8, 26]", "weeks = [26, 8]", "must be two whole numbers"),
        ("weeks = [148, 160]", "weeks = [148, 360]", "comes after the last week of the case"),
        ('id = "kitchen_2"', 'id = "kitchen_1"', "names two events"),
        ('after = "licence"\nweeks = [8, 12]', 'after = "licens"\nweeks = [8, 12]', 'Did you mean "licence"?'),
        ('without = ["licence"]', 'without = ["license"]', 'Did you mean "licence"?'),
        ('service = "rehabilitation"', 'phase = "progression"', "never scripted"),
        ('"S4 L3214-3227"', '"page 12"', "is not a reference"),
        ('"wish", ', "", "has no source"),
        ("family = 3", "family = 11", "more than 12 ties"),
        ('benefit = "activity_ready"', 'benefit = "pension"', "must be one of activity_ready, resource_course"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_do(
    written: Path, old: str, new: str, said: str,
) -> None:
    text = written.read_text(encoding="utf-8")
    assert old in text
    written.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        read_case(written)
    told = caught.value.text("en")
    assert said in told
    spoilt = 1 + text[: text.index(old)].count("\n") + old.count("\n")
    lines = [one.where.line for one in caught.value.problems]
    assert spoilt in lines or said in {"has no source", "more than 12 ties", 'Did you mean "licence"?'}, (lines, told)
    assert all(lines)
    assert caught.value.text("da") != told


def test_all_mistakes_of_both_files_are_told_at_once(written: Path) -> None:
    written.write_text(written.read_text(encoding="utf-8").replace("age = 45", "age = 5"), encoding="utf-8")
    codings = written.parent / "codings" / "henning.toml"
    codings.write_text(codings.read_text(encoding="utf-8").replace('"setback"', '"set-back"'), encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        read_case(written)
    assert len(caught.value.problems) >= 2
    assert {Path(one.where.file).parent.name for one in caught.value.problems} == {written.parent.name, "codings"}


def test_a_case_is_found_by_its_name_and_a_near_name_is_proposed() -> None:
    assert find_case("maria", FOLDER).name == "maria"
    with pytest.raises(ScenarioError, match="Did you mean maria"):
        find_case("mari", FOLDER)


# --- weeks -----------------------------------------------------------------------------------------------------------


def event(name: str, first: int, last: int, after: str = "") -> Event:
    return Event(name, Happening.CRISIS, first, last, Text("", ""), "S4 L1", after)


SCRIPT = (event("a", 4, 10), event("b", 2, 2, "a"), event("c", 30, 40))


def test_weeks_are_drawn_within_their_ranges_and_cover_them() -> None:
    drawn = [weeks_of(SCRIPT, seed) for seed in range(200)]
    assert {weeks["a"] for weeks in drawn} == set(range(4, 11))
    assert all(weeks["b"] == weeks["a"] + 2 for weeks in drawn)


def test_taking_an_event_out_moves_no_other() -> None:
    for seed in range(20):
        whole, less = weeks_of(SCRIPT, seed), weeks_of((SCRIPT[0], SCRIPT[2]), seed)
        assert (whole["a"], whole["c"]) == (less["a"], less["c"])


def test_a_shuffle_keeps_the_weeks_and_never_the_order() -> None:
    for seed in range(50):
        weeks = weeks_of(SCRIPT, seed)
        other = shuffled(SCRIPT, weeks, seed)
        assert sorted(other.values()) == sorted(weeks.values())
        assert other != weeks
    assert shuffled(SCRIPT[:1], weeks_of(SCRIPT[:1], 1), 1) == weeks_of(SCRIPT[:1], 1)


def test_periods_follow_the_events_they_are_tied_to() -> None:
    periods = (Period(Phase.DERAILMENT, START), Period(Phase.PROGRESSION, "a", 2), Period(Phase.IN_WORK, "c", -1))
    assert coded(periods, {START: 0, "a": 1, "c": 6}, 8).tolist() == [3, 3, 3, 0, 0, 4, 4, 4]
    # a period whose event comes before the period listed ahead of it begins with that one, and nothing is undone
    assert coded(periods, {START: 0, "a": 5, "c": 2}, 8).tolist() == [3, 3, 3, 3, 3, 3, 3, 4]


def test_kappa_by_hand() -> None:
    left, right = np.array([0, 0, 1, 1], dtype=np.uint8), np.array([0, 1, 1, 1], dtype=np.uint8)
    assert kappa(left, right) == pytest.approx((0.75 - 0.5) / 0.5)
    assert kappa(left, left) == pytest.approx(1.0)
    assert np.isnan(kappa(left[:2], left[:2]))
