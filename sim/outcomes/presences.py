"""Where single citizens were and for how long: one row per citizen, from standings and from phases."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl

from sim.outcomes.durations import OFF_SUPPORT
from sim.outcomes.hours import PAID
from sim.outcomes.placements import KINDS
from sim.outcomes.sequences import Sequences
from sim.outcomes.stays import stays
from sim.outcomes.turbulence import entropy, turbulence
from sim.record.schema import NO_CODE, Layer
from sim.record.tables import RunTables
from sim.vocabulary import ON_SUPPORT, ORDINARY_JOB, PLACEMENTS, Phase, Standing

OFFER_WEEKS = 65
"""The window of consistency check C1 (facts C29)."""

OFFERS = (Standing.UPSKILLING, Standing.ACTIVATION, *PLACEMENTS, Standing.WAGE_SUBSIDY)
MOVING_PHASES = tuple(phase for phase in Phase if phase is not Phase.OUTSIDE)

_WEEKS_IN = {
    "weeks_job": ORDINARY_JOB, "weeks_paid": PAID, "weeks_self_supporting": (*ORDINARY_JOB, Standing.SELF_SUPPORT),
    "weeks_support": ON_SUPPORT, "weeks_off_support": OFF_SUPPORT,
}


def from_standings(tables: RunTables, horizons: Sequence[int]) -> pl.DataFrame:
    """Return standing at week 0 and after each horizon, weeks in kinds of standing, placements begun, irregularity.

    ``standing_at_h`` is the code of the h-th week, null where the citizen was not present; horizons beyond the run
    have no column. ``early_support`` counts weeks on support, and ``early_offer`` tells of any offer, in weeks 0-64.
    """
    spells = tables.spells_of(Layer.STANDING)
    rows, merged = Sequences.of(spells), Sequences.of(stays(tables, Layer.STANDING))
    time = rows.time(len(Standing))
    begun = ~spells["open_left"].to_numpy()
    supported = np.isin(rows.code, ON_SUPPORT)
    early = np.clip(np.minimum(rows.end, OFFER_WEEKS) - rows.start, 0, None)
    at = {0: 0, **{horizon: horizon - 1 for horizon in horizons if horizon <= tables.weeks}}
    numbers = {
        **{name: time[:, [int(code) for code in codes]].sum(axis=1) for name, codes in _WEEKS_IN.items()},
        **{f"begun_{kind.key}": rows.summed(begun & (rows.code == int(kind))) for kind in KINDS},
        "early_support": rows.summed(early * supported),
        "early_offer": rows.summed(np.isin(rows.code, OFFERS) & (rows.start < OFFER_WEEKS)) > 0,
    }
    codes = {
        f"standing_at_{name}": pl.Series(rows.code_in(week, NO_CODE), dtype=pl.UInt8).replace(NO_CODE, None)
        for name, week in at.items()
    }
    return rows.people.with_columns(**codes, **{name: pl.Series(values) for name, values in numbers.items()},
                                    **_irregularity(merged, "standing", len(Standing)))


def from_phases(tables: RunTables) -> pl.DataFrame:
    """Return weeks in each phase (``weeks_phase_x``), moves between phases (``moves_x_y``), irregularity."""
    rows = Sequences.of(stays(tables, Layer.PHASE))
    time, moves = rows.time(len(Phase)), rows.moves(len(Phase))
    pairs = [(start, goal) for start in MOVING_PHASES for goal in Phase if goal is not start]
    return rows.people.with_columns(
        **{f"weeks_phase_{phase.key}": pl.Series(time[:, int(phase)]) for phase in Phase},
        **{f"moves_{start.key}_{goal.key}": pl.Series(moves[:, int(start), int(goal)]) for start, goal in pairs},
        **_irregularity(rows, "phase", len(Phase)),
    )


def _irregularity(rows: Sequences, layer: str, alphabet: int) -> dict[str, pl.Series]:
    return {
        f"entropy_{layer}": pl.Series(entropy(rows, alphabet)),
        f"turbulence_{layer}": pl.Series(turbulence(rows, alphabet)),
    }
