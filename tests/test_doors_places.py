"""A folder or file of the wrong kind, or nowhere to write: said before anything is run, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.doors import study, studying
from sim.doors.cli import answer
from sim.errors import RecordError


def test_replay_outside_the_project_says_where_cases_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for word in ("maria", "all"):
        assert answer(["replay", word, "--lang", "en"], "en") == 2
        said = " ".join(capsys.readouterr().err.split())
        assert "looked for in the folder cases" in said
        assert "path of a case file" in said
    assert answer(["replay", "maria", "--lang", "da"], "da") == 2
    assert "Der søges i mappen cases" in " ".join(capsys.readouterr().err.split())


def test_a_file_that_is_no_case_is_spoken_of_as_a_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "empty.toml").touch()
    assert answer(["replay", str(tmp_path / "empty.toml"), "--lang", "en"], "en") == 2
    said = capsys.readouterr().err
    assert "docs/cases.md" in said
    assert "baseline" not in said
    assert "Nothing was played" in said


@pytest.mark.parametrize("command", ["validate", "calibrate"])
def test_hours_of_work_begin_only_where_results_can_be_written(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    def never(*_: object, **__: object) -> None:
        pytest.fail("something was run")

    monkeypatch.setattr("sim.studies.validation.report.measurements", never)
    monkeypatch.setattr("sim.studies.calibration.study.calibrated", never)
    (tmp_path / "file").touch()
    shipped = Path(__file__).parents[1] / "scenarios" / "baseline.toml"
    assert answer([command, str(shipped), "--out", str(tmp_path / "file"), "--lang", "en"], "en") == 2
    assert "choose another one with --out" in " ".join(capsys.readouterr().err.split())


def test_validate_names_the_scenario_that_is_missing_beside_a_right_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    assert answer(["validate", str(tmp_path / "none.toml"), "--lang", "en"], "en") == 2
    assert "none.toml: 1 thing" in capsys.readouterr().err
    shipped = Path(__file__).parents[1] / "scenarios" / "baseline.toml"
    (tmp_path / "baseline.toml").write_bytes(shipped.read_bytes())
    assert answer(["validate", str(tmp_path / "baseline.toml"), "--lang", "en"], "en") == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "odense-2016.toml: 1 thing" in said
    assert "Put the scenario beside it" in said


def test_studies_and_runs_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studying, "holds_run", lambda _: True)
    with pytest.raises(RecordError, match="is a run, not a study"):
        studying.opened(tmp_path)
    monkeypatch.setattr("sim.studies.folder.StudyFolder.open", lambda _: None)
    with pytest.raises(RecordError, match="is a study, not a run"):
        study.opened(tmp_path)


def test_the_group_of_studies_answers_in_the_users_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(["study"], "da") == 2
    assert "Kommandoen kan ikke læses" not in capsys.readouterr().err
    assert answer(["study", "--lang", "da"], "da") == 2
    assert "mangler en kommando" in capsys.readouterr().err
    assert answer(["study", "shwo"], "da") == 2
    assert capsys.readouterr().err.startswith("study 'shwo' er ikke en kommando.")
