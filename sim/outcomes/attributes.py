"""What single citizens won, lost and met: rows per citizen concerned, from jobs, events and hours."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from sim.outcomes.durations import first_of, lasting_of, retention_of, returns
from sim.outcomes.placements import HIRED, NOT_HIRED, placements_ended
from sim.outcomes.stays import PERSON, runs
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.vocabulary import IN_WORK, ORDINARY_JOB, EventKind, Family, TurningPoint

RETURN_WEEKS = (26, 52, 104)
CHANGE_WEEKS = 78
"""Eighteen months: the window of target T12."""


def from_jobs(tables: RunTables) -> tuple[pl.DataFrame, ...]:
    """Return frames of: first job; lasting job and lasting work; job starts and how they went; exits and returns."""
    weeks = tables.weeks
    ordinary = runs(tables, Layer.STANDING, ORDINARY_JOB)
    kept = retention_of(ordinary, tables).group_by(PERSON).agg(
        job_starts=pl.len(), jobs_kept=pl.col("kept").sum(), jobs_lost_early=pl.col("lost_early").sum(),
        jobs_lost_late=pl.col("lost_late").sum(),
    )
    known = {after: pl.col("week") + after <= weeks for after in RETURN_WEEKS}
    again = {after: pl.col("back_after").fill_null(weeks + 1) <= after for after in RETURN_WEEKS}
    exits = returns(tables).group_by(PERSON).agg(
        *(known[after].sum().alias(f"exits_{after}") for after in RETURN_WEEKS),
        *((known[after] & again[after]).sum().alias(f"returns_{after}") for after in RETURN_WEEKS),
    )
    work = lasting_of(runs(tables, Layer.STANDING, IN_WORK)).rename({"lasting_week": "lasting_work_week"})
    return first_of(ordinary), lasting_of(ordinary), work, kept, exits


def from_events(tables: RunTables) -> tuple[pl.DataFrame, ...]:
    """Return frames of: candidate turning points by family and direction; changes of caseworker; placement endings."""
    kind, current, turned = pl.col("kind"), pl.col("current"), pl.col("turned")
    upward = current.is_in([int(point) for point in TurningPoint if point.upward])
    families = {family: [int(point) for point in TurningPoint if point.family == family] for family in Family}
    points = tables.events.filter(kind == int(EventKind.TURNING_POINT)).select(
        *PERSON,
        *(current.is_in(codes).cast(pl.Int32).alias(f"turning_{family.key}") for family, codes in families.items()),
        turned_up=upward & turned.fill_null(value=False), known_up=upward & turned.is_not_null(),
        turned_down=~upward & turned.fill_null(value=False), known_down=~upward & turned.is_not_null(),
    ).group_by(PERSON).agg(pl.all().sum())
    changed = tables.events.filter(
        (kind == int(EventKind.CASEWORKER_CHANGED)) & (pl.col("week") < CHANGE_WEEKS)
    ).select(PERSON).unique().with_columns(changed_early=True)
    cause = pl.col("cause")
    hired, ran_out = cause.is_in([word.key for word in HIRED]), cause.is_in([word.key for word in NOT_HIRED])
    ended = placements_ended(tables).group_by(PERSON).agg(
        placements_ended=pl.len(), placements_hired=hired.sum(), placements_ran_out=ran_out.sum(),
        placements_broken_off=(~hired & ~ran_out).sum(),
    )
    return points, changed, ended


def from_hours(hours: pl.DataFrame, horizons: Sequence[int]) -> pl.DataFrame:
    """Return weekly paid hours in the h-th week (``hours_h``) and paid hours added up over the run (``hours_paid``).

    Args:
        hours: the stretches of ``paid_hours``.
        horizons: weeks, none of them beyond the run.
    """
    length = pl.col("end") - pl.col("start")
    return hours.select(
        *PERSON, hours_paid=pl.col("hours") * length,
        **{f"hours_{nth}": pl.when((pl.col("start") < nth) & (pl.col("end") >= nth)).then("hours").otherwise(0.0)
           for nth in horizons},
    ).group_by(PERSON).agg(pl.all().sum())
