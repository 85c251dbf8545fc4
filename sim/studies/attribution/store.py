"""Where an attribution is kept while it goes on: snapshots and finished units, each whole or absent."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from sim.record.files import disk_errors, move_folder, remove_folder, write_bytes, write_frame
from sim.errors import Text
from sim.studies.attribution.plan import Plan, Unit

_WRITE = Text("gemme fremtiderne", "keep the futures")
_READ = Text("læse fremtiderne", "read the futures")


class Store:
    """A hidden folder beside the results; another plan has another, so that nothing of two is ever mixed."""

    def __init__(self, out: Path, plan: Plan) -> None:
        self.folder = out.parent / f".{out.name}-{plan.digest[:12]}.partial"

    def prepare(self) -> None:
        """Make the folder.

        Raises:
            RecordError: when it cannot be made.
        """
        with disk_errors(self.folder, _WRITE):
            (self.folder / "units").mkdir(parents=True, exist_ok=True)
            (self.folder / "snapshots").mkdir(exist_ok=True)

    def snapshot(self, seed: int, week: int) -> Path:
        """Where a snapshot lies."""
        return self.folder / "snapshots" / f"{seed}-{week}.npz"

    def keep_snapshot(self, seed: int, week: int, content: bytes) -> None:
        """Keep a snapshot."""
        place = self.snapshot(seed, week)
        with disk_errors(place, _WRITE):
            write_bytes(content, place)

    def done(self, unit: Unit) -> bool:
        """Whether a unit is kept."""
        return self._place(unit).is_dir()

    def keep(self, unit: Unit, frames: dict[str, pl.DataFrame]) -> None:
        """Keep a unit.

        Raises:
            RecordError: when the disk stands in the way; nothing of the unit is then there.
        """
        place = self._place(unit)
        aside = place.with_name(f".{place.name}")
        with disk_errors(place, _WRITE):
            remove_folder(aside)
            aside.mkdir()
            for name, frame in frames.items():
                write_frame(frame, aside / f"{name}.parquet")
            move_folder(aside, place)

    def frame(self, unit: Unit, name: str) -> pl.DataFrame:
        """A frame of a unit that is kept."""
        place = self._place(unit) / f"{name}.parquet"
        with disk_errors(place, _READ):
            return pl.read_parquet(place)

    def drop(self) -> None:
        """Remove everything: the results are written elsewhere."""
        with disk_errors(self.folder, _WRITE):
            remove_folder(self.folder)

    def _place(self, unit: Unit) -> Path:
        return self.folder / "units" / unit.name
