"""The weekly panel: counts and means by group, conditions of caseworkers, firms and networks, hours used."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sim.arrays import in_order, only, real, rows_of, starts
from sim.population.columns import U8, Bool, Rows
from sim.population.groups import CELLS, members
from sim.population.ranking import GRID, exact_sum, on_grid
from sim.population.town import ON_SUPPORT_TABLE, Town
from sim.processes.now import Now
from sim.record.schema import HOURS, PANEL, PANEL_STATES
from sim.vocabulary import (
    Agency,
    Benefit,
    CaseStage,
    CaseworkerCondition,
    CaseworkerKind,
    FirmCondition,
    Identity,
    NetworkCondition,
    Phase,
    Service,
    Standing,
    Word,
)

_MEMBERS_BY_CELL = np.stack(list(members().values())).astype(np.int64)
_MEMBERS_OF_CELL = _MEMBERS_BY_CELL.T.copy()
GROUPS = tuple(members())
_STRAINED, _BURNT_OUT, _NEW_WEEKS = 0.4, 0.65, 26
_SUPPORTIVE, _THIN = 0.66, 0.33
_MOVED = 0.02
"""Strain from which a caseworker counts as strained or burnt out; support from which a network counts as supportive or
thin; change of capacity over 13 weeks that counts as growing or worn (reporting thresholds, grade E)."""
_REFUND_STEPS = np.array([5, 27, 53], dtype=np.int16)
_THIN_CARRIES, _SUPPORTIVE_CARRIES = real(_THIN), real(_SUPPORTIVE)
Counts = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
_IDENTITIES = np.array(len(Identity), dtype=np.uint8)
_WORDS: tuple[tuple[str, type[Word]], ...] = (("standing", Standing), ("phase", Phase))
_MARKS: tuple[tuple[str, type[Word]], ...] = (("agency", Agency), ("identity", Identity))
_TOWN: tuple[tuple[str, type[Word]], ...] = (
    ("caseworkers", CaseworkerCondition), ("firms", FirmCondition), ("networks", NetworkCondition),
)
_TALLIED = (*(f"hours_{work}" for work in HOURS), "meetings", "placements_started", "jobs_won", "jobs_lost")


def _named(sets: tuple[tuple[str, type[Word]], ...]) -> tuple[str, ...]:
    return tuple(f"{prefix}_{word.key}" for prefix, words in sets for word in words)


OF_GROUPS = ("citizens", *_named(_WORDS), *(f"mean_{state}" for state in PANEL_STATES), *_named(_MARKS))
"""Columns that every group has, in the order of ``WeekPanel.groups``."""
OF_TOWN = (
    *_named(_TOWN), "caseload", "inclusion_capacity", "waiting_support", "waiting_team", "waiting_start",
    *(f"benefit_weeks_b{step}" for step in (1, 2, 3, 4)), *_TALLIED,
)
"""Columns that belong to a town as a whole, in the order of ``WeekPanel.town``."""


@dataclass(frozen=True, slots=True)
class WeekPanel:
    """A week's numbers. Shapes: ``groups`` towns × groups × ``OF_GROUPS``, ``town`` towns × ``OF_TOWN``."""

    groups: Reals
    town: Reals


def panel_columns(weeks: list[WeekPanel]) -> dict[str, npt.NDArray[np.generic]]:
    """The columns of the panel table, group by group within town by town within week (not seed, week, group)."""
    if not weeks:
        return {name: np.zeros(0) for name in (*OF_GROUPS, *OF_TOWN)}
    groups = np.stack([week.groups for week in weeks])
    out: dict[str, npt.NDArray[np.generic]] = {
        name: groups[..., number].ravel() for number, name in enumerate(OF_GROUPS)
    }
    town = np.stack([week.town for week in weeks])
    for number, name in enumerate(OF_TOWN):
        # What belongs to a town as a whole stands in its first group only.
        column = np.full(groups.shape[:3], np.nan if _REAL[name] else 0.0)
        column[..., 0] = town[..., number]
        out[name] = column.ravel()
    return out


