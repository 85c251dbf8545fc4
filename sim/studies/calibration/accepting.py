"""From surfaces to a set of rows: first rule out, then accept.

History matching rules out a place when a target is further from its band than the doubts can explain; where that would
leave next to nothing, the least implausible places are kept instead (``study.not_ruled_out``). What is left is
sampled in proportion to how well it fits all targets together (a chain on the emulated surface); the sample is played,
and a played row is accepted by its own distance, so that no row is in the set on the word of an emulator alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sim.studies.calibration.chance import normals, uniforms
from sim.studies.calibration.emulators import Surfaces, features, scaled
from sim.studies.calibration.texts_targets import TARGETS, Target

Numbers = npt.NDArray[np.float64]

TOO_FAR = 3.0
"""Implausibility from which a place is ruled out (three standard deviations, Craig et al. 1997)."""

_STEP = 0.12
_KEEP_EVERY = 25
_CHAIN = 9100


@dataclass(frozen=True, slots=True)
class Aim:
    """A target on the emulator's scale: the middle of its band, its tolerance (half the half-width), its weight."""

    key: str
    middle: float
    tolerance: float
    weight: float


def aims(weighted: Sequence[Target] = TARGETS) -> tuple[Aim, ...]:
    """The targets that are fitted."""
    found = []
    for target in weighted:
        if target.weight > 0:
            low, high = (float(scaled(target.key, np.array([end]))[0]) for end in (target.low, target.high))
            found.append(Aim(target.key, (low + high) / 2, (high - low) / 4, target.weight))
    return tuple(found)


def implausibility(made: Surfaces, columns: Numbers, wanted: Sequence[Aim]) -> Numbers:
    """For each place the second largest distance of a target from its middle, in standard deviations of all doubts.

    The largest alone would let one badly emulated target rule out everything (Vernon et al. 2010).
    """
    ordered = np.sort(np.abs(_misfits(made, columns, wanted)), axis=1)
    return np.asarray(ordered[:, -2] if ordered.shape[1] > 1 else ordered[:, -1])


def score(made: Surfaces, columns: Numbers, wanted: Sequence[Aim]) -> Numbers:
    """How well places fit, as a log density: weighted squared distances in standard deviations of all doubts."""
    weights = np.array([aim.weight for aim in wanted if made.place(aim.key) is not None])
    return np.asarray(-0.5 * np.einsum("ij,j->i", _misfits(made, columns, wanted) ** 2, weights))


def _misfits(made: Surfaces, columns: Numbers, wanted: Sequence[Aim]) -> Numbers:
    """Signed distances of targets from their middles, places by aims that have a surface."""
    known = [(aim, place) for aim in wanted if (place := made.place(aim.key)) is not None]
    places = [place for _, place in known]
    middles, tolerances = (np.array([getattr(aim, name) for aim, _ in known]) for name in ("middle", "tolerance"))
    doubt = np.sqrt(made.doubt[places] + tolerances**2)
    return np.asarray((made.predict(columns)[:, places] - middles) / doubt)


def distance(found: Mapping[str, float | None], wanted: Sequence[Aim]) -> float:
    """The distance of a played row: root of the weighted mean of squared distances in tolerances; missing counts 3."""
    total = weight = 0.0
    for aim in wanted:
        value = found.get(aim.key)
        away = TOO_FAR if value is None else (
            float(scaled(aim.key, np.array([value]))[0]) - aim.middle) / aim.tolerance
        total += aim.weight * away**2
        weight += aim.weight
    return float(np.sqrt(total / weight))


def sampled(
    made: Surfaces, wanted: Sequence[Aim], start: Numbers, count: int, stream: int,
) -> Numbers:
    """Draw ``count`` places from what fits, by chains that walk from ``start`` (chains by columns).

    A step moves a random third of the settings a little and, now and then, a switch anywhere; it is taken with the
    ratio of how well the two places fit. Places outside the prior are refused. Chains are thinned and their first half
    is thrown away.
    """
    here = start.copy()
    chains, width = here.shape
    fits = score(made, features(here), wanted)
    steps = 2 * _KEEP_EVERY * max(4, -(-count // chains))
    kept: list[Numbers] = []
    for step in range(steps):
        luck = uniforms(_CHAIN + stream, chains, 2 * width + 1, step)
        there = here.copy()
        moved = luck[:, :width] < 1 / 3
        moved[:, -2:] = luck[:, width - 2 : width] < 0.1  # noqa: PLR2004 - switches jump in one step of ten
        walk = _STEP * normals(_CHAIN + stream + 1, chains, width, step)
        there[moved] += walk[moved]
        jumps = luck[:, width : 2 * width]
        there[:, -2:] = np.where(moved[:, -2:], jumps[:, -2:], here[:, -2:])
        inside = ((there >= 0) & (there < 1)).all(axis=1)
        fit_there = np.where(inside, score(made, features(np.clip(there, 0, 1 - 1e-9)), wanted), -np.inf)
        better = np.log(np.maximum(luck[:, -1], 1e-300)) < fit_there - fits
        here[better], fits[better] = there[better], fit_there[better]
        if step >= steps // 2 and step % _KEEP_EVERY == 0:
            kept.append(here.copy())
    drawn = np.concatenate(kept)
    order = np.argsort(uniforms(_CHAIN + stream + 2, len(drawn), 1)[:, 0])
    return drawn[order[:count]]
