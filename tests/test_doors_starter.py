"""What explains settings and writes something to begin with: ``explain`` and ``starter``, from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures_typed import typed



@pytest.fixture(autouse=True)
def _anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("base.toml").write_text("[casework]\ncaseload = 82\n", encoding="utf-8")
    Path("short.toml").write_text('extends = "base.toml"\n[time]\nweeks = 9\n', encoding="utf-8")
    Path("few.toml").write_text(
        'extends = "base.toml"\n\n[casework]\ncaseload = { 2018-01 = 20 }\n', encoding="utf-8")


def test_explain_all_a_section_and_one(capsys: pytest.CaptureFixture[str]) -> None:
    everything = typed("explain", capsys)[1].splitlines()
    section = typed("explain casework", capsys)[1].splitlines()
    assert len(everything) > len(section) > 10
    assert "Source" in typed("explain caseload", capsys)[1]
    assert [line.split()[0] for line in typed("explain time", capsys)[1].splitlines()] == [
        "time.start", "time.weeks", "time.burn_in_weeks"]
    assert "9 (uger)" in typed("explain time.weeks --file short.toml", capsys, "da")[1]
    assert "It exists as activation.weeks, time.weeks." in typed("explain weeks", capsys)[2]
    assert "few.toml:4" in typed("explain casework.caseload --file few.toml", capsys)[1]


def test_a_towns_tables_to_fill_in_can_be_used_and_are_never_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = typed("starter --tables town", capsys)
    assert (code, said.count("Written: ")) == (0, 3)
    section = said[said.index("[population]"):]
    Path("own.toml").write_text(f'extends = "base.toml"\n{section}', encoding="utf-8")
    assert typed("check own.toml", capsys)[0] == 0
    before = Path("town/citizens.csv").read_bytes()
    code, _, err = typed("starter --tables town", capsys)
    assert code == 2
    assert "exists and is not overwritten" in err
    assert Path("town/citizens.csv").read_bytes() == before


@pytest.mark.parametrize(("asked", "answer_in_part"), [
    ("casework.caselod", "Did you mean casework.caseload?"), ("caselod", "Did you mean caseload?"),
    ("nope.caseload", "Did you mean caseload?"), ("casework.nope", "All settings stand in"),
])
def test_a_hint_looks_in_the_section_that_was_named(
    asked: str, answer_in_part: str, capsys: pytest.CaptureFixture[str],
) -> None:
    code, _, err = typed(f"explain {asked}", capsys)
    assert code == 2
    assert answer_in_part in err


def test_the_starter_writes_one_thing_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = typed("starter new.toml --tables town", capsys)
    assert code == 2
    assert "one after the other" in err
    assert not Path("new.toml").exists()
    assert not Path("town").exists()


def test_the_starter_file_can_be_checked_and_is_never_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("starter mine.toml", capsys)[0] == 0
    assert typed("check mine.toml", capsys)[0] == 0
    before = Path("mine.toml").read_text(encoding="utf-8")
    code, _, err = typed("starter mine.toml", capsys)
    assert code == 2
    assert "not overwritten" in err
    assert typed("starter", capsys)[1] == before
