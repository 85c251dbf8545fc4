"""A scenario as the rest of the model sees it: frozen layers, and everything that follows from them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Generic, Self, TypeVar

from sim.errors import ScenarioError, Text
from sim.scenario.comparing import after_end, differences_between, late_differences
from sim.scenario.dated import Assignment, Series
from sim.scenario.differences import Difference, dated_plainly
from sim.scenario.digest import burn_in_digest, content_digest
from sim.scenario.header import BASE_REGIME, LONGEST_WEEKS, Clock
from sim.scenario.layer import Layer
from sim.scenario.loading import Given, joint_problems, layer_from_values
from sim.scenario.own_town import TownFiles
from sim.scenario.parameter import Section
from sim.scenario.resolving import breaks_of, clock_of, series_of, values_in
from sim.scenario.writing import resolved_toml

S_co = TypeVar("S_co", bound=Section, covariant=True)


@dataclass(frozen=True, eq=False)
class ResolvedScenario(Generic[S_co]):
    """A validated scenario over a catalogue of settings.

    Made by ``load``; ``layers`` holds the content of the files it was made from, the one that extends nothing first.
    Two scenarios are equal when they say the same about themselves and no run can tell them apart.
    """

    name: str
    layers: tuple[Layer, ...]
    settings_type: type[S_co]

    @cached_property
    def title(self) -> Text:
        """The file's own title; its name when it has none."""
        own = self.layers[-1].header.title
        return own.text() if own is not None else Text(self.name, self.name)

    @cached_property
    def question(self) -> Text:
        """The question the file asks, empty when it asks none."""
        own = self.layers[-1].header.question
        return own.text() if own is not None else Text("", "")

    @cached_property
    def not_modelled(self) -> tuple[Text, ...]:
        """What is not modelled, of all files, each once."""
        return tuple(dict.fromkeys(each.text() for layer in self.layers for each in layer.header.not_modelled))

    @cached_property
    def regime(self) -> str:
        """The named body of rules the numbers belong to."""
        named = [layer.header.regime for layer in self.layers if layer.header.regime is not None]
        return named[-1] if named else BASE_REGIME

    @cached_property
    def population(self) -> TownFiles | None:
        """The files that hold the town's people; None for the synthetic town."""
        named = [layer.town for layer in self.layers if layer.town is not None]
        return named[-1] if named else None

    @property
    def describes_town(self) -> bool:
        """Whether the scenario's own file says who lives in the town: tables of people, or a setting of ``[town]``."""
        own = self.layers[-1]
        return own.town is not None or any(key.startswith("town.") for key in own.assignments)

    @property
    def _population_digest(self) -> str | None:
        return None if self.population is None else self.population.sha256

    @cached_property
    def clock(self) -> Clock:
        """Start, weeks and burn-in weeks."""
        return clock_of(self.layers)

    @property
    def start(self) -> date:
        """The Monday on which week 0 begins."""
        return self.clock.start

    @property
    def weeks(self) -> int:
        """How many weeks are recorded: 0 .. weeks - 1."""
        return self.clock.weeks

    @property
    def burn_in_weeks(self) -> int:
        """How many weeks are run before week 0: -burn_in_weeks .. -1."""
        return self.clock.burn_in_weeks

    @cached_property
    def series(self) -> Mapping[str, Series]:
        """The values of every setting over time, by dotted key, in the order of the catalogue."""
        return series_of(self.layers, self.settings_type, self.clock)

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """The weeks of the run, burn-in included, in which some setting changes; sorted."""
        return breaks_of(self.series, self.clock)

    @cached_property
    def digest(self) -> str:
        """The sha256 of everything that can affect a run; titles and names do not count."""
        return content_digest(
            self.series, self.start, self.weeks, self.burn_in_weeks, self.regime, self._population_digest,
        )

    @cached_property
    def burn_in_digest(self) -> str:
        """The sha256 of everything that can affect weeks before 0; equal for scenarios that share a burn-in."""
        return burn_in_digest(self.series, self.start, self.burn_in_weeks, self._population_digest)

    @cached_property
    def parent(self) -> Self | None:
        """What the scenario extends, over its own time; None for one that extends nothing."""
        if len(self.layers) == 1:
            return None
        file = PurePosixPath(self.layers[-2].file)
        name = file.stem if file.suffix else self.name  # values given in code carry the scenario's name
        return replace(self, name=name, layers=self.layers[:-1])

    @cached_property
    def _spans(self) -> tuple[tuple[int, ...], tuple[S_co, ...]]:
        weeks = (-self.burn_in_weeks, *self.breaks)
        return weeks, tuple(self.settings_type.model_validate(_typed(self, week)) for week in weeks)

    def settings_at(self, week: int) -> S_co:
        """Return the settings that hold in a week; weeks before 0 are burn-in. The same object until they change."""
        weeks, settings = self._spans
        return settings[max(bisect_right(weeks, week) - 1, 0)]

    def assignment_of(self, key: str) -> tuple[Layer, Assignment] | None:
        """Return the last file that sets a setting and what it says, or None when the catalogue's value holds."""
        for layer in reversed(self.layers):
            if key in layer.assignments:
                return layer, layer.assignments[key]
        return None

    def differences_from(self, other: ResolvedScenario[Section]) -> tuple[Difference, ...]:
        """Return what this scenario does differently from another: time first, then settings in catalogue order."""
        return differences_between(other, self)

    def late_from(self, other: ResolvedScenario[Section]) -> tuple[Difference, ...]:
        """Return what this scenario would do differently from another only after its run is over."""
        return late_differences(other, self)

    @property
    def late(self) -> dict[str, dict[str, float | bool | str]]:
        """Values dated after the end of the run, by key and date: no part of the run, but worth telling about."""
        found = {key: after_end(steps, self.clock) for key, steps in self.series.items()}
        return {key: dated_plainly(steps, self.start) for key, steps in found.items() if steps}

    def with_late(self, late: Mapping[str, Mapping[str, float | bool | str]]) -> Self:
        """Return the scenario with what ``late`` of another one told; no run can tell the two apart."""
        if not late:
            return self
        return self.lasting(LONGEST_WEEKS).with_values(late).lasting(self.weeks)

    def lasting(self, weeks: int) -> Self:
        """Return the same file over another number of weeks; unlike ``with_time`` what it sets stays its own."""
        own = self.layers[-1]
        return replace(self, layers=(*self.layers[:-1], replace(own, time={**own.time, "weeks": weeks})))

    def with_values(self, values: Mapping[str, Given | Mapping[str, Given]]) -> Self:
        """Return the scenario with other values, by dotted key, as if a file that extends it gave them.

        A plain value holds from week 0; ``{"start": value}`` holds in the burn-in too.

        Raises:
            ScenarioError: when a key or value is not accepted; all problems at once.
        """
        return self._with_layer(layer_from_values(self.name, values, {}, self.settings_type))

    def with_time(self, *, weeks: int | None = None, burn_in_weeks: int | None = None) -> Self:
        """Return the scenario over another number of weeks; what is left out stays.

        Raises:
            ScenarioError: when a number of weeks is not possible.
        """
        given = {"weeks": weeks, "burn_in_weeks": burn_in_weeks}
        time: dict[str, date | int] = {key: value for key, value in given.items() if value is not None}
        return self._with_layer(layer_from_values(self.name, {}, time, self.settings_type))

    def _with_layer(self, layer: Layer) -> Self:
        told = replace(layer, header=self.layers[-1].header.model_copy(update={"not_modelled": []}))
        layers = (*self.layers, told)
        if problems := joint_problems(layers, self.settings_type):
            raise ScenarioError(problems)
        return replace(self, layers=layers)

    def to_toml(self) -> str:
        """Return the scenario as a file that stands alone and gives an equal scenario when it is read."""
        return resolved_toml(self)

    def __eq__(self, other: object) -> bool:
        """Whether the two say the same about themselves and no run can tell them apart."""
        return isinstance(other, ResolvedScenario) and self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash(self._identity())

    def _identity(self) -> tuple[object, ...]:
        return self.name, self.title, self.question, self.not_modelled, self.regime, self.digest

    def __getstate__(self) -> dict[str, Any]:
        """Only the layers travel between processes; what follows from them is made again where it is needed."""
        return {"name": self.name, "layers": self.layers, "settings_type": self.settings_type}


def _typed(scenario: ResolvedScenario[Section], week: int) -> dict[str, Any]:
    return dict(values_in(scenario.series, week))
