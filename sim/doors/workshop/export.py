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
from sim.scenario.scenario import Scenario

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
    """Play every run that is wanted and return the page that holds them."""
    shared = Sentences()
    blocks: dict[str, bytes] = {}
    for done, recording in enumerate(_played(studio, wanted, jobs), 1):
        blocks[recording.name] = recording.told_with(shared).bare_block()
        tell(done, len(wanted))
    sentences = zlib.compress(json.dumps(shared.as_lists(), ensure_ascii=False).encode(), 9)
    beforehand = {"recorded_lives": recorded_lives(studio), "recorded_roleplay": recorded_role_play(studio),
                  "recorded_cases": [studio.case(name) for name in studio.cases]}
    return whole_page(studio, blocks, sentences, beforehand)


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
