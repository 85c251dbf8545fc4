"""``vendepunkt verify``: is a run folder whole and unchanged, and does running it again give the same?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.errors import RecordError, Text
from sim.vocabulary import Language

if TYPE_CHECKING:
    from sim.doors.study import Kept

ABOUT = About(
    "verify",
    Text("Efterprøv en kørsel: er den hel, og bliver den ens igen?", "Verify a run: is it whole, and does it repeat?"),
    Text(
        "Ser først efter, om filerne er de samme, som da de blev skrevet. Kører derefter kørslens første frø igen og "
        "sammenligner tabel for tabel. --seeds vælger andre frø, eller all for alle; --files-only kører intet.\n\n"
        "I en studiemappe køres nogle punkter igen med alle deres frø, spredt over planen; --seeds all kører dem alle.",
        "First sees whether the files are the ones that were written. Then runs the run's first seed again and "
        "compares table by table. --seeds chooses other seeds, or all of them; --files-only runs nothing.\n\n"
        "In a study folder some points are run again with all their seeds, spread over the design; --seeds all runs "
        "every one.",
    ),
    ("vendepunkt verify results/shipped/baseline", "vendepunkt verify results/shipped/baseline --seeds all",
     "vendepunkt verify results/shipped --files-only", "vendepunkt verify results/studies/levers"),
)
_SEEDS = Text("Frø, der køres igen: en liste (3,5,9), et interval (1-8) eller all.",
              "Seeds to run again: a list (3,5,9), a range (1-8) or all.")
_FILES_ONLY = Text("Se kun på filerne.", "Look at the files only.")
_WHOLE = Text("{folder}: filerne er hele og uændrede.", "{folder}: the files are whole and unchanged.")
_SAME = Text("{folder}: frø {seed} giver det samme igen.", "{folder}: seed {seed} gives the same again.")


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(ABOUT, language, verify, (
        options.file("folder", "FOLDER"),
        click.Option(["--seeds"], metavar="SEEDS", help=_SEEDS.label(language)),
        click.Option(["--files-only"], is_flag=True, help=_FILES_ONLY.label(language)),
        options.lang(language),
    ))


def verify(folder: Path, seeds: str | None, files_only: bool, lang: Language) -> None:  # noqa: FBT001 - a flag
    """Verify every run in the folder, or a study.

    Raises:
        RecordError: naming the first file or table that differs.
    """
    from sim.doors.verifying import is_study, verify_study

    if is_study(folder):
        for line in verify_study(folder, seeds, files_only=files_only):
            click.echo(line.label(lang))
        return
    from sim.doors.study import kept_in

    for run in kept_in((folder,), None):
        run.folder.verify()
        click.echo(_WHOLE.label(lang).format(folder=run.folder.path.name))
        for seed in () if files_only else chosen(run, seeds):
            run_again(run, seed)
            click.echo(_SAME.label(lang).format(folder=run.folder.path.name, seed=seed))


def chosen(run: Kept, seeds: str | None) -> tuple[int, ...]:
    """The seeds to run again.

    Raises:
        RunError, RecordError: when they cannot be read, or the run has no such seed.
    """
    from sim.doors.seeds import read_seeds

    had = run.folder.manifest.seeds
    if seeds is None:
        return had[:1]
    if seeds.strip().lower() == "all":
        return had
    wanted = read_seeds(f"{seeds.rstrip(',')},", 0).numbers
    strange = [seed for seed in wanted if seed not in had]
    if strange:
        raise RecordError.about(
            str(run.folder.path), Text(f"har ikke frø {strange[0]}", f"has no seed {strange[0]}"),
            allowed=", ".join(map(str, had)), nothing_done=Text("Intet er kørt.", "Nothing was run."),
        )
    return wanted


def run_again(run: Kept, seed: int) -> None:
    """Run a seed and compare.

    Raises:
        RecordError: naming the first table that differs.
    """
    from sim.doors.model import MODEL

    if run.folder.manifest.mechanisms:
        raise RecordError.about(
            str(run.folder.path),
            Text("er kørt med mekanismer, der ikke hører til modellen",
                 "was run with mechanisms that are no part of the model"),
            Text("Filerne er hele, men kun det program, der har mekanismerne, kan køre den igen. --files-only kører "
                 "intet.",
                 "The files are whole, but only the program that has the mechanisms can run it again. --files-only "
                 "runs nothing."),
            value=", ".join(run.folder.manifest.mechanisms),
            nothing_done=Text("Intet er kørt.", "Nothing was run."),
        )

    def unwatched(_weeks: int) -> None:
        return

    scenario = run.lived_by(seed)
    state = MODEL.burn_in(scenario, (seed,), unwatched)
    again = MODEL.simulate(scenario, state, unwatched)[seed].in_order()
    before = run.folder.tables().of_seed(seed)
    for name, frame in before.items():
        if not frame.equals(again.frame(name), null_equal=True):
            versions = ", ".join(f"{key} {value}" for key, value in run.folder.manifest.versions.items())
            raise RecordError.about(
                str(run.folder.file(name)),
                Text(f"frø {seed} giver noget andet nu end dengang", f"seed {seed} now gives something else than then"),
                Text(f"Kørslen er lavet med {versions}.", f"The run was made with {versions}."),
                nothing_done=Text("Mappen er ikke ændret.", "The folder was not changed."),
            )
