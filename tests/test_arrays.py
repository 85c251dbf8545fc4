"""The quick forms against numpy's usual ones, short and long, to the last bit."""

from __future__ import annotations

import numpy as np
import pytest

from sim.arrays import OneOf, either, in_order, only, put, real, rows_of, starts, within
from sim.vocabulary import Phase, Standing

LENGTHS = (0, 1, 60, 1023, 1024, 5000, 70_001)


@pytest.fixture(params=LENGTHS)
def some(request: pytest.FixtureRequest) -> tuple[int, np.random.Generator]:
    """A length and a generator."""
    return request.param, np.random.default_rng(request.param)


def test_a_number_is_made_once_and_cannot_be_changed() -> None:
    assert real(0.1) is real(0.1)
    assert real(0.1).dtype == np.float32
    with pytest.raises(ValueError, match="read-only"):
        real(0.1)[...] = 2.0
    assert not np.signbit(real(-0.0))
    column = np.linspace(0, 1, 7, dtype=np.float32)
    assert (real(0.1) * column).tobytes() == (np.float32(0.1) * column).tobytes()
    assert (real(0.1) * np.arange(7)).dtype == (np.float32(0.1) * np.arange(7)).dtype


def test_masks_pick_what_indexing_picks(some: tuple[int, np.random.Generator]) -> None:
    length, luck = some
    mask, column = luck.random(length) < 0.4, luck.random(length).astype(np.float32)
    assert rows_of(mask).tolist() == np.flatnonzero(mask).tolist()
    assert only(column, mask).tobytes() == column[mask].tobytes()
    assert within(column, 0.2, 0.7).tobytes() == np.clip(column, 0.2, 0.7).tobytes()
    other = -luck.random(length).astype(np.float32)
    assert either(mask, column, other).tobytes() == np.where(mask, column, other).tobytes()
    assert either(mask, column, real(-0.5)).tobytes() == np.where(mask, column, np.float32(-0.5)).tobytes()
    assert either(mask, real(2), real(3)).tobytes() == np.where(mask, np.float32(2), np.float32(3)).tobytes()


def test_places_of_a_mask(some: tuple[int, np.random.Generator]) -> None:
    length, luck = some
    for share in (0.0, 0.0001, 0.01, 0.1, 0.9):
        mask = luck.random(length + 8)[8:] < share
        assert rows_of(mask).tolist() == np.flatnonzero(mask).tolist()


def test_codes_are_put_as_assignment_puts_them(some: tuple[int, np.random.Generator]) -> None:
    length, luck = some
    mask, codes = luck.random(length) < 0.4, luck.integers(0, 9, length).astype(np.uint8)
    for new in (Phase.SETBACK, luck.integers(0, 250, length).astype(np.uint8)):
        mine, theirs = codes.copy(), codes.copy()
        put(mine, mask, new)
        np.copyto(theirs, np.asarray(new, dtype=np.uint8), where=mask)
        assert mine.tolist() == theirs.tolist()


def test_counting_orders_as_sorting_does(some: tuple[int, np.random.Generator]) -> None:
    length, luck = some
    for kinds in (1, 40, 70_000):
        codes = luck.integers(0, kinds, length)
        order = np.argsort(codes, kind="stable")
        assert in_order(codes, kinds).tolist() == order.tolist()
        assert starts(codes, kinds).tolist() == np.searchsorted(codes[order], np.arange(kinds + 1)).tolist()


@pytest.mark.parametrize("members", [(), (0,), (255,), (2, 3, 4), (0, 1, 9, 14), tuple(Standing), (3, 255)])
def test_one_of_a_few_codes(members: tuple[int, ...], some: tuple[int, np.random.Generator]) -> None:
    length, luck = some
    codes = luck.integers(0, 256, length).astype(np.uint8)
    wanted = np.isin(codes, [int(code) for code in members])
    belongs = OneOf(members)
    assert belongs.take(codes).tolist() == wanted.tolist()
    assert [belongs[int(code)] for code in codes[:50]] == wanted[:50].tolist()
