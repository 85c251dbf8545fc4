"""Every closed set of words in the project: fixed codes, Danish and English labels, plain meanings."""

from __future__ import annotations

from sim.vocabulary.agents import (
    CaseStage, CaseworkerCondition, CaseworkerKind, Channel, Disposition, FirmCondition, NetworkCondition,
    Occupation, Response, Sector, Service, TieKind,
)
from sim.vocabulary.decisions import Decision
from sim.vocabulary.events import Cause, EventKind, Family, TurningPoint
from sim.vocabulary.gate import ABSENT, ABSENT_BY_BROKER, Gate
from sim.vocabulary.happenings import Happening
from sim.vocabulary.phase import ON_SUPPORT_PHASES, Agency, Identity, Orientation, Phase, Problem
from sim.vocabulary.policy import (
    ChangeLossSplit, DurationShape, DurationSource, Handover, IdentityFork, MentorPay, OpenDoor, Order, PriorityRule,
)
from sim.vocabulary.standing import (
    FINAL, IN_WORK, ON_SUPPORT, ORDINARY_JOB, PLACEMENTS, SUCCESSORS, Benefit, Standing,
)
from sim.vocabulary.words import LANGUAGES, Language, Word

__all__ = [
    "ABSENT", "ABSENT_BY_BROKER", "FINAL", "IN_WORK", "LANGUAGES", "ON_SUPPORT", "ON_SUPPORT_PHASES", "ORDINARY_JOB", "PLACEMENTS", "SUCCESSORS",
    "Agency", "Benefit", "CaseStage", "CaseworkerCondition", "CaseworkerKind", "Cause", "ChangeLossSplit", "Channel",
    "Decision", "Disposition", "DurationShape", "DurationSource", "EventKind", "Family", "FirmCondition", "Gate",
    "Handover", "Happening", "Identity",
    "IdentityFork", "Language", "MentorPay", "NetworkCondition", "Occupation", "OpenDoor", "Order", "Orientation",
    "Phase", "PriorityRule", "Problem", "Response", "Sector", "Service", "Standing", "TieKind", "TurningPoint", "Word",
]
