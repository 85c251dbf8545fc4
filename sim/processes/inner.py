"""Inner states drift: health, load, room to move, coping, self-worth, belief, direction (S4 L930-1029, L1846-1897)."""

from __future__ import annotations

import numpy as np

from sim.curves import saturating, smooth_step
from sim.population.citizens import Citizens
from sim.population.columns import F32, Bool
from sim.population.town import Town
from sim.processes.now import Now
from sim.scenario.settings import Settings
from sim.vocabulary import DurationSource, Orientation, Problem

_F = np.float32
FORTNIGHT = 2
_EROSION = {DurationSource.DRIFT: 1.6, DurationSource.MIDDLE: 1.0, DurationSource.SORTING: 0.2}
_MENTOR_CARRIES, _SERVICE_CARRIES, _TRUST_CARRIES = _F(0.35), _F(0.25), _F(0.2)
_USUAL_PACE = _F(0.05)
_TREND_PACE = _F(0.1)
_REJECTION_FADES = _F(0.96)
_OVERLOAD_LEFT = _F(0.95)
"""Shares of usable support; pace of the usual change and of the trend of self-worth and belief; weekly fading of
rejections; how far under capacity load must be
before overload counts as over (all grade E)."""


def weigh_load(c: Citizens, now: Now) -> None:
    """Health, load, and the room to move that coping and usable support leave; weeks of overload."""
    person, problem = now.settings.person, c.problem
    health = problem[Problem.MENTAL] * _F(-0.5)
    health -= problem[Problem.PAIN] * _F(0.4)
    health -= problem[Problem.SUBSTANCE] * _F(0.3)
    health += _F(1.0)
    np.maximum(health, _F(0.05), out=c.health)
    np.add.reduce(problem, axis=0, out=c.load)
    support = c.net_support + c.net_help
    support *= _F(0.4)
    support += _TRUST_CARRIES * c.trust
    support += _SERVICE_CARRIES * (c.service > 0)
    if now.settings.mechanisms.personal_mentor:
        support += _MENTOR_CARRIES * (c.mentor_until >= now.week)
    np.minimum(support, _F(1), out=support)
    carries = c.coping * _F(person.coping_reach)
    support *= _F(person.support_reach)
    carries += support
    np.multiply(smooth_step((carries - c.load) * _F(person.load_steepness)), _F(1), out=c.room)
    over = c.load > carries
    still = c.load > carries * _OVERLOAD_LEFT
    weeks = c.overload_weeks
    weeks += over & (weeks < 200)
    weeks *= over | (still & (weeks > 0))


def drift(town: Town, now: Now, supported: Bool, working: Bool) -> None:
    """Two weeks' move of coping, self-worth, belief and direction toward the levels life and surroundings carry."""
    c, person, on = town.citizens, now.settings.person, now.settings.mechanisms
    inner = c.self_worth + c.belief
    before = inner + c.direction
    eroded = now.of(_eroded, c.town) if on.erosion else _F(0)
    wear = saturating(c.support_weeks.astype(np.float32), person.erosion_half)
    wear *= eroded
    wear *= supported
    # Ties who knew the person before slow the wear (S4 L1853-1861).
    slowed = wear * (_F(1.15) - _F(0.4) * c.net_support)
    _self_worth(c, now, slowed, supported, working)
    _belief(c, now, slowed, working)
    _direction(c, now, working)
    _coping(c, now, working)
    c.rejections *= _REJECTION_FADES * _REJECTION_FADES
    change = c.self_worth + c.belief
    np.subtract(change, inner, out=inner)
    inner *= _F(1.0 / FORTNIGHT)
    inner -= c.inner_trend
    inner *= _F(FORTNIGHT) * _TREND_PACE
    c.inner_trend += inner
    change += c.direction
    change -= before
    np.abs(change, out=change)
    change *= _F(1.0 / (3.0 * FORTNIGHT))
    change -= c.usual_change
    change *= _F(FORTNIGHT) * _USUAL_PACE
    c.usual_change += change


def _eroded(own: Settings) -> float:
    return own.person.erosion * _EROSION[own.person.duration_source]


def _toward(column: F32, level: F32, pace: float) -> None:
    """Move a column toward its level; levels are kept within 0 and 1, so the column is too."""
    np.maximum(level, _F(0), out=level)
    np.minimum(level, _F(1), out=level)
    level -= column
    level *= _F(min(FORTNIGHT * pace, 1.0))
    column += level


def _self_worth(c: Citizens, now: Now, wear: F32, supported: Bool, working: Bool) -> None:
    person = now.settings.person
    level = c.self_worth_base - wear
    level -= _F(person.stigma) * supported
    level += _F(now.settings.network.self_worth_support) * c.net_support
    level += _F(person.work_self_worth) * working
    level += _F(0.12) * c.trust
    level -= _F(0.01) * c.rejections
    level -= _F(0.12) * (_F(0.5) - c.room)
    _toward(c.self_worth, level, person.self_worth_pace)


def _belief(c: Citizens, now: Now, wear: F32, working: Bool) -> None:
    level = c.belief_base - wear
    level += _F(0.3) * (c.health - _F(0.75))
    level += _F(0.25) * (c.orientation[Orientation.MASTERY] - _F(0.4))
    level += _F(0.2) * (c.self_worth - _F(0.5))
    level += _F(0.25) * working
    _toward(c.belief, level, now.settings.person.belief_pace)


def _direction(c: Citizens, now: Now, working: Bool) -> None:
    level = _F(0.3) * c.orientation[Orientation.DIRECTION]
    level += _F(0.13)
    level += _F(0.12) * c.knowledge
    level += _F(0.3) * (c.purpose * c.at_work)
    level += _F(0.2) * c.room
    level += _F(0.2) * c.momentum
    level += _F(0.15) * working
    _toward(c.direction, level, now.settings.person.direction_pace)


def _coping(c: Citizens, now: Now, working: Bool) -> None:
    level = c.coping_base + _F(0.15) * (c.net_help - _F(0.6))
    level += _F(0.1) * working
    level -= _F(0.12) * (_F(0.5) - c.room)
    _toward(c.coping, level, now.settings.person.coping_pace)
