"""Run folders to read and to spoil: small made-up runs, written the way real ones are."""

from __future__ import annotations

from pathlib import Path

from sim.record.folder import RunFolder, RunWriter
from sim.record.manifest import Manifest
from sim.record.schema import TABLES
from sim.record.tables import RunTables
from tests.fixtures_tables import synthetic_tables

WEEKS, CITIZENS = 30, 12


def draft(**changes: object) -> Manifest:
    manifest = Manifest.drafted(
        scenario_name="made-up", scenario="weeks = 30\n", scenario_digest="d1", seeds=(1, 2, 3), weeks=WEEKS,
        burn_in_weeks=5, citizens=CITIZENS,
    )
    # Pinned, so that somebody editing the source during the tests does not look like another version of the model.
    return manifest.model_copy(update={"versions": {"source": "pinned"}, **changes})


def made(seed: int) -> RunTables:
    return synthetic_tables([seed], CITIZENS, WEEKS)


def written(path: Path, seeds: tuple[int, ...] = (1, 2, 3)) -> RunFolder:
    with RunWriter.begin(path, draft()) as writer:
        for seed in seeds:
            writer.add(seed, made(seed))
        return writer.finish("cap", 1.0)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {name: (folder / f"{name}.parquet").read_bytes() for name in TABLES}
