"""What is varied and how widely: the fifteen fitted settings over their plausible ranges, and the structure switches.

A prior is flat over the plausible range of the catalogue, on a log scale where the range spans a factor of five or
more: the catalogue's own values were set by hand while looking at the targets, so they must not pull.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sim.scenario.facts import facts_of
from sim.scenario.loading import Given
from sim.scenario.rows import Row
from sim.scenario.settings import Settings
from sim.studies.calibration.chance import hypercube
from sim.vocabulary import ChangeLossSplit, DurationSource, Word

Numbers = npt.NDArray[np.float64]

SWITCHES: dict[str, tuple[Word, ...]] = {
    "person.duration_source": tuple(DurationSource),
    "casework.change_loss_split": tuple(ChangeLossSplit),
}
"""Structure that the targets cannot tell apart: every member is as likely before calibration as the others."""

_WIDE = 5.0


@dataclass(frozen=True, slots=True)
class Prior:
    """One fitted setting: its range, flat or flat on a log scale."""

    key: str
    low: float
    high: float
    logarithmic: bool

    def value(self, share: float) -> float:
        """The value below which ``share`` of the prior lies."""
        if self.logarithmic:
            return math.exp(math.log(self.low) + share * math.log(self.high / self.low))
        return self.low + share * (self.high - self.low)

    def share(self, value: float) -> float:
        """The share of the prior below a value, between 0 and 1."""
        if self.logarithmic:
            found = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        else:
            found = (value - self.low) / (self.high - self.low)
        return min(max(found, 0.0), 1.0)


def priors() -> tuple[Prior, ...]:
    """The fitted settings in the order of the catalogue."""
    found = []
    for key, fact in facts_of(Settings).items():
        if fact.role == "fitted" and fact.plausible is not None:
            low, high = fact.plausible
            found.append(Prior(key, low, high, logarithmic=low > 0 and high / low >= _WIDE))
    return tuple(found)


WIDTH = 17
"""Columns of a place: fifteen fitted settings and two switches, each as a share between 0 and 1."""


def design(stream: int, count: int) -> Numbers:
    """Places spread evenly over the prior: ``count`` by ``WIDTH``."""
    return hypercube(stream, count, len(priors()) + len(SWITCHES))


def row_at(number: int, place: Sequence[float] | Numbers) -> Row:
    """The parameter row at a place: shares of the priors, then of the switches' members."""
    values: dict[str, Given] = {prior.key: _short(prior.value(float(share)))
                                for prior, share in zip(priors(), place, strict=False)}
    for (key, members), share in zip(SWITCHES.items(), place[len(priors()):], strict=True):
        values[key] = members[min(int(float(share) * len(members)), len(members) - 1)].key
    return Row(number, values)


def place_of(row: Row) -> Numbers:
    """The place of a row: the inverse of ``row_at``, with a switch in the middle of its member's share."""
    shares = [prior.share(float(row.values[prior.key])) for prior in priors()]
    for key, members in SWITCHES.items():
        names = [member.key for member in members]
        shares.append((names.index(str(row.values[key])) + 0.5) / len(members))
    return np.array(shares)


def _short(value: float) -> float:
    """Six digits: readable, and the same wherever it is computed."""
    return float(f"{value:.6g}")
