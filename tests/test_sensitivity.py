"""Morris, Sobol and scenario discovery against functions whose answers are known."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import polars as pl
import pytest
from SALib.sample import morris as draw_morris
from SALib.sample import sobol as draw_sobol
from SALib.test_functions import Ishigami

from sim.errors import OutcomeError
from sim.studies.prim import as_good_by_chance, discover, peeled
from sim.studies.sensitivity import Sample, by_grade, luck_share, morris, sobol

NAMES = ("first", "second", "third")
PROBLEM = {"num_vars": 3, "names": list(NAMES), "bounds": [[0.0, 1.0]] * 3}


def ishigami(shares: np.typing.NDArray[np.float64]) -> np.typing.NDArray[np.float64]:
    return np.asarray(Ishigami.evaluate(2 * np.pi * shares - np.pi))


@pytest.fixture(scope="module")
def saltelli() -> Sample:
    shares = draw_sobol.sample(PROBLEM, 1024, calc_second_order=False, seed=3)
    return Sample(NAMES, shares, ishigami(shares))


def of(frame: pl.DataFrame, column: str) -> list[float]:
    return [float(frame.filter(pl.col("setting") == name)[column][0]) for name in NAMES]


def test_sobol_finds_the_known_shares_of_ishigami(saltelli: Sample) -> None:
    found = sobol(saltelli, second_order=False)
    # a = 7, b = 0.1: the variance is a^2/8 + b*pi^4/5 + b^2*pi^8/18 + 1/2 (Ishigami and Homma 1990)
    variance = 49 / 8 + 0.1 * np.pi**4 / 5 + 0.01 * np.pi**8 / 18 + 0.5
    alone = [0.5 * (1 + 0.1 * np.pi**4 / 5) ** 2 / variance, 49 / 8 / variance, 0.0]
    together = 0.01 * np.pi**8 * (1 / 18 - 1 / 50) / variance
    assert of(found, "alone") == pytest.approx(alone, abs=0.03)
    assert of(found, "total") == pytest.approx([alone[0] + together, alone[1], together], abs=0.03)
    assert found["setting"].to_list() == ["first", "second", "third"]
    assert all(0 < width < 0.15 for width in found["total_interval"])


def test_a_failed_point_takes_its_block_along_and_no_more(saltelli: Sample) -> None:
    found = saltelli.found.copy()
    found[7] = np.nan  # the second block of five
    kept = np.ones(len(found), dtype=bool)
    kept[5:10] = False
    without = Sample(NAMES, saltelli.shares[kept], saltelli.found[kept])
    assert sobol(Sample(NAMES, saltelli.shares, found), second_order=False).equals(sobol(without, second_order=False))
    with pytest.raises(OutcomeError, match="too few whole parts"):
        sobol(Sample(NAMES, saltelli.shares, np.full(len(found), np.nan)), second_order=False)


def test_what_does_not_vary_leans_on_nothing(saltelli: Sample) -> None:
    flat = Sample(NAMES, saltelli.shares, np.full(len(saltelli.found), 3.0))
    assert sobol(flat, second_order=False)["total"].null_count() == 3
    shares = by_grade(sobol(flat, second_order=False), "total", dict.fromkeys(NAMES, "E"))
    assert shares["share"].to_list() == [None]


def test_morris_ranks_a_line_by_its_slopes_and_sees_the_bend() -> None:
    shares = draw_morris.sample(PROBLEM, 40, num_levels=4, seed=5)
    line = 10 * shares[:, 0] - 3 * shares[:, 1] + 0 * shares[:, 2]
    found = morris(Sample(NAMES, shares, line), 4)
    assert of(found, "effect") == pytest.approx([10, 3, 0])
    assert of(found, "direction") == pytest.approx([10, -3, 0])
    assert of(found, "curvature") == pytest.approx([0, 0, 0], abs=1e-9)
    bent = morris(Sample(NAMES, shares, line + 20 * (shares[:, 2] - 0.5) ** 2), 4)
    assert of(bent, "curvature")[2] > of(bent, "effect")[2] > 1
    assert abs(of(bent, "direction")[2]) < of(bent, "effect")[2] / 2


def test_leaning_by_grade() -> None:
    found = pl.DataFrame({"setting": list(NAMES), "total": [0.6, 0.3, -0.02]})
    shares = by_grade(found, "total", {"first": "B", "second": "E", "third": "E"})
    assert shares["grade"].to_list() == ["B", "E"]
    assert shares["settings"].to_list() == [1, 2]
    assert shares["share"].to_list() == pytest.approx([2 / 3, 1 / 3])


def test_luck_is_told_from_settings() -> None:
    means = np.array([0.0, 2.0, 4.0])
    assert luck_share(np.full(3, 2.0), np.full(3, 4), means) == pytest.approx(1 / 4)
    assert luck_share(np.full(3, np.nan), np.ones(3, dtype=np.int64), means) is None
    assert luck_share(np.full(3, 9.0), np.full(3, 2), means) == 1


def in_known_box(points: np.typing.NDArray[np.float64]) -> np.typing.NDArray[np.bool_]:
    return (points[:, 0] > 0.6) & (points[:, 1] < 0.5)


def test_the_known_box_is_found_and_nothing_else_is_blamed() -> None:
    points = np.random.default_rng(2).random((800, 5))
    box = discover(points, in_known_box(points))
    assert box.restricted.tolist() == [True, True, False, False, False]
    assert box.limits[0, 0] == pytest.approx(0.6, abs=0.03)
    assert box.limits[1, 1] == pytest.approx(0.5, abs=0.03)
    assert not np.isfinite(box.limits[0, 1])
    assert not np.isfinite(box.limits[1, 0])
    assert min(box.density, box.coverage) > 0.95
    assert (box.chance[:2] < 1e-6).all()


def test_a_blurred_box_is_found_about_as_well_as_it_can_be() -> None:
    luck = np.random.default_rng(4)
    points = luck.random((1000, 4))
    failed = np.where(in_known_box(points), luck.random(1000) < 0.9, luck.random(1000) < 0.1)
    box = discover(points, failed)
    assert box.restricted.tolist() == [True, True, False, False]
    assert box.density > 0.8
    assert box.limits[0, 0] == pytest.approx(0.6, abs=0.07)


def test_a_box_found_in_nothing_is_known_for_what_it_is() -> None:
    luck = np.random.default_rng(6)
    points = luck.random((80, 2))
    failed = luck.random(80) < 0.4
    assert as_good_by_chance(points, failed, discover(points, failed)) > 0
    real = in_known_box(points)
    assert as_good_by_chance(points, real, discover(points, real)) == 0


def test_peeling_only_narrows_and_stops_in_time() -> None:
    points = np.random.default_rng(1).random((400, 3))
    boxes = peeled(points, in_known_box(points))
    assert boxes[0].inside.all()
    sizes = [int(box.inside.sum()) for box in boxes]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] >= 20
    assert all((later.inside <= earlier.inside).all() for earlier, later in pairwise(boxes))


@pytest.mark.parametrize("failed", [np.zeros(60, dtype=bool), np.ones(60, dtype=bool)])
def test_none_and_all_failing_give_the_whole(failed: np.typing.NDArray[np.bool_]) -> None:
    box = discover(np.random.default_rng(3).random((60, 2)), failed)
    assert not box.restricted.any()


def test_settings_with_few_values_are_cut_between_them() -> None:
    luck = np.random.default_rng(8)
    points = np.column_stack([luck.integers(0, 3, 300).astype(float), luck.random(300)])
    box = discover(points, points[:, 0] == 2)
    assert box.limits[0].tolist() == [1.5, np.inf]
    assert (box.density, box.coverage) == (1.0, 1.0)
