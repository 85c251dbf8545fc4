"""Paired differences on several accepted rows: chance within a row and ignorance between rows kept apart.

Differences of seed s on row r are read as d = mean + a(r) + e(s, r): a one-way analysis of variance with rows drawn at
random from the accepted set. The mean square within rows is chance alone; what the mean square between rows has above
it is what we do not know, with Monte Carlo noise taken out (Searle, Casella & McCulloch 1992, ch. 3).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy import stats

Numbers = npt.NDArray[np.float64]

CONFIDENCE = 0.95
SCHEMA = {"measure": pl.String, "group": pl.String, "rows": pl.Int64, "low": pl.Float64, "high": pl.Float64,
          "between": pl.Float64, "within": pl.Float64}


@dataclass(frozen=True, slots=True)
class Spread:
    """What some differences on several rows show.

    ``within``: standard deviation of single runs on one row. ``between``: standard deviation of the true difference
    from row to row (0 when it does not show above chance). ``precise``: half width of the interval of the average over
    the rows used, from chance alone. ``known``: half width of the interval in which the true difference of a row drawn
    anew is expected: spread between rows and precision together, so never narrower than precision.
    """

    mean: float
    within: float
    between: float
    precise: float
    known: float
    residuals: Numbers


def spread(differences: Numbers, rows: Numbers) -> Spread | None:
    """Split differences by row; None with fewer than two rows, or no row with two runs."""
    numbers, place = np.unique(rows, return_inverse=True)
    total, count = len(differences), np.bincount(place).astype(np.float64)
    kinds = len(numbers)
    if kinds < 2 or total <= kinds:  # noqa: PLR2004 - a spread needs two
        return None
    means = np.bincount(place, weights=differences) / count
    mean = float(differences.mean())
    residuals = differences - means[place]
    inside = float((residuals**2).sum()) / (total - kinds)
    outside = float((count * (means - mean) ** 2).sum()) / (kinds - 1)
    typical = (total - float((count**2).sum()) / total) / (kinds - 1)
    between = max(0.0, (outside - inside) / typical)
    precise = _t(total - kinds) * float(np.sqrt(inside / total))
    known = _t(kinds - 1) * float(np.sqrt(between + between * float((count**2).sum()) / total**2 + inside / total))
    # Within a row the mean was fitted, which shrinks residuals; single runs spread this much more.
    grown = residuals * np.sqrt(count / np.maximum(count - 1, 1))[place]
    return Spread(mean, float(np.sqrt(inside)), float(np.sqrt(between)), precise, max(known, precise), grown)


def knowledge(base: pl.DataFrame, other: pl.DataFrame, row_of_seed: Mapping[int, int]) -> pl.DataFrame:
    """Return measure, group, rows, low, high, between and within: what we do not know about each difference.

    ``base`` and ``other`` are tidy frames of ``measure``; ``row_of_seed`` tells which accepted row a seed was lived
    under. Measures that cannot be split (one row, one run per row, nothing measured) have no line.
    """
    keys = ["measure", "group"]
    rows = pl.DataFrame({"seed": list(row_of_seed), "row": list(row_of_seed.values())},
                        {"seed": pl.Int32, "row": pl.Int64})
    paired = base.join(other, on=["seed", *keys], suffix="_other").join(rows, on="seed").with_columns(
        difference=pl.col("value_other") - pl.col("value")
    ).filter(pl.col("difference").is_finite())
    found = []
    for (measure, group), part in paired.partition_by(keys, as_dict=True, maintain_order=True).items():
        split = spread(part["difference"].to_numpy().astype(np.float64), part["row"].to_numpy().astype(np.float64))
        if split is not None:
            found.append({
                "measure": measure, "group": group, "rows": part["row"].n_unique(), "low": split.mean - split.known,
                "high": split.mean + split.known, "between": split.between, "within": split.within,
            })
    return pl.DataFrame(found, schema=SCHEMA, orient="row")


def _t(freedom: int) -> float:
    return float(stats.t.ppf((1 + CONFIDENCE) / 2, freedom))
