"""Entrants made some weeks in advance: in a small town one citizen takes as long to make as a hundred."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.population.citizens import Citizens
from sim.population.columns import I64, Rows
from sim.scenario.own import Own


@dataclass(frozen=True)
class Expected:
    """Those who will enter in the weeks from ``first`` on, as they will be, if the settings stay ``own``.

    Shapes: ``counts`` weeks × towns × streams (0 activity-ready, 1 resource course), ``start`` weeks + 1. Who enters
    and as whom follows from settings and luck alone, so nothing that happens in town can change it.
    """

    own: Own
    first: int
    counts: I64
    start: I64
    people: Citizens

    def knows(self, week: int, own: Own) -> bool:
        """Whether a week has been prepared under these very settings."""
        return 0 <= week - self.first < len(self.counts) and own.same_as(self.own)

    def counted(self, week: int) -> I64:
        """How many enter in a week, by town and stream."""
        return np.asarray(self.counts[week - self.first], dtype=np.int64)

    def lay(self, citizens: Citizens, rows: Rows, week: int) -> None:
        """Write the entrants of a week into ``rows``, every column of them."""
        begin, end = self.start[week - self.first : week - self.first + 2].tolist()
        mine = self.people.__dict__
        for name, column in citizens.__dict__.items():
            if column.ndim == 1:  # written out: with an ellipsis numpy takes a far longer way
                column[rows] = mine[name][begin:end]
            else:
                column[:, rows] = mine[name][:, begin:end]
