"""What the four tables hold: every column, its type, its order, and how the rows are sorted.

Weeks count from 0, the Monday on which the scenario starts; intervals are half open, ``[start, end)``.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from types import MappingProxyType

import polars as pl

from sim.vocabulary import Agency, CaseworkerCondition, FirmCondition, Identity, NetworkCondition, Phase, Standing, Word

FORMAT_VERSION = 1
"""Raised whenever a table's columns change meaning; a folder with another number is refused, not guessed at."""

NO_CODE = 255
"""Stands in ``previous`` and ``current`` of an event that has none."""

NO_AGENT = -1
"""Stands in ``agent`` of an event that no post and no firm took part in."""


class Layer(enum.IntEnum):
    """Which side of a pathway a spell describes."""

    STANDING = 0
    PHASE = 1
    BENEFIT = 2


STATES = ("self_worth", "belief", "coping", "health", "direction", "nearness")
"""States kept per citizen at both ends of the run, each between 0 and 1."""

PANEL_STATES = (*STATES, "trust")
"""States averaged every week over those on support."""

GROUPS = (
    "all", "under_30", "over_30", "activity_ready", "resource_course", "female", "male", "mental", "untrained",
)
"""Groups of the weekly panel and of every measure. Age and benefit are those at week 0 or on entry."""

CITIZENS = pl.Schema({
    "seed": pl.Int32, "citizen": pl.UInt32, "entry_week": pl.Int16, "exit_week": pl.Int16, "age": pl.Float32,
    "female": pl.Boolean, "children": pl.UInt8, "partner_income": pl.Boolean, "language": pl.Float32,
    "trained": pl.Boolean, "trade": pl.UInt8, "wish": pl.UInt8, "chronic_mental": pl.Boolean,
    "chronic_musculoskeletal": pl.Boolean, "chronic_other": pl.Boolean, "anxious": pl.Boolean,
    "accommodation_need": pl.Float32, "hours_possible": pl.Float32, "sociability": pl.Float32,
    "benefit_at_start": pl.UInt8, "standing_at_start": pl.UInt8, "standing_at_end": pl.UInt8,
    "phase_at_start": pl.UInt8, "phase_at_end": pl.UInt8, "weeks_on_support_at_start": pl.Int16,
    "support_share_5y": pl.Float32, "caseworker_changes": pl.UInt16, "meetings": pl.UInt16, "placements": pl.UInt8,
    "applications": pl.UInt16, "weeks_waiting": pl.UInt16,
    **{f"{state}_at_{moment}": pl.Float32 for state in STATES for moment in ("start", "end")},
})
"""One row per citizen present in any week of the run. ``support_share_5y`` is NaN with under 260 known weeks."""

SPELLS = pl.Schema({
    "seed": pl.Int32, "citizen": pl.UInt32, "layer": pl.UInt8, "code": pl.UInt8, "start": pl.Int16, "end": pl.Int16,
    "cause": pl.UInt8, "open_left": pl.Boolean, "open_right": pl.Boolean,
})
"""One row per unbroken stay. Per citizen and layer the rows tile ``[entry_week or 0, exit_week)``."""

EVENTS = pl.Schema({
    "seed": pl.Int32, "week": pl.Int16, "citizen": pl.UInt32, "kind": pl.UInt8, "agent": pl.Int32,
    "previous": pl.UInt8, "current": pl.UInt8, "cause": pl.UInt8, "amount": pl.Float32, "turned": pl.Boolean,
})
"""One row per event. ``turned`` is filled for turning points alone, and null where it cannot be known yet."""

HOURS = (
    "meetings", "casework", "broker", "activation", "support", "firm_mentor", "firm_mentor_paid", "mentor_training",
    "reception", "compensation", "flexjob_pool", "outreach", "handover", "tasks", "team", "teaching", "volunteers",
    "provider",
)
"""What working hours of a week went to, in the panel's group ``all``. ``casework`` and ``broker`` are the paid hours of
all who were in post; ``meetings``, ``outreach``, ``handover`` and ``tasks`` are parts of these; others are beside.
Firm mentors' hours are all they spend; beside them the hours of theirs that somebody pays the firm for. Reception is
what workplaces spend on newcomers, involvement and papers; compensation is hours of lost ability paid for; the flexjob
pool, hours a unit need not carry itself."""


def _counts(prefix: str, words: type[Word]) -> dict[str, type[pl.DataType]]:
    """A column of counts for every word of a closed set."""
    return {f"{prefix}_{word.key}": pl.Int32 for word in words}


_PANEL: dict[str, type[pl.DataType]] = {
    "seed": pl.Int32, "week": pl.Int16, "group": pl.String, "citizens": pl.Int32,
    **_counts("standing", Standing),
    **_counts("phase", Phase),
    **{f"mean_{state}": pl.Float32 for state in PANEL_STATES},
    **_counts("agency", Agency),
    **_counts("identity", Identity),
    **_counts("caseworkers", CaseworkerCondition),
    **_counts("firms", FirmCondition),
    **_counts("networks", NetworkCondition),
    "inclusion_capacity": pl.Float32, "caseload": pl.Float32,
    "waiting_support": pl.Int32, "waiting_team": pl.Int32, "waiting_start": pl.Int32,
    **{f"hours_{work}": pl.Float32 for work in HOURS},
    "meetings": pl.Int32, "placements_started": pl.Int32, "jobs_won": pl.Int32, "jobs_lost": pl.Int32,
    **{f"benefit_weeks_b{step}": pl.Int32 for step in (1, 2, 3, 4)},
}
PANEL = pl.Schema(_PANEL)
"""One row per week and group, sorted by week and then in the order of ``GROUPS``. From the columns of the town
(caseworkers, firms, networks, queues, hours, counts, refund steps) group ``all`` alone is filled; elsewhere 0 or NaN.
``benefit_weeks_b1`` to ``b4`` count people on benefit by their weeks on support so far: 1-4, 5-26, 27-52, 53 and more.
"""

TABLES: Mapping[str, pl.Schema] = MappingProxyType(
    {"citizens": CITIZENS, "spells": SPELLS, "events": EVENTS, "panel": PANEL}
)
"""The tables of a run by name, in the order they are written."""

SORTED_BY: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "citizens": ("seed", "citizen"), "spells": ("seed", "citizen", "layer", "start"), "events": ("seed", "week"),
    "panel": ("seed", "week"),
})
"""How rows are ordered. Within a week, events keep the order in which they happened."""
