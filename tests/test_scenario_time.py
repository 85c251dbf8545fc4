"""What holds when: plain and dated values, files on top of files, burn-in, and what differs."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import ScenarioError
from sim.scenario.dated import day_of_week, week_of
from sim.vocabulary import Handover
from tests.scenario_catalogue import TinyScenario, tiny, tiny_text

START = date(2017, 1, 2)


def over(folder: Path, base: str, child: str) -> tuple[TinyScenario, TinyScenario]:
    (folder / "base.toml").write_text(f"{base}\n")
    (folder / "child.toml").write_text(f'extends = "base.toml"\n{child}\n')
    return tiny(folder / "base.toml"), tiny(folder / "child.toml")


def caseloads(scenario: TinyScenario, *weeks: int) -> list[float]:
    return [scenario.settings_at(week).casework.caseload for week in weeks]


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_a_date_takes_hold_in_the_first_week_that_begins_on_or_after_it(day: date) -> None:
    monday = day_of_week(week_of(day, START), START)
    assert monday.weekday() == 0
    assert 0 <= (monday - day).days < 7


def test_a_plain_value_of_a_file_that_extends_nothing_holds_throughout() -> None:
    scenario = tiny_text("[casework]\ncaseload = 60")
    assert caseloads(scenario, -312, -1, 0, 259) == [60, 60, 60, 60]
    assert scenario.breaks == ()


def test_a_plain_value_of_a_file_that_extends_another_holds_from_week_0(tmp_path: Path) -> None:
    base, child = over(tmp_path, "[casework]\ncaseload = 60", "[casework]\ncaseload = 40")
    assert caseloads(child, -312, -1, 0, 259) == [60, 60, 40, 40]
    assert child.breaks == (0,)
    assert child.burn_in_digest == base.burn_in_digest
    assert child.digest != base.digest


def test_a_plain_value_replaces_later_dates_of_the_file_below(tmp_path: Path) -> None:
    _, child = over(tmp_path, "[casework]\ncaseload = { start = 60, 2018-01 = 50 }", "[casework]\ncaseload = 40")
    assert caseloads(child, -1, 0, 51, 52, 259) == [60, 40, 40, 40, 40]


def test_before_a_first_date_after_the_start_the_file_below_holds(tmp_path: Path) -> None:
    base, child = over(tmp_path, "[casework]\ncaseload = 60", "[casework]\ncaseload = { 2018-01 = 40 }")
    assert caseloads(child, -312, 0, 51, 52) == [60, 60, 60, 40]
    assert child.burn_in_digest == base.burn_in_digest
    assert caseloads(tiny_text("[casework]\ncaseload = { 2018-01 = 40 }"), -1, 51, 52) == [82, 82, 40]


@pytest.mark.parametrize("first", ["start", "2017-01", "2017-01-02", "2014-06"])
def test_a_first_date_on_or_before_the_start_holds_in_the_burn_in(tmp_path: Path, first: str) -> None:
    dates = f"{{ {first} = 50, 2018-01 = 40 }}"
    base, child = over(tmp_path, "[casework]\ncaseload = 60", f"[casework]\ncaseload = {dates}")
    assert caseloads(child, -312, 0, 51, 52) == [50, 50, 50, 40]
    assert child.burn_in_digest != base.burn_in_digest


def test_dates_inside_the_burn_in_change_the_burn_in() -> None:
    scenario = tiny_text("[casework]\ncaseload = { 2012-01 = 90, 2015-01-05 = 70, start = 60 }")
    assert caseloads(scenario, -312, -105, -104, -1, 0) == [90, 90, 70, 70, 60]
    assert scenario.breaks == (-104, 0)


def test_settings_of_a_whole_run_hold_in_the_burn_in_too(tmp_path: Path) -> None:
    base, child = over(tmp_path, "[town]\ncitizens = 100", "[town]\ncitizens = 200")
    assert [child.settings_at(week).town.citizens for week in (-312, 0)] == [200, 200]
    assert child.burn_in_digest != base.burn_in_digest


def test_grandchildren_lie_over_children(tmp_path: Path) -> None:
    over(tmp_path, "[casework]\ncaseload = 60", "[casework]\ncaseload = { 2018-01 = 40 }\nturnover = 0.1")
    (tmp_path / "third.toml").write_text('extends = "child.toml"\n[casework]\ncaseload = { 2019-01 = 30 }\n')
    third = tiny(tmp_path / "third.toml")
    assert caseloads(third, -1, 0, 52, 104, 105) == [60, 60, 40, 40, 30]
    assert third.settings_at(0).casework.turnover == 0.1
    assert third.parent is not None
    assert third.parent.name == "child"


def test_a_file_may_change_the_time_and_dates_follow(tmp_path: Path) -> None:
    _, child = over(tmp_path, "[casework]\ncaseload = { 2019-01 = 40 }", "[time]\nstart = 2018-01-01\nweeks = 104")
    assert child.weeks == 104
    assert caseloads(child, 52, 53) == [82, 40]


def test_a_shorter_run_makes_no_mistake_of_later_dates() -> None:
    scenario = tiny_text("[casework]\ncaseload = { 2018-01 = 40 }")
    short = scenario.with_time(weeks=26)
    assert short.breaks == ()
    assert short.with_time(weeks=260).digest == scenario.digest
    assert short.digest != scenario.digest
    with pytest.raises(ScenarioError, match=r"time.weeks = -1"):
        scenario.with_time(weeks=-1)


def test_settings_are_one_object_until_they_change() -> None:
    scenario = tiny_text("[casework]\ncaseload = { 2018-01 = 40 }")
    assert scenario.settings_at(-500) is scenario.settings_at(51)
    assert scenario.settings_at(52) is scenario.settings_at(10_000)


@pytest.mark.parametrize("weeks", [0, 1])
def test_runs_of_no_weeks_and_one(weeks: int) -> None:
    scenario = tiny_text(f"[time]\nweeks = {weeks}\nburn_in_weeks = 0\n[casework]\ncaseload = {{ start = 40 }}")
    assert caseloads(scenario, 0) == [40]
    assert scenario.breaks == ()


def test_values_in_code_are_a_file_on_top() -> None:
    base = tiny_text("[casework]\ncaseload = 60")
    swept = base.with_values({
        "casework.caseload": np.float64(40), "casework.posts": int(np.int64(3)), "casework.handover": Handover.PLANNED,
        "casework.turnover": {date(2018, 1, 1): 0.5},
    })
    assert caseloads(swept, -1, 0) == [60, 40]
    assert swept.settings_at(0).casework.handover is Handover.PLANNED
    assert swept.settings_at(52).casework.turnover == 0.5
    assert swept.burn_in_digest == base.burn_in_digest
    assert base.with_values({"casework.caseload": {"start": 40}}).settings_at(-1).casework.caseload == 40
    assert swept.digest == base.with_values({
        "casework.caseload": 40, "casework.posts": 3, "casework.handover": "planned",
        "casework.turnover": {"2018-01": 0.5},
    }).digest


def test_wrong_values_in_code_come_together() -> None:
    with pytest.raises(ScenarioError) as caught:
        tiny_text("[casework]\ncaseload = 60", "base").with_values(
            {"casework.caselod": 1, "casework.turnover": 7, "x": 1})
    assert [problem.where.key for problem in caught.value.problems] == ["casework.caselod", "casework.turnover", "x"]
    assert caught.value.problems[0].where.file == "base"


def test_a_rule_across_settings_is_asked_for_every_stretch_of_weeks(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="low above high"):
        over(tmp_path, "[limits]\nhigh = 3", "[limits]\nlow = { 2018-01 = 4 }")
    assert tiny_text("[limits]\nlow = 7\nhigh = 8").settings_at(0).limits.low == 7


def test_differences_say_old_and_new_in_words() -> None:
    base, child = tiny_text('title = "x"'), tiny_text(
        '[time]\nweeks = 208\n[town]\ncitizens = 200\n[casework]\ncaseload = { 2017-01 = 82, 2018-01 = 40 }\n'
        'turnover = { start = 0.25, 2018-07-12 = 0.1 }\nhandover = "planned"\nkeep = true')
    assert [difference.sentence("da") for difference in child.differences_from(base)] == [
        "Uger: 260 → 208 (uger).",
        "Borgere: 1600 → 200 (borgere). Gælder også indkøringen.",
        "Sager pr. sagsbehandler: 82 → 40 fra januar 2018 (borgere pr. sagsbehandler).",
        "Personaleomsætning: 0,21 → 0,25, 0,1 fra 16. juli 2018 "
        "(sandsynlighed for, at en sagsbehandler stopper inden for et år). Gælder også indkøringen.",
        "Overlevering: sagsakter → overleveringsmøde. Gælder også indkøringen.",
        "Behold: nej → ja (ja/nej). Gælder også indkøringen.",
    ]
    assert child.differences_from(base)[2].line == 6
    assert child.differences_from(base)[4].sentence("en") == "Handover: file → planned. Holds in the burn-in too."
    assert base.differences_from(base) == ()


def test_scenarios_travel_between_processes(tmp_path: Path) -> None:
    _, child = over(tmp_path, "[casework]\ncaseload = 60", "[casework]\ncaseload = 40")
    child.settings_at(0)
    twin = pickle.loads(pickle.dumps(child))  # noqa: S301  our own bytes
    assert twin == child
    assert twin.settings_at(0) == child.settings_at(0)
    assert len({twin, child}) == 1
