"""Budget economy: who pays what, in which year. A first cost table; expenses are positive, incomes negative.

What is in it: benefits with the state's refund by weeks on support, tax on wages and on benefits, and the working hours
of the effort. What is not (yet): the deduction of small wages in cash benefit, municipal rent and housing support,
health care outside the effort, and administration. What society as a whole gains or uses is another account:
``socio_economy``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.outcomes.hours import paid_hours
from sim.outcomes.prices import BENEFIT_TAX_RATE, WEEKS_A_MONTH, CostBook
from sim.outcomes.stays import PERSON
from sim.outcomes.weekly import WeeklyCounts, weekly_sums
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.vocabulary import Benefit, EventKind, Service, Standing

Weekly = npt.NDArray[np.float64]

PAYERS = ("municipality", "state", "region", "firm", "citizen")
PUBLIC_PAYERS = ("municipality", "state", "region")
ITEMS = (
    "benefits", "refund", "tax_on_benefits", "tax_on_wages", "casework", "brokers", "support", "activation",
    "firm_mentors", "mentor_training", "reception", "compensation", "flexjob_pool", "wage_subsidy", "upskilling",
    "team", "teaching", "volunteers", "providers", "income",
)
WEEKS_A_YEAR = 52
_FULL_WEEK = 37.0
_PROVIDER_AGE = 30
_LADDER = (Benefit.ACTIVITY_READY, Benefit.RESOURCE_COURSE, Benefit.FLEXJOB_ALLOWANCE)
_LAST_STEP = (Benefit.FLEXJOB_SUBSIDY, Benefit.PENSION)
_REGIONAL = (Service.PSYCHOLOGIST, Service.REHABILITATION)
_RATES = {  # benefit -> price by household: under 30, provider, other. Flexjob allowance: nearest known rate (grade E).
    Benefit.ACTIVITY_READY: ("benefit_young", "benefit_provider", "benefit_single"),
    Benefit.RESOURCE_COURSE: ("benefit_young", "benefit_provider", "benefit_single"),
    Benefit.FLEXJOB_ALLOWANCE: ("benefit_provider",) * 3,
    Benefit.FLEXJOB_SUBSIDY: ("flexjob_subsidy",) * 3,
    Benefit.STUDY_GRANT: ("study_grant",) * 3,
    Benefit.PENSION: ("pension",) * 3,
}


@dataclass(frozen=True)
class _Line:
    """One item of one payer: kroner per seed and week, (seeds, weeks)."""

    payer: str
    item: str
    amounts: Weekly


@dataclass(frozen=True)
class _Town:
    """The panel's rows of the whole town, and where each stands in a (seeds, weeks) table."""

    rows: pl.DataFrame
    seed: npt.NDArray[np.int64]
    week: npt.NDArray[np.int64]
    shape: tuple[int, int]

    @classmethod
    def of(cls, tables: RunTables) -> _Town:
        rows = tables.panel.filter(pl.col("group") == "all")
        seed = np.searchsorted(np.array(tables.seeds, dtype=np.int64), rows["seed"].to_numpy())
        return cls(rows, seed, rows["week"].to_numpy().astype(np.int64), (len(tables.seeds), tables.weeks))

    def weekly(self, column: str) -> Weekly:
        """One column, (seeds, weeks); missing numbers are 0."""
        full = np.zeros(self.shape)
        full[self.seed, self.week] = self.rows[column].cast(pl.Float64).fill_nan(0.0).to_numpy()
        return full


def accounts(tables: RunTables, costs: CostBook) -> pl.DataFrame:
    """Return seed, year (1 is weeks 0-51), payer, item and amount (kr. of the price year, whole town).

    Benefits are counted person by person and week by week; the rate follows age and children at the start; the refund
    is the state's share at the ladder's step, as the panel counts people on benefit by weeks on support (disability
    pension and flexjob subsidy: the last step). Hours come from the panel; support hours are split by the services
    that started: psychologist and rehabilitation to the region, mentors at the mentor's price, the rest to the
    municipality. Workplaces ("firm") pay their mentors' time less what they are paid for it (a fixed sum may be more),
    and receive newcomers; what they are compensated for counts against it. The citizens' line is their income after
    tax, with a minus.
    """
    return accounts_with(tables, costs, paid_hours(tables))


def accounts_with(tables: RunTables, costs: CostBook, hours: pl.DataFrame) -> pl.DataFrame:
    """Return ``accounts`` when the stretches of ``paid_hours`` are at hand already."""
    seeds, weeks = tables.seeds, tables.weeks
    if not seeds or not weeks:
        return _frame([], (), 0)
    town = _Town.of(tables)
    ladder = _ladder_share(town, costs)
    lines = [*_benefits(tables, costs, ladder), *_wages(tables, costs, hours), *_effort(tables, costs, town, ladder)]
    income = -sum((line.amounts for line in lines if line.payer == "citizen"), np.zeros((len(seeds), weeks)))
    public = [line for line in lines if line.payer != "citizen"]
    return _frame([*public, _Line("citizen", "income", -income)], seeds, weeks)


