"""Finding settings by key: which sections and settings there are, and what is known about each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from sim.scenario.dated import Value
from sim.scenario.parameter import Fact, Section, fact_of


@lru_cache(maxsize=32)
def sections_of(settings_type: type[Section]) -> Mapping[str, type[Section]]:
    """Return the sections by name, in the order of the catalogue."""
    found: dict[str, type[Section]] = {}
    for name, field in settings_type.model_fields.items():
        assert isinstance(field.annotation, type)
        assert issubclass(field.annotation, Section)
        found[name] = field.annotation
    return MappingProxyType(found)


@lru_cache(maxsize=32)
def facts_of(settings_type: type[Section]) -> Mapping[str, Fact]:
    """Return what is known about every setting, by dotted key (``casework.caseload``), in catalogue order."""
    return MappingProxyType({
        f"{name}.{key}": fact_of(field)
        for name, section in sections_of(settings_type).items() for key, field in section.model_fields.items()
    })


@lru_cache(maxsize=32)
def defaults_of(settings_type: type[Section]) -> Mapping[str, Value]:
    """Return every setting's value in the catalogue, by dotted key."""
    return MappingProxyType(dict(values_of(settings_type())))


def values_of(settings: Section) -> Iterator[tuple[str, Value]]:
    """Yield the dotted key and the value of every setting."""
    for name in type(settings).model_fields:
        section: Section = getattr(settings, name)
        for key in type(section).model_fields:
            yield f"{name}.{key}", getattr(section, key)


def short_key(key: str) -> str:
    """The key without its section."""
    return key.rpartition(".")[2]
