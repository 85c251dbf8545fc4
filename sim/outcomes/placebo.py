"""Placebo weeks: how often a pathway turns anyway, in weeks that are alike but hold no candidate event.

A turning rate by itself says little: phases change without events too. Each candidate event is held against weeks of
the same run in which the person had no candidate event at all, alike in phase and recent history. What comes after is
never looked at when weeks are matched; a placebo week may be followed by an event, as an event may by another.
"""

from __future__ import annotations

import numpy as np
import polars as pl
from scipy import stats

from sim.outcomes.comparison import CONFIDENCE
from sim.outcomes.durations import first_jobs
from sim.outcomes.stays import PERSON
from sim.record.schema import EVENTS, NO_AGENT, NO_CODE, Layer
from sim.record.tables import RunTables
from sim.record.turned import mark_turned
from sim.vocabulary import Cause, EventKind, Standing, TurningPoint

EVERY = 4
"""Of a person's weeks one in so many, staggered over persons, may be a placebo week, unless asked otherwise."""

PAST_WEEKS = 13
"""How far back earlier candidate events count as history."""

_FEWEST_SEEDS, _FEWEST_EVENTS = 3, 10
"""With fewer nothing is said of a range: two seeds, or a handful of events, say next to nothing of a spread."""

_DWELT = (6, 13, 26, 52)
_UP, _DOWN = TurningPoint.RELATION, TurningPoint.LIFE_CRISIS
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


def excess(tables: RunTables, every: int = EVERY) -> pl.DataFrame:
    """Return one row per kind and group of people: the turning rate, that of its placebo weeks, and the excess.

    Columns: kind, family, upward, people (``all``, or ``no_job``: those who never had an ordinary job in the record),
    candidates (that can be told), matched, rate, placebo, excess, low, high (95 %, jackknife over seeds; null with
    fewer than three seeds or ten events). ``rate``, ``placebo`` and ``excess`` are over the matched; null without any.
    One in ``every`` weeks of a person may be a placebo week.
    """
    candidates = _described(_candidates(tables), tables).filter(pl.col("turned").is_not_null())
    weeks = _described(_placebo_weeks(tables, every), tables)
    rows = []
    for people in ("all", "no_job"):
        mine, pool = (frame if people == "all" else frame.filter(~pl.col("got_job")) for frame in (candidates, weeks))
        matched = _matched(mine, pool)
        rows += [_row(kind, people, mine, matched) for kind in TurningPoint]
    return pl.DataFrame(rows, schema_overrides={"low": pl.Float64, "high": pl.Float64, "excess": pl.Float64})


def _matched(candidates: pl.DataFrame, pool: pl.DataFrame) -> pl.DataFrame:
    """Candidates with the rate of the placebo weeks of their own seed that are alike, in the event's direction."""
    rates = pool.group_by("seed", *_MATCHED).agg(
        up=pl.col("turned_up").mean(), down=pl.col("turned_down").mean(), weeks=pl.len()
    )
    upward = pl.col("code").is_in([int(kind) for kind in TurningPoint if kind.upward])
    return candidates.join(rates, on=["seed", *_MATCHED], how="inner").with_columns(
        placebo=pl.when(upward).then("up").otherwise("down")
    )


def _row(kind: TurningPoint, people: str, candidates: pl.DataFrame, matched: pl.DataFrame) -> dict[str, object]:
    mine = matched.filter(pl.col("code") == int(kind))
    by_seed = mine.group_by("seed").agg(
        count=pl.len(), over=(pl.col("turned").cast(pl.Float64) - pl.col("placebo")).sum()
    ).sort("seed")
    low, high = _jackknife(by_seed)
    rate, placebo = mine["turned"].mean(), mine["placebo"].mean()
    return {
        "kind": kind.key, "family": kind.family.key, "upward": kind.upward, "people": people,
        "candidates": candidates.filter(pl.col("code") == int(kind)).height, "matched": mine.height,
        "rate": rate, "placebo": placebo,
        "excess": float(by_seed["over"].sum() / mine.height) if mine.height else None, "low": low, "high": high,
    }


def _jackknife(by_seed: pl.DataFrame) -> tuple[float | None, float | None]:
    """95 % range of the sum of ``over`` by the sum of ``count``, leaving out one seed at a time."""
    over, count = by_seed["over"].to_numpy(), by_seed["count"].to_numpy().astype(np.float64)
    seeds = len(over)
    if seeds < _FEWEST_SEEDS or count.sum() < _FEWEST_EVENTS:
        return None, None
    left = (over.sum() - over) / (count.sum() - count)
    error = float(np.sqrt((seeds - 1) / seeds * ((left - left.mean()) ** 2).sum()))
    reach = float(stats.t.ppf((1 + CONFIDENCE) / 2, seeds - 1)) * error
    mean = float(over.sum() / count.sum())
    return max(mean - reach, -1.0), min(mean + reach, 1.0)


