"""``make bench``: what a town costs to run, so that the expected times of ``vendepunkt check`` can be kept honest."""

from __future__ import annotations

import time
from pathlib import Path

import click

from sim.doors.loading import BASELINE, SHIPPED, citizens_of, resized
from sim.doors.model import MODEL
from sim.scenario.scenario import load

_SIZES = (500, 2000)


def main() -> None:
    """Play the baseline once at two sizes and write milliseconds a week."""
    for citizens in _SIZES:
        scenario = resized(load(Path(SHIPPED) / BASELINE), citizens, None)
        began = time.perf_counter()
        state = MODEL.burn_in(scenario, 1)
        burnt = time.perf_counter()
        tables = MODEL.simulate(scenario, 1, state)
        played = time.perf_counter()
        MODEL.measure(scenario, tables)
        measured = time.perf_counter()
        click.echo(
            f"{citizens_of(scenario):>6} citizens: "
            f"burn-in {(burnt - began) / scenario.burn_in_weeks * 1e3:6.2f} ms/week, "
            f"run {(played - burnt) / scenario.weeks * 1e3:6.2f} ms/week, measures {measured - played:5.2f} s, "
            f"whole seed {measured - began:6.2f} s"
        )


if __name__ == "__main__":
    main()
