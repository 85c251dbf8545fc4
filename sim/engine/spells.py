"""Spells from starting codes and change events: stays that tile each citizen's time in the record."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sim.vocabulary import Cause

Whole = npt.NDArray[np.int64]
_WEEKS = 1 << 20


@dataclass(frozen=True)
class Starts:
    """Citizens in the record: number, first week in it, week after the last, code and cause at the start."""

    citizen: Whole
    entry: Whole
    end: Whole
    code: Whole
    entered: npt.NDArray[np.bool_]


def spells(
    starts: Starts, citizen: Whole, week: Whole, current: Whole, cause: Whole
) -> dict[str, npt.NDArray[np.generic]]:
    """Build the spells of one layer.

    ``citizen, week, current, cause`` are the change events in the order they happened. Changes before a citizen's
    first week are already in the starting code; of several changes in one week the last one counts, since the record
    is weekly. Returns columns ``citizen, code, start, end, cause, open_left, open_right``.
    """
    order = np.argsort(starts.citizen, kind="stable")
    number = starts.citizen[order]
    where = np.searchsorted(number, citizen)
    where = np.minimum(where, max(len(number) - 1, 0))
    known = np.zeros(len(citizen), dtype=np.bool_) if not len(number) else number[where] == citizen
    where = order[where[known]] if len(number) else where[known]
    week, current, cause = week[known], current[known], cause[known]
    # An entrant's code is taken at the end of the entry week; later changes, or any for those present, are spells.
    inside = (week >= starts.entry[where] + starts.entered[where]) & (week < starts.end[where])
    person = np.concatenate([np.arange(len(starts.citizen)), where[inside]])
    start = np.concatenate([starts.entry, week[inside]])
    code = np.concatenate([starts.code, current[inside]])
    why = np.concatenate([np.where(starts.entered, int(Cause.ENTERED), int(Cause.NONE)), cause[inside]])
    order = np.argsort(person * _WEEKS + start, kind="stable")
    person, start, code, why = person[order], start[order], code[order], why[order]
    person, start, code, why = _last_of_week(person, start, code, why)
    person, start, code, why = _merged(person, start, code, why)
    last = np.ones(len(person), dtype=np.bool_)
    last[:-1] = person[1:] != person[:-1]
    first = np.ones(len(person), dtype=np.bool_)
    first[1:] = person[1:] != person[:-1]
    end = np.where(last, starts.end[person] if len(person) else 0, np.append(start[1:], 0)[: len(start)])
    return {
        "citizen": starts.citizen[person],
        "code": code,
        "start": start,
        "end": end,
        "cause": why,
        "open_left": first & ~starts.entered[person] & (why == int(Cause.NONE)),
        "last": last,
        "person": person,
    }


def _last_of_week(person: Whole, start: Whole, code: Whole, why: Whole) -> tuple[Whole, Whole, Whole, Whole]:
    keep = np.ones(len(person), dtype=np.bool_)
    keep[:-1] = (person[1:] != person[:-1]) | (start[1:] != start[:-1])
    return person[keep], start[keep], code[keep], why[keep]


def _merged(person: Whole, start: Whole, code: Whole, why: Whole) -> tuple[Whole, Whole, Whole, Whole]:
    """A change that was undone within the week leaves one longer spell."""
    keep = np.ones(len(person), dtype=np.bool_)
    keep[1:] = (person[1:] != person[:-1]) | (code[1:] != code[:-1])
    return person[keep], start[keep], code[keep], why[keep]
