"""The page of an attribution: gains by kind, shares of families, a few lives with their fans, placebo weeks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from sim.outcomes.attribution import by_event, by_family, by_kind
from sim.outcomes.placebo import excess
from sim.record.manifest import Manifest
from sim.record.tables import RunTables
from sim.scenario.scenario import load_text
from sim.views.attribution_rows import (
    SHOWN_BEFORE, gain_rows, gain_table, on_the_way, own_and_others, placebo_table, share_rows, words_of,
)
from sim.views.drawing import Drawing
from sim.views.figures_attribution import (
    ON_THE_WAY, OWN_AND_OTHERS, Fan, fan_chart, gains_chart, shares_chart,
)
from sim.views.life import life_of
from sim.views.numbers import number
from sim.views.saving import save_bytes, save_text
from sim.views.sheet import Section, Sheet, sheet_html
from sim.views.texts import say
from sim.vocabulary import LANGUAGES, Language, TurningPoint

_TOWN = -1


@dataclass(frozen=True)
class Attributed:
    """Everything the page is made from.

    ``events``: the sample; ``futures``, ``fan``, ``shares``: what was played (``studies.attribution.gathering``).
    ``lives``: numbers of the events whose lives are shown. ``weeks``: of the futures.
    """

    manifest: Manifest
    tables: RunTables
    events: pl.DataFrame
    played: Mapping[str, pl.DataFrame]
    lives: tuple[int, ...]
    weeks: int
    lot: int

    def frames(self) -> Mapping[str, pl.DataFrame]:
        """The numbers by name, as they are written: by event, by kind, by family, and placebo weeks."""
        rows = by_event(self.events, self.played["futures"])
        return {
            "events": rows, "kinds": by_kind(rows), "families": by_family(self.played["shares"]),
            "placebo": excess(self.tables),
        }


def write_attribution(found: Attributed, folder: Path, opens: Language = "da") -> Path:
    """Write the page, which ``opens`` in a language, and CSV into ``folder``; return the place of the page.

    Raises:
        ViewError: when a file cannot be written.
    """
    frames = found.frames()
    for name, frame in frames.items():
        save_bytes(folder / f"{name}.csv", frame.write_csv().encode())
    page = folder / "attribution.html"
    sheets = [_sheet(found, frames, language) for language in LANGUAGES]
    save_text(page, sheet_html(sheets, found.manifest.vendepunkt_version, opens))
    return page


def _sheet(found: Attributed, frames: Mapping[str, pl.DataFrame], language: Language) -> Sheet:
    futures = int(frames["events"]["futures"].max() or 0)  # type: ignore[arg-type]
    names = {
        "name": load_text(found.manifest.scenario, found.manifest.scenario_name).title.label(language),
        "events": number(found.events.height, 0, language),
        "futures": number(futures, 0, language), "weeks": number(found.weeks, 0, language),
        "version": found.manifest.vendepunkt_version, "digest": found.manifest.scenario_digest[:12],
        "lot": str(found.lot),
    }
    names["citizens"] = number(found.manifest.citizens, 0, language)
    names["standing"] = say(f"pathways.{'calibrated' if found.manifest.row_of_seed else 'not_calibrated'}", language)
    source = say("attribution.source", language, names)
    notes = ("k", "kinds", "luck", "files")
    return Sheet(
        language, say("attribution.kicker", language), say("attribution.title", language, names),
        say("attribution.standfirst", language, names),
        tuple(say(f"attribution.notice.{key}", language) for key in ("chance", "add", "model")),
        (
            _gains(frames["kinds"], source, language),
            *_families(frames["families"], source, language),
            *_lives(found, frames, source, language),
            Section(say("attribution.placebo", language), (say("attribution.placebo.lead", language),),
                    tables=(placebo_table(frames["placebo"], language),)),
            Section(say("attribution.table", language), tables=(gain_table(frames["kinds"], language),),
                    notes=tuple(say(f"attribution.note.{key}", language, names) for key in notes)),
        ),
        say("attribution.made", language, names),
    )


def _gains(kinds: pl.DataFrame, source: str, language: Language) -> Section:
    figures = []
    for name, sides, titles in (
        ("gains", own_and_others, OWN_AND_OTHERS), ("way", on_the_way, ON_THE_WAY),
    ):
        rows, prefix = gain_rows(kinds, sides, language), f"{name}-{language}"
        clear = sum(any(span is not None and span.clear for span in row.left) for row in rows)
        finding = say(f"attribution.{name}.finding{'' if clear else '.none'}", language, {
            "clear": str(clear), "kinds": str(len(rows))})
        figures.append(Drawing(prefix, finding, say(f"attribution.{name}.describe", language), source,
                               gains_chart(rows, titles, prefix, language)))
    return Section(say("attribution.gains", language), (say("attribution.gains.lead", language),), tuple(figures))


def _families(families: pl.DataFrame, source: str, language: Language) -> tuple[Section, ...]:
    town = families.filter(pl.col("event") == _TOWN)
    if town.is_empty():
        return ()
    rows, prefix = share_rows(town, language), f"shares-{language}"
    ends = {name: f"{number(100 * float(town[name][0]), 1, language)} %" for name in ("none", "whole")}
    figure = Drawing(prefix, say("attribution.families.finding", language, ends),
                     say("attribution.families.describe", language), source, shares_chart(rows, prefix, language))
    return (Section(say("attribution.families", language), (say("attribution.families.lead", language),), (figure,)),)


def _lives(
    found: Attributed, frames: Mapping[str, pl.DataFrame], source: str, language: Language
) -> tuple[Section, ...]:
    if not found.lives:
        return ()
    drawings, notes = [], []
    for event in found.lives:
        row = frames["events"].filter((pl.col("event") == event) & (pl.col("version") == "void")).row(0, named=True)
        drawings.append(_life(found, row, source, language))
        notes.append(f"{drawings[-1].finding.split(':')[0]}: {_range(frames, row, language)}")
    lead = (say("attribution.lives.lead", language),)
    return (Section(say("attribution.lives", language), lead, tuple(drawings), notes=tuple(notes)),)


def _life(found: Attributed, row: Mapping[str, Any], source: str, language: Language) -> Drawing:
    week, event = int(row["week"]), int(row["event"])
    life = life_of(found.tables, int(row["citizen"]), int(row["seed"]))
    fan = found.played["fan"].filter(pl.col("event") == event)
    versions = tuple(name for name in ("with", "void", "absent") if name in fan["version"].unique().to_list())
    chart = Fan(week, max(life.first_week, week - SHOWN_BEFORE), life.phases, fan, versions)
    names = {
        "kind": TurningPoint.from_key(row["kind"]).label(language), "citizen": str(row["citizen"]),
        "seed": str(row["seed"]), "week": str(week), "futures": str(row["futures"]),
        "there": f"{number(100 * row['chance_with'], 0, language)} %",
        "without": f"{number(100 * row['chance_without'], 0, language)} %",
    }
    prefix = f"fan-{event}-{language}"
    return Drawing(prefix, say("attribution.life.finding", language, names),
                   say("attribution.life.describe", language, names), source, fan_chart(chart, prefix, language))


def _range(frames: Mapping[str, pl.DataFrame], row: Mapping[str, Any], language: Language) -> str:
    mine = frames["families"].filter(pl.col("event") == row["event"])
    shares = "; ".join(f"{label} {words_of(span, 1, language)}" for label, span in share_rows(mine, language))
    return say("attribution.life.range", language, {
        "gain": number(100 * row["lasting"], 0, language), "low": number(100 * row["lasting_low"], 0, language),
        "high": number(100 * row["lasting_high"], 0, language), "shares": shares,
    })


