"""Seeds as users write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.doors.seeds import LARGEST, read_seeds
from sim.errors import RunError


@pytest.mark.parametrize(("text", "numbers"), [
    ("8", (1, 2, 3, 4, 5, 6, 7, 8)), (" 1 ", (1,)), ("1-3", (1, 2, 3)), ("3,5,9", (3, 5, 9)), ("8,", (8,)),
    ("8-8", (8,)), ("1-3, 7", (1, 2, 3, 7)), ("0-1", (0, 1)), ("9,2", (9, 2)), (f"{LARGEST},", (LARGEST,)),
])
def test_a_number_a_range_or_a_list(text: str, numbers: tuple[int, ...]) -> None:
    seeds = read_seeds(text, 32)
    assert seeds.numbers == numbers
    assert not seeds.as_needed


def test_auto_means_up_to_the_cap() -> None:
    seeds = read_seeds("Auto", 5)
    assert seeds.numbers == (1, 2, 3, 4, 5)
    assert seeds.as_needed


@pytest.mark.parametrize("text", [
    "", "0", "-1", "x", "1-", "3-1", "1,,2", "1;2", "1.5", "10001", "1-99999", "99999999999", "2147483648,", "²", "1 2",
    "1-9999999999", ",", "1e3",
])
def test_everything_else_is_refused_with_the_forms_that_are_allowed(text: str) -> None:
    with pytest.raises(RunError) as refused:
        read_seeds(text, 32)
    assert "1-8" in refused.value.text("da")
    assert "Nothing was run." in refused.value.text("en")


@pytest.mark.parametrize("text", ["3,3", "1-4,2", "5,1-9"])
def test_a_seed_named_twice_is_refused_by_number(text: str) -> None:
    with pytest.raises(RunError, match=r"more than once"):
        read_seeds(text, 32)


@given(st.lists(st.integers(0, LARGEST), min_size=1, max_size=30, unique=True))
def test_a_list_written_out_is_read_back(numbers: list[int]) -> None:
    assert read_seeds(",".join(map(str, numbers)) + ",", 32).numbers == tuple(numbers)


@given(st.text(max_size=40))
def test_no_text_does_anything_but_answer_or_refuse(text: str) -> None:
    try:
        numbers = read_seeds(text, 32).numbers
    except RunError:
        return
    assert numbers
    assert len(set(numbers)) == len(numbers)
