"""Moves from state to state as a square of numbers: each row where they start, each column where they lead."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from sim.outcomes.cross_sections import Gap, gap
from sim.outcomes.sequences import Numbers
from sim.views.figures import BLUE, INK, ORANGE, QUIET, axes_at, blank, rendered, short
from sim.views.figures_pathways import PathwayChart
from sim.views.numbers import number, signed
from sim.views.texts import say
from sim.vocabulary import Language, Word

_CELL = 0.44
_HEAD = 1.22
_LEVELS = LinearSegmentedColormap.from_list("levels", ["#ffffff", "#9cc3e4", BLUE])
_GAPS = LinearSegmentedColormap.from_list("gaps", [ORANGE, "#ffffff", BLUE])
_MOST = 11
"""At most so many states: those with most time in them."""


def rates_figure(chart: PathwayChart, prefix: str, language: Language) -> str:
    """Draw moves per 1,000 weeks in the state they start from; beside it the difference, clear ones in bold; as SVG."""
    return rendered(lambda: _rates(chart, language), prefix)


def _rates(chart: PathwayChart, language: Language) -> Figure:
    words = _commonest(chart)
    rows = [int(word) for word in words]
    side, labels = _CELL * len(words), 1.5
    wide = 7.2
    cell = min(side, (wide - labels - 0.55) / (1 if chart.other is None else 2) - 0.25)
    figure = blank(cell + _HEAD + 0.1)
    square = np.ix_(rows, rows)
    left = axes_at(figure, labels, 0.1, cell, cell)
    with np.errstate(invalid="ignore"):
        levels = _mean(chart.base.moves)[square]
    _square(left, levels, words, language)
    left.imshow(levels, cmap=_LEVELS, vmin=0, vmax=max(float(np.nanmax(np.nan_to_num(levels))), 1e-9), aspect="auto")
    _written(left, levels, [[number(value, _decimals(value), language) for value in row] for row in levels], None)
    left.set_yticks(range(len(words)), [word.label(language) for word in words])
    _named(figure, left, short(chart.base_name, 34))
    if chart.other is not None:
        found = gap(chart.base.moves, chart.other.moves)
        part = Gap(found.mean[square], found.low[square], found.high[square])
        right = axes_at(figure, labels + cell + 0.25, 0.1, cell, cell)
        _square(right, part.mean, words, language)
        most = max(float(np.nanmax(np.abs(np.nan_to_num(part.mean)))), 1e-9)
        # Colour only where the difference can be told from none: what chance made must not catch the eye.
        right.imshow(np.where(part.clear | ~np.isfinite(part.mean), part.mean, 0.0), cmap=_GAPS, vmin=-most, vmax=most,
                     aspect="auto")
        _written(right, part.mean, [[signed(value, _decimals(value), language) for value in row] for row in part.mean],
                 part)
        right.set_yticks([])
        _named(figure, right, f"{short(chart.other_name, 24)}: {say('axis.difference', language)}")
    return figure


def _commonest(chart: PathwayChart) -> tuple[Word, ...]:
    time = chart.base.mean_time.mean(axis=0)
    ranked = sorted(chart.order, key=lambda word: -time[int(word)])[:_MOST]
    return tuple(word for word in chart.order if word in ranked)


def _mean(moves: Numbers) -> Numbers:
    known = np.isfinite(moves)
    return np.asarray(np.where(known, moves, 0).sum(axis=0) / np.maximum(known.sum(axis=0), 1) + np.where(
        known.any(axis=0), 0, np.nan))


def _square(axes: Axes, values: Numbers, words: tuple[Word, ...], language: Language) -> None:
    axes.set_facecolor("#f4f6f8")
    axes.set_xticks(range(len(words)), [word.label(language) for word in words], rotation=40, ha="left",
                    rotation_mode="anchor")
    axes.xaxis.tick_top()
    axes.set_xlim(-0.5, len(values) - 0.5)
    axes.set_ylim(len(values) - 0.5, -0.5)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _named(figure: Figure, axes: Axes, words: str) -> None:
    place = axes.get_position()
    figure.text(place.x0, 1.0 - 0.02, words, va="top", fontsize=8.0, color=QUIET)


def _written(axes: Axes, values: Numbers, texts: list[list[str]], found: Gap | None) -> None:
    small = len(values) > 7
    most = float(np.nanmax(np.abs(np.nan_to_num(values)))) or 1.0
    for row, line in enumerate(texts):
        for column, text in enumerate(line):
            value = values[row, column]
            if not np.isfinite(value):
                continue
            clear = found is not None and bool(found.clear[row, column])
            dark = abs(value) > 0.62 * most and (clear or found is None)
            colour = "white" if dark else INK if clear or found is None else QUIET
            axes.text(column, row, text, ha="center", va="center", fontsize=5.4 if small else 7.0, color=colour,
                      fontweight="bold" if clear else "normal")


def _decimals(value: float) -> int:
    return 0 if abs(value) >= 9.95 else 1
