"""Budget economy as a reader needs it: difference per payer and year, and whether an extra cost is earned back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from sim.outcomes.accounts import PUBLIC_PAYERS, per_payer
from sim.outcomes.holding import held
from sim.outcomes.prices import PRICE_YEAR, price_facts
from sim.views.assumptions import WEAK
from sim.views.contrasts import row_from
from sim.views.figures_costs import CostChart, cost_chart
from sim.views.drawing import Drawing
from sim.views.easel import Easel
from sim.views.numbers import THIN, number, signed
from sim.views.results import MARKS
from sim.views.rows import Band, Row
from sim.views.study import Arm
from sim.views.texts import say
from sim.vocabulary import Language

SHOWN = ("municipality", "region", "state", "public", "firm", "citizen")
"""Payers in the order of the table; "public" is the first three together. The citizens' row is an income, with its own
sign: the accounts keep it as a negative expense."""

_MILLION = 1e6
_WHOLE = 0
"""Stands for the whole period where a year would stand (years count from 1)."""


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """One payer: a cell per year, and the whole period last."""

    label: str
    cells: tuple[str, ...]
    total: bool


@dataclass(frozen=True, slots=True)
class MoneyPart:
    """The money of one alternative, ready for a page."""

    lead: str
    unit: str
    columns: tuple[str, ...]
    rows: tuple[MoneyRow, ...]
    figure: Drawing | None
    notes: tuple[str, ...]


Grid = Mapping[tuple[str, int], Row]
"""Differences in DKK million by payer and year; year 0 is the whole period."""


def money_grid(base: Arm, other: Arm) -> Grid:
    """Compare what each payer paid, seed by seed; empty when either has no accounts."""
    if base.accounts.is_empty() or other.accounts.is_empty():
        return {}
    found = held(_tidy(base.accounts), _tidy(other.accounts), base.row_of_seed)
    grid: dict[tuple[str, int], Row] = {}
    for cells in found.iter_rows(named=True):
        payer, _, year = str(cells["measure"]).partition("/")
        grid[payer, int(year)] = row_from(cells, payer, better=-1)
    return grid


def money_part(grid: Grid, prefix: str, source: str, language: Language, easel: Easel) -> MoneyPart:
    """Write the money of an alternative: table, figure, and what it adds up to."""
    lead = say("money.lead", language, {"prices": str(PRICE_YEAR)})
    if not grid:
        return MoneyPart(lead, say("money.unit", language), (), (), None, (say("money.no_prices", language),))
    years = sorted({year for _, year in grid if year != _WHOLE})
    named = (say("money.year", language, {"year": str(year)}) for year in years)
    columns = (*named, say("money.total_period", language))
    rows = tuple(_row(grid, payer, years, language) for payer in SHOWN)
    notes = (break_even(grid, years, language), say("money.citizen_note", language),
             say("money.grades", language, _grades()), say(f"money.unknown.{_unknown(grid)}", language))
    return MoneyPart(lead, say("money.unit", language), columns, rows,
                     _figure(grid, years, prefix, source, language, easel), notes)


def break_even(grid: Grid, years: list[int], language: Language) -> str:
    """Say whether and when the municipality's extra cost is earned back within the period."""
    whole = grid["municipality", _WHOLE]
    so_far, sums = 0.0, []
    for year in years:
        so_far += grid["municipality", year].difference or 0.0
        sums.append(so_far)
    values = {"years": str(len(years))}
    if whole.verdict == "same":
        return say("money.break_even.none", language)
    if not whole.clear:
        return say("money.break_even.cannot_tell", language, values)
    if whole.verdict == "higher":
        return say("money.break_even.never", language, values)
    if all(one <= 0 for one in sums):
        return say("money.break_even.saves", language)
    # The last year in which the sum so far is still above zero; the year after it is the one that earns it back.
    back = max(place for place, one in enumerate(sums) if one > 0) + 1
    return say("money.break_even.year", language, {"year": str(years[min(back, len(years) - 1)])})


def finding(grid: Grid, language: Language) -> str:
    """Say what the municipality pays or saves over the whole period."""
    whole = grid["municipality", _WHOLE]
    if not whole.clear or whole.difference is None:
        return say("finding.cost.cannot_tell", language)
    key = "finding.cost.more" if whole.difference > 0 else "finding.cost.less"
    payer = say("money.payer.municipality", language)
    ends = whole.knowledge or whole.precision or Band(whole.difference, whole.difference)
    low, high = sorted((abs(ends.low), abs(ends.high)))
    return say(key, language, {
        "payer": payer, "amount": number(abs(whole.difference), 1, language), "low": number(low, 1, language),
        "high": number(high, 1, language),
    })


def _tidy(accounts: pl.DataFrame) -> pl.DataFrame:
    """Amounts as measures that ``compare`` reads, named payer/year, with payer/0 for the whole period."""
    yearly = per_payer(accounts)
    whole = yearly.group_by("seed", "payer").agg(pl.col("amount").sum()).with_columns(year=pl.lit(_WHOLE))
    both = pl.concat([yearly.with_columns(pl.col("year").cast(pl.Int32)), whole], how="diagonal_relaxed")
    return both.select(
        pl.col("seed").cast(pl.Int32), group=pl.lit("all"), measure=pl.format("{}/{}", "payer", "year"),
        value=pl.col("amount") / _MILLION,
    ).sort("seed", "measure")


def _row(grid: Grid, payer: str, years: list[int], language: Language) -> MoneyRow:
    name = "total" if payer == "public" else payer
    sign = -1 if payer == "citizen" else 1
    cells = tuple(_cell(grid.get((payer, year)), sign, language) for year in (*years, _WHOLE))
    return MoneyRow(say(f"money.payer.{name}", language), cells, payer == "public")


def _cell(row: Row | None, sign: int, language: Language) -> str:
    if row is None:
        return number(None, 1, language)
    amount = signed(None if row.difference is None else sign * row.difference, 1, language)
    return f"{MARKS['cannot_tell']}{THIN}{amount}" if row.verdict == "cannot_tell" else amount


def _figure(
    grid: Grid, years: list[int], prefix: str, source: str, language: Language, easel: Easel,
) -> Drawing:
    names = {payer: say(f"money.payer.{payer}", language) for payer in PUBLIC_PAYERS}
    by_payer = {name: [_amount(grid, payer, year) for year in years] for payer, name in names.items()}
    unsure = frozenset((name, place) for payer, name in names.items() for place, year in enumerate(years)
                       if (payer, year) in grid and not grid[payer, year].clear)
    chart = CostChart(
        years=[say("money.year", language, {"year": str(year)}) for year in years], by_payer=by_payer,
        running=[_amount(grid, "municipality", year) for year in years],
        unsure=unsure, known=grid["municipality", _WHOLE].clear,
    )
    return Drawing(prefix, finding(grid, language), say("describe.cost", language), source,
                   easel.markup(cost_chart, chart, prefix, language))


def _amount(grid: Grid, payer: str, year: int) -> float:
    row = grid.get((payer, year))
    return 0.0 if row is None or row.difference is None else row.difference


def _unknown(grid: Grid) -> str:
    return "carried" if any(row.knowledge is not None for row in grid.values()) else "single"


def _grades() -> dict[str, str]:
    grades = [fact.grade for fact in price_facts().values()]
    return {"count": str(len(grades)), "weak": str(sum(grade in WEAK for grade in grades))}
