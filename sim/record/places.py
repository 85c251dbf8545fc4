"""Where things lie around a run folder, and the few moves that lead from one safe state of the disk to the next.

Beside ``results/x`` lie, hidden: ``.x.partial`` (seeds so far, and the whole run just before it is moved),
``.x.replaced`` (the old run, for the moment between two renames), ``.x.discarded`` (what is being deleted: renamed
first, so that half of it is never taken for seeds to go on with) and ``.x.lock``.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from sim.errors import RecordError, Text
from sim.record.files import ASIDE, force_folder, move_folder, remove_folder, write_text
from sim.record.lock import Lock
from sim.record.manifest import FILE, Manifest
from sim.record.parts import seeds_in
from sim.record.schema import TABLES

_OWN = {FILE, *(f"{name}.parquet" for name in TABLES)}
_DRAFT = "draft.json"
_SAME_QUESTION = ("scenario_digest", "weeks", "citizens")


class Places:
    """The places that belong to one run folder."""

    def __init__(self, target: Path) -> None:
        hidden = target.parent / f".{target.name}"
        self.target = target
        self.partial = hidden.with_name(f"{hidden.name}.partial")
        self.replaced = hidden.with_name(f"{hidden.name}.replaced")
        self.discarded = hidden.with_name(f"{hidden.name}.discarded")
        self.lock = hidden.with_name(f"{hidden.name}.lock")
        self.parts = self.partial / "parts"
        self.whole = self.partial / "whole"

    def refuse_foreign(self, called: Path) -> None:
        """See that nothing but a run (or nothing at all) would be replaced.

        Raises:
            RecordError: when the target is a file, or a folder that holds something else.
        """
        if not self.target.exists() or _is_run(self.target):
            return
        if self.target.is_dir() and not any(self.target.iterdir()):
            return
        raise RecordError.about(
            str(called), Text("findes i forvejen og er ikke en kørsel", "exists already and is not a run"),
            Text("Vælg en anden mappe med --out.", "Choose another folder with --out."),
        )

    def prepare(self, manifest: Manifest) -> Text | None:
        """Make the partial folder ready for the run of ``manifest``; return what the user should know, if anything."""
        notice = None
        kept = seeds_in(self.parts)
        if kept and self._same_run(manifest):
            notice = Text(f"Fortsætter: {len(kept)} frø er regnet i forvejen.",
                          f"Continuing: {len(kept)} seeds were run before.")
            self._sweep()
        else:
            notice = self._set_aside() if kept else None
            self.discard_partial()
            self.parts.mkdir(parents=True)
        write_text(manifest.written(), self.partial / _DRAFT)
        return notice

    def told_of_finished(self, manifest: Manifest) -> Text | None:
        """What to know about a finished run that will be replaced: that it is another one, while it can be kept."""
        try:
            found = Manifest.parsed((self.target / FILE).read_text(encoding="utf-8"), str(self.target))
        except (RecordError, OSError, UnicodeDecodeError):
            return None
        if all(getattr(found, field) == getattr(manifest, field) for field in _SAME_QUESTION):
            return None
        return Text(
            f"I {self.target} ligger en færdig kørsel af et andet scenarie eller en anden størrelse. Den erstattes, "
            "når denne er færdig. Vælg en anden mappe med --out, hvis den skal beholdes.",
            f"{self.target} holds a finished run of another scenario or size. It is replaced when this one is "
            "finished. Choose another folder with --out to keep it.",
        )

    def carry_over(self) -> None:
        """Copy what others laid in the old folder into the whole new one."""
        if not self.target.is_dir():
            return
        for entry in self.target.iterdir():
            if entry.name in _OWN:
                continue
            copy = self.whole / entry.name
            if entry.is_dir() and not entry.is_symlink():
                shutil.copytree(entry, copy, symlinks=True)
            else:
                shutil.copy2(entry, copy, follow_symlinks=False)

    def put_in_place(self) -> None:
        """Let the whole new run take the target's place. A crash at any point leaves the old one or the new one."""
        if self.target.exists():
            move_folder(self.target, self.replaced)
        try:
            move_folder(self.whole, self.target)
        except OSError:
            self.recover()
            raise
        self.discard_partial()
        remove_folder(self.replaced)

    def discard_partial(self) -> None:
        """Delete what was written aside."""
        remove_folder(self.discarded)
        if self.partial.exists():
            move_folder(self.partial, self.discarded)
            remove_folder(self.discarded)

    def recover(self) -> None:
        """Mend what a crash between two renames left: the old run goes back, or away when the new one is there.

        Only whoever holds the lock may call this.
        """
        remove_folder(self.discarded)
        if not self.replaced.exists():
            return
        if self.target.exists():
            remove_folder(self.replaced)
        else:
            move_folder(self.replaced, self.target)

    def recover_if_idle(self) -> None:
        """Mend as ``recover`` does, when the target is missing and nobody writes.

        Raises:
            RecordError: when somebody writes.
        """
        if self.target.exists() or not self.replaced.exists():
            return
        lock = Lock.taken(self.lock)
        try:
            self.recover()
        finally:
            lock.release()

    def _same_run(self, manifest: Manifest) -> bool:
        draft = self.partial / _DRAFT
        try:
            return Manifest.parsed(draft.read_text(encoding="utf-8"), str(draft)).same_run(manifest)
        except (RecordError, OSError, UnicodeDecodeError):
            return False

    def _set_aside(self) -> Text:
        number = 1
        while (aside := self.target.with_name(f"{self.target.name}.set-aside-{number}")).exists():
            number += 1
        move_folder(self.partial, aside)
        return Text(
            f"En afbrudt kørsel med et andet scenarie, en anden størrelse eller en anden udgave er lagt i {aside}. "
            "Slet den, hvis den ikke skal bruges.",
            f"A broken-off run of another scenario, size or version was put in {aside}. Delete it if it is of no use.",
        )

    def _sweep(self) -> None:
        """Remove what a killed writer left half done."""
        remove_folder(self.whole)
        for entry in self.parts.iterdir():
            if entry.name.startswith(ASIDE):
                remove_folder(entry)
        for entry in self.partial.glob(f"{ASIDE}*"):
            entry.unlink()
        force_folder(self.parts)


def _is_run(folder: Path) -> bool:
    """Whether a folder was written by this record, damaged or not."""
    try:
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return any((folder / f"{name}.parquet").is_file() for name in TABLES)
    return isinstance(found, dict) and "scenario_digest" in found
