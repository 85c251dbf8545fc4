"""When enough runs are enough: precision decides, never whether a difference has come out clear.

Stopping as soon as an interval leaves zero would find differences where there are none; stopping when the interval is
narrow does not look at where it lies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.errors import OutcomeError, Text
from sim.outcomes.catalogue import BY_KEY, HEADLINES
from sim.outcomes.comparison import FEWEST_RUNS, half_width, variance_reduction
from sim.outcomes.groups import ALL

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether to stop, by which rule (``floor``, ``precision``, ``cap``, or ``""`` when going on), and why."""

    enough: bool
    rule: str
    seeds: int
    reason: Text


@dataclass(frozen=True, slots=True)
class _Worst:
    """The measure that is known least precisely, relative to what is asked."""

    measure: str
    scenario: str
    relative: float


@dataclass(frozen=True)
class StoppingRule:
    """At least ``floor`` seeds, at most ``cap``, asked again after every ``batch``.

    In between it is enough when, for every headline measure of the whole town, the half width of the 95 % interval is
    at most ``relative_precision`` of the baseline's mean: the interval of the paired difference for each scenario
    against the first, or of the mean itself when there is only one scenario. Pairs share their luck, so their
    difference varies less than that of independent runs would, and the rule is content with fewer seeds by just the
    factor of variance that this saves; the reason given at the end tells it. For measures of change on the scale 0-1,
    whose mean may be near zero, ``score_precision`` is asked instead.
    """

    floor: int = FEWEST_RUNS
    cap: int = 32
    batch: int = 4
    relative_precision: float = 0.05
    score_precision: float = 0.005

    def __post_init__(self) -> None:
        """Refuse numbers that can never be met.

        Raises:
            OutcomeError: when the floor is below 2 or above the cap, the batch below 1, or a precision not positive.
        """
        lawful = 2 <= self.floor <= self.cap and self.batch >= 1  # noqa: PLR2004 - a spread needs two
        if not lawful or min(self.relative_precision, self.score_precision) <= 0:
            raise OutcomeError.about("stopping", Text(
                "kræver 2 ≤ mindste antal ≤ største antal, en pulje på mindst 1 og en præcision over 0",
                "needs 2 ≤ floor ≤ cap, a batch of at least 1, and a precision above 0"))

    def decide(self, frames: Mapping[str, pl.DataFrame]) -> Verdict:
        """Judge by measured frames (tidy, as ``measure`` gives), by scenario; the first is the baseline.

        Raises:
            OutcomeError: when there is no scenario at all, or the seeds differ between scenarios.
        """
        if not frames:
            raise OutcomeError.about("stopping", Text("der er intet at bedømme", "there is nothing to judge"))
        values = {name: _headlines(frame) for name, frame in frames.items()}
        seeds = {tuple(sorted(frame["seed"].unique())) for frame in frames.values()}
        if len(seeds) > 1:
            raise OutcomeError.about("seeds", Text("er ikke de samme i alle scenarier",
                                                   "are not the same in all scenarios"))
        count = len(next(iter(seeds)))
        if count < self.floor:
            return Verdict(enough=False, rule="", seeds=count, reason=Text(
                f"{count} frø er færre end mindstetallet {self.floor}.",
                f"{count} seeds are fewer than the {self.floor} needed at least."))
        worst = max(self._asked(values), key=lambda one: one.relative, default=None)
        if worst is None:
            return Verdict(enough=True, rule="floor", seeds=count, reason=Text(
                f"Stoppet ved {count} frø (mindste antal): ingen hovedmål kan beregnes.",
                f"Stopped at {count} seeds (the floor): no headline measure can be computed."))
        verdict = self._judged(worst, count)
        saved = _saved(values)
        if not verdict.enough or saved is None:
            return verdict
        more = Text(
            f"Fælles tilfældigheder: uafhængige frø havde krævet {saved:.1f} gange så mange.".replace(".", ",", 1),
            f"Common luck: independent seeds would have taken {saved:.1f} times as many.")
        return replace(verdict, reason=Text(f"{verdict.reason.da} {more.da}", f"{verdict.reason.en} {more.en}"))

    def _judged(self, worst: _Worst, count: int) -> Verdict:
        measure = BY_KEY[worst.measure]
        times = f"{worst.relative:.1f}"
        if worst.relative <= 1:
            rule = "floor" if count <= self.floor else "precision"
            return Verdict(enough=True, rule=rule, seeds=count, reason=Text(
                f"Stoppet ved {count} frø: alle hovedmål er kendt så præcist, som der var bedt om.",
                f"Stopped at {count} seeds: every headline measure is known as precisely as was asked."))
        if count >= self.cap:
            return Verdict(enough=True, rule="cap", seeds=count, reason=Text(
                f"Stoppet ved loftet på {self.cap} frø, før alt var præcist nok: usikkerheden på "
                f"»{measure.da}« i {worst.scenario} er {times.replace('.', ',')} gange den, der var bedt om.",
                f"Stopped at the cap of {self.cap} seeds before all was precise enough: the uncertainty of "
                f"“{measure.en}” in {worst.scenario} is {times} times what was asked."))
        return Verdict(enough=False, rule="", seeds=count, reason=Text(
            f"Fortsætter efter {count} frø: »{measure.da}« i {worst.scenario} er ikke præcist nok endnu.",
            f"Going on after {count} seeds: “{measure.en}” in {worst.scenario} is not precise enough yet."))

    def _asked(self, values: Mapping[str, Mapping[str, Numbers]]) -> Iterator[_Worst]:
        """Uncertainty of each headline in each scenario, as a multiple of what is asked."""
        first, *others = values
        for key in HEADLINES:
            base = values[first][key]
            pairs = {name: values[name][key] - base for name in others} or {first: base}
            asked = self._precision(key, base)
            for name, numbers in pairs.items():
                known = numbers[np.isfinite(numbers)]
                if len(known) >= 2 and asked is not None:  # noqa: PLR2004
                    yield _Worst(key, name, half_width(known) / asked)

    def _precision(self, key: str, base: Numbers) -> float | None:
        known = base[np.isfinite(base)]
        if not len(known):
            return None
        if BY_KEY[key].unit == "score":
            return self.score_precision
        size = abs(float(known.mean()))
        return self.relative_precision * size if size > 0 else None


def _saved(values: Mapping[str, Mapping[str, Numbers]]) -> float | None:
    """What common luck was worth: the median over headlines and scenarios held against the first."""
    first, *others = values.values()
    found = [variance_reduction(*_known(first[key], other[key])) for other in others for key in HEADLINES]
    known = [one for one in found if one is not None]
    return float(np.median(known)) if known else None


def _known(base: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
    both = np.isfinite(base) & np.isfinite(other)
    return base[both], other[both]


def _headlines(frame: pl.DataFrame) -> dict[str, Numbers]:
    """Each headline's values for the whole town, in the order of the seeds."""
    town = frame.filter(pl.col("group") == ALL).sort("seed")
    return {
        key: town.filter(pl.col("measure") == key)["value"].cast(pl.Float64).fill_null(float("nan")).to_numpy()
        for key in HEADLINES
    }
