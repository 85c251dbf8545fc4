"""Many alternatives at a glance: one line each, one column per main measure, and ranks only where they can be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sim.outcomes.catalogue import Measure
from sim.views.amounts import difference_words, measure_label, range_words, unit_of
from sim.views.contrasts import HEADLINES, measure_row
from sim.views.ranking import ranks
from sim.views.results import MARKS, tone
from sim.views.rows import Row
from sim.views.study import Study
from sim.views.texts import say
from sim.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Cell:
    """One difference in the matrix."""

    tone: str
    mark: str
    amount: str
    range: str
    rank: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One alternative."""

    anchor: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Alternatives by main measures."""

    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def matrix_of(study: Study, anchors: Sequence[str], shown: int, language: Language) -> Matrix:
    """Lay out the first ``shown`` main measures of every alternative; ``anchors`` name their sections on the page."""
    measures = HEADLINES[:shown]
    rows = {
        measure.key: {arm.name: measure_row(study, arm, measure, "all", language) for arm in study.others}
        for measure in measures
    }
    places = {measure.key: ranks(study, measure, rows[measure.key]) for measure in measures}
    lines = []
    for arm, anchor in zip(study.others, anchors, strict=True):
        cells = tuple(
            _cell(measure, rows[measure.key][arm.name], places[measure.key][arm.name], language) for measure in measures
        )
        lines.append(MatrixRow(anchor, arm.title.label(language), cells))
    return Matrix(tuple(_column(measure, language) for measure in measures), tuple(lines))


def _column(measure: Measure, language: Language) -> str:
    unit = unit_of(measure.unit, language).difference
    label = measure_label(measure, language)
    return f"{label} ({unit})" if unit else label


def _cell(measure: Measure, row: Row, rank: int | None, language: Language) -> Cell:
    unit = unit_of(measure.unit, language)
    ends = range_words(row.knowledge or row.precision, row, unit, language)
    amount = say(f"verdict.{row.verdict}", language) if row.verdict == "same" or not row.known else (
        difference_words(row, replace(unit, difference=""), language))
    if row.verdict == "same":
        ends = None
    return Cell(
        tone=tone(row), mark=MARKS[row.verdict], amount=amount, range="" if ends is None else f"({ends[0]}; {ends[1]})",
        rank="" if rank is None else say("brief.overview.rank", language, {"rank": str(rank)}),
    )
