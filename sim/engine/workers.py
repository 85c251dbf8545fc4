"""Who does the running: this process, or several others. Both give the same answers to the same tasks.

Other processes are *spawned*: they start from an empty interpreter, so nothing that happened here before can reach a
result, and one thread each, so that two of them on two processors do not get in each other's way.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.sharedctypes import RawArray, RawValue
from pathlib import Path
from typing import Any, Protocol

import polars as pl

from sim.errors import VendepunktError
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario

_ONE_THREAD = dict.fromkeys(("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_LOOK_UP_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Model:
    """What a worker calls. All must be importable by name, for they travel to other processes.

    ``burn_in(scenario, seed)`` gives a state at the start of week 0; ``simulate(scenario, seed, state)`` plays the
    weeks from there without touching ``state``; ``measure(scenario, tables)`` gives the frame the stopping rule reads;
    ``keep(folder, seed, tables)`` puts them where a crash a moment later cannot harm them.
    """

    burn_in: Callable[[Scenario, int], Any]
    simulate: Callable[[Scenario, int, Any], RunTables]
    measure: Callable[[Scenario, RunTables], pl.DataFrame]
    keep: Callable[[Path, int, RunTables], None]


@dataclass(frozen=True, slots=True)
class Task:
    """One seed, and the scenarios that can start from the same burn-in of it, each with the folder that keeps its runs.

    ``slot`` is the task's place on the board.
    """

    slot: int
    seed: int
    scenarios: tuple[Scenario, ...]
    folders: tuple[Path, ...]

    @property
    def weeks(self) -> int:
        """Weeks to play, burn-in included."""
        return weeks_of(self.scenarios)


@dataclass(frozen=True, slots=True)
class Ran:
    """One scenario with one seed, played, kept and measured."""

    scenario: str
    seed: int
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

    task: Task
    runs: tuple[Ran, ...]
    failed: Failed | None


class Board(Protocol):
    """Where workers note how far they are, and read whether to stop."""

    def add(self, slot: int, weeks: int) -> None:
        """Note that ``weeks`` more weeks of a task are played."""

    def stopping(self) -> bool:
        """Whether somebody asked to stop; read between runs."""


class Workers(Protocol):
    """Something that plays tasks."""

    def answers(self, tasks: Sequence[Task]) -> Iterator[Answer]:
        """Play tasks and hand back each answer when it is ready, in any order."""

    def weeks_played(self) -> int:
        """Weeks played so far by all workers."""

    def stop(self) -> None:
        """Let no new run start, wait until those under way are kept, leave no process behind."""


class WorkerDiedError(Exception):
    """A worker process vanished (killed, or out of memory)."""


def weeks_of(scenarios: Sequence[Scenario]) -> int:
    """Weeks that scenarios with a common burn-in take to play with one seed; none for none."""
    return sum(scenario.weeks for scenario in scenarios) + (scenarios[0].burn_in_weeks if scenarios else 0)


def play(model: Model, task: Task, board: Board) -> Answer:
    """Play one task: the burn-in once, then every scenario from it."""
    runs: list[Ran] = []
    name = task.scenarios[0].name
    try:
        state = model.burn_in(task.scenarios[0], task.seed)
        board.add(task.slot, task.scenarios[0].burn_in_weeks)
        for scenario, folder in zip(task.scenarios, task.folders, strict=True):
            if board.stopping():
                break
            name = scenario.name
            tables = model.simulate(scenario, task.seed, state)
            model.keep(folder, task.seed, tables)
            runs.append(Ran(name, task.seed, model.measure(scenario, tables)))
            board.add(task.slot, scenario.weeks)
    except Exception as error:  # noqa: BLE001 - whatever it is, the one who asked must hear which seed it was
        known = error if isinstance(error, VendepunktError) else None
        what = f"{type(error).__name__}: {error}"
        return Answer(task, tuple(runs), Failed(name, task.seed, known, what, traceback.format_exc()))
    return Answer(task, tuple(runs), None)


class ThisProcess:
    """Plays tasks one after the other, right here: the easiest to follow in a debugger or a notebook."""

    def __init__(self, model: Model, on_tick: Callable[[], None]) -> None:
        self._model = model
        self._on_tick = on_tick
        self._weeks = 0

    def add(self, slot: int, weeks: int) -> None:  # noqa: ARG002 - one worker needs no slots
        """Note weeks played."""
        self._weeks += weeks
        self._on_tick()

    def stopping(self) -> bool:
        """Never: Ctrl-C reaches this process by itself."""
        return False

    def weeks_played(self) -> int:
        """Weeks played so far."""
        return self._weeks

    def answers(self, tasks: Sequence[Task]) -> Iterator[Answer]:
        """Play tasks in order."""
        for task in tasks:
            yield play(self._model, task, self)

    def stop(self) -> None:
        """Nothing is under way between two answers."""


class OtherProcesses:
    """Plays tasks in ``count`` spawned processes; ``slots`` is the most tasks there can ever be."""

    def __init__(self, model: Model, count: int, slots: int, on_tick: Callable[[], None]) -> None:
        self._model = model
        self._on_tick = on_tick
        # Without locks: every task writes in its own slot only, so a worker that dies cannot leave one locked.
        self._weeks = RawArray("q", max(slots, 1))
        self._stop = RawValue("b", 0)
        self._pool = ProcessPoolExecutor(
            count, multiprocessing.get_context("spawn"), _start_worker, (self._weeks, self._stop)
        )

    def weeks_played(self) -> int:
        """Weeks played so far by all."""
        return sum(self._weeks)

    def answers(self, tasks: Sequence[Task]) -> Iterator[Answer]:
        """Hand tasks out and give each answer as it comes.

        Raises:
            WorkerDiedError: when a process vanished; nothing more can come from this pool.
        """
        with _one_thread_each():  # the processes start with the first task handed out, and read this then
            waiting: set[Future[Answer]] = {self._pool.submit(_play_here, self._model, task) for task in tasks}
        while waiting:
            ready, waiting = wait(waiting, _LOOK_UP_SECONDS, FIRST_COMPLETED)
            self._on_tick()
            for future in ready:
                try:
                    answer = future.result()
                except BrokenProcessPool as error:
                    raise WorkerDiedError(str(error)) from error
                yield answer

    def stop(self) -> None:
        """Cancel what has not begun, wait for the runs under way (a few seconds), end the processes."""
        self._stop.value = 1
        self._pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _one_thread_each() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(_ONE_THREAD)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


class _SharedBoard:
    """The board as a worker process sees it: memory shared with the one who handed out the tasks."""

    def __init__(self, weeks: Any, stop: Any) -> None:
        self._weeks = weeks
        self._stop = stop

    def add(self, slot: int, weeks: int) -> None:
        self._weeks[slot] += weeks

    def stopping(self) -> bool:
        return bool(self._stop.value)


_boards: list[_SharedBoard] = []  # filled once when a worker starts: shared memory can only be handed over then


def _start_worker(weeks: Any, stop: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches everybody; the one in charge decides
    _boards.append(_SharedBoard(weeks, stop))
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Leave when the one in charge was killed: otherwise the worker would wait for tasks for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _play_here(model: Model, task: Task) -> Answer:
    return play(model, task, _boards[0])
