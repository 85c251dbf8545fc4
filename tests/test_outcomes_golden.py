"""A table of measures that was read and found right. It changes only when a measure does, and then somebody looks.

To renew it after such a change: ``VENDEPUNKT_GOLDEN=write python -m pytest tests/test_outcomes_golden.py``.
"""

from __future__ import annotations

import os
from pathlib import Path

import polars as pl
import pytest

from sim.outcomes.measuring import measure
from sim.outcomes.prices import CostBook
from tests.fixtures_tables import synthetic_tables

GOLDEN = Path(__file__).parent / "golden" / "measures.csv"


def test_the_measures_are_those_that_were_read_and_found_right() -> None:
    measured = measure(synthetic_tables([1, 2], 150, 160), CostBook()).filter(
        pl.col("group").is_in(["all", "mental"])
    ).pivot("group", index=["seed", "measure"], values="value")
    if os.environ.get("VENDEPUNKT_GOLDEN") == "write":
        GOLDEN.parent.mkdir(exist_ok=True)
        measured.write_csv(GOLDEN, float_precision=9)
    golden = pl.read_csv(GOLDEN, schema=measured.schema)
    assert measured.select("seed", "measure").equals(golden.select("seed", "measure"))
    for group in ("all", "mental"):
        for (_, key, *_), found, kept in zip(measured.rows(), measured[group], golden[group], strict=True):
            assert (found is None) == (kept is None), key
            if found is not None:
                assert found == pytest.approx(kept, rel=1e-6, abs=2e-9), key
