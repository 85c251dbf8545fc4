"""What each figure on pathways shows, in a sentence made from its own numbers."""

from __future__ import annotations

import numpy as np

from sim.outcomes.cross_sections import Gap, gap
from sim.outcomes.twins import Twin
from sim.views.numbers import THIN, number, signed
from sim.views.palette import ORDER
from sim.views.pathway_sides import Sides
from sim.views.texts import say
from sim.vocabulary import Language

_WEEKS_A_QUARTER = 13
"""What "at the end" means: the last quarter, since single weeks jump."""


def spread_finding(sides: Sides, language: Language) -> str:
    """The commonest state at the end, or the largest difference there."""
    ends = sides.sections.shares[:, :, -_WEEKS_A_QUARTER:].mean(axis=2)
    words = list(sides.base.words)
    if sides.other_sections is None:
        share = ends.mean(axis=0)
        most = int(np.nanargmax(share))
        return say("pathways.spread.finding", language, {
            "share": percent(float(share[most]), language), "state": words[most].label(language)})
    found = gap(ends, sides.other_sections.shares[:, :, -_WEEKS_A_QUARTER:].mean(axis=2))
    most = _strongest(found)
    return say("pathways.spread.finding.two", language, {
        "state": words[most].label(language), "difference": signed(100 * float(found.mean[most]), 1, language),
        "sure": _sure(bool(found.clear[most]), language)})


def index_finding(sides: Sides, shown: int, language: Language) -> str:
    """How many lines are shown, or how often the same person is elsewhere."""
    if sides.twins is None:
        first = ORDER[sides.base.words][0]
        return say("pathways.index.finding", language, {
            "shown": number(shown, 0, language), "state": first.label(language)})
    shares = sides.twins.shares()
    return say("pathways.index.finding.two", language, {
        twin.name.lower(): percent(shares[twin], language) for twin in (Twin.ALIKE, Twin.NEARER, Twin.FURTHER)})


def rates_finding(sides: Sides, language: Language) -> str:
    """The commonest move, or the one that changes most clearly."""
    words = list(sides.base.words)
    if sides.other_sections is None:
        known = np.nan_to_num(sides.sections.moves).mean(axis=0)
        origin, target = np.unravel_index(int(np.argmax(known)), known.shape)
        rate = number(float(known[origin, target]), 1, language)
        key = "pathways.rates.finding"
    else:
        found = gap(sides.sections.moves, sides.other_sections.moves)
        if not found.clear.any():
            return say("pathways.rates.none", language)
        origin, target = np.unravel_index(_strongest(found), found.mean.shape)
        rate, key = signed(float(found.mean[origin, target]), 1, language), "pathways.rates.finding.two"
    return say(key, language, {
        "origin": words[int(origin)].label(language), "target": words[int(target)].label(language), "rate": rate})


def time_finding(sides: Sides, language: Language) -> str:
    """Where most time is spent, or where it changes most clearly."""
    words = list(sides.base.words)
    if sides.other_sections is None:
        weeks = sides.sections.mean_time.mean(axis=0)
        most = int(np.argmax(weeks))
        return say("pathways.time.finding", language, {
            "weeks": number(float(weeks[most]), 0, language), "state": words[most].label(language)})
    found = gap(sides.sections.mean_time, sides.other_sections.mean_time)
    if not found.clear.any():
        return say("pathways.time.none", language)
    most = _strongest(found)
    ends = {name: signed(float(value[most]), 1, language) for name, value in (
        ("difference", found.mean), ("low", found.low), ("high", found.high))}
    return say("pathways.time.finding.two", language, {"state": words[most].label(language), **ends})


def entropy_finding(sides: Sides, language: Language) -> str:
    """How mixed the weeks are at both ends, or how far apart the two are at the end."""
    base = sides.sections.entropy
    if sides.other_sections is None:
        mean = np.nanmean(base, axis=0)
        return say("pathways.entropy.finding", language, {
            "first": number(float(mean[0]), 2, language), "last": number(float(mean[-1]), 2, language)})
    ends = [side[:, -_WEEKS_A_QUARTER:].mean(axis=1) for side in (base, sides.other_sections.entropy)]
    found = gap(ends[0], ends[1])
    return say("pathways.entropy.finding.two", language, {
        "difference": signed(float(found.mean), 3, language), "sure": _sure(bool(found.clear), language)})


def percent(share: float, language: Language) -> str:
    """A share in per cent, whole where it is large and with a decimal where it is small."""
    return f"{number(100 * share, 0 if share >= 0.095 else 1, language)}{THIN}%"


def _strongest(found: Gap) -> int:
    """The flat place of the largest clear difference; of the largest, when none is clear."""
    size = np.abs(np.nan_to_num(found.mean))
    return int(np.argmax(np.where(found.clear, size, 0) if found.clear.any() else size))


def _sure(clear: bool, language: Language) -> str:  # noqa: FBT001 - one of two words
    return say("pathways.sure" if clear else "pathways.unsure", language)
