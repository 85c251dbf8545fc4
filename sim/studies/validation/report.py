"""Everything the validation report needs, measured: targets over seeds, twins, Odense, patterns, ablations, faces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sim.engine.state import State
from sim.scenario.scenario import Scenario
from sim.studies.calibration import odense
from sim.studies.calibration.observing import Observed, observed_from, pooled
from sim.studies.calibration.panel_effects import HORIZONS, belief_gap
from sim.studies.calibration.targets import monte_carlo, values
from sim.studies.calibration.twins import Effect, belief_twins, change_twins
from sim.studies.validation import faces, indicators, lives, mirror, paths
from sim.studies.validation.findings import Finding

Watch = Callable[[str, int, int], None]

_SIDE_BY_SIDE = 10


@dataclass(frozen=True, slots=True)
class Size:
    """How much is run: seeds for targets and patterns, for twins, for lives with one thing changed, and for Odense."""

    targets: int
    twins: int
    lives: int
    odense: int


FULL = Size(targets=48, twins=30, lives=16, odense=48)
QUICK = Size(targets=2, twins=2, lives=2, odense=2)


@dataclass(frozen=True)
class Measurements:
    """What was measured. ``twins``: T8 and T9 by months. ``apart``: the difference in belief that T9 rests on."""

    targets: dict[str, float | None]
    errors: dict[str, float | None]
    twins: dict[str, dict[int, Effect]]
    apart: float
    findings: tuple[Finding, ...]
    odense: tuple[odense.Odense, ...]


def measurements(scenario: Scenario, away: Scenario, size: Size, watch: Watch) -> Measurements:
    """Measure everything, best row first; some minutes at full size."""
    seen, states = _observed(scenario, size.targets, watch)
    by_seed = {seed: values(seen.of_seed(seed)) for seed in seen.seeds}
    apart = belief_gap(seen)
    twins = _twins(scenario, states, size.twins, apart, watch)
    findings = [paths.no_single_path(seen.tables), paths.turn_before_workplace(seen.tables),
                mirror.traits_do_not_part(seen.tables), indicators.indicators_beat_traits(seen),
                mirror.mirror(seen.tables)]
    place = lives.towns(scenario, tuple(range(201, 201 + size.lives)))
    checks = (lives.lost_caseworkers, lives.pointless_placements, lives.demands_on_the_derailed,
              lives.identical_caseworkers, lives.known_policies)
    for number, check in enumerate(checks, start=1):
        found = check(place)
        findings += found if isinstance(found, tuple) else (found,)
        watch("lives", number, len(checks))
    findings += faces.faces(scenario, (301, 302))
    runs = odense.played([away] * size.odense, range(1, size.odense + 1))
    watch("Odense", 1, 1)
    return Measurements(values(seen), monte_carlo(by_seed), twins, apart, tuple(findings), runs)


def _observed(scenario: Scenario, seeds: int, watch: Watch) -> tuple[Observed, list[State]]:
    parts: list[Observed] = []
    states = []
    for first in range(1, seeds + 1, _SIDE_BY_SIDE):
        some = tuple(range(first, min(first + _SIDE_BY_SIDE, seeds + 1)))
        place = lives.towns(scenario, some)
        parts += observed_from([scenario] * len(some), place.state)
        states.append(place.state)
        watch("targets", len(parts), seeds)
    return pooled(parts), states


def _twins(
    scenario: Scenario, states: list[State], seeds: int, apart: float, watch: Watch,
) -> dict[str, dict[int, Effect]]:
    """T8 and T9 from the same burnt-in towns, pooled over them."""
    short = scenario.with_time(weeks=max(HORIZONS.values()) + 14)
    changes, beliefs, done = [], [], 0
    for state in states:
        if done >= seeds:
            break
        scenarios = (short,) * len(state.seeds)
        changes.append(change_twins(scenarios, state))
        beliefs.append(belief_twins(scenarios, state, apart))
        done += len(state.seeds)
        watch("twins", done, seeds)
    return {"T8": {months: _pooled([one[months] for one in changes]) for months in HORIZONS},
            "T9": {months: _pooled([one[months] for one in beliefs]) for months in HORIZONS}}


def _pooled(parts: list[Effect]) -> Effect:
    people = sum(part.people for part in parts)
    if not people:
        return parts[0]
    with_it = sum(part.with_it * part.people for part in parts if part.people) / people
    without = sum(part.without * part.people for part in parts if part.people) / people
    spread = sum((part.error * part.without * part.people) ** 2 for part in parts if part.people) ** 0.5 / people
    return Effect(with_it, without, people, spread / max(without, 1e-9))
