"""Run folders: written beside their place and renamed into it when whole; read back with every doubt spoken aloud."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import polars as pl

from sim.errors import RecordError, Text
from sim.record import manifest as manifests
from sim.record.files import disk_errors, hash_of, remove_folder, write_frame, write_text
from sim.record.lock import Lock
from sim.record.manifest import Manifest
from sim.record.parts import damaged, frames_by_seed, missing, read_frame, read_part, seeds_in, write_part
from sim.record.places import Places
from sim.record.schema import TABLES
from sim.record.tables import RunTables

_WRITE = Text("skrive resultaterne", "write the results")
_READ = Text("læse resultaterne", "read the results")


class RunFolder:
    """A finished run on the disk. Open one with ``RunFolder.open``."""

    def __init__(self, path: Path, manifest: Manifest) -> None:
        self.path = path
        self.manifest = manifest
        self._verified = False

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Open a finished run folder and see that nothing is missing or cut short (the bytes are not hashed yet).

        Raises:
            RecordError: when there is no finished run, its format is another, or a file is missing or of another size.
        """
        place = Path(path).resolve()
        Places(place).recover_if_idle()
        file = place / manifests.FILE
        if not file.is_file():
            raise _no_run(Path(path), place)
        with disk_errors(file, _READ):
            text = file.read_bytes().decode("utf-8", "replace")
        folder = cls(place, Manifest.parsed(text, str(Path(path) / manifests.FILE)))
        for name in TABLES:
            table = folder.file(name)
            if not table.is_file():
                raise missing(table)
            if table.stat().st_size != folder.manifest.sizes.get(name):
                raise damaged(table)
        return folder

    def file(self, name: str) -> Path:
        """Return the path of one table."""
        return self.path / f"{name}.parquet"

    def tables(self) -> RunTables:
        """Return all four tables, after the hashes of their files were found right (memory-mapped; once per folder).

        Raises:
            RecordError: when a file is damaged or has other columns.
        """
        if not self._verified:
            self.verify()
        return RunTables(**{name: read_frame(self.file(name), name) for name in TABLES})

    def scan(self, name: str) -> pl.LazyFrame:
        """Return one table as a lazy frame that reads only what a query needs; its bytes are not hashed."""
        return pl.scan_parquet(self.file(name))

    def verify(self) -> None:
        """See that every table has the hash that the manifest tells.

        Raises:
            RecordError: naming every file that differs.
        """
        with disk_errors(self.path, _READ):
            wrong = [name for name in TABLES if hash_of(self.file(name)) != self.manifest.hashes.get(name)]
        if wrong:
            raise RecordError([problem for name in wrong for problem in damaged(self.file(name)).problems])
        self._verified = True


