"""Which turning points turned, case by case. Weeks of phases are written out; the event stands beside them."""

from __future__ import annotations

import pytest

from sim.record.turned import mark_turned
from sim.vocabulary import EventKind, Phase, Standing, TurningPoint
from tests.fixtures_hand import Event, Person, hand_tables

P, S, B, D, W, O = (
    Phase.PROGRESSION, Phase.STAGNATION, Phase.SETBACK, Phase.DERAILMENT, Phase.IN_WORK, Phase.OUTSIDE)
UP, DOWN = TurningPoint.RELATION, TurningPoint.LIFE_CRISIS


@pytest.mark.parametrize(("phases", "week", "kind", "turned"), [
    ([(S, 20), (P, 40)], 10, UP, True),            # better ten weeks later, and held
    ([(S, 20), (P, 40)], 10, DOWN, False),         # the other direction
    ([(S, 20), (B, 40)], 10, DOWN, True),
    ([(S, 20), (B, 40)], 10, UP, False),
    ([(S, 20), (P, 40)], 20, UP, True),            # the phase changes in the very week of the event
    ([(S, 20), (P, 40)], 21, UP, False),           # it had changed before
    ([(S, 20), (P, 40)], 7, UP, True),             # 13 weeks later: just in time
    ([(S, 20), (P, 40)], 6, UP, False),            # 14 weeks later: too late
    ([(S, 20), (P, 12), (S, 28)], 10, UP, False),  # held 12 weeks
    ([(S, 20), (P, 13), (S, 27)], 10, UP, True),   # held 13 weeks
    ([(S, 20), (P, 6), (W, 34)], 10, UP, True),    # a further one the same way
    ([(D, 20), (B, 6), (S, 34)], 10, UP, True),
    ([(D, 20), (S, 6), (B, 34)], 10, UP, False),   # back below the phase entered; and the later one comes too late
    ([(D, 12), (S, 6), (B, 42)], 10, UP, True),    # the later one comes in time, is better than the first, and holds
    ([(S, 20), (P, 6), (O, 34)], 10, UP, False),   # outside holds nothing
    ([(S, 20), (O, 40)], 10, UP, False),
    ([(O, 20), (P, 40)], 10, UP, False),           # from outside there is no direction
    ([(S, 20), (P, 40)], 35, UP, None),            # 25 weeks remain
    ([(S, 20), (P, 40)], 34, UP, False),           # 26 weeks remain
    ([(S, 60)], 0, UP, False),                     # the first week has no week before it
    ([(P, 20), (W, 40)], 10, UP, True),
    ([(W, 20), (P, 40)], 10, DOWN, True),
])
def test_one_event(
    phases: list[tuple[Phase, int]], week: int, kind: TurningPoint, turned: bool | None,  # noqa: FBT001
) -> None:
    person = Person([(Standing.BENEFIT, 60)], phases)
    event = Event(week, 0, EventKind.TURNING_POINT, current=int(kind))
    tables = hand_tables([person], 60, [event])
    assert mark_turned(tables.events, tables.spells)["turned"].to_list() == [turned]


def test_each_citizen_is_judged_alone_and_the_rows_keep_their_order() -> None:
    turns = Person([(Standing.BENEFIT, 60)], [(S, 20), (P, 40)])
    stays = Person([(Standing.BENEFIT, 60)], [(S, 60)])
    late = Person([(Standing.BENEFIT, 50)], [(S, 20), (P, 30)], entry=10)
    events = [
        Event(10, 1, EventKind.TURNING_POINT, current=int(UP)), Event(10, 0, EventKind.TURNING_POINT, current=int(UP)),
        Event(10, 0, EventKind.MEETING), Event(25, 2, EventKind.TURNING_POINT, current=int(UP)),
        Event(10, 2, EventKind.TURNING_POINT, current=int(UP)), Event(3, 0, EventKind.TURNING_POINT, current=int(UP)),
    ]
    tables = hand_tables([turns, stays, late], 60, events)
    marked = mark_turned(tables.events, tables.spells)
    assert marked.drop("turned").equals(tables.events.drop("turned"))
    assert marked.select("week", "citizen", "turned").rows() == [
        (3, 0, False), (10, 1, False), (10, 0, True), (10, 0, None), (10, 2, False), (25, 2, True)]


def test_no_event_at_all() -> None:
    tables = hand_tables([Person([(Standing.BENEFIT, 6)], [(S, 6)])], 6)
    assert mark_turned(tables.events, tables.spells).equals(tables.events)
