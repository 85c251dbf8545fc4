"""The part of a brief that says what it rests on: bands, assumptions, what is left out, how it was made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sim.errors import Text
from sim.outcomes.comparison import FEWEST_RUNS
from sim.scenario.header import BASE_REGIME
from sim.views.assumptions import GRADES, Assumption, Assumptions, assumptions
from sim.views.numbers import THIN, day, number, signed
from sim.views.study import CaseworkerEffect, Study
from sim.views.texts import joined, say
from sim.vocabulary import Language

_DIGEST = 16
"""So many characters of a fingerprint tell scenarios apart; the manifest holds it whole."""

_NAMED = 8
"""At most so many assumptions are named one by one; the workbook lists them all."""


@dataclass(frozen=True, slots=True)
class NamedBand:
    """A kind of uncertainty: its name, what it is, and what it means here."""

    name: str
    what: str
    meaning: str


@dataclass(frozen=True, slots=True)
class GradeRow:
    """How many assumptions carry a grade."""

    grade: str
    meaning: str
    count: str


@dataclass(frozen=True, slots=True)
class Block:
    """A sentence and the list it opens."""

    lead: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AssumptionPart:
    """What the model rests on, in words."""

    lead: str
    grades: tuple[GradeRow, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A scenario's fingerprint."""

    title: str
    digest: str


def bands_of(study: Study, pairs: int, language: Language) -> tuple[NamedBand, ...]:
    """The three kinds of band, what we do not know first."""
    known = "band.knowledge.meaning" if study.calibrated else "band.knowledge.missing"
    if study.carried and study.provisional:
        known = "band.knowledge.provisional"
    precision = "band.precision.meaning" if pairs > 1 else "band.precision.one_run"
    values = {"sets": str(study.accepted_sets), "pairs": str(pairs), "least": str(FEWEST_RUNS)}
    run = "band.run.meaning" if pairs >= FEWEST_RUNS else "band.run.few"
    meanings = (("knowledge", known), ("run", run), ("precision", precision))
    return tuple(
        NamedBand(say(f"band.{name}", language), say(f"band.{name}.what", language), say(meaning, language, values))
        for name, meaning in meanings
    )


def assumption_part(study: Study, language: Language) -> AssumptionPart:
    """Count assumptions by grade and name the weak ones that matter for this comparison."""
    found = assumptions(study.changed_keys, study.sensitive)
    share = f"{number(100 * found.weak_share, 0, language)}{THIN}%"
    lead = " ".join((
        say("brief.assumptions.lead", language, {"count": str(found.total)}),
        say("brief.assumptions.share", language, {"share": share}),
    ))
    grades = tuple(
        GradeRow(grade, say(f"brief.grade.{grade}", language), str(found.counts[grade])) for grade in GRADES
    )
    return AssumptionPart(lead, grades, _blocks(study, found, language))


def not_modelled(study: Study, language: Language) -> tuple[str, ...]:
    """What the scenarios say they leave out, each once, in the order of the scenarios."""
    texts = (text.label(language) for arm in (study.base, *study.others) for text in arm.not_modelled)
    return tuple(dict.fromkeys(texts)) or (say("brief.not_modelled.none", language),)


def made(study: Study, language: Language) -> tuple[str, ...]:
    """Version, date, seeds, run-up and why there were no more runs."""
    manifest = study.base.manifest
    values = {
        "version": manifest.vendepunkt_version, "created": day(manifest.created.date(), language),
        "count": str(len(manifest.seeds)), "seeds": seed_words(manifest.seeds),
        "burn_in": str(manifest.burn_in_weeks),
        "reason": study.stopping.label(language) or say("brief.made.stopping_unknown", language),
    }
    keys = ("version", "seeds", "stopping", "rounded", "repeat")
    return (*(say(f"brief.made.{key}", language, values) for key in keys), *_plugged_in(study, language))


def _plugged_in(study: Study, language: Language) -> tuple[str, ...]:
    """A sentence for every arm that was played with mechanisms from outside the model."""
    return tuple(
        say("brief.made.mechanisms", language, {
            "title": arm.title.label(language),
            "names": joined([f"{name} ({told})" for name, told in arm.manifest.mechanisms.items()], language),
        })
        for arm in (study.base, *study.others) if arm.manifest.mechanisms
    )


def stamps(study: Study, language: Language) -> tuple[Stamp, ...]:
    """The fingerprint of every scenario compared."""
    return tuple(
        Stamp(arm.title.label(language), arm.manifest.scenario_digest[:_DIGEST]) for arm in (study.base, *study.others)
    )


def regime_words(regime: str, language: Language) -> str:
    """Name the rules a scenario is set in; one without a name in our texts is called what the scenario calls it."""
    names = {"rules-2016-2019": "brief.regime.rules_2016_2019", "reform-2025": "brief.regime.reform_2025"}
    return say(names[regime], language) if regime in names else regime


def regimes(study: Study, language: Language) -> str:
    """Say which rules are in force in the arms compared, and that a name brings no rules with it."""
    named = dict.fromkeys(arm.regime for arm in (study.base, *study.others))
    said = say("brief.regime", language, {"regime": joined([regime_words(each, language) for each in named], language)})
    return said if set(named) == {BASE_REGIME} else f"{said} {say('brief.regime.name_only', language)}"


def seed_words(seeds: Iterable[int]) -> str:
    """Write seeds briefly: unbroken rows as 1-8."""
    ordered = sorted(seeds)
    parts: list[str] = []
    first = 0
    for place, seed in enumerate(ordered):
        if place + 1 < len(ordered) and ordered[place + 1] == seed + 1:
            continue
        parts.append(str(seed) if first == place else f"{ordered[first]}-{seed}")
        first = place + 1
    return ", ".join(parts) if len(parts) <= 12 else f"{', '.join(parts[:12])} …"


def _blocks(study: Study, found: Assumptions, language: Language) -> tuple[Block, ...]:
    changed = "brief.assumptions.changed" if found.changed else "brief.assumptions.changed_none"
    blocks = [Block(say(changed, language), _lines(found.changed, language))] if study.others else []
    if study.sensitive:
        if found.sensitive:
            blocks.append(Block(say("brief.assumptions.sensitive", language), _lines(found.sensitive, language)))
    else:
        blocks.append(Block(say("brief.assumptions.sensitive_missing", language), ()))
    if study.effects:
        lines = tuple(_effect(effect, language) for effect in study.effects)
        blocks.append(Block(say("brief.confounding", language), lines))
    blocks.append(Block(say("brief.priors_only", language), ()))
    return tuple(blocks)


def _effect(effect: CaseworkerEffect, language: Language) -> str:
    numbers = {name: f"{signed(100 * value, 0, language)}{THIN}%" for name, value in (
        ("panel", effect.panel), ("truth", effect.truth), ("published", effect.published))}
    gap = f"{signed(100 * (effect.panel - effect.truth), 0, language)}"
    return say(f"brief.confounding.{effect.key}", language, {**numbers, "gap": gap})


def _lines(found: tuple[Assumption, ...], language: Language) -> tuple[str, ...]:
    lines = [_line(assumption, language) for assumption in found[:_NAMED]]
    if len(found) > _NAMED:
        lines.append(say("word.list_more", language, {"count": str(len(found) - _NAMED)}))
    return tuple(lines)


def _line(assumption: Assumption, language: Language) -> str:
    label: Text = assumption.label
    grade, role = say("brief.grade", language).lower(), say(f"brief.role.{assumption.role}", language)
    return f"{label.label(language)} ({grade} {assumption.grade}, {role})"
