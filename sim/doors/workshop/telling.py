"""Cases as guided stories: what came from outside, a life in the model, the counter-case, questions to talk about."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import polars as pl

from sim.cases.case import Case
from sim.cases.reading import FOLDER, case_names, find_case
from sim.cases.timeline import weeks_of
from sim.doors.workshop.lives import Sentences, lives_in
from sim.doors.workshop.packing import packed
from sim.doors.workshop.watching import Watch
from sim.errors import Text
from sim.population.town import Town
from sim.record.tables import RunTables
from sim.studies.replay import COUNTER, TOLD, Futures, one_life, replay
from sim.studies.replay_town import town_of

FUTURES = 12
"""Futures behind the shares; the one life that is drawn is the most typical of them."""

_FIRST = ("henning", "pernille", "erik", "maria", "mathias")
"""The five cases of S4 lead; the others follow by name."""


def cases_here() -> tuple[str, ...]:
    """The names of the cases in the folder ``cases``, in the order they are told; none where there is no folder."""
    names = case_names(FOLDER)
    return (*(name for name in _FIRST if name in names), *(name for name in names if name not in _FIRST))


def headings(names: Sequence[str]) -> list[dict[str, Any]]:
    """What can be told of cases before they are played: name, title, source, story, questions."""
    return [_heading(find_case(name)) for name in names]


def _heading(case: Case) -> dict[str, Any]:
    return {
        "name": case.name, "title": _both(case.title), "source": case.source, "story": _both(case.story),
        "questions": [_both(each) for each in case.questions],
    }


@lru_cache(maxsize=32)
def told_case(name: str, futures: int = FUTURES) -> dict[str, Any]:
    """A case with everything the page tells of it; it is played once and then kept.

    Raises:
        ScenarioError: when there is no such case, or its file cannot be used.
    """
    case = find_case(name)
    seeds = tuple(range(1, futures + 1))
    played = replay(case, seeds, (TOLD, COUNTER))
    seed = seeds[played.arms[TOLD].most_typical()]
    weeks = weeks_of(case.events, seed)
    happened = sorted((weeks[event.id], event.words.da, event.words.en) for event in case.events)
    return {
        "name": case.name, "weeks": case.weeks,
        "counter": _both(case.counter.words),
        "events": [{"week": week, "da": da, "en": en} for week, da, en in happened if week < case.weeks],
        "futures": futures, "shares": {arm: _shares(played.arms[arm]) for arm in (TOLD, COUNTER)},
        "lives": {arm: _life(case, seed, arm) for arm in (TOLD, COUNTER)},
    }


def _both(words: Text) -> dict[str, str]:
    return {"da": words.da, "en": words.en}


def _shares(futures: Futures) -> list[dict[str, Any]]:
    """How many futures are in each phase at the end of every year and at the end."""
    shares = futures.shares()
    last = len(shares) - 1
    weeks = [*range(51, last, 52), last]
    return [{"week": week, "shares": [round(float(share), 3) for share in shares[week]]} for week in weeks]


def _life(case: Case, seed: int, arm: str) -> str:
    """One future as a block of the page's own kind."""
    watches: list[Watch] = []

    def watching(town: Town) -> Watch:
        watches.append(Watch(town))
        return watches[0]

    tables, number = one_life(case, seed, arm, watching=watching)
    mine = RunTables(**{
        name: frame if name == "panel" else frame.filter(pl.col("citizen") == number) for name, frame in tables.items()
    })
    sentences = Sentences()
    scenario = town_of(case)
    lives = lives_in(mine, seed, scenario.start, sentences)
    head = {"name": "case", "start": scenario.start.isoformat(), "weeks": case.weeks, "towns": 0, "measures": {},
            "changes": [], "title": _both(case.title), "sentences": sentences.as_lists()}
    return base64.b64encode(packed(head, {**lives.columns, **watches[0].people(lives.numbers)})).decode()