def week_panel(town: Town, now: Now) -> WeekPanel:
    """This week's numbers, once the rows of those who are gone have been freed."""
    c = town.citizens
    cell = c.town.astype(np.int32)
    cell *= CELLS
    cell += c.cell
    place = c.standing.astype(np.int32)
    place *= len(Phase)
    place += c.phase
    places = _table(cell, place, len(Standing) * len(Phase), town.count, rows_of(~c.present))
    places = places.reshape(town.count, len(GROUPS), len(Standing), len(Phase))
    by_standing, by_phase = places.sum(axis=3), places.sum(axis=2)
    pensioned = town.pensioned @ _MEMBERS_OF_CELL
    by_standing[:, :, Standing.PENSION] += pensioned
    by_phase[:, :, Phase.OUTSIDE] += pensioned
    supported = rows_of(ON_SUPPORT_TABLE.take(c.standing))
    cells = cell.take(supported)
    marks = c.agency.take(supported) * _IDENTITIES
    marks += c.identity.take(supported)
    both = _table(cells, marks, len(Agency) * len(Identity), town.count)
    both = both.reshape(town.count, len(GROUPS), len(Agency), len(Identity))
    number = by_standing.sum(axis=2, keepdims=True)
    means = _means(town, supported, cells)
    groups = np.concatenate([number, by_standing, by_phase, means, both.sum(axis=3), both.sum(axis=2)], axis=2)
    whole = [*_posts(town, now), *_firms(town, now), *_citizens(town, supported)]
    conditions, rest = [part for part in whole if part.ndim > 1], [part for part in whole if part.ndim == 1]
    tallied = [now.tally.of(name, town.count) for name in _TALLIED]
    return WeekPanel(groups, np.concatenate([*conditions, np.stack([*rest, *tallied], axis=1)], axis=1))


def _table(
    cell: npt.NDArray[np.int32], code: npt.NDArray[np.integer], kinds: int, towns: int, free: Rows | None = None,
) -> Counts:
    """Counts by town, group and code; without the rows in ``free``."""
    bins = cell * np.int32(kinds)
    bins += code
    flat = np.bincount(bins, minlength=towns * CELLS * kinds)
    if free is not None:
        flat -= np.bincount(bins.take(free), minlength=towns * CELLS * kinds)
    return np.asarray(_MEMBERS_BY_CELL @ flat.reshape(towns, CELLS, kinds))


def _means(town: Town, rows: Rows, cells: npt.NDArray[np.int32]) -> Reals:
    """Mean of each state over those on support, by town and group; NaN where there is nobody."""
    cellwise = town.count * CELLS
    place = starts(cells, cellwise)
    number = np.diff(place)
    count = (number.reshape(-1, CELLS) @ _MEMBERS_OF_CELL)[:, :, np.newaxis]
    # Sums on a grid: exact in any order, so that the last bit does not hang on who stands where in the table.
    inhabited, ordered = rows_of(number > 0), rows.take(in_order(cells, cellwise))
    total = np.zeros((len(PANEL_STATES), cellwise))
    for state, name in enumerate(PANEL_STATES if len(rows) else ()):
        total[state, inhabited] = np.add.reduceat(on_grid(getattr(town.citizens, name).take(ordered)), place[inhabited])
    total /= GRID
    summed = np.einsum("stc,cg->tgs", total.reshape(len(PANEL_STATES), -1, CELLS), _MEMBERS_OF_CELL.astype(np.float64))
    return np.asarray(np.divide(summed, count, out=np.full(summed.shape, np.nan), where=count > 0))