class RunWriter:
    """Writes a run, seed by seed, beside its place; ``finish`` moves it there. Begin with ``RunWriter.begin``.

    Use it in a ``with`` block: leaving it lets go of the folder; what is unfinished stays and can be continued.
    """

    def __init__(self, places: Places, lock: Lock, manifest: Manifest, notice: Text | None) -> None:
        self._places = places
        self._lock = lock
        self._manifest = manifest
        self.notice = notice

    @classmethod
    def begin(cls, path: Path | str, manifest: Manifest) -> Self:
        """Begin, or continue what was broken off in the same place with the same scenario, size and versions.

        What was broken off with anything else is set aside under a visible name; ``notice`` then says so (and says how
        many seeds are continued with, or that a finished run of something else will be replaced). A finished run at
        ``path`` stays as it is until ``finish``.

        Raises:
            RecordError: when somebody else writes here, ``path`` holds something that is no run, or the disk refuses.
        """
        places = Places(Path(path).resolve())
        with disk_errors(Path(path), _WRITE):
            places.target.parent.mkdir(parents=True, exist_ok=True)
            lock = Lock.taken(places.lock)
            try:
                places.recover()
                places.refuse_foreign(Path(path))
                notice = places.prepare(manifest) or places.told_of_finished(manifest)
            except BaseException:
                lock.release()
                raise
        return cls(places, lock, manifest, notice)

    @property
    def parts(self) -> Path:
        """Where seeds are written until the run is finished; worker processes may ``write_part`` there themselves."""
        return self._places.parts

    def seeds_done(self) -> frozenset[int]:
        """Return the seeds that need not be run again."""
        return seeds_in(self.parts)

    def part(self, seed: int) -> RunTables:
        """Return the tables of a seed that is done.

        Raises:
            RecordError: when it is not there or damaged.
        """
        return read_part(self.parts, seed)

    def add(self, seed: int, tables: RunTables) -> None:
        """Write one seed's tables; after a crash they are there wholly or not at all.

        Raises:
            RecordError: when the seed is there already, the tables break a law of the record, or the disk refuses.
        """
        if seed in self.seeds_done():
            raise RecordError.about(str(self._places.target), Text(
                f"frø {seed} er allerede skrevet", f"seed {seed} has been written already"))
        write_part(self.parts, seed, tables)

    def finish(self, stopping: str, elapsed_seconds: float, seeds: Sequence[int] | None = None) -> RunFolder:
        """Merge the seeds in their order, write hashes and manifest, and move the folder into place in one step.

        ``seeds`` are those that count; without them, all that are done among those of the manifest (all, if it names
        none). Files in the old folder that are not the record's own (a brief, notes) are carried over.

        Raises:
            RecordError: when a seed is missing or the disk refuses; old results and written seeds then stay.
        """
        done = self.seeds_done()
        wanted = set(seeds) if seeds is not None else done & set(self._manifest.seeds) if self._manifest.seeds else done
        if not wanted <= done or not wanted:
            lacking = ", ".join(str(seed) for seed in sorted(wanted - done)) or "–"
            raise RecordError.about(str(self._places.target), Text(
                f"der mangler kørte frø ({lacking})", f"seeds that have been run are missing ({lacking})"))
        with disk_errors(self._places.target, _WRITE):
            try:
                manifest = self._merge(tuple(sorted(wanted)), stopping, elapsed_seconds)
                self._places.put_in_place()
            except BaseException:
                remove_folder(self._places.whole)
                raise
        self.close()
        return RunFolder(self._places.target, manifest)

    def close(self) -> None:
        """Let go of the folder; unfinished seeds stay for a later ``begin``. Doing it twice does no harm."""
        if self._lock.held and not self.seeds_done():
            self._places.discard_partial()
        self._lock.release()

    def _merge(self, seeds: tuple[int, ...], stopping: str, elapsed_seconds: float) -> Manifest:
        whole = self._places.whole
        remove_folder(whole)
        whole.mkdir()
        rows: dict[str, int] = {}
        for name in TABLES:  # one table at a time in memory
            merged = pl.concat(frames_by_seed(self.parts, seeds, name), rechunk=True)
            write_frame(merged, whole / f"{name}.parquet")
            rows[name] = merged.height
        files = {name: whole / f"{name}.parquet" for name in TABLES}
        manifest = self._manifest.model_copy(update={
            "seeds": seeds, "stopping": stopping, "elapsed_seconds": round(elapsed_seconds, 3), "rows": rows,
            "hashes": {name: hash_of(file) for name, file in files.items()},
            "sizes": {name: file.stat().st_size for name, file in files.items()},
        })
        self._places.carry_over()
        write_text(manifest.written(), whole / manifests.FILE)
        return manifest

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None,
    ) -> None:
        self.close()


def _no_run(called: Path, place: Path) -> RecordError:
    partial = Places(place).partial.is_dir()
    what = Text("er ikke en færdig kørsel", "is not a finished run") if place.exists() or partial else Text(
        "findes ikke", "does not exist")
    remedy = Text("En kørsel blev afbrudt her; kør den samme kommando igen for at gøre den færdig.",
                  "A run was broken off here; run the same command again to finish it.") if partial else Text(
        "Nævn en mappe, som vendepunkt run har skrevet.", "Name a folder that vendepunkt run has written.")
    return RecordError.about(str(called), what, remedy)
