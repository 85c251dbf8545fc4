"""Writing that is whole or absent: a file is written aside, forced to the disk, and moved into place in one step."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import polars as pl

from sim.errors import RecordError, Text, said_by_system

ASIDE = ".writing-"
"""Begins the name of whatever is not whole yet; anything so called may be deleted when nobody writes."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_A_LITTLE = 1 << 20
_ROWS_PER_GROUP = 250_000
_FREE_SPACE = Text(
    "Gør plads på disken, og kør den samme kommando igen; det, der allerede er regnet, bliver brugt.",
    "Free some space and run the same command again; what was computed so far will be used.",
)
_RIGHTS = Text(
    "Se efter, om mappen findes, og om du må skrive i den; eller vælg en anden med --out.",
    "See whether the folder exists and you may write in it; or choose another one with --out.",
)


@contextmanager
def disk_errors(place: Path, doing: Text) -> Iterator[None]:
    """Turn what the operating system or polars says about ``place`` into a RecordError with a remedy.

    Raises:
        RecordError: for a full disk, missing rights, or any other failure to read or write.
    """
    try:
        yield
    except RecordError:
        raise
    except (OSError, pl.exceptions.PolarsError) as error:
        full = getattr(error, "errno", None) in _FULL or "No space left" in str(error)
        if full:
            what = Text(f"der er ikke plads på disken til at {doing.da}", f"the disk has no room left to {doing.en}")
        else:
            said = said_by_system(error)
            what = Text(f"kunne ikke {doing.da} ({said.da})", f"could not {doing.en} ({said.en})")
        raise RecordError.about(str(place), what, _FREE_SPACE if full else _RIGHTS) from error


def write_frame(frame: pl.DataFrame, path: Path) -> None:
    """Write a table as zstd-compressed parquet: equal frames give equal bytes, however they were put together."""
    with _aside(path) as handle, _room_seen(handle):
        frame.rechunk().write_parquet(
            handle, compression="zstd", compression_level=3, statistics=True, row_group_size=_ROWS_PER_GROUP,
        )


@contextmanager
def _room_seen(handle: IO[bytes]) -> Iterator[None]:
    """Let a full disk be told by the operating system: polars calls some of its refusals an invalid table.

    Raises:
        OSError: when there is no room for a little more either.
        PolarsError: as it came, when there is.
    """
    try:
        yield
    except pl.exceptions.PolarsError:
        handle.write(bytes(_A_LITTLE))
        handle.flush()
        os.fsync(handle.fileno())
        raise


def write_csv(frame: pl.DataFrame, path: Path) -> None:
    """Write a table as CSV in UTF-8: a dot in numbers, and nothing where nothing is known."""
    with _aside(path) as handle:
        frame.write_csv(handle)


def write_text(text: str, path: Path) -> None:
    """Write a text file in UTF-8."""
    write_bytes(text.encode("utf-8"), path)


def write_bytes(content: bytes, path: Path) -> None:
    """Write a file."""
    with _aside(path) as handle:
        handle.write(content)


@contextmanager
def _aside(path: Path) -> Iterator[IO[bytes]]:
    """Open a file beside ``path``; move it into place when all of it has reached the disk, remove it otherwise."""
    aside = path.with_name(f"{ASIDE}{path.name}")
    try:
        with aside.open("wb") as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        os.replace(aside, path)  # noqa: PTH105 - the one call that is known to be atomic on every system
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def move_folder(source: Path, target: Path) -> None:
    """Give a folder another name in one step, and make the change reach the disk.

    Raises:
        OSError: when ``target`` exists and is not an empty folder.
    """
    force_folder(source)
    os.rename(source, target)  # noqa: PTH104 - Path.rename would do the same; the tests count the calls
    force_folder(target.parent)


def force_folder(folder: Path) -> None:
    """Make the names in a folder reach the disk."""
    if sys.platform == "win32":  # folders cannot be opened there; renames are journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_folder(folder: Path) -> None:
    """Remove a folder and everything in it; nothing happens when there is none."""
    if folder.exists():
        shutil.rmtree(folder)


def hash_of(path: Path) -> str:
    """Return the sha256 of a file's bytes as hexadecimal text."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
