"""Outside events for one person at the start of a week: circumstances are set, what follows is the model's.

A caseworker's answer, a citizen's yes or no, a phase and a hire are never ordered. Each order goes through the function
that does the same thing in the model's own weeks, draws only for its person, and leaves a row in the event log, which
also says when the order found nothing to act on (a placement for someone who is at work already).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from sim.arrays import rows_of
from sim.population.columns import Rows
from sim.population.town import NUMBER_BITS, Town
from sim.processes import circumstances as at_home
from sim.processes import circumstances_case as case
from sim.processes import circumstances_work as work
from sim.processes.now import Now
from sim.processes.orders import Order
from sim.vocabulary import Cause, EventKind, Happening

__all__ = ["Happening", "Order", "apply"]

Act = Callable[[Town, Now, Rows, Order], bool]
"""Sets the circumstance for the one row; False when there was nothing to act on."""

_ACTS: dict[Happening, Act] = {
    Happening.NEW_CASEWORKER: case.new_caseworker,
    Happening.NEW_CASEWORKER_UNPREPARED: case.new_caseworker,
    Happening.NEW_CASEWORKER_PREPARED: case.new_caseworker,
    Happening.KEEP_CASEWORKER: case.keep_caseworker,
    Happening.CALLED_IN: case.called_in,
    Happening.PERSONAL_MENTOR: case.personal_mentor,
    Happening.PERSONAL_MENTOR_LOST: case.personal_mentor_lost,
    Happening.SUPPORT: case.support_granted,
    Happening.CRISIS: at_home.crisis,
    Happening.PROBLEM: at_home.problem,
    Happening.PROBLEM_EASES: at_home.problem_eases,
    Happening.SICK_LISTED: case.sick_listed,
    Happening.PLACEMENT: work.placement,
    Happening.PLACEMENT_WITHOUT_PROSPECT: work.placement,
    Happening.OPENING: work.opening,
    Happening.FIRM_CLOSES: work.firm_closes,
    Happening.FIRM_MENTOR: work.firm_mentor,
    Happening.FIRM_MENTOR_LOST: work.firm_mentor_lost,
    Happening.FRIEND: at_home.friend,
    Happening.FRIEND_LOST: at_home.friend_lost,
    Happening.VISIT: at_home.network_acts,
    Happening.EVERYDAY_HELP: at_home.network_acts,
    Happening.FAMILY_DEMAND: at_home.network_acts,
    Happening.BROKER: case.broker,
    Happening.BROKER_LOST: case.broker_lost,
    Happening.BENEFIT_CUT: case.benefit_cut,
    Happening.UPSKILLING_GRANT: case.course,
    Happening.ACTIVATION: case.course,
    Happening.CLARIFICATION_BEGUN: case.clarification_begun,
    Happening.TEAM_MEETING: case.decision,
    Happening.FLEXJOB_GRANTED: case.decision,
    Happening.FLEXJOB_REFUSED: case.decision,
    Happening.REJECTIONS: work.rejections,
}


def apply(town: Town, now: Now, orders: Iterable[Order]) -> None:
    """Carry out this week's ``orders``, one after the other; those of other weeks and other towns are passed over.

    Nothing happens to someone who is no longer in the model.
    """
    for order in orders:
        if order.week == now.week:
            for place, seed in enumerate(town.seeds):
                if seed == order.seed and order.town in {None, place}:
                    _befall(town, now, place, order)


def _befall(town: Town, now: Now, place: int, order: Order) -> None:
    c = town.citizens
    number = order.citizen + (place << NUMBER_BITS)
    rows = rows_of(c.present & (c.citizen == np.uint32(number)))
    if not len(rows):
        return
    found = _ACTS[order.happening](town, now, rows, order)
    now.log.add(
        now.week,
        EventKind.HAPPENING,
        c.citizen[rows],
        current=int(order.happening),
        cause=Cause.INTERVENTION if found else Cause.NO_PLACE_FOUND,
        amount=order.amount_or(0.0),
    )
