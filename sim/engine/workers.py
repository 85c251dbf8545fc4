"""Who does the running: this process, or several others. Both give the same answers to the same tasks.

Other processes are *spawned*: they start from an empty interpreter, so nothing that happened here before can reach a
result, and one thread each, so that two of them on two processors do not get in each other's way.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.sharedctypes import RawArray, RawValue
from typing import Any, Protocol

from sim.engine.spawning import one_thread_each, settle_in
from sim.engine.tasks import Answer, Model, Task, play

_LOOK_UP_SECONDS = 0.2


class Workers(Protocol):
    """Something that plays tasks."""

    def answers(self, tasks: Sequence[Task]) -> Iterator[Answer]:
        """Play tasks and hand back each answer when it is ready, in any order."""

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
        with one_thread_each():  # the processes start with the first task handed out, and read this then
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
