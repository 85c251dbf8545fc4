"""The Python interface: five verbs, mechanisms and measures of one's own, and refusals that say what to do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import polars as pl
import pytest

import sim
from sim import Mechanism, PathwayModel, Runs, compare, load, measure, own_decision, report, run
from sim.doors.cli import answer
from sim.engine.mechanism import week_with
from sim.engine.run import simulate
from sim.engine.week import WEEK
from sim.errors import OutcomeError, RunError, ScenarioError
from sim.outcomes.catalogue import MEASURES
from sim.population.town import Town
from sim.processes.now import Now
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario
from sim.vocabulary import Decision
from tests.fixtures_mechanism import COMES, only_draws, walks

WALKS = Mechanism("walks", walks, after="network", meaning="A weekly walk.")


def town(name: str = "base", **values: float) -> Scenario:
    keys = {key.replace("__", "."): value for key, value in values.items()}
    return load(None, keys, name=name, citizens=60, weeks=30, burn_in_weeks=20)


@pytest.fixture(scope="module")
def base() -> Runs:
    return run(town(), seeds=3)


@pytest.fixture(scope="module")
def walked() -> Runs:
    return run(town("walked"), seeds=3, mechanisms=[WALKS])


def same(left: RunTables, right: RunTables) -> bool:
    return all(frame.equals(right.frame(name), null_equal=True) for name, frame in left.items())


def belief(tables: RunTables) -> pl.DataFrame:
    return tables.citizens.group_by("seed").agg(value=pl.col("belief_at_end").mean())


def test_importing_the_package_imports_nothing_of_it() -> None:
    code = "import sim, sys; print([name for name in sys.modules if name.startswith(('sim.', 'numpy', 'polars'))])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
    assert all(getattr(sim, name) is not None for name in sim.__all__)
    with pytest.raises(AttributeError, match="simulat"):
        _ = sim.simulat


def test_a_run_is_what_the_engine_plays(base: Runs) -> None:
    assert base.seeds == (1, 2, 3)
    assert same(base.tables.of_seed(2), simulate(town(), 2))
    assert all(frame.height for frame in (base.citizens, base.spells, base.events, base.panel))


def test_a_run_that_is_kept_nowhere_is_gone_with_whoever_held_it() -> None:
    made = run(town(), seeds=1)
    folder = made.folder.path
    assert folder.is_dir()
    del made
    assert not folder.exists()


def test_a_run_can_be_kept_and_opened(tmp_path: Path) -> None:
    made = run(town(), seeds=[5], out=tmp_path / "mine")
    again = Runs.open(tmp_path / "mine")
    assert same(made.tables, again.tables)
    assert again.scenario == made.scenario


def test_measures_of_ones_own_stand_beside_those_of_the_catalogue(base: Runs, walked: Runs) -> None:
    found = measure(base, {"belief_at_end": belief})
    assert set(found["measure"]) == {*(one.key for one in MEASURES), "belief_at_end"}
    assert found.filter(pl.col("measure") == "belief_at_end")["seed"].to_list() == [1, 2, 3]
    held = compare(base, walked, own={"belief_at_end": belief})
    row = held.filter(pl.col("measure") == "belief_at_end").row(0, named=True)
    assert (row["scenario"], row["group"], row["pairs"], row["verdict"]) == ("walked", "all", 3, "higher")
    assert compare(base).is_empty()


def test_a_mechanism_that_only_draws_changes_nobodys_luck(base: Runs) -> None:
    idle = Mechanism("idle", only_draws, after="life", meaning="Draws for all and does nothing.")
    assert same(run(town(), seeds=3, mechanisms=[idle]).tables, base.tables)


def test_decisions_of_ones_own_are_apart_from_all_others() -> None:
    assert own_decision("walks", "who comes") == COMES
    own = {own_decision(name, what) for name in ("a", "b", "ab") for what in ("", "a", "b")}
    assert len(own) == 9
    assert min(own) > max(Decision)
    assert max(own) < 2**48  # shifted by eight bits it still fits the key


def test_a_mechanism_acts_in_every_town_as_if_it_were_alone(walked: Runs) -> None:
    alone = run(town("walked"), seeds=[2], mechanisms=[WALKS])
    assert same(alone.tables, walked.tables.of_seed(2))


def test_processes_give_the_same(walked: Runs) -> None:
    assert same(run(town("walked"), seeds=3, mechanisms=[WALKS], jobs=2).tables, walked.tables)


def test_a_mechanism_stands_after_its_stage_and_keeps_its_cadence() -> None:
    seen: list[int] = []
    other = Mechanism("other", only_draws, after="life", meaning="Second in line.")
    noted = Mechanism("noted", lambda _town, now: seen.append(now.week), after="life", meaning="Notes.", every=4)
    names = [stage.name for stage in week_with([noted, other])]
    assert names[:3] == ["life", "noted", "other"]
    assert [name for name in names if name not in ("noted", "other")] == [stage.name for stage in WEEK]
    model = PathwayModel(town(), mechanisms=[noted])
    for _ in range(9):
        model.step()
    assert seen == [0, 4, 8]


def test_what_was_plugged_in_is_told(
    walked: Runs, base: Runs, tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    assert "A weekly walk." in walked.manifest.mechanisms["walks"]
    page = report(base, walked, out=tmp_path / "brief.html").read_text(encoding="utf-8")
    assert "not part of the model: walks" in page
    assert "not part of the model:" not in report(base, out=tmp_path / "b.html").read_text(encoding="utf-8")
    kept = run(town("walked"), seeds=[1], out=tmp_path / "walked", mechanisms=[WALKS])
    assert answer(["verify", str(kept.folder.path), "--files-only"], "en") == 0
    assert answer(["verify", str(kept.folder.path)], "en") == 2
    assert "no part of the model" in capsys.readouterr().err


def too_much(town: Town, now: Now) -> None:
    if now.week == 2:
        town.citizens.belief += np.float32(2)


def broken(_town: Town, _now: Now) -> None:
    raise ZeroDivisionError("no walks today")


@pytest.mark.parametrize(("change", "said"), [
    ({"name": "Walks!"}, "cannot be the name"),
    ({"name": "network"}, "cannot be the name"),
    ({"after": "netwrk"}, "Did you mean network?"),
    ({"every": 0}, "cadence"),
    ({"meaning": " "}, "meaning"),
    ({"act": too_much}, "week 2 brought a column outside its possible range: citizens.belief"),
])
def test_a_mechanism_that_cannot_be_used_is_refused(change: dict[str, object], said: str) -> None:
    told: dict[str, object] = {"name": "walks", "act": walks, "after": "network", "meaning": "A walk.", **change}
    with pytest.raises(RunError) as refused:
        run(town(), seeds=1, mechanisms=[Mechanism(**told)])  # type: ignore[arg-type]
    assert said in refused.value.text("en")


def test_two_of_a_name_and_what_cannot_travel_are_refused() -> None:
    with pytest.raises(RunError, match="more than once"):
        week_with([WALKS, WALKS])
    here = Mechanism("here", lambda _town, _now: None, after="life", meaning="Typed in.")
    with pytest.raises(RunError, match="several processes"):
        run(town(), seeds=2, mechanisms=[here], jobs=2)


def test_what_a_mechanism_raises_is_in_the_notes() -> None:
    with pytest.raises(RunError) as refused:
        run(town(), seeds=1, mechanisms=[Mechanism("broken", broken, after="life", meaning="Breaks.")])
    assert any("no walks today" in note and "in broken" in note for note in refused.value.__notes__)


@pytest.mark.parametrize("function", [
    lambda _tables: 3.0,
    lambda tables: tables.citizens.select("seed", "citizen"),
    lambda tables: tables.citizens.select("seed", value="age"),
    lambda _tables: pl.DataFrame({"seed": [1], "value": ["much"]}),
    lambda _tables: pl.DataFrame({"seed": [99], "value": [1.0]}),
    lambda _tables: pl.DataFrame({"seed": [1], "group": ["tall"], "value": [1.0]}),
])
def test_a_measure_of_another_shape_is_refused(base: Runs, function: Callable[[RunTables], pl.DataFrame]) -> None:
    with pytest.raises(OutcomeError, match="seed and value"):
        measure(base, {"mine": function})


def test_bad_input_to_the_verbs_is_refused(base: Runs, tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="Did you mean"):
        load(None, {"casework.caselod": 40})
    with pytest.raises(ScenarioError, match=r"no\.toml"):
        load(tmp_path / "no.toml")
    with pytest.raises(RunError, match="nothing to run"):
        run(town(), seeds=0)
    with pytest.raises(OutcomeError, match="model's own measures"):
        measure(base, {MEASURES[0].key: belief})
    with pytest.raises(RunError, match="twice"):
        compare(base, base)
    with pytest.raises(RunError, match="other seeds"):
        report(base, run(town("other"), seeds=1), out=tmp_path / "b.html")
