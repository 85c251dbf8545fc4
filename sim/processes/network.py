"""The network: what ties give, how they thin and grow, and the leads they pass on (S4 L1766-1987)."""

from __future__ import annotations

import numpy as np

from sim.arrays import blocks, either, real, rows_of
from sim.curves import weekly
from sim.population.citizens import TIES, Citizens
from sim.population.columns import F32, I32, Bool, Rows
from sim.population.ranking import first_in_line
from sim.population.town import ON_SUPPORT_TABLE, Town, standings
from sim.processes.casework import Proposals
from sim.processes.moves import nudge, turn
from sim.processes.now import Now
from sim.vocabulary import Channel, Decision, Gate, Identity, Problem, Standing, TieKind, TurningPoint

MONTH = 4
_AT_HOME, _MEMORY = 0.35, 0.985
_ACTIVE = standings(Standing.ACTIVATION, Standing.UPSKILLING, Standing.SUPPORT)
"""Weeks between two looks; fitting in from which a workplace remembers someone, and what is left of that a month later
(detail, grade E); where people meet others beside work."""
_CLOSE = np.isin(np.arange(len(TieKind)), [int(TieKind.FAMILY), int(TieKind.FRIEND), int(TieKind.VOLUNTEER)])
_HELP = np.array([0, 20, 10, 3, 5, 4, 10], dtype=np.uint8)
"""Everyday help by kind of tie in twentieths of a family member's, in the order of TieKind (detail, grade E)."""


def weigh(town: Town, now: Now, rows: Rows) -> None:
    """Sum up what the ties of each of ``rows`` can give: support, help, and how many have a job."""
    c, net = town.citizens, now.settings.network
    kind = c.tie_kind.take(rows, axis=1)
    there = kind > 0
    knew = _CLOSE.take(kind)
    knew &= c.tie_knew.take(rows, axis=1)
    ties = np.add.reduce(there, axis=0, dtype=np.uint8)
    close_ones = np.add.reduce(knew, axis=0, dtype=np.uint8)
    strength = real(net.knew_before) * close_ones + real(1.0 - net.knew_before) * ties
    on = now.settings.mechanisms
    c.net_support[rows] = np.minimum(strength / real(net.full_support), 1.0) if on.network_support else 0.0
    helping = np.add.reduce(_HELP.take(kind), axis=0, dtype=np.uint16)
    c.net_help[rows] = np.minimum(helping * real(0.05 / net.full_support), 1.0) if on.network_support else 0.0
    c.net_leads[rows] = np.add.reduce(c.tie_works.take(rows, axis=1) & there, axis=0, dtype=np.uint8)
    c.ties[rows] = ties


def reshape(town: Town, now: Now) -> None:
    """Ties thin out, most in crises; new ones grow in activities and most at work. Acts every fourth week."""
    c = town.citizens
    _remember(town, now)
    entered = rows_of(c.entered > now.week - MONTH)
    if not now.settings.mechanisms.network_change:
        weigh(town, now, entered)
        return
    losing, gaining, which = _changing(c, now)
    lose(town, losing, which)
    _gain(town, now, gaining)
    volunteered = _volunteer(town, now)
    # Sums are made anew only where a tie came or went: most people's network is as it was.
    weigh(town, now, np.concatenate([entered, losing, gaining, volunteered]))


def _changing(c: Citizens, now: Now) -> tuple[Rows, Rows, F32]:
    """Who loses a tie this month, who gains one, and the number in [0, 1) that tells which tie of each loser goes."""
    net = now.settings.network
    thinning, crisis = real(min(1.0, 4.0 * weekly(net.thinning))), real(net.thinning_in_crisis)
    losing, gaining, which = [], [], []
    for some in blocks(c.rows):  # a large town's in-between numbers would take more room than its ties
        u, v = now.draws.two(Decision.TIE_CHANGE, c.luck[some])
        over = np.maximum(real(0.5) - c.room[some], 0) * real(2.0)
        thin = c.ties[some] * thinning * (real(1) + crisis * over)
        at_work = c.at_work[some] * c.fit_in[some]
        found = real(net.growth) + real(net.growth_in_activities) * _ACTIVE.take(c.standing[some])
        grow = real(4.0 / 52.0) * (found * c.sociability[some] + real(net.growth_at_work) * at_work)
        changing = rows_of((u < thin + grow) & c.present[some])
        less = u[changing] < thin[changing]
        losing.append(changing[less] + some.start)
        gaining.append(changing[~less] + some.start)
        which.append(v[changing[less]])
    return np.concatenate(losing), np.concatenate(gaining), np.concatenate(which)


