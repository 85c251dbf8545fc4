"""Thin mesa agents: a handle on a row whose attributes read the columns. The people live in the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import mesa
import numpy as np

from sim.population.citizens import Citizens
from sim.population.columns import Columns
from sim.population.surroundings import Firms, Posts
from sim.vocabulary import Agency, Benefit, Identity, Phase, Standing, Word

if TYPE_CHECKING:
    from sim.engine.model import PathwayModel

_NAMES = {
    "citizens": frozenset(Citizens.facts()),
    "posts": frozenset(Posts.facts()),
    "firms": frozenset(Firms.facts()),
}
_WORDS: dict[str, type[Word]] = {
    "standing": Standing,
    "phase": Phase,
    "benefit": Benefit,
    "agency": Agency,
    "identity": Identity,
}


class Handle(mesa.Agent):  # type: ignore[misc]  # mesa ships no types
    """A handle on one row of a table; any column of the table is an attribute, as a plain Python value."""

    table_name = ""

    def __init__(self, model: PathwayModel, row: int) -> None:
        super().__init__(model)
        self.row = row

    @property
    def _table(self) -> Columns:
        table: Columns = getattr(self.model.town, self.table_name)
        return table

    def __getattr__(self, name: str) -> Any:
        """Read a column at this row.

        Raises:
            AttributeError: when the table has no such column.
        """
        if name.startswith("_") or name not in _NAMES[self.table_name]:
            raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")
        value = getattr(self._table, name)[..., self.row]
        if name in _WORDS:
            return _WORDS[name](int(value))
        return value.item() if np.ndim(value) == 0 else value.copy()

    def step(self) -> None:
        """Nothing: the week moves all rows together, in ``PathwayModel.step``."""


class CitizenHandle(Handle):
    """One citizen. ``number`` is the number by order of entry; ``standing``, ``phase`` … come as words."""

    table_name = "citizens"

    @property
    def number(self) -> int:
        """Number by order of entry, the same for the whole run."""
        return int(self.model.town.citizens.citizen[self.row])


class PostHandle(Handle):
    """One post of a caseworker or broker."""

    table_name = "posts"


class FirmHandle(Handle):
    """One workplace."""

    table_name = "firms"
