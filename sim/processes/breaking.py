"""A placement that does not run well: who stays away, what it costs colleagues, and how it breaks off (S2, S4)."""

from __future__ import annotations

import numpy as np

from sim.arrays import either, real
from sim.population.columns import F32, Rows
from sim.population.town import Town
from sim.processes.candour import find_out
from sim.processes.firms import endure, know, regard, wear
from sim.processes.motivation import fight
from sim.processes.moves import approach, nudge, turn
from sim.processes.network import weigh
from sim.processes.now import Now
from sim.processes.release import USUAL_ATTENDANCE, back_to_benefit
from sim.processes.sites import Sites
from sim.processes.workplace import strain
from sim.vocabulary import (
    Cause,
    Decision,
    EventKind,
    Gate,
    Identity,
    Orientation,
    Problem,
    TieKind,
    TurningPoint,
)

_FORCED, _UNABLE = 0.45, 0.18
_UNSTEADY, _STAYED_AWAY = 1.0, 0.7
_OUTSIDE = 0.25
_WORTH_WEEKS, _WORTH = 36.0, 2.0
_ENDURED, _WEARS_ROPE, _GIVES_ROPE = 0.006, 0.012, 0.12
_CUT_WEEKS = 3
_FRAGILE = 0.15
"""What force and lack of room take from attendance; burden of unsteady attendance; attendance from which a workplace
gives up; fitting in under which one stands outside; weeks squared at which stopping is half worth it, scaled so that
over a course of thirteen weeks it comes to one; capacity and rope that a week of a failing course wears, and rope that
ending it gives; weeks for which leaving costs benefit; share of fragile people at which a workplace tips (detail, grade
E)."""


def attend(town: Town, now: Now, rows: Rows) -> None:
    """Who feels forced, and who has no room, comes unsteadily (S2 L3737-3742)."""
    c = town.citizens
    if not now.settings.mechanisms.attendance:
        return
    forced = (real(1) - c.purpose[rows]) * (real(0.3) + c.leaning[Identity.OPPONENT][rows])
    forced = forced * either(c.prospect[rows], real(0.5), real(1))
    steady = real(1.035) - real(_FORCED) * forced - real(_UNABLE) * (real(1) - c.room[rows])
    approach(c.attendance, rows, np.minimum(np.maximum(steady, real(0.2)), real(1)), 0.3)


def relieve(town: Town, now: Now, rows: Rows) -> None:
    """Relief minus burden, as colleagues feel it (S2 L86-99): hands that come, needs, and what nobody can plan by."""
    c, on = town.citizens, now.settings.mechanisms
    relief = real(1.6) * c.fit_to[rows] - real(0.5) - real(0.5) * c.accommodation_need[rows]
    relief = relief - real(_UNSTEADY) * np.maximum(real(USUAL_ATTENDANCE) - c.attendance[rows], 0)
    if on.mental_doubt:
        able = Sites.of(town, rows).trait(town.firms.competence)
        relief = relief - real(0.4) * c.chronic_mental[rows] * (real(0.5) - able)
    if on.tipping:
        relief = relief - _tipped(town, rows)
    wear(town, now, c.firm[rows].astype(np.int64), np.float32(-now.settings.firms.burden) * relief)


def _tipped(town: Town, rows: Rows) -> F32:
    """Beyond a share of fragile people all are pulled down: less relief from each, and less belonging (S2 L2168-73)."""
    c, firms = town.citizens, town.firms
    share = (firms.running + firms.special_terms) / np.maximum(firms.employees, real(1))
    beyond = Sites.of(town, rows).trait(np.maximum(share - real(_FRAGILE), 0), 0.0)
    nudge(c.fit_in, rows, real(-0.05) * np.minimum(beyond, real(1)))
    return np.asarray(real(4) * beyond)


def break_off(town: Town, now: Now, rows: Rows) -> np.ndarray:
    """Some placements break off under strain or for lack of meaning; how depends on who ends them, and on what is left.

    A workplace stops what fails when weeks are left and endures it when few are; so does the citizen (S2 L3744-3752).
    Health waits for nobody.
    """
    c, settings, on = town.citizens, now.settings.placements, now.settings.mechanisms
    tense = strain(town, now, rows)
    stands_outside = c.fit_in[rows] < real(_OUTSIDE)
    hard = tense * tense
    ill = either(stands_outside, real(0), hard)
    away = np.maximum(real(_STAYED_AWAY) - c.attendance[rows], 0) * real(on.attendance)
    unwanted = hard - ill + away
    empty = (
        real(0.6)
        * (real(1) - c.purpose[rows])
        * ~c.prospect[rows]
        * (real(0.4) + c.leaning[Identity.OPPONENT][rows])
    )
    if settings.leaving_cuts_benefit:
        # Fear of losing benefit keeps some in a placement without meaning, and makes clients of them (S4 L1104-1114).
        nudge(c.leaning[Identity.CLIENT], rows, real(0.01) * empty)
        empty = empty * real(settings.fear_keeps)
    if on.endurance:
        left = np.maximum(c.work_until[rows] - now.week, 0).astype(np.float32)
        worth = real(_WORTH) * left * left / (left * left + real(_WORTH_WEEKS))
        unwanted, empty = unwanted * worth, empty * worth
    total = ill + unwanted + empty
    u, v = now.draws.two(Decision.PLACEMENT_WEEK, c.luck[rows])
    broken = u < np.minimum(real(settings.break_off) * total, real(0.5))
    if now.withheld is not None:
        broken &= now.withheld.spared(c, rows, Gate.BREAK_OFF)
    why = v * total
    fail(town, now, rows[broken & (why < ill)], Cause.HEALTH)
    stopped = rows[broken & (why >= ill) & (why < ill + unwanted)]
    endure(town, now, c.firm[stopped], _GIVES_ROPE)
    fail(town, now, stopped, Cause.LEFT_BY_FIRM)
    _leave(town, now, rows[broken & (why >= ill + unwanted)])
    if on.endurance:
        _endure(town, now, rows[~broken & stands_outside & (tense > real(0.6))])
    return np.asarray(broken)


