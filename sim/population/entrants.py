"""What an entering citizen is like: traits with the joint marks of the Danish activity-ready (facts A12, C6-C9)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.draws import ENTRY_WEEK, WeekDraws
from sim.population.citizens import Citizens
from sim.population.columns import F32, I16, Bool, Rows
from sim.population.given import Given
from sim.scenario.own import Own
from sim.scenario.settings import Settings
from sim.vocabulary import Decision, DurationSource, Occupation, Problem

_SPREAD = {DurationSource.DRIFT: 0.5, DurationSource.MIDDLE: 1.0, DurationSource.SORTING: 1.5}
"""How much of heterogeneity people differ by, by the source of duration dependence (trait, grade E)."""


@dataclass(frozen=True, slots=True)
class Traits:
    """Draws for a group of entrants: ``u(k)`` uniform, ``z(k)`` bell-shaped, one independent number per trait ``k``."""

    block: F32

    def u(self, part: int) -> F32:
        """Uniform numbers for trait ``part`` (0-99)."""
        return np.asarray(self.block[part], dtype=np.float32)

    def z(self, part: int) -> F32:
        """Roughly normal numbers for trait ``part`` (100 and up, uses four parts): a sum of four uniforms."""
        return np.asarray(
            (self.block[part : part + 4].sum(axis=0) - np.float32(2.0)) * np.float32(1.7320508), dtype=np.float32
        )


_PARTS = 160
"""Draws per entrant."""
_MIDDLE_AGE = 39.0
"""Mean age of entrants, around which older ones have more bodily wear (trait, grade E)."""


def endow(
    citizens: Citizens,
    rows: Rows,
    resource_course: Bool,
    week: int | I16,
    own: Own,
    given: Given,
) -> None:
    """Give the entrants in ``rows`` their lasting traits and starting states.

    ``resource_course`` marks those who enter on a resource course: older, more illness, fewer hours. What is ``given``
    takes the place of what is drawn, stage by stage, so that later traits are drawn for the person as known.
    """
    settings = own.common
    traits = Traits(WeekDraws(ENTRY_WEEK).block(Decision.ENTRY, citizens.luck[rows], _PARTS))
    _age(citizens, rows, resource_course, week, traits, settings)
    given.lay(citizens, rows)
    _demography(citizens, rows, week, traits, settings)
    given.lay(citizens, rows)
    _wishes(citizens, rows, traits, settings)
    _conditions(citizens, rows, resource_course, traits, settings)
    given.lay(citizens, rows)
    _ability(citizens, rows, resource_course, traits)
    given.lay(citizens, rows)
    _ease(citizens, rows, traits)
    given.lay(citizens, rows)
    _levels(citizens, rows, resource_course, traits, own)
    given.lay(citizens, rows)
    _problems(citizens, rows, resource_course, traits, settings)
    given.lay(citizens, rows)
    # A problem known to be small has no large chronic level behind it; among those drawn none has.
    citizens.problem_floor[:, rows] = np.minimum(citizens.problem_floor[:, rows], citizens.problem[:, rows])


def _age(c: Citizens, rows: Rows, resource_course: Bool, week: int | I16, t: Traits, settings: Settings) -> None:
    """How old entrants are."""
    young = t.u(0) < np.where(resource_course, 0.12, settings.town.share_under_30)
    older = 30.0 + 32.0 * np.minimum(t.u(1), t.u(2) * 0.3 + t.u(1) * 0.7)
    age = np.where(young, 18.0 + 12.0 * t.u(1), older)
    c.born[rows] = week - age * 52.0


def _demography(c: Citizens, rows: Rows, week: int | I16, t: Traits, settings: Settings) -> None:
    """Gender, children, a partner's income, language, training and trade."""
    town = settings.town
    young = c.born[rows] > np.asarray(week - 30 * 52, dtype=np.float32)
    c.female[rows] = t.u(3) < 0.5
    c.children[rows] = np.where(t.u(4) < 0.35, 1 + (t.u(5) * 3.0), 0).astype(np.uint8)
    c.partner_income[rows] = t.u(6) < town.provider_income * np.where(young, 0.5, 1.2)
    c.language[rows] = np.where(t.u(7) < 0.15, 0.3 + 0.5 * t.u(8), 1.0)
    # The young have had less time to train; the older share is raised so that the total keeps its mark.
    under = town.share_under_30
    c.trained[rows] = t.u(9) < np.where(
        young, town.trained * 0.5, town.trained * (1 - 0.5 * under) / max(1 - under, 0.01)
    )
    c.trade[rows] = (t.u(10) * len(Occupation)).astype(np.uint8)


def _wishes(c: Citizens, rows: Rows, t: Traits, settings: Settings) -> None:
    same = t.u(11) < settings.town.same_wish
    c.wish[rows] = np.where(same, c.trade[rows], (t.u(12) * len(Occupation)).astype(np.uint8))
    c.hidden_strength[rows] = (t.u(13) * len(Occupation)).astype(np.uint8)


