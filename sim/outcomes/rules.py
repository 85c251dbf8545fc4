"""How each person measure is made: one number per person, summed, over another number per person, summed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.outcomes.attributes import CHANGE_WEEKS
from sim.outcomes.catalogue import LASTING_HORIZONS, LONGER_THAN, RETURNS
from sim.outcomes.hours import PAID
from sim.outcomes.persons import HORIZONS
from sim.outcomes.placements import KINDS
from sim.outcomes.presences import MOVING_PHASES, OFFER_WEEKS
from sim.record.schema import STATES
from sim.vocabulary import ORDINARY_JOB, Family, Phase, Standing

WEEKS_A_YEAR = 52
ATTENTION = ("meetings_gini", "meetings_top_fifth", "meetings_none")
_TOP_FIFTH = 0.2


@dataclass(frozen=True)
class Ratio:
    """Expressions over rows of ``persons``. The measure is sum(part) / sum(whole), and null when the second is 0."""

    part: pl.Expr
    whole: pl.Expr


@cache
def rules(weeks: int) -> Mapping[str, Ratio]:
    """Return the rule of every person measure that a run of ``weeks`` weeks is long enough for."""
    return MappingProxyType({**_job_rules(weeks), **_horizon_rules(weeks), **_path_rules(), **_case_rules(weeks)})


def attention(people: npt.NDArray[np.float64]) -> tuple[float, float, float]:
    """Return Gini coefficient, share of the most seen fifth, and share without any meeting; NaN where undefined.

    Args:
        people: one row per person on support in week 0: meetings, weeks present.
    """
    if not len(people):
        return np.nan, np.nan, np.nan
    met, weeks = people.T
    rate = np.sort(met[weeks > 0] / weeks[weeks > 0])
    place = 2 * np.arange(1, len(rate) + 1) - len(rate) - 1
    gini = float((place * rate).sum() / (len(rate) * rate.sum())) if rate.sum() > 0 else np.nan
    most = np.sort(met)[::-1][: int(np.ceil(len(met) * _TOP_FIFTH))]
    return gini, float(most.sum() / met.sum()) if met.sum() > 0 else np.nan, float((met == 0).mean())


def _mean(of: str | pl.Expr) -> Ratio:
    """Mean over those on support in week 0 for whom it is known."""
    column = pl.col(of) if isinstance(of, str) else of
    return Ratio(pl.when("cohort").then(column), pl.col("cohort") & column.is_not_null())


def _ratio(part: str, whole: str) -> Ratio:
    return Ratio(pl.col(part), pl.col(whole))


def _per_year(counted: str) -> Ratio:
    return Ratio(pl.col(counted), pl.col("present") / WEEKS_A_YEAR)


def _job_rules(weeks: int) -> dict[str, Ratio]:
    first = pl.col("first_job")
    lasting = {"lasting_job": "lasting_week", "lasting_work": "lasting_work_week"}
    return {
        **{key: _mean(pl.col(column).is_not_null()) for key, column in lasting.items() if weeks > LONGER_THAN[key]},
        "weeks_to_job": _mean(first.fill_null(weeks)), "weeks_to_job_winners": _mean(first),
        "job_kept": _ratio("jobs_kept", "job_starts"), "job_lost_early": _ratio("jobs_lost_early", "job_starts"),
        "job_lost_late": _ratio("jobs_lost_late", "job_starts"),
        **{f"return_{after}": _ratio(f"returns_{after}", f"exits_{after}") for after in RETURNS},
        **{key: _mean(pl.col(key).fill_null(0)) for key in
           ("weeks_job", "weeks_self_supporting", "weeks_support", "hours_paid")},
    }


def _horizon_rules(weeks: int) -> dict[str, Ratio]:
    kinds = {
        "job": ORDINARY_JOB, "paid": PAID, "flexjob": (Standing.FLEXJOB,), "education": (Standing.EDUCATION,),
        "pension": (Standing.PENSION,),
    }
    found: dict[str, Ratio] = {}
    pensioned = pl.col("standing_at_end") == int(Standing.PENSION)
    for week in HORIZONS:
        if week > weeks:
            continue
        gone = pl.when(pensioned).then(int(Standing.PENSION)).otherwise(int(Standing.LEFT))
        standing = pl.col(f"standing_at_{week}").fill_null(gone.cast(pl.UInt8))
        for kind, codes in kinds.items():
            found[f"{kind}_{week}"] = _mean(standing.is_in([int(code) for code in codes]))
        found[f"hours_{week}"] = _mean(pl.col(f"hours_{week}").fill_null(0.0))
        if week in LASTING_HORIZONS:
            found[f"lasting_job_{week}"] = _mean((pl.col("lasting_week") <= week).fill_null(value=False))
    return found


def _path_rules() -> dict[str, Ratio]:
    pairs = [(start, goal) for start in MOVING_PHASES for goal in Phase if goal is not start]
    weeks = {phase.key: pl.col(f"weeks_phase_{phase.key}") for phase in Phase}
    all_weeks = pl.sum_horizontal(weeks.values())
    moves = {(start.key, goal.key): pl.col(f"moves_{start.key}_{goal.key}") for start, goal in pairs}
    departures = {
        phase.key: pl.sum_horizontal(count for (start, _), count in moves.items() if start == phase.key)
        for phase in MOVING_PHASES
    }
    irregular = [f"{index}_{layer}" for layer in ("phase", "standing") for index in ("entropy", "turbulence")]
    return {
        **{f"phase_{key}": Ratio(spent, all_weeks) for key, spent in weeks.items()},
        **{f"dwell_{key}": Ratio(weeks[key], count) for key, count in departures.items()},
        **{f"rate_{start}_{goal}": Ratio(count, weeks[start] / WEEKS_A_YEAR)
           for (start, goal), count in moves.items()},
        **{key: _mean(key) for key in irregular},
        **{f"{state}_change": _mean(f"{state}_change") for state in STATES},
    }


def _case_rules(weeks: int) -> dict[str, Ratio]:
    counted = [f"turning_{family.key}" for family in Family] + [f"begun_{kind.key}" for kind in KINDS]
    ended = ("placements_hired", "placements_ran_out", "placements_broken_off")
    found = {
        **{key: _per_year(key) for key in (*counted, "caseworker_changes", "meetings", "weeks_waiting")},
        "turned_up": _ratio("turned_up", "known_up"), "turned_down": _ratio("turned_down", "known_down"),
        **{key: _ratio(key, "placements_ended") for key in ended},
    }
    if weeks >= CHANGE_WEEKS:
        found["caseworker_changed_78"] = _mean(pl.col("changed_early").fill_null(value=False))
    if weeks >= OFFER_WEEKS:
        throughout = pl.col("early_support") == OFFER_WEEKS
        found["no_offer_65"] = Ratio(throughout & ~pl.col("early_offer"), throughout)
    return found
