"""Keyed randomness: one number per (seed, week, decision, who), the same in every scenario.

A draw is a pure function of its key, so it does not matter in which order, in which process, or how often it is asked
for: adding a measure or a person changes nobody else's luck. The function is the finaliser of SplitMix64 (Steele, Lea &
Flood 2014) over a 64-bit key; it is plain integer arithmetic and gives the same bits on every machine. A stateful
generator could not be asked for only the few people at risk without shifting everyone after them.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from sim.arrays import blocks, real
from sim.vocabulary import Decision

F32 = npt.NDArray[np.float32]
U64 = npt.NDArray[np.uint64]



class OwnDecision(int):
    """What a draw decides in a mechanism from outside; made by ``own_decision``, far from every ``Decision``."""

    __slots__ = ()


What = Decision | OwnDecision
"""What a draw can be keyed by."""

_FIRST_OWN = 1 << 16
_OWN_BYTES = 5
_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15


def _word(number: int) -> U64:
    """A 64-bit constant as an array of no dimension, which numpy takes up in half the time of a plain one."""
    return np.array(number, dtype=np.uint64)


_FIRST, _SECOND = _word(0xBF58476D1CE4E5B9), _word(0x94D049BB133111EB)
_S30, _S27, _S31, _S40, _S11 = (_word(shift) for shift in (30, 27, 31, 40, 11))
_LOW24 = _word(0xFFFFFF)
_UNIT = real(2.0**-24)
_SHORT = 1 << 12
"""How many people are few: drawn for all at once instead of by blocks, which keep keys in the processor's cache."""
_FINE = np.array(2.0**-53)
_WEEKLY = 1 + max(int(decision) for decision in Decision if int(decision) < 100)  # noqa: PLR2004
_KNOWN_PARTS = 32
"""Decisions of every week, and parts of each, whose keys are made together."""


def mix(value: int) -> int:
    """Scramble one 64-bit whole number."""
    z = (value + _GOLDEN) & _MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
    return z ^ (z >> 31)


def _scramble(z: U64) -> U64:
    """Scramble an array of keys in place (the array must be the caller's own)."""
    shifted = z >> _S30
    z ^= shifted
    z *= _FIRST
    np.right_shift(z, _S27, shifted)
    z ^= shifted
    z *= _SECOND
    np.right_shift(z, _S31, shifted)
    z ^= shifted
    return z


def luck_of(kind: int, numbers: npt.NDArray[np.integer], seed: int) -> U64:
    """What keys the draws of a person, post or firm: a scramble of the run's seed, what it is, and its stable number.

    The seed is part of the identity, not of the draw, so that towns of several seeds can live their weeks side by side.
    """
    z = numbers.astype(np.uint64)
    z += np.uint64(mix(mix(seed) ^ kind))
    return _scramble(z)


def rekeyed(luck: U64, key: int) -> U64:
    """Other luck for the same people, posts or firms: a scramble of who they are and the key of a future."""
    return _scramble(luck ^ np.uint64(mix(key)))


@lru_cache(maxsize=64)
def _weekly_keys(base: int) -> U64:
    """The keys of the first parts of every weekly decision, (decisions, parts): ``mix`` of each, made together."""
    decision = np.arange(_WEEKLY, dtype=np.uint64)[:, np.newaxis] << np.uint64(8)
    return _mixed(decision ^ np.arange(_KNOWN_PARTS, dtype=np.uint64), base)


@lru_cache(maxsize=64)
def _keys(base: int, decision: int, parts: int) -> U64:
    """The keys of a decision's parts."""
    return _mixed(np.arange(parts, dtype=np.uint64), base ^ (decision << 8))


def _mixed(z: U64, base: int) -> U64:
    """``mix(base ^ number)`` for each of the numbers."""
    z ^= np.uint64(base)
    z += np.uint64(_GOLDEN)
    return _scramble(z)


