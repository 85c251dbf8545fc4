"""One run by itself: the level of each main measure, and how far apart its runs lie."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from sim.outcomes.catalogue import Measure
from sim.outcomes.comparison import FEWEST_RUNS
from sim.views.amounts import level_words, measure_label, unit_of
from sim.views.contrasts import HEADLINES
from sim.views.texts import say
from sim.vocabulary import Language

_NINE_OF_TEN = (0.05, 0.95)


@dataclass(frozen=True, slots=True)
class Level:
    """A measure of one run: the average over its runs, and the ends between which they lie; all in words."""

    label: str
    mean: str
    spread: str


@dataclass(frozen=True, slots=True)
class LevelPart:
    """The levels of one run, ready for a page: what they are, what the spread is, and a row per measure."""

    lead: str
    spread: str
    rows: tuple[Level, ...]


def level_part(measured: pl.DataFrame, shown: int, language: Language) -> LevelPart:
    """Gather the first ``shown`` main measures of the whole town from a frame of measures by seed and group."""
    runs = measured["seed"].n_unique()
    rows = levels_of(measured, language)[:shown]
    return LevelPart(say("levels.lead", language, {"count": str(runs)}), spread_words(measured, language), rows)


def levels_of(measured: pl.DataFrame, language: Language) -> tuple[Level, ...]:
    """Every main measure of the whole town: its average over seeds, and where nine runs of ten lie.

    With few seeds, from the least to the most: nobody knows where nine of ten would lie.
    """
    ends = (0.0, 1.0) if _few(measured) else _NINE_OF_TEN
    return tuple(_level(measure, measured, ends, language) for measure in HEADLINES)


def spread_words(measured: pl.DataFrame, language: Language) -> str:
    """Say what the spread of :func:`levels_of` is."""
    return say("levels.spread.few" if _few(measured) else "levels.spread", language)


def _few(measured: pl.DataFrame) -> bool:
    return measured["seed"].n_unique() < FEWEST_RUNS


def _level(measure: Measure, measured: pl.DataFrame, ends: tuple[float, float], language: Language) -> Level:
    wanted = (pl.col("measure") == measure.key) & (pl.col("group") == "all")
    values = measured.filter(wanted)["value"].drop_nulls().cast(pl.Float64)
    unit = unit_of(measure.unit, language)
    low, high = (values.quantile(end, "linear") for end in ends)
    mean = float(values.sum()) / len(values) if len(values) else None
    between = {"low": level_words(low, high, unit, language), "high": level_words(high, low, unit, language)}
    return Level(measure_label(measure, language), level_words(mean, None, unit, language),
                 say("levels.range", language, between) if len(values) > 1 else "")
