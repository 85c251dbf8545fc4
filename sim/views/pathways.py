"""The page on pathways: one HTML file, Danish and English, that opens anywhere and asks nothing of the network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sim.outcomes.twins import whole_pathways
from sim.views.drawing import Drawing
from sim.views.figures_index import IndexChart, index_figure
from sim.views.figures_pathways import PathwayChart, entropy_figure, spread_figure, time_figure
from sim.views.figures_rates import rates_figure
from sim.views.numbers import number
from sim.views.page import page_html
from sim.views.pathway_findings import entropy_finding, index_finding, rates_finding, spread_finding, time_finding
from sim.views.pathway_sides import Sides
from sim.views.pathway_types import TypePart, type_part
from sim.views.saving import save_text
from sim.views.texts import say
from sim.vocabulary import LANGUAGES, Language

_LINES = 500
"""At most so many citizens have a line in the figure of lines."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section: heading, figure, and what to know when reading it."""

    heading: str
    figure: Drawing
    note: str


@dataclass(frozen=True, slots=True)
class Page:
    """The page in one language."""

    language: Language
    kicker: str
    heading: str
    lead: str
    notices: tuple[str, ...]
    parts: tuple[Part, ...]
    types_heading: str
    types: TypePart | None
    types_absent: str


def write_pathways(sides: Sides, path: Path, opens: Language = "da") -> None:
    """Write the page; it ``opens`` in a language.

    Raises:
        ViewError: when the file cannot be written.
    """
    save_text(path, pathways_html(sides, opens))


def pathways_html(sides: Sides, opens: Language = "da") -> str:
    """Return the page as HTML; equal input gives equal text."""
    pages = [_page(sides, language) for language in LANGUAGES]
    title = pages[LANGUAGES.index(opens)].heading
    return page_html("pathways.html", title, {"pages": pages}, sides.manifest.vendepunkt_version, opens)


def _page(sides: Sides, language: Language) -> Page:
    layer = say(f"pathways.layer.{sides.layer.name.lower()}", language)
    names = {"layer": layer, "base": sides.name(language), "other": sides.other_name(language)}
    lead = say("pathways.lead", language, {
        "people": number(len(sides.base.codes), 0, language), "seeds": str(len(sides.sections.seeds)),
        "weeks": number(sides.base.codes.shape[1], 0, language),
    })
    pairs = "pathways.pairs" if sides.same_people else "pathways.pairs.towns"
    told = [pairs] if sides.other is not None else []
    told += ["pathways.one_seed"] if told and len(sides.sections.seeds) < 2 else []
    notices = (*(say(key, language) for key in told), *(caution.label(language) for caution in sides.cautions))
    return Page(
        language, say("pathways.kicker", language),
        say("pathways.heading" if sides.other is None else "pathways.heading.two", language, names), lead, notices,
        _parts(sides, language), say("pathways.types", language), type_part(sides, language),
        say("pathways.types.absent", language),
    )


def _parts(sides: Sides, language: Language) -> tuple[Part, ...]:
    chart = PathwayChart(sides.start, sides.sections, sides.name(language), sides.other_sections,
                         sides.other_name(language))
    prefix = f"{sides.layer.name.lower()}-{language}"

    def part(key: str, finding: str, svg: str, note: str = "") -> Part:
        shows, source = say(f"pathways.describe.{key}", language), sides.source(language)
        drawn = Drawing(f"{key}-{prefix}", finding, shows, source, svg)
        return Part(say(f"pathways.{key}", language), drawn, note)

    return (
        part("spread", spread_finding(sides, language), spread_figure(chart, f"spread-{prefix}", language)),
        part("index", index_finding(sides, _shown(sides), language),
             index_figure(_index(sides, language), f"index-{prefix}", language),
             "" if sides.twins is None else say("pathways.index.note", language)),
        part("rates", rates_finding(sides, language), rates_figure(chart, f"rates-{prefix}", language),
             say("pathways.rates.note", language)),
        part("time", time_finding(sides, language), time_figure(chart, f"time-{prefix}", language)),
        part("entropy", entropy_finding(sides, language), entropy_figure(chart, f"entropy-{prefix}", language)),
    )


def _index(sides: Sides, language: Language) -> IndexChart:
    if sides.twins is None:
        return IndexChart(sides.start, whole_pathways(sides.base, _LINES), sides.name(language))
    some = sides.twins.first(_LINES)
    return IndexChart(sides.start, some.base, sides.name(language), some, sides.other_name(language))


def _shown(sides: Sides) -> int:
    return len((whole_pathways(sides.base, _LINES) if sides.twins is None else sides.twins.first(_LINES).base).codes)
