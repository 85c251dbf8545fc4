"""Firm mentors: time that runs out, tasks in doses, a need that fades, knowledge that stays or leaves (S0 B1-B15)."""

from __future__ import annotations

import numpy as np

from sim.arrays import either, real, rows_of
from sim.curves import weekly
from sim.population.columns import F32, Rows
from sim.population.ranking import exact_sum
from sim.population.town import Town
from sim.processes.moves import approach, nudge, turn
from sim.processes.now import Now
from sim.vocabulary import Decision, MentorPay, Orientation, TurningPoint

NEED = 1.5
EMPLOYEE, LEADER = 1, 2
_HOURS = np.array([3.0, 3.5, 3.0, 6.0], dtype=np.float32)
_FIXED_SUM = 2.0
_TRAINING, _MEETING = 4.0, 2.0
_TRAINED_A_QUARTER = 0.35
_LAPSE, _TRAINED_LAPSE, _LEADER_PRESSED = 0.004, 0.0025, 3.0
_LEARNS, _UNTAUGHT = 0.12, 0.25
_STANDS, _SETTLED = 0.6, 13
_DOSE, _LIGHT, _MASTERED = 0.1, 0.75, 0.4
_CALLS, _ANSWER = 0.8, 0.15
"""Weekly hours that following one person well takes; codes of who is mentor; weekly hours a mentor has by MentorPay
(unpaid, case by case, fixed, pooled); weekly hours that a fixed sum pays for each person followed, however many they
really take; hours of training, and of the network each quarter; share of untrained mentors reached a quarter; weekly
chances that attention lapses, and how much more a pressed leader's does; what a mentor learns from a course, and knows
before the first; fitting in and weeks from which somebody stands alone; pace of dosing, the first dose, and how much
mastery adds; strain at which a mentor calls for help, and what help is worth (detail, grade E)."""


def attend(town: Town, now: Now, rows: Rows) -> None:
    """Share each mentor's hours among those followed there, and count what they cost."""
    c, firms, settings = town.citizens, town.firms, now.settings.firms
    followed = rows[c.firm_mentor[rows] & (c.firm[rows] >= 0)]
    if not firms.rows:
        return
    number = np.bincount(c.firm[followed], minlength=firms.rows).astype(np.float32)
    has = _HOURS[settings.mentor_pay]
    # The next one is thought of too: a mentor whose hours are spoken for is no argument for saying yes.
    firms.attention[:] = np.minimum(has / (real(NEED) * np.maximum(number, real(1))), real(1))
    if not len(followed):
        return
    given = np.minimum(number * real(NEED), has)
    hours = exact_sum(firms.town, given, town.count)
    now.tally.add("hours_firm_mentor", hours)
    if settings.mentor_pay == MentorPay.FIXED:
        now.tally.add("hours_firm_mentor_paid", town.tally(followed), _FIXED_SUM)
    elif settings.mentor_pay == MentorPay.POOLED:
        now.tally.add("hours_firm_mentor_paid", np.bincount(firms.town[number > 0], minlength=town.count), float(has))
    elif settings.mentor_pay == MentorPay.INDIVIDUAL:
        now.tally.add("hours_firm_mentor_paid", hours)


def share(town: Town, rows: Rows) -> F32:
    """How much of a mentor each of ``rows`` has: none, or what the mentor's time allows."""
    c, firms = town.citizens, town.firms
    has = np.zeros(len(rows), dtype=np.float32)
    mine = rows_of(c.firm_mentor[rows])
    if len(mine) and firms.rows:
        has[mine] = firms.attention.take(np.maximum(c.firm[rows.take(mine)], 0))
    return has


def follow(town: Town, now: Now, rows: Rows, tense: F32, u: F32) -> None:
    """A week of those followed by a mentor: tasks in doses, help called for, attention that lapses, need that fades."""
    if not len(rows):
        return
    c, firms = town.citizens, town.firms
    firm = c.firm[rows]
    leader, pressure, trained = firms.mentor[firm] == LEADER, firms.pressure[firm], firms.mentor_trained[firm]
    _dose(town, now, rows)
    _call(town, rows[tense > _CALLS])
    lapse = either(trained, real(_TRAINED_LAPSE), real(_LAPSE))
    # A leader who is also the mentor balances care and performance alone, and under pressure lapses more (S0 D4-D6).
    lapse = lapse * np.where(leader, real(1) + real(_LEADER_PRESSED) * pressure, real(1))
    lapsed = rows[u < lapse]
    c.firm_mentor[lapsed] = False
    turn(
        c,
        now,
        lapsed,
        TurningPoint.MENTOR_LAPSED,
        ((c.coping, 0.4), (c.fit_in, 0.8)),
        agent=town.firm_number(c.firm[lapsed]),
    )
    alone = rows[(u >= lapse) & (c.fit_in[rows] > _STANDS) & (now.week - c.work_since[rows] >= _SETTLED)]
    c.firm_mentor[alone] = False
    c.independent[alone] = True


def _dose(town: Town, now: Now, rows: Rows) -> None:
    """Few tasks first, more as they are mastered (S0 B4)."""
    c = town.citizens
    dose = np.minimum(real(_LIGHT) + real(_MASTERED) * c.fit_to[rows], real(1.05))
    load = c.task_load[rows]
    c.task_load[rows] = load + real(_DOSE) * (dose - load)
    if now.settings.mechanisms.motivation:
        nudge(c.orientation[Orientation.MASTERY], rows, 0.004)


def _call(town: Town, rows: Rows) -> None:
    """A mentor who sees strain calls the broker, who comes: an hour, and needs are met again (S0 L506-510)."""
    c = town.citizens
    helped = rows[c.broker[rows] >= 0]
    if not len(helped):
        return
    np.add.at(town.posts.extra_hours, c.broker[helped], real(1))
    nudge(c.accommodated, helped, _ANSWER)
    approach(c.task_load, helped, 1.0, 0.3)


def learn(town: Town, rows: Rows) -> None:
    """A course that ended well teaches its mentor for the next one (S0 L760-764)."""
    c = town.citizens
    known = rows[(c.firm[rows] >= 0) & (c.firm_mentor[rows] | c.independent[rows])]
    if len(known):
        firm = c.firm[known]
        np.add.at(town.firms.mentor_skill, firm, real(_LEARNS))
        np.minimum(town.firms.mentor_skill, real(1), out=town.firms.mentor_skill)


def renew(town: Town, now: Now) -> None:
    """Once a quarter: mentors leave with what they knew, new ones take over untaught; some are trained, for hours."""
    firms, settings = town.firms, now.settings.firms
    u = now.draws.uniform(Decision.FIRM_LIFE, firms.luck, 4)
    gone = (u < real(13.0 * weekly(settings.mentor_leaves))) & (firms.mentor > 0)
    firms.mentor_skill[gone] = _UNTAUGHT
    firms.mentor_trained[gone] = False
    if not settings.mentor_training:
        return
    employee = firms.mentor == EMPLOYEE  # leaders took no part in the training of the source
    new = employee & ~firms.mentor_trained
    new &= now.draws.uniform(Decision.FIRM_LIFE, firms.luck, 5) < _TRAINED_A_QUARTER
    firms.mentor_trained |= new
    meets = employee & firms.mentor_trained
    hours = np.where(new, _TRAINING, 0.0) + np.where(meets, _MEETING, 0.0)
    now.tally.add("hours_mentor_training", exact_sum(firms.town, hours, town.count))
