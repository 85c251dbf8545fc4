"""Moves between phases and turning points, compared: the rows behind two figures of the brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from sim.outcomes.pathways import transition_rates
from sim.outcomes.turning_points import by_kind
from sim.record.tables import RunTables
from sim.views.contrasts import row_from
from sim.views.rates import rates
from sim.views.rows import Row
from sim.views.texts import say
from sim.vocabulary import Family, Language, Phase, TurningPoint

_TOWARD_WORK = (Phase.DERAILMENT, Phase.SETBACK, Phase.STAGNATION, Phase.PROGRESSION, Phase.IN_WORK)
"""From furthest away to work itself; leaving the system has no place on this line."""

@dataclass(frozen=True, slots=True)
class Depth:
    """How many of the commonest moves (each way) and kinds of turning point are shown."""

    flows_each_way: int
    kinds: int


FULL = Depth(5, 8)
BRIEFLY = Depth(3, 6)
"""For pages with many alternatives."""


def flow_rates(tables: RunTables) -> pl.DataFrame:
    """Moves from phase to phase per 1,000 citizens and year, per seed; measures are named "setback>stagnation"."""
    named = transition_rates(tables).with_columns(measure=pl.format("{}>{}", "from", "to"))
    return rates(named.select("seed", "measure", count="moves"), tables)


def turning_rates(tables: RunTables) -> pl.DataFrame:
    """Turning points that turned per 1,000 citizens and year, per seed; measures are keys of ``TurningPoint``."""
    return rates(by_kind(tables).select("seed", measure="kind", count="turned"), tables)


def flow_rows(compared: pl.DataFrame, depth: Depth, language: Language) -> list[Row]:
    """The commonest moves toward work and away from it, from the comparison of both arms' ``flow_rates``."""
    rows: list[Row] = []
    found = _by_measure(compared)
    for heading, better in (("flow.toward", 1), ("flow.away", -1)):
        mine = [(key, cells) for key, cells in found.items() if _direction(key) == better]
        for place, (key, cells) in enumerate(_commonest(mine, depth.flows_each_way)):
            opening = say(heading, language) if place == 0 else ""
            rows.append(row_from(cells, _flow_words(key, language), better=better, heading=opening))
    return rows


def turning_rows(compared: pl.DataFrame, depth: Depth, language: Language) -> list[Row]:
    """The commonest kinds of turning point by family, from the comparison of both arms' ``turning_rates``."""
    commonest = _commonest(list(_by_measure(compared).items()), depth.kinds)
    named = [(TurningPoint.from_key(key), cells) for key, cells in commonest]
    rows: list[Row] = []
    for family in Family:
        mine = [(kind, cells) for kind, cells in named if kind.family is family]
        for place, (kind, cells) in enumerate(mine):
            opening = family.label(language) if place == 0 else ""
            rows.append(row_from(cells, kind.label(language), better=1 if kind.upward else -1, heading=opening))
    return rows


Found = Mapping[str, dict[str, object]]


def _by_measure(compared: pl.DataFrame) -> Found:
    return {str(cells["measure"]): cells for cells in compared.iter_rows(named=True)}


def _commonest(found: list[tuple[str, dict[str, object]]], most: int) -> list[tuple[str, dict[str, object]]]:
    """The commonest by the mean of both arms, commonest first; equal ones by name."""
    def size(entry: tuple[str, dict[str, object]]) -> float:
        levels = (entry[1].get("base"), entry[1].get("other"))
        return sum(level for level in levels if isinstance(level, float))

    return sorted((entry for entry in found if size(entry) > 0), key=lambda entry: (-size(entry), entry[0]))[:most]


def _direction(key: str) -> int:
    origin, target = (Phase.from_key(code) for code in key.split(">"))
    if origin not in _TOWARD_WORK or target not in _TOWARD_WORK:
        return 0
    return 1 if _TOWARD_WORK.index(target) > _TOWARD_WORK.index(origin) else -1


def _flow_words(key: str, language: Language) -> str:
    origin, target = (Phase.from_key(code).label(language) for code in key.split(">"))
    return say("figure.flow", language, {"origin": origin, "target": target.lower()})

