"""Stand-ins for the model and the record, importable by name so that worker processes find them."""

from __future__ import annotations

import hashlib
import os
import pickle
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import polars as pl

from sim.engine.tasks import Model, Tick
from sim.engine.terms import Progress
from sim.errors import RunError, Text
from sim.record.schema import TABLES
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario


@dataclass(frozen=True)
class Plan:
    """What the experiment reads of a scenario, and how the fake model behaves on it."""

    name: str
    burn_in_digest: str = "same"
    burn_in_weeks: int = 3
    weeks: int = 5
    trouble: str = ""
    trouble_seed: int = -1

    def settings_at(self, week: int) -> SimpleNamespace:  # noqa: ARG002 - the same every week
        """A small town, so that scenarios are dealt out where there are several."""
        return SimpleNamespace(town=SimpleNamespace(activity_ready=100, resource_course=0))


def plan(name: str, digest: str = "same", trouble: str = "", trouble_seed: int = -1) -> Scenario:
    """A made-up scenario."""
    return cast(Scenario, Plan(name, digest, trouble=trouble, trouble_seed=trouble_seed))


def burn_in(scenario: Scenario, seeds: tuple[int, ...], tick: Tick) -> dict[str, object]:
    """A state that tells where it came from: which past, which seeds, and when it was lived."""
    tick(scenario.burn_in_weeks)
    made = cast("Plan", scenario)
    if made.trouble == "early" and made.trouble_seed in seeds:
        raise ZeroDivisionError("no one was ever born")
    now = time.monotonic_ns() % 1_000_000
    return {"digest": scenario.burn_in_digest, "seeds": seeds, "made": dict.fromkeys(seeds, now)}


def simulate(scenario: Scenario, state: dict[str, object], tick: Tick) -> dict[int, RunTables]:
    """Tables that depend on scenario and seed only; troubles happen here."""
    assert state["digest"] == scenario.burn_in_digest
    made = cast("Plan", scenario)
    seeds = cast("tuple[int, ...]", state["seeds"])
    for week in range(made.weeks):
        tick(1)
        if week == 1 and made.trouble_seed in seeds:
            cause(made.trouble)
    return {seed: tables(scenario.name, seed, cast("dict[int, int]", state["made"])[seed]) for seed in seeds}


def tables(name: str, seed: int, made: int) -> RunTables:
    """A panel of one row: a number for the scenario and seed, and when the burn-in was lived."""
    number = int(hashlib.sha256(f"{name}{seed}".encode()).hexdigest()[:6], 16)
    row = pl.DataFrame({"seed": seed, "week": 0, "group": "all", "citizens": number, "meetings": made})
    typed = row.cast({column: TABLES["panel"][column] for column in row.columns})
    panel = pl.concat([TABLES["panel"].to_frame(), typed], how="diagonal")
    return RunTables(**{**dict(RunTables.empty().items()), "panel": panel})


def cause(trouble: str) -> None:
    """Make something go wrong."""
    match trouble:
        case "bug":
            raise ZeroDivisionError("no one to divide by")
        case "known":
            raise RunError.about("town", Text("er tom", "is empty"))
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "interrupt":
            raise KeyboardInterrupt
        case "slow":
            time.sleep(1.0)


def measure(scenario: Scenario, run: RunTables) -> pl.DataFrame:
    """One number per seed, and how many threads the measuring process was allowed."""
    threads = os.environ.get("POLARS_MAX_THREADS", "")
    return run.panel.select("seed", "citizens", "meetings").with_columns(
        scenario=pl.lit(scenario.name), threads=pl.lit(threads), process=os.getpid()
    )


def keep(folder: Path, seed: int, run: RunTables) -> None:
    """Put a seed's panel into a folder; twice is a mistake of the caller."""
    file = folder / f"{seed}.ipc"
    assert not file.exists()
    folder.mkdir(exist_ok=True)
    file.write_bytes(pickle.dumps(run))


def beside(states: Sequence[dict[str, object]]) -> dict[str, object]:
    """States of several blocks of seeds as one."""
    seeds = tuple(seed for state in states for seed in cast("tuple[int, ...]", state["seeds"]))
    made = {seed: when for state in states for seed, when in cast("dict[int, int]", state["made"]).items()}
    return {**states[0], "seeds": seeds, "made": made}


MODEL = Model(burn_in, simulate, measure, keep, beside)


@dataclass
class Shelf:
    """Keeps runs in a folder and notes what became of them."""

    parts: Path
    finished: tuple[int, ...] = ()
    reason: str = ""
    closed: int = 0

    def seeds_done(self) -> frozenset[int]:
        """Seeds on the shelf."""
        return frozenset(int(file.stem) for file in self.parts.glob("*.ipc"))

    def part(self, seed: int) -> RunTables:
        """A seed's tables."""
        run = pickle.loads((self.parts / f"{seed}.ipc").read_bytes())  # noqa: S301 - our own file
        assert isinstance(run, RunTables)
        return run

    def finish(self, stopping: str, elapsed_seconds: float, seeds: Sequence[int]) -> None:
        """Note what the result is made of."""
        assert elapsed_seconds >= 0
        assert set(seeds) <= self.seeds_done()
        self.finished, self.reason = tuple(seeds), stopping

    def close(self) -> None:
        """Note it."""
        self.closed += 1


class Shelves(dict[str, Shelf]):
    """A shelf per scenario, made when asked for."""

    def __init__(self, folder: Path) -> None:
        """Keep everything below ``folder``."""
        super().__init__()
        self._folder = folder

    def __call__(self, scenario: Scenario) -> Shelf:
        """The scenario's shelf."""
        return self.setdefault(scenario.name, Shelf(self._folder / scenario.name))


@dataclass(frozen=True)
class Enough:
    """A verdict."""

    enough: bool
    reason: Text = Text("Nok.", "Enough.")


@dataclass
class UntilSeed:
    """A rule that is content when it has seen so many seeds; notes what it was asked about."""

    seeds: int
    floor: int = 2
    batch: int = 2
    asked: list[list[int]] = field(default_factory=list)

    def decide(self, frames: dict[str, pl.DataFrame]) -> Enough:
        """Enough when there are enough."""
        first = next(iter(frames.values()))
        self.asked.append(first["seed"].to_list())
        return Enough(first.height >= self.seeds)


@dataclass
class Watcher:
    """Remembers what it was told."""

    seen: list[Progress] = field(default_factory=list)

    def __call__(self, progress: Progress) -> None:
        """Note it."""
        self.seen.append(progress)
