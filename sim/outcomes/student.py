"""How far out Student's t reaches: the quantile that every 95 % interval of a mean is made with."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri, stdtrit

Numbers = npt.NDArray[np.float64]

CONFIDENCE = 0.95
_UPPER = (1 + CONFIDENCE) / 2
NORMAL = float(ndtri(_UPPER))
"""The same of the normal distribution: 1.96 standard errors."""


@cache
def reach(freedom: float) -> float:
    """Return the two-sided 95 % quantile of Student's t with so many degrees of freedom (above 0), in standard errors.

    Each is looked up once: tables of thousands of intervals ask for the same few.
    """
    return float(stdtrit(freedom, _UPPER))


def reaches(freedom: Numbers) -> Numbers:
    """Return the same for many degrees of freedom at once, in their shape; NaN where they are not above 0."""
    return np.where(freedom > 0, stdtrit(np.where(freedom > 0, freedom, 1.0), _UPPER), np.nan)
