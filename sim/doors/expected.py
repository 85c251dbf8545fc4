"""How long runs will take, from what has been measured; rough, and said to be."""

from __future__ import annotations

from collections.abc import Sequence

from sim.doors.loading import citizens_of
from sim.scenario.scenario import Scenario

# Measured with ``make bench`` on one 2-core machine of 2023; other machines differ by a factor of two either way.
_SECONDS_PER_WEEK = 1.5e-3
_SECONDS_PER_CITIZEN_WEEK = 1.5e-6
_SECONDS_PER_RUN = 0.3
_SECONDS_TO_START = 2.0


def expected_seconds(scenarios: Sequence[Scenario], seeds: int, jobs: int) -> float:
    """Seconds for all scenarios with so many seeds each; scenarios with the same burn-in share it."""
    burn_ins = {scenario.burn_in_digest: scenario for scenario in scenarios}.values()
    once = sum(scenario.weeks * _week(scenario) + _SECONDS_PER_RUN for scenario in scenarios)
    once += sum(scenario.burn_in_weeks * _week(scenario) for scenario in burn_ins)
    rounds = -(-seeds * len(burn_ins) // max(jobs, 1)) / max(len(burn_ins), 1)
    return _SECONDS_TO_START + once * rounds


def _week(scenario: Scenario) -> float:
    return _SECONDS_PER_WEEK + citizens_of(scenario) * _SECONDS_PER_CITIZEN_WEEK
