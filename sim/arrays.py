"""Small steps over arrays that are taken thousands of times a week, in the form that costs least.

On a town of two thousand people a week's time is the number of numpy's calls and what each costs before it starts; on a
town of two hundred thousand it is what a processor cannot foresee, such as a mask in no order. Every function here
gives what numpy's usual form gives, to the last bit (a test holds them against each other).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
I64 = npt.NDArray[np.int64]
U8 = npt.NDArray[np.uint8]
Bool = npt.NDArray[np.bool_]
_Kind = TypeVar("_Kind", bound=np.generic)

_LONG = 1024
"""From this length on, a mask in no order costs more by indexing than by finding its places first."""
_VERY_LONG, _EIGHT = 1 << 16, 8
"""From this length on places are passed over by eights, where fewer than one in eight holds."""
_CODES = 256
_BLOCK = 1 << 14
"""Rows taken at a time where what is worked out on the way is large."""


@lru_cache(maxsize=1 << 14)
def real(value: float) -> F32:
    """A number in single precision, ready to be used with columns; not to be changed.

    Half the cost of ``np.float32(value)``: made once, and met by numpy as an array like the column beside it.
    """
    ready = np.array(value + 0.0, dtype=np.float32)  # -0.0 and 0.0 are one key, so they are one number
    ready.flags.writeable = False
    return ready


def blocks(length: int) -> Iterator[slice]:
    """The places 0 to ``length`` some thousand at a time, so that what is worked out on the way stays small.

    At least one slice, which is empty where there are no places.
    """
    return (slice(start, min(start + _BLOCK, length)) for start in range(0, max(length, 1), _BLOCK))


def rows_of(mask: Bool) -> I64:
    """``np.flatnonzero(mask)``; where few of very many hold, eight places are passed over at a time."""
    length = len(mask)
    if length < _VERY_LONG or not 0 < np.count_nonzero(mask) * _EIGHT < length:
        return mask.nonzero()[0]
    whole = length - length % _EIGHT
    eights = (mask[:whole].view(np.uint64) != 0).nonzero()[0]
    place = mask[:whole].reshape(-1, _EIGHT).take(eights, axis=0).ravel().nonzero()[0]
    rows = eights.take(place >> 3)
    rows <<= 3
    rows += place & 7
    return rows if whole == length else np.concatenate([rows, mask[whole:].nonzero()[0] + whole])


def only(column: npt.NDArray[_Kind], mask: Bool) -> npt.NDArray[_Kind]:
    """``column[mask]``, both of one dimension."""
    return column[mask] if len(mask) < _LONG else column.take(rows_of(mask))


def either(mask: Bool, yes: F32 | np.float32, no: F32 | np.float32) -> F32:
    """``np.where(mask, yes, no)`` in single precision: bits are picked, since nobody can foresee a mask in no order."""
    if mask.size < _LONG:
        return np.where(mask, yes, no)
    picked = mask.astype(np.int32)
    np.negative(picked, picked)
    other = no.view(np.int32)
    difference = yes.view(np.int32) ^ other
    picked &= difference
    picked ^= other
    return picked.view(np.float32)


def within(column: F32, low: float, high: float) -> F32:
    """``np.clip(column, low, high)`` in single precision."""
    return np.minimum(np.maximum(column, real(low)), real(high))


def put(codes: U8, mask: Bool, new: int | U8) -> None:
    """``np.copyto(codes, new, where=mask)`` for small codes, without asking of each place in turn."""
    change = np.negative(mask.view(np.uint8))
    change &= codes ^ (np.array(new, dtype=np.uint8) if isinstance(new, int) else new)
    codes ^= change


def starts(codes: npt.NDArray[np.integer], kinds: int) -> I64:
    """Where each of the codes 0..``kinds``-1 begins once ``codes`` are in order, and the end: ``kinds`` + 1 places."""
    out = np.zeros(kinds + 1, dtype=np.int64)
    np.bincount(codes, minlength=kinds).cumsum(out=out[1:])
    return out


def in_order(codes: npt.NDArray[np.integer], kinds: int) -> I64:
    """``np.argsort(codes, kind="stable")`` for codes 0..``kinds``-1, by counting where they fit 8 or 16 bits."""
    if kinds <= 1 << 16:
        codes = codes.astype(np.uint8 if kinds <= _CODES else np.uint16)
    return codes.argsort(kind="stable")


class OneOf:
    """Whether a small code is one of a few: a look-up by table for few codes, by comparison for many."""

    __slots__ = ("_runs", "_table")

    def __init__(self, members: Sequence[int]) -> None:
        self._table: Bool = np.zeros(_CODES, dtype=np.bool_)
        self._table[list(members)] = True
        edges = np.flatnonzero(np.diff(self._table, prepend=False, append=False)).reshape(-1, 2)
        self._runs = tuple((_code(first), _code(last - 1 - first)) for first, last in edges.tolist())

    def __getitem__(self, code: int) -> bool:
        """Whether one code belongs."""
        return bool(self._table[code])

    def take(self, codes: U8) -> Bool:
        """Whether each of ``codes`` belongs."""
        if codes.size < _LONG:
            return self._table.take(codes)
        out: Bool | None = None
        for first, width in self._runs:
            # What is below the run wraps round to high codes, so that one comparison sees both ends.
            there = (codes - first if first else codes) <= width
            out = there if out is None else np.logical_or(out, there, out)
        return np.zeros(codes.shape, dtype=np.bool_) if out is None else out


def _code(number: int) -> U8:
    return np.array(number, dtype=np.uint8)
