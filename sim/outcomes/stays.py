"""Spells put together: unbroken stays in one code, and unbroken runs in any of several codes."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.vocabulary import Word

PERSON = ["seed", "citizen"]


def stays(tables: RunTables, layer: Layer) -> pl.DataFrame:
    """Return one row per unbroken stay in one code: seed, citizen, code, start, end, open_left, open_right.

    Neighbouring spells of the same code (two placements of a kind, one after the other) become one stay. Rows are
    sorted by seed, citizen and start; weeks are Int32.
    """
    ordered = tables.spells_of(layer)
    return _joined(ordered, ordered["code"] == ordered["code"].shift(1))


def runs(tables: RunTables, layer: Layer, codes: Collection[Word]) -> pl.DataFrame:
    """Return one row per unbroken run in any of ``codes``.

    Columns as ``stays``, with ``code`` the first of the run, and ``before`` and ``after``: the codes next to the run
    (null where the citizen's record begins or ends).
    """
    inside = tables.spells_of(layer).with_columns(
        before=pl.when(same_person(1)).then(pl.col("code").shift(1)),
        after=pl.when(same_person(-1)).then(pl.col("code").shift(-1)),
    ).filter(pl.col("code").is_in([int(code) for code in codes]))
    return _joined(inside, inside["start"] == inside["end"].shift(1))


def codes_at(tables: RunTables, layer: Layer, week: int) -> pl.DataFrame:
    """Return seed, citizen and code of everyone present in ``week``, sorted."""
    here = (pl.col("start") <= week) & (pl.col("end") > week)
    return tables.spells_of(layer).filter(here).select(*PERSON, "code")


def same_person(back: int) -> pl.Expr:
    """Return whether the row ``back`` rows before (after, when negative) is of the same citizen and seed."""
    same = pl.all_horizontal([pl.col(column) == pl.col(column).shift(back) for column in PERSON])
    return same.fill_null(value=False)


def _joined(ordered: pl.DataFrame, goes_on: pl.Series) -> pl.DataFrame:
    """Put rows of one person together with the row before where ``goes_on``: the first, with the end of the last."""
    marked = ordered.with_columns(begins=~(same_person(1) & goes_on.fill_null(value=False)))
    ends = marked["begins"].shift(-1, fill_value=True)
    last = {name: marked[name].filter(ends) for name in ("end", "open_right", "after") if name in marked.columns}
    return marked.filter("begins").drop("begins").with_columns(**last)
