"""Scenario discovery: the box of settings in which a policy fails, by the patient rule induction method.

Friedman and Fisher (1999) peel a thin slice off one side of the box of all points, the slice whose loss leaves the
largest share of failures inside, again and again, and then paste slices back where that raises the share. Bryant and
Lempert (2010) made it the standard of scenario discovery and added the test for whether a limit could be chance. The
maintained Python versions are under GPL-3 (prim) or come with a workbench of their own (ema-workbench), so it is
written here; it is short.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

from sim.draws import WeekDraws, luck_of, own_decision

Numbers = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

PEELED = 0.05
SMALLEST = 0.05
"""How much is peeled or pasted at a time, and the least share of all points a box may hold."""

CHANCE = 0.05
SHUFFLES = 19
_SHUFFLE = own_decision("scenario discovery", "which points fail")


@dataclass(frozen=True)
class Box:
    """Limits (settings, 2) in the units given, open sides as -inf and inf; which points lie inside; how good it is.

    ``density``: the share of points inside that fail; ``coverage``: the share of all failures that lie inside;
    ``mass``: the share of all points inside. ``chance``: for every setting, the probability that a box without its
    limits would by luck hold as large a share of failures (binomial); 1 where there is no limit.
    """

    limits: Numbers
    inside: Bools
    density: float
    coverage: float
    mass: float
    chance: Numbers

    @property
    def restricted(self) -> Bools:
        """Which settings the box says anything about."""
        return np.asarray(np.isfinite(self.limits).any(axis=1))


def discover(points: Numbers, failed: Bools) -> Box:
    """Return the box that best tells failures apart.

    Of all boxes on the way down the one with the highest harmonic mean of density and coverage is taken, and slices are
    pasted back to it; limits that could be chance (``CHANCE``) are then taken away, the weakest first.

    Args:
        points: settings of every point, (points, settings).
        failed: whether it fails, (points,).
    """
    narrow = max(peeled(points, failed), key=lambda box: (goodness(box), box.mass))
    best = max((narrow, _pasted(points, failed, narrow.limits)), key=lambda box: (goodness(box), box.mass))
    while best.restricted.any() and float(best.chance.max(where=best.restricted, initial=0.0)) > CHANCE:
        weakest = int(np.argmax(np.where(best.restricted, best.chance, -1.0)))
        limits = best.limits.copy()
        limits[weakest] = (-np.inf, np.inf)
        best = _box(points, failed, limits)
    return best


def as_good_by_chance(points: Numbers, failed: Bools, box: Box) -> int:
    """Return how often, in ``SHUFFLES`` shuffles of which points fail, a box as good as this one is found.

    The test of single limits looks at one box, not at all that were tried on the way; this one does. None in 19 speaks
    for the box at the five per cent level.
    """
    luck = luck_of(0, np.arange(len(failed)), 1)
    found = 0
    for shuffle in range(SHUFFLES):
        order = np.argsort(WeekDraws(shuffle).lottery(_SHUFFLE, luck), kind="stable")
        found += goodness(discover(points, failed[order])) >= goodness(box)
    return found


def peeled(points: Numbers, failed: Bools) -> list[Box]:
    """Every box on the way from all points to the smallest one, first all of them."""
    limits = np.tile([-np.inf, np.inf], (points.shape[1], 1))
    least = max(2, int(np.ceil(SMALLEST * len(points))))
    boxes = [_box(points, failed, limits)]
    while True:
        found = [
            one for setting in range(points.shape[1]) for side in (0, 1)
            if (one := _narrower(points, boxes[-1], setting, side)) is not None
        ]
        tried = [(_inside(points, one), one) for one in found]
        tried = [(inside, one) for inside, one in tried if least <= inside.sum() < boxes[-1].inside.sum()]
        if not tried:
            return boxes
        _, chosen = max(tried, key=lambda pair: (float(failed[pair[0]].mean()), int(pair[0].sum())))
        boxes.append(_box(points, failed, chosen))


def _narrower(points: Numbers, box: Box, setting: int, side: int) -> Numbers | None:
    """The box without the lowest (side 0) or highest (1) slice of a setting; nothing when all have one value."""
    values = points[box.inside, setting]
    cut = float(np.quantile(values, PEELED if side == 0 else 1 - PEELED))
    beyond = values[values > cut] if side == 0 else values[values < cut]
    if not beyond.size:
        return None
    kept = float(beyond.min() if side == 0 else beyond.max())
    edge = float(values[values < kept].max() if side == 0 else values[values > kept].min())
    limits = box.limits.copy()
    limits[setting, side] = (kept + edge) / 2  # halfway between the last point inside and the first outside
    return limits


def _pasted(points: Numbers, failed: Bools, limits: Numbers) -> Box:
    """Widen side by side, a slice at a time, as long as the share of failures rises (or holds, with more inside)."""
    box = _box(points, failed, limits)
    while True:
        wider = [
            _box(points, failed, one) for setting in np.flatnonzero(box.restricted) for side in (0, 1)
            if (one := _wider(points, box, int(setting), side)) is not None
        ]
        better = [one for one in wider if one.density >= box.density and one.mass > box.mass]
        if not better:
            return box
        box = max(better, key=lambda one: (one.density, one.mass))


def _wider(points: Numbers, box: Box, setting: int, side: int) -> Numbers | None:
    if not np.isfinite(box.limits[setting, side]):
        return None
    free = box.limits.copy()
    free[setting, side] = -np.inf if side == 0 else np.inf
    outside = points[_inside(points, free) & ~box.inside, setting]
    step = max(1, int(PEELED * box.inside.sum()))
    ordered = np.sort(outside)[::-1] if side == 0 else np.sort(outside)
    limits = free
    if len(ordered) > step:
        limits[setting, side] = (ordered[step - 1] + ordered[step]) / 2
    return limits


def _inside(points: Numbers, limits: Numbers) -> Bools:
    return np.asarray(((points >= limits[:, 0]) & (points <= limits[:, 1])).all(axis=1))


def _box(points: Numbers, failed: Bools, limits: Numbers) -> Box:
    inside = _inside(points, limits)
    held = int(failed[inside].sum())
    count, failures = int(inside.sum()), int(failed.sum())
    return Box(
        limits, inside, held / count if count else 0.0, held / failures if failures else 0.0, count / len(points),
        _chance(points, failed, limits, held, count),
    )


def _chance(points: Numbers, failed: Bools, limits: Numbers, held: int, count: int) -> Numbers:
    """For each limited setting: how likely the box is to hold so many failures at the rate of the box without it."""
    found = np.ones(len(limits))
    for setting in np.flatnonzero(np.isfinite(limits).any(axis=1)):
        without = limits.copy()
        without[setting] = (-np.inf, np.inf)
        rate = float(failed[_inside(points, without)].mean())
        found[setting] = float(stats.binom.sf(held - 1, count, rate))
    return found


def goodness(box: Box) -> float:
    """The harmonic mean of density and coverage: near 1 only when both are."""
    together = box.density + box.coverage
    return 2 * box.density * box.coverage / together if together else 0.0
