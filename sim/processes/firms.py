"""Workplaces: openings come and go, inclusion capacity recovers and wears, places close (S0 L750-790, S2)."""

from __future__ import annotations

import numpy as np

from sim.arrays import only, real, rows_of, within
from sim.curves import half_life, weekly
from sim.population.columns import F32, Rows
from sim.population.ranking import exact_sum_of_each
from sim.population.town import Town
from sim.population.workplaces import TRAIT_SPREAD, appoint_mentors, limits
from sim.processes.firm_mentors import LEADER, renew
from sim.processes.now import Now
from sim.processes.pressure import swing
from sim.vocabulary import Decision, Sector

_MOST_OPENINGS = 5
_PLACEMENT_TAKES = 0.06
_MOST_FLEX, _FLEX_WEEKS, _MONTH = 3, 26.0, 4
_STARTS_FADE, _ROPE_FADE, _LEGITIMACY_FADE = 0.95, 0.02, 0.1
_ROPE, _QUARTER = 0.15, 13
_PRESSURE_DRAINS, _USUAL_PRESSURE = 0.4, 0.3
"""Openings a workplace keeps at most; capacity one running placement takes up while it runs; flexjobs it could fill at
most, for how many weeks, and weeks between two looks at them; what is left of a start after a week, and of rope and
legitimacy to fade a week and a quarter; capacity that full rope is worth; weeks of a quarter; capacity at rest per unit
of pressure above the usual (detail, grade E)."""


def live(town: Town, now: Now) -> Rows:
    """A week at the workplaces; returns the ones that closed."""
    firms, settings = town.firms, now.settings.firms
    if not firms.rows:
        return np.zeros(0, dtype=np.int64)
    cutting = swing(town, now)
    if len(cutting):
        firms.openings[cutting] = 0
        quarantine(town, now, cutting)
    _post(town, now)
    if now.every(_MONTH):
        _post_flexjobs(town, now)
    firms.starts *= real(_STARTS_FADE)
    firms.rope += real(_ROPE_FADE) * (real(0.5) - firms.rope)
    if now.settings.mechanisms.firm_capacity:
        rest = firms.capacity_base
        if now.settings.mechanisms.pressure:
            rest = rest - real(_PRESSURE_DRAINS) * (firms.pressure - real(_USUAL_PRESSURE))
            rest = np.minimum(np.maximum(rest, 0), 1)
        firms.capacity += real(half_life(settings.recovery_half_life)) * (rest - firms.capacity)
    else:
        firms.capacity[:] = firms.capacity_base
    if now.every(_QUARTER):
        firms.capacity_before[:] = firms.capacity
        _quarter(town, now)
    return _close(town, now)


def _post(town: Town, now: Now) -> None:
    """Openings are posted and filled by others; fewer where free hands do the work."""
    firms, settings = town.firms, now.settings.firms
    u, v = now.draws.two(Decision.OPENINGS, firms.luck)
    municipal = firms.sector == Sector.MUNICIPAL
    funded = np.where(municipal, real(settings.funded_share), real(1.0))
    held = firms.running / np.maximum(firms.limit, 1).astype(np.float32)
    needed = real(1) - real(settings.displacement) * np.minimum(held, real(1))
    rate = real(settings.openings * settings.cycle / 52.0) * firms.employees * funded * needed
    firms.openings += (u < np.minimum(rate, 1.0)).astype(np.int16)
    filled = v < real(1.0 / settings.filled_by_others) * np.minimum(firms.openings, 3)
    firms.openings -= (filled & (firms.openings > 0)).astype(np.int16)
    np.minimum(firms.openings, _MOST_OPENINGS, out=firms.openings)


def _post_flexjobs(town: Town, now: Now) -> None:
    """Flexjobs have a supply apart, which changes slowly: a month's worth at a time.

    The unit carries its part of one itself, unless a pool does: few municipal ones can (S2 L2686-2688).
    """
    firms, settings = town.firms, now.settings.firms
    municipal = firms.sector == Sector.MUNICIPAL
    afford = np.where(municipal, real(settings.flexjob_refund), real(1.0))
    a, b = now.draws.two(Decision.OPENINGS, firms.luck, 1)
    firms.flex_openings += (a < real(_MONTH * settings.flexjobs / 52.0) * afford).astype(np.int16)
    firms.flex_openings -= ((b < real(_MONTH / _FLEX_WEEKS)) & (firms.flex_openings > 0)).astype(np.int16)
    np.minimum(firms.flex_openings, _MOST_FLEX, out=firms.flex_openings)


