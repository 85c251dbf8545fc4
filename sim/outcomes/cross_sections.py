"""Pathways summed up per seed: how each week is spread, how mixed it is, time in each code, moves; and paired gaps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sim.errors import OutcomeError, Text
from sim.outcomes.sequences import Numbers
from sim.outcomes.student import reaches
from sim.outcomes.week_codes import WeekCodes
from sim.record.schema import Layer

PER = 1000
"""Moves are told per 1,000 weeks spent in the code they start from."""


@dataclass(frozen=True)
class CrossSections:
    """One scenario's pathways in one layer.

    ``shares``: of those present, (seeds, alphabet, weeks). ``entropy``: (seeds, weeks). ``mean_time``: weeks per
    person, (seeds, alphabet). ``moves``: per 1,000 weeks in the code of the row, (seeds, alphabet, alphabet); staying
    is left out (NaN on the diagonal), and a code that nobody was in has a row of NaN.
    """

    layer: Layer
    seeds: tuple[int, ...]
    shares: Numbers
    entropy: Numbers
    mean_time: Numbers
    moves: Numbers

    @classmethod
    def of(cls, codes: WeekCodes) -> CrossSections:
        """Sum up seed by seed.

        Raises:
            OutcomeError: when there is nobody.
        """
        seeds = tuple(sorted(codes.people["seed"].unique().to_list()))
        if not seeds or not codes.codes.shape[1]:
            raise OutcomeError.about("pathways", Text("der er ingen borgere eller ingen uger",
                                                      "there are no citizens or no weeks"))
        own = [codes.taken((codes.people["seed"] == seed).to_numpy()) for seed in seeds]
        diagonal = np.where(np.eye(len(codes.words)), np.nan, PER)
        return cls(
            codes.layer, seeds, np.stack([one.shares() for one in own]), np.stack([one.entropy() for one in own]),
            np.stack([one.mean_time() for one in own]), np.stack([one.weekly_rates() * diagonal for one in own]),
        )


@dataclass(frozen=True)
class Gap:
    """A paired difference: the mean over seeds, and the 95 % interval of that mean (NaN with one seed)."""

    mean: Numbers
    low: Numbers
    high: Numbers

    @property
    def clear(self) -> npt.NDArray[np.bool_]:
        """Where the interval does not hold zero."""
        with np.errstate(invalid="ignore"):
            return np.asarray((self.low > 0) | (self.high < 0))


def gap(base: Numbers, other: Numbers) -> Gap:
    """Subtract seed by seed along the first axis; a seed in which either is unknown is left out, cell by cell."""
    differences = other - base
    known = np.isfinite(differences)
    count = known.sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(known, differences, 0.0).sum(axis=0) / count
        spread = np.sqrt((np.where(known, differences - mean, 0.0) ** 2).sum(axis=0) / (count - 1))
        half = reaches(count - 1.0) * spread / np.sqrt(count)
    return Gap(mean, mean - half, mean + half)


def refuse_unlike(base: CrossSections, other: CrossSections) -> None:
    """See that two can be subtracted.

    Raises:
        OutcomeError: when seeds or weeks differ.
    """
    if base.seeds != other.seeds or base.entropy.shape != other.entropy.shape:
        raise OutcomeError.about(
            "pathways",
            Text("de to kørsler har ikke de samme frø og uger", "the two runs do not have the same seeds and weeks"),
            Text("Kør dem sammen med vendepunkt compare.", "Run them together with vendepunkt compare."),
        )
