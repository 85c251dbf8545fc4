"""The whole state of a run between two weeks: stored, resumed and branched without a trace."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

import numpy as np

from sim.errors import RunError
from sim.population.citizens import Citizens
from sim.population.columns import Columns
from sim.population.surroundings import Firms, Outsiders, Posts
from sim.population.town import Town

_FORMAT = 1
_PLAIN = ("luck", "next_citizen", "pensioned")
_TABLES: dict[str, type[Columns]] = {"citizens": Citizens, "posts": Posts, "firms": Firms, "outsiders": Outsiders}


@dataclass
class State:
    """A town, or several side by side, as the given week is about to begin."""

    town: Town
    week: int

    @property
    def seeds(self) -> tuple[int, ...]:
        """The seeds of the towns, in order."""
        return self.town.seeds

    def copy(self) -> State:
        """An independent copy: a branch of the same life."""
        return State(self.town.copy(), self.week)

    def to_bytes(self) -> bytes:
        """Everything needed to go on, as an npz archive of plain arrays."""
        town = self.town
        arrays = {
            f"{table}.{name}": array for table in _TABLES for name, array in getattr(town, table).arrays().items()
        }
        arrays["numbers"] = np.array([_FORMAT, self.week, town.reference_stock], dtype=np.int64)
        arrays["seeds"] = np.array(town.seeds, dtype=np.int64)
        for name in _PLAIN:
            arrays[name] = getattr(town, name)
        buffer = io.BytesIO()
        np.savez(buffer, **arrays)
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> State:
        """Read a state back.

        Raises:
            RunError: when the bytes are not a state, are damaged, or come from another version.
        """
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as archive:
                numbers = archive["numbers"].tolist()
                if numbers[0] != _FORMAT:
                    raise RunError.about("state", "was stored by another version", "Run the burn-in again.")
                tables = {
                    table: kind(**{name: archive[f"{table}.{name}"] for name in kind.facts()})
                    for table, kind in _TABLES.items()
                }
                plain = {name: archive[name] for name in _PLAIN}
                seeds = tuple(int(seed) for seed in archive["seeds"])
        except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile) as error:
            raise RunError.about("state", f"cannot be read ({error})", "Run the burn-in again.") from error
        town = Town(seeds=seeds, reference_stock=int(numbers[2]), **tables, **plain)  # type: ignore[arg-type]
        return cls(town.index(), int(numbers[1]))
