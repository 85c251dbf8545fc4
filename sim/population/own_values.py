"""From cells to values of the model; every cell that cannot be used becomes a problem, none stops the next."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl

from sim.errors import Problem, Text
from sim.population import texts
from sim.population.columns import Bool
from sim.population.fields import OwnField
from sim.population.given import Known
from sim.population.own_tables import Sheet
from sim.scenario.names import nearest, plain

_SHOWN = 3
"""Rows told one by one for each column; the rest are counted."""
_YES = ("true", "yes", "ja", "sand", "1")
_NO = ("false", "no", "nej", "falsk", "0")
_NUMBER = r"^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$"
_THOUSANDS = r"^[-+]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$"
"""In a table with decimal commas: is 1.200 twelve hundred, or one and a fifth? Whoever wrote it must say."""
_PERSONAL = frozenset(
    plain(name)
    for name in (
        "cpr",
        "cprnr",
        "cprnummer",
        "personnummer",
        "navn",
        "name",
        "fornavn",
        "efternavn",
        "first_name",
        "last_name",
        "adresse",
        "address",
        "email",
        "mail",
        "telefon",
        "phone",
        "mobil",
        "birthday",
        "birth_date",
        "fødselsdato",
    )
)
_PERSON_NUMBER = r"^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}$"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sheet's usable columns by name: values, and for whom they are known. Words are codes, ids are texts."""

    sheet: Sheet
    columns: Mapping[str, Known]

    @property
    def rows(self) -> int:
        """Number of rows."""
        return self.sheet.frame.height


def parse(sheet: Sheet, fields: tuple[OwnField, ...]) -> tuple[Parsed, list[Problem]]:
    """Read every column of a sheet by the format of its table; all faults of all columns are returned."""
    known = {each.name: each for each in fields}
    problems = [_strange(sheet, name, known) for name in sheet.frame.columns if name not in known]
    problems += [
        sheet.fault(each.name, texts.MISSING_COLUMN, None, texts.ADD_COLUMN)
        for each in fields
        if each.required and each.name not in sheet.frame.columns
    ]
    columns: dict[str, Known] = {}
    for each in fields:
        if each.name in sheet.frame.columns:
            columns[each.name], found = _column(sheet, each)
            problems += found
    return Parsed(sheet, columns), problems


def _strange(sheet: Sheet, name: str, known: Mapping[str, OwnField]) -> Problem:
    if plain(name) in _PERSONAL:
        return sheet.fault(name, texts.PERSONAL, None, texts.ONLY_PSEUDONYMS)
    near = nearest(name, known)
    return sheet.fault(name, texts.UNKNOWN_COLUMN, None, texts.did_you_mean(near) if near else texts.DELETE_COLUMN)


def _column(sheet: Sheet, field: OwnField) -> tuple[Known, list[Problem]]:
    raw = sheet.frame[field.name]
    nothing = np.zeros(len(raw)), np.zeros(len(raw), dtype=np.bool_)
    if raw.dtype == pl.Null:
        raw = raw.cast(pl.String)
    text = _as_text(raw, field)
    if text is None:
        return nothing, [sheet.fault(field.name, texts.WRONG_TYPE, str(raw.dtype), _right_type(field))]
    known = text.is_not_null().to_numpy()
    problems = _faults(sheet, field, ~known, text, texts.IS_EMPTY) if field.required else []
    if field.kind == "id":
        return (text.fill_null("").to_numpy(), known), problems + _identities(sheet, field, text)
    values, right = _values(_with_point(text) if sheet.decimal_comma else text, field)
    what = {"number": texts.MUST_BE_NUMBER, "whole": texts.MUST_BE_NUMBER, "yes_no": texts.MUST_BE_YES_NO}
    problems += _faults(sheet, field, known & ~right, text, what.get(field.kind, texts.MUST_BE_ONE_OF))
    good = known & right
    if field.kind in {"number", "whole"}:
        whole = np.ones(len(good), dtype=np.bool_) if field.kind == "number" else np.floor(values) == values
        inside = (values >= field.low) & (values <= field.high)
        problems += _faults(sheet, field, good & ~whole, text, texts.MUST_BE_WHOLE)
        problems += _faults(sheet, field, good & whole & ~inside, text, texts.MUST_LIE)
        good = good & whole & inside
    return (np.where(good, values, 0.0), good), problems


def _right_type(field: OwnField) -> Text:
    """What a column must be saved as."""
    if field.kind == "id":
        return texts.SAVE_AS_TEXT
    if field.kind == "yes_no":
        return texts.SAVE_AS_YES_NO
    allowed = _allowed(field)
    assert allowed is not None
    return texts.save_as_words(allowed) if field.kind == "word" else texts.save_as_number(allowed)


