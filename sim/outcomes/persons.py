"""One row per citizen with everything that group measures are made from."""

from __future__ import annotations

import polars as pl

from sim.outcomes.attributes import from_events, from_hours, from_jobs
from sim.outcomes.groups import MEMBERSHIP
from sim.outcomes.presences import from_phases, from_standings
from sim.outcomes.stays import PERSON
from sim.record.schema import STATES
from sim.record.tables import RunTables
from sim.vocabulary import ON_SUPPORT

HORIZONS = (26, 52, 104, 156, 260)
"""After how many weeks a pathway is looked at."""

WELLBEING = tuple(state for state in STATES if state != "nearness")


def persons(tables: RunTables, hours: pl.DataFrame) -> pl.DataFrame:
    """Return one row per citizen and seed, sorted; a column is null where it does not apply.

    ``cohort`` marks those on support in week 0: outcomes at a horizon are theirs. Whoever left the model before the
    horizon keeps a pension and otherwise counts as left. Group names are Boolean columns.

    Args:
        tables: runs of one scenario.
        hours: the stretches of ``paid_hours`` of the same tables.
    """
    entry = pl.col("entry_week").clip(0).cast(pl.Int32)
    frame = tables.citizens.sort(PERSON).select(
        *PERSON, *(member.alias(group) for group, member in MEMBERSHIP.items()),
        "meetings", "caseworker_changes", "weeks_waiting", "standing_at_end",
        present=pl.col("exit_week").cast(pl.Int32) - entry,
        **{f"{state}_change": (pl.col(f"{state}_at_end") - pl.col(f"{state}_at_start")).cast(pl.Float64).fill_nan(None)
           for state in STATES},
    )
    parts = (
        from_standings(tables, HORIZONS), from_phases(tables), *from_jobs(tables), *from_events(tables),
        from_hours(hours, [horizon for horizon in HORIZONS if horizon <= tables.weeks]),
    )
    for part in parts:
        frame = frame.join(part, on=PERSON, how="left", maintain_order="left")
    supported = pl.col("standing_at_0").is_in([int(code) for code in ON_SUPPORT]).fill_null(value=False)
    return frame.with_columns(cohort=supported).with_columns(
        pl.when("cohort").then(f"{state}_change").alias(f"{state}_change") for state in STATES
    )
