"""A promise first, then the licence: a workplace waits for someone who needs a course (Henning, S4 L3243-3266)."""

from __future__ import annotations

import numpy as np

from sim.arrays import only, real, rows_of
from sim.population.columns import NEVER, Bool, Rows
from sim.population.ranking import first_in_line
from sim.population.town import ON_SUPPORT_TABLE, Town
from sim.processes.hiring import ability, hire, hours_agreed, ordinary_standing, settle_in
from sim.processes.moves import nudge
from sim.processes.now import Now
from sim.vocabulary import Cause, Channel, Decision, Occupation, Standing

_WAITS = 39
_MOST_OPENINGS = 5
_LEARNT = 0.08
_WELCOME = 1.6
"""Weeks a workplace holds an opening for someone it has promised it to; openings a workplace has at most; skill that
the course gives; how far a plan and a person who stands by it win over a workplace that is willing (detail, grade
E)."""


def ask(town: Town, now: Now, rows: Rows) -> Bool:
    """Each of ``rows`` asks one workplace of the wished occupation for a job once the papers are there.

    Only for those whose wish is not what they are trained for. The opening is held for as long as the promise stands.
    """
    c, firms = town.citizens, town.firms
    asked = np.zeros(len(rows), dtype=np.bool_)
    if not now.settings.mechanisms.promises or not firms.rows or not len(rows):
        return asked
    index = rows_of((c.wish[rows] != c.trade[rows]) & (c.promise[rows] < 0))
    order, starts = town.firms_by_occupation
    hiring = firms.openings[order] > 0
    starts = np.concatenate([[0], np.cumsum(hiring)])[starts]
    order = order[hiring]
    who = rows[index]
    wish = c.town[who].astype(np.int64) * len(Occupation) + c.wish[who]
    many = starts[wish + 1] - starts[wish]
    index, who, wish, many = (part[many > 0] for part in (index, who, wish, many))
    u, v = now.draws.two(Decision.PROMISE, c.luck[who])
    firm = order.take(starts[wish] + np.minimum((u * many).astype(np.int64), many - 1))
    shown = real(0.5) * (c.belief[who] + c.self_worth[who])
    yes = v < firms.willingness[firm] * shown * real(_WELCOME)
    lot = now.draws.lottery(Decision.PROMISE, c.luck[who], 1)
    chosen = rows_of(yes)
    yes[chosen] = first_in_line(firm[chosen], lot[chosen], firms.openings)
    np.subtract.at(firms.openings, firm[yes], 1)
    c.promise[who[yes]] = firm[yes]
    c.promise_until[who[yes]] = now.week + _WAITS
    nudge(c.direction, who[yes], 0.1)
    asked[index[yes]] = True
    return asked


def release(town: Town, rows: Rows) -> None:
    """Give back what workplaces held open for ``rows``."""
    c, firms = town.citizens, town.firms
    held = rows[c.promise[rows] >= 0]
    if not len(held):
        return
    np.add.at(firms.openings, c.promise[held], 1)
    np.minimum(firms.openings, _MOST_OPENINGS, out=firms.openings)
    c.promise[held] = -1
    c.promise_until[held] = NEVER


def keep(town: Town, now: Now) -> None:
    """Who has done the course a workplace waited for begins there; promises not used in time lapse."""
    c = town.citizens
    held = rows_of(c.promise >= 0)
    if not len(held):
        return
    off = ~ON_SUPPORT_TABLE.take(c.standing[held]) | ~c.present[held] | c.at_work[held]
    learning = c.standing[held] == Standing.UPSKILLING
    over = off | ((c.promise_until[held] <= now.week) & ~learning)
    release(town, held[over])
    done = held[~over & learning & (c.offer_until[held] <= now.week)]
    if not len(done):
        return
    firm = c.promise[done].astype(np.int64)
    release(town, done)
    nudge(c.skill, done, _LEARNT)
    nudge(c.belief, done, 0.05)
    settle_in(town, done, firm, Channel.OWN)
    hours = hours_agreed(now, ability(town, now, done))
    hire(town, now, done, ordinary_standing(hours), hours, Cause.UPSKILLED)


def forget(town: Town, closed: Rows) -> None:
    """A closed workplace keeps no promise and remembers nobody."""
    if not len(closed):
        return
    c = town.citizens
    gone = np.zeros(town.firms.rows, dtype=np.bool_)
    gone[closed] = True
    for firm in (c.promise, c.old_firm, c.wanted_by):
        known = rows_of(firm >= 0)
        firm[only(known, gone.take(firm.take(known)))] = -1
