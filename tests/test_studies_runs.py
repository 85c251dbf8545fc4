"""Points × seeds through one code path: the same numbers however they are played; nothing lost when a part fails."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import polars as pl
import pytest

from sim.errors import RunError
from sim.scenario.scenario import Scenario
from sim.studies import plays
from sim.studies.crews import Crew, Here, hired
from sim.studies.keeping import Keeping
from sim.studies.plays import Answer
from sim.studies.points import Point, cells_of
from sim.studies.runs import Runs, played
from tests.fixtures_studies import CASELOAD, TINY, Trouble, tiny

POINTS: tuple[Point, ...] = ({CASELOAD: 30.0}, {CASELOAD: 60.0}, {CASELOAD: {"start": 90.0}})
SEEDS = (1, 2, 3)


def runs(keep: Keeping = TINY, points: Sequence[Point] = POINTS, bases: Sequence[Scenario] | None = None) -> Runs:
    bases = bases or (tiny(),)
    return Runs(cells_of(bases, points), SEEDS, keep, count=len(points) * len(bases))


def numbers(answers: Iterable[Answer]) -> pl.DataFrame:
    """Everything kept, in order."""
    frames = [one.frames["runs"].with_columns(cell=pl.lit(one.cell)) for answer in answers for one in answer.played]
    return pl.concat(frames).sort("cell", "seed", "group", "measure")


@pytest.fixture(scope="module")
def expected() -> pl.DataFrame:
    return numbers(runs().answers(Here()))


def test_every_point_meets_every_seed_once(expected: pl.DataFrame) -> None:
    assert expected.select("cell", "seed").unique().height == len(POINTS) * len(SEEDS)
    assert expected.height == len(POINTS) * len(SEEDS) * 4
    assert expected["measure"].unique().sort().to_list() == ["meetings", "weeks_support"]
    meetings = expected.filter(measure="meetings", group="all")
    by_point = meetings.group_by("cell").agg(pl.col("value").mean()).sort("cell")
    assert by_point["value"].is_sorted(descending=True), "more cases each, fewer meetings each"


def test_two_processes_give_the_same_bytes(expected: pl.DataFrame) -> None:
    with hired(2) as crew:
        assert numbers(runs().answers(crew)).equals(expected, null_equal=True)


def test_a_burn_in_is_shared_by_points_that_only_differ_from_week_0(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[tuple[int, ...]] = []
    real = plays.begin_towns
    monkeypatch.setattr(plays, "begin_towns", lambda scenarios, seeds: begun.append(seeds) or real(scenarios, seeds))
    plays.forget()
    list(runs().answers(Here()))
    assert begun == [SEEDS, SEEDS], "one for the first two points, one for the point that reaches into the burn-in"


def test_scenarios_that_share_a_burn_in_are_played_together() -> None:
    bases = (tiny(), tiny().with_values({"casework.handover": "planned"}))
    tasks = [task for task in runs(bases=bases).tasks(1) if isinstance(task, plays.Task)]
    assert [[number for number, _ in task.cells] for task in tasks] == [[0, 1, 2, 3], [4, 5]]


def test_points_that_differ_in_what_towns_may_are_played_side_by_side() -> None:
    points: list[Point] = [{"employment.offer": {"start": offer}} for offer in (0.01, 0.05, 0.1, 0.2)]
    bases = (tiny(), tiny().with_values({CASELOAD: 40.0}))
    tasks = [task for task in runs(points=points, bases=bases).tasks(1) if isinstance(task, plays.Task)]
    assert [[number for number, _ in task.cells] for task in tasks] == [[0, 1, 2, 3, 4, 5, 6, 7]]
    together = numbers(runs(points=points, bases=bases).answers(Here()))
    alone = [
        numbers(runs(points=[point], bases=[base]).answers(Here())).with_columns(cell=pl.lit(number))
        for number, (point, base) in enumerate((point, base) for point in points for base in bases)
    ]
    assert together.equals(pl.concat(alone), null_equal=True)


def test_one_of_several_side_by_side_that_breaks_is_known_by_name() -> None:
    points: list[Point] = [{CASELOAD: {"start": 50.0}, "employment.offer": {"start": offer}} for offer in (0.01, 0.05)]
    answers = list(runs(Trouble("break", 50.0, 2), points=points).answers(Here()))
    broken = sorted((one.cell, one.seed) for answer in answers for one in answer.broken)
    assert broken == [(0, 2), (1, 2)]
    assert numbers(answers).select("cell", "seed").unique().height == 4


def test_what_an_earlier_attempt_has_is_not_played_again(expected: pl.DataFrame) -> None:
    done = {0: frozenset(SEEDS), 2: frozenset({2})}
    again = Runs(cells_of((tiny(),), POINTS), SEEDS, TINY, count=3, done=lambda cell: done.get(cell, frozenset()))
    found = numbers(again.answers(Here()))
    missing = expected.filter((pl.col("cell") == 1) | ((pl.col("cell") == 2) & (pl.col("seed") != 2)))
    assert found.equals(missing, null_equal=True)


def test_a_failing_run_is_told_and_the_others_go_on(expected: pl.DataFrame) -> None:
    answers = list(runs(Trouble("break", 60.0, seed=2)).answers(Here()))
    broken = [one for answer in answers for one in answer.broken]
    assert [(one.cell, one.seed) for one in broken] == [(1, 2)]
    assert "no one to divide by" in broken[0].what.en
    assert "ZeroDivisionError" in broken[0].trace
    whole = expected.filter(~((pl.col("cell") == 1) & (pl.col("seed") == 2)))
    assert numbers(answers).equals(whole, null_equal=True)


def test_values_that_are_not_accepted_are_a_failed_point() -> None:
    answers = list(runs(points=({CASELOAD: 30.0}, {CASELOAD: -1.0})).answers(Here()))
    broken = [one for answer in answers for one in answer.broken]
    assert [(one.cell, one.seed) for one in broken] == [(1, seed) for seed in SEEDS]
    assert "must lie" in broken[0].what.en
    assert numbers(answers)["cell"].unique().to_list() == [0]


def test_pooled_marks_are_of_all_seeds_or_not_at_all() -> None:
    with hired(1) as crew:
        answers = list(played(tiny(), POINTS, SEEDS, Trouble("break", 60.0, seed=2), crew))
    assert sorted(one.cell for answer in answers for one in answer.played) == [0, 2]
    assert all(one.seeds == SEEDS for answer in answers for one in answer.played)


def test_no_seed_is_refused() -> None:
    with pytest.raises(RunError, match="no seeds"):
        list(Runs(cells_of((tiny(),), POINTS), (), TINY).answers(Here()))


def test_a_killed_process_is_replaced_and_nothing_is_lost_or_doubled(tmp_path: Path, expected: pl.DataFrame) -> None:
    with hired(2) as crew:
        answers = list(runs(Trouble("kill once", 60.0, mark=tmp_path / "mark")).answers(crew))
    assert (tmp_path / "mark").exists()
    assert not [one for answer in answers for one in answer.broken]
    assert numbers(answers).equals(expected, null_equal=True)
    assert os.getpid() not in {answer.process for answer in answers}


def test_a_run_that_always_kills_its_process_is_told_and_the_others_go_on(expected: pl.DataFrame) -> None:
    with hired(2) as crew:
        answers = list(runs(Trouble("kill", 90.0)).answers(crew))
    broken = [one for answer in answers for one in answer.broken]
    assert {one.cell for one in broken} == {2}
    assert "vanished" in broken[0].what.en
    assert numbers(answers).equals(expected.filter(pl.col("cell") != 2), null_equal=True)


@pytest.fixture(scope="module")
def local_cluster() -> Iterable[Crew]:
    with hired(2, "local") as crew:
        yield crew


@pytest.mark.slow
def test_a_dask_cluster_gives_the_same_bytes(local_cluster: Crew, expected: pl.DataFrame) -> None:
    assert numbers(runs().answers(local_cluster)).equals(expected, null_equal=True)


@pytest.mark.slow
def test_dask_replaces_a_killed_worker(local_cluster: Crew, tmp_path: Path, expected: pl.DataFrame) -> None:
    answers = list(runs(Trouble("kill once", 60.0, mark=tmp_path / "mark")).answers(local_cluster))
    assert (tmp_path / "mark").exists()
    assert numbers(answers).equals(expected, null_equal=True)


def test_a_cluster_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.studies.crews._SECONDS_TO_ANSWER", 0.5)
    with pytest.raises(RunError, match="no cluster answers"), hired(2, "tcp://127.0.0.1:1"):
        pass
    with pytest.raises(RunError, match="no cluster answers"), hired(2, "nonsense"):
        pass


def test_more_seeds_than_go_side_by_side_are_dealt_in_blocks_also_where_points_could_stand_beside_each_other() -> None:
    points: tuple[Point, ...] = tuple({"casework.change_loss": {"start": loss}} for loss in (0.4, 0.6))
    many = Runs(cells_of((tiny(),), points), tuple(range(1, 41)), TINY, count=2)
    tasks = [task for task in many.tasks(1) if isinstance(task, plays.Task)]
    assert max(len(task.seeds) for task in tasks) <= 16
    assert sum(task.runs for task in tasks) == 80
    few = Runs(cells_of((tiny(),), points), (1, 2), TINY, count=2)
    assert [len(task.cells) for task in few.tasks(1) if isinstance(task, plays.Task)] == [2]