def lose(town: Town, rows: Rows, which: np.ndarray) -> None:
    """One tie of each is lost; later places (former colleagues, friends) go before family."""
    c = town.citizens
    have = c.tie_kind.take(rows, axis=1) > 0
    place = TIES - 1 - np.argmax(have[::-1], axis=0)
    place = np.where(which < 0.7, place, (which * TIES).astype(np.int64).clip(0, TIES - 1))
    c.tie_kind[place, rows] = TieKind.NONE
    c.tie_to[place, rows] = -1


def _gain(town: Town, now: Now, rows: Rows) -> None:
    c = town.citizens
    rows = rows[(c.tie_kind[:, rows] == 0).any(axis=0)]
    if not len(rows) or not town.outsiders.rows:
        return
    place = np.argmax(c.tie_kind[:, rows] == 0, axis=0)
    staff, starts = town.staff_of_firm
    firm = c.firm[rows]
    known = c.at_work[rows] & (firm >= 0)
    safe = np.where(known, firm, 0)
    count = (
        np.where(known, starts.take(safe + 1) - starts.take(safe), 0)
        if len(starts) > 1
        else np.zeros(len(rows), np.int64)
    )
    u, v = now.draws.two(Decision.NETWORK_TIE, c.luck[rows])
    home = c.town[rows].astype(np.int64)
    anyone = town.first_outsider[home] + (v * (town.first_outsider[home + 1] - town.first_outsider[home])).astype(
        np.int64
    )
    colleague = count > 0
    at_firm = starts.take(safe) + (u * np.maximum(count, 1)).astype(np.int64)
    whom = np.where(colleague, staff.take(np.minimum(at_firm, len(staff) - 1)) if len(staff) else anyone, anyone)
    c.tie_kind[place, rows] = np.where(colleague, int(TieKind.COLLEAGUE), int(TieKind.FRIEND))
    c.tie_to[place, rows] = whom
    c.tie_knew[place, rows] = False
    c.tie_works[place, rows] = town.outsiders.firm[whom] >= 0


def _volunteer(town: Town, now: Now) -> Rows:
    """Volunteer contacts go to those with the thinnest networks, as many as the policy has."""
    c = town.citizens
    net = now.settings.network
    wanted = int(net.volunteers * town.reference_stock / 1000.0 + 0.5)
    have = (c.tie_kind == TieKind.VOLUNTEER).any(axis=0) & c.present
    held = rows_of(have)
    if not wanted and not len(held):
        return held
    there = town.tally(held)
    now.tally.add("hours_volunteers", np.minimum(there, wanted), MONTH * net.volunteer_hours)
    # Fewer contacts are paid for than there are: those with the most other ties lose theirs.
    many = -c.ties[held].astype(np.float64) + now.draws.lottery(Decision.NETWORK_TIE, c.luck[held], 2)
    stopped = held[first_in_line(c.town[held], many, there - wanted)]
    c.tie_kind[:, stopped] = np.where(c.tie_kind[:, stopped] == TieKind.VOLUNTEER, 0, c.tie_kind[:, stopped])
    missing = wanted - there
    alone = rows_of(~have & ON_SUPPORT_TABLE.take(c.standing) & (c.ties < TIES) & c.present)
    alone = alone[(c.tie_kind[:, alone] == TieKind.NONE).any(axis=0)]
    lot = c.ties[alone] + now.draws.lottery(Decision.NETWORK_TIE, c.luck[alone], 1)
    rows = alone[first_in_line(c.town[alone], lot, missing)]
    place = np.argmax(c.tie_kind[:, rows] == 0, axis=0)
    c.tie_kind[place, rows] = TieKind.VOLUNTEER
    c.tie_knew[place, rows] = True  # a volunteer did not know the person before, but is there for just that
    c.tie_works[place, rows] = False
    return np.concatenate([rows, stopped])


