"""T8, T9 and T4 as they were measured in the world: on a panel of citizens asked every third month.

BIP (facts A1-A6, D3): citizens and their caseworkers answer every quarter; later job or education is regressed on a
change of caseworker, or on the caseworker's belief, with both sets of indicators and fixed traits as controls. What
comes out is an association with everything in it that the indicators do not hold. The true difference, from twin lives
under the same luck, is ``twins``; the gap between the two is the model's own confounding.
"""

from __future__ import annotations

import numpy as np
import polars as pl

from sim.outcomes.stays import PERSON
from sim.record.schema import Layer
from sim.studies.calibration.observing import ANSWERS, QUARTER, RATINGS, Observed
from sim.studies.calibration.regression import Fit, poisson
from sim.vocabulary import ON_SUPPORT, ORDINARY_JOB, Benefit, EventKind, Standing

HORIZONS = {12: 52, 24: 104}
"""Months after, and weeks."""

TRAITS = ("age", "age_squared", "female", "parent", "language", "trained", "chronic_mental",
           "chronic_musculoskeletal", "chronic_other", "years_on_support", "time")
_READY = (pl.col("benefit") == int(Benefit.ACTIVITY_READY)) & pl.col("standing").is_in([int(s) for s in ON_SUPPORT])
_REACHED = [int(word) for word in (*ORDINARY_JOB, Standing.EDUCATION)]


