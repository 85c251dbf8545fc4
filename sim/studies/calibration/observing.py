"""What an interviewer would note of everybody every third month (as BIP did, facts A1-A2), and of the workplaces.

It watches a run at the end of each quarter and changes nothing; runs that nobody asks about pay nothing for it. Answers
stand on scales of 0-10, as in a questionnaire, and are single items: asked twice, people do not give the same answer.
Their error is set so that about seven tenths of the spread of answers is real, which is usual for single items (grade
E); the caseworker rates what can be seen, with as much error when the case is well known and twice as much when not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.draws import own_decision
from sim.engine.run import advance, begin_towns, simulate_towns
from sim.engine.state import State
from sim.population.columns import Rows
from sim.population.town import ON_SUPPORT_TABLE, NUMBER_BITS, Town, standings
from sim.processes.now import Now
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario
from sim.vocabulary import PLACEMENTS, Benefit, CaseworkerKind, Disposition, Problem, Standing

QUARTER = 13
ANSWERS = ("belief", "self_worth", "coping", "health", "direction", "drive", "sociability")
"""What the citizen answers about: belief in managing a job, self-worth, coping, health, goals, job search, company."""
RATINGS = ("rated_health", "rated_direction", "rated_drive", "rated_skill", "trust")
"""What the caseworker rates; the caseworker's belief in the citizen stands apart as ``caseworker_belief``."""
_SEEN = ("health", "direction", "drive", "skill")
_ERROR = np.float32(0.12)
"""Error of an answer, as a share of the scale."""
_ANSWER = own_decision("questionnaire", "error of an answer")
_STEPS = np.float32(10.0)
_AT_FIRM = standings(*PLACEMENTS, Standing.WAGE_SUBSIDY, Standing.FLEXJOB)
_IN_OFFER = standings(*PLACEMENTS, Standing.WAGE_SUBSIDY)
_MASK = (1 << NUMBER_BITS) - 1
Columns = dict[str, npt.NDArray[np.generic]]


@dataclass(frozen=True)
class Observed:
    """Runs of one scenario with one or more seeds, and what was noted of them.

    ``quarters``: seed, citizen, week, standing, benefit, post, occupant, mental (severity), answers and ratings (0-1 in
    steps of a tenth), one row per person present and quarter. ``places``: seed, week, shares of the workplaces
    (special_terms, committed, passive_or_dismissive), weekly hours of activation and placement per citizen on cash
    benefit (offer_hours), and caseworkers in post.
    """

    tables: RunTables
    quarters: pl.DataFrame
    places: pl.DataFrame

    @property
    def seeds(self) -> tuple[int, ...]:
        """The seeds observed."""
        return self.tables.seeds

    def of_seed(self, seed: int) -> Observed:
        """What was noted of one seed."""
        mine = pl.col("seed") == seed
        return Observed(self.tables.of_seed(seed), self.quarters.filter(mine), self.places.filter(mine))


def pooled(parts: Sequence[Observed]) -> Observed:
    """Several seeds of one scenario, laid end to end."""
    return Observed(
        RunTables.joined(part.tables for part in parts), pl.concat([part.quarters for part in parts]),
        pl.concat([part.places for part in parts]),
    )


def observed(scenarios: Sequence[Scenario], seeds: Sequence[int]) -> tuple[Observed, ...]:
    """Burn in and run a town for each scenario and seed, side by side, and return what was noted of each.

    Raises:
        RunError: when the scenarios differ in more than towns side by side may.
    """
    state = begin_towns(scenarios, seeds)
    advance(scenarios, state, 0)
    return observed_from(scenarios, state)


def observed_from(scenarios: Sequence[Scenario], state: State) -> tuple[Observed, ...]:
    """Run burnt-in towns, one scenario for each, and return what was noted of each."""
    notes = Notes()
    tables = simulate_towns(scenarios, state, notes)
    return notes.of_towns(tables, state.seeds)


