"""Entropy and turbulence of single pathways, as sequence analysis defines them (the same formulas as in TraMineR)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.outcomes.stays import PERSON

Numbers = npt.NDArray[np.float64]


def irregularity(stays: pl.DataFrame, alphabet: int) -> pl.DataFrame:
    """Return seed, citizen, entropy and turbulence per citizen, from rows of ``stays`` of one layer.

    **Entropy** (TraMineR ``seqient``): with ``p_c`` the share of the citizen's weeks spent in code ``c`` of an alphabet
    of ``a`` codes, ``h = -sum(p_c * ln p_c) / ln a``; 0 for a single code, 1 for equal time in all.

    **Turbulence** (Elzinga and Liefbroer 2007; TraMineR ``seqST``, ``type=1``, not normalised): with the sequence of
    the ``d`` distinct successive codes, their durations ``t_1..t_d``, their mean ``m`` and population variance
    ``s2 = sum((t_i - m)^2) / d``, its largest possible value ``s2_max = (d - 1) * (1 - m)^2``, and ``phi`` the number
    of distinct subsequences of the sequence of codes, the empty one included,
    ``T = log2(phi * (s2_max + 1) / (s2 + 1))``. A citizen who never moves has ``T = 1``.

    Args:
        stays: rows sorted by citizen and start, neighbouring codes different.
        alphabet: number of codes the layer can take, 2 or more.
    """
    if stays.is_empty():
        return stays.select(PERSON).with_columns(entropy=pl.lit(None, pl.Float64), turbulence=pl.lit(None, pl.Float64))
    changed = [pl.col(column) != pl.col(column).shift(1) for column in PERSON]
    new = stays.select(pl.any_horizontal(changed).fill_null(value=True)).to_series()
    person = new.cast(pl.Int64).cum_sum().to_numpy() - 1
    code = stays["code"].to_numpy().astype(np.int64)
    weeks = (stays["end"] - stays["start"]).to_numpy().astype(np.float64)
    return stays.filter(new).select(PERSON).with_columns(
        entropy=pl.Series(_entropy(person, code, weeks, alphabet)),
        turbulence=pl.Series(_turbulence(person, code, weeks, alphabet)),
    )


def _entropy(person: npt.NDArray[np.int64], code: npt.NDArray[np.int64], weeks: Numbers, alphabet: int) -> Numbers:
    size = int(person[-1]) + 1
    time = np.bincount(person * alphabet + code, weights=weeks, minlength=size * alphabet).reshape(size, alphabet)
    share = time / time.sum(axis=1, keepdims=True)
    logs = np.log(share, out=np.zeros_like(share), where=share > 0)
    return np.asarray(np.abs((share * logs).sum(axis=1)) / np.log(alphabet))


def _turbulence(person: npt.NDArray[np.int64], code: npt.NDArray[np.int64], weeks: Numbers, alphabet: int) -> Numbers:
    count = np.bincount(person).astype(np.float64)
    mean = np.bincount(person, weights=weeks) / count
    variance = np.bincount(person, weights=(weeks - mean[person]) ** 2) / count
    largest = (count - 1) * (1 - mean) ** 2
    return np.asarray(np.log2(_subsequences(person, code, alphabet)) + np.log2((largest + 1) / (variance + 1)))


def _subsequences(person: npt.NDArray[np.int64], code: npt.NDArray[np.int64], alphabet: int) -> Numbers:
    """Distinct subsequences per person, counted spell by spell: each new code doubles them, less those it repeats."""
    count = np.bincount(person)
    first = np.concatenate(([0], np.cumsum(count)[:-1]))
    found = np.ones(len(count))
    before = np.zeros((len(count), alphabet))  # how many there were when the code was last met
    for place in range(int(count.max())):
        who = np.flatnonzero(count > place)
        now = code[first[who] + place]
        seen = found[who]
        found[who] = 2 * seen - before[who, now]
        before[who, now] = seen
    return found
