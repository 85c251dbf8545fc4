"""Two scenarios compared seed by seed: what differs, how precisely that is known, and what can honestly be said."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.errors import OutcomeError, Text
from sim.outcomes.knowledge import spread
from sim.outcomes.pairs import Numbers, Pairs, Whole
from sim.outcomes.student import reach

RUN_RANGE = (5.0, 95.0)
"""Percentiles of single-run differences: what one municipality of this size might see."""

FEWEST_RUNS = 8
"""Pairs below which nothing is said about what a single municipality might see: between two or three runs there is no
band to speak of. It is also the least that a comparison runs when it chooses for itself."""

FEWEST_ALIKE = 6
"""Pairs needed when all differ by the same amount: a t interval has no width then and says nothing, and by the sign
test six of one sign are the first that chance makes rarer than 5 %."""

SCHEMA = {
    "measure": pl.String, "group": pl.String, "pairs": pl.Int64, "base": pl.Float64, "other": pl.Float64,
    "difference": pl.Float64, "precision_low": pl.Float64, "precision_high": pl.Float64, "run_low": pl.Float64,
    "run_high": pl.Float64, "variance_reduction": pl.Float64, "verdict": pl.String,
}
_NO_ROWS: Mapping[int, int] = MappingProxyType({})
VERDICTS = _HIGHER, _LOWER, _CANNOT_TELL, _SAME = ("higher", "lower", "cannot_tell", "same")


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
    pairs = Pairs.of(base, other)
    rows = _rows(pairs.seeds, row_of_seed)
    count = np.zeros(pairs.lines.height, dtype=np.int64)
    verdict = np.full(pairs.lines.height, _CANNOT_TELL, dtype=object)
    numbers = {name: np.full(pairs.lines.height, np.nan) for name, kind in SCHEMA.items() if kind == pl.Float64}
    for lines, seeds in pairs.alike():
        count[lines] = len(seeds)
        if len(seeds):
            first, second = pairs.values(lines, seeds)
            told = _told(first, second, None if rows is None else rows[seeds])
            verdict[lines] = _verdicts(second - first, told["precision_low"], told["precision_high"])
            for name, column in told.items():
                numbers[name][lines] = column
    found = pairs.lines.with_columns(
        pl.Series("pairs", count), pl.Series("verdict", verdict, dtype=pl.String),
        *(pl.Series(name, column).fill_nan(None) for name, column in numbers.items()),
    )
    return found.select(list(SCHEMA))


def _rows(seeds: Whole, row_of_seed: Mapping[int, int]) -> Numbers | None:
    """The row of each seed, where every seed has one."""
    known = [row_of_seed[int(seed)] for seed in seeds if int(seed) in row_of_seed]
    return np.array(known, dtype=np.float64) if len(known) == len(seeds) else None


def _told(first: Numbers, second: Numbers, rows: Numbers | None) -> dict[str, Numbers]:
    """The numbers of some lines that know the same seeds: both sides (lines, seeds), and the row of each seed."""
    difference = second - first
    mean = difference.mean(axis=1)
    low, high = _interval(difference)
    run_low, run_high = np.percentile(difference, RUN_RANGE, axis=1)
    split = None if rows is None else spread(difference, rows)
    if split is not None:
        low, high = split.mean - split.precise, split.mean + split.precise
        run_low, run_high = split.mean + np.percentile(split.residuals, RUN_RANGE, axis=1)
    return {
        "base": first.mean(axis=1), "other": second.mean(axis=1), "difference": mean, "precision_low": low,
        "precision_high": high, "run_low": run_low, "run_high": run_high,
        "variance_reduction": _reductions(first, second, difference),
    }


def _interval(difference: Numbers) -> tuple[Numbers, Numbers]:
    """The 95 % t interval of each line's mean; NaN with fewer than two seeds."""
    seeds, mean = difference.shape[1], difference.mean(axis=1)
    if seeds < 2:  # noqa: PLR2004 - a spread needs two
        return np.full(len(mean), np.nan), np.full(len(mean), np.nan)
    half = reach(seeds - 1) * difference.std(axis=1, ddof=1) / np.sqrt(seeds)
    return mean - half, mean + half


def _reductions(base: Numbers, other: Numbers, difference: Numbers) -> Numbers:
    """``variance_reduction`` of each line; NaN with fewer than two seeds or a difference that never varies."""
    if difference.shape[1] < 2:  # noqa: PLR2004
        return np.full(len(difference), np.nan)
    paired, apart = difference.var(axis=1, ddof=1), base.var(axis=1, ddof=1) + other.var(axis=1, ddof=1)
    found: Numbers = np.divide(apart, paired, out=np.full(len(paired), np.nan), where=paired > 0)
    return found


def _verdicts(difference: Numbers, low: Numbers, high: Numbers) -> npt.NDArray[np.object_]:
    same = ~difference.any(axis=1)
    alike = (difference == difference[:, :1]).all(axis=1) & (difference.shape[1] < FEWEST_ALIKE)
    unsure = np.isnan(low) | ((low <= 0) & (high >= 0)) | alike
    return np.select([same, unsure, low > 0], [_SAME, _CANNOT_TELL, _HIGHER], _LOWER).astype(np.object_)


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
    found = float(_reductions(base[None], other[None], (other - base)[None])[0])
    return None if np.isnan(found) else found


def interval(values: Numbers) -> tuple[float, float] | tuple[None, None]:
    """Return the 95 % t interval of the mean; nothing with fewer than two values."""
    if len(values) < 2:  # noqa: PLR2004
        return None, None
    low, high = _interval(values[None])
    return float(low[0]), float(high[0])


def half_width(values: Numbers) -> float:
    """Return half the width of the 95 % t interval of the mean of two or more values."""
    return reach(len(values) - 1) * float(values.std(ddof=1)) / float(np.sqrt(len(values)))


def _refuse_unequal(base: pl.DataFrame, other: pl.DataFrame) -> None:
    ours, theirs = set(base["seed"].unique()), set(other["seed"].unique())
    if ours != theirs:
        lone = ", ".join(str(seed) for seed in sorted(ours ^ theirs)[:8])
        raise OutcomeError.about(
            "seeds",
            Text(f"kan ikke sammenlignes parvis: disse frø findes kun i det ene scenarie: {lone}",
                 f"cannot be compared pair by pair: these seeds are in only one of the scenarios: {lone}"),
            Text("Kør begge scenarier med de samme frø.", "Run both scenarios with the same seeds."),
        )
    if not base.select("measure", "group").unique().join(
        other.select("measure", "group").unique(), on=["measure", "group"], how="anti").is_empty():
        raise OutcomeError.about("measures", Text(
            "er ikke de samme i de to; mål dem med den samme udgave",
            "are not the same in the two; measure them with the same version"))
