"""Many runs at once: shared burn-in, batches, failures, resuming; the model is a stand-in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sim.engine.dealing import dealt, scenarios_apart
from sim.engine.experiment import Experiment, InterruptedRunError, SeedFailedError
from sim.errors import RunError
from sim.scenario.scenario import catalogue_scenario
from tests.doors_fakes import MODEL, Shelf, Shelves, UntilSeed, Watcher, plan


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    return Shelves(tmp_path)


def numbers(shelf: Shelf) -> dict[int, int]:
    return {seed: shelf.part(seed).panel["citizens"][0] for seed in sorted(shelf.seeds_done())}


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_scenario_meets_every_seed_and_all_are_finished(jobs: int, shelves: Shelves) -> None:
    watcher = Watcher()
    scenarios = (plan("base"), plan("other"), plan("third", "another past"))
    done = Experiment(scenarios, (5, 3), MODEL, jobs, watch=watcher).run(shelves)
    assert done.seeds == (5, 3)
    assert list(done.measured) == ["base", "other", "third"]
    assert [frame["seed"].to_list() for frame in done.measured.values()] == [[3, 5]] * 3
    assert all(shelf.finished == (5, 3) and shelf.closed == 1 for shelf in shelves.values())
    assert done.reason.en == "The chosen seeds were run."
    last = watcher.seen[-1]
    # two pasts of 3 weeks and three futures of 5, for each of two seeds
    assert (last.weeks, last.planned_weeks, last.seeds, last.most_seeds) == (42, 42, 2, 2)


def test_one_process_and_two_find_the_same(tmp_path: Path) -> None:
    one, two = Shelves(tmp_path / "one"), Shelves(tmp_path / "two")
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    scenarios = (plan("base"), plan("other"))
    Experiment(scenarios, (1, 2, 3), MODEL, 1).run(one)
    Experiment(scenarios, (1, 2, 3), MODEL, 2).run(two)
    assert {name: numbers(shelf) for name, shelf in one.items()} == {n: numbers(shelf) for n, shelf in two.items()}


@pytest.mark.parametrize("side_by_side", [1, 2, 3, 8])
def test_how_many_stand_side_by_side_changes_nothing(side_by_side: int, shelves: Shelves) -> None:
    done = Experiment((plan("base"),), (4, 1, 9, 2, 7), MODEL, 1, side_by_side).run(shelves)
    assert done.measured["base"]["seed"].to_list() == [1, 2, 4, 7, 9]
    assert len(numbers(shelves["base"])) == 5
    # as many burn-ins as blocks
    assert done.measured["base"]["meetings"].n_unique() == {1: 5, 2: 3, 3: 2, 8: 1}[side_by_side]


@pytest.mark.parametrize(("count", "jobs", "most", "sizes"), [
    (8, 2, 8, [4, 4]), (8, 1, 8, [8]), (40, 2, 8, [7, 7, 7, 7, 7, 5]), (3, 2, 8, [2, 1]), (1, 4, 8, [1]),
    (4, 4, 2, [1, 1, 1, 1]), (9, 2, 1, [1] * 9),
])
def test_seeds_are_dealt_so_that_all_processes_end_together(count: int, jobs: int, most: int, sizes: list[int]) -> None:
    blocks = dealt(tuple(range(count)), jobs, most)
    assert [len(block) for block in blocks] == sizes
    assert [seed for block in blocks for seed in block] == list(range(count))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_burn_in_is_lived_once_per_seed_and_past(jobs: int, shelves: Shelves) -> None:
    scenarios = (plan("base"), plan("apart", "another past"), plan("other"))
    done = Experiment(scenarios, (1, 2), MODEL, jobs).run(shelves)
    made = {name: frame.sort("seed")["meetings"].to_list() for name, frame in done.measured.items()}
    assert made["base"] == made["other"]
    assert made["base"] != made["apart"]


@pytest.mark.parametrize(("seeds", "scenarios", "jobs", "most", "apart"), [
    (12, 8, 2, 16, True), (12, 2, 2, 16, True), (2, 2, 2, 16, True),
    (12, 8, 1, 16, False),  # nobody to deal scenarios to
    (12, 1, 2, 16, False), (1, 8, 2, 16, False),  # nothing to deal
    (24, 8, 2, 16, False),  # too many to stand side by side
    (4, 3, 2, 16, True), (12, 8, 16, 16, True),
])
def test_scenarios_are_dealt_out_where_that_is_quicker(
    seeds: int, scenarios: int, jobs: int, most: int, apart: bool,  # noqa: FBT001 - pytest hands it over by name
) -> None:
    plans = tuple(plan(str(number)) for number in range(scenarios))
    assert scenarios_apart(seeds, plans, jobs, most) is apart


def test_scenarios_are_not_dealt_out_when_towns_are_so_large_that_company_saves_nothing() -> None:
    large = [catalogue_scenario().with_values({"town.activity_ready": count}) for count in (400, 200_000)]
    assert scenarios_apart(12, large[:1] * 3, 2, 16)
    assert not scenarios_apart(12, large[1:] * 3, 2, 16)


def test_seeds_burnt_in_apart_are_played_together_by_one_process_a_scenario(shelves: Shelves) -> None:
    done = Experiment((plan("base"), plan("other")), (1, 2, 3, 4), MODEL, 2).run(shelves)
    burnt = [frame.sort("seed")["meetings"].to_list() for frame in done.measured.values()]
    assert burnt[0] == burnt[1]
    assert len(set(burnt[0])) == 2  # two blocks of seeds were burnt in, each once
    assert all(frame["process"].n_unique() == 1 for frame in done.measured.values())


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_burn_in_that_breaks_is_told_with_its_seed(jobs: int, shelves: Shelves) -> None:
    scenarios = (plan("base", trouble="early", trouble_seed=2), plan("other"))
    with pytest.raises(SeedFailedError) as failed:
        Experiment(scenarios, (1, 2, 3), MODEL, jobs).run(shelves)
    assert "seed 2" in failed.value.text("en")
    assert "no one was ever born" in failed.value.text("en")
    assert 1 in shelves["base"].seeds_done()


def test_workers_are_other_processes_with_one_thread_and_leave_our_threads_alone(shelves: Shelves) -> None:
    before = os.environ.get("POLARS_MAX_THREADS")
    done = Experiment((plan("base"),), (1, 2), MODEL, 2).run(shelves)
    frame = done.measured["base"]
    assert frame["threads"].unique().to_list() == ["1"]
    assert os.getpid() not in frame["process"].to_list()
    assert os.environ.get("POLARS_MAX_THREADS") == before


def test_the_rule_is_asked_after_the_floor_and_then_batch_by_batch(shelves: Shelves) -> None:
    rule = UntilSeed(5, floor=3, batch=2)
    done = Experiment((plan("base"), plan("other")), tuple(range(1, 10)), MODEL, stopping=rule).run(shelves)
    assert rule.asked == [[1, 2, 3], [1, 2, 3, 4, 5]]
    assert done.seeds == (1, 2, 3, 4, 5)
    assert done.reason.en == "Enough."
    assert shelves["other"].reason == "Nok. / Enough."


def test_the_cap_is_told_when_the_rule_is_never_content(shelves: Shelves) -> None:
    rule = UntilSeed(99, floor=2, batch=3)
    done = Experiment((plan("base"),), (1, 2, 3, 4), MODEL, stopping=rule).run(shelves)
    assert rule.asked == [[1, 2], [1, 2, 3, 4]]
    assert done.seeds == (1, 2, 3, 4)
    assert "largest" in done.reason.en


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_earlier_attempt_is_taken_up_and_nothing_is_run_twice(jobs: int, shelves: Shelves) -> None:
    Experiment((plan("base"),), (1, 2), MODEL).run(shelves)
    first = numbers(shelves["base"])
    done = Experiment((plan("base"), plan("other")), (1, 2, 3), MODEL, jobs).run(shelves)  # a Shelf refuses doubles
    assert {seed: numbers(shelves["base"])[seed] for seed in (1, 2)} == first
    assert done.measured["base"]["seed"].to_list() == [1, 2, 3]
    assert shelves["other"].finished == (1, 2, 3)


@pytest.mark.parametrize("jobs", [1, 2])
def test_seeds_of_an_earlier_larger_attempt_do_not_enter_a_smaller_one(jobs: int, shelves: Shelves) -> None:
    Experiment((plan("base"),), (1, 2, 3), MODEL).run(shelves)
    done = Experiment((plan("base"),), (2,), MODEL, jobs).run(shelves)
    assert shelves["base"].finished == (2,)
    assert done.measured["base"]["seed"].to_list() == [2]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_broken_seed_is_named_and_the_whole_ones_are_kept(jobs: int, shelves: Shelves) -> None:
    scenarios = (plan("base"), plan("weak", trouble="bug", trouble_seed=2))
    with pytest.raises(SeedFailedError) as failed:
        Experiment(scenarios, (1, 2, 3), MODEL, jobs).run(shelves)
    text = failed.value.text("en")
    assert "weak" in text
    assert "seed 2" in text
    assert "ZeroDivisionError: no one to divide by" in text
    assert "cause(made.trouble)" in failed.value.trace
    assert 1 in shelves["weak"].seeds_done()
    assert 2 in shelves["base"].seeds_done()
    assert 2 not in shelves["weak"].seeds_done()
    assert all(shelf.closed == 1 and not shelf.finished for shelf in shelves.values())


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_user_can_mend_keeps_its_words(jobs: int, shelves: Shelves) -> None:
    with pytest.raises(RunError) as failed:
        Experiment((plan("base", trouble="known", trouble_seed=1),), (1,), MODEL, jobs).run(shelves)
    assert not isinstance(failed.value, SeedFailedError)
    assert "is empty" in failed.value.text("en")
    assert "er tom" in failed.value.text("da")
    assert "base, seed 1" in failed.value.text("en")


def test_a_vanished_process_is_no_riddle(shelves: Shelves) -> None:
    with pytest.raises(RunError) as failed:
        Experiment((plan("base", trouble="killed", trouble_seed=2),), (1, 2), MODEL, 2).run(shelves)
    assert "--jobs" in failed.value.text("da")
    assert shelves["base"].closed == 1


def test_ctrl_c_says_what_is_kept(shelves: Shelves) -> None:
    with pytest.raises(InterruptedRunError) as stopped:
        Experiment((plan("base", trouble="interrupt", trouble_seed=2),), (1, 2, 3), MODEL, 1, 1).run(shelves)
    assert "1 of 3 runs" in stopped.value.kept.en
    assert list(shelves["base"].seeds_done()) == [1]
    assert shelves["base"].closed == 1


def test_ctrl_c_keeps_what_other_processes_had_under_way(shelves: Shelves) -> None:
    def interrupt(progress: object) -> None:
        if getattr(progress, "weeks", 0) > 2 * 3:  # both seeds are past their burn-in
            raise KeyboardInterrupt

    scenarios = (plan("base"), plan("slow", trouble="slow", trouble_seed=1), plan("never"))
    with pytest.raises(InterruptedRunError):
        Experiment(scenarios, (1, 2), MODEL, 2, watch=interrupt).run(shelves)
    assert 1 in shelves["base"].seeds_done()
    assert all(shelf.closed == 1 for shelf in shelves.values())


@pytest.mark.parametrize(("names", "seeds"), [(["a", "a"], (1,)), (["a"], (1, 2, 1)), ([], (1,)), (["a"], ())])
def test_doubles_and_nothing_are_refused_before_anything_is_run(names: list[str], seeds: tuple[int, ...]) -> None:
    with pytest.raises(RunError, match="Nothing was run"):
        Experiment(tuple(plan(name) for name in names), seeds, MODEL)
