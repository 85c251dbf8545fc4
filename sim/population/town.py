"""The town: citizens, posts, workplaces and outsiders together; all there is to know between two weeks.

Several towns of the same make but different seeds can live side by side in one object: on small populations the cost of
a week is the number of array calls, not of citizens, so that eight towns cost little more than one. Nothing passes
between towns, and a town's life does not depend on who its neighbours are (a test holds both).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from sim.arrays import OneOf
from sim.population.citizens import Citizens
from sim.population.columns import I32, I64, U64, Bool, Columns
from sim.population.expected import Expected
from sim.population.groups import CELLS
from sim.population.surroundings import Firms, Outsiders, Posts
from sim.vocabulary import ON_SUPPORT, Occupation, Sector, Standing

NUMBER_BITS = 24
"""Bits of a citizen's number that count within the town; the rest is the town."""
MOST_TOWNS = 1 << (32 - NUMBER_BITS)


@dataclass
class Town:
    """Everything that changes from week to week. Copying it copies a world.

    ``seeds``: one per town. ``next_citizen``: by town. ``reference_stock``: citizens at the start of each town;
    staffing
    and capacities are sized by it, so that policies do not chase their own success. ``pensioned``: pensioners so far by
    town and group cell (a pension is for good, so their rows are used again). ``luck``: keys draws of a whole town.
    ``expected``: entrants made in advance; no part of the state, for they can be made again at any time.
    """

    citizens: Citizens
    posts: Posts
    firms: Firms
    outsiders: Outsiders
    seeds: tuple[int, ...]
    luck: U64
    next_citizen: I64
    reference_stock: int
    pensioned: I64
    firms_by_occupation: tuple[I64, I64] = field(default_factory=lambda: (np.zeros(0, np.int64), np.zeros(1, np.int64)))
    firms_by_sector: tuple[I64, I64] = field(default_factory=lambda: (np.zeros(0, np.int64), np.zeros(1, np.int64)))
    staff_of_firm: tuple[I64, I64] = field(default_factory=lambda: (np.zeros(0, np.int64), np.zeros(1, np.int64)))
    first_firm: I64 = field(default_factory=lambda: np.zeros(2, np.int64))
    first_outsider: I64 = field(default_factory=lambda: np.zeros(2, np.int64))
    expected: Expected | None = None
    # Made when first asked for; the last entry is for nobody, who is -1.
    _post_numbers: I32 = field(default_factory=lambda: np.zeros(0, np.int32), repr=False, compare=False)
    _firm_numbers: I64 = field(default_factory=lambda: np.zeros(0, np.int64), repr=False, compare=False)

    @property
    def count(self) -> int:
        """Number of towns side by side."""
        return len(self.seeds)

    def copy(self) -> Town:
        """An independent copy; the derived indices are shared, since they never change."""
        return Town(
            self.citizens.copy(),
            self.posts.copy(),
            self.firms.copy(),
            self.outsiders.copy(),
            self.seeds,
            self.luck,
            self.next_citizen.copy(),
            self.reference_stock,
            self.pensioned.copy(),
            self.firms_by_occupation,
            self.firms_by_sector,
            self.staff_of_firm,
            self.first_firm,
            self.first_outsider,
            self.expected,
        )

    def index(self) -> Town:
        """Build the fixed look-ups of workplaces by town, sector and occupation, and of people by workplace."""
        kinds = len(Occupation)
        code = self.firms.town.astype(np.int64) * kinds + self.firms.occupation
        by_work = np.argsort(code, kind="stable")
        self.firms_by_occupation = by_work, _starts(code[by_work], self.count * kinds)
        code = self.firms.town.astype(np.int64) * len(Sector) + self.firms.sector
        code = code * kinds + self.firms.occupation
        by_sector = np.argsort(code, kind="stable")
        self.firms_by_sector = by_sector, _starts(code[by_sector], self.count * len(Sector) * kinds)
        employed = np.flatnonzero(self.outsiders.firm >= 0)
        order = employed[np.argsort(self.outsiders.firm[employed], kind="stable")]
        self.staff_of_firm = order, _starts(self.outsiders.firm[order], self.firms.rows)
        self.first_firm = _starts(self.firms.town, self.count)
        self.first_outsider = _starts(self.outsiders.town, self.count)
        return self

    def tally(self, rows: npt.NDArray[np.integer]) -> I64:
        """How many of the citizens in ``rows`` live in each town."""
        if self.count == 1:
            return np.array([len(rows)])
        return np.bincount(self.citizens.town[rows], minlength=self.count)

    def post_number(self, post: npt.NDArray[np.integer]) -> npt.NDArray[np.integer]:
        """A post's number within its own town, as the log tells it; -1 stays."""
        if len(self._post_numbers) != len(self.posts.town) + 1:
            self._post_numbers = np.append(self.posts.number, np.int32(-1))
        return self._post_numbers.take(post)

    def firm_number(self, firm: npt.NDArray[np.integer]) -> npt.NDArray[np.integer]:
        """A workplace's number within its own town, as the log tells it; -1 stays."""
        if len(self._firm_numbers) != len(self.firms.town) + 1:
            number = np.arange(self.firms.rows) - self.first_firm.take(self.firms.town)
            self._firm_numbers = np.append(number, -1)
        return self._firm_numbers.take(firm)


