"""Phases are read off the state; nothing reads them back (model section 2, S4 table 3)."""

from __future__ import annotations

import math

import numpy as np

from sim.arrays import put, real, rows_of
from sim.population.citizens import TREND_WEEKS, Citizens
from sim.population.columns import F32, Bool
from sim.processes.now import Now
from sim.vocabulary import EventKind, Phase


def approach_work(c: Citizens, now: Now) -> F32:
    """Nearness to work: a fixed weighted sum, a read-out that no process uses. Returns its 13-week change."""
    p = now.settings.phases
    near = c.load * real(-p.weight_problems / 3.0)
    np.maximum(near, real(-p.weight_problems), out=near)
    near += real(p.weight_problems)
    for weight, column in (
        (p.weight_coping, c.coping),
        (p.weight_health, c.health),
        (p.weight_belief, c.belief),
        (p.weight_direction, c.direction),
        (p.weight_match, c.best_match),
    ):
        near += real(weight) * column
    relations = np.maximum(c.trust, c.broker_trust)
    relations += c.net_support
    near += real(0.5 * p.weight_relations) * relations
    total = (
        p.weight_problems
        + p.weight_coping
        + p.weight_health
        + p.weight_belief
        + p.weight_direction
        + p.weight_match
        + p.weight_relations
    )
    near *= real(1.0 / max(total, 1e-6))
    np.minimum(near, real(1), out=near)
    slot = c.nearness_past[now.week % TREND_WEEKS]
    trend = near - slot
    slot[:] = near
    c.nearness[:] = near
    return np.asarray(trend, dtype=np.float32)


def read(c: Citizens, now: Now, supported: Bool, working: Bool) -> None:
    """Read every phase off the state and log the changes."""
    p = now.settings.phases
    trend = approach_work(c, now)
    high = real(p.high)
    marks = (c.direction > high).astype(np.int8)
    marks += c.belief > high
    marks += c.self_worth > high
    marks += c.agency == 0
    was = c.phase
    stays = real((1.0 - p.exit_margin) * p.delta)  # where a phase once entered still holds
    up = (marks >= 2) & (trend > real(p.delta)) | ((was == Phase.PROGRESSION) & (marks >= 1) & (trend > stays))
    low = (c.self_worth < real(p.low)) & (c.belief < real(p.low)) & (c.inner_trend < 0)
    down = (trend < real(-p.delta)) | low | ((was == Phase.SETBACK) & (trend < -stays))
    stuck = c.overload_weeks >= math.ceil(p.overload_weeks)
    new = np.full(c.rows, int(Phase.STAGNATION), dtype=np.uint8)
    put(new, down, Phase.SETBACK)
    put(new, up, Phase.PROGRESSION)
    put(new, stuck, Phase.DERAILMENT)
    # A phase lasts six weeks at least; coming onto or off support is seen at once.
    short = (was <= Phase.DERAILMENT) & (c.phase_since > math.floor(now.week - p.shortest_stay))
    put(new, short, was)
    put(new, ~supported, Phase.OUTSIDE)
    put(new, working, Phase.IN_WORK)
    changed = rows_of((new != was) & c.present)
    if len(changed):
        now.log.add(now.week, EventKind.PHASE, c.citizen[changed], previous=was[changed], current=new[changed])
        c.phase[changed] = new[changed]
        c.phase_since[changed] = now.week


def count_weeks(c: Citizens, supported: Bool, working: Bool) -> None:
    """Count weeks on support, in this spell and in life, and weeks since the last job."""
    c.support_weeks += supported
    c.benefit_weeks += supported
    c.benefit_weeks *= supported | working
    c.jobless_weeks += ~working
    np.minimum(c.jobless_weeks, 5000, out=c.jobless_weeks)
