"""Relative effects from a panel: Poisson regression with a log link, by iteratively reweighted least squares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

_ROUNDS = 30
_ENOUGH = 1e-8
_RIDGE = 1e-6
"""Keeps columns that say the same from breaking the solution; far below anything that shows."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Coefficients on the log scale and their standard errors, robust to clusters."""

    coefficients: Numbers
    errors: Numbers

    def ratio(self, place: int) -> float:
        """The relative change for one unit of a column: 0.1 is ten per cent more."""
        return float(np.exp(self.coefficients[place]) - 1.0)


def poisson(outcome: Numbers, columns: Numbers, cluster: npt.NDArray[np.int64]) -> Fit | None:
    """Fit the chance of ``outcome`` (0 or 1) as exp(columns · b), the first column being 1.

    For a rare outcome that lies once or never, exp(b) is the ratio of chances (Zou 2004). ``cluster`` numbers the
    groups that share luck (caseworkers): errors are sandwich errors over them. None when nobody, or everybody, has
    the outcome or there are fewer rows than columns.
    """
    rows, width = columns.shape
    mean = float(outcome.mean()) if rows else 0.0
    if rows <= width or not 0 < mean < 1:
        return None
    found = np.zeros(width)
    found[0] = np.log(mean)
    for _ in range(_ROUNDS):
        expected = np.exp(np.clip(np.einsum("ij,j->i", columns, found), -30, 2))
        gradient = np.einsum("ij,i->j", columns, outcome - expected)
        step = np.linalg.solve(_information(columns, expected), gradient)
        found = found + np.clip(step, -2.0, 2.0)
        if float(np.abs(step).max()) < _ENOUGH:
            break
    expected = np.exp(np.clip(np.einsum("ij,j->i", columns, found), -30, 2))
    inverse = np.linalg.inv(_information(columns, expected))
    scores = columns * (outcome - expected)[:, None]
    groups = int(cluster.max()) + 1
    summed = np.stack([np.bincount(cluster, weights=scores[:, place], minlength=groups) for place in range(width)])
    meat = np.einsum("ig,jg->ij", summed, summed)
    spread = np.einsum("ij,jk,kl->il", inverse, meat, inverse)
    return Fit(found, np.sqrt(np.maximum(np.diag(spread), 0.0)))


def _information(columns: Numbers, expected: Numbers) -> Numbers:
    weighted = columns * expected[:, None]
    found = np.einsum("ij,ik->jk", weighted, columns, optimize=True)
    return np.asarray(found + _RIDGE * np.trace(found) / len(found) * np.eye(len(found)))
