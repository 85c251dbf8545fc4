"""Role play: a dozen weeks as a caseworker, who chooses whom to call; then what became of the same people otherwise.

The player's choice is an outside event like any other: those chosen stand first in line for the hours of the week, and
hours left over go by the rule (longest wait). Nothing else differs from the run that the rule plays alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import polars as pl

from sim.engine.run import burn_in, simulate_many, simulate_towns
from sim.engine.state import State
from sim.errors import RunError, Text
from sim.population.town import NUMBER_BITS, ON_SUPPORT_TABLE, Town, side_by_side
from sim.processes.now import Now
from sim.processes.orders import Order
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario
from sim.vocabulary import CaseworkerKind, EventKind, Happening, Phase

ROUNDS = 12
"""Weeks that are played."""

AFTER = 40
"""Weeks that follow by the rule before one looks again."""

_PLAYERS_POST = 0
_KNOWN, _GOOD, _THIN = 0.4, 0.5, 0.25
"""How well a case must be known for its problem to show; trust from which a relation counts as good, or as thin."""


@dataclass
class RolePlay:
    """The rounds over one burnt-in town. Nothing is kept between requests: each one plays all choices so far again."""

    base: Scenario
    seed: int
    rounds: int = ROUNDS
    weeks: int = ROUNDS + AFTER
    often: tuple[int, ...] = (4, 6)
    _states: dict[str, State] = field(default_factory=dict)

    def ask(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """The cases before the next week, or after the last one what became of them.

        Raises:
            RunError: for choices that are not possible.
        """
        half = asked.get("half") is True
        choices = _read_choices(asked.get("choices", []))
        scenario, state = self._town(half=half)
        cases = _cases_of(state.town)
        if len(choices) >= ROUNDS:
            return {"done": True, **self._outcome(scenario, state, choices, cases)}
        return {"done": False, "round": len(choices), "rounds": ROUNDS, **self._desk(scenario, state, choices)}

    def cases(self) -> list[int]:
        """The people on the desk at the start."""
        return _cases_of(self._town(half=False)[1].town)

    def called(self, asked: Sequence[tuple[int, int]]) -> list[pl.DataFrame]:
        """The spells of some people, each called so many times evenly over the rounds, all else by the rule."""
        scenario, state = self._town(half=False)
        cases = _cases_of(state.town)
        twins = State(side_by_side([state.copy().town for _ in asked]), state.week)
        orders = [
            replace(order, town=place)
            for place, (citizen, calls) in enumerate(asked)
            for order in self._orders(_spaced(citizen, calls), cases)
        ]
        played = simulate_towns(scenario, twins, None, orders)
        return [
            tables.spells.filter(pl.col("citizen") == citizen)
            for tables, (citizen, _) in zip(played, asked, strict=True)
        ]

    def _town(self, *, half: bool) -> tuple[Scenario, State]:
        name = "half" if half else "full"
        scenario = self._scenario(half=half)
        if name not in self._states:
            self._states[name] = burn_in(scenario, self.seed)
        return scenario, self._states[name]

    def _scenario(self, *, half: bool) -> Scenario:
        values: dict[str, Any] = {"casework.priority": "longest_wait"}
        if half:
            values["casework.caseload"] = {"start": self._caseload() / 2}
        return self.base.with_values(values).with_time(weeks=self.weeks)

    def _caseload(self) -> float:
        return self.base.settings_at(0).casework.caseload

    def _orders(self, choices: Sequence[Sequence[int]], cases: Sequence[int]) -> list[Order]:
        """The player stays in the post through the game, whoever plays; those chosen come first."""
        keep, call = Happening.KEEP_CASEWORKER, Happening.CALLED_IN
        stays = [
            Order(week=0, happening=keep, citizen=each, seed=self.seed, amount=float(ROUNDS)) for each in cases[:1]
        ]
        return stays + [
            Order(week=week, happening=call, citizen=citizen, seed=self.seed)
            for week, chosen in enumerate(choices) for citizen in chosen
        ]

    def _desk(self, scenario: Scenario, state: State, choices: Sequence[Sequence[int]]) -> dict[str, Any]:
        """What lies on the desk as the next week begins, and how many talks its hours allow."""
        week = len(choices)
        seen = _Look(week)
        orders = self._orders(choices, _cases_of(state.town))
        if week == 0:
            seen.people = _visible(state.town, 0)
        simulate_many(scenario.with_time(weeks=week + 1), state, seen, orders)
        return {"slots": seen.slots, "cases": seen.people}

    def _outcome(
        self, scenario: Scenario, state: State, choices: Sequence[Sequence[int]], cases: Sequence[int],
    ) -> dict[str, Any]:
        you = simulate_many(scenario, state, None, self._orders(choices, cases))[self.seed]
        rule = simulate_many(scenario, state, None, self._orders([], cases))[self.seed]
        fewer = scenario.with_values({"casework.caseload": scenario.settings_at(0).casework.caseload / 2})
        half = simulate_many(fewer, state, None, self._orders([], cases))[self.seed]
        arms = {"you": you, "rule": rule, "half": half}
        return {"people": len(cases), "arms": {name: _told(tables, cases) for name, tables in arms.items()}}


class _Look:
    """Sees the player's desk at the end of the week before, and this week's hours."""

    def __init__(self, week: int) -> None:
        self._week = week
        self.slots = 0
        self.people: list[dict[str, Any]] = []

    def __call__(self, town: Town, now: Now) -> None:
        if now.week == self._week - 1:
            self.people = _visible(town, self._week)
        if now.week == self._week:
            self.slots = int(town.posts.slots[_PLAYERS_POST])


def _spaced(citizen: int, calls: int) -> list[list[int]]:
    """So many calls, evenly over the rounds."""
    weeks = {round(call * ROUNDS / calls) for call in range(calls)}
    return [[citizen] if week in weeks else [] for week in range(ROUNDS)]


def _read_choices(given: object) -> list[list[int]]:
    if not isinstance(given, list) or len(given) > ROUNDS:
        raise RunError.about("choices", Text(f"skal være højst {ROUNDS} uger", f"must be at most {ROUNDS} weeks"))
    for week in given:
        whole = isinstance(week, list) and all(type(each) is int and 0 <= each < 1 << NUMBER_BITS for each in week)
        if not whole or len(week) > 60 or len(set(week)) != len(week):
            raise RunError.about("choices", Text("skal være borgernes numre", "must be citizens' numbers"))
    return given


def _mine(town: Town) -> np.ndarray[Any, np.dtype[np.int64]]:
    c = town.citizens
    assert town.posts.kind[_PLAYERS_POST] == CaseworkerKind.AUTHORITY
    return np.flatnonzero(c.present & (c.post == _PLAYERS_POST) & ON_SUPPORT_TABLE.take(c.standing))


def _cases_of(town: Town) -> list[int]:
    return sorted(town.citizens.citizen[_mine(town)].tolist())


def _visible(town: Town, week: int) -> list[dict[str, Any]]:
    """What a caseworker can see of each case: the file and own impressions, never the state beneath."""
    c, rows = town.citizens, _mine(town)
    low, high = np.quantile(c.caseworker_belief[rows], (1 / 3, 2 / 3)) if len(rows) else (0.0, 0.0)
    people = []
    for row in rows[np.argsort(c.citizen[rows])].tolist():
        trust, known = float(c.trust[row]), float(c.knowledge[row])
        met = int(c.met[row])
        belief = float(c.caseworker_belief[row])
        pressing = int(np.argmax(c.problem[:, row]))
        people.append({
            "citizen": int(c.citizen[row]), "female": bool(c.female[row]), "age": int((week - c.born[row]) / 52),
            "since": week - met if met > -1000 else None,
            "relation": "good" if trust > _GOOD else "thin" if trust > _THIN else "none",
            "belief": round(belief, 3), "hope": "high" if belief > high else "low" if belief < low else "some",
            "standing": int(c.standing[row]),
            "problem": pressing if known > _KNOWN and c.problem[pressing, row] > _GOOD else None,
            "new": week - int(c.entered[row]) < 8 and int(c.entered[row]) >= 0,
        })
    return people


def _told(tables: RunTables, cases: Sequence[int]) -> dict[str, Any]:
    """What became of the people who lay on the desk at the start."""
    mine = pl.col("citizen").is_in(list(cases))
    spells = tables.spells.filter(mine)
    events = tables.events.filter(mine)
    turned = events.filter((pl.col("kind") == int(EventKind.TURNING_POINT)) & pl.col("turned"))
    meetings = tables.citizens.filter(mine)["meetings"].sum()
    changes = events.filter(pl.col("kind") == int(EventKind.CASEWORKER_CHANGED)).height
    return {
        "start": _at_start(tables, mine), "played": _phases(spells, ROUNDS - 1),
        "later": _phases(spells, tables.weeks - 1),
        "meetings": int(meetings), "changes": changes,
        "up": turned.filter(pl.col("current") < 40).height, "down": turned.filter(pl.col("current") >= 40).height,
    }


def _at_start(tables: RunTables, mine: pl.Expr) -> list[int]:
    found = tables.citizens.filter(mine)["phase_at_start"]
    return [int((found == int(phase)).sum()) for phase in Phase]


def _phases(spells: pl.DataFrame, week: int) -> list[int]:
    here = spells.filter((pl.col("layer") == int(Layer.PHASE)) & (pl.col("start") <= week) & (week < pl.col("end")))
    return [int((here["code"] == int(phase)).sum()) for phase in Phase]
