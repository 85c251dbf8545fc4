"""Chance for designs and chains, from the project's one source of it: the same stream gives the same numbers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri

from sim.draws import WeekDraws, luck_of, own_decision

Numbers = npt.NDArray[np.float64]

_WHAT = own_decision("calibration", "designs and chains")
_KIND = 9001
_PARTS = 250


def uniforms(stream: int, rows: int, columns: int, step: int = 0) -> Numbers:
    """Numbers in [0, 1), ``rows`` by ``columns`` (at most 250); another stream or step gives others."""
    draws, luck = WeekDraws(step), luck_of(_KIND, np.arange(rows), stream)
    return np.column_stack([draws.lottery(_WHAT, luck, part) for part in range(columns)])


def normals(stream: int, rows: int, columns: int, step: int = 0) -> Numbers:
    """Standard normal numbers, ``rows`` by ``columns``."""
    return np.asarray(ndtri(np.clip(uniforms(stream, rows, columns, step), 1e-12, 1 - 1e-12)), dtype=np.float64)


def hypercube(stream: int, rows: int, columns: int) -> Numbers:
    """A Latin hypercube: every column has one number in each of ``rows`` equal parts of [0, 1)."""
    inside = uniforms(stream, rows, columns)
    places = np.argsort(np.argsort(uniforms(stream + 1, rows, columns), axis=0), axis=0)
    return np.asarray((places + inside) / rows, dtype=np.float64)
