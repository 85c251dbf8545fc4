"""Run folders: whole or absent, whatever happens to the writer, the disk or the files."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from sim.errors import RecordError
from sim.record import files
from sim.record.folder import RunFolder, RunWriter
from sim.record.manifest import Manifest
from sim.record.schema import TABLES
from sim.record.tables import RunTables
from tests.fixtures_tables import synthetic_tables

WEEKS, CITIZENS = 30, 12


def draft(**changes: object) -> Manifest:
    manifest = Manifest.drafted(
        scenario_name="made-up", scenario="weeks = 30\n", scenario_digest="d1", seeds=(1, 2, 3), weeks=WEEKS,
        burn_in_weeks=5, citizens=CITIZENS,
    )
    # Pinned, so that somebody editing the source during the tests does not look like another version of the model.
    return manifest.model_copy(update={"versions": {"source": "pinned"}, **changes})


def made(seed: int) -> RunTables:
    return synthetic_tables([seed], CITIZENS, WEEKS)


def written(path: Path, seeds: tuple[int, ...] = (1, 2, 3)) -> RunFolder:
    with RunWriter.begin(path, draft()) as writer:
        for seed in seeds:
            writer.add(seed, made(seed))
        return writer.finish("cap", 1.0)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {name: (folder / f"{name}.parquet").read_bytes() for name in TABLES}


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


KILLED = textwrap.dedent("""
    import os, signal, sys
    from pathlib import Path
    from sim.record.folder import RunWriter
    from tests.test_record_folder import draft, made
    left = int(sys.argv[2])
    def deadly(call):
        def wrapped(*arguments, **named):
            global left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)
        return wrapped
    for name in ("fsync", "replace", "rename", "mkdir", "unlink", "rmdir"):
        setattr(os, name, deadly(getattr(os, name)))
    with RunWriter.begin(Path(sys.argv[1]), draft()) as writer:
        for seed in (1, 2):
            if seed not in writer.seeds_done():
                writer.add(seed, made(seed))
        writer.finish("cap", 1.0)
    print("calls", int(sys.argv[2]) - left)
""")


def killed_at(call: int, path: Path) -> subprocess.CompletedProcess[str]:
    """Write two seeds to ``path`` in another process that is killed at its n-th call that changes the disk."""
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(path), str(call)], capture_output=True, text=True, check=False,
        cwd=Path(__file__).parent.parent, env={**os.environ, "POLARS_MAX_THREADS": "1"},
    )


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """How many calls that change the disk a run of two seeds takes, over an old run and on empty ground."""
    place = tmp_path_factory.mktemp("calls") / "x"
    counts = {}
    for ground in ("empty", "old"):
        done = killed_at(10**6, place)
        assert done.returncode == 0, done.stderr
        counts[ground] = int(done.stdout.split()[1])
    return counts


@pytest.mark.slow
@pytest.mark.parametrize("share", [part / 7 for part in range(8)])
@pytest.mark.parametrize("ground", ["empty", "old"])
def test_a_writer_killed_anywhere_leaves_the_old_run_or_the_new_one(
    tmp_path: Path, calls: dict[str, int], share: float, ground: str,
) -> None:
    place = tmp_path / "x"
    before = bytes_of(written(place, (3,)).path) if ground == "old" else None
    call = 1 + round(share * (calls[ground] - 1))
    assert killed_at(call, place).returncode == -9
    if before or place.exists():
        found = bytes_of(RunFolder.open(place).path)
        RunFolder.open(place).verify()
        assert found == before or RunFolder.open(place).manifest.seeds == (1, 2)
    else:
        with pytest.raises(RecordError):
            RunFolder.open(place)
    assert killed_at(10**6, place).returncode == 0
    assert bytes_of(place) == bytes_of(written(tmp_path / "fresh", (1, 2)).path)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["fresh", "x"]


def test_a_full_disk_leaves_old_results_and_finished_seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = bytes_of(written(tmp_path / "x", (3,)).path)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with RunWriter.begin(tmp_path / "x", draft()) as writer:
        writer.add(1, made(1))
        with monkeypatch.context() as patched:
            patched.setattr(files.os, "fsync", full)
            with pytest.raises(RecordError, match="no room left"):
                writer.add(2, made(2))
            with pytest.raises(RecordError, match="no room left"):
                writer.finish("cap", 1.0)
        assert writer.seeds_done() == {1}
        assert bytes_of(tmp_path / "x") == before
        assert not list((tmp_path / ".x.partial").glob("**/.writing-*"))
        assert writer.finish("cap", 1.0).tables().seeds == (1,)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 600 kB, where we may make one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None:
        pytest.skip("there is no mount command here")
    command = [mount, "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(place)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("making a small disk needs the rights to mount one")
    try:
        yield place
    finally:
        subprocess.run([unmount, "-l", str(place)], check=True)


def _add_many(writer: RunWriter) -> None:
    for seed in range(1, 60):
        writer.add(seed, synthetic_tables([seed], 300, 260))


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is a Linux thing")
def test_a_disk_that_is_really_full(tiny_disk: Path) -> None:
    before = bytes_of(written(tiny_disk / "x", (1,)).path)
    with RunWriter.begin(tiny_disk / "x", draft(weeks=260, citizens=300)) as writer:
        with pytest.raises(RecordError, match="no room left") as caught:
            _add_many(writer)
        assert "Gør plads" in caught.value.text("da")
        (tiny_disk / "filler").write_bytes(b"x" * (os.statvfs(tiny_disk).f_bavail * 4096))
        with pytest.raises(RecordError, match="no room left"):
            writer.finish("cap", 1.0)
    assert bytes_of(tiny_disk / "x") == before
    RunFolder.open(tiny_disk / "x").verify()


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
    ('{"format_version": 999}', "format 999"), ('{"format_version": 1}', "field required"), ("{}", "format None"),
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
    file.write_text(json.dumps(found))
    with pytest.raises(RecordError, match="exactly the four tables"):
        RunFolder.open(tmp_path / "x")


def test_a_place_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordError, match="could not write"):
        RunWriter.begin(tmp_path / "file" / "x", draft())
