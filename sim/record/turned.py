"""Which candidate turning points turned: a look back over finished spells, never a part of the week itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.record.schema import Layer
from sim.record.track import NOBODY, PERSON, Track, Whole, numbered
from sim.vocabulary import EventKind, Phase, TurningPoint

WITHIN_WEEKS = 13
"""How long after the event the phase must change (model section 3)."""

HELD_WEEKS = 13
"""How long the new phase, or a further one the same way, must hold (model section 3)."""

_STEP = {Phase.DERAILMENT: 0, Phase.SETBACK: 1, Phase.STAGNATION: 2, Phase.PROGRESSION: 3, Phase.IN_WORK: 4}
_NO_STEP = -1
_UPWARD = [int(kind) for kind in TurningPoint if kind.upward]

Truth = npt.NDArray[np.bool_]


def mark_turned(events: pl.DataFrame, spells: pl.DataFrame) -> pl.DataFrame:
    """Return the events with ``turned`` filled for every candidate turning point.

    An upward event turned when, within 13 weeks after it, the citizen entered a better phase than the one of the week
    before the event, and for 13 weeks from that entry was never in a worse phase than the one entered (derailment <
    setback < stagnation < progression < in work). A downward event turned when the same holds the other way round.
    The phase *outside* has no place in that order: entering it neither turns an event nor holds a turn. ``turned`` is
    null for other events, and where fewer than 26 weeks of the citizen's record remain after the event.

    Args:
        events: rows of the event table, of any number of seeds; their order is kept.
        spells: the spell table of the same runs.
    """
    candidate = (events["kind"] == int(EventKind.TURNING_POINT)).to_numpy()
    if not candidate.any():
        return events.with_columns(turned=pl.lit(None, dtype=pl.Boolean))
    asked = events.filter(pl.Series(candidate))
    turned, known = np.zeros(events.height, dtype=np.bool_), np.zeros(events.height, dtype=np.bool_)
    turned[candidate], known[candidate] = Turns.of(spells).after(asked, asked["current"].is_in(_UPWARD).to_numpy())
    answer = pl.DataFrame({"turned": turned, "known": known}).select(pl.when("known").then("turned")).to_series()
    return events.with_columns(answer)


@dataclass(frozen=True)
class Turns:
    """Phase spells in the order of persons and weeks, made ready to say of any week whether the phase turned after it.

    ``people``: seed and citizen, sorted. ``person``: place among them. ``step``: place in the order of phases (-1:
    outside). ``start``: first week. All (spells,). ``last_end``: where each person's record ends, (people,).
    """

    people: pl.DataFrame
    person: Whole
    step: Whole
    start: Whole
    last_end: Whole

    @classmethod
    def of(cls, spells: pl.DataFrame) -> Self:
        """Read the phases of a spell table."""
        phases = spells.filter(pl.col("layer") == int(Layer.PHASE)).sort(*PERSON, "start")
        steps = {int(phase): step for phase, step in _STEP.items()}
        step = phases["code"].replace_strict(steps, default=_NO_STEP, return_dtype=pl.Int64).to_numpy()
        person = phases.select(pl.struct(PERSON).rle_id().cast(pl.Int64)).to_series().to_numpy()
        people = phases.group_by(PERSON, maintain_order=True).agg(pl.col("end").max().cast(pl.Int64))
        start = phases["start"].cast(pl.Int64).to_numpy()
        return cls(people.select(PERSON), person, step, start, people["end"].to_numpy())

    def after(self, asked: pl.DataFrame, upward: Truth) -> tuple[Truth, Truth]:
        """Whether the phase turned after each week asked for (seed, citizen, week), and whether that can be told."""
        week = asked["week"].cast(pl.Int64).to_numpy()
        person = numbered(self.people, asked)
        if not len(self.step):
            return np.zeros(len(week), dtype=np.bool_), np.zeros(len(week), dtype=np.bool_)
        known = (person >= 0) & (self.last_end[np.maximum(person, 0)] - week >= WITHIN_WEEKS + HELD_WEEKS)
        # The spell of the week before; whoever entered in the very week has none, and starts from the first.
        spell = self._track.last(person, week - 1)
        spell = np.where((spell == NOBODY) & (person >= 0), np.searchsorted(self.person, person), spell)
        turned = np.zeros(len(week), dtype=np.bool_)
        followed = np.flatnonzero(spell >= 0)
        followed = followed[self.step[spell[followed]] >= 0]
        here = spell[followed]
        turned[followed] = self._turned(here, week[followed], upward[followed])
        return turned, known

    def _turned(self, here: Whole, week: Whole, upward: Truth) -> Truth:
        """Whether each turned, from the number of its spell before the week."""
        turned = np.zeros(len(here), dtype=np.bool_)
        left = np.arange(len(here))
        for ahead in range(1, WITHIN_WEEKS + 2):  # a spell lasts a week or more, so this many can begin in the window
            left = left[here[left] + ahead < len(self.step)]
            later, own = here[left] + ahead, here[left]
            inside = (self.person[later] == self.person[own]) & (self.start[later] <= week[left] + WITHIN_WEEKS)
            left, later, own = left[inside], later[inside], own[inside]
            better, worse = self.step[later] > self.step[own], self.step[later] < self.step[own]
            turned[left] |= (self.step[later] >= 0) & np.where(
                upward[left], better & self._held_up[later], worse & self._held_down[later])
        return turned

    @cached_property
    def _track(self) -> Track:
        return Track.of(self.person, self.start)

    @cached_property
    def _held_up(self) -> Truth:
        return self._held(up=1)

    @cached_property
    def _held_down(self) -> Truth:
        return self._held(up=-1)

    def _held(self, up: int) -> Truth:
        """Whether, from each spell's start, 13 weeks pass without a step against the direction ``up`` (1 or -1)."""
        held = self.step >= 0
        for ahead in range(1, HELD_WEEKS):
            later, here = slice(ahead, None), slice(None, -ahead)
            near = (self.person[later] == self.person[here]) & (self.start[later] < self.start[here] + HELD_WEEKS)
            against = (self.step[later] < 0) | (up * self.step[later] < up * self.step[here])
            held[here] &= ~(near & against)
        return held
