"""The page on what a study's answers lean on: a sentence, a figure and a table for each answer, in two languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import polars as pl

from sim.errors import Text
from sim.outcomes.catalogue import BY_KEY
from sim.scenario.facts import facts_of
from sim.scenario.settings import Settings
from sim.views.figures_leaning import failing_figure, leaning_figure
from sim.views.numbers import number
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


@dataclass(frozen=True)
class Analysed:
    """One analysis: ``kind`` (morris, sobol, failing), a sentence per answer, and the table of all answers."""

    kind: str
    lines: tuple[Text, ...]
    table: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Section:
    """An analysis in one language: heading, what it is, sentences, and per answer a figure and rows."""

    heading: str
    about: str
    lines: tuple[str, ...]
    figures: tuple[tuple[str, str, tuple[str, ...], tuple[tuple[str, ...], ...]], ...]


def write_leaning(title: Text, analysed: Sequence[Analysed], path: Path, opens: Language = "da") -> None:
    """Write the page: one file that ``opens`` in one language, the other by one click, nothing asked of the network.

    Raises:
        ViewError: when the file cannot be written.
    """
    pages = [
        (language, title.label(language), say("leaning.kicker", language), say("leaning.lead", language),
         [_section(one, language) for one in analysed])
        for language in LANGUAGES
    ]
    save_text(path, page_html("leaning.html", title.label(opens), {"pages": pages}, version("vendepunkt"), opens))


def _section(one: Analysed, language: Language) -> Section:
    figures = []
    if one.table.height:
        parts = one.table.partition_by(_PLACE, maintain_order=True)
        for place, part in enumerate(parts):
            prefix = f"{one.kind}-{place}-{language}"
            draw = failing_figure if one.kind == "failing" else leaning_figure
            figures.append((_name(part, language), draw(part, prefix, language), _head(one.kind, language),
                            _rows(part.head(_SHOWN), one.kind, language)))
    return Section(say(f"leaning.{one.kind}", language), say(f"leaning.{one.kind}.about", language),
                   tuple(line.label(language) for line in one.lines), tuple(figures))


def _name(part: pl.DataFrame, language: Language) -> str:
    """What an answer is called: the measure, and whose difference it is."""
    measure = BY_KEY[str(part["measure"][0])]
    name = measure.da if language == "da" else measure.en
    if part["answer"][0] == "level":
        return name
    who = str(part["scenario"][0]) + (f", {part['policy'][0]}" if part["policy"][0] else "")
    return say("leaning.difference", language, {"measure": name, "who": who})


def _head(kind: str, language: Language) -> tuple[str, ...]:
    return (say("leaning.column.setting", language), say("leaning.column.grade", language),
            *(say(f"leaning.column.{column}", language) for column in _COLUMNS[kind]))


def _rows(table: pl.DataFrame, kind: str, language: Language) -> tuple[tuple[str, ...], ...]:
    facts = facts_of(Settings)
    rows = []
    for row in table.rows(named=True):
        fact = facts[row["setting"]]
        rows.append((fact.da if language == "da" else fact.en, row["grade"],
                     *(number(row[column], 3, language) for column in _COLUMNS[kind])))
    return tuple(rows)
