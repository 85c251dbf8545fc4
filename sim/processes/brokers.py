"""Job brokers and providers: weekly contact without authority, near the citizen and near the firms (S0, S1)."""

from __future__ import annotations

import numpy as np

from sim.arrays import real, rows_of
from sim.population.columns import F32, I32, Bool, Rows
from sim.population.ranking import first_in_line
from sim.population.town import ON_SUPPORT_TABLE, Town, standings
from sim.processes.casework import Proposals, nobody, order_allows, presses, refer
from sim.processes.hours import owe
from sim.processes.moves import approach, nudge, turn
from sim.processes.now import Now
from sim.processes.outreach import approach_firms
from sim.vocabulary import (
    PLACEMENTS, Benefit, CaseworkerKind, Channel, Decision, Gate, Orientation, Service, Standing, TurningPoint,
)

_PLACED = standings(*PLACEMENTS)
FORTNIGHT = 2
_READY, _STRAIGHT = 0.25, 0.08
_FOLLOW_UP_PLACE = 0.25
_WORN, _USUAL_STRAIN = 0.5, 0.25
"""Weeks between two looks of the provider; room to move under which a broker works on the relation only
(S1 L942-954); share of a place that follow-up takes; how much a worn-out
broker listens less, and the usual strain, at which a broker listens as ever (form, grade E)."""
_KNOWS, _OFFICE = 0.25, 2.0
_REFERS, _REFERRAL_HOURS, _KEPT = 0.08, 1.0, 0.4
_TOLD, _TELLS = 0.9, 0.05
_SPREADS, _DOOR_BY_DOOR, _MINDSET = 0.05, 6.0, 0.7
"""Trust from which a broker sees that someone is overwhelmed; how much more authority costs in so close a relation;
weekly chance and hours of a broker's own referral, and the share of hand-backs left where help runs; how much of what a
broker knows reaches a caseworker next door, and how fast; share of the way that firm knowledge and outlook move in a
month for a caseworker all of whose citizens have a broker, how many times more next door, and where to (detail, grade
E)."""


def follow(town: Town, now: Now) -> Proposals:
    """Brokers take on citizens, meet them weekly, hand back whoever needs more, and approach firms for others."""
    _take_on(town, now)
    c, settings = town.citizens, now.settings.brokers
    led = rows_of((c.broker >= 0) & ON_SUPPORT_TABLE.take(c.standing))
    rows = now.passing(c, led, Gate.BROKER_CONTACT)
    if not len(rows):
        return nobody()
    by = c.broker[rows]
    town.posts.contact[:] = _reach(town, now, led[:0] if len(led) == len(rows) else np.setdiff1d(led, rows))
    reach = town.posts.contact[by]
    approach(c.broker_trust, rows, _trusted(town, now, by), real(settings.trust_pace) * reach)
    trust = c.broker_trust[rows]
    nudge(c.belief, rows, real(0.004) * trust * reach)
    nudge(c.direction, rows, real(0.008) * trust * town.posts.drive[by] * reach)
    if now.settings.mechanisms.motivation:
        nudge(c.orientation[Orientation.RELATION], rows, real(0.01) * trust * reach)
    u, v = now.draws.two(Decision.BROKER, c.luck[rows])
    turned = rows[v < real(0.35 * now.settings.casework.turn_chance) * trust * reach]
    turn(
        c,
        now,
        turned,
        TurningPoint.RELATION,
        ((c.belief, 1.0), (c.broker_trust, 0.6), (c.self_worth, 0.6)),
        agent=town.post_number(c.broker[turned]),
    )
    _share(town, now, rows)
    helped = (c.service[rows] != Service.NONE) | (c.queue[rows] != Service.NONE)
    if settings.parallel:
        helped |= _help(town, now, rows, by)
    handed = _hand_back(town, now, rows, v, helped)
    free = ~handed & ~c.at_work[rows] & ~c.waiting_start[rows] & (c.room[rows] > _READY) & (c.promise[rows] < 0)
    derailed = (c.overload_weeks[rows] > 3) & (trust > _KNOWS)
    free &= order_allows(c.room[rows], derailed, helped, now.settings.casework.order)
    effort = now.of(lambda own: own.brokers.effort, c.town[rows])
    push = effort * (real(0.5) + town.posts.drive[by]) * (real(0.4) + trust)
    seeks = free & (u < push * reach)
    seeks[seeks] = approach_firms(town, now, rows[seeks], by[seeks].astype(np.int64), Channel.BROKER)
    chosen = rows[seeks]
    know = real(0.4) + real(0.3) * town.posts.firm_knowledge[by[seeks]] + real(0.3) * trust[seeks]
    return Proposals(chosen, np.full(len(chosen), int(Channel.BROKER)), know)


