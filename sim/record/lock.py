"""One writer per run folder. The operating system lets go of the lock when its owner dies, so none is left over."""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from sim.errors import RecordError, Text


@dataclass
class Lock:
    """A lock file that is held; ``release`` lets go of it and removes it."""

    path: Path
    handle: int

    @classmethod
    def taken(cls, path: Path) -> Lock:
        """Take the lock, without waiting.

        Raises:
            RecordError: when another process (or another writer of this one) holds it.
            OSError: when the file cannot be made.
        """
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
            if not _seized(handle):
                owner = os.read(handle, 32).decode("ascii", "replace").strip() or "?"
                os.close(handle)
                raise _busy(path, owner)
            if _still_there(path, handle):
                break
            os.close(handle)  # its owner removed the file between our opening and locking it: begin again
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"{os.getpid()}\n".encode("ascii"))
        return cls(path, handle)

    @property
    def held(self) -> bool:
        """Whether the lock has not been released yet."""
        return self.handle >= 0

    def release(self) -> None:
        """Remove the file and let go. Doing it twice does no harm."""
        if not self.held:
            return
        with contextlib.suppress(PermissionError):  # Windows keeps open files; one left over does not lock anybody out
            self.path.unlink(missing_ok=True)  # first, so that nobody can lock a file that is about to go
        os.close(self.handle)
        self.handle = -1


def _still_there(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _busy(path: Path, owner: str) -> RecordError:
    folder = path.with_name(path.name.removeprefix(".").removesuffix(".lock"))
    return RecordError.about(
        str(folder),
        Text(f"en anden kørsel skriver her nu (proces {owner})", f"another run is writing here now (process {owner})"),
        Text("Vent til den er færdig, eller vælg en anden mappe med --out.",
             "Wait until it is done, or choose another folder with --out."),
    )


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # locked there, so that the process number at the beginning can still be read

    def _seized(handle: int) -> bool:
        try:
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _seized(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
