"""Where things lie in a study folder, and how answers reach the disk: a part is there wholly or not at all.

``manifest.json``, ``study.toml``, ``points.parquet`` and (for drawn designs) ``unit.parquet`` are written at the
beginning. Answers go to numbered parts in ``.parts``. When all is played, ``runs/scenario=…/`` and its like are made
from the parts, sorted, so that no byte of them tells in what order or in how many attempts they were played.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from sim.errors import Text
from sim.record.files import ASIDE, disk_errors, move_folder, remove_folder, write_frame
from sim.studies.plays import Answer

LOG = "log"
LOG_SCHEMA = {
    "cell": pl.Int32, "seed": pl.Int32, "failed": pl.Boolean, "da": pl.String, "en": pl.String, "trace": pl.String,
    "seconds": pl.Float64,
}
"""A row per run that was played: seconds of model and measures, shared by the seeds that stood side by side."""

_WRITE = Text("skrive kørslerne", "write the runs")
_READ = Text("læse kørslerne", "read the runs")
_PART = re.compile(r"part-(\d+)")


class Parts:
    """The parts of a study under way."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def numbers(self) -> tuple[int, ...]:
        """The parts that are whole."""
        if not self.folder.is_dir():
            return ()
        found = (_PART.fullmatch(entry.name) for entry in self.folder.iterdir())
        return tuple(sorted(int(match[1]) for match in found if match))

    def sweep(self) -> None:
        """Remove what a killed writer left half done."""
        with disk_errors(self.folder, _WRITE):
            self.folder.mkdir(parents=True, exist_ok=True)
            for entry in self.folder.iterdir():
                if entry.name.startswith(ASIDE):
                    remove_folder(entry)

    def remove(self) -> None:
        """Delete all parts: what they held has been made into datasets."""
        gone = self.folder.with_name(f"{ASIDE}parts")
        remove_folder(gone)
        if self.folder.exists():
            move_folder(self.folder, gone)
            remove_folder(gone)

    def write(self, number: int, answers: Sequence[Answer]) -> pl.DataFrame:
        """Write some answers as one part and return its log.

        Raises:
            RecordError: when the disk refuses; nothing of the part is there then.
        """
        log = _log(answers)
        aside = self.folder / f"{ASIDE}{number}"
        with disk_errors(self.folder, _WRITE):
            remove_folder(aside)
            aside.mkdir(parents=True)
            try:
                for name, frame in _frames(answers).items():
                    write_frame(frame, aside / f"{name}.parquet")
                write_frame(log, aside / f"{LOG}.parquet")
                move_folder(aside, self.folder / f"part-{number:06d}")
            except BaseException:
                remove_folder(aside)
                raise
        return log

    def read(self, number: int, name: str) -> pl.DataFrame | None:
        """One frame of a part; None when the part has none of that name."""
        file = self.folder / f"part-{number:06d}" / f"{name}.parquet"
        with disk_errors(file, _READ):
            return pl.read_parquet(file, memory_map=False) if file.is_file() else None

    def rows(self, name: str) -> int:
        """How many rows of one name all parts hold."""
        files = [self.folder / f"part-{number:06d}" / f"{name}.parquet" for number in self.numbers()]
        with disk_errors(self.folder, _READ):
            return sum(pl.scan_parquet(file).select(pl.len()).collect().item() for file in files if file.is_file())

    def log(self) -> pl.DataFrame:
        """The logs of all parts, with the part's number."""
        found = [
            log.with_columns(part=pl.lit(number, pl.Int32))
            for number in self.numbers() if (log := self.read(number, LOG)) is not None
        ]
        if not found:
            return pl.DataFrame(schema={**LOG_SCHEMA, "part": pl.Int32})
        return pl.concat(found).unique(["cell", "seed"], keep="last", maintain_order=True)  # failed ones may come again

    def frame(self, name: str, log: pl.DataFrame, cells: range) -> pl.DataFrame | None:
        """The rows of some cells, sorted by cell and seed, whatever parts they lie in; ``log`` tells in which."""
        inside = pl.col("cell").is_between(cells.start, cells.stop - 1)
        numbers = log.filter(inside & ~pl.col("failed"))["part"].unique().sort().to_list()
        found = [frame.filter(inside) for number in numbers if (frame := self.read(number, name)) is not None]
        if not found:
            return None
        rows = pl.concat(found)
        return rows.sort([key for key in ("cell", "seed") if key in rows.columns], maintain_order=True)


def _log(answers: Sequence[Answer]) -> pl.DataFrame:
    rows: list[tuple[object, ...]] = []
    for answer in answers:
        for played in answer.played:
            each = played.seconds / len(played.seeds)
            rows += [(played.cell, seed, False, None, None, None, each) for seed in played.seeds]
        rows += [(one.cell, one.seed, True, one.what.da, one.what.en, one.trace, 0.0) for one in answer.broken]
    return pl.DataFrame(rows, schema=LOG_SCHEMA, orient="row")


def _frames(answers: Sequence[Answer]) -> dict[str, pl.DataFrame]:
    """What was kept, by name, each row with its cell."""
    found: dict[str, list[pl.DataFrame]] = {}
    for answer in answers:
        for played in answer.played:
            for name, frame in played.frames.items():
                cell = pl.lit(played.cell, pl.Int32).alias("cell")
                found.setdefault(name, []).append(frame.select(cell, pl.all()))
    return {name: pl.concat(frames) for name, frames in found.items()}
