"""How one piece of an attribution is played: the snapshot, the week of the event with or without it, the futures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from sim.draws import mix
from sim.engine.futures import Fates, Tick, branched, fates, live_on
from sim.engine.state import State
from sim.errors import RunError, Text
from sim.population.columns import U32, Bool
from sim.population.town import NUMBER_BITS, Town, on_support
from sim.processes.event_log import EventLog
from sim.processes.withheld import KINDS, Withheld
from sim.scenario.scenario import Scenario
from sim.studies.attribution.plan import ABSENT, SHARES, VOID, WITH, Unit, gate_of
from sim.vocabulary import CaseworkerKind, EventKind, Family, Phase, TurningPoint

Frames = Mapping[str, pl.DataFrame]
"""``fates``: future, citizen, lasting, job, progression, town_lasting, town_job (or for shares: future, family, gain,
whole, none); ``fan``: ahead, citizen, phase, futures."""

_MOST_SIDE_BY_SIDE = 64
_MOST_ROWS = 200_000
"""Copies of a town that are lived at once, and rows of citizens: beyond that it goes no faster."""

_ORDERS = tuple(permutations(range(len(Family))))


@dataclass(frozen=True, slots=True)
class Task:
    """A unit with all it takes to play it elsewhere. ``events`` are the sampled events of its snapshot."""

    unit: Unit
    scenario: Scenario
    events: tuple[Mapping[str, Any], ...]
    futures: int
    weeks: int
    lot: int
    snapshot: Path


def play(task: Task, tick: Tick) -> Frames:
    """Play a unit.

    Raises:
        RunError: when the snapshot cannot be read, or an event of the record does not happen again.
    """
    state = State.from_bytes(task.snapshot.read_bytes())
    if task.unit.version == SHARES:
        return _shares(task, state, tick)
    if task.unit.version == WITH:
        return _with(task, state, tick)
    event = next(row for row in task.events if row["event"] == task.unit.event)
    left_out = _left_out(state.town, event, task.unit.version)
    live_on(task.scenario, state.town, state.week, left_out)
    return _lived(task, state, np.array([event["citizen"]], dtype=np.uint32), tick)


def _with(task: Task, state: State, tick: Tick) -> Frames:
    log = EventLog()
    live_on(task.scenario, state.town, state.week, log=log)
    columns = log.columns()
    mine = columns["kind"] == int(EventKind.TURNING_POINT)
    seen = set(zip(columns["citizen"][mine].tolist(), columns["current"][mine].tolist(), strict=True))
    for row in task.events:
        if (row["citizen"], int(TurningPoint.from_key(row["kind"]))) not in seen:
            raise _not_again(task.unit, row)
    people = np.unique(np.array([row["citizen"] for row in task.events], dtype=np.uint32))
    return _lived(task, state, people, tick)


def _left_out(town: Town, event: Mapping[str, Any], version: str) -> Withheld:
    """What the week of an event is to be lived without."""
    kinds: Bool = np.zeros((1, KINDS), dtype=np.bool_)
    kinds[0, int(TurningPoint.from_key(event["kind"]))] = True
    person = np.array([event["citizen"]], dtype=np.uint32)
    if version == VOID:
        return Withheld(kinds, person)
    assert version == ABSENT
    post = (town.posts.number == event["agent"]) & (town.posts.kind == CaseworkerKind.BROKER)
    by_broker = bool(post.any())
    return Withheld(kinds, person, gate_of(event["kind"], by_broker), person)


def _lived(task: Task, state: State, people: U32, tick: Tick) -> Frames:
    """The futures of a town whose week of the event has been lived."""
    here = _still_here(state.town, people)
    blocks = []
    for first, keys in _blocks(task, state.town, range(task.futures)):
        town = branched(state.town, keys)
        lived = fates(task.scenario, town, state.week + 1, task.weeks, here, tick)
        blocks.append((first, lived))
    return {"fates": _fates_frame(blocks, here, people, task.futures), "fan": _fan(blocks, here, people, task.futures)}


def _still_here(town: Town, people: U32) -> U32:
    """Those who have not left in the very week of the event."""
    return people[np.isin(people, town.citizens.citizen[town.citizens.present])]


def _blocks(task: Task, town: Town, futures: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    size = max(1, min(_MOST_SIDE_BY_SIDE, _MOST_ROWS // max(town.citizens.rows, 1)))
    for start in range(0, len(futures), size):
        some = futures[start : start + size]
        yield start, tuple(key_of(task.lot, future) for future in some)


def key_of(lot: int, future: int) -> int:
    """What keys the luck of a future: the same in every arm of every event."""
    return mix(mix(lot) ^ future)


def _fates_frame(blocks: list[tuple[int, Fates]], here: U32, people: U32, futures: int) -> pl.DataFrame:
    town_lasting = np.concatenate([lived.town_lasting for _, lived in blocks])
    town_job = np.concatenate([lived.town_job for _, lived in blocks])
    frames = []
    for person in people.tolist():
        place = np.flatnonzero(here == person)

        def own(name: str, place: np.ndarray = place) -> np.ndarray:
            parts = [getattr(lived, name)[:, place] for _, lived in blocks]
            return np.concatenate(parts)[:, 0] if len(place) else np.zeros(futures)

        frames.append(pl.DataFrame({
            "future": np.arange(futures), "citizen": np.full(futures, person, dtype=np.uint32),
            "lasting": own("lasting").astype(np.int8), "job": own("job").astype(np.int8),
            "progression": own("progression").astype(np.int32), "town_lasting": town_lasting, "town_job": town_job,
        }))
    return pl.concat(frames)


def _fan(blocks: list[tuple[int, Fates]], here: U32, people: U32, futures: int) -> pl.DataFrame:
    """In how many futures each person is in each phase, week by week."""
    phases = np.concatenate([lived.phases for _, lived in blocks], axis=1)
    weeks = phases.shape[0]
    frames = []
    for person in people.tolist():
        place = np.flatnonzero(here == person)
        codes = phases[:, :, place[0]] if len(place) else np.full((weeks, futures), int(Phase.OUTSIDE))
        counts = np.stack([(codes == int(phase)).sum(axis=1) for phase in Phase], axis=1)
        frames.append(pl.DataFrame({
            "ahead": np.repeat(np.arange(1, weeks + 1, dtype=np.int32), len(Phase)),
            "citizen": np.full(weeks * len(Phase), person, dtype=np.uint32),
            "phase": [phase.key for phase in Phase] * weeks, "futures": counts.ravel().astype(np.int32),
        }))
    return pl.concat(frames)


def _shares(task: Task, state: State, tick: Tick) -> Frames:
    """Shapley values of the families: in each future the families come in one by one, in an order that goes by turns.

    Everything from the snapshot on counts: the jumps of a family that is left out are void all the way, for one person
    or, for the whole town, for everybody.
    """
    town = state.town
    person = next((row["citizen"] for row in task.events if row["event"] == task.unit.event), None)
    c = town.citizens
    people = c.citizen[on_support(c) & c.present] if person is None else np.array([person], dtype=np.uint32)
    chains = [(future, _ORDERS[future % len(_ORDERS)]) for future in range(task.futures)]
    steps = [(future, place, order) for future, order in chains for place in range(len(Family) + 1)]
    values: dict[tuple[int, int], float] = {}
    size = max(1, min(_MOST_SIDE_BY_SIDE, _MOST_ROWS // max(c.rows, 1)))
    for start in range(0, len(steps), size):
        some = steps[start : start + size]
        copies = branched(town, [key_of(task.lot, future) for future, _, _ in some])
        kinds = np.stack([_void_but(order[:place]) for _, place, order in some])
        mine = None if person is None else _in_every_town(person, len(some))
        lived = fates(task.scenario, copies, state.week, task.weeks, people, tick, Withheld(kinds, mine))
        shares = lived.lasting.mean(axis=1) if len(people) else np.zeros(len(some))
        values |= {(future, place): float(share) for (future, place, _), share in zip(some, shares, strict=True)}
    return {"fates": _share_frame(chains, values)}


def _void_but(kept: tuple[int, ...]) -> Bool:
    """Which kinds are void when only the families at these places are there."""
    families = [family for place, family in enumerate(Family) if place in kept]
    void = np.zeros(KINDS, dtype=np.bool_)
    for kind in TurningPoint:
        void[int(kind)] = kind.family not in families
    return void


def _in_every_town(person: int, towns: int) -> U32:
    return np.sort(np.uint32(person) | np.arange(towns, dtype=np.uint32) << np.uint32(NUMBER_BITS))


def _share_frame(chains: list[tuple[int, tuple[int, ...]]], values: Mapping[tuple[int, int], float]) -> pl.DataFrame:
    names = [family.key for family in Family]
    rows = [
        (future, names[family], values[future, place + 1] - values[future, place],
         values[future, len(order)], values[future, 0])
        for future, order in chains for place, family in enumerate(order)
    ]
    columns = {
        "future": pl.Int32, "family": pl.String, "gain": pl.Float64, "whole": pl.Float64, "none": pl.Float64,
    }
    return pl.DataFrame(rows, schema=columns, orient="row")


def _not_again(unit: Unit, row: Mapping[str, Any]) -> RunError:
    return RunError.about(
        f"seed {unit.seed}, {row['kind']}",
        Text(f"hændelsen i uge {unit.week} sker ikke igen, når kørslen gentages",
             f"the event of week {unit.week} does not happen again when the run is repeated"),
        Text("Kørslen er lavet med en anden udgave. Kør scenariet igen.",
             "The run was made with another version. Run the scenario again."),
        nothing_done=Text("Intet er gemt om den.", "Nothing was kept about it."),
    )
