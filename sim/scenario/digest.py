"""Fingerprints of a scenario: equal on every machine, and equal exactly when nothing that a run notices differs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Set as AbstractSet
from datetime import date

from sim.scenario.dated import Series, Value, within
from sim.vocabulary import Word


def content_digest(
    series: Mapping[str, Series], start: date, weeks: int, burn_in_weeks: int, regime: str,
    population: str | None = None,
) -> str:
    """Return the sha256 (64 hexadecimal digits) of everything that can affect a run.

    ``population`` is the fingerprint of the town's own tables, None for a synthetic town.
    Names, titles and questions do not count; neither do the order of keys, nor changes that lie outside the run.
    """
    noticed = {key: within(steps, -burn_in_weeks, weeks) for key, steps in series.items()}
    time = {"burn_in_weeks": burn_in_weeks, "regime": regime, "start": start.isoformat(), "weeks": weeks}
    return _digest(noticed, {**time, **_of_town(population)})


def burn_in_digest(
    series: Mapping[str, Series], start: date, burn_in_weeks: int, population: str | None = None,
) -> str:
    """Return the sha256 of everything that can affect the weeks before week 0, first week and population included."""
    noticed = {key: within(steps, -burn_in_weeks, 0) for key, steps in series.items()}
    time = {"burn_in_weeks": burn_in_weeks, "start": start.isoformat()}
    return _digest(noticed, {**time, **_of_town(population)})


def company_digest(
    series: Mapping[str, Series],
    start: date,
    weeks: int,
    burn_in_weeks: int,
    population: str | None,
    free: AbstractSet[str],
) -> str:
    """Return the sha256 of what towns must have in common to live side by side: everything but the ``free`` keys."""
    bound = {key: steps for key, steps in series.items() if key not in free}
    return content_digest(bound, start, weeks, burn_in_weeks, "", population)


def _of_town(population: str | None) -> Mapping[str, object]:
    """A synthetic town adds nothing, so that its digests are those of versions that knew no other town."""
    return {} if population is None else {"population": population}


def _digest(series: Mapping[str, Series], time: Mapping[str, object]) -> str:
    settings = {key: [[step.week, _written(step.value)] for step in steps] for key, steps in series.items()}
    text = json.dumps({"settings": settings, "time": time}, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _written(value: Value) -> str:
    """A value as text: the shortest digits that give the same number back, which are the same everywhere."""
    if isinstance(value, Word):
        return f"word:{value.key}"
    if isinstance(value, bool):
        return f"flag:{value}"
    return f"number:{value + 0!r}" if isinstance(value, int) else f"number:{value + 0.0!r}"
