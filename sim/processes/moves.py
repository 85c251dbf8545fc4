"""The only ways to change someone's standing, benefit or phase, and to make a state jump: set the columns, log why."""

from __future__ import annotations

import numpy as np

from sim.arrays import only, real
from sim.population.citizens import Citizens
from sim.population.columns import F32, Rows
from sim.processes.now import Now
from sim.vocabulary import SUCCESSORS, Benefit, Cause, EventKind, Standing, TurningPoint, Decision

_KINDS = np.array(len(Standing), dtype=np.int64)
_LAWFUL = np.zeros((len(Standing), len(Standing)), dtype=np.bool_)
for _previous, _next in SUCCESSORS.items():
    _LAWFUL[_previous, [int(s) for s in _next]] = True
    _LAWFUL[_previous, _previous] = True

_NONE, _FULL, _HALF = real(0.0), real(1.0), real(0.5)
_LEAST_JUMP = real(3.0)
"""A jump is at least this many times the person's usual weekly change (form, model section 3)."""


def move(c: Citizens, now: Now, rows: Rows, new: Standing | np.ndarray, cause: Cause | np.ndarray) -> None:
    """Change the standing of ``rows``, log it, and refuse an unlawful move.

    Raises:
        AssertionError: when a standing may not follow the present one; that is a fault of the model, not of a user.
    """
    if not len(rows):
        return
    previous = c.standing[rows]
    current = np.empty(len(rows), dtype=np.uint8)
    current[...] = new
    assert _LAWFUL.take(previous * _KINDS + current).all(), (
        f"unlawful move {set(zip(previous.tolist(), current.tolist(), strict=True))}"
    )
    changed = previous != current
    if np.count_nonzero(changed) < len(rows):
        rows, previous, current = only(rows, changed), only(previous, changed), only(current, changed)
        cause = cause[changed] if isinstance(cause, np.ndarray) else cause
    c.standing[rows] = current
    c.standing_since[rows] = now.week
    now.log.add(now.week, EventKind.STANDING, c.citizen[rows], previous=previous, current=current, cause=cause)


def change_benefit(c: Citizens, now: Now, rows: Rows, new: Benefit | np.ndarray, cause: Cause) -> None:
    """Change the benefit of ``rows`` and log it."""
    if not len(rows):
        return
    previous = c.benefit[rows]
    current = np.empty(len(rows), dtype=np.uint8)
    current[...] = new
    changed = previous != current
    rows, previous, current = only(rows, changed), only(previous, changed), only(current, changed)
    c.benefit[rows] = current
    c.benefit_since[rows] = now.week
    now.log.add(now.week, EventKind.BENEFIT, c.citizen[rows], previous=previous, current=current, cause=cause)


def resting_standing(c: Citizens, rows: Rows) -> np.ndarray:
    """The standing of someone on benefit with no offer running: plain benefit, resource course, or flexjob waiting."""
    benefit = c.benefit[rows]
    rest = np.full(len(rows), int(Standing.BENEFIT), dtype=np.uint8)
    rest[benefit == Benefit.RESOURCE_COURSE] = Standing.RESOURCE_COURSE
    rest[benefit == Benefit.FLEXJOB_ALLOWANCE] = Standing.FLEXJOB_WAITING
    return rest


def nudge(column: F32, rows: Rows, amount: F32 | float) -> None:
    """Add to a 0-1 column at ``rows`` and keep it within 0 and 1."""
    if not len(rows):
        return
    moved = column[rows]
    moved += amount
    np.maximum(moved, _NONE, out=moved)
    np.minimum(moved, _FULL, out=moved)
    column[rows] = moved


def approach(column: F32, rows: Rows, level: F32 | float, pace: F32 | float) -> None:
    """Move a 0-1 column at ``rows`` by the share ``pace`` of its distance to ``level``."""
    there = column[rows]
    there += (level - there) * pace
    column[rows] = there


def turn(
    c: Citizens,
    now: Now,
    rows: Rows,
    kind: TurningPoint,
    touched: tuple[tuple[F32, float], ...],
    *,
    agent: np.ndarray | int = -1,
    cause: Cause | np.ndarray = Cause.NONE,
) -> None:
    """A candidate turning point for ``rows``: each touched state jumps by its weight, up or down by the kind's sign.

    ``touched`` pairs a 0-1 column with a weight above 0 (1 is the usual jump). The jump is drawn between half and one
    and a half times the usual size, and in no touched state is it less than three times the person's usual weekly
    change.
    """
    if not len(rows):
        return
    size, least = now.draws.uniform(Decision.JUMP, c.luck[rows], int(kind)), c.usual_change[rows]
    size += _HALF
    size *= real(now.settings.person.jump)
    least *= _LEAST_JUMP
    on, upward = now.settings.mechanisms.turning_points, kind.upward
    most, largest = 0.0, least
    for column, weight in touched:
        jump = np.maximum(size * real(weight), least)
        if not upward:
            np.negative(jump, jump)
        if now.withheld is not None:
            jump *= now.withheld.jumps(c, rows, kind)  # time is spent, but nothing jumps
        if on:
            nudge(column, rows, jump)
        if weight > most:
            most, largest = weight, jump
    now.log.add(
        now.week, EventKind.TURNING_POINT, c.citizen[rows], agent=agent, current=int(kind), cause=cause, amount=largest
    )
