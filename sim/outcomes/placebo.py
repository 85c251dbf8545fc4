"""Placebo weeks: how often a pathway turns anyway, in weeks that are alike but hold no candidate event.

A turning rate by itself says little: phases change without events too. Each candidate event is held against weeks of
the same run in which the person had no candidate event at all, alike in phase and recent history. What comes after is
never looked at when weeks are matched; a placebo week may be followed by an event, as an event may by another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
import polars as pl

from sim.outcomes.durations import first_jobs
from sim.outcomes.stays import PERSON
from sim.outcomes.student import reach
from sim.record.schema import NO_CODE, Layer
from sim.record.tables import RunTables
from sim.record.track import Track, Whole, numbered
from sim.record.turned import Turns
from sim.vocabulary import EventKind, Standing, TurningPoint

EVERY = 4
"""Of a person's weeks one in so many, staggered over persons, may be a placebo week, unless asked otherwise."""

PAST_WEEKS = 13
"""How far back earlier candidate events count as history."""

_FEWEST_SEEDS, _FEWEST_EVENTS = 3, 10
"""With fewer nothing is said of a range: two seeds, or a handful of events, say next to nothing of a spread."""

_DWELT = (6, 13, 26, 52)
_UPWARD = [int(kind) for kind in TurningPoint if kind.upward]
_MATCHED = ("phase", "dwelt", "situation", "ups", "downs")
"""What must be alike: the phase of the week before, how long it had lasted (bands), the situation (on benefit and in
courses, at a workplace, in work, elsewhere), and the number of upward and downward candidates in the 13 weeks before
(0, 1, 2 or more)."""

_SITUATION = {
    **dict.fromkeys((Standing.CLARIFICATION, Standing.TRAINING, Standing.RECRUITMENT, Standing.WAGE_SUBSIDY,
                     Standing.SMALL_JOB), 1),
    **dict.fromkeys((Standing.FLEXJOB, Standing.PART_TIME, Standing.FULL_TIME), 2),
    **dict.fromkeys((Standing.EDUCATION, Standing.SELF_SUPPORT, Standing.PENSION, Standing.LEFT), 3),
}

_SITUATIONS = np.zeros(NO_CODE + 1, dtype=np.int64)
_SITUATIONS[list(_SITUATION)] = list(_SITUATION.values())
_Began = tuple[Track, Whole, Whole]
"""Where stays begin, with their codes and first weeks."""


def excess(tables: RunTables, every: int = EVERY) -> pl.DataFrame:
    """Return one row per kind and group of people: the turning rate, that of its placebo weeks, and the excess.

    Columns: kind, family, upward, people (``all``, or ``no_job``: those who never had an ordinary job in the record),
    candidates (that can be told), matched, rate, placebo, excess, low, high (95 %, jackknife over seeds; null with
    fewer than three seeds or ten events). ``rate``, ``placebo`` and ``excess`` are over the matched; null without any.
    One in ``every`` weeks of a person may be a placebo week.
    """
    events = _candidates(tables)
    past = _Past.of(tables, events)
    candidates = past.described(events.filter(pl.col("turned").is_not_null()))
    weeks = past.described(_placebo_weeks(tables, events, every))
    rows = []
    for people in ("all", "no_job"):
        mine, pool = (frame if people == "all" else frame.filter(~pl.col("got_job")) for frame in (candidates, weeks))
        rows += _rows(people, mine, _matched(mine, pool))
    return pl.DataFrame(rows, schema_overrides={"low": pl.Float64, "high": pl.Float64, "excess": pl.Float64})


def _matched(candidates: pl.DataFrame, pool: pl.DataFrame) -> pl.DataFrame:
    """Candidates with the rate of the placebo weeks of their own seed that are alike, in the event's direction."""
    rates = pool.group_by("seed", *_MATCHED).agg(up=pl.col("turned_up").mean(), down=pl.col("turned_down").mean())
    return candidates.join(rates, on=["seed", *_MATCHED], how="inner", maintain_order="left").with_columns(
        placebo=pl.when(pl.col("code").is_in(_UPWARD)).then("up").otherwise("down")
    )


def _rows(people: str, candidates: pl.DataFrame, matched: pl.DataFrame) -> list[dict[str, object]]:
    """One row per kind."""
    by_seed = matched.group_by("code", "seed", maintain_order=True).agg(
        count=pl.len(), turned=pl.col("turned").sum(), placebo=pl.col("placebo").sum(),
        over=(pl.col("turned").cast(pl.Float64) - pl.col("placebo")).sum(),
    ).sort("seed").partition_by("code", as_dict=True, include_key=False)
    told = dict(candidates.group_by("code").len().iter_rows())
    none = matched.clear().select("seed", count="code", turned="code", placebo="placebo", over="placebo")
    return [_row(kind, people, told.get(int(kind), 0), by_seed.get((int(kind),), none)) for kind in TurningPoint]


def _row(kind: TurningPoint, people: str, candidates: int, by_seed: pl.DataFrame) -> dict[str, object]:
    matched = int(by_seed["count"].sum())
    low, high = _jackknife(by_seed)
    rate, placebo, over = (float(by_seed[name].sum()) / matched if matched else None
                           for name in ("turned", "placebo", "over"))
    return {
        "kind": kind.key, "family": kind.family.key, "upward": kind.upward, "people": people,
        "candidates": candidates, "matched": matched, "rate": rate, "placebo": placebo, "excess": over,
        "low": low, "high": high,
    }


