"""``vendepunkt starter``: a file with every setting, ready to be cut down to what differs."""

from __future__ import annotations

import json
from pathlib import Path

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.doors.failures import say
from sim.errors import ScenarioError, Text, said_by_system
from sim.vocabulary import Language

ABOUT = About(
    "starter",
    Text("Skriv en fil med alle indstillinger forklaret.", "Write a file with every setting explained."),
    Text(
        "Filen har alle indstillinger med modellens værdier og en forklaring ved hver. Et nyt scenarie behøver kun de "
        'linjer, der skal være anderledes, og øverst: extends = "baseline.toml".\n\n'
        "Uden filnavn skrives den på skærmen. Med --tables skrives i stedet en opdigtet by som tre CSV-tabeller "
        "(borgere, arbejdspladser, sagsbehandlere), der kan udfyldes med jeres egne tal. En fil, der findes, bliver "
        "ikke overskrevet.",
        "The file holds every setting at the model's own value, with an explanation of each. A new scenario needs only "
        'the lines that shall differ and, at the top: extends = "baseline.toml".\n\n'
        "Without a file name it is written to the screen. With --tables a made-up town is written instead, as three "
        "CSV tables (citizens, workplaces, caseworkers) to be filled in with your own. A file that exists is not "
        "overwritten.",
    ),
    ("vendepunkt starter scenarios/everything.toml", "vendepunkt starter | less",
     "vendepunkt starter --tables data"),
)
_TABLES = Text("Mappe til en opdigtet bys tabeller, der kan udfyldes.",
               "Folder for the tables of a made-up town, to be filled in.")
_NAME_THEM = Text("Nævn dem i et scenarie (set fra scenariets mappe):",
                  "Name them in a scenario (seen from the scenario's folder):")
_NOT_BOTH = Text("kan ikke bruges sammen med et filnavn", "cannot be used together with a file name")
_ONE_AT_A_TIME = Text("Skriv tabellerne og filen hver for sig.", "Write the tables and the file one after the other.")
_NOTHING_WRITTEN = Text("Intet er skrevet.", "Nothing was written.")
_TITLE = Text("Mit udgangspunkt", "My baseline")
_QUESTION = Text("Hvad sker der, hvis alt fortsætter?", "What happens if everything goes on as it is?")


def command(language: Language) -> click.Command:
    """Return the command."""
    file = click.Argument(["file"], required=False, metavar="[FILE]", type=click.Path(path_type=Path))
    tables = click.Option(["--tables"], metavar="FOLDER", type=click.Path(path_type=Path), help=_TABLES.label(language))
    return Command(ABOUT, language, starter, (file, tables, options.lang(language)))


def starter(file: Path | None, tables: Path | None, lang: Language) -> None:
    """Write the starter file, or a town's tables to fill in.

    Raises:
        ScenarioError: when both are asked for, or the file exists or cannot be written.
        PopulationError: when a table exists or cannot be written.
    """
    if tables is not None:
        if file is not None:
            raise ScenarioError.about("--tables", _NOT_BOTH, _ONE_AT_A_TIME, nothing_done=_NOTHING_WRITTEN)
        from sim.population.template import template

        written_tables = template(tables)
        for path in written_tables:
            say(Text(f"Skrevet: {path}", f"Written: {path}").label(lang))
        named = "".join(f"\n  {path.stem} = {json.dumps(path.as_posix())}" for path in written_tables)
        say(f"{_NAME_THEM.label(lang)}\n\n  [population]{named}")
        return
    from sim.scenario.settings import Settings
    from sim.scenario.writing import starter as written

    text = written(Settings, _TITLE, _QUESTION, language=lang)
    if file is None:
        click.echo(text, nl=False)
        return
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(text)
    except FileExistsError:
        raise _refused(file, Text("findes og bliver ikke overskrevet", "exists and is not overwritten")) from None
    except OSError as error:
        said = said_by_system(error)
        raise _refused(file, Text(f"kan ikke skrives ({said.da})", f"cannot be written ({said.en})")) from error
    say(Text(f"Skrevet: {file}", f"Written: {file}").label(lang))


def _refused(file: Path, what: Text) -> ScenarioError:
    remedy = Text("Vælg et andet navn.", "Choose another name.")
    return ScenarioError.about(file.as_posix(), what, remedy, nothing_done=_NOTHING_WRITTEN)
