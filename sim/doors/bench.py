"""``make bench``: what a citizen-week of the whole model costs, where it goes, and how it grows. Never a test."""

from __future__ import annotations

import multiprocessing
import resource
import statistics
import time
from dataclasses import dataclass, field

import click
import numpy as np

from sim.doors.bench_studies import tell_studies
from sim.doors.model import MODEL
from sim.engine.recorder import Recorder, leavers, release
from sim.engine.run import begin, now_of
from sim.engine.week import WEEK, Desk
from sim.engine.yardstick import TrivialModel
from sim.population.town import Town
from sim.processes.event_log import EventLog
from sim.processes.now import Now
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario, catalogue_scenario

_SIZES = ((2_000, 1, 120), (2_000, 16, 60), (20_000, 1, 40), (200_000, 1, 20))
"""Citizens, towns side by side, weeks timed."""
_COMPANIES = (1, 8, 16)
"""Towns side by side in whole runs: one alone is call overhead; nobody is answered from fewer than eight."""
_YARDSTICK_AGENTS, _YARDSTICK_WEEKS = 100_000, 5
_WARM_UP, _MONTH, _YEAR = 12, 4, 52
"""Weeks lived before the clock starts; after which every stage has had its turn (the middle one is told); in a year."""


@dataclass(frozen=True)
class Timing:
    """What one size cost."""

    citizens: int
    towns: int
    nanoseconds: float
    shares: dict[str, float]
    bytes_each: float


@dataclass(frozen=True)
class _Clock:
    """Notes when each week of a run ended."""

    times: list[float] = field(default_factory=list)

    def __call__(self, _weeks: int) -> None:
        self.times.append(time.perf_counter())

    def a_week(self, end: int) -> float:
        """Seconds a week took in the year up to a week."""
        return (self.times[end] - self.times[end - _YEAR]) / _YEAR


def main() -> None:
    """Time every size in a process of its own, then a whole run, then the yardstick."""
    click.echo("Whole model, recorded weeks (panel and event log included), nanoseconds per citizen and week:")
    spawn = multiprocessing.get_context("spawn")
    timings: list[Timing] = []
    for size in _SIZES:
        with spawn.Pool(1) as pool:
            timing = pool.apply(timed, size)
        timings.append(timing)
        label = f"{timing.citizens:>9,} citizens" + (
            f" × {timing.towns} towns side by side" if timing.towns > 1 else ""
        )
        click.echo(
            f"  {label:<42}{timing.nanoseconds:9,.0f} ns   {timing.bytes_each:7,.0f} bytes a citizen at the peak"
        )
    with spawn.Pool(1) as pool:  # next to the largest town, so that both meet the machine in the same mood
        trivial = pool.apply(yardstick)
    _tell_growth(timings)
    _tell_stages(timings[-1])
    _tell_run()
    click.echo("\n" f"A trivial five-state mesa agent, one keyed draw (AgentSet.do, {_YARDSTICK_AGENTS:,} agents):")
    click.echo(f"  {trivial:,.0f} ns per agent and week")
    ratio = timings[-1].nanoseconds / trivial
    click.echo(f"The whole model at {timings[-1].citizens:,} citizens costs {ratio:.2f} times that.")
    tell_studies()


def timed(citizens: int, towns: int, weeks: int) -> Timing:
    """Run some weeks of a town of this size and take the time of every stage."""
    before = _peak_bytes()
    scenario = _scenario(citizens)
    state = begin(scenario, *range(1, towns + 1))
    shares: dict[str, float] = {}
    for week in range(-scenario.burn_in_weeks, -scenario.burn_in_weeks + _WARM_UP):
        _live(state.town, scenario, week, EventLog(open=False), {})
        release(state.town, leavers(state.town))
    peak = _peak_bytes() - before
    recorder, log = Recorder(state.seeds), EventLog()
    recorder.begin(state.town)
    months = []
    for first in range(0, weeks, _MONTH):
        began, lived = time.perf_counter(), 0
        for week in range(first, first + _MONTH):
            now = _live(state.town, scenario, week, log, shares)
            started = time.perf_counter()
            recorder.after_week(state.town, now)
            shares["recording"] = shares.get("recording", 0.0) + time.perf_counter() - started
            lived += int(np.count_nonzero(state.town.citizens.present))
        months.append((time.perf_counter() - began) / lived * 1e9)
    each = {name: spent / sum(shares.values()) for name, spent in shares.items()}
    return Timing(citizens, towns, statistics.median(months), each, peak / max(citizens * towns, 1))


def yardstick() -> float:
    """Nanoseconds per agent and week of the trivial mesa model: the middle one of a few weeks."""
    model, weeks = TrivialModel(_YARDSTICK_AGENTS), []
    for _ in range(_YARDSTICK_WEEKS):
        started = time.perf_counter()
        model.step()
        weeks.append(time.perf_counter() - started)
    return statistics.median(weeks) / _YARDSTICK_AGENTS * 1e9


def _live(town: Town, scenario: Scenario, week: int, log: EventLog, shares: dict[str, float]) -> Now:
    now, desk = now_of(scenario, week, log), Desk()
    for stage in WEEK:
        if week % stage.every == 0:
            started = time.perf_counter()
            stage.act(town, now, desk)
            shares[stage.name] = shares.get(stage.name, 0.0) + time.perf_counter() - started
    return now


def _scenario(citizens: int) -> Scenario:
    course = citizens // 5
    return catalogue_scenario().with_values({"town.activity_ready": citizens - course, "town.resource_course": course})


def _tell_growth(timings: list[Timing]) -> None:
    single = [timing for timing in timings if timing.towns == 1]
    first, last = single[-2], single[-1]
    growth = last.nanoseconds * last.citizens / (first.nanoseconds * first.citizens)
    linear = last.citizens / first.citizens
    click.echo(f"  From {first.citizens:,} to {last.citizens:,} citizens a week's time grows {growth:.1f}-fold")
    click.echo(f"  ({linear:.0f}-fold would be linear; below it, the fixed cost of a week is spread over more people).")


def _tell_stages(timing: Timing) -> None:
    click.echo(f"\nShare of the time by stage at {timing.citizens:,} citizens:")
    for name, share in sorted(timing.shares.items(), key=lambda pair: -pair[1]):
        click.echo(f"  {name:<16}{share:6.1%}")


def _tell_run() -> None:
    scenario = catalogue_scenario()
    for towns in _COMPANIES:
        started = time.perf_counter()
        state = MODEL.burn_in(scenario, tuple(range(1, towns + 1)), _unwatched)
        burnt = time.perf_counter()
        clock = _Clock()
        runs = MODEL.simulate(scenario, state, clock)
        lived = time.perf_counter()
        MODEL.measure(scenario, RunTables.joined(runs.values()))
        measured = time.perf_counter()
        click.echo(f"\n2,000 citizens, {towns} seed(s) side by side, seconds per run:")
        click.echo(f"  burn-in of {scenario.burn_in_weeks} weeks {(burnt - started) / towns:.2f}")
        click.echo(f"  {scenario.weeks} recorded weeks {(lived - burnt) / towns:.2f}")
        click.echo(f"  measures {(measured - lived) / towns:.2f}")
        click.echo(f"  in all {(measured - started) / towns:.2f}; a process on each of two processors halves that")
        first, last = (1e3 * clock.a_week(end) / towns for end in (_YEAR, len(clock.times) - 1))
        click.echo(f"  a week in the first year {first:.2f} ms, in the last {last:.2f} ms (linear in weeks when alike)")


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _unwatched(_weeks: int) -> None:
    return


if __name__ == "__main__":
    main()
