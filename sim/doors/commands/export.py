"""``vendepunkt export``: pathways in the forms that sequence analysis reads."""

from __future__ import annotations

from pathlib import Path

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.errors import RunError, Text
from sim.vocabulary import Language

FORMATS = ("sts", "spell", "tse", "dream")
LAYERS = ("standing", "phase", "benefit")
ABOUT = About(
    "export",
    Text("Skriv forløb ud til sekvensanalyse (R, Python).", "Write pathways for sequence analysis (R, Python)."),
    Text(
        "Læser en færdig kørsel og skriver den som CSV og Parquet med en linje JSON, der fortæller, hvilke koder der "
        "er i den, hvad de hedder og hvilken farve de har.\n\n"
        "sts: en række pr. borger, en kolonne pr. uge. spell: en række pr. periode. tse: en række pr. hændelse. "
        "dream: ugekoder i DREAM-registrets form (en gengivelse, ikke registret selv).",
        "Reads a finished run and writes it as CSV and Parquet with a line of JSON that tells which codes are in it, "
        "what they are called and which colour they have.\n\n"
        "sts: a row per citizen, a column per week. spell: a row per stay. tse: a row per event. "
        "dream: weekly codes in the form of the DREAM register (a rendering, not the register itself).",
    ),
    ("vendepunkt export results/shipped/baseline",
     "vendepunkt export results/shipped/baseline --format spell --layer phase --out tables"),
)
_FORMAT = Text("sts, spell, tse eller dream. Standard: sts.", "sts, spell, tse or dream. Default: sts.")
_LAYER = Text(
    "standing (situation), phase (fase) eller benefit (ydelse). Standard: standing. dream har sit eget.",
    "standing, phase or benefit. Default: standing. dream has its own.",
)
_OUT = Text("Mappe til filerne. Standard: export i kørslens mappe.",
            "Folder for the files. Default: export in the folder of the run.")
_WRITTEN = Text("Skrevet:", "Written:")


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(ABOUT, language, export, (
        options.file("folder", "FOLDER"),
        click.Option(["--format", "form"], type=options.OneOf(FORMATS), default="sts", metavar="FORM",
                     help=_FORMAT.label(language)),
        click.Option(["--layer"], type=options.OneOf(LAYERS), metavar="LAYER", help=_LAYER.label(language)),
        click.Option(["--out"], type=click.Path(path_type=Path), metavar="FOLDER", help=_OUT.label(language)),
        options.lang(language),
    ))


def export(folder: Path, form: str, layer: str | None, out: Path | None, lang: Language) -> None:
    """Write one export of one run.

    Raises:
        RunError: when a layer is asked for in a form that has none.
        RecordError: when the run cannot be read or the files cannot be written.
    """
    if form == "dream" and layer is not None:
        raise RunError.about(
            "--layer", Text("gælder ikke for dream, som bygger på både ydelse og situation",
                            "does not apply to dream, which is made from both benefit and standing"),
            value=layer, nothing_done=Text("Intet er skrevet.", "Nothing was written."),
        )
    from sim.doors.exporting import exported
    from sim.doors.study import run_in

    run = run_in(folder)
    paths = exported(run, form, layer or LAYERS[0], folder / "export" if out is None else out)
    click.echo("\n".join((_WRITTEN.label(lang), *(str(path) for path in paths))))
