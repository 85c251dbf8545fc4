"""Scenarios that can be played side by side: the same but for a few settings that each town may have for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sim.errors import RunError, Text
from sim.scenario.digest import company_digest
from sim.scenario.own import MAY_DIFFER, Own
from sim.scenario.own_town import TownFiles
from sim.scenario.scenario import Scenario
from sim.scenario.settings import Settings


@dataclass(frozen=True)
class Together:
    """One scenario for each town, in the order of the towns.

    Raises:
        RunError: when two of them differ in more than towns side by side may.
    """

    scenarios: tuple[Scenario, ...]

    def __post_init__(self) -> None:
        """Refuse what cannot stand side by side."""
        first = self.scenarios[0]
        for other in self.scenarios[1:]:
            if not alike(first, other):
                what = Text("kan ikke køres side om side", "cannot be run side by side")
                raise RunError.about(f"{first.name}, {other.name}", what, None)

    @property
    def weeks(self) -> int:
        """How many weeks are recorded."""
        return self.scenarios[0].weeks

    @property
    def burn_in_weeks(self) -> int:
        """How many weeks are run before week 0."""
        return self.scenarios[0].burn_in_weeks

    @property
    def population(self) -> TownFiles | None:
        """The files that hold the towns' people; None for synthetic towns."""
        return self.scenarios[0].population

    def settings_at(self, week: int) -> Settings:
        """What is common to all; of a setting that differs it is the first town's value."""
        return self.scenarios[0].settings_at(week)

    def own_at(self, week: int) -> Own:
        """The settings of a week by town."""
        if self._same:
            return Own(self.settings_at(week))
        return Own(self.settings_at(week), tuple(scenario.settings_at(week) for scenario in self.scenarios))

    @cached_property
    def _same(self) -> bool:
        return all(scenario.digest == self.scenarios[0].digest for scenario in self.scenarios[1:])


def together(scenarios: Scenario | Together | Sequence[Scenario]) -> Together:
    """One scenario for all towns, or one for each."""
    if isinstance(scenarios, Together):
        return scenarios
    return Together((scenarios,) if isinstance(scenarios, Scenario) else tuple(scenarios))


def alike(one: Scenario, other: Scenario) -> bool:
    """Whether towns of two scenarios may stand side by side: the same but for settings in ``MAY_DIFFER``."""
    return one is other or company(one) == company(other)


@lru_cache(maxsize=128)
def company(scenario: Scenario) -> str:
    """Equal for scenarios whose towns may stand side by side."""
    files = None if scenario.population is None else scenario.population.sha256
    return company_digest(
        scenario.series, scenario.start, scenario.weeks, scenario.burn_in_weeks, files, MAY_DIFFER,
    )


@lru_cache(maxsize=128)
def burn_in_company(scenario: Scenario) -> str:
    """Equal for scenarios whose towns may live through their burn-in side by side."""
    files = None if scenario.population is None else scenario.population.sha256
    return company_digest(scenario.series, scenario.start, 0, scenario.burn_in_weeks, files, MAY_DIFFER)
