"""Life happens: problems flare and ease, crises strike, people age, move and die. The same in every scenario."""

from __future__ import annotations

import numpy as np

from sim.arrays import real, rows_of
from sim.curves import half_life, saturating, weekly
from sim.population.citizens import Citizens
from sim.population.columns import F32, Bool, Rows
from sim.population.town import ON_SUPPORT_TABLE, Town, standings
from sim.processes.moves import turn
from sim.processes.now import Now
from sim.processes.release import leave
from sim.vocabulary import IN_WORK, Cause, Decision, EventKind, Gate, Problem, TurningPoint

_FLARE_EDGES = np.cumsum(np.array([0.17, 0.09, 0.2, 0.26, 0.1], dtype=np.float32))
_CRISIS_EDGES = np.cumsum(np.array([0.18, 0.1, 0.14, 0.22, 0.06], dtype=np.float32))
"""Which problem a flare or crisis strikes, in the order of Problem; the last is the rest (form, grade E)."""
MONTH = 4
_IN_WORK = standings(*IN_WORK)
_CHRONIC_PULL = 0.45
_USUAL_FIT, _WORTHY, _JOBLESS_HALF, _USUAL_LACK = 0.55, 0.7, 13.0, 0.1
"""Weeks of easing at a time; share of flares that strike where a chronic condition lies; fitting in of most in work;
self-worth under which going without a job is felt, weeks without one until half of it is, and what is felt on average
on benefit (form, grade E)."""


def ease(c: Citizens, now: Now) -> None:
    """Problems drift back to their chronic floor (S4 L817-819), four weeks at a time."""
    pace = real(half_life(now.settings.life.ease_half_life / MONTH))
    gap = c.problem_floor - c.problem
    gap[Problem.MENTAL] += _by_work(c, now)
    _earn(c, now, gap)
    gap *= pace
    c.problem += gap
    np.maximum(c.problem, 0.0, out=c.problem)
    np.minimum(c.problem[Problem.MENTAL], real(1), out=c.problem[Problem.MENTAL])


def _earn(c: Citizens, now: Now, gap: F32) -> None:
    """With a wage debt is paid off below what it lastingly was, the more the more hours (S4 L3144-3160)."""
    share = now.settings.life.wage_eases
    rows = rows_of(_IN_WORK.take(c.standing))
    if share and len(rows):
        paid = np.minimum(c.work_hours[rows] * real(1.0 / 37.0), 1)
        gap[Problem.DEBT, rows] -= real(share) * c.problem_floor[Problem.DEBT, rows] * paid


def _by_work(c: Citizens, now: Now) -> F32:
    """How much a job, or going without one, moves the level toward which mental illness drifts (facts F1-F2).

    In work it is lower, the more so where one fits in. On benefit it is higher for those whose self-worth is low, the
    more the longer it is since the last job; those who hold up keep theirs; a placement holds it off. Chronic levels
    are what is usual on benefit, so a job also takes away what going without one usually adds.
    """
    working, life = _IN_WORK.take(c.standing), now.settings.life
    harm, healing = life.jobless_harm, real(life.work_eases) * working
    if not harm:
        return np.asarray(-healing * c.problem_floor[Problem.MENTAL])
    healing *= real(1.0 - _USUAL_FIT) + c.fit_in
    moved = np.maximum(real(_WORTHY) - c.self_worth, 0)
    moved *= saturating(c.jobless_weeks.astype(np.float32), _JOBLESS_HALF)
    moved *= ON_SUPPORT_TABLE.take(c.standing)
    moved -= real(_USUAL_LACK)
    np.maximum(moved, real(-_USUAL_LACK) * working, out=moved)  # to hold up on benefit heals nobody
    moved *= real(harm) * (working | (ON_SUPPORT_TABLE.take(c.standing) & ~c.at_work))
    moved -= healing * c.problem_floor[Problem.MENTAL]
    return np.asarray(moved)


