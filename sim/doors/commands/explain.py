"""``vendepunkt explain``: what a setting means, what it can be, where its number comes from and how sure it is."""

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
    from sim.scenario.explaining import Explanation

ABOUT = About(
    "explain",
    Text("Forklar indstillinger: betydning, kilde, evidens.", "Explain settings: meaning, source, evidence."),
    Text(
        "Uden navn vises alle indstillinger på en linje hver. Med et afsnit (casework) vises afsnittets; med en "
        "indstilling (caseload eller casework.caseload) vises alt, hvad der vides om den. Med --file vises "
        "værdierne i et scenarie.\n\nEvidens: A er bedst (lodtrækningsforsøg eller fuldt register), E er et gæt, "
        "der skal til for at køre modellen.",
        "Without a name, every setting is shown on a line. With a section (casework), that section's; with a setting "
        "(caseload or casework.caseload), everything that is known about it. With --file, the values of a scenario.\n\n"
        "Evidence: A best (randomised or full register), E a guess needed to run.",
    ),
    ("vendepunkt explain", "vendepunkt explain casework", "vendepunkt explain caseload",
     "vendepunkt explain caseload --file scenarios/same-caseworker.toml"),
)
_FILE = Text("Scenarie, hvis værdier vises.", "Scenario whose values are shown.")


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(ABOUT, language, explain, (
        click.Argument(["names"], nargs=-1, metavar="[NAME...]"),
        click.Option(["--file"], type=click.Path(path_type=Path), metavar="FILE", help=_FILE.label(language)),
        options.lang(language),
    ))


def explain(names: tuple[str, ...], file: Path | None, lang: Language) -> None:
    """Write what is known about settings."""
    from sim.scenario.explaining import explanation_of, explanations, time_explanations
    from sim.scenario.scenario import catalogue_scenario, load

    scenario = catalogue_scenario("explain") if file is None else load(file)
    every = (*time_explanations(scenario), *explanations(scenario))
    sections = dict.fromkeys(one.key.partition(".")[0] for one in every)
    if not names:
        click.echo("\n".join(_table(every, lang)))
    for name in names:
        if name in sections:
            click.echo("\n".join(_table([one for one in every if one.key.startswith(f"{name}.")], lang)))
        else:
            click.echo("\n".join(_whole(explanation_of(scenario, name), lang)))


def _table(rows: tuple[Explanation, ...] | list[Explanation], lang: Language) -> list[str]:
    from sim.scenario.differences import listed

    cells = [(one.key, listed(one.values, lang), one.fact.grade, one.label.label(lang)) for one in rows]
    widths = [max((len(row[column]) for row in cells), default=0) for column in (0, 1)]
    first, second = widths[0], min(widths[1], 24)
    return [f"{key:<{first}}  {value:>{second}}  {grade}  {label}" for key, value, grade, label in cells]


def _whole(one: Explanation, lang: Language) -> list[str]:
    from sim.scenario.differences import listed
    from sim.scenario.meanings import choice_meaning, meaning_of
    from sim.scenario.shown import spoken
    from sim.scenario.texts_sources import source_text
    from sim.views.texts import say

    fact = one.fact
    said: list[tuple[Text, str]] = [
        (Text("Værdi", "Value"), f"{listed(one.values, lang)} ({one.unit.label(lang)})"),
        (Text("Modellens værdi", "The model's own"), spoken(one.default, lang)),
    ]
    if fact.possible is not None:
        said.append((Text("Mulig", "Possible"), _range(fact.possible, lang)))
    if fact.plausible is not None:
        said.append((Text("Sandsynlig", "Plausible"), _range(fact.plausible, lang)))
    if fact.choices is not None:
        choices = "; ".join(
            f"{word.key} ({word.label(lang).lower()}: {choice_meaning(word, lang)})" for word in fact.choices)
        said.append((Text("Kan være", "One of"), choices))
    said += [(Text("Betydning", "Meaning"), meaning_of(one.key, fact, lang)),
             (Text("Kilde", "Source"), source_text(fact.source).label(lang)),
             (Text("Evidens", "Evidence"), f"{fact.grade}: {say(f'brief.grade.{fact.grade}', lang)}")]
    if not fact.dated:
        said.append((Text("Tid", "Time"), Text("én værdi for hele kørslen", "one value for a whole run").label(lang)))
    if one.file is not None:
        said.append((Text("Sat i", "Set in"), f"{one.file}{'' if one.line is None else f':{one.line}'}"))
    lines = [f"{one.key}: {one.label.label(lang)}"]
    width = max(len(heading.label(lang)) for heading, _ in said)
    for heading, text in said:
        lines += textwrap.wrap(
            text, WIDTH, initial_indent=f"  {heading.label(lang):<{width}}  ", subsequent_indent=" " * (width + 4),
        )
    return [*lines, ""]


def _range(limits: tuple[float, float], lang: Language) -> str:
    from sim.scenario.shown import spoken

    low, high = (spoken(limit, lang) for limit in limits)
    return Text(f"{low} til {high}", f"{low} to {high}").label(lang)
