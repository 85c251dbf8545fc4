"""What an experiment asks of others: a rule for when to stop, a place to keep runs, someone who watches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import polars as pl

from sim.errors import Text
from sim.record.tables import RunTables


class Verdict(Protocol):
    """Whether the runs so far are enough, and why."""

    @property
    def enough(self) -> bool:
        """Stop here."""

    @property
    def reason(self) -> Text:
        """In words for the reader of the results."""


class Stopping(Protocol):
    """When to stop running more seeds."""

    @property
    def floor(self) -> int:
        """Seeds to run before asking for the first time."""

    @property
    def batch(self) -> int:
        """Seeds to run between questions."""

    def decide(self, frames: Mapping[str, pl.DataFrame]) -> Verdict:
        """Judge by the measured frames, by scenario in the order given; the first is what others are held against."""


class Keeper(Protocol):
    """Where the runs of one scenario are kept (``sim.record.folder.RunWriter`` is one)."""

    @property
    def parts(self) -> Path:
        """The folder where workers put each seed's tables."""

    def seeds_done(self) -> frozenset[int]:
        """Seeds that are kept, those of an earlier attempt included."""

    def part(self, seed: int) -> RunTables:
        """The tables of a seed that is kept."""

    def finish(self, stopping: str, elapsed_seconds: float, seeds: Sequence[int]) -> object:
        """Make these seeds, and no others, the result."""

    def close(self) -> None:
        """Let go, finished or not; twice does no harm."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a set of runs is: weeks played (burn-in too) and seeds complete.

    ``planned_*`` reach to the end of the batch under way; the stopping rule may ask for more, up to ``most_seeds``.
    """

    weeks: int
    planned_weeks: int
    seeds: int
    planned_seeds: int
    most_seeds: int


@dataclass(frozen=True, slots=True)
class Finished:
    """What came of it: the seeds run, why no more, how long it took, and each scenario's measured frame."""

    seeds: tuple[int, ...]
    reason: Text
    elapsed_seconds: float
    measured: Mapping[str, pl.DataFrame]
