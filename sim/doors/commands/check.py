"""``vendepunkt check``: what a scenario changes, what to think about, how long a run will take; nothing is run."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sim.doors import options
from sim.doors.command import WIDTH, About, Command
from sim.errors import Text
from sim.vocabulary import Language

if TYPE_CHECKING:
    from sim.scenario.scenario import Scenario

ABOUT = About(
    "check",
    Text("Tjek scenariefiler, før de køres.", "Check scenario files before they are run."),
    Text(
        "Læser filerne og viser i almindelige ord, hvad hver af dem ændrer (før → nu), hvad der er værd at tænke over, "
        "og omtrent hvor længe en kørsel tager. Alle fejl i alle filer vises på én gang. Intet køres.",
        "Reads the files and shows in plain words what each changes (old → new), what is worth a second thought, and "
        "about how long a run takes. All mistakes of all files are shown at once. Nothing is run.",
    ),
    ("vendepunkt check scenarios/same-caseworker.toml", "vendepunkt check scenarios/*.toml --lang en"),
)
_CHANGES = Text("Ændringer i forhold til {name}:", "Changes from {name}:")
_NO_CHANGES = Text("Ingen ændringer i forhold til {name}.", "No changes from {name}.")
_ROOT = Text("Bygger ikke på et andet scenarie.", "Extends no other scenario.")
_OWN = Text("Anderledes end modellens egne værdier, også i indkøringen:",
            "Different from the model's own values, in the burn-in too:")
_REMARKS = Text("Værd at tænke over:", "Worth a second thought:")
_FINE = Text("Filen kan køres.", "The file can be run.")


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(ABOUT, language, check, (
        options.files(required=True), options.seeds(language, "8"), options.citizens(language),
        options.weeks(language), options.jobs(language), options.lang(language),
    ))


def check(
    files: tuple[Path, ...], seeds: str, citizens: int | None, weeks: int | None, jobs: int, lang: Language,
) -> None:
    """Write what each file changes, remarks, and the expected time."""
    from sim.doors.expected import expected_seconds
    from sim.doors.loading import scenarios
    from sim.doors.meter import duration
    from sim.doors.seeds import read_seeds
    from sim.scenario.size import resized
    from sim.views.numbers import count_of

    count = len(read_seeds(seeds, 8).numbers)
    read = scenarios(files, None, None)  # remarks are about the file's own town, not about a smaller one
    resized_ones = tuple(resized(scenario, citizens, weeks) for scenario in read)
    for file, scenario in zip(files, read, strict=True):
        click.echo(f"{file}: {_FINE.label(lang)}")
        for line in described(scenario, weeks, lang):
            click.echo(line)
        click.echo("")
    took = duration(expected_seconds(resized_ones, count, jobs), lang)
    counted = {
        "da": ((len(read), "scenarie", "scenarier"), (count, "frø", "frø"), (jobs, "proces", "processer")),
        "en": ((len(read), "scenario", "scenarios"), (count, "seed", "seeds"), (jobs, "process", "processes")),
    }
    what, each, who = (count_of(number, lang, one, many) for number, one, many in counted[lang])
    told = Text(
        f"Forventet tid for {what} × {each} med {who}: omkring {took}",
        f"Expected time for {what} × {each} with {who}: about {took}",
    )
    click.echo(f"{told.label(lang).rstrip('.')}.")


def described(scenario: Scenario, weeks: int | None, lang: Language) -> list[str]:
    """A scenario's title and question, its changes and the remarks about it, as indented lines.

    With ``weeks``, changes and remarks are those of a run of so many weeks.
    """
    from sim.scenario.checking import remarks
    from sim.scenario.scenario import catalogue_scenario

    lines = _wrapped(scenario.title.label(lang), "  ")
    lines += _wrapped(scenario.question.label(lang), "  ")
    lines.append("")
    parent = scenario.parent
    if weeks is not None:
        scenario, parent = scenario.lasting(weeks), None if parent is None else parent.lasting(weeks)
    if parent is None:
        lines.append(f"  {_ROOT.label(lang)}")
        own = catalogue_scenario(scenario.name)
        differences = scenario.differences_from(own if weeks is None else own.lasting(weeks))
        lines += ["", f"  {_OWN.label(lang)}"] if differences else []
    else:
        name = Path(parent.layers[-1].file).name
        differences = scenario.differences_from(parent)
        heading = _CHANGES if differences else _NO_CHANGES
        lines.append(f"  {heading.label(lang).format(name=name)}")
    for difference in differences:
        lines += _wrapped(difference.sentence(lang), "    ")
    found = remarks(scenario)
    if found:
        lines += ["", f"  {_REMARKS.label(lang)}"]
        for remark in found:
            lines += _wrapped(remark.sentence(lang), "    ")
    return lines


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_long_words=False,
        break_on_hyphens=False,
    )
