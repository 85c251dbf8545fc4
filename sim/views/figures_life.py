"""One life line: phase and situation week by week, and what happened on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from sim.views.drawing import Drawing
from sim.views.figures import BLUE, FAINT, GREY, INK, LOOKS, ORANGE, QUIET, WIDTH, axes_at, blank, rendered, short
from sim.views.life import Happening, Life, Stay
from sim.views.numbers import decimal_year, monday_of
from sim.views.texts import say
from sim.vocabulary import IN_WORK, PLACEMENTS, EventKind, Language, Phase, Standing

_LEFT = 0.78
_HEIGHT = 3.1
_LEVELS = 6
_LETTER = 0.0102
"""Width of a letter beside a mark, as a share of the line."""

_LABELS = 9
"""At most so many turning points are named in the figure; the story names all."""


def life_figure(life: Life, start: date, source: str, language: Language) -> Drawing:
    """Draw a life line; ``start`` is the Monday of week 0."""
    changes = max(len(life.phases) - 1, 0)
    turned = sum(1 for happening in life.happenings if happening.turned)
    finding = say("finding.life", language, {"changes": str(changes), "turned": str(turned)})
    prefix = f"life-{life.person['seed']}-{life.person['citizen']}-{language}"
    svg = rendered(lambda: _draw(life, start, language), prefix)
    return Drawing(prefix, finding, say("describe.life", language), source, svg)


def _draw(life: Life, start: date, language: Language) -> Figure:
    figure = blank(_HEIGHT)
    axes = axes_at(figure, _LEFT, 0.55, WIDTH - _LEFT - 0.1, _HEIGHT - 0.7)

    def when(week: int) -> float:
        return decimal_year(monday_of(start, week))

    first, last = when(life.first_week), when(max(life.last_week, life.first_week + 1))
    axes.set_xlim(first, last)
    axes.set_ylim(0, 10)
    _strip(axes, life.phases, 2.2, when, lambda code: Phase(code).label(language))
    _situations(axes, life.standings, when, language)
    _marks(axes, life.happenings, when, language)
    for place, words in ((2.8, "legend.phase"), (0.85, "legend.standing"), (4.6, "legend.events")):
        axes.annotate(say(words, language), (0, place), xycoords=("axes fraction", "data"), xytext=(-_LEFT * 72 + 2, 0),
                      textcoords="offset points", va="center", color=QUIET, fontsize=8.0)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    years = [year for year in range(int(first), int(last) + 1) if first - 0.02 <= year <= last]
    axes.set_xticks(years, [str(year) for year in years])
    _key(figure, language)
    return figure


def _strip(
    axes: Axes, stays: Sequence[Stay], floor: float, when: Callable[[int], float], name: Callable[[int], str],
) -> None:
    """Phases as blocks with colour and pattern, named where there is room."""
    first, last = axes.get_xlim()
    for stay in stays:
        look = LOOKS[Phase(stay.code)]
        begin, end = when(stay.start), when(stay.end)
        axes.broken_barh([(begin, end - begin)], (floor, 1.2), facecolor=look.fill, edgecolor="white", linewidth=0.8)
        if look.hatch:
            axes.broken_barh([(begin, end - begin)], (floor, 1.2), facecolor="none", edgecolor=look.pattern,
                             hatch=look.hatch, linewidth=0, alpha=0.4)
        words = name(stay.code)
        if (end - begin) / (last - first) > 0.0112 * len(words):
            dark = stay.code in (Phase.IN_WORK, Phase.DERAILMENT)
            axes.text((begin + end) / 2, floor + 0.6, words, ha="center", va="center", fontsize=7.5,
                      color="white" if dark else INK,
                      bbox={"facecolor": look.fill, "edgecolor": "none", "pad": 1.0})


def _situations(axes: Axes, stays: Sequence[Stay], when: Callable[[int], float], language: Language) -> None:
    """Standings as lighter blocks: work filled, placements striped, the rest plain."""
    first, last = axes.get_xlim()
    for stay in stays:
        standing = Standing(stay.code)
        begin, end = when(stay.start), when(stay.end)
        work, placement = standing in IN_WORK, standing in PLACEMENTS
        fill = "#33699b" if work else ("#dcebf6" if placement else "#f1f3f5")
        axes.broken_barh([(begin, end - begin)], (0.4, 0.9), facecolor=fill, edgecolor="white", linewidth=0.8,
                         hatch="///" if placement else None)
        words = standing.label(language)
        if (end - begin) / (last - first) > 0.0105 * len(words):
            axes.text((begin + end) / 2, 0.85, words, ha="center", va="center", fontsize=7.0,
                      color="white" if work else INK)


def _marks(axes: Axes, happenings: Sequence[Happening], when: Callable[[int], float], language: Language) -> None:
    changes = [happening for happening in happenings if happening.kind is EventKind.CASEWORKER_CHANGED]
    for happening in changes:
        axes.plot(when(happening.week), 3.85, "|", markersize=9, markeredgewidth=1.6, color=INK)
    turns = [happening for happening in happenings if happening.turning_point is not None]
    named = sorted(turns, key=lambda happening: (happening.turned is not True, -happening.amount, happening.week))
    chosen = {id(happening) for happening in named[:_LABELS]}
    taken: list[list[tuple[float, float]]] = [[] for _ in range(_LEVELS)]
    for happening in turns:
        kind = happening.turning_point
        assert kind is not None
        turned = happening.turned is True
        colour = (BLUE if kind.upward else ORANGE) if turned else GREY
        axes.plot(when(happening.week), 4.6, "^" if kind.upward else "v", markersize=6.5, color=colour,
                  markerfacecolor=colour if turned else "white")
        if id(happening) in chosen:
            _name(axes, when(happening.week), kind.label(language), taken)


def _name(axes: Axes, place: float, words: str, taken: list[list[tuple[float, float]]]) -> None:
    """Name a mark on the lowest level with room, to the left of it in the last part of the line."""
    first, last = axes.get_xlim()
    where, wide = (place - first) / (last - first), _LETTER * len(words)
    late = where > 0.75
    span = (where - wide, where) if late else (where, where + wide)
    free = (level for level, spans in enumerate(taken) if all(span[1] < low or span[0] > high for low, high in spans))
    level = next(free, _LEVELS - 1)
    taken[level].append(span)
    height = 5.5 + 0.8 * level
    axes.plot((place, place), (4.9, height), color=FAINT, linewidth=0.8, zorder=0)
    axes.annotate(short(words), (place, height), xytext=(-2 if late else 2, 0), textcoords="offset points",
                  ha="right" if late else "left", va="center", fontsize=7.5, color=INK)


def _key(figure: Figure, language: Language) -> None:
    marks = (
        ("^", BLUE, BLUE, "legend.turning_up"), ("v", ORANGE, ORANGE, "legend.turning_down"),
        ("^", GREY, "white", "legend.no_turn"), ("|", INK, INK, "legend.caseworker"),
    )
    handles = [Line2D([], [], marker=mark, linestyle="", color=edge, markerfacecolor=fill, markersize=6)
               for mark, edge, fill, _ in marks]
    figure.legend(handles, [say(words, language) for *_, words in marks], loc="lower left", bbox_to_anchor=(0, -0.01),
                  ncols=4, handletextpad=0.3, columnspacing=1.4, labelcolor=QUIET, borderpad=0.2, fontsize=7.5)
