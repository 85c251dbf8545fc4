"""Numbers without a name in the formulas of the model: found in the source, with what the function says of itself."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import sim

_BOOKS = frozenset({"event_log", "now", "orders", "withheld"})
"""Files of the processes that hold books and forms, and claim nothing."""
_DRAWN = ("entrants", "staff", "synthesis", "ties", "workplaces")
"""Files of the population that say what people and workplaces are like."""
_COUNTING = frozenset({"_prepare", "_edges", "_free_rows", "arrival_luck", "_firms_wanted", "_places"})
"""Functions that number, count or make room."""
_UNITS = frozenset({0, 1, 18, 37, 52, 100, 1000})
"""Nothing, all, and units: the age of adults, hours of a full post, weeks, hundreds, thousands."""
_SPANS = frozenset({4, 13})
"""Weeks between two looks, beside a weekly chance."""
_LEAST, _MOST = 1e-3, 200
"""Down to here a number keeps a division from failing; from here on it keeps a count within its column."""
_LUCK = frozenset({"uniform", "two", "lottery", "bell", "block", "pair", "whole", "u", "z", "trait", "level"})
_PLAIN = frozenset({"range", "zeros", "reshape", "every", "argmax", "float32", "floor", "int", "round", "has"})
_STEPS = {"nudge": "", "approach": "", "know": "relation", "regard": "legitimacy", "wear": "capacity", "endure": "rope"}
"""Functions that move a state by a step, and what they move where they do not say."""
_WRAPS = frozenset({"real", "asarray", "float32", "take", "astype"})
_LONGEST = 64

Around = tuple[ast.AST, ...]


@dataclass(frozen=True, slots=True)
class Coefficients:
    """The numbers of one function by kind: where they stand, how they are written, what the function does."""

    file: str
    function: str
    terms: dict[str, tuple[str, ...]]
    meaning: str


def coefficients() -> tuple[Coefficients, ...]:
    """Every number without a name that says something about the world, by file and function."""
    return tuple(one for path, shown in sources() for one in in_source(path.read_text(encoding="utf-8"), shown))


def sources() -> Iterator[tuple[Path, str]]:
    """The files that are looked through, and how they are called."""
    root = Path(next(iter(sim.__path__)))
    for path in sorted((root / "processes").glob("*.py")):
        if path.stem not in _BOOKS:
            yield path, f"sim/processes/{path.name}"
    for name in _DRAWN:
        yield root / "population" / f"{name}.py", f"sim/population/{name}.py"


def in_source(text: str, file: str) -> Iterator[Coefficients]:
    """Those of one file."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and node.name not in _COUNTING:
            terms: dict[str, dict[str, None]] = {}
            for number, around in numbers_in(node):
                if claims(number, around):
                    kind = "trait" if "/population/" in file else _kind(around)
                    terms.setdefault(kind, {})[_term(number, around)] = None
            if terms:
                said = (ast.get_docstring(node) or "").split("\n\n")[0]
                found = {kind: tuple(shown) for kind, shown in terms.items()}
                yield Coefficients(file, node.name, found, " ".join(said.split()))


