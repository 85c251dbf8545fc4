"""``vendepunkt validate``: hold the model against every target and pattern, and say what it misses."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.errors import RunError, Text
from sim.vocabulary import Language

ABOUT = About(
    "validate",
    Text("Hold modellen op imod kalibreringsmål og mønstre.", "Hold the model against targets and patterns."),
    Text(
        "Kører udgangspunktet, tvillingeliv og Odense og skriver en valideringsside: hvert kalibreringsmål og "
        "hvert mønster, observeret og simuleret, ramt eller ikke. Ved det, der ikke rammes, står vores tolkning. "
        "Tager en halv time på én processor; --quick viser hele vejen på få minutter i en lille by, og dens tal "
        "siger intet.",
        "Runs the baseline, twin lives and Odense and writes a report: every target and pattern, observed and "
        "simulated, hit or missed. Misses stand with our reading. Takes half an hour on one processor; --quick shows "
        "the whole way in a few minutes in a small town, and its numbers mean nothing.",
    ),
    ("vendepunkt validate --out docs", "vendepunkt validate scenarios/baseline.toml --quick --out results/validation"),
)
_QUICK = Text("Lille by: viser vejen, ikke svaret.", "Small town: shows the way, not the answer.")
_SMALL = {"town.activity_ready": 160, "town.resource_course": 40}
_PARTS = {"targets": Text("mål", "targets"), "twins": Text("tvillingeliv", "twin lives"),
          "lives": Text("liv med én ting ændret", "lives with one thing changed")}
PAGE, TABLE = "validation.html", "validation.csv"


def command(language: Language) -> click.Command:
    """Return the command."""
    file = click.Argument(["file"], required=False, metavar="[FILE]", type=click.Path(path_type=Path),
                          default=Path("scenarios/baseline.toml"))
    return Command(ABOUT, language, validate, (
        file, click.Option(["--quick"], is_flag=True, help=_QUICK.label(language)),
        options.out(language, "results/validation"), options.lang(language),
    ))


def validate(file: Path, quick: bool, out: Path, lang: Language) -> None:  # noqa: FBT001 - a flag
    """Measure and write the report.

    Raises:
        RunError: when the scenario of Odense is not beside the baseline.
        RecordError: when nothing can be written to ``out``; told before anything is run.
    """
    from sim.doors.commands.calibrate import ODENSE
    from sim.doors.loading import scenarios
    from sim.doors.writable import see_writable

    (scenario,) = scenarios((file,), None, None)
    place = file.parent / ODENSE
    if not place.is_file():
        raise RunError.about(
            place.as_posix(),
            Text("mangler; Odense er en del af valideringen", "is missing; Odense is part of the validation"),
            Text("Læg scenariet ved siden af, eller vælg scenarios/baseline.toml i projektets mappe.",
                 "Put the scenario beside it, or choose scenarios/baseline.toml in the project's folder."),
            nothing_done=Text("Intet er kørt.", "Nothing was run."))
    (away,) = scenarios((place,), None, None)
    see_writable(out)
    if quick:
        scenario = scenario.with_values(_SMALL).with_time(burn_in_weeks=60)
        away = away.with_time(burn_in_weeks=30)

    from sim.doors.counting import Counting
    from sim.doors.effects import FILE, written
    from sim.doors.validating import caseworker_effects, report_of, summary_near
    from sim.studies.validation.report import FULL, QUICK, measurements
    from sim.views.saving import save_text
    from sim.views.validation_page import table_rows, write_validation

    summary_near(file)  # a damaged file is told now, not after half an hour
    size = QUICK if quick else FULL
    found = measurements(scenario, away, size, Counting(lang, Text("dele", "parts"), _PARTS))
    report = report_of(found, file, size)
    write_validation(report, out / PAGE)
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows(table_rows(report))
    save_text(out / TABLE, table.getvalue())
    save_text(out / FILE, written(caseworker_effects(found)))
    missed = [row.key for row in report.targets if row.status == "missed"]
    count, hit, names = len(report.targets), len(report.targets) - len(missed), ", ".join(missed)
    click.echo(Text(f"Mål ramt: {hit} af {count}. Ikke ramt: {names}.",
                    f"Targets hit: {hit} of {count}. Missed: {names}.").label(lang))
    click.echo(out / PAGE)
