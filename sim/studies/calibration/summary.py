"""What a calibration says about itself: fit, what was learned, what fights what, what can be recovered. Plain JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.record.manifest import versions_here
from sim.studies.calibration.accepting import Aim, aims, sampled, score
from sim.studies.calibration.chance import hypercube
from sim.studies.calibration.emulators import Surfaces, features, scaled, unscaled
from sim.studies.calibration.priors import SWITCHES, WIDTH, place_of, priors
from sim.studies.calibration.study import Calibrated, Wave
from sim.studies.calibration.texts_targets import TARGETS

Numbers = npt.NDArray[np.float64]

_PRIOR_SPREAD = float(np.sqrt(1 / 12))
_POOL = 5_000
_CHAINS = 120


def summary(done: Calibrated, provisional: bool) -> dict[str, Any]:  # noqa: FBT001 - one of two kinds of set
    """Everything a reader of the accepted set should know, ready to be written as JSON."""
    places = np.array([place_of(row) for row, _, _ in done.accepted])
    return {
        "provisional": provisional,
        "source": versions_here()["source"],
        "plan": {"first": done.plan.first, "waves": list(done.plan.waves), "last": done.plan.last,
                 "seeds": done.plan.seeds, "last_seeds": done.plan.last_seeds, "accepted": len(done.accepted)},
        "not_ruled_out": [round(share, 5) for share in done.left],
        "tolerance": round(done.tolerance, 3),
        "targets": _targets(done),
        "settings": _settings(done, places),
        "switches": {key: _shares(key, done) for key in SWITCHES},
        "pulls": pulls(done.surfaces, done.sample),
        "influence": influence(done.surfaces, done.sample),
        "correlations": _correlations(done.sample),
    }


def _targets(done: Calibrated) -> dict[str, Any]:
    found = {}
    for target in TARGETS:
        place = done.surfaces.place(target.key)
        found[target.key] = {
            "prior": _quantiles([one.get(target.key) for one in done.waves[0].found]),
            "accepted": _quantiles([one.get(target.key) for _, one, _ in done.accepted]),
            "explained": None if place is None else round(float(done.surfaces.explained[place]), 3),
        }
    return found


def _quantiles(values: Sequence[float | None]) -> list[float] | None:
    known = [value for value in values if value is not None]
    return [round(float(number), 5) for number in np.quantile(known, (0.05, 0.5, 0.95))] if known else None


def _settings(done: Calibrated, places: Numbers) -> dict[str, Any]:
    recovered = recovery(done.surfaces, done.waves[-1], done.plan.truths)
    found = {}
    for column, prior in enumerate(priors()):
        ends = np.quantile(places[:, column], (0.05, 0.5, 0.95))
        found[prior.key] = {
            "prior": [prior.low, prior.high], "logarithmic": prior.logarithmic,
            "accepted": [float(f"{prior.value(float(share)):.5g}") for share in ends],
            "learned": round(1 - float(np.var(done.sample[:, column])) / _PRIOR_SPREAD**2, 3),
            "recovered": recovered[column],
        }
    return found


def _shares(key: str, done: Calibrated) -> dict[str, float]:
    said = [str(row.values[key]) for row, _, _ in done.accepted]
    return {member.key: round(said.count(member.key) / max(len(said), 1), 3) for member in SWITCHES[key]}


def recovery(made: Surfaces, wave: Wave, truths_tried: int) -> list[dict[str, float]]:
    """Simulate from known values, recover them: for each setting, what the targets can tell.

    Played rows spread over the last wave are taken for the truth in turn, with what was measured of them for data. The
    ``error`` is the root mean square distance of the recovered mean from the truth over that of guessing the middle of
    the prior (1: nothing learned), ``covered`` the share of truths inside the recovered 90 % interval.
    """
    chosen = np.linspace(0, len(wave.rows) - 1, min(truths_tried, len(wave.rows))).astype(int)
    pool = hypercube(300, min(_POOL, 500 * truths_tried), WIDTH)
    columns = features(pool)
    misses, inside, truths = [], [], []
    for number, one in enumerate(chosen):
        wanted = _aims_at(wave.found[one])
        start = pool[np.argsort(-score(made, columns, wanted), kind="stable")[:_CHAINS]]
        sample = sampled(made, wanted, start, 4 * _CHAINS, 400 + number)
        low, high = np.quantile(sample, (0.05, 0.95), axis=0)
        truth = wave.places[one]
        misses.append(sample.mean(axis=0) - truth)
        inside.append((truth >= low) & (truth <= high))
        truths.append(truth)
    error = np.sqrt(np.mean(np.square(misses), axis=0))
    guess = np.sqrt(np.mean(np.square(np.array(truths) - 0.5), axis=0))
    covered = np.mean(inside, axis=0)
    return [{"error": round(float(error[place] / max(guess[place], 1e-9)), 3),
             "covered": round(float(covered[place]), 3)} for place in range(len(priors()))]


def _aims_at(found: Mapping[str, float | None]) -> tuple[Aim, ...]:
    """The usual tolerances around what one row gave."""
    known = ((aim, found.get(aim.key)) for aim in aims())
    return tuple(replace(aim, middle=float(scaled(aim.key, np.array([value]))[0]))
                 for aim, value in known if value is not None)


def pulls(made: Surfaces, sample: Numbers) -> list[dict[str, Any]]:
    """Which targets fight each other, strongest first.

    Of the places that fit, the tenth that comes nearest to one target is looked at: ``worse`` is how much further
    another target then lies from the middle of its band, in tolerances, than over all places that fit.
    """
    wanted = [aim for aim in aims() if made.place(aim.key) is not None]
    predicted = made.predict(features(sample))
    away = np.column_stack([np.abs(predicted[:, made.keys.index(aim.key)] - aim.middle) / aim.tolerance
                            for aim in wanted])
    found = []
    for one, aim in enumerate(wanted):
        nearest = np.argsort(away[:, one], kind="stable")[: max(len(sample) // 10, 1)]
        worse = away[nearest].mean(axis=0) - away.mean(axis=0)
        found += [{"nearer": aim.key, "further": wanted[other].key, "worse": round(float(worse[other]), 3)}
                  for other in range(len(wanted)) if other != one and worse[other] > 0.1]  # noqa: PLR2004
    return sorted(found, key=lambda pair: -float(str(pair["worse"])))[:12]


def influence(made: Surfaces, sample: Numbers) -> dict[str, dict[str, float]]:
    """What a setting moves: the change of each target, on its own scale, from the low to the high end of what fits."""
    found: dict[str, dict[str, float]] = {}
    middle = np.median(sample, axis=0)
    for column, prior in enumerate(priors()):
        ends = np.stack([middle, middle])
        ends[:, column] = (0.05, 0.95)
        predicted = made.predict(features(ends))
        found[prior.key] = {
            key: round(float(np.diff(unscaled(key, predicted[:, place]))[0]), 4) for place, key in enumerate(made.keys)
        }
    return found


def _correlations(sample: Numbers) -> list[list[float]]:
    """Correlations of the settings over what fits, in the order of the catalogue."""
    table = np.atleast_2d(np.corrcoef(sample[:, : len(priors())].T))
    return [[round(float(number), 3) for number in line] for line in table]
