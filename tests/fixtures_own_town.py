"""Tables of a town of one's own, written for a test, and what is said when they are refused."""

from __future__ import annotations

import io
from pathlib import Path

import polars as pl
import pytest

from sim.errors import PopulationError
from sim.population.intake import own_town
from sim.scenario.own_town import TownFiles, content_of, fingerprint
from sim.scenario.scenario import load_text
from sim.scenario.settings import Settings


def town_files(folder: Path, **contents: str | bytes) -> TownFiles:
    """The files of a town, written from their contents by table (CSV for text, parquet for bytes)."""
    paths: dict[str, str | None] = dict.fromkeys(("citizens", "firms", "caseworkers"))
    for name, content in contents.items():
        path = folder / f"{name}{'.csv' if isinstance(content, str) else '.parquet'}"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        paths[name] = path.as_posix()
    known = {name: content_of(Path(path)) for name, path in paths.items() if path is not None}
    return TownFiles(str(paths["citizens"]), paths["firms"], paths["caseworkers"], fingerprint(known))


def parquet(**columns: object) -> bytes:
    buffer = io.BytesIO()
    pl.DataFrame(columns).write_parquet(buffer)
    return buffer.getvalue()


def sized(ready: int, course: int, caseload: float = 82.0) -> Settings:
    """The catalogue's settings for a town of another size."""
    text = f"[town]\nactivity_ready = {ready}\nresource_course = {course}\n[casework]\ncaseload = {caseload}\n"
    return load_text(text, "sized").settings_at(0)


def refused(files: TownFiles, settings: Settings | None = None) -> str:
    """The message about the tables in English on one line, without the folder."""
    with pytest.raises(PopulationError) as caught:
        own_town(files, 0, sized(1, 0) if settings is None else settings)
    folder = Path(files.citizens).parent.as_posix()
    return " ".join(caught.value.text("en").replace(f"{folder}/", "").split())
