"""Two scenarios compared seed by seed: what differs, how precisely that is known, and what can honestly be said."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy import stats

from sim.errors import OutcomeError, Text
from sim.outcomes.knowledge import spread

Numbers = npt.NDArray[np.float64]

CONFIDENCE = 0.95
RUN_RANGE = (5.0, 95.0)
"""Percentiles of single-run differences: what one municipality of this size might see."""

FEWEST_ALIKE = 6
"""Pairs needed when all differ by the same amount: a t interval has no width then and says nothing, and by the sign
test six of one sign are the first that chance makes rarer than 5 %."""

SCHEMA = {
    "measure": pl.String, "group": pl.String, "pairs": pl.Int64, "base": pl.Float64, "other": pl.Float64,
    "difference": pl.Float64, "precision_low": pl.Float64, "precision_high": pl.Float64, "run_low": pl.Float64,
    "run_high": pl.Float64, "variance_reduction": pl.Float64, "verdict": pl.String,
}
_NO_ROWS: Mapping[int, int] = MappingProxyType({})
VERDICTS = ("higher", "lower", "cannot_tell", "same")


def compare(
    base: pl.DataFrame, other: pl.DataFrame, row_of_seed: Mapping[int, int] = _NO_ROWS,
) -> pl.DataFrame:
    """Return one row per measure and group, comparing ``other`` with ``base`` pair by pair of equal seeds.

    ``difference`` is the mean of other minus base; ``precision_low`` and ``precision_high`` its 95 % t interval (null
    with fewer than two pairs); ``run_low`` and ``run_high`` the 5th and 95th percentile of single pairs.
    ``variance_reduction`` tells how many times more runs with independent seeds would be needed for the same precision:
    (var(base) + var(other)) / var(difference), null when a variance is 0. Pairs with a missing value are left out.

    ``verdict``: *same* when every pair is exactly identical; *cannot_tell* when the 95 % interval covers zero, when
    there are fewer than two pairs, or fewer than six that all differ by exactly the same; *higher* or *lower*
    otherwise. Each row stands alone: among many measures, one in twenty is told apart by chance.

    Args:
        base: tidy frame of ``measure``: seed, group, measure, value.
        other: the same of the other scenario.
        row_of_seed: the accepted parameter row each seed was lived under. Where there are several, the bands for run
            and precision tell chance within a row alone; the spread between rows is ``sim.outcomes.knowledge``.

    Raises:
        OutcomeError: when the two do not have the same seeds, or not the same measures and groups.
    """
    _refuse_unequal(base, other)
    keys = ["measure", "group"]
    order = base.select(keys).unique(maintain_order=True).with_row_index("place")
    paired = base.join(other, on=["seed", *keys], how="inner", suffix="_other").join(order, on=keys, how="inner")
    rows = [
        {"measure": name, "group": group, **_row(part["value"], part["value_other"], _rows(part["seed"], row_of_seed))}
        for (_, name, group), part in paired.sort("place", "seed").partition_by(
            ["place", *keys], as_dict=True, maintain_order=True).items()
    ]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def _rows(seeds: pl.Series, row_of_seed: Mapping[int, int]) -> Numbers | None:
    """The row of each seed, where every seed has one."""
    if not all(seed in row_of_seed for seed in seeds):
        return None
    return np.array([row_of_seed[seed] for seed in seeds], dtype=np.float64)


def _row(base: pl.Series, other: pl.Series, rows: Numbers | None) -> dict[str, float | int | str | None]:
    first, second = base.to_numpy().astype(np.float64), other.to_numpy().astype(np.float64)
    known = np.isfinite(first) & np.isfinite(second)
    first, second = first[known], second[known]
    difference = second - first
    pairs = len(difference)
    if not pairs:
        return {"pairs": 0, "verdict": "cannot_tell"}
    low, high = interval(difference)
    run_low, run_high = np.percentile(difference, RUN_RANGE)
    split = None if rows is None else spread(difference, rows[known])
    if split is not None:
        low, high = split.mean - split.precise, split.mean + split.precise
        run_low, run_high = split.mean + np.percentile(split.residuals, RUN_RANGE)
    return {
        "pairs": pairs, "base": float(first.mean()), "other": float(second.mean()),
        "difference": float(difference.mean()), "precision_low": low, "precision_high": high,
        "run_low": float(run_low), "run_high": float(run_high),
        "variance_reduction": _reduction(first, second, difference), "verdict": _verdict(difference, low, high),
    }


def luck_saved(found: pl.DataFrame) -> float | None:
    """Return what common luck was worth: the median of ``variance_reduction`` over the rows; None when none is known.

    Args:
        found: rows of ``compare``, or of another table with that column.
    """
    middle = found["variance_reduction"].drop_nulls().median()
    return float(middle) if isinstance(middle, (int, float)) else None


def variance_reduction(base: Numbers, other: Numbers) -> float | None:
    """Return how many times more runs independent seeds would need for the precision these pairs give their difference.

    (var(base) + var(other)) / var(difference); None with fewer than two pairs or a difference that never varies.
    """
    return _reduction(base, other, other - base)


def interval(values: Numbers) -> tuple[float, float] | tuple[None, None]:
    """Return the 95 % t interval of the mean; nothing with fewer than two values."""
    if len(values) < 2:  # noqa: PLR2004 - a spread needs two
        return None, None
    half = half_width(values)
    mean = float(values.mean())
    return mean - half, mean + half


def half_width(values: Numbers) -> float:
    """Return half the width of the 95 % t interval of the mean of two or more values."""
    quantile = float(stats.t.ppf((1 + CONFIDENCE) / 2, len(values) - 1))
    return quantile * float(values.std(ddof=1)) / float(np.sqrt(len(values)))


def _reduction(base: Numbers, other: Numbers, difference: Numbers) -> float | None:
    if len(difference) < 2:  # noqa: PLR2004
        return None
    paired = float(difference.var(ddof=1))
    return float((base.var(ddof=1) + other.var(ddof=1)) / paired) if paired > 0 else None


def _verdict(difference: Numbers, low: float | None, high: float | None) -> str:
    if not difference.any():
        return "same"
    alike = bool((difference == difference[0]).all())
    if low is None or high is None or low <= 0 <= high or (alike and len(difference) < FEWEST_ALIKE):
        return "cannot_tell"
    return "higher" if low > 0 else "lower"


def _refuse_unequal(base: pl.DataFrame, other: pl.DataFrame) -> None:
    ours, theirs = set(base["seed"].unique()), set(other["seed"].unique())
    if ours != theirs:
        lone = ", ".join(str(seed) for seed in sorted(ours ^ theirs)[:8])
        raise OutcomeError.about(
            "seeds",
            Text(f"kan ikke sammenlignes parvis: disse seeds findes kun i det ene scenarie: {lone}",
                 f"cannot be compared pair by pair: these seeds are in only one of the scenarios: {lone}"),
            Text("Kør begge scenarier med de samme seeds.", "Run both scenarios with the same seeds."),
        )
    if not base.select("measure", "group").unique().join(
        other.select("measure", "group").unique(), on=["measure", "group"], how="anti").is_empty():
        raise OutcomeError.about("measures", Text(
            "er ikke de samme i de to; mål dem med den samme udgave",
            "are not the same in the two; measure them with the same version"))
