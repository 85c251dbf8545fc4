"""A scenario that names its own town: how it is found, told and kept, and what is refused in the key."""

from __future__ import annotations

import os
from pathlib import Path

import polars as pl
import pytest

from sim.doors.loading import scenarios
from sim.engine.run import begin, simulate
from sim.errors import PopulationError, ScenarioError
from sim.scenario.scenario import Scenario, load, load_text

SMALL = "[time]\nweeks = 4\nburn_in_weeks = 0\n"


def scenario_with(folder: Path, heading: str, rest: str = "[town]\nactivity_ready = 2\nresource_course = 0\n") -> Path:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "people.csv").write_text("age,benefit\n30,activity_ready\n40,activity_ready\n")
    path = folder / "mine.toml"
    path.write_text(f"{heading}\n{SMALL}{rest}")
    return path


def test_a_scenario_names_its_town_and_runs_with_it(tmp_path: Path) -> None:
    path = scenario_with(tmp_path, 'population = "data/people.csv"')
    scenario = load(path)
    assert scenario.population is not None
    assert scenario.population.citizens == (tmp_path / "data" / "people.csv").as_posix()
    tables = simulate(scenario, 1)
    ages = tables.citizens.filter(pl.col("entry_week") <= 0)["age"].to_list()
    assert [round(age, 2) for age in ages] == [30.0, 40.0]
    assert scenarios((path,), None, None) == (scenario,)
    with pytest.raises(PopulationError, match="2 activity-ready citizens and 0 on resource courses"):
        scenarios((path,), 10, None)


def test_the_content_counts_in_both_digests_and_the_name_does_not(tmp_path: Path) -> None:
    path = scenario_with(tmp_path, 'population = "data/people.csv"')
    before, synthetic = load(path), load(scenario_with(tmp_path, ""))
    assert before.digest != synthetic.digest
    assert before.burn_in_digest != synthetic.burn_in_digest
    (tmp_path / "data" / "others.csv").write_bytes((tmp_path / "data" / "people.csv").read_bytes())
    renamed = load(scenario_with(tmp_path, '[population]\ncitizens = "data/others.csv"'))
    assert (renamed.digest, renamed.burn_in_digest) == (before.digest, before.burn_in_digest)
    (tmp_path / "data" / "others.csv").write_text("age,benefit\n30,activity_ready\n41,activity_ready\n")
    assert load(tmp_path / "mine.toml").digest != before.digest


def test_the_difference_is_told_and_a_child_keeps_the_town(tmp_path: Path) -> None:
    parent = scenario_with(tmp_path, 'population = "data/people.csv"')
    (tmp_path / "child.toml").write_text('extends = "mine.toml"\n')
    assert load(tmp_path / "child.toml").population == load(parent).population
    (tmp_path / "plain.toml").write_text(f"{SMALL}[town]\nactivity_ready = 2\nresource_course = 0\n")
    told = load(parent).differences_from(load(tmp_path / "plain.toml"))
    assert [each.key for each in told] == ["population"]
    assert told[0].sentence("da").startswith("Befolkning: syntetisk → ")
    assert told[0].sentence("en").startswith("Population: synthetic → ")


def test_a_resolved_scenario_can_be_read_when_the_tables_are_gone(tmp_path: Path) -> None:
    scenario = load(scenario_with(tmp_path, 'population = "data/people.csv"'))
    text = scenario.to_toml()
    (tmp_path / "data" / "people.csv").unlink()
    back: Scenario = load_text(text, "mine")
    assert back.digest == scenario.digest
    with pytest.raises(PopulationError, match="does not exist"):
        begin(back, 1)


@pytest.mark.parametrize(("heading", "message"), [
    ('population = "data/peple.csv"', 'population.citizens = "data/peple.csv" (line 1) does not exist. Did you mean'),
    ('population = "data/people.xlsx"', "must end in .parquet or .csv. Save the table as parquet or as CSV"),
    ('population = "data\\\\people.csv"', 'must be written with /, not \\\\. Write "data/people.csv".'),
    ("population = 3", "population = 3 (line 1) must be the path of a table, or a section"),
    ('[population]\nfirms = "data/people.csv"', "population (line 1) lacks a table of citizens"),
    ('[population]\ncitizens = "data/people.csv"\nfirm = "x.csv"', "a table a town can have. Did you mean firms?"),
    ('populaton = "data/people.csv"', "Did you mean population?"),
    ('[casework]\npopulation = "data/people.csv"', "population"),
])
def test_mistakes_in_the_key(tmp_path: Path, heading: str, message: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        load(scenario_with(tmp_path, heading, ""))
    assert message.replace("\\\\", "\\") in " ".join(caught.value.text("en").split())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_table_that_is_no_ordinary_file_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "ring.csv").symlink_to("ring.csv")
    for name, message in (("pipe.csv", "not an ordinary file"), ("ring.csv", "a link that goes in a circle")):
        with pytest.raises(ScenarioError, match=message):
            load(scenario_with(tmp_path, f'population = "{name}"'))
    monkeypatch.setattr("sim.scenario.own_town._LARGEST", 5)
    with pytest.raises(ScenarioError, match="a table takes 2000 MB at most"):
        load(scenario_with(tmp_path, 'population = "data/people.csv"'))
