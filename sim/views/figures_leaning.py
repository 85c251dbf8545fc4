"""What answers lean on, as bars by setting and grade; and the box in which an alternative fails, as spans."""

from __future__ import annotations

import numpy as np
import polars as pl
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from sim.scenario.facts import facts_of
from sim.scenario.settings import Settings
from sim.views.figures import BLUE, FAINT, INK, ORANGE, QUIET, WIDTH, axes_at, blank, numbered, rendered, short
from sim.views.figures_pathways import titled
from sim.views.numbers import decimals_for, number
from sim.views.texts import say
from sim.vocabulary import Language

_BAR = 0.22
_MOST = 12
_LEFT = 2.7
_WEAK = ("D", "E")


def leaning_figure(table: pl.DataFrame, unit: str, prefix: str, language: Language) -> str:
    """Draw the strongest settings of one answer, with intervals, weakly graded ones hatched, as SVG.

    ``table`` is that of ``studies.leaning`` for one answer: setting, grade, and effect (Morris) or total (Sobol) with
    their intervals; ``unit`` is what they count, empty where they are shares.
    """
    return rendered(lambda: _bars(table.head(_MOST), unit, language), prefix)


def failing_figure(table: pl.DataFrame, prefix: str, language: Language) -> str:
    """Draw the range of each limited setting, and the part in which the alternative mostly fails, as SVG."""
    return rendered(lambda: _spans(table, language), prefix)


def _bars(table: pl.DataFrame, unit: str, language: Language) -> Figure:
    column = "effect" if "effect" in table.columns else "total"
    width = table["interval" if column == "effect" else "total_interval"].fill_null(0.0).to_numpy()
    values = table[column].fill_null(0.0).to_numpy()
    tall = _BAR * table.height + 0.1
    figure = blank(tall + 0.68)
    axes = axes_at(figure, _LEFT, 0.62, WIDTH - _LEFT - 0.3, tall)
    places = np.arange(table.height)[::-1]
    weak = [grade in _WEAK for grade in table["grade"]]
    bars = axes.barh(places, values, height=0.7, color=[ORANGE if one else BLUE for one in weak], xerr=width,
                     error_kw={"ecolor": INK, "elinewidth": 0.8})
    for bar, one in zip(bars, weak, strict=True):
        bar.set_alpha(0.75)
        bar.set_hatch("///" if one else "")
        bar.set_edgecolor("white")
    axes.set_yticks(places, _named(table, language))
    axes.set_xlim(left=0)
    axes.set_xlabel(say(f"leaning.axis.{column}", language) + (f", {unit}" if unit else ""), loc="left")
    axes.set_axisbelow(True)
    axes.grid(visible=True, axis="x", color=FAINT, linewidth=0.6)
    numbered(axes.xaxis, language)
    handles = [Patch(facecolor=BLUE, label=say("leaning.known", language)),
               Patch(facecolor=ORANGE, hatch="///", edgecolor="white", label=say("leaning.weak", language))]
    figure.legend(handles=handles, loc="lower left", bbox_to_anchor=(_LEFT / WIDTH, 0.0), ncols=2, fontsize=7.2,
                  labelcolor=INK, borderpad=0.1)
    return figure


def _spans(table: pl.DataFrame, language: Language) -> Figure:
    tall = 0.34 * table.height + 0.1
    figure = blank(tall + 0.5)
    axes = axes_at(figure, _LEFT, 0.15, WIDTH - _LEFT - 0.3, tall)
    titled(axes, say("leaning.box", language))
    for place, row in enumerate(reversed(table.rows(named=True))):
        low, high = row["lowest"], row["highest"]
        ends = [(end - low) / (high - low) for end in (
            low if row["from"] is None else row["from"], high if row["to"] is None else row["to"])]
        axes.plot([0, 1], [place, place], color=QUIET, linewidth=1.0)
        axes.plot(ends, [place, place], color=ORANGE, linewidth=7, solid_capstyle="butt")
        for at, value in ((0.0, low), (1.0, high)):
            axes.annotate(number(value, decimals_for(low, high), language), (at, place), (0, -12),
                          textcoords="offset points", ha="center", fontsize=7.2, color=QUIET)
    axes.set_yticks(range(table.height), _named(table, language)[::-1])
    axes.set_ylim(-0.6, table.height - 0.4)
    axes.set_xticks([])
    for spine in axes.spines.values():
        spine.set_visible(False)
    return figure


def _named(table: pl.DataFrame, language: Language) -> list[str]:
    return [f"{_label(key, language)} ({grade})" for key, grade in table.select("setting", "grade").rows()]


def _label(key: str, language: Language) -> str:
    fact = facts_of(Settings)[key]
    return short(fact.da if language == "da" else fact.en, 34)
