"""From parts to a tidy dataset, partitioned by scenario, with the settings of each point beside what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from sim.record.files import ASIDE, force_folder, move_folder, remove_folder, write_frame
from sim.studies.manifest import StudyManifest
from sim.studies.places import Parts

_MOST_ROWS = 1_000_000


def dataset(
    parts: Parts, log: pl.DataFrame, name: str, points: pl.DataFrame, manifest: StudyManifest,
) -> Iterator[tuple[str, pl.DataFrame]]:
    """Yield scenario and rows, one scenario after the other, in pieces of about a million rows at most.

    Columns: point, seed (where a row belongs to one), the settings, then what was kept; sorted by point and seed.
    """
    names = list(manifest.scenarios)
    rows_in_all = parts.rows(name)
    if not rows_in_all:
        return
    # From the number of all rows, which is the same however they were dealt to parts: so are the pieces, then.
    step = max(_MOST_ROWS * manifest.cells // rows_in_all // len(names), 1) * len(names)
    for place, scenario in enumerate(names):
        for start in range(0, manifest.cells, step):
            rows = parts.frame(name, log, range(start, min(start + step, manifest.cells)))
            if rows is None:
                continue
            own = rows.filter(pl.col("cell") % len(names) == place).with_columns(point=pl.col("cell") // len(names))
            seed = ["seed"] if "seed" in own.columns else []
            settings = [key for key in points.columns if key != "point"]
            kept = [key for key in own.columns if key not in {"cell", "point", "seed"}]
            joined = own.join(points, on="point", how="left", maintain_order="left")
            yield scenario, joined.select("point", *seed, *settings, *kept)


def build(
    target: Path, parts: Parts, log: pl.DataFrame, points: pl.DataFrame, manifest: StudyManifest,
) -> list[Path]:
    """Write one dataset as ``target/scenario=…/part-0000.parquet`` and return its files; what was there is replaced."""
    aside = target.with_name(f"{ASIDE}{target.name}")
    remove_folder(aside)
    aside.mkdir()
    files: list[str] = []
    count: dict[str, int] = {}
    for scenario, rows in dataset(parts, log, target.name, points, manifest):
        folder = aside / f"scenario={scenario}"
        folder.mkdir(exist_ok=True)
        number = count.get(scenario, 0)
        count[scenario] = number + 1
        write_frame(rows, folder / f"part-{number:04d}.parquet")
        files.append(f"scenario={scenario}/part-{number:04d}.parquet")
        force_folder(folder)
    remove_folder(target)
    move_folder(aside, target)
    return [target / file for file in files]


def failures_of(log: pl.DataFrame, points: pl.DataFrame, manifest: StudyManifest) -> pl.DataFrame:
    """The failed runs of a log, with scenario and settings, sorted."""
    names = list(manifest.scenarios)
    broken = log.filter(pl.col("failed")).sort("cell", "seed").with_columns(
        scenario=pl.col("cell").mod(len(names)).replace_strict(dict(enumerate(names)), return_dtype=pl.String),
        point=pl.col("cell") // len(names),
    )
    return broken.join(points, on="point", how="left", maintain_order="left").select(
        "scenario", "point", "seed", *(key for key in points.columns if key != "point"), "da", "en", "trace")
