"""Named numbers in the code that are guesses: read from the source, with the sentence that stands under them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import sim

_ROOMS = ("population", "processes", "engine")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers that share one explanation: where they stand, how they are written, what is said of them."""

    file: str
    numbers: tuple[str, ...]
    meaning: str


def named_constants() -> tuple[Constants, ...]:
    """Every group of constants whose explanation gives an evidence grade, by file."""
    root = Path(next(iter(sim.__path__)))
    files = sorted(path for room in _ROOMS for path in (root / room).rglob("*.py"))
    return tuple(one for path in files for one in _in_file(path, f"sim/{path.relative_to(root).as_posix()}"))


def _in_file(path: Path, shown: str) -> Iterator[Constants]:
    waiting: list[str] = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign):
            waiting += [_written(node)] if _holds_numbers(node) else []
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            text = " ".join(node.value.value.split())
            if waiting and "grade" in text:
                yield Constants(shown, tuple(waiting), text)
            waiting = []
        else:
            waiting = []


def _holds_numbers(node: ast.Assign) -> bool:
    return any(isinstance(part, ast.Constant) and isinstance(part.value, (int, float)) for part in ast.walk(node.value))


def _written(node: ast.Assign) -> str:
    text = " ".join(ast.unparse(node).split())
    for form in ("np.cumsum", "np.array", ", dtype=np.float32", ", dtype=np.uint8", "np.float32", "_F("):
        text = text.replace(form, "(" if form.endswith("(") else "")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
