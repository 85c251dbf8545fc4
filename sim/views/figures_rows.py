"""Rows of paired levels and their difference: the shape most comparisons in the brief take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from sim.views.figures import BLUE, FAINT, GREY, INK, ORANGE, QUIET, WIDTH, axes_at, blank, numbered, rendered, short
from sim.views.numbers import decimals_for, signed
from sim.views.rows import Band, Row
from sim.views.texts import say
from sim.vocabulary import Language

_ROW = 0.235
_HEAD = 0.30
_FOOT = 0.72
_LABEL = 2.25
_NOTE = 1.3
_KNOWLEDGE_FILL = "#efe3f2"


@dataclass(frozen=True, slots=True)
class RowChart:
    """What a chart of rows needs: its rows, and what its two axes count."""

    rows: Sequence[Row]
    level_axis: str
    difference_axis: str


def row_chart(chart: RowChart, prefix: str, language: Language) -> str:
    """Draw levels (left) and differences with their bands (right), one line per row, as SVG."""
    return rendered(lambda: _levels_and_differences(chart, language), prefix)


def difference_chart(chart: RowChart, prefix: str, language: Language) -> str:
    """Draw differences with their bands alone, on one shared axis, with the row's note to the right, as SVG."""
    return rendered(lambda: _differences_only(chart, language), prefix)


def _levels_and_differences(chart: RowChart, language: Language) -> Figure:
    height = _height(chart.rows)
    figure = blank(height)
    tall = height - _FOOT - _HEAD
    left = axes_at(figure, _LABEL, _FOOT, 1.75, tall)
    right = axes_at(figure, _LABEL + 2.0, _FOOT, WIDTH - _LABEL - 2.0 - 0.75, tall)
    _labels(left, chart.rows)
    _levels(left, chart.rows)
    numbered(left.xaxis, language)
    left.set_xlabel(chart.level_axis, loc="left")
    _differences(right, chart.rows)
    numbered(right.xaxis, language)
    _values(right, chart.rows, language)
    right.set_xlabel(chart.difference_axis, loc="left")
    _column_title(left, say("axis.level", language).capitalize())
    _column_title(right, say("axis.difference", language).capitalize())
    _legend(figure, _key_levels(language) + _key_bands(chart.rows, language))
    return figure


def _differences_only(chart: RowChart, language: Language) -> Figure:
    height = _height(chart.rows)
    figure = blank(height)
    axes = axes_at(figure, _LABEL, _FOOT, WIDTH - _LABEL - _NOTE - 0.25, height - _FOOT - _HEAD)
    _labels(axes, chart.rows)
    _differences(axes, chart.rows)
    numbered(axes.xaxis, language)
    axes.set_xlabel(chart.difference_axis, loc="left")
    for place, row in zip(_places(chart.rows), chart.rows, strict=True):
        axes.annotate(row.note, (1.0, place), xycoords=("axes fraction", "data"), xytext=(8, 0),
                      textcoords="offset points", va="center", color=INK if row.clear else QUIET)
    _legend(figure, _key_bands(chart.rows, language))
    return figure


def _height(rows: Sequence[Row]) -> float:
    return _FOOT + _HEAD + _ROW * (max(len(rows), 1) + 0.9 * sum(bool(row.heading) for row in rows))


def _places(rows: Sequence[Row]) -> list[float]:
    """Where rows stand from the top; a heading takes nearly a row of its own."""
    places, place = [], -1.0
    for row in rows:
        place += 1.9 if row.heading else 1.0
        places.append(place)
    return places


def _reach(places: list[float]) -> tuple[float, float]:
    """Limits of the vertical axis, which counts rows downward."""
    return (places[-1] if places else 0.0) + 0.6, -0.5


def _labels(axes: Axes, rows: Sequence[Row]) -> None:
    places, headed = _places(rows), any(row.heading for row in rows)
    axes.set_ylim(*_reach(places))
    axes.set_yticks([])
    for place, row in zip(places, rows, strict=True):
        axes.annotate(short(row.label), (0, place), xycoords=("axes fraction", "data"),
                      xytext=(-_LABEL * 72 + (10 if headed else 2), 0), textcoords="offset points", va="center",
                      color=INK if row.verdict != "missing" else QUIET)
    for place, row in zip(places, rows, strict=True):
        if row.heading:
            axes.annotate(short(row.heading), (0, place - 0.95), xycoords=("axes fraction", "data"),
                          xytext=(-_LABEL * 72 + 2, 0), textcoords="offset points", va="center", color=QUIET,
                          fontweight="bold", fontsize=8.0)
    axes.spines["left"].set_visible(False)


