"""Keeping the answers of a study as they come, whatever comes between."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Self

import polars as pl

from sim.errors import RecordError
from sim.record.files import disk_errors, hash_of, write_frame, write_text
from sim.record.lock import Lock
from sim.record.manifest import versions_here
from sim.studies import texts
from sim.studies.dataset import build, failures_of
from sim.studies.designs import PLACES
from sim.studies.folder import FAILURES, POINTS, STUDY, UNIT, StudyFolder
from sim.studies.manifest import FILE
from sim.studies.plays import Answer
from sim.studies.runs import Runs

_SECONDS_BETWEEN_PARTS = 1.0


@dataclass
class StudyWriter:
    """Keeps the answers of a study as they come. Use it in a ``with`` block; leaving it writes what is in hand."""

    folder: StudyFolder
    again_failed: bool = False
    _log: pl.DataFrame = field(init=False)
    _lock: Lock = field(init=False)
    _waiting: list[Answer] = field(default_factory=list)
    _next: int = 0
    _written: float = 0.0
    _began: float = 0.0

    def __enter__(self) -> Self:
        """Take the folder.

        Raises:
            RecordError: when somebody else writes in it, or another version began it.
        """
        path = self.folder.path.resolve()
        if self.again_failed or not self.folder.manifest.finished:
            self._refuse_other_versions()
        with disk_errors(path, texts.WRITE):
            self._lock = Lock.taken(path.with_name(f".{path.name}.lock"))
        try:
            self.folder.parts.sweep()
            self._log = self.folder.log()
            if self.again_failed:
                self._log = self._log.filter(~pl.col("failed"))
        except BaseException:
            self._lock.release()
            raise
        self._next = max(self.folder.parts.numbers(), default=-1) + 1
        self._began = self._written = time.monotonic()
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.flush()
        finally:
            self._lock.release()

    @property
    def played(self) -> int:
        """Runs that are done, failed ones included."""
        return self._log.height + sum(len(one.seeds) for answer in self._waiting for one in answer.played) + sum(
            len(answer.broken) for answer in self._waiting)

    @property
    def failed(self) -> int:
        """Runs that failed."""
        return int(self._log["failed"].sum()) + sum(len(answer.broken) for answer in self._waiting)

    def missing(self) -> Runs:
        """What is still to be played."""
        told = self.folder.manifest
        by_cell = self._log.group_by("cell").agg(pl.col("seed"))
        done = {cell: frozenset(seeds) for cell, seeds in by_cell.iter_rows()}
        return Runs(
            self.folder.cells(), told.seeds, self.folder.keep(), told.pooled, told.cells,
            lambda cell: done.get(cell, frozenset()),
        )

    def add(self, answer: Answer) -> None:
        """Keep an answer; about once a second, what has come reaches the disk.

        Raises:
            RecordError: when the disk refuses.
        """
        self._waiting.append(answer)
        if time.monotonic() - self._written >= _SECONDS_BETWEEN_PARTS:
            self.flush()

    def flush(self) -> None:
        """Write what has come and is not on the disk yet.

        Raises:
            RecordError: when the disk refuses.
        """
        if not self._waiting:
            return
        log = self.folder.parts.write(self._next, self._waiting)
        self._log = pl.concat([self._log, log.with_columns(part=pl.lit(self._next, pl.Int32))])
        self._waiting, self._next, self._written = [], self._next + 1, time.monotonic()

    def finish(self) -> StudyFolder:
        """Make the datasets from the parts, write hashes and manifest, and remove the parts.

        Raises:
            RecordError: when a run is missing, or the disk refuses; the parts then stay.
        """
        self.flush()
        folder = self.folder
        if self._log.height < folder.manifest.runs:
            raise RecordError.about(str(folder.path), texts.UNFINISHED, texts.RESUME_FIRST)
        with disk_errors(folder.path, texts.WRITE):
            points = folder.points().drop(PLACES[1:])
            files = [folder.path / name for name in (STUDY, POINTS, UNIT) if (folder.path / name).is_file()]
            for name in folder.kept():
                files += build(folder.path / name, folder.parts, self._log, points, folder.manifest)
            write_frame(failures_of(self._log, points, folder.manifest), folder.path / FAILURES)
            files.append(folder.path / FAILURES)
            hashes = {file.relative_to(folder.path).as_posix(): hash_of(file) for file in files}
            manifest = folder.manifest.model_copy(update={
                "finished": True, "failed": self.failed, "hashes": hashes,
                "elapsed_seconds": round(folder.manifest.elapsed_seconds + time.monotonic() - self._began, 3),
            })
            write_text(manifest.written(), folder.path / FILE)
            if not self.failed:  # they are needed if what failed is to be run again
                folder.parts.remove()
        return StudyFolder(folder.path, manifest)

    def _refuse_other_versions(self) -> None:
        here, there = versions_here(), self.folder.manifest.versions
        apart = [name for name in there if there[name] != here.get(name)]
        if apart:
            said = ", ".join(f"{name} {there[name]} ≠ {here.get(name)}" for name in apart)
            raise RecordError.about(str(self.folder.path), texts.begun_by_other(said), texts.NEW_FOLDER,
                                    nothing_done=texts.NOTHING_RUN)