def _hand_back(town: Town, now: Now, rows: Rows, v: F32, helped: Bool) -> Bool:
    """Hand back those for whom what presses is more than a broker can meet (S1 L798-799), less where help runs too."""
    c, settings = town.citizens, now.settings.brokers
    too_much = np.full(len(rows), settings.deregistration, dtype=np.float32)
    if settings.parallel:
        too_much = np.where(helped, real(_KEPT * settings.deregistration), too_much)
    handed = presses(c, now, rows) & (v > real(1.0) - too_much)
    if now.withheld is not None:
        handed &= now.withheld.spared(c, rows, Gate.HAND_BACK)
    back = rows[handed]
    agent = town.post_number(c.broker[back])
    turn(c, now, back, TurningPoint.DEREGISTERED, ((c.belief, 0.5), (c.direction, 0.4)), agent=agent)
    c.broker[back] = -1
    c.broker_trust[back] = 0.0
    return handed


def _trusted(town: Town, now: Now, by: I32) -> F32:
    """Where trust in each of the brokers ``by`` leads: to how they listen, less where they can also sanction."""
    posts = town.posts
    level = posts.listening[by]
    thin = real(now.settings.brokers.thin_contact)
    level = level * (real(1) + thin * real(_WORN) * (real(_USUAL_STRAIN) - posts.strain[by]))
    if now.settings.brokers.authority:
        strain = real(now.settings.casework.authority_strain)
        level = np.maximum(level - strain * (real(1) + real(_OFFICE) * posts.office_rules[by]), 0)
    return np.minimum(level, real(1)).astype(np.float32)


def _help(town: Town, now: Now, rows: Rows, by: I32) -> Bool:
    """Brokers who may refer to help themselves do so for what presses, for an hour of theirs."""
    c = town.citizens
    u = now.draws.uniform(Decision.BROKER, c.luck[rows], 2)
    chance = np.full(len(rows), _REFERS, dtype=np.float32)
    sent = refer(town, now, rows, c.broker_trust[rows], u, chance)
    owe(town, now, by[sent].astype(np.int64), _REFERRAL_HOURS, "tasks")
    return sent


def _share(town: Town, now: Now, rows: Rows) -> None:
    """Brokers and caseworkers learn from each other by the citizens they share; fast where they sit door by door.

    A caseworker learns of workplaces, and comes to believe that people grow ready at one; every fourth week.
    """
    c, posts, close = town.citizens, town.posts, now.settings.brokers.co_location
    if close:
        known = real(_TOLD) * c.broker_trust[rows]
        approach(c.knowledge, rows, np.maximum(known, c.knowledge[rows]), _TELLS)
    if not now.every(4) or not now.settings.mechanisms.firm_work:
        return
    shared = np.bincount(c.post[rows[c.post[rows] >= 0]], minlength=posts.rows).astype(np.float32)
    shared /= np.maximum(posts.cases, 1)
    shared *= real(_SPREADS * (_DOOR_BY_DOOR if close else 1.0))
    np.minimum(shared, real(1), out=shared)
    posts.firm_knowledge += shared * np.maximum(real(_MINDSET) - posts.firm_knowledge, 0)
    posts.optimism += shared * np.maximum(real(_MINDSET) - posts.optimism, 0)


def _reach(town: Town, now: Now, unmet: Rows) -> F32:
    """Share of the weekly contact that each broker's hours allow: many citizens get little of a broker each.

    ``unmet`` are passed over this week, which leaves more for the others.
    """
    posts, settings = town.posts, now.settings.brokers
    cases = posts.cases - np.bincount(town.citizens.broker[unmet], minlength=posts.rows) if len(unmet) else posts.cases
    wanted = np.maximum(cases, 1).astype(np.float32) * real(settings.contact_hours)
    thin = settings.thin_contact
    if thin:
        c = town.citizens
        at_work = c.broker[rows_of((c.broker >= 0) & ~ON_SUPPORT_TABLE.take(c.standing))]
        followed = np.bincount(at_work, minlength=posts.rows).astype(np.float32)
        wanted += real(thin * settings.contact_hours * _FOLLOW_UP_PLACE) * followed
    there = posts.slots * real(now.settings.casework.meeting_hours)
    return np.asarray(np.minimum(there / wanted, 1.0), dtype=np.float32)


