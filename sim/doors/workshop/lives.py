"""Everyone's life in one run as columns for the page: places, situations, events with their sentences, portraits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.doors.workshop.packing import joined_lists
from sim.record.tables import RunTables
from sim.views.life import Happening, Life, lives_of
from sim.views.story_events import Teller, told
from sim.views.story_person import ending, portrait, tally
from sim.vocabulary import LANGUAGES, EventKind, Phase, Standing

WORK, EDUCATION, SELF_SUPPORT, PENSION, LEFT = 4, 5, 6, 7, 8
"""Places beside the four phases (codes 0-3)."""

_OUTSIDE = {
    Standing.EDUCATION: EDUCATION, Standing.SELF_SUPPORT: SELF_SUPPORT, Standing.PENSION: PENSION, Standing.LEFT: LEFT,
}
_UNKNOWN_TURN = 2
_PEOPLE = ("entry_week", "exit_week", "age", "female", "caseworker_changes", "meetings", "placements")


@dataclass
class Sentences:
    """Each sentence once, in both languages; columns hold numbers."""

    da: list[str] = field(default_factory=list)
    en: list[str] = field(default_factory=list)
    _known: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, da: str, en: str) -> int:
        """The number of a sentence, a new one if it is new."""
        found = self._known.get((da, en))
        if found is None:
            found = self._known[da, en] = len(self.da)
            self.da.append(da)
            self.en.append(en)
        return found

    def as_lists(self) -> dict[str, list[str]]:
        """Both languages, in the order of the numbers."""
        return {"da": self.da, "en": self.en}


@dataclass(frozen=True)
class Lives:
    """The columns of one run. ``numbers``: the citizens, in the order of the rows."""

    numbers: npt.NDArray[np.int64]
    columns: dict[str, npt.NDArray[Any]]


def lives_in(tables: RunTables, seed: int, start: date, sentences: Sentences) -> Lives:
    """Turn the tables of one seed into columns; what is said goes into ``sentences``."""
    lives = lives_of(tables, seed)
    columns: dict[str, npt.NDArray[Any]] = {
        "citizen": np.array([life.person["citizen"] for life in lives], dtype=np.uint32),
        **{f"person_{name}": np.array([int(life.person[name]) for life in lives], dtype=np.int16) for name in _PEOPLE},
    }
    columns |= _stays("place", [_places(life) for life in lives])
    columns |= _stays("standing", [[(stay.start, stay.code) for stay in life.standings] for life in lives])
    columns |= _said([_tellers(life, start) for life in lives], sentences)
    return Lives(columns["citizen"].astype(np.int64), columns)


def _places(life: Life) -> list[tuple[int, int]]:
    """From which week on the person is at which place."""
    out: list[tuple[int, int]] = []
    for stay in life.phases:
        phase = Phase(stay.code)
        if phase is Phase.OUTSIDE:
            inside = [each for each in life.standings if each.end > stay.start and each.start < stay.end]
            out += [(max(each.start, stay.start), _OUTSIDE.get(Standing(each.code), SELF_SUPPORT)) for each in inside]
        else:
            out.append((stay.start, int(phase)))
    if life.left:
        out.append((life.last_week, LEFT))
    return [step for step, before in zip(out, [None, *out], strict=False) if before is None or step[1] != before[1]]


def _stays(name: str, lists: Sequence[Sequence[tuple[int, int]]]) -> dict[str, npt.NDArray[Any]]:
    begins, week = joined_lists([np.array([start for start, _ in each]) for each in lists], "uint16")
    code = joined_lists([np.array([code for _, code in each]) for each in lists], "uint8")[1]
    return {f"{name}_begins": begins, f"{name}_week": week, f"{name}_code": code}


_Tellers = tuple[Teller, Teller]


def _tellers(life: Life, start: date) -> _Tellers:
    first, second = (Teller(life, language, start) for language in LANGUAGES)
    return first, second


def _said(tellers: Sequence[_Tellers], sentences: Sentences) -> dict[str, npt.NDArray[Any]]:
    """Every event that has a sentence, and the three sentences about the whole life."""
    rows: list[list[tuple[int, int, int, int, int, int]]] = [list(_marks(each, sentences)) for each in tellers]
    names = ("week", "kind", "code", "agent", "turned", "sentence")
    kinds = ("uint16", "uint8", "uint8", "int16", "uint8", "uint16")
    out = {"mark_begins": joined_lists([np.zeros(len(each)) for each in rows], "uint8")[0]}
    for place, (name, kind) in enumerate(zip(names, kinds, strict=True)):
        out[f"mark_{name}"] = joined_lists([np.array([row[place] for row in each]) for each in rows], kind)[1]
    for name, writer in (("portrait", portrait), ("ending", ending), ("tally", tally)):
        said = [sentences.number(writer(da), writer(en)) for da, en in tellers]
        out[f"person_{name}"] = np.array(said, dtype=np.uint16)
    return out


def _marks(tellers: _Tellers, sentences: Sentences) -> Iterator[tuple[int, int, int, int, int, int]]:
    da, en = tellers
    # What happened in the same month decides how a sentence is put, as in the story.
    for _, month in groupby(da.life.happenings, key=lambda happening: da.moment(happening.week)):
        together = list(month)
        for happening in together:
            words = told(da, happening, together), told(en, happening, together)
            if words[0]:
                yield (*_facts(happening), sentences.number(*words))


def _facts(happening: Happening) -> tuple[int, int, int, int, int]:
    code = happening.previous if happening.kind is EventKind.SERVICE_ENDED else happening.current
    turned = _UNKNOWN_TURN if happening.turned is None else int(happening.turned)
    agent = -1 if happening.agent is None else min(happening.agent, 32_767)
    return happening.week, int(happening.kind), 255 if code is None else code, agent, turned
