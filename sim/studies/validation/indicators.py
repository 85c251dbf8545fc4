"""Pattern 3b: answers predict jobs better than fixed traits, the caseworker's belief most of all."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.studies.calibration.observing import ANSWERS, RATINGS, Observed
from sim.studies.calibration.panel_effects import TRAITS, followed
from sim.studies.calibration.regression import poisson
from sim.studies.validation.findings import Finding, Status, above, all_of, mean

Numbers = npt.NDArray[np.float64]

_INDICATORS = (*ANSWERS, *RATINGS, "caseworker_belief")


def indicators_beat_traits(seen: Observed) -> Finding:
    """Pattern 3b, seed by seed: how well job or education within a year is ranked (area under the curve).

    ``traits``, ``indicators``: areas of two fitted models on the people they were not fitted to. ``belief_rank``: place
    of the caseworker's belief among the indicators taken one by one (1 is the best). Traits are not to be worthless.
    """
    rows = [_areas(seen.of_seed(seed)) for seed in seen.seeds]
    table = {name: np.array([row[name] for row in rows]) for name in rows[0]} if rows else {}
    if not table:
        return Finding("3b", "inconclusive", {})
    status = all_of(above(table["indicators"] - table["traits"], 0.02), above(table["traits"], 0.52))
    strongest: Status = "pass" if np.nanmedian(table["belief_rank"]) <= 2 else "fail"  # noqa: PLR2004 - first or second
    return Finding("3b", all_of(status, strongest), {name: mean(values) for name, values in table.items()})


def _areas(seen: Observed) -> dict[str, float]:
    panel = followed(seen, 12)
    unknown = {"traits": float("nan"), "indicators": float("nan"), "belief_rank": float("nan")}
    if panel.height < 200:  # noqa: PLR2004 - too few to fit on half of them
        return unknown
    outcome = panel["reached"].to_numpy()
    odd = (panel["citizen"].to_numpy() % 2).astype(bool)
    single = {name: area(panel[name].cast(pl.Float64).to_numpy(), outcome) for name in _INDICATORS}
    order = sorted(single, key=lambda name: -abs(single[name] - 0.5))
    return {"traits": _crossed(panel, TRAITS, outcome, odd), "indicators": _crossed(panel, _INDICATORS, outcome, odd),
            "belief_rank": float(order.index("caseworker_belief") + 1)}


def _crossed(panel: pl.DataFrame, names: tuple[str, ...], outcome: Numbers, odd: npt.NDArray[np.bool_]) -> float:
    """Fit on people with odd numbers, rank the others."""
    columns = np.column_stack([np.ones(panel.height), panel.select(pl.col(name).cast(pl.Float64) for name in names)])
    fit = poisson(outcome[odd], columns[odd], np.arange(int(odd.sum())))
    if fit is None:
        return float("nan")
    return area(np.einsum("ij,j->i", columns[~odd], fit.coefficients), outcome[~odd])


def area(score: Numbers, outcome: Numbers) -> float:
    """The chance that somebody with the outcome is ranked above somebody without it; ties count half."""
    order = np.argsort(score, kind="stable")
    _, first, count = np.unique(score[order], return_index=True, return_counts=True)
    ranks = np.empty(len(score))
    ranks[order] = np.repeat(first + (count - 1) / 2, count)
    hit = outcome > 0
    number = int(hit.sum())
    if number in (0, len(score)):
        return float("nan")
    return float((ranks[hit].sum() - number * (number - 1) / 2) / (number * (len(score) - number)))
