"""Nobody appears or vanishes, every change is in the log, and every column stays what it is declared to be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
import pytest

from sim.engine.run import simulate_many
from sim.population.town import Town
from sim.processes.now import Now
from sim.processes.staffing import count_cases
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario
from sim.vocabulary import (
    ON_SUPPORT,
    SUCCESSORS,
    Benefit,
    CaseworkerKind,
    EventKind,
    Phase,
    Standing,
    Word,
)
from tests.fixtures_columns import broken
from tests.fixtures_model import past, small_town

LAYERS = {"standing": EventKind.STANDING, "phase": EventKind.PHASE, "benefit": EventKind.BENEFIT}
LIVELY = {
    # Much happens: openings, closures, leads, flexjobs, sanctions, moves and entrants in every month.
    "town.inflow": 0.6,
    "town.inflow_resource_course": 0.8,
    "firms.closures": 0.3,
    "firms.cycle": 2.0,
    "life.moves": 0.1,
    "life.deaths": 0.05,
    "life.self_support": 0.3,
    "life.education_young": 0.9,
    "life.education_older": 0.6,
    "network.leads": 2.0,
    "employment.offer": 0.08,
    "employment.flexjob_search": 0.3,
    "rehabilitation.team_cases": 20.0,
    "rehabilitation.documents_weeks": 4.0,
    "placements.effort": 1.0,
    "casework.sanctions": 0.8,
    "brokers.brokers": 15.0,
    "support.mentor_places": 100.0,
    "network.volunteers": 60.0,
    "placements.hire_bar": 0.2,
}
WORLDS = {"catalogue": {}, "lively": LIVELY}


@dataclass(frozen=True)
class Snapshot:
    """What the register says at the end of a week: code by citizen, for each layer, of those still there."""

    week: int
    there: dict[str, dict[int, int]]


@dataclass(frozen=True)
class Life:
    """A run with what was seen on the way."""

    scenario: Scenario
    run: RunTables
    begun: dict[str, dict[int, int]]
    weeks: list[Snapshot]
    faults: list[str]


def register(town: Town) -> dict[str, dict[int, int]]:
    c = town.citizens
    rows = np.flatnonzero(c.present)
    number = c.citizen[rows].tolist()
    return {layer: dict(zip(number, getattr(c, layer)[rows].tolist(), strict=True)) for layer in LAYERS}


@pytest.fixture(scope="module", params=WORLDS, ids=str)
def life(request: pytest.FixtureRequest) -> Life:
    """A year in a town, with its register written down every week."""
    scenario = small_town(WORLDS[request.param], ready=120, course=40, weeks=56, burn_in_weeks=12)
    state = past(scenario, 11)
    weeks: list[Snapshot] = []
    faults: list[str] = []

    def look(town: Town, now: Now) -> None:
        weeks.append(Snapshot(now.week, register(town)))
        faults.extend(broken(town, now))

    run = simulate_many(scenario, state, look)[11]
    # Whoever leaves in week 0 is in no weekly record: the run begins with those who are there at its first week's end.
    known = set(run.citizens["citizen"])
    begun = {
        layer: {citizen: code for citizen, code in held.items() if citizen in known}
        for layer, held in register(state.town).items()
    }
    return Life(scenario, run, begun, weeks, faults)


def test_all_columns_keep_their_ranges_and_agree_with_each_other_every_week(life: Life) -> None:
    assert life.faults == []


def test_the_tables_keep_the_laws_of_the_record(life: Life) -> None:
    assert life.run.checked() is life.run, "it raises where a law is broken"


@pytest.mark.parametrize("layer", LAYERS)
def test_the_log_replayed_on_those_who_began_gives_every_week(life: Life, layer: str) -> None:
    """Starting codes, entries, changes and departures are all there is, and give the register of every week."""
    held: dict[int, int] = dict(life.begun[layer])
    entry = {"standing": None, "phase": int(Phase.STAGNATION), "benefit": None}[layer]
    events = life.run.events
    by_week = {week: frame for (week,), frame in events.group_by("week", maintain_order=True)}
    in_record = set(life.run.citizens["citizen"])
    for snapshot in life.weeks:
        gone: set[int] = set()
        frame = by_week.get(snapshot.week, events.clear())
        for kind, citizen, previous, current in frame.select("kind", "citizen", "previous", "current").iter_rows():
            if kind == EventKind.ENTERED:
                assert citizen not in held, f"citizen {citizen} entered twice"
                at_entry = int(
                    Benefit.RESOURCE_COURSE if current == Standing.RESOURCE_COURSE else Benefit.ACTIVITY_READY
                )
                held[citizen] = {"standing": current, "benefit": at_entry}.get(layer, entry)
            elif kind == LAYERS[layer]:
                assert held[citizen] == previous, (
                    f"week {snapshot.week}: citizen {citizen} was {held[citizen]}, the log says {previous}"
                )
                assert previous != current
                held[citizen] = current
            if kind == EventKind.STANDING and current in {Standing.PENSION, Standing.LEFT}:
                gone.add(citizen)
        for citizen in gone:
            held.pop(citizen)
        known = {citizen: code for citizen, code in snapshot.there[layer].items() if citizen in in_record}
        assert held == known, f"week {snapshot.week}"


def test_the_final_codes_of_the_table_are_those_of_the_register(life: Life) -> None:
    last = life.weeks[-1].there
    for citizen, standing, phase, leaves in life.run.citizens.select(
        "citizen", "standing_at_end", "phase_at_end", "exit_week"
    ).iter_rows():
        if standing in {Standing.PENSION, Standing.LEFT}:
            assert citizen not in last["standing"]
            assert phase == Phase.OUTSIDE
            assert (leaves == life.scenario.weeks) or standing == Standing.LEFT
        else:
            assert (last["standing"][citizen], last["phase"][citizen]) == (standing, phase)


@pytest.mark.parametrize(
    ("prefix", "words", "kind"), [("standing", Standing, EventKind.STANDING), ("phase", Phase, EventKind.PHASE)]
)
def test_stock_changes_by_inflow_less_outflow(life: Life, prefix: str, words: type[Word], kind: EventKind) -> None:
    panel = life.run.panel.filter(pl.col("group") == "all").sort("week")
    events = life.run.events
    entered: Counter[tuple[int, int]] = Counter()
    for week, current in events.filter(pl.col("kind") == int(EventKind.ENTERED)).select("week", "current").iter_rows():
        entered[week, int(Phase.STAGNATION) if prefix == "phase" else current] += 1
    flow: Counter[tuple[int, int]] = Counter()
    for week, previous, current in (
        events.filter(pl.col("kind") == int(kind)).select("week", "previous", "current").iter_rows()
    ):
        flow[week, previous] -= 1
        flow[week, current] += 1
    leave = events.filter(pl.col("kind") == int(EventKind.EXITED)).select("week")["week"].to_list()
    gone = Counter((week, int(Standing.LEFT) if prefix == "standing" else int(Phase.OUTSIDE)) for week in leave)
    stock = Counter(life.begun[prefix].values())
    for row in panel.iter_rows(named=True):
        for word in words:
            key = (row["week"], int(word))
            stock[int(word)] += entered[key] + flow[key] - gone[key]
            assert row[f"{prefix}_{word.key}"] == stock[int(word)], f"week {row['week']}: {word.key}"
    assert sum(entered.values()) > 0


def test_people_change_by_entries_less_departures(life: Life) -> None:
    panel = life.run.panel.filter(pl.col("group") == "all").sort("week")
    per_week = Counter(life.run.events.filter(pl.col("kind") == int(EventKind.ENTERED))["week"].to_list())
    per_week.subtract(life.run.events.filter(pl.col("kind") == int(EventKind.EXITED))["week"].to_list())
    there = len(life.begun["standing"])
    for week, citizens in panel.select("week", "citizens").iter_rows():
        there += per_week[week]
        assert citizens == there


def test_only_lawful_moves_are_made(life: Life) -> None:
    moves = life.run.events.filter(pl.col("kind") == int(EventKind.STANDING)).select("previous", "current").unique()
    assert moves.height > 15, "too few kinds of move to say much"
    for previous, current in moves.iter_rows():
        assert current in SUCCESSORS[Standing(previous)], f"{Standing(previous).key} to {Standing(current).key}"


def test_spells_tell_the_register_of_every_week(life: Life) -> None:
    layers = ("standing", "phase", "benefit")
    for number, layer in enumerate(layers):
        told: dict[int, dict[int, int]] = {week: {} for week in range(life.scenario.weeks)}
        for citizen, code, start, end in (
            life.run.spells.filter(pl.col("layer") == number).select("citizen", "code", "start", "end").iter_rows()
        ):
            for week in range(start, end):
                assert citizen not in told[week], "spells overlap"
                told[week][citizen] = code
        known = set(life.run.citizens["citizen"])
        pensioned = set(life.run.citizens.filter(pl.col("standing_at_end") == int(Standing.PENSION))["citizen"])
        for snapshot in life.weeks:
            seen = {citizen: code for citizen, code in snapshot.there[layer].items() if citizen in known}
            assert {c: code for c, code in told[snapshot.week].items() if c in seen} == seen, f"week {snapshot.week}"
            assert set(told[snapshot.week]) - set(seen) <= pensioned, f"week {snapshot.week}"


def test_counts_of_the_panel_are_the_counts_of_the_log(life: Life) -> None:
    panel = life.run.panel.filter(pl.col("group") == "all").sort("week")
    events = life.run.events.filter(pl.col("citizen").is_in(life.run.citizens["citizen"].to_list()))

    def weekly_count(kind: EventKind, *, of: Any = True) -> list[int]:
        count = Counter(events.filter((pl.col("kind") == int(kind)) & of)["week"].to_list())
        return [count[week] for week in range(life.scenario.weeks)]

    assert panel["placements_started"].to_list() == weekly_count(EventKind.PLACEMENT_STARTED)
    assert sum(panel["placements_started"]) > 0


def test_counters_of_the_table_are_the_counts_of_the_log(life: Life) -> None:
    """What a citizen went through is counted from week 0 or entry on, not over the burn-in."""
    for column, kind in (
        ("placements", EventKind.PLACEMENT_STARTED),
        ("caseworker_changes", EventKind.CASEWORKER_CHANGED),
    ):
        count = Counter(life.run.events.filter(pl.col("kind") == int(kind))["citizen"].to_list())
        told = dict(life.run.citizens.select("citizen", column).iter_rows())
        assert {citizen: n for citizen, n in told.items() if n} == dict(count), column
        assert sum(count.values()) > 10


def test_cases_of_a_post_are_the_citizens_it_follows(life: Life) -> None:
    state = past(life.scenario, 11)
    town = state.town
    count_cases(town)
    c = town.citizens
    for post in range(town.posts.rows):
        mine = sum(
            1
            for row in range(c.rows)
            if c.present[row] and Standing(int(c.standing[row])) in ON_SUPPORT and c.post[row] == post
        )
        theirs = sum(1 for row in range(c.rows) if c.present[row] and c.broker[row] == post)
        assert town.posts.cases[post] == mine + theirs


def test_the_caseload_of_the_panel_is_cases_per_filled_post(life: Life) -> None:
    seen: list[tuple[float, float]] = []

    def look(town: Town, now: Now) -> None:
        del now
        posts = town.posts
        filled = posts.open & posts.filled & (posts.kind == CaseworkerKind.AUTHORITY)
        seen.append((float(posts.cases[filled].sum()), float(filled.sum())))

    run = simulate_many(life.scenario, past(life.scenario, 11), look)[11]
    told = run.panel.filter(pl.col("group") == "all").sort("week")["caseload"].to_list()
    for caseload, (cases, posts) in zip(told, seen, strict=True):
        assert caseload == pytest.approx(cases / posts, rel=1e-5) if posts else np.isnan(caseload)
