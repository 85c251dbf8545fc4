"""Circumstances of a case that an outside event sets: who has it, what is granted, what is decided."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sim.arrays import real, rows_of
from sim.population.columns import NEVER, Rows
from sim.population.town import ON_SUPPORT_TABLE, Town, standings
from sim.processes import breaking, casework, rehabilitation, sanctions, staffing, support
from sim.processes.handover import hand_over
from sim.processes.moves import move, resting_standing, turn
from sim.processes.now import Now
from sim.processes.orders import Order
from sim.vocabulary import (
    PLACEMENTS, Benefit, CaseStage, CaseworkerKind, Cause, Decision, Handover, Happening, Problem, Service,
    Standing, TurningPoint,
)

_HANDOVERS = {
    Happening.NEW_CASEWORKER_UNPREPARED: Handover.NONE,
    Happening.NEW_CASEWORKER_PREPARED: Handover.PLANNED,
}
_IDLE = standings(Standing.BENEFIT, Standing.RESOURCE_COURSE)
_COURSE = standings(Standing.UPSKILLING, Standing.ACTIVATION)
_PLACED = standings(*PLACEMENTS)
_STAYS, _RESTS, _BROKER_TRUST = 52, 8, 0.2
"""Weeks a kept caseworker stays and a sick-listed case rests when none are named; trust in a new broker (stand-in,
grade E)."""


def new_caseworker(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """The case moves to another caseworker of the town."""
    c, row = town.citizens, int(rows[0])
    if not ON_SUPPORT_TABLE[c.standing[row]]:
        return False
    chosen = another_post(town, now, rows, order.amount)
    if chosen < 0:
        return False
    c.kept_until[rows] = NEVER
    c.post[rows] = chosen
    town.posts.cases[chosen] += 1
    hand_over(town, _with_handover(now, _HANDOVERS.get(order.happening)), rows, Cause.INTERVENTION, met_by=now.week)
    return True


def another_post(town: Town, now: Now, rows: Rows, place: float | None) -> int:
    """A staffed post other than the present one: the one with fewest cases, or the one at that ``place`` by skill.

    -1 where the town has nobody.
    """
    c, posts, row = town.citizens, town.posts, int(rows[0])
    able = posts.open & posts.filled & (posts.kind == CaseworkerKind.AUTHORITY) & (posts.town == c.town[row])
    here = rows_of(able)
    other = here[here != c.post[row]]
    if not len(other):
        return int(here[0]) if len(here) else -1
    lot = now.draws.pair(Decision.NEW_POST, c.luck[rows].repeat(len(other)), posts.luck[other], 2)
    if place is None:
        return int(other[np.argmin(posts.cases[other] + lot)])
    ranked = other[np.argsort(posts.listening[other] + posts.drive[other], kind="stable")]
    return int(ranked[round(min(max(place, 0.0), 1.0) * (len(ranked) - 1))])


def _with_handover(now: Now, handover: Handover | None) -> Now:
    """The same week under another handover."""
    if handover is None:
        return now
    work = now.settings.casework.model_copy(update={"handover": handover})
    common = now.settings.model_copy(update={"casework": work})
    return replace(now, own=replace(now.own, common=common))


def keep_caseworker(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """The present caseworker stays, in the post and on the case."""
    c, post = town.citizens, int(town.citizens.post[rows[0]])
    if post < 0 or not town.posts.filled[post]:
        return False
    until = now.week + round(order.amount_or(_STAYS))
    c.kept_until[rows] = until
    town.posts.stays_until[post] = max(int(town.posts.stays_until[post]), until)
    return True


def called_in(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """The caseworker's next free hour is for this person."""
    c = town.citizens
    if c.post[rows[0]] < 0:
        return False
    c.met[rows] = NEVER
    return True


