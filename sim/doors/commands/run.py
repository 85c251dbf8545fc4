"""``vendepunkt run``: play one scenario and keep what happened."""

from __future__ import annotations

from pathlib import Path

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.errors import Text
from sim.vocabulary import Language

ABOUT = About(
    "run",
    Text("Kør ét scenarie.", "Run one scenario."),
    Text(
        "Lader byen leve ugerne igennem én gang for hvert frø (ét muligt forløb hver gang) og gemmer borgere, "
        "perioder, hændelser og ugetal i en mappe. Afbrydes kørslen, fortsætter samme kommando, hvor den slap.\n\n"
        "Skal scenarier holdes op imod hinanden, så brug compare: dér møder de de samme borgere og de samme "
        "tilfældigheder.",
        "Lets the town live through the weeks, once for every seed (a possible course each), and keeps citizens, "
        "spells, events and weekly numbers in a folder. When interrupted, the same command goes on where it "
        "stopped.\n\n"
        "To hold scenarios against each other use compare: there they meet the same citizens and the same luck.",
    ),
    ("vendepunkt run scenarios/baseline.toml", "vendepunkt run scenarios/baseline.toml --seeds 1 --citizens 200",
     "vendepunkt run scenarios/baseline.toml --seeds 3,5,9 --out results/mine",
     "vendepunkt run scenarios/baseline.toml --seeds 120 --rows all"),
)


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(ABOUT, language, run, (
        options.file("file", "FILE"), options.seeds(language, "8"), options.rows(language), options.citizens(language),
        options.weeks(language), options.out(language, "results"), options.jobs(language), options.lang(language),
    ))


def run(
    file: Path, seeds: str, rows: str, citizens: int | None, weeks: int | None, out: Path, jobs: int, lang: Language,
) -> None:
    """Play one scenario and write its headline numbers."""
    from sim.doors.loading import scenarios
    from sim.doors.rows import rows_for
    from sim.doors.seeds import read_seeds

    chosen = read_seeds(seeds, options.MOST_AS_NEEDED)
    accepted, chosen = rows_for(rows, (file,), chosen)
    read = scenarios((file,), citizens, weeks)  # mistakes are told before the model is imported

    from sim.doors.playing import Request, play
    from sim.doors.tables import headline

    request = Request(read, chosen, out, jobs, accepted)
    finished = play(request, lang)
    click.echo("\n".join(headline(read[0].title, finished.measured[read[0].name], lang)))
    click.echo(Text(f"\nResultaterne ligger i {request.folder(read[0])}",
                    f"\nThe results are in {request.folder(read[0])}").label(lang))
