"""Worlds at the edge: nobody, one person, no time, no firms, no hours, and every chance at both its ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import polars as pl
import pytest

from sim.engine.run import burn_in, simulate, simulate_many
from sim.population.town import Town
from sim.processes.now import Now
from sim.record.tables import RunTables
from sim.scenario.parameter import Fact, fact_of
from sim.scenario.scenario import Scenario
from sim.scenario.settings import Settings
from sim.vocabulary import Cause, EventKind, Standing
from tests.fixtures_model import codes, small_town


def facts() -> Iterator[tuple[str, Fact]]:
    """Every setting of the model by dotted key (costs are read by reports only)."""
    for section, field in Settings.model_fields.items():
        if section != "costs":
            for name, inner in field.annotation.model_fields.items():  # type: ignore[union-attr]
                yield f"{section}.{name}", fact_of(inner)


def words_of(fact: Fact) -> tuple[str, ...]:
    """What a file may say where a setting is a choice."""
    return fact.choices.keys() if fact.choices is not None else ()


FACTS = dict(facts())
CHANCES = [key for key, fact in FACTS.items() if fact.unit.startswith(("chance", "share")) and fact.possible]
NUMBERS = [
    key
    for key, fact in FACTS.items()
    if (fact.possible and fact.role != "setting")
    or (key.startswith("town.") and fact.possible and not key.endswith(("ready", "course")))
]
WEIGHTS = [
    key
    for key, fact in FACTS.items()
    if fact.role == "prior" and key not in CHANCES and not key.startswith(("phases.", "town."))
]
"""Weights, bars, slopes and hours of the processes: what a behaviour rests on beside chances and shares."""
SWITCHES = [key for key, fact in FACTS.items() if fact.unit == "on/off"]
CHOICES = [(key, member) for key, fact in FACTS.items() for member in words_of(fact)]
FIRM_SHARES = ["firms.committed", "firms.passive", "firms.sceptical"]


def lived(scenario: Scenario, *seeds: int) -> dict[int, RunTables]:
    """Run with a look at every column every week; the tables keep the laws of the record."""
    faults: list[str] = []

    def look(town: Town, now: Now) -> None:
        for name in ("citizens", "posts", "firms", "outsiders"):
            faults.extend(f"week {now.week}: {name}.{column}" for column in getattr(town, name).out_of_range())

    tables = simulate_many(scenario, burn_in(scenario, *seeds), look)
    assert faults == []
    for run in tables.values():
        run.checked()
    return tables


@pytest.mark.parametrize("size", [(0, 0), (1, 0), (0, 1), (2, 0), (0, 3)], ids=str)
def test_towns_of_hardly_anyone_live_a_year(size: tuple[int, int]) -> None:
    for run in lived(small_town(ready=size[0], course=size[1], weeks=60), 1, 2, 3).values():
        present = run.panel.filter((pl.col("group") == "all") & (pl.col("week") == 0))["citizens"].item()
        assert present == run.citizens.filter(pl.col("entry_week") <= 0).height
        assert present <= sum(size) + 1


def test_nobody_is_nobody() -> None:
    run = lived(small_town(ready=0, course=0, weeks=20), 1)[1]
    assert (run.citizens.height, run.spells.height, run.events.height) == (0, 0, 0)
    assert run.panel.height == 20 * 9
    assert run.panel["citizens"].sum() == 0
    assert np.isnan(run.panel["mean_trust"].to_numpy()).all()


@pytest.mark.parametrize(("weeks", "past_weeks"), [(0, 0), (0, 5), (1, 0)], ids=str)
def test_no_time_at_all(weeks: int, past_weeks: int) -> None:
    run = lived(small_town(weeks=weeks, burn_in_weeks=past_weeks), 4)[4]
    assert run.panel.height == 9 * weeks
    assert run.citizens.height == (0 if not weeks else 130)


def test_without_workplaces_nobody_is_placed_but_some_find_work_outside() -> None:
    run = lived(small_town({"town.workplaces_per_citizen": 0.0, "employment.offer": 0.2}, weeks=60), 2)[2]
    assert codes(run.events, EventKind.PLACEMENT_STARTED).height == 0
    won = codes(run.events, EventKind.JOB_WON)
    assert won.height > 0
    assert set(won["agent"]) == {-1}
    assert run.panel["placements_started"].sum() == 0


def test_without_openings_only_flexjobs_and_small_jobs_come_of_placements() -> None:
    run = lived(small_town({"firms.cycle": 0.0}, weeks=60, burn_in_weeks=60), 2)[2]
    won = codes(run.events, EventKind.JOB_WON)
    there = {int(Cause.HIRED), int(Cause.RECALLED)}
    assert set(won.filter(pl.col("agent") >= 0)["cause"]) <= there, "hired where one is, or was"
    assert codes(run.events, EventKind.PLACEMENT_STARTED).height > 0


@pytest.mark.parametrize("hours", [0.0, 9.0])
def test_without_hours_nobody_is_met(hours: float) -> None:
    run = lived(small_town({"casework.hours": hours}, weeks=40), 2)[2]
    # A post whose hours are used up may still be lucky in the rounding of its slots: no hours means no slots.
    assert run.panel["meetings"].sum() == 0
    assert codes(run.events, EventKind.MEETING).height == 0


def test_with_every_chance_at_nothing_nothing_happens_by_chance() -> None:
    still = {key: 0.0 for key in CHANCES if FACTS[key].possible[0] == 0 and key not in FIRM_SHARES}  # type: ignore[index]
    still |= {
        "life.flares": 0.0,
        "network.help_events": 0.0,
        "network.leads": 0.0,
        "employment.applications": 0.0,
        "brokers.provider_places": 0.0,
    }
    run = lived(small_town(still, weeks=60), 3)[3]
    happened = set(run.events["kind"].unique())
    unheard = {
        EventKind.CRISIS,
        EventKind.SANCTION,
        EventKind.PLACEMENT_STARTED,
        EventKind.PLACEMENT_PROPOSED,
        EventKind.JOB_LOST,
        EventKind.ENTERED,
    }
    assert not happened & {int(kind) for kind in unheard}
    assert codes(run.events, EventKind.EXITED).filter(pl.col("cause") != 21).height == 0, "only retirement is left"


def test_with_every_chance_at_its_most_the_week_still_turns() -> None:
    # Else nobody would be left to live it; and a word that rests on room gets nobody a job where nobody has any.
    gone = {"life.moves", "life.deaths", "network.word_by_skill"}
    wild = {key: FACTS[key].possible[1] for key in CHANCES if key not in {*gone, *FIRM_SHARES}}  # type: ignore[index]
    run = lived(small_town(wild, weeks=30, burn_in_weeks=8), 3)[3]
    assert {int(EventKind.CRISIS), int(EventKind.JOB_LOST), int(EventKind.ENTERED)} <= set(run.events["kind"].unique())


CORNERS = 16
SET_APART = {*FIRM_SHARES, "town.workplaces_per_citizen", "life.moves", "life.deaths"}
"""Settings the corners keep away from an end, so that somebody is left; each has its ends to itself elsewhere."""


def at_corner(corner: int) -> dict[str, Any]:
    """One corner of the space of settings."""
    luck = np.random.default_rng(corner)
    given: dict[str, Any] = {}
    for key, fact in FACTS.items():
        side = int(luck.integers(2))
        if key in NUMBERS and fact.possible is not None and key not in FIRM_SHARES:
            given |= settings_with(key, fact.possible[side])
        elif fact.unit == "on/off":
            given[key] = bool(side)
        elif fact.choices is not None:
            given[key] = words_of(fact)[int(luck.integers(len(words_of(fact))))]
    return given | {
        "town.workplaces_per_citizen": 0.3 * (corner % 4 > 0),
        "life.moves": 0.1 * given["life.moves"],
        "life.deaths": 0.1 * given["life.deaths"],
    }


def ends(keys: list[str]) -> list[tuple[str, float]]:
    return [(key, end) for key in keys for end in FACTS[key].possible or ()]


@pytest.mark.parametrize("corner", range(CORNERS))
def test_corners_of_what_is_possible(corner: int) -> None:
    """All numbers at one of their ends, all switches and choices at random: an end is met in about half the corners."""
    run = lived(small_town(at_corner(corner), ready=60, course=20, weeks=8, burn_in_weeks=6), 1)[1]
    assert run.panel["week"].n_unique() == 8


def test_every_end_is_met_in_some_corner() -> None:
    met = {pair for corner in range(CORNERS) for pair in at_corner(corner).items()}
    missing = [pair for pair in ends(NUMBERS) if pair not in met and pair[0] not in SET_APART]
    missing += [pair for pair in CHOICES if pair not in met]
    missing += [(key, way) for key in SWITCHES for way in (True, False) if (key, way) not in met]
    assert missing == []


@pytest.mark.parametrize(("key", "value"), ends(CHANCES), ids=str)
def test_each_chance_and_share_at_each_end(key: str, value: float) -> None:
    run = lived(small_town(settings_with(key, value), ready=50, course=15, weeks=4, burn_in_weeks=5), 1)[1]
    assert run.panel["week"].n_unique() == 4


@pytest.mark.parametrize("side", [0, 1], ids=["least", "most"])
@pytest.mark.parametrize("section", sorted({key.partition(".")[0] for key in WEIGHTS}))
def test_the_weights_of_a_section_at_each_end(section: str, side: int) -> None:
    """The rest of the world is as usual, so that there is something for them to weigh."""
    given = {key: FACTS[key].possible[side] for key in WEIGHTS if key.startswith(f"{section}.")}  # type: ignore[index]
    run = lived(small_town({key: float(value) for key, value in given.items()}, ready=60, course=20, weeks=8), 1)[1]
    assert run.panel["week"].n_unique() == 8


def settings_with(key: str, value: float) -> dict[str, Any]:
    """A setting with what must go along with it: shares of workplaces may not exceed the whole."""
    given: dict[str, Any] = {key: value}
    if key in FIRM_SHARES:
        given |= {other: 0.0 for other in FIRM_SHARES if other != key}
    whole = isinstance(getattr(getattr(Settings(), key.split(".", maxsplit=1)[0]), key.split(".")[1]), int)
    given[key] = int(value) if whole else float(value)
    return given


def test_everyone_leaves_when_everyone_moves() -> None:
    away = {"life.moves": 1.0, "life.flares": 0.0, "life.crises": 0.0}
    run = simulate(
        small_town({**away, "town.inflow": 0.0, "town.inflow_resource_course": 0.0}, weeks=5, burn_in_weeks=0), 1
    )
    assert run.citizens.height == 0, "all gone in week 0, so in no weekly record"
    half = simulate(small_town(away, weeks=5, burn_in_weeks=3), 1)
    assert half.panel["citizens"].sum() == 0


def test_a_town_that_empties_and_fills_uses_its_rows_again() -> None:
    scenario = small_town({"life.moves": 0.98, "town.inflow": 2.0, "town.inflow_resource_course": 2.0}, weeks=80)
    rows: list[int] = []
    run = simulate_many(scenario, burn_in(scenario, 1), lambda town, _: rows.append(town.citizens.rows))[1]
    assert run.citizens.height > 300
    assert rows[-1] < 250
    run.checked()
    assert set(run.citizens["standing_at_end"]) & {int(Standing.LEFT)}
