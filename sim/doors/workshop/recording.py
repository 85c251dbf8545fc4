"""A recording: one run as the page shows it, from the tables of the run and what was watched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.doors.measuring import measured
from sim.doors.workshop.lives import Sentences, lives_in
from sim.doors.workshop.packing import packed
from sim.doors.workshop.watching import Watch
from sim.errors import Text
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario
from sim.vocabulary import Phase

MEASURES = (
    "job_104", "lasting_job", "weeks_job", "phase_progression", "phase_derailment", "self_worth_change",
    "caseworker_changes", "meetings", "placements_hired", "cost_public",
)
"""What runs are held against each other by: measures of the catalogue, the same as in the brief."""


@dataclass(frozen=True)
class Recording:
    """One run for the page. ``head`` holds plain values, ``columns`` the numbers; sentences are numbered in both."""

    name: str
    head: Mapping[str, Any]
    columns: Mapping[str, npt.NDArray[Any]]
    sentences: Sentences

    def block(self) -> bytes:
        """The recording as one block of bytes, with its own sentences inside."""
        return packed({**self.head, "sentences": self.sentences.as_lists()}, self.columns)

    def told_with(self, shared: Sentences) -> Recording:
        """The same recording, its sentences numbered as in a table that several recordings share."""
        own = self.sentences
        number = np.array([shared.number(*pair) for pair in zip(own.da, own.en, strict=True)], dtype=np.uint32)
        number = np.append(number, np.uint32(0)) if not len(number) else number
        said = ("mark_sentence", "person_portrait", "person_ending", "person_tally")
        columns = {**self.columns, **{name: number[self.columns[name]] for name in said}}
        return replace(self, columns=columns, sentences=shared)

    def bare_block(self) -> bytes:
        """The recording without its sentences, which travel beside it."""
        return packed(self.head, self.columns)


def recorded(
    name: str, title: Text, scenario: Scenario, base: Scenario, tables: Mapping[int, RunTables], watch: Watch,
) -> Recording:
    """Make the recording of a run. The first seed is the town that is shown; all of them stand behind the numbers."""
    sentences = Sentences()
    first, *_ = tables
    lives = lives_in(tables[first], first, scenario.start, sentences)
    columns = {**lives.columns, **watch.columns(lives.numbers), "shares": _shares(list(tables.values()))}
    found = pl.concat([measured(scenario, each) for each in tables.values()])
    head = {
        "name": name, "title": {"da": title.da, "en": title.en},
        "changes": [{"da": each.sentence("da"), "en": each.sentence("en")} for each in scenario.differences_from(base)],
        "start": scenario.start.isoformat(), "weeks": scenario.weeks, "towns": len(tables),
        "measures": {key: _by_town(found, key) for key in MEASURES},
    }
    return Recording(name, head, columns, sentences)


def _by_town(found: pl.DataFrame, key: str) -> list[float | None]:
    mine = found.filter((pl.col("measure") == key) & (pl.col("group") == "all")).sort("seed")
    return [None if value is None else round(float(value), 6) for value in mine["value"]]


def _shares(towns: Sequence[RunTables]) -> npt.NDArray[Any]:
    """People by phase (the last two: in work, outside), week by week, town after town."""
    names = [f"phase_{phase.key}" for phase in Phase]
    return np.stack([
        tables.panel.filter(pl.col("group") == "all").sort("week").select(names).to_numpy() for tables in towns
    ]).astype(np.uint16)
