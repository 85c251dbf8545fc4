"""Support services and personal mentors: queues, places, and what help mends (S4 L1596-1718)."""

from __future__ import annotations

import numpy as np

from sim.arrays import only, real, rows_of
from sim.population.citizens import Citizens
from sim.population.columns import F32, I64, NEVER, Rows
from sim.population.ranking import first_in_line
from sim.population.town import ON_SUPPORT_TABLE, Town, standings
from sim.processes.casework import Proposals, nobody
from sim.processes.moves import approach, move, nudge, resting_standing, turn
from sim.processes.now import Now
from sim.scenario.catalogue.help import Support
from sim.vocabulary import Cause, Channel, Decision, EventKind, Gate, Problem, Service, Standing, TurningPoint

_HOURS_A_WEEK = {
    Service.MENTOR: 1.5,
    Service.PSYCHOLOGIST: 1.5,
    Service.REHABILITATION: 2.0,
    Service.DEBT_ADVICE: 0.7,
    Service.ADDICTION: 2.0,
    Service.ONE_ROOF: 3.0,
}
"""Helper hours a place uses in a week (detail, grade E)."""
_TREATS = {
    Service.PSYCHOLOGIST: (Problem.MENTAL, Problem.FAMILY),
    Service.REHABILITATION: (Problem.PAIN,),
    Service.DEBT_ADVICE: (Problem.DEBT, Problem.HOUSING),
    Service.ADDICTION: (Problem.SUBSTANCE,),
    Service.MENTOR: (),
}
_IDLE = standings(Standing.BENEFIT, Standing.RESOURCE_COURSE)
_EASED = 0.3
_MENTOR_KNOWS, _MENTOR_TELLS = 0.7, 0.02
_READY, _MENTOR_FINDS, _FINDING_HOURS = 0.4, 0.01, 3.0
"""Severity under which someone in the queue has recovered; knowledge of the case that a mentor brings the jobcentre to,
and how fast; room from which a mentor looks for a place, the weekly chance of it and its hours (detail, grade E)."""


def places(settings: Support, reference_stock: int) -> dict[Service, int]:
    """Places of each service in a town of this size."""
    per_thousand = {
        Service.MENTOR: settings.mentor_places,
        Service.PSYCHOLOGIST: settings.psychologist_places,
        Service.REHABILITATION: settings.rehabilitation_places,
        Service.DEBT_ADVICE: settings.debt_places,
        Service.ADDICTION: settings.addiction_places,
        Service.ONE_ROOF: settings.one_roof_places,
    }
    return {service: int(places * reference_stock / 1000.0 + 0.5) for service, places in per_thousand.items()}


def serve(town: Town, now: Now) -> Proposals:
    """A week of help: end courses that are over, mend, and let the next in the queues in.

    Returns the placements that personal mentors ask for.
    """
    _end(town, now)
    _mend(town, now)
    asked = _mentor(town, now)
    _admit(town, now)
    return asked


def _end(town: Town, now: Now) -> None:
    c = town.citizens
    over = rows_of((c.service > 0) & (c.service_until <= now.week))
    if now.withheld is not None:
        served = rows_of((c.service > 0) & (c.service_until > now.week))
        over = np.concatenate([over, served[~now.withheld.spared(c, served, Gate.SERVICE_PLACE)]])
    now.log.add(now.week, EventKind.SERVICE_ENDED, c.citizen[over], previous=c.service[over], cause=Cause.ENDED)
    c.service[over] = Service.NONE
    idle = over[c.standing[over] == Standing.SUPPORT]
    move(c, now, idle, resting_standing(c, idle), Cause.ENDED)


def _mend(town: Town, now: Now) -> None:
    """Problems treated ease, coping grows, and now and then the help takes hold."""
    c, settings = town.citizens, now.settings.support
    helped = rows_of(c.service > 0)
    if not len(helped):
        return
    kind = c.service[helped]
    pace = real(settings.mending)
    for service, problems in _TREATS.items():
        rows = only(helped, kind == service)
        now.tally.add("hours_support", town.tally(rows), _HOURS_A_WEEK[service])
        for problem in problems:
            _lower(c, now, problem, rows, pace)
    roof = only(helped, kind == Service.ONE_ROOF)
    now.tally.add("hours_support", town.tally(roof), _HOURS_A_WEEK[Service.ONE_ROOF])
    worst = np.argmax(c.problem[:, roof], axis=0)
    for problem in Problem if len(roof) else ():
        _lower(c, now, problem, roof[worst == problem], pace * real(settings.one_roof_gain))
    nudge(c.coping, helped, settings.coping_gain)
    took = helped[now.draws.uniform(Decision.SERVICE_TURN, c.luck[helped]) < settings.take_hold]
    turn(c, now, took, TurningPoint.RIGHT_HELP, ((c.coping, 0.9), (c.self_worth, 0.7), (c.belief, 0.6)))


