"""Where a baseline stands against the targets that can be read from tables alone. Hit or missed, all are reported.

Bands are judgement, not confidence intervals. Run at least 20 seeds and three years past the burn-in before reading
much into a single mark; T3 asks for six.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from sim.outcomes.attributes import CHANGE_WEEKS
from sim.outcomes.durations import retention
from sim.outcomes.groups import ALL
from sim.outcomes.presences import OFFER_WEEKS, OFFERS
from sim.outcomes.stays import PERSON, codes_at, stays
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.vocabulary import (
    ON_SUPPORT,
    ORDINARY_JOB,
    PLACEMENTS,
    Benefit,
    Channel,
    EventKind,
    Standing,
    Word,
)

Value = Callable[[RunTables], float | None]

_MONTH = 52 / 12
_EVERY = 13
"""Weeks between the cross-sections that are pooled."""
_FIVE_YEARS = 260
_MOST_OF_FIVE_YEARS = 0.8
_YOUNG = 30
_FORMAL = (Channel.JOBCENTRE, Channel.BROKER, Channel.PROVIDER)
_CASH = tuple(word for word in ON_SUPPORT if word not in (Standing.FLEXJOB_WAITING, Standing.RESOURCE_COURSE))
_FLEXJOB = (Standing.FLEXJOB, Standing.FLEXJOB_WAITING)


@dataclass(frozen=True)
class Mark:
    """A target: its key, what it says, the band (inclusive), and how tables give its value (shares as 0-1)."""

    target: str
    says: str
    low: float
    high: float
    value: Value


def calibration_marks(tables: RunTables) -> pl.DataFrame:
    """Return target, says, value, low, high, hit: every mark over all seeds pooled.

    ``value`` and ``hit`` are null where the run is too short or nobody is concerned.
    """
    rows = []
    for mark in MARKS:
        value = mark.value(tables) if tables.weeks and tables.citizens.height else None
        known = value is not None and math.isfinite(value)
        rows.append({
            "target": mark.target, "says": mark.says, "value": value if known else None, "low": mark.low,
            "high": mark.high, "hit": mark.low <= value <= mark.high if value is not None and known else None,
        })
    schema = {"target": pl.String, "says": pl.String, "value": pl.Float64, "low": pl.Float64, "high": pl.Float64,
              "hit": pl.Boolean}
    return pl.DataFrame(rows, schema=schema)


def _mean(values: pl.Series) -> float | None:
    found = values.cast(pl.Float64).mean()
    return float(found) if isinstance(found, float) else None


def _retained(column: str) -> Value:
    """T1-T2: of exits from support to ordinary work."""
    return lambda tables: _mean(retention(tables)[column])


def _hazard_ratio(tables: RunTables) -> float | None:
    """T2: monthly hazard of losing the job in months 1-3 over months 4-12 (facts C25)."""
    found = retention(tables)
    early, kept = _mean(found["lost_early"]), _mean(found["kept"])
    if early is None or kept is None or early >= 1 or kept <= 0:
        return None
    lost = 1 - (kept / (1 - early)) ** (1 / 9)
    return float((1 - (1 - early) ** (1 / 3)) / lost) if lost > 0 else None


def _long_support(tables: RunTables) -> float | None:
    """T3: share with at least 80 % of the last five years on support, among the activity-ready at the end.

    Only those count whose last five years lie inside the run (those who came in since are left out), so that the run
    and not the starting histories makes the number.
    """
    last = codes_at(tables, Layer.BENEFIT, tables.weeks - 1).filter(pl.col("code") == int(Benefit.ACTIVITY_READY))
    inside = tables.citizens.filter(pl.col("entry_week") <= max(tables.weeks - _FIVE_YEARS, 0))
    share = inside.join(last, on=PERSON, how="semi")["support_share_5y"].fill_nan(None).drop_nulls()
    return _mean(share >= _MOST_OF_FIVE_YEARS)


def _after_course(codes: tuple[Standing, ...], weeks: int) -> Value:
    """T5: where people stand some weeks after a resource course ended."""
    def value(tables: RunTables) -> float | None:
        courses = stays(tables, Layer.BENEFIT).filter(pl.col("code") == int(Benefit.RESOURCE_COURSE))
        ended = courses.join(tables.citizens.select(*PERSON, "exit_week", "standing_at_end"), on=PERSON).filter(
            (pl.col("end") + weeks < tables.weeks)
            & ((pl.col("end") < pl.col("exit_week")) | (pl.col("standing_at_end") == int(Standing.PENSION)))
        ).with_columns(then=pl.col("end") + weeks).sort(*PERSON, "then")
        found = ended.select(*PERSON, "then", "exit_week", "standing_at_end").join_asof(
            tables.spells_of(Layer.STANDING).select(*PERSON, "code", "start"), left_on="then", right_on="start",
            by=PERSON, strategy="backward", check_sortedness=False,
        )
        gone = pl.col("then") >= pl.col("exit_week")
        standing = found.select(pl.when(gone).then("standing_at_end").otherwise("code").alias("code"))
        return _mean(standing.select(_among(codes).alias("in"))["in"])

    return value


def _channel(channels: tuple[Channel, ...]) -> Value:
    """T6: share of ordinary jobs that came through some channels."""
    def value(tables: RunTables) -> float | None:
        won = tables.events.filter(pl.col("kind") == int(EventKind.JOB_WON)).select(
            *PERSON, pl.col("week").cast(pl.Int32), channel="current")
        jobs = stays(tables, Layer.STANDING).filter(_among(ORDINARY_JOB)).select(*PERSON, week="start")
        through = won.join(jobs, on=[*PERSON, "week"], how="semi").filter(pl.col("channel") != int(Channel.NONE))
        return _mean(through["channel"].is_in([int(channel) for channel in channels]))

    return value


def _still_there(months: int) -> Value:
    """T7: of the activity-ready on cash benefit in week 0, those on it some months later."""
    def value(tables: RunTables) -> float | None:
        week = round(months * _MONTH)
        if week >= tables.weeks:
            return None
        cash = pl.col("code") == int(Benefit.ACTIVITY_READY)
        then = codes_at(tables, Layer.BENEFIT, week).filter(cash).select(*PERSON, still=True)
        joined = codes_at(tables, Layer.BENEFIT, 0).filter(cash).join(then, on=PERSON, how="left")
        return _mean(joined["still"].fill_null(value=False))

    return value


def _falling_exit(tables: RunTables) -> float | None:
    """T7: net exit hazard of months 19-30 over that of months 0-19 (facts C19)."""
    early, late = _still_there(19)(tables), _still_there(30)(tables)
    if early is None or late is None or not 0 < late <= early < 1:
        return None
    return (math.log(early / late) / 11) / (-math.log(early) / 19)


def _year_later(codes: tuple[Standing, ...], members: pl.Expr) -> Value:
    """T10: where the activity-ready on support stand 52 weeks later, from every 13th week, pooled."""
    def value(tables: RunTables) -> float | None:
        people = tables.citizens.filter(members).select(PERSON)
        seen = []
        for week in range(0, tables.weeks - 52, _EVERY):
            ready = codes_at(tables, Layer.BENEFIT, week).filter(pl.col("code") == int(Benefit.ACTIVITY_READY))
            then = codes_at(tables, Layer.STANDING, week + 52).filter(_among(codes)).select(*PERSON, there=True)
            start = ready.join(people, on=PERSON, how="semi").select(PERSON)
            seen.append(start.join(then, on=PERSON, how="left")["there"].fill_null(value=False))
        return _mean(pl.concat(seen)) if seen else None

    return value


def _paid_on_benefit(tables: RunTables) -> float | None:
    """T11: share of citizen-weeks on cash benefit with ordinary paid hours beside it."""
    rows = tables.panel.filter(pl.col("group") == ALL)
    cash = sum(_total(rows, f"standing_{word.key}") for word in _CASH)
    return _total(rows, f"standing_{Standing.SMALL_JOB.key}") / cash if cash else None


def _changed(tables: RunTables) -> float | None:
    """T12: of those on support in week 0 and 18 months later, at least one change of caseworker in between."""
    if tables.weeks < CHANGE_WEEKS:
        return None
    start = codes_at(tables, Layer.STANDING, 0).filter(_among(ON_SUPPORT))
    end = codes_at(tables, Layer.STANDING, CHANGE_WEEKS - 1).filter(_among(ON_SUPPORT))
    changed = tables.events.filter(
        (pl.col("kind") == int(EventKind.CASEWORKER_CHANGED)) & (pl.col("week") < CHANGE_WEEKS)
    ).select(PERSON).unique().with_columns(changed=True)
    followed = start.join(end, on=PERSON, how="semi").join(changed, on=PERSON, how="left")
    return _mean(followed["changed"].fill_null(value=False))


def _activation_hours(tables: RunTables) -> float | None:
    """C1: generic activation hours per citizen on cash benefit and week. Placements' hours are not in the panel."""
    rows = tables.panel.filter(pl.col("group") == ALL)
    cash = sum(_total(rows, f"standing_{word.key}") for word in _CASH)
    return _total(rows, "hours_activation") / cash if cash else None


