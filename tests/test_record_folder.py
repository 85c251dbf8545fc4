"""Run folders: whole or absent, whatever happens to the writer or the files."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from sim.errors import RecordError
from sim.record.folder import RunFolder, RunWriter
from sim.record.schema import TABLES
from sim.record.tables import RunTables
from tests.fixtures_folder import CITIZENS, WEEKS, bytes_of, draft, made, written
from tests.fixtures_tables import synthetic_tables


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    written(tmp_path / "x")
    folder = RunFolder.open(tmp_path / "x")
    assert folder.tables().checked().citizens.equals(synthetic_tables([1, 2, 3], CITIZENS, WEEKS).citizens)
    assert folder.manifest.seeds == (1, 2, 3)
    assert folder.manifest.rows["citizens"] == 3 * CITIZENS
    assert folder.scan("panel").collect().height == 3 * WEEKS * 9
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["x"]


def test_the_order_of_the_seeds_leaves_no_trace_in_the_bytes(tmp_path: Path) -> None:
    assert bytes_of(written(tmp_path / "a", (1, 2, 3)).path) == bytes_of(written(tmp_path / "b", (3, 1, 2)).path)


def test_only_the_seeds_that_count_are_merged(tmp_path: Path) -> None:
    with RunWriter.begin(tmp_path / "x", draft()) as writer:
        for seed in (1, 2, 3, 9):
            writer.add(seed, made(seed))
        folder = writer.finish("precision", 2.0, seeds=(2, 1))
    assert folder.manifest.seeds == folder.tables().seeds == (1, 2)


def test_a_run_of_nobody_and_of_no_weeks(tmp_path: Path) -> None:
    manifest = draft(weeks=0, citizens=0, seeds=(1,))
    with RunWriter.begin(tmp_path / "x", manifest) as writer:
        writer.add(1, RunTables.empty())
        writer.finish("floor", 0.0)
    assert RunFolder.open(tmp_path / "x").tables().seeds == ()


def test_a_broken_off_run_is_continued_and_gives_the_same_bytes(tmp_path: Path) -> None:
    with RunWriter.begin(tmp_path / "x", draft()) as writer:
        writer.add(2, made(2))
    with pytest.raises(RecordError, match="broken off"):
        RunFolder.open(tmp_path / "x")
    with RunWriter.begin(tmp_path / "x", draft()) as writer:
        assert writer.seeds_done() == {2}
        assert writer.notice is not None
        assert "1" in writer.notice.en
        assert writer.part(2).citizens.equals(made(2).citizens)
        for seed in (1, 3):
            writer.add(seed, made(seed))
        folder = writer.finish("cap", 1.0)
    assert bytes_of(folder.path) == bytes_of(written(tmp_path / "y").path)


@pytest.mark.parametrize("change", [{"scenario_digest": "d2"}, {"weeks": 31}, {"versions": {"python": "2"}}])
def test_what_was_broken_off_with_something_else_is_set_aside(tmp_path: Path, change: dict[str, object]) -> None:
    with RunWriter.begin(tmp_path / "x", draft()) as writer:
        writer.add(1, made(1))
    with RunWriter.begin(tmp_path / "x", draft(**change)) as writer:
        assert writer.seeds_done() == frozenset()
        assert writer.notice is not None
        assert "x.set-aside-1" in writer.notice.da
    assert (tmp_path / "x.set-aside-1" / "parts" / "seed-1" / "spells.parquet").is_file()


def test_two_writers_cannot_share_a_place_and_the_first_is_not_disturbed(tmp_path: Path) -> None:
    with RunWriter.begin(tmp_path / "x", draft()) as writer:
        writer.add(1, made(1))
        with pytest.raises(RecordError, match=f"process {os.getpid()}"):
            RunWriter.begin(tmp_path / "x", draft())
        assert writer.finish("cap", 1.0).manifest.seeds == (1,)
    RunWriter.begin(tmp_path / "x", draft()).close()


def test_a_seed_is_written_once_and_under_its_own_number(tmp_path: Path) -> None:
    with RunWriter.begin(tmp_path / "x", draft()) as writer:
        writer.add(1, made(1))
        with pytest.raises(RecordError, match="already"):
            writer.add(1, made(1))
        with pytest.raises(RecordError):
            writer.add(2, made(3))
        with pytest.raises(RecordError, match="missing"):
            writer.finish("cap", 1.0, seeds=(1, 2))


def test_nothing_but_a_run_is_ever_replaced(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_bytes(b"cat")
    for name in ("photos", "photos/cat.jpg"):
        with pytest.raises(RecordError, match="not a run"):
            RunWriter.begin(tmp_path / name, draft())
    assert (tmp_path / "photos" / "cat.jpg").read_bytes() == b"cat"


def test_what_others_laid_in_the_folder_is_carried_over(tmp_path: Path) -> None:
    written(tmp_path / "x")
    (tmp_path / "x" / "notes.txt").write_text("mine")
    (tmp_path / "x" / "figures").mkdir()
    (tmp_path / "x" / "figures" / "one.svg").write_text("<svg/>")
    written(tmp_path / "x", (1, 2))
    assert (tmp_path / "x" / "notes.txt").read_text() == "mine"
    assert (tmp_path / "x" / "figures" / "one.svg").is_file()
    assert RunFolder.open(tmp_path / "x").tables().seeds == (1, 2)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_missing_truncated_and_changed_tables_are_told_apart_from_whole_ones(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / "x").file(name)
    whole = path.read_bytes()
    path.write_bytes(whole[:-7])
    with pytest.raises(RecordError, match="damaged"):
        RunFolder.open(tmp_path / "x")
    path.write_bytes(whole[:100] + bytes([whole[100] ^ 1]) + whole[101:])
    with pytest.raises(RecordError, match="damaged"):
        RunFolder.open(tmp_path / "x").tables()
    path.unlink()
    with pytest.raises(RecordError, match="does not exist"):
        RunFolder.open(tmp_path / "x")


@pytest.mark.parametrize(("text", "words"), [
    ("", "not valid JSON"), ("[1]", "not a manifest"), ("{", "not valid JSON"), ("[" * 100_000, "not valid JSON"),
    ('{"format_version": 999}', "format 999"), ('{"format_version": 1}', "is missing"), ("{}", "format None"),
    ('{"format_version": "1"}', "format '1'"),
])
def test_a_manifest_that_cannot_be_used_says_why(tmp_path: Path, text: str, words: str) -> None:
    written(tmp_path / "x")
    (tmp_path / "x" / "manifest.json").write_text(text)
    with pytest.raises(RecordError, match=words):
        RunFolder.open(tmp_path / "x")


def test_a_manifest_cannot_point_outside_its_folder(tmp_path: Path) -> None:
    written(tmp_path / "x")
    file = tmp_path / "x" / "manifest.json"
    found = json.loads(file.read_text())
    found["hashes"]["../secret"] = "0"
    del found["seal"]
    file.write_text(json.dumps(found))
    with pytest.raises(RecordError, match="exactly the four tables"):
        RunFolder.open(tmp_path / "x")


@pytest.mark.parametrize("change", [{"weeks": 9}, {"seeds": [7]}, {"scenario": "[town]\n"}, {"seal": "0"}])
def test_a_manifest_that_was_changed_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    written(tmp_path / "x")
    file = tmp_path / "x" / "manifest.json"
    found = json.loads(file.read_text())
    file.write_text(json.dumps(found))  # written in another way it is still the same
    RunFolder.open(tmp_path / "x")
    file.write_text(json.dumps({**found, **change}))
    with pytest.raises(RecordError, match="was changed after it was written"):
        RunFolder.open(tmp_path / "x")


def test_a_manifest_of_before_the_seal_is_read_and_its_faults_are_told_in_danish(tmp_path: Path) -> None:
    manifest = written(tmp_path / "x").manifest
    file = tmp_path / "x" / "manifest.json"
    found = json.loads(file.read_text())
    del found["seal"]
    file.write_text(json.dumps(found))
    assert RunFolder.open(tmp_path / "x").manifest == manifest
    wrong: list[tuple[dict[str, object], str]] = [
        ({"mood": 1}, "er ikke et felt, som denne udgave kender"),
        ({"weeks": "x"}, "har en værdi, som ikke kan stå her"),
    ]
    for change, words in wrong:
        file.write_text(json.dumps({**found, **change}))
        with pytest.raises(RecordError) as caught:
            RunFolder.open(tmp_path / "x")
        assert words in " ".join(caught.value.text("da").split())


def test_a_finished_run_of_something_else_is_told_of_before_it_is_replaced(tmp_path: Path) -> None:
    written(tmp_path / "x")
    with RunWriter.begin(tmp_path / "x", draft()) as same:
        assert same.notice is None
    with RunWriter.begin(tmp_path / "x", draft(citizens=CITIZENS + 1)) as other:
        assert other.notice is not None
        assert "It is replaced when this one is finished." in other.notice.en
    RunFolder.open(tmp_path / "x").verify()
