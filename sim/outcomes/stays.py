"""Spells put together: unbroken stays in one code, and unbroken runs in any of several codes."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from sim.record.schema import Layer
from sim.vocabulary import Word

PERSON = ["seed", "citizen"]


def stays(spells: pl.DataFrame, layer: Layer) -> pl.DataFrame:
    """Return one row per unbroken stay in one code: seed, citizen, code, start, end, open_left, open_right.

    Neighbouring spells of the same code (two placements of a kind, one after the other) become one stay. Rows are
    sorted by seed, citizen and start; weeks are Int32.
    """
    return _joined(_ordered(spells, layer), pl.col("code"))


def runs(spells: pl.DataFrame, layer: Layer, codes: Collection[Word]) -> pl.DataFrame:
    """Return one row per unbroken run in any of ``codes``.

    Columns as ``stays``, with ``code`` the first of the run, and ``before`` and ``after``: the codes next to the run
    (null where the citizen's record begins or ends).
    """
    ordered = _ordered(spells, layer)
    beside = ordered.with_columns(
        inside=pl.col("code").is_in([int(code) for code in codes]),
        before=pl.when(_same_person(1)).then(pl.col("code").shift(1)),
        after=pl.when(_same_person(-1)).then(pl.col("code").shift(-1)),
    )
    kept = (pl.col("inside").first(), pl.col("before").first(), pl.col("after").last())
    return _joined(beside, pl.col("inside"), *kept).filter("inside").drop("inside")


def codes_at(spells: pl.DataFrame, layer: Layer, week: int) -> pl.DataFrame:
    """Return seed, citizen and code of everyone present in ``week``."""
    here = (pl.col("layer") == int(layer)) & (pl.col("start") <= week) & (pl.col("end") > week)
    return spells.filter(here).select(*PERSON, "code")


def _ordered(spells: pl.DataFrame, layer: Layer) -> pl.DataFrame:
    kept = spells.filter(pl.col("layer") == int(layer)).drop("layer", "cause")
    return kept.sort(*PERSON, "start").with_columns(pl.col("start", "end").cast(pl.Int32))


def _same_person(back: int) -> pl.Expr:
    same = pl.all_horizontal([pl.col(column) == pl.col(column).shift(back) for column in PERSON])
    return same.fill_null(value=False)


def _joined(ordered: pl.DataFrame, alike: pl.Expr, *more: pl.Expr) -> pl.DataFrame:
    """Put neighbouring rows of one person together as long as ``alike`` does not change."""
    begins = (~_same_person(1) | (alike != alike.shift(1))).fill_null(value=True)
    return (
        ordered.with_columns(stay=begins.cast(pl.UInt32).cum_sum())
        .group_by("stay", maintain_order=True)
        .agg(
            pl.col(*PERSON, "code", "start", "open_left").first(), pl.col("end", "open_right").last(), *more,
        )
        .drop("stay")
    )
