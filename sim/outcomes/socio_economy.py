"""Socio-economy: what society gains and uses, whoever pays. Gains are positive here, resources used are negative.

The Finance Ministry's two rules (facts K4): amounts are discounted to the start of the run, and those at factor prices
are raised by the net tax factor to what they are worth to consumers. Benefits, taxes, refunds and subsidies only move
money and cancel out. Not in it: the value of free time, health and wellbeing, what colleagues and mentors in firms give
of unpaid time, and the loss that taxes cause by being taxes.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.outcomes.accounts import WEEKS_A_YEAR, accounts
from sim.outcomes.hours import paid_hours
from sim.outcomes.prices import CostBook
from sim.outcomes.weekly import weekly_sums
from sim.record.tables import RunTables

RESOURCES = ("casework", "brokers", "support", "activation", "firm_mentors", "upskilling")
"""Items of the accounts that use somebody's working hours; all others are transfers."""

ITEMS = ("production", "resources", "net", "net_half_displaced")
"""What is told: the last counts half of the work as done by somebody else anyway (an example, no estimate)."""

_DISPLACED = 0.5


def socio_economy(tables: RunTables, costs: CostBook, amounts: pl.DataFrame | None = None) -> pl.DataFrame:
    """Return seed, item (``ITEMS``) and amount: kr. of the price year for the whole town and run, as present value.

    ``amounts`` is the frame of ``accounts`` when it is at hand. Production is ordinary paid hours at the wage an
    employer pays; what a year's hours of the effort cost is spread evenly over it.
    """
    schema = {"seed": pl.Int32, "item": pl.String, "amount": pl.Float64}
    seeds, weeks = tables.seeds, tables.weeks
    if not seeds or not weeks:
        return pl.DataFrame(schema=schema)
    worth = discounts(costs, weeks) * costs.weekly("net_tax_factor", weeks)
    wages = weekly_sums(paid_hours(tables), "hours", tables) * costs.weekly("hourly_wage", weeks)
    production = (wages * worth).sum(axis=1)
    spent = accounts(tables, costs) if amounts is None else amounts
    resources = -_present(spent.filter(pl.col("item").is_in(RESOURCES)), worth, seeds)
    told = {
        "production": production, "resources": resources, "net": production + resources,
        "net_half_displaced": _DISPLACED * production + resources,
    }
    by_item = ({"seed": seeds, "item": [item] * len(seeds), "amount": told[item]} for item in ITEMS)
    return pl.concat(pl.DataFrame(columns, schema) for columns in by_item)


def discounts(costs: CostBook, weeks: int) -> npt.NDArray[np.float64]:
    """What a krone of each week is worth at the start, (weeks,): by whole years, as the guidelines reckon."""
    years = np.arange(weeks) // WEEKS_A_YEAR
    return np.asarray((1.0 + costs.weekly("discount_rate", weeks)) ** -years.astype(np.float64))


def _present(amounts: pl.DataFrame, worth: npt.NDArray[np.float64], seeds: tuple[int, ...]) -> npt.NDArray[np.float64]:
    """The present value of yearly amounts, per seed."""
    first = np.add.reduceat(worth, np.arange(0, len(worth), WEEKS_A_YEAR))
    lengths = np.minimum(len(worth) - np.arange(0, len(worth), WEEKS_A_YEAR), WEEKS_A_YEAR)
    factor = pl.DataFrame(
        {"year": np.arange(1, len(first) + 1), "factor": first / lengths}, {"year": pl.Int16, "factor": pl.Float64},
    )
    summed = amounts.join(factor, on="year").group_by("seed").agg((pl.col("amount") * pl.col("factor")).sum())
    by_seed = pl.DataFrame({"seed": seeds}, {"seed": pl.Int32})
    return by_seed.join(summed, on="seed", how="left", maintain_order="left")["amount"].fill_null(0.0).to_numpy()
