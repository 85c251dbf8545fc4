"""``vendepunkt calibrate``: find the parameter sets that come nearest to the targets."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.errors import RunError, Text
from sim.vocabulary import Language

ABOUT = About(
    "calibrate",
    Text(
        "Find de parametersæt, der kommer nærmest kalibreringsmålene.",
        "Find the parameter sets nearest to the targets."),
    Text(
        "Spiller udgangspunktet med mange sæt af de femten kalibrerede indstillinger, leder efter dem, der bedst "
        "rammer kalibreringsmålene, og beholder de 50 sæt, der kommer nærmest. Til sidst siges det, om noget sæt "
        "klarede kravet. Tager omkring en time på to processorer; afbrydes den, fortsætter samme kommando. --quick "
        "går hele vejen på få minutter i en lille by, beholder 8 sæt og mærker dem foreløbige.\n\nEfterlader "
        "accepted.csv og accepted.json. Læg dem i scenarios for at tage dem i brug.",
        "Plays the baseline with many sets of the fifteen fitted settings, searches where the targets can best be met, "
        "and keeps the 50 nearest sets. At the end it says whether any passed the cut. Takes about an hour on two "
        "processors; when interrupted, the same command goes on. --quick goes the whole way in a few minutes in a "
        "small town, keeps 8 sets and marks them provisional.\n\n"
        "Leaves accepted.csv and accepted.json. Put them in scenarios to use them.",
    ),
    ("vendepunkt calibrate", "vendepunkt calibrate scenarios/baseline.toml --quick --out results/trial"),
)
_QUICK = Text("Lille by og få sæt: hele vejen på få minutter; sættet mærkes foreløbigt.",
              "Small town and few sets: the whole way in minutes; the set is marked provisional.")
ODENSE = "odense-2016.toml"
"""The scenario of T14, looked for beside the baseline."""
_SMALL = {"town.activity_ready": 160, "town.resource_course": 40}
_SMALL_BURN_IN = 60


def command(language: Language) -> click.Command:
    """Return the command."""
    file = click.Argument(["file"], required=False, metavar="[FILE]", type=click.Path(path_type=Path),
                          default=Path("scenarios/baseline.toml"))
    return Command(ABOUT, language, calibrate, (
        file, click.Option(["--quick"], is_flag=True, help=_QUICK.label(language)),
        options.out(language, "results/calibration"), options.jobs(language), options.lang(language),
    ))


def calibrate(file: Path, quick: bool, out: Path, jobs: int, lang: Language) -> None:  # noqa: FBT001 - a flag
    """Run the study and write the accepted set.

    Raises:
        RunError: when the libraries for studies are not installed.
        RecordError: when nothing can be written to ``out``; told before anything is run.
    """
    from sim.doors.loading import scenarios
    from sim.doors.writable import see_writable

    if importlib.util.find_spec("sklearn") is None:
        raise RunError.about(
            "vendepunkt calibrate", Text("mangler scikit-learn", "needs scikit-learn"),
            Text('Skriv: pip install "vendepunkt[studies]"', 'Write: pip install "vendepunkt[studies]"'),
            nothing_done=Text("Intet er kørt.", "Nothing was run."),
        )
    (scenario,) = scenarios((file,), None, None)
    see_writable(out)
    odense = file.parent / ODENSE
    away = scenarios((odense,), None, None)[0] if odense.is_file() and not quick else None
    if quick:
        scenario = scenario.with_values(_SMALL).with_time(burn_in_weeks=_SMALL_BURN_IN)

    from sim.doors.counting import Counting
    from sim.doors.failures import say
    from sim.studies.calibration.study import FULL, QUICK, calibrated
    from sim.studies.calibration.texts import how_kept
    from sim.studies.calibration.writing import write_accepted

    watch = Counting(lang, Text("sæt", "sets"))
    done = calibrated(scenario, QUICK if quick else FULL, out, jobs, watch, away)
    written = write_accepted(done, out, provisional=quick)
    say(how_kept(len(done.accepted), len(done.waves[-1].rows), done.left).label(lang))
    click.echo(written)
