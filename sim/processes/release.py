"""Leaving the model, and giving up whatever one held there: a place at a workplace, a broker, a service."""

from __future__ import annotations

import numpy as np

from sim.population.columns import NEVER, Rows
from sim.population.town import Town, standings
from sim.processes.moves import change_benefit, move, resting_standing
from sim.processes.now import Now
from sim.vocabulary import Benefit, Cause, EventKind, Service, Standing

USUAL_ATTENDANCE = 0.875
"""Attendance at which the settings hold, and with which everybody begins somewhere (form, grade E)."""


def leave_workplace(town: Town, rows: Rows) -> None:
    """End the tie to a workplace; a placement's seat there is free again."""
    if not len(rows):
        return
    c = town.citizens
    held = rows[(c.waiting_start[rows] | c.at_work[rows]) & (c.firm[rows] >= 0)]
    seat = held[c.waiting_start[held] | ~_JOBS.take(c.standing[held])]
    if len(seat):
        firm, running = c.firm[seat], town.firms.running
        np.subtract.at(running, firm, 1)
        running[firm] = np.maximum(running[firm], 0)
    subsidised = held[c.standing[held] == Standing.WAGE_SUBSIDY]
    if len(subsidised):
        np.add.at(town.firms.openings, c.firm[subsidised], 1)  # the opening that the subsidy held is free again
    c.firm[rows] = -1
    for flag in (c.waiting_start, c.at_work, c.firm_mentor, c.independent, c.prospect):
        flag[rows] = False
    c.work_until[rows] = NEVER
    c.task_load[rows] = 1.0
    c.extensions[rows] = 0
    c.attendance[rows] = USUAL_ATTENDANCE
    c.received[rows] = 0.5
    for share in (c.fit_to, c.fit_in, c.accommodated, c.disclosed, c.purpose, c.work_hours):
        share[rows] = 0.0


def ended(town: Town, now: Now, rows: Rows, kind: EventKind, cause: Cause) -> None:
    """Log that what ``rows`` have at their workplaces is over, as ``kind``, and after how many weeks."""
    c = town.citizens
    now.log.add(
        now.week,
        kind,
        c.citizen[rows],
        agent=town.firm_number(c.firm[rows]),
        previous=c.standing[rows],
        cause=cause,
        amount=now.week - c.work_since[rows],
    )


def part(town: Town, now: Now, rows: Rows, kind: EventKind, cause: Cause) -> None:
    """Log that what ``rows`` have at their workplaces is over, and leave there."""
    ended(town, now, rows, kind, cause)
    leave_workplace(town, rows)


def back_to_benefit(town: Town, now: Now, rows: Rows, kind: EventKind, cause: Cause) -> None:
    """A placement or a small job is over, as ``kind`` says; back to benefit alone."""
    if not len(rows):
        return
    part(town, now, rows, kind, cause)
    move(town.citizens, now, rows, resting_standing(town.citizens, rows), cause)


_JOBS = standings(Standing.FLEXJOB, Standing.PART_TIME, Standing.FULL_TIME)


def drop_help(town: Town, rows: Rows) -> None:
    """End services, queues, brokers and caseworkers of people who are no longer on support."""
    c = town.citizens
    c.service[rows] = Service.NONE
    c.queue[rows] = Service.NONE
    c.service_until[rows] = NEVER
    c.offer_until[rows] = NEVER
    c.broker[rows] = -1
    c.post[rows] = -1
    for level in (c.trust, c.knowledge, c.broker_trust, c.momentum):
        level[rows] = 0.0
    c.case_stage[rows] = 0
    c.overload_weeks[rows] = 0


def leave(town: Town, now: Now, rows: Rows, cause: Cause) -> None:
    """Leave the model for good."""
    if not len(rows):
        return
    c = town.citizens
    previous = c.standing[rows].copy()
    leave_workplace(town, rows)
    drop_help(town, rows)
    move(c, now, rows, Standing.LEFT, cause)
    change_benefit(c, now, rows, Benefit.NONE, cause)
    now.log.add(now.week, EventKind.EXITED, c.citizen[rows], previous=previous, cause=cause)
