"""The command line from outside: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sim.doors import cli
from sim.doors.cli import COMMANDS
from sim.record.schema import TABLES
from sim.record.texts_columns import column_meaning
from sim.vocabulary import LANGUAGES, Language
from tests.fixtures_typed import typed

PYTHON = [sys.executable, "-m", "sim"]


@pytest.fixture(autouse=True)
def _anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.delenv("VENDEPUNKT_DEBUG", raising=False)
    Path("base.toml").write_text("[casework]\ncaseload = 82\n", encoding="utf-8")
    Path("short.toml").write_text('extends = "base.toml"\n[time]\nweeks = 9\n', encoding="utf-8")
    Path("few.toml").write_text(
        'extends = "base.toml"\nquestion = { da = "Hjælper det?", en = "Does it help?" }\n'
        "[casework]\ncaseload = { 2018-01 = 20 }\nturnover = 0.21\n", encoding="utf-8",
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = typed(f"{name} --help", capsys, language)
    assert (code, err) == (0, "")
    assert {"da": "Eksempler", "en": "Examples"}[language] in out
    assert f"vendepunkt {name}" in out
    assert "--lang" in out
    assert {"da": "Show", "en": "Vis "}[language] not in out


def test_no_command_shows_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    for line in ("", "--help"):
        code, out, _ = typed(line, capsys, "da")
        assert code == 0
        assert all(f"  {name} " in out for name in COMMANDS)
        assert "bestemt person" in out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = typed("--version", capsys)
    assert code == 0
    assert out.startswith("vendepunkt 0.")


@pytest.mark.parametrize(("line", "said"), [
    ("chek", "Did you mean check?"),
    ("bogus", "not a command"),
    ("check", "FILE"),
    ("check few.toml --sedes 3", "--seeds"),
    ("check few.toml --seeds 3,3", "more than once"),
    ("check few.toml --seeds x", "1-8"),
    ("check few.toml --jobs 0", "from 1 to"),
    ("check few.toml --jobs", "--jobs"),
    ("check few.toml --citizens many", "whole number"),
    ("check few.toml --weeks -1", "from 0 to"),
    ("check few.toml --weeks 2601", "from 0 to 2600"),
    ("check few.toml --lang fr", "da, en"),
    ("check no.toml", "no.toml"),
    ("schema spels", "Did you mean spells?"),
    ("explain caselod", "Did you mean"),
    ("diff base.toml gone.toml", "gone.toml"),
    ("diff base.toml", "extends no other scenario, so there is nothing to hold it against. Name two files."),
    ("run few.toml base.toml --jobs 1 few.toml", "extra arguments (base.toml few.toml)"),
    ("check few.toml --seeds \u0663", "cannot be read as seeds"),
    ("story nowhere", "nowhere"),
    ("verify nowhere", "nowhere"),
    ("report nowhere", "nowhere"),
    ("run gone.toml", "gone.toml"),
    ("compare base.toml gone.toml", "gone.toml"),
    ("compare base.toml", "two"),
    ("compare base.toml short.toml", "another time"),
    ("compare", "scenarios"),
])
def test_a_mistake_is_told_on_the_error_stream_with_exit_code_2(
    line: str, said: str, capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = typed(line, capsys)
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err
    assert typed(line, capsys, "da")[2] != err


def test_help_is_danish_to_the_last_word(capsys: pytest.CaptureFixture[str]) -> None:
    danish = typed("compare --help", capsys, "da")[1]
    assert "Brug: vendepunkt compare [VALG] [FIL...]" in danish
    assert "--out MAPPE" in danish
    assert "Uden NY" in typed("diff --help", capsys, "da")[1]
    assert "pathways-LAG.html" in typed("pathways --help", capsys, "da")[1]
    assert "compare [OPTIONS] [FILE...]" in typed("compare --help", capsys)[1]
    assert "Her mangler FIL.\n" in typed("check", capsys, "da")[2]
    assert "Her er for meget: base.toml" in typed("run few.toml base.toml", capsys, "da")[2]


def test_check_tells_changes_remarks_and_time(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = typed("check few.toml", capsys)
    assert (code, err) == (0, "")
    assert "Does it help?" in out
    assert "82 → 82, 20 from January 2018" in out or "82 → 20 from January 2018" in out
    assert "caseload" in out  # outside the plausible range
    assert "turnover = 0.21" in out  # has no effect
    assert "Expected time" in out
    assert "Hjælper det?" in typed("check few.toml", capsys, "da")[1]


def test_check_tells_what_a_file_that_stands_alone_does_differently(capsys: pytest.CaptureFixture[str]) -> None:
    Path("alone.toml").write_text("[casework]\ncaseload = 60\n", encoding="utf-8")
    out = typed("check alone.toml", capsys)[1]
    assert "Different from the model's own values, in the burn-in too:\n    Caseload: 82 → 60" in out
    assert "Different" not in typed("check base.toml", capsys)[1]


def test_check_shows_the_mistakes_of_all_files_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    Path("one.toml").write_text("[casework]\ncaselod = 4\n", encoding="utf-8")
    Path("two.toml").write_text("[casework]\nturnover = 4\n", encoding="utf-8")
    code, out, err = typed("check one.toml two.toml", capsys)
    assert (code, out) == (2, "")
    assert "one.toml" in err
    assert "two.toml" in err


def test_diff_of_two_and_of_one(capsys: pytest.CaptureFixture[str]) -> None:
    two = typed("diff base.toml few.toml", capsys)
    assert two == typed("diff few.toml", capsys)
    assert two[1].count("→") == 1
    assert "No difference" in typed("diff base.toml base.toml", capsys)[1]


def test_schemas(capsys: pytest.CaptureFixture[str]) -> None:
    assert "casework" in json.loads(typed("schema", capsys)[1])["properties"]
    assert "open_left" in typed("schema spells", capsys)[1]
    assert typed("schema tables", capsys)[1].count(".parquet") == 4
    assert "small_job" in typed("schema codes", capsys)[1]


def test_the_unexpected_leaves_one_line_and_a_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("odd\x1b[31m thing")

    monkeypatch.setattr(cli.Commands, "invoke", broken)
    code, out, err = typed("check few.toml", capsys)
    assert (code, out) == (1, "")
    assert "ValueError" in err
    assert "\x1b" not in err
    assert "Traceback" not in err
    (log,) = tmp_path.glob("vendepunkt-*.log")
    assert str(log) in err
    assert "Traceback" in log.read_text(encoding="utf-8")
    monkeypatch.setenv("VENDEPUNKT_DEBUG", "1")
    assert "Traceback" in typed("check few.toml", capsys)[2]


def test_ctrl_c_is_130(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.Commands, "invoke", pressed)
    assert typed("explain", capsys)[0] == 130


def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "VENDEPUNKT_LANG": "da", **more}
    return subprocess.run(
        [*PYTHON, *arguments], capture_output=True, text=True, check=False, env=environment, timeout=60,
        stdin=subprocess.DEVNULL,
    )


def test_python_minus_m_sim_is_the_command() -> None:
    done = run("check", "few.toml")
    assert done.returncode == 0
    assert "Hjælper det?" in done.stdout


def test_every_column_of_every_table_is_explained_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    danish, english = (typed("schema tables", capsys, language)[1] for language in LANGUAGES)
    for name, columns in TABLES.items():
        for column in columns:
            meaning = column_meaning(name, column)
            assert meaning.da != meaning.en or column == "jobs"
            assert column in danish
    assert "om vendepunktet vendte forløbet varigt" in danish
    assert "whether the turning point turned the pathway for good" in english
    with pytest.raises(KeyError):
        column_meaning("panel", "standing_asleep")


def test_a_reader_that_goes_away_is_no_trouble() -> None:
    root = Path(__file__).parents[1]
    command = f"PYTHONPATH={root} {sys.executable} -m sim schema | head -c 10; echo; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60)  # noqa: S607
    assert done.stderr == ""
    assert done.stdout.split()[-1] in {"0", "141"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device here")
@pytest.mark.parametrize(("where", "code", "said"), [(">/dev/full", "2", "no room left"), (">&-", "0", "")])
def test_output_that_takes_nothing(where: str, code: str, said: str) -> None:
    root = Path(__file__).parents[1]
    command = f"PYTHONPATH={root} {sys.executable} -m sim explain --lang en {where}; echo $? >&2"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60)  # noqa: S607
    *told, last = done.stderr.splitlines()
    assert last == code
    assert said in " ".join(told)
    assert len(told) == bool(said)


def test_an_old_terminal_gets_question_marks_not_an_error() -> None:
    done = run("check", "few.toml", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "?" in done.stdout


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_real_ctrl_c_leaves_quietly(number: signal.Signals) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    waits = (
        "import sim.doors.cli as c, time;"
        "c.Commands.invoke = lambda *a: (print('on', flush=True), time.sleep(30));"
        "c.main(['explain'])"
    )
    with subprocess.Popen(
        [sys.executable, "-c", waits], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(number)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in err


def test_help_is_quick() -> None:
    def seconds(*words: str) -> float:
        began = os.times()
        subprocess.run([sys.executable, *words], capture_output=True, check=True, timeout=60,
                       env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])})
        ended = os.times()  # of the processor, so that a busy machine does not count
        return ended.children_user + ended.children_system - began.children_user - began.children_system

    bare = min(seconds("-c", "import click") for _ in range(3))
    whole = min(seconds("-m", "sim", "--help") for _ in range(3))
    assert whole < 0.3 + bare  # machines differ; a slow one is slow at starting Python too


def test_help_imports_nothing_heavy() -> None:
    words = "import sys; from sim.doors.cli import answer; answer(['--help'], 'da'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True, timeout=60,
                          env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])})
    loaded = set(done.stdout.split())
    assert not loaded & {"numpy", "polars", "pydantic", "matplotlib", "mesa", "rich", "jinja2", "scipy"}
