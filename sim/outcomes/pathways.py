"""Pathways as sequences of phases: shares, moves, flows, dwell times, first passages."""

from __future__ import annotations

import polars as pl

from sim.outcomes.stays import PERSON, codes_at, same_person, stays
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.vocabulary import Benefit, Phase, Standing, Word

WEEKS_A_YEAR = 52


def phase_shares(tables: RunTables, group: str = "all") -> pl.DataFrame:
    """Return seed, week, phase (key), citizens and share of those present, from the weekly panel.

    Shares of a week add up to 1; a week without anybody has null shares.
    """
    columns = {f"phase_{word.key}": word.key for word in Phase}
    present = pl.col("citizens_present")
    return (
        tables.panel.filter(pl.col("group") == group).rename({"citizens": "citizens_present", **columns})
        .unpivot(list(columns.values()), index=["seed", "week", "citizens_present"], variable_name="phase",
                 value_name="citizens")
        .select("seed", "week", "phase", "citizens", share=pl.when(present > 0).then(pl.col("citizens") / present))
        .sort("seed", "week", _in_order(Phase, "phase"))
    )


def transition_rates(tables: RunTables, layer: Layer = Layer.PHASE) -> pl.DataFrame:
    """Return seed, from, to (keys), moves, and rate: moves per year spent in ``from``.

    Only pairs that occur have rows. Time in a stay counts whole, cut off by the record or not, so that the rates are
    those of a process seen through a window.
    """
    words = _words(layer)
    all_stays = stays(tables, layer)
    moves = (
        all_stays.with_columns(to=pl.when(same_person(-1)).then(pl.col("code").shift(-1))).drop_nulls("to")
        .group_by("seed", "code", "to").agg(moves=pl.len())
    )
    exposure = all_stays.group_by("seed", "code").agg(years=(pl.col("end") - pl.col("start")).sum() / WEEKS_A_YEAR)
    return (
        moves.join(exposure, on=["seed", "code"], how="left").sort("seed", "code", "to")
        .select(
            "seed", _key("code", words).alias("from"), _key("to", words).alias("to"), "moves",
            rate=pl.col("moves") / pl.col("years"),
        )
    )


def flows(tables: RunTables, first_week: int = 0, last_week: int | None = None) -> pl.DataFrame:
    """Return seed, from, to (phase keys) and citizens: where those present in ``first_week`` stood in ``last_week``.

    ``last_week`` defaults to the last one of the run. Whoever left the model in between is in ``outside``.
    """
    last = tables.weeks - 1 if last_week is None else last_week
    before = codes_at(tables, Layer.PHASE, first_week)
    after = codes_at(tables, Layer.PHASE, last).rename({"code": "later"})
    words = _words(Layer.PHASE)
    return (
        before.join(after, on=PERSON, how="left")
        .with_columns(pl.col("later").fill_null(int(Phase.OUTSIDE)))
        .group_by("seed", "code", "later").agg(citizens=pl.len()).sort("seed", "code", "later")
        .select("seed", _key("code", words).alias("from"), _key("later", words).alias("to"), "citizens")
    )


def dwell_times(tables: RunTables, layer: Layer = Layer.PHASE) -> pl.DataFrame:
    """Return seed, code (key), stays, and quartiles of how many weeks a stay lasts: lower, median, upper.

    Kaplan-Meier over stays that began inside the record; one that the record or the model cuts off counts as longer
    than seen. A quartile that is never reached is null.
    """
    words = _words(layer)
    begun = stays(tables, layer).filter(~pl.col("open_left")).join(
        tables.citizens.select(*PERSON, "exit_week"), on=PERSON, how="left", maintain_order="left",
    ).with_columns(weeks=pl.col("end") - pl.col("start"), ended=pl.col("end") < pl.col("exit_week"))
    keys = ["seed", "code"]
    by_length = begun.group_by(*keys, "weeks").agg(ended=pl.col("ended").sum(), all=pl.len()).sort(*keys, "weeks")
    at_risk = pl.col("all").cum_sum(reverse=True).over(keys)
    curve = by_length.with_columns(left=(1 - pl.col("ended") / at_risk).cum_prod().over(keys))
    quartile = {
        name: pl.col("weeks").filter(pl.col("left") <= level).min()
        for name, level in (("lower", 0.75), ("median", 0.5), ("upper", 0.25))
    }
    found = curve.group_by(keys).agg(stays=pl.col("all").sum(), **quartile).sort(keys)
    return found.with_columns(_key("code", words))


def first_passage(tables: RunTables, phase: Phase) -> pl.DataFrame:
    """Return seed, citizen and weeks from week 0 (or entry) until the citizen first was in ``phase``; null if never.

    Everyone present has a row; ``watched`` is how many weeks the citizen was present.
    """
    reached = stays(tables, Layer.PHASE).filter(pl.col("code") == int(phase))
    first = reached.group_by(PERSON).agg(first=pl.col("start").min())
    entry = pl.col("entry_week").clip(0).cast(pl.Int32)
    return (
        tables.citizens.join(first, on=PERSON, how="left", maintain_order="left")
        .select(*PERSON, weeks=pl.col("first") - entry, watched=pl.col("exit_week").cast(pl.Int32) - entry)
    )


def _words(layer: Layer) -> type[Word]:
    return {Layer.STANDING: Standing, Layer.PHASE: Phase, Layer.BENEFIT: Benefit}[layer]


def _key(column: str, words: type[Word]) -> pl.Expr:
    """A column of codes as keys."""
    return pl.col(column).replace_strict({int(word): word.key for word in words}, return_dtype=pl.String)


def _in_order(words: type[Word], column: str) -> pl.Expr:
    return pl.col(column).cast(pl.Enum(list(words.keys())))
