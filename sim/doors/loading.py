"""Scenarios as the command line asks for them: read, made smaller or shorter, all mistakes of all files at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sim.errors import PopulationError, Problem, RunError, ScenarioError, Text
from sim.scenario.scenario import Scenario, load
from sim.scenario.size import resized

SHIPPED = Path("scenarios")
BASELINE = "baseline.toml"


def scenarios(files: Sequence[Path], citizens: int | None, weeks: int | None) -> tuple[Scenario, ...]:
    """Read files, in their order, with another number of citizens or weeks where one is asked for.

    Raises:
        ScenarioError: with the problems of every file.
        PopulationError: with the problems of every table of a town of its own, once all scenario files are right.
    """
    read: list[Scenario] = []
    problems: list[Problem] = []
    of_towns: list[Problem] = []
    for file in files:
        try:
            read.append(resized(load(file), citizens, weeks))
            of_towns += town_problems(read[-1])
        except ScenarioError as error:
            problems += error.problems
    if problems:
        raise ScenarioError(tuple(dict.fromkeys(problems)))
    if of_towns:
        raise PopulationError(tuple(dict.fromkeys(of_towns)))
    return tuple(read)


def town_problems(scenario: Scenario) -> tuple[Problem, ...]:
    """What is wrong with the tables of a scenario's own town; nothing for a synthetic one."""
    if scenario.population is None:
        return ()
    from sim.population.intake import own_town

    week = -scenario.burn_in_weeks
    try:
        own_town(scenario.population, week, scenario.settings_at(week))
    except PopulationError as error:
        return error.problems
    return ()


def same_time(one: Scenario, other: Scenario) -> bool:
    """Whether two scenarios cover the same weeks, so that each week of one has its twin in the other."""
    return (one.start, one.weeks) == (other.start, other.weeks)


def other_time(scenario: Scenario, base: Scenario) -> RunError:
    """The refusal of a scenario that covers another time than what it is to be held against."""
    here, there = (f"{one.start.isoformat()} + {one.weeks}" for one in (scenario, base))
    return RunError.about(
        scenario.name,
        Text(f"dækker en anden tid ({here} uger) end {base.name} ({there} uger)",
             f"covers another time ({here} weeks) than {base.name} ({there} weeks)"),
        Text("Giv dem samme start og weeks, eller kør det for sig selv med vendepunkt run.",
             "Give them the same start and weeks, or run it by itself with vendepunkt run."),
        nothing_done=Text("Intet er kørt.", "Nothing was run."),
    )


def shipped() -> tuple[Path, ...]:
    """The scenario files of the folder ``scenarios``, the baseline first.

    Raises:
        RunError: when there are none here.
    """
    found = sorted(SHIPPED.glob("*.toml"), key=lambda file: (file.name != BASELINE, file.name))
    if not found or found[0].name != BASELINE:
        raise RunError.about(
            SHIPPED.as_posix(),
            Text(f"mangler her eller har ingen {BASELINE}", f"is missing here or has no {BASELINE}"),
            Text("Skriv, hvilke filer der skal sammenlignes.", "Say which files to compare."),
            nothing_done=Text("Intet er kørt.", "Nothing was run."),
        )
    return tuple(found)
