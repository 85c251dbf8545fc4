"""Turning points: how many candidates of each kind, how many turned, and among whom."""

from __future__ import annotations

import polars as pl

from sim.outcomes.durations import first_jobs
from sim.outcomes.stays import PERSON
from sim.record.tables import RunTables
from sim.vocabulary import EventKind, TurningPoint


def candidates(tables: RunTables) -> pl.DataFrame:
    """Return the candidate events: seed, citizen, week, kind (key), family (key), upward, amount, turned, got_job.

    ``got_job`` says whether the citizen began or held an ordinary job in any week of the record.
    """
    found = tables.events.filter(pl.col("kind") == int(EventKind.TURNING_POINT))
    jobs = first_jobs(tables)
    return (
        found.join(jobs, on=PERSON, how="left", maintain_order="left")
        .select(
            *PERSON, "week", _word("current", {kind: kind.key for kind in TurningPoint}).alias("kind"),
            _word("current", {kind: kind.family.key for kind in TurningPoint}).alias("family"),
            pl.col("current").is_in([int(kind) for kind in TurningPoint if kind.upward]).alias("upward"),
            "amount", "turned", got_job=pl.col("first_job").is_not_null(),
        )
    )


def by_kind(tables: RunTables) -> pl.DataFrame:
    """Return per seed and kind: candidates, known, turned, turned_share, and the same among those without a job.

    Columns: seed, kind, family, upward, candidates, known (the record is long enough to tell), turned, turned_share
    (of the known; null when none is), candidates_no_job, turned_share_no_job. Every kind has a row for every seed. How
    often kinds occur reflects how often their triggers do, and validates nothing.
    """
    found = candidates(tables).with_columns(without=~pl.col("got_job"))
    counted = found.group_by("seed", "kind").agg(
        candidates=pl.len(), known=pl.col("turned").count(), turned=pl.col("turned").sum(),
        turned_share=pl.col("turned").mean(), candidates_no_job=pl.col("without").sum(),
        turned_share_no_job=pl.col("turned").filter("without").mean(),
    )
    kinds = pl.DataFrame({
        "kind": [kind.key for kind in TurningPoint], "family": [kind.family.key for kind in TurningPoint],
        "upward": [kind.upward for kind in TurningPoint],
    }).with_row_index("place")
    grid = pl.DataFrame({"seed": tables.seeds}, {"seed": pl.Int32}).join(kinds, how="cross")
    counts = ("candidates", "known", "turned", "candidates_no_job")
    return (
        grid.join(counted, on=["seed", "kind"], how="left").sort("seed", "place")
        .with_columns(pl.col(*counts).fill_null(0))
        .select("seed", "kind", "family", "upward", *counts[:3], "turned_share", counts[3], "turned_share_no_job")
    )


def _word(column: str, words: dict[TurningPoint, str]) -> pl.Expr:
    codes = {int(kind): text for kind, text in words.items()}
    return pl.col(column).replace_strict(codes, default=None, return_dtype=pl.String)
