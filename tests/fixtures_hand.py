"""Tables of a few citizens written out by hand: each person is a list of (standing, weeks), and so for the phase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from sim.record.schema import GROUPS, NO_AGENT, NO_CODE, TABLES, Layer
from sim.record.tables import RunTables
from sim.vocabulary import Benefit, Cause, EventKind, Phase, Standing, Word
from tests.fixtures_panel import GROUP_MASKS

Path = Sequence[tuple[Word, int]]


@dataclass(frozen=True)
class Person:
    """One citizen: stays in order. ``traits`` are columns of the citizens table that differ from the ordinary ones."""

    standings: Path
    phases: Path
    benefits: Path = ()
    entry: int = 0
    traits: Mapping[str, object] = field(default_factory=dict)

    @property
    def leaves(self) -> int:
        """First week no longer present."""
        return self.entry + sum(weeks for _, weeks in self.standings)


@dataclass(frozen=True)
class Event:
    """One event of one citizen."""

    week: int
    citizen: int
    kind: EventKind
    current: int = NO_CODE
    previous: int = NO_CODE
    cause: Cause = Cause.NONE
    amount: float = 0.0
    turned: bool | None = None


def hand_tables(
    people: Sequence[Person], weeks: int, events: Sequence[Event] = (), seed: int = 1,
    town: Mapping[str, float] | None = None,
) -> RunTables:
    """Return lawful tables of exactly these people; ``town`` fills columns of the panel's group ``all`` every week."""
    spells = [row for number, person in enumerate(people) for row in _spells(seed, number, person, weeks)]
    citizens = [_citizen(seed, number, person) for number, person in enumerate(people)]
    logged = [
        (seed, one.week, one.citizen, int(one.kind), NO_AGENT, one.previous, one.current, int(one.cause), one.amount,
         one.turned) for one in sorted(events, key=lambda event: event.week)
    ]
    frame = pl.DataFrame(citizens, schema=TABLES["citizens"], orient="row")
    made = RunTables(
        frame, pl.DataFrame(spells, schema=TABLES["spells"], orient="row"),
        pl.DataFrame(logged, schema=TABLES["events"], orient="row"), _panel(frame, people, weeks, seed, town or {}),
    )
    return made.in_order().checked()


def _spells(seed: int, number: int, person: Person, weeks: int) -> list[tuple[object, ...]]:
    benefits = person.benefits or ((Benefit.ACTIVITY_READY, sum(length for _, length in person.standings)),)
    rows: list[tuple[object, ...]] = []
    for layer, path in ((Layer.STANDING, person.standings), (Layer.PHASE, person.phases), (Layer.BENEFIT, benefits)):
        start = person.entry
        for code, length in path:
            end = start + length
            rows.append((seed, number, int(layer), int(code), start, end, int(Cause.NONE),
                         start == 0, end == weeks))
            start = end
    return rows


def _citizen(seed: int, number: int, person: Person) -> list[object]:
    values: dict[str, object] = {name: False if kind == pl.Boolean else 0 for name, kind in TABLES["citizens"].items()}
    values |= {
        "seed": seed, "citizen": number, "entry_week": person.entry, "exit_week": person.leaves, "age": 40.0,
        "standing_at_start": int(person.standings[0][0]) if person.standings else 0,
        "standing_at_end": int(person.standings[-1][0]) if person.standings else 0,
    }
    values |= person.traits
    return [values[name] for name in TABLES["citizens"]]


def _panel(
    citizens: pl.DataFrame, people: Sequence[Person], weeks: int, seed: int, town: Mapping[str, float],
) -> pl.DataFrame:
    rows = []
    for week in range(weeks):
        for group in GROUPS:
            member = citizens.select(GROUP_MASKS[group].alias("in")).to_series()
            inside = [bool(member[0] if len(member) == 1 else member[number]) for number in range(len(people))]
            row: dict[str, object] = {
                name: float("nan") if kind == pl.Float32 else 0 for name, kind in TABLES["panel"].items()}
            row |= {"seed": seed, "week": week, "group": group}
            here = [person for number, person in enumerate(people) if inside[number]]
            for prefix, words in (("standing", Standing), ("phase", Phase)):
                for word in words:
                    row[f"{prefix}_{word.key}"] = sum(_code_at(person, prefix, week) is word for person in here)
            row["citizens"] = sum(_code_at(person, "standing", week) is not None for person in here)
            row |= town if group == "all" else {}
            rows.append([row[name] for name in TABLES["panel"]])
    return pl.DataFrame(rows, schema=TABLES["panel"], orient="row")


def _code_at(person: Person, prefix: str, week: int) -> Word | None:
    start = person.entry
    for code, length in person.standings if prefix == "standing" else person.phases:
        if start <= week < start + length:
            return code
        start += length
    return None
