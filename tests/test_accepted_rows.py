"""Accepted parameter rows: read, laid under scenarios, carried through runs, and told apart from chance."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from sim.doors.cli import answer
from sim.doors.rows import rows_for
from sim.doors.seeds import read_seeds
from sim.errors import RunError, ScenarioError
from sim.outcomes.comparison import compare
from sim.outcomes.knowledge import knowledge, spread
from sim.scenario.rows import Row, on_row
from sim.scenario.scenario import load, load_text
from sim.studies.accepted import NONE, read_accepted, written

ROWS = (Row(1, {"network.leads": 0.3, "person.duration_source": "drift", "town.heterogeneity": 0.1}),
        Row(2, {"network.leads": 0.5, "person.duration_source": "sorting", "town.heterogeneity": 0.2}))
BASE = """
[title]
da = "Som nu"
en = "As now"
[time]
weeks = 12
burn_in_weeks = 6
[town]
activity_ready = 60
resource_course = 20
"""
FEW = """
extends = "base.toml"
question = { da = "Hjælper tip?", en = "Do leads help?" }
[title]
da = "Flere tip"
en = "More leads"
[network]
leads = 0.7
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("base.toml").write_text(BASE, encoding="utf-8")
    Path("few.toml").write_text(FEW, encoding="utf-8")
    Path("accepted.csv").write_text(written(ROWS, [], ["provisional: for a test"]), encoding="utf-8")
    return tmp_path


def typed(line: str) -> int:
    return answer(line.split(), "en")


def test_a_row_lies_under_what_the_files_say(place: Path) -> None:
    base, few = load(place / "base.toml"), load(place / "few.toml")
    assert on_row(base, ROWS[0]).settings_at(-6).network.leads == 0.3
    assert on_row(base, ROWS[0]).settings_at(5).town.heterogeneity == 0.1
    assert on_row(base, ROWS[1]).settings_at(0).person.duration_source.key == "sorting"
    assert on_row(few, ROWS[0]).settings_at(-6).network.leads == 0.3
    assert on_row(few, ROWS[0]).settings_at(0).network.leads == 0.7
    assert on_row(few, ROWS[0]).title == few.title
    assert base.settings_at(0).network.leads not in (0.3, 0.5)


def test_a_row_means_the_same_for_the_resolved_scenario(place: Path) -> None:
    few = load(place / "few.toml")
    resolved = load_text(few.to_toml(), "few")
    assert on_row(resolved, ROWS[0]).digest == on_row(few, ROWS[0]).digest != few.digest


def test_a_choice_made_at_the_root_is_kept(place: Path) -> None:
    (place / "own.toml").write_text(BASE + "[network]\nleads = 0.61\n", encoding="utf-8")
    own = on_row(load(place / "own.toml"), ROWS[0])
    assert own.settings_at(0).network.leads == 0.61
    assert own.settings_at(0).town.heterogeneity == 0.1


def test_written_rows_are_read_back_and_mistakes_are_named(place: Path) -> None:
    found = read_accepted(place / "accepted.csv")
    assert found.provisional
    assert found.rows == ROWS
    assert found.first(1).digest != found.digest != NONE.digest
    broken = "row,network.leads,network.lead\n1,0.3,4\n2,-7,4\nx,0.2,4\n3,0.1\n"
    (place / "accepted.csv").write_text(broken, encoding="utf-8")
    with pytest.raises(ScenarioError) as refused:
        read_accepted(place / "accepted.csv")
    told = [(problem.where.line, problem.where.key) for problem in refused.value.problems]
    assert (2, "network.lead") in told
    assert (3, "network.leads") in told
    assert (4, None) in told
    assert (5, None) in told


@pytest.mark.parametrize(("rows", "seeds", "used"), [
    ("auto", "8", 2), ("auto", "3", 0), ("0", "8", 0), ("all", "2", 2), ("1", "5", 1), ("auto", "auto", 2),
])
def test_how_many_rows_are_used(place: Path, rows: str, seeds: str, used: int) -> None:
    found, _ = rows_for(rows, (place / "base.toml",), read_seeds(seeds, 32))
    assert len(found.rows) == used