def _take_on(town: Town, now: Now) -> None:
    """Free places go by lot, with a head start for those just through a rehabilitation meeting."""
    c, posts, settings = town.citizens, town.posts, now.settings.brokers
    mine = rows_of((posts.kind == CaseworkerKind.BROKER) & posts.open & posts.filled)
    if not len(mine):
        return
    led = rows_of(c.broker >= 0)
    # Following someone up at work takes a part of a place.
    weight = np.where(ON_SUPPORT_TABLE.take(c.standing[led]), 1.0, _FOLLOW_UP_PLACE)
    held = np.bincount(c.broker[led], weights=weight, minlength=posts.rows)[mine]
    free = np.maximum(np.floor(settings.broker_cases - held), 0).astype(np.int64)
    if not free.any():
        return
    straight_on = c.momentum > _STRAIGHT
    # Whoever picks from the list leaves the overwhelmed out; a meeting refers whom it has before it (S1 L798-801).
    fit = ON_SUPPORT_TABLE.take(c.standing) & (c.broker < 0) & ((c.overload_weeks < 4) | straight_on) & ~c.at_work
    if settings.resource_course_only:
        fit &= c.benefit == Benefit.RESOURCE_COURSE
    pool = now.passing(c, rows_of(fit), Gate.BROKER_PLACE)
    straight = rows_of(straight_on[pool])
    lot = now.draws.lottery(Decision.BROKER, c.luck[pool], 1)
    lot[straight] -= settings.referral_from_meeting
    places = np.repeat(mine, free)
    places = places[np.argsort(posts.town[places], kind="stable")]
    by_town = np.bincount(posts.town[places], minlength=town.count)
    taken = first_in_line(c.town[pool], lot, by_town)
    chosen = pool[taken][np.lexsort((lot[taken], c.town[pool[taken]]))]
    home = c.town[chosen].astype(np.int64)
    place = (
        np.concatenate([[0], np.cumsum(by_town)])[home]
        + np.arange(len(chosen))
        - np.searchsorted(home, home, side="left")
    )
    c.broker[chosen] = places[place]
    c.broker_trust[chosen] = 0.2
    seized = chosen[straight_on[chosen]]
    if now.settings.mechanisms.momentum:
        turn(
            c,
            now,
            seized,
            TurningPoint.REHABILITATION_MOMENTUM,
            ((c.direction, 0.9), (c.belief, 0.6)),
            agent=town.post_number(c.broker[seized]),
        )


def provide(town: Town, now: Now) -> Proposals:
    """The external provider seeks placements for citizens on resource courses (S1 L138-148), every second week."""
    c = town.citizens
    pool = rows_of((c.benefit == Benefit.RESOURCE_COURSE) & ~c.at_work & ~c.waiting_start & (c.room > _READY))
    chance = real(FORTNIGHT * now.settings.brokers.provider_places / 100.0 / 52.0)
    helped = (c.service[pool] != Service.NONE) | (c.queue[pool] != Service.NONE)
    pool = pool[order_allows(c.room[pool], c.overload_weeks[pool] > 3, helped, now.settings.casework.order)]
    rows = pool[now.draws.uniform(Decision.PROVIDER, c.luck[pool]) < chance]
    rows = rows[_room_at_provider(town, now, rows)]
    now.tally.add("hours_provider", town.tally(rows), now.settings.brokers.provider_hours)
    return Proposals(rows, np.full(len(rows), int(Channel.PROVIDER)), np.full(len(rows), 0.5, dtype=np.float32))


def _room_at_provider(town: Town, now: Now, rows: Rows) -> Bool:
    """For whom the provider has room: it follows so many at a time, by lot among those it would take on."""
    c, most = town.citizens, now.settings.brokers.provider_follows
    if not most:
        return np.ones(len(rows), dtype=np.bool_)
    followed = c.waiting_start | (c.at_work & _PLACED.take(c.standing))
    theirs = rows_of(followed & (c.channel == Channel.PROVIDER))
    course = town.tally(rows_of(c.benefit == Benefit.RESOURCE_COURSE))
    room = np.maximum(np.ceil(most / 100.0 * course) - town.tally(theirs), 0).astype(np.int64)
    return first_in_line(c.town[rows], now.draws.lottery(Decision.PROVIDER, c.luck[rows], 1), room)


def flexjobs(town: Town, now: Now) -> Proposals:
    """Those granted a flexjob look for a workplace to have one at, every second week."""
    c = town.citizens
    pool = rows_of((c.standing == Standing.FLEXJOB_WAITING) & ~c.waiting_start)
    rows: Rows = pool[
        now.draws.uniform(Decision.PLACE, c.luck[pool], 1)
        < real(FORTNIGHT * now.settings.employment.flexjob_search)
    ]
    knowledge: F32 = np.full(len(rows), 0.5, dtype=np.float32)
    return Proposals(rows, np.full(len(rows), int(Channel.JOBCENTRE)), knowledge)
