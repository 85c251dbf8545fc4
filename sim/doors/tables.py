"""The headline numbers on the terminal: one table, columns under each other, the words for how sure at the end."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from sim.errors import Text
from sim.outcomes.catalogue import MEASURES
from sim.scenario.scenario import Scenario
from sim.views.contrasts import headline_rows
from sim.views.numbers import decimals_for, number, signed
from sim.views.rows import Row
from sim.views.study import Study
from sim.views.texts import say
from sim.vocabulary import Language

_GAP = "  "
Cells = Sequence[str]


def headline(scenario: Scenario, measured: pl.DataFrame, language: Language) -> list[str]:
    """One run's headline measures for the whole town: the average over seeds, and where nine runs of ten lie."""
    heading = (
        scenario.title.label(language), Text("gennemsnit", "average").label(language),
        Text("9 af 10 forløb", "9 runs of 10").label(language),
    )
    rows = [heading]
    for measure in MEASURES:
        if not measure.headline:
            continue
        values = measured.filter((pl.col("measure") == measure.key) & (pl.col("group") == "all"))["value"].drop_nulls()
        mean, low, high = _mean(values), _share(values, 0.05), _share(values, 0.95)
        places = decimals_for(mean, low, high)
        shown = f"{number(low, places, language)} – {number(high, places, language)}" if len(values) > 1 else ""
        rows.append((f"{measure.label(language)} ({measure.unit})", number(mean, places, language), shown))
    return laid_out(rows)


def differences(study: Study, language: Language) -> list[str]:
    """Every alternative's headline differences from the baseline, with the precision of the average and a verdict."""
    lines: list[str] = []
    for arm in study.others:
        heading = (
            arm.title.label(language), study.base.title.label(language)[:24], "",
            Text("forskel", "difference").label(language), Text("95 % sikkert", "95 % sure").label(language), "",
        )
        rows = [_difference(row, language) for _, row in headline_rows(study, arm, language)]
        lines += [*laid_out([heading, *rows], (0, 5)), ""]
    return lines


def _difference(row: Row, language: Language) -> Cells:
    band = row.precision
    places = decimals_for(row.base, row.other)
    finer = decimals_for(row.difference, *((band.low, band.high) if band else ()))
    shown = f"{signed(band.low, finer, language)} – {signed(band.high, finer, language)}" if band else ""
    return (
        row.label, number(row.base, places, language), number(row.other, places, language),
        signed(row.difference, finer, language), shown, say(f"verdict.{row.verdict}", language).lower(),
    )


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
