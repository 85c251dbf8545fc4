"""What a brief is about: a baseline, its alternatives, and how they compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from sim.errors import Text
from sim.record.manifest import Manifest
from sim.record.tables import RunTables
from sim.scenario.differences import Difference
from sim.scenario.scenario import Scenario

_DAYS = 7


@dataclass(frozen=True)
class Arm:
    """One scenario and its runs.

    ``measures``: tidy frame of ``sim.outcomes``, one row per seed, group and measure. ``accounts``: what each payer
    paid, per seed and year. ``welfare``: what society gains and uses, per seed. ``changes``: settings that differ from
    the study's baseline, empty for the baseline itself; ``late``: those dated after the end of the run. ``start`` is
    the Monday of week 0.
    """

    name: str
    title: Text
    question: Text
    not_modelled: tuple[Text, ...]
    start: date
    regime: str
    changes: tuple[Difference, ...]
    manifest: Manifest
    tables: RunTables
    measures: pl.DataFrame
    accounts: pl.DataFrame
    welfare: pl.DataFrame
    late: tuple[Difference, ...] = ()

    @classmethod
    def of(
        cls, scenario: Scenario, baseline: Scenario, manifest: Manifest, tables: RunTables, measures: pl.DataFrame,
        accounts: pl.DataFrame, welfare: pl.DataFrame,
    ) -> Arm:
        """Gather an arm from its scenario and its results; ``baseline`` is the scenario itself for the baseline."""
        return cls(
            name=scenario.name, title=scenario.title, question=scenario.question, not_modelled=scenario.not_modelled,
            start=scenario.start, regime=scenario.regime, changes=scenario.differences_from(baseline),
            manifest=manifest, tables=tables, measures=measures, accounts=accounts, welfare=welfare,
            late=scenario.late_from(baseline),
        )

    @property
    def row_of_seed(self) -> Mapping[int, int]:
        """The accepted parameter row each seed was lived under; empty where they were lived under none."""
        return {seed: row for seed, row in self.manifest.row_of_seed.items() if seed in self.manifest.seeds}

    @property
    def breaks(self) -> tuple[int, ...]:
        """Weeks of the run in which some changed setting takes a new value, sorted."""
        days = (dated.since or self.start for change in self.changes for dated in change.new)
        weeks = {(since - self.start).days // _DAYS for since in days}
        return tuple(sorted(week for week in weeks if 0 <= week < self.manifest.weeks))


@dataclass(frozen=True, slots=True)
class CaseworkerEffect:
    """A relative effect on job or education in the baseline: as a panel shows it, as twin lives tell it, as published.

    ``key``: T8 (a change of caseworker) or T9 (an optimistic caseworker).
    """

    key: str
    panel: float
    truth: float
    published: float


@dataclass(frozen=True)
class Study:
    """A comparison of alternatives with one baseline.

    ``comparison`` holds the frame of ``sim.outcomes.comparison.compare`` per alternative, by its name. ``knowledge``
    holds, by the same names, the spread of each difference over accepted parameter sets (columns measure, group, low,
    high), and ``accepted_sets`` their number; both are empty where the runs stood on one set, and every view then says
    so. ``provisional``: the sets come from priors, not from calibration. ``sensitive`` names the settings the answer
    depends on most, where a sensitivity study has shown it. ``effects``: what the last validation found of caseworkers.
    """

    name: str
    question: Text
    base: Arm
    others: tuple[Arm, ...]
    comparison: Mapping[str, pl.DataFrame]
    stopping: Text
    knowledge: Mapping[str, pl.DataFrame] | None = None
    accepted_sets: int = 0
    sensitive: tuple[str, ...] = ()
    provisional: bool = False
    effects: tuple[CaseworkerEffect, ...] = ()

    @property
    def calibrated(self) -> bool:
        """Whether the differences were carried over accepted parameter sets."""
        return self.carried and not self.provisional

    @property
    def carried(self) -> bool:
        """Whether the differences were carried over several parameter sets, calibrated or not."""
        return self.knowledge is not None and self.accepted_sets > 0

    @property
    def changed_keys(self) -> tuple[str, ...]:
        """Every setting that some alternative changes, each once, in the order of the alternatives."""
        return tuple(dict.fromkeys(change.key for arm in self.others for change in arm.changes))
