"""Every lever on the side of the workplaces: nothing before its date, a direction after it, and what it costs whom.

All levers are pulled on the same burnt-in towns with the same luck, from a date in the run on, as a scenario file does.
"""

from __future__ import annotations

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
from sim.population.town import Town
from sim.processes.now import Now
from sim.record.tables import RunTables
from sim.scenario.dated import day_of_week
from sim.scenario.scenario import Scenario, load
from sim.vocabulary import PLACEMENTS, Sector, Standing
from tests.fixtures_looks import LOOKS
from tests.fixtures_model import Answer, By, Look, Values, mean_over, past, small_town, verdict
from tests.fixtures_observed import counted_events

SEEDS = tuple(range(1, 13))
WEEKS, DATE = 45, 17
FROM = "2017-05"
PAYING = ("firm", "municipality")
BUSY_TOWN = {
    "casework.caseload": 20.0,
    "life.flares": 2.5,
    "rehabilitation.team_cases": 12.0,
    "rehabilitation.documents_weeks": 6.0,
    "brokers.brokers": 10.0,
    "placements.effort": 0.8,
}
"""A town in which enough is placed for a difference to show."""


def owed_hours(town: Town, now: Now) -> By:  # noqa: ARG001  # all looks have one shape
    """Hours that caseworkers and brokers owe to agreements."""
    return np.bincount(town.posts.town, weights=town.posts.extra_hours, minlength=town.count)


def _firms(values: Callable[[Town, Now], np.ndarray], *, municipal: bool = False) -> Look:
    def look(town: Town, now: Now) -> By:
        firms = town.firms
        rows = np.flatnonzero(firms.sector == Sector.MUNICIPAL) if municipal else np.arange(firms.rows)
        here = firms.town[rows]
        total = np.bincount(here, weights=values(town, now)[rows].astype(np.float64), minlength=town.count)
        return total / np.maximum(np.bincount(here, minlength=town.count), 1)

    return look


def _apart(column: str, one: Callable[[Town], np.ndarray], other: Callable[[Town], np.ndarray]) -> Look:
    """How much higher a column is among the one than among the other of those placed."""

    def look(town: Town, now: Now) -> By:  # noqa: ARG001
        c = town.citizens
        placed = np.isin(c.standing, PLACEMENTS) & c.at_work & (c.firm >= 0)
        values = getattr(c, column)
        return mean_over(town, values, placed & one(town)) - mean_over(town, values, placed & other(town))

    return look


def _site(town: Town, column: str) -> np.ndarray:
    return getattr(town.firms, column)[np.maximum(town.citizens.firm, 0)]  # type: ignore[no-any-return]


def recruitment_weeks(town: Town, now: Now) -> By:
    """Weeks agreed for the recruitment placements that began a short while ago."""
    c = town.citizens
    new = (c.standing == Standing.RECRUITMENT) & c.at_work & (c.work_since > now.week - 3)
    return mean_over(town, c.work_until - c.work_since, new)


MORE: dict[str, Look] = {
    "owed_hours": owed_hours,
    "recruitment_weeks": recruitment_weeks,
    "quarantined": _firms(lambda town, now: town.firms.quarantine_until > now.week, municipal=True),
    "starts": _firms(lambda town, now: town.firms.starts),  # noqa: ARG005
    "legitimacy": _firms(lambda town, now: town.firms.legitimacy, municipal=True),  # noqa: ARG005
    "flex_openings": _firms(lambda town, now: town.firms.flex_openings, municipal=True),  # noqa: ARG005
    "trained_mentors": _firms(lambda town, now: town.firms.mentor_trained),  # noqa: ARG005
    "firms_with_mentor": _firms(lambda town, now: town.firms.mentor > 0),  # noqa: ARG005
    "nearness_of_private": _apart(
        "room",
        lambda town: _site(town, "sector") == Sector.PRIVATE,
        lambda town: _site(town, "sector") == Sector.MUNICIPAL,
    ),
    "told_where_tolerated": _apart(
        "disclosed",
        lambda town: _site(town, "tolerance") > 0.5,
        lambda town: _site(town, "tolerance") <= 0.5,
    ),
}


@dataclass(frozen=True)
class Lever:
    """From its date on, ``what`` is higher or lower than without; ``cost`` says who pays: (payer, item) or a look.

    No cost is claimed for those in ``FREE``, which says why.
    """

    change: dict[str, Any]
    what: str
    answer: Answer
    cost: tuple[str, str] | str | None
    dearer: Answer = "higher"
    given: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        said = ",".join(f"{key.split('.')[1]}={value}" for key, value in self.change.items())
        return f"{said}:{self.what}-{self.answer}"


