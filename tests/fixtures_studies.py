"""Small studies, and ways for their runs to go wrong; importable by name, so that worker processes find them."""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario, catalogue_scenario
from sim.studies.keeping import Keep

TINY = Keep(("weeks_support", "meetings"), ("all", "female"))
CASELOAD = "casework.caseload"


def tiny(weeks: int = 8, burn_in_weeks: int = 4) -> Scenario:
    """A town of thirty over a few weeks."""
    size = {"town.activity_ready": 24, "town.resource_course": 6}
    return catalogue_scenario("tiny").with_values(size).with_time(weeks=weeks, burn_in_weeks=burn_in_weeks)


@dataclass(frozen=True)
class Trouble:
    """Keeps what ``TINY`` keeps, save where the caseload is ``at`` and, if given, the seed is ``seed``.

    ``kind``: *break* raises; *kill* ends the process, *kill once* does so when ``mark`` is not there yet and makes it.
    """

    kind: str
    at: float
    seed: int | None = None
    mark: Path | None = None

    def __call__(self, scenario: Scenario, tables: RunTables) -> Mapping[str, pl.DataFrame]:
        """Keep, or make trouble."""
        concerned = scenario.settings_at(0).casework.caseload == self.at
        if concerned and (self.seed is None or self.seed in tables.seeds):
            self._strike()
        return TINY(scenario, tables)

    def _strike(self) -> None:
        if self.kind == "break":
            raise ZeroDivisionError("no one to divide by")
        if self.kind == "kill once":
            assert self.mark is not None
            if self.mark.exists():
                return
            self.mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
