"""The same person in the same week of two scenarios: alike, nearer work, further from it, or different otherwise."""

from __future__ import annotations

import enum
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sim.outcomes.stays import PERSON
from sim.outcomes.week_codes import WeekCodes
from sim.record.schema import NO_CODE
from sim.vocabulary import PLACEMENTS, Benefit, Phase, Standing, Word

_LEVELS: dict[type[Word], dict[Word, int]] = {
    Phase: {
        Phase.DERAILMENT: 0, Phase.SETBACK: 1, Phase.STAGNATION: 2, Phase.PROGRESSION: 3, Phase.IN_WORK: 4,
    },
    Standing: {
        **dict.fromkeys((Standing.BENEFIT, Standing.SUPPORT, Standing.UPSKILLING, Standing.ACTIVATION,
                         Standing.RESOURCE_COURSE, Standing.FLEXJOB_WAITING), 0),
        **dict.fromkeys((*PLACEMENTS, Standing.WAGE_SUBSIDY, Standing.SMALL_JOB), 1),
        Standing.FLEXJOB: 2, Standing.PART_TIME: 3, Standing.FULL_TIME: 4,
    },
    Benefit: {},
}
"""From far from work to work. Education, self-support, pension, having left, and benefits stand on no such line."""


class Twin(enum.IntEnum):
    """How a person's week in the other scenario compares."""

    ALIKE = 0
    NEARER = 1
    FURTHER = 2
    OTHERWISE = 3
    ABSENT = 4


@dataclass(frozen=True)
class Twins:
    """People whom both scenarios know: both sides' codes and how they compare, (people, weeks) each."""

    base: WeekCodes
    other: WeekCodes
    compared: npt.NDArray[np.uint8]

    @classmethod
    def of(cls, base: WeekCodes, other: WeekCodes) -> Twins:
        """Match by seed and citizen; who is in one scenario alone is left out."""
        rows = base.people.with_row_index("left").join(
            other.people.with_row_index("right"), on=PERSON, how="inner", maintain_order="left")
        ours, theirs = base.taken(rows["left"].to_numpy()), other.taken(rows["right"].to_numpy())
        return cls(ours, theirs, _compared(ours.codes, theirs.codes, base.words))

    def shares(self) -> dict[Twin, float]:
        """The share of weeks, of those in which both know the person, that compare so."""
        counts = np.bincount(self.compared.ravel(), minlength=len(Twin)).astype(np.float64)
        known = counts[: int(Twin.ABSENT)].sum()
        return {twin: float(counts[int(twin)] / known) if known else 0.0 for twin in Twin if twin is not Twin.ABSENT}

    def first(self, most: int) -> Twins:
        """At most so many people, evenly picked, of those in the record from the first week to the last in both."""
        whole = np.flatnonzero(((self.base.codes != NO_CODE) & (self.other.codes != NO_CODE)).all(axis=1))
        return self.taken(whole[evenly(len(whole), most)])

    def taken(self, rows: npt.NDArray[np.int64]) -> Twins:
        """The same for some of the people, in the order given."""
        return Twins(self.base.taken(rows), self.other.taken(rows), self.compared[rows])


def evenly(count: int, most: int) -> npt.NDArray[np.int64]:
    """At most ``most`` places out of ``count``, evenly spread."""
    return np.arange(count) if count <= most else np.linspace(0, count - 1, most).astype(np.int64)


def whole_pathways(codes: WeekCodes, most: int) -> WeekCodes:
    """At most so many people, evenly picked, of those in the record in every week."""
    whole = np.flatnonzero((codes.codes != NO_CODE).all(axis=1))
    return codes.taken(whole[evenly(len(whole), most)])


def by_time(codes: WeekCodes, order: tuple[Word, ...]) -> npt.NDArray[np.int64]:
    """The order of people by weeks in the first code of ``order``, then in the second, and so on; most first."""
    time = [(codes.codes == int(word)).sum(axis=1) for word in order]
    return np.lexsort(tuple(-one for one in reversed(time)))


def _compared(
    base: npt.NDArray[np.uint8], other: npt.NDArray[np.uint8], words: type[Word],
) -> npt.NDArray[np.uint8]:
    levels = np.full(NO_CODE + 1, -1, dtype=np.int16)
    for word, level in _LEVELS[words].items():
        levels[int(word)] = level
    ours, theirs = levels[base], levels[other]
    found = np.full(base.shape, int(Twin.OTHERWISE), dtype=np.uint8)
    on_line = (ours >= 0) & (theirs >= 0)
    found[on_line & (theirs > ours)] = int(Twin.NEARER)
    found[on_line & (theirs < ours)] = int(Twin.FURTHER)
    found[base == other] = int(Twin.ALIKE)
    found[(base == NO_CODE) | (other == NO_CODE)] = int(Twin.ABSENT)
    return found
