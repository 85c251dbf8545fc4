"""Who loses what another gains: jobs by channel and by group, in two sets of runs with the same seeds."""

from __future__ import annotations

import polars as pl

from sim.outcomes.comparison import compare
from sim.outcomes.groups import MEMBERSHIP, SMALLEST
from sim.outcomes.stays import PERSON
from sim.record.tables import RunTables
from sim.vocabulary import Channel, EventKind


def jobs_by_channel(tables: RunTables) -> pl.DataFrame:
    """Return seed, group, channel (key), jobs won, and share of the group's jobs; every pair has a row per seed.

    Jobs of every kind that has paid hours count. A group with fewer than 5 citizens in a run is null.
    """
    won = tables.events.filter(pl.col("kind") == int(EventKind.JOB_WON)).select(
        *PERSON, channel=pl.col("current").replace_strict(
            {int(channel): channel.key for channel in Channel}, default=Channel.NONE.key, return_dtype=pl.String),
    )
    channels = pl.DataFrame({"channel": [channel.key for channel in Channel]}).with_row_index("place")
    frames = []
    for group, member in MEMBERSHIP.items():
        people = tables.citizens.filter(member)
        sizes = people.group_by("seed").agg(size=pl.len())
        counted = won.join(people.select(PERSON), on=PERSON, how="semi").group_by("seed", "channel").agg(jobs=pl.len())
        grid = pl.DataFrame({"seed": tables.seeds}, {"seed": pl.Int32}).join(channels, how="cross")
        full = grid.join(sizes, on="seed", how="left").join(counted, on=["seed", "channel"], how="left")
        kept = (pl.col("size").fill_null(0) >= SMALLEST) | (group == "all")
        frames.append(full.sort("seed", "place").select(
            "seed", pl.lit(group).alias("group"), "channel",
            jobs=pl.when(kept).then(pl.col("jobs").fill_null(0).cast(pl.Float64)),
        ))
    total = pl.col("jobs").sum().over("seed", "group")
    return pl.concat(frames).with_columns(share=pl.when(total > 0).then(pl.col("jobs") / total))


def displaced(base: RunTables, other: RunTables) -> pl.DataFrame:
    """Return the paired difference in jobs won, by group and channel: the columns of ``compare``, measure = channel.

    What one channel or group gains beside what others lose is displacement; the sum over channels is the net.

    Raises:
        OutcomeError: when the two do not have the same seeds.
    """
    def tidy(tables: RunTables) -> pl.DataFrame:
        return jobs_by_channel(tables).select("seed", "group", measure="channel", value="jobs")

    return compare(tidy(base), tidy(other))
