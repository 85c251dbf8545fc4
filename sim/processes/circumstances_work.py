"""Circumstances at workplaces that an outside event sets: what is offered, who is there, what closes."""

from __future__ import annotations

import numpy as np

from sim.population.columns import I64, Rows
from sim.population.town import ON_SUPPORT_TABLE, Town
from sim.processes import employment, firms, placements, promises, search
from sim.processes.casework import Proposals
from sim.processes.matching import citizen_says_yes
from sim.processes.moves import turn
from sim.processes.now import Now
from sim.processes.orders import Order
from sim.vocabulary import Decision, Happening, TurningPoint

_KNOWS, _KNOWS_LITTLE = 0.6, 0.3
_MANY = 5
_MOST_OPENINGS = 5
"""Knowledge behind an offered placement with and without prospect; rejections when no number is named; openings a
workplace keeps at most (stand-in, grade E)."""


def placement(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """A workplace offers a placement; the person answers, and papers take their time."""
    c, row = town.citizens, int(rows[0])
    if not ON_SUPPORT_TABLE[c.standing[row]] or c.at_work[row] or c.waiting_start[row]:
        return False
    prospect = order.happening == Happening.PLACEMENT
    firm = _offering(town, now, rows, order)
    if not len(firm):
        return False
    openings = town.firms.openings
    openings[firm] = np.maximum(openings[firm], 1) if prospect else 0
    known = np.array([order.amount_or(_KNOWS if prospect else _KNOWS_LITTLE)], dtype=np.float32)
    wanted = Proposals(rows, np.array([int(order.channel)]), known)
    if citizen_says_yes(town, now, wanted, firm)[0]:
        placements.agree(town, now, wanted, firm)
    else:
        placements.refused(town, now, rows, firm, wanted.channel)
    return True


def _offering(town: Town, now: Now, rows: Rows, order: Order) -> I64:
    """The workplace that offers: of the kind named, with room; if it can be, one whose openings are as they should."""
    place, home = town.firms, int(town.citizens.town[rows[0]])
    here = np.arange(town.first_firm[home], town.first_firm[home + 1])
    if order.firm is not None:
        return _named(here, order.firm)
    able = here[firms.open_to_placements(town, now, here)]
    able = _of_kind(town, able, order)
    fits = (place.openings[able] > 0) == (order.happening == Happening.PLACEMENT)
    return _drawn(town, now, rows, able[fits] if fits.any() else able)


def _named(here: I64, number: int) -> I64:
    """The workplace of that number in the town; none where the town has no such number, and never a neighbour's."""
    return here[number : number + 1] if number >= 0 else here[:0]


def _of_kind(town: Town, able: I64, order: Order) -> I64:
    """Those of the occupation and sector named; where there are none of these, the others."""
    for column, wanted in ((town.firms.occupation, order.occupation), (town.firms.sector, order.sector)):
        if wanted is not None and (column[able] == wanted).any():
            able = able[column[able] == wanted]
    return able


def _drawn(town: Town, now: Now, rows: Rows, able: I64) -> I64:
    """One of the workplaces by a lot that is the person's own; none when there are none."""
    lot = now.draws.pair(Decision.FIRM_CHOICE, town.citizens.luck[rows].repeat(len(able)), town.firms.luck[able], 30)
    first: I64 = able[np.argsort(lot, kind="stable")[:1]]
    return first


def _workplace(town: Town, now: Now, rows: Rows, order: Order) -> I64:
    """The workplace named; else one of the kind named; else the one where the person is or is about to start."""
    c, row = town.citizens, int(rows[0])
    home = int(c.town[row])
    here = np.arange(town.first_firm[home], town.first_firm[home + 1])
    if order.firm is not None:
        return _named(here, order.firm)
    if order.occupation is not None or order.sector is not None:
        return _drawn(town, now, rows, _of_kind(town, here, order))
    there = (c.at_work[row] or c.waiting_start[row]) and c.firm[row] >= 0
    return c.firm[rows].astype(np.int64) if there else np.zeros(0, dtype=np.int64)


def opening(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """A post opens."""
    firm = _workplace(town, now, rows, order)
    town.firms.openings[firm] = np.minimum(town.firms.openings[firm] + 1, _MOST_OPENINGS)
    return bool(len(firm))


def firm_closes(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """The workplace closes for everyone there, and another of its kind opens in its row."""
    firm = _workplace(town, now, rows, order)
    firms.empty(town, firm)
    employment.close(town, now, firm)
    promises.forget(town, firm)
    return bool(len(firm))


def firm_mentor(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """The workplace lets somebody follow the person."""
    firm = _workplace(town, now, rows, order)
    town.firms.mentor[firm] = np.maximum(town.firms.mentor[firm], 1)
    there = bool(len(firm)) and bool(town.citizens.firm[rows[0]] == firm[0])
    # A mentor elsewhere takes nobody's own mentor away.
    town.citizens.firm_mentor[rows] |= there and now.settings.mechanisms.firm_mentor
    return bool(len(firm))


def firm_mentor_lost(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """The firm mentor's attention goes elsewhere."""
    c = town.citizens
    if not c.firm_mentor[rows[0]]:
        return False
    c.firm_mentor[rows] = False
    firm = town.firm_number(c.firm[rows])
    turn(c, now, rows, TurningPoint.MENTOR_LAPSED, ((c.coping, 0.4), (c.fit_in, 0.8)), agent=firm)
    return True


def rejections(town: Town, now: Now, rows: Rows, order: Order) -> bool:
    """Employers turn applications down."""
    if not ON_SUPPORT_TABLE[town.citizens.standing[rows[0]]]:
        return False
    search.turned_down(town, now, rows, round(order.amount_or(_MANY)))
    return True
