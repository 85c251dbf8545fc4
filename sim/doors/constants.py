"""Numbers with a name in the code that are no settings: read from the source, with the sentence under them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import sim
from sim.doors.coefficients import sources
from sim.doors.kinds_of_numbers import KINDS

_TOLD = re.compile(rf"\(({'|'.join(KINDS)})\b[^)]*\)")
_CADENCES = frozenset({"FORTNIGHT", "MONTH", "QUARTER", "_MONTH", "_QUARTER"})
_FORMS = (
    ".astype(np.float32)", "np.cumsum", "np.array", ", dtype=np.float32", ", dtype=np.uint8", "np.float32", "real(",
)
"""How numbers are held, which no reader needs to know."""
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers that share one explanation: where they stand, how they are written, what is said of them."""

    file: str
    numbers: tuple[str, ...]
    meaning: str
    kind: str


def named_constants() -> tuple[Constants, ...]:
    """Every group of named numbers that says something about the world or about time, by file."""
    root = Path(next(iter(sim.__path__)))
    files = [*sources(), (root / "engine" / "panel.py", "sim/engine/panel.py")]
    found = (one for path, shown in files for one in constants_in(path.read_text(encoding="utf-8"), shown))
    return tuple(one for one in found if one.kind)


def constants_in(text: str, file: str) -> Iterator[Constants]:
    """The groups of one file; without a kind where nothing is said of it, as for codes, keys and sizes of tables."""
    waiting: list[ast.Assign] = []
    for node in (*ast.parse(text).body, ast.Pass()):
        if isinstance(node, ast.Assign):
            waiting += [node] if _holds_numbers(node) else []
            continue
        said = ""
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            said = " ".join(node.value.value.split())
        told = _TOLD.search(said)
        looks = [one for one in waiting if ast.unparse(one.targets[0]) in _CADENCES]
        rest = [one for one in waiting if one not in looks]
        if looks:
            yield Constants(file, tuple(map(_written, looks)), KINDS["resolution"].what, "resolution")
        if rest:
            yield Constants(file, tuple(map(_written, rest)), said, told[1] if told else "")
        waiting = []


def _holds_numbers(node: ast.Assign) -> bool:
    return any(isinstance(part, ast.Constant) and type(part.value) in {int, float} for part in ast.walk(node.value))


def _written(node: ast.Assign) -> str:
    text = " ".join(ast.unparse(node).split())
    for form in _FORMS:
        text = text.replace(form, "(" if form.endswith("(") else "")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
