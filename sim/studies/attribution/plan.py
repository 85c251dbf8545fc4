"""What an attribution is to play: its sample of events, the futures of each, the shares of families."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from sim.record.manifest import Manifest
from sim.vocabulary import ABSENT as GATES
from sim.vocabulary import ABSENT_BY_BROKER, Gate, TurningPoint

WITH, VOID, ABSENT = "with", "void", "absent"
"""An event as it was; its time spent but nothing jumps; the person passed over, so that the next in line gets it."""

TOWN = "town"
"""Shares of families over the jumps of everybody in the town."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of work: the futures of one arm from one snapshot, or the shares of families from one.

    ``event``: the number of the sampled event whose absence it is about; -1 for the arm with everything (``WITH``), and
    for shares of the whole town. ``version``: ``WITH``, ``VOID``, ``ABSENT`` or ``SHARES``.
    """

    seed: int
    week: int
    version: str
    event: int = -1

    @property
    def name(self) -> str:
        """A name to keep it under."""
        end = f"-{self.event}" if self.event >= 0 else ""
        return f"{self.version}-{self.seed}-{self.week}{end}"


SHARES = "shares"


@dataclass(frozen=True)
class Plan:
    """An attribution: of which run, which events, how many futures of how many weeks.

    ``lot`` keys the sample and the futures. ``lives``: numbers of the sampled events whose persons get shares of
    families, beside the whole town.
    """

    manifest: Manifest
    events: pl.DataFrame
    futures: int
    weeks: int
    lot: int
    lives: tuple[int, ...]

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Everything to be played, snapshot by snapshot."""
        return tuple(self._units())

    def _units(self) -> Iterator[Unit]:
        for (seed, week), events in self.events.group_by("seed", "week", maintain_order=True):
            yield Unit(int(seed), int(week), WITH)
            for row in events.iter_rows(named=True):
                yield Unit(row["seed"], row["week"], VOID, row["event"])
                if has_absent(row["kind"]):
                    yield Unit(row["seed"], row["week"], ABSENT, row["event"])
        for number in self.lives:
            row = self.event(number)
            yield Unit(row["seed"], row["week"], SHARES, number)
        if self.lives:
            first = self.event(self.lives[0])
            yield Unit(first["seed"], first["week"], SHARES)

    def event(self, number: int) -> dict[str, Any]:
        """A sampled event by its number."""
        return self.events.row(number, named=True)

    @cached_property
    def digest(self) -> str:
        """What all this comes to, the version of the model included: equal plans give equal results."""
        said = {
            "run": self.manifest.scenario_digest, "seeds": self.manifest.seeds, "versions": self.manifest.versions,
            "events": hashlib.sha256(self.events.write_csv().encode()).hexdigest(), "futures": self.futures,
            "weeks": self.weeks, "lot": self.lot, "lives": self.lives,
        }
        return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def has_absent(kind: str) -> bool:
    """Whether a kind has an absent version."""
    return TurningPoint.from_key(kind) in GATES


def gate_of(kind: str, by_broker: bool) -> Gate:  # noqa: FBT001 - told from the record, not chosen
    """Where the absent version of a kind passes the person over.

    Raises:
        KeyError: when the kind has none.
    """
    point = TurningPoint.from_key(kind)
    return ABSENT_BY_BROKER[point] if by_broker and point in ABSENT_BY_BROKER else GATES[point]
