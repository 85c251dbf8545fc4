"""What a brief says about one alternative, in one language: words and figures, ready to be laid out."""

from __future__ import annotations

from dataclasses import dataclass

from sim.outcomes.catalogue import MEASURES, Measure
from sim.scenario.comparing import another_town
from sim.views.amounts import has_natural_zero, measure_label, unit_of
from sim.views.cautions import cautions_of
from sim.views.changes import change_sentences
from sim.views.contrasts import HEADLINES, group_rows, headline_rows, relative, too_short
from sim.views.drawing import Drawing
from sim.views.easel import Easel
from sim.views.figures_phases import PhaseChart, phase_chart, spread_chart
from sim.views.figures_rows import RowChart, difference_chart, row_chart
from sim.views.findings import (
    flow_finding, gains_finding, headline_finding, phase_finding, spread_finding, turning_finding,
)
from sim.views.groundwork import Contrast, Groundwork
from sim.views.money import MoneyPart, money_part
from sim.views.numbers import number
from sim.views.pathway_rows import BRIEFLY, FULL, Depth, flow_rows, turning_rows
from sim.views.results import Result, amount_words, results_of
from sim.views.rows import Row
from sim.views.sharing import displacement_lines, twin_sentence
from sim.views.study import Arm, Study
from sim.views.texts import joined, say
from sim.views.welfare import WelfarePart, welfare_part
from sim.vocabulary import Language

SHOWN = 5
"""How many main measures a brief opens with."""


@dataclass(frozen=True)
class Part:
    """One alternative on the page."""

    anchor: str
    title: str
    question: str
    changes: tuple[str, ...]
    cautions: tuple[str, ...]
    results: tuple[Result, ...]
    headline: Drawing
    phases: Drawing
    flows: Drawing
    turning: Drawing
    gains: Drawing
    gains_note: str
    money: MoneyPart
    welfare: WelfarePart
    displacement: tuple[str, ...]


def part_of(study: Study, contrast: Contrast, place: int, language: Language, easel: Easel) -> Part:
    """Gather everything about one alternative; ``place`` numbers it within the page."""
    arm, prefix = contrast.other.arm, f"a{place}-{language}"
    source, depth = source_line(study, language), FULL if len(study.others) == 1 else BRIEFLY
    rows = headline_rows(study, arm, language)[:SHOWN]
    return Part(
        anchor=prefix, title=arm.title.label(language), question=arm.question.label(language),
        changes=change_sentences(arm.changes, language), cautions=cautions_of(arm, language),
        results=results_of(rows, language),
        headline=_headline(rows, f"{prefix}-headline", source, language, easel),
        phases=_phases(contrast, f"{prefix}-phases", source, language, easel),
        flows=_flows(contrast, depth, f"{prefix}-flows", source, language, easel),
        turning=_turning(contrast, depth, f"{prefix}-turning", source, language, easel),
        gains=_gains(study, arm, f"{prefix}-gains", source, language, easel),
        gains_note="" if another_town(arm.changes) else twin_sentence(contrast, language),
        money=money_part(contrast.money, f"{prefix}-cost", source, language, easel),
        welfare=welfare_part(contrast.welfare, language),
        displacement=displacement_lines(contrast, language),
    )


def base_phases(study: Study, base: Groundwork, language: Language, easel: Easel) -> Drawing:
    """The phases of the baseline alone, for a brief without alternatives."""
    title = base.arm.title.label(language)
    chart = PhaseChart(base.arm.start, base.phases, base.phases, title, title, ())
    prefix = f"base-{language}-phases"
    return Drawing(prefix, spread_finding(base.phases, language), say("describe.phases", language),
                   source_line(study, language), easel.markup(spread_chart, chart, prefix, language))


def source_line(study: Study, language: Language) -> str:
    """Where every figure's numbers come from."""
    manifest = study.base.manifest
    key = "figure.source.calibrated" if study.calibrated else "figure.source"
    return say(key, language, {
        "version": manifest.vendepunkt_version, "runs": number(len(manifest.seeds), 0, language),
        "citizens": number(manifest.citizens, 0, language),
    })


def gains_measure(study: Study) -> Measure | None:
    """The measure that gains and losses of groups are shown in: the first main one with a better and a worse.

    One that the runs are too short for is passed over.
    """
    fitting = (measure for measure in (*HEADLINES, *MEASURES) if measure.better > 0 and not too_short(study, measure))
    return next(fitting, None)


def _headline(
    rows: list[tuple[Measure, Row]], prefix: str, source: str, language: Language, easel: Easel,
) -> Drawing:
    known = (relative(row, amount_words(row, measure, language)) for measure, row in rows if has_natural_zero(measure))
    left_out = [row.label[:1].lower() + row.label[1:] for measure, row in rows if not has_natural_zero(measure)]
    axis = say("axis.relative", language) if not left_out else say(
        "axis.relative_without", language, {"left_out": joined(left_out, language)})
    chart = RowChart([row for row in known if row is not None], "", axis)
    return Drawing(prefix, headline_finding([row for _, row in rows], language), say("describe.headline", language),
                   source, easel.markup(difference_chart, chart, prefix, language))


def _phases(contrast: Contrast, prefix: str, source: str, language: Language, easel: Easel) -> Drawing:
    base, other = contrast.base, contrast.other
    chart = PhaseChart(base.arm.start, base.phases, other.phases, base.arm.title.label(language),
                       other.arm.title.label(language), other.arm.breaks)
    finding = phase_finding(base.phases, other.phases, contrast.phases, language)
    return Drawing(prefix, finding, say("describe.phases", language), source,
                   easel.markup(phase_chart, chart, prefix, language))


def _flows(
    contrast: Contrast, depth: Depth, prefix: str, source: str, language: Language, easel: Easel,
) -> Drawing:
    rows, axis = flow_rows(contrast.flows, depth, language), say("axis.per_thousand_year", language)
    return Drawing(prefix, flow_finding(rows, language), say("describe.flows", language), source,
                   easel.markup(row_chart, RowChart(rows, axis, axis), prefix, language))


def _turning(
    contrast: Contrast, depth: Depth, prefix: str, source: str, language: Language, easel: Easel,
) -> Drawing:
    rows, axis = turning_rows(contrast.turning, depth, language), say("axis.per_thousand_year", language)
    return Drawing(prefix, turning_finding(rows, language), say("describe.turning", language), source,
                   easel.markup(row_chart, RowChart(rows, axis, axis), prefix, language))


def _gains(study: Study, arm: Arm, prefix: str, source: str, language: Language, easel: Easel) -> Drawing:
    measure = gains_measure(study)
    if measure is None:
        return Drawing(prefix, say("figure.empty", language), "", source, "")
    unit, label = unit_of(measure.unit, language), measure_label(measure, language)
    rows = [row.times(unit.factor) for row in group_rows(study, arm, measure, language)]
    return Drawing(prefix, gains_finding(rows, label, language), say("describe.gains", language, {"measure": label}),
                   source, easel.markup(row_chart, RowChart(rows, unit.level, unit.difference), prefix, language))
