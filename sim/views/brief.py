"""The brief: one self-contained page that answers the question, says how sure it is, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sim.errors import Text, ViewError
from sim.scenario.comparing import another_past, another_town
from sim.views.answers import Line, answers_lead, answers_of, explained
from sim.views.brief_parts import SHOWN, Part, base_phases, part_of
from sim.views.drawing import Drawing
from sim.views.easel import HERE, Easel
from sim.views.groundwork import Contrast, Groundwork
from sim.views.levels import LevelPart, level_part
from sim.views.numbers import day, number
from sim.views.overview import Matrix, matrix_of
from sim.views.page import page_html
from sim.views.saving import save_text
from sim.views.study import Study
from sim.views.texts import joined, say
from sim.views.trust import (
    AssumptionPart, NamedBand, Stamp, assumption_part, bands_of, made, not_modelled, regimes, stamps,
)
from sim.vocabulary import LANGUAGES, Language

_WORDS: Mapping[str, str] = {
    "kicker": "brief.kicker", "read_first": "brief.uncalibrated.title", "not_profiling": "brief.not_profiling",
    "overview": "brief.overview.heading", "answers": "answer.heading", "explained": "explained.heading",
    "symbols": "brief.overview.symbols", "rank_note": "brief.overview.rank_note", "alternative": "word.alternative",
    "short": "brief.short.heading", "short_lead": "brief.short.lead", "changes": "brief.changes.heading",
    "changes_none": "brief.changes.none", "bands": "band.heading", "bands_lead": "band.lead",
    "pairing": "band.pairing", "phases": "brief.phases.heading", "phases_lead": "brief.phases.lead",
    "flows": "brief.flows.heading", "turning": "brief.turning.heading", "turning_lead": "brief.turning.lead",
    "gains": "brief.gains.heading", "gains_lead": "brief.gains.lead", "money": "money.heading",
    "welfare": "welfare.heading", "welfare_item": "welfare.item", "welfare_difference": "welfare.difference",
    "welfare_range": "welfare.range",
    "displacement": "brief.displacement.heading", "displacement_lead": "brief.displacement.lead",
    "displacement_missing": "brief.displacement.missing", "assumptions": "brief.assumptions.heading",
    "grade": "brief.grade", "grade_meaning": "brief.grade.meaning", "grade_count": "brief.grade.count",
    "measure": "levels.measure", "mean": "levels.mean",
    "not_modelled": "brief.not_modelled.heading", "made": "brief.made.heading",
}


@dataclass(frozen=True)
class Page:
    """The whole brief in one language."""

    language: Language
    words: Mapping[str, str]
    question: str
    compared: str
    town: str
    standing: str
    regime: str
    matrix: Matrix | None
    overview_lead: str
    answers: tuple[Line, ...]
    answers_lead: str
    explained: tuple[Line, ...]
    parts: tuple[Part, ...]
    base_levels: LevelPart | None
    base_phases: Drawing | None
    bands: tuple[NamedBand, ...]
    assumptions: AssumptionPart
    not_modelled: tuple[str, ...]
    made: tuple[str, ...]
    stamps: tuple[Stamp, ...]


def write_brief(study: Study, path: Path, opens: Language = "da") -> None:
    """Write the brief as one HTML file: it ``opens`` in one language, the other by one click; prints on A4.

    Raises:
        ViewError: when the file cannot be written.
    """
    save_text(path, brief_html(study, HERE, opens))


def brief_html(study: Study, easel: Easel = HERE, opens: Language = "da") -> str:
    """Return the brief as HTML; equal studies give equal text. It is whole when the easel has ``finished`` it."""
    _refuse_missing(study)
    base = Groundwork.of(study.base)
    contrasts = [Contrast.of(base, Groundwork.of(arm)) for arm in study.others]
    pages = [_page(study, base, contrasts, language, easel) for language in LANGUAGES]
    title = pages[LANGUAGES.index(opens)].question
    return page_html("brief.html", title, {"pages": pages}, study.base.manifest.vendepunkt_version, opens)


def _page(
    study: Study, base: Groundwork, contrasts: list[Contrast], language: Language, easel: Easel,
) -> Page:
    parts = tuple(part_of(study, contrast, place, language, easel) for place, contrast in enumerate(contrasts, start=1))
    pairs = max((count for frame in study.comparison.values() for count in frame["pairs"].to_list()), default=0)
    return Page(
        language=language, words=_words(study, language),
        question=question_of(study, language), compared=_compared(study, language),
        town=_town(study, language), standing=_standing(study, language), regime=regimes(study, language),
        matrix=matrix_of(study, [part.anchor for part in parts], SHOWN, language) if len(parts) > 1 else None,
        overview_lead=say(f"brief.overview.lead.{'carried' if study.carried else 'single'}", language),
        answers=answers_of(study, SHOWN, language), answers_lead=answers_lead(study, language),
        explained=explained(SHOWN, language), parts=parts,
        base_levels=None if parts else level_part(study.base.measures, SHOWN, language),
        base_phases=None if parts else base_phases(study, base, language, easel),
        bands=bands_of(study, pairs, language), assumptions=assumption_part(study, language),
        not_modelled=not_modelled(study, language), made=made(study, language), stamps=stamps(study, language),
    )


def _words(study: Study, language: Language) -> dict[str, str]:
    """The page's fixed words; that all meet the same citizens is said only where it is so."""
    words = {name: say(key, language) for name, key in _WORDS.items()}
    if any(another_town(arm.changes) for arm in study.others):
        words["pairing"] = say("band.pairing.towns", language)
    elif any(another_past(arm.changes) for arm in study.others):
        words["pairing"] = say("band.pairing.past", language)
    return words


def question_of(study: Study, language: Language) -> str:
    """The study's question; a question of one alternative among several cannot stand for them all."""
    own = [arm.question for arm in study.others]
    if len(own) > 1 and study.question in own and any(question != study.question for question in own):
        return say("brief.many_question", language)
    return study.question.label(language) or study.base.title.label(language) or study.name


def _compared(study: Study, language: Language) -> str:
    baseline, *alternatives = (
        say("brief.quoted", language, {"title": arm.title.label(language)}) for arm in (study.base, *study.others)
    )
    if not study.others:
        return f"{baseline}."
    titles = joined(alternatives, language)
    if len(study.others) > 2:
        titles = say("brief.alternatives", language, {"count": str(len(study.others))})
    return say("brief.compared", language, {"alternatives": titles, "baseline": baseline})


def _town(study: Study, language: Language) -> str:
    manifest = study.base.manifest
    return say("brief.town", language, {
        "citizens": number(manifest.citizens, 0, language), "weeks": number(manifest.weeks, 0, language),
        "start": day(study.base.start, language),
    })


def _standing(study: Study, language: Language) -> str:
    if study.calibrated:
        return say("brief.calibrated", language, {"sets": str(study.accepted_sets)})
    return say("brief.uncalibrated", language)


def _refuse_missing(study: Study) -> None:
    missing = [arm.name for arm in study.others if arm.name not in study.comparison]
    if missing:
        raise ViewError.about(
            study.name,
            Text("mangler en sammenligning med udgangspunktet for", "lacks a comparison with the baseline for"),
            Text("Kør sammenligningen igen.", "Run the comparison again."), value=", ".join(missing))
