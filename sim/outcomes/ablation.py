"""What each mechanism carries: headline measures without it, held against the same seeds with it."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from sim.outcomes.catalogue import HEADLINES
from sim.outcomes.comparison import compare
from sim.outcomes.groups import ALL


def ablation(measured: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Return one row per scenario and headline measure of the whole town: what differs from the first scenario.

    ``measured``: tidy frames (``measure``) by scenario, the first of the whole model. Columns: scenario, measure,
    pairs, base, other, difference (without the mechanism less with it), low, high (95 %, paired over seeds), verdict.
    """
    base, *others = ((name, _headlines(frame)) for name, frame in measured.items())
    frames = [
        compare(base[1], frame).select(
            pl.lit(name).alias("scenario"), "measure", "pairs", "base", "other", "difference",
            low="precision_low", high="precision_high", verdict="verdict",
        ) for name, frame in others
    ]
    order = pl.DataFrame({"measure": HEADLINES}).with_row_index("place")
    names = pl.DataFrame({"scenario": [name for name, _ in others]}, {"scenario": pl.String}).with_row_index("line")
    if not frames:
        return pl.DataFrame(schema={"scenario": pl.String, "measure": pl.String})
    whole = pl.concat(frames).join(order, on="measure").join(names, on="scenario")
    return whole.sort("line", "place").drop("line", "place")


def _headlines(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.filter((pl.col("group") == ALL) & pl.col("measure").is_in(HEADLINES))
