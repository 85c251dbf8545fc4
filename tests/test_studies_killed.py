"""``vendepunkt study`` from outside, killed in the middle: a worker, then everybody; what was kept is gone on with."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from sim.doors.cli import answer
from sim.studies.folder import StudyFolder

STUDY = """scenarios = ["base.toml"]
[size]
citizens = 30
weeks = 6
burn_in_weeks = 4
[uncertain]
casework.trust_pace = { low = 0.1, high = 0.3 }
[design]
method = "grid"
levels = 14
replications = 2
[outcomes]
measures = ["meetings"]
"""
RUNS = 28


def started(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "sim", "study", *arguments, "--jobs", "2"]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def children_of(process: int) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
            command = (entry.parent / "cmdline").read_bytes()
        except OSError:
            continue
        if int(fields[1]) == process and b"spawn_main" in command:
            found.append(int(entry.parent.name))
    return found


def until_parts(folder: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):
        if len(list(folder.glob(".parts/part-*"))) >= count or process.poll() is not None:
            return
        time.sleep(0.05)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds workers by /proc")
def test_killed_workers_and_a_killed_study_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "base.toml").write_text("[casework]\ncaseload = 82\n", encoding="utf-8")
    (tmp_path / "study.toml").write_text(STUDY, encoding="utf-8")
    place = tmp_path / "killed"

    process = started("run", "study.toml", "--out", "killed")
    until_parts(place, 1, process)
    workers = children_of(process.pid)
    if workers:
        os.kill(workers[0], signal.SIGKILL)
    until_parts(place, 2, process)
    left = children_of(process.pid)
    process.kill()
    process.wait()
    kept = StudyFolder.open(place).log()
    assert 0 < kept.height <= RUNS
    assert not kept["failed"].any()

    assert answer(["study", "resume", "killed", "--jobs", "1"], "en") == 0
    assert answer(["study", "run", "study.toml", "--out", "whole", "--jobs", "1"], "en") == 0
    whole = StudyFolder.open(tmp_path / "whole")
    for name in whole.manifest.hashes:
        assert (place / name).read_bytes() == (whole.path / name).read_bytes(), name
    assert StudyFolder.open(place).data().select("point", "seed").is_unique().all()
    assert pl.read_parquet(place / "runs" / "scenario=base" / "*.parquet").height == RUNS
    for _ in range(100):
        if not any(Path(f"/proc/{worker}").exists() for worker in left):
            break
        time.sleep(0.1)
    assert not any(Path(f"/proc/{worker}").exists() for worker in left), "no worker outlives the one in charge"
