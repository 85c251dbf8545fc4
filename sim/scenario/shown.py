"""How values are shown: as in a scenario file, so that what is read can be copied back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from sim.errors import Text
from sim.scenario.dated import Value
from sim.vocabulary import Language, Word

_ALL_DIGITS_OWN = 1e15
"""Beyond about this the digits of a whole float are not all its own."""

_DEEPEST = 3
_WIDEST = 6
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def toml_value(value: Value | date | str | Text) -> str:
    """Return one value in TOML; numbers as short as they can be without loss. Words in two languages are English."""
    if isinstance(value, Text):
        return toml_text(value.en)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Word):
        return toml_text(value.key)
    if isinstance(value, str):
        return toml_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return number(value)


def number(value: float) -> str:
    """Return a number without a needless ``.0``, exactly recoverable."""
    if isinstance(value, int):
        return str(value)
    if value.is_integer() and abs(value) < _ALL_DIGITS_OWN:
        return str(int(value))
    return repr(value)


def toml_text(text: str) -> str:
    """Return a text as a TOML string on one line."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    return character if character.isprintable() else f"\\U{ord(character):08x}"


def raw_value(raw: object, depth: int = 0) -> str:
    """Return what a file holds, whatever it is, in one line of TOML-like text; long and deep values are cut."""
    if depth > _DEEPEST and isinstance(raw, (Mapping, list)):
        return "…"
    if isinstance(raw, Mapping):
        pairs = list(raw.items())[:_WIDEST]
        return "{ " + ", ".join(f"{key} = {raw_value(value, depth + 1)}" for key, value in pairs) + " }"
    if isinstance(raw, list):
        return "[" + ", ".join(raw_value(member, depth + 1) for member in raw[:_WIDEST]) + "]"
    if isinstance(raw, (bool, Word, str, int, float)):
        return toml_value(raw)
    if isinstance(raw, (datetime, date, time)):
        return raw.isoformat()
    return str(raw)


def spoken(value: Value | date | str | Text, language: Language) -> str:
    """Return one value for a sentence: on/off and choices by their label, numbers in the language's own way.

    Danish says no and yes, for its word for off is also its word for from: "off from April" would read "from from".
    """
    if isinstance(value, Text):
        return value.label(language)
    if isinstance(value, bool):
        return {"da": ("nej", "ja"), "en": ("off", "on")}[language][value]
    if isinstance(value, Word):
        return value.label(language).lower()
    if isinstance(value, (date, str)):
        return str(value)
    text = number(value)
    return text.replace(".", ",") if language == "da" else text
