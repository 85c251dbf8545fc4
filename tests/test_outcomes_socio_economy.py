"""Socio-economy by hand: transfers cancel, amounts are discounted by whole years and raised by the net tax factor."""

from __future__ import annotations

import polars as pl
import pytest

from sim.outcomes.prices import CostBook
from sim.outcomes.socio_economy import ITEMS, discounts, socio_economy
from sim.scenario.catalogue.costs import Costs
from tests.test_outcomes_accounts import WEEKS, town

PRICES = Costs()


def amounts(costs: Costs = PRICES) -> dict[str, float]:
    return dict(socio_economy(town(), CostBook.dated({0: costs})).select("item", "amount").rows())


def test_every_item_by_hand() -> None:
    found = amounts()
    second = 1 / 1.035
    # One person works 37 hours a week from week 10 to the end; the effort is the same every week.
    hours = 37 * (42 + (WEEKS - 52) * second)
    assert found["production"] == pytest.approx(hours * PRICES.hourly_wage * 1.28)
    a_week = (
        3 * PRICES.caseworker_hour + 0.5 * PRICES.broker_hour + 2 * PRICES.mentor_hour + 2 * PRICES.support_hour
        + 10 * PRICES.activation_hour + 3 * PRICES.firm_mentor_hour + PRICES.upskilling_week
    )
    assert found["resources"] == pytest.approx(-a_week * (52 + (WEEKS - 52) * second) * 1.28)
    assert found["net"] == pytest.approx(found["production"] + found["resources"])
    assert found["net_half_displaced"] == pytest.approx(found["production"] / 2 + found["resources"])


@pytest.mark.parametrize("transfer", ["benefit_provider", "pension", "tax_rate", "refund_after", "wage_subsidy"])
def test_what_only_moves_money_changes_nothing(transfer: str) -> None:
    assert amounts(PRICES.model_copy(update={transfer: 0.5})) == amounts()


def test_a_higher_rate_makes_later_years_worth_less() -> None:
    rate = discounts(CostBook.dated({0: PRICES.model_copy(update={"discount_rate": 0.1})}), 105)
    assert rate[0] == rate[51] == 1.0
    assert rate[52] == pytest.approx(1 / 1.1)
    assert rate[104] == pytest.approx(1 / 1.21)


def test_an_empty_run_has_no_account() -> None:
    assert socio_economy(town(), CostBook()).columns == ["seed", "item", "amount"]
    assert socio_economy(town(), CostBook())["item"].unique().sort().to_list() == sorted(ITEMS)
    assert socio_economy(town(), CostBook()).filter(pl.col("amount").is_nan()).is_empty()
