"""One citizen's rows picked out of the tables of a run, as plain data for the story and the life line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from sim.errors import Text, ViewError
from sim.record.schema import NO_AGENT, NO_CODE, Layer
from sim.record.tables import RunTables
from sim.vocabulary import Cause, EventKind, TurningPoint


@dataclass(frozen=True, slots=True)
class Stay:
    """An unbroken stay in one standing, phase or benefit, weeks [start, end)."""

    code: int
    start: int
    end: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class Happening:
    """One event. ``agent``, ``previous`` and ``current`` are None where the record has none."""

    week: int
    kind: EventKind
    agent: int | None
    previous: int | None
    current: int | None
    cause: Cause
    amount: float
    turned: bool | None

    @property
    def turning_point(self) -> TurningPoint | None:
        """Which kind of turning point this may be, if it is one."""
        if self.kind is not EventKind.TURNING_POINT or self.current is None:
            return None
        return TurningPoint(self.current)


@dataclass(frozen=True, slots=True)
class Life:
    """Everything the record holds about one citizen. ``person`` is the row of the citizens table."""

    person: dict[str, Any]
    weeks: int
    standings: tuple[Stay, ...]
    phases: tuple[Stay, ...]
    benefits: tuple[Stay, ...]
    happenings: tuple[Happening, ...]

    @property
    def first_week(self) -> int:
        """The first week on record."""
        return max(int(self.person["entry_week"]), 0)

    @property
    def last_week(self) -> int:
        """The first week no longer on record."""
        return int(self.person["exit_week"])

    @property
    def left(self) -> bool:
        """Whether the citizen left before the run ended."""
        return self.last_week < self.weeks


def life_of(tables: RunTables, citizen: int, seed: int) -> Life:
    """Pick one citizen of one run.

    Raises:
        ViewError: when the run or the citizen is not in the tables; the message names what there is.
    """
    mine = (pl.col("seed") == seed) & (pl.col("citizen") == citizen)
    people = tables.citizens.filter(mine)
    if people.is_empty():
        raise _unknown(tables, citizen, seed)
    spells = tables.spells.filter(mine).sort("layer", "start")
    return Life(
        person=people.row(0, named=True), weeks=tables.weeks,
        standings=_stays(spells, Layer.STANDING), phases=_stays(spells, Layer.PHASE),
        benefits=_stays(spells, Layer.BENEFIT), happenings=_happenings(tables.events.filter(mine)),
    )


def lives_of(tables: RunTables, seed: int) -> list[Life]:
    """Pick everybody of one run, in the order of their numbers; quicker than asking for one after the other."""
    mine = pl.col("seed") == seed
    stays: dict[tuple[int, Layer], list[Stay]] = {}
    ordered = tables.spells.filter(mine).sort("citizen", "layer", "start")
    for citizen, layer, *stay in ordered.select("citizen", "layer", *_STAY).iter_rows():
        stays.setdefault((citizen, Layer(layer)), []).append(_stay(*stay))
    happenings: dict[int, list[Happening]] = {}
    events = tables.events.filter(mine).sort("citizen", "week", maintain_order=True)
    for citizen, *event in events.select("citizen", *_EVENT).iter_rows():
        happenings.setdefault(citizen, []).append(_happening(*event))
    return [
        Life(
            person=person, weeks=tables.weeks, standings=tuple(stays.get((person["citizen"], Layer.STANDING), ())),
            phases=tuple(stays.get((person["citizen"], Layer.PHASE), ())),
            benefits=tuple(stays.get((person["citizen"], Layer.BENEFIT), ())),
            happenings=tuple(happenings.get(person["citizen"], ())),
        )
        for person in tables.citizens.filter(mine).sort("citizen").iter_rows(named=True)
    ]


def most_eventful(tables: RunTables, seed: int) -> int | None:
    """The citizen of a run with most turning points that turned (lowest number among equals); None without citizens."""
    people = tables.citizens.filter(pl.col("seed") == seed)
    if people.is_empty():
        return None
    turned = tables.events.filter((pl.col("seed") == seed) & pl.col("turned").fill_null(value=False))
    if turned.is_empty():
        return int(people["citizen"][0])
    counts = turned.group_by("citizen").len().sort("len", "citizen", descending=[True, False])
    return int(counts["citizen"][0])


_STAY = ("code", "start", "end", "cause")
_EVENT = ("week", "kind", "agent", "previous", "current", "cause", "amount", "turned")


def _stays(spells: pl.DataFrame, layer: Layer) -> tuple[Stay, ...]:
    return tuple(_stay(*row) for row in spells.filter(pl.col("layer") == int(layer)).select(_STAY).iter_rows())


def _happenings(events: pl.DataFrame) -> tuple[Happening, ...]:
    return tuple(_happening(*row) for row in events.sort("week", maintain_order=True).select(_EVENT).iter_rows())


def _stay(code: int, start: int, end: int, cause: int) -> Stay:
    return Stay(int(code), int(start), int(end), Cause(cause))


def _happening(
    week: int, kind: int, agent: int, before: int, after: int, cause: int, amount: float,
    turned: bool | None,  # noqa: FBT001 - one column among others
) -> Happening:
    return Happening(
        week, EventKind(kind), None if agent == NO_AGENT else agent, None if before == NO_CODE else before,
        None if after == NO_CODE else after, Cause(cause), float(amount), turned)


def _unknown(tables: RunTables, citizen: int, seed: int) -> ViewError:
    here = tables.citizens.filter(pl.col("seed") == seed)["citizen"].sort()
    if here.is_empty():
        seeds = ", ".join(str(known) for known in tables.citizens["seed"].unique().sort().head(20))
        return ViewError.about(
            f"seed {seed}", Text("findes ikke i kørslerne", "is not among the runs"),
            Text(f"Vælg et af disse frø: {seeds or 'ingen'}.", f"Choose one of these seeds: {seeds or 'none'}."))
    low, high = str(here[0]), str(here[-1])
    return ViewError.about(
        f"citizen {citizen}", Text("findes ikke i denne kørsel", "is not in this run"),
        Text(f"Borgerne har numre fra {low} til {high}.", f"Citizens have numbers from {low} to {high}."))