def _levels(axes: Axes, rows: Sequence[Row]) -> None:
    """A ring for the baseline, a dot for the alternative, joined."""
    highest = max((value for row in rows for value in (row.base, row.other) if value is not None), default=1.0)
    axes.set_xlim(-0.03 * highest, highest * 1.06 or 1.0)
    axes.grid(visible=True, axis="x", color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.locator_params(axis="x", nbins=4)
    for place, row in zip(_places(rows), rows, strict=True):
        if row.base is None or row.other is None:
            continue
        axes.plot((row.base, row.other), (place, place), color=GREY, linewidth=1.2, zorder=2)
        axes.plot(row.base, place, "o", markersize=5, markerfacecolor="white", markeredgecolor=QUIET, zorder=3)
        axes.plot(row.other, place, "D", markersize=4.2, color=_colour(row), zorder=4)


def _differences(axes: Axes, rows: Sequence[Row]) -> None:
    """From wide to narrow: what we do not know, run to run, precision; the dot is the average."""
    places = _places(rows)
    axes.set_ylim(*_reach(places))
    reach = max((abs(end) for row in rows for part in _bands(row) for end in (part.low, part.high)), default=1.0) or 1.0
    axes.set_xlim(-1.08 * reach, 1.08 * reach)
    axes.axvline(0, color=QUIET, linewidth=0.9, zorder=1)
    axes.grid(visible=True, axis="x", color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.locator_params(axis="x", nbins=6)
    axes.spines["left"].set_visible(False)
    axes.set_yticks([])
    for place, row in zip(places, rows, strict=True):
        _one_difference(axes, place, row)


def _one_difference(axes: Axes, place: float, row: Row) -> None:
    if row.difference is None:
        return
    colour = _colour(row)
    if row.knowledge is not None:
        axes.add_patch(Rectangle((row.knowledge.low, place - 0.36), row.knowledge.high - row.knowledge.low, 0.72,
                                 facecolor=_KNOWLEDGE_FILL, edgecolor="#b08abf", linewidth=0.6, zorder=1.5))
    if row.run is not None:
        axes.plot((row.run.low, row.run.high), (place, place), color=colour, linewidth=1.1, zorder=2)
    if row.precision is not None:
        axes.plot((row.precision.low, row.precision.high), (place, place), color=colour, linewidth=5.0, alpha=0.45,
                  solid_capstyle="butt", zorder=3)
    axes.plot(row.difference, place, _marker(row), markersize=5.2, color=colour, zorder=4,
              markerfacecolor=colour if row.clear else "white", markeredgecolor=colour)


def _values(axes: Axes, rows: Sequence[Row], language: Language) -> None:
    decimals = min(decimals_for(*(row.difference for row in rows)), 1)
    for place, row in zip(_places(rows), rows, strict=True):
        missing = row.verdict == "missing"
        words = say("word.suppressed", language) if missing else signed(row.difference, decimals, language)
        axes.annotate(row.note or words, (1.0, place), xycoords=("axes fraction", "data"), xytext=(6, 0),
                      textcoords="offset points", va="center", color=INK if row.clear else QUIET)


def _bands(row: Row) -> list[Band]:
    point = [] if row.difference is None else [Band(row.difference, row.difference)]
    return point + [part for part in (row.knowledge, row.run, row.precision) if part is not None]


def _colour(row: Row) -> str:
    """Blue for the better, orange for the worse, ink where neither is better, grey where we cannot tell."""
    if not row.clear:
        return GREY
    if row.good is None:
        return INK
    return BLUE if row.good else ORANGE


def _marker(row: Row) -> str:
    return {"higher": "^", "lower": "v", "cannot_tell": "o", "same": "s", "missing": "x"}[row.verdict]


def _column_title(axes: Axes, words: str) -> None:
    axes.annotate(words, (0, 1), xycoords="axes fraction", xytext=(0, 6), textcoords="offset points", color=QUIET,
                  fontsize=8.0)


def _key_levels(language: Language) -> list[tuple[Line2D | Rectangle, str]]:
    ring = Line2D([], [], marker="o", linestyle="", markerfacecolor="white", markeredgecolor=QUIET, markersize=5)
    dot = Line2D([], [], marker="D", linestyle="", color=INK, markersize=4.2)
    return [(ring, say("legend.base", language)), (dot, say("legend.other", language))]


def _key_bands(rows: Sequence[Row], language: Language) -> list[tuple[Line2D | Rectangle, str]]:
    keys: list[tuple[Line2D | Rectangle, str]] = []
    if any(row.knowledge is not None for row in rows):
        box = Rectangle((0, 0), 1, 1, facecolor=_KNOWLEDGE_FILL, edgecolor="#b08abf")
        keys.append((box, say("legend.knowledge", language)))
    keys.append((Line2D([], [], color=QUIET, linewidth=1.1), say("legend.run", language)))
    keys.append((Line2D([], [], color=QUIET, linewidth=5, alpha=0.45), say("legend.precision", language)))
    ring = Line2D([], [], marker="o", linestyle="", markerfacecolor="white", markeredgecolor=GREY, markersize=5)
    keys.append((ring, say("legend.cannot_tell", language)))
    return keys


def _legend(figure: Figure, keys: list[tuple[Line2D | Rectangle, str]]) -> None:
    handles, labels = [key for key, _ in keys], [words for _, words in keys]
    figure.legend(handles, labels, loc="lower left", bbox_to_anchor=(0.0, -0.005), ncols=4, handlelength=1.6,
                  columnspacing=1.2, handletextpad=0.5, labelcolor=QUIET, borderpad=0.2, fontsize=7.5)
