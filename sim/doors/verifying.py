"""Verifying a study folder: its files, then some of its points played again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sim.errors import RunError, Text
from sim.studies import texts
from sim.studies.again import play_again, sample_of
from sim.studies.folder import POINTS, StudyFolder

_SAMPLE = 3
_ALL = "all"


def is_study(path: Path) -> bool:
    """Whether a folder was written by ``vendepunkt study``."""
    return (path / POINTS).is_file()


def verify_study(path: Path, seeds: str | None, *, files_only: bool) -> Iterator[Text]:
    """Say what was found in order; ``seeds`` is None for a few points or ``all`` for every one.

    Raises:
        RecordError: naming the files, or the point, that differ.
        RunError: when ``seeds`` is anything else.
    """
    folder = StudyFolder.open(path)
    if seeds not in {None, _ALL}:
        raise RunError.about("--seeds", Text("et studie køres igen punkt for punkt; her kan kun stå all",
                                             "a study is run again point by point; only all can stand here"),
                             value=seeds, nothing_done=texts.NOTHING_RUN)
    folder.verify()
    yield Text(f"{path.name}: filerne er hele og uændrede.", f"{path.name}: the files are whole and unchanged.")
    numbers = () if files_only else sample_of(folder, folder.manifest.cells if seeds == _ALL else _SAMPLE)
    names = list(folder.manifest.scenarios)
    for cell in play_again(folder, numbers):
        place = cell.number // len(names)
        yield texts.again_the_same(names[cell.number % len(names)], place, len(folder.manifest.seeds))
