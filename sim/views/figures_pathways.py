"""Pathways week by week: how people are spread, how mixed each week is, and time in each state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from sim.outcomes.cross_sections import CrossSections, gap
from sim.outcomes.week_codes import WORDS
from sim.views.figures import (
    BLUE, FAINT, GREY, INK, LOOKS, ORANGE, QUIET, WIDTH, axes_at, blank, numbered, rendered, short,
)
from sim.views.figures_time import years_along, years_of
from sim.views.palette import ORDER, colour_of
from sim.views.texts import say
from sim.vocabulary import Language, Phase, Word

_SMALLEST = 0.002
"""States that never reach this share of people are left out of legends."""

_BAR = 0.21
_COLUMNS = 6
"""Names of states that stand beside each other in a legend as wide as the figure."""
_DASHES = ("-", "--", ":", "-.", (0, (5, 1)), (0, (1, 3)))


@dataclass(frozen=True, slots=True)
class PathwayChart:
    """What these figures need: when week 0 begins, one or two sides, and what they are called."""

    start: date
    base: CrossSections
    base_name: str
    other: CrossSections | None = None
    other_name: str = ""

    @property
    def order(self) -> tuple[Word, ...]:
        """The states that occur on either side, in their order."""
        sides = [self.base, *((self.other,) if self.other is not None else ())]
        most = np.max([np.nanmax(np.nan_to_num(side.shares).mean(axis=0), axis=1) for side in sides], axis=0)
        return tuple(word for word in ORDER[WORDS[self.base.layer]] if most[int(word)] >= _SMALLEST)


def spread_figure(chart: PathwayChart, prefix: str, language: Language) -> str:
    """Draw the share of people in each state over time, and the difference, as SVG."""
    return rendered(lambda: _spread(chart, language), prefix)


def entropy_figure(chart: PathwayChart, prefix: str, language: Language) -> str:
    """Draw how mixed each week is, 0 to 1, and the difference with its precision, as SVG."""
    return rendered(lambda: _entropy(chart, language), prefix)


def time_figure(chart: PathwayChart, prefix: str, language: Language) -> str:
    """Draw average weeks per person in each state, and the difference with its precision, as SVG."""
    return rendered(lambda: _time(chart, language), prefix)


def legend_of(
    figure: Figure, words: tuple[Word, ...], language: Language, left: float, columns: int = _COLUMNS,
) -> None:
    """Name the states by colour (and pattern, for phases) at the foot, in so many columns."""
    handles = [
        Patch(facecolor=colour_of(word), edgecolor=_look(word)[1], hatch=_look(word)[0], linewidth=0.4,
              label=word.label(language)) for word in words
    ]
    figure.legend(handles=handles, loc="lower left", bbox_to_anchor=(left / figure.get_figwidth(), 0.0),
                  ncols=_columns(words, columns), fontsize=7.2, handlelength=1.4, columnspacing=1.0, handletextpad=0.5,
                  labelcolor=INK, borderpad=0.1)


def legend_height(words: tuple[Word, ...], columns: int = _COLUMNS) -> float:
    """How high ``legend_of`` will be, in inches."""
    return 0.18 * -(-len(words) // _columns(words, columns)) + 0.06


def _columns(words: tuple[Word, ...], columns: int) -> int:
    return columns if len(words) <= _COLUMNS or columns < _COLUMNS else _COLUMNS - 2


def titled(axes: Axes, words: str) -> None:
    """Set a quiet title above an axes."""
    axes.set_title(words, loc="left", color=QUIET, fontsize=8.0, pad=6)


def _look(word: Word) -> tuple[str, str]:
    look = LOOKS[word] if isinstance(word, Phase) else None
    return ("", "white") if look is None else (look.hatch, look.pattern)


def _spread(chart: PathwayChart, language: Language) -> Figure:
    columns = _COLUMNS if chart.other is None else _COLUMNS // 2
    foot = legend_height(chart.order, columns) + 0.3
    figure = blank(foot + 2.1)
    years = years_of(chart.start, chart.base.shares.shape[2])
    left = axes_at(figure, 0.42, foot, 6.6 if chart.other is None else 2.0, 1.85)
    _stack(left, chart.base, chart.order, years)
    left.set_yticks((0, 0.5, 1), ("0", "50", "100 %"))
    titled(left, short(chart.base_name, 34))
    if chart.other is not None:
        middle = axes_at(figure, 2.6, foot, 2.0, 1.85)
        _stack(middle, chart.other, chart.order, years)
        middle.set_yticks([])
        titled(middle, short(chart.other_name, 34))
        right = axes_at(figure, 5.2, foot, 1.9, 1.85)
        _gaps(right, chart, years, language)
        titled(right, f"{say('axis.difference', language).capitalize()}, {say('axis.difference_points', language)}")
        right.legend(loc="lower right", bbox_to_anchor=(1.0, 0.0), bbox_transform=figure.transFigure, ncols=2,
                     fontsize=7.0, handlelength=1.9, columnspacing=0.9, handletextpad=0.4, labelcolor=INK,
                     borderpad=0.1, labelspacing=0.3)
    legend_of(figure, chart.order, language, 0.42, columns)
    return figure


def _stack(axes: Axes, side: CrossSections, order: tuple[Word, ...], years: np.typing.NDArray[np.float64]) -> None:
    shares = np.nan_to_num(side.shares).mean(axis=0)
    floor = np.zeros(shares.shape[1])
    for word in order:
        top = floor + shares[int(word)]
        axes.fill_between(years[:-1], floor, top, facecolor=colour_of(word), edgecolor="white", linewidth=0.3)
        hatch, line = _look(word)
        if hatch:
            axes.fill_between(years[:-1], floor, top, facecolor="none", edgecolor=line, hatch=hatch, linewidth=0,
                              alpha=0.5)
        floor = top
    axes.set_ylim(0, 1)
    axes.spines["left"].set_visible(False)
    years_along(axes, years)


def _gaps(axes: Axes, chart: PathwayChart, years: np.typing.NDArray[np.float64], language: Language) -> None:
    assert chart.other is not None
    found = gap(chart.base.shares, chart.other.shares)
    axes.axhline(0, color=QUIET, linewidth=0.8)
    ranked = sorted(chart.order, key=lambda word: -float(np.nanmax(np.abs(found.mean[int(word)]))))[: len(_DASHES)]
    for dashes, word in zip(_DASHES, [word for word in chart.order if word in ranked], strict=False):
        line = LOOKS[word].line if isinstance(word, Phase) else colour_of(word)
        mean, low, high = (100 * part[int(word)] for part in (found.mean, found.low, found.high))
        axes.fill_between(years[:-1], low, high, color=line, alpha=0.13, linewidth=0)
        axes.plot(years[:-1], mean, color=line, linewidth=1.4, linestyle=dashes, label=word.label(language))
    axes.grid(visible=True, axis="y", color=FAINT, linewidth=0.6)
    axes.spines["left"].set_visible(False)
    axes.locator_params(axis="y", nbins=5)
    numbered(axes.yaxis, language)
    years_along(axes, years)


def _entropy(chart: PathwayChart, language: Language) -> Figure:
    figure = blank(2.2 if chart.other is None else 2.32)
    years = years_of(chart.start, chart.base.entropy.shape[1])
    left = axes_at(figure, 0.42, 0.34, 6.6 if chart.other is None else 3.1, 1.55)
    left.plot(years[:-1], np.nanmean(chart.base.entropy, axis=0), color=GREY, linewidth=1.8,
              label=short(chart.base_name, 44))
    left.set_ylim(0, 1)
    if chart.other is None:
        titled(left, short(chart.base_name, 60))
    else:
        left.plot(years[:-1], np.nanmean(chart.other.entropy, axis=0), color=BLUE, linewidth=1.5, linestyle="--",
                  label=short(chart.other_name, 44))
        left.legend(loc="lower left", bbox_to_anchor=(-0.01, 1.0), fontsize=8.0, handlelength=2.2, labelcolor=QUIET,
                    borderpad=0, labelspacing=0.25)
        found = gap(chart.base.entropy, chart.other.entropy)
        right = axes_at(figure, 4.2, 0.34, 2.9, 1.55)
        right.axhline(0, color=QUIET, linewidth=0.8)
        right.fill_between(years[:-1], found.low, found.high, color=BLUE, alpha=0.15, linewidth=0)
        right.plot(years[:-1], found.mean, color=BLUE, linewidth=1.4)
        titled(right, f"{say('axis.difference', language).capitalize()}, {say('legend.precision', language)}")
        _plain(right, years, language)
    _plain(left, years, language)
    return figure


def _plain(axes: Axes, years: np.typing.NDArray[np.float64], language: Language) -> None:
    axes.grid(visible=True, axis="y", color=FAINT, linewidth=0.6)
    axes.spines["left"].set_visible(False)
    axes.locator_params(axis="y", nbins=5)
    numbered(axes.yaxis, language)
    years_along(axes, years)


def _time(chart: PathwayChart, language: Language) -> Figure:
    order = chart.order
    tall = _BAR * len(order) + 0.1
    figure = blank(tall + 0.85)
    places = np.arange(len(order))[::-1]
    left = axes_at(figure, 1.75, 0.42, WIDTH - 1.95 if chart.other is None else 2.3, tall)
    rows = [int(word) for word in order]
    colours = [colour_of(word) for word in order]
    weeks = chart.base.mean_time.mean(axis=0)[rows]
    left.barh(places, weeks, height=0.72, color=colours, edgecolor=QUIET, linewidth=0.3)
    left.set_yticks(places, [word.label(language) for word in order])
    left.set_xlabel(say("pathways.axis.weeks", language), loc="left")
    titled(left, short(chart.base_name, 34))
    numbered(left.xaxis, language)
    if chart.other is not None:
        found = gap(chart.base.mean_time, chart.other.mean_time)
        right = axes_at(figure, 4.45, 0.42, WIDTH - 4.65, tall)
        right.axvline(0, color=QUIET, linewidth=0.8)
        for place, row in zip(places, rows, strict=True):
            colour = GREY if not found.clear[row] else BLUE if found.mean[row] > 0 else ORANGE
            if np.isfinite(found.low[row]):
                right.plot([found.low[row], found.high[row]], [place, place], color=colour, linewidth=3.2, alpha=0.45,
                           solid_capstyle="butt")
            right.plot([found.mean[row]], [place], marker="o" if found.clear[row] else "d", color=colour, markersize=4)
        right.set_ylim(left.get_ylim())
        right.set_yticks([])
        right.grid(visible=True, axis="x", color=FAINT, linewidth=0.6)
        right.spines["left"].set_visible(False)
        right.set_xlabel(say("pathways.axis.weeks_difference", language), loc="left")
        titled(right, f"{short(chart.other_name, 24)}: {say('axis.difference', language)}")
        right.locator_params(axis="x", nbins=5)
        numbered(right.xaxis, language)
    return figure
