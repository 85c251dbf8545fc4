"""Who does the running: this process, or several others. Both give the same answers to the same tasks.

Other processes are *spawned*: they start from an empty interpreter, so nothing that happened here before can reach a
result, and one thread each, so that two of them on two processors do not get in each other's way.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.sharedctypes import RawArray, RawValue
from typing import Any, Protocol, TypeVar

from sim.engine.spawning import one_thread_each, settle_in
from sim.engine.tasks import Answer, BurnIn, Model, Task, burn, play

_LOOK_UP_SECONDS = 0.2
_Job = TypeVar("_Job")
_Found = TypeVar("_Found")


class Workers(Protocol):
    """Something that plays tasks."""

    def answers(self, tasks: Sequence[Task]) -> Iterator[Answer]:
        """Play tasks and hand back each answer when it is ready, in any order."""

    def states(self, burn_ins: Sequence[BurnIn]) -> list[Any | None]:
        """Live through burn-ins and return the state each ends in, in order; None where one broke."""

    def weeks_played(self) -> int:
        """Weeks played so far by all workers."""

    def stop(self) -> None:
        """Drop what is under way, within a moment, and leave no process behind."""


class WorkerDiedError(Exception):
    """A worker process vanished (killed, or out of memory)."""


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

    def states(self, burn_ins: Sequence[BurnIn]) -> list[Any | None]:
        """Live through burn-ins in order."""
        return [burn(self._model, job, self) for job in burn_ins]

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
        for _, answer in self._done(_play_here, tasks):
            yield answer

    def states(self, burn_ins: Sequence[BurnIn]) -> list[Any | None]:
        """Live through burn-ins, as many at a time as there are processes.

        Raises:
            WorkerDiedError: when a process vanished; nothing more can come from this pool.
        """
        states = dict(self._done(_burn_here, burn_ins))
        return [states[place] for place in range(len(burn_ins))]

    def _done(self, do: Callable[[Model, _Job], _Found], jobs: Sequence[_Job]) -> Iterator[tuple[int, _Found]]:
        """Hand jobs out and give what comes of each, with its place among them, as it comes."""
        with one_thread_each():  # the processes start with the first job handed out, and read this then
            waiting = {self._pool.submit(do, self._model, job): place for place, job in enumerate(jobs)}
        while waiting:
            ready, _ = wait(waiting, _LOOK_UP_SECONDS, FIRST_COMPLETED)
            self._on_tick()
            for future in ready:
                try:
                    found = future.result()
                except BrokenProcessPool as error:
                    raise WorkerDiedError(str(error)) from error
                yield waiting.pop(future), found

    def stop(self) -> None:
        """Cancel what has not begun, let the runs under way end at their next week, end the processes."""
        self._stop.value = 1
        self._pool.shutdown(wait=True, cancel_futures=True)


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
    settle_in()
    _boards.append(_SharedBoard(weeks, stop))


def _play_here(model: Model, task: Task) -> Answer:
    return play(model, task, _boards[0])


def _burn_here(model: Model, job: BurnIn) -> Any | None:
    return burn(model, job, _boards[0])
