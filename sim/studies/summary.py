"""What a study found at each point, and how points and scenarios differ when they share their luck."""

from __future__ import annotations

import numpy as np
import polars as pl

from sim.outcomes.student import reaches

_LEAST = 2


def summary(data: pl.DataFrame) -> pl.DataFrame:
    """Return a row per scenario, point, group and measure: mean over seeds, spread, and precision of the mean.

    ``sd`` is the spread from seed to seed; ``precision_low`` and ``precision_high`` the 95 % t interval of the mean
    (null with fewer than two seeds). Seeds in which the measure cannot be told are left out, as are failed runs.

    Args:
        data: the dataset ``runs`` of a study: scenario, point, seed, settings, group, measure, value.
    """
    settings = [key for key in data.columns if key not in {"seed", "value"}]
    value = pl.col("value")
    found = data.group_by(settings, maintain_order=True).agg(
        seeds=value.count(), mean=value.mean(), sd=value.std(ddof=1), low=value.min(), high=value.max())
    half = _half_width(found["sd"], found["seeds"])
    return found.with_columns(precision_low=pl.col("mean") - half, precision_high=pl.col("mean") + half)


def differences(data: pl.DataFrame, points: pl.DataFrame) -> pl.DataFrame:
    """Return how each scenario and each policy differs from the first, seed by seed, at equal uncertain settings.

    A row per scenario, point, group and measure, for all but the first scenario with the first policy of each sample:
    ``difference`` from it, ``precision_low`` and ``precision_high`` (95 % t interval of the mean paired difference),
    and ``variance_reduction``: how many times more runs independent seeds would have needed for the same precision,
    (var(base) + var(other)) / var(difference); null when a variance is 0 or there are fewer than two pairs.

    Args:
        data: the dataset ``runs``.
        points: the table of points: point, stratum, sample, policy, settings.
    """
    first = data["scenario"].first() if data.height else ""
    placed = data.join(points.select("point", "stratum", "sample", "policy"), on="point", maintain_order="left")
    case = ["stratum", "sample", "seed", "group", "measure"]
    base = placed.filter((pl.col("policy") == 0) & (pl.col("scenario") == first)).select(*case, base="value")
    others = placed.filter((pl.col("policy") != 0) | (pl.col("scenario") != first))
    pairs = others.join(base, on=case, maintain_order="left").drop_nulls(["base", "value"]).with_columns(
        difference=pl.col("value") - pl.col("base"))
    settings = [key for key in data.columns if key not in {"seed", "value"}]
    paired, apart = pl.col("difference").var(ddof=1), pl.col("base").var(ddof=1) + pl.col("value").var(ddof=1)
    found = pairs.group_by(settings, maintain_order=True).agg(
        pl.col("base").mean(), pl.col("difference").mean(), pairs=pl.len(), other=pl.col("value").mean(),
        sd=pl.col("difference").std(ddof=1), variance_reduction=pl.when(paired > 0).then(apart / paired),
    )
    half = _half_width(found["sd"], found["pairs"])
    return found.with_columns(
        precision_low=pl.col("difference") - half, precision_high=pl.col("difference") + half).drop("sd")


def _half_width(spread: pl.Series, count: pl.Series) -> pl.Series:
    """Half the width of the 95 % t interval of means; null where there are fewer than two values."""
    many = count.to_numpy().astype(np.float64)
    enough = many >= _LEAST
    quantile = reaches(np.where(enough, many - 1, 1.0))
    half = quantile * spread.cast(pl.Float64).fill_null(np.nan).to_numpy() / np.sqrt(np.where(enough, many, 1.0))
    return pl.Series("half", np.where(enough, half, np.nan)).fill_nan(None)
