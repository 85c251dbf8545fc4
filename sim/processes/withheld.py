"""What is left out of a counterfactual week: jumps that do not happen, and people who are passed over at a gate."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from sim.population.citizens import Citizens
from sim.population.columns import I16, U32, Bool, Rows
from sim.vocabulary import Gate, TurningPoint

_NOBODY: U32 = np.zeros(0, dtype=np.uint32)
KINDS = max(int(kind) for kind in TurningPoint) + 1


@dataclass(frozen=True, slots=True)
class Withheld:
    """Events taken out of the pathways of some people (model section 3).

    ``kinds``: by town and code of turning point, whether its jump is void there. ``people``: the numbers of those whose
    jumps are void, sorted; None for everybody in the town. ``gate``, ``passed``: who is passed over, and where.
    """

    kinds: Bool = field(default_factory=lambda: np.zeros((1, KINDS), dtype=np.bool_))
    people: U32 | None = None
    gate: Gate | None = None
    passed: U32 = field(default_factory=lambda: _NOBODY)

    def jumps(self, c: Citizens, rows: Rows, kind: TurningPoint) -> Bool:
        """Whether each of ``rows`` makes the jump of an event of this kind."""
        void = self.kinds[:, kind].take(c.town[rows])
        if self.people is not None and void.any():
            void &= np.isin(c.citizen[rows], self.people)
        return np.asarray(~void)

    def spared(self, c: Citizens, rows: Rows, gate: Gate) -> Bool:
        """Whether each of ``rows`` comes through the gate as ever."""
        if gate is not self.gate:
            return np.ones(len(rows), dtype=np.bool_)
        return np.isin(c.citizen[rows], self.passed, invert=True)

    def passing(self, c: Citizens, rows: Rows, gate: Gate, week: int, since: I16 | None) -> Rows:
        """Those of ``rows`` who come through; the wait of those passed over begins anew in ``since``."""
        through = self.spared(c, rows, gate)
        if since is not None:
            since[rows[~through]] = week
        return rows[through]
