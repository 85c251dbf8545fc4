"""The weekly panel: counts and means by group, conditions of caseworkers, firms and networks, hours used."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sim.population.groups import CELLS, members
from sim.population.ranking import exact_sum
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

_MEMBERS = np.stack(list(members().values()))
GROUPS = tuple(members())
_STRAINED, _BURNT_OUT, _NEW_WEEKS = 0.4, 0.65, 26
_SUPPORTIVE, _THIN = 0.66, 0.33
_MOVED = 0.02
"""Strain from which a caseworker counts as strained or burnt out; support from which a network counts as supportive or
thin; change of capacity over 13 weeks that counts as growing or worn (reporting thresholds, grade E)."""
_REFUND_STEPS = np.array([5, 27, 53], dtype=np.int16)
Counts = npt.NDArray[np.int64]
Panel = dict[str, npt.NDArray[np.generic]]


def week_panel(town: Town, now: Now) -> Panel:
    """This week's rows, group by group within town by town, by column of the panel's schema (not seed, week, group)."""
    c = town.citizens
    rows = np.flatnonzero(c.present)
    cell, standing = c.cell[rows] + CELLS * c.town[rows].astype(np.int64), c.standing[rows]
    out: Panel = {}
    both = _table(cell, standing * np.int64(len(Phase)) + c.phase[rows], len(Standing) * len(Phase), town.count)
    both = both.reshape(town.count, len(GROUPS), len(Standing), len(Phase))
    by_standing, by_phase = both.sum(axis=3), both.sum(axis=2)
    pensioned = town.pensioned @ _MEMBERS.T.astype(np.int64)
    by_standing[:, :, Standing.PENSION] += pensioned
    by_phase[:, :, Phase.OUTSIDE] += pensioned
    out["citizens"] = by_standing.sum(axis=2).ravel()
    _spread(out, "standing", Standing, by_standing)
    _spread(out, "phase", Phase, by_phase)
    on = ON_SUPPORT_TABLE.take(standing)
    supported, cells = rows[on], cell[on]
    _means(out, town, supported, cells)
    marks = c.agency[supported] * np.int64(len(Identity)) + c.identity[supported]
    both = _table(cells, marks, len(Agency) * len(Identity), town.count)
    both = both.reshape(town.count, len(GROUPS), len(Agency), len(Identity))
    _spread(out, "agency", Agency, both.sum(axis=3))
    _spread(out, "identity", Identity, both.sum(axis=2))
    _posts(out, town, now)
    _firms(out, town, now)
    _citizens(out, town, supported)
    for name in (*(f"hours_{work}" for work in HOURS), "meetings", "placements_started", "jobs_won", "jobs_lost"):
        _one(out, name, now.tally.of(name, town.count))
    return out


def _table(cell: Counts, code: npt.NDArray[np.integer], kinds: int, towns: int) -> Counts:
    """Counts by town, group and code."""
    flat = np.bincount(cell * kinds + code, minlength=towns * CELLS * kinds).reshape(towns, CELLS, kinds)
    return np.asarray(np.einsum("gc,tck->tgk", _MEMBERS.astype(np.int64), flat))


def _spread(out: Panel, prefix: str, words: type[Word], table: Counts) -> None:
    for word in words:
        out[f"{prefix}_{word.key}"] = table[:, :, int(word)].ravel()


def _means(out: Panel, town: Town, rows: Counts, cells: Counts) -> None:
    groups = _MEMBERS.T.astype(np.float64)
    cellwise = town.count * CELLS
    count = np.einsum("tc,cg->tg", np.bincount(cells, minlength=cellwise).reshape(-1, CELLS), groups)
    for state in PANEL_STATES:
        total = exact_sum(cells, getattr(town.citizens, state)[rows], cellwise).reshape(-1, CELLS)
        # Sums on a grid: exact in any order, so that the last bit does not hang on who stands where in the table.
        summed = np.einsum("tc,cg->tg", total, groups)
        out[f"mean_{state}"] = np.divide(summed, count, out=np.full(count.shape, np.nan), where=count > 0).ravel()


def _posts(out: Panel, town: Town, now: Now) -> None:
    posts = town.posts
    mine = posts.open & (posts.kind == CaseworkerKind.AUTHORITY)
    worn = np.where(posts.strain > _STRAINED, int(CaseworkerCondition.STRAINED), int(CaseworkerCondition.ENGAGED))
    condition = np.where(posts.strain > _BURNT_OUT, int(CaseworkerCondition.BURNT_OUT), worn)
    condition = np.where(now.week - posts.since < _NEW_WEEKS, int(CaseworkerCondition.NEW), condition)
    condition = np.where(posts.filled, condition, int(CaseworkerCondition.VACANT))
    _whole(out, "caseworkers", CaseworkerCondition, condition[mine], posts.town[mine], town.count)
    filled = mine & posts.filled
    cases = np.bincount(posts.town[filled], weights=posts.cases[filled], minlength=town.count)
    number = np.bincount(posts.town[filled], minlength=town.count)
    _one(out, "caseload", np.divide(cases, number, out=np.full(town.count, np.nan), where=number > 0))


def _firms(out: Panel, town: Town, now: Now) -> None:
    firms = town.firms
    moved = firms.capacity - firms.capacity_before
    state = np.where(moved > _MOVED, int(FirmCondition.GROWING), int(FirmCondition.OPEN))
    state = np.where(moved < -_MOVED, int(FirmCondition.WORN), state)
    state = np.where(firms.capacity < now.settings.firms.closed_below, int(FirmCondition.CLOSED), state)
    _whole(out, "firms", FirmCondition, state, firms.town, town.count)
    number = np.bincount(firms.town, minlength=town.count)
    total = exact_sum(firms.town, firms.capacity, town.count)
    _one(out, "inclusion_capacity", np.divide(total, number, out=np.full(town.count, np.nan), where=number > 0))


def _citizens(out: Panel, town: Town, supported: Counts) -> None:
    c = town.citizens
    carried = c.net_support[supported]
    network = np.where(carried >= _THIN, int(NetworkCondition.THIN), int(NetworkCondition.SHRUNK))
    network = np.where(carried >= _SUPPORTIVE, int(NetworkCondition.SUPPORTIVE), network)
    _whole(out, "networks", NetworkCondition, network, c.town[supported], town.count)
    for name, mask in (
        ("support", c.queue != Service.NONE),
        ("team", c.case_stage == CaseStage.QUEUED),
        ("start", c.waiting_start),
    ):
        _one(out, f"waiting_{name}", town.tally(np.flatnonzero(mask & c.present)))
    paid = supported[c.benefit[supported] != Benefit.NONE]
    step = np.searchsorted(_REFUND_STEPS, c.benefit_weeks[paid], side="right")
    steps = np.bincount(c.town[paid].astype(np.int64) * 4 + step, minlength=4 * town.count).reshape(-1, 4)
    for number in range(4):
        _one(out, f"benefit_weeks_b{number + 1}", steps[:, number])


def _whole(
    out: Panel,
    prefix: str,
    words: type[Word],
    codes: npt.NDArray[np.integer],
    home: npt.NDArray[np.integer],
    towns: int,
) -> None:
    kinds = len(words)
    counts = np.bincount(home.astype(np.int64) * kinds + codes, minlength=kinds * towns).reshape(towns, kinds)
    for word in words:
        _one(out, f"{prefix}_{word.key}", counts[:, int(word)])


def _one(out: Panel, name: str, by_town: npt.NDArray[np.generic]) -> None:
    """What belongs to a town as a whole stands in its first group only."""
    column = np.full((len(by_town), len(GROUPS)), np.nan if _REAL[name] else 0.0)
    column[:, 0] = by_town
    out[name] = column.ravel()


_REAL = {name: "Float" in str(kind) for name, kind in PANEL.items()}
