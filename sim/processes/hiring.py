"""Hiring: what begins when a workplace says yes for good, and what ends (S4 L679-693, L1651-1655)."""

from __future__ import annotations

import numpy as np

from sim.population.columns import NEVER, F32, I64, Rows
from sim.population.ranking import first_in_line
from sim.population.town import Town, standings
from sim.processes.casework import Proposals
from sim.processes.firm_mentors import learn
from sim.processes.firms import know, regard, wear
from sim.processes.moves import change_benefit, move, nudge, turn
from sim.processes.now import Now
from sim.processes.release import drop_help
from sim.vocabulary import PLACEMENTS, Benefit, Cause, Channel, Decision, EventKind, Sector, Standing, TurningPoint

_FULL_TIME = 30.0
"""Weekly hours from which ordinary work counts as full-time."""
_NEW_AT_WORK = 0.2
"""Fit-to and fit-in of someone hired without having worked there first (grade E)."""
_SMALL = 50.0
_KNOWN_BY_ONE = 0.15
"""Employees under which a workplace hires informally; head start in fitting in for someone a colleague brought (grade
E)."""
_OUTSIDE_ACCOMMODATION = 0.35
_TOLD_OUTSIDE = 0.4
"""Share of the need that is met in an ordinary job where nobody has agreed anything; how much of it one has told there
(grade E)."""


def ability(town: Town, rows: Rows) -> F32:
    """Weekly hours of work a person can give in present health."""
    c = town.citizens
    return np.asarray(c.hours_possible[rows] * (np.float32(0.4) + np.float32(0.6) * c.health[rows]), dtype=np.float32)


def hire(town: Town, now: Now, rows: Rows, standing: np.ndarray, hours: F32, cause: Cause) -> None:
    """Begin paid work at the workplace each of ``rows`` is tied to (column ``firm``; -1 outside town).

    ``standing`` is a flexjob, part-time, full-time, small-job or wage-subsidy standing. A seat as a placement is given
    back, an opening is used for ordinary work, and help that belongs to benefit ends.
    """
    if not len(rows):
        return
    c, firms = town.citizens, town.firms
    firm = c.firm[rows].astype(np.int64)
    seated = (firm >= 0) & _SEATS.take(c.standing[rows]) & c.at_work[rows]
    paid_off = ~_BESIDE_BENEFIT.take(standing)
    np.subtract.at(firms.running, firm[seated & paid_off], 1)
    new_seat = ~seated & ~paid_off & (firm >= 0)
    np.add.at(firms.running, firm[new_seat], 1)
    subsidised = standing == Standing.WAGE_SUBSIDY
    _take(town, firm, standing, held=c.standing[rows] == Standing.WAGE_SUBSIDY)
    c.at_work[rows] = True
    c.waiting_start[rows] = False
    c.work_since[rows] = now.week
    c.work_hours[rows] = hours
    c.task_load[rows] = 1.0
    c.work_until[rows] = np.where(subsidised, now.week + round(now.settings.placements.wage_subsidy_weeks), NEVER)
    move(c, now, rows, standing, cause)
    now.tally.add("jobs_won", town.tally(rows[paid_off]))
    now.log.add(
        now.week,
        EventKind.JOB_WON,
        c.citizen[rows],
        agent=town.firm_number(firm),
        current=c.channel[rows],
        cause=cause,
        amount=hours,
    )
    _off_benefit(town, now, rows[paid_off], standing[paid_off])
    good = rows[seated]
    wear(town, now, c.firm[good].astype(np.int64), -now.settings.firms.gain)
    know(town, c.firm[good], 0.08)
    regard(town, c.firm[good], 0.03)
    learn(town, good)


def _take(town: Town, firm: I64, standing: np.ndarray, *, held: np.ndarray) -> None:
    """Use an opening for ordinary work, unless a wage subsidy ``held`` it, or a subsidy; flexjobs have their own."""
    firms = town.firms
    inside = firm >= 0
    flex = standing == Standing.FLEXJOB
    uses = inside & ~flex & (standing != Standing.SMALL_JOB) & ~held
    for places, taken in ((firms.openings, firm[uses]), (firms.flex_openings, firm[inside & flex])):
        if len(taken):
            np.subtract.at(places, taken, 1)
            np.maximum(places, 0, out=places)


_BESIDE_BENEFIT = standings(Standing.SMALL_JOB, Standing.WAGE_SUBSIDY)
_SEATS = standings(*PLACEMENTS, Standing.WAGE_SUBSIDY, Standing.SMALL_JOB)


