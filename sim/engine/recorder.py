"""Turns a run into the four tables: who was there, how they were at both ends, what happened, week by week."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.arrays import rows_of
from sim.engine.panel import GROUPS, WeekPanel, panel_columns, week_panel
from sim.engine.spells import Starts, spells
from sim.population.columns import NEVER, Rows
from sim.population.groups import mark
from sim.population.town import NUMBER_BITS, Town, standings
from sim.processes.event_log import EventLog
from sim.processes.now import Now
from sim.record.schema import PANEL, STATES, TABLES, Layer
from sim.record.tables import RunTables
from sim.record.turned import mark_turned
from sim.vocabulary import EventKind, Standing

_TRAITS = {
    "entry_week": "entered",
    "female": "female",
    "children": "children",
    "partner_income": "partner_income",
    "language": "language",
    "trained": "trained",
    "trade": "trade",
    "wish": "wish",
    "chronic_mental": "chronic_mental",
    "chronic_musculoskeletal": "chronic_pain",
    "chronic_other": "chronic_other",
    "anxious": "anxious",
    "accommodation_need": "accommodation_need",
    "hours_possible": "hours_possible",
    "sociability": "sociability",
    "benefit_at_start": "benefit",
    "standing_at_start": "standing",
    "phase_at_start": "phase",
    "weeks_on_support_at_start": "support_weeks",
    **{f"{state}_at_start": state for state in STATES},
}
_COUNTERS = {
    "caseworker_changes": "caseworker_changes",
    "meetings": "meetings",
    "placements": "placements",
    "applications": "applications",
    "weeks_waiting": "waited",
}
_ENDINGS = {
    "standing_at_end": "standing",
    "phase_at_end": "phase",
    "end_support": "support_weeks",
    **{f"{state}_at_end": state for state in STATES},
}
_LAYERS = {
    Layer.STANDING: ("standing_at_start", EventKind.STANDING),
    Layer.PHASE: ("phase_at_start", EventKind.PHASE),
    Layer.BENEFIT: ("benefit_at_start", EventKind.BENEFIT),
}
_WINDOW = 260
MOST_CITIZENS = 1 << NUMBER_BITS
Arrays = dict[str, npt.NDArray[Any]]


@dataclass
class Recorder:
    """Collects while a run goes on; ``tables`` makes the frames at the end."""

    seeds: tuple[int, ...]
    starts: list[Arrays] = field(default_factory=list)
    ends: list[Arrays] = field(default_factory=list)
    weeks: list[int] = field(default_factory=list)
    panel: list[WeekPanel] = field(default_factory=list)

    def begin(self, town: Town) -> None:
        """Take everyone present as week 0 begins."""
        open_record(town)
        self._take_start(town, rows_of(town.citizens.present), 0)

    def after_week(self, town: Town, now: Now) -> None:
        """Take this week's entrants and the panel; free the rows of those who left."""
        c = town.citizens
        entrants = rows_of(c.present & (c.entered == now.week))
        mark(c, entrants, now.week)
        self._take_start(town, entrants, now.week)
        gone = leavers(town)
        self._take_end(town, gone, now.week)
        release(town, gone)
        self.weeks.append(now.week)
        self.panel.append(week_panel(town, now))

    def tables(self, town: Town, log: EventLog, weeks: int) -> tuple[RunTables, ...]:
        """The tables of the finished run, town by town."""
        self._take_end(town, rows_of(town.citizens.present), weeks)
        start, end = _joined(self.starts), _joined(self.ends)
        order_start, order_end = np.argsort(start["citizen"], kind="stable"), np.argsort(end["citizen"], kind="stable")
        people = {name: values[order_start] for name, values in start.items()}
        people |= {name: values[order_end] for name, values in end.items() if name != "citizen"}
        for name in _COUNTERS:
            people[name] = people.pop(f"{name}_last") - people[name]
        people["exit_week"] = np.where(people["standing_at_end"] == Standing.PENSION, weeks, people["exit_week"])
        stayed = people["exit_week"] > np.maximum(people["entry_week"], 0)
        events = log.columns()
        layers = {layer: _layer(people, events, layer) for layer in Layer}
        people["support_share_5y"] = _support_share(people, weeks)
        people = {name: values[stayed] for name, values in people.items()}
        # Someone who came and went within one week is in no weekly record, and neither is what happened to them.
        known = np.isin(events["citizen"], people["citizen"])
        events = {name: values[known] for name, values in events.items()}
        frames = {
            "citizens": _frame(self._of_town(people), "citizens"),
            "spells": self._spell_frame(layers, weeks),
            "events": _frame(self._of_town(events), "events"),
            "panel": self._panel_frame(),
        }
        return tuple(self._one_town(frames, number, seed) for number, seed in enumerate(self.seeds))

    def _of_town(self, columns: Arrays) -> Arrays:
        """Split the citizens' numbers into the town (told as seed until towns part) and the number within it."""
        number = columns["citizen"].astype(np.int64)
        return {**columns, "seed": number >> NUMBER_BITS, "citizen": number & (MOST_CITIZENS - 1)}

    def _one_town(self, frames: dict[str, pl.DataFrame], number: int, seed: int) -> RunTables:
        told = pl.lit(seed, dtype=pl.Int32).alias("seed")
        mine = {name: frame.filter(pl.col("seed") == number).with_columns(told) for name, frame in frames.items()}
        events = _in_people_order(mine["events"])
        spells_of_town = mine["spells"]
        return RunTables(
            mine["citizens"], spells_of_town, mark_turned(events, spells_of_town), mine["panel"]
        ).in_order()

    def _panel_frame(self) -> pl.DataFrame:
        towns, weeks = len(self.seeds), len(self.weeks)
        columns = panel_columns(self.panel)
        columns["week"] = np.repeat(np.array(self.weeks, dtype=np.int64), len(GROUPS) * towns)
        columns["seed"] = np.tile(np.repeat(np.arange(towns), len(GROUPS)), weeks)
        text = pl.Series("group", list(GROUPS) * (towns * weeks), dtype=pl.String)
        whole = pl.DataFrame({name: columns[name] for name in PANEL if name != "group"}).with_columns(text)
        return whole.select(pl.col(name).cast(kind) for name, kind in PANEL.items())

    def _spell_frame(self, layers: dict[Layer, Arrays], weeks: int) -> pl.DataFrame:
        frames = []
        for layer, columns in layers.items():
            count = len(columns["citizen"])
            open_right = columns["last"] & (columns["end"] == weeks)
            kept = columns["end"] > columns["start"]
            frame = _frame(
                {**self._of_town(columns), "layer": np.full(count, int(layer)), "open_right": open_right}, "spells"
            )
            frames.append(frame.filter(pl.Series(kept)))
        return pl.concat(frames)

    def _take_start(self, town: Town, rows: Rows, week: int) -> None:
        c = town.citizens
        taken = {"citizen": c.citizen[rows], "age": (week - c.born[rows]) / np.float32(52.0)}
        taken |= {name: getattr(c, column)[rows] for name, column in _TRAITS.items()}
        # What an entrant has met in the entry week belongs to the run; the past of those present does not.
        present = c.entered[rows] < week if week else np.ones(len(rows), dtype=np.bool_)
        taken |= {name: getattr(c, column)[rows].astype(np.int64) * present for name, column in _COUNTERS.items()}
        self.starts.append(taken)

    def _take_end(self, town: Town, rows: Rows, week: int) -> None:
        c = town.citizens
        taken: Arrays = {"citizen": c.citizen[rows], "exit_week": np.full(len(rows), week, dtype=np.int64)}
        taken |= {name: getattr(c, column)[rows] for name, column in _ENDINGS.items()}
        taken |= {f"{name}_last": getattr(c, column)[rows].astype(np.int64) for name, column in _COUNTERS.items()}
        self.ends.append(taken)


