"""What is kept of a run: only what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polars as pl

from sim.outcomes.calibration_marks import calibration_marks
from sim.outcomes.costs import cost_book
from sim.outcomes.groups import ALL
from sim.outcomes.measuring import measure
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario

Keeping = Callable[[Scenario, RunTables], Mapping[str, pl.DataFrame]]
"""Frames to keep, by name, of the runs of one scenario with some seeds. It travels to workers: give it a name they can
import, or the instance of a class they can. A frame with a column ``seed`` is kept run by run."""

RUNS, MARKS = "runs", "marks"


@dataclass(frozen=True, slots=True)
class Keep:
    """Chosen measures of chosen groups (``runs``: seed, group, measure, value), marks and tables, if asked for.

    ``measures``: keys of the catalogue; ``groups``: of ``outcomes.groups``. ``marks`` keeps the calibration marks of
    all seeds of a block pooled (``marks``: seeds, target, value). ``tables``: names of record tables to keep whole.
    """

    measures: tuple[str, ...] = ()
    groups: tuple[str, ...] = (ALL,)
    marks: bool = False
    tables: tuple[str, ...] = ()

    def __call__(self, scenario: Scenario, tables: RunTables) -> dict[str, pl.DataFrame]:
        """Return the frames asked for, by name; measures in the order asked, of each group, of each seed."""
        kept: dict[str, pl.DataFrame] = {name: tables.frame(name) for name in self.tables}
        if self.measures:
            kept[RUNS] = self._chosen(measure(tables, cost_book(scenario)))
        if self.marks:
            pooled = calibration_marks(tables).select(pl.lit(len(tables.seeds)).alias("seeds"), "target", "value")
            kept[MARKS] = pooled.cast({"seeds": pl.Int32})
        return kept

    def _chosen(self, measured: pl.DataFrame) -> pl.DataFrame:
        wanted = pl.DataFrame({"measure": self.measures}).with_row_index("by_measure")
        groups = pl.DataFrame({"group": self.groups}).with_row_index("by_group")
        chosen = measured.join(wanted, on="measure").join(groups, on="group")
        return chosen.sort("seed", "by_group", "by_measure").select("seed", "group", "measure", "value")