def numbers_in(node: ast.AST, around: Around = ()) -> Iterator[tuple[ast.Constant, Around]]:
    """Each number below a node with all it stands in, the innermost last."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Constant) and type(child.value) in {int, float}:
            yield child, (*around, node)
        else:
            yield from numbers_in(child, (*around, node))


def claims(number: ast.Constant, around: Around) -> bool:
    """Whether a number says something about the world, rather than count, index, convert or keep within limits."""
    value, inner, calls = _value(number), around[-1], _calls(around)
    if isinstance(inner, ast.Subscript | ast.Slice | ast.keyword | ast.arguments):
        return False
    if isinstance(value, int) and isinstance(around[-2], ast.Subscript):  # a place along some axis
        return False
    if calls[-1:] == ["turn"]:
        return value > 0
    if value in _UNITS or abs(value) <= _LEAST or abs(value) >= _MOST:
        return False
    if calls and (calls[-1] in _PLAIN or (isinstance(value, int) and calls[-1] in _LUCK | {"where"})):
        return False
    return not (isinstance(inner, ast.BinOp) and _in_weeks(inner, value))


def _value(number: ast.Constant) -> int | float:
    assert isinstance(number.value, int | float)
    return number.value


def _calls(around: Around) -> list[str]:
    """Names of the functions a number is handed to, the innermost last; what only wraps it is no such function."""
    names = (ast.unparse(one.func).rpartition(".")[2] for one in around if isinstance(one, ast.Call))
    return [name for name in names if name not in _WRAPS - {"float32"}]


def _in_weeks(node: ast.BinOp, value: float) -> bool:
    """Whether it is years turned into weeks, or a weekly chance into that of the weeks between two looks."""
    if isinstance(node.right, ast.Constant) and node.right.value == 52:
        return True
    return value in _SPANS and "weekly(" in ast.unparse(node)


def _kind(around: Around) -> str:
    calls = _calls(around)
    if "turn" in calls or _is_share_of_jump(around[-1]):
        return "jump"
    if isinstance(around[-1], ast.Compare):
        return "bar"
    return "weight" if _STEPS.keys().isdisjoint(calls) else "step"


def _is_share_of_jump(node: ast.AST) -> bool:
    """Whether it pairs a state with its share of a jump."""
    return isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[0], ast.Attribute)


def _term(number: ast.Constant, around: Around) -> str:
    """The smallest part of the formula around a number that tells what it weighs, and not much more."""
    inner = around[-1]
    if isinstance(inner, ast.Tuple) and _kind(around) == "jump":
        return " ".join(_shown(part) for part in inner.elts)
    acts = [one for one in around if isinstance(one, ast.Call) and ast.unparse(one.func) in _STEPS]
    best = _widest(number, around, acts)
    if acts and not isinstance(best, ast.Compare):
        return f"{_STEPS[ast.unparse(acts[0].func)] or _shown(acts[0].args[0])}: {_shown(best)}"
    to = next((one for one in reversed(around) if isinstance(one, ast.Assign)), None)
    return f"{_shown(to.targets[0])} = {_shown(best)}" if best is number and to is not None else _shown(best)


def _widest(number: ast.Constant, around: Around, acts: list[ast.Call]) -> ast.AST:
    """The widest part around a number that is one formula and not too long; a comparison is wide enough."""
    best: ast.AST = number
    for one in reversed(around):
        if not isinstance(one, ast.BinOp | ast.UnaryOp | ast.Compare | ast.Call) or one in acts:
            break
        if isinstance(best, ast.Compare) or len(_shown(one)) > _LONGEST:
            break
        best = one
    return best


def _shown(node: ast.AST) -> str:
    return ast.unparse(_Shorter().visit(copy.deepcopy(node)))


class _Shorter(ast.NodeTransformer):
    """Leaves out what a reader of a formula does not need: of whom a state is, and how numbers are held."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        name = ast.unparse(node.func).rpartition(".")[2]
        if name in {"take", "astype"} and isinstance(node.func, ast.Attribute):
            return self._in_place_of(node.func.value)
        if name in _WRAPS and node.args:
            return self._in_place_of(node.args[0])
        if name == "full":
            return self._in_place_of(node.args[1])
        self.generic_visit(node)
        return node

    def _in_place_of(self, node: ast.expr) -> ast.AST:
        shorter = self.visit(node)
        assert isinstance(shorter, ast.AST)
        return shorter

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        return node if isinstance(node.slice, ast.Constant) or _is_word(node.slice) else node.value

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        return ast.Name(node.attr)


def _is_word(index: ast.expr) -> bool:
    """Whether an index names one kind of problem, orientation or leaning."""
    return isinstance(index, ast.Name) and index.id.isupper()
