"""Rows of means with their ranges on a shared axis: what figures of gains and of mechanisms are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from sim.views.figures import FAINT, INK, QUIET, short

ROW, LABEL = 0.235, 2.2
"""Inches: the height of a row, and the room for its label on the left."""


@dataclass(frozen=True, slots=True)
class Span:
    """A mean with its range; None where it is not known."""

    mean: float
    low: float | None
    high: float | None

    @property
    def clear(self) -> bool:
        """Whether the range leaves zero outside."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


def places(headings: Sequence[str]) -> list[float]:
    """Where rows stand from the top; a heading takes nearly a row of its own."""
    stands, place = [], -0.6
    for heading in headings:
        place += 1.9 if heading else 1.0
        stands.append(place)
    return stands


def prepare(axes: Axes, stands: Sequence[float]) -> None:
    """Axes for rows at these places, with a line at zero."""
    axes.set_ylim((stands[-1] if stands else 0.0) + 0.7, -0.4)
    axes.axvline(0, color=QUIET, linewidth=0.9, zorder=1)
    axes.grid(visible=True, axis="x", color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.locator_params(axis="x", nbins=5)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)


def beside(axes: Axes, place: float, indent: float, words: str, weight: str = "normal") -> None:
    """Write a row's label to the left of the axes."""
    axes.annotate(short(words), (0, place), xycoords=("axes fraction", "data"), xytext=((indent - LABEL) * 72 + 2, 0),
                  textcoords="offset points", va="center", color=INK, fontsize=8.2, fontweight=weight)


def spans(axes: Axes, rows: Sequence[tuple[float, Span | None]], mark: str, colour: str) -> None:
    """A line for the range and a mark for the mean: filled where the range leaves zero outside."""
    for place, span in rows:
        if span is None:
            continue
        if span.low is not None and span.high is not None:
            axes.hlines(place, span.low, span.high, colors=colour, linewidth=1.4, alpha=1.0 if span.clear else 0.5)
        fill = colour if span.clear else "white"
        axes.plot(span.mean, place, mark, markersize=4.6, color=colour, markerfacecolor=fill)
