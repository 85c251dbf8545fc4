"""Types of pathway in words and numbers: what each is like, how many there are and why, and how firm they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from sim.outcomes.typology import Typology
from sim.record.tables import RunTables
from sim.views.drawing import Drawing
from sim.views.figures_index import occurring, types_figure
from sim.views.numbers import number
from sim.views.pathway_findings import percent
from sim.views.pathway_sides import Sides, Types
from sim.views.texts import joined, say
from sim.vocabulary import EventKind, Language, TurningPoint

_A_YEAR = 52
_STRUCTURE = ((0.7, "strong"), (0.5, "fair"), (0.25, "weak"), (-1.0, "none"))
"""Kaufman and Rousseeuw's reading of the average silhouette width (1990)."""

_STABLE = ((0.8, "stable"), (0.6, "fairly_stable"), (-1.0, "unstable"))
_KINDS = 3
_UNUSUAL = 1.25
_ENOUGH = 10
"""A kind of turning point is named when it is a quarter more common than usual, and seen at least ten times."""


@dataclass(frozen=True, slots=True)
class TypePart:
    """The section on types."""

    figure: Drawing
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marked: tuple[str, ...]
    notes: tuple[str, ...]


def type_part(sides: Sides, language: Language) -> TypePart | None:
    """The section; nothing when no types were looked for."""
    if sides.types is None:
        return None
    found = sides.types.found
    names = names_of(found, language)
    shares = [len(found.members(kind)) / len(found.kind) for kind in range(found.count)]
    finding = say("pathways.types.finding", language, {
        "count": str(found.count), "name": names[0], "share": percent(shares[0], language)})
    prefix = f"types-{language}"
    labels = [f"{_broken(name)}\n{percent(share, language)}" for name, share in zip(names, shares, strict=True)]
    svg = types_figure(sides.start, found, labels, prefix, language)
    drawing = Drawing(prefix, finding, say("pathways.describe.types", language), sides.source(language), svg)
    turned = turning_of(sides.types.found, sides.tables, tuple(sides.types.rows.values()))
    columns, rows = _table(sides, sides.types, names, turned, language)
    marked = tuple(
        say("pathways.types.marked", language, {"name": name, "kinds": joined(kinds, language)})
        for kind, name in enumerate(names) if (kinds := _unusual(turned, kind, language))
    )
    return TypePart(drawing, columns, rows, marked, _notes(sides.types, len(sides.titles) > 1, language))


def names_of(found: Typology, language: Language) -> list[str]:
    """Each type by what its middle pathway is mostly in, year by year; numbered where two would be alike."""
    words = {int(word): word.label(language) for word in found.codes.words}
    plain = [
        f", {say('pathways.then', language)} ".join(words[code] if place == 0 else words[code].lower()
                                            for place, code in enumerate(found.shape(kind, _A_YEAR)))
        for kind in range(found.count)
    ]
    return [name if plain.count(name) == 1 else f"{name} ({plain[:place].count(name) + 1})"
            for place, name in enumerate(plain)]


def turning_of(found: Typology, tables: tuple[RunTables, ...], rows: tuple[slice, ...]) -> pl.DataFrame:
    """Return kind, turning point (code), how many turned, and citizens of the kind, over all sides."""
    frames = []
    for side, part in zip(tables, rows, strict=True):
        people = found.codes.people[part].with_columns(kind=pl.Series(found.kind[part]))
        turned = side.events.filter((pl.col("kind") == int(EventKind.TURNING_POINT)) & pl.col("turned"))
        points = turned.select("seed", "citizen", point="current")
        frames.append(people.join(points, on=["seed", "citizen"], how="inner"))
    sizes = pl.DataFrame({"kind": np.arange(found.count), "citizens": np.bincount(found.kind, minlength=found.count)})
    counted = pl.concat(frames).group_by("kind", "point").agg(turned=pl.len())
    return sizes.join(counted, on="kind", how="left").sort("kind", "point")


