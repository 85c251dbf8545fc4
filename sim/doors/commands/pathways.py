"""``vendepunkt pathways``: a page of figures on pathways, of one run or of two held against each other."""

from __future__ import annotations

from pathlib import Path

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.doors.commands.export import LAYERS
from sim.errors import Text
from sim.vocabulary import Language

ABOUT = About(
    "pathways",
    Text("Tegn forløbene uge for uge.", "Draw pathways week by week."),
    Text(
        "Læser en færdig kørsel og skriver en side med fordelingen uge for uge, en linje pr. borger, skift, tid i "
        "hver tilstand og hvor spredt borgerne er på tilstande. Med to kørsler vises forskellen mellem de samme "
        "borgere.\n\n--types auto samler forløbene i typer ved optimal matching (kræver sequenzo og scikit-learn).",
        "Reads a finished run and writes a page with the spread week by week, a line per citizen, moves, time in each "
        "state and how mixed the weeks are. With two runs the difference between the same citizens is shown.\n\n"
        "--types auto gathers the pathways in types by optimal matching (needs sequenzo and scikit-learn).",
    ),
    ("vendepunkt pathways results/shipped/baseline",
     "vendepunkt pathways results/shipped/baseline results/shipped/one-roof --types auto --out pathways.html"),
)
_LAYER = Text("phase (fase), standing (situation) eller benefit (ydelse). Standard: phase.",
              "phase, standing or benefit. Default: phase.")
_TYPES = Text("none, auto eller et antal typer (2-8). Standard: none.", "none, auto or how many (2-8). Default: none.")
_OUT = Text("Filen, siden skrives i. Standard: pathways-LAYER.html i den sidst nævnte kørsel.",
            "The file for the page. Default: pathways-LAYER.html in the run named last.")


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(ABOUT, language, pathways, (
        options.file("folder", "RUN"),
        click.Argument(["other"], required=False, metavar="[OTHER]", type=click.Path(path_type=Path)),
        click.Option(["--layer"], type=options.OneOf(LAYERS), default="phase", metavar="LAYER",
                     help=_LAYER.label(language)),
        click.Option(["--types"], default="none", metavar="TYPES", help=_TYPES.label(language)),
        click.Option(["--out"], type=click.Path(path_type=Path), metavar="FILE", help=_OUT.label(language)),
        options.lang(language),
    ))


def pathways(folder: Path, other: Path | None, layer: str, types: str, out: Path | None, lang: Language) -> None:
    """Write the page."""
    from sim.doors.pathways import read_types, sides_of
    from sim.doors.study import kept_together, opened

    asked = read_types(types)
    runs = [opened(path) for path in ((folder,) if other is None else (folder, other))]
    kept_together(runs)

    from sim.views.pathways import write_pathways

    place = (other or folder) / f"pathways-{layer}.html" if out is None else out
    write_pathways(sides_of(runs, layer, asked), place, lang)
    click.echo(Text(f"Side: {place}", f"Page: {place}").label(lang))
