"""What was played, put together: with and without side by side, future by future."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from sim.studies.attribution.plan import SHARES, VOID, WITH, Plan, Unit
from sim.studies.attribution.store import Store


def gathered(plan: Plan, store: Store) -> Mapping[str, pl.DataFrame]:
    """Everything that was played, as three frames.

    ``futures``: event, version (void, absent), future, and for lasting, job and progression the person's own outcome
    ``with`` and ``without``, and for lasting and job the number of others. ``fan``: event, version, ahead, phase,
    futures. ``shares``: event (-1 for the whole town), future, family, gain, whole, none.
    """
    futures, fans, shares = [], [], []
    for unit in plan.units:
        if unit.version == SHARES:
            shares.append(store.frame(unit, "fates").with_columns(event=pl.lit(unit.event, pl.Int32)))
        elif unit.version != WITH:
            there = Unit(unit.seed, unit.week, WITH)
            futures.append(_paired(plan, unit, store.frame(there, "fates"), store.frame(unit, "fates")))
            fans.append(_fanned(plan, unit, store.frame(unit, "fan"), unit.version))
            if unit.version == VOID:
                fans.append(_fanned(plan, unit, store.frame(there, "fan"), WITH))
    whole = pl.concat(shares) if shares else _NO_SHARES
    return {"futures": pl.concat(futures), "fan": pl.concat(fans), "shares": whole}


_NO_SHARES = pl.DataFrame(schema={
    "future": pl.Int32, "family": pl.String, "gain": pl.Float64, "whole": pl.Float64, "none": pl.Float64,
    "event": pl.Int32,
})


def _paired(plan: Plan, unit: Unit, there: pl.DataFrame, without: pl.DataFrame) -> pl.DataFrame:
    citizen = plan.event(unit.event)["citizen"]
    both = there.filter(pl.col("citizen") == citizen).join(without, on=["future", "citizen"], suffix="_without")
    return both.select(
        pl.lit(unit.event, pl.Int32).alias("event"), pl.lit(unit.version).alias("version"),
        pl.col("future").cast(pl.Int32),
        *(pl.col(name).cast(pl.Int32).alias(f"{name}_with") for name in ("lasting", "job", "progression")),
        *(pl.col(f"{name}_without").cast(pl.Int32) for name in ("lasting", "job", "progression")),
        **{
            f"others_{name}_{arm}": (pl.col(f"town_{name}{end}") - pl.col(f"{name}{end}")).cast(pl.Int32)
            for name in ("lasting", "job") for arm, end in (("with", ""), ("without", "_without"))
        },
    ).sort("future")


def _fanned(plan: Plan, unit: Unit, fan: pl.DataFrame, version: str) -> pl.DataFrame:
    mine = fan.filter(pl.col("citizen") == plan.event(unit.event)["citizen"])
    return mine.select(
        pl.lit(unit.event, pl.Int32).alias("event"), pl.lit(version).alias("version"), "ahead", "phase", "futures",
    )