def _conditions(c: Citizens, rows: Rows, resource_course: Bool, t: Traits, settings: Settings) -> None:
    """Chronic conditions, which cluster in the same people and come with age (facts A12)."""
    town = settings.town
    frailty = t.z(100)  # a common cause, so that conditions cluster in the same people
    age = (c.entered[rows] - c.born[rows]) / np.float32(52.0)
    old = np.clip((age - _MIDDLE_AGE) / 20.0, -1, 1)
    c.chronic_mental[rows] = t.u(20) < np.clip(town.psychiatric * (1 + 0.2 * frailty) + 0.15 * resource_course, 0, 1)
    c.chronic_pain[rows] = t.u(21) < np.clip(town.musculoskeletal * (1 + 0.5 * old) + 0.2 * resource_course, 0, 1)
    c.chronic_other[rows] = t.u(22) < np.clip(0.22 * (1 + 0.3 * frailty), 0, 1)


def _ability(c: Citizens, rows: Rows, resource_course: Bool, t: Traits) -> None:
    """What the conditions leave of working hours, and what they ask of a workplace."""
    frailty = t.z(100)
    mental, pain, other = c.chronic_mental[rows], c.chronic_pain[rows], c.chronic_other[rows]
    c.anxious[rows] = t.u(23) < np.where(mental, 0.5, 0.1)
    c.over_committer[rows] = t.u(24) < 0.15
    lost = 15.0 * mental * t.u(25) + 13.0 * pain * t.u(26) + 8.0 * other * t.u(27) + 3.0 * np.maximum(frailty, 0)
    hours = (36.0 - lost) * np.where(resource_course, 0.2 + 0.5 * t.u(28), 1.0)
    c.hours_possible[rows] = np.clip(hours, 1.0, 37.0)
    need = 0.1 + 0.35 * mental * t.u(29) + 0.4 * pain * t.u(30) + 0.2 * other * t.u(31) + 0.1 * resource_course
    c.accommodation_need[rows] = np.clip(need, 0, 1)


def _ease(c: Citizens, rows: Rows, t: Traits) -> None:
    """Social ease."""
    c.sociability[rows] = np.clip(0.55 + 0.18 * t.z(104) - 0.12 * c.anxious[rows], 0, 1)


def _spread(settings: Settings) -> float:
    return settings.town.heterogeneity * _SPREAD[settings.person.duration_source]


def _levels(c: Citizens, rows: Rows, resource_course: Bool, t: Traits, own: Own) -> None:
    """Lasting levels of coping, self-worth, belief and skill, and where motivation and identity begin."""
    spread = own.of(_spread, c.town[rows])
    shared = t.z(108)
    ill = 0.05 * c.chronic_mental[rows] + 0.03 * c.chronic_pain[rows] + 0.06 * resource_course

    def level(mean: float, part: int) -> F32:
        lot = 0.6 * shared + 0.8 * t.z(part)
        return np.asarray(np.clip(mean + spread * lot - ill, 0.02, 0.98), dtype=np.float32)

    c.coping_base[rows] = level(0.56, 112)
    c.self_worth_base[rows] = level(0.58, 116)
    c.belief_base[rows] = level(0.55, 120)
    c.skill[rows] = np.clip(level(0.5, 124) + 0.12 * c.trained[rows] - 0.15 * (1 - c.language[rows]), 0, 1)
    c.fork[rows] = t.u(40)
    c.coping[rows] = c.coping_base[rows]
    c.self_worth[rows] = c.self_worth_base[rows]
    c.belief[rows] = c.belief_base[rows]
    c.direction[rows] = np.clip(0.2 + 0.35 * t.u(41), 0, 1)
    c.orientation[:, rows] = np.stack([0.25 + 0.4 * t.u(42 + k) for k in range(5)])
    c.leaning[:, rows] = np.stack([0.1 + 0.25 * t.u(47 + k) for k in range(3)])


def _problems(c: Citizens, rows: Rows, resource_course: Bool, t: Traits, settings: Settings) -> None:
    """Chronic levels of the problems, and what comes on top of them at the start."""
    floor = settings.life.chronic_floor
    c.problem_floor[Problem.MENTAL, rows] = floor * c.chronic_mental[rows] * (0.6 + 0.8 * t.u(60))
    c.problem_floor[Problem.PAIN, rows] = floor * c.chronic_pain[rows] * (0.6 + 0.8 * t.u(61))
    c.problem_floor[Problem.SUBSTANCE, rows] = floor * (t.u(62) < 0.12) * (0.4 + 0.6 * t.u(63))
    c.problem_floor[Problem.DEBT, rows] = floor * (t.u(64) < 0.35) * (0.3 + 0.5 * t.u(65))
    for problem in Problem:
        extra = np.maximum(t.u(70 + problem) - 0.55, 0) * (0.6 + 0.4 * resource_course)
        severity = c.problem_floor[problem, rows] + extra
        c.problem_floor[problem, rows] = np.clip(c.problem_floor[problem, rows], 0, 0.95)
        c.problem[problem, rows] = np.clip(severity, 0, 1)
