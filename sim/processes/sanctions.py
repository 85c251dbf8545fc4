"""Sanctions: absence may cost benefit, and what that does to a person (facts D14)."""

from __future__ import annotations

import numpy as np

from sim.arrays import real
from sim.population.columns import Rows
from sim.population.town import Town
from sim.processes.hours import owe
from sim.processes.motivation import fight
from sim.processes.moves import nudge, turn
from sim.processes.now import Now
from sim.vocabulary import Decision, EventKind, Identity, Orientation, Problem, TurningPoint

_SANCTION_HOURS = 1.0
"""Hours a sanction costs the caseworker (detail, grade E)."""


def sanction(town: Town, now: Now, rows: Rows) -> None:
    """Absence may cost benefit: income falls, necessity and stress rise, trust falls (facts D14)."""
    c, work = town.citizens, now.settings.casework
    if not now.settings.mechanisms.sanctions or not len(rows):
        return
    hit = rows[now.draws.uniform(Decision.SANCTION, c.luck[rows]) < real(work.sanctions)]
    if not len(hit):
        return
    owe(town, now, c.post[hit].astype(np.int64), _SANCTION_HOURS, "tasks")
    cut_benefit(town, now, hit, work.sanction_weeks)


def cut_benefit(town: Town, now: Now, hit: Rows, weeks: float) -> None:
    """Cut the benefit of each of ``hit`` for so many weeks."""
    c = town.citizens
    c.sanction_until[hit] = now.week + round(weeks)
    nudge(c.problem[Problem.DEBT], hit, 0.04 * weeks)
    nudge(c.arrears, hit, 0.04 * weeks)
    nudge(c.orientation[Orientation.NECESSITY], hit, 0.15)
    nudge(c.trust, hit, -now.settings.casework.sanction_trust)
    nudge(c.caseworker_belief, hit, -0.04)
    resists = fight(c, now, hit)
    nudge(c.leaning[Identity.OPPONENT], hit, real(0.08) * resists)
    nudge(c.leaning[Identity.CLIENT], hit, real(0.08) * (real(1) - resists))
    now.log.add(now.week, EventKind.SANCTION, c.citizen[hit], agent=town.post_number(c.post[hit]), amount=weeks)
    turn(
        c,
        now,
        hit,
        TurningPoint.SANCTIONED,
        ((c.belief, 0.3), (c.self_worth, 0.5)),
        agent=town.post_number(c.post[hit]),
    )
