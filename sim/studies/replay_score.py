"""How far the phases of a replay agree with the phases coded from the text, and whether the script had a part in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sim.cases.case import Case, Period
from sim.cases.timeline import coded, kappa, middle_weeks
from sim.draws import ENTRY_WEEK, WeekDraws, luck_of
from sim.studies.replay import COUNTER, OTHER, SHUFFLED, TOLD, WITHOUT, Futures, Replay
from sim.vocabulary import Decision, Phase

_FLIPS = 9_999
_Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Against:
    """The script as told beside a baseline: mean shares of weeks in agreement, their difference, and a p-value.

    ``p`` is one-sided, from flipping the signs of the paired differences (same seed in both): how often chance alone
    would set the told script as far ahead.
    """

    baseline: float
    difference: float
    low: float
    high: float
    p: float


@dataclass(frozen=True, slots=True)
class Score:
    """A case scored by both codings, each future by its own weeks.

    ``told`` is the mean share of weeks in agreement with the mean of both codings; ``first`` and ``second`` with each.
    ``constant`` is what the best guess of one phase for all weeks would reach. ``agreement`` and ``kappa`` compare the
    codings with each other, ranges taken at their middle. ``acted`` is the share of the script's events that found
    something to act on. ``in_work`` are shares of futures that end in work, by arm; ``text_in_work`` whether the
    text ends there.
    """

    case: str
    weeks: int
    futures: int
    told: float
    first: float
    second: float
    constant: float
    against: Mapping[str, Against]
    agreement: float
    kappa: float
    acted: float
    in_work: Mapping[str, float]
    text_in_work: bool


def score(replay: Replay) -> Score:
    """Score a replay that holds the arms ``told`` and those to be compared with it."""
    case, told = replay.case, replay.arms[TOLD]
    first, second = (_agreement(told, periods, case) for periods in (case.codings.first, case.codings.second))
    of_arm = {arm: _both(futures, case) for arm, futures in replay.arms.items()}
    weeks = middle_weeks(case.events)
    left, right = (coded(periods, weeks, case.weeks) for periods in (case.codings.first, case.codings.second))
    return Score(
        case=case.name, weeks=case.weeks, futures=len(replay.seeds),
        told=float(of_arm[TOLD].mean()), first=float(first.mean()), second=float(second.mean()),
        constant=_constant(left, right),
        against={arm: beside(of_arm[TOLD], of_arm[arm]) for arm in (WITHOUT, SHUFFLED, OTHER) if arm in of_arm},
        agreement=float((left == right).mean()), kappa=kappa(left, right),
        acted=told.found / max(told.orders, 1),
        in_work={
            arm: float(replay.arms[arm].in_work_at_end().mean())
            for arm in (TOLD, WITHOUT, COUNTER) if arm in replay.arms
        },
        text_in_work=bool(left[-1] == Phase.IN_WORK),
    )


def beside(told: _Scores, baseline: _Scores) -> Against:
    """Compare paired scores, future by future."""
    differences = told - baseline
    mean, count = float(differences.mean()), len(differences)
    reach = 1.96 * float(differences.std(ddof=1)) / count**0.5 if count > 1 else float("inf")
    return Against(float(baseline.mean()), mean, mean - reach, mean + reach, sign_flips(differences))


def sign_flips(differences: _Scores) -> float:
    """One-sided p-value of a mean difference above 0: the share of sign patterns that put it as high."""
    count = len(differences)
    luck = luck_of(int(Decision.SCRIPT), np.arange(_FLIPS * count), 0)
    signs = np.where(WeekDraws(ENTRY_WEEK).uniform(Decision.SCRIPT, luck, 2) < 0.5, 1.0, -1.0)  # noqa: PLR2004
    means = (signs.reshape(_FLIPS, count) * differences).mean(axis=1)
    return float((1 + np.count_nonzero(means >= differences.mean() - 1e-12)) / (_FLIPS + 1))


def in_work_difference(replay: Replay, arm: str = COUNTER) -> tuple[float, float, float]:
    """How many more futures end in work as told than in the other arm: the share, and its 95 % range."""
    told = replay.arms[TOLD].in_work_at_end().astype(np.float64)
    found = beside(told, replay.arms[arm].in_work_at_end().astype(np.float64))
    return found.difference, found.low, found.high


def _both(futures: Futures, case: Case) -> _Scores:
    """Share of weeks in agreement, by future, as the mean over both codings."""
    return 0.5 * (_agreement(futures, case.codings.first, case) + _agreement(futures, case.codings.second, case))


def _agreement(futures: Futures, periods: tuple[Period, ...], case: Case) -> _Scores:
    text = np.stack([coded(periods, weeks, case.weeks) for weeks in futures.weeks_of_events])
    return np.asarray((futures.phases == text).mean(axis=1))


def _constant(left: npt.NDArray[np.uint8], right: npt.NDArray[np.uint8]) -> float:
    return max(0.5 * float((left == phase).mean() + (right == phase).mean()) for phase in Phase)
