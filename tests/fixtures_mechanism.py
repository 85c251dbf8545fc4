"""A mechanism of one's own, importable by name so that worker processes find it."""

from __future__ import annotations

import numpy as np

from sim.draws import own_decision
from sim.population.town import Town, on_support
from sim.processes.now import Now

COMES = own_decision("walks", "who comes")


def walks(town: Town, now: Now) -> None:
    """A weekly walk lifts belief a little for those who come."""
    c = town.citizens
    rows = np.flatnonzero(on_support(c) & c.present)
    come = rows[now.draws.uniform(COMES, c.luck[rows]) < 0.3]
    c.belief[come] = np.minimum(c.belief[come] + np.float32(0.02), 1)


def only_draws(town: Town, now: Now) -> None:
    """Draws for everybody, and does nothing with it."""
    now.draws.uniform(COMES, town.citizens.luck)
