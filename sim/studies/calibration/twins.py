"""The true counterfactuals behind T8 and T9: the same people with the same luck, once with and once without.

T8: one life in which a quarter's changes of caseworker happen, one in which no case changes hands in that quarter.
Compared are those whose case did change hands. What a change costs and what it brings (a better one, a vacancy) is all
in it. T9: in one life every second caseworker believes more in each citizen and the others less, in the other life the
other way round, by as much as optimistic and pessimistic caseworkers differ in the observed panel; half the town each,
so that places and openings are as scarce in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.engine.run import simulate_towns
from sim.engine.state import State
from sim.outcomes.stays import PERSON
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.scenario.dated import Value
from sim.scenario.scenario import Scenario
from sim.studies.calibration.observing import QUARTER
from sim.studies.calibration.panel_effects import HORIZONS
from sim.vocabulary import ON_SUPPORT, ORDINARY_JOB, Benefit, CaseworkerKind, EventKind, Standing

_REACHED = [int(word) for word in (*ORDINARY_JOB, Standing.EDUCATION)]
_SUPPORTED = [int(word) for word in ON_SUPPORT]
_LEAST = 0.05
"""Weight of an own outlook under which it cannot carry a difference in belief."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A true relative difference: share with job or education with and without, people compared, standard error."""

    with_it: float
    without: float
    people: int
    error: float

    @property
    def relative(self) -> float:
        """How much larger the share is with than without."""
        return self.with_it / self.without - 1 if self.without > 0 else float("nan")


def change_twins(scenarios: tuple[Scenario, ...], state: State) -> dict[int, Effect]:
    """T8 by twin lives from burnt-in towns, one scenario for each, by months; needs two years and a quarter."""
    kept = tuple(one.with_values({key: for_a_quarter(one, key, value) for key, value in unchanged().items()})
                 for one in scenarios)
    changed, whole = simulate_towns(scenarios, state), simulate_towns(kept, state)
    found = []
    for one, other in zip(changed, whole, strict=True):
        met = changers(one).join(changers(other), on=PERSON, how="anti")
        ready = _ready_at(one, 0)
        people = met.join(ready, on=PERSON, how="semi")
        found.append((people, one, other))
    return {months: _effect([(people, one, other) for people, one, other in found], QUARTER - 1, weeks)
            for months, weeks in HORIZONS.items()}


def belief_twins(scenarios: tuple[Scenario, ...], state: State, apart: float) -> dict[int, Effect]:
    """T9 by twin lives; ``apart``: by how much optimistic and pessimistic caseworkers' beliefs differ (0-1)."""
    outlook = scenarios[0].settings_at(0).casework.outlook
    lives = [simulate_towns(scenarios, believing(state, apart / max(outlook, _LEAST), odd, apart)) for odd in (0, 1)]
    c = state.town.citizens
    held = np.flatnonzero(c.present & (c.post >= 0))
    odd_post = state.town.posts.number.take(c.post[held]) % 2
    found = []
    for number, (even, odd) in enumerate(zip(*lives, strict=True)):
        mine = c.town[held] == number
        ids = (c.citizen[held][mine] & np.uint32((1 << 24) - 1)).astype(np.uint32)
        people = pl.DataFrame({"citizen": ids, "odd": odd_post[mine]}).with_columns(
            seed=pl.lit(state.seeds[number], dtype=pl.Int32))
        ready = people.join(_ready_at(even, 0), on=PERSON, how="semi")
        found.append((ready.filter(pl.col("odd") == 1), odd, even))
        found.append((ready.filter(pl.col("odd") == 0), even, odd))
    return {months: _effect(found, 0, weeks) for months, weeks in HORIZONS.items()}


def believing(state: State, hopeful: float, odd: int, apart: float) -> State:
    """The towns with posts of one parity more hopeful and the others less, and their beliefs with them.

    ``hopeful``: how far apart their outlooks are put; ``apart``: how far their beliefs in the citizens they have.
    """
    other = state.copy()
    posts, c = other.town.posts, other.town.citizens
    half = np.float32(apart / 2)
    mine = posts.kind == CaseworkerKind.AUTHORITY
    sign = np.where(posts.number % 2 == odd, np.float32(1), np.float32(-1))
    posts.optimism[mine] = np.clip(posts.optimism + sign * np.float32(hopeful / 2), 0, 1)[mine]
    held = np.flatnonzero(c.present & (c.post >= 0))
    c.caseworker_belief[held] = np.clip(c.caseworker_belief[held] + half * sign[c.post[held]], 0, 1)
    return other


def unchanged() -> dict[str, Value]:
    """Settings under which no case changes hands."""
    return {"casework.turnover": 0.0, "casework.reassignment": 0.0, "casework.keep_across_benefits": True}


def for_a_quarter(scenario: Scenario, key: str, value: Value) -> dict[str, Value]:
    """A value for the first quarter, between what held before and what would have held after."""
    section, name = key.split(".")
    before, after = (getattr(getattr(scenario.settings_at(week), section), name) for week in (-1, QUARTER))
    ahead, back = timedelta(weeks=QUARTER), timedelta(weeks=1)
    return {(scenario.start - back).isoformat(): before, "start": value,
            (scenario.start + ahead).isoformat(): after}


def changers(tables: RunTables) -> pl.DataFrame:
    """Whose case changed hands in the first quarter, on support at its end."""
    changes = tables.events.filter(
        (pl.col("kind") == int(EventKind.CASEWORKER_CHANGED)) & (pl.col("week") < QUARTER))
    return changes.select(PERSON).unique()


def _ready_at(tables: RunTables, week: int) -> pl.DataFrame:
    here = (pl.col("start") <= week) & (pl.col("end") > week)
    benefit = tables.spells_of(Layer.BENEFIT).filter(here & (pl.col("code") == int(Benefit.ACTIVITY_READY)))
    standing = tables.spells_of(Layer.STANDING).filter(here & pl.col("code").is_in(_SUPPORTED))
    return benefit.select(PERSON).join(standing.select(PERSON), on=PERSON, how="semi")


def _effect(groups: list[tuple[pl.DataFrame, RunTables, RunTables]], moment: int, weeks: int) -> Effect:
    pairs = [(_reached(people, one, moment, weeks), _reached(people, other, moment, weeks))
             for people, one, other in groups]
    with_it = np.concatenate([first for first, _ in pairs])
    without = np.concatenate([second for _, second in pairs])
    if not len(with_it):
        return Effect(float("nan"), float("nan"), 0, float("nan"))
    base = max(float(without.mean()), 1e-9)
    error = float((with_it - without).std()) / np.sqrt(len(with_it)) / base
    return Effect(float(with_it.mean()), float(without.mean()), len(with_it), float(error))


def _reached(people: pl.DataFrame, tables: RunTables, moment: int, weeks: int) -> npt.NDArray[np.float64]:
    """For each person, whether a job or education began in the weeks after the moment."""
    begun = tables.spells_of(Layer.STANDING).filter(
        pl.col("code").is_in(_REACHED) & (pl.col("start") > moment) & (pl.col("start") <= moment + weeks)
    ).select(PERSON).unique().with_columns(reached=pl.lit(1.0))
    joined = people.join(begun, on=PERSON, how="left", maintain_order="left")
    return np.asarray(joined["reached"].fill_null(0.0).to_numpy(), dtype=np.float64)
