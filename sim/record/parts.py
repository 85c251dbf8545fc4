"""One seed's tables on the disk while a run is under way: a folder that appears whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from sim.errors import RecordError, Text
from sim.record.files import ASIDE, disk_errors, move_folder, remove_folder, write_frame
from sim.record.schema import TABLES
from sim.record.tables import RunTables

_NAME = re.compile(r"seed-(-?\d+)")
_WRITE = Text("skrive tabellerne", "write the tables")
_READ = Text("læse tabellerne", "read the tables")


def write_part(parts: Path, seed: int, tables: RunTables) -> None:
    """Write one seed's tables below the folder ``parts``. Safe from several processes, each with its own seeds.

    Raises:
        RecordError: when the tables hold another seed, break a law of the record, or cannot be written.
    """
    if not set(tables.seeds) <= {seed}:
        raise RecordError.about(f"seed {seed}", f"the tables hold the seeds {tables.seeds}")
    tables.checked()
    target, aside = parts / f"seed-{seed}", parts / f"{ASIDE}seed-{seed}"
    with disk_errors(parts, _WRITE):
        remove_folder(aside)
        aside.mkdir(parents=True)
        try:
            for name, frame in tables.items():
                write_frame(frame, aside / f"{name}.parquet")
            move_folder(aside, target)
        except BaseException:
            remove_folder(aside)
            raise


def seeds_in(parts: Path) -> frozenset[int]:
    """Return the seeds that are wholly written."""
    if not parts.is_dir():
        return frozenset()
    matches = (_NAME.fullmatch(entry.name) for entry in parts.iterdir())
    return frozenset(int(match.group(1)) for match in matches if match)


def read_part(parts: Path, seed: int) -> RunTables:
    """Return one seed's tables.

    Raises:
        RecordError: when they are missing or damaged.
    """
    return RunTables(**{name: part_frame(parts, seed, name) for name in TABLES})


def part_frame(parts: Path, seed: int, name: str) -> pl.DataFrame:
    """Return one table of one seed.

    Raises:
        RecordError: when it is missing or damaged.
    """
    return read_frame(parts / f"seed-{seed}" / f"{name}.parquet", name)


def read_frame(path: Path, name: str) -> pl.DataFrame:
    """Return the table ``name`` from a parquet file.

    Raises:
        RecordError: when the file is missing, damaged, or has other columns than the schema.
    """
    with disk_errors(path, _READ):
        try:
            frame = pl.read_parquet(path, memory_map=True)
        except pl.exceptions.PanicException as error:  # some damage makes polars' reader give up without an error
            raise damaged(path) from error
        except (pl.exceptions.PolarsError, OSError) as error:
            if isinstance(error, FileNotFoundError):
                raise missing(path) from error
            raise damaged(path) from error
    if frame.schema != TABLES[name]:
        what = Text("har andre kolonner end denne udgave skriver", "has other columns than this version writes")
        raise RecordError.about(str(path), what, Text("Kør scenariet igen.", "Run the scenario again."))
    return frame


def frames_by_seed(parts: Path, seeds: tuple[int, ...], name: str) -> Iterator[pl.DataFrame]:
    """Yield one table of every seed, in the order given."""
    for seed in seeds:
        yield part_frame(parts, seed, name)


def missing(path: Path) -> RecordError:
    """Return the error for a table that is not there."""
    return RecordError.about(
        str(path), Text("findes ikke", "does not exist"),
        Text("Mappen er ikke hel; kør scenariet igen.", "The folder is not whole; run the scenario again."),
    )


def damaged(path: Path) -> RecordError:
    """Return the error for a table that cannot be read or has changed since it was written."""
    return RecordError.about(
        str(path),
        Text("er beskadiget eller ændret, siden det blev skrevet", "is damaged, or was changed after it was written"),
        Text("Slet mappen, og kør scenariet igen; samme frø giver de samme tal.",
             "Delete the folder and run the scenario again; the same seeds give the same numbers."),
    )
