"""The jobcentre's levers, one by one: nothing before their date, the way they pull after it, and who pays."""

# ruff: noqa: ARG001, FBT003  # looks have one shape, whether they ask for the week or not; levers may be on or off

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest

from sim.engine.run import simulate_many
from sim.outcomes.accounts import accounts
from sim.outcomes.prices import CostBook
from sim.population.town import Town, on_support
from sim.processes.now import Now
from sim.record.tables import RunTables
from sim.scenario.parameter import fact_of
from sim.scenario.scenario import Scenario, catalogue_scenario, load
from sim.scenario.settings import Settings
from tests.fixtures_looks import LOOKS
from tests.fixtures_model import By, Look, mean_over, past, small_town, unlike_frames, verdict
from tests.fixtures_observed import counted_events

SIZE = {"ready": 110, "course": 40, "weeks": 44, "burn_in_weeks": 20}
DATE, WEEK = "2017-02-27", 8
BUSY = {
    "casework.caseload": 20.0,
    "casework.turnover": 0.5,
    "life.flares": 2.5,
    "rehabilitation.team_cases": 12.0,
    "rehabilitation.documents_weeks": 6.0,
    "brokers.brokers": 15.0,
}
"""A town where enough happens in 48 weeks: several caseworkers, more illness, a team that keeps up."""
BATCHES = ((1, 2, 3, 4, 5, 6), tuple(range(7, 19)))
DECIDED = {"town.resource_course": 80, "rehabilitation.team_cases": 40.0, "rehabilitation.documents_weeks": 2.0}
CROWDED = {"casework.caseload": 75.0}
NEVER_COME = {"rehabilitation.documents_weeks": 260.0, "rehabilitation.team_cases": 40.0, "casework.caseload": 10.0}
HIRES = {"support.mentor_places": 400.0, "employment.offer": 0.3}


# --- what is looked at -------------------------------------------------------------------------------------------


def trust_in_broker(town: Town, now: Now) -> By:
    c = town.citizens
    return mean_over(town, c.broker_trust, (c.broker >= 0) & on_support(c))


def without_coordinator(town: Town, now: Now) -> By:
    c = town.citizens
    return mean_over(town, c.served_from > now.week, on_support(c))


def with_broker(town: Town, now: Now) -> By:
    c = town.citizens
    return mean_over(town, c.broker >= 0, on_support(c))


def wait_of(*, heavy: bool) -> Look:
    def look(town: Town, now: Now) -> By:
        c = town.citizens
        who = on_support(c) & (c.post >= 0) & ((c.load > 1.2) == heavy)
        return mean_over(town, np.minimum(now.week - c.met, 104), who)

    return look


SEEN: dict[str, Look] = {
    **LOOKS,
    "trust_in_broker": trust_in_broker,
    "without_coordinator": without_coordinator,
    "with_broker": with_broker,
    "wait_of_the_pressed": wait_of(heavy=True),
    "wait_of_others": wait_of(heavy=False),
}


def figures(run: RunTables) -> dict[str, float]:
    """Counts of events, hours by work, and kroner by item (``kr_item``) of one seed."""
    found = counted_events(run)
    items = accounts(run, CostBook()).filter(pl.col("payer") != "citizen").group_by("item").agg(pl.col("amount").sum())
    found |= {f"kr_{item}": float(amount) for item, amount in items.iter_rows()}
    found["applications"] = float(run.citizens["applications"].sum())
    return found


# --- the levers --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Lever:
    """Set to ``value`` on a date (in a town that is ``given`` so), it moves ``does``, at the cost of ``costs``.

    A sign tells the way: ``+trust`` is more trust. What costs is hours, kroner, or those who go without; none is free.
    """

    key: str
    value: Any
    does: str
    costs: str
    given: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.key}={self.value}"


