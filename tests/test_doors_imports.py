"""One door per outside thing: each is imported in one place only, so that it can be replaced there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOORS = {
    "click": ("sim/doors/",),
    "rich": ("sim/doors/",),
    "matplotlib": ("sim/views/figures", "sim/views/drawing"),
    "jinja2": ("sim/views/",),
    "xlsxwriter": ("sim/views/",),
    "mesa": ("sim/engine/model.py", "sim/engine/handles.py", "sim/engine/yardstick.py"),
    "networkx": ("sim/engine/model.py", "sim/engine/handles.py"),
    "tomllib": ("sim/scenario/reading.py",),
    "random": (),
    "secrets": (),
    "argparse": (),
}
# Written or called through an attribute, so looked for by that attribute.
CALLS = {
    "numpy.random": ("sim/draws.py",),
}
# The record writes results; a template is an empty table for a user to fill in.
WRITE = ("sim/record/", "sim/population/template.py")
WRITERS = ("write_parquet", "sink_parquet", "write_ipc", "sink_ipc")


def files() -> list[Path]:
    return sorted((ROOT / "sim").rglob("*.py"))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def within(file: str, doors: tuple[str, ...]) -> bool:
    return file.startswith(doors)


@pytest.mark.parametrize("path", files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_outside_things_come_in_by_their_door(path: Path) -> None:
    file = path.relative_to(ROOT).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for name in imported(tree):
        outside = name.split(".")[0]
        if outside in DOORS:
            assert within(file, DOORS[outside]), f"{file} imports {name}; only {DOORS[outside]} may"
        for whole, doors in CALLS.items():
            assert not name.startswith(whole) or within(file, doors), f"{file} imports {name}"


@pytest.mark.parametrize("path", files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nobody_else_draws_prints_or_writes_results(path: Path) -> None:
    file = path.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr == "random" and isinstance(node.value, ast.Name):
            assert node.value.id != "np" or file == "sim/draws.py", f"{file}:{node.lineno} draws by itself"
        if isinstance(node, ast.Attribute) and node.attr in WRITERS:
            assert within(file, WRITE), f"{file}:{node.lineno} writes results past the record"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print", f"{file}:{node.lineno} prints; the doors do that"