def per_payer(amounts: pl.DataFrame) -> pl.DataFrame:
    """Return seed, year, payer and amount: the items of ``accounts`` added up, and ``public`` as the sum of payers."""
    keys = ["seed", "year", "payer"]
    # In the order of the rows: sums in whatever order come out different in the last bit from time to time.
    summed = amounts.group_by(keys, maintain_order=True).agg(pl.col("amount").sum())
    public = summed.filter(pl.col("payer").is_in(PUBLIC_PAYERS)).with_columns(payer=pl.lit("public"))
    both = pl.concat([summed, public.group_by(keys, maintain_order=True).agg(pl.col("amount").sum())])
    return both.sort("seed", "year", pl.col("payer").cast(pl.Enum([*PAYERS, "public"])))


def _benefits(tables: RunTables, costs: CostBook, ladder: Weekly) -> list[_Line]:
    """Benefits paid, the state's share of them, and the tax that comes back."""
    weeks = tables.weeks
    household = (
        pl.when(pl.col("age") < _PROVIDER_AGE).then(0).when(pl.col("children") > 0).then(1).otherwise(2).alias("class")
    )
    spells = tables.spells_of(Layer.BENEFIT).join(
        tables.citizens.select(*PERSON, household), on=PERSON, how="left", maintain_order="left",
    )
    counts = WeeklyCounts.of(spells, ["code", "class"], tables)
    last = costs.refund_ladder(weeks)[:, 3]
    nothing = np.zeros((len(tables.seeds), weeks))
    paid, refund, grants = nothing.copy(), nothing.copy(), nothing.copy()
    for benefit, prices in _RATES.items():
        amount = nothing.copy()
        for household_class, price in enumerate(prices):
            amount += counts.of_key(int(benefit), household_class) * costs.weekly(price, weeks) / WEEKS_A_MONTH
        if benefit is Benefit.STUDY_GRANT:
            grants += amount
            continue
        paid += amount
        refund += amount * (ladder if benefit in _LADDER else last)
    cut = _sanctioned(tables) * costs.weekly("sanction_share", weeks) * costs.weekly("benefit_single", weeks)
    cut /= WEEKS_A_MONTH
    paid -= cut
    refund -= cut * ladder
    tax = (paid + grants) * BENEFIT_TAX_RATE
    local = costs.weekly("municipal_tax_share", weeks)
    return [
        _Line("municipality", "benefits", paid), _Line("municipality", "refund", -refund),
        _Line("state", "refund", refund), _Line("state", "benefits", grants),
        _Line("municipality", "tax_on_benefits", -tax * local), _Line("state", "tax_on_benefits", -tax * (1 - local)),
        _Line("citizen", "income", -(paid + grants - tax)),
    ]


def _sanctioned(tables: RunTables) -> Weekly:
    """Weeks of benefit cut by the sanctions of each week, (seeds, weeks); all of one in the week it is given."""
    given = tables.events.filter(pl.col("kind") == int(EventKind.SANCTION)).select("seed", "week", "amount")
    total = np.zeros((len(tables.seeds), tables.weeks))
    seed = np.searchsorted(np.array(tables.seeds, dtype=np.int64), given["seed"].to_numpy())
    np.add.at(total, (seed, given["week"].to_numpy().astype(np.int64)), given["amount"].to_numpy().astype(np.float64))
    return total


def _ladder_share(town: _Town, costs: CostBook) -> Weekly:
    """The state's share of benefits per seed and week, (seeds, weeks), by where people stand on the ladder."""
    steps = np.stack([town.weekly(f"benefit_weeks_b{step}") for step in (1, 2, 3, 4)], axis=2)
    ladder = costs.refund_ladder(town.shape[1])
    people = steps.sum(axis=2)
    share = (steps * ladder).sum(axis=2)
    # A week without anybody on benefit has no refund either; the last step keeps the division defined.
    return np.asarray(np.where(people > 0, share / np.maximum(people, 1), ladder[:, 3]))


def _wages(tables: RunTables, costs: CostBook, hours: pl.DataFrame) -> list[_Line]:
    """Tax on ordinary wages, and what is left of them."""
    weeks = tables.weeks
    wages = weekly_sums(hours, "hours", tables) * costs.weekly("hourly_wage", weeks)
    tax = wages * costs.weekly("tax_rate", weeks)
    local = costs.weekly("municipal_tax_share", weeks)
    return [
        _Line("municipality", "tax_on_wages", -tax * local), _Line("state", "tax_on_wages", -tax * (1 - local)),
        _Line("citizen", "income", -(wages - tax)),
    ]


