"""Writing a view to disk: whole or not at all, and with an error a user understands."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sim.errors import Text, ViewError, said_by_system


def save_text(path: Path, text: str) -> None:
    """Write text as UTF-8.

    Raises:
        ViewError: when the file cannot be written; an earlier file at the place is then untouched.
    """
    save_bytes(path, text.encode("utf-8"))


def save_bytes(path: Path, content: bytes) -> None:
    """Write bytes beside the place and move them there, so that a reader never meets half a file.

    Raises:
        ViewError: when the file cannot be written; an earlier file at the place is then untouched.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):  # what could not be written need not be there to remove
            beside.unlink(missing_ok=True)
        said = said_by_system(error)
        raise ViewError.about(
            str(path), Text(f"kan ikke skrives ({said.da})", f"cannot be written ({said.en})"),
            Text("Se efter, om mappen findes, om der er plads på disken, og om filen er åben i et andet program.",
                 "See whether the folder exists, the disk has room, and the file is open in another program."),
        ) from error
