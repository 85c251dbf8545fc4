"""Time along the bottom of a figure: weeks of the run as years of the calendar."""

from __future__ import annotations

from datetime import date

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes

from sim.views.figures import WIDTH
from sim.views.numbers import decimal_year, monday_of

_LABEL_WIDTH = 0.34
"""Inches that a year needs."""
_NEAR = 0.08
"""Inches from an end within which a year would reach past it."""


def years_of(start: date, weeks: int) -> npt.NDArray[np.float64]:
    """The decimal year at which each week begins, and at which the last ends, (weeks + 1,)."""
    return np.array([decimal_year(monday_of(start, week)) for week in range(weeks + 1)])


def years_along(axes: Axes, years: npt.NDArray[np.float64]) -> None:
    """Mark whole years, as many as fit."""
    axes.set_xlim(years[0], max(years[-1], years[0] + 0.02))
    whole = [year for year in range(int(years[0]), int(years[-1]) + 2) if years[0] - 0.02 <= year <= years[-1] + 0.01]
    wide = axes.get_position().width * WIDTH
    every = max(1, int(np.ceil(len(whole) * _LABEL_WIDTH / max(wide, 0.1))))
    axes.set_xticks(whole[::every], [str(year) for year in whole[::every]])
    keep_inside(axes)


def keep_inside(axes: Axes) -> None:
    """Let the words of a tick at either end stand inside the axes, so that they meet nobody else's."""
    low, high = axes.get_xlim()
    near = _NEAR / max(axes.get_position().width * WIDTH, 0.1) * (high - low)
    for label, place in zip(axes.get_xticklabels(), axes.get_xticks(), strict=True):
        if place - low < near:
            label.set_horizontalalignment("left")
        elif high - place < near:
            label.set_horizontalalignment("right")
