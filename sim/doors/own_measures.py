"""Measures of one's own: a function from the tables of runs to a number per seed, put beside those of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import polars as pl

from sim.errors import OutcomeError, Text
from sim.outcomes.catalogue import MEASURES
from sim.outcomes.groups import ALL
from sim.outcomes.measuring import SCHEMA
from sim.record.schema import GROUPS
from sim.record.tables import RunTables

OwnMeasure = Callable[[RunTables], pl.DataFrame]
"""From the tables of runs to a frame with ``seed`` and ``value``, and ``group`` where there is one value for each."""

_SHAPE = Text(
    "skal give en tabel med seed og value (og evt. group), højst en række for hver",
    "must give a frame with seed and value (and group, where wanted), at most one row for each",
)


def own_measured(tables: RunTables, own: Mapping[str, OwnMeasure]) -> pl.DataFrame:
    """Return seed, group, measure and value of each, one row per seed; null where the function gave none.

    Raises:
        OutcomeError: when a name is taken, or what a function gives is of another shape.
    """
    taken = {one.key for one in MEASURES}
    frames = []
    for name, function in own.items():
        if name in taken:
            raise OutcomeError.about("measure", Text("er navnet på et af modellens egne mål",
                                                     "is the name of one of the model's own measures"), key=name)
        found = function(tables)
        frames.append(_in_shape(name, found, tables))
    return pl.concat([pl.DataFrame(schema=SCHEMA), *frames])


def _in_shape(name: str, found: object, tables: RunTables) -> pl.DataFrame:
    if not isinstance(found, pl.DataFrame) or not {"seed", "value"} <= set(found.columns):
        raise OutcomeError.about("measure", _SHAPE, key=name)
    grouped = found if "group" in found.columns else found.with_columns(group=pl.lit(ALL))
    try:
        typed = grouped.select(pl.col(column).cast(kind) for column, kind in SCHEMA.items() if column != "measure")
    except pl.exceptions.PolarsError as error:
        raise OutcomeError.about("measure", _SHAPE, key=name) from error
    strange = set(typed["group"]) - set(GROUPS) or set(typed["seed"]) - set(tables.seeds)
    if strange or typed.select("seed", "group").is_duplicated().any():
        raise OutcomeError.about("measure", _SHAPE, key=name, allowed=", ".join(GROUPS))
    wanted = pl.DataFrame({"seed": tables.seeds}, {"seed": pl.Int32}).join(
        typed.select("group").unique(maintain_order=True), how="cross")
    return (
        wanted.join(typed, on=["seed", "group"], how="left", maintain_order="left")
        .select("seed", "group", measure=pl.lit(name), value=pl.col("value").fill_nan(None))
    )
