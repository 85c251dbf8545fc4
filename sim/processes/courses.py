"""Placements run and end: break-offs, gates, hires, extensions (S4 L2079-2096, L2775-2782; S2)."""

from __future__ import annotations

import numpy as np

from sim.curves import logistic
from sim.population.columns import F32, Bool, Rows
from sim.population.ranking import first_in_line
from sim.population.town import Town, standings
from sim.processes.firms import know, wear
from sim.processes.hiring import ability, hire, ordinary_standing
from sim.processes.motivation import fight
from sim.processes.moves import move, nudge, resting_standing, turn
from sim.processes.now import Now
from sim.processes.release import leave_workplace
from sim.processes.workplace import feel, strain
from sim.vocabulary import (
    PLACEMENTS,
    Benefit,
    Cause,
    Decision,
    EventKind,
    Gate,
    Identity,
    Orientation,
    Problem,
    Sector,
    Standing,
    TurningPoint,
)

IN_COURSE = standings(*PLACEMENTS, Standing.WAGE_SUBSIDY)
_GATE_STEEPNESS = 11.0
_SMALL_HOURS = 12.0
_AGREED, _TEMPTED = 1.0, 0.6
_STAYS_OUT_OF_FEAR = 0.6
"""How sharply the hiring bar decides; hours under which paid work stays a small job; what an
agreed purpose weighs at the gate; how tempted firms are by free work; share of the
impulse to leave that is left when leaving costs benefit (grade E)."""


def run(town: Town, now: Now) -> None:
    """A week in every placement and wage subsidy, then the gates of those that have reached their end."""
    c = town.citizens
    rows = np.flatnonzero(c.at_work & IN_COURSE.take(c.standing))
    if not len(rows):
        return
    feel(town, now, rows)
    _relieve(town, now, rows)
    broken = _break_off(town, now, rows)
    rest = rows[~broken]
    _gate(town, now, rest[c.work_until[rest] <= now.week])


def _relieve(town: Town, now: Now, rows: Rows) -> None:
    """Relief minus burden, as colleagues feel it (S2 L86-99)."""
    c = town.citizens
    relief = np.float32(1.6) * c.fit_to[rows] - np.float32(0.5) - np.float32(0.5) * c.accommodation_need[rows]
    wear(town, now, c.firm[rows].astype(np.int64), np.float32(-now.settings.firms.burden) * relief)


def _break_off(town: Town, now: Now, rows: Rows) -> np.ndarray:
    """Some placements break off under strain or for lack of meaning; how depends on who ends them."""
    c, settings = town.citizens, now.settings.placements
    tense = strain(town, now, rows)
    empty = (
        np.float32(0.6)
        * (np.float32(1) - c.purpose[rows])
        * ~c.prospect[rows]
        * (np.float32(0.4) + c.leaning[Identity.OPPONENT, rows])
    )
    if settings.leaving_cuts_benefit:
        # Fear of losing benefit keeps some in a placement without meaning, and makes clients of them (S4 L1104-1114).
        nudge(c.leaning[Identity.CLIENT], rows, np.float32(0.01) * empty)
        empty = empty * np.float32(_STAYS_OUT_OF_FEAR)
    chance = np.minimum(np.float32(settings.break_off) * (tense * tense + empty), np.float32(0.5))
    u, v = now.draws.two(Decision.PLACEMENT_WEEK, c.luck[rows])
    broken = u < chance
    if now.withheld is not None:
        broken &= now.withheld.spared(c, rows, Gate.BREAK_OFF)
    ill = v * (tense * tense + empty) < tense * tense
    unwell = rows[broken & ill]
    by_firm = c.fit_in[unwell] < 0.25
    _fail(town, now, unwell[by_firm], Cause.LEFT_BY_FIRM)
    _fail(town, now, unwell[~by_firm], Cause.HEALTH)
    # Leaving costs benefit, so some report sick instead (S4 L1104-1114).
    _stop(town, now, rows[broken & ~ill], Cause.SICK_LISTED if settings.leaving_cuts_benefit else Cause.LEFT_BY_CITIZEN)
    return np.asarray(broken)


def _fail(town: Town, now: Now, rows: Rows, cause: Cause) -> None:
    """A broken course wears the workplace violently and sends the person back, or further (S2)."""
    c = town.citizens
    firm = c.firm[rows].astype(np.int64)
    wear(town, now, firm, now.settings.firms.wear)
    know(town, firm, -0.05)
    turn(
        c,
        now,
        rows,
        TurningPoint.FAILED_PLACEMENT,
        ((c.belief, 0.9), (c.self_worth, 0.8), (c.coping, 0.4)),
        agent=town.firm_number(firm),
    )
    end(town, now, rows, cause)


