"""Pressure at a workplace: understaffing, sickness, cutbacks; it swings slowly, and nobody in town chose it (S2)."""

from __future__ import annotations

import numpy as np

from sim.arrays import real, rows_of
from sim.curves import weekly
from sim.population.columns import Rows
from sim.population.town import Town
from sim.processes.now import Now
from sim.vocabulary import Cause, Decision, EventKind

QUARTER = 13
_PACE, _SWING, _PER_OPENING, _PER_CUTBACK = 0.06, 0.12, 0.05, 0.35
"""Weeks between two turns of the swing; share of the way to it a week goes; its standard deviation; what an unfilled
opening and a cutback add (form, grade E)."""


def swing(town: Town, now: Now) -> Rows:
    """Let pressure follow this quarter's goal; once a quarter set a new one. Returns the workplaces that cut back."""
    firms, settings = town.firms, now.settings.firms
    if not now.settings.mechanisms.pressure:
        return np.zeros(0, dtype=np.int64)
    cutting = np.zeros(0, dtype=np.int64)
    if now.week % QUARTER == 0:
        luck = now.draws.bell(Decision.FIRM_LIFE, firms.luck, 6)
        goal = real(settings.pressure) + real(_SWING) * luck
        goal = goal + real(_PER_OPENING) * (firms.openings - real(0.5))
        cut = now.draws.uniform(Decision.FIRM_LIFE, firms.luck, 8) < real(QUARTER * weekly(settings.cutbacks))
        firms.pressure_goal[:] = np.clip(goal + real(_PER_CUTBACK) * cut, 0, 1)
        cutting = rows_of(cut)
        _tell(town, now, cutting)
    firms.pressure += real(_PACE) * (firms.pressure_goal - firms.pressure)
    return cutting


def _tell(town: Town, now: Now, sites: Rows) -> None:
    """Ordinary staff are dismissed: everybody from the model who is there is told."""
    if not len(sites):
        return
    c, firms = town.citizens, town.firms
    hit = np.zeros(firms.rows + 1, dtype=np.bool_)  # the last place is for firm -1: outside town
    hit[sites] = True
    there = rows_of(c.at_work)
    there = there[hit.take(c.firm[there])]
    now.log.add(
        now.week,
        EventKind.CUTBACK,
        c.citizen[there],
        agent=town.firm_number(c.firm[there]),
        previous=c.standing[there],
        cause=Cause.CUTBACK,
        amount=firms.pressure_goal[c.firm[there]],
    )