def _as_text(raw: pl.Series, field: OwnField) -> pl.Series | None:
    """The cells as texts, null where empty; None for a kind of column that cannot hold the field's values."""
    numeric = raw.dtype.is_numeric()
    if raw.dtype == pl.Boolean and field.kind != "yes_no":
        return None
    if numeric and field.kind == "word":
        return None
    if numeric and raw.dtype.is_float():
        raw = raw.fill_nan(None)
        if field.kind in {"id", "yes_no"}:
            whole = raw.drop_nulls()
            if not (whole == whole.floor()).all():
                return None
            raw = raw.cast(pl.Int64, strict=False)
    if not (numeric or raw.dtype in {pl.Boolean, pl.String, pl.Categorical} or isinstance(raw.dtype, pl.Enum)):
        return None
    text = raw.cast(pl.String).str.strip_chars()
    return text.set(text == "", None)


def _values(text: pl.Series, field: OwnField) -> tuple[np.ndarray, Bool]:
    """The values as numbers (codes for words, 0 and 1 for no and yes), and where they could be read."""
    if field.kind in {"number", "whole"}:
        fits = text.str.contains(_NUMBER).fill_null(value=False)
        values = text.set(~fits, None).cast(pl.Float64, strict=False)
        right = values.is_finite().fill_null(value=False).to_numpy()
        return values.fill_null(0.0).to_numpy(), right
    if field.kind == "yes_no":
        codes = {**dict.fromkeys(_YES, 1), **dict.fromkeys(_NO, 0)}
        text = text.str.to_lowercase()
    else:
        codes = {key: code for code, key in enumerate(field.words)}
    found = text.replace_strict(codes, default=None, return_dtype=pl.Int64)
    return found.fill_null(0).cast(pl.Float64).to_numpy(), found.is_not_null().to_numpy()


def _with_point(text: pl.Series) -> pl.Series:
    """Numbers written in the Danish way with a point for the comma; one that may have thousands is left unreadable."""
    thousands = text.str.contains(_THOUSANDS).fill_null(value=False)
    return text.str.replace(",", ".", literal=True).set(thousands, "?")


def _faults(sheet: Sheet, field: OwnField, wrong: Bool, text: pl.Series, what: Text) -> list[Problem]:
    """A problem for each of the first wrong cells; the last of them counts the others."""
    rows = np.flatnonzero(wrong)
    problems = []
    for place, row in enumerate(rows[:_SHOWN].tolist()):
        value = text[row]
        allowed = None if what is texts.IS_EMPTY else _allowed(field, what)
        if place == _SHOWN - 1 and len(rows) > _SHOWN:
            allowed = texts.and_more(allowed, len(rows) - _SHOWN)
        problems.append(sheet.problem(row, field.name, what, value, allowed, _remedy(value, sheet, field, what)))
    return problems


def _allowed(field: OwnField, what: Text | None = None) -> Text | None:
    if field.kind == "word":
        return Text(", ".join(field.words), ", ".join(field.words))
    if field.kind in {"number", "whole"} and what not in {texts.MUST_BE_WHOLE, texts.MUST_BE_YES_NO}:
        return texts.between(f"{field.low:g}", f"{field.high:g}", field.unit)
    return None


def _remedy(value: str | None, sheet: Sheet, field: OwnField, what: Text) -> Text | None:
    if what is texts.DUPLICATE:
        return texts.OWN_NAME
    if value is None:
        return texts.FILL_CELL
    if field.kind == "word":
        near = nearest(value, field.words)
        return texts.did_you_mean(near) if near else None
    return _number_remedy(value, sheet, field)


def _number_remedy(value: str, sheet: Sheet, field: OwnField) -> Text | None:
    if sheet.decimal_comma and re.fullmatch(_THOUSANDS, value):
        return texts.no_thousands(value.replace(".", ""))
    if re.fullmatch(r"[-+]?\d+,\d+", value) and not sheet.decimal_comma:
        return texts.write_with_point(value.replace(",", "."))
    if field.high == 1.0 and (found := re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*%?", value)):
        percent = float(found.group(1).replace(",", "."))
        return texts.write(f"{percent / 100:.10g}") if 1.0 < percent <= 100.0 else None
    return None


def _identities(sheet: Sheet, field: OwnField, text: pl.Series) -> list[Problem]:
    """No person numbers; and in a column that names its own rows, no name twice."""
    number = text.str.contains(_PERSON_NUMBER).fill_null(value=False).to_numpy()
    problems = [
        sheet.problem(row, field.name, texts.PERSON_NUMBER, None, None, texts.USE_PSEUDONYM)
        for row in np.flatnonzero(number)[:1].tolist()
    ]
    if field.name == "id" and not problems:
        again = (~text.is_first_distinct() & text.is_not_null()).to_numpy()
        problems += _faults(sheet, field, again, text, texts.DUPLICATE)
    return problems