class WeekDraws:
    """The draws of one week; whose they are is in the luck."""

    __slots__ = ("_base", "_known", "week")

    def __init__(self, week: int) -> None:
        self.week = week
        self._base = mix((week & 0xFFFFFFFF) << 16)
        self._known = _weekly_keys(self._base)

    def _key(self, decision: What, part: int) -> U64:
        try:
            return self._known[decision, part, ...]
        except IndexError:  # a decision of entry, of one's own, or a high part
            return _word(mix(self._base ^ (int(decision) << 8) ^ part))

    def bits(self, decision: What, luck: U64, part: int = 0) -> U64:
        """64 scrambled bits for each of ``luck``; ``part`` separates several draws of one decision (0-255)."""
        return _scramble(luck ^ self._key(decision, part))

    def uniform(self, decision: What, luck: U64, part: int = 0) -> F32:
        """One number in [0, 1) for each of ``luck``, so that ``u < p`` is never true for p=0 and always for p=1."""
        key = self._key(decision, part)
        if len(luck) <= _SHORT:
            z = _scramble(luck ^ key)
            z >>= _S40
            share = z.astype(np.float32)
        else:
            share = np.empty(len(luck), dtype=np.float32)
            for block in blocks(len(luck)):
                z = _scramble(luck[block] ^ key)
                z >>= _S40
                share[block] = z.astype(np.int32)
        share *= _UNIT
        return share

    def lottery(self, decision: What, luck: U64, part: int = 0) -> npt.NDArray[np.float64]:
        """One number in [0, 1) with 53 random bits each, so that two people practically never draw the same."""
        key = self._key(decision, part)
        if len(luck) <= _SHORT:
            z = _scramble(luck ^ key)
            z >>= _S11
            share = z.astype(np.float64)
        else:
            share = np.empty(len(luck), dtype=np.float64)
            for block in blocks(len(luck)):
                z = _scramble(luck[block] ^ key)
                z >>= _S11
                share[block] = z.view(np.int64)
        share *= _FINE
        return share

    def two(self, decision: What, luck: U64, part: int = 0) -> tuple[F32, F32]:
        """Two independent numbers in [0, 1) for each of ``luck``, from one scramble."""
        key = self._key(decision, part)
        if len(luck) <= _SHORT:
            z = _scramble(luck ^ key)
            high = (z >> _S40).astype(np.float32)
            z &= _LOW24
            low = z.astype(np.float32)
        else:
            high, low = np.empty(len(luck), dtype=np.float32), np.empty(len(luck), dtype=np.float32)
            for block in blocks(len(luck)):
                z = _scramble(luck[block] ^ key)
                high[block] = (z >> _S40).astype(np.int32)
                z &= _LOW24
                low[block] = z.astype(np.int32)
        high *= _UNIT
        low *= _UNIT
        return high, low

    def pair(self, decision: What, left: U64, right: U64, part: int = 0) -> F32:
        """One number in [0, 1) for each pair, keyed by both."""
        z = _scramble(left ^ self._key(decision, part))
        z ^= right
        share = (_scramble(z) >> _S40).astype(np.float32)
        share *= _UNIT
        return share

    def block(self, decision: What, luck: U64, parts: int, first: int = 0) -> F32:
        """Uniform numbers for ``parts`` parts from ``first`` on, one row a part: the same as asking for each."""
        keys = _keys(self._base, int(decision), first + parts)[first:]
        z = _scramble(luck ^ keys[:, np.newaxis])
        z >>= _S40
        share = z.astype(np.float32)
        share *= _UNIT
        return share

    def bell(self, decision: What, luck: U64, part: int = 0) -> F32:
        """Roughly normal numbers, mean 0 and standard deviation 1, within ±3.5.

        The sum of four uniforms: plain arithmetic, so the same on every processor, unlike an inverse normal.
        """
        a, b = self.two(decision, luck, part)
        c, d = self.two(decision, luck, part + 1)
        a += b
        a += c
        a += d
        a -= real(2.0)
        a *= real(1.7320508)
        return a

    def whole(self, decision: What, luck: U64, count: int, part: int = 0) -> npt.NDArray[np.int64]:
        """One whole number in 0..count-1 for each of ``luck`` (count >= 1)."""
        return (self.uniform(decision, luck, part) * np.float32(count)).astype(np.int64).clip(0, max(count - 1, 0))


def own_decision(mechanism: str, what: str) -> OwnDecision:
    """A decision of one's own, for a mechanism that is plugged in: always the same for the same two names.

    Its draws are apart from those of every other decision, so that plugging something in changes nobody's luck.
    """
    digest = hashlib.blake2b(f"{mechanism}\0{what}".encode(), digest_size=_OWN_BYTES).digest()
    return OwnDecision(_FIRST_OWN + int.from_bytes(digest, "big"))


ENTRY_WEEK = -(10**6)
"""The week number that keys draws made once, when someone or something enters."""
