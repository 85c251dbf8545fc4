"""Clarification: documents, the rehabilitation team's queue, decisions on resource course, flexjob and pension."""

from __future__ import annotations

import numpy as np

from sim.arrays import real, rows_of
from sim.curves import half_life
from sim.population.columns import F32, Rows
from sim.population.ranking import first_in_line
from sim.population.town import ON_SUPPORT_TABLE, Town, standings
from sim.processes.casework import Proposals, nobody, order_allows
from sim.processes.hours import owe
from sim.processes.moves import change_benefit, move, nudge, resting_standing, turn
from sim.processes.now import Now
from sim.processes.promises import release
from sim.processes.release import drop_help, leave_workplace
from sim.processes.staffing import new_caseworker
from sim.vocabulary import (
    PLACEMENTS,
    Benefit,
    CaseStage,
    Cause,
    Channel,
    Decision,
    EventKind,
    Gate,
    Orientation,
    Service,
    Standing,
    TurningPoint,
)

_AT_WORKPLACE = standings(*PLACEMENTS, Standing.WAGE_SUBSIDY, Standing.SMALL_JOB)
FORTNIGHT = 2
_OBVIOUS = 0.45
"""Share of the threshold below which a pension comes before any resource course (detail, grade E)."""
_CLEAR_PLACEMENT_HOURS = 1.5
_ABLE, _WORKPLACE_IN_VIEW, _EXPERT_HOURS = 0.3, 0.3, 2.0
_WAITING_WEARS, _QUEUE_WEARS, _SYSTEM_WEARS = 0.003, 0.001, 0.001
_OVERWHELMED = 3
_FETCHING_HOURS, _USUAL_DOCUMENTS = 2.0, 16.0
_EXPERT_SITS, _TWO_LAWS_HOURS = 2.0, 1.5
"""Weeks between two sittings of the team; how much less blurred a decision is after a placement: hours of noise taken
away (S1 L1017-1023); room to move from which an expert sees a workplace, how often, and the hours it costs; direction
lost in a week of waiting for a decision, for help or a start, and trust lost with it; weeks of overload that an expert
sees; hours of fetching documents at the usual pace and that pace in weeks; hours of an expert per case; hours it costs
a caseworker to know the rules of two benefits (detail, grade E)."""


def clarify(town: Town, now: Now) -> None:
    """Every second week: documents arrive, complete files queue, resource courses that end come back to the team."""
    c, settings = town.citizens, now.settings.rehabilitation
    _begin_anew(town, now)
    collecting = rows_of((c.case_stage == CaseStage.COLLECTING) & (c.standstill_until <= now.week))
    arrived = now.draws.uniform(Decision.DOCUMENTS, c.luck[collecting]) < real(
        FORTNIGHT / max(settings.documents_weeks, 1.0)
    )
    ended = rows_of(
        (c.benefit == Benefit.RESOURCE_COURSE) & (c.course_until <= now.week) & ON_SUPPORT_TABLE.take(c.standing)
    )
    ended = ended[c.case_stage[ended] != CaseStage.QUEUED]
    rows = np.concatenate([collecting[arrived & ON_SUPPORT_TABLE.take(c.standing[collecting])], ended])
    rows = np.unique(rows)
    fetched = np.float64(_FETCHING_HOURS * _USUAL_DOCUMENTS / max(settings.documents_weeks, 1.0))
    now.tally.add("hours_team", town.tally(rows), fetched)
    now.log.add(
        now.week, EventKind.CASE_STAGE, c.citizen[rows], previous=c.case_stage[rows], current=int(CaseStage.QUEUED)
    )
    c.case_stage[rows] = CaseStage.QUEUED
    c.case_since[rows] = now.week


def _begin_anew(town: Town, now: Now) -> None:
    """Where a file that was complete changes hands, a caseworker who knows little of it asks for papers again."""
    c, share = town.citizens, real(now.settings.rehabilitation.documents_restart)
    moved = rows_of((c.case_stage == CaseStage.QUEUED) & (c.changed > now.week - FORTNIGHT))
    if not share or not len(moved):
        return
    chance = share * (real(1) - c.knowledge[moved])
    rows = moved[now.draws.uniform(Decision.DOCUMENTS, c.luck[moved], 1) < chance]
    now.log.add(
        now.week, EventKind.CASE_STAGE, c.citizen[rows], previous=c.case_stage[rows], current=int(CaseStage.COLLECTING)
    )
    c.case_stage[rows] = CaseStage.COLLECTING
    c.case_since[rows] = now.week


