"""After the talk: what the caseworker sets in motion, for whom, in which order (S4 L1016-1021, facts A15)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.arrays import real, rows_of
from sim.population.citizens import Citizens
from sim.population.columns import F32, Bool, I64, Rows
from sim.population.town import Town, standings
from sim.processes.hours import owe
from sim.processes.meetings import Contacts
from sim.processes.moves import approach, move, nudge, turn
from sim.processes.now import Now
from sim.processes.outreach import approach_firms, pushed, rushed, short_of_target
from sim.processes.sanctions import sanction
from sim.vocabulary import (
    Benefit,
    CaseStage,
    Cause,
    Channel,
    Decision,
    EventKind,
    Identity,
    Order,
    Orientation,
    Problem,
    Service,
    Standing,
    TurningPoint,
)

_BLUR = 0.3
_PRACTICE = 0.5
_COURSE_HOURS = 25.0
_MANY = 2
"""Width of the blur on a problem's severity for someone who does not know the case; how much more those motivated by
practice are proposed a workplace; hours an upskilling course costs the citizen a week; pressing problems that call for
several helpers (detail, grade E)."""
_SERVICE_FOR = np.array(
    [
        Service.DEBT_ADVICE,
        Service.DEBT_ADVICE,
        Service.REHABILITATION,
        Service.PSYCHOLOGIST,
        Service.ADDICTION,
        Service.PSYCHOLOGIST,
    ],
    dtype=np.uint8,
)
"""The service for each problem, in the order of Problem."""
_IDLE = standings(Standing.BENEFIT, Standing.RESOURCE_COURSE)
_FREE = standings(Standing.BENEFIT, Standing.RESOURCE_COURSE, Standing.SUPPORT, Standing.FLEXJOB_WAITING)


def service_for(problem: Problem) -> Service:
    """The service that treats a problem."""
    return Service(int(_SERVICE_FOR[problem]))


def presses(c: Citizens, now: Now, rows: Rows) -> Bool:
    """Whether some problem of each of ``rows`` presses."""
    worst = np.maximum.reduce(c.problem.take(rows, axis=1), axis=0)
    return np.asarray(worst > real(now.settings.casework.pressing))


@dataclass(frozen=True, slots=True)
class Proposals:
    """For whom a workplace is sought this week, by whom, and how well the seeker knows person and firms."""

    rows: Rows
    channel: I64
    knowledge: F32


def nobody() -> Proposals:
    """No proposals."""
    return Proposals(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))


def act(town: Town, now: Now, met: Contacts) -> Proposals:
    """Turn the talks into acts: help for what presses, clarification, a placement, a course."""
    c, posts, work = town.citizens, town.posts, now.settings.casework
    sanction(town, now, met.missed)
    rows, by = met.rows, met.posts
    moving = c.standstill_until[rows] <= now.week
    rows, by = rows[moving], by[moving]
    effort = _effort(town, now, rows, by)
    u, v = now.draws.two(Decision.MEETING_ACT, c.luck[rows])
    derailed_seen = (c.overload_weeks[rows] > 3) & (c.knowledge[rows] > 0.25)
    guide(town, now, rows, effort)
    pressed = _refer(town, now, rows, effort, u)
    _clarify(town, now, rows, effort, v)
    short = short_of_target(town, now)[c.town[rows]]
    push = pushed(now, effort, short) * real(now.settings.placements.effort) * _practical(town, now, rows)
    wanted = now.draws.uniform(Decision.PLACE, c.luck[rows]) < push
    wanted &= _FREE.take(c.standing[rows]) & ~c.waiting_start[rows] & (c.promise[rows] < 0)
    helped = pressed | (c.service[rows] != Service.NONE) | (c.queue[rows] != Service.NONE)
    wanted &= order_allows(c.room[rows], derailed_seen, helped, work.order)
    wanted[wanted] = approach_firms(town, now, rows[wanted], by[wanted], Channel.JOBCENTRE)
    _demand(town, now, rows[wanted & (c.overload_weeks[rows] > 3)])
    _courses(town, now, rows, ~wanted & ~pressed, u, v)
    chosen = rows[wanted]
    knowledge = real(0.5) * c.knowledge[chosen] + real(0.5) * posts.firm_knowledge[by[wanted]]
    return Proposals(chosen, np.full(len(chosen), int(Channel.JOBCENTRE)), rushed(knowledge, short[wanted]))


def _practical(town: Town, now: Now, rows: Rows) -> F32:
    """Those whose motivation is practice speak of a workplace themselves, and the talk ends there more often."""
    if not now.settings.mechanisms.motivation:
        return np.ones(len(rows), dtype=np.float32)
    practice = town.citizens.orientation[Orientation.PRACTICE][rows]
    return np.asarray(real(1) + real(_PRACTICE) * (practice - real(0.4)), dtype=np.float32)


def _effort(town: Town, now: Now, rows: Rows, by: I64) -> F32:
    """How much a caseworker does for this citizen: drive, and believing in the person (targets T9)."""
    c, on = town.citizens, now.settings.mechanisms.belief_action
    weight = now.of(lambda own: own.casework.belief_to_action, c.town[rows]) if on else real(0)
    believed = real(1) + real(now.settings.casework.belief_slope) * (c.caseworker_belief[rows] - real(0.5))
    believed = np.minimum(np.maximum(believed, 0), 2)
    return np.asarray(
        (real(0.35) + real(0.65) * town.posts.drive[by]) * (real(1) - weight + weight * believed),
        dtype=np.float32,
    )


def guide(town: Town, now: Now, rows: Rows, effort: F32) -> None:
    """Plan the next applications, or an education: as good as the effort, in a case that is known, with trust."""
    if not now.settings.mechanisms.guidance:
        return
    c = town.citizens
    known = real(0.3) + real(0.7) * c.knowledge[rows]
    level = np.minimum(effort, real(1)) * known * (real(0.4) + real(0.6) * c.trust[rows])
    approach(c.guidance, rows, level, now.settings.casework.plan_pace)


def order_allows(room: F32, derailed_seen: Bool, pressed: Bool, order: Order) -> Bool:
    """Stepwise waits for the problems; parallel holds back only for those seen as derailed; work first never does."""
    if order == Order.STEPWISE:
        return np.asarray((room > 0.6) & ~pressed & ~derailed_seen)
    if order == Order.PARALLEL:
        return np.asarray(~derailed_seen)
    return np.ones(len(room), dtype=np.bool_)


def _refer(town: Town, now: Now, rows: Rows, effort: F32, u: F32) -> Bool:
    """Refer to help for the problem that presses most; the anxious and overwhelmed to a personal mentor."""
    c = town.citizens
    return refer(town, now, rows, c.knowledge[rows], u, real(0.25) + real(0.6) * effort)


def refer(town: Town, now: Now, rows: Rows, known: F32, u: F32, chance: F32) -> Bool:
    """Put those who are pressed, as far as the helper who knows them so well can see, in the queue for help."""
    c, bar = town.citizens, real(now.settings.casework.pressing)
    if not now.settings.mechanisms.support_services:
        return np.zeros(len(rows), dtype=np.bool_)
    go = (u < chance) & (c.service[rows] == Service.NONE) & (c.queue[rows] == Service.NONE)
    looked_at = rows[go]
    # What presses is seen the more clearly the better the case is known.
    blur = now.draws.block(Decision.CASE_WORK, c.luck[looked_at], len(Problem)) - real(0.5)
    seen = c.problem.take(looked_at, axis=1) + blur * (real(_BLUR) * (real(1) - known[go]))
    worst = np.argmax(seen, axis=0)
    pressed = seen[worst, np.arange(len(looked_at))] > bar
    go[go] = pressed
    chosen, seen = looked_at[pressed], seen[:, pressed]
    service = _SERVICE_FOR[worst[pressed]]
    if now.settings.support.one_roof_places > 0:
        many = np.count_nonzero(seen > bar, axis=0) >= _MANY
        service = np.where(many, int(Service.ONE_ROOF), service)
    if now.settings.mechanisms.personal_mentor:
        alone = (c.anxious[chosen] | (c.overload_weeks[chosen] > 3)) & (c.mentor_until[chosen] < now.week)
        service = np.where(alone & (u[go] < 0.3), int(Service.MENTOR), service)
    c.queue[chosen] = service
    c.queue_since[chosen] = now.week
    return np.asarray(go)


def _clarify(town: Town, now: Now, rows: Rows, effort: F32, v: F32) -> None:
    """Open clarification where work ability looks low, so that flexjob, resource course or pension can be decided."""
    c, left = town.citizens, now.settings.person.hours_in_illness
    ability = c.hours_possible[rows] * (real(left) + real(1.0 - left) * c.health[rows])
    bound = now.of(lambda own: own.rehabilitation.flexjob_below + own.rehabilitation.flexjob_access, c.town[rows])
    weak = np.clip((bound - ability) / real(10.0), 0, 1)
    start = (c.case_stage[rows] == CaseStage.OPEN) & (c.benefit[rows] == Benefit.ACTIVITY_READY)
    start &= v < real(now.settings.rehabilitation.opens) * effort * weak * c.knowledge[rows]
    begin_clarification(town, now, rows[start])


def begin_clarification(town: Town, now: Now, rows: Rows) -> None:
    """Papers are asked for, so that the rehabilitation team can decide."""
    c = town.citizens
    now.log.add(
        now.week, EventKind.CASE_STAGE, c.citizen[rows], previous=c.case_stage[rows], current=int(CaseStage.COLLECTING)
    )
    c.case_stage[rows] = CaseStage.COLLECTING
    c.case_since[rows] = now.week


def _demand(town: Town, now: Now, rows: Rows) -> None:
    """A demand for work made on someone overwhelmed backfires (S4 L1016-1029)."""
    c = town.citizens
    if not now.settings.mechanisms.demand_harm or not len(rows):
        return
    nudge(c.trust, rows, -0.08)
    hit = rows[now.draws.uniform(Decision.MEETING_TURN, c.luck[rows], 1) < 0.3]
    turn(
        c,
        now,
        hit,
        TurningPoint.OVERWHELMING_DEMAND,
        ((c.coping, 0.6), (c.self_worth, 0.6), (c.belief, 0.5)),
        agent=town.post_number(c.post[hit]),
    )


def _courses(town: Town, now: Now, rows: Rows, idle: Bool, u: F32, v: F32) -> None:
    """Where nothing else is set in motion: upskilling for the ready, general activation for others."""
    c, offer = town.citizens, now.settings.activation
    promised = c.promise[rows] >= 0
    free = (idle | promised) & _IDLE.take(c.standing[rows]) & ~c.waiting_start[rows]
    ready = free & (c.direction[rows] > 0.6) & (c.room[rows] > 0.5)
    # Whoever has a workplace waiting is granted the course first (Henning).
    granted = (ready & (v < offer.upskilling)) | (free & promised & (v < offer.promised_grant))
    up = rows[granted]
    grant_course(town, now, up, offer.upskilling_weeks)
    chance = 1.0 if offer.for_all else offer.offers
    general = (
        free & ~granted & ~promised & (v >= offer.upskilling) & (real(1) - u < chance)
        & (c.benefit[rows] != Benefit.FLEXJOB_ALLOWANCE)
    )
    begin_course(town, now, rows[general], Standing.ACTIVATION, offer.weeks)


def grant_course(town: Town, now: Now, rows: Rows, weeks: float) -> None:
    """Grant a course toward a concrete job, which by itself may turn things."""
    c = town.citizens
    begin_course(town, now, rows, Standing.UPSKILLING, weeks)
    turn(
        c,
        now,
        rows,
        TurningPoint.UPSKILLING_GRANT,
        ((c.belief, 0.8), (c.direction, 0.8), (c.orientation[Orientation.MASTERY], 0.8)),
        agent=town.post_number(c.post[rows]),
    )


def begin_course(town: Town, now: Now, rows: Rows, standing: Standing, weeks: float) -> None:
    """Begin upskilling or general activation, which may or may not mean something to the person."""
    c = town.citizens
    if not len(rows):
        return
    move(c, now, rows, standing, Cause.MEETING_PROPOSAL)
    c.offer_until[rows] = now.week + round(weeks)
    c.offer_hours[rows] = now.settings.activation.hours if standing == Standing.ACTIVATION else _COURSE_HOURS
    relevance = 1.0 if standing == Standing.UPSKILLING else now.settings.activation.relevance
    c.offer_meaning[rows] = now.draws.uniform(Decision.OFFER, c.luck[rows]) < relevance


def end_courses(town: Town, now: Now) -> None:
    """Courses run out; weeks in them give rhythm, and mastery where they had meaning."""
    c, offer = town.citizens, now.settings.activation
    on = rows_of((c.standing == Standing.ACTIVATION) | (c.standing == Standing.UPSKILLING))
    if not len(on):
        return
    meaning = c.offer_meaning[on]
    nudge(c.coping, on, offer.rhythm)
    nudge(c.orientation[Orientation.MASTERY], on, real(0.02) * meaning)
    nudge(c.orientation[Orientation.DIRECTION], on, real(0.02) * (meaning - real(0.5)))
    nudge(c.leaning[Identity.CLIENT], on, real(0.01) * (real(1) - meaning))
    general = on[c.standing[on] == Standing.ACTIVATION]
    now.tally.add("hours_activation", town.tally(general), offer.hours)
    owe(town, now, c.post[general].astype(np.int64), offer.caseworker_hours, "tasks")
    over = on[c.offer_until[on] <= now.week]
    skilled = over[c.standing[over] == Standing.UPSKILLING]
    # Mastery makes a course stick.
    apt = c.orientation[Orientation.MASTERY][skilled] - real(0.4)
    nudge(c.skill, skilled, real(0.08) + real(0.05) * apt * now.settings.mechanisms.motivation)
    nudge(c.belief, skilled, 0.05)
    rest = np.where(c.benefit[over] == Benefit.RESOURCE_COURSE, int(Standing.RESOURCE_COURSE), int(Standing.BENEFIT))
    move(c, now, over, rest, Cause.ENDED)
