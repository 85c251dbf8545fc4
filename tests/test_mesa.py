"""The mesa face: the same life as the engine's, seen through mesa's own tools."""

from __future__ import annotations

from pathlib import Path

import mesa
import numpy as np
import polars as pl
import pytest

from sim.engine.handles import CitizenHandle, FirmHandle, PostHandle
from sim.engine.model import PathwayModel
from sim.engine.run import simulate
from sim.population.town import on_support
from sim.vocabulary import Agency, Benefit, Identity, Phase, Standing
from tests.fixtures_model import past, small_town, unlike_towns

SCENARIO = small_town(
    {"town.inflow": 0.5, "life.moves": 0.05, "rehabilitation.team_cases": 15.0, "rehabilitation.documents_weeks": 3.0},
    ready=80,
    course=30,
    weeks=40,
    burn_in_weeks=20,
)


@pytest.fixture(scope="module")
def lived() -> PathwayModel:
    """A model after its last week."""
    model = PathwayModel(SCENARIO, seed=3)
    while model.running:
        model.step()
    return model


def test_stepping_gives_the_counts_of_the_panel(lived: PathwayModel) -> None:
    collected = lived.datacollector.get_model_vars_dataframe()
    panel = simulate(SCENARIO, 3).panel.filter(pl.col("group") == "all").sort("week")
    assert collected["week"].to_list() == panel["week"].to_list()
    counts = [f"standing_{word.key}" for word in Standing if word is not Standing.LEFT] + [
        f"phase_{word.key}" for word in Phase
    ]
    for name in counts:
        assert collected[name].to_list() == panel[name].to_list(), name
    for name in ("mean_self_worth", "mean_trust", "mean_nearness"):
        assert collected[name].to_list() == pytest.approx(panel[name].to_list(), rel=1e-5), name
    assert panel["standing_pension"][-1] > 0, "nobody was pensioned, so half of this was empty"


def test_a_model_may_start_from_a_stored_state_and_leaves_it_alone() -> None:
    state = past(SCENARIO, 3)
    before = state.to_bytes()
    one, other = PathwayModel(SCENARIO, state=state), PathwayModel(SCENARIO, seed=3)
    for _ in range(6):
        one.step()
        other.step()
    assert unlike_towns(one.town, other.town) == []
    assert state.to_bytes() == before


def test_after_the_last_week_nothing_happens_any_more(lived: PathwayModel) -> None:
    town = lived.town.copy()
    week, rows = lived.week, len(lived.datacollector.get_model_vars_dataframe())
    lived.step()
    assert unlike_towns(lived.town, town) == []
    assert (lived.week, lived.running) == (week, False)
    assert len(lived.datacollector.get_model_vars_dataframe()) == rows


def test_handles_read_the_columns(lived: PathwayModel) -> None:
    c = lived.town.citizens
    assert set(lived.citizens) == set(c.citizen[c.present].tolist())
    for number, handle in lived.citizens.items():
        assert (handle.number, handle.present) == (number, True)
        assert c.citizen[handle.row] == number
    handle = lived.citizens[int(c.citizen[np.flatnonzero(c.present)[5]])]
    assert handle.trust == float(c.trust[handle.row])
    assert isinstance(handle.female, bool)
    assert (handle.standing, handle.phase, handle.benefit) == (
        Standing(int(c.standing[handle.row])),
        Phase(int(c.phase[handle.row])),
        Benefit(int(c.benefit[handle.row])),
    )
    assert isinstance(handle.agency, Agency)
    assert isinstance(handle.identity, Identity)
    assert handle.problem.tolist() == c.problem[:, handle.row].tolist()
    firm, post = lived.firms[2], lived.caseworkers[0]
    assert firm.capacity == float(lived.town.firms.capacity[2])
    assert post.cases == int(lived.town.posts.cases[0])


