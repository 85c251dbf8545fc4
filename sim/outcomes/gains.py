"""Who gains and who loses: the same person in two runs that share their luck."""

from __future__ import annotations

import polars as pl

from sim.errors import OutcomeError, Text
from sim.outcomes.durations import OFF_SUPPORT
from sim.outcomes.groups import ALL, MEMBERSHIP, SMALLEST
from sim.outcomes.stays import PERSON
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.vocabulary import ORDINARY_JOB, Standing

WEEKS_IN = {
    "job": ORDINARY_JOB,
    "paid": (Standing.SMALL_JOB, Standing.FLEXJOB, *ORDINARY_JOB),
    "off_support": OFF_SUPPORT,
}
"""What a person can have more or fewer weeks of: ordinary job, any paid hours, off public support."""

CLEAR = 4
"""A person gained or lost when the weeks differ by at least this many; less is called unchanged."""


def gains(base: RunTables, other: RunTables) -> pl.DataFrame:
    """Return per group and kind of weeks: how many people gained, lost or stayed the same, and by how much.

    Columns: group, weeks_in (key of ``WEEKS_IN``), people (pairs over all seeds), gained, lost, unchanged (shares that
    add up to 1), mean_gain, mean_loss (weeks, among those), mean_difference (weeks, all). Only people present in both
    runs under the same number are compared. Single pairs are one possible twin each: read the shares, never a person.

    Raises:
        OutcomeError: when the two do not have the same seeds.
    """
    if base.seeds != other.seeds:
        raise OutcomeError.about("seeds", Text("de to sæt kørsler har ikke de samme frø",
                                               "the two sets of runs do not have the same seeds"))
    people = base.citizens.select(*PERSON, *(member.alias(group) for group, member in MEMBERSHIP.items()))
    people = people.join(other.citizens.select(PERSON), on=PERSON, how="semi")
    frames = []
    for name, codes in WEEKS_IN.items():
        pairs = people.join(_weeks(base, codes), on=PERSON, how="left").join(
            _weeks(other, codes), on=PERSON, how="left", suffix="_other",
        ).with_columns(difference=pl.col("weeks_other").fill_null(0) - pl.col("weeks").fill_null(0))
        frames += [_summed(pairs.filter(group), group, name) for group in MEMBERSHIP]
    return pl.concat(frames)


def _weeks(tables: RunTables, codes: tuple[Standing, ...]) -> pl.DataFrame:
    inside = pl.col("code").is_in([int(code) for code in codes])
    length = pl.col("end") - pl.col("start")
    return tables.spells_of(Layer.STANDING).filter(inside).group_by(PERSON).agg(weeks=length.sum())


def _summed(pairs: pl.DataFrame, group: str, name: str) -> pl.DataFrame:
    difference = pl.col("difference")
    up, down = difference >= CLEAR, difference <= -CLEAR
    per_run = pairs["seed"].value_counts()["count"].min() if pairs.height else 0
    kept = group == ALL or (isinstance(per_run, int) and per_run >= SMALLEST)
    numbers = {
        "gained": up.mean(), "lost": down.mean(), "unchanged": (~up & ~down).mean(),
        "mean_gain": difference.filter(up).mean(), "mean_loss": difference.filter(down).mean(),
        "mean_difference": difference.mean(),
    }
    return pairs.select(
        group=pl.lit(group), weeks_in=pl.lit(name), people=pl.len(),
        **{key: value if kept else pl.lit(None, pl.Float64) for key, value in numbers.items()},
    )
