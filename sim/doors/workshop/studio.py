"""The studio: the town burnt in once, and every run that the page asks for, on the same people with the same luck."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sim.doors.loading import BASELINE, SHIPPED, resized
from sim.doors.workshop.recording import Recording, recorded
from sim.doors.workshop.sliders import BASE, Choice, name_of, values_of
from sim.doors.workshop.watching import Watch
from sim.engine.run import burn_in, simulate_many
from sim.engine.state import State
from sim.errors import RunError, Text
from sim.scenario.scenario import Scenario, catalogue_scenario, load

_MOST_KEPT = 64
_BASE_TITLE = Text("Som i dag", "As today")
_OWN_TITLE = Text("Egen sammensætning", "Own mix")


@dataclass(frozen=True, slots=True)
class Size:
    """How large the workshop's town is: people in it, towns side by side behind the numbers, weeks."""

    people: int = 300
    towns: int = 8
    weeks: int = 156
    first_seed: int = 1

    @property
    def seeds(self) -> tuple[int, ...]:
        """The seeds of the towns; the first is the town that is shown."""
        return tuple(range(self.first_seed, self.first_seed + self.towns))


@dataclass
class Studio:
    """Plays runs and keeps the latest of them. One run at a time: the model uses the whole of a processor."""

    base: Scenario
    presets: Mapping[str, Scenario]
    size: Size
    _states: dict[str, State] = field(default_factory=dict)
    _kept: OrderedDict[str, Recording] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of_choice(self, choice: Choice) -> Recording:
        """The run of a choice on the sliders."""
        values = values_of(choice)
        scenario = self.base.with_values(values) if values else self.base
        return self._run(name_of(choice), _OWN_TITLE if values else _BASE_TITLE, scenario)

    def of_preset(self, name: str) -> Recording:
        """The run of a scenario file.

        Raises:
            RunError: when there is no preset of that name.
        """
        scenario = self.presets.get(name)
        if scenario is None:
            raise RunError.about(
                "preset", Text("findes ikke; vælg en af", "does not exist; choose one of"), value=name,
                allowed=", ".join(self.presets), nothing_done=Text("Intet er kørt.", "Nothing was run."))
        return self._run(f"preset:{name}", scenario.title, scenario)

    def base_run(self) -> Recording:
        """The run in which nothing is changed."""
        return self.of_choice(BASE)

    def state(self, scenario: Scenario) -> State:
        """The towns as week 0 is about to begin; scenarios that share a burn-in share it."""
        found = self._states.get(scenario.burn_in_digest)
        if found is None:
            found = self._states[scenario.burn_in_digest] = burn_in(scenario, *self.size.seeds)
        return found

    def _run(self, name: str, title: Text, scenario: Scenario) -> Recording:
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
                return self._kept[name]
            state = self.state(scenario)
            watch = Watch(state.town)
            tables = simulate_many(scenario, state, watch)
            made = self._kept[name] = recorded(name, title, scenario, self.base, tables, watch)
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
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
    return Studio(base, presets, size)


def _town(scenario: Scenario) -> object:
    return scenario.settings_at(-scenario.burn_in_weeks).town