def _starts(ordered: npt.NDArray[np.integer], codes: int) -> I64:
    return np.searchsorted(ordered, np.arange(codes + 1)).astype(np.int64)


def side_by_side(towns: list[Town]) -> Town:
    """Put towns, or companies of towns, of one make side by side; references are shifted, luck stays."""
    if len(towns) == 1:
        return towns[0]
    posts = firms = outsiders = number = 0
    parts: dict[str, list[dict[str, npt.NDArray[np.generic]]]] = {name: [] for name in _TABLES}
    for town in towns:
        c = town.citizens.copy()
        c.citizen += np.uint32(number << NUMBER_BITS)
        for column in (c.post, c.broker):
            column[column >= 0] += posts
        for column in (c.firm, c.promise, c.old_firm, c.wanted_by):
            column[column >= 0] += firms
        c.tie_to[c.tie_to >= 0] += outsiders
        o = town.outsiders.copy()
        o.firm[o.firm >= 0] += firms
        p, f = town.posts.copy(), town.firms.copy()
        for table in (c, o, p, f):
            table.town += np.uint8(number)
        for name, part in zip(_TABLES, (c, p, f, o), strict=True):
            parts[name].append(part.arrays())
        posts, firms, outsiders = posts + p.rows, firms + f.rows, outsiders + o.rows
        number += town.count
    tables = {
        name: kind(
            **{column: np.concatenate([part[column] for part in parts[name]], axis=-1) for column in kind.facts()}
        )
        for name, kind in _TABLES.items()
    }
    return Town(
        **tables,  # type: ignore[arg-type]
        seeds=tuple(seed for town in towns for seed in town.seeds),
        luck=np.concatenate([t.luck for t in towns]),
        next_citizen=np.concatenate([t.next_citizen for t in towns]),
        reference_stock=towns[0].reference_stock,
        pensioned=np.concatenate([t.pensioned for t in towns]),
    ).index()


_TABLES: dict[str, type[Columns]] = {"citizens": Citizens, "posts": Posts, "firms": Firms, "outsiders": Outsiders}


def no_pensioners(towns: int) -> I64:
    """Nobody pensioned yet, by town and cell."""
    return np.zeros((towns, CELLS), dtype=np.int64)


def standings(*members: Standing) -> OneOf:
    """A look-up by standing code: whether it is one of ``members``."""
    return OneOf(members)


ON_SUPPORT_TABLE: OneOf = standings(*ON_SUPPORT)
"""Whether each standing counts as public support without ordinary work or flexjob."""


def on_support(citizens: Citizens) -> Bool:
    """Mask of the citizens on public support and not in ordinary work or a flexjob."""
    return ON_SUPPORT_TABLE.take(citizens.standing)
