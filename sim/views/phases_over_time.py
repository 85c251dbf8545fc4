"""Shares of citizens in each phase over time, and how far two arms differ, as plain arrays for figures and tables."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.outcomes.comparison import FEWEST_RUNS
from sim.vocabulary import Phase

Shares = npt.NDArray[np.float64]
_PHASES = Phase.keys()
STEP = 4
"""Weeks that are averaged into one point; a figure's lines are no finer than that."""


@dataclass(frozen=True)
class PhasePaths:
    """Shares of one arm.

    ``weeks``: first week of each point, (points,). ``shares``: between 0 and 1, (seeds, 6 phases, points).
    """

    seeds: tuple[int, ...]
    weeks: npt.NDArray[np.int64]
    shares: Shares

    @property
    def mean(self) -> Shares:
        """Average over seeds, (6, points)."""
        return self.shares.mean(axis=0) if self.shares.shape[0] else np.zeros(self.shares.shape[1:])


def phase_paths(panel: pl.DataFrame) -> PhasePaths:
    """Read the phase shares of everyone present from the weekly panel; weeks without citizens are left out."""
    columns = [f"phase_{key}" for key in _PHASES]
    points = (
        panel.filter((pl.col("group") == "all") & (pl.col("citizens") > 0))
        .with_columns(pl.col("week").cast(pl.Int64) // STEP * STEP)
        .group_by("seed", "week").agg((pl.col(column) / pl.col("citizens")).mean() for column in columns)
        .sort("seed", "week")
    )
    seeds = tuple(points["seed"].unique(maintain_order=True).to_list())
    common = points.group_by("week").len().filter(pl.col("len") == len(seeds))["week"].sort()
    kept = points.filter(pl.col("week").is_in(common.implode()))
    flat = kept.select(columns).to_numpy().astype(np.float64)
    shares = flat.reshape(len(seeds), len(common), len(columns)).transpose(0, 2, 1)
    return PhasePaths(seeds, common.to_numpy(), shares)


@dataclass(frozen=True)
class PhaseDifferences:
    """Paired differences in percentage points, (6, points) each; bands are empty (NaN) with too few pairs."""

    weeks: npt.NDArray[np.int64]
    mean: Shares
    run_low: Shares
    run_high: Shares
    pairs: int


def phase_differences(base: PhasePaths, other: PhasePaths) -> PhaseDifferences:
    """Subtract the baseline from the alternative, seed by seed and week by week, over what both have."""
    seeds = [seed for seed in base.seeds if seed in other.seeds]
    weeks = np.intersect1d(base.weeks, other.weeks)
    if not seeds or not weeks.size:
        nothing = np.zeros((len(Phase), 0))
        return PhaseDifferences(weeks[:0], nothing, nothing, nothing, 0)
    gaps = 100 * (_picked(other, seeds, weeks) - _picked(base, seeds, weeks))
    if len(seeds) < FEWEST_RUNS:
        unknown = np.full(gaps.shape[1:], np.nan)
        return PhaseDifferences(weeks, gaps.mean(axis=0), unknown, unknown, len(seeds))
    low, high = np.quantile(gaps, (0.05, 0.95), axis=0)
    return PhaseDifferences(weeks, gaps.mean(axis=0), low, high, len(seeds))


def _picked(paths: PhasePaths, seeds: list[int], weeks: npt.NDArray[np.int64]) -> Shares:
    rows = [paths.seeds.index(seed) for seed in seeds]
    return paths.shares[rows][:, :, np.isin(paths.weeks, weeks)]
