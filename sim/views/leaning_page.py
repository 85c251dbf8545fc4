"""The page on what a study's answers lean on: a sentence, a figure and a table for each answer, in two languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import polars as pl

from sim.errors import Text
from sim.outcomes.catalogue import BY_KEY
from sim.scenario.facts import facts_of
from sim.scenario.settings import Settings
from sim.views.amounts import Unit, unit_of
from sim.views.figures_leaning import failing_figure, leaning_figure
from sim.views.numbers import THIN, decimals_for, number
from sim.views.page import page_html
from sim.views.saving import save_text
from sim.views.texts import say
from sim.vocabulary import LANGUAGES, Language

_PLACE = ("scenario", "stratum", "policy", "measure", "answer")
_SHOWN = 8
_COLUMNS = {
    "morris": ("effect", "interval", "curvature", "direction"),
    "sobol": ("alone", "alone_interval", "total", "total_interval"),
    "failing": ("from", "to", "chance"),
}
_LIMITS = 2
"""A box has a lower and an upper limit for each setting, on the setting's own scale."""
_MUCH = 0.5
"""A larger part of the variation than this from luck leaves nothing to read off the settings."""


@dataclass(frozen=True)
class Analysed:
    """One analysis: ``kind`` (morris, sobol, failing), a sentence per answer, the table of all answers, their names.

    ``names`` are by scenario, stratum, policy, measure, and answer (level or difference).
    """

    kind: str
    lines: tuple[Text, ...]
    table: pl.DataFrame
    names: Mapping[tuple[str | int, ...], Text] = field(default_factory=dict)


@dataclass(frozen=True)
class SweptStudy:
    """The study that was swept: its title, and how large it was, in a sentence."""

    title: Text
    size: Text


@dataclass(frozen=True, slots=True)
class Section:
    """An analysis in one language: heading, what it is, sentences, and per answer a figure and rows."""

    heading: str
    about: str
    lines: tuple[str, ...]
    figures: tuple[tuple[str, str, tuple[str, ...], tuple[tuple[str, ...], ...]], ...]


def write_leaning(study: SweptStudy, analysed: Sequence[Analysed], path: Path, opens: Language = "da") -> None:
    """Write the page: one file that ``opens`` in one language, the other by one click, nothing asked of the network.

    Raises:
        ViewError: when the file cannot be written.
    """
    made = version("vendepunkt")
    pages = [
        (language, study.title.label(language), say("leaning.kicker", language), say("leaning.lead", language),
         [_section(one, language) for one in analysed],
         say("leaning.source", language, {"version": made, "size": study.size.label(language)}))
        for language in LANGUAGES
    ]
    save_text(path, page_html("leaning.html", study.title.label(opens), {"pages": pages}, made, opens))


def _section(one: Analysed, language: Language) -> Section:
    figures = []
    if one.table.height:
        parts = one.table.partition_by(_PLACE, maintain_order=True)
        for place, part in enumerate(parts):
            prefix, unit = f"{one.kind}-{place}-{language}", _unit(part, one.kind, language)
            svg = failing_figure(part, prefix, language) if one.kind == "failing" else leaning_figure(
                _scaled(part, unit.factor), unit.difference, prefix, language)
            figures.append((_finding(one, part, language), svg, _head(one.kind, unit, language),
                            _rows(part.head(_SHOWN), one.kind, unit, language)))
    return Section(say(f"leaning.{one.kind}", language), say(f"leaning.{one.kind}.about", language),
                   tuple(line.label(language) for line in one.lines), tuple(figures))


def _finding(one: Analysed, part: pl.DataFrame, language: Language) -> str:
    """What an answer depends on most; luck where that is larger, and the answer's name where nothing can be told."""
    place = part.select(_PLACE).row(0)
    measure = BY_KEY[str(place[3])]
    name = one.names.get(place, Text(measure.da, measure.en)).label(language)
    if one.kind == "failing":
        share = number(100 * float(part["failing"][0]), 0, language)
        return say("leaning.finding.fails", language, {"answer": name, "share": f"{share}{THIN}%"})
    luck, most = part["luck"][0], part["effect" if one.kind == "morris" else "total"][0]
    if luck is not None and luck > _MUCH:
        return say("leaning.finding.luck", language, {"answer": name})
    if not most:
        return name
    return say("leaning.finding.most", language, {"answer": name, "setting": _label(str(part["setting"][0]), language)})


def _unit(part: pl.DataFrame, kind: str, language: Language) -> Unit:
    """What the numbers of an answer count: Morris' effects are in the measure's own unit, all else is a share."""
    return unit_of(BY_KEY[str(part["measure"][0])].unit, language) if kind == "morris" else Unit(1.0, "", "")


def _scaled(part: pl.DataFrame, factor: float) -> pl.DataFrame:
    columns = [name for name in _COLUMNS["morris"] if name in part.columns]
    return part.with_columns(pl.col(name) * factor for name in columns)


def _head(kind: str, unit: Unit, language: Language) -> tuple[str, ...]:
    counted = f" ({unit.difference})" if unit.difference else ""
    first, *others = (say(f"leaning.column.{column}", language) for column in _COLUMNS[kind])
    return (say("leaning.column.setting", language), say("leaning.column.grade", language), first + counted, *others)


def _rows(table: pl.DataFrame, kind: str, unit: Unit, language: Language) -> tuple[tuple[str, ...], ...]:
    """The settings' numbers, with two to three meaningful digits in the largest of them (in a setting's own limits)."""
    values = [[None if row[column] is None else unit.factor * float(row[column]) for column in _COLUMNS[kind]]
              for row in table.rows(named=True)]
    decimals = max(decimals_for(*(value for row in values for value in row)), 0 if kind == "morris" else 2)
    return tuple(
        (_label(row["setting"], language), row["grade"],
         *(number(value, decimals_for(*shown[:-1]) if kind == "failing" and place < _LIMITS else decimals, language)
           for place, value in enumerate(shown)))
        for row, shown in zip(table.rows(named=True), values, strict=True)
    )


def _label(key: str, language: Language) -> str:
    fact = facts_of(Settings)[key]
    return fact.da if language == "da" else fact.en
