"""The headline numbers on the terminal: one table, columns under each other, the words for how sure at the end."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

import polars as pl

from sim.doors.command import WIDTH
from sim.errors import Text
from sim.outcomes.catalogue import HEADLINES, Measure
from sim.outcomes.comparison import luck_saved
from sim.views.amounts import difference_words, range_words, unit_of
from sim.views.cautions import cautions_of
from sim.views.contrasts import headline_rows
from sim.views.levels import levels_of, spread_words
from sim.views.results import MARKS
from sim.views.rows import Row
from sim.views.study import Study
from sim.views.texts import say
from sim.vocabulary import Language

_GAP = "  "
_TO = Text("til", "to")
Cells = Sequence[str]


def headline(title: Text, measured: pl.DataFrame, language: Language) -> list[str]:
    """One run's headline measures for the whole town: the average over seeds, and how far apart the runs lie."""
    heading = (title.label(language), Text("gennemsnit", "average").label(language), spread_words(measured, language))
    rows = [(level.label, level.mean, level.spread) for level in levels_of(measured, language)]
    return laid_out([heading, *rows])


def differences(study: Study, language: Language) -> list[str]:
    """Every alternative's headline differences from the baseline, with the precision of the average and a verdict.

    Below each table stands what to know before reading it.
    """
    lines: list[str] = []
    for arm in study.others:
        heading = (
            arm.title.label(language), Text("forskel", "difference").label(language),
            Text("95 %-interval", "95 % interval").label(language), "",
        )
        rows = [_difference(measure, row, language) for measure, row in headline_rows(study, arm, language)]
        told = [line for caution in cautions_of(arm, language) for line in wrap(caution, WIDTH)]
        lines += [*laid_out([heading, *rows], (0, 3)), *_luck(study, arm.name, language), *told, ""]
    return lines


def _luck(study: Study, name: str, language: Language) -> list[str]:
    """What it was worth that both scenarios met the same luck, over the headline measures of the whole town."""
    found = study.comparison[name].filter((pl.col("group") == "all") & pl.col("measure").is_in(HEADLINES))
    saved = luck_saved(found)
    if saved is None:
        return []
    da = f"{saved:.1f}".replace(".", ",")
    return [Text(
        f"Fælles tilfældigheder: uafhængige frø havde krævet {da} gange så mange for samme præcision (median).",
        f"Common luck: independent seeds would have taken {saved:.1f} times as many for this precision "
        "(median of the measures).",
    ).label(language)]


def _difference(measure: Measure, row: Row, language: Language) -> Cells:
    unit = unit_of(measure.unit, language)
    ends = range_words(row.knowledge or row.precision, row, unit, language)
    verdict = f"{MARKS[row.verdict]} {say(f'verdict.{row.verdict}', language).lower()}"
    shown = "" if ends is None else f" {_TO.label(language)} ".join(ends)
    return row.label, difference_words(row, unit, language), shown, verdict


def laid_out(rows: Sequence[Cells], words: Sequence[int] = (0,)) -> list[str]:
    """Rows as lines with a rule below the first; columns in ``words`` to the left, the others to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        padded = [
            cell.ljust(width) if column in words else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append(_GAP.join(padded).rstrip())
    rule = "-" * max(len(line) for line in lines)
    return [lines[0], rule, *lines[1:]]
