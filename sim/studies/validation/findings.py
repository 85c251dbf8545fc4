"""An answer to a question that can fail: pass, fail or inconclusive, with the numbers it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy import stats

Numbers = npt.NDArray[np.float64]
Status = Literal["pass", "fail", "inconclusive"]

_SURE = 0.95


@dataclass(frozen=True)
class Finding:
    """One pattern held against runs. ``key`` finds its words in ``texts_patterns``."""

    key: str
    status: Status
    numbers: Mapping[str, float]


def above(values: Numbers, bound: float) -> Status:
    """Whether the mean of independent values (one per seed) lies above a bound, by its one-sided 95 % interval."""
    known = values[np.isfinite(values)]
    if len(known) < 2:  # noqa: PLR2004 - a spread needs two
        return "inconclusive"
    half = float(stats.t.ppf(_SURE, len(known) - 1)) * float(known.std(ddof=1)) / float(np.sqrt(len(known)))
    mean = float(known.mean())
    return "pass" if mean - half > bound else "fail" if mean + half < bound else "inconclusive"


def below(values: Numbers, bound: float) -> Status:
    """Whether the mean lies below a bound."""
    return above(-values, -bound)


def all_of(*parts: Status) -> Status:
    """Pass when every part passes, fail when one fails."""
    if "fail" in parts:
        return "fail"
    return "inconclusive" if "inconclusive" in parts else "pass"


def mean(values: Numbers) -> float:
    """The mean of what is known; NaN for nothing."""
    known = values[np.isfinite(values)]
    return float(known.mean()) if len(known) else float("nan")
