"""The studies' part of ``make bench``: what a run costs beyond the model, how well two processes share, memory."""

from __future__ import annotations

import math
import multiprocessing
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from sim.engine.spawning import one_thread_each
from sim.errors import Text
from sim.outcomes.catalogue import HEADLINES
from sim.scenario.scenario import Scenario, catalogue_scenario
from sim.scenario.size import resized
from sim.studies.crews import Crew, Processes
from sim.studies.design import Grid
from sim.studies.factors import BURN_IN, Factor
from sim.studies.folder import StudyFolder
from sim.studies.keeping import Keep
from sim.studies.study import Study
from sim.studies.writer import StudyWriter

_TINY, _HALF_SECOND = (30, 8, 4), (400, 130, 60)
"""Citizens, weeks, weeks of burn-in."""

_LOOP = 12_000_000
_MANY = 5_000
_MANY_SEEDS = 16
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def tell_studies() -> None:
    """Measure and tell."""
    click.echo("\nStudies (vendepunkt study), store included:")
    seconds, each = _overhead(points=150)
    click.echo(f"  overhead per run, one seed a point, nothing shared: {seconds * 1000:.1f} ms "
               f"(the run itself: {each * 1000:.0f} ms, measures included)")
    _tell_efficiency()
    _tell_memory()


def _tell_efficiency() -> None:
    alone, pair, each = _shared(points=16)
    ceiling = _busy(1) / _busy(2)
    efficiency = alone / (2 * pair)
    click.echo(f"  two processes, runs of {each:.2f} s: {alone:.1f} s with one, {pair:.1f} s with two: "
               f"efficiency {efficiency:.0%}")
    click.echo(f"  two plain loops at once on this machine: {ceiling:.0%} each of one alone; "
               f"of what the machine can give, studies reach {efficiency / ceiling:.0%}")


def _tell_memory() -> None:
    points = -(-_MANY // _MANY_SEEDS)
    seen = _memory(points)
    fifth = len(seen) // 5
    click.echo(f"  memory of a worker over {points * _MANY_SEEDS:,} runs: {seen[fifth] / 1e6:.0f} MB after a fifth, "
               f"{seen[-1] / 1e6:.0f} MB at the end")


def _overhead(points: int) -> tuple[float, float]:
    """Seconds a run costs one process beyond model and measures, and those seconds."""
    with tempfile.TemporaryDirectory() as place, _spawned(2) as crew:
        _warm(crew)
        began = time.perf_counter()
        folder, spent = _played(_study(_TINY, points, 1), Path(place) / "study", crew)
        wall = time.perf_counter() - began
        runs = folder.manifest.runs
    return max(wall * crew.size - sum(spent), 0.0) / runs, sum(spent) / runs


def _shared(points: int) -> tuple[float, float, float]:
    """Wall seconds of the same study with one process and with two, started and warm, and the seconds of a run."""
    walls: list[float] = []
    each = 0.0
    for jobs in (1, 2):
        with tempfile.TemporaryDirectory() as place, _spawned(jobs) as crew:
            _warm(crew)
            began = time.perf_counter()
            _, spent = _played(_study(_HALF_SECOND, points, 1), Path(place) / "study", crew)
            walls.append(time.perf_counter() - began)
            each = each or sum(spent) / points
    return walls[0], walls[1], each


def _memory(points: int) -> list[int]:
    """Bytes a worker holds after each of many tasks."""
    seen: list[int] = []
    with tempfile.TemporaryDirectory() as place, _spawned(1) as crew:
        folder = StudyFolder.begun(Path(place) / "study", _study(_TINY, points, _MANY_SEEDS))
        with StudyWriter(folder) as writer:
            for answer in writer.missing().answers(crew):
                writer.add(answer)
                seen.append(_held(answer.process))
    return seen


def _played(study: Study, place: Path, crew: Crew) -> tuple[StudyFolder, list[float]]:
    folder, spent = StudyFolder.begun(place, study), []
    with StudyWriter(folder) as writer:
        for answer in writer.missing().answers(crew):
            writer.add(answer)
            spent += [one.seconds for one in answer.played]
        return writer.finish(), spent


def _study(size: tuple[int, int, int], points: int, seeds: int) -> Study:
    """A study whose points share nothing: each has a burn-in of its own, and cannot stand beside another."""
    citizens, weeks, burn_in_weeks = size
    scenario: Scenario = resized(catalogue_scenario("bench"), citizens, weeks).with_time(burn_in_weeks=burn_in_weeks)
    paces = tuple(round(0.05 + 0.35 * place / points, 6) for place in range(points))
    factor = Factor("casework.trust_pace", "uncertain", BURN_IN, dated=True, values=paces)
    empty = Text("", "")
    return Study("bench", "", empty, empty, (scenario,), (factor,), "grid", Grid(replications=seeds), Keep(HEADLINES))


@contextmanager
def _spawned(jobs: int) -> Iterator[Crew]:
    """Spawned processes also when there is one, so that one and two are the same but for their number."""
    crew = Processes(jobs)
    try:
        yield crew
    finally:
        crew.stop()


def _warm(crew: Crew) -> None:
    """Let every process start and read all it needs."""
    with tempfile.TemporaryDirectory() as place:
        _played(_study(_TINY, 4 * crew.size, 1), Path(place) / "study", crew)


def _busy(count: int) -> float:
    """Wall seconds of so many plain loops at once, each in a process of its own that is already there."""
    with one_thread_each(), multiprocessing.get_context("spawn").Pool(count) as pool:
        pool.map(_loop, [1000] * count, 1)
        began = time.perf_counter()
        pool.map(_loop, [_LOOP] * count, 1)
        return time.perf_counter() - began


def _loop(times: int) -> float:
    total = 0.0
    for step in range(times):
        total += math.sqrt(step)
    return total


def _held(process: int) -> int:
    """Bytes a process holds; 0 where the system does not tell."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except OSError:
        return 0


if __name__ == "__main__":
    tell_studies()