def strike(town: Town, now: Now) -> None:
    """One draw a person a week decides whether a flare, a crisis, a move or a death comes.

    The chances depend on lasting traits only, so no policy changes who is struck when.
    """
    c, life = town.citizens, now.settings.life
    u = now.draws.uniform(Decision.LIFE, c.luck)
    events = 1.0 if now.settings.mechanisms.life_events else 0.0
    crisis, move, death = (real(weekly(p)) for p in (events * life.crises, life.moves, life.deaths))
    # Flares take the upper end of the draw, so that how common they are never moves a crisis, a move or a death.
    usual = real(events * life.flares / 52.0)
    # Nobody's chance of a flare is higher than that of people with both conditions: the rest need not be looked at.
    most = usual * _flares(np.ones(1, dtype=np.bool_), np.ones(1, dtype=np.bool_))
    struck = rows_of(((u >= real(1) - most) | (u < crisis + move + death)) & c.present)
    if not len(struck):
        return
    where = u[struck]
    flares = where >= real(1) - usual * _flares(c.chronic_mental[struck], c.chronic_pain[struck])
    _flare(c, now, struck[flares & (where >= crisis + move + death)])
    _crisis(c, now, struck[where < crisis])
    leave(town, now, struck[(where >= crisis) & (where < crisis + move)], Cause.MOVED)
    leave(town, now, struck[(where >= crisis + move) & (where < crisis + move + death)], Cause.DIED)


def _flares(mental: Bool, pain: Bool) -> F32:
    """How many times the usual number of flares people have, by chronic condition."""
    return np.asarray(real(0.7) + real(0.4) * mental + real(0.3) * pain)


def retire(town: Town, now: Now) -> None:
    """Those who reach retirement age leave."""
    c = town.citizens
    limit = real(now.week - now.settings.life.retirement_age * 52.0)
    old = c.born < limit
    if old.any():
        leave(town, now, rows_of(old & c.present), Cause.AGE)


def _flare(c: Citizens, now: Now, rows: Rows) -> None:
    """A problem flares up, more often where a chronic condition lies."""
    if not len(rows):
        return
    which, size = now.draws.two(Decision.LIFE_SIZE, c.luck[rows])
    problem = np.searchsorted(_FLARE_EDGES, which, side="right")
    pull = now.draws.uniform(Decision.ILLNESS, c.luck[rows]) < _CHRONIC_PULL
    problem = np.where(pull & c.chronic_mental[rows], int(Problem.MENTAL), problem)
    problem = np.where(pull & c.chronic_pain[rows] & ~c.chronic_mental[rows], int(Problem.PAIN), problem)
    worsen(c, rows, problem, (size + real(0.5)) * real(now.settings.life.flare_size))


def _crisis(c: Citizens, now: Now, rows: Rows) -> None:
    """A crisis strikes."""
    rows = now.passing(c, rows, Gate.LIFE)
    if not len(rows):
        return
    which, size = now.draws.two(Decision.LIFE_SIZE, c.luck[rows])
    problem = np.searchsorted(_CRISIS_EDGES, which, side="right")
    befall(c, now, rows, problem, (size + real(0.5)) * real(now.settings.life.crisis_size))


def befall(c: Citizens, now: Now, rows: Rows, problem: np.ndarray, added: F32) -> None:
    """A crisis adds severity to a problem of each of ``rows``, and shakes coping, self-worth and direction."""
    worsen(c, rows, problem, added)
    now.log.add(now.week, EventKind.CRISIS, c.citizen[rows], current=problem.astype(np.uint8), amount=added)
    turn(c, now, rows, TurningPoint.LIFE_CRISIS, ((c.coping, 0.8), (c.self_worth, 0.5), (c.direction, 0.5)))


def worsen(c: Citizens, rows: Rows, problem: np.ndarray, added: F32) -> None:
    """Add severity to a problem of each of ``rows``; at most all the way."""
    c.problem[problem, rows] = np.minimum(c.problem[problem, rows] + added, 1.0)
