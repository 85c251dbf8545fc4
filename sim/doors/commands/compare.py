"""``vendepunkt compare``: play scenarios with the same citizens and the same luck, and say what differs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.doors.failures import say
from sim.errors import RunError, Text
from sim.vocabulary import Language

if TYPE_CHECKING:
    from sim.scenario.scenario import Scenario

ABOUT = About(
    "compare",
    Text("Kør flere scenarier og sammenlign dem.", "Run several scenarios and compare them."),
    Text(
        "Den første fil er den, de andre holdes op imod. Alle møder de samme borgere og de samme tilfældigheder, "
        "så forskellene skyldes ændringerne. Uden --seeds køres så mange frø, som svaret kræver, dog højst 32.\n\n"
        "Efterlader en mappe pr. scenarie, et notat (brief.html) og tallene som Excel og CSV. Uden filer "
        "sammenlignes de scenarier i mappen scenarios, der dækker samme tid som baseline.toml.",
        "The first file is what the others are held against. All meet the same citizens and the same luck, so the "
        "differences come from the changes. Without --seeds as many seeds are run as the answer needs, but at most 32."
        "\n\nLeaves a folder per scenario, a brief (brief.html) and the numbers as Excel and CSV. Without files, the "
        "scenarios in the folder scenarios that cover the same time as baseline.toml are compared.",
    ),
    ("vendepunkt compare scenarios/baseline.toml scenarios/same-caseworker.toml",
     "vendepunkt compare scenarios/baseline.toml scenarios/same-caseworker.toml --seeds 8 --out results/trial"),
)


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(ABOUT, language, compare, (
        options.files(required=False), options.seeds(language, "auto"), options.rows(language),
        options.citizens(language), options.weeks(language), options.out(language, "results/compare"),
        options.jobs(language), options.lang(language),
    ))


def compare(
    files: tuple[Path, ...], seeds: str, rows: str, citizens: int | None, weeks: int | None, out: Path, jobs: int,
    lang: Language,
) -> None:
    """Play the scenarios, write the brief, and write the headline differences.

    Raises:
        RunError: when there are fewer than two scenarios.
    """
    from sim.doors.loading import other_time, same_time, scenarios, shipped
    from sim.doors.rows import rows_for
    from sim.doors.seeds import read_seeds

    chosen = read_seeds(seeds, options.MOST_AS_NEEDED)
    chosen_files = files or shipped()
    accepted, chosen = rows_for(rows, chosen_files, chosen)
    read = scenarios(chosen_files, citizens, weeks)
    apart = [scenario for scenario in read[1:] if not same_time(scenario, read[0])]
    if files and apart:
        raise other_time(apart[0], read[0])
    for scenario in apart:
        left_out = Text(f"Udeladt, for det dækker en anden tid: {scenario.name}",
                        f"Left out, for it covers another time: {scenario.name}")
        say(left_out.label(lang))
    read = tuple(scenario for scenario in read if scenario not in apart)
    if len(read) < 2:
        raise RunError.about(
            "vendepunkt compare", Text("der skal mindst to scenarier til", "it takes at least two scenarios"),
            Text("Skriv først det, de andre skal holdes op imod.", "First name the one the others are held against."),
            nothing_done=Text("Intet er kørt.", "Nothing was run."),
        )

    _warn(read, lang)

    from sim.doors.pages import shown
    from sim.doors.playing import Request, play
    from sim.doors.study import opened

    request = Request(read, chosen, out, jobs, accepted)
    finished = play(request, lang)
    runs = [opened(request.folder(scenario)) for scenario in read]
    shown(runs, finished.measured, out, jobs, lang)


def _warn(read: tuple[Scenario, ...], lang: Language) -> None:
    """Say what will not be as it seems while there is time to stop: late changes, and towns that are not the same."""
    from sim.views.cautions import cautions_before

    for scenario in read[1:]:
        for caution in cautions_before(scenario, read[0], lang):
            say(f"{scenario.name}: {caution}")
