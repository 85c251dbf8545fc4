"""Which candidate turning points turned: a look back over finished spells, never a part of the week itself."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.record.schema import Layer
from sim.vocabulary import EventKind, Phase, TurningPoint

WITHIN_WEEKS = 13
"""How long after the event the phase must change (model section 3)."""

HELD_WEEKS = 13
"""How long the new phase, or a further one the same way, must hold (model section 3)."""

_STEP = {Phase.DERAILMENT: 0, Phase.SETBACK: 1, Phase.STAGNATION: 2, Phase.PROGRESSION: 3, Phase.IN_WORK: 4}
_NO_STEP = -1
_UPWARD = [int(kind) for kind in TurningPoint if kind.upward]
_PERSON = ["seed", "citizen"]

Whole = npt.NDArray[np.int64]
Truth = npt.NDArray[np.bool_]


def mark_turned(events: pl.DataFrame, spells: pl.DataFrame) -> pl.DataFrame:
    """Return the events with ``turned`` filled for every candidate turning point.

    An upward event turned when, within 13 weeks after it, the citizen entered a better phase than the one of the week
    before the event, and for 13 weeks from that entry was never in a worse phase than the one entered (derailment <
    setback < stagnation < progression < in work). A downward event turned when the same holds the other way round.
    The phase *outside* has no place in that order: entering it neither turns an event nor holds a turn. ``turned`` is
    null for other events, and where fewer than 26 weeks of the citizen's record remain after the event.

    Args:
        events: rows of the event table, of any number of seeds; their order is kept.
        spells: the spell table of the same runs.
    """
    candidate = pl.col("kind") == int(EventKind.TURNING_POINT)
    numbered = events.with_row_index("row").filter(candidate)
    if numbered.is_empty():
        return events.with_columns(turned=pl.lit(None, dtype=pl.Boolean))
    phases = _phase_spells(spells)
    asked = numbered.sort(*_PERSON, "week", maintain_order=True).select(
        "row", *_PERSON, "current", week=pl.col("week").cast(pl.Int32),
    ).with_columns(before=pl.col("week") - 1)
    # The spell of the week before; whoever entered in the very week of the event has none, and starts from the first.
    found = asked.join_asof(
        phases.select(*_PERSON, "start", "spell"), left_on="before", right_on="start", by=_PERSON,
        strategy="backward", check_sortedness=False,
    ).join(
        phases.group_by(_PERSON).agg(first=pl.col("spell").min(), last_end=pl.col("end").max()),
        on=_PERSON, how="left", maintain_order="left",
    )
    answer = _answers(found.with_columns(spell=pl.coalesce("spell", "first").fill_null(_NO_STEP)), phases)
    known = pl.DataFrame({"row": found["row"], "answer": answer}, schema_overrides={"row": pl.UInt32})
    known = known.filter((found["last_end"] - found["week"] >= WITHIN_WEEKS + HELD_WEEKS).fill_null(value=False))
    return (
        events.with_row_index("row").join(known, on="row", how="left", maintain_order="left")
        .with_columns(turned=pl.col("answer")).drop("row", "answer")
    )


def _phase_spells(spells: pl.DataFrame) -> pl.DataFrame:
    """Phase spells in order, numbered, with their place in the order of phases (-1: outside)."""
    return (
        spells.filter(pl.col("layer") == int(Layer.PHASE)).sort(*_PERSON, "start")
        .select(
            *_PERSON, pl.col("start").cast(pl.Int32), pl.col("end").cast(pl.Int32),
            pl.col("code").replace_strict({int(phase): step for phase, step in _STEP.items()}, default=_NO_STEP)
            .cast(pl.Int64).alias("step"),
            person=pl.struct(_PERSON).rle_id().cast(pl.Int64),
        )
        .with_row_index("spell").with_columns(pl.col("spell").cast(pl.Int64))
    )


def _answers(asked: pl.DataFrame, phases: pl.DataFrame) -> Truth:
    """Whether each candidate turned, from the number of its spell before the event."""
    step, start = phases["step"].to_numpy(), phases["start"].to_numpy().astype(np.int64)
    person = phases["person"].to_numpy()
    spell = asked["spell"].to_numpy()
    week = asked["week"].to_numpy().astype(np.int64)
    upward = asked["current"].is_in(_UPWARD).to_numpy()
    held_up, held_down = _held(step, start, person, up=1), _held(step, start, person, up=-1)
    turned = np.zeros(len(spell), dtype=np.bool_)
    if not len(step):
        return turned
    known = spell >= 0
    here = np.maximum(spell, 0)
    for ahead in range(1, WITHIN_WEEKS + 2):  # a spell lasts a week or more, so this many can begin in the window
        later = np.minimum(here + ahead, len(step) - 1)
        in_window = (here + ahead < len(step)) & (person[later] == person[here]) & (start[later] <= week + WITHIN_WEEKS)
        both_known = known & (step[later] >= 0) & (step[here] >= 0)
        better, worse = step[later] > step[here], step[later] < step[here]
        turned |= in_window & both_known & np.where(upward, better & held_up[later], worse & held_down[later])
    return turned


def _held(step: Whole, start: Whole, person: Whole, up: int) -> Truth:
    """Whether, from each spell's start, 13 weeks pass without a step against the direction ``up`` (1 or -1)."""
    held = step >= 0
    for ahead in range(1, HELD_WEEKS):
        later, here = slice(ahead, None), slice(None, -ahead)
        near = (person[later] == person[here]) & (start[later] < start[here] + HELD_WEEKS)
        against = (step[later] < 0) | (up * step[later] < up * step[here])
        held[here] &= ~(near & against)
    return held
