"""The prices behind the accounts: the scenario's own, dated, with the grade of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from sim.errors import OutcomeError, Text
from sim.scenario.catalogue.costs import Costs
from sim.scenario.parameter import Fact, fact_of

PRICE_YEAR = 2016
"""The year whose kroner all amounts are in (facts G3)."""

WEEKS_A_MONTH = 365.25 / 7 / 12

BENEFIT_TAX_RATE = 0.23
"""Income tax on cash benefit, as a share of it: 12,200 kr. before and 9,400 kr. after tax (facts G4; grade C)."""


@dataclass(frozen=True)
class CostBook:
    """Prices and refund shares, each valid from a week on; the first also before it. Build one with ``dated``.

    Which prices there are, with unit, meaning, source and grade, stands in ``sim.scenario.catalogue.costs``: one truth
    per number.
    """

    steps: tuple[tuple[int, Costs], ...] = field(default_factory=lambda: ((0, Costs()),))

    @classmethod
    def dated(cls, costs: Mapping[int, Costs]) -> CostBook:
        """Return a book whose prices change in the given weeks (week 0 is the scenario's first Monday).

        Raises:
            OutcomeError: when there is no price at all.
        """
        if not costs:
            raise OutcomeError.about("prices", Text("der mangler priser", "there are no prices"))
        return cls(tuple(sorted(costs.items(), key=lambda step: step[0])))

    def weekly(self, price: str, weeks: int) -> npt.NDArray[np.float64]:
        """Return one price for each week, (weeks,), in its own unit.

        Raises:
            AttributeError: when there is no such price.
        """
        starts = np.array([start for start, _ in self.steps])
        values = np.array([float(getattr(costs, price)) for _, costs in self.steps])
        step = np.searchsorted(starts, np.arange(weeks), side="right") - 1
        return np.asarray(values[np.maximum(step, 0)])

    def refund_ladder(self, weeks: int) -> npt.NDArray[np.float64]:
        """Return the state's share of a benefit for each week and step of the ladder, (weeks, 4): facts K2."""
        names = ("refund_4", "refund_26", "refund_52", "refund_after")
        return np.column_stack([self.weekly(name, weeks) for name in names])


def price_facts() -> Mapping[str, Fact]:
    """Return what is known about each price: unit, label, meaning, source, grade."""
    return {name: fact_of(info) for name, info in Costs.model_fields.items()}
