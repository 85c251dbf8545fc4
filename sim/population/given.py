"""What is known of a town beforehand: values for some people and some columns, laid over what is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.population.columns import Bool, Columns, I64, Rows

Known = tuple[npt.NDArray[Any], Bool]
"""Values, and for whom they are known; kinds, where a column has them, run along the first axis of both."""


@dataclass(frozen=True, slots=True)
class Given:
    """Known values by column name. What is not known keeps what was drawn."""

    columns: Mapping[str, Known] = field(default_factory=dict)

    def lay(self, table: Columns, rows: Rows) -> None:
        """Put the known values into ``rows``, which stand in the order of the values; as often as one likes."""
        for name, (values, known) in self.columns.items():
            column = getattr(table, name)
            pairs = zip(column, values, known, strict=True) if column.ndim > 1 else ((column, values, known),)
            for target, value, mask in pairs:
                target[rows[mask]] = value[mask]


@dataclass(frozen=True, slots=True)
class OwnTown:
    """A town as far as tables tell it; what they do not tell is drawn, as in a synthetic town.

    ``resource_course`` marks, for each citizen in order, who is on a resource course; None when the settings decide how
    many there are. ``firm_count`` likewise. ``post`` is each citizen's caseworker by number, -1 where it is not known.
    """

    resource_course: Bool | None = None
    citizens: Given = Given()
    post: I64 | None = None
    firm_count: int | None = None
    firms: Given = Given()
    posts: Given = Given()

    def settle(self, citizens: Columns, post: npt.NDArray[np.int32], rows: Rows) -> None:
        """Lay what is known over the starting stock when all of it is drawn."""
        self.citizens.lay(citizens, rows)
        if self.post is not None:
            known = self.post >= 0
            post[rows[known]] = self.post[known]


SYNTHETIC = OwnTown()
"""Nothing is known beforehand."""
