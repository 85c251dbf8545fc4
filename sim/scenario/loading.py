"""From a file, a text or values in code to validated layers; every problem is found before anything is raised."""

from __future__ import annotations

import numbers
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from sim.errors import Problem, ScenarioError
from sim.scenario import texts
from sim.scenario.ancestry import read_with_parents
from sim.scenario.dated import Value
from sim.scenario.layer import TIME, Layer, read_layer
from sim.scenario.names import scenario_name
from sim.scenario.parameter import Section
from sim.scenario.reading import Document, parse_document
from sim.scenario.resolving import breaks_of, clock_of, rule_problems, series_of, timing_problems, values_in

Given = Value | str
"""A value in code: as it is, or a member of a closed set by its key."""


def layers_from_file(path: Path, settings_type: type[Section]) -> tuple[str, tuple[Layer, ...]]:
    """Return a scenario's name and its layers, the file that extends nothing first.

    Raises:
        ScenarioError: with every problem of the file and of the files it builds on.
    """
    name = scenario_name(path, path.as_posix())
    documents, problems = read_with_parents(path)
    layers, found = _read(documents, settings_type)
    if problems:  # without its parents a file's own time is unknown, and so is which dates fit it
        told = {problem.where for problem in problems}  # an extends that is no text fails as a parent and as a text
        _raise_if_any((*problems, *(problem for problem in found if problem.where not in told)))
    _raise_in_turn(layers, found, settings_type)
    return name, layers


def layers_from_text(text: str, file: str, settings_type: type[Section]) -> tuple[Layer, ...]:
    """Return the layers of a TOML text that stands alone, such as the resolved scenario in a run's manifest.

    Raises:
        ScenarioError: with every problem; a text that extends a file is refused, since it stands in no folder.
    """
    document = parse_document(text, file)
    layers, problems = _read((document,), settings_type)
    if "extends" in document.values:
        problems = (Problem(document.where("extends"), texts.NO_FOLDER_TO_EXTEND_FROM), *problems)
    _raise_in_turn(layers, problems, settings_type)
    return layers


def layer_from_values(
    file: str, values: Mapping[str, Given | Mapping[str, Given]], time: Mapping[str, date | int],
    settings_type: type[Section],
) -> Layer:
    """Return a layer of values given in code, by dotted key; ``file`` is what messages call it.

    Raises:
        ScenarioError: with every problem of the values by themselves.
    """
    nested: dict[str, object] = {TIME: dict(time)} if time else {}
    for dotted, given in values.items():
        section, _, key = dotted.partition(".")
        if not key:
            nested[section] = _pure(given)
            continue
        members = nested.setdefault(section, {})
        if isinstance(members, dict):
            members[key] = _pure(given)
    layer, problems = read_layer(Document(file, nested, {}), settings_type)
    _raise_if_any(problems)
    return layer


def joint_problems(layers: Sequence[Layer], settings_type: type[Section]) -> tuple[Problem, ...]:
    """Return the problems that show when valid layers lie together: dates, and rules across settings."""
    clock = clock_of(layers)
    problems = timing_problems(layers[-1], clock)
    if problems:
        return tuple(problems)
    series = series_of(layers, settings_type, clock)
    for week in (-clock.burn_in_weeks, *breaks_of(series, clock)):
        problems += rule_problems(values_in(series, week), settings_type, layers, layers[-1].file)
    return tuple(dict.fromkeys(problems))


def _read(
    documents: Sequence[Document], settings_type: type[Section],
) -> tuple[tuple[Layer, ...], tuple[Problem, ...]]:
    read = [read_layer(document, settings_type) for document in documents]
    return tuple(layer for layer, _ in read), tuple(problem for _, found in reversed(read) for problem in found)


def _raise_in_turn(layers: tuple[Layer, ...], found: Sequence[Problem], settings_type: type[Section]) -> None:
    """Raise what single values and dates show; rules across settings are asked when all of those are right."""
    _raise_if_any((*found, *timing_problems(layers[-1], clock_of(layers))))
    _raise_if_any(joint_problems(layers, settings_type))


def _raise_if_any(problems: Sequence[Problem]) -> None:
    """Raise what was found, file by file and line by line."""
    if problems:
        files = list(dict.fromkeys(problem.where.file for problem in problems))
        raise ScenarioError(sorted(problems, key=lambda each: (files.index(each.where.file), each.where.line or 0)))


def _pure(given: object) -> object:
    """Numbers of numpy and the like as Python's own, dates as they stand in files; the rest is for validation."""
    if isinstance(given, Mapping):
        return {_moment(moment): _pure(value) for moment, value in given.items()}
    if isinstance(given, (bool, str)) or type(given) in {int, float} or hasattr(given, "key"):
        return given
    if isinstance(given, numbers.Integral):
        return int(given)
    return float(given) if isinstance(given, numbers.Real) else given


def _moment(moment: object) -> str:
    return moment.isoformat() if isinstance(moment, date) else str(moment)
