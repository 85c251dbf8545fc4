"""What single citizens did and met, read from spells and events; each function gives a row per citizen concerned."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from sim.outcomes.durations import OFF_SUPPORT, first_of, lasting_of, retention_of, returns
from sim.outcomes.hours import PAID, paid_hours
from sim.outcomes.placements import HIRED, KINDS, NOT_HIRED, placements_ended
from sim.outcomes.stays import PERSON, runs, same_person, stays
from sim.outcomes.turbulence import irregularity
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.vocabulary import (
    IN_WORK,
    ON_SUPPORT,
    ORDINARY_JOB,
    PLACEMENTS,
    EventKind,
    Family,
    Phase,
    Standing,
    TurningPoint,
)

RETURN_WEEKS = (26, 52, 104)
CHANGE_WEEKS = 78
"""Eighteen months: the window of target T12."""
OFFER_WEEKS = 65
"""The window of consistency check C1 (facts C29)."""

OFFERS = (Standing.UPSKILLING, Standing.ACTIVATION, *PLACEMENTS, Standing.WAGE_SUBSIDY)
MOVING_PHASES = tuple(phase for phase in Phase if phase is not Phase.OUTSIDE)
def from_standings(tables: RunTables, horizons: Sequence[int]) -> pl.DataFrame:
    """Return standing at week 0 and after each horizon, weeks in kinds of standing, placements begun, irregularity.

    ``standing_at_h`` is the code of the h-th week, null where the citizen was not present; horizons beyond the run
    have no column.
    """
    length = (pl.col("end") - pl.col("start")).cast(pl.Int32)
    code = pl.col("code")
    at = {0: 1, **{horizon: horizon for horizon in horizons if horizon <= tables.weeks}}
    weeks_in = {
        "weeks_job": ORDINARY_JOB, "weeks_paid": PAID, "weeks_self_supporting": (*ORDINARY_JOB, Standing.SELF_SUPPORT),
        "weeks_support": ON_SUPPORT, "weeks_off_support": OFF_SUPPORT, "weeks_small_job": (Standing.SMALL_JOB,),
    }
    prepared = tables.spells_of(Layer.STANDING).select(
        *PERSON,
        *(pl.when((pl.col("start") < nth) & (pl.col("end") >= nth)).then(code).alias(f"standing_at_{name}")
          for name, nth in at.items()),
        *(pl.when(_among(words)).then(length).otherwise(0).alias(name) for name, words in weeks_in.items()),
        *(((code == int(kind)) & ~pl.col("open_left")).cast(pl.Int32).alias(f"begun_{kind.key}") for kind in KINDS),
        early_offer=(_among(OFFERS) & (pl.col("start") < OFFER_WEEKS)),
        early_support=pl.when(_among(ON_SUPPORT)).then(
            (pl.col("end").clip(upper_bound=OFFER_WEEKS) - pl.col("start")).clip(0)).otherwise(0).cast(pl.Int32),
    )
    codes = [f"standing_at_{name}" for name in at]
    sums = [*weeks_in, *(f"begun_{kind.key}" for kind in KINDS), "early_support"]
    summed = prepared.group_by(PERSON).agg(pl.col(codes).max(), pl.col(sums).sum(), pl.col("early_offer").any())
    found = stays(tables, Layer.STANDING)
    return summed.join(_irregular(found, Layer.STANDING, len(Standing)), on=PERSON, how="left")


def from_phases(tables: RunTables) -> pl.DataFrame:
    """Return weeks in each phase (``weeks_phase_x``), moves between phases (``moves_x_y``), irregularity."""
    found = stays(tables, Layer.PHASE)
    to = pl.when(same_person(-1)).then(pl.col("code").shift(-1)).fill_null(255).alias("to")
    pairs = [(start, goal) for start in MOVING_PHASES for goal in Phase if goal is not start]
    summed = (
        found.with_columns(to, length=pl.col("end") - pl.col("start"))
        .select(
            *PERSON,
            *(pl.when(pl.col("code") == int(phase)).then("length").otherwise(0).alias(f"weeks_phase_{phase.key}")
              for phase in Phase),
            *(((pl.col("code") == int(start)) & (pl.col("to") == int(goal))).cast(pl.Int32)
              .alias(f"moves_{start.key}_{goal.key}") for start, goal in pairs),
        )
        .group_by(PERSON).agg(pl.all().sum())
    )
    return summed.join(_irregular(found, Layer.PHASE, len(Phase)), on=PERSON, how="left")


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


def from_hours(tables: RunTables, horizons: Sequence[int]) -> pl.DataFrame:
    """Return weekly paid hours in the h-th week (``hours_h``) and paid hours added up over the run (``hours_paid``)."""
    length = pl.col("end") - pl.col("start")
    at = [horizon for horizon in horizons if horizon <= tables.weeks]
    return paid_hours(tables).select(
        *PERSON, hours_paid=pl.col("hours") * length,
        **{f"hours_{nth}": pl.when((pl.col("start") < nth) & (pl.col("end") >= nth)).then("hours").otherwise(0.0)
           for nth in at},
    ).group_by(PERSON).agg(pl.all().sum())


def _among(words: Sequence[Standing]) -> pl.Expr:
    return pl.col("code").is_in([int(word) for word in words])


def _irregular(found: pl.DataFrame, layer: Layer, alphabet: int) -> pl.DataFrame:
    name = layer.name.lower()
    return irregularity(found, alphabet).rename({"entropy": f"entropy_{name}", "turbulence": f"turbulence_{name}"})
