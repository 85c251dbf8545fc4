"""Meetings: caseworkers spend their hours; alliance, knowledge and belief grow or wear (S4 L1340-1505)."""

from __future__ import annotations

from dataclasses import dataclass

import math

import numpy as np

from sim.arrays import either, only, real, rows_of, within
from sim.population.columns import F32, I64, Rows
from sim.population.ranking import first_in_line
from sim.population.town import ON_SUPPORT_TABLE, Town
from sim.processes.motivation import fight
from sim.processes.moves import approach, nudge, turn
from sim.processes.now import Now
from sim.processes.responses import respond
from sim.vocabulary import Decision, EventKind, Gate, Identity, Orientation, PriorityRule, TurningPoint

_USUALLY_SEEN = 0.62
"""What a caseworker sees of the usual citizen (form, grade E)."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """Citizens met this week, the post that met each, and the quality of the talk (0-1)."""

    rows: Rows
    posts: I64
    quality: F32
    missed: Rows


def hold(town: Town, now: Now) -> Contacts:
    """Call in as many due citizens as the hours allow, by the priority rule, and meet those who come."""
    c, posts, work = town.citizens, town.posts, now.settings.casework
    called = _call(town, now)
    caller = c.post[called].astype(np.int64)
    came = now.draws.uniform(Decision.ATTEND, c.luck[called]) < _attendance(town, now, called)
    rows, by = only(called, came), only(caller, came)
    c.met[called] = now.week
    now.tally.add("hours_meetings", town.tally(called), work.meeting_hours)
    now.tally.add("meetings", town.tally(rows))
    c.meetings[rows] += 1
    listens = np.minimum(posts.listening[by] + posts.trained[by], real(1))
    quality = listens * (real(1.0) - real(work.strain_dulls) * posts.strain[by])
    _relate(town, now, rows, by, quality)
    return Contacts(rows, by, quality, called[~came])


def _call(town: Town, now: Now) -> Rows:
    """Whom the caseworkers call: the first in each post's order of priority, as many as it has slots."""
    c, posts, work = town.citizens, town.posts, now.settings.casework
    called = (c.met <= math.floor(now.week - work.meeting_interval)) & (c.post >= 0) & (c.served_from <= now.week)
    called &= ON_SUPPORT_TABLE.take(c.standing)
    if now.settings.brokers.authority:
        called &= c.broker < 0  # a broker with authority holds the case
    due = rows_of(called)
    due = only(due, posts.slots.take(c.post.take(due)) > 0)
    due = now.passing(c, due, Gate.MEETING, c.met)
    post = c.post.take(due)
    wait = np.minimum(now.week - c.met.take(due), 200).astype(np.float32)
    score = now.draws.lottery(Decision.MEETING_LOTTERY, c.luck.take(due), 1) * -0.5 - _priority(town, now, due, wait)
    return due[first_in_line(post, score, posts.slots)]


def _priority(town: Town, now: Now, rows: Rows, wait: F32) -> F32:
    """Points of priority; a week of waiting is worth one under every rule, so that nobody waits for ever."""
    c, work = town.citizens, now.settings.casework
    rule = work.priority
    if rule == PriorityRule.LONGEST_WAIT:
        return wait
    if rule == PriorityRule.MOST_PRESSED:
        return np.asarray(wait + real(12.0) * c.load.take(rows))
    if rule == PriorityRule.NEAREST_WORK:
        return np.asarray(wait + real(20.0) * c.caseworker_belief.take(rows))
    # A good relation and belief put a case on top of the pile (S4 L1493-1497).
    liked = real(work.priority_trust) * c.trust.take(rows)
    return np.asarray(wait + liked + real(work.priority_belief) * c.caseworker_belief.take(rows))


def _attendance(town: Town, now: Now, rows: Rows) -> F32:
    """Chance to come: lower when overwhelmed or opposed, higher with trust or a mentor at the door."""
    c, on = town.citizens, now.settings.mechanisms
    chance = (
        real(0.82)
        + real(0.13) * c.trust[rows]
        - real(0.35) * (real(1) - c.room[rows]) * (c.overload_weeks[rows] > 3)
    )
    if on.identity:
        chance = chance - real(0.2) * c.leaning[Identity.OPPONENT][rows]
    if on.motivation:
        # Who is moved by relations comes for the person; who is moved by necessity comes for the benefit.
        chance = chance + real(0.1) * (c.orientation[Orientation.RELATION][rows] - real(0.4))
        chance = chance + real(0.1) * (c.orientation[Orientation.NECESSITY][rows] - real(0.4))
    if on.personal_mentor:
        chance = chance + real(0.12) * (c.mentor_until[rows] >= now.week)
    return within(chance, 0.05, 0.98)


