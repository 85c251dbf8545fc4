"""Paid hours: which weeks, how many hours, in what kind of job."""

from __future__ import annotations

import polars as pl

from sim.outcomes.stays import PERSON, same_person
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.vocabulary import EventKind, Standing

PAID = (Standing.SMALL_JOB, Standing.FLEXJOB, Standing.PART_TIME, Standing.FULL_TIME)
"""Standings with ordinary paid hours. A wage subsidy is not: Danish counts of paid hours leave it out."""

USUAL_HOURS = {Standing.SMALL_JOB: 5.0, Standing.FLEXJOB: 10.0, Standing.PART_TIME: 18.0, Standing.FULL_TIME: 37.0}
"""Weekly hours assumed for a job whose start lies before week 0, so that no event tells its hours (grade E)."""

_TELLING = [int(EventKind.JOB_WON), int(EventKind.HOURS_CHANGED)]


def paid_hours(tables: RunTables) -> pl.DataFrame:
    """Return stretches of weeks with equal paid hours: seed, citizen, code, start, end, hours.

    Hours are those of the latest JOB_WON or HOURS_CHANGED event so far, or the usual ones when there is none.
    """
    paid = pl.col("code").is_in([int(code) for code in PAID])
    spells = tables.spells_of(Layer.STANDING).filter(paid).select(*PERSON, "code", week="start", until="end")
    told = (
        tables.events.filter(pl.col("kind").is_in(_TELLING))
        .select(*PERSON, pl.col("week").cast(pl.Int32), told=pl.col("amount").cast(pl.Float64))
        .unique([*PERSON, "week"], keep="last", maintain_order=True).sort(*PERSON, "week")
    )
    cuts = pl.concat([spells.select(*PERSON, "week"), told.select(*PERSON, "week")]).unique().sort(*PERSON, "week")
    usual = pl.col("code").replace_strict({int(code): hours for code, hours in USUAL_HOURS.items()}, default=0.0)
    return (
        cuts.join_asof(spells, on="week", by=PERSON, strategy="backward", check_sortedness=False)
        .join_asof(told, on="week", by=PERSON, strategy="backward", check_sortedness=False)
        .filter(pl.col("week") < pl.col("until"))
        .select(
            *PERSON, "code", pl.col("week").alias("start"),
            pl.min_horizontal("until", pl.when(same_person(-1)).then(pl.col("week").shift(-1))).alias("end"),
            pl.coalesce("told", usual.cast(pl.Float64)).alias("hours"),
        )
    )
