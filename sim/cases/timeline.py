"""When the events of a script come in one future, and which phase the text then gives each week."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from sim.cases.case import START, Event, Period
from sim.draws import ENTRY_WEEK, WeekDraws, luck_of
from sim.vocabulary import Decision

Weeks = Mapping[str, int]
"""The week of each event by its id."""


def weeks_of(events: Sequence[Event], seed: int) -> Weeks:
    """Draw the week of each event for one future: even over its range, and the same whatever other events there are."""
    names = np.array([zlib.crc32(event.id.encode()) for event in events], dtype=np.int64)
    luck = luck_of(int(Decision.SCRIPT), names, seed)
    draws = WeekDraws(ENTRY_WEEK).uniform(Decision.SCRIPT, luck).tolist()
    return _placed(events, draws)


def middle_weeks(events: Sequence[Event]) -> Weeks:
    """The week of each event when every range is taken at its middle."""
    return _placed(events, [0.5] * len(events))


def _placed(events: Sequence[Event], shares: Sequence[float]) -> Weeks:
    weeks: dict[str, int] = {START: 0}
    for event, share in zip(events, shares, strict=True):
        lag = event.first + int(share * (event.last - event.first + 1))
        weeks[event.id] = weeks.get(event.after, 0) + min(lag, event.last)
    return weeks


def shuffled(events: Sequence[Event], weeks: Weeks, seed: int) -> Weeks:
    """The same events at the same weeks, but in another order; never the order of the script when there are two."""
    names = [event.id for event in events]
    if len(names) < 2:  # noqa: PLR2004 - one event has no order
        return weeks
    luck = luck_of(int(Decision.SCRIPT), np.arange(len(names)), seed)
    order = np.argsort(WeekDraws(ENTRY_WEEK).uniform(Decision.SCRIPT, luck, 1), kind="stable")
    if (order == np.arange(len(names))).all():
        order = np.roll(order, 1)
    return {START: 0, **{name: weeks[names[place]] for name, place in zip(names, order.tolist(), strict=True)}}


def coded(periods: Sequence[Period], weeks: Weeks, length: int) -> npt.NDArray[np.uint8]:
    """The phase of every week by a coding, where the script's events come in ``weeks``.

    A period never begins before the one listed ahead of it.
    """
    phases = np.zeros(length, dtype=np.uint8)
    at = 0
    for period in periods:
        at = min(max(at, weeks[period.begins] + period.after), length)
        phases[at:] = int(period.phase)
    return phases


def kappa(left: npt.NDArray[np.uint8], right: npt.NDArray[np.uint8]) -> float:
    """Cohen's kappa of two codings, every week counting once; NaN when both give one and the same phase throughout."""
    codes = int(max(left.max(), right.max())) + 1
    together = np.zeros((codes, codes))
    np.add.at(together, (left, right), 1.0 / len(left))
    agreed, chance = float(np.trace(together)), float((together.sum(axis=0) * together.sum(axis=1)).sum())
    return float("nan") if chance >= 1.0 else (agreed - chance) / (1.0 - chance)
