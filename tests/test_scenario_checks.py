"""Remarks about lawful scenarios, explanations, the editor schema, and the room's work on the real catalogue."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from sim.errors import ScenarioError
from sim.scenario import (
    Settings, baseline_toml, catalogue_scenario, explanation_of, explanations, load_text, remarks,
    scenario_schema,
)
from sim.scenario.crosschecks import CROSS_CHECKS, SILENCES
from sim.scenario.facts import facts_of
from sim.scenario.units import is_translated
from tests.scenario_catalogue import Tiny, tiny, tiny_text

BASELINE = Path(__file__).parent.parent / "scenarios" / "baseline.toml"


def said(folder: Path, child: str, base: str = 'title = "x"') -> list[str]:
    (folder / "base.toml").write_text(f"{base}\n")
    (folder / "child.toml").write_text(f'extends = "base.toml"\n[casework]\n{child}\n')
    return [remark.sentence("en") for remark in remarks(tiny(folder / "child.toml"))]


def test_lawful_values_worth_a_word(tmp_path: Path) -> None:
    assert said(tmp_path, "caseload = 10") == [
        "casework.caseload = 10 (line 3): Unusual: outside 25 to 200 citizens per caseworker, the known range. "
        "The result is less certain."]
    assert said(tmp_path, "caseload = { 2018-01 = 40, 2019-01 = 300 }") == [
        "casework.caseload.2019-01 = 300 (line 3): Unusual: outside 25 to 200 citizens per caseworker, the known "
        "range. The result is less certain."]
    assert said(tmp_path, "caseload = 82") == [
        "casework.caseload = 82 (line 3): This change has no effect: base has it already."]
    assert said(tmp_path, "caseload = { 2018-01 = 40, 2019-01 = 40 }") == [
        "casework.caseload.2019-01 = 40 (line 3): This date has no effect: the value is the same as before it."]
    assert said(tmp_path, "caseload = { 2017-01 = 40 }") == [
        "casework.caseload (line 3): The first date (2017-01) lies at or before the start and so holds in the burn-in "
        "too, where 82 holds otherwise. Write a single value if the change is to begin at the start."]
    assert said(tmp_path, "caseload = { 2017-01 = 82, 2018-01 = 40 }\nturnover = 0.1") == []


def test_a_change_after_the_end_of_a_shorter_run_is_said_aloud(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text("[casework]\ncaseload = 60\n")
    (tmp_path / "child.toml").write_text('extends = "base.toml"\n[casework]\ncaseload = { 2018-01 = 40 }\n')
    child = tiny(tmp_path / "child.toml")
    (tmp_path / "short.toml").write_text('extends = "child.toml"\n[time]\nweeks = 26\n')
    assert child.with_time(weeks=26).digest == tiny(tmp_path / "short.toml").digest
    assert remarks(tiny(tmp_path / "base.toml")) == ()


def test_a_shorter_run_says_which_dates_it_never_reaches(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text("[casework]\ncaseload = 60\n")
    (tmp_path / "child.toml").write_text(
        'extends = "base.toml"\n[casework]\ncaseload = { 2017-06 = 50, 2018-06 = 40 }\n')
    child = tiny(tmp_path / "child.toml")
    assert remarks(child) == ()
    assert child.late_from(child.parent or child) == ()
    kept = tiny_text(child.lasting(52).to_toml(), "child").with_late(child.lasting(52).late)
    assert kept.late == {"casework.caseload": {"2018-06-04": 40.0}}
    assert kept == child.lasting(52)
    for short in (child.lasting(52), kept):
        base = tiny(tmp_path / "base.toml").lasting(52)
        (late,) = short.late_from(base)
        assert late.sentence("en") == "Caseload: 50 → 40 from June 2018 (citizens per caseworker)."
        assert [each.key for each in short.differences_from(base)] == ["casework.caseload"]
    assert [remark.sentence("en") for remark in remarks(child.lasting(52))] == [
        "casework.caseload.2018-06 = 40 (line 3): This change has no effect: the run ends before it (2018-01-01)."]
    assert child.lasting(52).digest == child.with_time(weeks=52).digest


def test_a_file_that_describes_a_town_is_told_once_what_holds_in_the_burn_in(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text("[casework]\ncaseload = 60\n")
    (tmp_path / "own.toml").write_text(
        'extends = "base.toml"\n[town]\ncitizens = 700\n[casework]\ncaseload = { start = 65 }\n'
        "turnover = { start = 0.16 }\n")
    (once,) = remarks(tiny(tmp_path / "own.toml"))
    assert once.sentence("da").startswith(
        "Filen beskriver en by, og disse tal gælder også indkøringen: casework.caseload, casework.turnover.")


def test_a_body_of_rules_is_only_a_name(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text("[casework]\ncaseload = 60\n")
    child = tmp_path / "child.toml"
    child.write_text('extends = "base.toml"\nregime = "reform-2025"\n')
    (bare,) = remarks(tiny(child))
    assert bare.sentence("en") == (
        "regime (line 2): reform-2025 is only a name: the file sets no values for it, so the run keeps the same rules "
        "as before.")
    child.write_text('extends = "base.toml"\nregime = "reform-2025"\n[casework]\ncaseload = { 2018-01 = 40 }\n')
    (filled,) = remarks(tiny(child))
    assert "fører ingen regler med sig" in filled.sentence("da")
    child.write_text('extends = "base.toml"\nregime = "rules-2016-2019"\n')
    assert remarks(tiny(child)) == ()


def test_settings_that_make_no_sense_together() -> None:
    base = catalogue_scenario("base")
    assert [remark.kind for remark in remarks(base)] == []
    idle = base.with_values({"casework.fixed_hours": 40, "casework.hours": 37})
    assert "Fixed hours take all working hours: no citizen is met." in [remark.text.en for remark in remarks(idle)]
    off = base.with_values({"mechanisms.sanctions": False, "casework.sanctions": 0.3})
    assert [remark.text.en for remark in remarks(off)] == [
        "This change has no effect as long as mechanisms.sanctions = false."]


@pytest.mark.parametrize(("values", "advice"), [
    ({"employment.least_hours": 15.0}, "Let employment.least_hours be at most employment.small_hours."),
    ({f"person.drive_{state}": 0.0 for state in ("belief", "self_worth", "direction", "coping", "motivation")},
        "Give at least one of them weight."),
    ({"firms.mentor_training": True, "firms.mentor_opens": 0.3},
        "Let firms.mentor_opens_trained be at least firms.mentor_opens."),
])
def test_weights_that_contradict_each_other_are_told_what_to_do(values: dict[str, object], advice: str) -> None:
    base = catalogue_scenario("base")
    (found,) = [remark.text.en for remark in remarks(base.with_values(values)) if "be at" in remark.text.en
                or "Give" in remark.text.en]
    assert found.endswith(advice)


def test_explanations_name_the_file_that_set_a_value(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("[casework]\ncaseload = { 2018-01 = 40 }\n")
    scenario = tiny(tmp_path / "a.toml")
    found = explanation_of(scenario, "caseload")
    assert (found.key, found.line, found.default, len(found.values)) == ("casework.caseload", 2, 82.0, 2)
    assert explanation_of(scenario, "casework.turnover").line is None
    assert [each.key for each in explanations(scenario)] == list(facts_of(Tiny))
    with pytest.raises(ScenarioError, match="Did you mean caseload"):
        explanation_of(scenario, "caselod")


def test_the_editor_schema_knows_dates_choices_and_ranges() -> None:
    schema = scenario_schema(Tiny)
    casework = schema["properties"]["casework"]["properties"]
    assert casework["handover"]["anyOf"][0] == {"type": "string", "enum": ["none", "file", "planned"]}
    assert casework["caseload"]["anyOf"][0] == {"type": "number", "minimum": 5, "maximum": 1000}
    assert list(casework["caseload"]["anyOf"][1]["patternProperties"]) == ["^(start|[0-9]{4}-[0-9]{2}(-[0-9]{2})?)$"]
    assert schema["properties"]["town"]["properties"]["citizens"]["type"] == "integer"
    assert json.loads(json.dumps(schema)) == schema


def test_the_editor_schema_speaks_the_language_asked_for() -> None:
    danish, english = scenario_schema(Settings, "da"), scenario_schema(Settings, "en")
    for schema, title, unit in ((danish, "Sager pr. sagsbehandler", "Enhed: borgere pr. sagsbehandler."),
                                (english, "Caseload", "Unit: citizens per caseworker.")):
        caseload = schema["properties"]["casework"]["properties"]["caseload"]
        assert caseload["title"] == title
        assert unit in caseload["description"]
    assert _without_words(danish) == _without_words(english)
    assert "(på engelsk)" not in json.dumps(danish, ensure_ascii=False)
    assert danish["properties"]["time"]["description"] == "De uger, en kørsel dækker."


def _without_words(schema: object) -> object:
    """The schema without what a reader is told; a property may be called title, so only texts are left out."""
    if isinstance(schema, dict):
        kept = {key: value for key, value in schema.items()
                if not (key in {"title", "description"} and isinstance(value, str))}
        return {key: _without_words(value) for key, value in kept.items()}
    return schema


def test_the_editor_schema_accepts_the_baseline_and_refuses_mistakes() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    values = tomllib.loads(baseline_toml())
    values["time"]["start"] = values["time"]["start"].isoformat()
    validator = jsonschema.Draft7Validator(scenario_schema(Settings))
    assert list(validator.iter_errors(values)) == []
    for key, value in [("caseload", "82"), ("caselod", 8), ("turnover", 3)]:
        wrong = {**values, "casework": {**values["casework"], key: value}}
        assert list(validator.iter_errors(wrong))


def test_the_baseline_file_is_in_step_with_the_catalogue() -> None:
    written = BASELINE.read_text(encoding="utf-8")
    assert written == baseline_toml(), "write it again: vendepunkt starter > scenarios/baseline.toml"


def test_the_baseline_is_the_catalogue() -> None:
    baseline = load_text(baseline_toml(), "baseline")
    assert baseline.digest == catalogue_scenario().digest
    assert remarks(baseline) == ()
    assert load_text(baseline.to_toml(), "baseline") == baseline
    assert len(baseline.settings_at(0).model_dump()) == len(Settings.model_fields)


def test_every_unit_of_the_catalogue_has_danish_words() -> None:
    missing = {fact.unit for fact in facts_of(Settings).values() if not is_translated(fact.unit)}
    assert not missing, "add them to sim/scenario/units.py"


def test_every_default_of_the_catalogue_is_plausible() -> None:
    for key, fact in facts_of(Settings).items():
        section, _, name = key.partition(".")
        value = getattr(getattr(Settings(), section), name)
        assert fact.plausible is None or fact.plausible[0] <= value <= fact.plausible[1], key


def test_cross_checks_look_at_settings_that_exist() -> None:
    looked_at = {key for check in CROSS_CHECKS for key in check.keys}
    looked_at |= {key for silence in SILENCES for key in (silence.switch, *silence.keys)}
    assert looked_at <= set(facts_of(Settings))



def test_a_tiny_text_has_no_remarks_of_its_own() -> None:
    assert remarks(tiny_text("[casework]\ncaseload = 82")) == ()
