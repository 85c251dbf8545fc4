"""The ledger of published effects: one role each, nothing fitted left out, and no policy on the chance of a job."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.source_reads import ROOT, callers, decision, functions, of_source
from sim.register import ledger_page
from sim.register.ledger import Creator, ledger
from sim.scenario.facts import facts_of
from sim.scenario.settings import Settings

LEDGER = ledger()
FACTS = facts_of(Settings)
MAY_BE_LEVERS = {"placements.deadline", "placements.extensions"}
"""Policy levers that a chance of a job may read, known by name; the ledger gives the reason."""


def test_every_effect_has_one_role() -> None:
    assert [source for source, times in Counter(effect.source for effect in LEDGER.effect).items() if times > 1] == []


def test_settings_of_the_ledger_are_settings() -> None:
    named = {key for effect in LEDGER.effect for key in effect.settings}
    assert named - FACTS.keys() == set()


def test_nothing_fitted_is_left_out() -> None:
    fitted = {key for key, fact in FACTS.items() if fact.role == "fitted"}
    listed = {key for effect in LEDGER.effect if effect.role == "fitted" for key in effect.settings}
    assert fitted - listed == set(), "a fitted setting must name the effect it is fitted on"
    assert listed - fitted == set(), "what is calibrated on an effect has the role fitted in the catalogue"


def test_what_is_fitted_has_a_target() -> None:
    assert [effect.source for effect in LEDGER.effect if effect.role == "fitted" and not effect.target] == []


def test_effects_held_back_lend_nothing_but_priors() -> None:
    roles = {key: FACTS[key].role for effect in LEDGER.effect if effect.role == "held" for key in effect.settings}
    assert {key for key, role in roles.items() if role != "prior"} == set()


def test_jobs_begin_where_the_ledger_says() -> None:
    begin = set().union(*(callers(path) for path in LEDGER.jobs.hires)) - {*LEDGER.jobs.hires}
    assert begin == {creator.function for creator in LEDGER.jobs.creator}


@pytest.mark.parametrize("creator", LEDGER.jobs.creator, ids=lambda creator: creator.function)
def test_a_chance_of_a_job_reads_what_the_ledger_says(creator: Creator) -> None:
    found = decision(creator.function, frozenset(LEDGER.jobs.acts))
    assert sorted(found.functions) == list(creator.decided_in), "the functions that decide who is hired have changed"
    assert sorted(found.columns - {*LEDGER.jobs.bookkeeping}) == list(creator.states), "other columns are read"
    assert sorted(found.settings) == [allowed.key for allowed in creator.settings], "other settings are read"


@pytest.mark.parametrize("creator", LEDGER.jobs.creator, ids=lambda creator: creator.function)
def test_no_lever_acts_on_a_chance_of_a_job(creator: Creator) -> None:
    keys = {allowed.key for allowed in creator.settings}
    assert {key for key in keys if FACTS[key].role == "lever"} <= MAY_BE_LEVERS
    assert all(allowed.reason for allowed in creator.settings)


def test_what_acts_is_there() -> None:
    assert {*LEDGER.jobs.acts} - functions().keys() == set()


def test_the_page_is_in_step() -> None:
    """What the page should be: ``sim.register.ledger_page.markdown()``."""
    written = (Path(ROOT).parent / "docs" / "ledger.md").read_text(encoding="utf-8")
    assert written == ledger_page.markdown()


@pytest.mark.parametrize(("body", "settings", "columns"), [
    ("c, work = town.citizens, now.settings.casework\n    return c.load * work.hours", {"casework.hours"},
        {"citizens.load"}),
    ("return town.firms.backing * now.settings.firms.wear", {"firms.wear"}, {"firms.backing"}),
    ("settings = now.settings\n    return settings.placements.length", {"placements.length"}, set()),
    ("on = now.settings.mechanisms\n    return helper(on)", {"mechanisms.*"}, set()),
    ("town.citizens.skill = 1", set(), set()),
])
def test_the_reader_of_sources_sees(body: str, settings: set[str], columns: set[str]) -> None:
    (function,) = of_source(f"def decide(town: Town, now: Now):\n    {body}\n", "m")
    assert (function.reads.settings, function.reads.columns) == (settings, columns)
