"""Which alternative comes first on a measure, and where nobody can say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import polars as pl

from sim.outcomes.catalogue import Measure
from sim.outcomes.holding import held
from sim.views.rows import Row
from sim.views.study import Study

_NEIGHBOURS = 2


def ranks(study: Study, measure: Measure, rows: Mapping[str, Row]) -> dict[str, int | None]:
    """Rank the alternatives on one measure, best first, by the name of the arm.

    None stands where an alternative cannot be told apart from the baseline, or from the one just above or below it;
    everywhere when the measure has no better and worse, or there is nothing to rank.
    """
    order = _best_first(measure, rows)
    blank: dict[str, int | None] = dict.fromkeys(rows)
    if measure.better == 0 or len(order) < _NEIGHBOURS:
        return blank
    apart = [_told_apart(study, measure, one, other) for one, other in pairwise(order)]
    for place, name in enumerate(order):
        above = place == 0 or apart[place - 1]
        below = place == len(order) - 1 or apart[place]
        if rows[name].clear and above and below:
            blank[name] = place + 1
    return blank


def _best_first(measure: Measure, rows: Mapping[str, Row]) -> list[str]:
    """Names by size of the difference, the best first; equal ones by name, those without a number left out."""
    known = [(row.difference * -measure.better, name) for name, row in rows.items() if row.difference is not None]
    return [name for _, name in sorted(known)]


def _told_apart(study: Study, measure: Measure, one: str, other: str) -> bool:
    arms = {arm.name: arm for arm in study.others}
    wanted = (pl.col("measure") == measure.key) & (pl.col("group") == "all")
    found = held(arms[one].measures.filter(wanted), arms[other].measures.filter(wanted), study.base.row_of_seed)
    verdicts: Sequence[str] = found["verdict"].to_list()
    return bool(verdicts) and verdicts[0] in ("higher", "lower")