def personal_mentor(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """A personal mentor, beside whatever places the town has."""
    c = town.citizens
    support.start(town, now, rows, Service.MENTOR, waited=0)
    if order.amount is not None:
        c.mentor_until[rows] = now.week + round(order.amount)
    return True


def personal_mentor_lost(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """The personal mentor stops."""
    c = town.citizens
    if c.mentor_until[rows[0]] < now.week:
        return False
    c.mentor_until[rows] = NEVER
    turn(c, now, rows, TurningPoint.PERSONAL_MENTOR_LOST, ((c.coping, 0.6), (c.belief, 0.4)))
    return True


def support_granted(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """A place in a service, without a queue; another service that runs gives way."""
    c, row = town.citizens, int(rows[0])
    if not ON_SUPPORT_TABLE[c.standing[row]]:
        return False
    presses = Problem(int(np.argmax(c.problem[:, row])))
    service = casework.service_for(presses) if order.service is None else order.service
    support.start(town, now, rows, service, waited=0)
    return True


def sick_listed(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """A doctor's note: the placement or course ends, and the case rests."""
    c, row = town.citizens, int(rows[0])
    if not ON_SUPPORT_TABLE[c.standing[row]]:
        return False
    if _PLACED[c.standing[row]]:
        breaking.end(town, now, rows, Cause.SICK_LISTED)
    elif _COURSE[c.standing[row]]:
        move(c, now, rows, resting_standing(c, rows), Cause.SICK_LISTED)
    c.standstill_until[rows] = np.maximum(c.standstill_until[rows], now.week + round(order.amount_or(_RESTS)))
    return True


def broker(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """The town's broker with fewest citizens takes the person on."""
    c, posts, row = town.citizens, town.posts, int(rows[0])
    mine = (posts.kind == CaseworkerKind.BROKER) & posts.open & posts.filled & (posts.town == c.town[row])
    here = rows_of(mine)
    if not len(here) or not ON_SUPPORT_TABLE[c.standing[row]] or c.broker[row] >= 0:
        return False
    c.broker[rows] = here[np.argmin(posts.cases[here])]
    c.broker_trust[rows] = _BROKER_TRUST
    return True


def broker_lost(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """Broker and follow-up stop."""
    if town.citizens.broker[rows[0]] < 0:
        return False
    staffing.lose_broker(town, now, rows)
    return True


def benefit_cut(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """A notice that the benefit is cut."""
    if not ON_SUPPORT_TABLE[town.citizens.standing[rows[0]]]:
        return False
    sanctions.cut_benefit(town, now, rows, order.amount_or(now.settings.casework.sanction_weeks))
    return True


def course(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """A course begins: granted toward a job, or general activation."""
    c, offer, row = town.citizens, now.settings.activation, int(rows[0])
    if not _IDLE[c.standing[row]] and c.standing[row] != Standing.SUPPORT:
        return False
    if order.happening == Happening.UPSKILLING_GRANT:
        casework.grant_course(town, now, rows, order.amount_or(offer.upskilling_weeks))
    else:
        casework.begin_course(town, now, rows, Standing.ACTIVATION, order.amount_or(offer.weeks))
    return True


def clarification_begun(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """Papers are asked for, so that the rehabilitation team can decide."""
    c, row = town.citizens, int(rows[0])
    if c.case_stage[row] != CaseStage.OPEN or not ON_SUPPORT_TABLE[c.standing[row]]:
        return False
    casework.begin_clarification(town, now, rows)
    return True


def decision(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """The rehabilitation team meets on the case; or what the municipality has decided arrives."""
    c, row = town.citizens, int(rows[0])
    if not ON_SUPPORT_TABLE[c.standing[row]] or c.benefit[row] == Benefit.FLEXJOB_ALLOWANCE:
        return False
    waited = np.zeros(len(rows), dtype=np.float32)
    if c.case_stage[row] in {CaseStage.COLLECTING, CaseStage.QUEUED}:
        waited += real(now.week - c.case_since[row])
    if order.happening == Happening.TEAM_MEETING:
        c.case_since[rows] = now.week - waited
        rehabilitation.settle(town, now, rows)
        return True
    c.case_stage[rows] = CaseStage.DECIDED
    granted = order.happening == Happening.FLEXJOB_GRANTED
    (rehabilitation.grant_flexjob if granted else rehabilitation.refuse)(town, now, rows, waited)
    return True
