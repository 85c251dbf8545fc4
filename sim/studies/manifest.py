"""What a study folder says about itself: enough to play any of its runs again, and to see that it is whole."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sim.errors import RecordError, Text
from sim.record.manifest import versions_here
from sim.scenario.facts import facts_of
from sim.scenario.settings import Settings
from sim.studies import texts
from sim.studies.factors import BURN_IN, WEEK_0, Factor, Kind
from sim.studies.study import Study

FILE = "manifest.json"
STUDY_FORMAT = 1
"""Raised whenever a study folder changes meaning; a folder with another number is refused, not guessed at."""

_SAME = ("format_version", "versions", "scenarios", "factors", "seeds", "measures", "groups", "marks", "tables",
         "points_digest")


class Varied(BaseModel):
    """One setting that is varied: from when its values hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    kind: Kind
    since: str
    dated: bool
    spread: str = ""

    def factor(self) -> Factor:
        """As the points are made from it."""
        return Factor(self.key, self.kind, self.since, self.dated)


class StudyManifest(BaseModel):
    """The study file, its scenarios resolved, versions, seeds, what is kept, and (when finished) the files' hashes.

    ``scenarios``: resolved TOML by name, in order. ``versions``: of Python, the libraries and the model's own files.
    ``hashes``: sha256 by path within the folder. ``salib``: the version that drew the design, empty if none did.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    format_version: int = STUDY_FORMAT
    created: datetime = Field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))
    name: str
    title: tuple[str, str]
    question: tuple[str, str]
    study: str
    method: str
    design: dict[str, int | bool]
    scenarios: dict[str, str]
    factors: tuple[Varied, ...]
    seeds: tuple[int, ...]
    measures: tuple[str, ...]
    groups: tuple[str, ...]
    marks: bool
    tables: tuple[str, ...]
    points: int
    points_digest: str
    versions: dict[str, str] = Field(default_factory=versions_here)
    salib: str = ""
    finished: bool = False
    failed: int = 0
    elapsed_seconds: float = 0.0
    hashes: dict[str, str] = {}

    @classmethod
    def drafted(cls, study: Study, points: int, points_digest: str) -> StudyManifest:
        """The manifest of a study about to begin."""
        varied = [
            Varied(key=one.key, kind=one.kind, since=one.since, dated=one.dated,
                   spread="" if one.spread is None else one.spread.words())
            for one in study.factors
        ]
        columns = () if study.table is None else study.table.columns
        return cls(
            name=study.name, title=(study.title.da, study.title.en), question=(study.question.da, study.question.en),
            study=study.text, method=study.method, design=study.design.model_dump(),
            scenarios={scenario.name: scenario.to_toml() for scenario in study.scenarios},
            factors=(*varied, *(_of_column(key) for key in columns)), seeds=study.seeds, measures=study.keep.measures,
            groups=study.keep.groups, marks=study.keep.marks, tables=study.keep.tables, points=points,
            points_digest=points_digest, salib=_salib() if study.method in {"lhs", "morris", "sobol"} else "",
        )

    @classmethod
    def parsed(cls, text: str, file: str) -> StudyManifest:
        """Read a manifest from JSON text; ``file`` is what an error calls it.

        Raises:
            RecordError: when it is no manifest, or of another format.
        """
        try:
            found = cls.model_validate_json(text)
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(str(part) for part in first["loc"])
            raise RecordError.about(file, texts.NO_MANIFEST, texts.NEW_FOLDER, key=key or None) from error
        if found.format_version != STUDY_FORMAT:
            raise RecordError.about(file, texts.other_format(found.format_version, STUDY_FORMAT), texts.OTHER_VERSION)
        return found

    @property
    def cells(self) -> int:
        """Points × scenarios."""
        return self.points * len(self.scenarios)

    @property
    def runs(self) -> int:
        """Points × scenarios × seeds."""
        return self.cells * len(self.seeds)

    @property
    def pooled(self) -> bool:
        """Whether all seeds of a cell are kept together or not at all."""
        return self.marks

    def told(self) -> Text:
        """The title."""
        return Text(*self.title)

    def written(self) -> str:
        """Return the manifest as JSON text."""
        return self.model_dump_json(indent=2) + "\n"

    def same_study(self, other: StudyManifest) -> bool:
        """Whether runs of the two can stand in one folder."""
        return all(getattr(self, field) == getattr(other, field) for field in _SAME)


def _of_column(key: str) -> Varied:
    """A column of a table of points: levers hold from week 0, everything else in the burn-in too."""
    fact = facts_of(Settings)[key]
    kind: Kind = "lever" if fact.role == "lever" else "structure" if fact.possible is None else "uncertain"
    return Varied(key=key, kind=kind, since=WEEK_0 if kind == "lever" else BURN_IN, dated=fact.dated)


def _salib() -> str:
    try:
        return version("SALib")
    except PackageNotFoundError:
        return "unknown"
