"""``vendepunkt schema``: the form of what is written and read, for editors and for those with other tools."""

from __future__ import annotations

import textwrap

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.errors import Text
from sim.vocabulary import Language

ABOUT = About(
    "schema",
    Text("Vis formatet af scenariefiler og resultattabeller.", "Show the form of scenario files and result tables."),
    Text(
        "Uden navn skrives et JSON-skema for scenariefiler; med det kan en editor foreslå navne og vise fejl, mens man "
        "skriver. Med en tabels navn vises dens kolonner og deres betydning, med tables alle fire, og med codes ordene "
        "bag talkoderne.",
        "Without a name, a JSON Schema of scenario files is written; with it an editor can complete names and mark "
        "mistakes while you type. With a table's name its columns and their meaning are shown, with tables all four, "
        "and with codes the words behind the codes.",
    ),
    ("vendepunkt schema > scenario.schema.json", "vendepunkt schema spells", "vendepunkt schema codes"),
)
_WIDE = 120
_TABLES = ("citizens", "spells", "events", "panel")


def command(language: Language) -> click.Command:
    """Return the command."""
    what = click.Argument(
        ["what"], required=False, default="scenario", type=options.OneOf(("scenario", *_TABLES, "tables", "codes")),
        metavar="[scenario|citizens|spells|events|panel|tables|codes]",
    )
    return Command(ABOUT, language, show, (what, options.lang(language)))


def show(what: str, lang: Language) -> None:
    """Write the schema of scenario files, the columns of tables, or the words behind the codes."""
    if what == "scenario":
        import json

        from sim.scenario.schema import scenario_schema
        from sim.scenario.settings import Settings

        click.echo(json.dumps(scenario_schema(Settings, lang), ensure_ascii=False, indent=2))
    elif what == "codes":
        click.echo("\n".join(_words(lang)))
    else:
        for name in _TABLES if what == "tables" else (what,):
            click.echo("\n".join(_columns(name, lang)))


def _columns(name: str, lang: Language) -> list[str]:
    from sim.record.schema import SORTED_BY, TABLES
    from sim.record.texts_columns import column_meaning

    order = Text("sorteret efter", "sorted by").label(lang)
    heading = f"{name}.parquet   ({order} {', '.join(SORTED_BY[name])})"
    width = max(len(column) for column in TABLES[name])
    lines = [heading]
    for column, kind in TABLES[name].items():
        lines += textwrap.wrap(
            column_meaning(name, column).label(lang), _WIDE, initial_indent=f"  {column:<{width}}  {kind!s:<7}  ",
            subsequent_indent=" " * (width + 13), break_on_hyphens=False)
    return [*lines, ""]


def _words(lang: Language) -> list[str]:
    from sim.record.schema import Layer
    from sim.vocabulary import (
        Benefit, CaseworkerCondition, Cause, EventKind, FirmCondition, NetworkCondition, Occupation, Phase, Standing,
        TurningPoint,
    )

    lines = ["Layer", *(f"  {layer.value:>3}  {layer.name.lower()}" for layer in Layer), ""]
    for kind in (
        Standing, Phase, Benefit, EventKind, Cause, TurningPoint, Occupation, CaseworkerCondition, FirmCondition,
        NetworkCondition,
    ):
        lines += [kind.__name__, *(f"  {word.value:>3}  {word.key:<24} {word.label(lang)}" for word in kind), ""]
    return lines[:-1]
