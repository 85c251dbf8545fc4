"""How long until a job, how long jobs last, who comes back."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from sim.outcomes.stays import PERSON, codes_at, runs, same_person
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.vocabulary import ON_SUPPORT, ORDINARY_JOB, Standing

YEAR = 52
"""Weeks in the twelve unbroken months of a lasting job."""

EARLY = 13
"""Weeks in the first three months of a job (facts C24)."""

OFF_SUPPORT = (*ORDINARY_JOB, Standing.EDUCATION, Standing.SELF_SUPPORT)
"""Where leaving public support leads when it may end in a return."""

_SUPPORTED = [int(code) for code in ON_SUPPORT]


def job_starts(tables: RunTables, codes: Collection[Standing] = ORDINARY_JOB) -> pl.DataFrame:
    """Return one row per unbroken run in work that began inside the record, across employers.

    Columns: seed, citizen, start, end, before (standing before), lost (the run ended in anything but leaving the
    model), known (weeks the citizen was followed from the start on). A run under way in the first recorded week is
    left out: when it began is not known.
    """
    return starts_of(runs(tables, Layer.STANDING, codes), tables)


def starts_of(work: pl.DataFrame, tables: RunTables) -> pl.DataFrame:
    """Return ``job_starts`` from runs in work that are at hand already."""
    return (
        work.filter(pl.col("before").is_not_null())
        .join(_presence(tables), on=PERSON, how="left", maintain_order="left")
        .select(
            *PERSON, "start", "end", "before",
            lost=pl.col("after").is_not_null() & (pl.col("after") != int(Standing.LEFT)),
            known=pl.col("exit_week") - pl.col("start"),
        )
    )


def lasting_weeks(tables: RunTables, codes: Collection[Standing] = ORDINARY_JOB) -> pl.DataFrame:
    """Return seed, citizen and ``lasting_week``: when the first 52 unbroken weeks in ``codes`` were completed.

    Weeks before week 0 do not count, so nobody reaches it before week 52.
    """
    return lasting_of(runs(tables, Layer.STANDING, codes))


def lasting_of(work: pl.DataFrame) -> pl.DataFrame:
    """Return ``lasting_weeks`` from runs in work that are at hand already."""
    done = work.filter(pl.col("end") - pl.col("start") >= YEAR)
    return done.group_by(PERSON).agg(lasting_week=pl.col("start").min() + YEAR)


def first_jobs(tables: RunTables) -> pl.DataFrame:
    """Return seed, citizen and ``first_job``: the week in which the first ordinary job of the record began."""
    return first_of(runs(tables, Layer.STANDING, ORDINARY_JOB))


def first_of(work: pl.DataFrame) -> pl.DataFrame:
    """Return ``first_jobs`` from runs in ordinary work that are at hand already."""
    return work.group_by(PERSON).agg(first_job=pl.col("start").min())


def retention(tables: RunTables) -> pl.DataFrame:
    """Return one row per exit from support to ordinary work that could be followed for a year.

    Columns: seed, citizen, start, kept (12 unbroken months), lost_early (months 1-3), lost_late (months 4-12); exactly
    one of the three is true. Only starts at least 52 weeks before the end count, so that none is seen for being lost
    early alone; a citizen who left the model during the job is not counted.
    """
    return retention_of(runs(tables, Layer.STANDING, ORDINARY_JOB), tables)


def retention_of(work: pl.DataFrame, tables: RunTables) -> pl.DataFrame:
    """Return ``retention`` from runs in ordinary work that are at hand already."""
    starts = starts_of(work, tables).filter(
        pl.col("before").is_in(_SUPPORTED) & (pl.col("start") + YEAR <= tables.weeks)
    )
    length = pl.col("end") - pl.col("start")
    return starts.filter(pl.col("lost") | (length >= YEAR)).select(
        *PERSON, "start", kept=length >= YEAR, lost_early=length < EARLY,
        lost_late=(length >= EARLY) & (length < YEAR),
    )


def returns(tables: RunTables) -> pl.DataFrame:
    """Return one row per exit from public support to ordinary work, education or self-support.

    Columns: seed, citizen, week (of the exit), back_after (weeks until on support again; null when not seen).
    """
    supported = runs(tables, Layer.STANDING, ON_SUPPORT)
    following = pl.when(same_person(-1)).then(pl.col("start").shift(-1))
    return (
        supported.with_columns(back_after=following - pl.col("end"))
        .filter(pl.col("after").is_in([int(code) for code in OFF_SUPPORT]))
        .select(*PERSON, week="end", back_after="back_after")
    )


def time_to_work(tables: RunTables) -> pl.DataFrame:
    """Return seed and, by week, the share of those on support at week 0 who have had an ordinary job by then.

    Columns: seed, week (0 to the last), share. The first job counts, kept or not.
    """
    start = codes_at(tables, Layer.STANDING, 0).filter(pl.col("code").is_in(_SUPPORTED))
    first = start.join(first_jobs(tables), on=PERSON, how="left")
    sizes = first.group_by("seed").agg(size=pl.len())
    grid = sizes.join(pl.DataFrame({"week": range(tables.weeks)}, {"week": pl.Int32}), how="cross")
    begun = first.drop_nulls("first_job").group_by("seed", week="first_job").agg(new=pl.len())
    return (
        grid.join(begun, on=["seed", "week"], how="left").sort("seed", "week")
        .select("seed", "week", share=pl.col("new").fill_null(0).cum_sum().over("seed") / pl.col("size"))
    )


def _presence(tables: RunTables) -> pl.DataFrame:
    return tables.citizens.select(*PERSON, pl.col("exit_week").cast(pl.Int32))
