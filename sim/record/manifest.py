"""The manifest: what was run, with what, and what the tables must hash to."""

from __future__ import annotations

import hashlib
import json
import platform
from datetime import UTC, date, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sim.errors import RecordError, Text
from sim.record.schema import FORMAT_VERSION, TABLES

FILE = "manifest.json"

_SAME_RUN = (
    "format_version", "vendepunkt_version", "scenario_digest", "weeks", "burn_in_weeks", "citizens", "versions",
    "mechanisms", "rows_digest",
)
_AGAIN = Text("Kør scenariet igen.", "Run the scenario again.")
_SEAL = "seal"
_CHANGED = Text("er beskadiget eller er ændret, efter det blev skrevet",
                "is damaged, or was changed after it was written")
_WRONG_VALUE = Text("har en værdi, som ikke kan stå her", "holds a value that cannot stand here")
_FAULTS = {
    "missing": Text("mangler", "is missing"),
    "extra_forbidden": Text("er ikke et felt, som denne udgave kender", "is not a field this version knows"),
}


def versions_here() -> dict[str, str]:
    """Return the versions of Python, numpy, polars and mesa, and the digest of the model's own source files."""
    libraries = {name: _version_of(name) for name in ("numpy", "polars", "mesa")}
    return {"python": platform.python_version(), **libraries, "source": _source_digest()}


class AcceptedRow(BaseModel):
    """An accepted parameter set some seeds were lived under: its number, and its values as they were given."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    row: int
    values: dict[str, float | str]


class Manifest(BaseModel):
    """Everything needed to run a folder again and to see that it is whole.

    ``scenario`` is the resolved scenario as TOML text, ``citizens`` the number of citizens in the town at the start,
    ``versions`` those of Python, the libraries and (``source``) the model's own files. ``hashes`` (sha256), ``sizes``
    (bytes) and ``rows`` are per table and filled when the run is finished. ``mechanisms`` are those from outside the
    model that were plugged into the week, with what was said of each and a digest of its source. ``accepted`` are the
    accepted parameter sets laid under the scenario, ``row_of_seed`` tells which seed was lived under which,
    ``rows_provisional`` that the set was drawn from priors and not calibrated, ``rows_digest`` what they were; all
    empty where the scenario stood alone. ``late`` are values that the scenario dates after the end of the run, by
    setting and date: no part of the run, kept so that a reader can be told.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    format_version: int = FORMAT_VERSION
    created: datetime
    vendepunkt_version: str
    scenario_name: str
    scenario: str
    scenario_digest: str
    parents: tuple[str, ...] = ()
    start: date | None = None
    seeds: tuple[int, ...]
    weeks: int = Field(ge=0)
    burn_in_weeks: int = Field(ge=0)
    citizens: int = Field(ge=0)
    versions: dict[str, str] = Field(default_factory=versions_here)
    mechanisms: dict[str, str] = {}
    hashes: dict[str, str] = {}
    sizes: dict[str, int] = {}
    rows: dict[str, int] = {}
    accepted: tuple[AcceptedRow, ...] = ()
    row_of_seed: dict[int, int] = {}
    rows_provisional: bool = False
    rows_digest: str = ""
    elapsed_seconds: float = 0.0
    stopping: str = ""
    late: dict[str, dict[str, float | bool | str]] = {}

    @classmethod
    def drafted(
        cls, *, scenario_name: str, scenario: str, scenario_digest: str, seeds: tuple[int, ...], weeks: int,
        burn_in_weeks: int, citizens: int,
    ) -> Manifest:
        """Return the manifest of a run about to begin, with this moment, this version and these libraries.

        Use ``model_copy(update={"parents": ..., "start": ...})`` for what is not always known.
        """
        return cls(
            created=datetime.now(UTC).replace(microsecond=0), vendepunkt_version=_version_of("vendepunkt"),
            scenario_name=scenario_name, scenario=scenario, scenario_digest=scenario_digest, seeds=seeds, weeks=weeks,
            burn_in_weeks=burn_in_weeks, citizens=citizens,
        )

    @classmethod
    def parsed(cls, text: str, file: str) -> Manifest:
        """Read a manifest from JSON text; ``file`` is what an error calls it.

        Raises:
            RecordError: for text that is not JSON, another format version, missing, unknown or wrong fields, or when
                it is not as it was written.
        """
        found = _json(text, file)
        seal = found.pop(_SEAL, None)
        format_version = found.get("format_version")
        if format_version != FORMAT_VERSION:
            raise RecordError.about(file, Text(
                f"er skrevet i format {format_version!r}, men denne udgave læser format {FORMAT_VERSION}",
                f"is written in format {format_version!r}, but this version reads format {FORMAT_VERSION}",
            ), Text("Kør scenariet igen, eller brug den udgave af vendepunkt, der skrev det.",
                    "Run the scenario again, or use the version of vendepunkt that wrote it."))
        if seal not in {None, _sealed(found)}:  # versions before the seal wrote none
            raise RecordError.about(file, _CHANGED, _AGAIN)
        try:
            manifest = cls.model_validate_json(json.dumps(found))
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(str(part) for part in first["loc"])
            what = _FAULTS.get(first["type"], _WRONG_VALUE)
            raise RecordError.about(file, what, _AGAIN, key=key or None) from error
        _refuse_strange_tables(manifest, file)
        return manifest

    def written(self) -> str:
        """Return the manifest as JSON text that ``parsed`` reads back to an equal one; its seal is the last field."""
        fields = json.loads(self.model_dump_json())
        return json.dumps({**fields, _SEAL: _sealed(fields)}, indent=2, ensure_ascii=False) + "\n"

    def same_run(self, other: Manifest) -> bool:
        """Whether seeds of the two can stand in one folder: same scenario, rows, length, size, format and versions."""
        alike = all(self.row_of_seed[seed] == other.row_of_seed.get(seed, self.row_of_seed[seed])
                    for seed in self.row_of_seed)
        return alike and all(getattr(self, field) == getattr(other, field) for field in _SAME_RUN)


def _sealed(fields: dict[str, Any]) -> str:
    """The sha256 of a manifest's fields, so that one that was changed or damaged afterwards is known."""
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode("utf-8")).hexdigest()


def _refuse_strange_tables(manifest: Manifest, file: str) -> None:
    for field in ("hashes", "sizes", "rows"):
        named = set(getattr(manifest, field))
        if named and named != set(TABLES):
            what = Text("nævner ikke netop de fire tabeller", "does not name exactly the four tables")
            raise RecordError.about(file, what, _AGAIN, key=field, value=", ".join(sorted(named)))


@cache
def _source_digest() -> str:
    root = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        digest.update(str(path.relative_to(root).as_posix()).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


def _json(text: str, file: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RecordError.about(file, Text("er beskadiget (ikke gyldig JSON)", "is damaged (not valid JSON)"),
                                _AGAIN) from error
    if not isinstance(found, dict):
        raise RecordError.about(file, Text("er ikke et manifest", "is not a manifest"), _AGAIN)
    return found