def _endure(town: Town, now: Now, rows: Rows) -> None:
    """A failing course that goes on wears colleagues and the person week by week."""
    c = town.citizens
    firm = c.firm[rows].astype(np.int64)
    wear(town, now, firm, _ENDURED)
    endure(town, now, firm, -_WEARS_ROPE)
    nudge(c.self_worth, rows, -0.003)


def fail(town: Town, now: Now, rows: Rows, cause: Cause) -> None:
    """A broken course wears the workplace violently and sends the person back, or further (S2)."""
    if not len(rows):
        return
    c = town.citizens
    firm = c.firm[rows].astype(np.int64)
    wear(town, now, firm, now.settings.firms.wear)
    know(town, firm, -0.05)
    find_out(town, now, rows)
    regard(town, firm, -0.04)
    _part(town, now, rows)
    turn(
        c,
        now,
        rows,
        TurningPoint.FAILED_PLACEMENT,
        ((c.belief, 0.9), (c.self_worth, 0.8), (c.coping, 0.4)),
        agent=town.firm_number(firm),
    )
    end(town, now, rows, cause)


def colleagues_there(town: Town, rows: Rows) -> np.ndarray:
    """Which ties of each of ``rows`` are colleagues at the workplace the person is at now, (ties, rows)."""
    c = town.citizens
    to = c.tie_to.take(rows, axis=1)
    mine = (c.tie_kind[:, rows] == TieKind.COLLEAGUE) & (to >= 0) & (c.firm[rows] >= 0)
    if not town.outsiders.rows:
        return np.asarray(mine)
    place, who = mine.nonzero()
    mine[place, who] = town.outsiders.firm.take(to[place, who]) == c.firm[rows.take(who)]
    return np.asarray(mine)


def _part(town: Town, now: Now, rows: Rows) -> None:
    """Ties to colleagues do not outlive a course that broke down."""
    c = town.citizens
    if not now.settings.mechanisms.colleagues_speak:
        return
    lost = colleagues_there(town, rows)
    place, column = np.nonzero(lost)
    if not len(place):
        return
    c.tie_kind[place, rows[column]] = TieKind.NONE
    c.tie_to[place, rows[column]] = -1
    weigh(town, now, rows[lost.any(axis=0)])


def _leave(town: Town, now: Now, rows: Rows) -> None:
    """Leaving what has no meaning: where it costs benefit some report sick and others take the cut (S4 L1104-1114)."""
    c = town.citizens
    if not len(rows):
        return
    openly = np.ones(len(rows), dtype=np.bool_)
    if now.settings.placements.leaving_cuts_benefit:
        openly = now.draws.uniform(Decision.PLACEMENT_WEEK, c.luck[rows], 1) < real(0.5) * fight(c, now, rows)
        _cut(town, now, rows[openly])
    nudge(c.problem[Problem.MENTAL], rows[~openly], 0.03)
    wear(town, now, c.firm[rows].astype(np.int64), 0.4 * now.settings.firms.wear)
    nudge(c.leaning[Identity.OPPONENT], rows, 0.1)
    c.pointless[rows] = np.minimum(c.pointless[rows] + 1, 250)
    end(town, now, rows[openly], Cause.LEFT_BY_CITIZEN)
    end(town, now, rows[~openly], Cause.SICK_LISTED)


def _cut(town: Town, now: Now, rows: Rows) -> None:
    """Benefit is cut for some weeks: debt and necessity grow, trust falls."""
    c = town.citizens
    if not now.settings.mechanisms.sanctions or not len(rows):
        return
    c.sanction_until[rows] = np.maximum(c.sanction_until[rows], now.week + _CUT_WEEKS)
    nudge(c.problem[Problem.DEBT], rows, 0.04 * _CUT_WEEKS)
    nudge(c.orientation[Orientation.NECESSITY], rows, 0.15)
    nudge(c.trust, rows, -0.08)
    agent = town.post_number(c.post[rows])
    now.log.add(now.week, EventKind.SANCTION, c.citizen[rows], agent=agent, amount=_CUT_WEEKS)
    turn(c, now, rows, TurningPoint.SANCTIONED, ((c.belief, 0.3), (c.self_worth, 0.5)), agent=agent)


def end(town: Town, now: Now, rows: Rows, cause: Cause) -> None:
    """The placement is over; back to benefit."""
    back_to_benefit(town, now, rows, EventKind.PLACEMENT_ENDED, cause)
