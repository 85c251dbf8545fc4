"""Honesty with workplaces about what is hard: fewer say yes, nobody is taken by surprise (S2 L580-583, L2878-2883)."""

from __future__ import annotations

import numpy as np

from sim.arrays import real
from sim.population.columns import F32, I64, Rows
from sim.population.ranking import exact_sum
from sim.population.town import Town
from sim.processes.now import Now
from sim.vocabulary import Channel

_SOURS = 0.1
"""Relation lost, per unit of candour lacking, by a workplace that finds out in a course that breaks down (detail, grade
E)."""


def seen(town: Town, now: Now, rows: Rows, channel: I64) -> F32:
    """What part of the burden a workplace sees when each of ``rows`` is proposed to it; 1 on average.

    More than it expects from a candid caseworker or broker, less from one who leaves out what is hard.
    """
    share = real(now.settings.casework.candour)
    return np.asarray(real(1) + share * _candour(town, rows, channel), dtype=np.float32)


def _candour(town: Town, rows: Rows, channel: I64) -> F32:
    """Candour of whoever proposes, from -0.5 to 0.5; 0 where neither caseworker nor broker does."""
    c = town.citizens
    by = np.where(channel == Channel.BROKER, c.broker[rows], np.where(channel == Channel.JOBCENTRE, c.post[rows], -1))
    if not town.posts.rows:
        return np.zeros(len(rows), dtype=np.float32)
    return np.where(by >= 0, town.posts.candour[by] - real(0.5), real(0)).astype(np.float32)


def find_out(town: Town, now: Now, rows: Rows) -> None:
    """A workplace at which a course broke down finds out what it had not been told, and trusts the jobcentre less."""
    c, share = town.citizens, now.settings.casework.candour
    hidden = -_candour(town, rows, c.channel[rows].astype(np.int64))
    firm = c.firm[rows]
    told_little = (hidden > 0) & (firm >= 0)
    if not share or not told_little.any():
        return
    # Added up on a grid: what several cost one workplace must not depend on the order of the rows.
    lost = exact_sum(firm[told_little], real(_SOURS * share) * hidden[told_little], town.firms.rows)
    np.maximum(town.firms.relation - lost.astype(np.float32), 0, out=town.firms.relation)