def _effort(tables: RunTables, costs: CostBook, town: _Town, ladder: Weekly) -> list[_Line]:
    """Working hours of the effort, subsidies and courses."""
    weeks = tables.weeks

    def hours(work: str, price: str) -> Weekly:
        return town.weekly(f"hours_{work}") * costs.weekly(price, weeks)

    mentors, regional = _support_shares(tables)
    subsidy = town.weekly(f"standing_{Standing.WAGE_SUBSIDY.key}") * _FULL_WEEK * costs.weekly("wage_subsidy", weeks)
    refund = subsidy * ladder
    other = hours("support", "support_hour")
    local = hours("support", "mentor_hour") * mentors + other * (1 - mentors - regional)
    upskilling = town.weekly(f"standing_{Standing.UPSKILLING.key}") * costs.weekly("upskilling_week", weeks)
    return [
        # All paid hours of those in post: meetings, outreach, handovers and tasks are parts of them.
        _Line("municipality", "casework", hours("casework", "caseworker_hour")),
        _Line("municipality", "brokers", hours("broker", "broker_hour")),
        _Line("municipality", "support", local), _Line("region", "support", other * regional),
        _Line("municipality", "activation", hours("activation", "activation_hour")),
        _Line("municipality", "firm_mentors", hours("firm_mentor_paid", "firm_mentor_hour")),
        _Line("firm", "firm_mentors", hours("firm_mentor", "firm_mentor_hour")),
        _Line("firm", "firm_mentors", -hours("firm_mentor_paid", "firm_mentor_hour")),
        _Line("municipality", "mentor_training", hours("mentor_training", "mentor_training_hour")),
        _Line("firm", "reception", hours("reception", "colleague_hour")),
        _Line("municipality", "compensation", hours("compensation", "compensation_hour")),
        _Line("firm", "compensation", -hours("compensation", "compensation_hour")),
        _Line("municipality", "flexjob_pool", hours("flexjob_pool", "flexjob_unit_hour")),
        _Line("municipality", "wage_subsidy", subsidy), _Line("municipality", "refund", -refund),
        _Line("state", "refund", refund), _Line("municipality", "upskilling", upskilling),
        _Line("municipality", "team", hours("team", "team_hour")),
        _Line("municipality", "teaching", hours("teaching", "teaching_hour")),
        _Line("municipality", "volunteers", hours("volunteers", "volunteer_hour")),
        _Line("municipality", "providers", hours("provider", "provider_hour")),
    ]


def _support_shares(tables: RunTables) -> tuple[Weekly, Weekly]:
    """Share of support that mentors and that the region gave, (seeds, weeks): by services started in the year.

    Year by year, so that what is changed later moves no money in the years before. A year without a start takes the
    shares of the year before it.
    """
    started = tables.events.filter(pl.col("kind") == int(EventKind.SERVICE_STARTED)).with_columns(
        year=pl.col("week").cast(pl.Int32) // WEEKS_A_YEAR)
    regional = pl.col("current").is_in([int(service) for service in _REGIONAL])
    shares = started.group_by("seed", "year").agg(
        mentors=(pl.col("current") == int(Service.MENTOR)).mean(), regional=regional.mean(),
    )
    years = pl.DataFrame({"year": range((tables.weeks - 1) // WEEKS_A_YEAR + 1)}, {"year": pl.Int32})
    grid = pl.DataFrame({"seed": tables.seeds}, {"seed": pl.Int32}).join(years, how="cross").sort("seed", "year")
    filled = grid.join(shares, on=["seed", "year"], how="left", maintain_order="left").with_columns(
        pl.col("mentors", "regional").forward_fill().over("seed").fill_null(0.0))
    mentors, outside = (
        np.repeat(filled[name].to_numpy().reshape(len(tables.seeds), -1), WEEKS_A_YEAR, axis=1)[:, : tables.weeks]
        for name in ("mentors", "regional")
    )
    return mentors, outside


def _frame(lines: list[_Line], seeds: tuple[int, ...], weeks: int) -> pl.DataFrame:
    schema = {"seed": pl.Int32, "year": pl.Int16, "payer": pl.String, "item": pl.String, "amount": pl.Float64}
    years = np.arange(0, weeks, WEEKS_A_YEAR)
    rows: dict[tuple[str, str], Weekly] = {}
    for line in lines:
        key = (line.payer, line.item)
        rows[key] = rows.get(key, 0.0) + np.add.reduceat(line.amounts, years, axis=1)
    order = sorted(rows, key=lambda key: (PAYERS.index(key[0]), ITEMS.index(key[1])))
    if not order:
        return pl.DataFrame(schema=schema)
    stacked = np.stack([rows[key] for key in order], axis=2)  # (seeds, years, lines)
    return pl.DataFrame({
        "seed": np.repeat(seeds, len(years) * len(order)),
        "year": np.tile(np.repeat(np.arange(1, len(years) + 1), len(order)), len(seeds)),
        "payer": [payer for payer, _ in order] * (len(seeds) * len(years)),
        "item": [item for _, item in order] * (len(seeds) * len(years)), "amount": stacked.ravel(),
    }, schema)
