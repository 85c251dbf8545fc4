"""The store of a study: whole, the same however it came about, readable by strangers; interrupted and resumed."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterable
from pathlib import Path

import duckdb
import polars as pl
import pyarrow.dataset
import pytest

from sim.doors.studying import analysed, described, play, play_failed, standing
from sim.doors.verifying import verify_study
from sim.errors import RecordError
from sim.outcomes.comparison import luck_saved
from sim.record import files
from sim.scenario.scenario import Scenario
from sim.studies import runs as runs_module
from sim.studies.crews import Here
from sim.studies.folder import StudyFolder
from sim.studies.keeping import Keep
from sim.studies.plays import Answer
from sim.studies.reading import load_study
from sim.studies.study import Study
from sim.studies.summary import differences, summary
from sim.studies.writer import StudyWriter

TEXT = """scenarios = ["base.toml", "other.toml"]
[size]
citizens = 30
weeks = 6
burn_in_weeks = 3
[levers]
casework.meeting_interval = [4, 2]
[uncertain]
casework.trust_pace = { low = 0.1, high = 0.3 }
[structure]
casework.change_loss_split = ["balanced", "trust"]
[design]
method = "grid"
levels = 2
replications = 2
[outcomes]
measures = ["weeks_support", "meetings"]
groups = ["all", "female"]
tables = ["panel"]
"""
CELLS, RUNS = 16, 32


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder = tmp_path_factory.mktemp("files")
    (folder / "base.toml").write_text("[casework]\ncaseload = 82\n", encoding="utf-8")
    (folder / "other.toml").write_text('extends = "base.toml"\n[casework]\ncaseload = 40\n', encoding="utf-8")
    (folder / "study.toml").write_text(TEXT, encoding="utf-8")
    return load_study(folder / "study.toml")


@pytest.fixture(scope="module")
def done(study: Study, tmp_path_factory: pytest.TempPathFactory) -> StudyFolder:
    folder = StudyFolder.begun(tmp_path_factory.mktemp("done") / "study", study)
    play(folder, 1, None, "en")
    return StudyFolder.open(folder.path)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a finished study but the manifest, which tells the time."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "manifest.json"
    }


def test_parameters_stand_beside_outcomes(done: StudyFolder) -> None:
    data = done.data()
    assert data.columns == [
        "scenario", "point", "seed", "casework.change_loss_split", "casework.trust_pace", "casework.meeting_interval",
        "group", "measure", "value"]
    assert data.height == RUNS * 4
    assert data.select("scenario", "point", "seed").unique().height == RUNS
    settings = data.select("point", "casework.trust_pace", "casework.meeting_interval").unique().sort("point")
    assert settings.rows()[:4] == [(0, 0.15, 4.0), (1, 0.15, 2.0), (2, 0.25, 4.0), (3, 0.25, 2.0)]


def test_strangers_read_it_without_our_code(done: StudyFolder) -> None:
    data = done.data()
    mean = data.filter(measure="meetings", group="all", scenario="other")["value"].mean()
    query = f"""select avg(value) from read_parquet('{done.path}/runs/**/*.parquet', hive_partitioning = true)
        where measure = 'meetings' and "group" = 'all' and scenario = 'other'"""  # noqa: S608
    assert duckdb.sql(query).fetchall() == [(pytest.approx(mean),)]
    arrow = pyarrow.dataset.dataset(done.path / "runs", partitioning="hive").to_table()
    assert arrow.num_rows == data.height
    assert set(arrow.column_names) == set(data.columns)
    panel = duckdb.sql(f"""select count(*), count(distinct "casework.trust_pace")
        from read_parquet('{done.path}/panel/**/*.parquet', hive_partitioning = true)""").fetchall()  # noqa: S608
    assert panel == [(RUNS * 6 * 9, 2)]


def test_two_processes_write_the_same_bytes(study: Study, done: StudyFolder, tmp_path: Path) -> None:
    folder = StudyFolder.begun(tmp_path / "study", study)
    play(folder, 2, None, "en")
    assert contents(folder.path) == contents(done.path)


def test_interrupted_anywhere_and_resumed_it_is_the_same_and_nothing_is_played_twice(
    study: Study, done: StudyFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sim.studies.writer._SECONDS_BETWEEN_PARTS", 0.0)
    folder = StudyFolder.begun(tmp_path / "study", study)
    given: list[tuple[int, int]] = []
    for stop_after in (1, 2, 1, 99):
        with StudyWriter(folder) as writer:
            for count, answer in enumerate(writer.missing().answers(Here()), 1):
                writer.add(answer)
                given += [(one.cell, seed) for one in answer.played for seed in one.seeds]
                if count == stop_after:
                    break
            if stop_after < 99:
                assert "of 32 runs" in standing(folder, "en")[0]
                (folder.path / ".parts" / ".writing-7").mkdir()  # what a killed writer leaves
    assert len(given) == len(set(given)) == RUNS
    with StudyWriter(folder) as writer:
        writer.finish()
    assert contents(folder.path) == contents(done.path)


def test_a_full_disk_stops_it_and_the_same_command_goes_on(
    study: Study, done: StudyFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sim.studies.writer._SECONDS_BETWEEN_PARTS", 0.0)
    folder = StudyFolder.begun(tmp_path / "study", study)
    real, calls = files.os.fsync, iter(range(100))

    def full(handle: int) -> None:
        if next(calls) >= 7:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    with monkeypatch.context() as patched:
        patched.setattr(files.os, "fsync", full)
        with pytest.raises(RecordError, match="no room left"):
            play(folder, 1, None, "en")
    kept = folder.log().height
    assert 0 < kept < RUNS
    play(folder, 1, None, "en")
    assert contents(folder.path) == contents(done.path)


def test_two_cannot_write_at_once(study: Study, tmp_path: Path) -> None:
    folder = StudyFolder.begun(tmp_path / "study", study)
    with StudyWriter(folder), pytest.raises(RecordError, match="another run is writing"), StudyWriter(folder):
        pass


def test_a_failing_run_is_kept_with_its_settings_and_can_be_tried_again(
    study: Study, done: StudyFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    real = Keep.__call__

    def weak(self: Keep, scenario: Scenario, tables: object) -> object:
        at = scenario.settings_at(0).casework
        if at.meeting_interval == 2 and at.caseload == 40 and at.trust_pace == 0.25:
            raise ZeroDivisionError("no one to divide by")
        return real(self, scenario, tables)  # type: ignore[arg-type]

    folder = StudyFolder.begun(tmp_path / "study", study)
    with monkeypatch.context() as patched:
        patched.setattr(Keep, "__call__", weak)
        play(folder, 1, None, "en")
    assert "4 failed" in capsys.readouterr().err
    folder = StudyFolder.open(folder.path)
    failed = folder.failures()
    assert failed.select("scenario", "casework.trust_pace", "casework.meeting_interval", "seed").rows() == [
        ("other", 0.25, 2.0, 1), ("other", 0.25, 2.0, 2)] * 2
    assert "no one to divide by" in failed["en"][0]
    assert folder.data().height == (RUNS - 4) * 4
    play_failed(folder, 1, None, "en")
    assert contents(folder.path) == contents(done.path)


def test_verify_plays_again_and_notices_a_changed_number(
    done: StudyFolder, study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = [text.en for text in verify_study(done.path, None, files_only=False)]
    assert told[0].endswith("whole and unchanged.")
    assert len(told) == 4
    assert "bit by bit" in told[1]
    folder = StudyFolder.begun(tmp_path / "study", study)
    play(folder, 1, None, "en")
    file = folder.path / "runs" / "scenario=base" / "part-0000.parquet"
    table = pl.read_parquet(file)
    files.write_frame(table.with_columns(pl.col("value") * (1 + 1e-12)), file)
    with pytest.raises(RecordError, match="damaged, or was changed"):
        list(verify_study(folder.path, None, files_only=False))
    monkeypatch.setattr(StudyFolder, "verify", lambda _self: None)
    with pytest.raises(RecordError, match="something else than then"):
        list(verify_study(folder.path, None, files_only=False))


def test_another_study_or_version_is_refused(study: Study, tmp_path: Path) -> None:
    folder = StudyFolder.begun(tmp_path / "study", study)
    assert StudyFolder.begun(tmp_path / "study", study).manifest == folder.manifest
    changed = load_study(_with(study, tmp_path, "replications = 2", "replications = 3"))
    with pytest.raises(RecordError, match="another study"):
        StudyFolder.begun(tmp_path / "study", changed)
    manifest = folder.path / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8"))
    told["versions"]["source"] = "0"
    manifest.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(RecordError, match="begun by another version"):
        play(StudyFolder.open(folder.path), 1, None, "en")
    told["format_version"] = 99
    manifest.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(RecordError, match="format 99"):
        StudyFolder.open(folder.path)
    manifest.write_text("{}", encoding="utf-8")
    with pytest.raises(RecordError, match="damaged"):
        StudyFolder.open(folder.path)
    with pytest.raises(RecordError, match="not a study folder"):
        StudyFolder.open(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").touch()
    with pytest.raises(RecordError, match="not a study"):
        StudyFolder.begun(tmp_path / "full", study)


def _with(study: Study, folder: Path, old: str, new: str) -> Path:
    text = study.text.replace(old, new)
    for scenario in study.scenarios:
        (folder / f"{scenario.name}.toml").write_text(scenario.to_toml(), encoding="utf-8")
    (folder / "changed.toml").write_text(text, encoding="utf-8")
    return folder / "changed.toml"


def test_differences_are_paired_within_structure_and_sample_by_hand() -> None:
    points = pl.DataFrame({"point": [0, 1], "stratum": [0, 0], "sample": [0, 0], "policy": [0, 1], "x": [1.0, 2.0]})
    rows = [("s", point, seed, x, "all", "m", value) for point, seed, x, value in (
        (0, 1, 1.0, 10.0), (0, 2, 1.0, 14.0), (1, 1, 2.0, 11.0), (1, 2, 2.0, 16.0))]
    data = pl.DataFrame(rows, schema=["scenario", "point", "seed", "x", "group", "measure", "value"], orient="row")
    found = differences(data, points).row(0, named=True)
    assert (found["point"], found["base"], found["other"], found["difference"]) == (1, 12.0, 13.5, 1.5)
    # var(base) = 8, var(other) = 12.5, var(difference) = 0.5
    assert found["variance_reduction"] == pytest.approx(41.0)
    assert found["precision_low"] == pytest.approx(1.5 - 12.7062 * 0.5, rel=1e-4)
    assert luck_saved(differences(data, points)) == pytest.approx(41.0)
    assert luck_saved(differences(data, points).head(0)) is None
    assert summary(data)["mean"].to_list() == [12.0, 13.5]


def test_analyse_writes_tables_also_of_an_unfinished_study(done: StudyFolder, study: Study, tmp_path: Path) -> None:
    said = analysed(done, "en")
    assert "summary.csv" in said[0]
    assert pl.read_csv(done.path / "analysis" / "differences.csv").height == 12 * 4, "all but the first policy's"
    assert pl.read_csv(done.path / "analysis" / "summary.csv").height == CELLS * 4
    folder = StudyFolder.begun(tmp_path / "study", study)
    with pytest.raises(RecordError, match="has no runs"):
        analysed(folder, "en")
    with StudyWriter(folder) as writer:
        writer.add(next(iter(_answers(writer))))
    assert "finished" not in analysed(folder, "en")[0]


def _answers(writer: StudyWriter) -> Iterable[Answer]:
    return runs_module.Runs.answers(writer.missing(), Here())


def test_a_study_is_described_in_both_languages(study: Study) -> None:
    text = "\n".join(described(study, 2, "da"))
    assert "8 punkter × 2 scenarier × 2 frø = 32 kørsler" in text
    assert "8 points × 2 scenarios × 2 seeds = 32 runs" in "\n".join(described(study, 2, "en"))
