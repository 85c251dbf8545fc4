"""Motivation orientations and identities fade toward rest; agency is read off (S4 chapters 3-5)."""

from __future__ import annotations

import numpy as np

from sim.arrays import put, real
from sim.curves import half_life
from sim.population.citizens import Citizens
from sim.population.columns import F32, Rows
from sim.processes.now import Now
from sim.vocabulary import Agency, Identity, IdentityFork, Orientation

FORTNIGHT = 2
_FULL_PLAN = real(0.15)
"""A plan with which people apply as often as their power to act says; the usual one is weaker (form, grade E)."""
_ORIENTATION_REST, _LEANING_REST = real(0.4), real(0.2)
_ACTIVE, _PASSIVE, _PARALYSED = real(0.5), real(0.36), real(0.42)
"""Levels of rest; power to act of the active and the passive, and under which overload paralyses (form, grade E)."""


def guided(c: Citizens, now: Now) -> F32 | np.float32:
    """What a plan made with the caseworker does to applying, relative to a full plan; citizens."""
    if not now.settings.mechanisms.guidance:
        return real(1)
    share = real(now.settings.casework.guidance)
    return np.asarray((real(1) - share) + (share / _FULL_PLAN) * c.guidance, dtype=np.float32)


def fight(c: Citizens, now: Now, rows: Rows) -> F32:
    """How far each of ``rows`` answers a stressor by resisting (1) rather than adapting (0).

    S4 does not explain the fork: power to act decides, or under the switch a fixed leaning of the person.
    """
    own = c.fork[rows] if now.settings.person.identity_fork == IdentityFork.COIN else c.drive[rows]
    return np.asarray(own, dtype=np.float32)


def fade(c: Citizens, now: Now) -> None:
    """What fed or starved an orientation, or leaned someone toward an identity, fades: two weeks at a time."""
    gap = _ORIENTATION_REST - c.orientation
    gap *= real(half_life(now.settings.person.motivation_half_life / FORTNIGHT))
    c.orientation += gap
    c.guidance *= real(1) - real(half_life(now.settings.casework.guidance_half_life / FORTNIGHT))
    lean = _LEANING_REST - c.leaning
    lean *= real(half_life(now.settings.person.identity_half_life / FORTNIGHT))
    c.leaning += lean


def act(c: Citizens, now: Now) -> None:
    """Power to act from belief, self-worth, direction, motivation, coping; damped by overload and a client's role."""
    person = now.settings.person
    total = real(person.drive_belief) * c.belief
    total += real(person.drive_self_worth) * c.self_worth
    total += real(person.drive_direction) * c.direction
    total += real(person.drive_coping) * c.coping
    if now.settings.mechanisms.motivation:
        total += real(person.drive_motivation / len(Orientation)) * np.add.reduce(c.orientation, axis=0)
    else:
        total += real(person.drive_motivation) * _ORIENTATION_REST
    total *= real(0.55) + real(0.6) * c.room
    if now.settings.mechanisms.identity:
        total -= real(0.12) * (c.leaning[Identity.CLIENT] - _LEANING_REST)
        total += real(0.08) * (c.leaning[Identity.CO_CREATOR] - _LEANING_REST)
    np.maximum(total, real(0), out=total)
    np.minimum(total, real(1), out=c.drive)
    agency = np.subtract(int(Agency.INACTIVE), c.drive > _PASSIVE, dtype=np.uint8)
    agency -= c.drive > _ACTIVE
    stuck = (c.overload_weeks > 3) & (c.drive < _PARALYSED)
    put(agency, stuck, Agency.PARALYSED)
    c.agency[:] = agency


def identify(c: Citizens) -> None:
    """The strongest leaning is the identity toward the system."""
    co, client, opponent = c.leaning
    identity = (client > co).view(np.uint8)
    put(identity, opponent > np.maximum(client, co), Identity.OPPONENT)
    c.identity[:] = identity