LEVERS = [
    Lever("casework.caseload", 35.0, "+meetings", "+kr_casework", CROWDED),
    Lever("brokers.brokers", 60.0, "+n_placement_proposed", "+kr_brokers"),
    Lever("casework.supervision", 8.0, "-n_caseworker_changed", "+kr_teaching"),
    Lever("casework.handover", "planned", "+knowledge_after_change", "+hours_handover"),
    Lever("casework.keep_across_benefits", True, "-changed_benefit_change", "+hours_tasks", DECIDED),
    Lever("casework.priority", "most_pressed", "-wait_of_the_pressed", "+wait_of_others", CROWDED),
    Lever("casework.meeting_interval", 1.0, "+trust", "+hours_meetings"),
    Lever("casework.training", 0.4, "+trust", "+kr_teaching"),
    Lever("brokers.authority", True, "-trust_in_broker", "-meetings"),
    Lever("rehabilitation.expert_at_meeting", True, "+momentum", "+kr_team", DECIDED),
    Lever("rehabilitation.team_cases", 40.0, "-team_queue", "+kr_team", {"rehabilitation.team_cases": 2.0}),
    Lever("rehabilitation.documents_weeks", 2.0, "+n_decision", "+kr_team", NEVER_COME | {"town.activity_ready": 400}),
    Lever("placements.approval_weeks", 0.0, "-weeks_waiting", "+hours_tasks"),
    Lever("rehabilitation.immediate_start", True, "-without_coordinator", "+hours_tasks", DECIDED),
    Lever("rehabilitation.coordinator_weeks", 20.0, "+without_coordinator", "-meetings", DECIDED),
    Lever("brokers.co_location", True, "+knowledge", "+hours_tasks", {"brokers.brokers": 40.0}),
    Lever("casework.order", "stepwise", "-n_placement_proposed", "-hours_outreach"),
    Lever("support.psychologist_places", 300.0, "-problem_mental", "+kr_support"),
    Lever("support.one_roof_places", 150.0, "-load", "+kr_support"),
    Lever("support.mentor_places", 300.0, "+coping", "+kr_support"),
    Lever("support.mentor_kept_after_hiring", True, "-turn_personal_mentor_lost", "+kr_support", HIRES),
    Lever("placements.door", "back", "+n_placement_proposed", "+hours_outreach"),
    Lever(
        "brokers.provider_places", 600.0, "+n_placement_proposed", "+kr_providers",
        {"brokers.provider_follows": 100.0, "town.resource_course": 80},
    ),
    Lever("brokers.follow_up_weeks", 104.0, "+mentor_in_job", "-with_broker",
          {"brokers.follow_up_weeks": 0.0, "employment.offer": 0.3, "brokers.brokers": 6.0}),
    Lever("rehabilitation.flexjob_access", 12.0, "+share_flexjob_waiting", "+kr_benefits", DECIDED),
    Lever("activation.upskilling", 0.5, "+skill", "+kr_upskilling"),
    Lever("network.volunteers", 300.0, "+net_support", "+kr_volunteers"),
    Lever("casework.sanctions", 0.7, "-trust", "+hours_tasks"),
    Lever("activation.hours", 37.0, "-applications", "+kr_activation",
          {"activation.for_all": True, "activation.hours": 5.0, "employment.applications": 40.0}),
    Lever("activation.for_all", True, "+share_activation", "+kr_activation"),
    Lever("casework.volume_target", 40.0, "-placed_purpose", "+hours_outreach"),
    Lever("brokers.parallel", True, "+queue_length", "+hours_tasks", {"brokers.brokers": 40.0, "life.flares": 4.0}),
    Lever("casework.reorganisation", 1.0, "+n_caseworker_changed", "-trust"),
]


def before(lever: Lever) -> Scenario:
    return small_town({**BUSY, **lever.given}, **SIZE)


def pulled(lever: Lever) -> Scenario:
    return before(lever).with_values({lever.key: {DATE: lever.value}})


