"""The mesa face of the model: mesa's own tools can step it, collect from it and run it in batches."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import mesa
import numpy as np

from sim.engine.handles import CitizenHandle, FirmHandle, PostHandle
from sim.engine.mechanism import Mechanism, week_with
from sim.engine.recorder import leavers, open_record, release
from sim.engine.run import burn_in, now_of
from sim.engine.state import State
from sim.engine.week import live_week
from sim.population.town import Town, on_support
from sim.processes.event_log import EventLog
from sim.scenario.scenario import Scenario, catalogue_scenario, load
from sim.vocabulary import Phase, Standing

_COLLECTED = ("self_worth", "belief", "coping", "health", "direction", "nearness", "trust")


class PathwayModel(mesa.Model):  # type: ignore[misc]  # mesa ships no types
    """A town as a mesa model: built from a scenario, ``step()`` is a week, ``datacollector`` gives the aggregates.

    ``scenario`` is a :class:`Scenario`, the path of a scenario file, or None for the catalogue's values. ``state`` is
    a burnt-in town to start from (used without being changed); without one the burn-in is run first. mesa's own random
    generator is not used: luck is keyed (see ``sim.draws``), so agents may be visited in any order. ``mechanisms``: of
    one's own, from week 0 on.

    ``datacollector`` holds a row per week lived, as the panel of a run does and as mesa's ``batch_run`` counts them.
    ``agents`` holds thin handles; ``citizens``, ``caseworkers`` and ``firms`` find them by number.
    """

    def __init__(
        self, scenario: Scenario | str | Path | None = None, seed: int = 1, state: State | None = None,
        mechanisms: Sequence[Mechanism] = (),
    ) -> None:
        super().__init__()
        self.stages = week_with(mechanisms)
        self.scenario = _scenario(scenario)
        start = burn_in(self.scenario, seed) if state is None else state.copy()
        self.town: Town = start.town
        open_record(self.town)
        self.week = start.week
        self.log = EventLog()
        self.citizens: dict[int, CitizenHandle] = {}
        self.caseworkers: dict[int, PostHandle] = {}
        self.firms = {row: FirmHandle(self, row) for row in range(self.town.firms.rows)}
        self._match_handles()
        self.running = self.week < self.scenario.weeks
        self.datacollector = mesa.DataCollector(
            model_reporters={
                "week": [_week_lived, [self]],
                **{f"standing_{standing.key}": [_standing_count, [self, standing]] for standing in Standing},
                **{f"phase_{phase.key}": [_phase_count, [self, phase]] for phase in Phase},
                **{f"mean_{name}": [_mean, [self, name]] for name in _COLLECTED},
            }
        )

    def step(self) -> None:
        """Live one week; after the scenario's last week nothing happens any more."""
        if self.week >= self.scenario.weeks:
            self.running = False
            return
        live_week(self.town, now_of(self.scenario, self.week, self.log), self.stages)
        release(self.town, leavers(self.town))
        self.week += 1
        self._match_handles()
        self.datacollector.collect(self)
        self.running = self.week < self.scenario.weeks

    def _match_handles(self) -> None:
        """One handle for everyone present: remove those who left, add those who came."""
        c = self.town.citizens
        rows = np.flatnonzero(c.present)
        present = dict(zip(c.citizen[rows].tolist(), rows.tolist(), strict=True))
        for number in [number for number in self.citizens if number not in present]:
            self.citizens.pop(number).remove()
        for number, row in present.items():
            if number not in self.citizens:
                self.citizens[number] = CitizenHandle(self, row)
        for row in range(len(self.caseworkers), self.town.posts.rows):
            self.caseworkers[row] = PostHandle(self, row)


def _scenario(given: Scenario | str | Path | None) -> Scenario:
    if given is None:
        return catalogue_scenario()
    return given if isinstance(given, Scenario) else load(Path(given))


def _week_lived(model: PathwayModel) -> int:
    return model.week - 1


def _standing_count(model: PathwayModel, standing: Standing) -> int:
    c = model.town.citizens
    pensioned = int(model.town.pensioned.sum()) if standing == Standing.PENSION else 0
    return int(np.count_nonzero((c.standing == standing) & c.present)) + pensioned


def _phase_count(model: PathwayModel, phase: Phase) -> int:
    c = model.town.citizens
    pensioned = int(model.town.pensioned.sum()) if phase == Phase.OUTSIDE else 0
    return int(np.count_nonzero((c.phase == phase) & c.present)) + pensioned


def _mean(model: PathwayModel, name: str) -> float:
    c = model.town.citizens
    values = getattr(c, name)[on_support(c) & c.present]
    return float(values.mean(dtype=np.float64)) if len(values) else float("nan")
