"""Budget economy of three citizens, with every krone worked out."""

from __future__ import annotations

import polars as pl
import pytest

from sim.errors import OutcomeError
from sim.outcomes.accounts import accounts, per_payer
from sim.outcomes.prices import BENEFIT_TAX_RATE, WEEKS_A_MONTH, CostBook, price_facts
from sim.record.tables import RunTables
from sim.scenario.catalogue.costs import Costs
from sim.vocabulary import Benefit, EventKind, Phase, Service, Standing
from tests.fixtures_hand import Event, Person, hand_tables

PRICES = Costs()
WEEKS = 60


def town() -> RunTables:
    job = Person(  # a provider of 40: ten weeks of benefit, then full-time at 37 hours
        [(Standing.BENEFIT, 10), (Standing.FULL_TIME, 50)], [(Phase.STAGNATION, 10), (Phase.IN_WORK, 50)],
        [(Benefit.ACTIVITY_READY, 10), (Benefit.NONE, 50)], traits={"children": 2})
    young = Person([(Standing.UPSKILLING, 60)], [(Phase.STAGNATION, 60)], traits={"age": 22.0})
    pensioner = Person([(Standing.PENSION, 60)], [(Phase.OUTSIDE, 60)], [(Benefit.PENSION, 60)])
    events = [
        Event(10, 0, EventKind.JOB_WON, amount=37), Event(2, 0, EventKind.SERVICE_STARTED, current=Service.MENTOR),
        Event(2, 1, EventKind.SERVICE_STARTED, current=Service.PSYCHOLOGIST),
    ]
    return hand_tables([job, young, pensioner], WEEKS, events, town={
        "benefit_weeks_b2": 1, "benefit_weeks_b4": 1, "hours_meetings": 2.0, "hours_casework": 3.0,
        "hours_support": 4.0, "hours_activation": 10.0, "hours_broker": 0.5, "hours_firm_mentor": 3.0,
        "hours_firm_mentor_paid": 1.0, "hours_reception": 2.0, "hours_compensation": 4.0, "hours_flexjob_pool": 0.5,
        "hours_outreach": 1.0, "hours_team": 0.25, "hours_teaching": 2.0, "hours_volunteers": 1.5,
        "hours_provider": 6.0})


def test_every_item_of_the_first_year() -> None:
    rows = accounts(town(), CostBook()).filter(pl.col("year") == 1)
    found = {(payer, item): amount for _, _, payer, item, amount in rows.rows()}
    provider, young = 10 * PRICES.benefit_provider / WEEKS_A_MONTH, 52 * PRICES.benefit_young / WEEKS_A_MONTH
    pension = 52 * PRICES.pension / WEEKS_A_MONTH
    paid, wages = provider + young + pension, 42 * 37 * PRICES.hourly_wage
    refund = (provider + young) * (0.4 + 0.2) / 2 + pension * 0.2  # one on step 2, one on step 4; pension: last step
    local, state = PRICES.municipal_tax_share, 1 - PRICES.municipal_tax_share
    assert found == {key: pytest.approx(value) for key, value in {
        ("municipality", "benefits"): paid, ("municipality", "refund"): -refund, ("state", "refund"): refund,
        ("state", "benefits"): 0.0,
        ("municipality", "tax_on_benefits"): -paid * BENEFIT_TAX_RATE * local,
        ("state", "tax_on_benefits"): -paid * BENEFIT_TAX_RATE * state,
        ("municipality", "tax_on_wages"): -wages * PRICES.tax_rate * local,
        ("state", "tax_on_wages"): -wages * PRICES.tax_rate * state,
        ("municipality", "casework"): 52 * 3 * PRICES.caseworker_hour,  # meetings and outreach are parts of it
        ("municipality", "brokers"): 52 * 0.5 * PRICES.broker_hour,
        ("municipality", "support"): 52 * 4 * 0.5 * PRICES.mentor_hour,
        ("region", "support"): 52 * 4 * 0.5 * PRICES.support_hour,
        ("municipality", "activation"): 52 * 10 * PRICES.activation_hour,
        ("municipality", "firm_mentors"): 52 * 1 * PRICES.firm_mentor_hour,
        ("firm", "firm_mentors"): 52 * 2 * PRICES.firm_mentor_hour,
        ("municipality", "mentor_training"): 0.0, ("firm", "reception"): 52 * 2.0 * PRICES.colleague_hour,
        ("municipality", "compensation"): 52 * 4.0 * PRICES.compensation_hour,
        ("firm", "compensation"): -52 * 4.0 * PRICES.compensation_hour,
        ("municipality", "flexjob_pool"): 52 * 0.5 * PRICES.flexjob_unit_hour,
        ("municipality", "wage_subsidy"): 0.0, ("municipality", "upskilling"): 52 * PRICES.upskilling_week,
        ("municipality", "team"): 52 * 0.25 * PRICES.team_hour,
        ("municipality", "teaching"): 52 * 2 * PRICES.teaching_hour,
        ("municipality", "volunteers"): 52 * 1.5 * PRICES.volunteer_hour,
        ("municipality", "providers"): 52 * 6 * PRICES.provider_hour,
        ("citizen", "income"): -(paid * (1 - BENEFIT_TAX_RATE) + wages * (1 - PRICES.tax_rate)),
    }.items()}


