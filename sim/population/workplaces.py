"""Workplaces of the town: sectors, sizes, dispositions, capacity (facts F14-F15)."""

from __future__ import annotations

import numpy as np

from sim.draws import ENTRY_WEEK, WeekDraws, luck_of
from sim.population.given import SYNTHETIC, Given
from sim.population.columns import I16
from sim.population.surroundings import Firms
from sim.scenario.settings import Settings
from sim.vocabulary import Decision, Disposition, MentorPay, Occupation, Sector

_WILLINGNESS = np.array([0.85, 0.5, 0.6, 0.15], dtype=np.float32)
"""Willingness by disposition: committed, passive, sceptical, dismissive (trait, grade E)."""
TRAIT_SPREAD = 0.15
"""Standard deviation of a workplace's traits around the middle (trait, grade E)."""
_TRAITS = ((10, "tolerance"), (12, "competence"), (14, "backing"), (16, "adaptability"), (20, "structure"))
"""Traits drawn alike, by the part of the draw."""
MOST_PRIVATE, MOST_MUNICIPAL = 2, 6
_PRIVATE_PLACES = 0.2
"""Placements at a time that a private and a municipal workplace take at most, whatever their size; places per employee
of a private one (trait, grade E)."""


def workplaces(count: int, seed: int, settings: Settings, given: Given = SYNTHETIC.firms) -> Firms:
    """``count`` workplaces with traits drawn by ``seed``, or as ``given``."""
    firms = Firms.empty(count)
    firms.luck = luck_of(int(Decision.FIRM), np.arange(count), seed)
    draws = WeekDraws(ENTRY_WEEK)

    def u(part: int) -> np.ndarray:
        return draws.uniform(Decision.FIRM, firms.luck, part)

    rows = np.arange(count)
    firms.sector[:] = np.where(u(0) < settings.town.municipal_share, Sector.MUNICIPAL, Sector.PRIVATE)
    given.lay(firms, rows)
    municipal = firms.sector == Sector.MUNICIPAL
    # Many small and a few large: a ratio of uniforms has the long tail of Danish workplace sizes without a logarithm.
    size = np.where(municipal, 15.0 + 25.0 * u(1) / (0.15 + u(2)), 3.0 + 7.0 * u(1) / (0.06 + u(2)))
    firms.employees[:] = np.clip(size, 1.0, 1000.0)
    private_work = (u(3) * len(Occupation)).astype(np.int64)
    municipal_work = np.where(
        u(3) < 0.55, int(Occupation.CARE), np.where(u(4) < 0.6, int(Occupation.CLEANING), int(Occupation.OFFICE))
    )
    firms.occupation[:] = np.where(municipal, municipal_work, private_work)
    _dispositions(firms, u(5), settings)
    given.lay(firms, rows)
    _willing(firms, settings)
    spread = TRAIT_SPREAD if settings.mechanisms.firm_differences else 0.0
    for part, name in _TRAITS:
        setattr(
            firms, name, np.clip(0.5 + spread * draws.bell(Decision.FIRM, firms.luck, part), 0, 1).astype(np.float32)
        )
    firms.capacity_base[:] = np.clip(
        0.25 + 0.45 * firms.willingness + 0.6 * spread * draws.bell(Decision.FIRM, firms.luck, 18), 0, 1
    )
    given.lay(firms, rows)
    firms.capacity[:] = firms.capacity_base
    firms.capacity_before[:] = firms.capacity_base
    firms.pressure[:] = firms.pressure_goal[:] = settings.firms.pressure
    firms.flex_openings[:] = u(9) < min(0.5 * settings.firms.flexjobs, 1.0)
    firms.relation[:] = 0.1 + 0.3 * u(6) * firms.willingness
    firms.special_terms[:] = u(7) < settings.firms.on_special_terms
    appoint_mentors(firms, settings)
    given.lay(firms, rows)
    firms.limit[:] = limits(firms, settings)
    return firms


def limits(firms: Firms, settings: Settings) -> I16:
    """Placements each workplace can hold at a time: by size where private, by the quota where municipal."""
    quota = settings.firms.places_per_employee
    private = np.clip(np.floor(firms.employees * np.float32(_PRIVATE_PLACES)), 1, MOST_PRIVATE)
    municipal = np.clip(np.floor(firms.employees * np.float32(quota)), 1 if quota > 0 else 0, MOST_MUNICIPAL)
    return np.asarray(np.where(firms.sector == Sector.MUNICIPAL, municipal, private), dtype=np.int16)


def _dispositions(firms: Firms, u: np.ndarray, settings: Settings) -> None:
    f = settings.firms
    edges = np.cumsum([f.committed, f.passive, f.sceptical])
    firms.disposition[:] = np.searchsorted(edges, u, side="right").clip(0, len(Disposition) - 1)


def _willing(firms: Firms, settings: Settings) -> None:
    """Willingness, as the disposition has it."""
    if settings.mechanisms.firm_differences:
        firms.willingness[:] = _WILLINGNESS[firms.disposition]
    else:
        firms.willingness[:] = 0.5


def appoint_mentors(firms: Firms, settings: Settings) -> None:
    """An employee who wants to; in small private firms the owner takes the role more often (S0 L299-303).

    Only where the setting has changed since the last appointment, so that what else happened to mentors stays.
    """
    offered = settings.firms.firm_mentors
    if settings.firms.mentor_pay != MentorPay.NONE:
        offered = min(offered * (1.0 + settings.firms.pay_draws), 1.0)
    anew = firms.mentor_share != np.float32(offered)
    if not anew.any():
        return
    firms.mentor_share[anew] = offered
    u = WeekDraws(ENTRY_WEEK).uniform(Decision.FIRM, firms.luck, 8)
    share = offered * (0.4 + 1.2 * firms.willingness)
    small = (firms.sector == Sector.PRIVATE) & (firms.employees < 20)
    leader = small & (u < share * 0.5)
    firms.mentor[anew] = np.where(leader, 2, np.where(u < share, 1, 0))[anew]
