"""``make docs``: the parts of docs/ that are made from the code, so that no page can say something else than the model.

A page holds blocks between ``<!-- made from the code: name -->`` and ``<!-- end -->``; what stands between is replaced.
A test fails when a page and the code have come apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

import click

from sim.doors.reference_cases import TABLES
from sim.doors.reference_numbers import NUMBER_TABLES
from sim.doors.reference_targets import TARGET_TABLES
from sim.engine.week import WEEK
from sim.population.citizens import Citizens
from sim.population.columns import NEVER, ColumnFact, Columns
from sim.population.fields import FIELDS, OwnField
from sim.population.surroundings import Firms, Outsiders, Posts
from sim.register import ledger_page, page
from sim.scenario.facts import defaults_of, facts_of, sections_of
from sim.scenario.parameter import Fact
from sim.scenario.settings import Settings
from sim.scenario.shown import number, toml_value
from sim.vocabulary import Decision, Family, Standing, TurningPoint

PAGES = ("odd.md", "assumptions.md", "population.md", "cases.md", "stress-abs.md", "trace.md")
_BLOCK = re.compile(r"(<!-- made from the code: ([a-z-]+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)
_GRADES = {
    "E": "guesses needed to run", "D": "qualitative studies or experts",
    "C": "foreign or derived", "B": "observational, Danish; or A for a neighbouring group",
    "A": "randomised or full register, Danish",
}
_CLAIMS = ("input", "fitted", "prior", "switch")
_INFINITE = float("inf")


class UnknownBlockError(KeyError):
    """A page asks for a block that nothing makes."""


def filled(page: str) -> str:
    """Return a page with every block made anew.

    Raises:
        UnknownBlockError: when a block has no maker.
    """
    def block(found: re.Match[str]) -> str:
        if found[2] not in BLOCKS:
            raise UnknownBlockError(found[2])
        return f"{found[1]}\n{BLOCKS[found[2]]()}\n\n{found[4]}"

    return _BLOCK.sub(block, page)


def _table(heading: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heading, tuple("---" for _ in heading), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def state(table: type[Columns]) -> str:
    """The state variables of one kind of agent."""
    return _table(("column", "meaning", "unit", "type", "range", "start"), (
        (f"`{name}`", fact.meaning, fact.unit, _stored(fact), _span(fact.low, fact.high), _start(fact))
        for name, fact in table.facts().items()
    ))


def _stored(fact: ColumnFact) -> str:
    return f"{fact.dtype} × {fact.width}" if fact.width else fact.dtype


def _span(low: float, high: float) -> str:
    if low == -_INFINITE:
        return ""
    return f"{low:g} and up" if high == _INFINITE else f"{low:g} to {high:g}"


def _start(fact: ColumnFact) -> str:
    if fact.dtype == "bool":
        return "yes" if fact.fill else "no"
    return "never" if fact.fill == NEVER else f"{fact.fill:g}"


def schedule() -> str:
    """The week, stage by stage."""
    return _table(("", "stage", "how often", "why it stands here"), (
        (str(place), stage.name, "weekly" if stage.every == 1 else f"every {stage.every} weeks", stage.why)
        for place, stage in enumerate(WEEK, 1)
    ))


def parameters() -> str:
    """Every setting of the catalogue, section by section."""
    parts = []
    for name, section in sections_of(Settings).items():
        about = (section.__doc__ or "").strip().split("\n")[0]
        rows = [_parameter(f"{name}.{key}") for key in section.model_fields]
        parts += [f"#### {name}", about, _table(_PARAMETER, rows)]
    return "\n\n".join(parts)


_PARAMETER = ("key", "what", "unit", "default", "plausible", "source", "grade", "role")


def _parameter(key: str) -> tuple[str, ...]:
    fact = facts_of(Settings)[key]
    what = f"**{fact.en}** ({fact.da}). {fact.meaning}"
    return f"`{key}`", what, fact.unit, _default(key), _plausible(fact), fact.source, fact.grade, fact.role


def _default(key: str) -> str:
    return toml_value(defaults_of(Settings)[key])


def _plausible(fact: Fact) -> str:
    if fact.choices is not None:
        return ", ".join(fact.choices.keys())
    return "" if fact.plausible is None else " to ".join(number(limit) for limit in fact.plausible)


def assumptions() -> str:
    """Everything the model claims about the world, weakest evidence first."""
    parts = []
    for grade, words in _GRADES.items():
        rows = [
            _assumption(key, fact) for key, fact in facts_of(Settings).items()
            if fact.grade == grade and fact.role in _CLAIMS
        ]
        heading = ("key", "what", "unit", "value", "plausible", "source", "role")
        parts += [f"### Grade {grade}: {words} ({len(rows)})", _table(heading, rows) if rows else "None."]
    return "\n\n".join(parts)


def _assumption(key: str, fact: Fact) -> tuple[str, ...]:
    what = f"{fact.en} ({fact.da})"
    return f"`{key}`", what, fact.unit, _default(key), _plausible(fact), fact.source, fact.role


def counts() -> str:
    """How many assumptions of each grade and role there are."""
    facts = facts_of(Settings).values()
    rows = [
        (grade, words, *(str(sum(f.grade == grade and f.role == role for f in facts)) for role in _CLAIMS))
        for grade, words in _GRADES.items()
    ]
    total = ("", "together", *(str(sum(f.role == role for f in facts)) for role in _CLAIMS))
    return _table(("grade", "rests on", *_CLAIMS), [*rows, total])


def choices() -> str:
    """Levers and settings, which are choices and not claims."""
    facts = facts_of(Settings)
    return _table(("key", "what", "unit", "starting value", "grade of that value", "role"), (
        (f"`{key}`", f"{fact.en} ({fact.da})", fact.unit, _default(key), fact.grade, fact.role)
        for key, fact in facts.items() if fact.role not in _CLAIMS
    ))


def turning_points() -> str:
    """Every kind of turning point by family."""
    return _table(("family", "kind", "på dansk", "what happens"), (
        (family.en, f"`{kind.key}`", kind.da, kind.meaning)
        for family in Family for kind in TurningPoint if kind.family is family
    ))


def standings() -> str:
    """Every standing."""
    return _table(("code", "standing", "på dansk", "meaning"), (
        (str(int(one)), f"`{one.key}`", one.da, one.meaning) for one in Standing
    ))


def decisions() -> str:
    """Every place where luck enters."""
    return _table(("decision", "what the draw decides"), ((one.en, one.meaning) for one in Decision))


def own_table(name: str) -> str:
    """The format of one of the tables a town of one's own can come from."""
    return _table(("column", "needed", "type", "unit", "allowed", "meaning"), map(_own_field, FIELDS[name]))


