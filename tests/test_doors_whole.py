"""From scenario files to a brief with the real model, in a small town and a short time."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from sim.errors import said_by_system
from tests.fixtures_typed import typed

pytest.importorskip("sim.engine.run")

BASE = """
[title]
da = "Som nu"
en = "As now"
[time]
weeks = 30
burn_in_weeks = 12
[town]
activity_ready = 60
resource_course = 20
"""
FEW = """
extends = "base.toml"
question = { da = "Hjælper færre sager?", en = "Do fewer cases help?" }
[title]
da = "Færre sager"
en = "Fewer cases"
[casework]
caseload = 30
"""


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("base.toml").write_text(BASE, encoding="utf-8")
    Path("few.toml").write_text(FEW, encoding="utf-8")


def frames(folder: str) -> dict[str, pl.DataFrame]:
    return {file.stem: pl.read_parquet(file) for file in sorted(Path(folder).glob("*.parquet"))}


def test_run_leaves_a_folder_that_verifies_and_tells_a_story(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = typed("run base.toml --seeds 2 --jobs 1", capsys)
    assert code == 0, err
    assert "results/base" in out
    assert "As now" in out
    manifest = json.loads(Path("results/base/manifest.json").read_text(encoding="utf-8"))
    assert (manifest["seeds"], manifest["citizens"], manifest["parents"]) == ([1, 2], 80, [])
    code, out, err = typed("verify results/base --seeds all", capsys)
    assert code == 0, err
    assert out.count("same again") == 2
    code, out, err = typed("story results/base", capsys)
    assert code == 0, err
    assert len(out) > 200


def test_one_process_and_two_leave_the_same_tables(capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("run few.toml --seeds 1-3 --jobs 1 --out one", capsys)[0] == 0
    assert typed("run few.toml --seeds 1-3 --jobs 2 --out two", capsys)[0] == 0
    one, two = frames("one/few"), frames("two/few")
    assert list(one) == ["citizens", "events", "panel", "spells"]
    assert all(one[name].equals(two[name], null_equal=True) for name in one)


def test_comparing_gives_the_same_runs_as_running_alone(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = typed("compare base.toml few.toml --seeds 1-2 --out both --jobs 2", capsys)
    assert code == 0, err
    assert "Fewer cases" in out
    assert Path("both/brief.html").stat().st_size > 10_000
    assert Path("both/numbers.xlsx").stat().st_size > 1_000
    assert typed("run few.toml --seeds 1-2 --out alone --jobs 1", capsys)[0] == 0
    alone, together = frames("alone/few"), frames("both/few")
    assert all(alone[name].equals(together[name], null_equal=True) for name in alone)
    Path("both/brief.html").unlink()
    code, again, err = typed("report both", capsys)
    assert code == 0, err
    assert again == out
    assert Path("both/brief.html").is_file()
    Path("blocked").write_text("", encoding="utf-8")
    code, out, err = typed("report both --out blocked/x", capsys)
    assert (code, out) == (2, "")
    assert "could not write the results" in err
    assert "en del af stien er en fil" in said_by_system(NotADirectoryError(errno.ENOTDIR, "Not a directory")).da


def test_a_change_after_the_end_is_told_before_and_after_the_run_and_kept_with_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("late.toml").write_text(FEW.replace("caseload = 30", "caseload = { 2017-06 = 30 }"), encoding="utf-8")
    code, out, err = typed("check late.toml --weeks 8", capsys)
    assert code == 0, err
    assert "No changes from base.toml" in out
    assert "the run ends before it (2017-02-27)" in " ".join(out.split())
    code, out, err = typed("compare base.toml late.toml --weeks 8 --citizens 40 --seeds 1-2 --rows 0 --out l", capsys)
    assert code == 0, err
    left_out = "Comes only after the end of the run (27 February 2017) and so is left out: Caseload: from 82"
    assert left_out in err
    assert left_out in " ".join(out.split())
    assert "run too short" in out
    code, again, err = typed("report l --lang en", capsys)
    assert code == 0, err
    assert left_out in " ".join(again.split())
    assert left_out in Path("l/brief.html").read_text(encoding="utf-8")


def test_the_stopping_rule_tells_why_it_stopped(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = typed("compare base.toml few.toml --out both --citizens 40 --weeks 8 --jobs 2", capsys)
    assert code == 0, err
    manifest = json.loads(Path("both/few/manifest.json").read_text(encoding="utf-8"))
    assert 8 <= len(manifest["seeds"]) <= 32
    assert " / " in manifest["stopping"]
    assert manifest["citizens"] == 40
    assert manifest["weeks"] == 8


@pytest.mark.parametrize("line", ["run base.toml --seeds 1 --weeks 0", "run base.toml --seeds 1 --citizens 1"])
def test_no_weeks_and_one_citizen_run(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = typed(line, capsys)
    assert code == 0, err


def test_damage_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("run base.toml --seeds 1 --jobs 1", capsys)[0] == 0
    table = Path("results/base/spells.parquet")
    content = bytearray(table.read_bytes())
    content[len(content) // 2] ^= 1
    table.write_bytes(content)
    for line in ("verify results/base", "report results/base", "story results/base"):
        code, out, err = typed(line, capsys)
        assert (code, out) == (2, "")
        assert "spells.parquet" in err


def whole_seeds(folder: str) -> int:
    """How many seeds are kept; unlike a search by pattern, a walk bears that folders come and go meanwhile."""
    return sum(name.startswith("seed-") for _, folders, files in os.walk(folder) for name in (*folders, *files))


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_and_the_same_command_again(jobs: int, capsys: pytest.CaptureFixture[str]) -> None:
    words = f"run base.toml --seeds 1-40 --weeks 8 --out stopped --jobs {jobs} --lang en".split()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    process = subprocess.Popen(
        [sys.executable, "-m", "sim", *words], stderr=subprocess.PIPE, text=True, env=environment,
        start_new_session=True,
    )
    # 40 seeds are more than two processes take side by side at once, so some are whole while others have not begun.
    for _ in range(600):
        if whole_seeds("stopped") or process.poll() is not None:
            break
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to everybody
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "Run the same command again" in err
    assert "Traceback" not in err
    assert not Path("stopped/base").exists()
    assert whole_seeds("stopped") >= 1
    code, _, err = typed(" ".join(words), capsys)
    assert code == 0, err
    assert typed("run base.toml --seeds 1-40 --weeks 8 --out whole --jobs 2", capsys)[0] == 0
    stopped, whole = frames("stopped/base"), frames("whole/base")
    assert all(stopped[name].equals(whole[name], null_equal=True) for name in whole)
