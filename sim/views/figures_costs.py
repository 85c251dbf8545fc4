"""Who pays more and who pays less, year by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.views.figures import BLUE, FAINT, INK, ORANGE, QUIET, WIDTH, axes_at, blank, numbered, rendered, short
from sim.views.texts import say
from sim.vocabulary import Language

_FILLS = (("#33699b", ""), ("#9cc3e0", "///"), ("#d3d8dd", ""), ("#f3b562", "\\\\\\"), ("#b5480d", "xxx"))

_HEIGHT = 1.8


@dataclass(frozen=True, slots=True)
class CostChart:
    """Differences in DKK million by payer and year, in the same order of years; plus is an extra cost.

    ``running`` is the payer whose sum so far is drawn beside the bars.
    """

    years: Sequence[str]
    by_payer: Mapping[str, Sequence[float]]
    running: Sequence[float]


def cost_chart(chart: CostChart, prefix: str, language: Language) -> str:
    """Draw one bar per payer beside each other within each year, and one payer's sum so far, as SVG."""
    return rendered(lambda: _draw(chart, language), prefix)


def _draw(chart: CostChart, language: Language) -> Figure:
    figure = blank(_HEIGHT)
    bars = axes_at(figure, 0.5, 0.5, 3.95, _HEIGHT - 0.78)
    running = axes_at(figure, 5.05, 0.5, WIDTH - 5.2, _HEIGHT - 0.78)
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
        _legend(bars)
    return figure


def _legend(axes: Axes) -> None:
    axes.legend(loc="upper left", bbox_to_anchor=(-0.03, -0.16), ncols=5, handlelength=1.3, columnspacing=1.1,
                handletextpad=0.5, labelcolor=INK, borderpad=0)


def _bars(axes: Axes, chart: CostChart) -> None:
    wide = 0.8 / max(len(chart.by_payer), 1)
    places = np.arange(len(chart.years), dtype=np.float64)
    for order, (payer, values) in enumerate(chart.by_payer.items()):
        fill, hatch = _FILLS[order % len(_FILLS)]
        axes.bar(places - 0.4 + wide * (order + 0.5), list(values), width=wide * 0.92, color=fill, hatch=hatch,
                 edgecolor="white", linewidth=0, label=short(payer, 24))
    axes.set_xticks(places, list(chart.years))
    axes.set_xlim(-0.6, max(len(chart.years), 1) - 0.4)


def _running(axes: Axes, chart: CostChart) -> None:
    """The sum so far: where the line comes back to zero, the extra cost is earned back."""
    sums = np.concatenate(([0.0], np.cumsum(np.asarray(chart.running, dtype=np.float64))))
    steps = np.arange(sums.size, dtype=np.float64)
    axes.fill_between(steps, 0, sums, where=sums >= 0, interpolate=True, color=ORANGE, alpha=0.14, linewidth=0)
    axes.fill_between(steps, 0, sums, where=sums <= 0, interpolate=True, color=BLUE, alpha=0.14, linewidth=0)
    axes.plot(steps, sums, color=INK, linewidth=1.6, marker="o", markersize=3.5)
    axes.set_xticks(steps[1:], list(chart.years))
    axes.set_xlim(0, max(float(sums.size - 1), 1.0) * 1.04)


def _title(axes: Axes, words: str) -> None:
    axes.set_title(words, loc="left", color=QUIET, fontsize=8.0, pad=7)
