"""Writing a scenario and reading it gives the same scenario; digests are equal exactly when runs would be."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sim.errors import Text
from sim.scenario.shown import toml_text, toml_value
from sim.scenario.writing import starter
from sim.vocabulary import Handover
from tests.scenario_catalogue import Tiny, TinyScenario, tiny, tiny_text

START = date(2017, 1, 2)
NUMBERS = st.floats(5, 1000)
SHARES = st.floats(0, 1)
TITLES = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Zl", "Zp", "Zs"]), min_size=1, max_size=60)


def dated(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    weeks = st.lists(st.integers(-400, 259), min_size=1, max_size=4, unique=True).map(sorted)
    days = weeks.map(lambda found: [(START + timedelta(weeks=week)).isoformat() for week in found])
    tables = days.flatmap(lambda found: st.lists(values, min_size=len(found), max_size=len(found)).map(
        lambda drawn: dict(zip(found, drawn, strict=True))))
    return st.one_of(values, tables)


CHANGES = st.fixed_dictionaries({}, optional={
    "casework.caseload": dated(NUMBERS), "casework.turnover": dated(SHARES), "casework.keep": dated(st.booleans()),
    "casework.handover": dated(st.sampled_from(Handover)), "casework.posts": dated(st.integers(0, 5000)),
    "town.citizens": st.integers(0, 2_000_000),
})


@given(CHANGES, CHANGES, TITLES, st.lists(TITLES, max_size=3), st.sampled_from([0, 1, 312]), st.integers(0, 260))
def test_writing_and_reading_gives_the_same_scenario(
    below: dict[str, Any], above: dict[str, Any], title: str, left_out: list[str], burn_in: int, weeks: int,
) -> None:
    listed = ", ".join(map(toml_text, left_out))
    header = f"title = {toml_text(title)}\nquestion = {toml_text(title)}\nnot_modelled = [{listed}]"
    scenario = tiny_text(header).with_values(below).with_values(above).with_time(weeks=weeks, burn_in_weeks=burn_in)
    twin = tiny_text(scenario.to_toml(), "x")
    assert twin == scenario
    assert twin.burn_in_digest == scenario.burn_in_digest
    assert twin.breaks == scenario.breaks
    assert twin.differences_from(scenario) == ()
    assert twin.to_toml() == scenario.to_toml()
    assert [twin.settings_at(week) for week in (-312, -1, 0, 100)][-burn_in:] == [
        scenario.settings_at(week) for week in (-312, -1, 0, 100)][-burn_in:]


@given(st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.integers(), st.text(max_size=20)))
def test_values_are_written_without_loss(value: float | str) -> None:
    if isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value):
        return
    assert tomllib.loads(f"x = {toml_value(value)}")["x"] == value


def test_the_starter_file_gives_the_catalogues_values_and_explains_them(tmp_path: Path) -> None:
    file = tmp_path / "start.toml"
    text = starter(Tiny, Text("Før", "Before"), Text("Hvad?", "What?"), [Text("Vejr", "Weather")])
    file.write_text(text, encoding="utf-8")
    scenario = tiny(file)
    assert scenario.digest == tiny_text('title = "x"').digest
    assert (scenario.title, scenario.question) == (Text("Før", "Before"), Text("Hvad?", "What?"))
    assert scenario.not_modelled == (Text("Vejr", "Weather"),)
    written = file.read_text(encoding="utf-8")
    assert """
# Sager pr. sagsbehandler / Caseload. Citizens divided by posts.
# citizens per caseworker; possible 5 to 1000; plausible 25 to 200; source: facts D24; grade B
caseload = 82
""" in written
    choices = '# one of "none" (ingen), "file" (sagsakter), "planned" (overleveringsmøde); source: S4; grade D'
    assert f'{choices}\nhandover = "file"' in written
    assert "one value for a whole run" in written
    assert max(map(len, written.split("\n"))) <= 120


def test_digests_are_the_same_on_every_machine() -> None:
    scenario = tiny_text('[casework]\ncaseload = { 2017-01 = 82.5, 2018-01 = 40 }\nhandover = "planned"\nkeep = true')
    assert scenario.digest == "9b1f67a138c7d001a3d16526dd11ae1fec2cba76d6416c35485e43c303c699ce"
    assert scenario.burn_in_digest == "4d1057f1e617f572d9cecba3dc85d4b45cd7d85aa6edf31f2d32590bff6a1d64"


def test_digests_do_not_heed_what_no_run_notices() -> None:
    plain = tiny_text("[casework]\ncaseload = 40\nturnover = 0.5")
    same = [
        'title = "x"\nquestion = "y"\n[casework]\nturnover = 0.50\ncaseload = 40.0',
        "[casework]\ncaseload = { 2018-01 = 40 }\nturnover = 0.5",
        "[casework]\ncaseload = { start = 40, 2018-01 = 40.0 }\nturnover = 5e-1",
    ]
    assert [tiny_text(text).digest == plain.digest for text in same] == [True, False, True]
    assert tiny_text('regime = "reform-2025"').digest != tiny_text('title = "x"').digest


def test_titles_are_not_inherited_and_what_is_not_modelled_is(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text('title = "Basis"\nquestion = "?"\nnot_modelled = ["a", "b"]\nregime = "old"\n')
    (tmp_path / "child.toml").write_text('extends = "base.toml"\nnot_modelled = ["b", "c"]\n')
    child: TinyScenario = tiny(tmp_path / "child.toml")
    assert child.title == Text("child", "child")
    assert child.question == Text("", "")
    assert child.not_modelled == (Text("a", "a"), Text("b", "b"), Text("c", "c"))
    assert child.regime == "old"