def _stop(town: Town, now: Now, rows: Rows, cause: Cause) -> None:
    c = town.citizens
    wear(town, now, c.firm[rows].astype(np.int64), 0.4 * now.settings.firms.wear)
    nudge(c.leaning[Identity.OPPONENT], rows, 0.1)
    if cause == Cause.SICK_LISTED:
        nudge(c.problem[Problem.MENTAL], rows, 0.03)
    c.pointless[rows] = np.minimum(c.pointless[rows] + 1, 250)
    end(town, now, rows, cause)


def end(town: Town, now: Now, rows: Rows, cause: Cause) -> None:
    """End the placements of ``rows`` and log why."""
    c = town.citizens
    now.log.add(
        now.week,
        EventKind.PLACEMENT_ENDED,
        c.citizen[rows],
        agent=town.firm_number(c.firm[rows]),
        previous=c.standing[rows],
        cause=cause,
        amount=now.week - c.work_since[rows],
    )
    leave_workplace(town, rows)
    move(c, now, rows, resting_standing(c, rows), cause)


def _gate(town: Town, now: Now, rows: Rows) -> None:
    """At the agreed end the firm hires, the placement is extended, or it ends."""
    if not len(rows):
        return
    c, firms = town.citizens, town.firms
    u, v = now.draws.two(Decision.GATE, c.luck[rows])
    at = np.maximum(c.firm[rows], 0)
    match = np.sqrt(c.fit_to[rows] * c.fit_in[rows])
    lean = np.float32(_GATE_STEEPNESS) * (match - now.of(lambda own: own.placements.hire_bar, c.town[rows]))
    lean += np.float32(1.5) * (firms.backing[at] - np.float32(0.5))
    # Without an agreed purpose the firm measures by what it had in mind (Dennis, S0 L843-887).
    lean += np.float32(_AGREED) * (c.purpose[rows] - np.float32(0.5))
    lean -= np.float32(2.0) * np.maximum(strain(town, now, rows) - np.float32(0.5), 0)
    wants = u < logistic(lean.astype(np.float32))
    later = wants & _puts_off(town, now, rows)
    hired = _hire(town, now, rows, wants & ~later, v)
    left = rows[~hired]
    extended = _extend(town, now, left, v[~hired], match[~hired], later[~hired])
    _run_out(town, now, left[~extended], wants[~hired][~extended])


def _puts_off(town: Town, now: Now, rows: Rows) -> np.ndarray:
    """A firm that could hire but may also extend is tempted to have the work done free a little longer.

    A deadline takes the temptation away (Sandra, S4 L1398-1411). It acts here, not on what the firm thinks of the
    match.
    """
    c, settings = town.citizens, now.settings.placements
    if settings.deadline:
        return np.zeros(len(rows), dtype=np.bool_)
    may = (c.extensions[rows] < settings.extensions) & (c.standing[rows] != Standing.WAGE_SUBSIDY)
    useful = np.float32(_TEMPTED) * c.fit_to[rows] * (np.float32(1.3) - town.firms.backing[np.maximum(c.firm[rows], 0)])
    return np.asarray(may & (now.draws.uniform(Decision.GATE, c.luck[rows], 1) < useful))


def _hire(town: Town, now: Now, rows: Rows, wants: np.ndarray, v: F32) -> np.ndarray:
    """Hire into what there is: a flexjob, an opening (perhaps with subsidy first), or a small job."""
    c, firms, settings = town.citizens, town.firms, now.settings
    firm = np.maximum(c.firm[rows], 0)
    hours = np.maximum(ability(town, rows), 3.0)
    flex = wants & (c.benefit[rows] == Benefit.FLEXJOB_ALLOWANCE)
    opening = wants & ~flex & _openings_won(town, now, rows, wants & ~flex & (hours >= _SMALL_HOURS))
    after_subsidy = c.standing[rows] == Standing.WAGE_SUBSIDY
    subsidy = (
        opening
        & ~after_subsidy
        & (v < settings.placements.wage_subsidy_share)
        & (c.benefit[rows] == Benefit.ACTIVITY_READY)
    )
    small = wants & ~flex & ~opening & (v < now.of(lambda own: own.firms.small_jobs, c.town[rows])) & ~after_subsidy
    small &= firms.sector[firm] == Sector.PRIVATE
    standing = ordinary_standing(hours)
    standing = np.where(
        flex,
        int(Standing.FLEXJOB),
        np.where(subsidy, int(Standing.WAGE_SUBSIDY), np.where(small, int(Standing.SMALL_JOB), standing)),
    )
    paid = np.where(small, np.minimum(hours, np.float32(_SMALL_HOURS)), hours)
    hired = flex | opening | small
    chosen = rows[hired]
    now.log.add(
        now.week,
        EventKind.PLACEMENT_ENDED,
        c.citizen[chosen],
        agent=town.firm_number(c.firm[chosen]),
        previous=c.standing[chosen],
        cause=Cause.HIRED,
        amount=now.week - c.work_since[chosen],
    )
    hire(town, now, chosen, standing[hired].astype(np.uint8), paid[hired], Cause.HIRED)
    return np.asarray(hired)


