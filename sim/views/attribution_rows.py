"""Rows and tables of an attribution: numbers of frames as what a figure or a table shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from sim.views.figures_attribution import GainRow
from sim.views.figures_spans import Span
from sim.views.numbers import NOTHING, number, signed
from sim.views.sheet import Line, Table
from sim.views.texts import say
from sim.vocabulary import Family, Language, TurningPoint

SHOWN_BEFORE = 78
"""Weeks of a life that are shown before its event."""

_POINTS = 100.0


Pair = tuple[Span | None, Span | None]
Versions = Mapping[str, Mapping[str, Any]]


def own_and_others(mine: Versions) -> tuple[Pair, Pair]:
    """The person's chance of a lasting job in both versions; others' lasting jobs when the person is passed over."""
    return _both(mine, "lasting", _POINTS), (None, _span(mine.get("absent"), "others_lasting"))


def on_the_way(mine: Versions) -> tuple[Pair, Pair]:
    """The person's chance of any ordinary job, and weeks in progression."""
    return _both(mine, "job", _POINTS), _both(mine, "progression", 1.0)


def _both(mine: Versions, name: str, times: float) -> Pair:
    return _span(mine.get("void"), name, times), _span(mine.get("absent"), name, times)


def gain_rows(
    kinds: pl.DataFrame, sides: Callable[[Versions], tuple[Pair, Pair]], language: Language
) -> list[GainRow]:
    """A row per kind in the order of the vocabulary; the first of each family has its heading."""
    rows: list[GainRow] = []
    seen: set[Family] = set()
    for point in TurningPoint:
        mine = {row["version"]: row for row in kinds.filter(pl.col("kind") == point.key).iter_rows(named=True)}
        if not mine:
            continue
        heading = "" if point.family in seen else point.family.label(language)
        seen.add(point.family)
        rows.append(GainRow(point.label(language), heading, *sides(mine)))
    return rows


def share_rows(families: pl.DataFrame, language: Language) -> list[tuple[str, Span]]:
    """A row per family: its Shapley value in percentage points."""
    return [
        (Family.from_key(row["family"]).label(language),
         Span(_POINTS * row["gain"], _times(row["low"]), _times(row["high"])))
        for row in families.iter_rows(named=True)
    ]


def gain_table(kinds: pl.DataFrame, language: Language) -> Table:
    """Gains by kind: own in both versions, others', any job, and weeks in progression."""
    columns = ("events", "chance", "void", "absent", "others", "job", "progression")
    rows: list[Line] = []
    seen: set[Family] = set()
    for point in TurningPoint:
        mine = {row["version"]: row for row in kinds.filter(pl.col("kind") == point.key).iter_rows(named=True)}
        if not mine:
            continue
        if point.family not in seen:
            seen.add(point.family)
            rows.append(Line(point.family.label(language), ("",) * len(columns), heading=True))
        void, absent = mine["void"], mine.get("absent")
        rows.append(Line(point.label(language), (
            number(void["events"], 0, language), f"{number(_POINTS * void['chance_with'], 0, language)} %",
            words_of(_span(void, "lasting"), 1, language), words_of(_span(absent, "lasting"), 1, language),
            words_of(_span(absent, "others_lasting"), 1, language), words_of(_span(void, "job"), 1, language),
            words_of(_span(void, "progression", 1.0), 1, language),
        )))
    return Table(("", *(say(f"attribution.column.{name}", language) for name in columns)), tuple(rows))


def placebo_table(placebo: pl.DataFrame, language: Language) -> Table:
    """Turning rates by kind beside those of placebo weeks, among all and among those who got no job."""
    columns = ("candidates", "rate", "placebo", "excess", "no_job")
    rows = []
    for point in TurningPoint:
        mine = {row["people"]: row for row in placebo.filter(pl.col("kind") == point.key).iter_rows(named=True)}
        if not mine or not mine["all"]["matched"]:
            continue
        row, without = mine["all"], mine["no_job"]
        rows.append(Line(point.label(language), (
            number(row["matched"], 0, language), f"{number(_POINTS * row['rate'], 0, language)} %",
            f"{number(_POINTS * row['placebo'], 0, language)} %", words_of(_excess(row), 0, language),
            words_of(_excess(without), 0, language),
        )))
    return Table(("", *(say(f"attribution.column.{name}", language) for name in columns)), tuple(rows))


def words_of(span: Span | None, decimals: int, language: Language) -> str:
    """A mean with its range in words."""
    if span is None:
        return NOTHING
    if span.low is None or span.high is None:
        return signed(span.mean, decimals, language)
    return say("attribution.range", language, {
        "mean": signed(span.mean, decimals, language), "low": signed(span.low, decimals, language),
        "high": signed(span.high, decimals, language),
    })


def _span(row: Mapping[str, Any] | None, name: str, times: float = _POINTS) -> Span | None:
    if row is None:
        return None
    return Span(times * row[name], _times(row[f"{name}_low"], times), _times(row[f"{name}_high"], times))


def _excess(row: Mapping[str, Any]) -> Span | None:
    if row["excess"] is None:
        return None
    return Span(_POINTS * row["excess"], _times(row["low"]), _times(row["high"]))


def _times(value: float | None, times: float = _POINTS) -> float | None:
    return None if value is None else times * value
