"""Made-up tables of runs, lawful and of a likely shape, for tests of whatever reads tables; no model behind them.

``synthetic_tables`` draws people who move between standings and phases by fixed weekly chances. Two calls that differ
in ``lift`` alone share the luck of those moves person by person, so they can stand for two arms of a comparison.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.record.schema import NO_AGENT, NO_CODE, STATES, TABLES, Layer
from sim.record.tables import RunTables
from sim.record.turned import mark_turned
from sim.vocabulary import (
    IN_WORK,
    ON_SUPPORT,
    ORDINARY_JOB,
    PLACEMENTS,
    Benefit,
    Cause,
    Channel,
    EventKind,
    Occupation,
    Phase,
    Service,
    Standing,
    TurningPoint,
)
from tests.fixtures_panel import ABSENT, Codes, Paths, panel_rows

S = Standing

_FROM_HOME = {
    S.SUPPORT: 0.008, S.UPSKILLING: 0.001, S.ACTIVATION: 0.006, S.CLARIFICATION: 0.005, S.TRAINING: 0.004,
    S.RECRUITMENT: 0.004, S.WAGE_SUBSIDY: 0.001, S.SMALL_JOB: 0.003, S.FLEXJOB_WAITING: 0.0005, S.PART_TIME: 0.0008,
    S.FULL_TIME: 0.0006, S.EDUCATION: 0.0006, S.PENSION: 0.0006, S.SELF_SUPPORT: 0.0006,
}
_FROM_OFFER = {S.BENEFIT: 0.06, S.PART_TIME: 0.004, S.FULL_TIME: 0.003, S.FLEXJOB_WAITING: 0.0008, S.SMALL_JOB: 0.003}
_MOVES: dict[Standing, dict[Standing, float]] = {
    S.BENEFIT: {**_FROM_HOME, S.RESOURCE_COURSE: 0.0005}, S.RESOURCE_COURSE: _FROM_HOME,
    **{offer: {to: chance for to, chance in _FROM_OFFER.items() if to != offer} for offer in ON_SUPPORT[1:9]},
    S.FLEXJOB_WAITING: {S.FLEXJOB: 0.03, S.PENSION: 0.001}, S.FLEXJOB: {S.FLEXJOB_WAITING: 0.004},
    S.PART_TIME: {S.BENEFIT: 0.02, S.FULL_TIME: 0.01}, S.FULL_TIME: {S.BENEFIT: 0.012, S.PART_TIME: 0.002},
    S.EDUCATION: {S.BENEFIT: 0.006, S.FULL_TIME: 0.003}, S.SELF_SUPPORT: {S.BENEFIT: 0.015, S.FULL_TIME: 0.003},
}
_TOWARD_WORK = (S.PART_TIME, S.FULL_TIME, S.SMALL_JOB, S.FLEXJOB)
_PHASE_MOVES = {
    Phase.PROGRESSION: {Phase.STAGNATION: 0.03, Phase.SETBACK: 0.01},
    Phase.STAGNATION: {Phase.PROGRESSION: 0.015, Phase.SETBACK: 0.01, Phase.DERAILMENT: 0.003},
    Phase.SETBACK: {Phase.STAGNATION: 0.03, Phase.DERAILMENT: 0.01, Phase.PROGRESSION: 0.005},
    Phase.DERAILMENT: {Phase.SETBACK: 0.02, Phase.STAGNATION: 0.02},
}
_BENEFIT_OF = {
    S.FLEXJOB_WAITING: Benefit.FLEXJOB_ALLOWANCE, S.FLEXJOB: Benefit.FLEXJOB_SUBSIDY, S.EDUCATION: Benefit.STUDY_GRANT,
    S.PENSION: Benefit.PENSION, S.PART_TIME: Benefit.NONE, S.FULL_TIME: Benefit.NONE, S.SELF_SUPPORT: Benefit.NONE,
    S.LEFT: Benefit.NONE,
}
_CASE_EVENTS = {  # weekly chance, agents, and what current and amount may hold
    EventKind.CASEWORKER_CHANGED: (0.006, 24, None), EventKind.MEETING: (0.03, 24, None),
    EventKind.SERVICE_STARTED: (0.006, 6, Service), EventKind.CRISIS: (0.002, 0, None),
    EventKind.PLACEMENT_PROPOSED: (0.006, 300, Channel), EventKind.REJECTED: (0.01, 300, None),
}
def synthetic_tables(seeds: Sequence[int], citizens: int, weeks: int, lift: float = 0.0) -> RunTables:
    """Return lawful tables of as many seeds, citizens (per seed, newcomers included) and weeks as asked.

    ``lift`` raises the weekly chances of entering work by that share; all else is drawn alike.
    """
    return RunTables.joined(_one_seed(seed, citizens, weeks, lift) for seed in seeds).checked()


def _one_seed(seed: int, size: int, weeks: int, lift: float) -> RunTables:
    luck = np.random.default_rng([seed + 2**31, 7])
    people = _people(luck, seed, size, weeks)
    paths = _walk(luck, people, weeks, lift)
    present = paths.standing != ABSENT
    if weeks:
        first = np.clip(people["entry_week"].to_numpy().astype(np.int64), 0, max(weeks - 1, 0))
        last = np.clip(people["exit_week"].to_numpy().astype(np.int64) - 1, 0, weeks - 1)
        rows = np.arange(size)
        people = people.with_columns(
            standing_at_start=paths.standing[first, rows], standing_at_end=paths.standing[last, rows],
            phase_at_start=paths.phase[first, rows], phase_at_end=paths.phase[last, rows],
        ).cast(TABLES["citizens"])
    spells = _spells(seed, people, paths, weeks)
    events = _events(luck, seed, paths, present)
    people = _counted(people, events)
    events = mark_turned(events, spells)
    return RunTables(people, spells, events, panel_rows(luck, seed, people, paths, present))


def _people(luck: np.random.Generator, seed: int, size: int, weeks: int) -> pl.DataFrame:
    """Fixed traits, states at both ends, entry and exit."""
    newcomer = luck.random(size) < 0.2
    entry = np.where(newcomer, luck.integers(0, max(weeks, 1), size), 0)
    stay = luck.geometric(0.0008, size)
    gone = np.minimum(np.minimum(entry, weeks) + stay, weeks)
    start = luck.random((len(STATES), size)) * 0.6 + 0.2
    end = np.clip(start + luck.normal(0.02, 0.1, start.shape), 0, 1)
    made = {
        "seed": np.full(size, seed), "citizen": np.arange(size), "entry_week": np.minimum(entry, weeks),
        "exit_week": gone, "age": luck.uniform(18, 64, size), "female": luck.random(size) < 0.5,
        "children": luck.integers(0, 4, size), "partner_income": luck.random(size) < 0.2,
        "language": luck.random(size), "trained": luck.random(size) < 0.25,
        "trade": luck.integers(0, len(Occupation), size), "wish": luck.integers(0, len(Occupation), size),
        "chronic_mental": luck.random(size) < 0.48, "chronic_musculoskeletal": luck.random(size) < 0.2,
        "chronic_other": luck.random(size) < 0.1, "anxious": luck.random(size) < 0.3,
        "accommodation_need": luck.random(size), "hours_possible": luck.uniform(2, 37, size),
        "sociability": luck.random(size), "benefit_at_start": (luck.random(size) < 0.2).astype(np.int64),
        "weeks_on_support_at_start": luck.integers(0, 600, size),
        "support_share_5y": np.where(newcomer, np.nan, luck.beta(4, 1, size)),
        **{f"{state}_at_start": start[row] for row, state in enumerate(STATES)},
        **{f"{state}_at_end": end[row] for row, state in enumerate(STATES)},
    }
    wanted = TABLES["citizens"]
    empty = {name: np.zeros(size, dtype=np.int64) for name in wanted if name not in made}
    return pl.DataFrame({**made, **empty}).select(pl.col(name).cast(kind) for name, kind in wanted.items())


def _walk(luck: np.random.Generator, people: pl.DataFrame, weeks: int, lift: float) -> Paths:
    """Move everyone week by week. Two uniform numbers per person and week serve all decisions."""
    size = people.height
    move, turn = luck.random((weeks, size)), luck.random((weeks, size))
    home = np.where(people["benefit_at_start"].to_numpy() == 1, int(S.RESOURCE_COURSE), int(S.BENEFIT)).astype(np.int64)
    standing = home.copy()
    phase = luck.choice(4, size, p=[0.2, 0.5, 0.2, 0.1]).astype(np.int64)
    own_phase, stayed = phase.copy(), np.full(size, 9)
    entry, gone = people["entry_week"].to_numpy(), people["exit_week"].to_numpy()
    shape = (weeks, size)
    paths = Paths(np.full(shape, ABSENT), np.full(shape, ABSENT), np.full(shape, ABSENT))
    course = home == int(S.RESOURCE_COURSE)
    for week in range(weeks):
        here = (entry <= week) & (week < gone)
        moving = here & (entry < week)
        standing = np.where(moving, _moved(standing, move[week], _lifted(lift)), standing)
        back = (standing == int(S.BENEFIT)) & course
        standing = np.where(back, int(S.RESOURCE_COURSE), standing)
        course &= ~np.isin(standing, [int(code) for code in (*IN_WORK, S.EDUCATION, S.SELF_SUPPORT)])
        course |= standing == int(S.RESOURCE_COURSE)
        new = np.where(moving & (stayed >= 6), _moved(own_phase, turn[week], _PHASE_MOVES), own_phase)
        stayed = np.where(new == own_phase, stayed + 1, 0)
        own_phase = new
        working = np.isin(standing, [int(code) for code in IN_WORK])
        outside = np.isin(standing, [int(code) for code in (S.EDUCATION, S.PENSION, S.SELF_SUPPORT)])
        phase = np.where(working, int(Phase.IN_WORK), np.where(outside, int(Phase.OUTSIDE), own_phase))
        benefit = np.where(course, int(Benefit.RESOURCE_COURSE), int(Benefit.ACTIVITY_READY))
        for code, carries in _BENEFIT_OF.items():
            benefit = np.where(standing == int(code), int(carries), benefit)
        for path, now in ((paths.standing, standing), (paths.phase, phase), (paths.benefit, benefit)):
            path[week] = np.where(here, now, ABSENT)
    return paths


def _lifted(lift: float) -> dict[Standing, dict[Standing, float]]:
    return {
        start: {to: chance * (1 + lift) if to in _TOWARD_WORK else chance for to, chance in moves.items()}
        for start, moves in _MOVES.items()
    }


def _moved(codes: Codes, luck: npt.NDArray[np.float64], moves: dict[Standing, dict[Standing, float]] | dict[
    Phase, dict[Phase, float]]) -> Codes:
    """Each person's next code: the unit interval is cut in the order of the moves."""
    after = codes.copy()
    for start, targets in moves.items():
        edges = np.cumsum(list(targets.values()))
        goals = np.array([int(to) for to in targets] + [int(start)])
        rows = codes == int(start)
        after[rows] = goals[np.searchsorted(edges, luck[rows], side="right")]
    return after


