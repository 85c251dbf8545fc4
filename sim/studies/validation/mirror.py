"""Patterns 3a and 4: the model seen through S4's keyhole, 24 people who got a job, drawn many times."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.outcomes.durations import starts_of
from sim.outcomes.stays import PERSON, runs
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.studies.calibration.chance import uniforms
from sim.studies.validation.findings import Finding, Status, all_of
from sim.vocabulary import IN_WORK, ON_SUPPORT, Benefit, Channel, EventKind, Standing, TurningPoint

Numbers = npt.NDArray[np.float64]

DRAWN = 24
"""People S4 spoke with: 17 in full time, 2 in part time, 5 in flexjob."""
_DRAWS = 2000
_SUPPORTED = [int(word) for word in ON_SUPPORT]
_UP = int(TurningPoint.CASEWORKER_LOST)
_WAYS = {"network": (Channel.NETWORK,), "jobcentre": (Channel.JOBCENTRE, Channel.BROKER, Channel.PROVIDER),
         "own": (Channel.OWN,)}
_TRAITS = ("age", "female", "trained", "language", "chronic_mental", "chronic_musculoskeletal", "children")


def selected(tables: RunTables) -> pl.DataFrame:
    """Those S4 could have met: over 30, two years on support, activity-ready, 3 to 12 months in a job at the end.

    Columns of ``citizens`` and ``kind`` (standing in the job), ``channel`` (how it was won), ``turns`` (upward turning
    points that turned, before the job).
    """
    work = runs(tables, Layer.STANDING, IN_WORK)
    here = starts_of(work, tables).join(work.select(*PERSON, "start", kind="code"), on=[*PERSON, "start"])
    length = tables.weeks - pl.col("start")
    open_ = here.filter((pl.col("end") >= tables.weeks) & (length >= 13) & (length <= 52)  # noqa: PLR2004 - S4's window
                        & pl.col("before").is_in(_SUPPORTED))
    people = tables.citizens.filter(
        (pl.col("age") >= 30) & (pl.col("benefit_at_start") == int(Benefit.ACTIVITY_READY))  # noqa: PLR2004
        & (pl.col("weeks_on_support_at_start") + pl.lit(tables.weeks) >= 104))  # noqa: PLR2004
    events = tables.events.with_columns(pl.col("week").cast(pl.Int32))
    jobs = events.filter(pl.col("kind") == int(EventKind.JOB_WON))
    won = jobs.select(*PERSON, start="week", channel="current").unique([*PERSON, "start"], keep="last")
    turned = events.filter(
        (pl.col("kind") == int(EventKind.TURNING_POINT)) & pl.col("turned") & (pl.col("current") < _UP))
    known = open_.select(*PERSON, "start", "kind").join(turned.select(*PERSON, "week"), on=PERSON, how="left")
    counted = known.group_by([*PERSON, "start", "kind"]).agg(turns=(pl.col("week") <= pl.col("start")).sum())
    return people.join(counted, on=PERSON).join(won, on=[*PERSON, "start"], how="left").with_columns(
        pl.col("channel").fill_null(int(Channel.NONE)))


def mirror(tables: RunTables) -> Finding:
    """Pattern 4: of draws of 24, is 17/2/5 an ordinary one; are network and jobcentre the commonest ways in?

    ``full``, ``part``, ``flexjob``: mean numbers in a draw; ``unusual``: share of draws at least as far from their mean
    as S4's numbers; ``network``, ``jobcentre``, ``own``: shares of ways; ``turns``: mean turning points;
    ``turns_without``: the same among those like them who got no job, whom S4 could not see.
    """
    met = selected(tables)
    if met.height < DRAWN:
        return Finding("4", "inconclusive", {"people": float(met.height)})
    kinds = met["kind"].to_numpy()
    three = (Standing.FULL_TIME, Standing.PART_TIME, Standing.FLEXJOB)
    counts = _drawn(np.stack([kinds == int(word) for word in three]))
    average = counts.mean(axis=0)
    away = np.abs(counts - average).sum(axis=1)
    unusual = float((away >= np.abs(np.array([17, 2, 5]) - average).sum()).mean())
    channels = met["channel"].to_numpy()
    ways = {name: float(np.isin(channels, [int(one) for one in some]).mean()) for name, some in _WAYS.items()}
    routes: Status = "pass" if ways["own"] < min(ways["network"], ways["jobcentre"]) else "fail"
    turns = float(met["turns"].mean() or 0.0)  # type: ignore[arg-type]
    numbers = {"people": float(met.height), "full": float(average[0]), "part": float(average[1]),
               "flexjob": float(average[2]), "unusual": unusual, **ways, "turns": turns,
               "turns_without": _turns_without(tables, met)}
    shape: Status = "pass" if unusual > 0.05 else "fail"  # noqa: PLR2004 - one in twenty
    return Finding("4", all_of(shape, routes, "pass" if turns >= 1 else "fail"), numbers)


def traits_do_not_part(tables: RunTables) -> Finding:
    """Pattern 3a: in draws of 24, fixed traits part full time from the rest no better than chance does.

    ``separation``: mean over traits of the absolute standardised difference; ``by_chance``: the same when kinds are
    dealt out at random.
    """
    met = selected(tables)
    if met.height < DRAWN:
        return Finding("3a", "inconclusive", {"people": float(met.height)})
    traits = met.select(pl.col(name).cast(pl.Float64) for name in _TRAITS).to_numpy()
    full = (met["kind"] == int(Standing.FULL_TIME)).to_numpy()
    real, dealt = [], []
    for draw in range(300):
        some = np.argsort(uniforms(510, met.height, 1, draw)[:, 0])[:DRAWN]
        mixed = full[some][np.argsort(uniforms(511, DRAWN, 1, draw)[:, 0])]
        real.append(_separation(traits[some], full[some]))
        dealt.append(_separation(traits[some], mixed))
    numbers = {
        "people": float(met.height), "separation": float(np.nanmean(real)), "by_chance": float(np.nanmean(dealt)),
    }
    unusual = float(np.nanmean(np.array(dealt) >= np.nanmean(real)))
    return Finding("3a", "pass" if unusual > 0.05 else "fail", {**numbers, "unusual": unusual})  # noqa: PLR2004


def _drawn(marks: npt.NDArray[np.bool_]) -> Numbers:
    kinds, people = marks.shape
    found = np.zeros((_DRAWS, kinds))
    for draw in range(_DRAWS):
        some = np.argsort(uniforms(512, people, 1, draw)[:, 0])[:DRAWN]
        found[draw] = marks[:, some].sum(axis=1)
    return found


def _separation(traits: Numbers, full: npt.NDArray[np.bool_]) -> float:
    if not 2 <= full.sum() <= len(full) - 2:  # noqa: PLR2004 - two on each side
        return float("nan")
    spread = traits.std(axis=0)
    apart = np.abs(traits[full].mean(axis=0) - traits[~full].mean(axis=0))
    return float(np.mean(apart[spread > 0] / spread[spread > 0]))


def _turns_without(tables: RunTables, met: pl.DataFrame) -> float:
    """Turning points of people over 30 on support throughout, per person, over the same length of record."""
    ever = tables.spells_of(Layer.STANDING).filter(pl.col("code").is_in([int(word) for word in IN_WORK])).select(PERSON)
    others = tables.citizens.filter(
        (pl.col("age") >= 30) & (pl.col("benefit_at_start") == int(Benefit.ACTIVITY_READY))  # noqa: PLR2004
        & (pl.col("entry_week") < 0)).select(PERSON).join(ever.unique(), on=PERSON, how="anti").join(
        met.select(PERSON), on=PERSON, how="anti")
    turned = tables.events.filter((pl.col("kind") == int(EventKind.TURNING_POINT)) & pl.col("turned")
                                  & (pl.col("current") < _UP)).join(others, on=PERSON, how="semi")
    return turned.height / max(others.height, 1)
