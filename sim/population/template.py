"""A synthetic town as tables in the format that is read: something to fill in, and to test the reading with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import numpy as np
import polars as pl

from sim.errors import PopulationError
from sim.population import texts
from sim.population.columns import I64, Columns
from sim.population.fields import FIELDS, OwnField
from sim.population.synthesis import synthesise
from sim.population.town import Town
from sim.scenario.settings import Settings
from sim.vocabulary import Benefit, CaseworkerKind


def template(
    folder: Path | str,
    settings: Settings | None = None,
    seed: int = 1,
    suffix: Literal[".csv", ".parquet"] = ".csv",
) -> tuple[Path, ...]:
    """Write a synthetic town as tables to fill in: citizens, firms and caseworkers with every column they may have.

    ``suffix`` is ``.csv`` or ``.parquet``. Files that exist are not overwritten.

    Raises:
        PopulationError: when a file exists or cannot be written.
    """
    place = Path(folder)
    frames = frames_of(synthesise(0, seed, Settings() if settings is None else settings))
    paths = tuple(place / f"{name}{suffix}" for name in frames)
    try:
        place.mkdir(parents=True, exist_ok=True)
        for path, frame in zip(paths, frames.values(), strict=True):
            with path.open("xb") as handle:
                if suffix == ".csv":
                    frame.write_csv(handle)
                else:
                    frame.write_parquet(handle)
    except OSError as error:
        what = texts.EXISTS if isinstance(error, FileExistsError) else texts.UNWRITABLE
        raise PopulationError.about(
            str(error.filename or place),
            what,
            texts.OTHER_FOLDER,
            nothing_done=texts.NOTHING_WRITTEN,
        ) from None
    return paths


def frames_of(town: Town) -> Mapping[str, pl.DataFrame]:
    """A town at week 0 as tables in the format that is read."""
    c, staff = town.citizens, np.flatnonzero(town.posts.kind == CaseworkerKind.AUTHORITY)
    rows = np.flatnonzero(c.present)
    firms = np.arange(town.firms.rows)
    named = {"citizens": rows, "firms": firms, "caseworkers": staff}
    own: dict[str, dict[str, pl.Series]] = {
        "citizens": {
            "age": pl.Series((0 - c.born[rows]) / np.float32(52.0)),
            "id": _names("c", len(rows)),
            "benefit": pl.Series([Benefit.keys()[code] for code in c.benefit[rows].tolist()], dtype=pl.String),
            "caseworker": _names("k", len(staff))[np.searchsorted(staff, c.post[rows])],
        },
        "firms": {"id": _names("f", len(firms))},
        "caseworkers": {"id": _names("k", len(staff)), "weeks_in_post": pl.Series(0 - town.posts.since[staff])},
    }
    tables: dict[str, Columns] = {"citizens": c, "firms": town.firms, "caseworkers": town.posts}
    return {
        name: pl.DataFrame(
            {
                field.name: own[name][field.name]
                if field.name in own[name]
                else _series(field, tables[name], named[name])
                for field in FIELDS[name]
            }
        )
        for name in tables
    }


def _names(letter: str, count: int) -> pl.Series:
    return pl.Series([f"{letter}{number}" for number in range(1, count + 1)], dtype=pl.String)


def _series(field: OwnField, table: Columns, rows: I64) -> pl.Series:
    column = getattr(table, field.column)
    values = column[field.row][rows] if field.row is not None else column[rows]
    if field.words:
        return pl.Series([field.words[code] for code in values.tolist()], dtype=pl.String)
    return pl.Series(values)
