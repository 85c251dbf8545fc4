"""One file, validated: what it says about itself, its time and its settings. Nothing is merged yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sim.errors import Problem, Text
from sim.scenario import texts, texts_values
from sim.scenario.dated import Assignment
from sim.scenario.facts import facts_of, sections_of, short_key
from sim.scenario.header import Clock, Header
from sim.scenario.names import nearest
from sim.scenario.own_town import POPULATION, TownFiles, read_town
from sim.scenario.parameter import Fact, Section
from sim.scenario.reading import Document
from sim.scenario.shown import raw_value
from sim.scenario.units import unit_text
from sim.scenario.values import checked, read_assignment

TIME = "time"
_REALLY_NEAR = 0.8
"""How alike a name must be to one of another section: what stands under a heading was meant to stand there."""
_ENOUGH = 200
"""A file with so many mistakes is no scenario file; the rest of it is not looked at."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A file's own content; for values given in code, ``file`` is the scenario's name and there are no lines."""

    file: str
    header: Header = field(default_factory=Header)
    time: Mapping[str, date | int] = field(default_factory=dict)
    assignments: Mapping[str, Assignment] = field(default_factory=dict)
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    town: TownFiles | None = None


def read_layer(document: Document, settings_type: type[Section]) -> tuple[Layer, tuple[Problem, ...]]:
    """Validate one document against the catalogue.

    Returns what could be read, and every problem found on the way; the layer is only to be used when there is none.
    """
    problems: list[Problem] = []
    header_values: dict[str, object] = {}
    time: Mapping[str, date | int] = {}
    assignments: dict[str, Assignment] = {}
    town: TownFiles | None = None
    for name, raw in document.values.items():
        if len(problems) >= _ENOUGH:
            break
        if name in Header.model_fields:
            header_values[name] = raw
        elif name == POPULATION:
            town, found = read_town(document, raw)
            problems += found
        elif name != TIME and name not in sections_of(settings_type):
            problems.append(_unknown_name(document, name, raw, settings_type))
        elif not isinstance(raw, dict):
            problems.append(Problem(document.where(name), texts_values.is_section(name), raw_value(raw)))
        elif name == TIME:
            time, found = _read_time(document, raw, settings_type)
            problems += found
        else:
            read, found = _read_section(document, name, raw, settings_type)
            assignments.update(read)
            problems += found
    header, found = checked(document, (), header_values, Header)
    problems += found
    layer = Layer(document.file, Header.model_validate(header), time, assignments, document.lines, town)
    return layer, tuple(problems)


def _read_section(
    document: Document, name: str, raw: dict[str, object], settings_type: type[Section],
) -> tuple[dict[str, Assignment], list[Problem]]:
    section = sections_of(settings_type)[name]
    assignments: dict[str, Assignment] = {}
    problems: list[Problem] = []
    for key, value in raw.items():
        if len(problems) >= _ENOUGH:
            break
        if key not in section.model_fields:
            problems.append(_unknown_key(document, (name, key), value, settings_type))
            continue
        assignment, found = read_assignment(document, (name, key), value, section)
        problems += found
        if assignment is not None:
            assignments[assignment.key] = assignment
    return assignments, problems


def _read_time(
    document: Document, raw: dict[str, object], settings_type: type[Section],
) -> tuple[Mapping[str, date | int], list[Problem]]:
    known = {key: value for key, value in raw.items() if key in Clock.model_fields}
    problems = [
        _unknown_key(document, (TIME, key), value, settings_type)
        for key, value in list(raw.items())[:_ENOUGH] if key not in known
    ]
    accepted, found = checked(document, (TIME,), known, Clock)
    return {key: getattr(Clock.model_validate(accepted), key) for key in accepted}, problems + found


def _unknown_key(document: Document, path: tuple[str, str], raw: object, settings_type: type[Section]) -> Problem:
    """A key that its section does not have: misspelt, in the wrong section, or unheard of."""
    section, key = path
    own = Clock if section == TIME else sections_of(settings_type)[section]
    shown = raw_value(raw)
    if key in Header.model_fields or key == POPULATION:
        return Problem(document.where(*path), texts_values.IS_NO_SETTING, shown, None, texts_values.belongs_on_top(key))
    remedy = _belongs_elsewhere(key, settings_type)
    if remedy is None and (near := nearest(key, own.model_fields)):
        fact = facts_of(settings_type).get(f"{section}.{near}")
        remedy = texts.did_you_mean(near, None if fact is None else _possible(fact))
    if remedy is None and (near := nearest(key, _short_keys(settings_type), _REALLY_NEAR)):
        remedy = texts_values.did_you_mean_one_of(_places(near, settings_type))
    if remedy is None:
        remedy = texts_values.SEE_STARTER if section == TIME else texts_values.see_section(section)
    return Problem(document.where(*path), texts_values.IS_NO_SETTING, shown, None, remedy)


def _possible(fact: Fact) -> Text:
    """What a setting is counted in, or the words it may be."""
    if fact.choices is None:
        return unit_text(fact.unit)
    words = ", ".join(fact.choices.keys())
    return Text(words, words)


def _unknown_name(document: Document, name: str, raw: object, settings_type: type[Section]) -> Problem:
    """A name above or beside the sections that is neither a section nor a key of the header."""
    sections, heading = [*sections_of(settings_type), TIME], [*Header.model_fields, POPULATION]
    settings = _short_keys(settings_type)
    table = isinstance(raw, dict)
    near = nearest(name, [*sections, *heading] if table else [*settings, *heading]) or nearest(name, sections)
    remedy = _belongs_elsewhere(name, settings_type)
    if remedy is None and near in {*sections, *heading}:
        remedy = texts.did_you_mean(near)
    elif remedy is None and near:
        remedy = texts_values.did_you_mean_one_of(_places(near, settings_type))
    return Problem(
        document.where(name), texts_values.IS_NO_SECTION, None if table else raw_value(raw), None,
        remedy or texts_values.SEE_STARTER,
    )


def _belongs_elsewhere(key: str, settings_type: type[Section]) -> Text | None:
    """Where a setting of this very name stands, if anywhere."""
    places = _places(key, settings_type)
    if not places:
        return None
    if len(places) == 1:
        return texts_values.belongs_in(places[0].partition(".")[0], key)
    return texts_values.belongs_in_any(", ".join(places))


def _places(key: str, settings_type: type[Section]) -> list[str]:
    """The whole names of the settings of this name."""
    places = [known for known in facts_of(settings_type) if short_key(known) == key]
    return [*places, f"{TIME}.{key}"] if key in Clock.model_fields else places


def _short_keys(settings_type: type[Section]) -> set[str]:
    return {short_key(known) for known in facts_of(settings_type)}