def _table(
    sides: Sides, types: Types, names: list[str], turned: pl.DataFrame, language: Language,
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    found, words = types.found, occurring(types.found.codes)
    two = len(types.rows) > 1
    main = sorted(words, key=lambda word: -int((found.codes.codes == int(word)).sum()))[:4]
    main = [word for word in words if word in main]
    head = [say("pathways.types.column.type", language), say("pathways.types.column.share", language)]
    head += [say("pathways.types.column.other", language, {"other": sides.other_name(language)})] if two else []
    head += [f"{say('pathways.types.column.weeks', language)} {word.label(language).lower()}" for word in main]
    head += [say(f"pathways.types.column.{key}", language) for key in ("up", "down", "overlap")]
    rows = []
    for kind, name in enumerate(names):
        codes = found.codes.codes[found.members(kind)]
        cells = [percent(float((found.kind[part] == kind).mean()), language) for part in types.rows.values()]
        cells += [number(float((codes == int(word)).sum(axis=1).mean()), 0, language) for word in main]
        cells += [*_turning_cells(turned, kind, language), number(float(found.overlap[kind]), 2, language)]
        rows.append((name, *cells))
    return tuple(head), tuple(rows)


def _turning_cells(turned: pl.DataFrame, kind: int, language: Language) -> tuple[str, str]:
    """Turning points per citizen, upward and downward."""
    mine, own = _counted(turned, kind)
    ways = [sum(count for point, count in mine.items() if TurningPoint(point).upward is way) for way in (True, False)]
    return number(ways[0] / own, 1, language), number(ways[1] / own, 1, language)


def _unusual(turned: pl.DataFrame, kind: int, language: Language) -> list[str]:
    """The kinds of turning point that stand out most in a type."""
    mine, own = _counted(turned, kind)
    all_kinds = [_counted(turned, one) for one in turned["kind"].unique().to_list()]
    everybody = sum(size for _, size in all_kinds)
    usual = {point: sum(counts.get(point, 0) for counts, _ in all_kinds) / everybody for point in mine}
    found = [point for point, count in mine.items() if count >= _ENOUGH and count / own > _UNUSUAL * usual[point]]
    found.sort(key=lambda point: (-mine[point] / own / usual[point], point))
    return [TurningPoint(point).label(language).lower() for point in found[:_KINDS]]


def _counted(turned: pl.DataFrame, kind: int) -> tuple[dict[int, int], int]:
    """How often each kind of turning point turned in a type, and how many citizens it has."""
    mine = turned.filter(pl.col("kind") == kind)
    counts = mine.drop_nulls("point").select("point", "turned").iter_rows()
    return {int(point): int(count) for point, count in counts}, int(mine["citizens"][0])


def _notes(types: Types, two: bool, language: Language) -> tuple[str, ...]:  # noqa: FBT001 - one scenario or two
    found = types.found
    width = found.silhouettes.get(found.count, float("nan"))
    tried = joined([
        say("pathways.types.silhouette", language, {"count": str(count), "width": number(value, 2, language)})
        for count, value in found.silhouettes.items()
    ], language)
    structure = next(name for least, name in _STRUCTURE if width >= least)
    mean, low = float(found.agreement.mean()), float(found.agreement.min())
    stable = next(name for least, name in _STABLE if mean >= least)
    shown = {"width": number(width, 2, language)}
    sides = say("pathways.types.sides", language) if two else ""
    return (
        say("pathways.types.method", language, {"people": number(len(found.kind), 0, language), "sides": sides}),
        say("pathways.types.given" if types.chosen else "pathways.types.criterion", language, {"silhouettes": tried})
        + " " + say(f"pathways.types.structure.{structure}", language, shown),
        say("pathways.types.stability", language, {"mean": number(mean, 2, language), "low": number(low, 2, language)})
        + " " + say(f"pathways.types.{stable}", language),
    )


def _broken(name: str) -> str:
    """Put a name on as many lines as fit beside the figure."""
    lines = [""]
    for word in name.split():
        if len(lines[-1]) + len(word) > 26:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)
