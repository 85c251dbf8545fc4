"""A case as data: who, among whom, what happens from outside, and how the text's phases were coded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sim.errors import Text
from sim.vocabulary import Channel, Happening, Occupation, Phase, Problem, Sector, Service

START = "start"
"""What a period of a coding begins after when it begins with week 0."""


@dataclass(frozen=True, slots=True)
class Event:
    """An outside event of a script.

    It comes ``first`` to ``last`` weeks after the event ``after`` (week 0 when empty); where the two differ, the week
    is drawn for each future. The rest is what an order may name.
    """

    id: str
    happening: Happening
    first: int
    last: int
    words: Text
    source: str
    after: str = ""
    amount: float | None = None
    problem: Problem | None = None
    service: Service | None = None
    sector: Sector | None = None
    occupation: Occupation | None = None
    channel: Channel = Channel.JOBCENTRE


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something the story tells that is never ordered (a job, a dismissal): shown beside the futures."""

    after: str
    weeks: int
    words: Text
    source: str


@dataclass(frozen=True, slots=True)
class Counter:
    """The same person without the helpful event, or with a harmful one."""

    words: Text
    without: tuple[str, ...]
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """A phase from so many weeks after an event until the next period."""

    phase: Phase
    begins: str
    after: int = 0


@dataclass(frozen=True, slots=True)
class Codings:
    """The phases of a case, coded twice."""

    first: tuple[Period, ...]
    second: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Who is around at the start.

    Ties by kind; the caseworker's place among the town's, 0 the weakest to 1 the strongest in listening and drive;
    job brokers per 1,000 citizens.
    """

    family: int
    friends: int
    former_colleagues: int
    caseworker: float
    brokers: float | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A case. ``person`` holds columns of a town's own table of citizens, ``sources`` where each fact stands."""

    name: str
    source: str
    weeks: int
    title: Text
    story: Text
    questions: tuple[Text, ...]
    person: Mapping[str, float | bool | str]
    surroundings: Surroundings
    sources: Mapping[str, tuple[str, ...]]
    events: tuple[Event, ...]
    milestones: tuple[Milestone, ...]
    counter: Counter
    codings: Codings

    def counter_events(self) -> tuple[Event, ...]:
        """The script of the counter-case."""
        kept = tuple(event for event in self.events if event.id not in self.counter.without)
        return (*kept, *self.counter.events)
