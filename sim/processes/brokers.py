"""Job brokers and providers: weekly contact without authority, near the citizen and near the firms (S0, S1)."""

from __future__ import annotations

import numpy as np

from sim.population.columns import F32, Rows
from sim.population.ranking import first_in_line
from sim.population.town import ON_SUPPORT_TABLE, Town
from sim.processes.casework import Proposals, nobody
from sim.processes.moves import approach, nudge, turn
from sim.processes.now import Now
from sim.vocabulary import Benefit, CaseworkerKind, Channel, Decision, Gate, Orientation, Standing, TurningPoint

FORTNIGHT = 2
_READY = 0.25
_CONTACT_HOURS, _FOLLOW_UP_PLACE = 1.2, 0.25
"""Weeks between two looks of the provider; room to move under which a broker works on the relation only
(S1 L942-954); hours of weekly contact with one citizen; share of a place that follow-up takes (grade E)."""


def follow(town: Town, now: Now) -> Proposals:
    """Brokers take on citizens, meet them weekly, hand back the overloaded, and approach firms for those who can."""
    _take_on(town, now)
    c, settings = town.citizens, now.settings.brokers
    led = np.flatnonzero((c.broker >= 0) & ON_SUPPORT_TABLE.take(c.standing))
    rows = now.passing(c, led, Gate.BROKER_CONTACT)
    if not len(rows):
        return nobody()
    by = c.broker[rows]
    reach = _reach(town, now, led[:0] if len(led) == len(rows) else np.setdiff1d(led, rows))[by]
    approach(c.broker_trust, rows, town.posts.listening[by], np.float32(settings.trust_pace) * reach)
    trust = c.broker_trust[rows]
    nudge(c.belief, rows, np.float32(0.004) * trust * reach)
    nudge(c.direction, rows, np.float32(0.008) * trust * town.posts.drive[by] * reach)
    if now.settings.mechanisms.motivation:
        nudge(c.orientation[Orientation.RELATION], rows, np.float32(0.01) * trust * reach)
    u, v = now.draws.two(Decision.BROKER, c.luck[rows])
    turned = rows[v < np.float32(0.35 * now.settings.casework.turn_chance) * trust * reach]
    turn(
        c,
        now,
        turned,
        TurningPoint.RELATION,
        ((c.belief, 1.0), (c.broker_trust, 0.6), (c.self_worth, 0.6)),
        agent=town.post_number(c.broker[turned]),
    )
    handed = (c.overload_weeks[rows] > 3) & (v > np.float32(1.0 - settings.deregistration))
    if now.withheld is not None:
        handed &= now.withheld.spared(c, rows, Gate.HAND_BACK)
    back = rows[handed]
    turn(
        c,
        now,
        back,
        TurningPoint.DEREGISTERED,
        ((c.belief, 0.5), (c.direction, 0.4)),
        agent=town.post_number(c.broker[back]),
    )
    c.broker[back] = -1
    c.broker_trust[back] = 0.0
    free = ~handed & ~c.at_work[rows] & ~c.waiting_start[rows] & (c.room[rows] > _READY)
    effort = now.of(lambda own: own.brokers.effort, c.town[rows])
    push = effort * (np.float32(0.5) + town.posts.drive[by]) * (np.float32(0.4) + trust)
    seeks = free & (u < push * reach)
    chosen = rows[seeks]
    know = np.float32(0.4) + np.float32(0.3) * town.posts.firm_knowledge[by[seeks]] + np.float32(0.3) * trust[seeks]
    return Proposals(chosen, np.full(len(chosen), int(Channel.BROKER)), know)


def _reach(town: Town, now: Now, unmet: Rows) -> F32:
    """Share of the weekly contact that each broker's hours allow: many citizens get little of a broker each.

    ``unmet`` are passed over this week, which leaves more for the others.
    """
    posts, work = town.posts, now.settings.casework
    cases = posts.cases - np.bincount(town.citizens.broker[unmet], minlength=posts.rows) if len(unmet) else posts.cases
    wanted = np.maximum(cases, 1).astype(np.float32) * np.float32(_CONTACT_HOURS)
    return np.asarray(np.minimum(posts.slots * np.float32(work.meeting_hours) / wanted, 1.0), dtype=np.float32)


def _take_on(town: Town, now: Now) -> None:
    """Free places go by lot, with a head start for those just through a rehabilitation meeting."""
    c, posts, settings = town.citizens, town.posts, now.settings.brokers
    mine = np.flatnonzero((posts.kind == CaseworkerKind.BROKER) & posts.open & posts.filled)
    if not len(mine):
        return
    led = np.flatnonzero(c.broker >= 0)
    # Following someone up at work takes a part of a place.
    weight = np.where(ON_SUPPORT_TABLE.take(c.standing[led]), 1.0, _FOLLOW_UP_PLACE)
    held = np.bincount(c.broker[led], weights=weight, minlength=posts.rows)[mine]
    free = np.maximum(np.floor(settings.broker_cases - held), 0).astype(np.int64)
    if not free.any():
        return
    fit = ON_SUPPORT_TABLE.take(c.standing) & (c.broker < 0) & (c.overload_weeks < 4) & ~c.at_work
    if settings.resource_course_only:
        fit &= c.benefit == Benefit.RESOURCE_COURSE
    pool = now.passing(c, np.flatnonzero(fit), Gate.BROKER_PLACE)
    straight = c.momentum[pool] > 0.08
    lot = now.draws.lottery(Decision.BROKER, c.luck[pool], 1) - np.where(straight, settings.referral_from_meeting, 0.0)
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
    seized = chosen[c.momentum[chosen] > 0.08]
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
    pool = np.flatnonzero((c.benefit == Benefit.RESOURCE_COURSE) & ~c.at_work & ~c.waiting_start & (c.room > _READY))
    chance = np.float32(FORTNIGHT * now.settings.brokers.provider_places / 100.0 / 52.0)
    rows = pool[now.draws.uniform(Decision.PROVIDER, c.luck[pool]) < chance]
    return Proposals(rows, np.full(len(rows), int(Channel.PROVIDER)), np.full(len(rows), 0.5, dtype=np.float32))


def flexjobs(town: Town, now: Now) -> Proposals:
    """Those granted a flexjob look for a workplace to have one at, every second week."""
    c = town.citizens
    pool = np.flatnonzero((c.standing == Standing.FLEXJOB_WAITING) & ~c.waiting_start)
    rows: Rows = pool[
        now.draws.uniform(Decision.PLACE, c.luck[pool], 1)
        < np.float32(FORTNIGHT * now.settings.employment.flexjob_search)
    ]
    knowledge: F32 = np.full(len(rows), 0.5, dtype=np.float32)
    return Proposals(rows, np.full(len(rows), int(Channel.JOBCENTRE)), knowledge)
