"""Posts of caseworkers and brokers, and who fills them."""

from __future__ import annotations

import numpy as np

from sim.draws import ENTRY_WEEK, WeekDraws, luck_of
from sim.population.columns import Rows
from sim.population.surroundings import Posts
from sim.scenario.settings import Settings
from sim.vocabulary import CaseworkerKind, Decision

_BROKER_NUMBERS = 1_000_000
"""Brokers' luck is numbered from here, so that more caseworkers never change a broker's luck."""


def posts_wanted(reference_stock: int, settings: Settings) -> int:
    """Caseworker posts that the caseload asks for; at least one when there are citizens."""
    if reference_stock == 0:
        return 0
    return max(1, int(reference_stock / settings.casework.caseload + 0.5))


def brokers_wanted(reference_stock: int, settings: Settings) -> int:
    """Broker posts for the town's size."""
    return int(reference_stock * settings.brokers.brokers / 1000.0 + 0.5)


def hire_into(posts: Posts, rows: Rows, week: int, settings: Settings) -> None:
    """Put a new person into the posts in ``rows``; each occupant's traits are keyed by post and order of hiring."""
    posts.filled[rows] = True
    posts.since[rows] = week
    posts.strain[rows] = 0.1
    occupant = posts.luck[rows] ^ luck_of(int(Decision.POST), posts.occupant[rows], 0)
    draws = WeekDraws(ENTRY_WEEK)
    spread = settings.casework.differences if settings.mechanisms.caseworker_differences else 0.0
    broker, work, apart = posts.kind[rows] == CaseworkerKind.BROKER, settings.casework, settings.brokers
    good = draws.bell(Decision.POST, occupant, 0)  # skills go together in part

    def trait(mean: float, part: int) -> np.ndarray:
        own = 0.55 * good + 0.83 * draws.bell(Decision.POST, occupant, part)
        return np.asarray(np.clip(mean + spread * own, 0.02, 0.98), dtype=np.float32)

    posts.listening[rows] = np.where(broker, np.maximum(trait(apart.listening, 2), 0.3), trait(work.listening, 2))
    posts.trained[rows] = 0.0
    posts.drive[rows] = np.where(broker, trait(apart.drive, 4), trait(0.5, 4))
    posts.office_rules[rows] = 1.0 - trait(0.5, 6)
    posts.rule_bound[rows] = np.where(broker, 0.05, posts.office_rules[rows])
    posts.optimism[rows] = trait(0.5, 8)
    posts.candour[rows] = trait(0.5, 12)
    posts.firm_knowledge[rows] = np.where(broker, trait(apart.firm_knowledge, 10), trait(work.firm_knowledge, 10))


def add_posts(
    posts: Posts,
    count: int,
    kind: CaseworkerKind,
    week: int,
    town: tuple[int, int],
    settings: Settings,
) -> Rows:
    """Open ``count`` new posts of a kind in a town (its number and seed), fill them, and return their rows."""
    start, (number, seed) = posts.rows, town
    already = int(np.count_nonzero((posts.kind == kind) & (posts.town == number)))
    posts.grow(count)
    rows = np.arange(start, start + count)
    posts.kind[rows] = kind
    posts.town[rows] = number
    posts.number[rows] = int(np.count_nonzero(posts.town[:start] == number)) + np.arange(count)
    posts.luck[rows] = luck_of(int(Decision.POST), already + np.arange(count) + _BROKER_NUMBERS * int(kind), seed)
    hire_into(posts, rows, week, settings)
    return rows
