"""Towns side by side may differ in some settings, so that a calibration plays many rows for little more than one.

Everything else is common to them. A process that reads one of these settings asks for it by town; asked in a run where
all towns are the same it gets one number, and the same one to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sim.scenario.settings import Settings

MAY_DIFFER: frozenset[str] = frozenset({
    "brokers.effort",
    "casework.belief_to_action",
    "casework.change_loss",
    "casework.change_loss_split",
    "casework.reassignment",
    "employment.early_loss",
    "employment.late_loss",
    "employment.offer",
    "firms.small_jobs",
    "life.education_young",
    "network.leads",
    "person.duration_source",
    "person.erosion",
    "placements.hire_bar",
    "rehabilitation.flexjob_below",
    "rehabilitation.pension_below",
    "town.heterogeneity",
})
"""The settings that calibration varies, and the structure switches that go with them."""


@dataclass(frozen=True, slots=True)
class Own:
    """The settings of one week: common to all towns, or one for each where they differ in ``MAY_DIFFER``."""

    common: Settings
    towns: tuple[Settings, ...] = ()

    def same_as(self, other: Own) -> bool:
        """Whether these are the very same settings; equal ones that were made twice do not count."""
        if self.common is not other.common or len(self.towns) != len(other.towns):
            return False
        return all(mine is theirs for mine, theirs in zip(self.towns, other.towns, strict=True))

    def of(
        self, derive: Callable[[Settings], float], town: npt.NDArray[np.integer],
    ) -> np.float32 | npt.NDArray[np.float32]:
        """A number made from settings: one for all, or for each of ``town`` (town numbers) its town's own."""
        if not self.towns:
            return np.float32(derive(self.common))
        return np.array([derive(settings) for settings in self.towns], dtype=np.float32).take(town)
