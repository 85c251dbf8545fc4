"""Every law of the record catches the table that breaks it."""

from __future__ import annotations

import dataclasses

import polars as pl
import pytest

from sim.errors import RecordError
from sim.record.tables import RunTables
from sim.vocabulary import EventKind, Phase, Standing
from tests.fixtures_hand import Event, Person, hand_tables
from tests.fixtures_tables import synthetic_tables


def whole() -> RunTables:
    people = [
        Person([(Standing.BENEFIT, 4), (Standing.PART_TIME, 6)], [(Phase.STAGNATION, 4), (Phase.IN_WORK, 6)]),
        Person([(Standing.BENEFIT, 5)], [(Phase.SETBACK, 5)], entry=3),
    ]
    return hand_tables(people, 10, [Event(4, 0, EventKind.JOB_WON, amount=18.0)])


def changed(table: str, **columns: pl.Expr) -> RunTables:
    tables = whole()
    frame = tables.frame(table)
    changed_frame = frame.with_columns(**columns).cast({name: frame.schema[name] for name in columns})
    return dataclasses.replace(tables, **{table: changed_frame})


def row(column: str, value: object, index: int = 0) -> pl.Expr:
    return pl.when(pl.int_range(pl.len()) == index).then(pl.lit(value)).otherwise(pl.col(column))


@pytest.mark.parametrize(("table", "column", "value", "says"), [
    ("citizens", "citizen", 1, "stands once"), ("citizens", "exit_week", 11, "within the run"),
    ("citizens", "entry_week", 11, "within the run"), ("citizens", "exit_week", 9, "span the presence"),
    ("spells", "start", 5, "at least a week"), ("spells", "end", 11, "at least a week"),
    ("spells", "end", 3, "gap"),
    ("spells", "start", 1, "span the presence"), ("spells", "code", 18, "words of the vocabulary"),
    ("spells", "layer", 3, "words of the vocabulary"), ("spells", "cause", 99, "words of the vocabulary"),
    ("spells", "open_right", True, "record cuts"), ("spells", "citizen", 7, "span the presence"),
    ("events", "week", 10, "within the run"), ("events", "citizen", 9, "citizen of the table"),
    ("events", "kind", 99, "known words"), ("events", "turned", True, "known words"),
    ("panel", "group", "rich", "groups are those"), ("panel", "week", 1, "stand once"),
    ("panel", "citizens", 7, "add up"),
])
def test_a_broken_law_is_named(table: str, column: str, value: object, says: str) -> None:
    whole().checked()
    with pytest.raises(RecordError, match=says):
        changed(table, **{column: row(column, value)}).checked()


def test_a_missing_layer_is_noticed() -> None:
    tables = whole()
    with pytest.raises(RecordError, match="all three layers"):
        dataclasses.replace(tables, spells=tables.spells.filter(pl.col("layer") != 2)).checked()


def test_other_columns_and_holes_are_noticed() -> None:
    tables = whole()
    for frame in (tables.citizens.drop("age"), tables.citizens.cast({"age": pl.Float64}),
                  tables.citizens.select(pl.all().reverse()), tables.citizens.with_columns(more=1)):
        reordered = frame.select(sorted(frame.columns)) if frame.columns == tables.citizens.columns and (
            frame.schema == tables.citizens.schema) else frame
        with pytest.raises(RecordError, match="columns differ"):
            dataclasses.replace(tables, citizens=reordered).checked()
    with pytest.raises(RecordError, match="without a value"):
        changed("citizens", age=pl.lit(None)).checked()


def test_joining_sorts_by_seed_and_refuses_a_seed_twice() -> None:
    parts = [synthetic_tables([seed], 5, 8) for seed in (3, 1, 2)]
    joined = RunTables.joined(parts)
    assert joined.seeds == (1, 2, 3)
    assert joined.spells["seed"].is_sorted()
    assert joined.spells.equals(synthetic_tables([1, 2, 3], 5, 8).spells)
    assert joined.of_seed(2).events.equals(parts[2].events)
    with pytest.raises(RecordError, match="seed 2"):
        RunTables.joined([*parts, parts[2]])


def test_columns_that_differ_cannot_be_joined() -> None:
    tables = whole()
    strange = dataclasses.replace(tables, citizens=tables.citizens.drop("age"))
    with pytest.raises(RecordError, match="schema"):
        RunTables.joined([strange])
