"""The register of mechanisms is whole, and in step with the code it speaks of."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest
from pydantic import ValidationError

from tests.source_reads import ROOT, functions, reached
from sim.population.citizens import Citizens
from sim.population.surroundings import Firms, Outsiders, Posts
from sim.register import page
from sim.register.citations import cite, numbers
from sim.register.entries import DOMAINS, PLACE, Entry, register
from sim.scenario.catalogue.mechanisms import Mechanisms
from sim.scenario.scenario import catalogue_scenario
from sim.vocabulary import EventKind, TurningPoint

ENTRIES = register().entries
MODELLED = [entry for entry in ENTRIES if entry.modelled]
PROJECT = ROOT.parent
TABLES = {"citizens": Citizens, "posts": Posts, "firms": Firms, "outsiders": Outsiders}
CARRY_NO_MECHANISM = {
    "sim.processes.moves": "the ways to write a state and to log it",
    "sim.processes.phases": "read-outs that nothing reads back",
    "sim.processes.now": "what a process is told",
    "sim.processes.orders": "what an outside event names",
    "sim.processes.happenings": "outside events set circumstances through the functions that hold the mechanisms",
    "sim.processes.circumstances": "the same, at home",
    "sim.processes.circumstances_case": "the same, in the case",
    "sim.processes.circumstances_work": "the same, at workplaces",
    "sim.processes.firms.empty": "the part of a closure that outside events share",
    "sim.processes.life.befall": "the part of a crisis that outside events share",
    "sim.processes.life.worsen": "the part of a flare that outside events share",
    "sim.processes.casework.presses": "tells whose problems press",
    "sim.processes.casework.service_for": "looks up which service treats a problem",
    "sim.processes.event_log": "the log",
    "sim.processes.coordinators.await_one": "puts newcomers in the queue that give_places serves",
    "sim.processes.matching.together": "puts the week's proposals in one list",
}
"""Files and functions of the processes that need no entry, and why."""


def test_every_file_of_the_register_is_read() -> None:
    other = {"documents", "stories", "ledger"}
    assert {path.stem for path in PLACE.glob("*.toml")} == {*DOMAINS, *other}


def test_ids_are_given_once() -> None:
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)


@pytest.mark.parametrize("entry", MODELLED, ids=lambda entry: entry.id)
def test_the_function_is_there(entry: Entry) -> None:
    module, _, name = entry.function.rpartition(".")
    assert module.startswith(("sim.processes", "sim.population"))
    assert callable(getattr(importlib.import_module(module), name)), "see which function holds it now"


@pytest.mark.parametrize("entry", [entry for entry in MODELLED if entry.switch], ids=lambda entry: entry.id)
def test_the_switch_is_there(entry: Entry) -> None:
    given = {entry.switch: False} if isinstance(entry.switch, str) else entry.switch
    assert len(given) == 1
    catalogue_scenario().with_values(given)  # refuses a key or a value that is not one


@pytest.mark.parametrize("entry", MODELLED, ids=lambda entry: entry.id)
def test_columns_and_log_rows_are_there(entry: Entry) -> None:
    for name in entry.through:
        table, _, column = name.partition(".")
        assert column in TABLES[table].facts(), name
    assert {*entry.logs} <= {*EventKind.keys(), *TurningPoint.keys()}


def test_the_tests_of_directions_are_there() -> None:
    named = {entry.direction_test for entry in ENTRIES if entry.direction_test}
    files = sorted({name.partition("::")[0] for name in named})
    asked = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *files]
    found = subprocess.run(asked, cwd=PROJECT, capture_output=True, text=True, check=False).stdout.splitlines()
    assert named - set(found) == set()


def test_every_numbered_mechanism_is_accounted_for() -> None:
    coverage = register().coverage()
    assert [key for key, ids in coverage.items() if not ids] == []
    unknown = {
        citation.key for entry in ENTRIES for citation in entry.citations
        if citation.document.startswith("S") and citation.number and citation.key not in coverage
    }
    assert unknown == set()


def test_every_switch_of_a_mechanism_stands_in_an_entry() -> None:
    named = {entry.switch for entry in MODELLED if isinstance(entry.switch, str)}
    assert {f"mechanisms.{name}" for name in Mechanisms.model_fields} - named == set()


def test_every_kind_of_turning_point_stands_in_an_entry() -> None:
    logged = {row for entry in MODELLED for row in entry.logs}
    assert set(TurningPoint.keys()) - logged == set()


def test_no_public_function_of_the_processes_without_an_entry() -> None:
    """A public function is accounted for when an entry names it or a function it leads to in its own file."""
    held = {entry.function for entry in MODELLED}
    missing = [
        function.path for function in functions().values()
        if not function.name.startswith("_") and not CARRY_NO_MECHANISM.keys() & {function.module, function.path}
        and not held & {path for path in reached(function.path) if path.startswith(f"{function.module}.")}
        and not _serves(function.path, held)
    ]
    assert missing == []


def _serves(path: str, held: set[str]) -> bool:
    """Whether a function that holds a mechanism calls this one for a part of its work."""
    return any(path in functions()[other].calls for other in held if other in functions())


def test_stories_show_mechanisms_of_the_register() -> None:
    ids = {entry.id for entry in ENTRIES}
    stories = register().stories
    assert {name for story in stories for name in story.shows} <= ids
    assert len({story.key for story in stories}) == len(stories)
    assert all(story.shows or story.note for story in stories)


def test_the_page_is_in_step() -> None:
    """What the page should be: ``sim.register.page.markdown()``."""
    written = (PROJECT / "docs" / "mechanisms.md").read_text(encoding="utf-8")
    assert written == page.markdown()


def test_the_page_shows_every_entry() -> None:
    text = page.markdown()
    assert [entry.id for entry in ENTRIES if f"`{entry.id}`" not in text] == []


def test_citations_are_read() -> None:
    found = cite("S4 M11 L1488-1498 L3346-3355")
    assert (found.key, found.lines) == ("S4 M11", ("L1488-1498", "L3346-3355"))
    assert list(numbers(("M08-M10", "A1b"))) == ["M08", "M09", "M10", "A1b"]
    with pytest.raises(ValueError, match="not a citation"):
        cite("somebody said so")


@pytest.mark.parametrize("change", [
    {"not_modelled": "both"}, {"switch": ""}, {"through": ()}, {"priority": 2}, {"gap": "something"}, {"sources": ()},
])
def test_an_entry_is_whole_or_refused(change: dict[str, object]) -> None:
    whole = next(entry for entry in MODELLED if entry.switch and not entry.gap)
    with pytest.raises(ValidationError):
        Entry.model_validate(whole.model_dump() | change)


def test_no_file_is_long() -> None:
    assert [path.name for path in PLACE.glob("*.*") if path.read_text(encoding="utf-8").count("\n") > 300] == []
