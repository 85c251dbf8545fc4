"""The finished runs of one scenario, as a script or notebook holds them."""

from __future__ import annotations

import shutil
import weakref
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

import polars as pl

from sim.doors.study import Kept, opened
from sim.record.folder import RunFolder
from sim.record.manifest import Manifest
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario


@dataclass(frozen=True)
class Runs:
    """One scenario, played with some seeds."""

    scenario: Scenario
    folder: RunFolder

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Read a finished run folder, as ``vendepunkt run`` or ``run`` leaves it.

        Raises:
            RecordError: when there is no whole run.
            ScenarioError: when its scenario cannot be read by this version.
        """
        kept = opened(Path(path))
        return cls(kept.scenario, kept.folder)

    def forgotten_with_me(self, folder: Path) -> Self:
        """Return the same runs; ``folder`` is removed when nobody holds them any more, or Python ends."""
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        return self

    @property
    def manifest(self) -> Manifest:
        """What was run, with what."""
        return self.folder.manifest

    @property
    def seeds(self) -> tuple[int, ...]:
        """The seeds that were run."""
        return self.manifest.seeds

    @cached_property
    def tables(self) -> RunTables:
        """The four tables: ``citizens``, ``spells``, ``events`` and ``panel``, each a polars frame."""
        return self.folder.tables()

    @property
    def citizens(self) -> pl.DataFrame:
        """One row per citizen and seed."""
        return self.tables.citizens

    @property
    def spells(self) -> pl.DataFrame:
        """One row per unbroken stay, in three layers: standing, phase, benefit."""
        return self.tables.spells

    @property
    def events(self) -> pl.DataFrame:
        """One row per event."""
        return self.tables.events

    @property
    def panel(self) -> pl.DataFrame:
        """One row per week and group."""
        return self.tables.panel

    @property
    def kept(self) -> Kept:
        """The same, as the pages take it."""
        return Kept(self.folder, self.scenario)
