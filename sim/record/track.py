"""Looking things up by person and week: which of a person's rows came last before a week, and how many did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt
import polars as pl

Whole = npt.NDArray[np.int64]

PERSON = ("seed", "citizen")
NOBODY = -1
_STRIDE = 2**20
"""Weeks on the line between one person and the next: more than any run has, twenty thousand years."""


@dataclass(frozen=True)
class Track:
    """Rows of some table laid out on one line, person after person and week after week, (rows,), ascending."""

    line: Whole

    @classmethod
    def of(cls, person: Whole, week: Whole) -> Self:
        """Lay out rows that are sorted by person (a number from 0 on) and week."""
        return cls(person * _STRIDE + week)

    def last(self, person: Whole, week: Whole) -> Whole:
        """The place of each person's last row of this week or before; -1 where there is none."""
        if not len(self.line):
            return np.full(len(person), NOBODY, dtype=np.int64)
        place = self._until(person, week) - 1
        return np.where(self.line[np.maximum(place, 0)] // _STRIDE == person, place, NOBODY)

    def count(self, person: Whole, first: Whole, last: Whole) -> Whole:
        """How many of each person's rows lie in these weeks, both ends counted."""
        return self._until(person, last) - self._until(person, first - 1)

    def _until(self, person: Whole, week: Whole) -> Whole:
        return np.searchsorted(self.line, person * _STRIDE + week, side="right")


def numbered(people: pl.DataFrame, rows: pl.DataFrame) -> Whole:
    """The place of each row's person among ``people`` (one row per seed and citizen); -1 for a stranger."""
    places = people.select(PERSON).with_row_index("person")
    found = rows.select(PERSON).join(places, on=PERSON, how="left", maintain_order="left")["person"]
    return found.cast(pl.Int64).fill_null(NOBODY).to_numpy()
