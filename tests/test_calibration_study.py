"""The calibration itself: priors, surfaces, ruling out, accepting, and a reduced study taken up where it stopped."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from sim.scenario.scenario import catalogue_scenario
from sim.studies.accepted import read_accepted
from sim.studies.calibration.accepting import Aim, aims, distance, implausibility, sampled, score
from sim.studies.calibration.chance import hypercube, normals, uniforms
from sim.studies.calibration.emulators import Surfaces, features, scaled, surfaces, unscaled
from sim.studies.calibration.priors import SWITCHES, WIDTH, design, place_of, priors, row_at
from sim.studies.calibration.study import Plan, calibrated
from sim.studies.calibration.summary import pulls
from sim.studies.calibration.texts_targets import TARGETS
from sim.studies.calibration.writing import write_accepted


def test_a_row_and_its_place_are_each_others_inverse() -> None:
    for number, place in enumerate(design(3, 20)):
        row = row_at(number, place)
        assert place_of(row)[:-2] == pytest.approx(place[:-2], abs=1e-4)
        assert row_at(number, place_of(row)) == row
    assert len(priors()) == 15
    assert len(priors()) + len(SWITCHES) == WIDTH


def test_a_hypercube_has_one_number_in_every_part() -> None:
    table = hypercube(5, 40, 6)
    assert all(sorted((column * 40).astype(int)) == list(range(40)) for column in table.T)
    assert uniforms(1, 5, 3).tolist() == uniforms(1, 5, 3).tolist() != uniforms(2, 5, 3).tolist()
    assert np.abs(normals(1, 4000, 1).std() - 1) < 0.05


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.key)
def test_scales_are_undone(target: object) -> None:
    key = getattr(target, "key", "")
    shares = np.array([0.1, 0.3, 0.9])
    assert unscaled(key, scaled(key, shares)) == pytest.approx(shares, abs=1e-9)


def _truth(places: np.ndarray) -> list[dict[str, float | None]]:
    """Two targets that two settings decide."""
    high = 1 / (1 + np.exp(-(2 * places[:, 0] - 1)))
    late = 1 / (1 + np.exp(-(2 * places[:, 1] - 1 - places[:, 0])))
    return [{"T10 job": float(one), "T11": float(other)} for one, other in zip(high, late, strict=True)]


def _made() -> Surfaces:
    places = design(8, 240)
    return surfaces(places, _truth(places), np.ones(240), ("T10 job", "T11"))


def test_surfaces_follow_what_they_were_fitted_to() -> None:
    made, fresh = _made(), design(9, 50)
    predicted = made.predict(features(fresh))
    for place, key in enumerate(made.keys):
        real = scaled(key, np.array([one[key] for one in _truth(fresh)], dtype=float))
        assert np.abs(predicted[:, place] - real).max() < 0.05
    assert (made.explained > 0.99).all()


def test_chains_find_where_the_targets_are_met() -> None:
    made = _made()
    wanted = (Aim("T10 job", 0.6, 0.05, 1.0), Aim("T11", -0.4, 0.05, 1.0))
    found = sampled(made, wanted, design(10, 40), 400, 3)
    assert np.abs(found[:, 0].mean() - 0.8) < 0.05
    assert np.abs(2 * found[:, 1] - 1 - found[:, 0] + 0.4).mean() < 0.15
    assert found[:, 5].std() > 0.2  # what the targets say nothing about keeps its prior
    assert ((found >= 0) & (found < 1)).all()
    far = implausibility(made, features(found), wanted)
    everywhere = implausibility(made, features(design(12, 400)), wanted)
    assert np.median(far) < 2 < np.median(everywhere)
    assert score(made, features(found), wanted).mean() > score(made, features(design(12, 400)), wanted).mean()
    assert pulls(made, found) == []


def test_distance_by_hand() -> None:
    wanted = (Aim("T4 gap", 0.5, 0.1, 1.0), Aim("C1 hours", 3.0, 1.0, 0.5))
    assert distance({"T4 gap": 0.7, "C1 hours": 4.0}, wanted) == pytest.approx(np.sqrt((4 + 0.5) / 1.5))
    assert distance({"T4 gap": 0.5}, wanted) == pytest.approx(np.sqrt(0.5 * 9 / 1.5))
    assert {aim.key for aim in aims()} == {target.key for target in TARGETS if target.weight > 0}


@pytest.mark.slow
def test_a_reduced_study_goes_the_whole_way_and_on_where_it_stopped(tmp_path: Path) -> None:
    scenario = catalogue_scenario().with_values({"town.activity_ready": 24, "town.resource_course": 8})
    scenario = scenario.with_time(weeks=80, burn_in_weeks=6)
    plan = Plan(first=20, waves=(), last=5, seeds=1, last_seeds=1, accepted=3, candidates=400, truths=1)
    told: list[tuple[str, int, int]] = []
    done = calibrated(scenario, plan, tmp_path, 1, lambda *news: told.append(news))
    place = write_accepted(done, tmp_path, provisional=True)
    found = read_accepted(place)
    assert found.provisional
    assert len(found.rows) >= 3
    assert found.rows == tuple(row for row, _, _ in done.accepted)
    said = json.loads((tmp_path / "accepted.json").read_text(encoding="utf-8"))
    assert set(said["settings"]) == {prior.key for prior in priors()}
    assert set(said["targets"]) == {target.key for target in TARGETS}
    again: list[tuple[str, int, int]] = []
    repeated = calibrated(scenario, plan, tmp_path, 1, lambda *news: again.append(news))
    assert again == [("wave-1", 20, 20), ("last", 5, 5)]
    assert [row for row, _, _ in repeated.accepted] == [row for row, _, _ in done.accepted]
    assert ("wave-1", 20, 20) in told