def _remember(town: Town, now: Now) -> None:
    """A workplace remembers who was at home there, less and less after the person has left."""
    c = town.citizens
    c.old_fit *= real(_MEMORY)
    if not now.settings.mechanisms.old_workplace:
        return
    there = rows_of(c.at_work & (c.firm >= 0))
    there = there[(c.fit_in[there] > _AT_HOME) & (c.fit_in[there] >= c.old_fit[there])]
    c.old_firm[there] = c.firm[there]
    c.old_fit[there] = c.fit_in[there]


def help_out(town: Town, now: Now) -> Proposals:
    """Help, visits and demands when someone is down; leads to workplaces for those who look."""
    c, net, on = town.citizens, now.settings.network, now.settings.mechanisms
    u, v = now.draws.two(Decision.NETWORK, c.luck)
    supportive = (
        real(net.help_events / 52.0 if on.network_support else 0.0)
        * c.net_support
        * (real(1.4) - c.self_worth)
    )
    looks = real(0.25) + real(0.75) * c.drive
    known = c.net_leads * now.of(lambda own: own.network.leads, c.town)
    known += _remembered(now, c.old_fit, c.old_firm)
    leads = real(1.0 / 52.0 if on.network_leads else 0.0) * known * looks
    active = rows_of((u < supportive + leads) & ON_SUPPORT_TABLE.take(c.standing))
    down = now.passing(c, active[u[active] < supportive[active]], Gate.NETWORK)
    support(town, now, down, v[down])
    led = active[u[active] >= supportive[active]]
    led = led[~c.at_work[led] & ~c.waiting_start[led]]
    return Proposals(led, np.full(len(led), int(Channel.NETWORK)), np.full(len(led), 0.8, dtype=np.float32))


def support(town: Town, now: Now, rows: Rows, v: np.ndarray) -> None:
    """Three kinds of help; everyday help eases debt, visits lift self-worth, demands push those who have room."""
    c = town.citizens
    everyday = v < 0.35
    demand = ~everyday & (v > 0.85) & (c.room[rows] > 0.4)
    visit = ~everyday & ~demand
    nudge(c.problem[Problem.DEBT], rows[everyday], -0.1)
    turn(c, now, rows[everyday], TurningPoint.EVERYDAY_HELP, ((c.coping, 0.9), (c.self_worth, 0.3)))
    turn(c, now, rows[visit], TurningPoint.SELF_WORTH_SUPPORT, ((c.self_worth, 1.1), (c.belief, 0.4)))
    turn(c, now, rows[demand], TurningPoint.FAMILY_DEMAND, ((c.direction, 1.0), (c.belief, 0.5)))
    nudge(c.leaning[Identity.CO_CREATOR], rows[demand], 0.05)


def _remembered(now: Now, fit: F32, firm: I32) -> F32:
    """Leads a year from the workplace of before, where one had come to fit in so far."""
    return np.asarray(real(now.settings.network.old_workplace) * fit * (firm >= 0), dtype=np.float32)


def asks_to_try(town: Town, now: Now, rows: Rows) -> Bool:
    """Who of ``rows``, with a lead that brought no job at once, asks to come for a placement."""
    u = now.draws.uniform(Decision.NETWORK, town.citizens.luck[rows], 2)
    return np.asarray(u < real(now.settings.network.trial))


def workplace_of_lead(town: Town, now: Now, rows: Rows) -> np.ndarray:
    """The workplace of one employed tie of each person, by hashed rank, or the old one; -1 when there is none."""
    c = town.citizens
    if not len(rows) or not town.outsiders.rows:
        return np.full(len(rows), -1)
    works = c.tie_works.take(rows, axis=1) & (c.tie_kind.take(rows, axis=1) > 0)
    rank = either(works, now.draws.block(Decision.NETWORK_TIE, c.luck[rows], TIES, 10), real(2.0))
    best, who = np.argmin(rank, axis=0), np.arange(len(rows))
    led = np.where(works[best, who], town.outsiders.firm.take(np.maximum(c.tie_to[best, rows], 0)), -1)
    old = _remembered(now, c.old_fit[rows], c.old_firm[rows])
    share = old / np.maximum(old + c.net_leads[rows] * now.of(lambda own: own.network.leads, c.town[rows]), 1e-6)
    by_old = now.draws.uniform(Decision.NETWORK_TIE, c.luck[rows], 3) < share
    return np.where(by_old, c.old_firm[rows], led)
