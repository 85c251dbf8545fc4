"""Rows looked up by person and week: the same as leafing through them."""

from __future__ import annotations

import numpy as np
import polars as pl

from sim.record.track import NOBODY, Track, numbered

# Person 0 in weeks 3 and 7, person 2 in weeks 0, 0 and 9; person 1 has no row.
PERSON, WEEK = np.array([0, 0, 2, 2, 2]), np.array([3, 7, 0, 0, 9])
TRACK = Track.of(PERSON, WEEK)


def test_the_last_row_up_to_a_week_is_the_persons_own() -> None:
    asked = [(0, 2), (0, 3), (0, 6), (0, 70), (1, 5), (2, -4), (2, 0), (2, 8), (2, 9), (NOBODY, 5), (3, 5)]
    person, week = np.array(asked).T
    assert TRACK.last(person, week).tolist() == [-1, 0, 0, 1, -1, -1, 3, 3, 4, -1, -1]


def test_rows_are_counted_within_weeks_both_ends_included() -> None:
    asked = [(0, 3, 7), (0, 4, 6), (0, -9, 99), (1, 0, 99), (2, 0, 0), (2, 1, 9), (2, -14, -2)]
    person, first, last = np.array(asked).T
    assert TRACK.count(person, first, last).tolist() == [2, 0, 2, 0, 2, 1, 0]


def test_a_track_without_rows_knows_nobody() -> None:
    nothing = np.array([], dtype=np.int64)
    assert Track.of(nothing, nothing).last(np.array([0, 1]), np.array([5, 5])).tolist() == [-1, -1]


def test_people_are_numbered_by_their_place_and_strangers_are_told() -> None:
    people = pl.DataFrame({"seed": [1, 1, 2], "citizen": [0, 4, 0]})
    rows = pl.DataFrame({"seed": [2, 1, 1, 3], "citizen": [0, 4, 5, 0]})
    assert numbered(people, rows).tolist() == [2, 1, -1, -1]
