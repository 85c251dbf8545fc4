"""Where each of a number of people works, and what that workplace is like; 0.5 of a trait outside town."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from sim.arrays import either, real
from sim.population.columns import F32, I64, Bool, Rows
from sim.population.town import Town


@dataclass(frozen=True, slots=True)
class Sites:
    """The workplaces of some people: row of the firm (0 where outside town), and whether it is in town."""

    at: I64
    inside: Bool
    any_firms: bool

    @classmethod
    def of(cls, town: Town, rows: Rows) -> Self:
        """Where ``rows`` work."""
        firm = town.citizens.firm[rows]
        return cls(np.maximum(firm, 0).astype(np.int64), firm >= 0, bool(town.firms.rows))

    def trait(self, column: npt.NDArray[Any], outside: float = 0.5) -> F32:
        """What the column says of each workplace; ``outside`` for work outside town."""
        if not self.any_firms:
            return np.full(len(self.at), real(outside))
        return either(self.inside, column.take(self.at).astype(np.float32, copy=False), real(outside))
