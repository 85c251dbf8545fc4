"""A page on pathways put together from one or two run folders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import starmap

import numpy as np
import polars as pl

from sim.doors.study import Kept
from sim.errors import OutcomeError, RecordError, Text
from sim.outcomes.twins import whole_pathways
from sim.outcomes.typology import MOST, SAMPLE, typology
from sim.outcomes.week_codes import WeekCodes
from sim.record.schema import Layer
from sim.scenario.comparing import another_town
from sim.views.cautions import cautions_before
from sim.views.pathway_sides import Side, Sides, Types
from sim.vocabulary import LANGUAGES


def sides_of(runs: Sequence[Kept], layer: str, types: str) -> Sides:
    """Measure one run, or two that can be held against each other; ``types``: none, auto or a number.

    Raises:
        OutcomeError: when there is nobody, the two are unlike, or types cannot be found.
        RecordError: when a run is damaged or tells no start.
    """
    first = runs[0].folder
    if first.manifest.start is None:
        raise RecordError.about(str(first.path), Text("har ingen startdato", "has no start date"))
    sides = tuple(Side(run.scenario.title, run.folder.tables()) for run in runs)
    found = Sides.of(Layer[layer.upper()], first.manifest.start, first.manifest, sides)
    if len(runs) > 1:
        base, other = runs[0].scenario, runs[1].scenario
        told = zip(*(cautions_before(other, base, language) for language in LANGUAGES), strict=True)
        same_people = not another_town(other.differences_from(base))
        found = replace(found, same_people=same_people, cautions=tuple(starmap(Text, told)))
    return found if types == "none" else replace(found, types=_types(found, types))


def _types(sides: Sides, asked: str) -> Types:
    number = None if asked == "auto" else int(asked)
    if sides.twins is None:
        codes = whole_pathways(sides.base, SAMPLE)
        return Types(typology(codes, number), {"base": slice(0, len(codes.codes))}, number is not None)
    some = sides.twins.first(SAMPLE // 2)
    both = WeekCodes(sides.layer, pl.concat([some.base.people, some.other.people]),
                     np.concatenate([some.base.codes, some.other.codes]))
    half = len(some.base.codes)
    return Types(typology(both, number), {"base": slice(0, half), "other": slice(half, 2 * half)}, number is not None)


def read_types(text: str) -> str:
    """What was written after ``--types``: none, auto, or a number of types.

    Raises:
        OutcomeError: when it is none of these.
    """
    said = text.strip().lower()
    numbers = [str(count) for count in range(2, MOST + 1)]
    if said in ("none", "auto", *numbers):
        return said
    raise OutcomeError.about("--types", Text(f"skal være none, auto eller et tal fra 2 til {MOST}",
                                             f"must be none, auto or a number from 2 to {MOST}"), value=text)
