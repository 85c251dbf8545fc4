"""Many comparisons at once: each line is what it would be alone, and the quantiles are Student's."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from scipy import stats

from sim.outcomes.comparison import compare
from sim.outcomes.knowledge import knowledge
from sim.outcomes.student import NORMAL, reach, reaches

SEEDS = (1, 2, 3, 5, 8, 13, 21, 34)
ROW_OF_SEED = {seed: place % 3 for place, seed in enumerate(SEEDS)}


def town(luck: np.random.Generator, missing: float) -> pl.DataFrame:
    """Forty measures of two groups, some values missing here and there, some seeds in another order."""
    lines = [(f"m{number}", group) for number in range(40) for group in ("all", "young")]
    values = luck.normal(3, 1, (len(lines), len(SEEDS)))
    values[luck.random(values.shape) < missing] = np.nan
    order = luck.permutation(len(SEEDS))
    return pl.DataFrame({
        "seed": np.tile(np.array(SEEDS)[order], len(lines)),
        "group": np.repeat([group for _, group in lines], len(SEEDS)),
        "measure": np.repeat([name for name, _ in lines], len(SEEDS)), "value": values[:, order].ravel(),
    }, schema_overrides={"seed": pl.Int32}).with_columns(pl.col("value").fill_nan(None))


@pytest.mark.parametrize("rows", [{}, ROW_OF_SEED])
def test_a_line_is_the_same_alone_and_among_many(rows: dict[int, int]) -> None:
    luck = np.random.default_rng(7)
    base, other = town(luck, 0.2), town(luck, 0.1)
    whole, unknown = compare(base, other, rows), knowledge(base, other, rows)
    for name in ("m0", "m17", "m39"):
        mine = pl.col("measure") == name
        assert compare(base.filter(mine), other.filter(mine), rows).equals(whole.filter(mine))
        assert knowledge(base.filter(mine), other.filter(mine), rows).equals(unknown.filter(mine))
    assert whole["measure"].to_list()[:3] == ["m0", "m0", "m1"], "in the order of the base"
    assert whole["pairs"].n_unique() > 2, "lines with different seeds missing were among them"


def test_each_interval_is_that_of_a_paired_t_test_over_the_seeds_both_know() -> None:
    luck = np.random.default_rng(8)
    base, other = town(luck, 0.2), town(luck, 0.1)
    for line in compare(base, other).iter_rows(named=True):
        one, two = (frame.filter((pl.col("measure") == line["measure"]) & (pl.col("group") == line["group"]))
                    .sort("seed")["value"].fill_null(float("nan")).to_numpy() for frame in (base, other))
        known = np.isfinite(one) & np.isfinite(two)
        reference = stats.ttest_rel(two[known], one[known]).confidence_interval(0.95)
        assert line["pairs"] == known.sum()
        assert (line["precision_low"], line["precision_high"]) == pytest.approx((reference.low, reference.high))


def test_quantiles_are_those_of_student_and_of_the_normal_distribution() -> None:
    freedom = np.array([1.0, 2.0, 2.5, 11.0, 400.0])
    assert [reach(one) for one in freedom] == pytest.approx(list(stats.t.ppf(0.975, freedom)))
    assert reaches(freedom) == pytest.approx(stats.t.ppf(0.975, freedom))
    assert np.isnan(reaches(np.array([0.0, -1.0]))).all(), "one value tells no spread"
    assert pytest.approx(1.959964) == NORMAL
