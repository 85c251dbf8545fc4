"""Inner states drift: health, load, room to move, coping, self-worth, belief, direction (S4 L930-1029, L1846-1897)."""

from __future__ import annotations

import numpy as np

from sim.arrays import real
from sim.curves import saturating, smooth_step
from sim.population.citizens import Citizens
from sim.population.columns import F32, Bool
from sim.population.town import Town
from sim.processes.now import Now
from sim.scenario.settings import Settings
from sim.vocabulary import DurationSource, Orientation, Problem

FORTNIGHT = 2
_EROSION = {DurationSource.DRIFT: 1.6, DurationSource.MIDDLE: 1.0, DurationSource.SORTING: 0.2}
_USUAL_PACE = real(0.05)
_TREND_PACE = real(0.1)
_REJECTION_FADES = real(0.96)
_OVERLOAD_LEFT = real(0.95)
"""How much of erosion runs through time by source of duration dependence; pace of the usual change and of the trend of
self-worth and belief; weekly fading of rejections; how far under capacity load must be before overload counts as over
(form, grade E)."""


def weigh_load(c: Citizens, now: Now) -> None:
    """Health, load, and the room to move that coping and usable support leave; weeks of overload."""
    person, problem = now.settings.person, c.problem
    health = problem[Problem.MENTAL] * real(-0.5)
    health -= problem[Problem.PAIN] * real(0.4)
    health -= problem[Problem.SUBSTANCE] * real(0.3)
    health += real(1.0)
    np.maximum(health, real(0.05), out=c.health)
    np.add.reduce(problem, axis=0, out=c.load)
    support = c.net_support + c.net_help
    support *= real(person.network_carries)
    support += real(person.trust_carries) * c.trust
    support += real(person.service_carries) * (c.service > 0)
    if now.settings.mechanisms.personal_mentor:
        support += real(person.mentor_carries) * (c.mentor_until >= now.week)
    np.minimum(support, real(1), out=support)
    carries = c.coping * real(person.coping_reach)
    support *= real(person.support_reach)
    carries += support
    np.multiply(smooth_step((carries - c.load) * real(person.load_steepness)), real(1), out=c.room)
    over = c.load > carries
    still = c.load > carries * _OVERLOAD_LEFT
    weeks = c.overload_weeks
    weeks += over & (weeks < 200)
    weeks *= over | (still & (weeks > 0))


def drift(town: Town, now: Now, supported: Bool, working: Bool) -> None:
    """Two weeks' move of coping, self-worth, belief and direction toward the levels life and surroundings carry."""
    c, person, on = town.citizens, now.settings.person, now.settings.mechanisms
    on_support, in_work = supported.astype(np.float32), working.astype(np.float32)
    inner = c.self_worth + c.belief
    before = inner + c.direction
    eroded = now.of(_eroded, c.town) if on.erosion else real(0)
    wear = saturating(c.support_weeks.astype(np.float32), person.erosion_half)
    wear *= eroded
    wear *= on_support
    # Ties who knew the person before slow the wear (S4 L1853-1861).
    slowed = wear * (real(1.15) - real(0.4) * c.net_support)
    _self_worth(c, now, slowed, on_support, in_work)
    _belief(c, now, slowed, in_work)
    _direction(c, now, in_work)
    _coping(c, now, in_work)
    c.rejections *= _REJECTION_FADES * _REJECTION_FADES
    change = c.self_worth + c.belief
    np.subtract(change, inner, out=inner)
    inner *= real(1.0 / FORTNIGHT)
    inner -= c.inner_trend
    inner *= real(FORTNIGHT) * _TREND_PACE
    c.inner_trend += inner
    change += c.direction
    change -= before
    np.abs(change, out=change)
    change *= real(1.0 / (3.0 * FORTNIGHT))
    change -= c.usual_change
    change *= real(FORTNIGHT) * _USUAL_PACE
    c.usual_change += change


def _eroded(own: Settings) -> float:
    return own.person.erosion * _EROSION[own.person.duration_source]


def _toward(column: F32, level: F32, pace: float) -> None:
    """Move a column toward its level; levels are kept within 0 and 1, so the column is too."""
    np.maximum(level, real(0), out=level)
    np.minimum(level, real(1), out=level)
    level -= column
    level *= real(min(FORTNIGHT * pace, 1.0))
    column += level


def _self_worth(c: Citizens, now: Now, wear: F32, supported: F32, working: F32) -> None:
    """Self-worth follows its lasting level, time on benefit, stigma, network, work, trust, rejections and room."""
    person = now.settings.person
    level = c.self_worth_base - wear
    level -= real(person.stigma) * supported
    level += real(now.settings.network.self_worth_support) * c.net_support
    level += real(person.work_self_worth) * working
    level += real(person.trust_self_worth) * c.trust
    level -= real(0.01) * c.rejections
    level -= real(0.12) * (real(0.5) - c.room)
    _toward(c.self_worth, level, person.self_worth_pace)


def _belief(c: Citizens, now: Now, wear: F32, working: F32) -> None:
    """Belief in getting a job follows its lasting level, time on benefit, health, mastery, self-worth and work."""
    person = now.settings.person
    level = c.belief_base - wear
    level += real(0.3) * (c.health - real(0.75))
    level += real(0.25) * (c.orientation[Orientation.MASTERY] - real(0.4))
    level += real(0.2) * (c.self_worth - real(0.5))
    level += real(person.work_belief) * working
    _toward(c.belief, level, person.belief_pace)


def _direction(c: Citizens, now: Now, working: F32) -> None:
    """Direction follows motivation, a case that is known, a placement's purpose, room, momentum and work."""
    level = real(0.3) * c.orientation[Orientation.DIRECTION]
    level += real(0.13)
    level += real(0.12) * c.knowledge
    level += real(0.3) * (c.purpose * c.at_work)
    level += real(0.2) * c.room
    level += real(0.2) * c.momentum
    level += real(0.15) * working
    _toward(c.direction, level, now.settings.person.direction_pace)


def _coping(c: Citizens, now: Now, working: F32) -> None:
    """Coping follows its lasting level, everyday help, work and room."""
    level = c.coping_base + real(0.15) * (c.net_help - real(0.6))
    level += real(0.1) * working
    level -= real(0.12) * (real(0.5) - c.room)
    _toward(c.coping, level, now.settings.person.coping_pace)
