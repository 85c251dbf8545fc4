"""From pydantic's error types to sentences a user understands, with the remedy for the usual mistakes."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
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

_OF_TEXTS: Mapping[str, tuple[Text, Text | None]] = {
    "string_type": (texts_values.MUST_BE_TEXT, None),
    "model_type": (texts_values.MUST_BE_TEXTS, None),
    "model_attributes_type": (texts_values.MUST_BE_TEXTS, None),
    "missing": (texts_values.MUST_BE_TEXTS, None),
    "list_type": (texts_values.MUST_BE_LIST, None),
    "string_too_short": (texts_values.MUST_NOT_BE_EMPTY, None),
    "string_pattern_mismatch": (texts_values.REGIME_RULE, None),
    "extra_forbidden": (texts_values.IS_NO_LANGUAGE, texts_values.LANGUAGES_OR_TOP),
    "date_type": (texts_values.MUST_BE_DATE, texts_values.DATE_LIKE),
    "date_from_datetime_inexact": (texts_values.MUST_BE_DATE, texts_values.DATE_LIKE),
}
_HUNDRED = 100
_LEAST_PERCENT = 2
_YES = frozenset({"true", "ja", "yes", "on", "til", "sand", "sandt", "1"})
_NO = frozenset({"false", "nej", "no", "off", "fra", "falsk", "0"})


def complaint(kind: str, context: Mapping[str, Any], message: str, raw: object, fact: Fact | None) -> Complaint:
    """Return the sentences for one of pydantic's errors.

    ``kind``, ``context`` and ``message`` are pydantic's; ``raw`` is what the file holds and ``fact`` what is known
    about the setting, for values of settings.
    """
    if fact is not None and fact.choices is not None:
        return texts_values.MUST_BE_ONE_OF, _choices(fact.choices), _near_choice(raw, fact.choices)
    if fact is not None and fact.possible is not None and kind in _OF_NUMBERS:
        what, remedy = _OF_NUMBERS[kind]
        return what, range_of(fact), remedy(raw, fact)
    if kind == "bool_type":
        return texts_values.MUST_BE_FLAG, None, _flag_remedy(raw)
    if kind in _OF_TEXTS:
        what, known_remedy = _OF_TEXTS[kind]
        return what, None, known_remedy
    if kind == "hidden_character":
        return texts_values.hidden_character(context["code"]), None, texts_values.DELETE_CHARACTER
    return *_with_context(kind, context, message), None


def _with_context(kind: str, context: Mapping[str, Any], message: str) -> tuple[Text, Text | None]:
    """The errors whose sentence holds something that pydantic knows."""
    if kind == "string_too_long":
        return texts_values.too_long(context["max_length"]), None
    if kind == "too_long":
        return texts_values.too_many(context["max_length"]), None
    if kind == "not_a_monday":
        return texts_values.must_be_monday(context["near"]), None
    if kind in {"greater_than_equal", "less_than_equal"}:
        return texts_values.MUST_LIE, texts_values.between("1990-01-01", "2100-01-01", _MEANING_OF_START)
    return texts_values.not_accepted(message), None


_MEANING_OF_START = Text("mandagen, hvor uge 0 begynder", "the Monday on which week 0 begins")


def range_of(fact: Fact) -> Text:
    """The possible range of a setting, with its unit and meaning."""
    low, high = fact.possible or (0, 1)
    unit = unit_text(fact.unit)
    da, en = f"{in_sentence(fact.da)} ({unit.da})", f"{unit.en}. {fact.meaning.rstrip('.')}"
    return texts_values.between(number(low), number(high), Text(da, en))


def in_sentence(label: str) -> str:
    """A label with a small first letter, unless it is an abbreviation."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _number_remedy(raw: object, _fact: Fact | None = None) -> Text | None:
    if isinstance(raw, bool):
        return texts_values.NOT_TRUE_FALSE
    if isinstance(raw, list):
        return texts_values.DATES_EXAMPLE
    return _spelling_remedy(raw.strip()) if isinstance(raw, str) else None


def _spelling_remedy(text: str) -> Text | None:
    """A number that stands in quotation marks, perhaps in the Danish way or in per cent."""
    if found := re.fullmatch(r"([-+]?\d+(?:[.,]\d+)?)\s*%", text):
        written = found.group(1).replace(",", ".")
        return texts.as_share(_percent(written), written)
    if re.fullmatch(r"[-+]?\d+,\d+", text):
        return texts_values.write_with_point(text.replace(",", "."))
    return texts_values.write_plain(text) if re.fullmatch(r"[-+]?\d+(?:\.\d+)?", text) else None


def _whole_remedy(raw: object, fact: Fact) -> Text | None:
    if not isinstance(raw, float):
        return _number_remedy(raw)
    if fact.possible is None or not math.isfinite(raw):
        return None
    low, high = fact.possible
    rounded = min(max(round(raw), int(low)), int(high))
    thousands = round(raw * 1000)
    if raw >= 1 and math.isclose(raw * 1000, thousands) and low <= thousands <= high:  # 2.000 reads as 2
        return texts_values.whole_or_thousands(str(rounded), str(thousands))
    return texts_values.write_value(str(rounded))


def _share_remedy(raw: object, fact: Fact) -> Text | None:
    """A share written as a percentage is the commonest number out of range."""
    if not isinstance(raw, (int, float)) or fact.possible is None or max(fact.possible) > 1:
        return None
    return texts_values.percent_as_share(_percent(str(raw)), number(raw)) if _LEAST_PERCENT <= raw <= _HUNDRED else None


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


_OF_NUMBERS: Mapping[str, tuple[Text, Callable[[object, Fact], Text | None]]] = {
    "greater_than_equal": (texts_values.MUST_LIE, _share_remedy),
    "less_than_equal": (texts_values.MUST_LIE, _share_remedy),
    "finite_number": (texts_values.MUST_BE_ORDINARY, lambda _raw, _fact: None),
    "float_type": (texts_values.MUST_BE_NUMBER, _number_remedy),
    "int_type": (texts_values.MUST_BE_WHOLE, _whole_remedy),
    "int_from_float": (texts_values.MUST_BE_WHOLE, _whole_remedy),
}
