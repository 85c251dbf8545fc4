"""What the model's source may not do: uneven arithmetic, reading back its read-outs, settings that nothing reads."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import sim
from sim.scenario.settings import Settings
from tests.source_reads import of_source

ROOT = Path(sim.__file__).parent
MODEL = sorted([*ROOT.glob("processes/*.py"), *ROOT.glob("population/*.py"), ROOT / "curves.py", ROOT / "draws.py"])
PROCESSES = sorted(ROOT.glob("processes/*.py"))

NUMPY_UNEVEN = frozenset(
    {
        "exp",
        "exp2",
        "expm1",
        "power",
        "float_power",
        "log",
        "log2",
        "log10",
        "log1p",
        "logaddexp",
        "sin",
        "cos",
        "tan",
        "sinh",
        "cosh",
        "tanh",
        "arcsin",
        "arccos",
        "arctan",
        "arctan2",
        "cbrt",
        "hypot",  # may differ in the last bit
        "dot",
        "vdot",
        "inner",
        "matmul",
        "tensordot",
        "einsum",
        "mean",
        "average",
        "std",
        "var",
        "trapezoid",
        "convolve",  # order of sums
        "random",  # luck is keyed
    }
)
METHODS_UNEVEN = frozenset({"mean", "std", "var", "dot"})
MATH_EVEN = frozenset({"sqrt", "floor", "ceil"})


def names(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def whole_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int)


def power_of_two(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == 2


def uneven(module: ast.Module) -> Iterator[str]:
    """Each place where the result may depend on the processor or on the order of a sum."""
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id == "np" and node.attr in NUMPY_UNEVEN:
                yield f"line {node.lineno}: np.{node.attr}"
            if node.value.id == "math" and node.attr not in MATH_EVEN:
                yield f"line {node.lineno}: math.{node.attr}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS_UNEVEN:
            yield f"line {node.lineno}: .{node.func.attr}()"
        if isinstance(node, (ast.BinOp, ast.AugAssign)) and isinstance(node.op, ast.MatMult):
            yield f"line {node.lineno}: @"
        if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Pow):
            yield f"line {node.lineno}: **="
        # 2**n is exact in binary; whole numbers are exact anyway; everything else goes through the C library's pow
        is_power = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow)
        if is_power and not power_of_two(node.left) and not (whole_number(node.left) and whole_number(node.right)):
            yield f"line {node.lineno}: **"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "pow":
            yield f"line {node.lineno}: pow()"


@pytest.mark.parametrize("path", MODEL, ids=names)
def test_the_model_uses_only_arithmetic_that_is_the_same_everywhere(path: Path) -> None:
    assert list(uneven(tree(path))) == []


@pytest.mark.parametrize(
    "line",
    [
        "np.exp(x)",
        "np.power(x, 2)",
        "math.exp(x)",
        "x ** 0.5",
        "x ** y",
        "1.5 ** 3",
        "a @ b",
        "c.trust.mean()",
        "np.einsum('i,i', a, b)",
        "pow(x, 3)",
    ],
)
def test_the_guard_sees_what_it_is_to_see(line: str) -> None:
    assert list(uneven(ast.parse(line))) != []


@pytest.mark.parametrize("line", ["np.sqrt(x)", "math.sqrt(x)", "2.0 ** -24", "10**6", "x * x"])
def test_the_guard_lets_plain_arithmetic_pass(line: str) -> None:
    assert list(uneven(ast.parse(line))) == []


def test_sums_by_group_are_taken_on_a_grid() -> None:
    """A weighted bincount of real numbers depends on the order of rows; ``exact_sum`` is the place for it.

    Brokers' places are counted in quarters, which add up exactly in any order.
    """
    found = [
        (names(path), node.lineno)
        for path in MODEL
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "bincount"
        and (len(node.args) > 1 or any(word.arg == "weights" for word in node.keywords))
    ]
    assert {name for name, _ in found} - {"processes/brokers.py"} == {"population/ranking.py"}


READ_OUTS = frozenset({"phase", "phase_since", "nearness", "nearness_past"})


def mentions(path: Path) -> list[str]:
    """Where a module touches the read-outs: as an attribute, or by name through getattr."""
    module = tree(path)
    found = [
        f"line {n.lineno}: .{n.attr}" for n in ast.walk(module) if isinstance(n, ast.Attribute) and n.attr in READ_OUTS
    ]
    return found + [
        f"line {n.lineno}: {n.value!r}"
        for n in ast.walk(module)
        if isinstance(n, ast.Constant) and n.value in READ_OUTS
    ]


@pytest.mark.parametrize("path", [path for path in PROCESSES if path.name != "phases.py"], ids=names)
def test_no_process_reads_phase_or_nearness(path: Path) -> None:
    assert mentions(path) == []


def test_phases_themselves_do() -> None:
    assert mentions(ROOT / "processes" / "phases.py") != [], "the names of the read-outs have changed: adapt the guard"


def test_processes_know_no_clock_file_or_generator() -> None:
    strangers = {"random", "time", "datetime", "os", "pathlib", "io", "polars", "mesa", "secrets", "uuid"}
    for path in [
        *PROCESSES,
        ROOT / "curves.py",
        ROOT / "draws.py",
        ROOT / "population" / "synthesis.py",
        ROOT / "population" / "citizens.py",
    ]:
        for node in ast.walk(tree(path)):
            modules = (
                [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            assert not {module.split(".")[0] for module in modules} & strangers, names(path)
            assert not (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in {"print", "open", "input"}
            ), names(path)


def test_every_setting_is_read_by_the_model() -> None:
    """A setting that nothing reads is a lever tied to nothing. (Costs are read by the accounts.)."""
    sources = ((path.read_text(encoding="utf-8"), path.stem) for path in [*MODEL, *sorted(ROOT.glob("engine/*.py"))])
    read = {key for text, name in sources for function in of_source(text, name) for key in function.reads.settings}
    settings = {
        f"{section}.{name}"
        for section, field in Settings.model_fields.items()
        if section != "costs"
        for name in field.annotation.model_fields  # type: ignore[union-attr]
    }
    assert settings - read == set()