MENTORED = {"firms.firm_mentors": 0.5}
FLEX = {
    "employment.flexjob_search": 0.3,
    "firms.flexjobs": 0.0,
    "rehabilitation.flexjob_below": 20.0,
    "firms.flexjob_refund": 1.0,
    "town.municipal_share": 0.7,
}
POOL = FLEX | {"firms.flexjobs": 8.0, "firms.flexjob_refund": 0.1}
HALF = {"placements.municipal_share": 0.5, "town.municipal_share": 0.5}
OPEN = {"firms.cycle": 4.0, "placements.wage_subsidy_share": 1.0}
PRESSED = {"firms.cutbacks": 0.5}
GATED = {"firms.union_approval": 0.4, "placements.municipal_share": 0.8}

LEVERS = [
    Lever({"placements.length": 4.0}, "placed_fit_to", "lower", "starts"),
    Lever({"placements.recruitment_length": 13.0}, "recruitment_weeks", "higher", "share_recruitment", given=OPEN),
    Lever({"placements.extensions": 0.0}, "n_placement_extended", "lower", "share_training", "lower"),
    Lever({"placements.prospect_required": True}, "ended_no_opening", "lower", "refused_no_place_found"),
    Lever({"placements.purpose_required": True}, "placed_purpose", "higher", "owed_hours"),
    Lever({"placements.deadline": True}, "n_placement_extended", "lower", "owed_hours"),
    Lever(
        {"placements.wage_subsidy_weeks": 104.0},
        "share_wage_subsidy",
        "higher",
        ("municipality", "wage_subsidy"),
        given=OPEN | {"placements.wage_subsidy_weeks": 4.0},
    ),
    Lever({"placements.wish_respected": 1.0}, "wished", "higher", "refused_no_place_found"),
    Lever({"placements.leaving_cuts_benefit": False}, "ended_left_by_citizen", "higher", None),
    Lever({"placements.municipal_share": 1.0}, "municipal_by_jobcentre", "higher", None),
    Lever({"placements.sorting": -2.0}, "nearness_of_private", "lower", None, given=HALF),
    Lever({"placements.reception": 20.0}, "placed_fit_in", "higher", ("firm", "reception")),
    Lever({"placements.disclosure_support": 1.0}, "told_where_tolerated", "higher", "owed_hours"),
    Lever({"placements.exit_papers": True}, "skill", "higher", ("firm", "reception")),
    Lever({"placements.volume_pressure": 1.0}, "placed_purpose", "lower", "wished", "lower"),
    Lever({"firms.firm_mentors": 0.8}, "placed_firm_mentor", "higher", ("firm", "firm_mentors")),
    Lever(
        {"firms.mentor_pay": "individual"},
        "firms_with_mentor",
        "higher",
        ("municipality", "firm_mentors"),
        given=MENTORED,
    ),
    Lever(
        {"firms.mentor_pay": "fixed"},
        "firms_with_mentor",
        "higher",
        ("municipality", "firm_mentors"),
        given=MENTORED,
    ),
    Lever(
        {"firms.mentor_pay": "pooled"}, "hours_firm_mentor", "higher", ("municipality", "firm_mentors"), given=MENTORED
    ),
    Lever(
        {"firms.mentor_training": True},
        "trained_mentors",
        "higher",
        ("municipality", "mentor_training"),
        given=MENTORED,
    ),
    Lever({"firms.compensation": 1.0}, "refused_firm_refused", "lower", ("municipality", "compensation")),
    Lever({"firms.involvement": 40.0}, "legitimacy", "higher", ("firm", "reception")),
    Lever({"firms.preapproved": True}, "municipal", "higher", ("firm", "reception"), given=GATED),
    Lever({"firms.places_per_employee": 0.02}, "municipal", "lower", "refused_no_place_found"),
    Lever({"firms.quarantine": 0.0}, "quarantined", "lower", "refused_no_place_found", "lower", given=PRESSED),
    Lever({"firms.flexjobs": 20.0}, "share_flexjob", "higher", ("municipality", "flexjob_pool"), given=FLEX),
    Lever({"firms.flexjob_refund": 1.0}, "flex_openings", "higher", ("municipality", "flexjob_pool"), given=POOL),
]

FREE = {
    "placements.leaving_cuts_benefit": "somebody pays: benefit that is no longer cut, but too rarely to count here",
    "placements.municipal_share": "nothing is bought: as many are sent, elsewhere",
    "placements.sorting": "nothing is bought: as many are sent, others to each sector",
}
"""The levers for which no cost is claimed, and why: all that the specification's "each with a payer" leaves open."""


def base(given: tuple[tuple[str, Any], ...]) -> Scenario:
    return small_town({**BUSY_TOWN, **dict(given)}, ready=100, course=40, weeks=WEEKS, burn_in_weeks=26)


