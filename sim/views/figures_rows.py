"""Rows of paired levels and their difference: the shape most comparisons in the brief take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text as MatplotlibText

from sim.views.figures import BLUE, FAINT, GREY, INK, ORANGE, QUIET, WIDTH, axes_at, blank, numbered, rendered, short
from sim.views.numbers import decimals_for, signed
from sim.views.rows import Band, Row
from sim.views.texts import say
from sim.vocabulary import Language

_ROW = 0.2
_HEAD = 0.25
_NO_HEAD = 0.06
_FOOT = 0.64
_KEYS_IN_A_LINE = 5
_SECOND_LINE = 0.17
"""Room for a second line of keys."""
_LABEL = 2.25
_NOTE = 1.3
_KNOWLEDGE_FILL = "#efe3f2"
_KNOWLEDGE_EDGE = "#b08abf"
_MARKERS = {"higher": "^", "lower": "v", "cannot_tell": "o", "same": "s", "missing": "x", "too_short": "x"}


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
    keys = _key_levels(language) + _key_bands(chart.rows, language)
    foot, tall = _foot(keys), _tall(chart.rows)
    figure = blank(foot + tall + _HEAD)
    left = axes_at(figure, _LABEL, foot, 1.75, tall)
    right = axes_at(figure, _LABEL + 2.0, foot, WIDTH - _LABEL - 2.0 - 0.75, tall)
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
    _legend(figure, keys)
    return figure


def _differences_only(chart: RowChart, language: Language) -> Figure:
    keys = _key_bands(chart.rows, language)
    if not any(row.knowledge is not None for row in chart.rows):
        missing = Rectangle((0, 0), 1, 1, facecolor="none", edgecolor=_KNOWLEDGE_EDGE, linestyle="--", linewidth=0.8)
        keys.insert(0, (missing, say("legend.knowledge_missing", language)))
    foot, tall = _foot(keys), _tall(chart.rows)
    figure = blank(foot + tall + _NO_HEAD)
    axes = axes_at(figure, _LABEL, foot, WIDTH - _LABEL - _NOTE - 0.25, tall)
    _labels(axes, chart.rows)
    _differences(axes, chart.rows)
    numbered(axes.xaxis, language)
    axes.set_xlabel(chart.difference_axis, loc="left")
    wide = _width(axes) + 0.11
    for place, row in zip(_places(chart.rows), chart.rows, strict=True):
        _beside(axes, place, wide, row.note, row.clear)
    _legend(figure, keys)
    return figure


def _foot(keys: Sequence[tuple[Line2D | Rectangle, str]]) -> float:
    return _FOOT + (_SECOND_LINE if len(keys) > _KEYS_IN_A_LINE else 0.0)


def _tall(rows: Sequence[Row]) -> float:
    return _ROW * (max(len(rows), 1) + 0.9 * sum(bool(row.heading) for row in rows))


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
        _beside(axes, place, -_LABEL + (0.14 if headed else 0.03), short(row.label), row.verdict != "missing")
        if row.heading:
            heading = _beside(axes, place - 0.95, -_LABEL + 0.03, short(row.heading), strong=False)
            heading.set(fontweight="bold", fontsize=8.0)
    axes.spines["left"].set_visible(False)


def _levels(axes: Axes, rows: Sequence[Row]) -> None:
    """A ring for the baseline, a dot for the alternative, joined."""
    known = [
        (place, row, row.base, row.other) for place, row in zip(_places(rows), rows, strict=True)
        if row.base is not None and row.other is not None
    ]
    highest = max((max(base, other) for _, _, base, other in known), default=1.0)
    axes.set_xlim(-0.03 * highest, highest * 1.06 or 1.0)
    axes.grid(visible=True, axis="x", color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.locator_params(axis="x", nbins=4)
    at = [place for place, _, _, _ in known]
    bases, others = [base for _, _, base, _ in known], [other for _, _, _, other in known]
    axes.hlines(at, bases, others, color=GREY, linewidth=1.2, zorder=2)
    axes.scatter(bases, at, s=24, marker="o", facecolors="white", edgecolors=QUIET, linewidths=1.0, zorder=3)
    axes.scatter(others, at, s=20, marker="D", c=[_colour(row) for _, row, _, _ in known], linewidths=0, zorder=4)


def _differences(axes: Axes, rows: Sequence[Row]) -> None:
    """From wide to narrow: what we do not know, run to run, precision; the mark is the average."""
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
    known = [(place, row) for place, row in zip(places, rows, strict=True) if row.difference is not None]
    _boxes(axes, known)
    _whiskers(axes, [(place, row.run, _colour(row)) for place, row in known], 1.1, 1.0)
    _whiskers(axes, [(place, row.precision, _colour(row)) for place, row in known], 5.0, 0.45)
    for said in sorted({row.verdict for _, row in known}):
        mine = [(place, row) for place, row in known if row.verdict == said]
        colours = [_colour(row) for _, row in mine]
        axes.scatter([row.difference or 0.0 for _, row in mine], [place for place, _ in mine], s=28,
                     marker=_MARKERS[said], facecolors=colours if said in ("higher", "lower") else "white",
                     edgecolors=colours, linewidths=1.0, zorder=4)


def _boxes(axes: Axes, known: Sequence[tuple[float, Row]]) -> None:
    for place, row in known:
        if row.knowledge is not None:
            wide = row.knowledge.high - row.knowledge.low
            axes.add_patch(Rectangle((row.knowledge.low, place - 0.36), wide, 0.72, facecolor=_KNOWLEDGE_FILL,
                                     edgecolor=_KNOWLEDGE_EDGE, linewidth=0.6, zorder=1.5))


def _whiskers(axes: Axes, bands: Sequence[tuple[float, Band | None, str]], width: float, alpha: float) -> None:
    drawn = [(place, part, colour) for place, part, colour in bands if part is not None]
    if drawn:
        axes.hlines([place for place, _, _ in drawn], [part.low for _, part, _ in drawn],
                    [part.high for _, part, _ in drawn], colors=[colour for _, _, colour in drawn], linewidth=width,
                    alpha=alpha, zorder=2.5)


def _values(axes: Axes, rows: Sequence[Row], language: Language) -> None:
    decimals = min(decimals_for(*(row.difference for row in rows)), 1)
    wide = _width(axes) + 0.09
    for place, row in zip(_places(rows), rows, strict=True):
        words = say("word.suppressed", language) if not row.known else signed(row.difference, decimals, language)
        _beside(axes, place, wide, row.note or words, row.clear)


def _beside(axes: Axes, place: float, inches: float, words: str, strong: bool) -> MatplotlibText:  # noqa: FBT001
    """Write beside a row, so many inches from the left edge of the axes."""
    return axes.text(inches / _width(axes), place, words, transform=axes.get_yaxis_transform(), va="center",
                     color=INK if strong else QUIET)


def _width(axes: Axes) -> float:
    """Width of the axes in inches; every figure of rows is as wide as the page."""
    return float(axes.get_position().width) * WIDTH


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


def _column_title(axes: Axes, words: str) -> None:
    axes.set_title(words, loc="left", color=QUIET, fontsize=8.0, pad=6)


def _key_levels(language: Language) -> list[tuple[Line2D | Rectangle, str]]:
    ring = Line2D([], [], marker="o", linestyle="", markerfacecolor="white", markeredgecolor=QUIET, markersize=5)
    dot = Line2D([], [], marker="D", linestyle="", color=INK, markersize=4.2)
    return [(ring, say("legend.base", language)), (dot, say("legend.other", language))]


def _key_bands(rows: Sequence[Row], language: Language) -> list[tuple[Line2D | Rectangle, str]]:
    keys: list[tuple[Line2D | Rectangle, str]] = []
    if any(row.knowledge is not None for row in rows):
        box = Rectangle((0, 0), 1, 1, facecolor=_KNOWLEDGE_FILL, edgecolor=_KNOWLEDGE_EDGE)
        keys.append((box, say("legend.knowledge", language)))
    if any(row.run is not None for row in rows):
        keys.append((Line2D([], [], color=QUIET, linewidth=1.1), say("legend.run", language)))
    thick = Line2D([], [], color=QUIET, linewidth=5, alpha=0.45, solid_capstyle="butt")
    keys.append((thick, say("legend.precision", language)))
    ring = Line2D([], [], marker="o", linestyle="", markerfacecolor="white", markeredgecolor=GREY, markersize=5)
    keys.append((ring, say("legend.cannot_tell", language)))
    return keys


def _legend(figure: Figure, keys: list[tuple[Line2D | Rectangle, str]]) -> None:
    handles, labels = [key for key, _ in keys], [words for _, words in keys]
    columns = len(keys) if len(keys) <= _KEYS_IN_A_LINE else 3
    figure.legend(handles, labels, loc="lower left", bbox_to_anchor=(0.0, -0.005), ncols=columns, handlelength=1.6,
                  columnspacing=1.1, handletextpad=0.5, labelcolor=QUIET, borderpad=0.2, fontsize=7.5)
