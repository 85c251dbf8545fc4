"""Spells of many citizens as arrays, person by person: what sums over persons are fastest made from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.outcomes.stays import PERSON

Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Sequences:
    """Rows of spells or stays sorted by citizen and start, and whose they are.

    ``people`` has one row (seed, citizen) per person, in the order of the rows; ``person`` is each row's place in it.
    ``code``, ``start`` and ``end`` are whole numbers, (rows,).
    """

    people: pl.DataFrame
    person: Whole
    code: Whole
    start: Whole
    end: Whole

    @classmethod
    def of(cls, rows: pl.DataFrame) -> Sequences:
        """Read rows (seed, citizen, code, start, end) that are sorted by seed, citizen and start."""
        changed = [pl.col(column) != pl.col(column).shift(1) for column in PERSON]
        new = rows.select(pl.any_horizontal(changed).fill_null(value=True)).to_series()
        code, start, end = (rows[name].to_numpy().astype(np.int64) for name in ("code", "start", "end"))
        return cls(rows.filter(new).select(PERSON), np.cumsum(new.to_numpy()) - 1, code, start, end)

    @property
    def weeks(self) -> Whole:
        """How long each row lasts, (rows,)."""
        return self.end - self.start

    def summed(self, values: npt.NDArray[np.generic]) -> Numbers:
        """Add up one number per row for each person, (people,)."""
        return np.asarray(np.bincount(self.person, weights=values, minlength=self.people.height), dtype=np.float64)

    def time(self, alphabet: int) -> Numbers:
        """Weeks that each person spent in each code, (people, alphabet)."""
        cells = self.people.height * alphabet
        found = np.bincount(self.person * alphabet + self.code, weights=self.weeks, minlength=cells)
        return np.asarray(found.reshape(self.people.height, alphabet), dtype=np.float64)

    def moves(self, alphabet: int) -> Whole:
        """How often each person went from one code to another, (people, alphabet, alphabet)."""
        same = self.person[1:] == self.person[:-1]
        cell = (self.person[:-1] * alphabet + self.code[:-1]) * alphabet + self.code[1:]
        shape = (self.people.height, alphabet, alphabet)
        return np.bincount(cell[same], minlength=int(np.prod(shape))).reshape(shape)

    def code_in(self, week: int, nobody: int) -> Whole:
        """Each person's code in ``week``, (people,); ``nobody`` where not present."""
        found = np.full(self.people.height, nobody)
        here = (self.start <= week) & (self.end > week)
        found[self.person[here]] = self.code[here]
        return found
