"""``vendepunkt ablate``: switch mechanisms off one by one and see what each of them carries."""

from __future__ import annotations

from pathlib import Path

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.errors import RunError, Text
from sim.vocabulary import Language

ABOUT = About(
    "ablate",
    Text("Sluk mekanismer én ad gangen: hvad bærer de?", "Switch mechanisms off one at a time: what do they carry?"),
    Text(
        "Kører scenariet, og det samme uden hver af mekanismerne, med samme borgere, samme frø og samme "
        "tilfældigheder. Forskellene i hovedmålene er parret frø for frø. En mekanisme er slukket fra "
        "indkøringens første uge: det er en verden uden den, ikke en politik.\n\nEfterlader en side "
        "(ablation.html), tallene som CSV, og en mappe pr. verden. Afbrydes det med Ctrl-C, er de færdige frø "
        "gemt, og samme kommando fortsætter.",
        "Runs the scenario, and the same without each of the mechanisms, with the same citizens, the same seeds and "
        "the same luck. The differences in the headline measures are paired seed by seed. A mechanism is off from the "
        "first week of the town's past: that is a world without it, not a policy.\n\n"
        "Leaves a page (ablation.html), the numbers as CSV, and a folder per world. Interrupted with Ctrl-C, finished "
        "seeds are kept and the same command goes on.",
    ),
    ("vendepunkt ablate scenarios/baseline.toml",
     "vendepunkt ablate scenarios/baseline.toml --mechanisms alliance,change_loss --seeds 4"),
)
_MECHANISMS = Text("Mekanismer med komma imellem, eller all. Standard: all.",
                   "Mechanisms with commas in between, or all. Default: all.")
_LEAST = 2


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(ABOUT, language, ablate, (
        options.file("file", "FILE"),
        click.Option(["--mechanisms"], default="all", metavar="NAMES", help=_MECHANISMS.label(language)),
        options.seeds(language, "8"), options.citizens(language), options.weeks(language),
        options.out(language, "results/ablate"), options.jobs(language), options.lang(language),
    ))


def ablate(
    file: Path, mechanisms: str, seeds: str, citizens: int | None, weeks: int | None, out: Path, jobs: int,
    lang: Language,
) -> None:
    """Play the worlds, and write page and numbers.

    Raises:
        RunError: with fewer than two seeds, of which no range can be made.
        ScenarioError: when the file or a mechanism's name cannot be used.
    """
    from sim.doors.loading import scenarios
    from sim.doors.seeds import read_seeds
    from sim.scenario.ablated import chosen_mechanisms, variants

    chosen = read_seeds(seeds, options.MOST_AS_NEEDED)
    if len(chosen.numbers) < _LEAST:
        raise RunError.about(
            "--seeds", Text("der skal mindst to frø til en forskel med interval",
                            "it takes at least two seeds for a difference with a range"),
            value=seeds, nothing_done=Text("Intet er kørt.", "Nothing was run."),
        )
    scenario = scenarios((file,), citizens, weeks)[0]
    worlds = variants(scenario, chosen_mechanisms(mechanisms, scenario))

    from sim.doors.playing import Request, play
    from sim.doors.study import opened
    from sim.outcomes.ablation import ablation
    from sim.views.ablation import Ablated, write_ablation

    request = Request(worlds, chosen, out, jobs)
    finished = play(request, lang)
    manifest = opened(request.folder(scenario)).folder.manifest
    found = ablation({world.name: finished.measured[world.name] for world in worlds})
    page = write_ablation(Ablated(manifest, scenario.title, found), out, lang)
    click.echo(Text(f"Side: {page}\nTal: {out}/ablation.csv", f"Page: {page}\nNumbers: {out}/ablation.csv").label(lang))
