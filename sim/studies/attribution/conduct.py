"""Conducting an attribution: snapshots seed by seed, then unit after unit, kept as they come, taken up again."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.sharedctypes import RawValue
from typing import Any

import polars as pl

from sim.engine.experiment import InterruptedRunError
from sim.engine.futures import snapshots
from sim.engine.spawning import one_thread_each, settle_in
from sim.engine.state import State
from sim.engine.terms import Progress
from sim.errors import Text
from sim.scenario.scenario import Scenario
from sim.studies.attribution.plan import SHARES, Plan, Unit
from sim.studies.attribution.playing import Task, play
from sim.studies.attribution.store import Store
from sim.vocabulary import Family

_LOOK_UP_SECONDS = 0.3
Watch = Callable[[Progress], None]
LivedBy = Callable[[int], Scenario]


class StoppedError(Exception):
    """Somebody asked to stop while a unit was under way."""


@dataclass(frozen=True, slots=True)
class Pass:
    """One seed lived through once, for its snapshots."""

    seed: int
    weeks: tuple[int, ...]
    scenario: Scenario


def conduct(plan: Plan, lived_by: LivedBy, store: Store, jobs: int, watch: Watch) -> None:
    """Play everything of a plan that is not kept yet; ``lived_by`` gives the scenario a seed was lived under.

    Raises:
        InterruptedRunError: on Ctrl-C; what is kept is used when the same command is given again.
        RunError, RecordError: when an event does not happen again, or the disk stands in the way.
    """
    store.prepare()
    meter = _Meter(plan, lived_by, store, watch)
    try:
        with _crew(jobs, meter) as submit:
            _all(submit, list(_passes(plan, lived_by, store)), lambda job, found: _keep_pass(store, job, found, meter))
            tasks = [_task(plan, lived_by(unit.seed), store, unit) for unit in plan.units if not store.done(unit)]
            _all(submit, tasks, lambda job, found: _keep_unit(store, job, found, meter))
    except KeyboardInterrupt:
        whole = sum(store.done(unit) for unit in plan.units)
        raise InterruptedRunError(Text(
            f"Afbrudt. {whole} af {len(plan.units)} dele er gemt. Kør samme kommando igen for at fortsætte.",
            f"Interrupted. {whole} of {len(plan.units)} parts are kept. Run the same command again to go on.",
        )) from None


def _passes(plan: Plan, lived_by: LivedBy, store: Store) -> Iterator[Pass]:
    missing = [unit for unit in plan.units if not store.done(unit)]
    wanted = {(unit.seed, unit.week) for unit in missing if not store.snapshot(unit.seed, unit.week).exists()}
    for seed in sorted({seed for seed, _ in wanted}):
        yield Pass(seed, tuple(sorted(week for other, week in wanted if other == seed)), lived_by(seed))


def _task(plan: Plan, scenario: Scenario, store: Store, unit: Unit) -> Task:
    here = plan.events.filter((pl.col("seed") == unit.seed) & (pl.col("week") == unit.week))
    rows = tuple(here.iter_rows(named=True))
    place = store.snapshot(unit.seed, unit.week)
    return Task(unit, scenario, rows, plan.futures, plan.weeks, plan.lot, place)


def _keep_pass(store: Store, job: Pass, found: Mapping[int, bytes], meter: _Meter) -> None:
    for week, content in found.items():
        store.keep_snapshot(job.seed, week, content)
    meter.add(weeks_of_pass(job))


def _keep_unit(store: Store, job: Task, found: Mapping[str, pl.DataFrame], meter: _Meter) -> None:
    store.keep(job.unit, dict(found))
    meter.add(weeks_of(job.unit, job.futures, job.weeks))
    meter.finished()


def weeks_of(unit: Unit, futures: int, weeks: int) -> int:
    """Weeks of a town that a unit takes to play."""
    return futures * weeks * (len(Family) + 1 if unit.version == SHARES else 1)


def weeks_of_pass(job: Pass) -> int:
    """Weeks of a town that a pass takes to play."""
    return job.scenario.burn_in_weeks + max(job.weeks)


class _Meter:
    """How far it is, in weeks of towns; the meter counts parts where a run counts seeds."""

    def __init__(self, plan: Plan, lived_by: LivedBy, store: Store, watch: Watch) -> None:
        done = [unit for unit in plan.units if store.done(unit)]
        passes = sum(weeks_of_pass(one) for one in _passes(plan, lived_by, store))
        all_units = sum(weeks_of(unit, plan.futures, plan.weeks) for unit in plan.units)
        self._weeks = sum(weeks_of(unit, plan.futures, plan.weeks) for unit in done)
        self._planned, self._whole, self._parts, self._watch = passes + all_units, len(done), len(plan.units), watch
        self.tell(0)

    def add(self, weeks: int) -> None:
        """Note weeks of what is kept now."""
        self._weeks += weeks
        self.tell(0)

    def finished(self) -> None:
        """Note a unit."""
        self._whole += 1
        self.tell(0)

    def tell(self, under_way: int) -> None:
        """Tell whoever watches; ``under_way`` are weeks of what is being played here."""
        self._watch(Progress(self._weeks + under_way, self._planned, self._whole, self._parts, self._parts))


Submit = Callable[[Pass | Task], "Future[Any]"]


def _all(submit: Submit, jobs: Sequence[Any], keep: Callable[[Any, Any], None]) -> None:
    """Do every job and keep each answer when it is ready."""
    waiting: dict[Future[Any], Any] = {}
    for job in jobs:
        future = submit(job)
        waiting[future] = job
        if future.done():
            keep(waiting.pop(future), future.result())
    while waiting:
        ready, _ = wait(waiting, _LOOK_UP_SECONDS, FIRST_COMPLETED)
        for future in ready:
            keep(waiting.pop(future), future.result())


@contextmanager
def _crew(jobs: int, meter: _Meter) -> Iterator[Submit]:
    """This process, or several others; when the block ends nothing of them is left."""
    if jobs <= 1:
        yield lambda job: _here(job, meter)
        return
    stop = RawValue("b", 0)
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _start_worker, (stop,))

    def submit(job: Pass | Task) -> Future[Any]:
        with one_thread_each():
            return pool.submit(do, job)

    try:
        yield submit
    finally:
        stop.value = 1
        pool.shutdown(wait=True, cancel_futures=True)


def _here(job: Pass | Task, meter: _Meter) -> Future[Any]:
    lived = [0]

    def tick(weeks: int) -> None:
        lived[0] += weeks
        meter.tell(lived[0])

    future: Future[Any] = Future()
    future.set_result(done_by(job, tick))
    return future


_stop: list[Any] = []


def _start_worker(stop: Any) -> None:
    settle_in()
    _stop.append(stop)


def do(job: Pass | Task) -> Any:
    """Do a job in a worker, looking every week whether to stop.

    Raises:
        StoppedError: when asked to stop.
    """
    def tick(_weeks: int) -> None:
        if _stop and _stop[0].value:
            raise StoppedError

    return done_by(job, tick)


def done_by(job: Pass | Task, tick: Callable[[int], None]) -> Mapping[int, bytes] | Mapping[str, pl.DataFrame]:
    """The snapshots of a pass by week, or the frames of a unit by name."""
    if isinstance(job, Task):
        return play(job, tick)
    found: dict[int, bytes] = {}

    def keep(state: State) -> None:
        found[state.week] = state.to_bytes()

    snapshots(job.scenario, job.seed, job.weeks, keep, tick)
    return found