def decide(town: Town, now: Now) -> Proposals:
    """Every second week the team decides as many cases as it has room for, longest wait first."""
    c, settings = town.citizens, now.settings.rehabilitation
    queue = rows_of(c.case_stage >= CaseStage.COLLECTING)
    queue = queue[c.case_stage[queue] != CaseStage.DECIDED]
    c.waited[queue] += FORTNIGHT
    queue = queue[c.case_stage[queue] == CaseStage.QUEUED]
    queue = now.passing(c, queue, Gate.TEAM, c.case_since)
    if not len(queue):
        return nobody()
    gone = ~ON_SUPPORT_TABLE.take(c.standing[queue])
    c.case_stage[queue[gone]] = CaseStage.OPEN
    queue = queue[~gone]
    lot = now.draws.lottery(Decision.TEAM_LOTTERY, c.luck[queue])
    capacity = FORTNIGHT * settings.team_cases * town.reference_stock / 1000.0
    count = (capacity + now.draws.uniform(Decision.TEAM_LOTTERY, town.luck)).astype(np.int64)
    rows = queue[first_in_line(c.town[queue], c.case_since[queue] + lot, count)]
    if len(rows):
        sitting = settings.team_hours + (_EXPERT_SITS if settings.expert_at_meeting else 0.0)
        now.tally.add("hours_team", town.tally(rows), sitting)
        settle(town, now, rows)
    return _straight_on(town, now, rows)


def _straight_on(town: Town, now: Now, rows: Rows) -> Proposals:
    """With a firm-knowledgeable expert at the table some leave it with a workplace in view (S1 L388-412)."""
    c = town.citizens
    if not now.settings.rehabilitation.expert_at_meeting:
        return nobody()
    free = ON_SUPPORT_TABLE.take(c.standing[rows]) & ~c.at_work[rows] & ~c.waiting_start[rows]
    helped = (c.service[rows] != Service.NONE) | (c.queue[rows] != Service.NONE)
    free &= order_allows(c.room[rows], c.overload_weeks[rows] > _OVERWHELMED, helped, now.settings.casework.order)
    able = rows[free & (c.room[rows] > _ABLE)]
    chosen = able[now.draws.uniform(Decision.PLACE, c.luck[able], 2) < _WORKPLACE_IN_VIEW]
    owe(town, now, c.post[chosen].astype(np.int64), _EXPERT_HOURS, "outreach")
    channel = np.where(c.broker[chosen] >= 0, int(Channel.BROKER), int(Channel.JOBCENTRE))
    return Proposals(chosen, channel, np.full(len(chosen), 0.7, dtype=np.float32))


def documented_ability(town: Town, now: Now, rows: Rows) -> F32:
    """Weekly hours of work ability as the file shows them: the true ones, blurred; less blurred after placements."""
    c, settings = town.citizens, now.settings.rehabilitation
    true = c.hours_possible[rows] * (real(0.35) + real(0.65) * c.health[rows])
    noise = np.maximum(
        real(settings.decision_noise) - real(_CLEAR_PLACEMENT_HOURS) * (c.placements[rows] > 0), 0.5
    )
    return np.asarray(true + noise * now.draws.bell(Decision.TEAM_DECISION, c.luck[rows]), dtype=np.float32)


def settle(town: Town, now: Now, rows: Rows) -> None:
    """The team decides on the files of ``rows``, by the work ability they document."""
    c, settings = town.citizens, now.settings.rehabilitation
    ability = documented_ability(town, now, rows)
    waited = (now.week - c.case_since[rows]).astype(np.float32)
    c.case_stage[rows] = CaseStage.DECIDED
    course = c.benefit[rows] == Benefit.RESOURCE_COURSE
    low = ability < now.of(lambda own: own.rehabilitation.pension_below, c.town[rows])
    bound = now.of(lambda own: own.rehabilitation.flexjob_below + own.rehabilitation.flexjob_access, c.town[rows])
    middle = ~low & (ability < bound)
    # A pension before a resource course only when the case is obvious (S1 L51-53: "obvious pension cases").
    obvious = ability < now.of(lambda own: own.rehabilitation.pension_below * _OBVIOUS, c.town[rows])
    pension = low & (course | obvious)
    flexjob = middle
    to_course = low & ~pension
    rest = ~(low | middle)
    _grant_pension(town, now, rows[pension], waited[pension])
    grant_flexjob(town, now, rows[flexjob], waited[flexjob])
    _to_course(town, now, rows[to_course], waited[to_course])
    refuse(town, now, rows[rest], waited[rest])
    stay = rows[~pension]
    if now.settings.mechanisms.momentum:
        lift = settings.momentum * (1.4 if settings.expert_at_meeting else 1.0)
        nudge(c.momentum, stay, lift)
        nudge(c.direction, stay, 0.5 * lift)
        nudge(c.orientation[Orientation.PRACTICE], stay, lift)


def _decided(town: Town, now: Now, rows: Rows, standing: Standing, waited: F32) -> None:
    now.log.add(
        now.week,
        EventKind.DECISION,
        town.citizens.citizen[rows],
        current=int(standing),
        cause=Cause.DECISION,
        amount=waited,
    )


