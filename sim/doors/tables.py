"""The headline numbers on the terminal: one table, columns under each other, the words for how sure at the end."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

import polars as pl

from sim.doors.command import WIDTH
from sim.errors import Text
from sim.outcomes.catalogue import HEADLINES, MEASURES, Measure
from sim.outcomes.comparison import FEWEST_RUNS, luck_saved
from sim.views.amounts import difference_words, level_words, range_words, unit_of
from sim.views.cautions import cautions_of
from sim.views.contrasts import headline_rows
from sim.views.results import MARKS
from sim.views.rows import Row
from sim.views.study import Study
from sim.views.texts import say
from sim.vocabulary import Language

_GAP = "  "
_NINE_OF_TEN = (0.05, 0.95)
_TO = Text("til", "to")
Cells = Sequence[str]


def headline(title: Text, measured: pl.DataFrame, language: Language) -> list[str]:
    """One run's headline measures for the whole town: the average over seeds, and where nine runs of ten lie.

    With few seeds, from the least to the most: nobody knows where nine of ten would lie.
    """
    few = measured["seed"].n_unique() < FEWEST_RUNS
    spread = Text("mindst til størst", "least to most") if few else Text("9 af 10 forløb", "9 runs of 10")
    heading = (title.label(language), Text("gennemsnit", "average").label(language), spread.label(language))
    shares = (0.0, 1.0) if few else _NINE_OF_TEN
    rows = [heading, *(_level(measure, measured, shares, language) for measure in MEASURES if measure.headline)]
    return laid_out(rows)


def _level(measure: Measure, measured: pl.DataFrame, shares: tuple[float, float], language: Language) -> Cells:
    values = measured.filter((pl.col("measure") == measure.key) & (pl.col("group") == "all"))["value"].drop_nulls()
    mean, low, high = _mean(values), _share(values, shares[0]), _share(values, shares[1])
    unit = unit_of(measure.unit, language)
    ends = (level_words(low, high, unit, language), level_words(high, low, unit, language))
    shown = f" {_TO.label(language)} ".join(ends) if len(values) > 1 else ""
    return measure.da if language == "da" else measure.en, level_words(mean, None, unit, language), shown


def differences(study: Study, language: Language) -> list[str]:
    """Every alternative's headline differences from the baseline, with the precision of the average and a verdict.

    Below each table stands what to know before reading it.
    """
    lines: list[str] = []
    for arm in study.others:
        heading = (
            arm.title.label(language), Text("forskel", "difference").label(language),
            Text("95 % sikkert", "95 % sure").label(language), "",
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
        f"Fælles held: med uafhængige frø skulle der {da} gange så mange til for samme præcision (midt i målene).",
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


def _mean(values: pl.Series) -> float | None:
    mean = values.mean()
    return float(mean) if isinstance(mean, (int, float)) else None


def _share(values: pl.Series, share: float) -> float | None:
    found = values.quantile(share, "linear")
    return None if found is None else float(found)
