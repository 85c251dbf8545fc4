"""The accepted set: the parameter rows that calibration kept, nearest to the targets, read from the file they come in.

The file is a CSV with one row per accepted set. Lines that begin with # are for the reader; one that says
``# provisional`` marks a set drawn from priors alone, and everything made with it says so. Columns: ``row`` (a number),
columns of diagnostics whose names begin with an underscore, and one column per setting, by its dotted key.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sim.errors import Problem, ScenarioError, Text, Where
from sim.scenario.facts import facts_of
from sim.scenario.loading import Given
from sim.scenario.rows import Row
from sim.scenario.settings import Settings

FILE = "accepted.csv"
HANDFUL = 6
"""Rows a run uses unless more are asked for."""

_PROVISIONAL = "# provisional"
_MEND = Text("Lav filen igen med vendepunkt calibrate.", "Make the file again with vendepunkt calibrate.")


@dataclass(frozen=True)
class Accepted:
    """Rows in the order of the file: any first few of them are a fair sample of the whole."""

    rows: tuple[Row, ...]
    provisional: bool

    def first(self, count: int | None) -> Accepted:
        """The first ``count`` rows; all of them for None."""
        return self if count is None else Accepted(self.rows[:count], self.provisional)

    @property
    def digest(self) -> str:
        """The sha256 of the rows in their order; empty without rows."""
        if not self.rows:
            return ""
        said = [f"{row.number}:{key}={value!r}" for row in self.rows for key, value in sorted(row.values.items())]
        return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


NONE = Accepted((), provisional=False)
"""No accepted rows: the catalogue's own values, which are the best row's, stand alone."""


def read_accepted(path: Path) -> Accepted:
    """Read an accepted set.

    Raises:
        ScenarioError: with every line that is no row, names no setting, or holds an impossible value.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        what = Text(f"kan ikke læses ({error})", f"cannot be read ({error})")
        raise ScenarioError((Problem(Where(path.as_posix()), what, remedy=_MEND),)) from error
    numbered = [(place, line) for place, line in enumerate(lines, start=1) if line.strip() and line[0] != "#"]
    table: list[dict[str | None, str | None]] = list(
        csv.DictReader(io.StringIO("\n".join(line for _, line in numbered)))
    )
    problems: list[Problem] = []
    rows = []
    for (place, _), cells in zip(numbered[1:], table, strict=False):
        rows.append(_row(cells, Where(path.as_posix(), place), problems))
    if problems:
        raise ScenarioError(problems)
    return Accepted(tuple(row for row in rows if row is not None), any(line.startswith(_PROVISIONAL) for line in lines))


def _row(cells: Mapping[str | None, str | None], where: Where, problems: list[Problem]) -> Row | None:
    facts = facts_of(Settings)
    values: dict[str, Given] = {}
    for key, text in cells.items():
        if key is None or text is None:
            problems.append(Problem(where, Text("har ikke netop så mange felter som overskriften",
                                                "does not have exactly as many fields as the heading"), remedy=_MEND))
            return None
        if key == "row" or key.startswith("_"):
            continue
        at = Where(where.file, where.line, key)
        if key not in facts:
            problems.append(Problem(at, Text("er ikke en indstilling", "is not a setting"), remedy=_MEND))
        elif facts[key].choices is not None:
            values[key] = text
        else:
            value, limits = _number(text), facts[key].possible or (-1e9, 1e9)
            if value is None or not limits[0] <= value <= limits[1]:
                problems.append(Problem(at, Text("er ikke en mulig værdi", "is not a possible value"), text,
                                        f"{limits[0]} – {limits[1]}", _MEND))
            else:
                values[key] = value
    number = _number(cells.get("row") or "")
    if number is None:
        problems.append(Problem(where, Text("mangler rækkens nummer", "lacks the row's number"), remedy=_MEND))
        return None
    return Row(int(number), values)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def written(rows: Sequence[Row], diagnostics: Sequence[dict[str, str]], told: Sequence[str]) -> str:
    """The text of an accepted set: what is told first (without the #), then rows with their diagnostics."""
    extra = [f"_{name}" for name in (diagnostics[0] if diagnostics else {})]
    keys = list(rows[0].values) if rows else []
    out = io.StringIO()
    out.write("".join(f"# {line}\n" for line in told))
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["row", *extra, *keys])
    for row, more in zip(rows, diagnostics or [{}] * len(rows), strict=True):
        writer.writerow([row.number, *more.values(), *(_shown(row.values[key]) for key in keys)])
    return out.getvalue()


def _shown(value: Given) -> str:
    key = getattr(value, "key", None)
    return key if isinstance(key, str) else f"{value:.6g}" if isinstance(value, float) else str(value)
