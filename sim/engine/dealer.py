"""Who deals runs out to processes: by seeds, or by scenarios once all the seeds are burnt in.

A week costs much the same for one small town as for a dozen side by side. Dealing the seeds out makes every process
live few towns at a time; dealing the scenarios out lets each live all of them at once, but only when the burn-in, which
the scenarios have in common, has been lived first and is handed round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from sim.engine.dealing import dealt, scenarios_apart
from sim.engine.tasks import Answer, BurnIn, Task
from sim.engine.workers import Workers
from sim.scenario.rows import Row
from sim.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Share:
    """Seeds, and scenarios of one burn-in to play with all of them, each with its folder; ``rows`` as in a task."""

    seeds: tuple[int, ...]
    scenarios: tuple[Scenario, ...]
    folders: tuple[Path, ...]
    rows: tuple[Row, ...] = ()

    def rows_of(self, seeds: Sequence[int]) -> tuple[Row, ...]:
        """The rows under some of the seeds."""
        return tuple(self.rows[self.seeds.index(seed)] for seed in seeds) if self.rows else ()


class Dealer:
    """Deals runs out to ``jobs`` processes, with at most ``most`` seeds side by side in each."""

    def __init__(self, workers: Workers, jobs: int, most: int) -> None:
        self._workers = workers
        self._jobs = jobs
        self._most = most
        self._slots = count()

    def answers(self, shares: Sequence[Share]) -> Iterator[Answer]:
        """Play what is to be played and hand back each answer when it is ready, in any order."""
        apart = [scenarios_apart(len(share.seeds), share.scenarios, self._jobs, self._most) for share in shares]
        blocks = [dealt(share.seeds, self._jobs, self._most) for share in shares]
        burning = [
            BurnIn(next(self._slots), some, share.scenarios[0], share.rows_of(some))
            for share, blocks_of, by_scenario in zip(shares, blocks, apart, strict=True) if by_scenario
            for some in blocks_of
        ]
        burnt = iter(self._workers.states(burning) if burning else ())
        tasks: list[Task] = []
        for share, blocks_of, by_scenario in zip(shares, blocks, apart, strict=True):
            states = tuple(next(burnt) for _ in blocks_of) if by_scenario else ()
            if states and None not in states:
                tasks.extend(self._by_scenario(share, states))
            else:  # also when a burn-in broke: played seed by seed, it will be known which one it was
                tasks.extend(self._by_seeds(share, blocks_of))
        yield from self._workers.answers(tasks)

    def _by_scenario(self, share: Share, states: tuple[Any, ...]) -> Iterator[Task]:
        for scenario, folder in zip(share.scenarios, share.folders, strict=True):
            yield Task(next(self._slots), share.seeds, (scenario,), (folder,), share.rows, states)

    def _by_seeds(self, share: Share, blocks: Sequence[tuple[int, ...]]) -> Iterator[Task]:
        for some in blocks:
            yield Task(next(self._slots), some, share.scenarios, share.folders, share.rows_of(some))
