"""Two scenarios' values side by side, seed by seed: a line per measure and group, a column per seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt
import polars as pl

Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
KEYS = ("measure", "group")


@dataclass(frozen=True)
class Pairs:
    """Values of equal seeds.

    ``lines``: measure and group, in the order of the base. ``seeds``: those that both have, sorted, (seeds,). ``base``
    and ``other``: (lines, seeds), NaN where a value is missing.
    """

    lines: pl.DataFrame
    seeds: Whole
    base: Numbers
    other: Numbers

    @classmethod
    def of(cls, base: pl.DataFrame, other: pl.DataFrame) -> Self:
        """Lay two tidy frames (seed, group, measure, value; each seed, group and measure once) side by side."""
        paired = base.join(other, on=["seed", *KEYS], how="inner", suffix="_other", maintain_order="left")
        lines = base.select(KEYS).unique(maintain_order=True).join(
            paired.select(KEYS), on=KEYS, how="semi", maintain_order="left")
        seeds = paired["seed"].unique().sort().to_numpy().astype(np.int64)
        line = paired.join(lines.with_row_index("line"), on=KEYS, how="left", maintain_order="left")["line"].to_numpy()
        column = np.searchsorted(seeds, paired["seed"].to_numpy())
        return cls(lines, seeds, *(
            _laid_out(paired[name], line, column, (lines.height, len(seeds))) for name in ("value", "value_other")
        ))

    def alike(self) -> Iterator[tuple[Whole, Whole]]:
        """Yield lines that know the same seeds, and those seeds' columns, so that each set is computed in one go."""
        known = np.isfinite(self.base) & np.isfinite(self.other)
        patterns, mine = np.unique(known, axis=0, return_inverse=True)
        for place, pattern in enumerate(patterns):
            yield np.flatnonzero(mine.ravel() == place), np.flatnonzero(pattern)

    def values(self, lines: Whole, seeds: Whole) -> tuple[Numbers, Numbers]:
        """Both sides of some lines and seed columns."""
        chosen = np.ix_(lines, seeds)
        return np.ascontiguousarray(self.base[chosen]), np.ascontiguousarray(self.other[chosen])


def _laid_out(values: pl.Series, line: Whole, column: Whole, shape: tuple[int, int]) -> Numbers:
    table = np.full(shape, np.nan)
    table[line, column] = values.cast(pl.Float64).fill_null(float("nan")).to_numpy()
    return table