def _no_offer(tables: RunTables) -> float | None:
    """C1: of those on cash benefit through 65 weeks, no offer at all (support services do not count as one)."""
    if tables.weeks < OFFER_WEEKS:
        return None
    stayed = stays(tables, Layer.BENEFIT).filter(
        (pl.col("code") == int(Benefit.ACTIVITY_READY)) & (pl.col("start") == 0) & (pl.col("end") >= OFFER_WEEKS))
    offered = tables.spells_of(Layer.STANDING).filter(_among(OFFERS) & (pl.col("start") < OFFER_WEEKS)).select(
        PERSON).unique().with_columns(offered=True)
    return _mean(stayed.join(offered, on=PERSON, how="left")["offered"].is_null())


def _course_activity(tables: RunTables) -> float | None:
    """C3: of those on a resource course, in placement or paid hours, over every 13th week."""
    active = (*PLACEMENTS, Standing.WAGE_SUBSIDY, Standing.SMALL_JOB)
    seen = []
    for week in range(0, tables.weeks, _EVERY):
        course = codes_at(tables, Layer.BENEFIT, week).filter(pl.col("code") == int(Benefit.RESOURCE_COURSE))
        standing = codes_at(tables, Layer.STANDING, week).filter(_among(active)).select(*PERSON, active=True)
        seen.append(course.join(standing, on=PERSON, how="left")["active"].fill_null(value=False))
    return _mean(pl.concat(seen)) if seen else None


