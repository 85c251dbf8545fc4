"""Needs at work: what is told of them, what is done about them, and what presses it back (S0 D1-D2, E1-E8)."""

from __future__ import annotations

import numpy as np

from sim.arrays import real
from sim.population.columns import F32, Rows
from sim.population.town import Town
from sim.processes.hiring import ability
from sim.processes.moves import approach, nudge, turn
from sim.processes.now import Now
from sim.processes.sites import Sites
from sim.vocabulary import Problem, TurningPoint

FORTNIGHT = 2
_OPENS, _ADAPTS = 0.06, 0.19
_HURT, _SPARED = 0.05, 0.7
_TOO_MUCH = 0.3
_UNMET, _NEEDY = 0.25, 0.5
_WATCH = 0.75
"""Weeks between two looks; share of the way to what one would tell that they go; share of the way to what is told that
work adapts in them; share of fitting in lost in them by what colleagues do not understand, and how much a backing
leader spares; how much one may tell beyond colleagues' tolerance; share of a need left met under which it counts as
gone, for whom; how much of the erosion somebody who looks holds back (detail, grade E)."""


def told(alliance: F32, tolerance: F32, support: float) -> F32:
    """How much of one's needs one tells at the start: by trust in whoever seeks the place and tolerance there (S0 E2).

    With support one tells those who tolerate it more, and the others no more than is needed.
    """
    by_self = real(0.25) + real(0.5) * alliance + real(0.25) * tolerance
    paced = real(0.35) + real(0.6) * tolerance
    says = by_self + real(support) * (paced - by_self) if support > 0 else by_self
    return np.asarray(np.minimum(says, real(1)))


def met(disclosed: F32, adaptability: F32) -> F32:
    """Share of a need that is met where so much is told and the work can be adapted so far."""
    could = disclosed * (real(0.525) + real(0.975) * adaptability)
    return np.asarray(np.minimum(could, real(1)))


def live(town: Town, now: Now, rows: Rows, sites: Sites) -> None:
    """A fortnight of needs at work: openness grows with belonging, work bends or lets go, hours over ability harm."""
    firms, on = town.firms, now.settings.mechanisms
    tolerance = sites.trait(firms.tolerance)
    if on.disclosure and on.accommodations:
        _open(town, now, rows, sites, tolerance)
    if on.erosion_of_needs and on.accommodations:
        _erode(town, now, rows, sites, tolerance)
    _overdo(town, now, rows)


def _open(town: Town, now: Now, rows: Rows, sites: Sites, tolerance: F32) -> None:
    """Belonging opens mouths, and work bends to what it knows; what nobody explains, or labels, shuts one out."""
    c, firms = town.citizens, town.firms
    support = now.settings.placements.disclosure_support
    would = told(c.fit_in[rows], tolerance, support)
    approach(c.disclosed, rows, would, _OPENS)
    disclosed, need = c.disclosed[rows], c.accommodation_need[rows]
    could = met(disclosed, sites.trait(firms.adaptability))
    bends = np.maximum(could - c.accommodated[rows], 0) * real(_ADAPTS) * (need > 0)
    nudge(c.accommodated, rows, bends)
    silent = (real(1) - disclosed) * c.accommodated[rows]
    labelled = np.maximum(disclosed - tolerance - real(_TOO_MUCH), 0)
    guarded = real(1) - real(_SPARED) * sites.trait(firms.backing)
    hurt = real(_HURT) * (silent + real(2) * labelled) * need * (real(1) - tolerance) * guarded
    nudge(c.fit_in, rows, -hurt)


def _erode(town: Town, now: Now, rows: Rows, sites: Sites, tolerance: F32) -> None:
    """Production presses, colleagues find it unfair: what was agreed shrinks unless somebody looks (S0 L826-841)."""
    c, firms = town.citizens, town.firms
    before = c.accommodated[rows]
    watched = (np.maximum(c.follow_up_until[rows], c.mentor_until[rows]) >= now.week) | (c.broker[rows] >= 0)
    watched |= c.firm_mentor[rows]
    lets_go = sites.trait(firms.pressure, 0.3) * (real(1.5) - tolerance) * (
        real(1.4) - real(0.8) * sites.trait(firms.backing)
    )
    lets_go = lets_go * (real(1) - real(_WATCH) * watched)
    after = before * (real(1) - real(FORTNIGHT * now.settings.firms.erosion) * lets_go)
    c.accommodated[rows] = after
    gone = rows[(before >= _UNMET) & (after < _UNMET) & (c.accommodation_need[rows] > _NEEDY)]
    turn(
        c,
        now,
        gone,
        TurningPoint.TASK_OVERLOAD,
        ((c.coping, 0.5), (c.self_worth, 0.4)),
        agent=town.firm_number(c.firm[gone]),
    )


def _overdo(town: Town, now: Now, rows: Rows) -> None:
    """Hours beyond what present health allows make ill: pain where it sits in the body, else the mind (S4 L973-975)."""
    c = town.citizens
    over = c.work_hours[rows] - ability(town, now, rows)
    beyond = over > 0
    if not beyond.any():
        return
    rows, over = rows[beyond], over[beyond]
    harm = np.asarray(real(FORTNIGHT * now.settings.employment.strain_harm) * over / real(20.0), dtype=np.float32)
    body = c.chronic_pain[rows]
    nudge(c.problem[Problem.PAIN], rows[body], harm[body])
    nudge(c.problem[Problem.MENTAL], rows[~body], harm[~body])
