"""The weekly panel: counts and means by group, conditions of caseworkers, firms and networks, hours used."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sim.arrays import in_order, put, real, rows_of, starts
from sim.population.columns import U8, Rows
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
_STEPS = len(_REFUND_STEPS) + 1
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
    places = _table(cell, place, (len(Standing), len(Phase)), town.count, rows_of(~c.present))
    by_standing, by_phase = (_MEMBERS_BY_CELL @ places.sum(axis=axis) for axis in (3, 2))
    pensioned = town.pensioned @ _MEMBERS_OF_CELL
    by_standing[:, :, Standing.PENSION] += pensioned
    by_phase[:, :, Phase.OUTSIDE] += pensioned
    supported = rows_of(ON_SUPPORT_TABLE.take(c.standing))
    cells = cell.take(supported)
    marks = c.agency.take(supported) * _IDENTITIES
    marks += c.identity.take(supported)
    both = _table(cells, marks, (len(Agency), len(Identity)), town.count)
    by_agency, by_identity = (_MEMBERS_BY_CELL @ both.sum(axis=axis) for axis in (3, 2))
    number = by_standing.sum(axis=2, keepdims=True)
    means = _means(town, supported, cells)
    groups = np.concatenate([number, by_standing, by_phase, means, by_agency, by_identity], axis=2)
    whole = [*_posts(town, now), *_firms(town, now), *_citizens(town, supported)]
    conditions, rest = [part for part in whole if part.ndim > 1], [part for part in whole if part.ndim == 1]
    tallied = [now.tally.of(name, town.count) for name in _TALLIED]
    return WeekPanel(groups, np.concatenate([*conditions, np.stack([*rest, *tallied], axis=1)], axis=1))


def _table(
    cell: npt.NDArray[np.int32], code: npt.NDArray[np.integer], kinds: tuple[int, int], towns: int,
    free: Rows | None = None,
) -> Counts:
    """Counts by town, cell and the two parts of the code; without the rows in ``free``."""
    most = kinds[0] * kinds[1]
    bins = cell * np.int32(most)
    bins += code
    flat = np.bincount(bins, minlength=towns * CELLS * most)
    if free is not None:
        flat -= np.bincount(bins.take(free), minlength=towns * CELLS * most)
    return flat.reshape(towns, CELLS, *kinds)


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
    condition = np.full(posts.rows, int(CaseworkerCondition.ENGAGED), dtype=np.uint8)
    put(condition, posts.strain > _STRAINED, CaseworkerCondition.STRAINED)
    put(condition, posts.strain > _BURNT_OUT, CaseworkerCondition.BURNT_OUT)
    put(condition, now.week - posts.since < _NEW_WEEKS, CaseworkerCondition.NEW)
    put(condition, ~posts.filled, CaseworkerCondition.VACANT)
    filled = mine & posts.filled
    cases = np.bincount(posts.town[filled], weights=posts.cases[filled], minlength=town.count)
    number = np.bincount(posts.town[filled], minlength=town.count)
    conditions = _counted(condition[mine], len(CaseworkerCondition), posts.town[mine], town.count)
    return conditions, np.divide(cases, number, out=np.full(town.count, np.nan), where=number > 0)


def _firms(town: Town, now: Now) -> tuple[Reals, Reals]:
    firms = town.firms
    moved = firms.capacity - firms.capacity_before
    state = np.full(firms.rows, int(FirmCondition.OPEN), dtype=np.uint8)
    put(state, moved > _MOVED, FirmCondition.GROWING)
    put(state, moved < -_MOVED, FirmCondition.WORN)
    put(state, firms.capacity < now.settings.firms.closed_below, FirmCondition.CLOSED)
    conditions = _counted(state, len(FirmCondition), firms.town, town.count)
    total, number = exact_sum(firms.town, firms.capacity, town.count), conditions.sum(axis=1)
    return conditions, np.divide(total, number, out=np.full(town.count, np.nan), where=number > 0)


def _citizens(town: Town, supported: Rows) -> tuple[Reals, ...]:
    c = town.citizens
    carried, weeks = c.net_support.take(supported), c.benefit_weeks.take(supported)
    carries = (carried >= _THIN_CARRIES).view(np.uint8)
    carries += carried >= _SUPPORTIVE_CARRIES
    # The step of the refund one's weeks of benefit stand on; whoever has no benefit stands beside them.
    step = (weeks >= _REFUND_STEPS[0]).view(np.uint8)
    for later in _REFUND_STEPS[1:]:
        step += weeks >= later
    put(step, c.benefit.take(supported) == Benefit.NONE, _STEPS)
    both = carries * np.uint8(_STEPS + 1) + step
    table = _counted(both, len(_CARRIES) * (_STEPS + 1), c.town.take(supported), town.count)
    table = table.reshape(town.count, len(_CARRIES), _STEPS + 1)
    waiting = [
        town.tally(rows_of(mask & c.present)).astype(np.float64)
        for mask in (c.queue != Service.NONE, c.case_stage == CaseStage.QUEUED, c.waiting_start)
    ]
    return table.sum(axis=2)[:, _BY_CARRIES], *waiting, *table.sum(axis=1)[:, :_STEPS].T


def _counted(codes: U8, kinds: int, home: U8, towns: int) -> Reals:
    """How many there are of each of so many codes, by town; ``home`` is each one's town."""
    if towns == 1 and len(codes) > _LONG:  # a code at a time: counting them all at once waits for the count before
        return np.array([[np.count_nonzero(codes == np.uint8(kind)) for kind in range(kinds)]], dtype=np.float64)
    bins = home.astype(np.int64)
    bins *= kinds
    bins += codes
    return np.bincount(bins, minlength=kinds * towns).reshape(towns, kinds).astype(np.float64)


_CARRIES = (NetworkCondition.SHRUNK, NetworkCondition.THIN, NetworkCondition.SUPPORTIVE)
_BY_CARRIES = [_CARRIES.index(condition) for condition in NetworkCondition]
"""What a network is by how many of the two thresholds it reaches; where each condition stands there."""
_LONG = 20_000
_REAL = {name: "Float" in str(kind) for name, kind in PANEL.items()}