def _candidates(tables: RunTables) -> pl.DataFrame:
    found = tables.events.filter(pl.col("kind") == int(EventKind.TURNING_POINT))
    return found.select(*PERSON, pl.col("week").cast(pl.Int32), code="current", turned="turned")


def _placebo_weeks(tables: RunTables, every: int) -> pl.DataFrame:
    """Some weeks of each person without a candidate event in it, and whether the phase turned, both ways."""
    first = pl.col("entry_week").clip(0).cast(pl.Int32)
    here = tables.citizens.select(*PERSON, first=first, last=pl.col("exit_week").cast(pl.Int32))
    staggered = pl.col("first") + (pl.col("citizen").cast(pl.Int32) - pl.col("first")) % every
    weeks = here.with_columns(week=pl.int_ranges(staggered, "last", every)).explode("week")
    weeks = weeks.drop_nulls("week").select(*PERSON, pl.col("week").cast(pl.Int32))
    weeks = weeks.join(_candidates(tables), on=[*PERSON, "week"], how="anti").sort(*PERSON, "week")
    up, down = (_turned(weeks, tables.spells, kind) for kind in (_UP, _DOWN))
    return weeks.with_columns(turned_up=up, turned_down=down).drop_nulls("turned_up")


def _turned(weeks: pl.DataFrame, spells: pl.DataFrame, kind: TurningPoint) -> pl.Series:
    """Whether the phase turned after each week, by the rule that events are judged by."""
    values: dict[str, object] = {
        "kind": int(EventKind.TURNING_POINT), "agent": NO_AGENT, "previous": NO_CODE, "current": int(kind),
        "cause": int(Cause.NONE), "amount": 0.0, "turned": None,
    }
    asked = weeks.with_columns(**{name: pl.lit(value) for name, value in values.items()})
    asked = asked.select(pl.col(name).cast(dtype) for name, dtype in EVENTS.items())
    return mark_turned(asked, spells)["turned"]


def _described(weeks: pl.DataFrame, tables: RunTables) -> pl.DataFrame:
    """Add what weeks are matched on, and whether the person ever had an ordinary job."""
    before = weeks.with_columns(before=(pl.col("week") - 1).clip(0)).sort(*PERSON, "before", maintain_order=True)
    placed = before
    for layer, name in ((Layer.PHASE, "phase"), (Layer.STANDING, "standing")):
        began = pl.col("start").alias(f"{name}_start")
        stays = tables.spells_of(layer).select(*PERSON, began, pl.col("code").alias(name))
        placed = placed.join_asof(
            stays, left_on="before", right_on=f"{name}_start", by=PERSON, strategy="backward", check_sortedness=False,
        )
    dwelt = (pl.col("before") - pl.col("phase_start")).fill_null(0)
    situation = pl.col("standing").replace_strict(
        {int(code): place for code, place in _SITUATION.items()}, default=0, return_dtype=pl.Int8)
    history = _history(placed, tables)
    jobs = first_jobs(tables).select(*PERSON, got_job=pl.lit(value=True))
    return history.with_columns(
        phase=pl.col("phase").fill_null(NO_CODE), situation=situation,
        dwelt=sum((dwelt >= edge).cast(pl.Int8) for edge in _DWELT),
    ).join(jobs, on=PERSON, how="left", maintain_order="left").with_columns(pl.col("got_job").fill_null(value=False))


def _history(weeks: pl.DataFrame, tables: RunTables) -> pl.DataFrame:
    """Add ``ups`` and ``downs``: candidates in the 13 weeks before, by direction; 2 stands for more."""
    upward = [int(kind) for kind in TurningPoint if kind.upward]
    events = _candidates(tables).with_columns(up=pl.col("code").is_in(upward)).sort(*PERSON, "week")
    whole = weeks
    for name, wanted in (("ups", pl.col("up")), ("downs", ~pl.col("up"))):
        counted = events.filter(wanted).with_columns(so_far=pl.int_range(1, pl.len() + 1).over(PERSON)).select(
            *PERSON, at=pl.col("week"), so_far=pl.col("so_far").cast(pl.Int32))
        for ahead, label in ((0, "until"), (PAST_WEEKS, "from")):
            whole = whole.with_columns(at=pl.col("week") - 1 - ahead).sort(*PERSON, "at", maintain_order=True)
            whole = whole.join_asof(
                counted, on="at", by=PERSON, strategy="backward", check_sortedness=False,
            ).rename({"so_far": label}).drop("at")
        recent = pl.col("until").fill_null(0) - pl.col("from").fill_null(0)
        whole = whole.with_columns(recent.clip(0, 2).cast(pl.Int8).alias(name)).drop("until", "from")
    return whole
