"""The starting network of entrants: family, friends and former colleagues among people outside the model."""

from __future__ import annotations

import numpy as np

from sim.draws import ENTRY_WEEK, WeekDraws, luck_of
from sim.population.citizens import TIES, Citizens
from sim.population.columns import I64, Rows
from sim.population.surroundings import Outsiders
from sim.scenario.settings import Settings
from sim.vocabulary import Decision, TieKind

OUTSIDERS_PER_CITIZEN = 5.0
"""People outside the model per citizen: each then knows about two citizens, which makes one connected graph
(trait, grade E)."""


def people_outside(count: int, firms: int, seed: int, settings: Settings) -> Outsiders:
    """``count`` people outside the model, some of them employed at one of the ``firms`` workplaces."""
    outsiders = Outsiders.empty(count)
    outsiders.luck = luck_of(int(Decision.OUTSIDER), np.arange(count), seed)
    draws = WeekDraws(ENTRY_WEEK)
    if firms and count:
        employed = draws.uniform(Decision.OUTSIDER, outsiders.luck) < settings.town.outsiders_employed
        where = draws.whole(Decision.OUTSIDER, outsiders.luck, firms, 1)
        outsiders.firm[:] = np.where(employed, where, -1)
    return outsiders


def tie(citizens: Citizens, rows: Rows, outsiders: Outsiders, first_outsider: I64, settings: Settings) -> None:
    """Give the entrants in ``rows`` their ties among their town's outsiders; the sociable have more of them."""
    first = first_outsider[citizens.town[rows]]
    count = first_outsider[citizens.town[rows].astype(np.int64) + 1] - first
    if not count.any():
        return
    u = WeekDraws(ENTRY_WEEK).block(Decision.TIES, citizens.luck[rows], 2 * TIES + 4)
    bell = (u[:4].sum(axis=0) - np.float32(2.0)) * np.float32(1.7320508)
    wanted = settings.town.mean_degree + 7.0 * (citizens.sociability[rows] - 0.5) + 1.6 * bell
    ties = np.clip(np.floor(wanted + 0.5), min(1.0, settings.town.mean_degree), TIES)
    used = ties > np.arange(TIES)[:, np.newaxis]
    kind = np.where(u[4 : 4 + TIES] < _FIRST_SHARE, _FIRST_KIND, _OTHER_KIND)
    whom = first + np.minimum((u[4 + TIES :] * count).astype(np.int64), count - 1)
    citizens.tie_kind[:, rows] = np.where(used, kind, TieKind.NONE)
    citizens.tie_to[:, rows] = np.where(used, whom, -1)
    citizens.tie_knew[:, rows] = used
    look_up_work(citizens, rows, outsiders)


def look_up_work(citizens: Citizens, rows: Rows, outsiders: Outsiders) -> None:
    """Note which of the ties of ``rows`` lead to somebody who is employed now."""
    whom = citizens.tie_to[:, rows]
    if outsiders.rows:
        citizens.tie_works[:, rows] = (whom >= 0) & (outsiders.firm.take(np.maximum(whom, 0)) >= 0)


def _places(near: float, middle: float, far: float) -> np.ndarray:
    return np.array([near] * 3 + [middle] * 4 + [far] * (TIES - 7))[:, np.newaxis]


_FIRST_KIND = _places(TieKind.FAMILY, TieKind.FRIEND, TieKind.FORMER_COLLEAGUE).astype(np.int64)
_OTHER_KIND = _places(TieKind.FRIEND, TieKind.FORMER_COLLEAGUE, TieKind.FRIEND).astype(np.int64)
_FIRST_SHARE = _places(0.8, 0.8, 0.6).astype(np.float32)
"""The first three places are mostly family, the next friends, the last former colleagues (trait, grade E)."""
