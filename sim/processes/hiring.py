"""Hiring: what begins when a workplace says yes for good, and what ends (S4 L679-693, L1651-1655)."""

from __future__ import annotations

import numpy as np

from sim.arrays import real, rows_of, within
from sim.population.columns import NEVER, F32, I64, Rows
from sim.population.ranking import first_in_line
from sim.population.town import Town, standings
from sim.processes.casework import Proposals
from sim.processes.firm_mentors import learn
from sim.processes.firms import know, regard, wear
from sim.processes.network import workplace_of_lead
from sim.processes.moves import change_benefit, move, nudge, turn
from sim.processes.now import Now
from sim.processes.release import drop_help, ended, leave_workplace
from sim.vocabulary import PLACEMENTS, Benefit, Cause, Channel, Decision, EventKind, Sector, Standing, TurningPoint

_FULL_TIME = 30.0
"""Weekly hours from which ordinary work counts as full-time (definition)."""
_NEW_AT_WORK = 0.2
"""Fit-to and fit-in of someone hired without having worked there first (form, grade E)."""
_KNOWN_BY_ONE = 0.15
"""Head start in fitting in for someone a colleague brought (form, grade E)."""
_OUTSIDE_ACCOMMODATION = 0.35
_TOLD_OUTSIDE = 0.4
"""Share of the need that is met in an ordinary job where nobody has agreed anything; how much of it one has told there
(form, grade E)."""


def ability(town: Town, now: Now, rows: Rows) -> F32:
    """Weekly hours of work a person can give in present health."""
    c, left = town.citizens, now.settings.person.hours_in_illness
    return np.asarray(c.hours_possible[rows] * (real(left) + real(1.0 - left) * c.health[rows]), dtype=np.float32)


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
            places[taken] = np.maximum(places[taken], 0)


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


def hours_agreed(now: Now, able: F32) -> F32:
    """Weekly hours that a workplace and someone it knows agree on: what is possible, a full post where that is near."""
    settings = now.settings.employment
    near_full = able * real(settings.stretch) >= _FULL_TIME
    return within(np.where(near_full, np.maximum(able, real(_FULL_TIME)), able), settings.least_hours, 37.0)


def hours_advertised(town: Town, now: Now, rows: Rows, able: F32) -> F32:
    """Weekly hours of the advertised post each of ``rows`` applies for; 0 where it asks for more than is possible.

    Most posts ask for 30 hours or more; whoever can work a little less stretches to it. The others are of as many hours
    as one can stretch to, from the least to 29. A person meets one kind of post in a week, whoever else looks.
    """
    settings = now.settings.employment
    part = now.draws.uniform(Decision.POST_HOURS, town.citizens.luck[rows]) < real(settings.part_time)
    stretched = able * real(settings.stretch)
    full = np.where(stretched >= _FULL_TIME, np.minimum(np.maximum(able, real(_FULL_TIME)), 37.0), 0.0)
    return np.where(part, np.clip(stretched, settings.least_hours, _FULL_TIME - 1), full).astype(np.float32)


def take_job(
    town: Town, now: Now, rows: Rows, where: tuple[I64, Channel | np.ndarray], standing: np.ndarray, hours: F32,
    cause: Cause,
) -> None:
    """Start a job at another workplace than the one a placement runs at, if any: that is left first.

    ``where``: the workplace of each (-1 outside town) and the channel that led there.
    """
    if not len(rows):
        return
    c = town.citizens
    left = rows[c.at_work[rows] & (c.standing[rows] != Standing.SMALL_JOB)]
    ended(town, now, left, EventKind.PLACEMENT_ENDED, cause)
    leave_workplace(town, rows[c.at_work[rows] | c.waiting_start[rows]])
    settle_in(town, rows, *where)
    hire(town, now, rows, standing, hours, cause)


def settle_in(town: Town, rows: Rows, firm: I64, channel: Channel | np.ndarray) -> None:
    """Tie people to a workplace they come to without a placement there first."""
    c, firms = town.citizens, town.firms
    at = np.maximum(firm, 0)
    c.firm[rows] = firm
    c.channel[rows] = channel
    c.fit_to[rows] = _NEW_AT_WORK + 0.35 * c.skill[rows]
    c.fit_in[rows] = _NEW_AT_WORK + 0.2 * c.sociability[rows]
    flexible = (
        np.where(firm >= 0, firms.adaptability[at], real(0.5))
        if firms.rows
        else np.full(len(rows), real(0.5))
    )
    c.accommodated[rows] = _OUTSIDE_ACCOMMODATION + 0.4 * (flexible - 0.5)
    c.purpose[rows] = 0.6
    c.prospect[rows] = True
    c.firm_mentor[rows] = False
    c.disclosed[rows] = _TOLD_OUTSIDE


def recommended(town: Town, now: Now, wanted: Proposals) -> np.ndarray:
    """Hire those whose employed tie speaks for them at a workplace with an opening, without a placement first.

    A small private workplace hires on the word of somebody who works there (S4 L1971-1987); elsewhere it counts for
    less. Returns who of ``wanted`` was hired.
    """
    c, firms, net = town.citizens, town.firms, now.settings.network
    won = np.zeros(len(wanted.rows), dtype=np.bool_)
    led = rows_of(wanted.channel == Channel.NETWORK)
    if not now.settings.mechanisms.good_word or not firms.rows or not len(led):
        return won
    rows = wanted.rows[led]
    led = led[c.benefit[rows] != Benefit.FLEXJOB_ALLOWANCE]
    rows = wanted.rows[led]
    firm = workplace_of_lead(town, now, rows)
    open_there = (firm >= 0) & (firms.openings.take(firm) > 0)
    led, rows, firm = led[open_there], rows[open_there], firm[open_there]
    small = (firms.sector[firm] == Sector.PRIVATE) & (
        firms.employees[firm] < real(now.settings.firms.informal_below)
    )
    able = ability(town, now, rows)
    hours = np.where(small, hours_agreed(now, able), hours_advertised(town, now, rows, able))
    chance = real(net.word_by_skill) * c.skill[rows] * c.room[rows]
    chance += real(1.0 - net.word_by_skill) * c.drive[rows]
    chance *= np.where(small, real(1), real(net.good_word))
    hired = (hours > 0) & (now.draws.pair(Decision.GATE, c.luck[rows], firms.luck[firm], 3) < chance)
    # Two people never take the same opening: the lower lottery number gets it.
    chosen = rows_of(hired)
    lot = now.draws.lottery(Decision.FIRM_LOTTERY, c.luck[rows[chosen]], 3)
    hired[chosen] = first_in_line(firm[chosen], lot, firms.openings)
    new = rows[hired]
    standing = ordinary_standing(hours[hired])
    take_job(town, now, new, (firm[hired], Channel.NETWORK), standing, hours[hired], Cause.NETWORK_LEAD)
    nudge(c.fit_in, new, _KNOWN_BY_ONE)
    won[led[hired]] = True
    return won