def change_effect(seen: Observed, months: int) -> Fit | None:
    """T8: job or education within some months of a quarter, on a change of caseworker in the quarter.

    Controls are as answered before the quarter, so that nothing the change did is held fixed. Those followed are on
    activity-ready benefit at both ends. The coefficient of the change is the second (place 1).
    """
    panel = _traits(seen, seen.quarters.filter(_READY))
    after = panel.select(*PERSON, week=pl.col("week") - QUARTER, still=pl.lit(value=True))
    panel = panel.join(after, on=[*PERSON, "week"], how="semi").with_columns(moment=pl.col("week") + QUARTER)
    changes = seen.tables.events.filter(pl.col("kind") == int(EventKind.CASEWORKER_CHANGED)).select(
        *PERSON, week=((pl.col("week").cast(pl.Int32) + 1) // QUARTER) * QUARTER - 1,
    ).filter(pl.col("week") >= 0).unique().with_columns(exposed=pl.lit(1.0))
    panel = panel.join(changes, on=[*PERSON, "week"], how="left").with_columns(pl.col("exposed").fill_null(0.0))
    return _fitted(_outcome(seen, panel, HORIZONS[months]), (*ANSWERS, *RATINGS, "caseworker_belief"))


def belief_effect(seen: Observed, months: int) -> Fit | None:
    """T9: the same on the caseworker's belief: an optimistic caseworker (upper third) against a pessimistic (lower).

    Facts A5 compares optimistic with pessimistic caseworkers; the third in between is left out.
    """
    ready = seen.quarters.filter(_READY)
    low, high = (ready["caseworker_belief"].quantile(share) for share in (1 / 3, 2 / 3))
    if low is None or high is None:
        return None
    believes = pl.col("caseworker_belief") > high
    panel = _traits(seen, ready.filter(believes | (pl.col("caseworker_belief") <= low))).with_columns(
        moment=pl.col("week"), exposed=believes.cast(pl.Float64))
    return _fitted(_outcome(seen, panel, HORIZONS[months]), (*ANSWERS, *RATINGS))


def belief_gap(seen: Observed) -> float:
    """How far apart the beliefs of optimistic and pessimistic caseworkers are in the panel (0-1)."""
    beliefs = seen.quarters.filter(_READY)["caseworker_belief"].cast(pl.Float64)
    low, high = beliefs.quantile(1 / 3), beliefs.quantile(2 / 3)
    if low is None or high is None:
        return 0.0
    upper, lower = beliefs.filter(beliefs > high).mean(), beliefs.filter(beliefs <= low).mean()
    return float(upper) - float(lower) if isinstance(upper, float) and isinstance(lower, float) else 0.0


def followed(seen: Observed, months: int) -> pl.DataFrame:
    """Everybody asked on activity-ready benefit, with answers, ratings and traits, and whether job or education came.

    Columns beside those of ``quarters``: ``TRAITS`` and ``reached`` (0 or 1, within some months).
    """
    panel = _traits(seen, seen.quarters.filter(_READY)).with_columns(moment=pl.col("week"))
    return _outcome(seen, panel, HORIZONS[months])


def relative(fit: Fit | None) -> float | None:
    """The relative change that goes with the exposure; None where nothing could be fitted."""
    return None if fit is None else fit.ratio(1)


def mental_health(seen: Observed) -> dict[str, float | None]:
    """T4, in standard deviations: what parts those in work from those out of it, and what changes within a person.

    ``gap``: between former activity-ready in ordinary work and those out of work. ``gained`` and ``lost``: the change
    within persons half a year after getting work, and after losing it.

    Mental health is freedom from mental illness: what facts F1 calls psychological problems. Self-worth differs more
    (it is the model's channel from work to the person), and is not counted in.
    """
    ready = seen.tables.citizens.filter(pl.col("benefit_at_start") == int(Benefit.ACTIVITY_READY)).select(PERSON)
    people = seen.quarters.join(ready, on=PERSON, how="semi").select(
        *PERSON, "week", well=1 - pl.col("mental").cast(pl.Float64),
        works=pl.col("standing").is_in([int(s) for s in ORDINARY_JOB]), out=_READY,
    )
    spread = people.filter(pl.col("works") | pl.col("out"))["well"].std()
    working, out = people.filter("works")["well"].mean(), people.filter("out")["well"].mean()
    later = people.select(*PERSON, week=pl.col("week") - 2 * QUARTER, then="well", worked="works", idle="out")
    pairs = people.join(later, on=[*PERSON, "week"])
    change = pl.col("then") - pl.col("well")
    gained = pairs.filter(pl.col("out") & pl.col("worked")).select(change).to_series().mean()
    lost = pairs.filter(pl.col("works") & pl.col("idle")).select(change).to_series().mean()
    if not isinstance(spread, float) or spread <= 0 or not isinstance(working, float) or not isinstance(out, float):
        return {"gap": None, "gained": None, "lost": None}
    return {
        "gap": (working - out) / spread, "gained": gained / spread if isinstance(gained, float) else None,
        "lost": lost / spread if isinstance(lost, float) else None,
    }


def _traits(seen: Observed, quarters: pl.DataFrame) -> pl.DataFrame:
    """Fixed traits beside the answers, as a register holds them."""
    people = seen.tables.citizens.select(
        *PERSON, pl.col("age").cast(pl.Float64) / 10, age_squared=(pl.col("age").cast(pl.Float64) / 10) ** 2,
        female=pl.col("female").cast(pl.Float64), parent=(pl.col("children") > 0).cast(pl.Float64),
        language=pl.col("language").cast(pl.Float64), trained=pl.col("trained").cast(pl.Float64),
        chronic_mental=pl.col("chronic_mental").cast(pl.Float64),
        chronic_musculoskeletal=pl.col("chronic_musculoskeletal").cast(pl.Float64),
        chronic_other=pl.col("chronic_other").cast(pl.Float64),
        years_on_support=(1 + pl.col("weeks_on_support_at_start").cast(pl.Float64) / 52).log(),
    )
    joined = quarters.with_columns(pl.col("week").cast(pl.Int32)).join(people, on=PERSON)
    return joined.with_columns(time=pl.col("week").cast(pl.Float64) / 260)


def _outcome(seen: Observed, panel: pl.DataFrame, weeks: int) -> pl.DataFrame:
    """Whether a job or an education began within ``weeks`` of the moment; only where that can be followed."""
    begun = seen.tables.spells_of(Layer.STANDING).filter(pl.col("code").is_in(_REACHED)).select(
        *PERSON, "start", begun=pl.col("start"))
    found = panel.filter(pl.col("moment") + weeks < seen.tables.weeks).sort(*PERSON, "moment").join_asof(
        begun.sort(*PERSON, "start"), left_on="moment", right_on="start", by=PERSON, strategy="forward",
        check_sortedness=False,
    )
    reached = (pl.col("begun") - pl.col("moment") <= weeks).fill_null(value=False)
    return found.with_columns(reached=reached.cast(pl.Float64))


def _fitted(panel: pl.DataFrame, indicators: tuple[str, ...]) -> Fit | None:
    if panel.is_empty():
        return None
    controls = panel.select(pl.col(name).cast(pl.Float64) for name in (*indicators, *TRAITS)).to_numpy()
    columns = np.column_stack([np.ones(panel.height), panel["exposed"].to_numpy(), controls])
    caseworker = pl.struct("seed", "post", "occupant").rank("dense").cast(pl.Int64) - 1
    cluster = panel.select(caseworker).to_series().to_numpy()
    return poisson(panel["reached"].to_numpy(), columns, cluster)
