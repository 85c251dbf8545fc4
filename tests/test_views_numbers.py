"""Numbers and dates as Danes and English readers expect them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.views.numbers import NOTHING, day, decimal_year, decimals_for, monday_of, month, number, signed


@pytest.mark.parametrize(("value", "decimals", "da", "en"), [
    (1234.5, 1, "1.234,5", "1,234.5"), (-0.04, 1, "0,0", "0.0"), (-3.0, 0, "−3", "−3"), (None, 2, NOTHING, NOTHING),
    (float("nan"), 0, NOTHING, NOTHING), (float("inf"), 0, NOTHING, NOTHING), (1e7, 0, "10.000.000", "10,000,000"),
])
def test_numbers(value: float | None, decimals: int, da: str, en: str) -> None:
    assert number(value, decimals, "da") == da
    assert number(value, decimals, "en") == en


def test_a_difference_carries_its_sign_unless_it_rounds_to_zero() -> None:
    assert signed(1.26, 1, "da") == "+1,3"
    assert signed(-1.26, 1, "da") == "−1,3"
    assert signed(0.01, 1, "da") == "0,0"
    assert signed(-0.01, 1, "da") == "0,0"


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_any_number_can_be_written(value: float) -> None:
    assert number(value, 1, "da")
    assert signed(value, 0, "en")
    assert 0 <= decimals_for(value) <= 3


def test_dates() -> None:
    assert day(date(2017, 1, 2), "da") == "2. januar 2017"
    assert day(date(2017, 1, 2), "en") == "2 January 2017"
    assert month(date(2018, 3, 5), "da") == "marts 2018"
    assert monday_of(date(2017, 1, 2), 52) == date(2018, 1, 1)
    assert decimal_year(date(2018, 1, 1)) == 2018.0
