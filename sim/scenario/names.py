"""Names: of scenarios (from their files) and the nearest name to one that is misspelt."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from sim.errors import ScenarioError
from sim.scenario import texts

_LONGEST = 80
_SHORTEST_BEGINNING = 4
_LAWFUL = re.compile(r"[^\W_][\w-]*")
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names that Windows keeps for devices; a results folder of that name could not be made there."""


def scenario_name(path: Path, shown: str) -> str:
    """Return the name a file gives its scenario: the file name without ``.toml``.

    Letters in two parts (as macOS writes å) are joined, so that a scenario has the same name on every machine.

    Raises:
        ScenarioError: when the name could not be a file or column name elsewhere.
    """
    stem = unicodedata.normalize("NFC", path.stem)
    if _LAWFUL.fullmatch(stem) and len(stem) <= _LONGEST and stem.lower() not in _RESERVED:
        return stem
    mended = re.sub(r"[^\w-]+", "-", stem).strip("-_")[:_LONGEST]
    remedy = texts.rename(mended if mended and mended.lower() not in _RESERVED else "my-scenario")
    raise ScenarioError.about(shown, texts.NAME_RULE, remedy, value=path.name)


def nearest(name: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Return the known name most like ``name``, or None when none is like it to this share (0 to 1).

    Case, hyphens and spaces are forgiven: ``Case Load`` finds ``caseload``. A word that only one name begins with is
    taken for that name cut short.
    """
    candidates = {plain(candidate): candidate for candidate in known}
    wanted = plain(name)
    if wanted in candidates:
        return candidates[wanted]
    if found := difflib.get_close_matches(wanted, candidates, n=1, cutoff=likeness):
        return candidates[found[0]]
    longer = [candidate for candidate in candidates if candidate.startswith(wanted)]
    return candidates[longer[0]] if len(wanted) >= _SHORTEST_BEGINNING and len(longer) == 1 else None


def plain(name: str) -> str:
    """The name in lower case without hyphens, underscores and spaces."""
    return re.sub(r"[\s_-]+", "", name.lower())[:_LONGEST]
