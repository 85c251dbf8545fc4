"""Pathways in the forms that sequence analysis reads: STS (week by week), SPELL (stays) and TSE (dated events).

Weeks count from 1, as TraMineR counts positions: position 1 is week 0 of the run. A person is called by seed and
number, ``3-17``, since number 17 is somebody else in every seed.
"""

from __future__ import annotations

import polars as pl

from sim.outcomes.stays import PERSON, stays
from sim.outcomes.week_codes import WORDS, WeekCodes
from sim.record.schema import NO_CODE, Layer
from sim.record.tables import RunTables
from sim.vocabulary import Benefit, EventKind, TurningPoint

TURNED = "turned_"
"""Begins the name of an event that turned a pathway, to tell it from a code of the layer."""

_ID = pl.format("{}-{}", "seed", "citizen").alias("id")


def sts(tables: RunTables, layer: Layer) -> pl.DataFrame:
    """Return id, seed, citizen, age, female, benefit (key at the start) and a column ``w1``, ``w2`` … per week.

    A week holds the key of a code, and null where the person is not in the record.
    """
    found = WeekCodes.of(tables, layer)
    keys = {**{int(word): word.key for word in found.words}, NO_CODE: None}
    weeks = {
        f"w{week + 1}": pl.Series(found.codes[:, week]).replace_strict(keys, return_dtype=pl.String)
        for week in range(tables.weeks)
    }
    return _known(tables, found.people).with_columns(**weeks)


def spell(tables: RunTables, layer: Layer) -> pl.DataFrame:
    """Return id, seed, citizen, begin, end (positions, both counted in), status (key), open_left, open_right."""
    words = {int(word): word.key for word in WORDS[layer]}
    return stays(tables, layer).select(
        _ID, *PERSON, begin=pl.col("start") + 1, end="end",
        status=pl.col("code").replace_strict(words, return_dtype=pl.String), open_left="open_left",
        open_right="open_right",
    )


def tse(tables: RunTables, layer: Layer) -> pl.DataFrame:
    """Return id, seed, citizen, time (position) and event, in the order of person and time.

    An event is a code that begins (its key; also the one somebody starts in), or a turning point that turned the
    pathway (``turned_`` and its key). Within a week turning points come first, since a code is what a week ends with.
    """
    begun = spell(tables, layer).select("id", *PERSON, time="begin", event="status", place=pl.lit(1))
    turns = tables.events.filter(
        (pl.col("kind") == int(EventKind.TURNING_POINT)) & pl.col("turned").fill_null(value=False)
    ).select(
        _ID, *PERSON, time=pl.col("week").cast(pl.Int32) + 1, event=pl.lit(TURNED) + pl.col("current").replace_strict(
            {int(kind): kind.key for kind in TurningPoint}, return_dtype=pl.String), place=pl.lit(0),
    )
    return pl.concat([begun, turns]).sort(*PERSON, "time", "place", maintain_order=True).drop("place")


def persons_of(tables: RunTables) -> pl.DataFrame:
    """Return id, seed, citizen, age, female and benefit (key at the start) of everyone in the record."""
    return _known(tables, tables.citizens.select(PERSON))


def _known(tables: RunTables, people: pl.DataFrame) -> pl.DataFrame:
    keys = {int(word): word.key for word in Benefit}
    facts = tables.citizens.select(
        *PERSON, "age", "female", benefit=pl.col("benefit_at_start").replace_strict(keys, return_dtype=pl.String),
    )
    return people.join(facts, on=PERSON, how="left", maintain_order="left").select(
        _ID, *PERSON, "age", "female", "benefit")
