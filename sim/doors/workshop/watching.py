"""What the tables of a run do not keep and the page shows: who met whom, and how full posts and workplaces were."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from sim.population.town import NUMBER_BITS, ON_SUPPORT_TABLE, Town
from sim.processes.now import Now
from sim.vocabulary import CaseworkerKind

Whole = npt.NDArray[np.int64]
_GROWTH = 1024
_WITHIN = (1 << NUMBER_BITS) - 1
_EMPTY, _FILLED, _CLOSED = 0, 1, 2


class Watch:
    """Looks at one of the towns at the end of every week and changes nothing."""

    def __init__(self, town: Town, place: int = 0) -> None:
        self._place = place
        self._meetings: Whole = np.zeros(0, dtype=np.int64)
        self._post: Whole = np.zeros(0, dtype=np.int64)
        self._met: list[tuple[int, Whole]] = []
        self._moved: list[tuple[int, Whole, Whole]] = []
        self._posts: list[dict[str, npt.NDArray[Any]]] = []
        self._firms: list[dict[str, npt.NDArray[Any]]] = []
        self._firm_rows = np.flatnonzero(town.firms.town == place)
        self._sector = town.firms.sector[self._firm_rows].copy()
        self._look(town, -1)
        self._met.clear()

    def __call__(self, town: Town, now: Now) -> None:
        """See one week."""
        self._look(town, now.week)
        self._see_posts(town, now)
        firms, rows = town.firms, self._firm_rows
        self._firms.append({
            "running": firms.running[rows].astype(np.uint8), "limit": firms.limit[rows].astype(np.uint8),
            "room": np.round(firms.capacity[rows] * 8).astype(np.uint8),
            "openings": np.minimum(firms.openings[rows], 255).astype(np.uint8),
            "shut": (firms.capacity[rows] < now.settings.firms.closed_below).astype(np.uint8),
        })

    def _look(self, town: Town, week: int) -> None:
        """Meetings held and posts that follow people, as changes since last week."""
        c = town.citizens
        rows = np.flatnonzero(c.present & (c.town == self._place))
        number = c.citizen[rows].astype(np.int64) & _WITHIN
        self._grow(int(number.max(initial=0)))
        met = c.meetings[rows] > self._meetings[number]
        if met.any():
            self._met.append((week, number[met]))
        self._meetings[number] = c.meetings[rows]
        held = ON_SUPPORT_TABLE.take(c.standing[rows]) & (c.post[rows] >= 0)
        post = np.where(held, town.post_number(c.post[rows]), -1).astype(np.int64)
        moved = post != self._post[number]
        if moved.any():
            self._moved.append((max(week, 0), number[moved], post[moved]))
            self._post[number] = post
        self._let_go(number, week)

    def _let_go(self, here: Whole, week: int) -> None:
        """Whoever has left the town has no caseworker any more."""
        held = self._post >= 0
        held[here] = False
        gone = np.flatnonzero(held)
        if len(gone):
            self._moved.append((max(week, 0), gone, np.full(len(gone), -1)))
            self._post[gone] = -1

    def _grow(self, highest: int) -> None:
        short = highest + 1 - len(self._post)
        if short > 0:
            self._meetings = np.append(self._meetings, np.zeros(short + _GROWTH, dtype=np.int64))
            self._post = np.append(self._post, np.full(short + _GROWTH, -1, dtype=np.int64))

    def _see_posts(self, town: Town, now: Now) -> None:
        posts, work = town.posts, now.settings.casework
        rows = np.flatnonzero(posts.town == self._place)
        caseworker = posts.kind[rows] == CaseworkerKind.AUTHORITY
        # As many cases as the hours of one post can follow at a comfortable interval.
        each = work.case_hours + work.meeting_hours / work.comfortable_interval
        fits = max((work.hours - work.fixed_hours) / each, 1.0) if each else 1.0
        state = np.where(posts.filled[rows], _FILLED, _EMPTY)
        self._posts.append({
            "cases": posts.cases[rows].astype(np.uint16),
            "fits": np.where(caseworker, fits, now.settings.brokers.broker_cases).astype(np.uint16),
            "strain": np.round(posts.strain[rows] * 100).astype(np.uint8),
            "state": np.where(posts.open[rows], state, _CLOSED).astype(np.uint8),
            "kind": posts.kind[rows].astype(np.uint8),
        })

    def columns(self, numbers: Whole) -> dict[str, npt.NDArray[Any]]:
        """Meetings and posts of the citizens with these numbers, in that order, and the weekly state of both desks."""
        out = self.people(numbers)
        most = max((len(week["cases"]) for week in self._posts), default=0)
        for name in ("cases", "fits", "strain", "state", "kind"):
            fill = _CLOSED if name == "state" else 0
            out[f"post_{name}"] = _table([week[name] for week in self._posts], most, fill)
        for name in ("running", "limit", "room", "openings", "shut"):
            out[f"firm_{name}"] = _table([week[name] for week in self._firms], len(self._firm_rows), 0)
        out["firm_sector"] = self._sector.astype(np.uint8)
        return out

    def people(self, numbers: Whole) -> dict[str, npt.NDArray[Any]]:
        """Meetings and posts of these citizens alone."""
        return {**_by_person("met", numbers, self._met), **self._posts_by_person(numbers)}

    def _posts_by_person(self, numbers: Whole) -> dict[str, npt.NDArray[Any]]:
        citizen = np.concatenate([np.zeros(0, np.int64), *(who for _, who, _ in self._moved)])
        week = np.concatenate([np.zeros(0, np.int64), *(np.full(len(who), when) for when, who, _ in self._moved)])
        post = np.concatenate([np.zeros(0, np.int64), *(where for _, _, where in self._moved)])
        begins, order = _sorted_by_person(numbers, citizen, week)
        return {
            "desk_begins": begins, "desk_week": week[order].astype(np.uint16),
            "desk_post": post[order].astype(np.int16),
        }


def _by_person(name: str, numbers: Whole, seen: list[tuple[int, Whole]]) -> dict[str, npt.NDArray[Any]]:
    citizen = np.concatenate([np.zeros(0, np.int64), *(who for _, who in seen)])
    week = np.concatenate([np.zeros(0, np.int64), *(np.full(len(who), when) for when, who in seen)])
    begins, order = _sorted_by_person(numbers, citizen, week)
    return {f"{name}_begins": begins, f"{name}_week": week[order].astype(np.uint16)}


def _sorted_by_person(numbers: Whole, citizen: Whole, week: Whole) -> tuple[npt.NDArray[np.uint32], Whole]:
    """Where each person's rows begin, and the rows in order of person and week; strangers are left out."""
    place = np.searchsorted(numbers, citizen)
    place = np.minimum(place, max(len(numbers) - 1, 0))
    known = np.flatnonzero(numbers[place] == citizen) if len(numbers) else np.zeros(0, np.int64)
    order = known[np.lexsort((week[known], place[known]))]
    begins = np.searchsorted(place[order], np.arange(len(numbers) + 1)).astype(np.uint32)
    return begins, order


def _table(weeks: list[npt.NDArray[Any]], width: int, fill: int) -> npt.NDArray[Any]:
    """Weeks under each other; what came later had ``fill`` before."""
    kind = weeks[0].dtype if weeks else np.dtype(np.uint8)
    out = np.full((len(weeks), width), fill, dtype=kind)
    for row, values in enumerate(weeks):
        out[row, : len(values)] = values
    return out
