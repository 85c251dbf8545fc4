"""``make bench``: what a town costs to run, so that the expected times of ``vendepunkt check`` can be kept honest."""

from __future__ import annotations

import time
from pathlib import Path

import click

from sim.doors.loading import BASELINE, SHIPPED, citizens_of, resized
from sim.doors.model import MODEL
from sim.record.tables import RunTables
from sim.scenario.scenario import load

_SIZES = ((500, 1), (500, 8), (2000, 1), (2000, 4), (2000, 8))


def main() -> None:
    """Play the baseline at two sizes with some seeds side by side, and write milliseconds per seed and week."""
    for citizens, count in _SIZES:
        scenario = resized(load(Path(SHIPPED) / BASELINE), citizens, None)
        began = time.perf_counter()
        state = MODEL.burn_in(scenario, tuple(range(1, count + 1)), _unwatched)
        burnt = time.perf_counter()
        runs = MODEL.simulate(scenario, state, _unwatched)
        played = time.perf_counter()
        MODEL.measure(scenario, RunTables.joined(runs.values()))
        measured = time.perf_counter()
        click.echo(
            f"{citizens_of(scenario):>6} citizens, {count} seeds side by side: per seed and week "
            f"{(burnt - began) / scenario.burn_in_weeks / count * 1e3:6.2f} ms burn-in, "
            f"{(played - burnt) / scenario.weeks / count * 1e3:6.2f} ms run; per seed "
            f"{(measured - played) / count:5.2f} s measures, {(measured - began) / count:6.2f} s in all"
        )


def _unwatched(_weeks: int) -> None:
    return


if __name__ == "__main__":
    main()