def _quarter(town: Town, now: Now) -> None:
    """Once a quarter: places by size and quota, who is firm mentor and what they know, how legitimate courses are."""
    firms, settings = town.firms, now.settings.firms
    firms.limit[:] = limits(firms, now.settings)
    appoint_mentors(firms, now.settings)
    renew(town, now)
    _new_leaders(town, now)
    _others_come_and_go(town, now)
    firms.legitimacy += real(_LEGITIMACY_FADE) * (real(0.5) - firms.legitimacy)
    if settings.preapproved:
        sites = firms.town[firms.sector == Sector.MUNICIPAL]
        now.tally.add("hours_reception", np.bincount(sites, minlength=town.count), settings.preapproval_hours)


def _new_leaders(town: Town, now: Now) -> None:
    """A new leader backs people more or less than the last; an owner or leader who was mentor takes it all along."""
    firms = town.firms
    chance = weekly(now.settings.firms.leader_change)
    u = now.draws.uniform(Decision.FIRM_LIFE, firms.luck, 1)
    new = rows_of(u < real(_QUARTER * chance))
    if not len(new):
        return
    spread = real(TRAIT_SPREAD if now.settings.mechanisms.firm_differences else 0.0)
    backing = real(0.5) + spread * now.draws.bell(Decision.FIRM_LIFE, firms.luck[new], 2)
    firms.backing[new] = np.minimum(np.maximum(backing, 0), 1)
    led = new[firms.mentor[new] == LEADER]
    firms.mentor_skill[led], firms.mentor_trained[led] = 0.5, False


def _others_come_and_go(town: Town, now: Now) -> None:
    """People on special terms from outside the model leave, and others come; as many in the long run (facts F14)."""
    firms, weeks = town.firms, now.settings.firms.special_terms_weeks
    if not weeks:
        return
    u, v = now.draws.two(Decision.FIRM_LIFE, firms.luck, 4)
    again = rows_of(u < real(min(_QUARTER / weeks, 1.0)))
    firms.special_terms[again] = v[again] < real(now.settings.firms.on_special_terms)


def _close(town: Town, now: Now) -> Rows:
    """A private workplace closes and another of the same kind opens in its row: nobody there, nothing learned."""
    firms = town.firms
    chance = real(weekly(now.settings.firms.closures))
    gone = rows_of(
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
    firms.flex_openings[gone] = 0
    firms.starts[gone] = 0.0
    firms.rope[gone] = firms.mentor_skill[gone] = 0.5
    firms.mentor_trained[gone] = False


def open_to_placements(town: Town, now: Now, firm: np.ndarray) -> np.ndarray:
    """Whether each workplace could take one more: a free place, capacity above the closing level, no quarantine."""
    firms = town.firms
    held = firms.running[firm] + firms.special_terms[firm]
    spent = firms.capacity[firm] - real(_PLACEMENT_TAKES) * held
    free = (firms.running[firm] < firms.limit[firm]) & (firms.quarantine_until[firm] <= now.week)
    if now.settings.mechanisms.firm_capacity:
        rope = real(_ROPE) * (firms.rope[firm] - real(0.5))
        free &= spent + rope > real(now.settings.firms.closed_below)
    return np.asarray(free)


def wear(town: Town, now: Now, firm: np.ndarray, amount: F32 | float) -> None:
    """Take capacity from workplaces (negative amounts give it), once per course."""
    known = firm >= 0
    here = only(firm, known)
    if not now.settings.mechanisms.firm_capacity or not len(here):
        return
    weight = np.full(len(firm), amount, dtype=np.float32)
    capacity, change = town.firms.capacity, exact_sum_of_each(here, only(weight, known)).astype(np.float32)
    capacity[here] = within(capacity[here] - change, 0, 1)


def quarantine(town: Town, now: Now, firm: np.ndarray) -> None:
    """A municipal workplace that dismissed someone takes no placements for a while (S2 L1846-1854)."""
    known = firm[firm >= 0]
    sites = known[town.firms.sector[known] == Sector.MUNICIPAL]
    town.firms.quarantine_until[sites] = now.week + round(now.settings.firms.quarantine)


def endure(town: Town, now: Now, firm: np.ndarray, amount: float) -> None:
    """Colleagues' rope: it wears where failing courses are endured, and grows where a leader ends them (S2)."""
    known = firm[firm >= 0]
    if len(known) and now.settings.mechanisms.endurance:
        _add(town.firms.rope, known, amount)


def regard(town: Town, firm: np.ndarray, amount: float) -> None:
    """How legitimate placements are to employees and union: good courses add to it, bad ones spend it."""
    known = firm[firm >= 0]
    _add(town.firms.legitimacy, known, amount)


def know(town: Town, firm: np.ndarray, amount: float) -> None:
    """The relation between workplace and jobcentre grows (or suffers) with every course."""
    known = firm[firm >= 0]
    _add(town.firms.relation, known, amount)


def _add(level: F32, firm: np.ndarray, amount: float) -> None:
    """Add to a 0-1 level of workplaces, once for each time they are named, and keep it within 0 and 1."""
    if len(firm):
        np.add.at(level, firm, real(amount))
        level[firm] = within(level[firm], 0, 1)
