"""What must hold for any tables at all."""

from __future__ import annotations

import dataclasses
import time

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.outcomes.accounts import accounts, per_payer
from sim.outcomes.calibration_marks import calibration_marks
from sim.outcomes.catalogue import BY_KEY, HEADLINES, MEASURES
from sim.outcomes.measuring import measure
from sim.outcomes.pathways import flows, phase_shares
from sim.outcomes.prices import CostBook
from sim.outcomes.rules import ATTENTION, rules
from sim.outcomes.stays import runs, stays
from sim.record.schema import GROUPS, Layer
from sim.record.tables import RunTables
from sim.vocabulary import ON_SUPPORT, Phase
from tests.fixtures_tables import synthetic_tables

sizes = st.tuples(st.integers(0, 25), st.integers(0, 70), st.integers(-5, 5))
few = settings(max_examples=25, deadline=None)


@given(sizes)
@few
def test_made_up_tables_keep_the_laws_and_every_reader_survives_them(size: tuple[int, int, int]) -> None:
    citizens, weeks, seed = size
    tables = synthetic_tables([seed], citizens, weeks)
    measured = measure(tables, CostBook())
    assert measured.filter(pl.col("value").is_nan() | pl.col("value").is_infinite()).is_empty()
    assert measured.height in (0, len(MEASURES) * len(GROUPS))
    shares = measured.filter(pl.col("measure").str.contains("^(job|paid|phase|pension|education)_")).drop_nulls()
    assert shares.filter((pl.col("value") < 0) | (pl.col("value") > 1)).is_empty()
    calibration_marks(tables)
    accounts(tables, CostBook())


@given(sizes)
@few
def test_phase_shares_add_up_to_one(size: tuple[int, int, int]) -> None:
    citizens, weeks, seed = size
    tables = synthetic_tables([seed], citizens, weeks)
    by_week = phase_shares(tables).drop_nulls("share").group_by("week").agg(pl.col("share").sum())
    assert np.allclose(by_week["share"].to_numpy(), 1.0)
    measured = measure(tables, CostBook()).filter(pl.col("measure").is_in([f"phase_{phase.key}" for phase in Phase]))
    totals = measured.drop_nulls().group_by("group").agg(pl.col("value").sum())
    assert np.allclose(totals["value"].to_numpy(), 1.0)


@given(sizes)
@few
def test_stays_tile_and_runs_are_what_is_inside(size: tuple[int, int, int]) -> None:
    citizens, weeks, seed = size
    tables = synthetic_tables([seed], citizens, weeks)
    lived = (pl.col("end") - pl.col("start")).sum()
    for layer in Layer:
        found = stays(tables, layer)
        present = tables.citizens.select(pl.col("exit_week").cast(pl.Int64) - pl.col("entry_week").clip(0)).sum().item()
        assert found.select(lived).item() == present
        alike = pl.all_horizontal([pl.col(name) == pl.col(name).shift(1) for name in ("seed", "citizen", "code")])
        assert found.filter(alike).is_empty()
    supported = runs(tables, Layer.STANDING, ON_SUPPORT)
    inside = tables.spells_of(Layer.STANDING).filter(pl.col("code").is_in([int(code) for code in ON_SUPPORT]))
    assert supported.select(lived).item() == inside.select(lived).item()
    assert supported.filter(pl.col("before").is_in([int(code) for code in ON_SUPPORT])).is_empty()


@given(st.integers(0, 10))
@settings(max_examples=8, deadline=None)
def test_the_order_of_rows_does_not_matter(shuffle: int) -> None:
    tables = synthetic_tables([2, 1], 40, 110)
    mixed = RunTables(
        tables.citizens.sample(fraction=1, shuffle=True, seed=shuffle),
        tables.spells.sample(fraction=1, shuffle=True, seed=shuffle), tables.events,
        tables.panel.sample(fraction=1, shuffle=True, seed=shuffle),
    )
    assert measure(mixed, CostBook()).equals(measure(tables, CostBook()))


def test_many_seeds_at_once_give_what_each_gives_alone() -> None:
    parts = [synthetic_tables([seed], 40, 110) for seed in (1, 2, 3)]
    together = measure(RunTables.joined(parts), CostBook())
    apart = pl.concat([measure(part, CostBook()) for part in parts])
    assert together.select("seed", "group", "measure").equals(apart.select("seed", "group", "measure"))
    assert np.allclose(together["value"].to_numpy(), apart["value"].to_numpy(), rtol=1e-12, equal_nan=True)


def test_a_horizon_beyond_the_run_is_unknown_and_not_zero() -> None:
    measured = measure(synthetic_tables([1], 50, 103), CostBook())
    values = dict(measured.filter(pl.col("group") == "all").select("measure", "value").rows())
    assert values["job_52"] is not None
    for key in ("job_104", "lasting_job_104", "pension_260", "hours_156"):
        assert values[key] is None
    assert values["return_104"] is None


def test_groups_under_five_are_suppressed_and_the_town_is_not() -> None:
    tables = synthetic_tables([1], 4, 60)
    measured = measure(tables, CostBook())
    assert measured.filter(pl.col("group") != "all")["value"].null_count() == len(MEASURES) * (len(GROUPS) - 1)
    assert measured.filter(pl.col("group") == "all", pl.col("measure") == "job_52")["value"].item() is not None


def test_every_measure_of_the_catalogue_has_a_rule_and_the_other_way_round() -> None:
    persons = {*rules(10_000), *ATTENTION}
    town = {one.key for one in MEASURES if one.town}
    assert persons | town == set(BY_KEY)
    assert not persons & town
    assert set(HEADLINES) <= set(BY_KEY)
    assert all(one.da and one.en and one.unit and one.meaning for one in MEASURES)


def test_flows_lose_nobody() -> None:
    tables = synthetic_tables([1, 2], 80, 60)
    present = tables.spells.filter(pl.col("layer") == 1, pl.col("start") == 0).group_by("seed").len().sort("seed")
    assert flows(tables).group_by("seed").agg(pl.col("citizens").sum()).sort("seed").rows() == present.rows()


def test_what_all_payers_pay_is_what_the_items_say() -> None:
    tables = synthetic_tables([1, 2], 60, 110)
    items = accounts(tables, CostBook())
    assert sorted(items["year"].unique()) == [1, 2, 3]
    public = per_payer(items).filter(pl.col("payer") == "public")["amount"].sum()
    assert public == pytest.approx(items.filter(~pl.col("payer").is_in(["firm", "citizen"]))["amount"].sum())
    refund = items.filter(pl.col("item") == "refund")
    assert refund["amount"].sum() == pytest.approx(0)  # what the state pays, the municipality gets


def test_looking_does_not_change_the_tables() -> None:
    tables = synthetic_tables([1], 40, 60)
    before = dataclasses.replace(tables, **{name: frame.clone() for name, frame in tables.items()})
    measure(tables, CostBook())
    for name, frame in tables.items():
        assert frame.equals(before.frame(name))


@pytest.mark.slow
def test_measuring_a_town_takes_a_fraction_of_a_second() -> None:
    parts = [synthetic_tables([seed], 2000, 260) for seed in range(4)]
    tables = RunTables.joined(parts)
    measure(parts[0], CostBook())
    begun = time.perf_counter()
    measure(tables, CostBook())
    assert (time.perf_counter() - begun) / 4 < 0.25  # about 0.04 s on an idle machine; wide, to tell faults only
