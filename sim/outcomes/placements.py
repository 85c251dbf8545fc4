"""Placements: how many of each kind, and how they ended."""

from __future__ import annotations

import polars as pl

from sim.outcomes.stays import PERSON
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.vocabulary import PLACEMENTS, Cause, EventKind, Standing

KINDS = (*PLACEMENTS, Standing.WAGE_SUBSIDY)

HIRED = (Cause.HIRED,)
NOT_HIRED = (Cause.GATE_FAILED, Cause.NO_OPENING, Cause.ENDED)
"""It ran its time, and no job came of it."""


def placements_ended(tables: RunTables) -> pl.DataFrame:
    """Return one row per placement that ended: seed, citizen, week, kind (Standing key or null), cause (key), weeks.

    The kind is the standing of the week before the ending.
    """
    ended = tables.events.filter(pl.col("kind") == int(EventKind.PLACEMENT_ENDED)).select(
        *PERSON, pl.col("week").cast(pl.Int32), "cause", weeks="amount",
    ).with_columns(before=pl.col("week") - 1).sort(*PERSON, "before", maintain_order=True)
    standings = tables.spells_of(Layer.STANDING).select(*PERSON, "code", "start")
    keys = {int(kind): kind.key for kind in KINDS}
    return ended.join_asof(
        standings, left_on="before", right_on="start", by=PERSON, strategy="backward", check_sortedness=False,
    ).select(
        *PERSON, "week", pl.col("code").replace_strict(keys, default=None, return_dtype=pl.String).alias("kind"),
        pl.col("cause").replace_strict({int(cause): cause.key for cause in Cause}, return_dtype=pl.String), "weeks",
    )


def endings(tables: RunTables) -> pl.DataFrame:
    """Return seed, kind, cause, placements, and share of the kind's endings (adding up to 1 per seed and kind)."""
    counted = placements_ended(tables).group_by("seed", "kind", "cause").agg(placements=pl.len())
    total = pl.col("placements").sum().over("seed", "kind")
    return counted.with_columns(share=pl.col("placements") / total).sort("seed", "kind", "cause", nulls_last=True)
