"""How long runs will take, from what has been measured; rough, and said to be."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from sim.engine.dealing import FIXED_CITIZENS, dealt, scenarios_apart, side_by_side
from sim.scenario.scenario import Scenario
from sim.scenario.size import citizens_of
from sim.studies.factors import WEEK_0
from sim.studies.study import Study

# Measured with ``make bench`` on an idle 2-core machine of 2023; others differ by a factor of two either way.
_SECONDS_PER_CITIZEN_WEEK = 1.25e-6
_SECONDS_PER_RUN = 0.4
_SECONDS_TO_START = 3.0


def expected_seconds(scenarios: Sequence[Scenario], seeds: int, jobs: int) -> float:
    """Seconds for all scenarios with so many seeds each; scenarios with the same burn-in share it."""
    most = side_by_side(scenarios)
    groups: dict[str, list[Scenario]] = {}
    for scenario in scenarios:
        groups.setdefault(scenario.burn_in_digest, []).append(scenario)
    return _SECONDS_TO_START + sum(_for_group(group, seeds, jobs, most) for group in groups.values())


def _for_group(group: Sequence[Scenario], seeds: int, jobs: int, most: int) -> float:
    """Seconds for scenarios that share a burn-in, as they will be shared out."""
    blocks = dealt(range(seeds), jobs, most)
    rounds = -(-len(blocks) // max(jobs, 1))
    block = len(blocks[0]) if blocks else 0
    burn_in = group[0].burn_in_weeks * _week(group[0], block)
    if scenarios_apart(seeds, group, jobs, most):
        lived = sorted((_lived(scenario, seeds) for scenario in group), reverse=True)
        return rounds * burn_in + sum(lived[::jobs])
    return rounds * (burn_in + sum(_lived(scenario, block) for scenario in group))


def _lived(scenario: Scenario, together: int) -> float:
    """Seconds for the recorded weeks of some seeds side by side."""
    return scenario.weeks * _week(scenario, together) + together * _SECONDS_PER_RUN


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
    return (FIXED_CITIZENS + together * citizens_of(scenario)) * _SECONDS_PER_CITIZEN_WEEK
