"""Who belongs to which group, and when a group is too small to speak of."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import polars as pl

from sim.vocabulary import Benefit

ALL = "all"

SMALLEST = 5
"""Groups with fewer citizens than this in a run are suppressed (null). The whole town is no group, and never is."""

MEMBERSHIP: Mapping[str, pl.Expr] = MappingProxyType({
    ALL: pl.lit(value=True),
    "under_30": pl.col("age") < 30,  # noqa: PLR2004 - the age limit of the law, and the name of the group
    "over_30": pl.col("age") >= 30,  # noqa: PLR2004
    "activity_ready": pl.col("benefit_at_start") == int(Benefit.ACTIVITY_READY),
    "resource_course": pl.col("benefit_at_start") == int(Benefit.RESOURCE_COURSE),
    "female": pl.col("female"),
    "male": ~pl.col("female"),
    "mental": pl.col("chronic_mental"),
    "untrained": ~pl.col("trained"),
})
"""The condition, on columns of the citizens table, that makes a citizen a member; ages and benefits are the first."""
