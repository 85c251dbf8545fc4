"""T14, Odense 2016-17 (S1): placements as they were and as the jobcentre counted them, and who did what.

Between the two stands an observation layer: a placement that begins, or ends, is in the jobcentre's system some weeks
later (S1 L160-161 says that registration was late, not by how much). What is expected to be counted is the chance that
a start has been registered minus the chance that the end has; no luck is needed. The job mentors' own number is theirs,
and is not delayed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.engine.run import advance, begin_towns, simulate_towns
from sim.outcomes.stays import PERSON
from sim.population.town import NUMBER_BITS, Town
from sim.processes.now import Now
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario
from sim.vocabulary import PLACEMENTS, Benefit, Channel, EventKind, TurningPoint

Numbers = npt.NDArray[np.float64]

DELAY = 3.0
"""Mean weeks until a start or an end is registered (grade E; 0 and 8 are shown beside it)."""
END = 25
"""The week of 30 March 2017, when the source counted; week 0 begins on 3 October 2016."""
EXTRACTS = {"12/10": 1, "8/11": 5, "30/11": 8, "16/12": 10, "2/2": 17, "1/3": 21, "30/3": 25}
"""Dates on which the jobcentre's numbers were taken out (S1 L111), and their weeks."""
PLANNED = {0: 45.0, 4: 73.3, 8: 101.7, 13: 130.0, 17: 132.5, 21: 135.0, 25: 137.5}
"""The plan the source holds the effort against, by week (S1 L99-118)."""
SOURCE = {
    "start": 40.0, "all": 121.0, "mentors": 55.0, "ordinary": 50.0, "other": 16.0, "starts": 90.0, "citizens": 75.0,
    "referred": 132.0, "handed_back": 49.0,
}
"""What the source says: placements under 40 at the start; 121 at the end, 55 of them the job mentors', 50 the ordinary
provider's; 90 starts for 75 citizens by the mentors, who had 132 referrals and handed 49 back."""
_SETTLED = 28
"""Weeks played: until a little after the source counted."""


@dataclass(frozen=True)
class Odense:
    """One run: placements active week by week, counted and true, and the job mentors' books at the end of March."""

    true: Numbers
    counted: Numbers
    by_channel: dict[str, Numbers]
    books: dict[str, float]

    def values(self) -> dict[str, float]:
        """What is held against the source, at the end of March: counted in all, the mentors' own, and their books."""
        return {
            "start": float(self.counted[0]), "all": float(self.counted[END]),
            "mentors": float(self.by_channel[Channel.BROKER.key][END]),
            "ordinary": float(self.by_channel[Channel.PROVIDER.key][END]),
            "other": float(self.true[END] - sum(self.by_channel[one.key][END]
                                                for one in (Channel.BROKER, Channel.PROVIDER))),
            **self.books,
        }


def played(scenarios: Sequence[Scenario], seeds: Sequence[int], delay: float = DELAY) -> tuple[Odense, ...]:
    """Run Odense, one town for each scenario and seed, from its burn-in to the end of March."""
    shortened = [one.with_time(weeks=_SETTLED) for one in scenarios]
    state = begin_towns(shortened, seeds)
    advance(shortened, state, 0)
    led = Led()
    tables = simulate_towns(shortened, state, led)
    return tuple(measured(one, led.of_town(number), delay) for number, one in enumerate(tables))


@dataclass
class Led:
    """A watcher: who has ever been with a broker by the end of March, town by town."""

    met: set[int] = field(default_factory=set)

    def __call__(self, town: Town, now: Now) -> None:
        """Note everybody a broker follows this week."""
        if now.week <= END:
            c = town.citizens
            self.met.update(c.citizen[c.present & (c.broker >= 0)].tolist())

    def of_town(self, number: int) -> int:
        """How many in one town."""
        return sum(one >> NUMBER_BITS == number for one in self.met)


def measured(tables: RunTables, referred: int, delay: float = DELAY) -> Odense:
    """Read a run."""
    found = placements(tables)
    weeks = np.arange(_SETTLED)
    start, end = found["start"].to_numpy().astype(np.float64), found["end"].to_numpy().astype(np.float64)
    true = _active(start, end, weeks)
    counted = np.array([_registered(week - start, delay).sum() - _registered(week - end, delay).sum()
                        for week in weeks])
    channels = {}
    for channel in Channel:
        mine = found.filter(pl.col("channel") == int(channel))
        channels[channel.key] = _active(mine["start"].to_numpy(), mine["end"].to_numpy(), weeks)
    led = found.filter((pl.col("channel") == int(Channel.BROKER)) & (pl.col("start") <= END) & (pl.col("start") >= 0))
    back = tables.events.filter(
        (pl.col("kind") == int(EventKind.TURNING_POINT)) & (pl.col("current") == int(TurningPoint.DEREGISTERED))
        & (pl.col("week") <= END))
    books = {"starts": float(led.height), "citizens": float(led.select(PERSON).unique().height),
             "referred": float(referred), "handed_back": float(back.height)}
    return Odense(true, counted, channels, books)


def placements(tables: RunTables) -> pl.DataFrame:
    """Placements of people on resource courses: seed, citizen, start, end (week after the last), channel.

    A start before the run is -999. Whoever has been granted a flexjob and looks for one is nobody the source counts.
    """
    on_course = tables.spells_of(Layer.BENEFIT).filter(pl.col("code") == int(Benefit.RESOURCE_COURSE)).select(
        *PERSON, course_start="start", course_end="end")
    inside = pl.col("code").is_in([int(word) for word in PLACEMENTS])
    stays = tables.spells_of(Layer.STANDING).filter(inside).join(on_course, on=PERSON).filter(
        (pl.col("start") >= pl.col("course_start")) & (pl.col("start") < pl.col("course_end")))
    began = tables.events.filter(pl.col("kind") == int(EventKind.PLACEMENT_STARTED)).select(
        *PERSON, start=pl.col("week").cast(pl.Int32), channel="current").unique([*PERSON, "start"], keep="last")
    joined = stays.join(began, on=[*PERSON, "start"], how="left").with_columns(
        start=pl.when(pl.col("open_left")).then(-999).otherwise(pl.col("start")),
        end=pl.when(pl.col("open_right")).then(999).otherwise(pl.col("end")),
        channel=pl.col("channel").fill_null(int(Channel.NONE)),
    )
    return joined.select(*PERSON, "start", "end", "channel")


def _active(start: Numbers, end: Numbers, weeks: npt.NDArray[np.int64]) -> Numbers:
    return np.array([np.count_nonzero((start <= week) & (end > week)) for week in weeks], dtype=np.float64)


def _registered(since: Numbers, delay: float) -> Numbers:
    """The chance that something that happened so many weeks ago is in the system; nothing is before it happened."""
    if delay <= 0:
        return (since >= 0).astype(np.float64)
    return np.where(since >= 0, 1 - np.exp(-np.minimum(np.maximum(since, 0), 700) / delay), 0.0)


def shape(curve: Numbers) -> dict[str, float]:
    """What the source says of the curve (S1 L122-136): gains in October, in November and December, and after them.

    Months end in weeks 4, 13, 21 and 25; all but March are tests, March is reported.
    """
    return {"october": float(curve[4] - curve[0]), "november_december": float(curve[13] - curve[4]),
            "january_february": float(curve[21] - curve[13]), "march": float(curve[25] - curve[21])}
