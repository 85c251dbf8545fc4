"""A task as a worker plays it: some cells that share a burn-in, with some seeds side by side. Pure apart from a cache.

A worker writes nothing: whatever happens to it, what is kept is whole, for the one in charge alone keeps it.
"""

from __future__ import annotations

import os
import time
import traceback
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from multiprocessing.sharedctypes import RawValue
from typing import Any

import polars as pl

from sim.engine.run import advance, begin_towns, simulate_many, simulate_towns
from sim.engine.state import State
from sim.engine.spawning import settle_in
from sim.errors import Text, VendepunktError
from sim.record.manifest import versions_here
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario
from sim.studies import texts
from sim.studies.keeping import Keeping
from sim.vocabulary import LANGUAGES

_STRETCH = 13
"""Weeks of burn-in between two looks at whether to stop."""

_MOST_STATES = 2


@dataclass(frozen=True, slots=True)
class Task:
    """Cells by number, which share a burn-in, and seeds.

    ``pooled``: what is kept looks at all the seeds at once. ``source`` is the version that handed it out.
    """

    cells: tuple[tuple[int, Scenario], ...]
    seeds: tuple[int, ...]
    keep: Keeping
    pooled: bool
    source: str

    @property
    def runs(self) -> int:
        """How many runs it is."""
        return len(self.cells) * len(self.seeds)


@dataclass(frozen=True, slots=True)
class Played:
    """One cell with some seeds: what is kept of it, and the seconds the model and the measures took."""

    cell: int
    seeds: tuple[int, ...]
    frames: Mapping[str, pl.DataFrame]
    seconds: float


@dataclass(frozen=True, slots=True)
class Broken:
    """A run that failed: what a reader should know, and the trace for whoever mends the model."""

    cell: int
    seed: int
    what: Text
    trace: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a task, and which process gave it."""

    played: tuple[Played, ...]
    broken: tuple[Broken, ...]
    process: int


class StoppedError(Exception):
    """Somebody asked to stop while a task was under way; nothing of it is kept."""


class OtherSourceError(Exception):
    """The worker's vendepunkt is not the one that handed out the task."""


def play(task: Task) -> Answer:
    """Play every cell of a task. When several seeds side by side break, each is played alone.

    Raises:
        StoppedError: when asked to stop.
        OtherSourceError: when this process runs another version than the one in charge.
    """
    here = source_here()
    if here != task.source:
        raise OtherSourceError(f"{here}, not {task.source}")
    played: list[Played] = []
    broken: list[Broken] = []
    rows = _rows(task)
    try:
        played += _beside(rows, task) if len(rows) > 1 else []
    except StoppedError:
        raise
    except Exception:  # noqa: BLE001 - one of them breaks: played in turn below, it is known by name
        played.clear()
    for number, scenario in () if played else task.cells:
        played += _blocks_that_work(number, scenario, task, broken)
    return Answer(tuple(played), tuple(broken), os.getpid())


def _rows(task: Task) -> list[tuple[tuple[int, Scenario], ...]]:
    """The cells of a task by burn-in; of several rows the cells at one place differ in no more than towns may."""
    return [tuple(row) for _, row in groupby(task.cells, lambda cell: cell[1].burn_in_digest)]


def _beside(rows: list[tuple[tuple[int, Scenario], ...]], task: Task) -> Iterator[Played]:
    """Every row with every seed side by side: one burn-in together, then place by place."""
    began = time.perf_counter()
    seeds, count = task.seeds, len(task.seeds)
    state = _burnt_in([row[0][1] for row in rows for _ in seeds], seeds * len(rows))
    for place in zip(*rows, strict=True):
        tables = simulate_towns([scenario for _, scenario in place for _ in seeds], state, _look_up)
        spent, began = (time.perf_counter() - began) / len(rows), time.perf_counter()
        for row, (number, scenario) in enumerate(place):
            own = time.perf_counter()
            frames = task.keep(scenario, RunTables.joined(tables[row * count : (row + 1) * count]))
            yield Played(number, seeds, frames, spent + time.perf_counter() - own)
        began = time.perf_counter()


def source_here() -> str:
    """The digest of this process's model files."""
    return versions_here()["source"]


def _blocks_that_work(number: int, scenario: Scenario, task: Task, broken: list[Broken]) -> list[Played]:
    try:
        return [_played(number, scenario, task.seeds, task.keep)]
    except StoppedError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the study goes on and tells it
        if len(task.seeds) == 1:
            broken.append(broken_by(number, task.seeds[0], error))
            return []
    alone: list[Played] = []
    for seed in task.seeds:
        try:
            alone.append(_played(number, scenario, (seed,), task.keep))
        except StoppedError:
            raise
        except Exception as error:  # noqa: BLE001 - the same
            broken.append(broken_by(number, seed, error))
    return [] if task.pooled else alone


def _played(number: int, scenario: Scenario, seeds: tuple[int, ...], keep: Keeping) -> Played:
    began = time.perf_counter()
    state = _burnt_in([scenario] * len(seeds), seeds)
    tables = simulate_many(scenario, state, _look_up)
    frames = keep(scenario, RunTables.joined(tables[seed] for seed in seeds))
    return Played(number, seeds, frames, time.perf_counter() - began)


def broken_by(cell: int, seed: int, error: Exception) -> Broken:
    """What is told of a failed run."""
    if isinstance(error, VendepunktError):
        da, en = ("; ".join(problem.sentence(language) for problem in error.problems) for language in LANGUAGES)
        what = Text(da, en)
    else:
        what = texts.broke(f"{type(error).__name__}: {error}")
    return Broken(cell, seed, what, "".join(traceback.format_exception(error)))


# --- what a worker process keeps between tasks -----------------------------------------------------------------

_states: OrderedDict[tuple[tuple[str, ...], tuple[int, ...]], State] = OrderedDict()
_stop: list[Any] = []


def start_worker(stop: Any) -> None:
    """Settle in; ``stop`` is a shared flag that is looked at every week."""
    settle_in()
    _stop.append(stop)


def stop_flag() -> Any:
    """A flag to share with spawned workers; set its ``value`` to 1 to stop them."""
    return RawValue("b", 0)


def _burnt_in(scenarios: Sequence[Scenario], seeds: tuple[int, ...]) -> State:
    """The burnt-in towns, one of each scenario and seed; tasks that follow each other and share it find it here."""
    key = (tuple(scenario.burn_in_digest for scenario in scenarios), seeds)
    if key not in _states:
        while len(_states) >= _MOST_STATES:
            _states.popitem(last=False)
        state = begin_towns(scenarios, seeds)
        while state.week < 0:
            _look_up()
            advance(scenarios, state, min(state.week + _STRETCH, 0))
        _states[key] = state
    _states.move_to_end(key)
    return _states[key]


def _look_up(*_seen: object) -> None:
    if _stop and _stop[0].value:
        raise StoppedError


def forget() -> None:
    """Drop the burnt-in towns kept in this process."""
    _states.clear()


