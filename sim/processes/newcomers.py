"""Receiving a newcomer: a contact person from day one, a gradual start, lunch and greeting (S2 L1158-1167, S0 B6)."""

from __future__ import annotations

import numpy as np

from sim.arrays import either, real
from sim.population.columns import Rows
from sim.population.town import Town
from sim.processes.firms import wear
from sim.processes.moves import nudge
from sim.processes.now import Now
from sim.vocabulary import Occupation, Sector

_BY_BACKING, _BY_CONTACT, _BY_PRESSURE = 0.4, 0.3, 0.8
_FEW_PER_CONTACT = 15.0
_HALF_HOURS, _PREPARED = 6.0, 0.6
_COLLEAGUE_WEEK = 0.001
_BELONGING = 0.2
_USED_TO_LEARNERS = np.isin(np.arange(len(Occupation)), [int(Occupation.CRAFT), int(Occupation.INDUSTRY)])
_LEARNERS_COST = 0.5
"""What backing, a free contact person and pressure mean for a reception; employees per contact person; hours of
preparation that give half of what preparation can, and how much that is; capacity an hour of colleagues takes; fitting
in on the first day by reception; trades that are used to learners, and their share of the cost of a start (detail,
grade E)."""


def receive(town: Town, now: Now, rows: Rows) -> None:
    """Greet those who start in a placement, and let the start cost the workplace what it costs."""
    c, firms = town.citizens, town.firms
    rows = rows[c.firm[rows] >= 0]
    if not len(rows):
        return
    firm = c.firm[rows].astype(np.int64)
    _teach(town, now, firm)
    _involve(town, now, firm)
    if not now.settings.mechanisms.reception:
        return
    hours = real(now.settings.placements.reception)
    contacts = real(1) + np.floor(firms.employees[firm] / real(_FEW_PER_CONTACT))
    free = np.minimum(np.maximum(contacts - firms.running[firm] + real(1), 0), 1)
    prepared = real(_PREPARED) * hours / (hours + real(_HALF_HOURS))
    received = (
        real(0.5)
        + real(_BY_BACKING) * (firms.backing[firm] - real(0.5))
        + real(_BY_CONTACT) * (free - real(0.75))
        - real(_BY_PRESSURE) * (firms.pressure[firm] - real(0.3))
        + prepared
    )
    c.received[rows] = np.minimum(np.maximum(received, 0), 1)
    nudge(c.fit_in, rows, real(_BELONGING) * (c.received[rows] - real(0.5)))
    if hours > 0:
        now.tally.add("hours_reception", town.tally(rows), float(hours))
        wear(town, now, firm, float(hours) * _COLLEAGUE_WEEK)


def _teach(town: Town, now: Now, firm: np.ndarray) -> None:
    """A start costs what teaching takes, the more the more have come and gone lately (S2 L3211-3217)."""
    firms = town.firms
    if now.settings.mechanisms.churn:
        used = either(_USED_TO_LEARNERS.take(firms.occupation[firm]), real(_LEARNERS_COST), real(1))
        again = real(0.5) + real(0.5) * np.minimum(firms.starts[firm], real(6.0))
        wear(town, now, firm, real(now.settings.firms.start_cost) * used * again)
    np.add.at(firms.starts, firm, real(1))


def _involve(town: Town, now: Now, firm: np.ndarray) -> None:
    """Employees and union who have a say find placements more legitimate (S2 L1868-1888)."""
    hours = now.settings.firms.involvement
    site = firm[town.firms.sector[firm] == Sector.MUNICIPAL]
    if hours <= 0 or not len(site):
        return
    level = town.firms.legitimacy
    np.add.at(level, site, real(0.04) * real(hours / (hours + _HALF_HOURS)))
    np.minimum(level, real(1), out=level)
    now.tally.add("hours_reception", np.bincount(town.firms.town[site], minlength=town.count), hours)
