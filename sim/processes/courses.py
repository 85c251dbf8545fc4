"""Placements run and end: break-offs, gates, hires, extensions (S4 L2079-2096, L2775-2782; S2)."""

from __future__ import annotations

import numpy as np

from sim.arrays import either, real, rows_of
from sim.curves import logistic
from sim.population.columns import F32, Bool, Rows
from sim.population.ranking import exact_sum, first_in_line
from sim.population.town import Town, standings
from sim.processes.breaking import attend, break_off, colleagues_there, end, relieve
from sim.processes.firm_mentors import EMPLOYEE, learn
from sim.processes.firms import know, regard, wear
from sim.processes.hiring import ability, hire, hours_agreed, ordinary_standing
from sim.processes.motivation import fight
from sim.processes.moves import nudge, turn
from sim.processes.now import Now
from sim.processes.recalls import keep_in_mind
from sim.processes.release import USUAL_ATTENDANCE, ended
from sim.processes.sites import Sites
from sim.processes.workplace import feel, strain
from sim.vocabulary import (
    PLACEMENTS,
    Benefit,
    Cause,
    Decision,
    EventKind,
    Identity,
    Orientation,
    Sector,
    Standing,
    TurningPoint,
)

IN_COURSE = standings(*PLACEMENTS, Standing.WAGE_SUBSIDY)
_STEADY = 3.0
_MOST_VOICES = 3
_MANY_STARTS, _USUAL_STARTS = 2.0, 0.6
_EMPLOYEES_A_SMALL_JOB = 25.0
_DEADLINE_SOURS, _UNALIGNED_SOURS = 0.03, 0.02
"""What steady attendance weighs at the gate; voices heard at most; starts lately from which a workplace relies on them
fully, and the usual share of that; employees per small job a workplace has at a time; relation lost by a deadline, and
by a gate failed for want of an agreed purpose (form, grade E)."""


def run(town: Town, now: Now) -> None:
    """A week in every placement and wage subsidy, then the gates of those that have reached their end."""
    c = town.citizens
    rows = rows_of(c.at_work & IN_COURSE.take(c.standing))
    if not len(rows):
        return
    feel(town, now, rows)
    attend(town, now, rows)
    relieve(town, now, rows)
    _compensate(town, now, rows)
    broken = break_off(town, now, rows)
    rest = rows[~broken]
    _gate(town, now, rest[c.work_until[rest] <= now.week])


def _compensate(town: Town, now: Now, rows: Rows) -> None:
    """Hours of lost ability that the municipality pays the workplaces for."""
    share = now.settings.firms.compensation
    if share > 0:
        c = town.citizens
        lost = real(share) * c.accommodation_need[rows] * c.work_hours[rows]
        now.tally.add("hours_compensation", exact_sum(c.town[rows], lost, town.count))


def _gate(town: Town, now: Now, rows: Rows) -> None:
    """At the agreed end the firm hires, the placement is extended, or it ends."""
    if not len(rows):
        return
    c, firms, settings = town.citizens, town.firms, now.settings.placements
    u, v = now.draws.two(Decision.GATE, c.luck[rows])
    at = np.maximum(c.firm[rows], 0)
    match = np.sqrt(c.fit_to[rows] * c.fit_in[rows])
    lean = real(settings.gate_steepness) * (match - now.of(lambda own: own.placements.hire_bar, c.town[rows]))
    lean += real(1.5) * (firms.backing[at] - real(0.5))
    # Without an agreed purpose the firm measures by what it had in mind (Dennis, S0 L843-887).
    lean += real(settings.gate_purpose) * (c.purpose[rows] - real(0.5))
    lean += real(_STEADY) * (c.attendance[rows] - real(USUAL_ATTENDANCE))
    lean -= real(settings.gate_strain) * np.maximum(strain(town, now, rows) - real(0.5), 0)
    spoken = _voices(town, now, rows)
    lean += real(settings.gate_voice) * spoken
    wants = u < logistic(lean.astype(np.float32))
    later = wants & _puts_off(town, now, rows)
    _press(town, now, rows[later & settings.deadline])
    later &= not settings.deadline
    hired = _hire(town, now, rows, wants & ~later, v)
    _recognised(town, now, rows[hired & (spoken >= 1)])
    left = rows[~hired]
    extended = _extend(town, now, left, v[~hired], match[~hired], later[~hired])
    _run_out(town, now, left[~extended], wants[~hired][~extended])


