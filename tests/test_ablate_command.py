"""``vendepunkt ablate``: each mechanism off in turn, paired with the whole model, on a page; and what it refuses."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from sim.outcomes.ablation import ablation
from sim.outcomes.catalogue import HEADLINES
from sim.scenario.ablated import chosen_mechanisms, mechanism_facts, mechanism_of, variants, without
from tests.fixtures_model import small_town
from tests.fixtures_typed import typed

BASE = """
[title]
da = "Som nu"
en = "As now"
[time]
weeks = 30
burn_in_weeks = 12
[town]
activity_ready = 60
resource_course = 20
[mechanisms]
momentum = false
"""
ASK = "ablate base.toml --mechanisms life_events,alliance --seeds 2 --jobs 1 --out out"


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("base.toml").write_text(BASE, encoding="utf-8")


def test_a_page_and_the_same_numbers_as_csv(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = typed(ASK, capsys)
    assert code == 0
    assert "ablation.html" in out
    page = Path("out/ablation.html").read_text(encoding="utf-8")
    assert "Life events" in page
    assert "Livsbegivenheder" in page
    table = pl.read_csv("out/ablation.csv")
    assert table["mechanism"].unique(maintain_order=True).to_list() == ["life_events", "alliance"]
    assert table.filter(pl.col("mechanism") == "alliance")["measure"].to_list() == list(HEADLINES)
    assert table["pairs"].max() == 2
    assert Path("out/without-alliance/manifest.json").is_file(), "each world is an ordinary run"
    assert typed("verify out/without-alliance", capsys)[0] == 0


@pytest.mark.parametrize(("line", "says"), [
    ("ablate base.toml --mechanisms aliance", "Did you mean alliance"),
    ("ablate base.toml --mechanisms momentum", "is off in base already"),
    ("ablate base.toml --seeds 3,", "at least two seeds"),
    ("ablate nowhere.toml", "nowhere.toml"),
])
def test_what_cannot_be_done_is_said_in_words(line: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = typed(line, capsys)
    assert code == 2
    assert says in " ".join(said.split()), "wherever a line breaks"
    assert not Path("results").exists()


def test_one_thing_is_off_from_the_first_week_and_nothing_else_differs() -> None:
    scenario = small_town()
    one = without(scenario, "alliance")
    assert not one.settings_at(-one.burn_in_weeks).mechanisms.alliance
    assert [change.key for change in one.differences_from(scenario)] == ["mechanisms.alliance"]
    assert one.name == "without-alliance"
    assert mechanism_of(one.name) == "alliance"
    assert one.title.en == "Without: Alliance"


def test_all_means_those_that_are_on() -> None:
    names = chosen_mechanisms("all", small_town({"mechanisms.erosion": False}))
    assert "erosion" not in names
    assert set(names) <= set(mechanism_facts())
    assert len(variants(small_town(), names)) == len(names) + 1


def test_differences_are_without_less_with_and_paired() -> None:
    def frame(values: tuple[float, float]) -> pl.DataFrame:
        rows = [(seed, "all", "lasting_job", value) for seed, value in enumerate(values, start=1)]
        rows += [(1, "female", "lasting_job", 9.0), (1, "all", "meetings", 9.0)]
        return pl.DataFrame(rows, schema=["seed", "group", "measure", "value"], orient="row")

    found = ablation({"whole": frame((0.30, 0.20)), "without-x": frame((0.25, 0.13))})
    assert found["scenario"].to_list() == ["without-x"]
    assert found["difference"].to_list() == pytest.approx([-0.06])
    assert found["base"].to_list() == pytest.approx([0.25])
