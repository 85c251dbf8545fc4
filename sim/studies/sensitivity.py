"""How much an answer leans on each uncertain number: Morris' screening and Sobol's shares of variance (SALib).

Both work on a sample as shares 0-1 (a row per sampled point, in the order in which SALib drew it) and one number per
point: the average over seeds that are the same at every point. Points that failed are left out with the trajectory
(Morris) or the block (Sobol) they belong to, since neither can do with a part of one.
"""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.errors import OutcomeError, Text
from sim.studies.texts import INSTALL

Numbers = npt.NDArray[np.float64]

_RESAMPLES = 200
_SEED = 1
"""SALib's intervals come from resampling; a fixed seed makes them the same every time."""

_LEAST = 2


@dataclass(frozen=True)
class Sample:
    """Sampled points: names of the settings, shares (points, settings), and what came out, (points,), NaN if failed."""

    names: tuple[str, ...]
    shares: Numbers
    found: Numbers

    @property
    def problem(self) -> dict[str, Any]:
        """As SALib wants to be told."""
        return {"num_vars": len(self.names), "names": list(self.names), "bounds": [[0.0, 1.0]] * len(self.names)}


def morris(sample: Sample, levels: int) -> pl.DataFrame:
    """Return setting, effect, interval, curvature, direction; the strongest first.

    ``effect``: mean absolute change of the outcome when the setting goes through its whole range (mu*, Campolongo et
    al. 2007), ``interval`` half its 95 % interval. ``curvature``: spread of the change (sigma): large beside ``effect``
    when it depends on where one stands or on other settings. ``direction``: mean change with its sign (mu).

    Raises:
        OutcomeError: when SALib is missing, or fewer than two trajectories are whole.
    """
    kept = _whole_blocks(sample, len(sample.names) + 1)
    from SALib.analyze import morris as salib  # type: ignore[import-untyped]  # SALib ships no types

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = salib.analyze(kept.problem, kept.shares, kept.found, num_levels=levels, num_resamples=_RESAMPLES,
                              seed=_SEED, print_to_console=False)
    frame = pl.DataFrame({
        "setting": list(sample.names), "effect": _plain(found["mu_star"]), "interval": _plain(found["mu_star_conf"]),
        "curvature": _plain(found["sigma"]), "direction": _plain(found["mu"]),
    })
    return frame.sort("effect", "setting", descending=[True, False], nulls_last=True)


def sobol(sample: Sample, *, second_order: bool) -> pl.DataFrame:
    """Return setting, alone, alone_interval, total, total_interval; the strongest first.

    ``alone``: the share of the outcome's variance that the setting explains by itself (S1); ``total``: with all it does
    together with others (ST). Intervals are half the 95 % intervals. Nulls when the outcome does not vary.

    Raises:
        OutcomeError: when SALib is missing, or fewer than two blocks are whole.
    """
    settings = len(sample.names)
    kept = _whole_blocks(sample, 2 * settings + 2 if second_order else settings + 2)
    nothing = pl.Series([None] * settings, dtype=pl.Float64)
    names = pl.Series(list(sample.names))
    if not float(np.ptp(kept.found)):
        return pl.DataFrame({"setting": names, "alone": nothing, "alone_interval": nothing, "total": nothing,
                             "total_interval": nothing})
    from SALib.analyze import sobol as salib

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = salib.analyze(kept.problem, kept.found, calc_second_order=second_order, num_resamples=_RESAMPLES,
                              seed=_SEED, print_to_console=False)
    frame = pl.DataFrame({
        "setting": names, "alone": _plain(found["S1"]), "alone_interval": _plain(found["S1_conf"]),
        "total": _plain(found["ST"]), "total_interval": _plain(found["ST_conf"]),
    })
    return frame.sort("total", "setting", descending=[True, False], nulls_last=True)


def luck_share(spreads: Numbers, seeds: npt.NDArray[np.integer], means: Numbers) -> float | None:
    """Return the part of the variance over points that is luck: mean squared error of the points' means over it.

    Args:
        spreads: standard deviation over seeds at each point, (points,).
        seeds: seeds at each point, (points,).
        means: mean over seeds at each point, (points,).

    Null with a single seed, when luck cannot be told from the settings.
    """
    known = np.isfinite(spreads) & np.isfinite(means) & (seeds >= _LEAST)
    if known.sum() < _LEAST or not float(np.ptp(means[known])):
        return None
    return min(1.0, float(np.mean(spreads[known] ** 2 / seeds[known]) / np.var(means[known], ddof=1)))


def by_grade(indices: pl.DataFrame, column: str, grades: dict[str, str]) -> pl.DataFrame:
    """Return grade, settings, share: how an answer's leaning is spread over grades of evidence; shares add up to 1.

    ``column`` holds the leaning (``effect`` or ``total``); what is below zero by chance counts as nothing. ``grades``
    gives each setting's grade. Total shares of variance overlap where settings work together; they are brought to a
    sum of 1, so that a share is one of all leaning.
    """
    told = indices.with_columns(
        grade=pl.col("setting").replace_strict(grades, return_dtype=pl.String),
        weight=pl.col(column).fill_nan(None).fill_null(0.0).clip(lower_bound=0.0),
    )
    whole = float(told["weight"].sum())
    return told.group_by("grade").agg(
        settings=pl.len(), share=pl.col("weight").sum() / whole if whole else pl.lit(None, pl.Float64),
    ).sort("grade")


def _whole_blocks(sample: Sample, size: int) -> Sample:
    _refuse_missing()
    blocks = len(sample.found) // size
    whole = np.isfinite(sample.found[: blocks * size].reshape(blocks, size)).all(axis=1)
    if whole.sum() < _LEAST:
        raise OutcomeError.about("study", Text(
            "har for få hele dele af planen til en analyse; for mange kørsler mangler",
            "has too few whole parts of its design for an analysis; too many runs are missing"),
            Text("Kør resten med vendepunkt study resume; --failed prøver det, der fejlede, igen.",
                 "Run the rest with vendepunkt study resume; --failed tries again what failed."))
    rows = np.repeat(whole, size)
    return Sample(sample.names, sample.shares[: blocks * size][rows], sample.found[: blocks * size][rows])


def _refuse_missing() -> None:
    if importlib.util.find_spec("SALib") is None:
        raise OutcomeError.about(
            "study", Text("kræver SALib, som ikke er installeret", "needs SALib, which is not installed"), INSTALL)


def _plain(values: Sequence[float] | Numbers) -> list[float]:
    return [float(value) for value in np.asarray(values)]