def test_a_sanction_is_benefit_that_is_not_paid() -> None:
    plain = town()
    events = [Event(10, 0, EventKind.JOB_WON, amount=37), Event(5, 0, EventKind.SANCTION, amount=3)]
    job = Person(
        [(Standing.BENEFIT, 10), (Standing.FULL_TIME, 50)], [(Phase.STAGNATION, 10), (Phase.IN_WORK, 50)],
        [(Benefit.ACTIVITY_READY, 10), (Benefit.NONE, 50)])
    without, sanctioned = (
        accounts(hand_tables([job], plain.weeks, told, town={"benefit_weeks_b4": 1}), CostBook())
        for told in (events[:1], events)
    )
    saved = 3 * PRICES.sanction_share * PRICES.benefit_single / WEEKS_A_MONTH
    for payer, item, share in (("municipality", "benefits", 1.0), ("state", "refund", 0.2)):
        line = (pl.col("payer") == payer) & (pl.col("item") == item) & (pl.col("year") == 1)
        less = (without.filter(line)["amount"] - sanctioned.filter(line)["amount"]).item()
        assert less == pytest.approx(saved * share)


def test_the_second_year_is_as_long_as_the_run_lets_it_be() -> None:
    rows = accounts(town(), CostBook()).filter(pl.col("item") == "activation")
    assert rows["amount"].to_list() == [pytest.approx(520 * 45.0), pytest.approx(80 * 45.0)]


def test_prices_and_refund_can_change_with_the_date() -> None:
    later = CostBook.dated({0: Costs(), 30: Costs(activation_hour=90.0, refund_26=0.0, refund_after=0.0)})
    rows = accounts(town(), later).filter(pl.col("year") == 1)
    assert rows.filter(pl.col("item") == "activation")["amount"].item() == pytest.approx(10 * (30 * 45 + 22 * 90))
    state = (pl.col("item") == "refund") & (pl.col("payer") == "state")
    before = accounts(town(), CostBook()).filter(state, pl.col("year") == 1)["amount"].item()
    assert rows.filter(state)["amount"].item() < before
    with pytest.raises(OutcomeError, match="no prices"):
        CostBook.dated({})


def test_payers_add_up() -> None:
    found = per_payer(accounts(town(), CostBook())).filter(pl.col("year") == 1)
    amounts = dict(found.select("payer", "amount").rows())
    assert list(amounts) == ["municipality", "state", "region", "firm", "citizen", "public"]
    assert amounts["public"] == pytest.approx(amounts["municipality"] + amounts["state"] + amounts["region"])


def test_every_price_says_where_it_comes_from() -> None:
    facts = price_facts()
    assert set(facts) == set(Costs.model_fields)
    assert all(fact.unit and fact.source and fact.grade for fact in facts.values())


def test_services_that_start_later_move_no_money_in_the_years_before() -> None:
    citizen = Person([(Standing.SUPPORT, 120)], [(Phase.STAGNATION, 120)])
    first = Event(2, 0, EventKind.SERVICE_STARTED, current=Service.MENTOR)
    later = Event(60, 0, EventKind.SERVICE_STARTED, current=Service.PSYCHOLOGIST)
    plain, changed = (
        accounts(hand_tables([citizen], 120, told, town={"hours_support": 4.0}), CostBook()).filter(
            pl.col("item") == "support")
        for told in ([first], [first, later])
    )
    by_year = {(year, payer): amount for year, payer, amount in changed.select("year", "payer", "amount").rows()}
    assert changed.filter(pl.col("year") == 1).equals(plain.filter(pl.col("year") == 1))
    assert by_year[2, "region"] == pytest.approx(52 * 4 * PRICES.support_hour)
    assert by_year[3, "region"] == pytest.approx(16 * 4 * PRICES.support_hour), "no start: as the year before"
    assert by_year[2, "municipality"] == 0.0
