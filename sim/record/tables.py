"""The four tables of a run, or of several runs laid end to end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Self

import polars as pl

from sim.errors import RecordError
from sim.record.laws import Frames, broken_laws
from sim.record.schema import SORTED_BY, TABLES, Layer


@dataclass(frozen=True)
class RunTables:
    """Citizens, spells, events and the weekly panel, with the columns of ``sim.record.schema``.

    Rows of several seeds stand in the order of the seeds. A frame is never changed in place.
    """

    citizens: pl.DataFrame
    spells: pl.DataFrame
    events: pl.DataFrame
    panel: pl.DataFrame

    @classmethod
    def empty(cls) -> Self:
        """Return tables with every column and no row."""
        return cls(**{name: schema.to_frame() for name, schema in TABLES.items()})

    @classmethod
    def joined(cls, parts: Iterable[RunTables]) -> Self:
        """Lay the tables of several seeds end to end, in the order of the seeds whatever the order they came in.

        Raises:
            RecordError: when two parts hold the same seed, or a part's columns are not those of the schema.
        """
        kept = [(part.seeds, part) for part in parts]
        all_seeds = [seed for seeds, _ in kept for seed in seeds]
        twice = sorted({seed for seed in all_seeds if all_seeds.count(seed) > 1})
        if twice:
            raise RecordError.about("tables", f"seed {twice[0]} comes more than once", "Give every run its own seed.")
        kept.sort(key=lambda pair: pair[0])
        try:
            return cls(**{
                name: pl.concat([schema.to_frame(), *(part.frame(name) for _, part in kept)], rechunk=True)
                for name, schema in TABLES.items()
            }).in_order()
        except (pl.exceptions.SchemaError, pl.exceptions.ShapeError) as error:
            raise RecordError.about("tables", f"columns differ from the schema ({error})") from error

    @cached_property
    def seeds(self) -> tuple[int, ...]:
        """Every seed that has a row in any table, smallest first."""
        found = {seed for _, frame in self.items() for seed in frame["seed"].unique()}
        return tuple(sorted(found))

    @cached_property
    def weeks(self) -> int:
        """Number of simulated weeks, as the panel tells; 0 when the panel is empty."""
        last = self.panel["week"].max()
        return int(last) + 1 if isinstance(last, int) else 0

    def frame(self, name: str) -> pl.DataFrame:
        """Return one table by its name.

        Raises:
            KeyError: when there is no such table.
        """
        return dict(self.items())[name]

    def items(self) -> Iterator[tuple[str, pl.DataFrame]]:
        """Yield every table's name and frame, in the order of the schema."""
        for field in fields(self):
            yield field.name, getattr(self, field.name)

    def of_seed(self, seed: int) -> RunTables:
        """Return the rows of one seed."""
        return RunTables(**{name: frame.filter(pl.col("seed") == seed) for name, frame in self.items()})

    def spells_of(self, layer: Layer) -> pl.DataFrame:
        """Return one layer's spells sorted by seed, citizen and start, without layer and cause; weeks are Int32.

        The frame is made once and kept, since many measures begin with it.
        """
        if layer not in self._layers:
            kept = self.spells.filter(pl.col("layer") == int(layer)).select(
                "seed", "citizen", "code", "open_left", "open_right", pl.col("start", "end").cast(pl.Int32),
            )
            self._layers[layer] = kept.sort("seed", "citizen", "start")
        return self._layers[layer]

    @cached_property
    def _layers(self) -> dict[Layer, pl.DataFrame]:
        return {}

    def in_order(self) -> Self:
        """Return the same rows sorted as the schema says; rows that tie keep their order."""
        return type(self)(**{
            name: frame.sort(SORTED_BY[name], maintain_order=True).rechunk() for name, frame in self.items()
        })

    def checked(self) -> Self:
        """Return these tables when they keep every law of the record (types, unique keys, codes, tiling, counts).

        Raises:
            RecordError: with every law that is broken and the first row that breaks it.
        """
        problems = broken_laws(Frames(**dict(self.items()), weeks=self.weeks))
        if problems:
            raise RecordError(problems, "The tables were not used.")
        return self
