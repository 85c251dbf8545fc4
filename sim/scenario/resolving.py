"""From a stack of layers to values over time, and the problems that only show when the layers lie together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from pydantic import ValidationError

from sim.errors import Problem, Where
from sim.scenario import texts_values
from sim.scenario.dated import Assignment, Entry, Series, Value, constant, day_of_week, laid_over, value_at, week_of
from sim.scenario.facts import defaults_of, facts_of, sections_of
from sim.scenario.header import Clock
from sim.scenario.layer import Layer
from sim.scenario.parameter import Section
from sim.scenario.shown import toml_value


def clock_of(layers: Sequence[Layer]) -> Clock:
    """Return the time a stack of layers covers: each key from the last layer that gives it."""
    merged: dict[str, object] = {}
    for layer in layers:
        merged.update(layer.time)
    return Clock.model_validate(merged)


def series_of(layers: Sequence[Layer], settings_type: type[Section], clock: Clock) -> dict[str, Series]:
    """Return the values of every setting over time, in the order of the catalogue."""
    facts = facts_of(settings_type)
    series: dict[str, Series] = {key: constant(value) for key, value in defaults_of(settings_type).items()}
    for number, layer in enumerate(layers):
        for key, assignment in layer.assignments.items():
            throughout = number == 0 or not facts[key].dated
            series[key] = laid_over(series[key], assignment, clock.start, throughout=throughout)
    return series


def breaks_of(series: Mapping[str, Series], clock: Clock) -> tuple[int, ...]:
    """Return the weeks of the run, burn-in included, in which some setting changes; sorted, without the first week."""
    weeks = {step.week for steps in series.values() for step in steps}
    return tuple(sorted(week for week in weeks if -clock.burn_in_weeks < week < clock.weeks))


def values_in(series: Mapping[str, Series], week: int) -> dict[str, dict[str, Value]]:
    """Return the values of a week by section and key."""
    values: dict[str, dict[str, Value]] = {}
    for dotted, steps in series.items():
        section, _, key = dotted.partition(".")
        values.setdefault(section, {})[key] = value_at(steps, week)
    return values


def timing_problems(layer: Layer, clock: Clock) -> list[Problem]:
    """Return what is wrong with the dates of a file, given the time its run covers.

    Only for the file that is loaded: dates of the files below were written for their own time.
    """
    problems: list[Problem] = []
    for assignment in layer.assignments.values():
        if not assignment.plain:
            problems += _order_problems(layer, assignment, clock)
            problems += _end_problems(layer, assignment, clock)
    return problems


def _order_problems(layer: Layer, assignment: Assignment, clock: Clock) -> list[Problem]:
    problems = []
    entries = assignment.entries
    for before, entry in pairwise(entries):
        here, there = entry.day or clock.start, before.day or clock.start
        where = _where(layer, assignment, entry)
        if here < there:
            shown = toml_value(entry.value)
            problems.append(Problem(where, texts_values.DATES_UNSORTED, shown, None, texts_values.SORT_DATES))
        elif week_of(here, clock.start) == week_of(there, clock.start):
            monday = day_of_week(week_of(here, clock.start), clock.start)
            what = texts_values.same_week(monday.isoformat())
            problems.append(Problem(where, what, toml_value(entry.value), None, texts_values.KEEP_ONE_DATE))
    return problems


def _end_problems(layer: Layer, assignment: Assignment, clock: Clock) -> list[Problem]:
    end = day_of_week(clock.weeks, clock.start)
    what = texts_values.after_end((end - timedelta(days=1)).isoformat())
    return [
        Problem(_where(layer, assignment, entry), what, toml_value(entry.value), None, texts_values.MOVE_DATE)
        for entry in assignment.entries
        if week_of(entry.day, clock.start) >= max(clock.weeks, 1)
    ]


def _where(layer: Layer, assignment: Assignment, entry: Entry) -> Where:
    return Where(layer.file, entry.line, f"{assignment.key}.{entry.moment}")


def rule_problems(
    values: Mapping[str, Mapping[str, Value]], settings_type: type[Section], layers: Sequence[Layer], file: str,
) -> list[Problem]:
    """Return the rules across settings of one section that a week's values break, at the lines that set them."""
    problems = []
    for name, section in sections_of(settings_type).items():
        try:
            section.model_validate(dict(values[name]))
        except ValidationError as error:
            lines = [layer.lines[(name,)] for layer in layers if layer.file == file and (name,) in layer.lines]
            for detail in error.errors(include_url=False):
                where = Where(file, lines[-1] if lines else None, name)
                problems.append(Problem(where, texts_values.together(detail["msg"])))
    return problems
