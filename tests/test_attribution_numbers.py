"""What an attribution makes of its futures, and which events it draws: by hand, with the answers written out."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from sim.outcomes.attribution import by_event, by_family, by_kind
from sim.outcomes.event_sample import SAMPLE, sample, strata
from sim.vocabulary import ABSENT, Gate, Phase, Standing, EventKind, TurningPoint
from tests.fixtures_hand import Event, Person, hand_tables

S, P = Phase.STAGNATION, Phase.PROGRESSION


def events(*kinds: TurningPoint, weights: tuple[float, ...] = ()) -> pl.DataFrame:
    rows = [
        (number, 1, 10, number, kind.key, -1, "stagnation", True, (weights or (1.0,) * len(kinds))[number])
        for number, kind in enumerate(kinds)
    ]
    return pl.DataFrame(rows, schema=SAMPLE, orient="row")


def futures(event: int, lasting: list[tuple[int, int]], others: list[int] | None = None) -> pl.DataFrame:
    """One row per future: a lasting job with and without the event; others gain as written."""
    count = len(lasting)
    columns: dict[str, object] = {
        "event": [event] * count, "version": ["void"] * count, "future": list(range(count)),
    }
    for name in ("lasting", "job"):
        columns |= {f"{name}_with": [with_ for with_, _ in lasting], f"{name}_without": [out for _, out in lasting]}
    columns |= {"progression_with": [3] * count, "progression_without": [1] * count}
    for name in ("others_lasting", "others_job"):
        columns |= {f"{name}_with": others or [0] * count, f"{name}_without": [0] * count}
    return pl.DataFrame(columns, schema_overrides={"event": pl.Int32})


def test_a_gain_is_the_difference_of_two_chances() -> None:
    played = futures(0, [(1, 0)] * 10 + [(0, 1)] * 4 + [(1, 1)] * 16 + [(0, 0)] * 20, [-1, 0] * 25)
    mine = by_event(events(TurningPoint.RELATION), played).row(0, named=True)
    assert mine["chance_with"] == pytest.approx(26 / 50)
    assert mine["chance_without"] == pytest.approx(20 / 50)
    assert mine["lasting"] == pytest.approx(6 / 50)
    # Bonett and Price: add one to each side that differs and two to the futures.
    won, lost = 11 / 52, 5 / 52
    error = np.sqrt((won + lost - (won - lost) ** 2) / 52)
    assert mine["lasting_low"] == pytest.approx(won - lost - 1.959964 * error, abs=1e-6)
    assert mine["others_lasting"] == pytest.approx(-0.5), "what others lose is a negative gain of theirs"
    assert mine["progression"] == 2.0
    assert mine["progression_low"] is None, "where all futures agree no range can be told"


def test_futures_that_all_agree_do_not_prove_that_nothing_happens() -> None:
    mine = by_event(events(TurningPoint.RELATION), futures(0, [(0, 0)] * 50)).row(0, named=True)
    assert mine["lasting"] == 0.0
    assert mine["lasting_low"] < -0.03
    assert mine["lasting_high"] > 0.03


def test_kinds_are_weighted_means_of_their_events() -> None:
    kinds = (TurningPoint.RELATION, TurningPoint.RELATION, TurningPoint.LIFE_CRISIS)
    drawn = events(*kinds, weights=(0.75, 0.25, 1.0))
    played = pl.concat([
        futures(0, [(1, 0)] * 10 + [(0, 0)] * 40), futures(1, [(0, 0)] * 50), futures(2, [(0, 1)] * 5 + [(0, 0)] * 45),
    ])
    found = by_kind(by_event(drawn, played))
    assert found["kind"].to_list() == ["relation", "life_crisis"]
    assert found["lasting"].to_list() == pytest.approx([0.75 * 0.2, -0.1])
    assert found["events"].to_list() == [2, 1]
    assert found["lasting_low"][0] < 0.15 < found["lasting_high"][0]


def test_shares_of_families_add_up_to_the_whole() -> None:
    gains = {"caseworker": (0.02, 0.04), "network": (0.0, 0.02), "match": (0.01, 0.01), "downward": (-0.03, -0.01)}
    rows = [(future, family, gain[future], 0.1 + 0.06 * future, 0.1, -1)
            for family, gain in gains.items() for future in (0, 1)]
    schema = {"future": pl.Int32, "family": pl.String, "gain": pl.Float64, "whole": pl.Float64, "none": pl.Float64,
              "event": pl.Int32}
    found = by_family(pl.DataFrame(rows, schema=schema, orient="row"))
    assert found["gain"].sum() == pytest.approx(float(found["whole"][0] - found["none"][0]))
    assert found["family"].to_list() == ["caseworker", "network", "match", "downward"]
    assert found.filter(pl.col("family") == "match")["low"].to_list() == [None]


def crowd() -> tuple[list[Person], list[Event]]:
    """Twelve citizens; ten relations (six in stagnation, four in progression) and two crises (one and one)."""
    still, forward = Person([(Standing.BENEFIT, 60)], [(S, 60)]), Person([(Standing.BENEFIT, 60)], [(P, 60)])
    people = [still] * 7 + [forward] * 5
    when = [(person, TurningPoint.RELATION) for person in (0, 1, 2, 3, 4, 5, 7, 8, 9, 10)]
    when += [(6, TurningPoint.LIFE_CRISIS), (11, TurningPoint.LIFE_CRISIS)]
    return people, [Event(10 + person, person, EventKind.TURNING_POINT, current=int(kind)) for person, kind in when]


def test_events_are_drawn_from_every_kind_and_phase_and_weighted_back() -> None:
    people, happened = crowd()
    drawn = sample(hand_tables(people, 60, happened), 6, lot=1)
    assert drawn.group_by("kind").len().sort("kind").rows() == [("life_crisis", 2), ("relation", 4)]
    phases = drawn.filter(pl.col("kind") == "relation").group_by("phase").agg(pl.col("weight").sum()).sort("phase")
    assert phases["weight"].to_list() == pytest.approx([0.4, 0.6]), "as frequent as in the record"
    assert drawn["event"].to_list() == list(range(6))


def test_another_lot_draws_others_and_the_same_lot_the_same() -> None:
    people, happened = crowd()
    tables = hand_tables(people, 60, happened)
    drawn = {tuple(sample(tables, 4, lot)["citizen"].to_list()) for lot in range(8)}
    assert len(drawn) > 1
    assert sample(tables, 4, 3).equals(sample(tables, 4, 3))


def test_asking_for_more_than_there_are_gives_all_and_for_fewer_than_kinds_the_most_frequent() -> None:
    people, happened = crowd()
    tables = hand_tables(people, 60, happened)
    assert sample(tables, 500, 1).height == strata(tables).height == 12
    assert sample(tables, 1, 1)["kind"].to_list() == ["relation"]
    assert sample(tables, 5, 1, (TurningPoint.FIRM_CLOSURE,)).is_empty()


def test_every_scarce_gate_hands_out_something_and_every_kind_has_its_words() -> None:
    assert {gate for gate in Gate if gate.scarce} > set()
    assert {gate for gate in ABSENT.values() if not gate.scarce} == {Gate.NETWORK, Gate.LIFE, Gate.HANDOVER}
    at_work = (TurningPoint.RECOGNISING_WORKPLACE, TurningPoint.UNEXPECTED_STRENGTH, TurningPoint.FIRM_CLOSURE)
    assert not set(at_work) & set(ABSENT), "at work nothing is handed out that others wait for"
