"""What an event was worth: a difference in expectation between futures with it and without it, with its range.

Never a verdict on one life: an event changes chances, and in most futures the same happens with it as without it.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.outcomes.comparison import interval
from sim.outcomes.student import NORMAL, reach
from sim.vocabulary import TurningPoint

Numbers = npt.NDArray[np.float64]
CHANCES = ("lasting", "job")
"""Outcomes of a person that happen or do not: 12 unbroken months of ordinary work; any ordinary work."""
AMOUNTS = ("progression", "others_lasting", "others_job")
"""Weeks of the person in progression; lasting jobs, and jobs, of everybody else in town."""
GAINS = (*CHANCES, *AMOUNTS)

_LEAST_FOR_RANGE = 2


def by_event(events: pl.DataFrame, futures: pl.DataFrame) -> pl.DataFrame:
    """Return one row per sampled event and version, with every gain: with the event less without it.

    Columns: those of the sample (``SAMPLE``), version, futures, chance_with, chance_without (of a lasting job), and
    for each of ``GAINS`` ``<name>``, ``<name>_low``, ``<name>_high`` (95 %, paired over futures) and ``<name>_error``.
    What others lose is a negative gain of theirs.
    """
    rows = []
    for (event, version), mine in futures.group_by("event", "version", maintain_order=True):
        rows.append({
            "event": event, "version": version, "futures": mine.height,
            "chance_with": _mean(mine["lasting_with"]), "chance_without": _mean(mine["lasting_without"]),
            **_gains(mine),
        })
    ranges = {f"{name}_{end}": pl.Float64 for name in GAINS for end in ("low", "high")}
    frame = pl.DataFrame(rows, schema_overrides={"event": pl.Int32, **ranges}) if rows else pl.DataFrame(
        schema={"event": pl.Int32, "version": pl.String})
    return events.join(frame, on="event", how="inner").sort("event", "version", descending=[False, True])


def _gains(mine: pl.DataFrame) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for name in GAINS:
        there, without = (mine[f"{name}_{arm}"].to_numpy().astype(np.float64) for arm in ("with", "without"))
        low, high, error = _paired_chances(there, without) if name in CHANCES else _paired_amounts(there - without)
        gain = float((there - without).mean())
        found |= {name: gain, f"{name}_low": low, f"{name}_high": high, f"{name}_error": error}
    return found


def _paired_chances(there: Numbers, without: Numbers) -> tuple[float, float, float]:
    """Range and standard error of a difference of two paired chances (Bonett & Price 2012).

    A t interval would be of no width where all futures agree, as if 50 of them could prove that nothing ever happens.
    """
    count = len(there) + 2
    won = (float(((there > 0) & (without == 0)).sum()) + 1) / count
    lost = (float(((there == 0) & (without > 0)).sum()) + 1) / count
    error = float(np.sqrt(max(won + lost - (won - lost) ** 2, 0.0) / count))
    half = NORMAL * error
    return max(won - lost - half, -1.0), min(won - lost + half, 1.0), error


def _paired_amounts(difference: Numbers) -> tuple[float | None, float | None, float]:
    """Range and standard error of a mean difference; no range where all futures agree, for none can be told."""
    if len(difference) < _LEAST_FOR_RANGE or not difference.std():
        return None, None, 0.0
    low, high = interval(difference)
    return low, high, float(difference.std(ddof=1) / np.sqrt(len(difference)))


def by_kind(rows: pl.DataFrame) -> pl.DataFrame:
    """Return one row per kind and version: mean gains over the sampled events, which speak for all of the kind.

    Columns: kind, family, upward, version, events, chance_with, and for each of ``GAINS`` the weighted mean and its
    range (95 %, t over events; with one event that event's own). Kinds in the order of the vocabulary.
    """
    found = []
    for point in TurningPoint:
        for version in ("void", "absent"):
            mine = rows.filter((pl.col("kind") == point.key) & (pl.col("version") == version))
            if mine.is_empty():
                continue
            weight = mine["weight"].to_numpy() / mine["weight"].sum()
            row: dict[str, object] = {
                "kind": point.key, "family": point.family.key, "upward": point.upward, "version": version,
                "events": mine.height, "chance_with": float((mine["chance_with"].to_numpy() * weight).sum()),
            }
            for name in GAINS:
                row |= _averaged(mine, name, weight)
            found.append(row)
    ranges = {f"{name}_{end}": pl.Float64 for name in GAINS for end in ("low", "high")}
    return pl.DataFrame(found, schema_overrides=ranges if found else None)


def _averaged(mine: pl.DataFrame, name: str, weight: Numbers) -> dict[str, float | None]:
    """Weighted mean and range. The spread between events holds that within them, but a few events may agree by luck."""
    values, errors = mine[name].to_numpy(), mine[f"{name}_error"].to_numpy()
    mean = float((weight * values).sum())
    within = float((weight**2 * errors**2).sum())
    alike = 1.0 / float((weight**2).sum())
    if mine.height < _LEAST_FOR_RANGE:
        return {name: mean, **{f"{name}_{end}": mine[f"{name}_{end}"][0] for end in ("low", "high")}}
    between = float((weight**2 * (values - mean) ** 2).sum()) * alike / max(alike - 1.0, 0.5)
    if not between and not within:
        return {name: mean, f"{name}_low": None, f"{name}_high": None}
    half = reach(max(alike - 1.0, 1.0)) * float(np.sqrt(max(between, within)))
    return {name: mean, f"{name}_low": mean - half, f"{name}_high": mean + half}


def by_family(shares: pl.DataFrame) -> pl.DataFrame:
    """Return Shapley values of the families: event (-1 the whole town), family, gain, low, high, whole, none.

    ``whole`` and ``none`` are the chances of a lasting job with all families' jumps and with none; the values of the
    families add up to their difference. No range where all futures agree.
    """
    rows = []
    for (event, family), mine in shares.group_by("event", "family", maintain_order=True):
        low, high = interval(mine["gain"].to_numpy()) if mine["gain"].n_unique() > 1 else (None, None)
        rows.append((event, family, _mean(mine["gain"]), low, high, _mean(mine["whole"]), _mean(mine["none"])))
    columns = {
        "event": pl.Int32, "family": pl.String, "gain": pl.Float64, "low": pl.Float64, "high": pl.Float64,
        "whole": pl.Float64, "none": pl.Float64,
    }
    order = {family.key: place for place, family in enumerate(dict.fromkeys(kind.family for kind in TurningPoint))}
    frame = pl.DataFrame(rows, schema=columns, orient="row")
    return frame.sort("event", pl.col("family").replace_strict(order, return_dtype=pl.Int32))


def _mean(series: pl.Series) -> float:
    return float(series.cast(pl.Float64).mean() or 0.0)  # type: ignore[arg-type]