def test_too_few_seeds_for_the_rows_asked_for(place: Path) -> None:
    for asked in ("all", "2", "7", "-1", "few"):
        with pytest.raises(RunError):
            rows_for(asked, (place / "base.toml",), read_seeds("1", 32))
    _, seeds = rows_for("all", (place / "base.toml",), read_seeds("auto", 32))
    assert seeds.floor == 4


def test_a_run_tells_its_rows_and_verifies(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("compare base.toml few.toml --seeds 4 --jobs 1 --out one") == 0
    assert typed("compare base.toml few.toml --seeds 4 --jobs 2 --out two") == 0
    manifest = json.loads((place / "one/few/manifest.json").read_text(encoding="utf-8"))
    assert manifest["row_of_seed"] == {"1": 1, "2": 2, "3": 1, "4": 2}
    assert manifest["rows_provisional"] is True
    assert [row["values"]["network.leads"] for row in manifest["accepted"]] == [0.3, 0.5]
    for name in ("base", "few"):
        one, two = (pl.read_parquet(place / out / name / "spells.parquet") for out in ("one", "two"))
        assert one.equals(two)
    assert typed("verify one --seeds 2") == 0
    page = (place / "one/brief.html").read_text(encoding="utf-8")
    assert "Read it as a provisional band" in page
    capsys.readouterr()


def test_spread_splits_chance_from_what_differs_between_rows() -> None:
    rows = np.repeat([1.0, 2.0, 3.0], 2)
    alike = spread(np.array([[1.0, 3.0, 1.0, 3.0, 1.0, 3.0]]), rows)
    assert alike is not None
    assert (alike.mean, alike.between, alike.within) == (2.0, 0.0, pytest.approx(np.sqrt(2)))
    apart = spread(np.array([[1.0, 1.0, 2.0, 2.0, 3.0, 3.0]]), rows)
    assert apart is not None
    assert (apart.mean, apart.between, apart.within, apart.precise) == (2.0, 1.0, 0.0, 0.0)
    assert apart.known == pytest.approx(4.3027 * np.sqrt(1 + 1 / 3), rel=1e-4)
    assert spread(np.array([[1.0, 2.0]]), np.array([1.0, 1.0])) is None
    assert spread(np.array([[1.0, 2.0]]), np.array([1.0, 2.0])) is None


def test_spread_finds_the_size_of_what_differs_between_rows() -> None:
    luck = np.random.default_rng(4)
    rows = np.repeat(np.arange(400.0), 2)
    differences = 5.0 + np.repeat(luck.normal(0, 0.7, 400), 2) + luck.normal(0, 1.5, 800)
    found = spread(differences[None], rows)
    assert found is not None
    assert found.between == pytest.approx(0.7, abs=0.25)
    assert found.within == pytest.approx(1.5, abs=0.15)
    assert found.known >= found.precise


def test_precision_tells_chance_within_a_row_alone() -> None:
    def frame(values: list[float]) -> pl.DataFrame:
        return pl.DataFrame({"seed": [1, 2, 3, 4], "group": "all", "measure": "jobs", "value": values},
                            {"seed": pl.Int32, "group": pl.String, "measure": pl.String, "value": pl.Float64})

    base, other = frame([0.0, 0.0, 0.0, 0.0]), frame([1.0, 1.1, 3.0, 3.1])
    row_of_seed = {1: 1, 2: 1, 3: 2, 4: 2}
    mixed, apart = compare(base, other), compare(base, other, row_of_seed)
    assert mixed["precision_low"][0] < 1 < apart["precision_low"][0]
    assert apart["difference"][0] == pytest.approx(2.05)
    unknown = knowledge(base, other, row_of_seed)
    assert unknown["low"][0] < 0 < unknown["high"][0]
    assert unknown["rows"][0] == 2
