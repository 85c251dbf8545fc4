"""A JSON Schema of scenario files, so that editors can complete names, show meanings and mark mistakes while typing."""

from __future__ import annotations

from typing import Any

from sim.errors import Text
from sim.scenario import texts_town
from sim.scenario.dated import START, Value
from sim.scenario.facts import defaults_of, facts_of, sections_of
from sim.scenario.header import LONGEST_LIST, LONGEST_TEXT, LONGEST_TITLE, Clock
from sim.scenario.layer import TIME
from sim.scenario.meanings import meaning_of, section_meaning
from sim.scenario.own_town import POPULATION, TABLES
from sim.scenario.parameter import Fact, Section, fact_of
from sim.scenario.units import unit_text
from sim.vocabulary import Language, Word

Schema = dict[str, Any]

_TITLE = Text("scenarie til vendepunkt", "vendepunkt scenario")
_EXTENDS = Text("Den scenariefil, denne bygger på, set fra dens mappe.",
                "The scenario file this one builds on, seen from its folder.")
_NAME = Text("Hvad scenariet hedder.", "What the scenario is called.")
_QUESTION = Text("Det spørgsmål, scenariet svarer på.", "The question the scenario answers.")
_ONE_THING = Text("Én ting.", "One thing.")
_NOT_MODELLED = Text("Hvad en læser kunne vente, og modellen ikke har med.",
                     "What a reader might expect and the model leaves out.")
_REGIME = Text("Navnet på det regelsæt, tallene hører til.", "The named body of rules the numbers belong to.")
_WEEKS = Text("De uger, en kørsel dækker.", "The weeks a run covers.")
_MOMENT = rf"^({START}|[0-9]{{4}}-[0-9]{{2}}(-[0-9]{{2}})?)$"


def scenario_schema(settings_type: type[Section], language: Language = "en") -> Schema:
    """Return the schema (draft 7, which editors know best) of files over a catalogue, explained in a language.

    It is looser than the reader where JSON Schema cannot say it: the order of dates, Mondays, parents.
    """
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": _TITLE.label(language),
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "extends": {"type": "string", "description": _EXTENDS.label(language), "pattern": r"\.toml$"},
            "title": _text(LONGEST_TITLE, _NAME.label(language)),
            "question": _text(LONGEST_TEXT, _QUESTION.label(language)),
            "not_modelled": {
                "type": "array", "items": _text(LONGEST_TEXT, _ONE_THING.label(language)), "maxItems": LONGEST_LIST,
                "description": _NOT_MODELLED.label(language),
            },
            "regime": {
                "type": "string", "description": _REGIME.label(language), "pattern": "^[a-z0-9][a-z0-9-]{0,59}$",
            },
            POPULATION: _town(language),
            TIME: _table(_WEEKS.label(language), {
                key: _single(f"{TIME}.{key}", fact_of(field), getattr(Clock(), key), language)
                for key, field in Clock.model_fields.items()
            }),
            **_sections(settings_type, language),
        },
    }


def _sections(settings_type: type[Section], language: Language) -> Schema:
    facts, defaults = facts_of(settings_type), defaults_of(settings_type)
    return {
        name: _table(section_meaning(name, section, language), {
            key: _setting(f"{name}.{key}", facts[f"{name}.{key}"], defaults[f"{name}.{key}"], language)
            for key in section.model_fields
        })
        for name, section in sections_of(settings_type).items()
    }


def _table(description: str, properties: Schema) -> Schema:
    return {"type": "object", "description": description, "additionalProperties": False, "properties": properties}


def _text(longest: int, description: str) -> Schema:
    one = {"type": "string", "minLength": 1, "maxLength": longest}
    pair = {"type": "object", "additionalProperties": False, "minProperties": 1, "properties": {"da": one, "en": one}}
    return {"description": description, "anyOf": [one, pair]}


def _town(language: Language) -> Schema:
    path = {"type": "string", "pattern": r"\.(parquet|csv)$"}
    paths = {**dict.fromkeys(TABLES, path), "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}
    tables = {"type": "object", "additionalProperties": False, "required": [TABLES[0]], "properties": paths}
    return {"description": texts_town.DESCRIPTION.label(language), "anyOf": [path, tables]}


def _setting(key: str, fact: Fact, default: Value, language: Language) -> Schema:
    single = _single(key, fact, default, language)
    if not fact.dated:
        return single
    value = {word: single[word] for word in ("type", "minimum", "maximum", "enum") if word in single}
    dates = {
        "type": "object", "minProperties": 1, "additionalProperties": False, "patternProperties": {_MOMENT: value},
    }
    described = {word: single[word] for word in ("title", "description", "default")}
    return {**described, "anyOf": [value, dates]}


def _single(key: str, fact: Fact, default: object, language: Language) -> Schema:
    label = Text(fact.da, fact.en).label(language)
    described = {"title": label, "description": _description(key, fact, language)}
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


def _description(key: str, fact: Fact, language: Language) -> str:
    unit = unit_text(fact.unit)
    said = Text(f"Enhed: {unit.da}. Kilde: {fact.source}. Evidens {fact.grade}.",
                f"Unit: {unit.en}. Source: {fact.source}. Evidence {fact.grade}.")
    return f"{meaning_of(key, fact, language)} {said.label(language)}"
