"""What an exported page cannot compute, recorded beforehand: some interventions, and the role play's possible lives."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import polars as pl

from sim.doors.workshop.intervening import OFFERED
from sim.doors.workshop.recording import Recording
from sim.doors.workshop.sliders import BASE, name_of
from sim.doors.workshop.studio import Studio
from sim.processes.orders import Order
from sim.record.schema import Layer
from sim.vocabulary import ON_SUPPORT_PHASES, Phase

WEEK = 26
"""The week in which recorded interventions happen; in a short run, the one half-way."""

_EACH_PHASE = 2
_TOGETHER = 33


def recorded_lives(studio: Studio) -> list[dict[str, Any]]:
    """Two people of every phase, by their numbers and not by how it went, under every intervention on offer."""
    base = studio.base_run()
    week = min(WEEK, studio.size.weeks // 2)
    asked = [(citizen, what) for citizen in _chosen(base, week) for what in OFFERED]
    name, seed = name_of(BASE), studio.size.first_seed
    out = []
    for some in _in_turn(asked):
        orders = [_order(citizen, what, week, seed) for citizen, what in some]
        lives = studio.lives(name, orders)
        out += [
            {"run": name, "citizen": citizen, "what": what, "week": week, "block": _text(life)}
            for (citizen, what), life in zip(some, lives, strict=True)
        ]
    return out


def _order(citizen: int, what: str, week: int, seed: int) -> Order:
    happening, amount = OFFERED[what]
    return Order(week=week, happening=happening, citizen=citizen, seed=seed, amount=amount)


def _text(life: Recording) -> str:
    return base64.b64encode(life.block()).decode()


def _chosen(base: Recording, when: int) -> list[int]:
    """The first of each phase in the week before, who are there to the end."""
    columns = base.columns
    weeks = int(base.head["weeks"])
    found: list[int] = []
    for phase in ON_SUPPORT_PHASES:
        here = []
        for person, citizen in enumerate(columns["citizen"].tolist()):
            first, last = columns["place_begins"][person], columns["place_begins"][person + 1]
            week, code = columns["place_week"][first:last], columns["place_code"][first:last]
            at = np.searchsorted(week, when - 1, side="right") - 1
            if at >= 0 and code[at] == phase and columns["person_exit_week"][person] >= weeks:
                here.append(citizen)
        found += here[:_EACH_PHASE]
    return found


def recorded_role_play(studio: Studio) -> dict[str, Any]:
    """The desk week by week under the rule, and for each case the lives that more calls would have given."""
    play = studio.play
    rounds = [play.ask({"choices": [[] for _ in range(week)]}) for week in range(play.rounds)]
    end = play.ask({"choices": [[] for _ in range(play.rounds)]})
    return {
        "rounds": play.rounds, "weeks": [{"slots": each["slots"], "cases": each["cases"]} for each in rounds],
        "rule": end["arms"]["rule"], "half": end["arms"]["half"], "calls": [0, *play.often],
        "lives": _called_lives(studio),
    }


def _called_lives(studio: Studio) -> list[dict[str, Any]]:
    play = studio.play
    asked = [(citizen, calls) for citizen in play.cases() for calls in (0, *play.often)]
    found: dict[int, dict[str, list[int]]] = {}
    for some in _in_turn(asked):
        for (citizen, _), spells in zip(some, play.called(some), strict=True):
            mine = found.setdefault(citizen, {"played": [], "later": []})
            mine["played"].append(_phase_at(spells, play.rounds - 1))
            mine["later"].append(_phase_at(spells, play.weeks - 1))
    return [{"citizen": citizen, **lives} for citizen, lives in found.items()]


def _phase_at(spells: pl.DataFrame, week: int) -> int:
    """The phase in a week; one more than the last for whoever has left."""
    here = spells.filter(
        (pl.col("layer") == int(Layer.PHASE)) & (pl.col("start") <= week) & (week < pl.col("end")))["code"]
    return int(here[0]) if len(here) else len(Phase)


def _in_turn(asked: Sequence[tuple[int, Any]]) -> Iterator[Sequence[tuple[int, Any]]]:
    """A few at a time: so many towns fit side by side without growing slow."""
    for start in range(0, len(asked), _TOGETHER):
        yield asked[start : start + _TOGETHER]
