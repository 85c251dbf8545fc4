"""``vendepunkt story``: one simulated life in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.errors import Text
from sim.vocabulary import Language

if TYPE_CHECKING:
    from sim.record.tables import RunTables

ABOUT = About(
    "story",
    Text("Fortæl et simuleret livsforløb i ord.", "Tell one simulated pathway in words."),
    Text(
        "Læser en færdig kørsel og fortæller, hvad der skete for en enkelt borger i den simulerede by, og hvorfor. "
        "Uden --citizen vælges den borger, der havde flest vendepunkter.\n\n"
        "Det er én mulig historie om en opdigtet person, aldrig en forudsigelse om nogen.",
        "Reads a finished run and tells what happened to one citizen of the simulated town, and why. Without --citizen "
        "the one with the most turning points is chosen.\n\n"
        "It is one possible story of an invented person, never a prediction about anyone.",
    ),
    ("vendepunkt story results/shipped/baseline", "vendepunkt story results/shipped/baseline --citizen 17 --seed 3"),
)
_CITIZEN = Text("Borgerens nummer.", "The citizen's number.")
_SEED = Text("Frøet. Standard: det første i kørslen.", "The seed; the run's first by default.")


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(ABOUT, language, story, (
        options.file("folder", "FOLDER"),
        click.Option(["--citizen"], type=options.Whole(0, 2**32 - 1), help=_CITIZEN.label(language)),
        click.Option(["--seed"], type=options.Whole(0, 2**31 - 1), help=_SEED.label(language)),
        options.lang(language),
    ))


def story(folder: Path, citizen: int | None, seed: int | None, lang: Language) -> None:
    """Write the story of one citizen."""
    from sim.doors.study import run_in
    from sim.views.story import tell

    run = run_in(folder)
    tables = run.tables()
    chosen_seed = run.manifest.seeds[0] if seed is None else seed
    chosen = most_turned(tables, chosen_seed) if citizen is None else citizen
    click.echo(tell(tables, chosen, chosen_seed, lang, run.manifest.start))


def most_turned(tables: RunTables, seed: int) -> int:
    """The citizen of a run with the most events that turned the pathway; the lowest number among equals.

    Raises:
        RunError: when nobody lives in that run.
    """
    import polars as pl

    from sim.errors import RunError

    turned = tables.events.filter((pl.col("seed") == seed) & pl.col("turned")).group_by("citizen").len()
    people = tables.citizens.filter(pl.col("seed") == seed).select("citizen")
    ranked = people.join(turned, on="citizen", how="left").sort(
        pl.col("len").fill_null(0), "citizen", descending=[True, False]
    )
    if ranked.is_empty():
        raise RunError.about(
            "--seed", Text(f"der er ingen borgere at fortælle om i frø {seed}",
                           f"there are no citizens to tell about in seed {seed}"),
            Text("Enten er frøet ikke kørt, eller også varede kørslen 0 uger, eller byen var tom.",
                 "Either the seed was not run, or the run lasted 0 weeks, or the town was empty."),
            nothing_done=Text("Intet er fortalt.", "Nothing was told."),
        )
    return int(ranked["citizen"][0])
