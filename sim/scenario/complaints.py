"""From pydantic's error types to sentences a user understands, with the remedy for the usual mistakes."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from sim.errors import Text
from sim.scenario import texts, texts_values
from sim.scenario.names import nearest
from sim.scenario.parameter import Fact
from sim.scenario.shown import number, toml_text
from sim.scenario.units import unit_text
from sim.vocabulary import Word

Complaint = tuple[Text, Text | None, Text | None]
"""What is wrong, what is allowed, what to do."""

_PLAIN = {
    "string_type": texts_values.MUST_BE_TEXT,
    "model_type": texts_values.MUST_BE_TEXTS,
    "model_attributes_type": texts_values.MUST_BE_TEXTS,
    "list_type": texts_values.MUST_BE_LIST,
    "string_too_short": texts_values.MUST_NOT_BE_EMPTY,
    "string_pattern_mismatch": texts_values.REGIME_RULE,
}
_HUNDRED = 100
_YES = frozenset({"true", "ja", "yes", "on", "til", "sand", "sandt", "1"})
_NO = frozenset({"false", "nej", "no", "off", "fra", "falsk", "0"})


def complaint(kind: str, context: Mapping[str, Any], message: str, raw: object, fact: Fact | None) -> Complaint:
    """Return the sentences for one of pydantic's errors.

    ``kind``, ``context`` and ``message`` are pydantic's; ``raw`` is what the file holds and ``fact`` what is known
    about the setting, for values of settings.
    """
    if fact is not None and (about_value := _value_complaint(kind, raw, fact)):
        return about_value
    if kind in _PLAIN:
        return _PLAIN[kind], None, None
    if kind == "missing":
        return texts_values.MUST_BE_TEXTS, None, None
    if kind == "extra_forbidden":
        return texts_values.IS_NO_LANGUAGE, None, texts_values.LANGUAGES_OR_TOP
    if kind == "string_too_long":
        return texts_values.too_long(context["max_length"]), None, texts.SHORTER
    if kind == "too_long":
        return texts_values.too_many(context["max_length"]), None, texts.SHORTER
    if kind == "hidden_character":
        return texts_values.hidden_character(context["code"]), None, texts_values.RETYPE_TEXT
    if kind == "not_a_monday":
        return texts_values.MUST_BE_MONDAY, None, texts_values.nearest_mondays(context["near"])
    if kind in {"date_type", "date_from_datetime_inexact"}:
        return texts_values.MUST_BE_DATE, None, texts_values.DATE_LIKE
    if kind in {"greater_than_equal", "less_than_equal"}:
        return texts_values.MUST_LIE, texts_values.between("1990-01-01", "2100-01-01", _MEANING_OF_START), None
    return texts_values.not_accepted(message), None, None


_MEANING_OF_START = Text("mandagen, hvor uge 0 begynder", "the Monday on which week 0 begins")


def _value_complaint(kind: str, raw: object, fact: Fact) -> Complaint | None:
    if fact.choices is not None:
        return texts_values.MUST_BE_ONE_OF, _choices(fact.choices), _near_choice(raw, fact.choices)
    if kind in {"greater_than_equal", "less_than_equal"} and fact.possible is not None:
        return texts_values.MUST_LIE, range_of(fact), _share_remedy(raw, fact)
    if kind == "finite_number":
        return texts_values.MUST_BE_ORDINARY, range_of(fact), None
    if kind == "float_type":
        return texts_values.MUST_BE_NUMBER, range_of(fact), _number_remedy(raw)
    if kind in {"int_type", "int_from_float"}:
        return texts_values.MUST_BE_WHOLE, range_of(fact), _whole_remedy(raw, fact)
    if kind == "bool_type":
        return texts_values.MUST_BE_FLAG, None, _flag_remedy(raw)
    return None


def range_of(fact: Fact) -> Text:
    """The possible range of a setting, with its unit and meaning."""
    low, high = fact.possible or (0, 1)
    unit = unit_text(fact.unit)
    da, en = f"{in_sentence(fact.da)} ({unit.da})", f"{unit.en}. {fact.meaning.rstrip('.')}"
    return texts_values.between(number(low), number(high), Text(da, en))


def in_sentence(label: str) -> str:
    """A label with a small first letter, unless it is an abbreviation."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _number_remedy(raw: object) -> Text | None:
    if isinstance(raw, bool):
        return texts_values.NOT_TRUE_FALSE
    if isinstance(raw, list):
        return texts_values.DATES_EXAMPLE
    if not isinstance(raw, str):
        return None
    text = raw.strip()
    if found := re.fullmatch(r"([-+]?\d+(?:[.,]\d+)?)\s*%", text):
        written = found.group(1).replace(",", ".")
        return texts.as_share(_percent(written), written)
    if re.fullmatch(r"[-+]?\d+,\d+", text):
        return texts_values.write_with_point(text.replace(",", "."))
    if re.fullmatch(r"[-+]?\d+(?:\.\d+)?", text):
        return texts_values.write_plain(text)
    return None


def _whole_remedy(raw: object, fact: Fact) -> Text | None:
    if not isinstance(raw, float):
        return _number_remedy(raw)
    if fact.possible is None or not math.isfinite(raw):
        return None
    low, high = fact.possible
    rounded = min(max(round(raw), int(low)), int(high))
    thousands = round(raw * 1000)
    if math.isclose(raw * 1000, thousands) and low <= thousands <= high and not raw.is_integer():
        return texts_values.whole_or_thousands(str(rounded), str(thousands))
    return texts_values.write_value(str(rounded))


def _share_remedy(raw: object, fact: Fact) -> Text | None:
    """A share written as a percentage is the commonest number out of range."""
    if not isinstance(raw, (int, float)) or fact.possible is None or max(fact.possible) > 1:
        return None
    return texts_values.percent_as_share(_percent(str(raw)), number(raw)) if 1 < raw <= _HUNDRED else None


def _percent(number_text: str) -> str:
    return f"{float(number_text) / 100:.10g}"


def _flag_remedy(raw: object) -> Text | None:
    if not isinstance(raw, (str, int, float)):
        return None
    word = number(raw) if isinstance(raw, (int, float)) else raw.strip().lower()
    for meaning, spellings in (("true", _YES), ("false", _NO)):
        if word in spellings:
            return texts_values.write_plain(meaning) if isinstance(raw, str) else texts_values.write_value(meaning)
    return None


def _choices(words: type[Word]) -> Text:
    members = tuple(words)
    return Text(", ".join(f"{member.key} ({in_sentence(member.da)})" for member in members),
                ", ".join(member.key for member in members))


def _near_choice(raw: object, words: type[Word]) -> Text | None:
    if not isinstance(raw, str):
        return None
    spellings = {spelling: word for word in words for spelling in (word.en, word.da, word.key)}
    found = nearest(raw, spellings)
    return texts.did_you_mean(toml_text(spellings[found].key)) if found else None