def _grant_pension(town: Town, now: Now, rows: Rows, waited: F32) -> None:
    c = town.citizens
    _decided(town, now, rows, Standing.PENSION, waited)
    leave_workplace(town, rows)
    drop_help(town, rows)
    release(town, rows)
    move(c, now, rows, Standing.PENSION, Cause.DECISION)
    change_benefit(c, now, rows, Benefit.PENSION, Cause.DECISION)


def grant_flexjob(town: Town, now: Now, rows: Rows, waited: F32) -> None:
    """Clarification gives relief and direction (Niels, S4 L2570-2578)."""
    c = town.citizens
    _decided(town, now, rows, Standing.FLEXJOB_WAITING, waited)
    change_benefit(c, now, rows, Benefit.FLEXJOB_ALLOWANCE, Cause.DECISION)
    idle = rows[~_AT_WORKPLACE.take(c.standing[rows])]
    move(c, now, idle, Standing.FLEXJOB_WAITING, Cause.DECISION)
    turn(
        c,
        now,
        rows,
        TurningPoint.CLARIFIED,
        ((c.direction, 1.3), (c.self_worth, 0.6), (c.belief, 0.6)),
        agent=town.post_number(c.post[rows]),
    )


def _to_course(town: Town, now: Now, rows: Rows, waited: F32) -> None:
    """A resource course brings a new caseworker unless the policy keeps the old one."""
    c, settings = town.citizens, now.settings
    _decided(town, now, rows, Standing.RESOURCE_COURSE, waited)
    fresh = rows[c.benefit[rows] != Benefit.RESOURCE_COURSE]
    change_benefit(c, now, rows, Benefit.RESOURCE_COURSE, Cause.DECISION)
    resting = rows[c.standing[rows] == Standing.BENEFIT]
    move(c, now, resting, Standing.RESOURCE_COURSE, Cause.DECISION)
    c.course_until[rows] = now.week + round(settings.rehabilitation.course_weeks)
    _next_caseworker(town, now, fresh)
    seized = fresh if settings.rehabilitation.expert_at_meeting else fresh[:0]
    turn(c, now, seized, TurningPoint.REHABILITATION_MOMENTUM, ((c.direction, 1.0), (c.belief, 0.6)))


def _next_caseworker(town: Town, now: Now, rows: Rows) -> None:
    """Another law, another caseworker, who is free only after a while, unless the policy says otherwise."""
    c, settings = town.citizens, now.settings
    if settings.casework.keep_across_benefits:
        owe(town, now, c.post[rows].astype(np.int64), _TWO_LAWS_HOURS, "tasks")
        return
    at_once = settings.rehabilitation.immediate_start
    new_caseworker(
        town, now, rows, Cause.BENEFIT_CHANGE, 0 if at_once else round(settings.rehabilitation.coordinator_weeks)
    )
    if at_once:
        owe(town, now, c.post[rows].astype(np.int64), settings.rehabilitation.immediate_hours, "tasks")


def refuse(town: Town, now: Now, rows: Rows, waited: F32) -> None:
    """No flexjob, no pension: back to ordinary cash benefit, a blow for those who had hoped for it."""
    c = town.citizens
    _decided(town, now, rows, Standing.BENEFIT, waited)
    from_course = rows[c.benefit[rows] == Benefit.RESOURCE_COURSE]
    change_benefit(c, now, rows, Benefit.ACTIVITY_READY, Cause.DECISION)
    resting = from_course[c.standing[from_course] == Standing.RESOURCE_COURSE]
    move(c, now, resting, resting_standing(c, resting), Cause.DECISION)
    _next_caseworker(town, now, from_course)
    hoped = rows[c.hours_possible[rows] < 20.0]
    turn(
        c,
        now,
        hoped,
        TurningPoint.FLEXJOB_REFUSED,
        ((c.direction, 0.7), (c.belief, 0.5), (c.self_worth, 0.5)),
        agent=town.post_number(c.post[hoped]),
    )
    c.case_stage[rows] = CaseStage.OPEN


def wait(town: Town, now: Now) -> None:
    """Momentum fades with waiting (S1 L567-573); so does direction while a case waits (S4 L2558-2578).

    With it go direction as a motivation, and trust in a system where nothing happens; waiting for help or for a
    start wears direction less.
    """
    c = town.citizens
    c.momentum *= real(1.0 - half_life(now.settings.placements.momentum_half_life))
    waiting = rows_of((c.case_stage == CaseStage.COLLECTING) | (c.case_stage == CaseStage.QUEUED))
    # A caseworker who knows the case can say what is awaited and when, which takes half of it (S4 L1586-1590).
    told = real(1) - real(0.5) * c.knowledge[waiting]
    nudge(c.direction, waiting, real(-_WAITING_WEARS) * told)
    nudge(c.trust, waiting, real(-_SYSTEM_WEARS) * told)
    if now.settings.mechanisms.motivation:
        nudge(c.orientation[Orientation.DIRECTION], waiting, real(-_WAITING_WEARS) * told)
    queued = rows_of((c.queue != Service.NONE) | c.waiting_start)
    nudge(c.direction, queued, -_QUEUE_WEARS)