def _lower(c: Citizens, now: Now, problem: Problem, rows: Rows, pace: F32 | np.float32) -> None:
    """A problem of each of ``rows`` eases, part of it for good."""
    c.problem[problem][rows] *= np.maximum(real(1) - pace, real(0))  # several under one roof: at most all
    lasting = real(now.settings.support.lasting)
    c.problem_floor[problem][rows] *= np.maximum(real(1) - lasting * pace, real(0))


def _mentor(town: Town, now: Now) -> Proposals:
    """A personal mentor brings people out of the door: everyday coping and courage (Mathias, S4 L1612-1627).

    The jobcentre comes to know the case through the mentor, who also finds a place for those who could take one.
    """
    c = town.citizens
    with_mentor = rows_of(c.mentor_until >= now.week)
    now.tally.add("hours_support", town.tally(with_mentor), _HOURS_A_WEEK[Service.MENTOR])
    nudge(c.coping, with_mentor, 2.0 * now.settings.support.coping_gain)
    nudge(c.belief, with_mentor, now.settings.support.coping_gain)
    if not len(with_mentor):
        return nobody()
    approach(c.knowledge, with_mentor, np.maximum(c.knowledge[with_mentor], real(_MENTOR_KNOWS)), _MENTOR_TELLS)
    free = ON_SUPPORT_TABLE.take(c.standing[with_mentor]) & ~c.at_work[with_mentor] & ~c.waiting_start[with_mentor]
    able = with_mentor[free & (c.room[with_mentor] > _READY) & (c.promise[with_mentor] < 0)]
    finds = able[now.draws.uniform(Decision.PLACE, c.luck[able], 3) < real(_MENTOR_FINDS)]
    now.tally.add("hours_support", town.tally(finds), _FINDING_HOURS)
    knowledge = np.full(len(finds), 0.7, dtype=np.float32)
    return Proposals(finds, np.full(len(finds), int(Channel.JOBCENTRE)), knowledge)


def _admit(town: Town, now: Now) -> None:
    """Free places go to whoever has waited longest, by lot among equals."""
    c = town.citizens
    queued = c.queue > 0
    c.waited += queued
    waiting = rows_of(queued)
    if not len(waiting):
        return
    gone = waiting[~ON_SUPPORT_TABLE.take(c.standing[waiting])]
    c.queue[gone] = Service.NONE
    # Whoever has recovered by then gives up the place in the queue.
    if now.every(4):
        eased = (c.problem.take(waiting, axis=1).max(axis=0) < _EASED) & (c.queue[waiting] != Service.MENTOR)
        c.queue[waiting[eased]] = Service.NONE
        waiting = waiting[~eased]
    kinds = len(Service)
    served = rows_of(c.service > 0)
    used = np.bincount(c.town[served].astype(np.int64) * kinds + c.service[served], minlength=town.count * kinds)
    used[Service.MENTOR :: kinds] = town.tally(rows_of(c.mentor_until >= now.week))
    count = np.zeros(kinds, dtype=np.int64)
    for service, number in places(now.settings.support, town.reference_stock).items():
        count[service] = number
    free = np.tile(count, town.count) - used
    lot = c.queue_since[waiting] + now.draws.lottery(Decision.SERVICE_LOTTERY, c.luck[waiting])
    begins = waiting[first_in_line(c.town[waiting].astype(np.int64) * kinds + c.queue[waiting], lot, free)]
    for service in _HOURS_A_WEEK:
        rows = begins[c.queue[begins] == service]
        start(town, now, rows, service, waited=now.week - c.queue_since[rows])


def start(town: Town, now: Now, rows: Rows, service: Service, *, waited: I64 | int) -> None:
    """Begin a service for each of ``rows``; a personal mentor goes beside whatever else runs."""
    if not len(rows):
        return
    c, weeks = town.citizens, round(now.settings.support.course_weeks)
    now.log.add(
        now.week,
        EventKind.SERVICE_STARTED,
        c.citizen[rows],
        current=int(service),
        amount=waited,
    )
    c.queue[rows] = Service.NONE
    c.queue_since[rows] = NEVER
    if service == Service.MENTOR:
        c.mentor_until[rows] = now.week + 2 * weeks
        return
    c.service[rows] = service
    c.service_until[rows] = now.week + weeks
    resting = rows[_IDLE.take(c.standing[rows])]
    move(c, now, resting, Standing.SUPPORT, Cause.STARTED)