def _relate(town: Town, now: Now, rows: Rows, by: I64, quality: F32) -> None:
    """What a talk does to trust, to what is known of the case, to belief and direction."""
    c, posts, work, on = town.citizens, town.posts, now.settings.casework, now.settings.mechanisms
    before = c.trust[rows].copy()
    if on.alliance:
        level = real(0.15) + real(work.trust_by_talk) * quality - real(work.authority_strain) * posts.rule_bound[by]
        level += real(0.1) * (c.service[rows] > 0)  # a kept promise
        approach(c.trust, rows, within(level, 0, 1), work.trust_pace)
    approach(c.knowledge, rows, real(0.35) + real(0.65) * quality, work.knowledge_pace)
    _believe(town, now, rows, by)
    response = respond(town, now, rows, by, quality)
    trust = c.trust[rows]
    if on.belief_transfer:
        pull = real(work.belief_passed_on) * trust
        approach(
            c.belief,
            rows,
            c.caseworker_belief[rows],
            either(c.caseworker_belief[rows] > c.belief[rows], pull, pull * real(0.7)),
        )
    # A clear next step: drive and knowledge of the case give direction (S4 L1484-1486).
    nudge(c.direction, rows, real(0.06) * posts.drive[by] * c.knowledge[rows] * (real(0.4) + trust))
    _motivate(town, now, rows, by, trust)
    _turn(town, now, rows, by, quality)
    mattered = np.abs(c.trust[rows] - before) > real(0.06)
    now.log.add(
        now.week,
        EventKind.MEETING,
        c.citizen[rows[mattered]],
        agent=town.post_number(by[mattered]),
        current=response[mattered],
        amount=(c.trust[rows] - before)[mattered],
    )


def _believe(town: Town, now: Now, rows: Rows, by: I64) -> None:
    """The caseworker's belief: own outlook and what is seen of the citizen, clearer in a case well known."""
    c, posts, work = town.citizens, town.posts, now.settings.casework
    seen = (
        real(0.25) * c.health[rows]
        + real(0.3) * c.drive[rows]
        + real(0.2) * c.direction[rows]
        + real(0.25) * c.skill[rows]
    )
    seen = real(0.5) + real(work.tells_apart) * (seen - real(_USUALLY_SEEN))
    blur = (
        now.draws.bell(Decision.MEETING_ACT, c.luck[rows], 10) * (real(1) - c.knowledge[rows]) * real(0.15)
    )
    outlook = real(work.outlook)
    view = outlook * posts.optimism[by] + (real(1) - outlook) * (seen + blur)
    approach(c.caseworker_belief, rows, within(view, 0, 1), work.belief_pace)


def _motivate(town: Town, now: Now, rows: Rows, by: I64, trust: F32) -> None:
    """What a talk does to motivation by relation, and to who one becomes toward the system (S4 L1057-1121)."""
    c, on, bar = town.citizens, now.settings.mechanisms, real(now.settings.casework.relation_bar)
    if on.motivation:
        nudge(c.orientation[Orientation.RELATION], rows, real(0.05) * (trust - bar))
    if not on.resistance:
        return
    # A meeting without a relation is control: it feeds the opponent, or the client in those with little power to act.
    cold = np.maximum(bar - trust, 0) * (real(0.5) + town.posts.rule_bound[by])
    cold = cold * (real(1) + c.refused_voice[rows])  # it is felt the more where one was not heard
    strong = real(0.2) + real(0.8) * fight(c, now, rows)
    nudge(c.leaning[Identity.OPPONENT], rows, real(0.12) * cold * strong)
    nudge(c.leaning[Identity.CLIENT], rows, real(0.12) * cold * (real(1.2) - strong))
    warm = np.maximum(trust - bar, 0)
    nudge(c.leaning[Identity.CO_CREATOR], rows, real(0.07) * warm)
    nudge(c.leaning[Identity.OPPONENT], rows, real(-0.05) * warm)


def _turn(town: Town, now: Now, rows: Rows, by: I64, quality: F32) -> None:
    """Some meetings are events: a relation is made, or a push is put on the case (S4 L1340-1411)."""
    c, posts, work = town.citizens, town.posts, now.settings.casework
    push = posts.drive[by] * (real(1) - real(work.strain_dulls) * posts.strain[by])
    receive = real(0.25) + real(0.75) * c.room[rows]
    u, which = now.draws.two(Decision.MEETING_TURN, c.luck[rows])
    chance = (
        real(work.turn_chance) * receive * (quality * quality + push * push) * real(1.6)
    )
    hit = u < chance
    if not hit.any():
        return
    relation = which * (quality * quality + push * push) < quality * quality
    fresh = (now.week - c.changed[rows] < 26) & (c.trust_before[rows] < quality)
    for kind, mask in (
        (TurningPoint.BETTER_CASEWORKER, hit & fresh),
        (TurningPoint.RELATION, hit & ~fresh & relation),
        (TurningPoint.GOOD_CASEWORK, hit & ~fresh & ~relation),
    ):
        turned = rows[mask]
        touched = (
            ((c.belief, 1.0), (c.trust, 1.0), (c.self_worth, 0.6))
            if kind == TurningPoint.RELATION
            else ((c.direction, 1.2), (c.belief, 0.8), (c.trust, 0.5))
        )
        turn(c, now, turned, kind, touched, agent=town.post_number(by[mask]))
