"""The event log: what changed, for whom, why. Processes write to it; only reports read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.vocabulary import Cause, EventKind

NOBODY = -1
NOTHING = 255
Values = npt.NDArray[Any] | int | float

DTYPES: dict[str, str] = {
    "week": "int16",
    "citizen": "uint32",
    "kind": "uint8",
    "agent": "int32",
    "previous": "uint8",
    "current": "uint8",
    "cause": "uint8",
    "amount": "float32",
}


@dataclass
class EventLog:
    """Events in the order they were written; ``open`` is off during burn-in, whose events nobody keeps."""

    open: bool = True
    chunks: list[tuple[Values, ...]] = field(default_factory=list)

    def add(
        self,
        week: int,
        kind: EventKind,
        citizens: npt.NDArray[np.uint32],
        *,
        agent: Values = NOBODY,
        previous: Values = NOTHING,
        current: Values = NOTHING,
        cause: Values = Cause.NONE,
        amount: Values = 0.0,
    ) -> None:
        """Write one event per citizen; single values hold for all of them."""
        if self.open and len(citizens):
            self.chunks.append((week, citizens.copy(), int(kind), agent, previous, current, cause, amount))

    def columns(self) -> dict[str, npt.NDArray[Any]]:
        """All events as columns."""
        total = sum(np.size(chunk[1]) for chunk in self.chunks)
        out = {name: np.empty(total, dtype=dtype) for name, dtype in DTYPES.items()}
        start = 0
        for chunk in self.chunks:
            end = start + np.size(chunk[1])
            for array, values in zip(out.values(), chunk, strict=True):
                array[start:end] = values
            start = end
        return out

    def copy(self) -> EventLog:
        """A log that starts with the same events; adding to one does not add to the other."""
        return EventLog(self.open, list(self.chunks))
