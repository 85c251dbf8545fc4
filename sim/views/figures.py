"""What every figure shares: colours and patterns that survive colour blindness and grey paper, and a stable SVG."""

from __future__ import annotations

import io
import math
import unicodedata
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from sim.views.drawing import inlined
from sim.views.numbers import number
from sim.vocabulary import Language, Phase

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType  # newer than the oldest matplotlib we run on

INK = "#1d2733"
QUIET = "#6a7683"
FAINT = "#d5dbe1"
BLUE = "#0b5fa5"
ORANGE = "#c2510c"
GREY = "#98a3ae"
WIDTH = 7.2
"""Inches; the figure is scaled to the page, and its text is then close to the page's own size."""

LONGEST_LABEL = 44
_FINEST = 6

_STYLE: dict[RcKeyType, Any] = {
    "svg.fonttype": "none", "svg.hashsalt": "vendepunkt", "font.family": "DejaVu Sans", "font.size": 8.5,
    "text.parse_math": False, "text.color": INK, "axes.labelcolor": QUIET, "axes.edgecolor": FAINT,
    "axes.linewidth": 0.8, "axes.labelsize": 8.0, "axes.spines.top": False, "axes.spines.right": False,
    "xtick.color": QUIET, "ytick.color": QUIET, "xtick.labelsize": 8.0, "ytick.labelsize": 8.5,
    "xtick.major.size": 0.0, "ytick.major.size": 0.0, "xtick.major.pad": 5.0, "hatch.linewidth": 0.5,
    "path.simplify": True, "path.simplify_threshold": 0.4, "axes.unicode_minus": True,
    "figure.facecolor": "none", "axes.facecolor": "none", "legend.frameon": False, "legend.fontsize": 8.0,
}


@dataclass(frozen=True, slots=True)
class Look:
    """Fill, pattern and outline of one phase; the pattern tells phases apart where colour cannot.

    The pattern is drawn in the colour of the outline, or in its own (``light``) where the fill is too dark for that.
    """

    fill: str
    hatch: str
    line: str
    light: str = ""

    @property
    def pattern(self) -> str:
        """The colour of the pattern."""
        return self.light or self.line


LOOKS: dict[Phase, Look] = {
    Phase.IN_WORK: Look("#0b5fa5", "", "#0b5fa5"),
    Phase.PROGRESSION: Look("#86bfe6", "///", "#2f86c0"),
    Phase.STAGNATION: Look("#e3e6e9", "", "#7b8792"),
    Phase.SETBACK: Look("#f3b562", "\\\\\\", "#c98a1b"),
    Phase.DERAILMENT: Look("#b5480d", "xxx", "#a23f09", "#ffdcc6"),
    Phase.OUTSIDE: Look("#faf8f4", "--", "#cfc8b8"),
}
"""In the order in which they are stacked, from the bottom."""


def blank(height: float, width: float = WIDTH) -> Figure:
    """Return an empty figure of ``width`` by ``height`` inches; nothing global knows of it."""
    figure = Figure(figsize=(width, height))
    FigureCanvasSVG(figure)
    return figure


def axes_at(figure: Figure, left: float, bottom: float, width: float, height: float) -> Axes:
    """Add axes whose place is given in inches from the lower left corner."""
    wide, high = figure.get_size_inches()
    return figure.add_axes((left / wide, bottom / high, width / wide, height / high))


def rendered(draw: Callable[[], Figure], prefix: str) -> str:
    """Draw in the house style and return SVG that can stand inside a page; equal input gives equal bytes.

    ``prefix`` (letters, digits, hyphens) makes the ids unique within the page.
    """
    buffer = io.StringIO()
    with mpl.rc_context(_STYLE), warnings.catch_warnings():
        # A title may hold letters that our layout font lacks; the reader's browser has them.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        draw().savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return inlined(buffer.getvalue(), prefix)


def short(text: str, longest: int = LONGEST_LABEL) -> str:
    """Make user text fit to stand in a figure: one line, no control or direction-turning characters, not too long."""
    plain = "".join(" " if character.isspace() else character for character in text)
    kept = "".join(character for character in plain if unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co"})
    single = " ".join(kept.split())
    return single if len(single) <= longest else f"{single[: longest - 1].rstrip()}…"


def frame_off(axes: Axes) -> None:
    """Take away spines and ticks, leaving only what is drawn."""
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_xticks([])
    axes.set_yticks([])


def _exact(steps: Sequence[float], decimals: int) -> bool:
    width = max((abs(step) for step in steps), default=1.0)
    return all(math.isclose(round(step, decimals), step, rel_tol=1e-9, abs_tol=1e-9 * width) for step in steps)


def numbered(axis: Axis, language: Language) -> None:
    """Write an axis' numbers as the language writes numbers, with just the decimals the steps need."""
    def written(value: float, _place: int | None) -> str:
        steps = [float(step) for step in axis.get_majorticklocs()]
        # As many decimals as write every tick exactly: steps of 2.5 need one.
        decimals = next((count for count in range(_FINEST) if _exact(steps, count)), _FINEST)
        return number(value, decimals, language)

    axis.set_major_formatter(FuncFormatter(written))
