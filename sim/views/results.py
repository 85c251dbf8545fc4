"""A difference in plain words: how large, which way, and how sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sim.outcomes.catalogue import Measure
from sim.outcomes.comparison import FEWEST_RUNS
from sim.views.amounts import difference_words, level_words, range_words, unit_of
from sim.views.rows import Row
from sim.views.texts import say
from sim.vocabulary import Language

MARKS = {"higher": "▲", "lower": "▼", "cannot_tell": "≈", "same": "=", "missing": "·", "too_short": "·"}
"""A sign per verdict, so that colour is never the only mark."""


@dataclass(frozen=True, slots=True)
class Result:
    """One difference, ready for a page; all fields are words."""

    tone: str
    mark: str
    label: str
    sure: str
    amount: str
    values: str
    range: str


def results_of(rows: Sequence[tuple[Measure, Row]], language: Language) -> tuple[Result, ...]:
    """Write each difference in words."""
    return tuple(result_of(measure, row, language) for measure, row in rows)


def result_of(measure: Measure, row: Row, language: Language) -> Result:
    """Write one difference in words."""
    unit = unit_of(measure.unit, language)
    ends = None if row.verdict == "same" else range_words(row.knowledge or row.precision, row, unit, language)
    values = say("brief.short.values", language, {
        "other": level_words(row.other, row.base, replace(unit, level=""), language),
        "base": level_words(row.base, row.other, unit, language),
    })
    return Result(
        tone=tone(row), mark=MARKS[row.verdict], label=row.label, sure=sure_words(row, language),
        amount=amount_words(row, measure, language), values=values if row.difference is not None else "",
        range="" if ends is None else f"({say('brief.short.range', language, {'low': ends[0], 'high': ends[1]})})",
    )


def amount_words(row: Row, measure: Measure, language: Language) -> str:
    """The difference with its unit, or the verdict where there is nothing to count."""
    if row.verdict == "cannot_tell":
        return say("verdict.cannot_tell", language)
    if row.verdict == "same" or not row.known:
        return say(f"verdict.{row.verdict}", language)
    return difference_words(row, unit_of(measure.unit, language), language)


def tone(row: Row) -> str:
    """Class of a row on the page: good, bad, neutral or unsure."""
    if not row.clear:
        return "unsure"
    return {True: "good", False: "bad", None: "neutral"}[row.good]


def sure_words(row: Row, language: Language) -> str:
    """Say how sure a difference is, and whether it is for the better."""
    pairs = {"pairs": str(row.pairs)}
    if not row.known:
        return say(f"sure.{row.verdict}", language)
    if row.verdict == "same":
        return say("sure.same" if row.base else "sure.none", language)
    if row.pairs < 2:
        return say("sure.one_run", language)
    if not row.clear:
        unknown = row.knowledge is not None and row.precision is not None and not row.precision.covers_zero
        return say("sure.outside_knowledge" if unknown else "sure.cannot_tell", language, pairs)
    key = "sure.average" if row.run is None or row.run.covers_zero else "sure.one_town"
    if row.pairs < FEWEST_RUNS:
        key = "sure.few_runs"
    way = "" if row.good is None else f"{say('direction.better' if row.good else 'direction.worse', language)}. "
    return f"{say(f'verdict.{row.verdict}', language)}{', ' if way else '. '}{way}{say(key, language, pairs)}"