def _spells(seed: int, people: pl.DataFrame, paths: Paths, weeks: int) -> pl.DataFrame:
    """Unbroken stays of equal codes per citizen, from the weekly codes."""
    frames = [TABLES["spells"].to_frame()]
    layers = ((Layer.STANDING, paths.standing), (Layer.PHASE, paths.phase), (Layer.BENEFIT, paths.benefit))
    newcomers = (people["weeks_on_support_at_start"] == 0).to_numpy()
    for layer, path in layers:
        padded = np.vstack([np.full((1, path.shape[1]), ABSENT), path, np.full((1, path.shape[1]), ABSENT)]).T
        changes = padded[:, 1:] != padded[:, :-1]
        who, at = np.nonzero(changes)
        code = padded[who, at + 1]
        begins = code != ABSENT
        end = np.append(at[1:], 0)
        made = pl.DataFrame({
            "seed": np.full(begins.sum(), seed), "citizen": who[begins], "layer": np.full(begins.sum(), int(layer)),
            "code": code[begins], "start": at[begins], "end": end[begins],
            "cause": np.where(at[begins] == 0, int(Cause.NONE), int(Cause.STARTED)),
            "open_left": (at[begins] == 0) & ~newcomers[who[begins]], "open_right": end[begins] == weeks,
        })
        frames.append(made.select(pl.col(name).cast(kind) for name, kind in TABLES["spells"].items()))
    return pl.concat(frames)


