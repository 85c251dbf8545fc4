"""What a study varies: one setting, from when, and over which values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sim.scenario.loading import Given
from sim.studies.distributions import Distribution

Kind = Literal["lever", "uncertain", "structure"]

BURN_IN, WEEK_0 = "burn-in", "week 0"
"""From when a value holds: in the burn-in too, or from the first recorded week; a date is the third possibility."""


@dataclass(frozen=True, slots=True)
class Factor:
    """One setting that a study varies.

    ``since`` is ``burn-in``, ``week 0`` or a date as scenario files write it. ``values`` are crossed with all others;
    ``spread`` is sampled by the design; one of the two is given. ``dated`` tells that the setting may change over time.
    """

    key: str
    kind: Kind
    since: str
    dated: bool
    values: tuple[Given, ...] = ()
    spread: Distribution | None = None
    line: int | None = None

    def given(self, value: Given) -> Given | Mapping[str, Given]:
        """The value as ``Scenario.with_values`` takes it."""
        if not self.dated or self.since == WEEK_0:
            return value
        return {"start" if self.since == BURN_IN else self.since: value}
