"""One file with everything inside: runs for every position of the sliders and for every preset, recorded beforehand."""

from __future__ import annotations

import json
import multiprocessing
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from sim.doors.workshop.beforehand import recorded_lives, recorded_role_play
from sim.doors.workshop.lives import Sentences
from sim.doors.workshop.page_file import whole_page
from sim.doors.workshop.recording import Recording
from sim.doors.workshop.sliders import Choice, recorded_choices
from sim.doors.workshop.studio import Size, Studio
from sim.errors import RunError, Text
from sim.scenario.scenario import Scenario

MOST_BYTES = 15_000_000
"""A file larger than this is slow to mail and slow to open; it is refused before it is written."""

Tell = Callable[[int, int], None]
"""Told how many runs are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A run to record: a choice on the sliders, or a preset by its name."""

    choice: Choice | None
    preset: str | None = None


def wanted_runs(studio: Studio) -> list[Wanted]:
    """Every run that travels in the file, the base first."""
    return [*(Wanted(choice) for choice in recorded_choices()), *(Wanted(None, name) for name in studio.presets)]


def exported_page(studio: Studio, wanted: Sequence[Wanted], jobs: int, tell: Tell) -> str:
    """Play every run that is wanted and return the page that holds them.

    Raises:
        RunError: when the page would be larger than ``MOST_BYTES``.
    """
    shared = Sentences()
    blocks: dict[str, bytes] = {}
    for done, recording in enumerate(_played(studio, wanted, jobs), 1):
        blocks[recording.name] = recording.told_with(shared).bare_block()
        _refuse_too_large(sum(len(block) for block in blocks.values()) * 4 // 3, done, len(wanted))
        tell(done, len(wanted))
    sentences = zlib.compress(json.dumps(shared.as_lists(), ensure_ascii=False).encode(), 9)
    beforehand = {"recorded_lives": recorded_lives(studio), "recorded_roleplay": recorded_role_play(studio),
                  "recorded_cases": [studio.case(name) for name in studio.cases]}
    page = whole_page(studio, blocks, sentences, beforehand)
    _refuse_too_large(len(page.encode()), len(wanted), len(wanted))
    return page


def _refuse_too_large(size: int, done: int, runs: int) -> None:
    """Stop as soon as it is certain that the file would be too large; nothing has been written then."""
    if size <= MOST_BYTES:
        return
    told = size / 1e6
    raise RunError.about(
        "vendepunkt workshop export",
        Text(f"filen bliver for stor: {told:.1f} MB efter {done} af {runs} kørsler",
             f"the file grows too large: {told:.1f} MB after {done} of {runs} runs"),
        Text("Vælg færre mennesker (--people), uger (--weeks) eller scenariefiler; færre byer (--towns) hjælper lidt.",
             "Choose fewer people (--people), weeks (--weeks) or scenario files; fewer towns (--towns) help a little."),
        allowed=Text(f"højst {MOST_BYTES / 1e6:.0f} MB", f"at most {MOST_BYTES / 1e6:.0f} MB"),
        nothing_done=Text("Intet er skrevet.", "Nothing was written."))


def _played(studio: Studio, wanted: Sequence[Wanted], jobs: int) -> Iterator[Recording]:
    if jobs <= 1 or len(wanted) < 4:
        for each in wanted:
            yield _play(studio, each)
        return
    given = (studio.base, dict(studio.presets), studio.size)
    context = multiprocessing.get_context("spawn")  # forking beside threads of polars may hang
    with ProcessPoolExecutor(min(jobs, len(wanted)), context, _open, given) as pool:
        yield from pool.map(_play_here, wanted)


def _play(studio: Studio, wanted: Wanted) -> Recording:
    if wanted.choice is not None:
        return studio.of_choice(wanted.choice)
    return studio.of_preset(str(wanted.preset))


_HERE: dict[str, Studio] = {}
"""The studio of a worker process: the town is burnt in once in each."""


def _open(base: Scenario, presets: dict[str, Scenario], size: Size) -> None:
    _HERE["studio"] = Studio(base, presets, size)


def _play_here(wanted: Wanted) -> Recording:
    return _play(_HERE["studio"], wanted)
