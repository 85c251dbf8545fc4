"""Counts of a run as rates per 1,000 citizens and year, ready to be compared seed by seed."""

from __future__ import annotations

import polars as pl

from sim.record.tables import RunTables

WEEKS_A_YEAR = 365.25 / 7
_THOUSAND = 1000.0


def rates(counts: pl.DataFrame, tables: RunTables) -> pl.DataFrame:
    """Turn seed, measure and count into seed, group, measure and value (per 1,000 citizens and year).

    Every measure gets a value in every seed: what never happened there counts 0. Seeds without citizens drop out.
    """
    presence = citizen_years(tables)
    kinds = counts.select("measure").unique().sort("measure")
    full = presence.join(kinds, how="cross").join(counts, on=["seed", "measure"], how="left")
    return full.select(
        "seed", "measure", group=pl.lit("all"),
        value=pl.col("count").fill_null(0).cast(pl.Float64) * _THOUSAND / pl.col("years"),
    ).sort("seed", "measure")


def citizen_years(tables: RunTables) -> pl.DataFrame:
    """Years lived in the run by all citizens together: seed and years, above zero."""
    present = tables.panel.filter(pl.col("group") == "all").group_by("seed").agg(pl.col("citizens").sum())
    years = present.select("seed", years=pl.col("citizens").cast(pl.Float64) / WEEKS_A_YEAR)
    return years.filter(pl.col("years") > 0).sort("seed")


def in_common(base: pl.DataFrame, other: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give both frames of rates the measures of either, with 0 where one had none."""
    kinds = pl.concat([base.select("measure"), other.select("measure")]).unique().sort("measure")
    return _with_kinds(base, kinds), _with_kinds(other, kinds)


def _with_kinds(frame: pl.DataFrame, kinds: pl.DataFrame) -> pl.DataFrame:
    seeds = frame.select("seed", "group").unique()
    full = seeds.join(kinds, how="cross").join(frame, on=["seed", "group", "measure"], how="left")
    return full.with_columns(pl.col("value").fill_null(0.0)).sort("seed", "measure")