def _posts(town: Town, now: Now) -> tuple[Reals, Reals]:
    posts = town.posts
    mine = posts.open & (posts.kind == CaseworkerKind.AUTHORITY)
    worn = np.where(posts.strain > _STRAINED, int(CaseworkerCondition.STRAINED), int(CaseworkerCondition.ENGAGED))
    condition = np.where(posts.strain > _BURNT_OUT, int(CaseworkerCondition.BURNT_OUT), worn)
    condition = np.where(now.week - posts.since < _NEW_WEEKS, int(CaseworkerCondition.NEW), condition)
    condition = np.where(posts.filled, condition, int(CaseworkerCondition.VACANT))
    filled = mine & posts.filled
    cases = np.bincount(posts.town[filled], weights=posts.cases[filled], minlength=town.count)
    number = np.bincount(posts.town[filled], minlength=town.count)
    conditions = _counted(CaseworkerCondition, condition[mine], posts.town[mine], town.count)
    return conditions, np.divide(cases, number, out=np.full(town.count, np.nan), where=number > 0)


def _firms(town: Town, now: Now) -> tuple[Reals, Reals]:
    firms, home = town.firms, town.firms.town
    moved = firms.capacity - firms.capacity_before
    closed = firms.capacity < now.settings.firms.closed_below
    worn, growing = (moved < -_MOVED) & ~closed, (moved > _MOVED) & ~closed
    number = np.bincount(home, minlength=town.count)
    there = {
        FirmCondition.CLOSED: _by_town(closed, home, town.count),
        FirmCondition.WORN: _by_town(worn, home, town.count),
        FirmCondition.GROWING: _by_town(growing, home, town.count),
    }
    there[FirmCondition.OPEN] = number - sum(there.values())
    conditions = np.stack([there[condition] for condition in FirmCondition], axis=1).astype(np.float64)
    total = exact_sum(home, firms.capacity, town.count)
    return conditions, np.divide(total, number, out=np.full(town.count, np.nan), where=number > 0)


def _citizens(town: Town, supported: Rows) -> tuple[Reals, ...]:
    c = town.citizens
    home, carried = c.town.take(supported), c.net_support.take(supported)
    thin, supportive = (_by_town(carried >= least, home, town.count) for least in (_THIN_CARRIES, _SUPPORTIVE_CARRIES))
    there = {
        NetworkCondition.SHRUNK: np.bincount(home, minlength=town.count) - thin,
        NetworkCondition.THIN: thin - supportive,
        NetworkCondition.SUPPORTIVE: supportive,
    }
    networks = np.stack([there[condition] for condition in NetworkCondition], axis=1).astype(np.float64)
    waiting = [
        _by_town(mask & c.present, c.town, town.count).astype(np.float64)
        for mask in (c.queue != Service.NONE, c.case_stage == CaseStage.QUEUED, c.waiting_start)
    ]
    # How many have benefit from each step of the refund on, and so how many stand on each.
    paid, weeks = c.benefit.take(supported) != Benefit.NONE, c.benefit_weeks.take(supported)
    beyond = [_by_town(paid & (weeks >= step), home, town.count) for step in _REFUND_STEPS]
    steps = -np.diff(np.stack([_by_town(paid, home, town.count), *beyond, np.zeros(town.count)]), axis=0)
    return networks, *waiting, *steps


def _by_town(mask: Bool, home: U8, towns: int) -> Counts:
    """How many of a mask live in each town; ``home`` is each one's town."""
    return np.array([np.count_nonzero(mask)]) if towns == 1 else np.bincount(only(home, mask), minlength=towns)


def _counted(
    words: type[Word], codes: npt.NDArray[np.integer], home: npt.NDArray[np.integer], towns: int,
) -> Reals:
    """How many there are of each condition, by town."""
    kinds = len(words)
    counts = np.bincount(home.astype(np.int64) * kinds + codes, minlength=kinds * towns).reshape(towns, kinds)
    return counts.astype(np.float64)


_REAL = {name: "Float" in str(kind) for name, kind in PANEL.items()}
