"""Columns, ranking and sums: the floor the model stands on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from sim.population.citizens import TIES, Citizens
from sim.population.columns import F32, U8, Columns, column, share
from sim.population.ranking import exact_sum, first_in_line
from sim.population.surroundings import Firms, Outsiders, Posts
from sim.processes.moves import approach, nudge

steady = settings(derandomize=True, max_examples=150, deadline=None)


@dataclass
class Small(Columns):
    """A table to try things on."""

    trust: F32 = share("Trust.", 0.3)
    code: U8 = column("uint8", "code", "A code.", 4, 0, 9)
    legs: F32 = column("float32", "0-1", "Several.", 0.5, 0.0, 1.0, 3)


def test_an_empty_table_stands_at_its_starting_values() -> None:
    table = Small.empty(4)
    assert table.rows == 4
    assert table.trust.tolist() == pytest.approx([0.3] * 4)
    assert table.code.tolist() == [4] * 4
    assert table.legs.shape == (3, 4)
    assert table.out_of_range() == []


def test_growing_keeps_what_was_there_and_resetting_touches_only_its_rows() -> None:
    table = Small.empty(2)
    table.trust[:] = [0.1, 0.2]
    table.legs[1] = [0.7, 0.8]
    table.grow(2)
    assert table.trust.tolist() == pytest.approx([0.1, 0.2, 0.3, 0.3])
    assert table.legs[1].tolist() == pytest.approx([0.7, 0.8, 0.5, 0.5])
    table.reset(np.array([1]))
    assert table.trust.tolist() == pytest.approx([0.1, 0.3, 0.3, 0.3])
    assert table.legs[1].tolist() == pytest.approx([0.7, 0.5, 0.5, 0.5])


@pytest.mark.parametrize(
    ("name", "value"), [("trust", 1.01), ("trust", -0.01), ("trust", np.nan), ("code", 10), ("legs", 2.0)]
)
def test_what_leaves_its_range_is_named(name: str, value: float) -> None:
    table = Small.empty(3)
    getattr(table, name)[..., 1] = value
    assert table.out_of_range() == [name]


def test_a_copy_is_independent() -> None:
    table = Small.empty(2)
    other = table.copy()
    other.trust[0] = 0.9
    assert table.trust[0] == pytest.approx(0.3)


@pytest.mark.parametrize("kind", [Citizens, Posts, Firms, Outsiders])
def test_every_declared_start_lies_in_its_range_and_every_column_says_what_it_is(kind: type[Columns]) -> None:
    assert kind.empty(3).out_of_range() == []
    for name, fact in kind.facts().items():
        assert fact.unit, name
        assert fact.meaning.endswith("."), name
        assert fact.low <= fact.fill <= fact.high, name
        assert np.asarray(fact.fill).astype(fact.dtype) == pytest.approx(fact.fill, rel=1e-6), name


# --- first in line ------------------------------------------------------------------------------------------------

crowds = st.integers(0, 60).flatmap(
    lambda n: st.tuples(
        hnp.arrays(np.int64, n, elements=st.integers(0, 4)),
        st.permutations(range(n)),
        hnp.arrays(np.int64, 5, elements=st.integers(-2, 12)),
    )
)


def served_by_hand(group: list[int], key: list[float], places: list[int]) -> list[bool]:
    served = [False] * len(group)
    for code, room in enumerate(places):
        line = sorted((key[k], k) for k in range(len(group)) if group[k] == code)
        for _, k in line[: max(room, 0)]:
            served[k] = True
    return served


@given(crowds)
@steady
def test_the_lowest_keys_are_served_group_by_group(crowd: tuple[np.ndarray, list[int], np.ndarray]) -> None:
    group, order, places = crowd
    key = np.array(order, dtype=np.float64)
    served = first_in_line(group, key, places)
    assert served.tolist() == served_by_hand(group.tolist(), key.tolist(), places.tolist())


@given(st.integers(0, 2**31), st.integers(1, 8))
@steady
def test_a_long_line_for_few_places_is_served_as_a_short_one(seed: int, places: int) -> None:
    """The short cut for long lines gives what the plain way gives."""
    luck = np.random.default_rng(seed)
    group = luck.integers(0, 6, 800)
    key = luck.random(800)
    room = np.zeros(6, dtype=np.int64)
    room[luck.integers(0, 6, places)] += 1
    assert first_in_line(group, key, room).tolist() == served_by_hand(group.tolist(), key.tolist(), room.tolist())


def test_many_groups_need_no_16_bits() -> None:
    group = np.array([70_000, 5, 70_000, 69_999])
    places = np.zeros(70_001, dtype=np.int64)
    places[[70_000, 69_999]] = 1
    assert first_in_line(group, np.array([0.2, 0.1, 0.1, 0.3]), places).tolist() == [False, False, True, True]


@given(
    st.lists(st.tuples(st.integers(0, 3), st.floats(-1, 1, width=32)), max_size=80), st.randoms(use_true_random=False)
)
@steady
def test_exact_sums_do_not_depend_on_order(pairs: list[tuple[int, float]], luck: object) -> None:
    shuffled = list(pairs)
    luck.shuffle(shuffled)  # type: ignore[attr-defined]

    def total(some: list[tuple[int, float]]) -> np.ndarray:
        return exact_sum(
            np.array([g for g, _ in some], dtype=np.int64), np.array([w for _, w in some], dtype=np.float32), 4
        )

    assert total(pairs).tobytes() == total(shuffled).tobytes()
    by_hand = [sum(w for g, w in pairs if g == code) for code in range(4)]
    assert total(pairs).tolist() == pytest.approx(by_hand, abs=80 * 2.0**-24)


# --- moving a 0-1 column ------------------------------------------------------------------------------------------

shares = hnp.arrays(np.float32, 12, elements=st.floats(0, 1, width=32))


@given(shares, st.floats(-3, 3, width=32))
@steady
def test_a_nudge_adds_and_stays_within_0_and_1(values: np.ndarray, amount: float) -> None:
    table = values.copy()
    rows = np.array([0, 3, 7])
    nudge(table, rows, amount)
    assert table[rows] == pytest.approx(np.clip(values[rows] + np.float32(amount), 0, 1))
    others = np.setdiff1d(np.arange(12), rows)
    assert (table[others] == values[others]).all()


@given(shares, st.floats(0, 1, width=32), st.floats(0, 1, width=32))
@steady
def test_an_approach_moves_by_its_share_of_the_way(values: np.ndarray, level: float, pace: float) -> None:
    table = values.copy()
    rows = np.arange(12)
    approach(table, rows, np.float32(level), np.float32(pace))
    assert table == pytest.approx(values + (level - values) * pace, abs=1e-6)
    assert table.min() >= 0
    assert table.max() <= 1 + 1e-6


def test_there_are_twelve_places_for_ties() -> None:
    assert TIES == 12
    assert Citizens.empty(2).tie_kind.shape == (TIES, 2)
