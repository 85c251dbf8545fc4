"""Small towns to put the model to the test in: how to make them, look at them, compare them and judge a difference."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy import stats

from sim.draws import WeekDraws
from sim.engine.run import begin, burn_in, simulate_many
from sim.engine.state import State
from sim.population.columns import Columns
from sim.population.town import Town
from sim.processes.event_log import EventLog
from sim.processes.now import Now
from sim.record.schema import TABLES
from sim.record.tables import RunTables
from sim.scenario.own import Own
from sim.scenario.scenario import Scenario, catalogue_scenario

TABLE_NAMES = tuple(TABLES)
Values = Mapping[str, Any]
By = npt.NDArray[np.float64]
"""One number per town."""


FIXED: Values = {
    "brokers.effort": 0.16,
    "casework.belief_to_action": 0.6,
    "casework.change_loss": 0.75,
    "casework.change_loss_split": "balanced",
    "casework.reassignment": 0.12,
    "employment.early_loss": 0.0175,
    "employment.late_loss": 0.0075,
    "employment.offer": 0.05,
    "firms.small_jobs": 0.315,
    "life.education_young": 0.5,
    "network.leads": 0.4,
    "person.duration_source": "middle",
    "person.erosion": 0.22,
    "placements.hire_bar": 0.44,
    "rehabilitation.flexjob_below": 13.8,
    "rehabilitation.pension_below": 10.0,
    "town.heterogeneity": 0.17,
}
"""What calibration moves stays put in the tests' towns: a claim about a direction is none about the latest fit."""


def small_town(
    values: Values | None = None,
    *,
    ready: int = 100,
    course: int = 30,
    weeks: int = 30,
    burn_in_weeks: int = 10,
) -> Scenario:
    """A small town over the catalogue's values and ``FIXED``; ``values`` hold from the first week of the burn-in."""
    size = {"town.activity_ready": ready, "town.resource_course": course}
    given = {**FIXED, **size, **(values or {})}
    lasting = {
        key: value if isinstance(value, Mapping) or not dated(key) else {"start": value} for key, value in given.items()
    }
    return catalogue_scenario("small-town").with_values(lasting).with_time(weeks=weeks, burn_in_weeks=burn_in_weeks)


def dated(key: str) -> bool:
    """Whether a setting may change over time."""
    from sim.scenario.parameter import fact_of
    from sim.scenario.settings import Settings

    section, name = key.split(".")
    return fact_of(Settings.model_fields[section].annotation.model_fields[name]).dated  # type: ignore[union-attr]


@lru_cache(maxsize=32)
def _burnt_in(scenario: Scenario, seeds: tuple[int, ...]) -> State:
    return burn_in(scenario, *seeds)


def past(scenario: Scenario, *seeds: int) -> State:
    """The burnt-in towns, a copy of the caller's own; burnt in once for all tests that ask for the same."""
    return _burnt_in(scenario, seeds).copy()


def runs(scenario: Scenario, *seeds: int) -> dict[int, RunTables]:
    """The tables of several seeds, played side by side."""
    return simulate_many(scenario, past(scenario, *seeds))


def unlike(left: RunTables, right: RunTables) -> list[str]:
    """Where two runs differ, to the last bit: table and column, or table and shape. Empty when they are the same."""
    return [
        difference
        for name in TABLE_NAMES
        for difference in unlike_frames(getattr(left, name), getattr(right, name), name)
    ]


def unlike_frames(left: pl.DataFrame, right: pl.DataFrame, name: str = "table") -> list[str]:
    """Columns of two frames that differ in any bit (a NaN equals the same NaN)."""
    if left.shape != right.shape or left.schema != right.schema:
        return [f"{name}: {left.shape} and {right.shape}"]
    return [f"{name}.{column}" for column in left.columns if not _same_bits(left[column], right[column])]


def _same_bits(left: pl.Series, right: pl.Series) -> bool:
    if left.dtype.is_float():
        return left.to_numpy().tobytes() == right.to_numpy().tobytes()
    return left.equals(right, null_equal=True)


def unlike_columns(left: Columns, right: Columns) -> list[str]:
    """Columns of two tables of the town that differ in any bit."""
    theirs = right.arrays()
    return [name for name, array in left.arrays().items() if array.tobytes() != theirs[name].tobytes()]


