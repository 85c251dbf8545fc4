"""A workplace that wanted someone and had no opening calls when one comes (S4 L2080, L3440-3442)."""

from __future__ import annotations

import numpy as np

from sim.arrays import real, rows_of
from sim.population.columns import NEVER, Rows
from sim.population.ranking import first_in_line
from sim.population.town import ON_SUPPORT_TABLE, Town
from sim.processes.hiring import ability, hours_agreed, ordinary_standing, take_job
from sim.processes.now import Now
from sim.vocabulary import Benefit, Cause, Decision, Standing


def keep_in_mind(town: Town, now: Now, rows: Rows) -> None:
    """The workplaces of ``rows`` would have hired them, had there been an opening: they remember them for a while.

    One is kept in mind by one workplace: the last.
    """
    if not now.settings.mechanisms.recall or not len(rows):
        return
    c = town.citizens
    c.wanted_by[rows] = c.firm[rows]
    c.wanted_until[rows] = now.week + round(now.settings.placements.kept_in_mind)
    c.wanted_via[rows] = c.channel[rows]


def call(town: Town, now: Now) -> None:
    """Workplaces with an opening call those they have in mind; an opening goes to the one called first.

    Whoever has a flexjob granted is called for a flexjob, and nobody else is. Those off benefit by then are forgotten;
    a wage subsidy or a promise elsewhere holds the call off; a placement or a small job is left for it.
    """
    c, firms = town.citizens, town.firms
    held = rows_of(c.wanted_by >= 0)
    if not len(held):
        return
    over = (c.wanted_until[held] < now.week) | ~ON_SUPPORT_TABLE.take(c.standing[held]) | ~c.present[held]
    forget(town, held[over])
    rows = held[~over]
    rows = rows[(c.standing[rows] != Standing.WAGE_SUBSIDY) & (c.promise[rows] < 0)]
    for granted, places in ((False, firms.openings), (True, firms.flex_openings)):
        mine = rows[(c.benefit[rows] == Benefit.FLEXJOB_ALLOWANCE) == granted]
        mine = mine[places.take(c.wanted_by[mine]) > 0]
        if not granted:  # an opening asks of those called back what it asks of others at the gate
            mine = mine[ability(town, now, mine) >= real(now.settings.employment.small_hours)]
        u = now.draws.uniform(Decision.RECALL, c.luck[mine])
        mine = mine[u < real(now.settings.placements.recall) * c.room[mine]]
        firm = c.wanted_by[mine].astype(np.int64)
        first = first_in_line(firm, now.draws.lottery(Decision.RECALL, c.luck[mine], 1), places)
        _begin(town, now, mine[first], granted=granted)


def forget(town: Town, rows: Rows) -> None:
    """No workplace thinks of ``rows`` any more."""
    c = town.citizens
    c.wanted_by[rows] = -1
    c.wanted_until[rows] = NEVER


def _begin(town: Town, now: Now, rows: Rows, *, granted: bool) -> None:
    """Begin the job or flexjob one was called for, among people one may know."""
    if not len(rows):
        return
    c = town.citizens
    firm, channel = c.wanted_by[rows].astype(np.int64), c.wanted_via[rows].copy()
    known = np.where(c.old_firm[rows] == firm, c.old_fit[rows], real(0))
    forget(town, rows)
    hours = np.maximum(ability(town, now, rows), real(3.0)) if granted else hours_agreed(now, ability(town, now, rows))
    standing = np.full(len(rows), int(Standing.FLEXJOB), np.uint8) if granted else ordinary_standing(hours)
    take_job(town, now, rows, (firm, channel), standing, hours, Cause.RECALLED)
    c.fit_in[rows] = np.maximum(c.fit_in[rows], known)  # one comes back to people one knows
