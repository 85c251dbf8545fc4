"""How long runs will take, from what has been measured; rough, and said to be."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from sim.engine.dealing import dealt, side_by_side
from sim.scenario.scenario import Scenario
from sim.scenario.size import citizens_of
from sim.studies.factors import WEEK_0
from sim.studies.study import Study

# Measured with ``make bench`` on an idle 2-core machine of 2023; others differ by a factor of two either way.
_SECONDS_PER_WEEK = 11e-3
_SECONDS_PER_CITIZEN_WEEK = 1.5e-6
_SECONDS_PER_RUN = 0.4
_SECONDS_TO_START = 3.0


def expected_seconds(scenarios: Sequence[Scenario], seeds: int, jobs: int) -> float:
    """Seconds for all scenarios with so many seeds each; scenarios with the same burn-in share it."""
    blocks = dealt(range(seeds), jobs, side_by_side(scenarios))
    rounds = -(-len(blocks) // max(jobs, 1))
    together = len(blocks[0]) if blocks else 0
    burn_ins = {scenario.burn_in_digest: scenario for scenario in scenarios}.values()
    once = sum(scenario.weeks * _week(scenario, together) + together * _SECONDS_PER_RUN for scenario in scenarios)
    once += sum(scenario.burn_in_weeks * _week(scenario, together) for scenario in burn_ins)
    return _SECONDS_TO_START + once * rounds


def expected_for_study(study: Study, jobs: int) -> float:
    """Seconds for a study; scenarios with the same burn-in share it at every point that reaches into it."""
    seeds, points = len(study.seeds), study.points
    together = min(seeds, side_by_side(study.scenarios))
    blocks = -(-seeds // together)
    burn_ins = {scenario.burn_in_digest: scenario for scenario in study.scenarios}.values()
    policies = prod(len(factor.values) for factor in study.factors if factor.values and factor.since == WEEK_0)
    once = sum(scenario.weeks * _week(scenario, together) + together * _SECONDS_PER_RUN for scenario in study.scenarios)
    before = sum(scenario.burn_in_weeks * _week(scenario, together) for scenario in burn_ins) / max(policies, 1)
    return _SECONDS_TO_START + (once + before) * blocks * points / max(jobs, 1)


def _week(scenario: Scenario, together: int) -> float:
    return _SECONDS_PER_WEEK + together * citizens_of(scenario) * _SECONDS_PER_CITIZEN_WEEK