def unlike_towns(left: Town, right: Town) -> list[str]:
    """Where two towns differ in any bit."""
    tables = ("citizens", "posts", "firms", "outsiders")
    found = [
        f"{table}.{name}" for table in tables for name in unlike_columns(getattr(left, table), getattr(right, table))
    ]
    plain = ("luck", "next_citizen", "pensioned")
    found += [name for name in plain if getattr(left, name).tobytes() != getattr(right, name).tobytes()]
    return found + (["seeds"] if (left.seeds, left.reference_stock) != (right.seeds, right.reference_stock) else [])


def this_week(scenario: Scenario, week: int = 0, log: EventLog | None = None) -> Now:
    """What a process is told in a week of the scenario."""
    return Now(week, Own(scenario.settings_at(week)), WeekDraws(week), EventLog() if log is None else log)


def codes(events: pl.DataFrame, kind: int) -> pl.DataFrame:
    """The events of one kind."""
    return events.filter(pl.col("kind") == int(kind))


def town_alike(scenario: Scenario, seed: int = 1) -> Town:
    """A town in which everyone on benefit is alike: no problems, middling in everything, no ties that carry."""
    town = begin(scenario, seed).town
    c = town.citizens
    c.problem[:] = 0.0
    c.problem_floor[:] = 0.0
    for name in (
        "coping",
        "self_worth",
        "belief",
        "direction",
        "trust",
        "knowledge",
        "health",
        "room",
        "drive",
        "caseworker_belief",
    ):
        getattr(c, name)[:] = 0.5
    c.net_support[:] = c.net_help[:] = 0.0
    c.usual_change[:] = 0.0
    return town


# --- what a run looks like on the way, town by town ---------------------------------------------------------------

Look = Callable[[Town, Now], By]
"""Something that can be read off the towns at the end of a week: one number per town (NaN when there is none)."""


def mean_over(town: Town, values: npt.NDArray[Any], who: npt.NDArray[np.bool_]) -> By:
    """The mean of ``values`` over the citizens marked in ``who``, town by town; NaN where there are none."""
    rows = np.flatnonzero(who & town.citizens.present)
    home = town.citizens.town[rows]
    count = np.bincount(home, minlength=town.count).astype(np.float64)
    total = np.bincount(home, weights=values[rows].astype(np.float64), minlength=town.count)
    return np.divide(total, count, out=np.full(town.count, np.nan), where=count > 0)


def watched(scenario: Scenario, seeds: tuple[int, ...], look: Look) -> By:
    """The mean over the weeks of what ``look`` sees, by town."""
    seen: list[By] = []
    simulate_many(scenario, past(scenario, *seeds), lambda town, now: seen.append(look(town, now)))
    table = np.stack(seen)
    there = ~np.isnan(table)
    return np.where(there, table, 0.0).sum(axis=0) / np.maximum(there.sum(axis=0), 1)


# --- judging differences ------------------------------------------------------------------------------------------

Answer = Literal["higher", "lower", "inconclusive"]


@dataclass(frozen=True)
class Verdict:
    """What paired differences say, with the interval of their mean."""

    answer: Answer
    mean: float
    low: float
    high: float
    pairs: int


def verdict(differences: npt.ArrayLike, confidence: float = 0.99) -> Verdict:
    """Judge paired differences (same seed, same luck) by the t interval of their mean.

    ``higher`` or ``lower`` when the interval leaves 0 out, else ``inconclusive``: too few seeds, or no difference.
    """
    d = np.asarray(differences, dtype=np.float64)
    if len(d) < 2 or not np.isfinite(d).all():
        return Verdict("inconclusive", float(d.mean()) if len(d) else float("nan"), float("-inf"), float("inf"), len(d))
    mean, spread = float(d.mean()), float(d.std(ddof=1) / np.sqrt(len(d)))
    reach = float(stats.t.ppf(0.5 + confidence / 2, len(d) - 1)) * spread
    low, high = mean - reach, mean + reach
    answer: Answer = "higher" if low > 0 else "lower" if high < 0 else "inconclusive"
    return Verdict(answer, mean, low, high, len(d))


BATCHES = ((1, 2, 3, 4, 5, 6, 7, 8), tuple(range(9, 21)), tuple(range(21, 45)))
"""Seeds asked in turn, until the answer is clear."""


def compare(measure: Callable[[Scenario, tuple[int, ...]], By], base: Scenario, other: Scenario) -> Verdict:
    """Whether the measure is higher or lower in ``other``; more seeds are played while the answer is open."""
    differences: list[float] = []
    found = verdict([])
    for seeds in BATCHES:
        differences += (measure(other, seeds) - measure(base, seeds)).tolist()
        found = verdict(differences)
        if found.answer != "inconclusive":
            break
    return found
