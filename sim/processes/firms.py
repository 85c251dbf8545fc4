"""Workplaces: openings come and go, inclusion capacity recovers and wears, places close (S0 L750-790, S2)."""

from __future__ import annotations

import numpy as np

from sim.curves import half_life, weekly
from sim.population.columns import F32, Rows
from sim.population.ranking import exact_sum
from sim.population.town import Town
from sim.population.workplaces import appoint_mentors, limits
from sim.processes.now import Now
from sim.vocabulary import Decision, Sector

_MOST_OPENINGS = 5
_PLACEMENT_TAKES = 0.06
"""Openings a workplace keeps at most; capacity one running placement takes up while it runs (grade E)."""


def live(town: Town, now: Now) -> Rows:
    """A week at the workplaces; returns the ones that closed."""
    firms, settings = town.firms, now.settings.firms
    if not firms.rows:
        return np.zeros(0, dtype=np.int64)
    u, v = now.draws.two(Decision.OPENINGS, firms.luck)
    funded = np.where(firms.sector == Sector.MUNICIPAL, np.float32(settings.funded_share), np.float32(1.0))
    rate = np.float32(settings.openings * settings.cycle / 52.0) * firms.employees * funded
    firms.openings += (u < np.minimum(rate, 1.0)).astype(np.int16)
    filled = v < np.float32(1.0 / settings.filled_by_others) * np.minimum(firms.openings, 3)
    firms.openings -= (filled & (firms.openings > 0)).astype(np.int16)
    np.minimum(firms.openings, _MOST_OPENINGS, out=firms.openings)
    if now.settings.mechanisms.firm_capacity:
        firms.capacity += np.float32(half_life(settings.recovery_half_life)) * (firms.capacity_base - firms.capacity)
    else:
        firms.capacity[:] = firms.capacity_base
    if now.every(13):
        firms.capacity_before[:] = firms.capacity
        _set_limits(town, now)
    return _close(town, now)


def _set_limits(town: Town, now: Now) -> None:
    """Once a quarter: how many placements a workplace may hold, by size and quota, and who is firm mentor."""
    town.firms.limit[:] = limits(town.firms, now.settings)
    appoint_mentors(town.firms, now.settings)


def _close(town: Town, now: Now) -> Rows:
    """A private workplace closes and another of the same kind opens in its row: nobody there, nothing learned."""
    firms = town.firms
    chance = np.float32(weekly(now.settings.firms.closures))
    gone = np.flatnonzero(
        (now.draws.uniform(Decision.FIRM_LIFE, firms.luck) < chance) & (firms.sector == Sector.PRIVATE)
    )
    if len(gone):
        empty(town, gone)
    return gone


def empty(town: Town, gone: Rows) -> None:
    """Workplaces begin anew: nobody there, nothing learned."""
    firms = town.firms
    firms.openings[gone] = 0
    firms.running[gone] = 0
    firms.capacity[gone] = firms.capacity_base[gone]
    firms.relation[gone] = 0.1
    firms.mentor[gone] = 0


def open_to_placements(town: Town, now: Now, firm: np.ndarray) -> np.ndarray:
    """Whether each workplace could take one more: a free place, capacity above the closing level, no quarantine."""
    firms = town.firms
    held = firms.running[firm] + firms.special_terms[firm]
    spent = firms.capacity[firm] - np.float32(_PLACEMENT_TAKES) * held
    free = (firms.running[firm] < firms.limit[firm]) & (firms.quarantine_until[firm] <= now.week)
    if now.settings.mechanisms.firm_capacity:
        free &= spent > np.float32(now.settings.firms.closed_below)
    return np.asarray(free)


def wear(town: Town, now: Now, firm: np.ndarray, amount: F32 | float) -> None:
    """Take capacity from workplaces (negative amounts give it), once per course."""
    known = firm >= 0
    if not now.settings.mechanisms.firm_capacity or not known.any():
        return
    weight = np.broadcast_to(np.asarray(amount, dtype=np.float32), firm.shape)[known]
    change = exact_sum(firm[known], weight, town.firms.rows).astype(np.float32)
    town.firms.capacity[:] = np.clip(town.firms.capacity - change, 0.0, 1.0)


def quarantine(town: Town, now: Now, firm: np.ndarray) -> None:
    """A municipal workplace that dismissed someone takes no placements for a while (S2 L1846-1854)."""
    known = firm[firm >= 0]
    sites = known[town.firms.sector[known] == Sector.MUNICIPAL]
    town.firms.quarantine_until[sites] = now.week + round(now.settings.firms.quarantine)


def know(town: Town, firm: np.ndarray, amount: float) -> None:
    """The relation between workplace and jobcentre grows (or suffers) with every course."""
    known = firm[firm >= 0]
    np.add.at(town.firms.relation, known, np.float32(amount))
    np.clip(town.firms.relation, 0.0, 1.0, out=town.firms.relation)
