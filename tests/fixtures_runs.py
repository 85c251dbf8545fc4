"""Finished run folders over made-up tables, for tests of whatever reads runs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sim.record.folder import RunFolder, RunWriter
from sim.record.manifest import Manifest
from sim.scenario.scenario import Scenario, catalogue_scenario
from tests.fixtures_tables import synthetic_tables


def run_folder(
    path: Path, seeds: Sequence[int] = (1, 2), citizens: int = 40, weeks: int = 60, lift: float = 0.0,
    scenario: Scenario | None = None,
) -> RunFolder:
    """Write a run of made-up people and open it; its scenario is that of the catalogue unless one is given."""
    played = catalogue_scenario("baseline").with_time(weeks=weeks) if scenario is None else scenario
    manifest = Manifest.drafted(
        scenario_name=played.name, scenario=played.to_toml(), scenario_digest=played.digest, seeds=tuple(seeds),
        weeks=weeks, burn_in_weeks=played.burn_in_weeks, citizens=citizens,
    ).model_copy(update={"start": date(2017, 1, 2)})
    with RunWriter.begin(path, manifest) as writer:
        for seed in seeds:
            writer.add(seed, synthetic_tables([seed], citizens, weeks, lift))
        return writer.finish("Valgt. / Chosen.", 1.0)
