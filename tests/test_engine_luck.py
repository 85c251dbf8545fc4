"""Keyed luck at the size of a life: what does not touch someone changes nothing for them."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from sim.draws import WeekDraws
from sim.engine.run import advance, begin, burn_in, simulate, simulate_many
from sim.engine.state import State
from sim.errors import RunError
from sim.population.synthesis import arrival_luck
from sim.record.schema import TABLES
from sim.record.tables import RunTables
from sim.vocabulary import Decision, EventKind, Standing
from tests.fixtures_model import codes, past, small_town, unlike, unlike_frames, unlike_towns

APART = {
    # No workplaces, no meetings, no turnover, nobody enters: nothing is shared between citizens.
    "town.workplaces_per_citizen": 0.0,
    "casework.hours": 0.0,
    "mechanisms.staff_turnover": False,
    "town.inflow": 0.0,
    "town.inflow_resource_course": 0.0,
    "brokers.brokers": 0.0,
}
PLAIN = small_town(weeks=26)
BUSY = {
    "town.inflow": 0.5,
    "network.volunteers": 300.0,
    "network.leads": 5.0,
    "brokers.brokers": 15.0,
    "firms.closures": 0.2,
    "firms.cycle": 2.0,
    "placements.effort": 1.0,
    "rehabilitation.team_cases": 15.0,
    "rehabilitation.documents_weeks": 4.0,
    "employment.offer": 0.1,
    "casework.sanctions": 0.5,
}
"""A town where everything that can pass between citizens is in use."""


def first(frame: pl.DataFrame, people: int) -> pl.DataFrame:
    return frame.filter(pl.col("citizen") < people)


def test_where_nothing_is_shared_whole_lives_stay_the_same_when_others_are_added() -> None:
    few, more = (simulate(small_town(APART, ready=n, course=0, weeks=104), 3) for n in (60, 80))
    assert few.events.height > 100
    kinds = set(few.events["kind"].unique())
    assert {int(EventKind.STANDING), int(EventKind.PHASE), int(EventKind.JOB_WON), int(EventKind.CRISIS)} <= kinds, (
        "lives too empty to say much"
    )
    for name in ("citizens", "spells", "events"):
        assert unlike_frames(getattr(few, name), first(getattr(more, name), 60), name) == []


def test_life_strikes_the_same_people_in_the_same_weeks_in_a_larger_town() -> None:
    few, more = (simulate(small_town({"life.moves": 0.1}, ready=n, course=0, weeks=60), 3) for n in (100, 120))
    gone = {}
    for name, run in (("few", few), ("more", more)):
        pensions = run.events.filter(
            (pl.col("kind") == int(EventKind.STANDING)) & (pl.col("current") == int(Standing.PENSION))
        )
        gone[name] = set(pensions["citizen"])
    together = (
        set(few.citizens.filter(pl.col("entry_week") <= 0)["citizen"]) & set(range(100)) - gone["few"] - gone["more"]
    )
    for kind in (EventKind.CRISIS, EventKind.EXITED):
        lives = [
            codes(run.events, kind)
            .filter(pl.col("citizen").is_in(list(together)))
            .select("week", "citizen", "current", "cause", "amount")
            for run in (few, more)
        ]
        assert lives[0].height > 0, kind.key
        assert lives[0].equals(lives[1]), kind.key


def test_a_larger_inflow_only_adds_people() -> None:
    small, large = small_town({"town.inflow": 1.0}, weeks=20), small_town({"town.inflow": 2.0}, weeks=20)
    a, b = (simulate(scenario, 5, None) for scenario in (small, large))

    def entered(run: RunTables) -> pl.DataFrame:
        events = codes(run.events, EventKind.ENTERED)
        return events.group_by("week").len().sort("week")

    both = entered(b).join(entered(a), on="week", how="left").fill_null(0)
    assert both["len_right"].sum() > 20
    assert (both["len"] >= both["len_right"]).all()
    # the k-th entrant of a week is the same person in both
    traits = [
        "entry_week",
        "female",
        "children",
        "trade",
        "wish",
        "language",
        "chronic_mental",
        "anxious",
        "hours_possible",
        "sociability",
    ]
    shared = ["entry_week", "rank"]

    def people(run: RunTables) -> pl.DataFrame:
        rows = run.citizens.filter((pl.col("entry_week") >= 0) & (pl.col("benefit_at_start") == 0)).sort("citizen")
        return rows.with_columns(pl.int_range(pl.len()).over("entry_week").alias("rank")).select(*traits, "rank")

    merged = people(a).join(people(b), on=shared, how="left", suffix="_b")
    same = [merged[t].equals(merged[f"{t}_b"]) for t in traits[1:]]
    assert merged.height > 20
    assert all(same) or _left_in_entry_week(a, b), [t for t, s in zip(traits[1:], same, strict=True) if not s]


def _left_in_entry_week(*given: RunTables) -> bool:
    """Someone who came and went in one week shifts the ranks of the record, not the people."""
    return any(
        codes(run.events, EventKind.EXITED).join(codes(run.events, EventKind.ENTERED), on=["week", "citizen"]).height
        for run in given
    )


def test_entrants_are_keyed_by_week_and_slot() -> None:
    assert (arrival_luck(7, 5, 0, 1)[:3] == arrival_luck(7, 3, 0, 1)).all()
    everyone = np.concatenate(
        [arrival_luck(week, 50, stream, seed) for week in range(-400, 400, 7) for stream in (0, 1) for seed in (1, 2)]
    )
    assert len(np.unique(everyone)) == len(everyone)


@pytest.mark.parametrize("size", [(100, 30), (7, 2), (1, 0)], ids=str)
def test_towns_side_by_side_live_as_they_do_alone(size: tuple[int, int]) -> None:
    scenario = small_town(BUSY, ready=size[0], course=size[1], weeks=60)
    seeds = (9, 2, 31)
    together = simulate_many(scenario, past(scenario, *seeds))
    assert list(together) == list(seeds)
    for seed in seeds:
        assert unlike(together[seed], simulate(scenario, seed)) == [], seed


def test_a_state_that_was_stored_goes_on_as_if_it_never_was() -> None:
    begun = advance(PLAIN, begin(PLAIN, 5, 6), -4)
    stored = State.from_bytes(begun.to_bytes())
    assert (stored.week, stored.seeds) == (-4, (5, 6))
    assert unlike_towns(stored.town, begun.town) == []
    on, later = advance(PLAIN, begun, 0), advance(PLAIN, stored, 0)
    assert unlike_towns(on.town, later.town) == []
    assert on.to_bytes() == later.to_bytes() == burn_in(PLAIN, 5, 6).to_bytes()
    runs = simulate_many(PLAIN, State.from_bytes(on.to_bytes()))
    for seed, run in simulate_many(PLAIN, on).items():
        assert unlike(run, runs[seed]) == []


@pytest.mark.parametrize("damage", [b"", b"nothing", "half", "other"], ids=str)
def test_bytes_that_are_no_state_are_refused(damage: bytes | str) -> None:
    whole = past(PLAIN, 5).to_bytes()
    data = (
        damage
        if isinstance(damage, bytes)
        else whole[: len(whole) // 2]
        if damage == "half"
        else whole.replace(b"citizens.trust", b"citizens.truth")
    )
    with pytest.raises(RunError):
        State.from_bytes(data)


def test_a_run_leaves_the_state_it_starts_from_alone() -> None:
    state = past(PLAIN, 5)
    before = state.to_bytes()
    again = [simulate(PLAIN, 5, state) for _ in range(2)]
    assert state.to_bytes() == before
    assert unlike(*again) == []


def test_watching_changes_nothing() -> None:
    seen: list[int] = []
    state = past(PLAIN, 5)
    run = simulate_many(PLAIN, state, lambda _, now: seen.append(now.week))[5]
    assert seen == list(range(PLAIN.weeks))
    assert unlike(run, simulate(PLAIN, 5, state)) == []


_SCRIPT = """
import hashlib
import polars as pl
from sim.engine.run import simulate
from tests.fixtures_model import TABLE_NAMES, small_town
run = simulate(small_town(weeks=26), 5)
for name in TABLE_NAMES:
    frame = getattr(run, name)
    seen = hashlib.sha256()
    for column in frame.columns:
        values = frame[column]
        text = values.dtype == pl.String
        seen.update("".join(values).encode() if text else values.fill_null(False).to_numpy().tobytes())
    print(name, seen.hexdigest())
"""


def test_another_process_finds_the_same_bytes() -> None:
    answers = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=True, env=_other(hash_seed)
        ).stdout
        for hash_seed in ("0", "12345")
    }
    assert len(answers) == 1
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(_SCRIPT, {})  # noqa: S102  # the same words, in this process
    assert answers == {out.getvalue()}
    assert len(out.getvalue().splitlines()) == len(TABLES)


def _other(hash_seed: str) -> dict[str, str]:
    return {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}


def test_the_same_week_asks_the_same_questions_whoever_is_there() -> None:
    """A person's draw of the week is the same whether asked with neighbours or alone."""
    state = past(PLAIN, 5)
    luck = state.town.citizens.luck
    u = WeekDraws(3).uniform(Decision.LIFE, luck)
    assert all(u[row] == WeekDraws(3).uniform(Decision.LIFE, luck[[row]])[0] for row in range(0, len(luck), 17))
