"""Which assumptions the model rests on, by evidence grade, read from the parameters themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from sim.errors import Text
from sim.scenario.facts import facts_of
from sim.scenario.parameter import Fact, Grade
from sim.scenario.settings import Settings

GRADES: tuple[Grade, ...] = get_args(Grade)
WEAK: frozenset[Grade] = frozenset(("D", "E"))
"""Grades that rest on judgement: a conclusion that hangs on these is said to do so."""

_ASSUMED = frozenset(("input", "fitted", "prior", "switch"))
"""Roles that claim something about the world. A lever or a size is a choice, not a claim."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """One parameter as a reader needs it."""

    key: str
    label: Text
    grade: Grade
    role: str
    source: str


@dataclass(frozen=True, slots=True)
class Assumptions:
    """All assumptions: how many of each grade, and those of weak grade that the comparison touches."""

    counts: Mapping[Grade, int]
    changed: tuple[Assumption, ...]
    sensitive: tuple[Assumption, ...]

    @property
    def total(self) -> int:
        """How many assumptions there are."""
        return sum(self.counts.values())

    @property
    def weak_share(self) -> float:
        """Share of assumptions that rest on judgement (grade D or E), 0 when there are none."""
        weak = sum(self.counts[grade] for grade in WEAK)
        return weak / self.total if self.total else 0.0


def assumptions(changed: Iterable[str], sensitive: Iterable[str]) -> Assumptions:
    """Gather the assumptions of the catalogue.

    Args:
        changed: keys of settings that the compared scenarios change.
        sensitive: keys to which the answer is known to be sensitive, most important first; empty when unknown.
    """
    facts = facts_of(Settings)
    counts = Counter(fact.grade for fact in facts.values() if fact.role in _ASSUMED)
    return Assumptions(
        counts={grade: counts[grade] for grade in GRADES},
        changed=_weak(facts, dict.fromkeys(changed)), sensitive=_weak(facts, dict.fromkeys(sensitive)),
    )


def all_assumptions() -> tuple[Assumption, ...]:
    """Every parameter of the catalogue, choices and sizes too, in its order; for the workbook."""
    return tuple(_assumption(key, fact) for key, fact in facts_of(Settings).items())


def _weak(facts: Mapping[str, Fact], keys: Iterable[str]) -> tuple[Assumption, ...]:
    """Those of the keys that are of grade D or E; keys the catalogue does not know are from another version."""
    return tuple(_assumption(key, facts[key]) for key in keys if key in facts and facts[key].grade in WEAK)


def _assumption(key: str, fact: Fact) -> Assumption:
    return Assumption(key, Text(fact.da, fact.en), fact.grade, fact.role, fact.source)
