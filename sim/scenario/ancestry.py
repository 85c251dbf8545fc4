"""The files a scenario builds on: ``extends`` followed to its beginning."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath

from sim.errors import Problem, ScenarioError, Text
from sim.scenario import texts
from sim.scenario.reading import SUFFIX, Document, nearest_file, read_what_is_toml
from sim.scenario.shown import raw_value

_LONGEST_CHAIN = 8
_LONGEST_PATH = 200
_ELSEWHERE = re.compile(r"^(?:[A-Za-z]:|/|\\|~|\w+://)")


def read_with_parents(path: Path) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Read a file and all it builds on, the oldest first.

    A line that is not TOML is left out and reported as a problem; a parent that cannot be read is one too and ends
    the chain. So the mistakes of whatever can be read are found in the same round.

    Raises:
        ScenarioError: when the file itself cannot be read.
    """
    documents = [read_what_is_toml(path)]
    seen = [path.resolve()]
    problems: tuple[Problem, ...] = documents[0].faults
    here = path
    while "extends" in documents[-1].values:
        fault = _fault(documents[-1], here, seen)
        if fault is not None:
            problems = (*problems, fault)
            break
        here = Path(os.path.normpath(here.parent / str(documents[-1].values["extends"])))
        try:
            documents.append(read_what_is_toml(here))
        except ScenarioError as error:
            problems = (*problems, *error.problems)
            break
        problems = (*problems, *documents[-1].faults)
        seen.append(here.resolve())
    return tuple(reversed(documents)), problems


def _fault(document: Document, here: Path, seen: list[Path]) -> Problem | None:
    """What is wrong with the ``extends`` of a document, if anything."""
    wanted = document.values["extends"]
    readable = isinstance(wanted, str) and len(wanted) <= _LONGEST_PATH and wanted.isprintable() and wanted.strip()
    if not isinstance(wanted, str) or not readable or _ELSEWHERE.match(wanted):
        return _problem(document, texts.EXTENDS_RELATIVE, texts.EXTENDS_EXAMPLE)
    if "\\" in wanted:
        return _problem(document, texts.EXTENDS_SLASH, texts.write_text(wanted.replace("\\", "/")))
    if PurePosixPath(wanted).suffix != SUFFIX:
        return _problem(document, texts.EXTENDS_SUFFIX, texts.write_text(f"{wanted.rstrip('/')}{SUFFIX}"))
    return _target_fault(document, Path(os.path.normpath(here.parent / wanted)), seen)


def _target_fault(document: Document, target: Path, seen: list[Path]) -> Problem | None:
    """What is wrong with the file that a lawful ``extends`` leads to."""
    if not target.exists():
        return _problem(document, texts.PARENT_MISSING, nearest_file(target))
    if (found := target.resolve()) in seen:
        ring = " → ".join(file.name for file in (*seen[seen.index(found):], found))
        return _problem(document, texts.circle(ring), texts.BREAK_CIRCLE)
    if len(seen) >= _LONGEST_CHAIN:
        return _problem(document, texts.chain_too_long(_LONGEST_CHAIN), texts.SHORTEN_CHAIN)
    return None


def _problem(document: Document, what: Text, remedy: Text) -> Problem:
    wanted = document.values["extends"]
    return Problem(document.where("extends"), what, raw_value(wanted), None, remedy)
