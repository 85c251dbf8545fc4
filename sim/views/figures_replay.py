"""The figure of a replay: the text's phases, the fan of futures, one possible twin, the counter-case beneath."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.views.drawing import Drawing
from sim.views.figures import BLUE, FAINT, INK, LOOKS, ORANGE, QUIET, WIDTH, axes_at, blank, numbered, rendered
from sim.views.numbers import number
from sim.views.replayed import Codes, Replayed, Shares
from sim.views.texts import say
from sim.vocabulary import Language, Phase

_LEFT, _RIGHT = 1.12, 1.42
_STRIP, _FAN, _GAP, _FOOT, _MARKS = 0.24, 1.55, 0.16, 0.46, 0.3
_YEAR = 52.0


def replay_figure(replayed: Replayed, language: Language) -> Drawing:
    """Draw a replay; the counter-case's fan stands beneath when it was played."""
    prefix = f"replay-{replayed.name}-{language}"
    values = {
        "share": percent(replayed.agreement.told, language), "ends": percent(replayed.in_work, language),
        "futures": str(replayed.futures),
    }
    svg = rendered(lambda: _draw(replayed, language), prefix)
    source = say("replay.figure.source", language, {"source": replayed.source})
    return Drawing(prefix, say("replay.finding", language, values), say("replay.describe", language), source, svg)


def percent(share: float, language: Language) -> str:
    """A share in per cent."""
    return f"{number(100 * share, 0, language)} %"


def _draw(replayed: Replayed, language: Language) -> Figure:
    fans = [(replayed.shares, "replay.row.fan")]
    fans += [] if replayed.counter is None else [(replayed.counter.shares, "replay.row.counter")]
    height = _FOOT + len(fans) * (_FAN + _GAP) + 3 * (_STRIP + _GAP) + _MARKS + 0.1
    figure = blank(height)
    place, wide = height - 0.1, WIDTH - _LEFT - _RIGHT

    def row(tall: float, words: str) -> Axes:
        nonlocal place
        place -= tall
        axes = axes_at(figure, _LEFT, place, wide, tall)
        place -= _GAP
        axes.set_xlim(0, replayed.weeks / _YEAR)
        axes.set_ylim(0, 1)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.spines["bottom"].set_visible(False)
        shown = say(words, language, {"futures": str(replayed.futures)} if words == "replay.row.fan" else {})
        axes.annotate(shown, (0, 0.5), xycoords="axes fraction", xytext=(-_LEFT * 72 + 2, 0),
                      textcoords="offset points", va="center", color=QUIET, fontsize=8.0)
        return axes

    _numbers(row(_MARKS, "legend.events"), replayed)
    for codes, words in zip(replayed.strips, ("replay.row.first", "replay.row.second"), strict=True):
        _strip(row(_STRIP, words), codes)
    _stack(row(_FAN, fans[0][1]), fans[0][0], language)
    last = row(_STRIP, "replay.row.twin")
    _strip(last, _of_life(replayed))
    _turns(last, replayed)
    for shares, words in fans[1:]:
        last = row(_FAN, words)
        _stack(last, shares, language)
    last.spines["bottom"].set_visible(True)
    last.set_xticks(range(int(replayed.weeks / _YEAR) + 1))
    numbered(last.xaxis, language)
    last.set_xlabel(say("replay.axis", language), loc="left")
    return figure


def _numbers(axes: Axes, replayed: Replayed) -> None:
    """Each event's range as a line with its number in the middle; neighbours stand higher and lower."""
    for order, mark in enumerate(replayed.script):
        level = 0.75 if order % 2 else 0.25
        first, last = mark.first / _YEAR, mark.last / _YEAR
        axes.plot((first, last), (level, level), color=FAINT, linewidth=3.0, solid_capstyle="round")
        axes.text((first + last) / 2, level, str(order + 1), ha="center", va="center", fontsize=7.0, color=INK)


def _strip(axes: Axes, codes: Codes) -> None:
    """Phases of one course as blocks with colour and pattern."""
    edges = np.flatnonzero(np.diff(codes)) + 1
    for first, last in zip((0, *edges), (*edges, len(codes)), strict=True):
        look = LOOKS[Phase(int(codes[first]))]
        span = [(first / _YEAR, (last - first) / _YEAR)]
        axes.broken_barh(span, (0, 1), facecolor=look.fill, edgecolor="white", linewidth=0.8)
        if look.hatch:
            axes.broken_barh(span, (0, 1), facecolor="none", edgecolor=look.pattern, hatch=look.hatch, linewidth=0,
                             alpha=0.45)


def _turns(axes: Axes, replayed: Replayed) -> None:
    """The twin's turning points: what turned the phase, and it lasted."""
    for happening in replayed.life.happenings:
        kind = happening.turning_point
        if kind is not None and happening.turned:
            axes.plot(happening.week / _YEAR, 1.18, "^" if kind.upward else "v", markersize=5.0, clip_on=False,
                      color=BLUE if kind.upward else ORANGE)


def _of_life(replayed: Replayed) -> Codes:
    codes = np.full(replayed.weeks, int(Phase.OUTSIDE), dtype=np.uint8)
    for stay in replayed.life.phases:
        codes[stay.start : stay.end] = stay.code
    return codes


def _stack(axes: Axes, shares: Shares, language: Language) -> None:
    """The futures' phases as a stack of shares, named at the right where there is room."""
    years = np.arange(len(shares)) / _YEAR
    floor = np.zeros(len(shares))
    taken = -1.0
    for phase, look in LOOKS.items():
        top = floor + shares[:, int(phase)]
        axes.fill_between(years, floor, top, facecolor=look.fill, edgecolor="white", linewidth=0.6)
        if look.hatch:
            axes.fill_between(years, floor, top, facecolor="none", edgecolor=look.pattern, hatch=look.hatch,
                              linewidth=0, alpha=0.5)
        end = float(shares[-1, int(phase)])
        taken = max(float(floor[-1] + top[-1]) / 2, taken + 0.085)
        axes.annotate(f"{phase.label(language)} {percent(end, language)}", (1, min(taken, 1.04)), xytext=(6, 0),
                      xycoords="axes fraction", textcoords="offset points", va="center", color=INK, fontsize=7.5)
        floor = top
