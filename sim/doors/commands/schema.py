"""``vendepunkt schema``: the columns of the result tables, for those who read them with other tools."""

from __future__ import annotations

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.errors import Text
from sim.vocabulary import Language

ABOUT = About(
    "schema",
    Text("Vis resultattabellernes kolonner og koder.", "Show the columns and codes of the result tables."),
    Text(
        "Hver kørsel efterlader fire tabeller (parquet) og et manifest (JSON). Uden navn vises alle fire; med --codes "
        "vises i stedet, hvad talkoderne betyder.",
        "Every run leaves four tables (parquet) and a manifest (JSON). Without a name all four are shown; with "
        "--codes, what the codes in them mean.",
    ),
    ("vendepunkt schema", "vendepunkt schema spells", "vendepunkt schema --codes"),
)
_CODES = Text("Vis ordene bag koderne.", "Show the words behind the codes.")
_TABLES = ("citizens", "spells", "events", "panel")


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(ABOUT, language, show, (
        click.Argument(["table"], required=False, type=click.Choice(_TABLES)),
        click.Option(["--codes"], is_flag=True, help=_CODES.label(language)),
        options.lang(language),
    ))


def show(table: str | None, codes: bool, lang: Language) -> None:  # noqa: FBT001 - a flag of the command line
    """Write the tables' columns, or the words behind the codes."""
    if codes:
        click.echo("\n".join(_words(lang)))
        return
    from sim.record.schema import SORTED_BY, TABLES

    for name in (table,) if table else _TABLES:
        order = Text("sorteret efter", "sorted by").label(lang)
        click.echo(f"{name}.parquet   ({order} {', '.join(SORTED_BY[name])})")
        for column, kind in TABLES[name].items():
            click.echo(f"  {column:<34} {kind}")
        click.echo("")


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
