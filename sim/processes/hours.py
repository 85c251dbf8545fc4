"""Hours that work beside the talks costs: owed by the post that does it, worked off in the weeks to come."""

from __future__ import annotations

import numpy as np

from sim.arrays import real
from sim.population.columns import Bool, I64, Rows
from sim.population.ranking import first_in_line
from sim.population.town import Town
from sim.processes.now import Now
from sim.vocabulary import Decision

_MOST_OWED = 24.0
"""Hours a post may owe before it takes on no more work with firms: two weeks of what can be worked off (detail, grade
E)."""


def owe(town: Town, now: Now, posts: I64, each: float, work: str) -> None:
    """Let each of ``posts`` (one entry per piece of work; -1 is nobody) owe ``each`` hours, told apart by ``work``."""
    held = posts[posts >= 0]
    if not len(held) or not each:
        return
    np.add.at(town.posts.extra_hours, held, real(each))
    now.tally.add(f"hours_{work}", np.bincount(town.posts.town[held], minlength=town.count), each)


def within_hours(town: Town, now: Now, rows: Rows, by: I64, each: float) -> Bool:
    """For which of ``rows`` the posts ``by`` can still take on ``each`` hours of work, by lot among their citizens."""
    if not each or not len(rows):
        return np.ones(len(rows), dtype=np.bool_)
    left = np.maximum(real(_MOST_OWED) - town.posts.extra_hours, 0) / real(each)
    lot = now.draws.lottery(Decision.OUTREACH, town.citizens.luck[rows])
    return np.asarray((by < 0) | first_in_line(np.maximum(by, 0), lot, left.astype(np.int64)))
