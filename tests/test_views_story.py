"""Stories: reviewed word by word for one made-up life, and told for every life without stumbling."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from sim.errors import ViewError
from sim.record.tables import RunTables
from sim.views.life import life_of, most_eventful
from sim.views.story import story_of, tell
from sim.vocabulary import LANGUAGES, Language
from tests.fixtures_tables import synthetic_tables

_GOLDEN = Path(__file__).parent / "golden"
_START = date(2017, 1, 2)


@pytest.fixture(scope="module")
def tables() -> RunTables:
    return synthetic_tables((1, 2), 80, 208, lift=1.0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_reads_as_reviewed(tables: RunTables, language: Language) -> None:
    citizen = most_eventful(tables, 1)
    assert citizen is not None
    golden = _GOLDEN / f"story_{language}.txt"
    assert tell(tables, citizen, 1, language, _START) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_life_can_be_told(tables: RunTables, language: Language) -> None:
    for citizen in tables.of_seed(2).citizens["citizen"].to_list():
        story = story_of(life_of(tables, citizen, 2), language)
        assert story.portrait
        assert story.ending
        assert "{" not in f"{story.portrait}{story.ending}{story.tally}"
        assert "None" not in f"{story.chapters}".replace("NoneType", "")


def test_a_story_says_that_the_person_is_simulated(tables: RunTables) -> None:
    citizen = int(tables.citizens["citizen"][0])
    assert "simuleret person" in tell(tables, citizen, 1, "da")
    assert "simulated person" in tell(tables, citizen, 1, "en")


def test_without_a_start_weeks_stand_for_dates(tables: RunTables) -> None:
    citizen = int(tables.citizens["citizen"][0])
    told = tell(tables, citizen, 1, "da")
    assert "uge 0" in told
    assert "januar" not in told


def test_an_unknown_citizen_or_run_is_refused_with_what_there_is(tables: RunTables) -> None:
    with pytest.raises(ViewError) as unknown_citizen:
        life_of(tables, 4_000_000, 1)
    assert "Borgerne har numre fra" in unknown_citizen.value.text("da")
    with pytest.raises(ViewError) as unknown_seed:
        life_of(tables, 0, 99)
    assert "1, 2" in unknown_seed.value.text("en")


def test_nobody_to_tell_about() -> None:
    assert most_eventful(RunTables.empty(), 1) is None
    with pytest.raises(ViewError):
        life_of(RunTables.empty(), 0, 1)


def test_the_most_eventful_life_has_most_turning_points(tables: RunTables) -> None:
    citizen = most_eventful(tables, 1)
    turned = tables.events.filter((pl.col("seed") == 1) & pl.col("turned").fill_null(value=False))
    counts = turned.group_by("citizen").len()
    assert counts.filter(pl.col("citizen") == citizen)["len"][0] == counts["len"].max()
