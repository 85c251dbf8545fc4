"""Entropy and turbulence of single pathways, as sequence analysis defines them (the same formulas as in TraMineR)."""

from __future__ import annotations

import numpy as np

from sim.outcomes.sequences import Numbers, Sequences


def entropy(stays: Sequences, alphabet: int) -> Numbers:
    """Return each citizen's entropy, (people,): 0 for a single code, 1 for equal time in all codes.

    With ``p_c`` the share of the citizen's weeks spent in code ``c`` of an alphabet of ``a`` codes,
    ``h = -sum(p_c * ln p_c) / ln a`` (TraMineR ``seqient``).

    Args:
        stays: stays of one layer.
        alphabet: number of codes the layer can take, 2 or more.
    """
    time = stays.time(alphabet)
    share = time / np.maximum(time.sum(axis=1, keepdims=True), 1)
    logs = np.log(share, out=np.zeros_like(share), where=share > 0)
    return np.asarray(np.abs((share * logs).sum(axis=1)) / np.log(alphabet))


def turbulence(stays: Sequences, alphabet: int) -> Numbers:
    """Return each citizen's turbulence, (people,): 1 for one who never moves, more for many and even moves.

    With the sequence of the ``d`` distinct successive codes, their durations ``t_1..t_d``, their mean ``m`` and
    population variance ``s2 = sum((t_i - m)^2) / d``, its largest possible value ``s2_max = (d - 1) * (1 - m)^2``, and
    ``phi`` the number of distinct subsequences of the sequence of codes, the empty one included,
    ``T = log2(phi * (s2_max + 1) / (s2 + 1))`` (Elzinga and Liefbroer 2007; TraMineR ``seqST``, ``type=1``, not
    normalised).

    Args:
        stays: stays of one layer, neighbouring codes different.
        alphabet: number of codes the layer can take, 2 or more.
    """
    count = stays.summed(np.ones(len(stays.code)))
    mean = stays.summed(stays.weeks) / count
    variance = stays.summed((stays.weeks - mean[stays.person]) ** 2) / count
    largest = (count - 1) * (1 - mean) ** 2
    return np.asarray(np.log2(_subsequences(stays, alphabet)) + np.log2((largest + 1) / (variance + 1)))


def _subsequences(stays: Sequences, alphabet: int) -> Numbers:
    """Distinct subsequences per person, counted stay by stay: each new code doubles them, less those it repeats."""
    count = np.bincount(stays.person, minlength=stays.people.height)
    first = np.cumsum(count) - count
    found = np.ones(len(count))
    before = np.zeros((len(count), alphabet))  # how many there were when the code was last met
    for place in range(int(count.max(initial=0))):
        who = np.flatnonzero(count > place)
        now = stays.code[first[who] + place]
        seen = found[who]
        found[who] = 2 * seen - before[who, now]
        before[who, now] = seen
    return found
