"""Entropy and turbulence against their definitions, worked out the long way."""

from __future__ import annotations

import itertools
import math

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.outcomes.sequences import Sequences
from sim.outcomes.turbulence import entropy, turbulence

ALPHABET = 6
Path = list[tuple[int, int]]


def indices(*paths: Path) -> list[tuple[float, float]]:
    rows = []
    for citizen, path in enumerate(paths):
        start = 0
        for code, weeks in path:
            rows.append((1, citizen, code, start, start + weeks))
            start += weeks
    schema = {"seed": pl.Int32, "citizen": pl.UInt32, "code": pl.UInt8, "start": pl.Int32, "end": pl.Int32}
    stays = Sequences.of(pl.DataFrame(rows, schema=schema, orient="row"))
    return list(zip(entropy(stays, ALPHABET).tolist(), turbulence(stays, ALPHABET).tolist(), strict=True))


def long_way(path: Path) -> tuple[float, float]:
    """Both indices straight from the formulas, every subsequence listed."""
    codes, weeks = [code for code, _ in path], [length for _, length in path]
    total, count = sum(weeks), len(weeks)
    shares = [sum(length for code, length in path if code == one) / total for one in set(codes)]
    disorder = -sum(share * math.log(share) for share in shares) / math.log(ALPHABET)
    found = {part for size in range(count + 1) for part in itertools.combinations(codes, size)}
    mean = total / count
    variance = sum((length - mean) ** 2 for length in weeks) / count
    largest = (count - 1) * (1 - mean) ** 2
    return abs(disorder), math.log2(len(found) * (largest + 1) / (variance + 1))


@pytest.mark.parametrize(("path", "expected_entropy", "expected_turbulence"), [
    ([(0, 10)], 0.0, 1.0),  # one code: two subsequences (none and itself), no variance: log2(2)
    ([(0, 5), (1, 5)], math.log(2) / math.log(6), math.log2(4 * 17)),  # 4 subsequences; s2 = 0; s2_max = 1 * 16
    ([(0, 1), (1, 9)], None, math.log2(4 * 17 / 17)),  # the most uneven two spells of ten weeks: s2 = s2_max = 16
    ([(0, 2), (1, 2), (0, 2)], None, math.log2(7 * 3)),  # aba: none, a, b, ab, ba, aa, aba; s2_max = 2 * 1
    ([(one, 1) for one in range(6)], 1.0, 6.0),  # all different, all of a week: 2^6 subsequences
])
def test_worked_by_hand(path: Path, expected_entropy: float | None, expected_turbulence: float) -> None:
    found = indices(path)[0]
    assert found[1] == pytest.approx(expected_turbulence)
    if expected_entropy is not None:
        assert found[0] == pytest.approx(expected_entropy)


steps = st.lists(st.tuples(st.integers(0, ALPHABET - 1), st.integers(1, 30)), min_size=1, max_size=9)


def differing(path: Path) -> Path:
    """Leave out a code that repeats the one before."""
    return [step for place, step in enumerate(path) if place == 0 or path[place - 1][0] != step[0]]


@given(st.lists(steps.map(differing), min_size=1, max_size=5))
def test_any_paths_agree_with_the_long_way(paths: list[Path]) -> None:
    assert indices(*paths) == [pytest.approx(long_way(path)) for path in paths]


def test_nobody_has_no_index() -> None:
    assert indices() == []
