"""From a file to its keys, values and line numbers. The only file that imports ``tomllib``."""

from __future__ import annotations

import difflib
import re
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sim.errors import Problem, ScenarioError, Text, Where
from sim.scenario import texts
from sim.scenario.lines import key_lines
from sim.scenario.syntax import explain

SUFFIX = ".toml"
_LARGEST = 1_000_000
_LONGEST_LINE = 20_000
_MOST_POINTS = 1000
"""Keys of very many parts (a.a.a…) take tomllib minutes; no text that a person writes has so many points."""

_BARELY_LINES = 2
_NAMES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Document:
    """A TOML file as read: ``file`` as the user named it, its raw values, and where they stand."""

    file: str
    values: Mapping[str, object]
    lines: Mapping[tuple[str, ...], int]

    def where(self, *path: str) -> Where:
        """Return the place of a key; of the nearest key around it when the key itself has no line of its own."""
        for length in range(len(path), 0, -1):
            if line := self.lines.get(path[:length]):
                return Where(self.file, line, ".".join(path))
        return Where(self.file, None, ".".join(path))


def read_document(path: Path, shown: str | None = None) -> Document:
    """Read a scenario file; ``shown`` is how messages call it (the path itself when left out).

    Raises:
        ScenarioError: when it is missing, no text, too large, empty or not TOML.
    """
    file = path.as_posix() if shown is None else shown
    return parse_document(_decoded(file, _content(path, file)), file)


def parse_document(text: str, file: str) -> Document:
    """Read TOML from text that is called ``file`` in messages.

    Raises:
        ScenarioError: when the text is empty, holds a line no person wrote, or is not TOML.
    """
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    lines = text.split("\n")
    if "\r" in text and len(lines) <= _BARELY_LINES:
        raise ScenarioError.about(file, texts.OLD_LINE_ENDS, texts.SAVE_LINE_ENDS)
    if longest := next((number for number, line in enumerate(lines, 1) if len(line) > _LONGEST_LINE), None):
        raise ScenarioError.about(file, texts.line_too_long(_LONGEST_LINE), texts.SHORTER, line=longest)
    if deep := next((number for number, line in enumerate(lines, 1) if line.count(".") > _MOST_POINTS), None):
        raise ScenarioError.about(file, texts.TOO_DEEP, texts.FLATTEN, line=deep)
    try:
        values = tomllib.loads(f"{text}\n")
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError((explain(file, text, str(error)),)) from None
    except RecursionError:
        raise ScenarioError.about(file, texts.TOO_DEEP, texts.FLATTEN) from None
    except ValueError:  # Python refuses to read whole numbers of thousands of digits
        raise ScenarioError.about(file, texts.HUGE_NUMBER, texts.SHORTER, line=_line_of_digits(lines)) from None
    if not values:
        raise ScenarioError.about(file, texts.EMPTY, texts.START_FROM_BASELINE)
    return Document(file, values, key_lines(text))


def _content(path: Path, file: str) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise ScenarioError.about(file, texts.FOLDER, texts.NAME_THE_FILE)
        if not stat.S_ISREG(found.st_mode):
            raise ScenarioError.about(file, texts.NOT_A_FILE, texts.NAME_THE_FILE)
        if path.suffix.lower() != SUFFIX:
            raise ScenarioError.about(file, texts.NOT_TOML, texts.NAME_THE_FILE)
        if found.st_size > _LARGEST:
            raise ScenarioError.about(file, texts.too_large(found.st_size // 1000), texts.PICK_TEXT)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise ScenarioError.about(file, texts.MISSING, nearest_file(path)) from None
    except (OSError, ValueError):  # ValueError: a NUL in the path
        raise ScenarioError.about(file, texts.UNREADABLE, texts.CHECK_RIGHTS) from None


def nearest_file(path: Path) -> Text:
    """What the user may have meant by a file that is not there."""
    folder = path.parent
    if not folder.is_dir():
        return texts.NO_FOLDER
    try:
        names = {file.stem: file.name for file in sorted(folder.iterdir()) if file.suffix == SUFFIX}
    except OSError:
        return texts.CHECK_RIGHTS
    if not names:
        return texts.NO_FILES_HERE
    if near := difflib.get_close_matches(path.name.removesuffix(SUFFIX), names, n=1, cutoff=0.6):
        return texts.did_you_mean((folder / names[near[0]]).as_posix())
    shown = ", ".join([*names.values()][:_NAMES_SHOWN]) + (", …" if len(names) > _NAMES_SHOWN else "")
    return texts.files_here(shown)


def _decoded(file: str, content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ScenarioError.about(file, texts.NOT_UTF8, texts.SAVE_AS_UTF8, line=1)
    if b"\0" in content:
        raise ScenarioError.about(file, texts.BINARY, texts.PICK_TEXT)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raw = content.splitlines()[line - 1].decode("utf-8", "replace").strip()
        problem = Problem(Where(file, line), texts.NOT_UTF8, raw, None, texts.SAVE_AS_UTF8)
        raise ScenarioError((problem,)) from None


def _line_of_digits(lines: list[str]) -> int | None:
    return next((number for number, line in enumerate(lines, 1) if re.search(r"[\d_]{4000}", line)), None)
