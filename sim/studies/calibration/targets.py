"""Every target, measured as its source measured it: population, window, definition; hit or missed, all are reported.

What tables alone can tell is measured by ``sim.outcomes.calibration_marks``; the rest asks for what was noted quarter
by quarter. Bands are judgement, not confidence intervals.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from sim.outcomes.calibration_marks import MARKS
from sim.studies.calibration.observing import Observed
from sim.studies.calibration.panel_effects import belief_effect, change_effect, mental_health, relative
from sim.studies.calibration.texts_targets import TARGETS

_PLACES = {"C1 hours": "offer_hours", "C2 special": "special_terms", "C2 committed": "committed",
           "C2 away": "passive_or_dismissive"}
_KEYS = {target.key for target in TARGETS}


def values(seen: Observed) -> dict[str, float | None]:
    """The value of every target over all seeds observed together, by its key; None where the run is too short.

    T14 is another town's: it stays None here and is filled in by ``plays``.
    """
    found = {mark.target: mark.value(seen.tables) for mark in MARKS if mark.target in _KEYS}
    for name, value in mental_health(seen).items():
        found[f"T4 {name}"] = value
    for months in (12, 24):
        found[f"T8 {months}"] = relative(change_effect(seen, months))
        found[f"T9 {months}"] = relative(belief_effect(seen, months))
    for key, column in _PLACES.items():
        mean = seen.places[column].cast(pl.Float64).mean() if seen.places.width else None
        found[key] = float(mean) if isinstance(mean, float) else None
    return {target.key: _finite(found.get(target.key)) for target in TARGETS}


def monte_carlo(by_seed: Mapping[int, Mapping[str, float | None]]) -> dict[str, float | None]:
    """The standard error of a target's average over seeds, from how single seeds differ; None with fewer than two."""
    found: dict[str, float | None] = {}
    for target in TARGETS:
        single = pl.Series([one.get(target.key) for one in by_seed.values()], dtype=pl.Float64).drop_nulls()
        spread = single.std() if len(single) > 1 else None
        found[target.key] = float(spread) / len(single) ** 0.5 if isinstance(spread, float) else None
    return found


def _finite(value: float | None) -> float | None:
    return value if value is not None and value == value and abs(value) < float("inf") else None  # noqa: PLR0124
