"""Figures of the validation report: targets against their bands, Odense's curve, what was learned, how settings go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from sim.views.figures import BLUE, FAINT, GREY, INK, ORANGE, QUIET, WIDTH, axes_at, blank, rendered

Numbers = npt.NDArray[np.float64]

_ROW = 0.19
_TOGETHER = LinearSegmentedColormap.from_list("together", [ORANGE, "#ffffff", BLUE])


@dataclass(frozen=True, slots=True)
class Span:
    """A line of a chart: a name, and numbers in units of half a band around its middle (the band is −1 to 1)."""

    name: str
    best: float | None
    accepted: tuple[float, float, float] | None
    prior: tuple[float, float, float] | None


@dataclass(frozen=True, slots=True)
class Curve:
    """Odense: weeks, counted and true placements, the plan, and what is known.

    Placements are the 5th, 50th and 95th percentile of runs by week. ``known``: points of the source (week,
    placements) with a word for each.
    """

    weeks: Sequence[int]
    counted: Numbers
    true: Numbers
    mentors: Numbers
    plan: Sequence[tuple[int, float]]
    known: Sequence[tuple[int, float, str]]


def target_chart(spans: Sequence[Span], prefix: str) -> str:
    """Draw targets against their bands as SVG: prior thin, accepted thick, the best row a dot."""
    return rendered(lambda: _targets(spans), prefix)


def odense_chart(curve: Curve, prefix: str) -> str:
    """Draw counted and true placements over the weeks as SVG."""
    return rendered(lambda: _odense(curve), prefix)


def learned_chart(names: Sequence[str], learned: Sequence[float], recovered: Sequence[float], prefix: str) -> str:
    """Draw what was learned of each setting, most first, as SVG."""
    return rendered(lambda: _learned(names, learned, recovered), prefix)


def posterior_chart(names: Sequence[str], shares: Numbers, prefix: str) -> str:
    """Draw where the accepted rows lie in the prior, setting by setting, as SVG; ``shares``: rows by settings, 0-1."""
    return rendered(lambda: _posterior(names, shares), prefix)


def correlation_chart(names: Sequence[str], table: Numbers, prefix: str) -> str:
    """Draw which settings go together over what fits, as SVG."""
    return rendered(lambda: _correlations(names, table), prefix)


def _targets(spans: Sequence[Span]) -> Figure:
    height = 0.75 + _ROW * len(spans)
    figure = blank(height)
    axes = axes_at(figure, 1.2, 0.45, WIDTH - 1.4, height - 0.6)
    axes.axvspan(-1, 1, color="#e8eef4", linewidth=0)
    axes.axvline(0, color=FAINT, linewidth=0.8)
    for place, span in enumerate(spans):
        for numbers, colour, width in ((span.prior, GREY, 1.0), (span.accepted, BLUE, 3.2)):
            if numbers is not None:
                axes.plot([_inside(numbers[0]), _inside(numbers[2])], [place, place], color=colour, linewidth=width,
                          solid_capstyle="butt")
        if span.best is not None:
            far = abs(span.best) > 1
            axes.plot([_inside(span.best)], [place], marker="D" if far else "o", markersize=4.2,
                      color=ORANGE if far else INK)
    axes.set_yticks(range(len(spans)), [span.name for span in spans])
    axes.set_ylim(len(spans) - 0.4, -0.6)
    axes.set_xlim(-4.2, 4.2)
    axes.set_xticks([-4, -2, -1, 0, 1, 2, 4], ["−4 or less", "−2", "band", "middle", "band", "2", "4 or more"])
    axes.set_xlabel("distance from the middle of the band, in half-widths (grey: prior, blue: accepted, dot: best row)")
    axes.spines["left"].set_visible(False)
    return figure


def _inside(value: float) -> float:
    return min(max(value, -4.0), 4.0)


def _odense(curve: Curve) -> Figure:
    figure = blank(3.1)
    axes = axes_at(figure, 0.55, 0.5, WIDTH - 0.75, 2.45)
    lines = ((curve.counted, BLUE, "counted"), (curve.true, GREY, "true"),
             (curve.mentors, ORANGE, "job mentors (true)"))
    for band, colour, name in lines:
        axes.fill_between(curve.weeks, band[0], band[2], color=colour, alpha=0.15, linewidth=0)
        axes.plot(curve.weeks, band[1], color=colour, linewidth=1.8, label=name)
    axes.plot([week for week, _ in curve.plan], [value for _, value in curve.plan], color=QUIET, linewidth=1,
              linestyle="--", label="the plan")
    for week, value, word in curve.known:
        axes.plot([week], [value], marker="x", color=INK, markersize=6, markeredgewidth=1.6)
        side, away = ("right", -6) if week > curve.weeks[len(curve.weeks) // 2] else ("left", 4)
        axes.annotate(word, (week, value), xytext=(away, 4), textcoords="offset points", fontsize=7.5, color=INK,
                      ha=side)
    axes.set_xticks([0, 4, 8, 13, 17, 21, 25], ["3 Oct", "31 Oct", "30 Nov", "31 Dec", "31 Jan", "28 Feb", "30 Mar"])
    axes.set_ylim(bottom=0)
    axes.set_ylabel("placements running")
    axes.legend(loc="upper left", ncols=2)
    return figure


def _learned(names: Sequence[str], learned: Sequence[float], recovered: Sequence[float]) -> Figure:
    order = sorted(range(len(names)), key=lambda place: -learned[place])
    height = 0.7 + _ROW * len(names)
    figure = blank(height)
    axes = axes_at(figure, 2.2, 0.45, WIDTH - 2.4, height - 0.55)
    for place, one in enumerate(order):
        axes.barh(place, max(learned[one], 0.0), height=0.55, color=BLUE)
        axes.plot([min(recovered[one], 1.5)], [place], marker="|", markersize=9, markeredgewidth=1.8, color=ORANGE)
    axes.set_yticks(range(len(order)), [names[one] for one in order])
    axes.set_ylim(len(order) - 0.4, -0.6)
    axes.set_xlim(0, 1.5)
    axes.set_xlabel("bar: share of the prior's variance taken away; mark: error of recovery (1: nothing learned)")
    axes.axvline(1, color=FAINT, linewidth=0.8)
    return figure


def _posterior(names: Sequence[str], shares: Numbers) -> Figure:
    height = 0.7 + _ROW * len(names)
    figure = blank(height)
    axes = axes_at(figure, 2.2, 0.45, WIDTH - 2.4, height - 0.55)
    for place in range(len(names)):
        counts, edges = np.histogram(shares[:, place], bins=20, range=(0, 1))
        for count, left in zip(counts / max(counts.max(), 1), edges, strict=False):
            axes.fill_between([left, left + 0.05], place - 0.4 * count, place + 0.4 * count, color=BLUE, linewidth=0)
        axes.axhline(place, color=FAINT, linewidth=0.6, zorder=0)
    axes.set_yticks(range(len(names)), list(names))
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.5, 1], ["lowest plausible", "middle of the prior", "highest plausible"])
    first, _, last = axes.get_xticklabels()
    first.set_horizontalalignment("left")
    last.set_horizontalalignment("right")
    return figure


def _correlations(names: Sequence[str], table: Numbers) -> Figure:
    size = 5.4
    figure = blank(size - 0.1)
    axes = axes_at(figure, 1.75, 0.1, size - 1.6, size - 1.6)
    others = np.where(np.eye(len(names), dtype=bool), np.nan, table)  # with itself each goes together wholly
    axes.set_facecolor("#eef1f3")
    axes.imshow(others, cmap=_TOGETHER, vmin=-1, vmax=1)
    for row in range(len(names)):
        for column in range(len(names)):
            if row != column and abs(table[row, column]) >= 0.3:
                axes.text(column, row, f"{table[row, column]:.1f}".replace("-", "−"), ha="center", va="center",
                          fontsize=6.5, color="white" if abs(table[row, column]) > 0.62 else INK)
    axes.set_yticks(range(len(names)), list(names))
    axes.set_xticks(range(len(names)), list(names), rotation=90)
    axes.tick_params(labelsize=7, top=True, bottom=False, labeltop=True, labelbottom=False)
    return figure
