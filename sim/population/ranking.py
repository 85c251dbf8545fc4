"""First in line: who gets a limited number of places, group by group."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sim.arrays import in_order, only, real, rows_of
from sim.population.columns import Bool


def first_in_line(
    group: npt.NDArray[np.integer],
    key: npt.NDArray[np.floating],
    places: npt.NDArray[np.integer],
) -> Bool:
    """Who is served when each group has so many places and the lowest keys come first.

    ``group`` and ``key`` have one entry per person; ``places`` one per group code. Returns a mask over the persons. The
    answer does not depend on the order in which people are listed, as long as keys differ.
    """
    served = np.zeros(len(group), dtype=np.bool_)
    if not len(group):
        return served
    short = _shortlist(group, key, places)
    if short is None:
        served[_serve(group, key, places)] = True
    else:
        served[short[_serve(group[short], key[short], places)]] = True
    return served


def _shortlist(
    group: npt.NDArray[np.integer],
    key: npt.NDArray[np.floating],
    places: npt.NDArray[np.integer],
) -> npt.NDArray[np.int64] | None:
    """Everyone who may be served: the lowest keys, as many as fill each group's places.

    A comparison or a count costs a fraction of a sort. None when that spares little: when people are few, when most
    will be served, or when there are too many groups for the table of steps.
    """
    if len(group) < _MANY or len(places) * _STEPS > 8 * len(group):
        return None
    wanted = int(np.add.reduce(np.maximum(places, 0)))
    if 2 * wanted >= len(group):
        return None
    low, high = key.min(), key.max()
    if len(places) <= _FEW:
        # Where few are served, all of them are among the lowest: tried first, and enough when it fills every place.
        lowest = rows_of(key <= low + (high - low) * min(1.0, _AMPLE * wanted / len(group)))
        if (np.bincount(group.take(lowest), minlength=len(places)) >= places).all():
            return lowest
    step = ((key - low) * ((_STEPS - 1) / max(high - low, 1e-9))).astype(np.int64)
    heights = np.bincount(group * np.int64(_STEPS) + step, minlength=len(places) * _STEPS).reshape(len(places), _STEPS)
    filled = np.cumsum(heights, axis=1)
    last = np.minimum((filled < places[:, np.newaxis]).sum(axis=1), _STEPS - 1)
    return rows_of(step <= last.take(group))


def _serve(
    group: npt.NDArray[np.integer],
    key: npt.NDArray[np.floating],
    places: npt.NDArray[np.integer],
) -> npt.NDArray[np.int64]:
    """Positions of those served: sorted by key, then stably by group (a radix sort where codes fit 16 bits)."""
    order = key.argsort()
    code = group.take(order)
    by_group = in_order(code, len(places))
    order, code = order.take(by_group), code.take(by_group)
    first = np.ones(len(order), dtype=np.bool_)
    np.not_equal(code[1:], code[:-1], first[1:])
    rank = np.arange(len(order))
    rank -= np.maximum.accumulate(rank * first)
    return only(order, rank < places.take(code))


def exact_sum(group: npt.NDArray[np.integer], weight: npt.NDArray[np.floating], groups: int) -> npt.NDArray[np.float64]:
    """Sum weights by group on a grid of 2**-24, which makes the sum the same in whatever order it is taken."""
    return np.asarray(np.bincount(group, on_grid(weight), groups) / GRID, dtype=np.float64)


def exact_sum_of_each(group: npt.NDArray[np.integer], weight: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    """What ``exact_sum`` gives for each one's own group: for few people in many groups."""
    return np.asarray(np.bincount(group, on_grid(weight)).take(group) / GRID, dtype=np.float64)


def on_grid(weight: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    """Weights in whole steps of 2**-24."""
    # A power of two: scaling loses no bit, in single precision either.
    steps = weight * (_GRID_OF_SINGLES if weight.dtype == np.float32 else GRID)
    return np.asarray(np.rint(steps, steps), dtype=np.float64)


_STEPS, _MANY, _FEW, _AMPLE = 64, 512, 64, 3.0
GRID, _GRID_OF_SINGLES = np.array(1 << 24, dtype=np.float64), real(1 << 24)
"""Steps of the grid in 1; the same for columns in single precision."""
