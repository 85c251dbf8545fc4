"""The figure of an ablation: a row per mechanism, a column per measure, what differs without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from sim.views.figures import BLUE, INK, WIDTH, axes_at, blank, numbered, rendered
from sim.views.figures_spans import LABEL, ROW, Span, beside, places, prepare, spans
from sim.vocabulary import Language

_FOOT, _HEAD, _APART = 0.5, 0.45, 0.22


@dataclass(frozen=True, slots=True)
class Column:
    """A measure: its name, its unit, and a span for each mechanism (None where there is none)."""

    title: str
    unit: str
    spans: Sequence[Span | None]


def columns_chart(labels: Sequence[str], columns: Sequence[Column], prefix: str, language: Language) -> str:
    """Draw the measures side by side, a row per label, as SVG."""
    return rendered(lambda: _columns(labels, columns, language), prefix)


def _columns(labels: Sequence[str], columns: Sequence[Column], language: Language) -> Figure:
    stands = places(["" for _ in labels])
    height = _FOOT + _HEAD + ROW * ((stands[-1] if stands else 0) + 1)
    figure = blank(height)
    wide = (WIDTH - LABEL - 0.1 - _APART * (len(columns) - 1)) / max(len(columns), 1)
    for number, column in enumerate(columns):
        axes = axes_at(figure, LABEL + number * (wide + _APART), _FOOT, wide, height - _FOOT - _HEAD)
        prepare(axes, stands)
        axes.locator_params(axis="x", nbins=4)
        if number == 0:
            for label, place in zip(labels, stands, strict=True):
                beside(axes, place, 0.0, label)
        spans(axes, list(zip(stands, column.spans, strict=True)), "D", BLUE)
        numbered(axes.xaxis, language)
        axes.set_xlabel(column.unit, loc="left")
        axes.set_title(column.title, loc="left", fontsize=8.2, color=INK)
    return figure
