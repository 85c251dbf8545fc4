"""How seeds are dealt to processes."""

from __future__ import annotations

from collections.abc import Sequence

from sim.scenario.scenario import Scenario
from sim.scenario.size import citizens_of

_MOST_SIDE_BY_SIDE = 16
_MOST_CITIZENS_AT_ONCE = 20_000


def dealt(seeds: Sequence[int], jobs: int, most: int) -> list[tuple[int, ...]]:
    """Deal seeds into blocks of at most ``most``, as many as keep all processes busy to the end."""
    rounds = -(-len(seeds) // (max(jobs, 1) * most))
    size = -(-len(seeds) // (rounds * max(jobs, 1)))
    return [tuple(seeds[start : start + size]) for start in range(0, len(seeds), size)]


def side_by_side(scenarios: Sequence[Scenario]) -> int:
    """How many seeds to play at once in a process: more is quicker until the towns no longer fit the cache."""
    largest = max((citizens_of(scenario) for scenario in scenarios), default=0)
    return max(1, min(_MOST_SIDE_BY_SIDE, _MOST_CITIZENS_AT_ONCE // max(largest, 1)))
