"""Tables for other programs: the same table as CSV and Parquet, and one line of JSON that tells what is in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import polars as pl

from sim.errors import Text
from sim.record.files import disk_errors, write_csv, write_frame, write_text

_WRITE = Text("skrive eksporten", "write the export")


def write_export(frame: pl.DataFrame, folder: Path, name: str, about: Mapping[str, object]) -> tuple[Path, ...]:
    """Write ``name.csv``, ``name.parquet`` and ``name.json`` into ``folder`` and return the three paths.

    Each file is whole or absent, and the JSON comes last: where it stands, the tables beside it are those it tells of.

    Raises:
        RecordError: when the disk refuses.
    """
    csv, parquet, told = (folder / f"{name}.{kind}" for kind in ("csv", "parquet", "json"))
    with disk_errors(folder, _WRITE):
        folder.mkdir(parents=True, exist_ok=True)
        told.unlink(missing_ok=True)  # it must not speak for tables that are being replaced
        write_csv(frame, csv)
        write_frame(frame, parquet)
        write_text(json.dumps(dict(about), ensure_ascii=False) + "\n", told)
    return csv, parquet, told
