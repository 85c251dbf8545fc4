"""From stretches of weeks to a number for every week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.record.tables import RunTables

Weekly = npt.NDArray[np.float64]


@dataclass(frozen=True)
class WeeklyCounts:
    """How many stretches of each kind run in each week; kinds are named by the values of some columns."""

    counts: Mapping[tuple[int, ...], Weekly]
    shape: tuple[int, int]

    @classmethod
    def of(cls, stretches: pl.DataFrame, keys: list[str], tables: RunTables) -> WeeklyCounts:
        """Count rows (seed, start, end, keys) per seed and week of ``tables``, for each value of ``keys``."""
        shape = (len(tables.seeds), tables.weeks)
        parts = stretches.with_columns(one=pl.lit(1.0)).partition_by(keys, as_dict=True)
        counts = {tuple(int(part) for part in key): weekly_sums(rows, "one", tables) for key, rows in parts.items()}
        return cls(counts, shape)

    def of_key(self, *key: int) -> Weekly:
        """Return the counts of one kind, (seeds, weeks); zeros when nothing of the kind happened."""
        return self.counts.get(key, np.zeros(self.shape))


def weekly_sums(stretches: pl.DataFrame, column: str, tables: RunTables) -> Weekly:
    """Return the sum of ``column`` over the stretches (seed, start, end) that run in each week, (seeds, weeks).

    A stretch adds its value at its start and takes it away at its end; the running sum is what runs.
    """
    steps = np.zeros((len(tables.seeds), tables.weeks + 1))
    row = np.searchsorted(np.array(tables.seeds, dtype=np.int64), stretches["seed"].to_numpy())
    value = stretches[column].cast(pl.Float64).to_numpy()
    np.add.at(steps, (row, stretches["start"].to_numpy()), value)
    np.subtract.at(steps, (row, stretches["end"].to_numpy()), value)
    return np.asarray(np.cumsum(steps, axis=1)[:, :-1])
