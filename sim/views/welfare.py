"""Socio-economy as a reader needs it, beside the budgets: what society gains, what it uses, and what is not in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from sim.outcomes.holding import held
from sim.outcomes.prices import PRICE_YEAR
from sim.outcomes.socio_economy import ITEMS
from sim.views.contrasts import row_from
from sim.views.numbers import number, signed
from sim.views.results import MARKS
from sim.views.rows import Row
from sim.views.study import Arm
from sim.views.texts import say
from sim.vocabulary import Language

_MILLION = 1e6


@dataclass(frozen=True, slots=True)
class WelfareRow:
    """One item: its difference, the range of the average, and whether it is the sum."""

    label: str
    amount: str
    range: str
    total: bool


@dataclass(frozen=True, slots=True)
class WelfarePart:
    """The socio-economic account of one alternative, ready for a page."""

    finding: str
    lead: str
    unit: str
    rows: tuple[WelfareRow, ...]
    notes: str


def welfare_rows(base: Arm, other: Arm) -> Mapping[str, Row]:
    """Differences in DKK million by item, seed by seed; empty when either has no account."""
    if base.welfare.is_empty() or other.welfare.is_empty():
        return {}
    found = held(_tidy(base.welfare), _tidy(other.welfare), base.row_of_seed)
    named = ((str(cells["measure"]), cells) for cells in found.iter_rows(named=True))
    return {item: row_from(cells, item, better=1) for item, cells in named}


def welfare_part(rows: Mapping[str, Row], language: Language) -> WelfarePart:
    """Write the account: a sentence, a table, what is not in it."""
    lead = say("welfare.lead", language, {"prices": str(PRICE_YEAR)})
    shown = tuple(_shown(rows[item], item, language) for item in ITEMS if item in rows)
    unknown = "carried" if any(row.knowledge is not None for row in rows.values()) else "single"
    notes = f"{say('welfare.notes', language)} {say(f'money.unknown.{unknown}', language)}"
    return WelfarePart(_finding(rows, language), lead, say("money.unit", language), shown, notes)


def _finding(rows: Mapping[str, Row], language: Language) -> str:
    net, half = rows.get("net"), rows.get("net_half_displaced")
    if net is None or half is None or net.difference is None:
        return say("money.no_prices", language)
    if not net.clear:
        return say("welfare.finding.cannot_tell", language)
    amount = {"amount": number(abs(net.difference), 1, language)}
    way = "gain" if net.difference > 0 else "loss"
    sentences = [say(f"welfare.finding.{way}", language, amount)]
    if half.verdict != net.verdict:
        sentences.append(say("welfare.finding.hangs", language))
    return " ".join(sentences)


def _shown(row: Row, item: str, language: Language) -> WelfareRow:
    mark = f"{MARKS['cannot_tell']} " if row.verdict == "cannot_tell" else ""
    ends = row.knowledge or row.precision
    between = "" if ends is None else say("brief.short.range", language, {
        "low": signed(ends.low, 1, language), "high": signed(ends.high, 1, language),
    })
    return WelfareRow(
        say(f"welfare.item.{item}", language), mark + signed(row.difference, 1, language), between, item == "net",
    )


def _tidy(welfare: pl.DataFrame) -> pl.DataFrame:
    return welfare.select(
        "seed", group=pl.lit("all"), measure="item", value=pl.col("amount") / _MILLION,
    ).sort("seed", "measure")
