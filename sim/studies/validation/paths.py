"""Patterns 1 and 2: no single path, phases with a memory, the turn before the workplace."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.outcomes.durations import job_starts
from sim.outcomes.stays import PERSON, stays
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.studies.calibration.observing import QUARTER
from sim.studies.validation.findings import Finding, Status, above, all_of, below, mean
from sim.vocabulary import ON_SUPPORT, EventKind, Phase, TurningPoint

Numbers = npt.NDArray[np.float64]

_FOUR = [int(phase) for phase in (Phase.PROGRESSION, Phase.STAGNATION, Phase.SETBACK, Phase.DERAILMENT)]
_SUPPORTED = [int(word) for word in ON_SUPPORT]
_PATH = 4
_YEAR = 52
_FEW = 30
"""Stays of a phase under which they say nothing."""
_CONTACTS = [int(kind) for kind in (EventKind.PLACEMENT_PROPOSED, EventKind.PLACEMENT_STARTED)]
_SEEN_BEFORE = 104
"""Jobs count from this week on, so that two years before them are in the record."""


def no_single_path(tables: RunTables) -> Finding:
    """Pattern 1: paths differ, and phases are no first-order Markov chain of equal rates.

    ``commonest``: the largest share of one order of phases among those who got a job. ``dwell_...``: how often a phase
    is left between week 13 and 26 over how often between 26 and 52, 1 in a chain; phases with at least half of all
    stays must differ from it. ``returns``: how often the phase after next is the first one again (stagnation apart),
    over what a chain of the same rates would give. ``progress_without_job``: of those ever in progression, who won no
    job. ``job_without_progress``: of those who got one, who were not in progression the year before.
    """
    rows = [_paths_of(tables.of_seed(seed)) for seed in tables.seeds]
    table = {name: np.array([row[name] for row in rows]) for name in rows[0]}
    status = all_of(
        _dwells(tables, table), above(np.abs(table["returns"] - 1), 0.05), below(table["commonest"], 0.35),
        above(table["progress_without_job"], 0.3), above(table["job_without_progress"], 0.03))
    return Finding("1", status, {name: mean(values) for name, values in table.items()})


def _dwells(tables: RunTables, table: dict[str, Numbers]) -> Status:
    """Whether the phases in which most stays are spent are left sooner or later than a chain would leave them."""
    counts = stays(tables, Layer.PHASE)["code"].value_counts()
    weight = dict(zip(counts["code"].to_list(), counts["count"].to_list(), strict=True))
    judged: dict[Status, float] = {"pass": 0.0, "fail": 0.0, "inconclusive": 0.0}
    for phase in _FOUR:
        away = table[f"dwell_{Phase(phase).key}"] - 1
        judged[above(away * np.sign(mean(away)), 0.05)] += float(weight.get(phase, 0))
    half = sum(judged.values()) / 2
    return "pass" if judged["pass"] >= half else "fail" if judged["fail"] > half else "inconclusive"


def _paths_of(tables: RunTables) -> dict[str, float]:
    phases = stays(tables, Layer.PHASE).filter(pl.col("code").is_in(_FOUR))
    orders = phases.sort(*PERSON, "start").group_by(PERSON, maintain_order=True).agg(pl.col("code").head(_PATH))
    workers = job_starts(tables).filter(pl.col("before").is_in(_SUPPORTED)).group_by(PERSON).agg(pl.col("start").min())
    kinds = _joined(orders, workers)
    begun = phases.filter(~pl.col("open_left")).with_columns(
        length=(pl.col("end") - pl.col("start")).cast(pl.Float64))
    dwells = {f"dwell_{Phase(phase).key}": _early_over_late(begun.filter(pl.col("code") == phase)) for phase in _FOUR}
    return {"commonest": _largest(kinds), **dwells, "returns": _returns(phases), **_progress(phases, workers)}


def _joined(orders: pl.DataFrame, workers: pl.DataFrame) -> pl.Series:
    told = orders.join(workers, on=PERSON, how="semi").with_columns(
        path=pl.col("code").cast(pl.List(pl.String)).list.join("-"))
    return told["path"]


def _largest(kinds: pl.Series) -> float:
    if not len(kinds):
        return float("nan")
    counts = kinds.value_counts()["count"].to_numpy()
    return float(counts.max()) / len(kinds)


def _early_over_late(part: pl.DataFrame) -> float:
    """How often stays end in their second quarter over their second half year; what runs on is counted while seen."""
    length, ended = part["length"].to_numpy(), ~part["open_right"].to_numpy()
    rates = []
    for first, last in ((QUARTER, 2 * QUARTER), (2 * QUARTER, 4 * QUARTER)):
        weeks = float((np.minimum(length, last) - first)[length > first].sum())
        rates.append(float(((length > first) & (length <= last) & ended).sum()) / max(weeks, 1.0))
    return rates[0] / rates[1] if min(rates) > 0 and part.height > _FEW else float("nan")


def _returns(phases: pl.DataFrame) -> float:
    follows = phases.with_columns(
        after=pl.col("code").shift(-1).over(PERSON), then=pl.col("code").shift(-2).over(PERSON),
    ).drop_nulls(["after", "then"])
    if follows.is_empty():
        return float("nan")
    one = np.zeros((max(_FOUR) + 1, max(_FOUR) + 1))
    pairs = phases.with_columns(after=pl.col("code").shift(-1).over(PERSON)).drop_nulls("after")
    np.add.at(one, (pairs["code"].to_numpy(), pairs["after"].to_numpy()), 1.0)
    rates = one / np.maximum(one.sum(axis=1, keepdims=True), 1)
    away = follows.filter(pl.col("code") != int(Phase.STAGNATION))
    first, second = away["code"].to_numpy(), away["after"].to_numpy()
    expected = float(rates[second, first].mean()) if away.height else 0.0
    seen = float((away["then"].to_numpy() == first).mean()) if away.height else 0.0
    return seen / expected if expected > 0 else float("nan")


def _progress(phases: pl.DataFrame, workers: pl.DataFrame) -> dict[str, float]:
    up = phases.filter(pl.col("code") == int(Phase.PROGRESSION))
    ever = up.select(PERSON).unique()
    won = ever.join(workers, on=PERSON, how="semi").height
    late = workers.filter(pl.col("start") >= _YEAR)
    near = late.join(up.select(*PERSON, from_="start", to="end"), on=PERSON).filter(
        (pl.col("to") > pl.col("start") - _YEAR) & (pl.col("from_") <= pl.col("start")))
    ahead = near.select(PERSON).unique().height
    return {"progress_without_job": 1 - won / max(ever.height, 1),
            "job_without_progress": 1 - ahead / max(late.height, 1)}


def turn_before_workplace(tables: RunTables) -> Finding:
    """Pattern 2: among those who get a job, the first upward turn precedes the first contact with the hiring firm.

    An upward turn is an event that turned the phase for good (held 13 weeks). Looked at are jobs from week 104 on, so
    that two years before can be seen. ``before``: share of turns that came first, of those with a turn; ``lower`` and
    ``upper``: quartiles of the weeks from turn to contact.
    """
    rows = [_lags(tables.of_seed(seed)) for seed in tables.seeds]
    before = np.array([row[0] for row in rows])
    lags = np.concatenate([row[1] for row in rows])
    if not len(lags):
        return Finding("2", "inconclusive", {})
    lower, upper = (float(number) for number in np.quantile(lags, (0.25, 0.75)))
    spread: Status = "pass" if lower < 13 and upper > 52 else "fail"  # noqa: PLR2004 - the bounds of the pattern
    return Finding("2", all_of(above(before, 0.5), spread if len(lags) > 100 else "inconclusive"),  # noqa: PLR2004
                   {"before": mean(before), "lower": lower, "upper": upper, "people": float(len(lags))})


def _lags(tables: RunTables) -> tuple[float, Numbers]:
    events = tables.events.with_columns(pl.col("week").cast(pl.Int32))
    won = events.filter((pl.col("kind") == int(EventKind.JOB_WON)) & (pl.col("agent") >= 0)
                        & (pl.col("week") >= _SEEN_BEFORE)).group_by(PERSON).agg(
        won=pl.col("week").min(), firm=pl.col("agent").first())
    starts = job_starts(tables).filter(pl.col("before").is_in(_SUPPORTED)).select(*PERSON, won="start")
    won = won.join(starts, on=[*PERSON, "won"], how="semi")
    contact = events.filter(pl.col("kind").is_in(_CONTACTS)).select(*PERSON, "week", firm="agent").join(
        won, on=[*PERSON, "firm"]).filter(pl.col("week") <= pl.col("won")).group_by(PERSON).agg(
        contact=pl.col("week").min())
    turned = events.filter((pl.col("kind") == int(EventKind.TURNING_POINT)) & pl.col("turned")
                           & (pl.col("current") < int(TurningPoint.CASEWORKER_LOST))).group_by(PERSON).agg(
        turn=pl.col("week").min())
    joined = won.join(contact, on=PERSON, how="left").join(turned, on=PERSON).with_columns(
        contact=pl.col("contact").fill_null(pl.col("won"))).filter(pl.col("turn") <= pl.col("won"))
    if joined.is_empty():
        return float("nan"), np.zeros(0)
    lag = (joined["contact"] - joined["turn"]).to_numpy().astype(np.float64)
    return float((lag > 0).mean()), lag[lag > 0]
