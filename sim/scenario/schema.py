"""A JSON Schema of scenario files, so that editors can complete names, show meanings and mark mistakes while typing."""

from __future__ import annotations

from typing import Any

from sim.scenario import texts_town
from sim.scenario.dated import START, Value
from sim.scenario.facts import defaults_of, facts_of, sections_of
from sim.scenario.header import LONGEST_LIST, LONGEST_TEXT, LONGEST_TITLE, Clock
from sim.scenario.layer import TIME
from sim.scenario.own_town import POPULATION, TABLES
from sim.scenario.parameter import Fact, Section, fact_of
from sim.scenario.units import unit_text
from sim.vocabulary import Word

Schema = dict[str, Any]

_MOMENT = rf"^({START}|[0-9]{{4}}-[0-9]{{2}}(-[0-9]{{2}})?)$"


def scenario_schema(settings_type: type[Section]) -> Schema:
    """Return the schema (draft 7, which editors know best) of files over a catalogue.

    It is looser than the reader where JSON Schema cannot say it: the order of dates, Mondays, parents.
    """
    sections = {
        name: _table((section.__doc__ or "").strip().split("\n")[0], {
            key: _setting(facts_of(settings_type)[f"{name}.{key}"], defaults_of(settings_type)[f"{name}.{key}"])
            for key in section.model_fields
        })
        for name, section in sections_of(settings_type).items()
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "vendepunkt scenario",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "extends": {
                "type": "string", "description": "The scenario file this one builds on, seen from its folder.",
                "pattern": r"\.toml$",
            },
            "title": _text(LONGEST_TITLE, "What the scenario is called."),
            "question": _text(LONGEST_TEXT, "The question the scenario answers."),
            "not_modelled": {
                "type": "array", "items": _text(LONGEST_TEXT, "One thing."), "maxItems": LONGEST_LIST,
                "description": "What a reader might expect and the model leaves out.",
            },
            "regime": {
                "type": "string", "description": "The named body of rules the numbers belong to.",
                "pattern": "^[a-z0-9][a-z0-9-]{0,59}$",
            },
            POPULATION: _town(),
            TIME: _table("The weeks a run covers.", {
                key: _single(fact_of(field), getattr(Clock(), key)) for key, field in Clock.model_fields.items()
            }),
            **sections,
        },
    }


def _table(description: str, properties: Schema) -> Schema:
    return {"type": "object", "description": description, "additionalProperties": False, "properties": properties}


def _text(longest: int, description: str) -> Schema:
    one = {"type": "string", "minLength": 1, "maxLength": longest}
    pair = {"type": "object", "additionalProperties": False, "minProperties": 1, "properties": {"da": one, "en": one}}
    return {"description": description, "anyOf": [one, pair]}


def _town() -> Schema:
    path = {"type": "string", "pattern": r"\.(parquet|csv)$"}
    paths = {**dict.fromkeys(TABLES, path), "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}
    tables = {"type": "object", "additionalProperties": False, "required": [TABLES[0]], "properties": paths}
    return {"description": texts_town.DESCRIPTION, "anyOf": [path, tables]}


def _setting(fact: Fact, default: Value) -> Schema:
    single = _single(fact, default)
    if not fact.dated:
        return single
    value = {key: single[key] for key in ("type", "minimum", "maximum", "enum") if key in single}
    dates = {
        "type": "object", "minProperties": 1, "additionalProperties": False, "patternProperties": {_MOMENT: value},
    }
    described = {key: single[key] for key in ("title", "description", "default")}
    return {**described, "anyOf": [value, dates]}


def _single(fact: Fact, default: object) -> Schema:
    described = {"title": f"{fact.da} / {fact.en}", "description": _description(fact)}
    if fact.choices is not None:
        assert isinstance(default, Word)
        return {**described, "type": "string", "enum": list(fact.choices.keys()), "default": default.key}
    if isinstance(default, bool):
        return {**described, "type": "boolean", "default": default}
    if isinstance(default, (int, float)) and fact.possible is not None:
        low, high = fact.possible
        kind = "integer" if isinstance(default, int) else "number"
        return {**described, "type": kind, "minimum": low, "maximum": high, "default": default}
    return {**described, "type": "string", "format": "date", "default": str(default)}


def _description(fact: Fact) -> str:
    return f"{fact.meaning} Unit: {unit_text(fact.unit).en}. Source: {fact.source}. Grade {fact.grade}."
