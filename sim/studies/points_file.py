"""The table of points of ``method = "file"``: a CSV or Parquet file with a column per setting."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from sim.errors import Problem, Where
from sim.scenario.facts import facts_of, sections_of
from sim.scenario.names import nearest
from sim.scenario.reading import Document
from sim.scenario.settings import Settings
from sim.scenario.shown import raw_value
from sim.scenario.texts import KEEP_ONE, did_you_mean
from sim.scenario.values import read_assignment
from sim.studies import texts
from sim.studies.factors import Factor

_MOST_TOLD = 20


def read_points(
    document: Document, folder: Path, named: object, factors: Sequence[Factor],
) -> tuple[pl.DataFrame | None, list[Problem]]:
    """Return the table, columns in its order, and what is wrong with it.

    Every column is a setting by its dotted key; a setting that the study file names too clashes.
    """
    where = document.where("design", "file")
    if not isinstance(named, str):
        return None, [Problem(where, texts.POINTS_WANTED, None if named is None else raw_value(named))]
    path = Path(os.path.normpath(folder / named))
    if not path.is_file():
        return None, [Problem(where, texts.POINTS_MISSING, raw_value(named))]
    try:
        table = pl.read_parquet(path) if path.suffix == ".parquet" else pl.read_csv(path, infer_schema_length=None)
    except (pl.exceptions.PolarsError, OSError, UnicodeDecodeError) as error:
        return None, [Problem(Where(path.as_posix()), texts.points_unreadable(type(error).__name__))]
    if not table.height or not table.width:
        return None, [Problem(Where(path.as_posix()), texts.POINTS_EMPTY)]
    problems = [one for column in table.columns for one in _of_column(table[column], path, factors)]
    return (None if problems else table), problems


def _of_column(column: pl.Series, path: Path, factors: Sequence[Factor]) -> list[Problem]:
    key = column.name
    file = path.as_posix()
    known = facts_of(Settings)
    if key not in known:
        near = nearest(key, known)
        return [Problem(Where(file, 1, key), texts.IS_NO_SETTING, None, None, did_you_mean(near) if near else None)]
    if any(factor.key == key for factor in factors):
        return [Problem(Where(file, 1, key), texts.ALSO_IN_STUDY, None, None, KEEP_ONE)]
    section, name = key.split(".")
    problems: list[Problem] = []
    for row, value in enumerate(column.to_list(), 2):
        here = Document(file, {}, {(section,): row, (section, name): row})
        _, found = read_assignment(here, (section, name), value, sections_of(Settings)[section])
        problems += found
        if len(problems) >= _MOST_TOLD:
            break
    return problems