def test_a_handle_s_values_are_its_own_copy_and_unknown_names_are_refused(lived: PathwayModel) -> None:
    handle = next(iter(lived.citizens.values()))
    before = lived.town.citizens.problem[:, handle.row].copy()
    handle.problem[:] = 9.0
    assert (lived.town.citizens.problem[:, handle.row] == before).all()
    with pytest.raises(AttributeError, match="happiness"):
        _ = handle.happiness
    with pytest.raises(AttributeError, match="employees"):
        _ = handle.employees


def test_handles_come_and_go_with_their_people() -> None:
    model = PathwayModel(SCENARIO, seed=4)
    everyone: set[int] = set(model.citizens)
    gone: set[int] = set()
    for _ in range(25):
        model.step()
        c = model.town.citizens
        present = set(c.citizen[c.present].tolist())
        assert set(model.citizens) == present
        assert all(model.citizens[number].number == number for number in present)
        assert not gone & present, "somebody came back from the dead"
        gone |= everyone - present
        everyone |= present
    assert gone
    assert len(everyone) > 110, "nobody entered"
    of_citizens = model.agents_by_type[CitizenHandle]
    assert len(of_citizens) == len(model.citizens)
    assert len(model.agents_by_type[FirmHandle]) == model.town.firms.rows
    assert len(model.agents_by_type[PostHandle]) == model.town.posts.rows


def test_agent_sets_select_group_and_aggregate(lived: PathwayModel) -> None:
    people = lived.agents_by_type[CitizenHandle]
    c = lived.town.citizens
    on = c.present & on_support(c)
    supported = people.select(
        lambda person: person.phase in {Phase.PROGRESSION, Phase.STAGNATION, Phase.SETBACK, Phase.DERAILMENT}
    )
    assert len(supported) == np.count_nonzero(on)
    assert supported.agg("trust", np.mean) == pytest.approx(float(c.trust[on].mean()), rel=1e-5)
    by_phase = people.groupby("phase").count()
    assert by_phase == {
        Phase(code): count for code, count in enumerate(np.bincount(c.phase[c.present], minlength=6).tolist()) if count
    }
    assert sorted(people.get("number")) == sorted(lived.citizens)
    lowest = people.select(at_most=3).sort("belief", ascending=True)
    assert lowest.get("belief") == sorted(lowest.get("belief"))


def test_visiting_agents_in_any_order_moves_nobody() -> None:
    visited, left_alone = PathwayModel(SCENARIO, seed=5), PathwayModel(SCENARIO, seed=5)
    for _ in range(3):
        visited.agents.shuffle_do("step")
        visited.step()
        left_alone.step()
    assert unlike_towns(visited.town, left_alone.town) == []


def test_batch_run_gives_a_row_per_run_and_what_a_single_run_gives() -> None:
    short = SCENARIO.with_time(weeks=6, burn_in_weeks=4)
    rows = mesa.batch_run(
        PathwayModel,
        parameters={"scenario": [short], "seed": [1, 2]},
        number_processes=1,
        iterations=1,
        max_steps=100,
        data_collection_period=-1,
        display_progress=False,
    )
    assert [row["seed"] for row in rows] == [1, 2]
    for row in rows:
        panel = simulate(short, row["seed"]).panel.filter((pl.col("group") == "all") & (pl.col("week") == 5))
        assert row["week"] == 5
        for phase in Phase:
            assert row[f"phase_{phase.key}"] == panel[f"phase_{phase.key}"].item(), phase.key


def test_a_model_is_built_from_a_file_or_from_the_catalogue(tmp_path: Path) -> None:
    path = tmp_path / "tiny.toml"
    path.write_text(
        'regime = "rules-2016-2019"\n[time]\nweeks = 2\nburn_in_weeks = 1\n'
        "[town]\nactivity_ready = 5\nresource_course = 1\n",
        encoding="utf-8",
    )
    model = PathwayModel(path, seed=1)
    model.step()
    assert (model.week, model.running, len(model.citizens) > 3) == (1, True, True)
    assert PathwayModel(str(path), seed=1).scenario == model.scenario
