"""A study on the disk: begun, gone on with, finished and read."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from sim.errors import RecordError
from sim.record.files import disk_errors, hash_of, write_frame, write_text
from sim.scenario.scenario import Scenario, load_text
from sim.studies import texts
from sim.studies.dataset import dataset, failures_of
from sim.studies.designs import PLACES
from sim.studies.keeping import MARKS, RUNS, Keep
from sim.studies.manifest import FILE, StudyManifest
from sim.studies.places import Parts
from sim.studies.points import Cell
from sim.studies.study import Study

STUDY, POINTS, UNIT, FAILURES = "study.toml", "points.parquet", "unit.parquet", "failures.parquet"


class StudyFolder:
    """A study folder, finished or not. Open one with ``StudyFolder.open``."""

    def __init__(self, path: Path, manifest: StudyManifest) -> None:
        self.path = path
        self.manifest = manifest
        self.parts = Parts(path / ".parts")

    @classmethod
    def open(cls, path: Path) -> StudyFolder:
        """Open a study folder.

        Raises:
            RecordError: when there is none, or another version wrote it.
        """
        file = path / FILE
        if not file.is_file():
            raise RecordError.about(str(path), texts.NO_STUDY, texts.NAME_THE_FOLDER)
        with disk_errors(file, texts.READ):
            text = file.read_bytes().decode("utf-8", "replace")
        return cls(path, StudyManifest.parsed(text, str(file)))

    @classmethod
    def begun(cls, path: Path, study: Study) -> StudyFolder:
        """Lay out a study in a folder, or open it where the same study lies already.

        Raises:
            StudyError: when SALib is needed and not installed.
            RecordError: when something else lies there, or the disk refuses.
        """
        design = study.laid_out()
        draft = StudyManifest.drafted(study, design.points.height, _digest_of(design.points))
        if (path / FILE).is_file():
            folder = cls.open(path)
            if not folder.manifest.same_study(draft):
                raise RecordError.about(str(path), texts.OTHER_STUDY, texts.NEW_FOLDER, nothing_done=texts.NOTHING_RUN)
            return folder
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise RecordError.about(str(path), texts.FOREIGN, texts.NEW_FOLDER, nothing_done=texts.NOTHING_RUN)
        with disk_errors(path, texts.WRITE):
            path.mkdir(parents=True, exist_ok=True)
            write_text(study.text, path / STUDY)
            write_frame(design.points, path / POINTS)
            if design.unit is not None:
                write_frame(design.unit, path / UNIT)
            write_text(draft.written(), path / FILE)  # last: a folder with a manifest has all that it needs
        return cls(path, draft)

    def points(self) -> pl.DataFrame:
        """A row per point: point, stratum, sample, policy, then its settings by key."""
        return self._table(POINTS)

    def unit(self) -> pl.DataFrame | None:
        """The drawn sample as shares 0-1, a row per ``sample``; None when nothing was drawn."""
        return self._table(UNIT) if (self.path / UNIT).is_file() else None

    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios as they were when the study began."""
        return tuple(load_text(text, name) for name, text in self.manifest.scenarios.items())

    def keep(self) -> Keep:
        """What is kept of a run."""
        told = self.manifest
        return Keep(told.measures, told.groups, told.marks, told.tables)

    def cells(self, numbers: Sequence[int] | None = None) -> Iterator[Cell]:
        """Every cell, or some, in order."""
        points, scenarios = self.points().drop(PLACES), self.scenarios()
        factors = [one.factor() for one in self.manifest.factors]
        for number in range(self.manifest.cells) if numbers is None else numbers:
            row = points.row(number // len(scenarios), named=True)
            point = {factor.key: factor.given(row[factor.key]) for factor in factors}
            yield Cell(number, scenarios[number % len(scenarios)], point)

    def kept(self) -> tuple[str, ...]:
        """Names of the datasets."""
        told = self.manifest
        return (*((RUNS,) if told.measures else ()), *((MARKS,) if told.marks else ()), *told.tables)

    def data(self, name: str = RUNS) -> pl.DataFrame:
        """One dataset: scenario, point, seed, the point's settings, and what was kept; of what is played so far.

        Raises:
            RecordError: when nothing of that name was kept, or nothing is played.
        """
        if self.manifest.finished and (self.path / name).is_dir():
            return pl.read_parquet(self.path / name / "*" / "*.parquet", hive_partitioning=True).select(
                "scenario", pl.exclude("scenario"))
        log = self.log()
        found = [] if name not in self.kept() or self.manifest.finished else [
            frame.select(pl.lit(scenario).alias("scenario"), pl.all())
            for scenario, frame in dataset(self.parts, log, name, self.points().drop(PLACES[1:]), self.manifest)
        ]
        if not found:
            raise RecordError.about(str(self.path), texts.nothing_kept(name), texts.RESUME_FIRST)
        return pl.concat(found)

    def log(self) -> pl.DataFrame:
        """A row per run played so far; empty when the study is finished and its parts are gone."""
        return self.parts.log()

    def failures(self) -> pl.DataFrame:
        """Runs that failed: scenario, point, seed, settings, what happened in both languages, and the trace."""
        if self.manifest.finished:
            return self._table(FAILURES)
        return failures_of(self.log(), self.points().drop(PLACES[1:]), self.manifest)

    def verify(self) -> None:
        """See that the study is finished and every file is as it was written.

        Raises:
            RecordError: naming the files that differ.
        """
        if not self.manifest.finished:
            raise RecordError.about(str(self.path), texts.UNFINISHED, texts.RESUME_FIRST)
        with disk_errors(self.path, texts.READ):
            wrong = [
                name for name, digest in self.manifest.hashes.items()
                if not (self.path / name).is_file() or hash_of(self.path / name) != digest
            ]
        if wrong:
            raise RecordError([
                problem for name in wrong
                for problem in RecordError.about(str(self.path / name), texts.DAMAGED, texts.NEW_FOLDER).problems
            ])

    def _table(self, name: str) -> pl.DataFrame:
        with disk_errors(self.path / name, texts.READ):
            return pl.read_parquet(self.path / name, memory_map=False)


def _digest_of(points: pl.DataFrame) -> str:
    buffer = io.BytesIO()
    points.write_csv(buffer)
    return hashlib.sha256(buffer.getvalue()).hexdigest()
