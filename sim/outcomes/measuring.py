"""From tables to measures: one tidy row per seed, group and measure."""

from __future__ import annotations

from functools import cache

import numpy as np
import polars as pl

from sim.outcomes.accounts import PUBLIC_PAYERS, accounts_with, per_payer
from sim.outcomes.catalogue import MEASURES
from sim.outcomes.groups import ALL, MEMBERSHIP, SMALLEST
from sim.outcomes.hours import paid_hours
from sim.outcomes.persons import persons
from sim.outcomes.prices import CostBook
from sim.outcomes.rules import ATTENTION, WEEKS_A_YEAR, attention, rules
from sim.record.tables import RunTables
from sim.vocabulary import CaseworkerCondition, FirmCondition, Word

SCHEMA = {"seed": pl.Int32, "group": pl.String, "measure": pl.String, "value": pl.Float64}
_LAST_WEEKS = 13


def measure(tables: RunTables, costs: CostBook) -> pl.DataFrame:
    """Return seed, group, measure and value for every seed, group and measure of the catalogue, sorted.

    A value is null where it cannot be told: a horizon beyond the run, nobody whom it concerns, a group with fewer than
    5 citizens in that run, or a measure of the town in any group but ``all``.

    Args:
        tables: runs of one scenario, of any number of seeds.
        costs: prices for the accounts.
    """
    if not tables.seeds:
        return pl.DataFrame(schema=SCHEMA)
    hours = paid_hours(tables)
    people = persons(tables, hours)
    amounts = accounts_with(tables, costs, hours)
    found = pl.concat([_of_people(people, tables), _of_town(tables, amounts, people)])
    return (
        _grid(tables.seeds).join(found, on=["seed", "group", "measure"], how="left", maintain_order="left")
        .with_columns(pl.col("value").fill_nan(None))
    )


def _grid(seeds: tuple[int, ...]) -> pl.DataFrame:
    """Every seed, group and measure."""
    return (
        pl.DataFrame({"seed": seeds}, {"seed": pl.Int32})
        .join(pl.DataFrame({"group": list(MEMBERSHIP)}), how="cross")
        .join(pl.DataFrame({"measure": _keys()}), how="cross")
    )


def _keys() -> list[str]:
    return [one.key for one in MEASURES]


@cache
def _numbers(weeks: int) -> tuple[pl.Expr, ...]:
    """The parts of all rules, then their wholes; kept, since making so many takes longer than using them."""
    made = rules(weeks)
    parts = [rule.part.cast(pl.Float64).fill_null(0.0).alias(f"part_{key}") for key, rule in made.items()]
    wholes = [rule.whole.cast(pl.Float64).fill_null(0.0).alias(f"whole_{key}") for key, rule in made.items()]
    return (*parts, *wholes)


def _of_people(people: pl.DataFrame, tables: RunTables) -> pl.DataFrame:
    """All person measures of all groups, tidy: for each, the sum of one number per person over the sum of another."""
    numbers = people.select(_numbers(tables.weeks)).to_numpy(order="c")
    asked, seeds = list(rules(tables.weeks)), tables.seeds
    groups = list(MEMBERSHIP)
    member = people.select(groups).to_numpy(order="c").astype(np.float64)
    met = people.select(pl.col("meetings").cast(pl.Float64), pl.col("present").cast(pl.Float64)).to_numpy()
    cohort = people["cohort"].to_numpy()
    edges = np.searchsorted(people["seed"].to_numpy(), seeds, side="left")
    edges = np.append(edges, people.height)
    frames = []
    for place, seed in enumerate(seeds):
        own = slice(edges[place], edges[place + 1])
        # Not a matrix product: that is left to a library whose last digits differ between processors.
        sums = np.einsum("pg,pk->gk", member[own], numbers[own])
        part, whole = sums[:, : len(asked)], sums[:, len(asked) :]
        values = np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole != 0)
        seen = np.array([attention(met[own][inside]) for inside in (member[own].T > 0) & cohort[own]])
        size = member[own].sum(axis=0)
        small = (size < SMALLEST) & (np.arange(len(groups)) != groups.index(ALL))
        table = np.where(small[:, None], np.nan, np.hstack((values, seen)))
        keys = [*asked, *ATTENTION]
        frames.append(pl.DataFrame({
            "seed": np.full(table.size, seed, dtype=np.int32), "group": np.repeat(groups, len(keys)),
            "measure": np.tile(keys, len(groups)), "value": table.ravel(),
        }))
    return pl.concat(frames)


def _of_town(tables: RunTables, amounts: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Measures that only the whole town has: firms, staff, queues, money."""
    def share(prefix: str, words: type[Word], word: Word) -> pl.Expr:
        everybody = pl.sum_horizontal(pl.col(f"{prefix}_{one.key}").sum() for one in words)
        return pl.col(f"{prefix}_{word.key}").sum() / everybody

    late = pl.col("week") >= tables.weeks - _LAST_WEEKS
    means = ("inclusion_capacity", "caseload", "waiting_support", "waiting_team", "waiting_start")
    town = tables.panel.filter(pl.col("group") == ALL).with_columns(
        pl.col("inclusion_capacity", "caseload").cast(pl.Float64).fill_nan(None)
    ).group_by("seed").agg(
        **{key: pl.col(key).mean() for key in means},
        inclusion_capacity_end=pl.col("inclusion_capacity").filter(late).mean(),
        firms_closed=share("firms", FirmCondition, FirmCondition.CLOSED),
        burnt_out=share("caseworkers", CaseworkerCondition, CaseworkerCondition.BURNT_OUT),
    )
    paid = per_payer(amounts).group_by("seed", "payer").agg(pl.col("amount").sum())
    years = people.group_by("seed").agg(years=pl.col("present").sum() / WEEKS_A_YEAR)
    names = {**{payer: f"cost_{payer}" for payer in (*PUBLIC_PAYERS, "public", "firm")}, "citizen": "income_citizen"}
    sign = pl.when(pl.col("payer") == "citizen").then(-1.0).otherwise(1.0)
    money = paid.join(years, on="seed").select(
        "seed", pl.lit(ALL).alias("group"), measure=pl.col("payer").replace_strict(names, return_dtype=pl.String),
        value=sign * pl.col("amount") / pl.col("years"),
    )
    tidy = town.unpivot(index="seed", variable_name="measure", value_name="value").select(
        "seed", pl.lit(ALL).alias("group"), "measure", pl.col("value").cast(pl.Float64),
    )
    return pl.concat([tidy, money])