def open_record(town: Town) -> None:
    """Week 0 begins: pensions of the burn-in are not counted, and the group marks of those present are fixed."""
    c = town.citizens
    town.pensioned[:] = 0
    rows = rows_of(c.present)
    # Whoever is there as week 0 begins came before it, also where there was no burn-in to come in.
    c.entered[rows] = np.minimum(c.entered[rows], -1)
    mark(c, rows, 0)


_GONE = standings(Standing.LEFT, Standing.PENSION)


def leavers(town: Town) -> Rows:
    """Rows of those who are gone for good: left, or on a disability pension."""
    c = town.citizens
    return rows_of(_GONE.take(c.standing) & c.present)


def release(town: Town, rows: Rows) -> None:
    """Free the rows of those who are gone; pensioners stay counted."""
    if not len(rows):
        return
    c = town.citizens
    pensioned = rows[c.standing[rows] == Standing.PENSION]
    np.add.at(town.pensioned, (c.town[pensioned], c.cell[pensioned]), 1)
    c.present[rows] = False
    c.standing[rows] = Standing.LEFT
    c.mentor_until[rows] = NEVER


def _in_people_order(events: pl.DataFrame) -> pl.DataFrame:
    """Events of one week by citizen, each citizen's in the order they happened: the same whoever lives next door."""
    return events.with_row_index("happened").sort("week", "citizen", "happened").drop("happened")


def _joined(parts: list[Arrays]) -> Arrays:
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _layer(people: Arrays, events: Arrays, layer: Layer) -> Arrays:
    code, kind = _LAYERS[layer]
    mine = events["kind"] == int(kind)
    entered = people["entry_week"] >= 0
    starts = Starts(
        people["citizen"].astype(np.int64),
        np.maximum(people["entry_week"], 0).astype(np.int64),
        people["exit_week"].astype(np.int64),
        people[code].astype(np.int64),
        entered,
    )
    return spells(starts, *(events[name][mine].astype(np.int64) for name in ("citizen", "week", "current", "cause")))


def _support_share(people: Arrays, weeks: int) -> npt.NDArray[np.float32]:
    """Share of the last 260 weeks on public support; before an entrant's entry, what the entry history tells."""
    share = np.full(len(people["citizen"]), np.nan, dtype=np.float32)
    if weeks < _WINDOW:
        return share
    during = (people["end_support"] - people["weeks_on_support_at_start"]).astype(np.float32)
    inside = np.minimum(weeks - np.maximum(people["entry_week"], 0), _WINDOW).astype(np.float32)
    # Weeks counted from week 0 or entry to the end; the window is the whole run when the run is 260 weeks.
    earlier = np.minimum(people["weeks_on_support_at_start"].astype(np.float32), np.maximum(_WINDOW - inside, 0))
    whole = np.minimum((during + earlier) / np.float32(_WINDOW), 1.0)
    there = people["exit_week"] == weeks
    return np.where(there, whole, np.float32(np.nan)).astype(np.float32)


def _frame(columns: Arrays, table: str) -> pl.DataFrame:
    schema = TABLES[table]
    missing = np.zeros(len(columns["seed"]), dtype=np.bool_)
    data = {name: columns.get(name, missing) for name in schema}
    frame = pl.DataFrame({name: np.ascontiguousarray(values) for name, values in data.items()})
    if table == "events":
        frame = frame.with_columns(turned=pl.lit(None, dtype=pl.Boolean))
    return frame.select(pl.col(name).cast(kind) for name, kind in schema.items())
