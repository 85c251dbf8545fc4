"""Coordinating caseworkers: cases on resource courses wait until someone has room for one more (S1 L526-548)."""

from __future__ import annotations

import numpy as np

from sim.arrays import rows_of
from sim.population.columns import Rows
from sim.population.ranking import first_in_line
from sim.population.town import ON_SUPPORT_TABLE, Town
from sim.processes.hours import owe
from sim.processes.now import Now
from sim.vocabulary import Benefit, CaseworkerKind, Decision

FORTNIGHT = 2
"""Weeks between two looks at the queue."""


def await_one(town: Town, now: Now, rows: Rows) -> None:
    """Those of ``rows``, new in town, who come on a resource course wait for a coordinator like everybody else."""
    c, settings = town.citizens, now.settings.rehabilitation
    if not settings.coordinator_cases:
        return
    new = rows[c.benefit[rows] == Benefit.RESOURCE_COURSE]
    if settings.immediate_start:
        owe(town, now, c.post[new].astype(np.int64), settings.immediate_hours, "tasks")
    else:
        c.served_from[new] = now.week + round(settings.coordinator_weeks)


def give_places(town: Town, now: Now) -> None:
    """Every second week: whose time has come gets a coordinator if there is room, longest wait first; others wait on.

    There is room while the cases that caseworkers in post have begun are fewer than they take on; a vacancy takes away
    room. Nobody waits longer than the longest wait: then a coordinator is found in spite of it.
    """
    c, posts, settings = town.citizens, town.posts, now.settings.rehabilitation
    soon = np.int16(now.week + FORTNIGHT)
    due = rows_of((c.served_from > now.week) & (c.served_from <= soon))
    due = due[(c.benefit[due] == Benefit.RESOURCE_COURSE) & ON_SUPPORT_TABLE.take(c.standing[due])]
    if not settings.coordinator_cases or not len(due):
        return
    staffed = posts.open & posts.filled & (posts.kind == CaseworkerKind.AUTHORITY)
    begun = rows_of(ON_SUPPORT_TABLE.take(c.standing) & (c.post >= 0) & (c.served_from <= now.week))
    most = settings.coordinator_cases * np.bincount(posts.town[staffed], minlength=town.count)
    room = np.maximum(np.floor(most) - town.tally(begun), 0).astype(np.int64)
    waited = now.week - c.benefit_since[due]
    lot = now.draws.lottery(Decision.COORDINATOR, c.luck[due])
    led = first_in_line(c.town[due], lot - waited, room) | (waited >= settings.coordinator_longest)
    left = due[~led]
    c.served_from[left] += np.int16(FORTNIGHT)
    c.standstill_until[left] = np.maximum(c.standstill_until[left], c.served_from[left])
    c.waited[left] += np.uint16(FORTNIGHT)