@lru_cache(maxsize=32)
def played(given: tuple[tuple[str, Any], ...], change: tuple[tuple[str, Any], ...]) -> tuple[list[RunTables], Values]:
    """The tables of each seed, and what was seen and paid after the date."""
    scenario = base(given)
    if change:
        scenario = scenario.with_values({key: {FROM: value} for key, value in change})
    asked = {one for lever in LEVERS for one in (lever.what, lever.cost) if one is not None}
    seen: dict[str, list[By]] = {name: [] for name in (*LOOKS, *MORE) if name in asked}

    def look(town: Town, now: Now) -> None:
        if now.week >= DATE and now.week % 3 == 0:
            for name, values in seen.items():
                values.append((MORE.get(name) or LOOKS[name])(town, now))

    found = simulate_many(scenario, past(base(given), *SEEDS), look)
    runs = [found[seed] for seed in SEEDS]
    out: dict[Any, By] = {name: _over_weeks(np.stack(values)) for name, values in seen.items()}
    told = [counted_events(run) for run in runs]
    out |= {name: np.array([each[name] for each in told]) for name in told[0]}
    return runs, out | _paid(runs)


def _over_weeks(table: np.ndarray) -> By:
    """The mean over the weeks in which there was something to see."""
    there = ~np.isnan(table)
    return np.where(there, table, 0.0).sum(axis=0) / np.maximum(there.sum(axis=0), 1)  # type: ignore[no-any-return]


def _paid(runs: list[RunTables]) -> dict[Any, By]:
    books = [accounts(run, CostBook()).filter(pl.col("payer").is_in(PAYING)) for run in runs]
    sums = [book.group_by("payer", "item").agg(pl.col("amount").sum()) for book in books]
    keys = {(payer, item) for each in sums for payer, item, _ in each.rows()}
    tables = [{(payer, item): amount for payer, item, amount in each.rows()} for each in sums]
    return {key: np.array([table.get(key, 0.0) for table in tables]) for key in keys}


def pull(lever: Lever) -> tuple[tuple[list[RunTables], Values], tuple[list[RunTables], Values]]:
    given = tuple(sorted(lever.given.items()))
    return played(given, ()), played(given, tuple(lever.change.items()))


@pytest.mark.parametrize("lever", LEVERS, ids=str)
def test_nothing_before_its_date_and_its_direction_after_it(lever: Lever) -> None:
    (without, _before), (with_it, _after) = pull(lever)
    for left, right in zip(without, with_it, strict=True):
        for table, week in (("events", "week"), ("panel", "week")):
            early = pl.col(week) < DATE
            old, new = (getattr(run, table).filter(early) for run in (left, right))
            # Whether an early event turned a pathway is settled by weeks after the date.
            told = [name for name in old.columns if name != "turned"]
            assert [name for name in told if not old[name].equals(new[name], null_equal=True)] == []
    found = verdict(_after[lever.what] - _before[lever.what], 0.95)
    assert found.answer == lever.answer, f"{found}"


@pytest.mark.parametrize("lever", [lever for lever in LEVERS if lever.cost is not None], ids=str)
def test_somebody_pays(lever: Lever) -> None:
    """In money where hours are bought, else in hours owed, in starts, or in what can no longer be had."""
    assert lever.cost is not None
    (_, without), (_, with_it) = pull(lever)
    found = verdict(with_it[lever.cost] - without[lever.cost], 0.95)
    assert found.answer == lever.dearer, f"{found}"


def test_only_the_levers_on_the_list_cost_nobody_anything() -> None:
    assert {key for lever in LEVERS if lever.cost is None for key in lever.change} == FREE.keys()


def test_the_date_is_the_week_it_says() -> None:
    assert day_of_week(DATE, base(()).start).isoformat()[:7] == FROM


def test_all_levers_can_be_pulled_from_a_file(tmp_path: Path) -> None:
    sections: dict[str, list[str]] = {}
    pulled = {key: value for lever in LEVERS for key, value in lever.change.items()}
    for key, value in pulled.items():
        section, name = key.split(".")
        text = f'"{value}"' if isinstance(value, str) else str(value).lower()
        sections.setdefault(section, []).append(f"{name} = {{ {FROM} = {text} }}")
    lines = [line for section, settings in sections.items() for line in (f"[{section}]", *settings)]
    path = tmp_path / "all-levers.toml"
    head = ['question = "Can all be pulled?"', "[title]", 'da = "Alle greb"', 'en = "All levers"']
    path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    scenario = load(path)
    settings = scenario.settings_at(DATE)
    for key, value in pulled.items():
        section, name = key.split(".")
        found = getattr(getattr(settings, section), name)
        assert value in (found, getattr(found, "key", found)), key
