"""Who pays more and who pays less, year by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from sim.views.figures import BLUE, FAINT, GREY, INK, ORANGE, QUIET, WIDTH, axes_at, blank, numbered, rendered, short
from sim.views.texts import say
from sim.vocabulary import Language

_FILLS = (("#33699b", ""), ("#9cc3e0", "///"), ("#d3d8dd", ""), ("#f3b562", "\\\\\\"), ("#b5480d", "xxx"))

_HEIGHT = 1.6
_BOTTOM = 0.38
_TALL = 0.96


@dataclass(frozen=True, slots=True)
class CostChart:
    """Differences in DKK million by payer and year, in the same order of years; plus is an extra cost.

    ``running`` is the payer whose sum so far is drawn beside the bars. ``unsure`` names the bars, by payer and place of
    the year, that cannot be told apart from zero: they stay hollow. ``known``: whether the whole sum can be told.
    """

    years: Sequence[str]
    by_payer: Mapping[str, Sequence[float]]
    running: Sequence[float]
    unsure: frozenset[tuple[str, int]] = frozenset()
    known: bool = True


def cost_chart(chart: CostChart, prefix: str, language: Language) -> str:
    """Draw one bar per payer beside each other within each year, and one payer's sum so far, as SVG."""
    return rendered(lambda: _draw(chart, language), prefix)


def _draw(chart: CostChart, language: Language) -> Figure:
    figure = blank(_HEIGHT)
    bars = axes_at(figure, 0.5, _BOTTOM, 3.95, _TALL)
    running = axes_at(figure, 5.05, _BOTTOM, WIDTH - 5.2, _TALL)
    _bars(bars, chart)
    _running(running, chart)
    for axes in (bars, running):
        axes.axhline(0, color=QUIET, linewidth=0.9)
        axes.grid(visible=True, axis="y", color=FAINT, linewidth=0.6)
        axes.set_axisbelow(True)
        axes.spines["left"].set_visible(False)
        axes.locator_params(axis="y", nbins=5)
        axes.margins(y=0.12)
        numbered(axes.yaxis, language)
    _title(bars, f"{say('axis.difference', language).capitalize()}, {say('axis.millions', language)}")
    _title(running, say("money.running", language))
    if chart.by_payer:
        _legend(bars, chart, language)
    return figure


def _legend(axes: Axes, chart: CostChart, language: Language) -> None:
    handles = [Patch(facecolor=fill, hatch=hatch, edgecolor="white", linewidth=0, label=short(payer, 24))
               for payer, (fill, hatch) in zip(chart.by_payer, cycle(_FILLS), strict=False)]
    if chart.unsure:
        words = say("legend.cannot_tell", language)
        handles.append(Patch(facecolor="white", edgecolor=GREY, linewidth=0.9, label=words))
    axes.legend(handles=handles, loc="upper left", bbox_to_anchor=(-0.03, -0.16), ncols=6, handlelength=1.3,
                columnspacing=1.1, handletextpad=0.5, labelcolor=INK, borderpad=0)


def _bars(axes: Axes, chart: CostChart) -> None:
    wide = 0.8 / max(len(chart.by_payer), 1)
    places = np.arange(len(chart.years), dtype=np.float64)
    for order, (payer, values) in enumerate(chart.by_payer.items()):
        fill, hatch = _FILLS[order % len(_FILLS)]
        at = places - 0.4 + wide * (order + 0.5)
        for place, (where, value) in enumerate(zip(at, values, strict=True)):
            hollow = (payer, place) in chart.unsure
            axes.bar(where, value, width=wide * 0.92, color="white" if hollow else fill, hatch="" if hollow else hatch,
                     edgecolor=fill if hollow else "white", linewidth=0.9 if hollow else 0)
    axes.set_xticks(places, list(chart.years))
    axes.set_xlim(-0.6, max(len(chart.years), 1) - 0.4)


def _running(axes: Axes, chart: CostChart) -> None:
    """The sum so far: where the line comes back to zero, the extra cost is earned back."""
    sums = np.concatenate(([0.0], np.cumsum(np.asarray(chart.running, dtype=np.float64))))
    steps = np.arange(sums.size, dtype=np.float64)
    if chart.known:
        axes.fill_between(steps, 0, sums, where=sums >= 0, interpolate=True, color=ORANGE, alpha=0.14, linewidth=0)
        axes.fill_between(steps, 0, sums, where=sums <= 0, interpolate=True, color=BLUE, alpha=0.14, linewidth=0)
    colour = INK if chart.known else GREY
    axes.plot(steps, sums, color=colour, linewidth=1.6, marker="o", markersize=3.5,
              markerfacecolor=colour if chart.known else "white")
    axes.set_xticks(steps[1:], list(chart.years))
    axes.set_xlim(0, max(float(sums.size - 1), 1.0) * 1.04)


def _title(axes: Axes, words: str) -> None:
    axes.set_title(words, loc="left", color=QUIET, fontsize=8.0, pad=7)
