"""What README.md and docs/ tell people to type is typed here, in a copy of the project.

Blocks fenced as ``console`` are read; their lines that begin with ``$ vendepunkt`` are run, one page in one folder and
in order; ``$ make`` lines are run dry, which tells whether the target is there. A block that would take too long has
``<!-- docs: skip because … -->`` on the line above it. A scenario that a page shows, in a ``toml`` block under a
paragraph that names its file, is saved under that name first.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COPIED = (
    "scenarios", "studies", "cases", "docs", "Makefile", "pyproject.toml", "requirements", "README.md", "sim", "tests",
)
SCENARIO = re.compile(r"`(scenarios/[\w-]+\.toml)`[^\n]*(?:\n[^\n]+)*\n\n```toml\n(.*?)^```", re.DOTALL | re.MULTILINE)
SKIP = re.compile(r"<!-- docs: skip because (.+?) -->")
LIMIT_SECONDS = 120
DRY = "make -n -o .venv/.runtime-installed -o .venv/.dev-installed -o .venv/.studies-installed"


@dataclass(frozen=True)
class Shown:
    """A command as a page shows it."""

    line: int
    text: str


def commands_of(page: str) -> tuple[list[Shown], list[str]]:
    """The commands to run, and the reasons given for blocks that are not."""
    commands: list[Shown] = []
    reasons: list[str] = []
    inside, skipping, above, unfinished = False, False, "", ""
    for number, line in enumerate(page.splitlines(), 1):
        if line.startswith("```"):
            inside = not inside and line.strip() == "```console"
            reason = SKIP.search(above) if inside else None
            skipping = reason is not None
            if reason:
                reasons.append(reason[1])
        elif inside and not skipping and (unfinished or line.startswith(("$ vendepunkt", "$ make"))):
            unfinished += line.removeprefix("$ ").removesuffix("\\")
            if not line.endswith("\\"):
                commands.append(Shown(number, unfinished.strip()))
                unfinished = ""
        above = line if line.strip() else above
    return commands, reasons


def save_scenarios(page: str, folder: Path) -> None:
    """Save the scenario files that a page shows; those of the project itself stay as they are."""
    for name, text in SCENARIO.findall(page):
        if not (folder / name).exists():
            (folder / name).write_text(text, encoding="utf-8")


def pages() -> list[Path]:
    return [path for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))) if path.is_file()]


@pytest.mark.docs
@pytest.mark.parametrize("page", pages(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_page_says_works(page: Path, tmp_path: Path) -> None:
    words = page.read_text(encoding="utf-8")
    commands, reasons = commands_of(words)
    if not commands:
        pytest.skip(f"nothing to run here{': ' + '; '.join(reasons) if reasons else ''}")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / name).is_file():
            shutil.copy(ROOT / name, tmp_path / name)
    save_scenarios(words, tmp_path)
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    for command in commands:
        text = command.text.replace("make", DRY, 1) if command.text.startswith("make") else command.text
        done = subprocess.run(
            ["bash", "-c", text], cwd=tmp_path, env={**os.environ, "PATH": path}, capture_output=True, text=True,  # noqa: S607
            timeout=LIMIT_SECONDS, check=False, stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, f"{page.name}:{command.line}: $ {command.text}\n{done.stdout}{done.stderr}"


def test_commands_are_found_in_console_blocks_only() -> None:
    page = """
```console
$ vendepunkt check x.toml
all is well
$ vendepunkt compare a.toml \\
    b.toml
$ ls
```
```toml
$ vendepunkt never
```
<!-- docs: skip because it takes ten minutes -->

```console
$ make run
```
```console
$ make test
```
"""
    commands, reasons = commands_of(page)
    assert [command.text for command in commands] == [
        "vendepunkt check x.toml", "vendepunkt compare a.toml     b.toml", "make test",
    ]
    assert reasons == ["it takes ten minutes"]


def test_a_scenario_shown_is_saved_and_none_of_the_projects_own_is_touched(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios/kept.toml").write_text("kept", encoding="utf-8")
    page = """
Save this as `scenarios/a.toml`,
and look at it:

```toml
weeks = 1
```

As `scenarios/kept.toml` has it:

```toml
weeks = 2
```

No file is named here:

```toml
weeks = 3
```
"""
    save_scenarios(page, tmp_path)
    told = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "scenarios").iterdir()}
    assert told == {"a.toml": "weeks = 1\n", "kept.toml": "kept"}
