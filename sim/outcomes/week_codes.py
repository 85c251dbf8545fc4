"""Pathways week by week: one code per person and week, the form that sequence analysis calls STS."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.outcomes.sequences import Numbers, Sequences, Whole
from sim.outcomes.stays import stays
from sim.record.schema import NO_CODE, Layer
from sim.record.tables import RunTables
from sim.vocabulary import Benefit, Phase, Standing, Word

WORDS: dict[Layer, type[Word]] = {Layer.STANDING: Standing, Layer.PHASE: Phase, Layer.BENEFIT: Benefit}
"""The closed set of words that the codes of a layer belong to."""


@dataclass(frozen=True)
class WeekCodes:
    """One layer of many pathways.

    ``people`` has a row (seed, citizen) per person; ``codes`` is (people, weeks), uint8, ``NO_CODE`` in weeks in which
    the person is not in the record.
    """

    layer: Layer
    people: pl.DataFrame
    codes: npt.NDArray[np.uint8]

    @classmethod
    def of(cls, tables: RunTables, layer: Layer) -> WeekCodes:
        """Lay the stays of one layer out week by week; people in the order of seed and citizen."""
        rows = Sequences.of(stays(tables, layer))
        length = rows.weeks
        codes = np.full((rows.people.height, tables.weeks), NO_CODE, dtype=np.uint8)
        person = np.repeat(rows.person, length)
        week = np.arange(int(length.sum())) - np.repeat(np.cumsum(length) - length - rows.start, length)
        codes[person, week] = np.repeat(rows.code, length)
        return cls(layer, rows.people, codes)

    @property
    def words(self) -> type[Word]:
        """The words of the codes."""
        return WORDS[self.layer]

    def taken(self, rows: npt.NDArray[np.integer] | npt.NDArray[np.bool_]) -> WeekCodes:
        """The same for some of the people."""
        chosen = np.flatnonzero(rows) if rows.dtype == np.bool_ else rows
        return WeekCodes(self.layer, self.people[chosen], self.codes[chosen])

    def counts(self) -> Whole:
        """How many people have each code in each week, (alphabet, weeks)."""
        return np.stack([(self.codes == int(word)).sum(axis=0, dtype=np.int64) for word in self.words])

    def shares(self) -> Numbers:
        """The share of those present with each code in each week, (alphabet, weeks); NaN in weeks without anybody."""
        counts = self.counts()
        with np.errstate(invalid="ignore"):
            return np.asarray(counts / counts.sum(axis=0))

    def entropy(self) -> Numbers:
        """How mixed each week is, (weeks,): 0 when all have one code, 1 when all codes are equally common.

        ``-sum(p ln p) / ln a`` over the shares ``p`` of a week and an alphabet of ``a`` codes (TraMineR ``seqstatd``).
        """
        shares = self.shares()
        logs = np.log(shares, out=np.zeros_like(shares), where=shares > 0)
        return np.asarray(np.abs((shares * logs).sum(axis=0)) / np.log(len(self.words)))

    def mean_time(self) -> Numbers:
        """Weeks that a person spends in each code on average, (alphabet,); NaN without people."""
        whole = self.counts().sum(axis=1)
        return np.asarray(whole / len(self.codes)) if len(self.codes) else np.full(len(whole), np.nan)

    def moves(self) -> Whole:
        """How often a week in one code (rows) was followed by a week in another or the same (columns)."""
        alphabet = len(self.words)
        before, after = self.codes[:, :-1], self.codes[:, 1:]
        both = (before != NO_CODE) & (after != NO_CODE)
        cell = before[both].astype(np.int64) * alphabet + after[both]
        return np.bincount(cell, minlength=alphabet * alphabet).reshape(alphabet, alphabet)

    def weekly_rates(self) -> Numbers:
        """The chance that a week in one code (rows) is followed by a week in another (columns); rows add up to 1.

        Staying counts, as in TraMineR ``seqtrate``; a code that nobody is in before the last week has a row of NaN.
        """
        moves = self.moves()
        with np.errstate(invalid="ignore"):
            return np.asarray(moves / moves.sum(axis=1, keepdims=True))