def _puts_off(town: Town, now: Now, rows: Rows) -> np.ndarray:
    """A firm that could hire but may also extend is tempted to have the work done free a little longer.

    Under pressure the more, and the more it has come to rely on people who cost nothing.
    """
    c, settings = town.citizens, now.settings.placements
    may = (c.extensions[rows] < settings.extensions) & (c.standing[rows] != Standing.WAGE_SUBSIDY)
    at = np.maximum(c.firm[rows], 0)
    backing, pressed = town.firms.backing[at], town.firms.pressure[at] - real(0.3)
    used_to = np.minimum(town.firms.starts[at] * real(1 / _MANY_STARTS), 1) - real(_USUAL_STARTS)
    leans = real(0.5) * pressed + real(settings.dependence) * used_to
    useful = real(settings.tempted) * c.fit_to[rows] * (real(1.3) + leans - backing)
    return np.asarray(may & (now.draws.uniform(Decision.GATE, c.luck[rows], 1) < useful))


def _voices(town: Town, now: Now, rows: Rows) -> F32:
    """Colleagues who have become ties, and a colleague who is mentor, speak for the person (S0 L606-613)."""
    c, on = town.citizens, now.settings.mechanisms
    if not on.colleagues_speak:
        return np.zeros(len(rows), dtype=np.float32)
    voices = np.add.reduce(colleagues_there(town, rows), axis=0, dtype=np.uint8)
    mentor = Sites.of(town, rows).trait(town.firms.mentor, 0.0) == EMPLOYEE
    spoken = np.minimum(voices, np.uint8(_MOST_VOICES)) + (mentor & (c.firm_mentor[rows] | c.independent[rows]))
    return np.asarray(spoken, dtype=np.float32)


def _recognised(town: Town, now: Now, rows: Rows) -> None:
    """Being spoken for by colleagues and hired is being seen."""
    c = town.citizens
    turn(
        c,
        now,
        rows,
        TurningPoint.RECOGNISING_WORKPLACE,
        ((c.self_worth, 0.8), (c.fit_in, 0.5)),
        agent=town.firm_number(c.firm[rows]),
    )


def _press(town: Town, now: Now, rows: Rows) -> None:
    """A deadline put to a firm that would have waited: an hour's work, and a relation a little soured (S4 L1398-1411).

    It takes the temptation away and changes nothing in what the firm thinks of the match.
    """
    c = town.citizens
    led = rows[c.post[rows] >= 0]
    np.add.at(town.posts.extra_hours, c.post[led], real(now.settings.placements.deadline_hours))
    know(town, c.firm[rows], -_DEADLINE_SOURS)


def _hire(town: Town, now: Now, rows: Rows, wants: np.ndarray, v: F32) -> np.ndarray:
    """Hire into what there is: a flexjob, an opening (perhaps with subsidy first), or a small job."""
    c, firms, settings = town.citizens, town.firms, now.settings
    firm = np.maximum(c.firm[rows], 0)
    limit = real(settings.employment.small_hours)
    hours = np.maximum(ability(town, now, rows), 3.0)
    granted = c.benefit[rows] == Benefit.FLEXJOB_ALLOWANCE
    flex = _won(town, now, rows, wants & granted, firms.flex_openings)
    after_subsidy = c.standing[rows] == Standing.WAGE_SUBSIDY
    able = wants & ~granted & (hours >= limit)
    # Whoever is on a wage subsidy holds the opening that it began with.
    opening = (able & after_subsidy) | _won(town, now, rows, able & ~after_subsidy, firms.openings)
    subsidy = (
        opening
        & ~after_subsidy
        & (v < settings.placements.wage_subsidy_share)
        & (c.benefit[rows] == Benefit.ACTIVITY_READY)
    )
    small = wants & ~granted & ~opening & (v < now.of(lambda own: own.firms.small_jobs, c.town[rows])) & ~after_subsidy
    small &= firms.sector[firm] == Sector.PRIVATE
    small = _won(town, now, rows, small, _small_jobs_left(town))
    agreed = hours_agreed(now, hours)
    standing = ordinary_standing(agreed)
    standing = np.where(
        flex,
        int(Standing.FLEXJOB),
        np.where(subsidy, int(Standing.WAGE_SUBSIDY), np.where(small, int(Standing.SMALL_JOB), standing)),
    )
    paid = np.where(small, np.minimum(hours, limit), np.where(flex, hours, agreed))
    hired = flex | opening | small
    chosen = rows[hired]
    ended(town, now, chosen, EventKind.PLACEMENT_ENDED, Cause.HIRED)
    hire(town, now, chosen, standing[hired].astype(np.uint8), paid[hired], Cause.HIRED)
    return np.asarray(hired)


