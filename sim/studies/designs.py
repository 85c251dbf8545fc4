"""From factors and a method to points: what is sampled, crossed with the levers' values, within each structure.

The order lets points share burn-ins: what reaches into the burn-in varies slowest, levers of week 0 fastest.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import polars as pl

from sim.errors import StudyError
from sim.scenario.loading import Given
from sim.studies import texts
from sim.studies.design import FromFile, Grid, LatinHypercube, Morris, Replications, Sobol
from sim.studies.distributions import Discrete, Distribution
from sim.studies.factors import Factor
from sim.studies.spreads import is_whole

Row = tuple[Given, ...]
PLACES = ("point", "stratum", "sample", "policy")
"""Columns of a table of points: its number, the combination of structure switches, the sampled row, the combination of
levers' values. The columns after them are the settings."""


@dataclass(frozen=True)
class Design:
    """``points``: a row per point. ``unit``: the sample as shares 0-1, a row per ``sample``; None if nothing is drawn.

    ``unit`` is what sensitivity analysis works on: the settings there are in its own columns, by key.
    """

    points: pl.DataFrame
    unit: pl.DataFrame | None


def laid_out(factors: Sequence[Factor], design: Replications, table: pl.DataFrame | None = None) -> Design:
    """Return the points of a study; ``table`` holds those of a file, with a column per key.

    Raises:
        StudyError: when SALib is needed and not installed.
    """
    strata = [factor for factor in factors if factor.kind == "structure" and factor.values]
    crossed = [factor for factor in factors if factor.kind != "structure" and factor.values]
    sampled = [factor for factor in factors if factor.spread is not None]
    unit: pl.DataFrame | None = None
    if table is not None:
        names, rows = table.columns, table.rows()
    elif isinstance(design, Grid):
        names, rows = [factor.key for factor in sampled], _grid(sampled, design.levels)
    else:
        names = [factor.key for factor in sampled]
        shares = _shares(names, design)
        unit = pl.DataFrame(shares, schema=dict.fromkeys(names, pl.Float64), orient="row")
        spreads = [factor.spread for factor in sampled if factor.spread is not None]
        rows = [tuple(spread.at(share) for spread, share in zip(spreads, row, strict=True)) for row in shares]
    keys = [factor.key for factor in strata] + names + [factor.key for factor in crossed]
    strata_rows, lever_rows = (list(product(*(factor.values for factor in some))) for some in (strata, crossed))
    made = [
        ((stratum, sample, policy), (*first, *middle, *last))
        for stratum, first in enumerate(strata_rows) for sample, middle in enumerate(rows)
        for policy, last in enumerate(lever_rows)
    ]
    numbered = [(number, *place) for number, (place, _) in enumerate(made)]
    places = pl.DataFrame(numbered, schema=dict.fromkeys(PLACES, pl.Int32), orient="row")
    columns = [_column(key, [values[place] for _, values in made]) for place, key in enumerate(keys)]
    return Design(places.with_columns(columns), unit)


def size_of(factors: Sequence[Factor], design: Replications, rows: int | None = None) -> int:
    """How many points there will be, without making them; ``rows`` are those of a file."""
    sampled = [factor.spread for factor in factors if factor.spread is not None]
    many = 1
    for factor in factors:
        many *= len(factor.values) or 1
    match design:
        case FromFile():
            return many * (rows or 0)
        case Grid():
            for spread in sampled:
                many *= len(spread.values) if isinstance(spread, Discrete) else design.levels
            return many
        case Morris():
            return many * design.trajectories * (len(sampled) + 1)
        case Sobol():
            return many * design.points * (2 * len(sampled) + 2 if design.second_order else len(sampled) + 2)
        case LatinHypercube():
            return many * design.points
    raise AssertionError(type(design))


def _grid(sampled: Sequence[Factor], levels: int) -> list[Row]:
    def cut(spread: Distribution) -> tuple[Given, ...]:
        if isinstance(spread, Discrete):
            return spread.values
        return tuple(dict.fromkeys(spread.at((level + 0.5) / levels) for level in range(levels)))

    return list(product(*(cut(factor.spread) for factor in sampled if factor.spread is not None)))


def _shares(names: Sequence[str], design: Replications) -> list[list[float]]:
    """The design on the unit cube, by SALib."""
    if importlib.util.find_spec("SALib") is None:
        raise StudyError.about("[design]", texts.NO_SALIB, texts.INSTALL, nothing_done=texts.NOTHING_RUN)
    problem = {"num_vars": len(names), "names": list(names), "bounds": [[0.0, 1.0]] * len(names)}
    sample: Any
    match design:
        case LatinHypercube():
            sample = importlib.import_module("SALib.sample.latin").sample(
                problem, design.points, seed=design.design_seed)
        case Morris():
            sample = importlib.import_module("SALib.sample.morris").sample(
                problem, design.trajectories, num_levels=design.levels, seed=design.design_seed)
        case Sobol():
            sample = importlib.import_module("SALib.sample.sobol").sample(
                problem, design.points, calc_second_order=design.second_order, seed=design.design_seed)
        case _:
            raise AssertionError(type(design))
    return [[float(share) for share in row] for row in sample]


def _column(key: str, values: Sequence[Given]) -> pl.Series:
    if any(isinstance(value, bool) for value in values):
        return pl.Series(key, values, dtype=pl.Boolean)
    if any(isinstance(value, str) for value in values):
        return pl.Series(key, values, dtype=pl.String)
    return pl.Series(key, values, dtype=pl.Int64 if is_whole(key) else pl.Float64, strict=False)