def _total(rows: pl.DataFrame, column: str) -> float:
    return float(rows[column].cast(pl.Float64).fill_nan(0.0).sum())


def _among(words: tuple[Word, ...]) -> pl.Expr:
    return pl.col("code").is_in([int(word) for word in words])


_ALL_AGES = pl.lit(value=True)

MARKS: tuple[Mark, ...] = (
    Mark("T1", "exits to work: 12 unbroken months", 0.38, 0.55, _retained("kept")),
    Mark("T2 early", "exits to work: lost in months 1-3", 0.21, 0.32, _retained("lost_early")),
    Mark("T2 late", "exits to work: lost in months 4-12", 0.19, 0.30, _retained("lost_late")),
    Mark("T2 ratio", "hazard of months 1-3 over months 4-12", 1.6, 3.0, _hazard_ratio),
    Mark("T3", "on support at least 80 % of five years", 0.57, 0.69, _long_support),
    *(Mark(f"T5 {name} {weeks}", f"{weeks} weeks after a resource course: {name}", low, high,
           _after_course(codes, weeks))
      for weeks in (4, 13) for name, codes, low, high in (
          ("pension", (Standing.PENSION,), 0.40, 0.62), ("flexjob", _FLEXJOB, 0.10, 0.30),
          ("job", ORDINARY_JOB, 0.02, 0.06))),
    Mark("T6 network", "ordinary jobs through acquaintances", 0.24, 0.45, _channel((Channel.NETWORK,))),
    Mark("T6 formal", "ordinary jobs through formal mediation", 0.05, 0.40, _channel(_FORMAL)),
    Mark("T7 19", "still on cash benefit after 19 months", 0.65, 0.88, _still_there(19)),
    Mark("T7 30", "still on cash benefit after 30 months", 0.55, 0.80, _still_there(30)),
    Mark("T7 ratio", "late exit hazard over early", 0.6, 0.95, _falling_exit),
    Mark("T10 job", "ordinary job 12 months later", 0.04, 0.09, _year_later(ORDINARY_JOB, _ALL_AGES)),
    Mark("T10 young", "under 30: job or education 12 months later", 0.09, 0.18,
         _year_later((*ORDINARY_JOB, Standing.EDUCATION), pl.col("age") < _YOUNG)),
    Mark("T10 older", "over 30: education 12 months later", 0.0, 0.04,
         _year_later((Standing.EDUCATION,), pl.col("age") >= _YOUNG)),
    Mark("T11", "paid hours while on cash benefit", 0.025, 0.07, _paid_on_benefit),
    Mark("T12", "at least one caseworker change in 18 months", 0.33, 0.48, _changed),
    Mark("C1 hours", "activation hours a week", 2.5, 4.5, _activation_hours),
    Mark("C1 none", "no offer in 65 weeks", 0.18, 0.32, _no_offer),
    Mark("C3", "resource course: in placement or paid hours", 0.10, 0.20, _course_activity),
)
"""The marks, in the order of the target list."""
