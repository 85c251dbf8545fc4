"""Phases over time: how citizens are spread, in the baseline and the alternative, and where the two part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.views.figures import FAINT, INK, LOOKS, QUIET, axes_at, blank, numbered, rendered, short
from sim.views.figures_time import keep_inside
from sim.views.numbers import decimal_year, monday_of
from sim.views.phases_over_time import PhaseDifferences, PhasePaths, phase_differences
from sim.views.texts import say
from sim.vocabulary import Language, Phase

_HEIGHT = 2.66
_BOTTOM = 0.5
_ALONE = 0.25
_TALL = 1.9
_PLAIN, _NAME = 28, 34
"""Letters that stand above one of two stacks, in the smaller type that long names get."""
_KEEP_APART = 0.066
"""Least distance between two labels beside a stack, as a share of its height."""


@dataclass(frozen=True, slots=True)
class PhaseChart:
    """What the figure needs: when week 0 begins, both arms, their names, and the weeks in which something changes."""

    start: date
    base: PhasePaths
    other: PhasePaths
    base_name: str
    other_name: str
    breaks: Sequence[int]


def phase_chart(chart: PhaseChart, prefix: str, language: Language) -> str:
    """Draw both spreads as stacked shares and their difference as lines with run-to-run bands, as SVG."""
    return rendered(lambda: _three_panels(chart, language), prefix)


def spread_chart(chart: PhaseChart, prefix: str, language: Language) -> str:
    """Draw the spread of one arm (``chart.base``) alone, as SVG."""
    return rendered(lambda: _one_panel(chart, language), prefix)


def _three_panels(chart: PhaseChart, language: Language) -> Figure:
    figure = blank(_HEIGHT)
    left = axes_at(figure, 0.42, _BOTTOM, 1.62, _TALL)
    middle = axes_at(figure, 2.16, _BOTTOM, 1.62, _TALL)
    right = axes_at(figure, 5.12, _BOTTOM, 1.98, _TALL)
    _stack(left, chart, chart.base)
    _title(left, short(chart.base_name, _NAME))
    _stack(middle, chart, chart.other)
    _title(middle, short(chart.other_name, _NAME))
    _changes(middle, chart)
    left.set_yticks((0, 0.5, 1), ("0", "50", "100 %"))
    middle.set_yticks([])
    _names(middle, chart.other, language)
    _lines(right, chart, phase_differences(chart.base, chart.other), language)
    _changes(right, chart)
    _title(right, f"{say('axis.difference', language).capitalize()}, {say('axis.difference_points', language)}")
    return figure


def _one_panel(chart: PhaseChart, language: Language) -> Figure:
    figure = blank(_HEIGHT - _BOTTOM + _ALONE)
    axes = axes_at(figure, 0.42, _ALONE, 5.0, _TALL)
    _stack(axes, chart, chart.base)
    axes.set_yticks((0, 0.5, 1), ("0", "50", "100 %"))
    _title(axes, short(chart.base_name, 60))
    _names(axes, chart.base, language)
    return figure


def _stack(axes: Axes, chart: PhaseChart, paths: PhasePaths) -> None:
    years = _years(chart.start, paths.weeks)
    floor = np.zeros(len(years))
    for phase, look in LOOKS.items():
        top = floor + paths.mean[int(phase)]
        axes.fill_between(years, floor, top, facecolor=look.fill, edgecolor="white", linewidth=0.8)
        if look.hatch:
            axes.fill_between(years, floor, top, facecolor="none", edgecolor=look.pattern, hatch=look.hatch,
                              linewidth=0, alpha=0.55)
        floor = top
    axes.set_ylim(0, 1)
    axes.spines["left"].set_visible(False)
    _time(axes, years)


def _names(axes: Axes, paths: PhasePaths, language: Language) -> None:
    """Name each layer of the stack beside its end, with its share, kept apart where layers are thin."""
    if not paths.weeks.size:
        return
    ends = paths.mean[:, -1]
    place, floor, lowest = 0.0, 0.0, -1.0
    marks: list[tuple[float, float, Phase]] = []
    for phase in LOOKS:
        middle = floor + ends[int(phase)] / 2
        floor += ends[int(phase)]
        place = max(middle, lowest + _KEEP_APART)
        lowest = place
        marks.append((place, middle, phase))
    excess = max(0.0, marks[-1][0] - 0.985)
    for order in range(len(marks) - 1, -1, -1):  # push down from the top what would stand above the stack
        limit = 0.985 if order == len(marks) - 1 else marks[order + 1][0] - _KEEP_APART
        place, middle, phase = marks[order]
        marks[order] = (min(place, limit) if excess else place, middle, phase)
    for place, middle, phase in marks:
        axes.annotate(f"{phase.label(language)} {100 * ends[int(phase)]:.0f} %", (1, middle), (1.075, place),
                      xycoords="axes fraction", textcoords="axes fraction", va="center", color=INK, fontsize=7.5,
                      arrowprops={"arrowstyle": "-", "color": QUIET, "linewidth": 0.5, "shrinkA": 0, "shrinkB": 0})


def _lines(axes: Axes, chart: PhaseChart, gaps: PhaseDifferences, language: Language) -> None:
    years = _years(chart.start, gaps.weeks)
    axes.axhline(0, color=QUIET, linewidth=0.9)
    styles = ("-", "--", ":", "-.", (0, (5, 1)), (0, (1, 3)))
    for style, (phase, look) in zip(styles, LOOKS.items(), strict=True):
        if phase is Phase.OUTSIDE:
            continue
        line = gaps.mean[int(phase)]
        axes.fill_between(years, gaps.run_low[int(phase)], gaps.run_high[int(phase)], color=look.line, alpha=0.13,
                          linewidth=0)
        axes.plot(years, line, color=look.line, linewidth=1.6, linestyle=style, label=phase.label(language))
    axes.grid(visible=True, axis="y", color=FAINT, linewidth=0.6)
    axes.spines["left"].set_visible(False)
    axes.locator_params(axis="y", nbins=6)
    numbered(axes.yaxis, language)
    axes.margins(y=0.06)
    axes.legend(loc="upper right", bbox_to_anchor=(1.03, -0.11), ncols=3, fontsize=7.0, handlelength=1.9,
                columnspacing=0.9, handletextpad=0.4, labelcolor=INK, borderpad=0, labelspacing=0.3)
    _time(axes, years)


def _years(start: date, weeks: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    return np.array([decimal_year(monday_of(start, week)) for week in weeks])


def _time(axes: Axes, years: npt.NDArray[np.float64]) -> None:
    """Years along the bottom."""
    if not years.size:
        axes.set_xticks([])
        return
    axes.set_xlim(years[0], max(years[-1], years[0] + 0.02))
    whole = [year for year in range(int(years[0]), int(years[-1]) + 2) if years[0] - 0.02 <= year <= years[-1]]
    every = 1 if len(whole) <= 3 else 2
    axes.set_xticks(whole[::every], [str(year) for year in whole[::every]])
    keep_inside(axes)


def _changes(axes: Axes, chart: PhaseChart) -> None:
    """A dotted line where the alternative begins to differ."""
    last = axes.get_xlim()[1]
    for week in chart.breaks:
        when = decimal_year(monday_of(chart.start, week))
        if week > 0 and when < last:
            axes.axvline(when, color=INK, linewidth=0.8, linestyle=(0, (1, 2)))


def _title(axes: Axes, words: str) -> None:
    axes.set_title(words, loc="left", color=QUIET, fontsize=8.0 if len(words) <= _PLAIN else 7.2, pad=7)
