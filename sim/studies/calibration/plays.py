"""Rows played and measured: many rows of one scenario side by side, in as many processes as asked for."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass

from sim.engine.spawning import one_thread_each, settle_in
from sim.scenario.rows import Row, on_row
from sim.scenario.scenario import Scenario
from sim.studies.calibration import odense
from sim.studies.calibration.observing import observed, pooled
from sim.studies.calibration.targets import values

SIDE_BY_SIDE = 16
"""Towns in one set of columns: more gains little, and memory grows."""


@dataclass(frozen=True, slots=True)
class Job:
    """Some rows, each with all the seeds.

    ``odense``: the scenario of T14, played on the same rows; None leaves T14 unknown. ``singly``: measure each seed by
    itself too, to see chance.
    """

    scenario: Scenario
    rows: tuple[Row, ...]
    seeds: tuple[int, ...]
    odense: Scenario | None = None
    singly: bool = False


@dataclass(frozen=True, slots=True)
class Measured:
    """The targets of one row, over its seeds together, and seed by seed where that was asked for."""

    row: Row
    together: dict[str, float | None]
    by_seed: dict[int, dict[str, float | None]]


def play(job: Job) -> tuple[Measured, ...]:
    """Burn in and run every row with every seed, side by side, and measure the targets."""
    scenarios = [on_row(job.scenario, row) for row in job.rows for _ in job.seeds]
    seen = observed(scenarios, [seed for _ in job.rows for seed in job.seeds])
    there = _in_odense(job)
    found = []
    for place, row in enumerate(job.rows):
        mine = slice(place * len(job.seeds), (place + 1) * len(job.seeds))
        own, away = seen[mine], there[mine]
        single = {one.seeds[0]: values(one) | other for one, other in zip(own, away, strict=True)} if job.singly else {}
        known = [other for other in away if other]
        mean: dict[str, float | None] = {}
        if known:
            mean = {key: sum(one[key] or 0.0 for one in known) / len(known) for key in known[0]}
        found.append(Measured(row, values(pooled(own)) | mean, single))
    return tuple(found)


def _in_odense(job: Job) -> list[dict[str, float | None]]:
    """T14 of every row and seed; nothing where Odense is not played."""
    if job.odense is None:
        return [{} for _ in job.rows for _ in job.seeds]
    scenarios = [on_row(job.odense, row) for row in job.rows for _ in job.seeds]
    runs = odense.played(scenarios, [seed for _ in job.rows for seed in job.seeds])
    return [{"T14 all": one.values()["all"], "T14 mentors": one.values()["mentors"]} for one in runs]


def played(
    scenario: Scenario, rows: Sequence[Row], seeds: Sequence[int], jobs: int, away: Scenario | None = None,
) -> Iterator[Measured]:
    """Play rows in blocks and give each as it is done, in any order; the same whatever the number of processes.

    ``away``: the scenario of T14, if it is to be played too.
    """
    size = max(1, min(SIDE_BY_SIDE // max(len(seeds), 1), -(-len(rows) // max(jobs, 1))))
    blocks = [Job(scenario, tuple(rows[start : start + size]), tuple(seeds), away)
              for start in range(0, len(rows), size)]
    yield from played_jobs(blocks, jobs)


def played_jobs(blocks: Sequence[Job], jobs: int) -> Iterator[Measured]:
    """Play jobs, here or in spawned processes."""
    if jobs <= 1 or len(blocks) <= 1:
        for block in blocks:
            yield from play(block)
        return
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(blocks)), spawn, settle_in) as pool:
        with one_thread_each():
            waiting = [pool.submit(play, block) for block in blocks]
        try:
            for future in as_completed(waiting):
                yield from future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