def _off_benefit(town: Town, now: Now, rows: Rows, standing: np.ndarray) -> None:
    """Off benefit: a new identity, and the end of help, with or without follow-up."""
    c, settings = town.citizens, now.settings
    flex = standing == Standing.FLEXJOB
    change_benefit(c, now, rows, np.where(flex, int(Benefit.FLEXJOB_SUBSIDY), int(Benefit.NONE)), Cause.HIRED)
    followed, brokers, trust = c.broker[rows] >= 0, c.broker[rows].copy(), c.broker_trust[rows].copy()
    c.follow_up_until[rows] = np.where(followed, now.week + round(settings.brokers.follow_up_weeks), NEVER)
    mentored = rows[c.mentor_until[rows] >= now.week]
    if settings.support.mentor_kept_after_hiring:
        c.mentor_until[mentored] = now.week + round(settings.support.mentor_kept_weeks)
    else:
        c.mentor_until[mentored] = NEVER
        turn(c, now, mentored, TurningPoint.PERSONAL_MENTOR_LOST, ((c.coping, 0.6), (c.belief, 0.4)))
    drop_help(town, rows)
    if settings.brokers.follow_up_weeks > 0:
        c.broker[rows] = brokers  # the broker follows up, and the place is only partly free
        c.broker_trust[rows] = trust
    c.jobless_weeks[rows] = 0
    c.benefit_weeks[rows] = 0
    c.rejections[rows] = 0.0
    c.pointless[rows] = 0
    nudge(c.self_worth, rows, 0.05)
    nudge(c.belief, rows, 0.08)


def ordinary_standing(hours: F32) -> np.ndarray:
    """Full-time from 30 hours a week, else part-time."""
    return np.where(hours >= _FULL_TIME, int(Standing.FULL_TIME), int(Standing.PART_TIME)).astype(np.uint8)


def settle_in(town: Town, rows: Rows, firm: I64, channel: Channel | np.ndarray) -> None:
    """Tie people to a workplace they come to without a placement there first."""
    c, firms = town.citizens, town.firms
    at = np.maximum(firm, 0)
    c.firm[rows] = firm
    c.channel[rows] = channel
    c.fit_to[rows] = _NEW_AT_WORK + 0.35 * c.skill[rows]
    c.fit_in[rows] = _NEW_AT_WORK + 0.2 * c.sociability[rows]
    flexible = (
        np.where(firm >= 0, firms.adaptability[at], np.float32(0.5))
        if firms.rows
        else np.full(len(rows), np.float32(0.5))
    )
    c.accommodated[rows] = _OUTSIDE_ACCOMMODATION + 0.4 * (flexible - 0.5)
    c.purpose[rows] = 0.6
    c.prospect[rows] = True
    c.firm_mentor[rows] = False
    c.disclosed[rows] = _TOLD_OUTSIDE


def informal_hire(town: Town, now: Now, wanted: Proposals, firm: I64) -> np.ndarray:
    """Small private firms with an opening hire on a friend's word, without a placement first (S4 L1971-1987)."""
    c, firms = town.citizens, town.firms
    at = np.maximum(firm, 0)
    rows = wanted.rows
    door = (wanted.channel == Channel.NETWORK) & (firm >= 0)
    if not firms.rows or not door.any():
        return np.zeros(len(rows), dtype=np.bool_)
    small = (firms.sector[at] == Sector.PRIVATE) & (firms.employees[at] < _SMALL) & (firms.openings[at] > 0)
    chance = np.float32(0.75) * c.skill[rows] * c.room[rows] + np.float32(0.25) * c.drive[rows]
    hired = door & small & (now.draws.pair(Decision.GATE, c.luck[rows], firms.luck[at], 3) < chance)
    # Two people never take the same opening: the lower lottery number gets it.
    lot = now.draws.lottery(Decision.FIRM_LOTTERY, c.luck[rows])
    chosen = np.flatnonzero(hired)
    hired[chosen] = first_in_line(firm[chosen], lot[chosen], firms.openings)
    new = rows[hired]
    settle_in(town, new, firm[hired], Channel.NETWORK)
    c.fit_in[new] += _KNOWN_BY_ONE
    hours = np.clip(ability(town, new), 8.0, 37.0)
    hire(town, now, new, ordinary_standing(hours), hours, Cause.NETWORK_LEAD)
    return np.asarray(hired)
