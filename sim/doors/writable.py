"""Seeing that results can be written, before minutes or hours go into them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryFile

from sim.errors import Text
from sim.record.files import disk_errors

_WRITE = Text("skrive resultaterne", "write the results")


def see_writable(folder: Path) -> None:
    """Make a folder where there is none, and write a file in it that is gone at once.

    Raises:
        RecordError: when the disk refuses.
    """
    with disk_errors(folder, _WRITE):
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as trial:
            trial.write(b"0")