@lru_cache(maxsize=128)
def played(base: Scenario, scenario: Scenario, seeds: tuple[int, ...], seen: tuple[str, ...]) -> Played:
    """The scenario over the base's past: the runs, and by town what was seen in the mean."""
    sums = {name: np.zeros(len(seeds)) for name in seen}
    weeks = {name: np.zeros(len(seeds)) for name in seen}

    def look(town: Town, now: Now) -> None:
        for name in seen:
            values = SEEN[name](town, now)
            sums[name] += np.nan_to_num(values)
            weeks[name] += ~np.isnan(values)

    runs = simulate_many(scenario, past(base, *seeds), look)
    counts = [figures(runs[seed]) for seed in seeds]
    found = {name: np.array([each.get(name, 0.0) for each in counts]) for name in set().union(*counts)}
    found |= {name: sums[name] / np.maximum(weeks[name], 1) for name in seen}
    return runs, found


Played = tuple[dict[int, RunTables], dict[str, By]]
Half = Callable[[RunTables], list[pl.DataFrame]]


def until_the_date(run: RunTables) -> list[pl.DataFrame]:
    return [table.filter(pl.col("week") < WEEK) for table in (run.events.drop("turned"), run.panel)]


@pytest.mark.parametrize("lever", LEVERS, ids=str)
def test_it_pulls_from_its_date_on_and_somebody_pays(lever: Lever) -> None:
    base, other = before(lever), pulled(lever)
    alike = [each for each in LEVERS if each.given == lever.given]  # so that their past is played once
    asked = {name[1:] for each in alike for name in (each.does, each.costs)}
    seen = tuple(sorted(asked & SEEN.keys()))
    differences: dict[str, list[float]] = {lever.does: [], lever.costs: []}
    for seeds in BATCHES:
        (left, without), (right, with_it) = played(base, base, seeds, seen), played(base, other, seeds, seen)
        for seed in seeds[:2]:
            for mine, theirs in zip(until_the_date(left[seed]), until_the_date(right[seed]), strict=True):
                assert unlike_frames(mine, theirs) == [], "it acts before its date"
        for each in differences:
            differences[each] += (with_it[each[1:]] - without[each[1:]]).tolist()
        answers = {each: verdict(found) for each, found in differences.items()}
        if all(answer.answer != "inconclusive" for answer in answers.values()):
            break
    for each, answer in answers.items():
        assert answer.answer == ("higher" if each[0] == "+" else "lower"), f"{each}: {answer}"


@pytest.mark.parametrize("lever", LEVERS, ids=str)
def test_it_is_a_line_in_a_scenario_file(lever: Lever, tmp_path: Path) -> None:
    section, key = lever.key.split(".")
    value = json.dumps(lever.value)  # true, numbers and quoted words are written as in TOML
    file = tmp_path / "lever.toml"
    file.write_text(f'regime = "rules-2016-2019"\n[{section}]\n{key} = {{ {DATE} = {value} }}\n', encoding="utf-8")
    read = load(file)
    plain = getattr(getattr(catalogue_scenario().settings_at(0), section), key)
    assert getattr(getattr(read.settings_at(WEEK - 1), section), key) == plain
    assert getattr(getattr(read.settings_at(WEEK), section), key) != plain


@pytest.mark.parametrize("lever", LEVERS, ids=str)
def test_it_is_said_to_be_a_lever(lever: Lever) -> None:
    section, key = lever.key.split(".")
    fact = fact_of(Settings.model_fields[section].annotation.model_fields[key])  # type: ignore[union-attr]
    assert fact.dated
    assert fact.role in {"lever", "setting"}


def test_a_measure_that_ends_gives_its_staff_back() -> None:
    base = small_town(BUSY, **SIZE)
    other = base.with_values({"brokers.brokers": {DATE: 60.0, "2017-05-01": 15.0}})
    (plain, _), (run, _) = played(base, base, (1, 2), ()), played(base, other, (1, 2), ())
    hours = pl.col("week"), pl.col("hours_broker")
    for seed in (1, 2):
        more = run[seed].panel.filter(pl.col("group") == "all").select(hours)["hours_broker"].to_numpy()
        usual = plain[seed].panel.filter(pl.col("group") == "all").select(hours)["hours_broker"].to_numpy()
        assert more[WEEK : WEEK + 8].sum() > 1.5 * usual[WEEK : WEEK + 8].sum()
        assert more[20:].sum() < 1.3 * usual[20:].sum()
