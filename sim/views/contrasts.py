"""Rows for figures, tables and sentences, read from the frames of ``sim.outcomes.holding``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from sim.outcomes.catalogue import LONGER_THAN, MEASURES, Measure
from sim.outcomes.comparison import FEWEST_RUNS
from sim.record.schema import GROUPS
from sim.views.amounts import measure_label
from sim.views.rows import Band, Row, Verdict, band, finite, verdict
from sim.views.study import Arm, Study
from sim.views.texts import say
from sim.vocabulary import Language

HEADLINES = tuple(measure for measure in MEASURES if measure.headline)
"""The measures a brief begins with, in the order of the catalogue."""

Cells = Mapping[str, Any]


def headline_rows(study: Study, arm: Arm, language: Language) -> list[tuple[Measure, Row]]:
    """The main measures of an alternative for the whole town; one that the frame lacks has a row without numbers."""
    return [(measure, measure_row(study, arm, measure, "all", language)) for measure in HEADLINES]


def group_rows(study: Study, arm: Arm, measure: Measure, language: Language) -> list[Row]:
    """One measure for every group, the whole town first."""
    rows = (measure_row(study, arm, measure, group, language) for group in GROUPS)
    return [replace(row, label=say(f"group.{group}", language)) for group, row in zip(GROUPS, rows, strict=True)]


def measure_row(study: Study, arm: Arm, measure: Measure, group: str, language: Language) -> Row:
    """One measure and group of an alternative against the baseline."""
    wanted = (pl.col("measure") == measure.key) & (pl.col("group") == group)
    label = measure_label(measure, language)
    cells = _first(study.comparison[arm.name], wanted)
    row = row_from(cells, label, better=measure.better)
    if not row.known and too_short(study, measure):
        return replace(row, verdict="too_short")
    spread = None if study.knowledge is None else _first(study.knowledge.get(arm.name, _NO_FRAME), wanted)
    return row if not spread else _with_knowledge(row, band(spread.get("low"), spread.get("high")))


def too_short(study: Study, measure: Measure) -> bool:
    """Whether the runs end before anybody can have done what the measure counts."""
    return study.base.manifest.weeks <= LONGER_THAN.get(measure.key, 0)


def row_from(cells: Cells, label: str, better: int = 0, heading: str = "") -> Row:
    """A row from one line of a comparison frame; empty cells make a row that says the number is missing.

    It has no band from run to run where there were too few runs to show one.
    """
    difference, pairs = finite(cells.get("difference")), int(cells.get("pairs") or 0)
    said: Verdict = verdict(cells.get("verdict")) if difference is not None else "missing"
    return Row(
        key=str(cells.get("measure", "")), label=label, base=finite(cells.get("base")),
        other=finite(cells.get("other")), difference=difference,
        precision=band(cells.get("precision_low"), cells.get("precision_high")),
        run=band(cells.get("run_low"), cells.get("run_high")) if pairs >= FEWEST_RUNS else None,
        verdict=said,
        knowledge=band(cells.get("known_low"), cells.get("known_high")), better=better, pairs=pairs, heading=heading,
    )


def relative(row: Row, note: str) -> Row | None:
    """The same row in per cent of the baseline, so that unlike measures share an axis; None where the baseline is 0."""
    if row.base is None or row.difference is None or row.base <= 0:
        return None
    return replace(row.times(100.0 / row.base), note=note)


_NO_FRAME = pl.DataFrame(schema={"measure": pl.String, "group": pl.String})


def _first(frame: pl.DataFrame, wanted: pl.Expr) -> dict[str, Any]:
    found = frame.filter(wanted)
    return {} if found.is_empty() else found.row(0, named=True)


def _with_knowledge(row: Row, spread: Band | None) -> Row:
    """Add what we do not know; where it covers zero the difference can no longer be told."""
    said: Verdict = "cannot_tell" if spread is not None and spread.covers_zero and row.clear else row.verdict
    return replace(row, knowledge=spread, verdict=said)