@dataclass
class Notes:
    """A watcher of a run: call it at the end of every week."""

    people: list[Columns] = field(default_factory=list)
    places: list[Columns] = field(default_factory=list)

    def __call__(self, town: Town, now: Now) -> None:
        """Note everybody at the end of a quarter."""
        if now.week % QUARTER != QUARTER - 1:
            return
        rows = np.flatnonzero(town.citizens.present)
        self.people.append(_noted(town, now, rows))
        self.places.append(_of_places(town, now))

    def of_towns(self, tables: Sequence[RunTables], seeds: Sequence[int]) -> tuple[Observed, ...]:
        """What was noted, town by town, beside each town's tables."""
        people, places = _frame(self.people), _frame(self.places)
        found = []
        for number, (one, seed) in enumerate(zip(tables, seeds, strict=True)):
            told = pl.lit(seed, dtype=pl.Int32).alias("seed")
            mine = [frame.filter(pl.col("town") == number).drop("town").select(told, pl.all()) if frame.width else frame
                    for frame in (people, places)]
            found.append(Observed(one, *mine))
        return tuple(found)


def _noted(town: Town, now: Now, rows: Rows) -> Columns:
    c, posts = town.citizens, town.posts
    post = c.post[rows]
    held = np.maximum(post, 0)
    occupant = posts.occupant.take(held) if posts.rows else np.zeros(len(rows), np.int32)
    taken: Columns = {
        "town": c.town[rows].astype(np.uint8), "citizen": c.citizen[rows] & np.uint32(_MASK),
        "week": np.full(len(rows), now.week, np.int16), "standing": c.standing[rows], "benefit": c.benefit[rows],
        "post": np.asarray(town.post_number(post), dtype=np.int32),
        "occupant": np.where(post >= 0, occupant, -1).astype(np.int32), "mental": c.problem[Problem.MENTAL, rows],
    }
    unknown = np.float32(2) - c.knowledge[rows]
    for place, name in enumerate((*ANSWERS, *_SEEN, "trust")):
        error = _ERROR * now.draws.bell(_ANSWER, c.luck[rows], 2 * place)
        rated = place >= len(ANSWERS)
        told = f"rated_{name}" if name in _SEEN and rated else name
        taken[told] = _scale(getattr(c, name)[rows] + (error * unknown if rated else error))
    taken["caseworker_belief"] = _scale(c.caseworker_belief[rows])
    return taken


def _scale(values: npt.NDArray[np.floating]) -> npt.NDArray[np.float32]:
    """An answer on a scale of 0-10, as a share."""
    return np.asarray(np.round(np.clip(values, 0, 1) * _STEPS) / _STEPS, dtype=np.float32)


def _of_places(town: Town, now: Now) -> Columns:
    c, firms, towns = town.citizens, town.firms, town.count
    working = np.flatnonzero(c.present & c.at_work & (c.firm >= 0) & _AT_FIRM.take(c.standing))
    special = firms.special_terms.copy()
    special[c.firm[working]] = True
    number = np.maximum(np.bincount(firms.town, minlength=towns), 1)
    away = (firms.disposition == Disposition.PASSIVE) | (firms.disposition == Disposition.DISMISSIVE)
    cash = c.present & (c.benefit == Benefit.ACTIVITY_READY) & ON_SUPPORT_TABLE.take(c.standing)
    busy = cash & c.at_work & _IN_OFFER.take(c.standing)
    course = cash & (c.standing == Standing.ACTIVATION)
    placed = np.bincount(c.town[busy], weights=c.work_hours[busy], minlength=towns).astype(np.float64)
    hours = placed + now.settings.activation.hours * np.bincount(c.town[course], minlength=towns)
    return {
        "town": np.arange(towns, dtype=np.uint8), "week": np.full(towns, now.week, np.int16),
        "special_terms": np.bincount(firms.town[special], minlength=towns) / number,
        "committed": np.bincount(firms.town[firms.disposition == Disposition.COMMITTED], minlength=towns) / number,
        "passive_or_dismissive": np.bincount(firms.town[away], minlength=towns) / number,
        "offer_hours": hours / np.maximum(np.bincount(c.town[cash], minlength=towns), 1),
        "posts_filled": posts_filled(town),
    }


def posts_filled(town: Town) -> npt.NDArray[np.int64]:
    """Caseworkers' posts with somebody in them, by town."""
    posts = town.posts
    mine = posts.open & posts.filled & (posts.kind == CaseworkerKind.AUTHORITY)
    return np.bincount(posts.town[mine], minlength=town.count)


def _frame(parts: list[Columns]) -> pl.DataFrame:
    if not parts:
        return pl.DataFrame()
    return pl.DataFrame({name: np.concatenate([part[name] for part in parts]) for name in parts[0]})
