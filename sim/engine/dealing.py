"""How seeds are dealt to processes, and when scenarios are dealt instead."""

from __future__ import annotations

from collections.abc import Sequence

from sim.scenario.scenario import Scenario
from sim.scenario.size import citizens_of

_MOST_SIDE_BY_SIDE = 16
_MOST_CITIZENS_AT_ONCE = 32_000
FIXED_CITIZENS = 10_000
"""Citizens whose week costs as much as a week costs before the first of them (``make bench``, 2,000 citizens alone and
side by side)."""


def dealt(seeds: Sequence[int], jobs: int, most: int) -> list[tuple[int, ...]]:
    """Deal seeds into blocks of at most ``most``, as many as keep all processes busy to the end."""
    rounds = -(-len(seeds) // (max(jobs, 1) * most))
    size = -(-len(seeds) // (rounds * max(jobs, 1)))
    return [tuple(seeds[start : start + size]) for start in range(0, len(seeds), size)]


def side_by_side(scenarios: Sequence[Scenario]) -> int:
    """How many seeds to play at once in a process: more is quicker until the towns no longer fit the cache."""
    largest = max((citizens_of(scenario) for scenario in scenarios), default=0)
    return max(1, min(_MOST_SIDE_BY_SIDE, _MOST_CITIZENS_AT_ONCE // max(largest, 1)))


def scenarios_apart(seeds: int, scenarios: Sequence[Scenario], jobs: int, most: int) -> bool:
    """Whether it is quicker to burn the seeds in, dealt to processes, and then to deal the scenarios out.

    ``scenarios``: those that share a burn-in. Every process then plays all seeds of a scenario side by side, where else
    it would play some seeds of every scenario.
    """
    if jobs < 2 or len(scenarios) < 2 or not 1 < seeds <= most:  # noqa: PLR2004 - one alone has nobody to share with
        return False
    largest = max(citizens_of(scenario) for scenario in scenarios)
    weeks = sorted((scenario.weeks for scenario in scenarios), reverse=True)
    by_seeds = (FIXED_CITIZENS + -(-seeds // jobs) * largest) * sum(weeks)
    by_scenario = (FIXED_CITIZENS + seeds * largest) * sum(weeks[::jobs])  # the longest first, each to whoever is free
    return by_scenario < by_seeds
