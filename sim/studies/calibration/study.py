"""The calibration from first wave to accepted set; every wave is kept, so that an interrupted study goes on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.errors import Text
from sim.record.files import disk_errors, write_frame
from sim.record.manifest import versions_here
from sim.scenario.rows import Row
from sim.scenario.scenario import Scenario
from sim.studies.calibration.accepting import Aim, TOO_FAR, aims, distance, implausibility, sampled, score
from sim.studies.calibration.chance import hypercube
from sim.studies.calibration.emulators import Surfaces, features, surfaces
from sim.studies.calibration.plays import played
from sim.studies.calibration.priors import WIDTH, design, place_of, row_at
from sim.studies.calibration.texts import FEW
from sim.studies.calibration.texts_targets import TARGETS

Numbers = npt.NDArray[np.float64]
Watch = Callable[[str, int, int], None]
"""Told of the wave, and how many of how many rows are played."""

_KEYS = tuple(target.key for target in TARGETS)
_CHAINS = 160
_KEEP = Text("gemme en bølge", "keep a wave")
_READ = Text("læse en bølge", "read a wave")


@dataclass(frozen=True, slots=True)
class Plan:
    """How large a calibration is.

    ``first``: rows of the first wave, from the prior. ``waves``: rows of each later wave, half from what is not ruled
    out, half from what fits best so far. ``last``: rows played for the final decision. ``seeds`` and ``last_seeds``:
    runs behind each. ``accepted``: rows kept, the nearest of the last. ``candidates``: places looked at on the
    surfaces. ``truths``: played rows that are taken for the truth and recovered. ``burn_in``: weeks before the record
    (None: the scenario's own); two years and the five of the record are more than the six that T3 asks for. Odense
    has half.
    """

    first: int
    waves: tuple[int, ...]
    last: int
    seeds: int
    last_seeds: int
    accepted: int
    candidates: int = 40_000
    truths: int = 10
    burn_in: int | None = 104


FULL = Plan(first=144, waves=(96, 80, 80), last=120, seeds=1, last_seeds=3, accepted=50)
QUICK = Plan(first=40, waves=(16,), last=16, seeds=1, last_seeds=2, accepted=8, candidates=8000, truths=4, burn_in=None)
"""A reduced calibration: the whole path in minutes, and a set that is marked provisional."""


@dataclass(frozen=True)
class Wave:
    """Rows that were played: places in the prior, what was measured, and seeds behind each."""

    name: str
    places: Numbers
    rows: tuple[Row, ...]
    found: tuple[dict[str, float | None], ...]
    seeds: int


@dataclass(frozen=True)
class Calibrated:
    """What a calibration leaves: all waves, the surfaces fitted to them, a sample of what fits, the accepted rows.

    ``sample``: places from the emulated posterior. ``left``: share of the prior that was not ruled out, wave by wave.
    ``accepted``: rows in the order they were drawn, with what was measured of them and their distance.
    """

    plan: Plan
    waves: tuple[Wave, ...]
    surfaces: Surfaces
    sample: Numbers
    left: tuple[float, ...]
    accepted: tuple[tuple[Row, dict[str, float | None], float], ...]
    tolerance: float


def calibrated(
    scenario: Scenario, plan: Plan, folder: Path, jobs: int, watch: Watch, away: Scenario | None = None,
) -> Calibrated:
    """Run the whole study, keeping its waves in ``folder``; what is there already is not played again.

    ``away``: the scenario of T14, played on the same rows.

    Raises:
        RecordError: when the folder cannot be written.
    """
    wanted = aims()
    if plan.burn_in is not None:
        scenario = scenario.with_time(burn_in_weeks=plan.burn_in)
        away = None if away is None else away.with_time(burn_in_weeks=plan.burn_in // 2)
    desk = _Desk(scenario, folder, jobs, watch, away)
    waves = [desk.wave("wave-1", design(11, plan.first), plan.seeds, 1)]
    left = []
    for number, count in enumerate(plan.waves, start=2):
        made = _surfaces(waves)
        open_places, share = not_ruled_out(made, wanted, plan.candidates, number)
        left.append(share)
        best = _best(made, wanted, open_places, count - count // 2, number)
        places = np.concatenate([open_places[: count // 2], best])
        waves.append(desk.wave(f"wave-{number}", places, plan.seeds, 1 + plan.seeds * (number - 1)))
    made = _surfaces(waves)
    open_places, share = not_ruled_out(made, wanted, plan.candidates, 90)
    left.append(share)
    sample = _best(made, wanted, open_places, max(plan.last, 400), 91)
    waves.append(desk.wave("last", sample[: plan.last], plan.last_seeds, 101))
    rows, tolerance = _accepted(waves[-1], wanted, plan.accepted)
    made = _surfaces(waves)
    return Calibrated(plan, tuple(waves), made, sample, tuple(left), rows, tolerance)


def not_ruled_out(made: Surfaces, wanted: Sequence[Aim], count: int, stream: int) -> tuple[Numbers, float]:
    """Places spread over what is not ruled out, and the share of the prior that is left.

    Where little is left, the least implausible hundredth is used: targets that cannot all be met still rank places.
    """
    candidates = hypercube(200 + 10 * stream, count, WIDTH)
    far = implausibility(made, features(candidates), wanted)
    share = float((far <= TOO_FAR).mean())
    limit = max(TOO_FAR, float(np.quantile(far, FEW)))
    return candidates[far <= limit], share


def _best(made: Surfaces, wanted: Sequence[Aim], open_places: Numbers, count: int, stream: int) -> Numbers:
    fits = score(made, features(open_places), wanted)
    start = open_places[np.argsort(-fits, kind="stable")[:_CHAINS]]
    return sampled(made, wanted, start, count, stream)


def _surfaces(waves: Sequence[Wave]) -> Surfaces:
    places = np.concatenate([wave.places for wave in waves])
    seeds = np.concatenate([np.full(len(wave.places), float(wave.seeds)) for wave in waves])
    return surfaces(places, [one for wave in waves for one in wave.found], seeds, _KEYS)


def _accepted(
    last: Wave, wanted: Sequence[Aim], count: int,
) -> tuple[tuple[tuple[Row, dict[str, float | None], float], ...], float]:
    """The rows whose own distance is within the tolerance that lets ``count`` of them in, in the order drawn."""
    distances = np.array([distance(one, wanted) for one in last.found])
    tolerance = float(np.sort(distances)[min(count, len(distances)) - 1])
    kept = [place for place in range(len(distances)) if distances[place] <= tolerance]
    return tuple(
        (replace(last.rows[place], number=number), last.found[place], float(distances[place]))
        for number, place in enumerate(kept, start=1)
    ), tolerance


@dataclass(frozen=True)
class _Desk:
    scenario: Scenario
    folder: Path
    jobs: int
    watch: Watch
    away: Scenario | None

    def wave(self, name: str, places: Numbers, seeds: int, first_seed: int) -> Wave:
        """Play what is missing of a wave, keep it block by block, and return it whole."""
        rows = tuple(row_at(number, place) for number, place in enumerate(places))
        numbers = tuple(range(first_seed, first_seed + seeds))
        file = self.folder / f"{name}-{self._digest(rows, numbers)}.parquet"
        with disk_errors(file, _KEEP):
            self.folder.mkdir(parents=True, exist_ok=True)
        done = _read(file)
        missing = [row for row in rows if row.number not in done]
        self.watch(name, len(done), len(rows))
        for count, one in enumerate(played(self.scenario, missing, numbers, self.jobs, self.away), start=1):
            done[one.row.number] = one.together
            self.watch(name, len(rows) - len(missing) + count, len(rows))
            if count % 8 == 0 or count == len(missing):
                _write(done, file)
        # A switch is a jump: the place that is fitted stands in the middle of its member.
        exact = np.array([place_of(row) for row in rows])
        return Wave(name, exact, rows, tuple(done[row.number] for row in rows), seeds)

    def _digest(self, rows: Sequence[Row], seeds: Sequence[int]) -> str:
        away = "" if self.away is None else self.away.digest
        said = [self.scenario.digest, away, versions_here()["source"], repr(tuple(seeds)),
                *(repr(sorted(row.values.items())) for row in rows)]
        return hashlib.sha256("\n".join(said).encode()).hexdigest()[:12]


def _read(file: Path) -> dict[int, dict[str, float | None]]:
    if not file.is_file():
        return {}
    with disk_errors(file, _READ):
        frame = pl.read_parquet(file)
    return {int(one.pop("row")): one for one in frame.to_dicts()}


def _write(done: dict[int, dict[str, float | None]], file: Path) -> None:
    columns = {key: [done[number].get(key) for number in sorted(done)] for key in _KEYS}
    frame = pl.DataFrame({"row": sorted(done), **columns}, schema={"row": pl.Int64, **dict.fromkeys(_KEYS, pl.Float64)})
    with disk_errors(file, _KEEP):
        write_frame(frame, file)
