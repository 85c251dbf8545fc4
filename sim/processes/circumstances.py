"""Circumstances at home that an outside event sets: problems, crises, and the people around."""

from __future__ import annotations

import numpy as np

from sim.arrays import real, rows_of
from sim.population.citizens import TIES
from sim.population.columns import Rows
from sim.population.town import ON_SUPPORT_TABLE, Town
from sim.processes import network
from sim.processes.life import befall, worsen
from sim.processes.now import Now
from sim.processes.orders import Order
from sim.vocabulary import Decision, Happening, Problem, TieKind

_USUAL = 0.3
_LASTING = 0.6
"""Severity a problem gains or loses when none is named; share of it that lasts (stand-in, grade E)."""
_ANSWERS = {Happening.EVERYDAY_HELP: 0.2, Happening.VISIT: 0.5, Happening.FAMILY_DEMAND: 0.9}
"""Where each kind of help lies on the scale of draws that decides what a network does (stand-in)."""


def crisis(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """A life crisis strikes."""
    problem = Problem.FAMILY if order.problem is None else order.problem
    added = np.full(len(rows), order.amount_or(now.settings.life.crisis_size), dtype=np.float32)
    befall(town.citizens, now, rows, np.full(len(rows), int(problem)), added)
    return True


def problem(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """A problem appears or worsens, most of it for good."""
    c = town.citizens
    kind = int(Problem.MENTAL if order.problem is None else order.problem)
    added = real(order.amount_or(_USUAL))
    worsen(c, rows, np.full(len(rows), kind), np.full(len(rows), added))
    floor = c.problem_floor[kind]
    floor[rows] = np.minimum(np.minimum(floor[rows] + real(_LASTING) * added, 0.95), c.problem[kind, rows])
    return True


def problem_eases(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """A problem eases, most of it for good; the one that presses most when none is named."""
    c = town.citizens
    kind = int(np.argmax(c.problem[:, rows[0]])) if order.problem is None else int(order.problem)
    less = real(order.amount_or(_USUAL))
    for level, share in ((c.problem[kind], real(1.0)), (c.problem_floor[kind], real(_LASTING))):
        level[rows] = np.maximum(level[rows] - share * less, 0.0)
    return True


def friend(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """Someone who knew the person comes (back): a tie, with a job or without."""
    c, row = town.citizens, int(rows[0])
    whom = _acquaintance(town, now, rows, order)
    free = rows_of(c.tie_kind[:, row] == TieKind.NONE)
    place = int(free[0]) if len(free) else TIES - 1
    c.tie_kind[place, row] = TieKind.FRIEND
    c.tie_to[place, row] = whom
    c.tie_knew[place, row] = True
    c.tie_works[place, row] = whom >= 0 and town.outsiders.firm[whom] >= 0
    network.weigh(town, now, rows)
    return True


def _acquaintance(town: Town, now: Now, rows: Rows, order: Order) -> int:
    """Who the friend is among the town's people outside the model, by lot; -1 when nobody there will do."""
    people, home = town.outsiders, int(town.citizens.town[rows[0]])
    working = order.amount_or(0.0) >= 0.5 or order.firm is not None
    fits = (people.town == home) & ((people.firm >= 0) == working)
    if order.firm is not None:
        fits &= people.firm == town.first_firm[home] + order.firm
    able = rows_of(fits)
    if not len(able):
        return -1
    lot = now.draws.pair(Decision.NETWORK_TIE, town.citizens.luck[rows].repeat(len(able)), people.luck[able], 30)
    return int(able[np.argmin(lot)])


def friend_lost(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """The loosest tie is lost."""
    if not town.citizens.ties[rows[0]]:
        return False
    network.lose(town, rows, np.zeros(len(rows), dtype=np.float32))
    network.weigh(town, now, rows)
    return True


def network_acts(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """Somebody comes by, helps, or demands something; only those who have somebody."""
    c, row = town.citizens, int(rows[0])
    if not c.ties[row] or not ON_SUPPORT_TABLE[c.standing[row]]:
        return False
    network.support(town, now, rows, np.full(len(rows), _ANSWERS[order.happening], dtype=np.float32))
    return True