def _events(luck: np.random.Generator, seed: int, paths: Paths, present: npt.NDArray[np.bool_]) -> pl.DataFrame:
    """Changes of code, jobs and placements that follow from them, turning points, and events of the case."""
    frames = [TABLES["events"].to_frame()]
    layers = ((EventKind.STANDING, paths.standing), (EventKind.PHASE, paths.phase), (EventKind.BENEFIT, paths.benefit))
    for kind, path in layers:
        week, who = np.nonzero((path[1:] != path[:-1]) & present[1:] & present[:-1])
        before, after = path[:-1][week, who], path[1:][week, who]
        frames.append(_rows(seed, week + 1, who, kind, previous=before, current=after, cause=Cause.STARTED))
        if kind is EventKind.STANDING:
            frames += _of_standing(luck, seed, week + 1, who, before, after)
    supported = np.isin(paths.standing, [int(code) for code in ON_SUPPORT])
    week, who = np.nonzero((luck.random(present.shape) < 0.012) & supported)
    kinds = luck.choice([int(kind) for kind in TurningPoint], len(week))
    frames.append(_rows(seed, week, who, EventKind.TURNING_POINT, current=kinds, amount=luck.random(len(week))))
    for kind, (chance, agents, words) in _CASE_EVENTS.items():
        week, who = np.nonzero((luck.random(present.shape) < chance) & supported)
        current = luck.integers(1, len(words), len(week)) if words else np.full(len(week), NO_CODE)
        agent = luck.integers(0, agents, len(week)) if agents else np.full(len(week), NO_AGENT)
        frames.append(_rows(seed, week, who, kind, agent=agent, current=current, amount=luck.random(len(week))))
    return pl.concat(frames).sort("week", "citizen", "kind", "current")


