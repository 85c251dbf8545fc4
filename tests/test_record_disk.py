"""The disk under a run folder: a writer that is killed, a disk that is full, a place where nothing can be written."""

from __future__ import annotations

import errno
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
from tests.fixtures_folder import bytes_of, draft, made, written
from tests.fixtures_tables import synthetic_tables


KILLED = textwrap.dedent("""
    import os, signal, sys
    from pathlib import Path
    from sim.record.folder import RunWriter
    from tests.fixtures_folder import draft, made
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


def test_a_place_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordError, match="could not write"):
        RunWriter.begin(tmp_path / "file" / "x", draft())
