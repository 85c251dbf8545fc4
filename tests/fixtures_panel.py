"""The weekly panel of made-up runs; a part of ``fixtures_tables``."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.record.schema import GROUPS, PANEL_STATES, TABLES
from sim.vocabulary import (
    ON_SUPPORT_PHASES,
    Agency,
    Benefit,
    CaseworkerCondition,
    FirmCondition,
    Identity,
    NetworkCondition,
    Phase,
    Standing,
)

Codes = npt.NDArray[np.int64]
ABSENT = -1

GROUP_MASKS = {
    "all": pl.lit(value=True), "under_30": pl.col("age") < 30, "over_30": pl.col("age") >= 30,
    "activity_ready": pl.col("benefit_at_start") == int(Benefit.ACTIVITY_READY),
    "resource_course": pl.col("benefit_at_start") == int(Benefit.RESOURCE_COURSE), "female": pl.col("female"),
    "male": ~pl.col("female"), "mental": pl.col("chronic_mental"), "untrained": ~pl.col("trained"),
}


@dataclass(frozen=True)
class Paths:
    """Weekly codes per citizen, (weeks, citizens); -1 where not present."""

    standing: Codes
    phase: Codes
    benefit: Codes


def panel_rows(
    luck: np.random.Generator, seed: int, people: pl.DataFrame, paths: Paths, present: npt.NDArray[np.bool_],
) -> pl.DataFrame:
    """Weekly counts per group from the weekly codes, and likely numbers for the town."""
    weeks = len(paths.standing)
    frames = [TABLES["panel"].to_frame()]
    supported = np.isin(paths.phase, [int(phase) for phase in ON_SUPPORT_PHASES])
    leaning = luck.integers(0, len(Agency), people.height)
    town = _town(luck, weeks, supported.sum(axis=1), people.height)
    for group in GROUPS:
        member = people.select(GROUP_MASKS[group].alias("member"))["member"].to_numpy()
        member = np.broadcast_to(member, (people.height,))
        here, on_support = present & member, supported & member
        columns: dict[str, object] = {
            "seed": np.full(weeks, seed), "week": np.arange(weeks), "group": [group] * weeks,
            "citizens": here.sum(axis=1),
            **{f"standing_{word.key}": ((paths.standing == int(word)) & here).sum(axis=1) for word in Standing},
            **{f"phase_{word.key}": ((paths.phase == int(word)) & here).sum(axis=1) for word in Phase},
            **{f"mean_{state}": np.where(on_support.any(axis=1), 0.4 + 0.1 * luck.random(weeks), np.nan)
               for state in PANEL_STATES},
            **{f"agency_{word.key}": ((leaning == int(word)) & on_support).sum(axis=1) for word in Agency},
            **{f"identity_{word.key}": ((leaning % len(Identity) == int(word)) & on_support).sum(axis=1)
               for word in Identity},
        }
        columns |= town if group == "all" else {}
        floats = {name for name, kind in TABLES["panel"].items() if kind == pl.Float32}
        missing = {
            name: np.full(weeks, np.nan) if name in floats else np.zeros(weeks, dtype=np.int64)
            for name in TABLES["panel"] if name not in columns
        }
        made = pl.DataFrame({**columns, **missing})
        frames.append(made.select(pl.col(name).cast(kind) for name, kind in TABLES["panel"].items()))
    return pl.concat(frames).sort("week", maintain_order=True)


def _town(luck: np.random.Generator, weeks: int, supported: Codes, size: int) -> dict[str, object]:
    """Columns that group ``all`` alone fills."""
    def some(low: float, high: float) -> npt.NDArray[np.float64]:
        return luck.uniform(low, high, weeks)

    short = (supported * 0.2).astype(np.int64)
    hours = {"meetings": 0.2, "casework": 0.15, "broker": 0.05, "activation": 0.1, "support": 0.08, "firm_mentor": 0.05}
    return {
        **{f"caseworkers_{word.key}": luck.integers(1, 9, weeks) for word in CaseworkerCondition},
        **{f"firms_{word.key}": luck.integers(20, 150, weeks) for word in FirmCondition},
        **{f"networks_{word.key}": luck.integers(0, size // 3 + 1, weeks) for word in NetworkCondition},
        "inclusion_capacity": some(0.5, 0.6), "caseload": some(75, 90), "waiting_support": luck.integers(0, 90, weeks),
        "waiting_team": luck.integers(0, 40, weeks), "waiting_start": luck.integers(0, 40, weeks),
        **{f"hours_{work}": supported * share * some(0.9, 1.1) for work, share in hours.items()},
        "meetings": (supported * some(0.05, 0.08)).astype(np.int64),
        "placements_started": luck.integers(0, 20, weeks), "jobs_won": luck.integers(0, 8, weeks),
        "jobs_lost": luck.integers(0, 6, weeks),
        "benefit_weeks_b1": short - short // 2, "benefit_weeks_b2": short // 4,
        "benefit_weeks_b3": short // 2 - short // 4, "benefit_weeks_b4": supported - short,
    }
