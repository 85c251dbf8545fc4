"""How seeds are dealt to processes."""

from __future__ import annotations

from collections.abc import Sequence


def dealt(seeds: Sequence[int], jobs: int, most: int) -> list[tuple[int, ...]]:
    """Deal seeds into blocks of at most ``most``, as many as keep all processes busy to the end."""
    rounds = -(-len(seeds) // (max(jobs, 1) * most))
    size = -(-len(seeds) // (rounds * max(jobs, 1)))
    return [tuple(seeds[start : start + size]) for start in range(0, len(seeds), size)]
