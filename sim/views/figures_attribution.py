"""Figures of an attribution: gains by kind, shares of families, and a life with its fan of futures beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from sim.views.figures import (
    BLUE, GREY, INK, LOOKS, ORANGE, QUIET, WIDTH, axes_at, blank, frame_off, numbered, rendered,
)
from sim.views.figures_spans import LABEL, ROW, Span, beside, places, prepare, spans
from sim.views.life import Stay
from sim.views.texts import say
from sim.vocabulary import Language, Phase

_FOOT, _HEAD = 0.75, 0.32
_APART = 0.17
"""How far above and below the middle of a row its two versions stand."""


@dataclass(frozen=True, slots=True)
class GainRow:
    """A row of a figure of gains, left and right: with nothing jumping, and with the person passed over."""

    label: str
    heading: str
    left: tuple[Span | None, Span | None]
    right: tuple[Span | None, Span | None]


@dataclass(frozen=True, slots=True)
class Titles:
    """Keys of what the two sides of a figure of gains show, and of their units."""

    left: str
    left_unit: str
    right: str
    right_unit: str


OWN_AND_OTHERS = Titles("attribution.own", "axis.difference_points", "attribution.others", "attribution.per_hundred")
ON_THE_WAY = Titles("attribution.job", "axis.difference_points", "attribution.progression", "attribution.weeks")


def gains_chart(rows: Sequence[GainRow], titles: Titles, prefix: str, language: Language) -> str:
    """Draw two gains side by side, a row per kind, each in both versions, as SVG."""
    return rendered(lambda: _gains(rows, titles, language), prefix)


def _gains(rows: Sequence[GainRow], titles: Titles, language: Language) -> Figure:
    stands = places([row.heading for row in rows])
    height = _FOOT + _HEAD + ROW * (stands[-1] + 1 if stands else 1)
    figure = blank(height)
    tall = height - _FOOT - _HEAD
    left = axes_at(figure, LABEL, _FOOT, 2.75, tall)
    right = axes_at(figure, LABEL + 3.0, _FOOT, WIDTH - LABEL - 3.0 - 0.1, tall)
    for axes in (left, right):
        prepare(axes, stands)
    _labels(left, rows, stands)
    for axes, pairs in ((left, [row.left for row in rows]), (right, [row.right for row in rows])):
        there = list(zip(stands, pairs, strict=True))
        spans(axes, [(place - _APART, void) for place, (void, _) in there], "o", BLUE)
        spans(axes, [(place + _APART, absent) for place, (_, absent) in there], "D", ORANGE)
    for axes, title, unit in ((left, titles.left, titles.left_unit), (right, titles.right, titles.right_unit)):
        numbered(axes.xaxis, language)
        axes.set_xlabel(say(unit, language), loc="left")
        axes.set_title(say(title, language), loc="left", fontsize=8.5, color=INK)
    handles = [
        Line2D([], [], marker=mark, color=colour, markersize=5, linewidth=1.4, label=say(words, language))
        for mark, colour, words in (("o", BLUE, "attribution.void"), ("D", ORANGE, "attribution.absent"))
    ]
    figure.legend(handles=handles, loc="lower left", bbox_to_anchor=(0, 0), ncols=2, labelcolor=QUIET, borderpad=0.2)
    return figure


def _labels(axes: Axes, rows: Sequence[GainRow], stands: Sequence[float]) -> None:
    for row, place in zip(rows, stands, strict=True):
        beside(axes, place, 0.12, row.label)
        if row.heading:
            beside(axes, place - 0.95, 0.0, row.heading, "bold")


def shares_chart(rows: Sequence[tuple[str, Span]], prefix: str, language: Language) -> str:
    """Draw Shapley values of the families in percentage points, a row each, as SVG."""
    return rendered(lambda: _shares(rows, language), prefix)


def _shares(rows: Sequence[tuple[str, Span]], language: Language) -> Figure:
    stands = places(["" for _ in rows])
    height = 0.55 + ROW * (stands[-1] + 1)
    figure = blank(height)
    axes = axes_at(figure, LABEL, 0.5, WIDTH - LABEL - 0.3, height - 0.6)
    prepare(axes, stands)
    for (label, _), place in zip(rows, stands, strict=True):
        beside(axes, place, 0.0, label)
    spans(axes, [(place, span) for (_, span), place in zip(rows, stands, strict=True)], "D", BLUE)
    numbered(axes.xaxis, language)
    axes.set_xlabel(say("axis.difference_points", language), loc="left")
    return figure


@dataclass(frozen=True, slots=True)
class Fan:
    """A life around an event, and what else could have come of it.

    ``lived``: stays in phases of the life on record. ``fan``: version, ahead (weeks after the event), phase, futures.
    """

    week: int
    first: int
    lived: Sequence[Stay]
    fan: pl.DataFrame
    versions: tuple[str, ...]


def fan_chart(fan: Fan, prefix: str, language: Language) -> str:
    """Draw the life so far and the one way it went, and below, side by side in time, its fans of futures, as SVG."""
    return rendered(lambda: _fan(fan, language), prefix)


_STRIP, _TALL, _GAP, _LEGEND = 0.3, 1.05, 0.34, 0.55
_SIDE = 1.55


def _fan(fan: Fan, language: Language) -> Figure:
    count = len(fan.versions)
    height = _LEGEND + count * (_TALL + _GAP) + _STRIP + 0.35
    figure = blank(height)
    last = fan.week + 1 + int(fan.fan["ahead"].max() or 0)  # type: ignore[arg-type]
    wide = WIDTH - _SIDE - 0.5
    top = axes_at(figure, _SIDE, height - _STRIP - 0.3, wide, _STRIP)
    _lived(top, fan, last)
    _side(top, say("attribution.lived", language))
    for place, version in enumerate(fan.versions):
        floor = height - _STRIP - 0.3 - (place + 1) * (_TALL + _GAP) + _GAP / 2
        axes = axes_at(figure, _SIDE, floor, wide, _TALL)
        _stack(axes, fan, version, last)
        _side(axes, say(f"attribution.fan.{version}", language))
        if place == count - 1:
            axes.set_xlabel(say("attribution.weeks_after", language), loc="right")
        else:
            axes.set_xticklabels([])
    handles = [Patch(facecolor=LOOKS[phase].fill, edgecolor=LOOKS[phase].pattern, hatch=LOOKS[phase].hatch,
                     linewidth=0.5, label=phase.label(language)) for phase in LOOKS]
    figure.legend(handles=handles, loc="lower left", bbox_to_anchor=(0, 0), ncols=6, labelcolor=QUIET, borderpad=0.2,
                  columnspacing=1.1, handlelength=1.4)
    return figure


def _side(axes: Axes, words: str) -> None:
    axes.annotate(words, (0, 0.5), xycoords="axes fraction", xytext=(-_SIDE * 72 + 2, 0), textcoords="offset points",
                  va="center", color=INK, fontsize=8.2, linespacing=1.3)


def _lived(axes: Axes, fan: Fan, last: int) -> None:
    """Phases of the life on record; after the event it is one possible way among those below."""
    for stay in fan.lived:
        look = LOOKS[Phase(stay.code)]
        begin, end = max(stay.start, fan.first), min(stay.end, last)
        if end > begin:
            axes.broken_barh([(begin - fan.week, end - begin)], (0, 1), facecolor=look.fill, edgecolor="white",
                             linewidth=0.6)
            if look.hatch:
                axes.broken_barh([(begin - fan.week, end - begin)], (0, 1), facecolor="none", edgecolor=look.pattern,
                                 hatch=look.hatch, linewidth=0, alpha=0.4)
    axes.set_xlim(fan.first - fan.week, last - fan.week)
    axes.set_ylim(0, 1)
    frame_off(axes)
    axes.axvline(0, color=INK, linewidth=1.4, ymin=-0.25, ymax=1.25, clip_on=False)


def _stack(axes: Axes, fan: Fan, version: str, last: int) -> None:
    mine = fan.fan.filter(pl.col("version") == version).sort("ahead")
    weeks = mine.filter(pl.col("phase") == Phase.IN_WORK.key)["ahead"].to_list()
    total = max(int(mine.filter(pl.col("ahead") == weeks[0])["futures"].sum()), 1) if weeks else 1
    floor = [0.0] * len(weeks)
    for phase, look in LOOKS.items():
        counts = mine.filter(pl.col("phase") == phase.key)["futures"].to_list()
        top = [below + 100.0 * count / total for below, count in zip(floor, counts, strict=True)]
        axes.fill_between(weeks, floor, top, facecolor=look.fill, edgecolor=look.pattern, hatch=look.hatch,
                          linewidth=0.3)
        floor = top
    axes.set_xlim(fan.first - fan.week, last - fan.week)
    axes.set_ylim(0, 100)
    axes.axvline(0, color=INK, linewidth=1.4)
    axes.set_yticks([50], ["50 %"], color=GREY)
    axes.yaxis.tick_right()
    axes.tick_params(axis="y", pad=3)
    axes.spines["left"].set_visible(False)
