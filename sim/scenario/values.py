"""Values of one file against the catalogue, by pydantic: what is accepted, and a problem for everything that is not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import ValidationError, create_model
from pydantic_core import ErrorDetails

from sim.errors import Problem, Text, Where
from sim.scenario import texts_values
from sim.scenario.complaints import complaint
from sim.scenario.dated import Assignment, Entry, day_of
from sim.scenario.parameter import Fact, Section, fact_of
from sim.scenario.reading import Document
from sim.scenario.shown import raw_value

_SHAPED = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def checked(
    document: Document, path: tuple[str, ...], values: Mapping[str, object], section: type[Section],
) -> tuple[dict[str, object], list[Problem]]:
    """Return the values a section accepts, and a problem for each of the others. ``path`` leads to the section."""
    problems: dict[tuple[Where, object], Problem] = {}
    accepted = dict(values)
    for error in _errors(section, values):
        accepted.pop(str(error["loc"][0]), None)
        problem = _problem(document, path, values, error, _fact(section, str(error["loc"][0])))
        problems.setdefault((problem.where, problem.what), problem)
    inner = {(problem.what, problem.where.key) for problem in problems.values()}
    return accepted, [problem for problem in problems.values() if not _said_inside(problem, inner)]


def _said_inside(problem: Problem, said: set[tuple[Text | str, str | None]]) -> bool:
    """Whether the same is said of a key inside this one: a text that stands for both languages fails twice."""
    return any(what == problem.what and (key or "").startswith(f"{problem.where.key}.") for what, key in said)


def read_assignment(
    document: Document, path: tuple[str, str], raw: object, section: type[Section],
) -> tuple[Assignment | None, list[Problem]]:
    """Read one setting of a file: a plain value, or a table of values by date."""
    key = path[1]
    fact = _fact(section, key)
    dotted = ".".join(path)
    line = document.where(*path).line
    if not isinstance(raw, dict):
        entry, problems = _read_entry(document, path, None, raw, section)
        return (None if entry is None else Assignment(dotted, (entry,), plain=True, line=line)), problems
    if fact is not None and not fact.dated:
        what = texts_values.UNDATED
        return None, [Problem(document.where(*path), what, raw_value(raw), None, texts_values.ONE_VALUE)]
    if not raw:
        what = texts_values.LACKS_DATES
        return None, [Problem(document.where(*path), what, "{ }", None, texts_values.DATES_EXAMPLE)]
    entries: list[Entry] = []
    problems = []
    for moment, value in raw.items():
        day, fault = _read_day(document, path, moment, value)
        entry, found = _read_entry(document, (*path, moment), day, value, section)
        problems += [fault] if fault is not None else []
        problems += found
        if entry is not None and fault is None:
            entries.append(entry)
    return (None if problems else Assignment(dotted, tuple(entries), plain=False, line=line)), problems


def _read_day(
    document: Document, path: tuple[str, str], moment: str, value: object,
) -> tuple[date | None, Problem | None]:
    try:
        return day_of(moment), None
    except ValueError:
        shaped = _SHAPED.fullmatch(moment)
        what = texts_values.NO_SUCH_DAY if shaped else texts_values.DATE_UNREADABLE
        remedy = texts_values.DATE_LIMITS if shaped else texts_values.DATE_FORMS
        return None, Problem(document.where(*path, moment), what, raw_value(value), None, remedy)


def _read_entry(
    document: Document, path: tuple[str, ...], day: date | None, raw: object, section: type[Section],
) -> tuple[Entry | None, list[Problem]]:
    """Validate one value as its setting; ``path`` is (section, key) or (section, key, moment)."""
    key = path[1]
    fact = _fact(section, key)
    fields = _fields_of(section)
    try:
        value = getattr(fields.model_validate({key: _decoded(raw, fact)}), key)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        what, allowed, remedy = complaint(first["type"], first.get("ctx", {}), first["msg"], raw, fact)
        return None, [Problem(document.where(*path), what, raw_value(raw), allowed, remedy)]
    return Entry(day, value, document.where(*path).line, path[-1]), []


def _errors(section: type[Section], values: Mapping[str, object]) -> list[ErrorDetails]:
    try:
        _fields_of(section).model_validate(dict(values))
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def _problem(
    document: Document, path: tuple[str, ...], values: Mapping[str, object], error: ErrorDetails, fact: Fact | None,
) -> Problem:
    """The problem behind one of pydantic's errors, at the innermost key that the file itself holds."""
    raw: Any = dict(values)
    inner: tuple[str, ...] = ()
    for part in error["loc"]:
        member = raw.get(part) if isinstance(raw, dict) else raw[part] if _has_member(raw, part) else None
        if member is None:
            break
        raw, inner = member, (*inner, str(part))
    what, allowed, remedy = complaint(error["type"], error.get("ctx", {}), error["msg"], raw, fact)
    return Problem(document.where(*path, *inner), what, raw_value(raw), allowed, remedy)


def _has_member(raw: object, part: object) -> bool:
    return isinstance(raw, list) and isinstance(part, int) and part < len(raw)


def _decoded(raw: object, fact: Fact | None) -> object:
    """Files name members of closed sets by their key; everything else is left to pydantic."""
    if fact is not None and fact.choices is not None and isinstance(raw, str) and raw in set(fact.choices.keys()):
        return fact.choices.from_key(raw)
    return raw


def _fact(section: type[Section], key: str) -> Fact | None:
    field = section.model_fields.get(key)
    return fact_of(field) if field is not None and field.json_schema_extra is not None else None


@lru_cache(maxsize=64)
def _fields_of(section: type[Section]) -> type[Section]:
    """The section without rules across its settings: a file gives some settings only, so those are asked later."""
    if not section.__pydantic_decorators__.model_validators:
        return section
    fields: dict[str, Any] = {name: (field.annotation, field) for name, field in section.model_fields.items()}
    return create_model(f"{section.__name__}Fields", __base__=Section, **fields)
