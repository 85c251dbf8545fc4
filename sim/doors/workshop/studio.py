"""The studio: the town burnt in once, and every run that the page asks for, on the same people with the same luck."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from sim.doors.loading import BASELINE, SHIPPED
from sim.doors.workshop.intervening import lives_with
from sim.doors.workshop.recording import Recording, recorded
from sim.doors.workshop.roleplay import RolePlay
from sim.doors.workshop.sliders import BASE, Choice, choice_of, name_of, values_of
from sim.doors.workshop.telling import FUTURES, cases_here, told_case
from sim.doors.workshop.watching import Watch
from sim.engine.run import burn_in, simulate_many
from sim.engine.state import State
from sim.errors import RunError, Text
from sim.processes.orders import Order
from sim.scenario.scenario import Scenario, catalogue_scenario, load
from sim.scenario.size import resized

_MOST_KEPT = 64
_PRESET = "preset:"
_BASE_NAME = name_of(BASE)
_BASE_TITLE = Text("Som i dag", "As today")
_OWN_TITLE = Text("Egen sammensætning", "Own mix")


@dataclass(frozen=True, slots=True)
class Size:
    """How large the workshop's town is: people in it, towns side by side behind the numbers, weeks."""

    people: int = 300
    towns: int = 8
    weeks: int = 156
    first_seed: int = 1
    futures: int = FUTURES

    @property
    def seeds(self) -> tuple[int, ...]:
        """The seeds of the towns; the first is the town that is shown."""
        return tuple(range(self.first_seed, self.first_seed + self.towns))


@dataclass
class Studio:
    """Plays runs and keeps the base run and the latest others.

    One run at a time: the model uses the whole of a processor.
    """

    base: Scenario
    presets: Mapping[str, Scenario]
    size: Size
    cases: tuple[str, ...] = ()
    _states: dict[str, State] = field(default_factory=dict)
    _kept: dict[str, Recording] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of_choice(self, choice: Choice) -> Recording:
        """The run of a choice on the sliders."""
        name = name_of(choice)
        return self._run(name, _OWN_TITLE if values_of(choice) else _BASE_TITLE, self._scenario(name))

    def of_preset(self, name: str) -> Recording:
        """The run of a scenario file.

        Raises:
            RunError: when there is no preset of that name.
        """
        scenario = self._preset(name)
        return self._run(f"{_PRESET}{name}", scenario.title, scenario)

    def _preset(self, name: str) -> Scenario:
        scenario = self.presets.get(name)
        if scenario is None:
            raise RunError.about(
                "preset", Text("findes ikke; vælg en af", "does not exist; choose one of"), value=name,
                allowed=", ".join(self.presets), nothing_done=Text("Intet er kørt.", "Nothing was run."))
        return scenario

    def base_run(self) -> Recording:
        """The run in which nothing is changed."""
        return self.of_choice(BASE)

    def state(self, scenario: Scenario) -> State:
        """The towns as week 0 is about to begin; scenarios that share a burn-in share it."""
        found = self._states.get(scenario.burn_in_digest)
        if found is None:
            found = self._states[scenario.burn_in_digest] = burn_in(scenario, *self.size.seeds)
        return found

    def lives(self, name: str, orders: Sequence[Order]) -> list[Recording]:
        """The lives of some people under a run with something more happening to each."""
        with self._lock:
            scenario = self._scenario(name)
            return lives_with(scenario, self._alone(scenario), orders)

    def role_play(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """The next round of a role play, or how it ended."""
        with self._lock:
            return self.play.ask(asked)

    def case(self, name: str) -> dict[str, Any]:
        """A case, told by the model.

        Raises:
            RunError: when there is no case of that name.
        """
        if name not in self.cases:
            raise RunError.about(
                "case", Text("findes ikke; vælg en af", "does not exist; choose one of"), value=name,
                allowed=", ".join(self.cases), nothing_done=Text("Intet er kørt.", "Nothing was run."))
        with self._lock:
            return told_case(name, self.size.futures)

    @cached_property
    def play(self) -> RolePlay:
        """The role play over the town that is shown."""
        return RolePlay(self.base, self.size.first_seed)

    def _alone(self, scenario: Scenario) -> State:
        """The town that is shown, alone: the same to the last byte as beside the others."""
        key = f"alone {scenario.burn_in_digest}"
        if key not in self._states:
            self._states[key] = burn_in(scenario, self.size.first_seed)
        return self._states[key]

    def _scenario(self, name: str) -> Scenario:
        if name.startswith(_PRESET):
            return self._preset(name.removeprefix(_PRESET))
        values = values_of(choice_of(name))
        return self.base.with_values(values) if values else self.base

    def _run(self, name: str, title: Text, scenario: Scenario) -> Recording:
        # What is kept waits for nobody: a second tab opens at once while a case is played for the first.
        found = self._kept.get(name)
        if found is not None:
            return found
        with self._lock:
            if name in self._kept:
                return self._kept[name]
            state = self.state(scenario)
            watch = Watch(state.town)
            tables = simulate_many(scenario, state, watch)
            made = self._kept[name] = recorded(name, title, scenario, self.base, tables, watch)
            while len(self._kept) > _MOST_KEPT:
                del self._kept[next(each for each in self._kept if each != _BASE_NAME)]
            return made


def studio_of(files: tuple[Path, ...], size: Size) -> Studio:
    """A studio over scenario files: the first is the base, the others are presets; none: those shipped.

    Raises:
        ScenarioError: when a file cannot be used.
    """
    chosen = files or tuple(sorted(SHIPPED.glob("*.toml"), key=lambda file: (file.name != BASELINE, file.name)))
    read = [load(file) for file in chosen] or [catalogue_scenario("baseline")]
    base = resized(read[0], size.people, size.weeks)
    # A preset must be the same town over the same time: only then is everybody their own twin.
    fitting = [each for each in read[1:] if each.start == base.start and _town(each) == _town(read[0])]
    presets = {each.name: resized(each, size.people, size.weeks) for each in fitting}
    return Studio(base, presets, size, cases_here())


def _town(scenario: Scenario) -> object:
    return scenario.settings_at(-scenario.burn_in_weeks).town
