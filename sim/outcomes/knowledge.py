"""Paired differences on several accepted rows: chance within a row and ignorance between rows kept apart.

Differences of seed s on row r are read as d = mean + a(r) + e(s, r): a one-way analysis of variance with rows drawn at
random from the accepted set. The mean square within rows is chance alone; what the mean square between rows has above
it is what we do not know, with Monte Carlo noise taken out (Searle, Casella & McCulloch 1992, ch. 3).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl

from sim.outcomes.pairs import Numbers, Pairs
from sim.outcomes.student import reach

SCHEMA = {"measure": pl.String, "group": pl.String, "rows": pl.Int64, "low": pl.Float64, "high": pl.Float64,
          "between": pl.Float64, "within": pl.Float64}


@dataclass(frozen=True, slots=True)
class Spread:
    """What the differences of several seeds on several rows show; every field has the shape (lines,) but residuals.

    ``within``: standard deviation of single runs on one row. ``between``: standard deviation of the true difference
    from row to row (0 when it does not show above chance). ``precise``: half width of the interval of the average over
    the rows used, from chance alone. ``known``: half width of the interval in which the true difference of a row drawn
    anew is expected: spread between rows and precision together, so never narrower than precision. ``residuals``:
    what single runs differ by from their row, (lines, seeds).
    """

    mean: Numbers
    within: Numbers
    between: Numbers
    precise: Numbers
    known: Numbers
    residuals: Numbers


def spread(differences: Numbers, rows: Numbers) -> Spread | None:
    """Split differences, (lines, seeds), by the row of each seed, (seeds,).

    None with fewer than two rows, or no row with two runs.
    """
    numbers, place = np.unique(rows, return_inverse=True)
    total, count = len(rows), np.bincount(place).astype(np.float64)
    kinds = len(numbers)
    if kinds < 2 or total <= kinds:  # noqa: PLR2004 - a spread needs two
        return None
    sums = np.zeros((len(differences), kinds))
    for column, kind in enumerate(place):  # one seed after the other: the same sum on every machine
        sums[:, kind] += differences[:, column]
    means = sums / count
    mean = differences.mean(axis=1)
    residuals = differences - means[:, place]
    inside = (residuals**2).sum(axis=1) / (total - kinds)
    outside = (count * (means - mean[:, None]) ** 2).sum(axis=1) / (kinds - 1)
    typical = (total - float((count**2).sum()) / total) / (kinds - 1)
    between = np.maximum(0.0, (outside - inside) / typical)
    precise = reach(total - kinds) * np.sqrt(inside / total)
    known = reach(kinds - 1) * np.sqrt(between + between * float((count**2).sum()) / total**2 + inside / total)
    # Within a row the mean was fitted, which shrinks residuals; single runs spread this much more.
    grown = residuals * np.sqrt(count / np.maximum(count - 1, 1))[place]
    return Spread(mean, np.sqrt(inside), np.sqrt(between), precise, np.maximum(known, precise), grown)


def knowledge(base: pl.DataFrame, other: pl.DataFrame, row_of_seed: Mapping[int, int]) -> pl.DataFrame:
    """Return measure, group, rows, low, high, between and within: what we do not know about each difference.

    ``base`` and ``other`` are tidy frames of ``measure``; ``row_of_seed`` tells which accepted row a seed was lived
    under. Measures that cannot be split (one row, one run per row, nothing measured) have no line.
    """
    pairs = Pairs.of(base.filter(pl.col("seed").is_in(list(row_of_seed))), other)
    rows = np.array([row_of_seed[int(seed)] for seed in pairs.seeds], dtype=np.float64)
    found = []
    for lines, seeds in pairs.alike():
        base_values, other_values = pairs.values(lines, seeds)
        split = spread(other_values - base_values, rows[seeds])
        if split is not None:
            found.append(pairs.lines[lines].with_columns(
                line=pl.Series(lines), rows=pl.lit(len(np.unique(rows[seeds]))).cast(pl.Int64),
                low=pl.Series(split.mean - split.known), high=pl.Series(split.mean + split.known),
                between=pl.Series(split.between), within=pl.Series(split.within),
            ))
    return pl.concat(found).sort("line").select(list(SCHEMA)) if found else pl.DataFrame(schema=SCHEMA)