def _openings_won(town: Town, now: Now, rows: Rows, wanting: np.ndarray) -> np.ndarray:
    """Openings are finite: at one workplace the lower lottery number gets the last one."""
    c = town.citizens
    won = np.zeros(len(rows), dtype=np.bool_)
    index = np.flatnonzero(wanting)
    firm = c.firm[rows[index]].astype(np.int64)
    lot = now.draws.lottery(Decision.FIRM_LOTTERY, c.luck[rows[index]])
    won[index] = first_in_line(firm, lot, town.firms.openings)
    return won


def _extend(town: Town, now: Now, rows: Rows, v: F32, match: F32, later: Bool) -> np.ndarray:
    """With a purpose or prospect an extension gives time; without, it is a firm's temptation of free labour."""
    c, settings = town.citizens, now.settings.placements
    may = (c.extensions[rows] < settings.extensions) & (c.standing[rows] != Standing.WAGE_SUBSIDY)
    if settings.deadline:
        may &= False
    reason = c.prospect[rows] | (c.purpose[rows] > 0.55)
    chance = np.where(reason, np.float32(0.55), np.float32(0.45) * match)
    longer = may & ((v < chance) | later)
    chosen = rows[longer]
    c.extensions[chosen] += 1
    c.work_until[chosen] = now.week + round(settings.length)
    empty = chosen[~reason[longer]]
    nudge(c.orientation[Orientation.PRACTICE], empty, -0.08)
    nudge(c.self_worth, empty, -0.02)
    now.log.add(
        now.week,
        EventKind.PLACEMENT_EXTENDED,
        c.citizen[chosen],
        agent=town.firm_number(c.firm[chosen]),
        amount=c.extensions[chosen],
    )
    return np.asarray(longer)


def _run_out(town: Town, now: Now, rows: Rows, wanted: np.ndarray) -> None:
    """The placement ends without a job: for want of an opening, or of a yes. Repetition without prospect starves."""
    c, on = town.citizens, now.settings.mechanisms
    fit = c.fit_to[rows] > 0.4
    wear(
        town,
        now,
        c.firm[rows].astype(np.int64),
        np.where(fit, np.float32(-0.3 * now.settings.firms.gain), np.float32(0.3 * now.settings.firms.wear)),
    )
    know(town, c.firm[rows], 0.02)
    nudge(c.orientation[Orientation.MASTERY], rows, np.where(fit, np.float32(0.06), np.float32(-0.06)))
    nudge(c.skill, rows, np.where(fit, np.float32(0.01), np.float32(0.0)))
    pointless = ~c.prospect[rows] & (c.purpose[rows] < 0.55)
    c.pointless[rows] = np.where(pointless, np.minimum(c.pointless[rows] + 1, 250), 0)
    again = rows[pointless & (c.pointless[rows] >= 2)]
    if on.prospect:
        resists = fight(c, now, again)
        nudge(c.leaning[Identity.OPPONENT], again, np.float32(0.12) * resists)
        nudge(c.leaning[Identity.CLIENT], again, np.float32(0.12) * (np.float32(1) - resists))
        turn(
            c,
            now,
            again,
            TurningPoint.POINTLESS_PLACEMENT,
            ((c.belief, 0.8), (c.direction, 0.8), (c.self_worth, 0.5)),
            agent=town.firm_number(c.firm[again]),
        )
    end(town, now, rows[wanted], Cause.NO_OPENING)
    end(town, now, rows[~wanted], Cause.GATE_FAILED)
