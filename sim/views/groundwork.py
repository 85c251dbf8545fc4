"""What both languages of a brief share: read and compared once, before any word is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from sim.outcomes.displacement import jobs_by_channel
from sim.outcomes.gains import gains
from sim.outcomes.holding import held
from sim.views.money import Grid, money_grid
from sim.views.pathway_rows import flow_rates, turning_rates
from sim.views.phases_over_time import PhaseDifferences, PhasePaths, phase_differences, phase_paths
from sim.views.rates import in_common
from sim.views.rows import Row
from sim.views.study import Arm
from sim.views.welfare import welfare_rows


@dataclass(frozen=True)
class Groundwork:
    """One arm read: phase shares, moves between phases, turning points, jobs by channel and group."""

    arm: Arm
    phases: PhasePaths
    flows: pl.DataFrame
    turning: pl.DataFrame
    jobs: pl.DataFrame

    @classmethod
    def of(cls, arm: Arm) -> Groundwork:
        """Read the arm's tables."""
        return cls(arm, phase_paths(arm.tables.panel), flow_rates(arm.tables), turning_rates(arm.tables),
                   jobs_by_channel(arm.tables))


@dataclass(frozen=True)
class Contrast:
    """One alternative against the baseline. Frames have the columns of ``held``, ``twins`` those of ``gains``."""

    base: Groundwork
    other: Groundwork
    phases: PhaseDifferences
    flows: pl.DataFrame
    turning: pl.DataFrame
    channels: pl.DataFrame
    groups: pl.DataFrame
    twins: pl.DataFrame
    money: Grid
    welfare: Mapping[str, Row]

    @classmethod
    def of(cls, base: Groundwork, other: Groundwork) -> Contrast:
        """Compare everything seed by seed."""
        rows = base.arm.row_of_seed
        return cls(
            base=base, other=other, phases=phase_differences(base.phases, other.phases),
            flows=held(*in_common(base.flows, other.flows), rows),
            turning=held(*in_common(base.turning, other.turning), rows),
            channels=held(_channels(base.jobs), _channels(other.jobs), rows),
            groups=held(_groups(base.jobs), _groups(other.jobs), rows), twins=gains(base.arm.tables, other.arm.tables),
            money=money_grid(base.arm, other.arm), welfare=welfare_rows(base.arm, other.arm),
        )


def _channels(jobs: pl.DataFrame) -> pl.DataFrame:
    """Jobs of the whole town by channel."""
    return jobs.filter(pl.col("group") == "all").select("seed", "group", measure="channel", value="jobs")


def _groups(jobs: pl.DataFrame) -> pl.DataFrame:
    """Jobs of each group through any channel; null for groups that are too small to speak of."""
    known = pl.when(pl.col("jobs").is_not_null().any()).then(pl.col("jobs").sum())
    return (
        jobs.group_by("seed", "group", maintain_order=True).agg(value=known)
        .select("seed", "group", measure=pl.lit("jobs"), value="value")
    )
