"""A scenario's own town: which files hold its people, and a fingerprint of what is in them.

What the files must hold is for ``sim.population.intake``; here they are only found and counted as part of the scenario.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sim.errors import Problem, ScenarioError, Text
from sim.scenario import texts, texts_town
from sim.scenario.names import nearest
from sim.scenario.reading import Document, unreadable
from sim.scenario.shown import raw_value

POPULATION = "population"
TABLES = ("citizens", "firms", "caseworkers")
SUFFIXES = (".parquet", ".csv")
_SHA256 = "sha256"
_LONGEST_PATH = 400
_LARGEST = 2_000_000_000
_HEXADECIMAL = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class TownFiles:
    """The files of a town: paths as seen from where the program runs, and the sha256 of their content together."""

    citizens: str
    firms: str | None
    caseworkers: str | None
    sha256: str

    @property
    def files(self) -> dict[str, str]:
        """The path of each table that is given, by the table's name."""
        given = {name: getattr(self, name) for name in TABLES}
        return {name: path for name, path in given.items() if path is not None}


def fingerprint(contents: dict[str, bytes]) -> str:
    """Return the sha256 (64 hexadecimal digits) of files' bytes, by table name; names of files do not count."""
    parts = [f"{name} {hashlib.sha256(contents[name]).hexdigest()}\n" for name in TABLES if name in contents]
    return hashlib.sha256("".join(parts).encode("ascii")).hexdigest()


def read_town(document: Document, raw: object) -> tuple[TownFiles | None, list[Problem]]:
    """Read the key ``population``: the path of the citizens' table, or a section with a path for each table.

    Paths are seen from the document's folder. When the section holds the fingerprint, as the resolved scenario of a
    finished run does, the files are not opened: results can be read when the data are gone.
    """
    given = {TABLES[0]: raw} if isinstance(raw, str) else raw
    where = document.where(POPULATION)
    if not isinstance(given, dict) or not given:
        return None, [Problem(where, texts_town.FORM, raw_value(raw), None, texts_town.FORM_EXAMPLE)]
    problems = [_unknown(document, key, value) for key, value in given.items() if key not in {*TABLES, _SHA256}]
    if TABLES[0] not in given:
        problems.append(Problem(where, texts_town.NO_CITIZENS, None, None, texts_town.FORM_EXAMPLE))
    known = given.get(_SHA256)
    if known is not None and not (isinstance(known, str) and _HEXADECIMAL.fullmatch(known)):
        problems.append(Problem(document.where(POPULATION, _SHA256), texts_town.HASH_FORM, raw_value(known)))
    paths: dict[str, Path] = {}
    for name in (name for name in TABLES if name in given):
        if fault := _path_fault(given[name]):
            problems.append(Problem(document.where(POPULATION, name), fault[0], raw_value(given[name]), None, fault[1]))
        else:
            paths[name] = Path(os.path.normpath(Path(document.file).parent / str(given[name])))
    contents, unread = ({}, []) if isinstance(known, str) else _read(document, paths, given)
    problems += unread
    if problems:
        return None, problems
    shown = {name: path.as_posix() for name, path in paths.items()}
    found = known if isinstance(known, str) else fingerprint(contents)
    return TownFiles(shown[TABLES[0]], shown.get(TABLES[1]), shown.get(TABLES[2]), found), []


def _read(
    document: Document, paths: dict[str, Path], given: dict[str, object],
) -> tuple[dict[str, bytes], list[Problem]]:
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, path in paths.items():
        try:
            contents[name] = content_of(path)
        except ScenarioError as error:
            fault = error.problems[0]
            where = document.where(POPULATION, name)
            problems.append(Problem(where, fault.what, raw_value(given[name]), None, fault.remedy))
    return contents, problems


def content_of(path: Path) -> bytes:
    """Return a table's bytes.

    Raises:
        ScenarioError: when it is missing, no ordinary file, larger than any table, or may not be read.
    """
    file = path.as_posix()
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise ScenarioError.about(file, texts.FOLDER, texts_town.NAME_A_TABLE)
        if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for, a device never ends
            raise ScenarioError.about(file, texts.NOT_A_FILE, texts_town.NAME_A_TABLE)
        if found.st_size > _LARGEST:
            raise ScenarioError.about(file, texts_town.too_large(found.st_size), texts_town.FEWER_ROWS)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise ScenarioError.about(file, texts_town.MISSING, _nearest_table(path)) from None
    except (OSError, ValueError) as error:
        raise ScenarioError.about(file, *unreadable(error)) from None


def written(files: TownFiles) -> dict[str, str]:
    """Return what stands in the section of a resolved scenario."""
    return {**files.files, _SHA256: files.sha256}


def _path_fault(path: object) -> tuple[Text, Text | None] | None:
    if not isinstance(path, str) or not path.strip() or len(path) > _LONGEST_PATH or not path.isprintable():
        return texts_town.PATH_FORM, texts_town.FORM_EXAMPLE
    if "\\" in path:
        return texts.EXTENDS_SLASH, texts.write_text(path.replace("\\", "/"))
    if PurePosixPath(path).suffix.lower() not in SUFFIXES:
        return texts_town.SUFFIX, texts_town.SAVE_AS_TABLE
    return None


def _unknown(document: Document, key: str, value: object) -> Problem:
    near = nearest(key, TABLES)
    remedy = texts.did_you_mean(near) if near else texts_town.TABLES_ARE
    return Problem(document.where(POPULATION, key), texts_town.NO_TABLE, raw_value(value), None, remedy)


def _nearest_table(path: Path) -> Text:
    if not path.parent.is_dir():
        return texts.NO_FOLDER
    names = {file.stem: file.name for file in sorted(path.parent.iterdir()) if file.suffix.lower() in SUFFIXES}
    near = nearest(path.stem, names)
    return texts.did_you_mean((path.parent / names[near]).as_posix()) if near else texts_town.PATH_IS_SEEN_FROM