def _of_standing(
    luck: np.random.Generator, seed: int, week: Codes, who: Codes, before: Codes, after: Codes,
) -> list[pl.DataFrame]:
    """Jobs won and lost, placements started and ended."""
    work = [int(code) for code in (*IN_WORK, S.SMALL_JOB)]
    ordinary, placed = [int(code) for code in ORDINARY_JOB], [int(code) for code in PLACEMENTS]
    won, lost = np.isin(after, work) & ~np.isin(before, ordinary), np.isin(before, work) & ~np.isin(after, work)
    began, ended = np.isin(after, placed), np.isin(before, placed)
    channel = luck.integers(1, len(Channel), len(week))
    hours = np.select([after == int(S.FULL_TIME), after == int(S.PART_TIME)], [37.0, 18.0], 8.0)
    causes = luck.choice([int(Cause.GATE_FAILED), int(Cause.NO_OPENING), int(Cause.HEALTH)], len(week))
    causes = np.where(np.isin(after, work), int(Cause.HIRED), causes)
    firm, ran = luck.integers(0, 300, len(week)), luck.integers(1, 40, len(week)).astype(np.float64)
    return [
        _rows(seed, week[won], who[won], EventKind.JOB_WON, agent=firm[won], current=channel[won], amount=hours[won]),
        _rows(seed, week[lost], who[lost], EventKind.JOB_LOST, agent=firm[lost], amount=ran[lost], cause=Cause.ENDED),
        _rows(seed, week[began], who[began], EventKind.PLACEMENT_STARTED, agent=firm[began], current=channel[began]),
        _rows(seed, week[ended], who[ended], EventKind.PLACEMENT_ENDED, agent=firm[ended], cause=causes[ended],
              amount=ran[ended]),
    ]


def _rows(  # noqa: PLR0913 - an event has as many sides as it has
    seed: int, week: Codes, who: Codes, kind: EventKind, *, agent: Codes | int = NO_AGENT,
    previous: Codes | int = NO_CODE, current: Codes | int = NO_CODE, cause: Codes | int = Cause.NONE,
    amount: npt.NDArray[np.float64] | float = 0.0,
) -> pl.DataFrame:
    size = len(week)
    made = {
        "seed": seed, "week": week, "citizen": who, "kind": int(kind), "agent": agent, "previous": previous,
        "current": current, "cause": cause, "amount": amount,
    }
    full = {name: np.broadcast_to(np.asarray(values), (size,)) for name, values in made.items()}
    return pl.DataFrame(full).with_columns(turned=pl.lit(None)).select(
        pl.col(name).cast(kind) for name, kind in TABLES["events"].items()
    )


def _counted(people: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """The citizens' counters, from their events."""
    kinds = {
        "caseworker_changes": EventKind.CASEWORKER_CHANGED, "meetings": EventKind.MEETING,
        "placements": EventKind.PLACEMENT_STARTED, "applications": EventKind.REJECTED,
        "weeks_waiting": EventKind.SERVICE_STARTED,
    }
    counts = events.group_by("citizen").agg(
        (pl.col("kind") == int(kind)).sum().alias(f"{name}_counted") for name, kind in kinds.items()
    )
    return (
        people.join(counts, on="citizen", how="left", maintain_order="left")
        .with_columns(pl.col(f"{name}_counted").fill_null(0).alias(name) for name in kinds)
        .cast({name: TABLES["citizens"][name] for name in kinds})
        .select(TABLES["citizens"].names())
    )
