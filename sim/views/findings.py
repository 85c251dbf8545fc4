"""Titles of figures: what the numbers show, in one line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sim.outcomes.comparison import FEWEST_RUNS
from sim.views.numbers import THIN, number, signed
from sim.views.phases_over_time import PhaseDifferences, PhasePaths
from sim.views.rows import Row
from sim.views.texts import capital, joined, say
from sim.vocabulary import Language, Phase

_MONTHS_AT_THE_END = 3
_NAMED_GROUPS = 3


def headline_finding(rows: Sequence[Row], language: Language) -> str:
    """How many of the main measures can be told apart."""
    clear, counted = sum(row.clear for row in rows), sum(row.known for row in rows)
    key = "finding.headline.clear" if clear else "finding.headline.none"
    return say(key, language, {"clear": str(clear), "count": str(counted)})


def phase_finding(base: PhasePaths, other: PhasePaths, gaps: PhaseDifferences, language: Language) -> str:
    """The phase that differs most at the end, where it can be told."""
    if not gaps.weeks.size:
        return say("figure.empty", language)
    if gaps.pairs < 2:
        return say("finding.phases.one_run", language)
    if gaps.pairs < FEWEST_RUNS:
        return say("finding.phases.few_runs", language, {"pairs": str(gaps.pairs)})
    last = slice(-_MONTHS_AT_THE_END, None)
    low, high = gaps.run_low[:, last].mean(axis=1), gaps.run_high[:, last].mean(axis=1)
    mean = np.where((low > 0) | (high < 0), gaps.mean[:, last].mean(axis=1), 0.0)
    phase = Phase(int(np.argmax(np.abs(mean))))
    if abs(mean[int(phase)]) < 0.05:
        return say("finding.phases.cannot_tell", language)
    return say("finding.phases.clear", language, {
        "phase": phase.label(language), "difference": signed(float(mean[int(phase)]), 1, language),
        "other": _share(other, phase, language), "base": _share(base, phase, language),
    })


def spread_finding(base: PhasePaths, language: Language) -> str:
    """The commonest phase of a single arm at the end."""
    if not base.weeks.size:
        return say("figure.empty", language)
    phase = Phase(int(np.argmax(base.mean[:, -_MONTHS_AT_THE_END:].mean(axis=1))))
    return say("finding.phases.base", language,
               {"phase": phase.label(language).lower(), "share": _share(base, phase, language)})


def flow_finding(rows: Sequence[Row], language: Language) -> str:
    """The move between phases that changes most."""
    largest = _largest(rows)
    if largest is None:
        return say("finding.flows.cannot_tell", language)
    return say("finding.flows.clear", language, {
        "flow": largest.label, "difference": signed(largest.difference, 1, language)})


def turning_finding(rows: Sequence[Row], language: Language) -> str:
    """The kind of turning point that changes most."""
    largest = _largest(rows)
    if largest is None:
        return say("finding.turning.cannot_tell", language)
    return say("finding.turning.clear", language, {
        "kind": largest.label, "difference": signed(largest.difference, 1, language)})


def gains_finding(rows: Sequence[Row], measure: str, language: Language) -> str:
    """Which groups have more and which have less, where it can be told."""
    groups = [row for row in rows if row.known][1:]
    up = [row.label for row in groups if row.verdict == "higher"]
    down = [row.label for row in groups if row.verdict == "lower"]
    values = {
        "measure": measure, "clear": str(len(up) + len(down)), "count": str(len(groups)),
        "up": _named(up, language), "down": _named(down, language),
    }
    if up and down:
        return say("finding.gains.split", language, values)
    if up or down:
        return say("finding.gains.all_up" if up else "finding.gains.all_down", language, values)
    return say("finding.gains.cannot_tell", language, values)


def _largest(rows: Sequence[Row]) -> Row | None:
    clear = [row for row in rows if row.clear and row.difference is not None]
    return max(clear, key=lambda row: abs(row.difference or 0.0), default=None)


def _share(paths: PhasePaths, phase: Phase, language: Language) -> str:
    share = float(paths.mean[int(phase), -_MONTHS_AT_THE_END:].mean())
    return f"{number(100 * share, 1, language)}{THIN}%"


def _named(labels: Sequence[str], language: Language) -> str:
    words = [label[:1].lower() + label[1:] for label in labels[:_NAMED_GROUPS]]
    if len(labels) > _NAMED_GROUPS:
        words.append(say("word.list_more", language, {"count": str(len(labels) - _NAMED_GROUPS)}).removeprefix(
            f"{say('word.and', language)} "))
    return joined(words, language) if words else capital("")
