"""What a target would be at a place nobody has played: a quadratic surface with shrinkage, one for each target.

Shares are fitted on the log-odds scale and ratios on the log scale, where effects add up. The prediction has two kinds
of doubt, kept apart: of the surface (it shrinks with more places) and of the runs it was fitted to (chance, and what a
quadratic cannot follow).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import BayesianRidge  # type: ignore[import-untyped]

from sim.studies.calibration.priors import SWITCHES, priors

Numbers = npt.NDArray[np.float64]

_ORDERED, _KINDS = SWITCHES
_EDGE = 0.002
_FEW = 16
_LEVELS = ("T4 gap", "T4 gained", "T4 lost", "C1 hours", "T14 all", "T14 mentors")
_RATIOS = ("T2 ratio", "T7 ratio")
_EFFECTS = ("T8 12", "T8 24", "T9 12", "T9 24")


def scaled(key: str, values: Numbers) -> Numbers:
    """A target on the scale where it is emulated."""
    if key in _LEVELS:
        return values
    if key in _RATIOS:
        return np.asarray(np.log(np.maximum(values, 0.05)))
    if key in _EFFECTS:
        return np.asarray(np.log1p(np.maximum(values, -0.95)))
    inside = np.clip(values, _EDGE, 1 - _EDGE)
    return np.asarray(np.log(inside / (1 - inside)))


def unscaled(key: str, values: Numbers) -> Numbers:
    """Back from the emulator's scale."""
    if key in _LEVELS:
        return values
    if key in _RATIOS:
        return np.asarray(np.exp(values))
    if key in _EFFECTS:
        return np.asarray(np.expm1(values))
    return np.asarray(1 / (1 + np.exp(-values)))


def features(places: Numbers) -> Numbers:
    """Columns of the surface: settings and order of duration from −1 to 1, their squares, and what hangs on a switch.

    Products of two settings are left out: on scales where effects add up they are small, and with some hundred places
    they would cost more in doubt than they explain.
    """
    settings = len(priors())
    members = len(SWITCHES[_ORDERED])
    order = np.minimum((places[:, settings] * members).astype(int), members - 1) / (members - 1)
    smooth = 2 * np.column_stack([places[:, :settings], order]) - 1
    kinds = len(SWITCHES[_KINDS])
    kind = np.minimum((places[:, settings + 1] * kinds).astype(int), kinds - 1)
    split = (kind[:, None] == np.arange(1, kinds)[None, :]).astype(np.float64)
    products = np.column_stack([smooth**2, smooth[:, :-1] * smooth[:, -1:]])
    loss = [prior.key for prior in priors()].index("casework.change_loss")
    return np.column_stack([smooth, products, split, split * smooth[:, loss : loss + 1]])


@dataclass(frozen=True)
class Surfaces:
    """The surfaces of several targets, on the emulators' scales.

    ``doubt``: mean variance of each surface over the places it was fitted to. ``noise``: variance of what it leaves of
    the runs. ``explained``: the share of variance that a fit on four fifths of the places explains of the last fifth.
    """

    keys: tuple[str, ...]
    middles: Numbers
    coefficients: Numbers
    doubt: Numbers
    noise: Numbers
    explained: Numbers

    def predict(self, columns: Numbers) -> Numbers:
        """Means at ``features`` of places: places by targets."""
        return np.asarray(self.middles + np.einsum("ij,jk->ik", columns, self.coefficients, optimize=True))

    def place(self, key: str) -> int | None:
        """The column of a target; None for one without a surface."""
        return self.keys.index(key) if key in self.keys else None


def surfaces(
    places: Numbers, found: Sequence[Mapping[str, float | None]], seeds: Numbers, keys: Sequence[str],
) -> Surfaces:
    """Fit every target that has enough values; ``seeds`` is how many runs each place rests on."""
    columns = features(places)
    made = {}
    for key in keys:
        values = [one.get(key) for one in found]
        known = np.array([value is not None for value in values])
        if int(known.sum()) >= _FEW:
            target = scaled(key, np.array([value for value in values if value is not None], dtype=np.float64))
            made[key] = _fitted(columns[known], target, np.asarray(seeds[known] / seeds[known].mean()))
    fits = list(made.values())
    return Surfaces(
        tuple(made), np.array([one.middle for one in fits]), np.column_stack([one.coefficients for one in fits]),
        np.array([one.doubt for one in fits]), np.array([one.noise for one in fits]),
        np.array([one.explained for one in fits]),
    )


@dataclass(frozen=True)
class _Fit:
    middle: float
    coefficients: Numbers
    doubt: float
    noise: float
    explained: float


def _fitted(columns: Numbers, target: Numbers, weights: Numbers) -> _Fit:
    held = np.arange(len(target)) % 5 == 4  # noqa: PLR2004 - one fifth is held back
    trial = _ridge(columns[~held], target[~held], weights[~held])
    missed = target[held] - trial.predict(columns[held])
    spread = float(np.var(target[held]))
    model = _ridge(columns, target, weights)
    doubt = np.einsum("ij,jk,ik->i", columns, np.asarray(model.sigma_), columns, optimize=True)
    return _Fit(float(model.intercept_), np.asarray(model.coef_), float(np.mean(np.maximum(doubt, 0.0))),
                float(1 / model.alpha_), 1 - float(np.mean(missed**2)) / spread if spread > 0 else 0.0)


def _ridge(columns: Numbers, target: Numbers, weights: Numbers) -> BayesianRidge:
    model = BayesianRidge(max_iter=100)
    model.fit(columns, target, sample_weight=weights)
    return model
