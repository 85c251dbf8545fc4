"""A task: some seeds and the scenarios that share their burn-in, played in one place from beginning to end."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import polars as pl

from sim.errors import VendepunktError
from sim.record.tables import RunTables
from sim.scenario.rows import Row, on_row
from sim.scenario.scenario import Scenario

Standing = Scenario | tuple[Scenario, ...]
"""One scenario for all seeds, or one for each."""

Tick = Callable[[int], None]
"""Called with weeks just played, some times a second; it may raise to end a run early."""


@dataclass(frozen=True, slots=True)
class Model:
    """What a worker calls. All must be importable by name, for they travel to other processes.

    ``burn_in(scenario, seeds, tick)`` gives the towns of several seeds, side by side, at the start of week 0 (the
    scenario may be one for each seed); ``simulate(scenario, state, tick)`` plays the weeks from there without touching
    ``state`` and gives each seed's tables, the same whatever seeds stand beside it; ``measure(scenario, tables)`` gives
    the frame the stopping rule reads; ``keep(folder, seed, tables)`` puts tables where a crash a moment later cannot
    harm them; ``side_by_side(states)`` makes one state of those of several blocks of seeds, in order.
    """

    burn_in: Callable[[Standing, tuple[int, ...], Tick], Any]
    simulate: Callable[[Standing, Any, Tick], Mapping[int, RunTables]]
    measure: Callable[[Scenario, RunTables], pl.DataFrame]
    keep: Callable[[Path, int, RunTables], None]
    side_by_side: Callable[[Sequence[Any]], Any]


@dataclass(frozen=True, slots=True)
class BurnIn:
    """A few seeds to bring to week 0 for scenarios that all start there; ``slot`` and ``rows`` as in a task."""

    slot: int
    seeds: tuple[int, ...]
    scenario: Scenario
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A few seeds, and the scenarios that can start from the same burn-in of them, each with the folder for its runs.

    ``slot`` is the task's place on the board. ``rows``: the accepted set laid under every scenario, one for each seed;
    empty where the scenarios stand alone. ``burnt``: the seeds' states at week 0, one for each block of them in order,
    when somebody has burnt them in already.
    """

    slot: int
    seeds: tuple[int, ...]
    scenarios: tuple[Scenario, ...]
    folders: tuple[Path, ...]
    rows: tuple[Row, ...] = ()
    burnt: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Ran:
    """One scenario with the seeds of a task, played, kept and measured."""

    scenario: str
    seeds: tuple[int, ...]
    measured: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Failed:
    """Where a task stopped. ``known`` is set when the user can put it right; ``trace`` is for the log."""

    scenario: str
    seed: int
    known: VendepunktError | None
    what: str
    trace: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a task: the runs that were played, and where it failed, if it did."""

    runs: tuple[Ran, ...]
    failed: Failed | None


class Board(Protocol):
    """Where workers note how far they are, and read whether to stop."""

    def add(self, slot: int, weeks: int) -> None:
        """Note that ``weeks`` more weeks of a task are played, counted for each seed."""

    def stopping(self) -> bool:
        """Whether somebody asked to stop."""


def standing(scenario: Scenario, rows: Sequence[Row]) -> Standing:
    """The scenario, or with rows one for each seed."""
    return tuple(on_row(scenario, row) for row in rows) if rows else scenario


def weeks_of(scenarios: Sequence[Scenario]) -> int:
    """Weeks that scenarios with a common burn-in take to play with one seed; none for none."""
    return sum(scenario.weeks for scenario in scenarios) + (scenarios[0].burn_in_weeks if scenarios else 0)


class StoppedError(Exception):
    """Somebody asked to stop while a run was under way."""


def play(model: Model, task: Task, board: Board) -> Answer:
    """Play one task: the burn-in once, then every scenario from it.

    When several seeds side by side break, each is played alone, so that the broken one is known and the others kept.
    """
    runs: list[Ran] = []
    try:
        for ran in _played(model, task, board):
            runs.append(ran)  # noqa: PERF402 - what was played before something breaks must not be lost
    except StoppedError:
        return Answer(tuple(runs), None)
    except Exception as error:  # noqa: BLE001 - whatever it is, the one who asked must hear which seed it was
        left = slice(len(runs), None)
        if len(task.seeds) == 1:
            return Answer(tuple(runs), _failed(task.scenarios[left][0].name, task.seeds[0], error))
        alone = [
            Task(task.slot, (seed,), task.scenarios[left], task.folders[left], task.rows[place : place + 1])
            for place, seed in enumerate(task.seeds)
        ]
        answers = [play(model, one, board) for one in alone]
        first = next((answer.failed for answer in answers if answer.failed is not None), None)
        return Answer((*runs, *(ran for answer in answers for ran in answer.runs)), first)
    return Answer(tuple(runs), None)


def burn(model: Model, job: BurnIn, board: Board) -> Any | None:
    """The state of some seeds at week 0; None when something broke or somebody asked to stop."""
    try:
        return model.burn_in(standing(job.scenario, job.rows), job.seeds, _ticking(job, board))
    except Exception:  # noqa: BLE001 - the seeds are then played from the start, where what broke is told
        return None


def _ticking(work: Task | BurnIn, board: Board) -> Tick:
    def tick(weeks: int) -> None:
        if board.stopping():
            raise StoppedError
        board.add(work.slot, weeks * len(work.seeds))

    return tick


def _played(model: Model, task: Task, board: Board) -> Iterator[Ran]:
    tick = _ticking(task, board)
    if task.burnt:
        state = model.side_by_side(task.burnt)
    else:
        state = model.burn_in(standing(task.scenarios[0], task.rows), task.seeds, tick)
    for scenario, folder in zip(task.scenarios, task.folders, strict=True):
        tables = model.simulate(standing(scenario, task.rows), state, tick)
        for seed in task.seeds:
            model.keep(folder, seed, tables[seed])
        joined = RunTables.joined(tables[seed] for seed in task.seeds)
        yield Ran(scenario.name, task.seeds, model.measure(scenario, joined))


def _failed(scenario: str, seed: int, error: Exception) -> Failed:
    known = error if isinstance(error, VendepunktError) else None
    trace = "".join(traceback.format_exception(error))
    return Failed(scenario, seed, known, f"{type(error).__name__}: {error}", trace)
