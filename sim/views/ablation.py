"""The page of an ablation: what differs without each mechanism, in a figure, in words, and in a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from sim.errors import Text
from sim.outcomes.catalogue import BY_KEY, HEADLINES
from sim.record.manifest import Manifest
from sim.scenario.ablated import mechanism_facts, mechanism_of
from sim.views.amounts import measure_label, unit_of
from sim.views.drawing import Drawing
from sim.views.figures_ablation import Column, columns_chart
from sim.views.figures_spans import Span
from sim.views.numbers import NOTHING, decimals_for, number, signed
from sim.views.saving import save_bytes, save_text
from sim.views.sheet import Line, Section, Sheet, Table, sheet_html
from sim.views.texts import joined, say
from sim.vocabulary import LANGUAGES, Language

SHOWN = ("lasting_job", "phase_progression", "self_worth_change")
"""Measures of the figure; the table has every headline."""

_FIRST = SHOWN[0]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Ablated:
    """What the page is made from: the manifest of the whole model's run, its title, and the differences."""

    manifest: Manifest
    title: Text
    found: pl.DataFrame

    @property
    def rows(self) -> list[dict[str, Row]]:
        """Per mechanism its row for each measure, the largest loss of lasting jobs first."""
        each: dict[str, dict[str, Row]] = {}
        for row in self.found.iter_rows(named=True):
            each.setdefault(mechanism_of(row["scenario"]), {})[row["measure"]] = row
        return sorted(each.values(), key=lambda of_one: of_one[_FIRST]["difference"] or 0.0)


def write_ablation(ablated: Ablated, folder: Path, opens: Language = "da") -> Path:
    """Write the page, which ``opens`` in a language, and CSV into ``folder``; return the place of the page.

    Raises:
        ViewError: when a file cannot be written.
    """
    named = ablated.found.with_columns(mechanism=pl.col("scenario").str.strip_prefix("without-"))
    columns = named.select("mechanism", pl.exclude("mechanism", "scenario"))
    save_bytes(folder / "ablation.csv", columns.write_csv().encode())
    page = folder / "ablation.html"
    sheets = [_sheet(ablated, language) for language in LANGUAGES]
    save_text(page, sheet_html(sheets, ablated.manifest.vendepunkt_version, opens))
    return page


def _sheet(ablated: Ablated, language: Language) -> Sheet:
    rows = ablated.rows
    names = {
        "name": ablated.title.label(language), "mechanisms": str(len(rows)), "seeds": str(len(ablated.manifest.seeds)),
        "version": ablated.manifest.vendepunkt_version, "citizens": number(ablated.manifest.citizens, 0, language),
        "clear": str(sum(_shows(_span(row[_FIRST], 1.0)) for row in rows)),
    }
    finding = "ablation.finding" if names["clear"] != "0" else "ablation.finding.none"
    figure = Drawing(f"ablation-{language}", say(finding, language, names),
                     say("ablation.describe", language), say("ablation.source", language, names),
                     _chart(rows, language))
    return Sheet(
        language, say("ablation.kicker", language), say("ablation.title", language, names),
        say("ablation.standfirst", language, names),
        (say("ablation.notice.model", language), say("ablation.notice.add", language)),
        (
            Section(say("ablation.figure", language), drawings=(figure,)),
            Section(say("ablation.words", language), notes=_sentences(rows, language)),
            Section(say("ablation.table", language), tables=(_table(rows, language),),
                    notes=(say("ablation.note.files", language),)),
        ),
    )


def _chart(rows: list[dict[str, Row]], language: Language) -> str:
    columns = []
    for key in SHOWN:
        unit = unit_of(BY_KEY[key].unit, language)
        title = BY_KEY[key].da if language == "da" else BY_KEY[key].en
        columns.append(Column(title, unit.difference, [_span(row[key], unit.factor) for row in rows]))
    return columns_chart([_label(row, language) for row in rows], columns, f"ablation-{language}", language)


def _span(row: Row, times: float) -> Span | None:
    """A difference with its range, None where there is none; where nothing differs at all it has no range."""
    if row["difference"] is None:
        return None
    if row["low"] is None:
        return Span(row["difference"] * times, None, None)
    low, high = row["low"] * times, row["high"] * times
    return Span(row["difference"] * times, *((None, None) if low == high == 0.0 else (low, high)))


def _shows(span: Span | None) -> bool:
    return span is not None and span.clear


def _label(row: dict[str, Row], language: Language) -> str:
    fact = mechanism_facts()[mechanism_of(row[_FIRST]["scenario"])]
    return fact.da if language == "da" else fact.en


def _sentences(rows: list[dict[str, Row]], language: Language) -> tuple[str, ...]:
    """A sentence for each difference that shows, and one for the mechanisms of which none does."""
    lines: list[str] = []
    unsure: list[str] = []
    same: list[str] = []
    for row in rows:
        told = [line for key in SHOWN if (line := _sentence(row, key, language))]
        lines += told
        if not told:
            untouched = all(row[key]["verdict"] == "same" for key in SHOWN)
            (same if untouched else unsure).append(_label(row, language).lower())
    for key, names in (("ablation.unsure", unsure), ("ablation.same", same)):
        if names:
            lines.append(say(key, language, {"names": joined(names, language)}))
    return tuple(lines)


def _sentence(row: dict[str, Row], key: str, language: Language) -> str:
    """What differs in one measure; empty where the range reaches across zero."""
    unit = unit_of(BY_KEY[key].unit, language)
    span = _span(row[key], unit.factor)
    if span is None or not span.clear:
        return ""
    decimals = decimals_for(span.mean, span.low, span.high)
    return say("ablation.up" if span.mean > 0 else "ablation.down", language, {
        "label": _label(row, language).lower(), "measure": measure_label(BY_KEY[key], language).lower(),
        "difference": f"{number(abs(span.mean), decimals, language)} {unit.difference}".rstrip(),
        "low": signed(span.low, decimals, language), "high": signed(span.high, decimals, language),
    })


def _table(rows: list[dict[str, Row]], language: Language) -> Table:
    units = {key: unit_of(BY_KEY[key].unit, language) for key in HEADLINES}
    heads = tuple(
        f"{measure_label(BY_KEY[key], language)} ({units[key].difference})".replace(" ()", "") for key in HEADLINES)
    lines = [Line(_label(row, language), tuple(_cell(row[key], units[key].factor, language) for key in HEADLINES))
             for row in rows]
    return Table(("", *heads), tuple(lines))


def _cell(row: Row, times: float, language: Language) -> str:
    span = _span(row, times)
    if span is None:
        return NOTHING
    decimals = decimals_for(span.mean, span.low, span.high)
    mean = signed(span.mean, decimals, language)
    if span.low is None:
        return mean
    return say("attribution.range", language, {
        "mean": mean, "low": signed(span.low, decimals, language), "high": signed(span.high, decimals, language),
    })