def _own_field(field: OwnField) -> tuple[str, ...]:
    needed = "yes" if field.required else ""
    return f"`{field.name}`", needed, _KINDS[field.kind], field.unit, _allowed(field), field.meaning


_KINDS = {"id": "text", "number": "number", "whole": "whole number", "yes_no": "true/false", "word": "word"}


def _allowed(field: OwnField) -> str:
    if field.kind in {"number", "whole"}:
        return f"{field.low:g} to {field.high:g}"
    return ", ".join(field.words)


def _rows(made: Callable[[], tuple[tuple[str, ...], ...]]) -> str:
    heading, *rows = made()
    return _table(heading, rows)


BLOCKS: Mapping[str, Callable[[], str]] = {
    "citizens": lambda: state(Citizens), "posts": lambda: state(Posts), "firms": lambda: state(Firms),
    "outsiders": lambda: state(Outsiders), "schedule": schedule, "parameters": parameters,
    "turning-points": turning_points, "standings": standings, "decisions": decisions, "assumptions": assumptions,
    "counts": counts, "choices": choices,
    **{f"own-{name}": partial(own_table, name) for name in FIELDS},
    **{name: partial(_rows, made) for name, made in {**TABLES, **TARGET_TABLES, **NUMBER_TABLES}.items()},
}
"""What can stand in a block, by its name."""


def main() -> None:
    """Make every block of every page anew, in the folder ``docs``."""
    for name in PAGES:
        path = Path("docs") / name
        before = path.read_text(encoding="utf-8")
        after = filled(before)
        if after != before:
            path.write_text(after, encoding="utf-8")
        click.echo(f"{path}: {'made anew' if after != before else 'in step'}")
    for name, made in (("mechanisms.md", page.markdown()), ("ledger.md", ledger_page.markdown())):
        path = Path("docs") / name
        path.write_text(made, encoding="utf-8")
        click.echo(f"{path}: written")


if __name__ == "__main__":
    main()
