"""Placebo weeks: a record written out by hand, whose rates can be counted on fingers."""

from __future__ import annotations

import polars as pl
import pytest

from sim.outcomes.placebo import excess
from sim.record.tables import RunTables
from sim.vocabulary import EventKind, Phase, Standing, TurningPoint
from tests.fixtures_hand import Event, Person, hand_tables

S, P = Phase.STAGNATION, Phase.PROGRESSION
TURN = TurningPoint.RELATION
TURNS = Person([(Standing.BENEFIT, 60)], [(S, 20), (P, 40)])
STAYS = Person([(Standing.BENEFIT, 60)], [(S, 60)])
LATER = Person([(Standing.BENEFIT, 60)], [(S, 30), (P, 30)])


def two_events(seed: int = 1) -> RunTables:
    """Citizens 0 (turns) and 3 (stays) have an event in week 16; 1 and 2 have none.

    Alike are weeks 13 to 25 after the phase began, without an event in the 13 weeks before. Citizen 1 gives weeks 17,
    21 and 25 (none turns), 2 gives 14, 18, 22 and 26 (all but the first turn), and 3 gives week 15, before its event.
    """
    events = [Event(16, person, EventKind.TURNING_POINT, current=int(TURN), turned=person == 0) for person in (0, 3)]
    return hand_tables([TURNS, STAYS, LATER, STAYS], 60, events, seed)


def row(found: pl.DataFrame, people: str = "all", kind: TurningPoint = TURN) -> dict[str, object]:
    return found.filter((pl.col("kind") == kind.key) & (pl.col("people") == people)).row(0, named=True)


def test_a_record_by_hand() -> None:
    mine = row(excess(two_events()))
    assert (mine["candidates"], mine["matched"]) == (2, 2)
    assert mine["rate"] == pytest.approx(1 / 2)
    assert mine["placebo"] == pytest.approx(3 / 8)
    assert mine["excess"] == pytest.approx(1 / 8)
    assert mine["low"] is None, "one seed tells no range"


def test_a_downward_event_is_held_against_downward_turns() -> None:
    tables = two_events()
    down = tables.events.with_columns(current=pl.lit(int(TurningPoint.LIFE_CRISIS), pl.UInt8))
    mine = row(excess(RunTables(tables.citizens, tables.spells, down, tables.panel)), kind=TurningPoint.LIFE_CRISIS)
    assert mine["placebo"] == 0.0, "nobody fell"


def test_those_who_got_a_job_are_left_out_of_the_second_count_on_both_sides() -> None:
    works = Person([(Standing.BENEFIT, 40), (Standing.FULL_TIME, 20)], [(S, 30), (P, 10), (Phase.IN_WORK, 20)])
    events = [Event(16, person, EventKind.TURNING_POINT, current=int(TURN), turned=person == 0) for person in (0, 3)]
    tables = hand_tables([TURNS, STAYS, works, STAYS], 60, events)
    mine = row(excess(tables), "no_job")
    assert mine["placebo"] == 0.0, "the only ones that turned without an event are the worker's"
    assert row(excess(tables))["placebo"] == pytest.approx(3 / 8)


def test_another_situation_is_not_alike() -> None:
    placed = Person([(Standing.TRAINING, 60)], [(S, 60)])
    events = [Event(16, 0, EventKind.TURNING_POINT, current=int(TURN), turned=False)]
    mine = row(excess(hand_tables([placed, STAYS, STAYS], 60, events)))
    assert (mine["candidates"], mine["matched"], mine["excess"]) == (1, 0, None)


def test_the_range_needs_seeds_that_differ() -> None:
    many = [Event(16, person, EventKind.TURNING_POINT, current=int(TURN), turned=person < 2) for person in (0, 1, 4)]
    other = [Event(16, person, EventKind.TURNING_POINT, current=int(TURN), turned=person < 1) for person in (0, 4, 5)]
    people = [TURNS, TURNS, LATER, STAYS, STAYS, STAYS, STAYS, LATER]
    seeds = [hand_tables(people, 60, many if seed % 2 else other, seed) for seed in (1, 2, 3, 4)]
    mine = row(excess(RunTables.joined(seeds)))
    low, mean, high = (float(str(mine[name])) for name in ("low", "excess", "high"))
    assert low < mean < high
    assert mine["matched"] == 12
