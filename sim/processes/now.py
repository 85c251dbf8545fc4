"""What a process is told about the week, and the hours it may report."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from sim.draws import WeekDraws
from sim.processes.event_log import EventLog
from sim.scenario.settings import Settings


@dataclass
class Tally:
    """Hours used and things counted this week, by town, for the panel."""

    totals: dict[str, npt.NDArray[np.float64]] = field(default_factory=dict)

    def add(self, name: str, by_town: npt.NDArray[np.generic], each: float = 1.0) -> None:
        """Add a count by town, times what one of them is worth."""
        amount = np.asarray(by_town, dtype=np.float64) * each
        self.totals[name] = self.totals[name] + amount if name in self.totals else amount

    def of(self, name: str, towns: int) -> npt.NDArray[np.float64]:
        """This week's total by town; 0 where nothing was added."""
        return self.totals.get(name, np.zeros(towns))


@dataclass(frozen=True, slots=True)
class Now:
    """The week's number, settings, keyed draws, log and tally."""

    week: int
    settings: Settings
    draws: WeekDraws
    log: EventLog
    tally: Tally = field(default_factory=Tally)

    def every(self, weeks: int) -> bool:
        """Whether a process that acts every ``weeks`` weeks acts now."""
        return self.week % weeks == 0
