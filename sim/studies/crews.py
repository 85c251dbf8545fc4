"""Who plays the tasks of a study: this process, others on this machine, or a Dask cluster.

All are one thing to the study, an ``Executor`` of ``concurrent.futures``; who gets which task when is their business.
"""

from __future__ import annotations

import importlib
import importlib.util
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, Protocol

from sim.engine.spawning import ONE_THREAD, one_thread_each
from sim.errors import RunError
from sim.studies import texts
from sim.studies.plays import Answer, Task, play, start_worker, stop_flag

LOCAL = "local"
"""The name of a Dask cluster of our own on this machine."""

_SECONDS_TO_ANSWER = 20


class Crew(Protocol):
    """Those who play. ``size``: how many tasks they play at once."""

    @property
    def size(self) -> int:
        """Tasks played at the same time."""

    def hand(self, task: Task) -> Future[Answer]:
        """Hand over a task."""

    def hand_alone(self, task: Task) -> Future[Answer]:
        """Hand over a task that may have brought down others, so that it can harm nobody else."""

    def renew(self) -> None:
        """Replace members that vanished; what was in their hands must be handed over again."""


@contextmanager
def hired(jobs: int, cluster: str | None = None) -> Iterator[Crew]:
    """Give a crew: a Dask cluster (``tcp://…`` or ``local``), else ``jobs`` processes of this machine, one being this.

    When the block ends, tasks under way are dropped and nothing of the crew is left behind.

    Raises:
        RunError: when there is no such cluster, or Dask is not installed.
    """
    if cluster is not None:
        with _dask(cluster, jobs) as crew:
            yield crew
    elif jobs <= 1:
        yield Here()
    else:
        processes = Processes(jobs)
        try:
            yield processes
        finally:
            processes.stop()


class Here:
    """Plays every task at once, right here: the easiest to follow in a debugger or a notebook."""

    size = 1

    def hand(self, task: Task) -> Future[Answer]:
        """Play it before returning."""
        future: Future[Answer] = Future()
        future.set_result(play(task))  # what it raises is the caller's: there is no other process to come from
        return future

    hand_alone = hand

    def renew(self) -> None:
        """Nobody can vanish but ourselves."""


class Processes:
    """Spawned processes of this machine."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._stop = stop_flag()
        self._pool = self._started(size)
        self._lone: Executor | None = None

    def hand(self, task: Task) -> Future[Answer]:
        """Hand over a task."""
        with one_thread_each():  # processes start when there is something to do, and read this then
            return self._pool.submit(play, task)

    def hand_alone(self, task: Task) -> Future[Answer]:
        """Hand a task to a process of its own."""
        if self._lone is None:
            self._lone = self._started(1)
        with one_thread_each():
            return self._lone.submit(play, task)

    def renew(self) -> None:
        """Start again with as many processes; those that are still there end with what they have in hand."""
        self._end()
        self._stop.value = 0
        self._pool = self._started(self.size)

    def stop(self) -> None:
        """Let tasks under way end at their next week, and the processes with them."""
        self._end()

    def _end(self) -> None:
        self._stop.value = 1
        for pool in (self._pool, self._lone):
            if pool is not None:
                pool.shutdown(wait=True, cancel_futures=True)
        self._lone = None

    def _started(self, size: int) -> Executor:
        spawn = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(size, spawn, start_worker, (self._stop,))


class Cluster:
    """The workers of a Dask cluster. Dask itself gives the tasks of a lost worker to another."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._executor: Executor = client.get_executor(pure=False)

    @property
    def size(self) -> int:
        """Threads of all workers there are now."""
        return max(int(sum(self._client.nthreads().values())), 1)

    def hand(self, task: Task) -> Future[Answer]:
        """Hand over a task."""
        return self._executor.submit(play, task)

    hand_alone = hand

    def renew(self) -> None:
        """Dask has given up on a task; everybody else is at work."""


@contextmanager
def _dask(address: str, jobs: int) -> Iterator[Cluster]:
    if importlib.util.find_spec("distributed") is None:
        raise RunError.about(f"--cluster {address}", texts.NO_DASK, texts.INSTALL, nothing_done=texts.NOTHING_RUN)
    distributed: Any = importlib.import_module("distributed")  # an extra: read when it is asked for
    if address == LOCAL:
        with distributed.LocalCluster(
            n_workers=max(jobs, 1), threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50,
            env=ONE_THREAD,
        ) as own, distributed.Client(own, set_as_default=False) as client:
            yield Cluster(client)
        return
    try:
        client = distributed.Client(address, timeout=_SECONDS_TO_ANSWER, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:  # a TimeoutError is an OSError
        raise _not_there(address, error) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_SECONDS_TO_ANSWER)
        except OSError as error:
            raise RunError.about(
                f"--cluster {address}", texts.NO_WORKERS, texts.START_WORKERS, nothing_done=texts.NOTHING_RUN,
            ) from error
        yield Cluster(client)


def _not_there(address: str, error: Exception) -> RunError:
    said = f"{type(error).__name__}: {error}"
    return RunError.about(
        f"--cluster {address}", texts.no_cluster(said), texts.NAME_CLUSTER, nothing_done=texts.NOTHING_RUN,
    )


