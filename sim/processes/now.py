"""What a process is told about the week, and the hours it may report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from sim.draws import WeekDraws
from sim.population.citizens import Citizens
from sim.population.columns import I16, Rows
from sim.processes.event_log import EventLog
from sim.processes.withheld import Withheld
from sim.scenario.own import Own
from sim.scenario.settings import Settings
from sim.vocabulary import Gate


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
        return self.totals[name] if name in self.totals else np.zeros(towns)


@dataclass(frozen=True, slots=True)
class Now:
    """The week's number, settings, keyed draws, log and tally.

    ``own`` holds the few settings that towns side by side may have for themselves (``MAY_DIFFER``): these are read with
    ``of``, all others from ``settings``. ``withheld`` tells, in a counterfactual week, what is left out of it.
    """

    week: int
    own: Own
    draws: WeekDraws
    log: EventLog
    tally: Tally = field(default_factory=Tally)
    withheld: Withheld | None = None

    @property
    def settings(self) -> Settings:
        """What is common to all towns."""
        return self.own.common

    def of(
        self, derive: Callable[[Settings], float], town: npt.NDArray[np.integer],
    ) -> np.float32 | npt.NDArray[np.float32]:
        """A number made from settings in which towns may differ, for each of ``town`` (town numbers) or one for all."""
        return self.own.of(derive, town)

    def every(self, weeks: int) -> bool:
        """Whether a process that acts every ``weeks`` weeks acts now."""
        return self.week % weeks == 0

    def passing(self, c: Citizens, rows: Rows, gate: Gate, since: I16 | None = None) -> Rows:
        """Those of ``rows`` to whom something may be handed out: all of them, but in a counterfactual week.

        Whoever is passed over goes to the back of the line when ``since`` is the column that tells how long one has
        waited.
        """
        return rows if self.withheld is None else self.withheld.passing(c, rows, gate, self.week, since)