def _won(town: Town, now: Now, rows: Rows, wanting: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Openings are finite: at one workplace the lower lottery number gets the last one."""
    c = town.citizens
    won = np.zeros(len(rows), dtype=np.bool_)
    index = rows_of(wanting)
    if not len(index):
        return won
    firm = c.firm[rows[index]].astype(np.int64)
    lot = now.draws.lottery(Decision.FIRM_LOTTERY, c.luck[rows[index]])
    won[index] = first_in_line(firm, lot, places)
    return won


def _small_jobs_left(town: Town) -> np.ndarray:
    """Small jobs a workplace could still give: one for every so many employees, less those it has."""
    c, firms = town.citizens, town.firms
    there = c.firm[(c.standing == Standing.SMALL_JOB) & (c.firm >= 0)]
    most = real(1) + np.floor(firms.employees / real(_EMPLOYEES_A_SMALL_JOB))
    return np.asarray(most.astype(np.int64) - np.bincount(there, minlength=firms.rows))


def _extend(town: Town, now: Now, rows: Rows, v: F32, match: F32, later: Bool) -> np.ndarray:
    """With a purpose or prospect an extension gives time; without, it is a firm's temptation of free labour."""
    c, settings = town.citizens, now.settings.placements
    may = (c.extensions[rows] < settings.extensions) & (c.standing[rows] != Standing.WAGE_SUBSIDY)
    reason = c.prospect[rows] | (c.purpose[rows] > 0.55)
    if settings.deadline:
        may &= c.purpose[rows] > 0.55  # time that is meant for something is still given
    chance = np.where(reason, real(0.55), real(0.45) * match)
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
        either(fit, real(-0.3 * now.settings.firms.gain), real(0.3 * now.settings.firms.wear)),
    )
    firm = c.firm[rows].astype(np.int64)
    know(town, firm, 0.02)
    # What one expects and nobody agreed is a disappointment to both (Dennis, S0 L843-887).
    know(town, firm[~wanted & (c.purpose[rows] < 0.4)], -_UNALIGNED_SOURS)
    regard(town, firm, 0.01)
    learn(town, rows[fit])
    _write_papers(town, now, rows)
    nudge(c.orientation[Orientation.MASTERY], rows, either(fit, real(0.06), real(-0.06)))
    nudge(c.skill, rows, either(fit, real(0.01), real(0.0)))
    pointless = ~c.prospect[rows] & (c.purpose[rows] < 0.55)
    c.pointless[rows] = np.where(pointless, np.minimum(c.pointless[rows] + 1, 250), 0)
    again = rows[pointless & (c.pointless[rows] >= 2)]
    if on.prospect:
        resists = fight(c, now, again)
        nudge(c.leaning[Identity.OPPONENT], again, real(0.12) * resists)
        nudge(c.leaning[Identity.CLIENT], again, real(0.12) * (real(1) - resists))
        turn(
            c,
            now,
            again,
            TurningPoint.POINTLESS_PLACEMENT,
            ((c.belief, 0.8), (c.direction, 0.8), (c.self_worth, 0.5)),
            agent=town.firm_number(c.firm[again]),
        )
    keep_in_mind(town, now, rows[wanted])
    end(town, now, rows[wanted], Cause.NO_OPENING)
    end(town, now, rows[~wanted], Cause.GATE_FAILED)


def _write_papers(town: Town, now: Now, rows: Rows) -> None:
    """A reference and documented tasks: what was learned can be shown, and colleagues see it led to something."""
    c, settings = town.citizens, now.settings.placements
    if not settings.exit_papers or not len(rows):
        return
    now.tally.add("hours_reception", town.tally(rows), settings.exit_paper_hours)
    nudge(c.skill, rows, real(0.02) * c.fit_to[rows])
    nudge(c.orientation[Orientation.MASTERY], rows, 0.03)
    wear(town, now, c.firm[rows].astype(np.int64), -0.1 * now.settings.firms.gain)

