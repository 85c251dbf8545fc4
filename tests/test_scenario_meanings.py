"""What settings mean in Danish: complete for what people choose, and about nothing that is not there."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from sim.doors.cli import answer
from sim.errors import Text
from sim.scenario import Settings, load_text, starter
from sim.scenario.facts import facts_of, sections_of
from sim.scenario.header import Clock
from sim.scenario.meanings import choice_meaning, meaning_of
from sim.scenario.parameter import fact_of
from sim.scenario.scenario import catalogue_scenario
from sim.scenario.texts_meanings import CHOICES, FRAME, LEVERS, SECTIONS
from sim.scenario.texts_meanings_mechanisms import MECHANISMS
from sim.scenario.texts_meanings_municipal import MUNICIPAL
from sim.scenario.texts_meanings_people import PEOPLE
from sim.scenario.texts_meanings_workplaces import WORKPLACES
from sim.scenario.texts_sources import source_text

FACTS = facts_of(Settings)
_FOREIGN = (" the ", " of ", " and ", " whether ", "wage subsid", "caseworker")


def test_every_lever_and_every_switch_has_a_danish_meaning() -> None:
    assert set(LEVERS) == {key for key, fact in FACTS.items() if fact.role == "lever"}
    assert set(MECHANISMS) == {key for key in FACTS if key.startswith("mechanisms.")}
    framed = {key for key, fact in FACTS.items() if fact.role in {"switch", "setting"}} - set(MECHANISMS)
    assert set(FRAME) == framed | {f"time.{key}" for key in Clock.model_fields}


@pytest.mark.parametrize(("table", "sections"), [
    (MUNICIPAL, {"town", "casework", "support", "rehabilitation", "brokers", "activation", "placements"}),
    (PEOPLE, {"life", "person", "network", "employment", "phases"}), (WORKPLACES, {"firms", "costs"}),
])
def test_every_number_has_a_danish_meaning(table: Mapping[str, str], sections: set[str]) -> None:
    wanted = {key for key, fact in FACTS.items() if fact.role in {"input", "fitted", "prior"}}
    assert set(table) == {key for key in wanted if key.partition(".")[0] in sections}


def test_nothing_of_the_catalogue_is_left_in_english() -> None:
    assert [key for key, fact in FACTS.items() if "(på engelsk)" in meaning_of(key, fact, "da")] == []


def test_sections_and_choices_have_danish_meanings() -> None:
    assert set(SECTIONS) == {"time", *sections_of(Settings)}
    sets = {fact.choices for fact in FACTS.values() if fact.choices is not None}
    assert set(CHOICES) == {f"{each.__name__}.{word.key}" for each in sets for word in each}


@pytest.mark.parametrize("text", [
    *LEVERS.values(), *FRAME.values(), *MECHANISMS.values(), *MUNICIPAL.values(), *PEOPLE.values(),
    *WORKPLACES.values(), *SECTIONS.values()])
def test_danish_meanings_are_sentences_in_danish(text: str) -> None:
    assert text[0].isupper() or text[0].isdigit()
    assert text.endswith(".")
    assert not [word for word in _FOREIGN if word in text.lower()]


def test_what_is_not_translated_says_so() -> None:
    fact = FACTS["casework.caseload"]
    assert meaning_of("own.setting", fact, "da") == f"(på engelsk) {fact.meaning}"
    assert meaning_of("own.setting", fact, "en") == fact.meaning
    weeks = fact_of(Clock.model_fields["weeks"])
    assert meaning_of("time.weeks", weeks, "da").startswith("Uger, der tælles med")


def test_explain_and_starter_speak_danish(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(["explain", "handover", "--lang", "da"], "da") == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Betydning Hvad der bevares, når en sag får en ny sagsbehandler." in said
    assert "file (sagsakter: sagsakterne overleveres)" in said
    assert "What is saved" not in said
    danish = starter(Settings, Text("Før", "Before"), Text("Hvad?", "What?"), language="da")
    assert "mulig 5 til" in danish
    assert "Sagsbehandlernes tid og arbejde, og hvad de giver videre." in danish
    assert load_text(danish, "x").digest == catalogue_scenario().digest
    caseload = FACTS["casework.priority"].choices
    assert caseload is not None
    assert all("på engelsk" not in choice_meaning(word, "da") for word in caseload)


def test_sources_are_told_in_danish_with_their_references_as_they_stand() -> None:
    assert source_text("guess from S4 L1577-1585").da == "skøn ud fra S4 L1577-1585"
    english = re.compile(r"\b(guess|from|facts|targets|specification|rules|chapter|of|the|policy|not|months)\b")
    left = [fact.source for fact in FACTS.values() if english.search(source_text(fact.source).da)]
    assert not left, "give the words in sim/scenario/texts_sources.py"
