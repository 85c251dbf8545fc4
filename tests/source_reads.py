"""What a function of the processes reads, told from its source: settings, columns, and which others it calls."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import sim

ROOT = Path(sim.__file__).parent
PROCESSES = sorted(path for path in ROOT.glob("processes/*.py") if path.stem != "__init__")
_TABLES = ("citizens", "posts", "firms", "outsiders")
_START = {
    "now": "now", "town": "town", "settings": "now.settings", "citizens": "town.citizens", "firms": "town.firms",
    "posts": "town.posts", "own": "now.settings",
}
"""What the usual names of arguments stand for."""
_TYPES = {
    "Citizens": "town.citizens", "Firms": "town.firms", "Posts": "town.posts", "Settings": "now.settings",
    "Town": "town", "Now": "now", "Casework": "now.settings.casework", "Support": "now.settings.support",
}


@dataclass(frozen=True)
class Reads:
    """Settings by dotted key (``*`` for a section or all of them handed on), and columns by table and name."""

    settings: frozenset[str]
    columns: frozenset[str]


@dataclass(frozen=True)
class Function:
    """A function of the processes, by its dotted path."""

    path: str
    node: ast.FunctionDef
    calls: frozenset[str]
    reads: Reads

    @property
    def name(self) -> str:
        """The name within its file."""
        return self.path.rpartition(".")[2]

    @property
    def module(self) -> str:
        """The dotted path of its file."""
        return self.path.rpartition(".")[0]


@lru_cache(maxsize=1)
def functions() -> dict[str, Function]:
    """All functions at the top of the processes' files, by dotted path."""
    found: dict[str, Function] = {}
    for path in PROCESSES:
        module = f"sim.processes.{path.stem}"
        for function in of_source(path.read_text(encoding="utf-8"), module):
            found[function.path] = function
    return found


def of_source(text: str, module: str) -> Iterator[Function]:
    """The functions of one file."""
    tree = ast.parse(text)
    own = {node.name: f"{module}.{node.name}" for node in tree.body if isinstance(node, ast.FunctionDef)}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("sim.processes"):
            own |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            calls = {own[name] for name in _called(node) if name in own}
            yield Function(f"{module}.{node.name}", node, frozenset(calls), _reads(node))


def _called(node: ast.FunctionDef) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name):
            yield part.func.id


def _reads(node: ast.FunctionDef) -> Reads:
    names = _names(node)
    inner = {id(part.value) for part in ast.walk(node) if isinstance(part, ast.Attribute)}
    named = {id(value) for value in _aliased(node)}
    settings: set[str] = set()
    columns: set[str] = set()
    for part in ast.walk(node):
        if not isinstance(part, (ast.Attribute, ast.Name)) or id(part) in inner | named:
            continue
        if isinstance(part.ctx, ast.Store):
            continue
        chain = _chain(part, names)
        if chain[:2] == ("now", "settings"):
            key = chain[2:4]
            settings.add(".".join(key) if len(key) == 2 else ".".join((*key, "*")))
        if len(chain) > 2 and chain[0] == "town" and chain[1] in _TABLES:
            columns.add(f"{chain[1]}.{chain[2]}")
    return Reads(frozenset(settings), frozenset(columns))


def _names(node: ast.FunctionDef) -> dict[str, str]:
    """What each local name stands for: arguments, and ``c, settings = town.citizens, now.settings.work``."""
    names: dict[str, str] = {}
    for part in ast.walk(node):
        if isinstance(part, ast.Lambda):  # what towns may have for themselves: now.of(lambda own: own.work.share, ...)
            names |= {argument.arg: _START[argument.arg] for argument in part.args.args if argument.arg in _START}
    for argument in (*node.args.args, *node.args.kwonlyargs):
        kind = argument.annotation.id if isinstance(argument.annotation, ast.Name) else ""
        if kind in _TYPES or argument.arg in _START:
            names[argument.arg] = _TYPES.get(kind, _START.get(argument.arg, ""))
    for target, value in _pairs(node):
        chain = _chain(value, names)
        if chain[:1] in {("now",), ("town",)}:
            names[target] = ".".join(chain)
    return names


def _aliased(node: ast.FunctionDef) -> Iterator[ast.expr]:
    """The right sides that only give a name to a table or a section."""
    names = _names(node)
    for _, value in _pairs(node):
        chain = _chain(value, names)
        if chain[:2] == ("now", "settings") and len(chain) <= 3:
            yield value
        if chain[:1] == ("town",) and len(chain) == 2:
            yield value


def _pairs(node: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    for part in ast.walk(node):
        if not isinstance(part, ast.Assign) or len(part.targets) != 1:
            continue
        left, right = part.targets[0], part.value
        if isinstance(left, ast.Name):
            yield left.id, right
        elif isinstance(left, ast.Tuple) and isinstance(right, ast.Tuple) and len(left.elts) == len(right.elts):
            both = zip(left.elts, right.elts, strict=True)
            yield from ((one.id, other) for one, other in both if isinstance(one, ast.Name))


def _chain(node: ast.expr, names: dict[str, str]) -> tuple[str, ...]:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name) or node.id not in names:
        return ()
    return (*names[node.id].split("."), *reversed(parts))


def reached(start: str) -> set[str]:
    """The function and all functions of the processes it leads to, call by call."""
    found, open_ends = set(), [start]
    while open_ends:
        path = open_ends.pop()
        if path in found or path not in functions():
            continue
        found.add(path)
        open_ends += functions()[path].calls
    return found


def callers(path: str) -> set[str]:
    """The functions of the processes that call this one."""
    return {function.path for function in functions().values() if path in function.calls}


@dataclass(frozen=True)
class Decision:
    """What decides who is hired by one function: the deciding functions, and what they read."""

    functions: frozenset[str]
    settings: frozenset[str]
    columns: frozenset[str]


def decision(creator: str, acts: frozenset[str]) -> Decision:
    """Climb from the function that hires to the public one of its file, then follow what these call, but ``acts``."""
    known = functions()
    deciding, open_ends = set(), [creator]
    while open_ends:
        path = open_ends.pop()
        deciding.add(path)
        if known[path].name.startswith("_"):
            above = (other for other in callers(path) if known[other].module == known[path].module)
            open_ends += [other for other in above if other not in deciding]
    open_ends = sorted(deciding)
    while open_ends:
        calls = known[open_ends.pop()].calls - acts - deciding
        deciding |= calls & known.keys()
        open_ends += sorted(calls & known.keys())
    return Decision(
        frozenset(deciding), frozenset().union(*(known[path].reads.settings for path in deciding)),
        frozenset().union(*(known[path].reads.columns for path in deciding)),
    )
