"""Four citizens, six weeks: a world small enough to follow by eye, frozen.

What must be so is asserted below, from the scenario alone. The rest stands in ``golden/four_citizens.csv`` and
``golden/four_citizens_events.csv``: each citizen's states week by week, and everything that happened to them.

When the model changes on purpose, the numbers change. Then read the difference before keeping it: is it in the columns
the change should touch, for the citizens it should touch, from the week it should act in? If one line cannot be
explained, the change did something else as well. To renew:
``VENDEPUNKT_GOLDEN=write python -m pytest tests/test_engine_golden.py``,
and say in ``CHANGELOG.md`` under *changes results* why.
"""

from __future__ import annotations

import os
from pathlib import Path

import polars as pl
import pytest

from sim.engine.run import simulate_many
from sim.population.town import Town
from sim.processes.now import Now
from sim.vocabulary import CaseworkerKind, Cause, EventKind, Phase, Standing
from tests.fixtures_model import past, small_town

GOLDEN = Path(__file__).parent / "golden"
WORLD = small_town(
    {
        "town.inflow": 0.0,
        "town.inflow_resource_course": 0.0,
        "life.moves": 0.0,
        "life.deaths": 0.0,
        "mechanisms.staff_turnover": False,
        "casework.meeting_interval": 2.0,
        "placements.effort": 1.0,
        "placements.approval_weeks": 1.0,
        "placements.desk_wait": 0.0,
        "casework.order": "work_first",
        "network.leads": 3.0,
    },
    ready=3,
    course=1,
    weeks=6,
    burn_in_weeks=0,
)
STATES = (
    "trust",
    "knowledge",
    "caseworker_belief",
    "load",
    "room",
    "coping",
    "self_worth",
    "belief",
    "direction",
    "drive",
    "nearness",
)


@pytest.fixture(scope="module")
def told() -> tuple[pl.DataFrame, pl.DataFrame, list[dict[str, int]]]:
    """States by citizen and week, events, and what the town looked like as a whole."""
    rows: list[dict[str, object]] = []
    towns: list[dict[str, int]] = []

    def look(town: Town, now: Now) -> None:
        c = town.citizens
        rows.extend(
            {
                "citizen": int(c.citizen[row]),
                "week": now.week,
                "standing": Standing(int(c.standing[row])).key,
                "phase": Phase(int(c.phase[row])).key,
                "meetings": int(c.meetings[row]),
                **{name: round(float(getattr(c, name)[row]), 5) for name in STATES},
            }
            for row in range(4)
        )
        posts = town.posts
        towns.append(
            {
                "people": int(c.present.sum()),
                "caseworkers": int((posts.kind == CaseworkerKind.AUTHORITY).sum()),
                "brokers": int((posts.kind == CaseworkerKind.BROKER).sum()),
                "firms": town.firms.rows,
                "outsiders": town.outsiders.rows,
            }
        )

    run = simulate_many(WORLD, past(WORLD, 12), look)[12]
    events = run.events.select(
        "week", "citizen", "kind", "agent", "previous", "current", "cause", pl.col("amount").cast(pl.Float64).round(5)
    )
    named = events.with_columns(
        kind=pl.col("kind").map_elements(lambda code: EventKind(code).key, return_dtype=pl.String),
        cause=pl.col("cause").map_elements(lambda code: Cause(code).key, return_dtype=pl.String),
    )
    return pl.DataFrame(rows).sort("citizen", "week"), named, towns


def test_what_the_scenario_alone_decides(told: tuple[pl.DataFrame, pl.DataFrame, list[dict[str, int]]]) -> None:
    states, events, towns = told
    # 4 citizens; 4/82 posts rounds to 0, and there is always one; 4 x 1.5/1000 brokers is none; at least 8 workplaces;
    # 5 outsiders each
    assert towns == [{"people": 4, "caseworkers": 1, "brokers": 0, "firms": 8, "outsiders": 20}] * 6
    assert states.height == 4 * 6
    # Everyone is due for a meeting, and hours (37 - 9) are plenty for four: all are called in weeks 0, 2 and 4.
    calls = dict(states.filter(pl.col("week") == 5).select("citizen", "meetings").iter_rows())
    assert all(0 <= meetings <= 3 for meetings in calls.values())
    assert sum(calls.values()) >= 6, "eight in ten come"
    in_odd_weeks = states.with_columns(new=pl.col("meetings").diff().over("citizen")).filter(
        pl.col("week").is_in([1, 3, 5])
    )
    assert in_odd_weeks["new"].sum() == 0
    # Trust moves at meetings and with jumps only; there is no change of caseworker.
    still = states.with_columns(
        moved=(pl.col("trust").diff().over("citizen") != 0),
        new=pl.col("meetings").diff().over("citizen"),
    ).filter(pl.col("week").is_in([1, 3, 5]))
    assert still["moved"].sum() == 0
    # The shortest stay: a phase begun in week 0 lasts through week 5; a job would be seen at once, but nobody has one.
    stayed = (
        states.filter(~pl.col("phase").is_in(["in_work", "outside"]))
        .group_by("citizen")
        .agg(pl.col("phase").n_unique())
    )
    assert stayed["phase"].to_list() == [1] * stayed.height
    assert set(events["kind"]) & {"entered", "exited", "caseworker_changed"} == set()
    # A placement agreed starts after one week of papers.
    proposed = dict(events.filter(pl.col("kind") == "placement_proposed").select("citizen", "week").iter_rows())
    started = dict(events.filter(pl.col("kind") == "placement_started").select("citizen", "week").iter_rows())
    assert started
    assert all(week == proposed[citizen] + 1 for citizen, week in started.items())


@pytest.mark.parametrize("name", ["four_citizens", "four_citizens_events"])
def test_the_four_lives_are_those_that_were_read(
    told: tuple[pl.DataFrame, pl.DataFrame, list[dict[str, int]]], name: str
) -> None:
    found = told[0] if name == "four_citizens" else told[1]
    path = GOLDEN / f"{name}.csv"
    if os.environ.get("VENDEPUNKT_GOLDEN") == "write":
        found.write_csv(path)
    kept = pl.read_csv(path, schema=found.schema)
    for column in found.columns:
        if found[column].dtype.is_float():
            assert found[column].to_list() == pytest.approx(kept[column].to_list(), abs=1.1e-5), column
        else:
            assert found[column].to_list() == kept[column].to_list(), column
