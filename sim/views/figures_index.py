"""One line per person: pathways side by side, where twins differ, and the types that pathways fall into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from sim.outcomes.twins import Twin, Twins, by_time
from sim.outcomes.typology import Typology
from sim.outcomes.week_codes import WeekCodes
from sim.record.schema import NO_CODE
from sim.views.figures import BLUE, GREY, INK, ORANGE, axes_at, blank, rendered, short
from sim.views.figures_pathways import legend_height, legend_of, titled
from sim.views.figures_time import years_along, years_of
from sim.views.palette import ORDER, colour_of
from sim.views.texts import say
from sim.vocabulary import Language, Word

_TALL = 3.3
_TWIN_COLOURS = {
    Twin.ALIKE: "#eef1f3", Twin.NEARER: BLUE, Twin.FURTHER: ORANGE, Twin.OTHERWISE: GREY, Twin.ABSENT: "#ffffff",
}
_SHOWN = 160
"""At most so many lines for a type."""


@dataclass(frozen=True, slots=True)
class IndexChart:
    """What the figure needs; with ``twins`` three panels, whose lines are the same people, else one."""

    start: date
    base: WeekCodes
    base_name: str
    twins: Twins | None = None
    other_name: str = ""


def index_figure(chart: IndexChart, prefix: str, language: Language) -> str:
    """Draw a line per person, those with most weeks in work at the top, as SVG."""
    return rendered(lambda: _index(chart, language), prefix)


def types_figure(start: date, found: Typology, names: list[str], prefix: str, language: Language) -> str:
    """Draw the pathways of each type, as many lines as its share of people asks for, as SVG."""
    return rendered(lambda: _types(start, found, names, language), prefix)


def occurring(codes: WeekCodes) -> tuple[Word, ...]:
    """The states that occur, in their order."""
    here = set(np.unique(codes.codes).tolist())
    return tuple(word for word in ORDER[codes.words] if int(word) in here)


def _index(chart: IndexChart, language: Language) -> Figure:
    words = occurring(chart.base)
    foot = legend_height(words) + 0.3
    figure = blank(foot + _TALL + (0.1 if chart.twins is None else 0.55))
    foot += 0.0 if chart.twins is None else 0.2
    years = years_of(chart.start, chart.base.codes.shape[1])
    if chart.twins is None:
        order = by_time(chart.base, ORDER[chart.base.words])
        _lines(axes_at(figure, 0.15, foot, 6.9, _TALL), chart.base.taken(order), years)
    else:
        twins = chart.twins.taken(by_time(chart.twins.base, ORDER[chart.base.words]))
        for left, side, name in ((0.1, twins.base, chart.base_name), (2.45, twins.other, chart.other_name)):
            axes = axes_at(figure, left, foot, 2.2, _TALL)
            _lines(axes, side, years)
            titled(axes, short(name, 34))
        axes = axes_at(figure, 4.9, foot, 2.2, _TALL)
        _raster(axes, _painted(twins.compared, {int(twin): colour for twin, colour in _TWIN_COLOURS.items()}), years)
        titled(axes, say("pathways.twins.title", language))
        _twin_legend(figure, foot, language)
    legend_of(figure, words, language, 0.1)
    return figure


def _types(start: date, found: Typology, names: list[str], language: Language) -> Figure:
    words = occurring(found.codes)
    foot = legend_height(words) + 0.3
    rows = [found.members(kind) for kind in range(found.count)]
    heights = [max(0.3, 3.6 * len(one) / len(found.kind)) for one in rows]
    figure = blank(foot + sum(heights) + 0.14 * len(rows) + 0.1)
    years = years_of(start, found.codes.codes.shape[1])
    floor = foot + sum(heights) + 0.14 * len(rows)
    for place, (members, height, name) in enumerate(zip(rows, heights, names, strict=True)):
        floor -= height + 0.14
        axes = axes_at(figure, 2.1, floor + 0.14, 5.0, height)
        some = found.codes.taken(members)
        sorted_rows = by_time(some, ORDER[found.codes.words])
        picked = sorted_rows[np.linspace(0, len(members) - 1, min(_SHOWN, len(members))).astype(np.int64)]
        _lines(axes, some.taken(picked), years)
        if place + 1 < len(rows):
            axes.set_xticks([])
        figure.text(0.02, (floor + 0.14 + height / 2) / figure.get_figheight(), name, va="center", fontsize=8.0,
                    color=INK, wrap=False)
    legend_of(figure, words, language, 0.1)
    return figure


def _lines(axes: Axes, codes: WeekCodes, years: npt.NDArray[np.float64]) -> None:
    colours = {int(word): colour_of(word) for word in codes.words}
    _raster(axes, _painted(codes.codes, {**colours, NO_CODE: "#ffffff"}), years)


def _painted(codes: npt.NDArray[np.uint8], colours: dict[int, str]) -> npt.NDArray[np.uint8]:
    table = np.zeros((NO_CODE + 1, 3), dtype=np.uint8)
    for code, colour in colours.items():
        table[code] = [round(255 * part) for part in to_rgb(colour)]
    return np.asarray(table[codes])


def _raster(axes: Axes, picture: npt.NDArray[np.uint8], years: npt.NDArray[np.float64]) -> None:
    axes.imshow(picture, aspect="auto", interpolation="nearest", extent=(years[0], years[-1], len(picture), 0))
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_yticks([])
    years_along(axes, years)


def _twin_legend(figure: Figure, foot: float, language: Language) -> None:
    handles = [
        Patch(facecolor=_TWIN_COLOURS[twin], edgecolor=GREY, linewidth=0.4,
              label=say(f"pathways.twin.{twin.name.lower()}", language))
        for twin in (Twin.NEARER, Twin.FURTHER, Twin.OTHERWISE, Twin.ALIKE)
    ]
    figure.legend(handles=handles, loc="upper right", ncols=4, fontsize=7.2, handlelength=1.4, labelcolor=INK,
                  bbox_to_anchor=(0.99, (foot - 0.2) / figure.get_figheight()), borderpad=0, columnspacing=1.0)
