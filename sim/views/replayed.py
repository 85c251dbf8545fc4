"""What the page of a replay is made of, as plain data: a door fills it in, no view plays anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sim.errors import Text
from sim.views.life import Life

Shares = npt.NDArray[np.float64]
"""Share of futures by week and phase code."""
Codes = npt.NDArray[np.uint8]
"""A phase code for every week."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event of the script (or something only the text tells): first and last possible week, words, source."""

    first: int
    last: int
    words: Text
    source: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the script as told is held against: mean agreement, how much the told script is ahead, and a p-value."""

    mean: float
    difference: float
    low: float
    high: float
    p: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """How the futures agree with the phases coded from the text; shares are of weeks."""

    told: float
    first: float
    second: float
    constant: float
    baselines: Mapping[str, Baseline]
    between: float
    kappa: float
    acted: float


@dataclass(frozen=True, slots=True)
class CounterCase:
    """The counter-case: what differs, its futures, and how many more or fewer of the told futures end in work."""

    words: Text
    shares: Shares
    in_work: float
    difference: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Replayed:
    """One case and its futures. ``strips`` are the two codings with every range at its middle."""

    name: str
    source: str
    title: Text
    story: Text
    questions: tuple[Text, ...]
    weeks: int
    futures: int
    script: tuple[Mark, ...]
    milestones: tuple[Mark, ...]
    strips: tuple[Codes, Codes]
    shares: Shares
    in_work: float
    life: Life
    agreement: Agreement
    counter: CounterCase | None
    facts: Mapping[str, tuple[str, ...]]
    version: str