def _jackknife(by_seed: pl.DataFrame) -> tuple[float | None, float | None]:
    """95 % range of the sum of ``over`` by the sum of ``count``, leaving out one seed at a time."""
    over, count = by_seed["over"].to_numpy(), by_seed["count"].to_numpy().astype(np.float64)
    seeds = len(over)
    if seeds < _FEWEST_SEEDS or count.sum() < _FEWEST_EVENTS:
        return None, None
    left = (over.sum() - over) / (count.sum() - count)
    error = float(np.sqrt((seeds - 1) / seeds * ((left - left.mean()) ** 2).sum()))
    half = reach(seeds - 1) * error
    mean = float(over.sum() / count.sum())
    return max(mean - half, -1.0), min(mean + half, 1.0)


def _candidates(tables: RunTables) -> pl.DataFrame:
    """The candidate events, person after person: looking up neighbours one after the other is the quickest."""
    found = tables.events.filter(pl.col("kind") == int(EventKind.TURNING_POINT))
    columns = found.select(*PERSON, pl.col("week").cast(pl.Int32), code="current", turned="turned")
    return columns.sort(*PERSON, "week", maintain_order=True)


def _placebo_weeks(tables: RunTables, events: pl.DataFrame, every: int) -> pl.DataFrame:
    """Some weeks of each person without a candidate event in it, and whether the phase turned, both ways."""
    first = pl.col("entry_week").clip(0).cast(pl.Int32)
    here = tables.citizens.select(*PERSON, first=first, last=pl.col("exit_week").cast(pl.Int32))
    staggered = pl.col("first") + (pl.col("citizen").cast(pl.Int32) - pl.col("first")) % every
    weeks = here.with_columns(week=pl.int_ranges(staggered, "last", every)).explode("week")
    weeks = weeks.drop_nulls("week").select(*PERSON, pl.col("week").cast(pl.Int32))
    weeks = weeks.join(events, on=[*PERSON, "week"], how="anti", maintain_order="left")
    turns = Turns.of(tables.spells)
    up, known = turns.after(weeks, np.ones(weeks.height, dtype=np.bool_))
    down, _ = turns.after(weeks, np.zeros(weeks.height, dtype=np.bool_))
    return weeks.with_columns(turned_up=up, turned_down=down).filter(known)


@dataclass(frozen=True)
class _Past:
    """What weeks are matched on, ready to be looked up by person and week.

    ``people``: seed, citizen, and whether they ever had an ordinary job. ``phases`` and ``standings``: where their
    stays begin, with the codes. ``ups`` and ``downs``: candidate events by direction.
    """

    people: pl.DataFrame
    phases: _Began
    standings: _Began
    ups: Track
    downs: Track

    @classmethod
    def of(cls, tables: RunTables, events: pl.DataFrame) -> Self:
        jobs = first_jobs(tables).select(*PERSON, got_job=pl.lit(value=True))
        people = tables.citizens.select(PERSON).join(jobs, on=PERSON, how="left", maintain_order="left").with_columns(
            pl.col("got_job").fill_null(value=False))
        upward = pl.col("code").is_in(_UPWARD)
        ups, downs = (_track(people, events.filter(one), "week") for one in (upward, ~upward))
        phases, standings = (_began(people, tables.spells_of(layer)) for layer in (Layer.PHASE, Layer.STANDING))
        return cls(people, phases, standings, ups, downs)

    def described(self, weeks: pl.DataFrame) -> pl.DataFrame:
        """Add what weeks are matched on, and whether the person ever had an ordinary job."""
        week = weeks["week"].cast(pl.Int64).to_numpy()
        person = numbered(self.people, weeks)
        before = np.maximum(week - 1, 0)
        phase, began = _at(self.phases, person, before)
        standing, _ = _at(self.standings, person, before)
        dwelt = np.where(began >= 0, before - began, 0)
        recent = {
            name: np.minimum(track.count(person, week - PAST_WEEKS, week - 1), 2)
            for name, track in (("ups", self.ups), ("downs", self.downs))
        }
        return weeks.with_columns(
            phase=pl.Series(phase, dtype=pl.UInt8), situation=pl.Series(_SITUATIONS[standing], dtype=pl.Int8),
            dwelt=pl.Series(np.searchsorted(_DWELT, dwelt, side="right"), dtype=pl.Int8),
            **{name: pl.Series(counts, dtype=pl.Int8) for name, counts in recent.items()},
            got_job=self.people["got_job"].gather(person),
        )


def _track(people: pl.DataFrame, rows: pl.DataFrame, week: str) -> Track:
    return Track.of(numbered(people, rows), rows[week].cast(pl.Int64).to_numpy())


def _began(people: pl.DataFrame, stays: pl.DataFrame) -> _Began:
    return _track(people, stays, "start"), stays["code"].to_numpy(), stays["start"].cast(pl.Int64).to_numpy()


def _at(stays: _Began, person: Whole, week: Whole) -> tuple[Whole, Whole]:
    """The code of the last stay begun by then, and when it began; no code and -1 where there is none."""
    track, code, start = stays
    place = track.last(person, week)
    if not len(code):
        return np.full(len(place), NO_CODE), place
    return np.where(place >= 0, code[place], NO_CODE).astype(np.int64), np.where(place >= 0, start[place], -1)
