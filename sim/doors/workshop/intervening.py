"""One person's life with an outside event from a week on: the same run, the same luck, one circumstance more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import polars as pl

from sim.doors.workshop.lives import Sentences, lives_in
from sim.doors.workshop.recording import Recording
from sim.doors.workshop.watching import Watch
from sim.engine.run import simulate_towns
from sim.engine.state import State
from sim.errors import RunError, Text
from sim.population.town import Town, side_by_side
from sim.processes.now import Now
from sim.processes.orders import Order
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario
from sim.vocabulary import Happening

OFFERED: Mapping[str, tuple[Happening, float | None]] = {
    "new_better": (Happening.NEW_CASEWORKER_PREPARED, 1.0),
    "new_bare": (Happening.NEW_CASEWORKER_UNPREPARED, None),
    "kept": (Happening.KEEP_CASEWORKER, 520.0),
    "mentor": (Happening.PERSONAL_MENTOR, None),
    "broker": (Happening.BROKER, None),
    "prospect": (Happening.PLACEMENT, None),
    "no_prospect": (Happening.PLACEMENT_WITHOUT_PROSPECT, None),
    "friend": (Happening.FRIEND, 1.0),
    "friend_lost": (Happening.FRIEND_LOST, None),
    "crisis": (Happening.CRISIS, None),
    "eases": (Happening.PROBLEM_EASES, None),
}
"""What a group may let happen to one person, and the amount of it. Circumstances only: what follows is the model's."""


def read_order(asked: Mapping[str, object], weeks: int, seed: int) -> Order:
    """Return the order that a page asked for.

    Raises:
        RunError: for an event not offered, or a week or person that cannot be.
    """
    what, week, citizen = asked.get("what"), asked.get("week"), asked.get("citizen")
    if not isinstance(what, str) or what not in OFFERED:
        raise RunError.about(
            "what", Text("skal være en af", "must be one of"), value=str(what), allowed=", ".join(OFFERED))
    if not isinstance(week, int) or isinstance(week, bool) or not 0 <= week < weeks:
        raise RunError.about(
            "week", Text(f"skal være en uge fra 0 til {weeks - 1}", f"must be a week from 0 to {weeks - 1}"),
            value=str(week))
    if not isinstance(citizen, int) or isinstance(citizen, bool) or not 0 <= citizen < 1 << 24:
        must = Text("skal være en borgers nummer", "must be a citizen's number")
        raise RunError.about("citizen", must, value=str(citizen))
    happening, amount = OFFERED[what]
    return Order(week=week, happening=happening, citizen=citizen, seed=seed, amount=amount)


def lives_with(scenario: Scenario, state: State, orders: Sequence[Order]) -> list[Recording]:
    """Live one town once for every order, all side by side, and return the life of the person each order is about.

    Raises:
        RunError: when an order's person is never in the town.
    """
    twins = State(side_by_side([state.copy().town for _ in orders]), state.week)
    watches = [Watch(twins.town, place) for place in range(len(orders))]

    def watch(town: Town, now: Now) -> None:
        for each in watches:
            each(town, now)

    placed = [replace(order, town=place) for place, order in enumerate(orders)]
    played = simulate_towns(scenario, twins, watch, placed)
    together = zip(played, orders, watches, strict=True)
    return [_life(scenario, tables, order, each) for tables, order, each in together]


def _life(scenario: Scenario, tables: RunTables, order: Order, watch: Watch) -> Recording:
    mine = RunTables(**{
        name: frame if name == "panel" else frame.filter(pl.col("citizen") == order.citizen)
        for name, frame in tables.items()
    })
    if mine.citizens.is_empty():
        raise RunError.about(
            "citizen", Text("findes ikke i byen", "is not in the town"), value=str(order.citizen),
            nothing_done=Text("Intet er vist.", "Nothing was shown."))
    sentences = Sentences()
    lives = lives_in(mine, order.seed, scenario.start, sentences)
    head = {"name": "life", "start": scenario.start.isoformat(), "weeks": scenario.weeks, "towns": 0, "measures": {},
            "changes": [], "title": {"da": order.happening.da, "en": order.happening.en}}
    columns = {**lives.columns, **watch.people(lives.numbers)}
    return Recording("life", head, columns, sentences)
