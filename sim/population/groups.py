"""Groups that results are told by: fixed marks taken at week 0 or on entry, packed in one small number per citizen."""

from __future__ import annotations

import numpy as np

from sim.population.citizens import Citizens
from sim.population.columns import Bool, Rows
from sim.vocabulary import Benefit

UNDER_30, COURSE, FEMALE, MENTAL, UNTRAINED = 1, 2, 4, 8, 16
CELLS = 32


def mark(citizens: Citizens, rows: Rows, week: int) -> None:
    """Fix the group marks of ``rows`` as they are in ``week``."""
    c = citizens
    young = c.born[rows] > np.float32(week - 30 * 52)
    course = c.benefit[rows] == Benefit.RESOURCE_COURSE
    c.cell[rows] = (
        UNDER_30 * young
        + COURSE * course
        + FEMALE * c.female[rows]
        + MENTAL * c.chronic_mental[rows]
        + UNTRAINED * ~c.trained[rows]
    )


def members() -> dict[str, Bool]:
    """For each group by name, which of the 32 cells belong to it."""
    cell = np.arange(CELLS)

    def has(bit: int) -> Bool:
        return np.asarray((cell & bit) > 0)

    return {
        "all": np.ones(CELLS, dtype=np.bool_),
        "under_30": has(UNDER_30),
        "over_30": ~has(UNDER_30),
        "activity_ready": ~has(COURSE),
        "resource_course": has(COURSE),
        "female": has(FEMALE),
        "male": ~has(FEMALE),
        "mental": has(MENTAL),
        "untrained": has(UNTRAINED),
    }
