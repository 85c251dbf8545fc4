"""The tables of docs/assumptions.md about numbers that stand in the code, made from the code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from sim.doors.coefficients import coefficients
from sim.doors.constants import named_constants
from sim.doors.kinds_of_numbers import KINDS

Rows = tuple[tuple[str, ...], ...]


def constants() -> Rows:
    """Numbers with a name, with what the code says about them."""
    heading = ("file", "numbers", "what they are", "kind")
    rows = ((f"`{one.file}`", _written(one.numbers), one.meaning, one.kind) for one in named_constants())
    return (heading, *rows)


def formulas() -> Rows:
    """Numbers without a name, by function and kind, with what the function says of itself."""
    return (("function", "what it says of itself", "numbers"), *(
        (
            f"`{one.file.removeprefix('sim/').removesuffix('.py').replace('/', '.')}.{one.function}`", one.meaning,
            " · ".join(f"*{kind}*: {_written(terms)}" for kind, terms in one.terms.items()),
        ) for one in coefficients()
    ))


def kinds() -> Rows:
    """Why a number in the code is no setting, by kind, and how many there are."""
    named: Counter[str] = Counter()
    for one in named_constants():
        named[one.kind] += sum(text.partition(" = ")[0].count(",") + 1 for text in one.numbers)
    unnamed = Counter(kind for one in coefficients() for kind, terms in one.terms.items() for _ in terms)
    rows = ((name, kind.what, kind.why, str(named[name]), str(unnamed[name])) for name, kind in KINDS.items())
    total = ("", "together", "", str(named.total()), str(unnamed.total()))
    return (("kind", "what such a number is", "why it is no setting", "with a name", "in formulas"), *rows, total)


def _written(texts: Iterable[str]) -> str:
    return "; ".join(f"`{text}`" for text in texts)


NUMBER_TABLES: Mapping[str, Callable[[], Rows]] = {"constants": constants, "formulas": formulas, "kinds": kinds}
"""What can stand in a block, by its name."""
