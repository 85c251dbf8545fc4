"""``vendepunkt report``: the brief and the workbook of runs that are finished."""

from __future__ import annotations

from pathlib import Path

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.errors import Text
from sim.vocabulary import Language

ABOUT = About(
    "report",
    Text("Skriv notatet om kørsler, der er færdige.", "Write the brief of runs that are finished."),
    Text(
        "Læser kørslernes mapper og måler dem igen; modellen køres ikke. Den første mappe er den, de andre holdes "
        "op imod. Man kan også angive en mappe med flere kørsler i; så holdes de op imod den kørsel, de andre "
        "bygger på.",
        "Reads the folders of runs and measures them again; the model is not run. The first folder is what the others "
        "are held against. A folder with several runs in it will do as well; then it is the run the others build on.",
    ),
    ("vendepunkt report results/shipped",
     "vendepunkt report results/baseline results/same-caseworker --out results/two"),
)
_BASE = Text("Navnet på den kørsel, de andre holdes op imod.", "The name of the run the others are held against.")
_OUT = Text("Mappe til notatet. Standard: den første mappe, der er nævnt.",
            "Folder for the brief. Default: the first folder named.")


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(ABOUT, language, report, (
        click.Argument(["folders"], nargs=-1, required=True, metavar="FOLDER...", type=click.Path(path_type=Path)),
        click.Option(["--base"], metavar="NAME", help=_BASE.label(language)),
        click.Option(["--out"], type=click.Path(path_type=Path), metavar="FOLDER", help=_OUT.label(language)),
        options.jobs(language), options.lang(language),
    ))


def report(folders: tuple[Path, ...], base: str | None, out: Path | None, jobs: int, lang: Language) -> None:
    """Write brief and workbook."""
    from sim.doors.study import kept_in

    runs = kept_in(folders, base)

    from sim.doors.pages import shown

    shown(runs, {}, out or folders[0], jobs, lang)
