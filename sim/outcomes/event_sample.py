"""Which candidate events to look into: a sample stratified by kind and by the phase of the week before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np
import polars as pl

from sim.draws import luck_of
from sim.outcomes.stays import PERSON
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.vocabulary import EventKind, Phase, TurningPoint

_LOT = 7001
"""Keys the lots of this sample apart from other uses of luck."""

MOST_IN_A_WEEK = 6
"""Events of one week of one seed that are drawn for the company alone, so that a sample reaches over many weeks."""

SAMPLE = pl.Schema({
    "event": pl.Int32, "seed": pl.Int32, "week": pl.Int32, "citizen": pl.UInt32, "kind": pl.String, "agent": pl.Int32,
    "phase": pl.String, "turned": pl.Boolean, "weight": pl.Float64,
})
"""One row per sampled event. ``phase``: of the week before. ``weight``: of the event among those of its kind, so that
they add up to 1 and speak for all candidates of the kind; ``agent``: the post or workplace, as the log has it."""


def strata(tables: RunTables, kinds: Iterable[TurningPoint] = tuple(TurningPoint)) -> pl.DataFrame:
    """Return every candidate event of ``kinds`` in the record once, with the phase of the week before.

    Columns: seed, week, citizen, kind (key), agent, phase (key), turned; sorted.
    """
    words = {int(kind): kind.key for kind in kinds}
    found = tables.events.filter(
        (pl.col("kind") == int(EventKind.TURNING_POINT)) & pl.col("current").is_in(list(words))
    ).select(
        *PERSON, pl.col("week").cast(pl.Int32), "agent", "turned",
        kind=pl.col("current").replace_strict(words, default=None, return_dtype=pl.String),
        before=(pl.col("week").cast(pl.Int32) - 1).clip(0),
    )
    phases = tables.spells_of(Layer.PHASE).select(
        *PERSON, "start", phase=pl.col("code").replace_strict(
            {int(phase): phase.key for phase in Phase}, return_dtype=pl.String),
    )
    placed = found.sort(*PERSON, "before").join_asof(
        phases, left_on="before", right_on="start", by=PERSON, strategy="backward", check_sortedness=False,
    )
    # Whoever entered in the very week has no week before; the phase is then that of outsiders.
    return placed.unique(["seed", "week", "citizen", "kind"], keep="first", maintain_order=True).select(
        *PERSON, "week", "kind", "agent", pl.col("phase").fill_null(Phase.OUTSIDE.key), "turned",
    ).sort("seed", "week", "citizen", "kind")


def sample(
    tables: RunTables, events: int, lot: int, kinds: Iterable[TurningPoint] = tuple(TurningPoint)
) -> pl.DataFrame:
    """Draw about ``events`` candidate events, equally many of each kind, and of each kind some from every phase.

    Within a kind each phase has at least one as far as they reach, and the rest by how frequent phases are; ``weight``
    undoes what that distorts. Events of one week of one seed cost less together, so that among equals those fall where
    others are; which week that is was decided by lot. ``lot`` chooses another sample. The schema is ``SAMPLE``.
    """
    found = strata(tables, kinds)
    found = found.with_columns(lot=_lots(found.height, lot))
    quota = _quotas(found, events)
    taken: Counter[tuple[int, int]] = Counter()
    rows: list[pl.DataFrame] = []
    for kind, phase, count, weight in quota.iter_rows():
        here = found.filter((pl.col("kind") == kind) & (pl.col("phase") == phase))
        # Company is sought once a week has been drawn, shunned where it has as many as it may.
        dear = [taken[pair] == 0 or taken[pair] >= MOST_IN_A_WEEK for pair in here.select("seed", "week").iter_rows()]
        alone = pl.Series(dear, dtype=pl.Boolean)
        chosen = here.with_columns(alone=alone).sort("alone", "lot").head(count).drop("alone", "lot")
        taken.update(chosen.select("seed", "week").iter_rows())
        rows.append(chosen.with_columns(weight=pl.lit(weight)))
    if not rows:
        return SAMPLE.to_frame()
    whole = pl.concat(rows).sort("seed", "week", "citizen", "kind").with_row_index("event")
    return whole.select(pl.col(name).cast(kind) for name, kind in SAMPLE.items())


def drawn_by_lot(events: pl.DataFrame, lot: int) -> pl.DataFrame:
    """The rows in an order drawn by lot."""
    return events.with_columns(lot=_lots(events.height, lot)).sort("lot").drop("lot")


def _lots(count: int, lot: int) -> pl.Series:
    return pl.Series(luck_of(_LOT, np.arange(count, dtype=np.uint64), lot))


def _quotas(found: pl.DataFrame, events: int) -> pl.DataFrame:
    """Kind, phase, how many to draw, and the weight of each; the rarest first, for they have least choice."""
    sizes = found.group_by("kind", "phase").len("size").sort("kind", "phase")
    rows: list[tuple[str, str, int, float]] = []
    for kind, count in _per_kind(sizes, events).items():
        mine = sizes.filter(pl.col("kind") == kind).sort("size", "phase", descending=[True, False])
        counts = _shares(mine["size"].to_list(), count)
        reached = sum(size for size, drawn in zip(mine["size"], counts, strict=True) if drawn)
        rows += [
            (kind, phase, drawn, size / reached / drawn)
            for phase, size, drawn in zip(mine["phase"], mine["size"], counts, strict=True) if drawn
        ]
    columns = {"kind": pl.String, "phase": pl.String, "count": pl.Int64, "weight": pl.Float64}
    quota = pl.DataFrame(rows, schema=columns, orient="row")
    return quota.join(sizes, on=["kind", "phase"]).sort("size", "kind", "phase").drop("size")


def _per_kind(sizes: pl.DataFrame, events: int) -> dict[str, int]:
    """Equally many of each kind, as far as there are; what rare kinds cannot use goes to others.

    With fewer events than kinds the most frequent have one each.
    """
    by_kind = sizes.group_by("kind").agg(pl.col("size").sum()).sort("size", "kind").tail(max(events, 0))
    left = dict(by_kind.iter_rows())
    counts = dict.fromkeys(left, 0)
    remaining = min(events, sum(left.values()))
    for place, (kind, size) in enumerate(left.items()):
        share = -(-remaining // (len(left) - place))  # rounded up, so that what is odd is used
        counts[kind] = min(size, share)
        remaining -= counts[kind]
    return counts


def _shares(sizes: list[int], count: int) -> list[int]:
    """``count`` over strata of these sizes, largest first: one each, then in proportion, never more than there are."""
    counts = [1 if place < count else 0 for place in range(len(sizes))]
    while sum(counts) < min(count, sum(sizes)):
        room = [size / (drawn + 1) if 0 < drawn < size else -1.0 for size, drawn in zip(sizes, counts, strict=True)]
        counts[room.index(max(room))] += 1
    return counts
