"""Differences that hold: told apart from chance, and the same way round whichever parameter set is the right one."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from sim.outcomes.comparison import compare
from sim.outcomes.knowledge import knowledge

_KEYS = ["measure", "group"]


def held(base: pl.DataFrame, other: pl.DataFrame, row_of_seed: Mapping[int, int]) -> pl.DataFrame:
    """Return ``compare`` of two tidy frames, with what is not known beside it.

    Args:
        base: tidy frame of ``measure``: seed, group, measure, value.
        other: the same of the other scenario.
        row_of_seed: the accepted parameter row each seed was lived under; empty where all were lived under one.

    Raises:
        OutcomeError: as ``compare``.
    """
    return with_knowledge(compare(base, other, row_of_seed), knowledge(base, other, row_of_seed))


def with_knowledge(compared: pl.DataFrame, known: pl.DataFrame | None) -> pl.DataFrame:
    """Return the comparison with ``known_low`` and ``known_high`` (null with a single parameter row).

    ``verdict`` becomes *cannot_tell* where that range covers zero: chance may be ruled out, but what nobody has
    measured decides which way the difference goes.

    Args:
        compared: the frame of ``compare``.
        known: the frame of ``knowledge`` of the same scenarios, or None.
    """
    nothing = pl.lit(None, pl.Float64)
    if known is None or known.is_empty():
        return compared.with_columns(known_low=nothing, known_high=nothing)
    ranges = known.select(*_KEYS, known_low="low", known_high="high")
    open_way = (pl.col("known_low") <= 0) & (pl.col("known_high") >= 0) & pl.col("verdict").is_in(["higher", "lower"])
    return compared.join(ranges, on=_KEYS, how="left", maintain_order="left").with_columns(
        verdict=pl.when(open_way.fill_null(value=False)).then(pl.lit("cannot_tell")).otherwise("verdict"))
