"""From a file to its keys, values and line numbers. The only file that imports ``tomllib``."""

from __future__ import annotations

import difflib
import errno
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
_SHIPPED = "scenarios"
_MOST_FAULTS = 40
_ONE_SETTING = re.compile(r"""[ \t]*[\w."'-]+[ \t]*=(?!.*(?:"{3}|'{3}))""")


@dataclass(frozen=True, slots=True)
class Document:
    """A TOML file as read: ``file`` as the user named it, its raw values, and where they stand.

    ``faults`` are the lines that are not TOML; the values are then those of the other lines.
    """

    file: str
    values: Mapping[str, object]
    lines: Mapping[tuple[str, ...], int]
    faults: tuple[Problem, ...] = ()

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
    return _faultless(read_what_is_toml(path, shown))


def parse_document(text: str, file: str) -> Document:
    """Read TOML from text that is called ``file`` in messages.

    Raises:
        ScenarioError: when the text is empty, holds a line no person wrote, or is not TOML.
    """
    return _faultless(_parsed(text, file))


def read_what_is_toml(path: Path, shown: str | None = None) -> Document:
    """Read a scenario file, and go on after a line that is not TOML, so that all mistakes are told in one round.

    Raises:
        ScenarioError: as ``read_document``, but for single lines that are not TOML: those are the document's faults.
    """
    file = path.as_posix() if shown is None else shown
    return _parsed(_decoded(file, _content(path, file)), file)


def _faultless(document: Document) -> Document:
    if document.faults:
        raise ScenarioError(document.faults)
    return document


def _parsed(text: str, file: str) -> Document:
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    lines = text.split("\n")
    if "\r" in text and len(lines) <= _BARELY_LINES:
        raise ScenarioError.about(file, texts.OLD_LINE_ENDS, texts.SAVE_LINE_ENDS)
    if longest := next((number for number, line in enumerate(lines, 1) if len(line) > _LONGEST_LINE), None):
        raise ScenarioError.about(file, texts.line_too_long(_LONGEST_LINE), texts.SHORTER, line=longest)
    if deep := next((number for number, line in enumerate(lines, 1) if line.count(".") > _MOST_POINTS), None):
        raise ScenarioError.about(file, texts.TOO_DEEP, texts.FLATTEN, line=deep)
    faults: list[Problem] = []
    while True:
        found = _values(text, file)
        if not isinstance(found, Problem):
            break
        faults.append(found)
        lines = text.split("\n")
        number = found.where.line or 0
        if len(faults) == _MOST_FAULTS or not 1 <= number <= len(lines) or not _stands_alone(lines[number - 1]):
            raise ScenarioError(faults)
        text = "\n".join((*lines[: number - 1], "", *lines[number:]))
    if not found:
        raise ScenarioError(faults) if faults else ScenarioError.about(file, texts.EMPTY, texts.START_FROM_BASELINE)
    return Document(file, found, key_lines(text), tuple(faults))


def _stands_alone(line: str) -> bool:
    """Whether a line holds a setting and opens nothing; left out, the rest of the file means what it meant."""
    return bool(_ONE_SETTING.match(line)) and all(line.count(one) == line.count(other) for one, other in ("[]", "{}"))


def _values(text: str, file: str) -> dict[str, object] | Problem:
    """What the text holds, or the problem behind the first line that is not TOML."""
    try:
        return tomllib.loads(f"{text}\n")
    except tomllib.TOMLDecodeError as error:
        return explain(file, text, str(error))
    except RecursionError:
        raise ScenarioError.about(file, texts.TOO_DEEP, texts.FLATTEN) from None
    except ValueError:  # Python refuses to read whole numbers of thousands of digits
        line = _line_of_digits(text.split("\n"))
        raise ScenarioError.about(file, texts.HUGE_NUMBER, texts.SHORTER, line=line) from None


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
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise ScenarioError.about(file, *unreadable(error)) from None


def unreadable(error: OSError | ValueError) -> tuple[Text, Text]:
    """What is wrong with a file the operating system does not open, and what to do."""
    if getattr(error, "errno", None) == errno.ELOOP:
        return texts.LINK_CIRCLE, texts.NAME_THE_FILE_ITSELF
    return texts.UNREADABLE, texts.CHECK_RIGHTS


def nearest_file(path: Path) -> Text:
    """What the user may have meant by a file that is not there."""
    folder = path.parent
    if not folder.is_dir():
        return texts.NO_FOLDER
    try:
        names = {file.stem: file.name for file in sorted(folder.iterdir()) if _may_be_scenario(file)}
    except OSError:
        return texts.CHECK_RIGHTS
    others = {file.stem: file for file in sorted((folder / _SHIPPED).glob(f"*{SUFFIX}"))}
    if path.stem in others and path.stem not in names:  # named as if one stood in the folder of scenarios
        return texts.did_you_mean(others[path.stem].as_posix())
    if not names:
        return texts.NO_FILES_HERE
    if near := difflib.get_close_matches(path.name.removesuffix(SUFFIX), names, n=1, cutoff=0.6):
        return texts.did_you_mean((folder / names[near[0]]).as_posix())
    shown = ", ".join([*names.values()][:_NAMES_SHOWN]) + (", …" if len(names) > _NAMES_SHOWN else "")
    return texts.files_here(shown)


def _may_be_scenario(file: Path) -> bool:
    return file.suffix == SUFFIX and file.name != "pyproject.toml"


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
