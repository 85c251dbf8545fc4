"""Phases come from the state alone, by the rule of the model; nothing that happens depends on them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
import pytest

from sim.engine.run import simulate
from sim.population.citizens import TREND_WEEKS, Citizens
from sim.processes.event_log import EventLog
from sim.processes.phases import approach_work, count_weeks, read
from sim.vocabulary import Agency, EventKind, Phase
from tests.fixtures_model import past, small_town, this_week, unlike_frames

SCENARIO = small_town()
RULE = SCENARIO.settings_at(0).phases
WEEK = 100
P, S, B, D = Phase.PROGRESSION, Phase.STAGNATION, Phase.SETBACK, Phase.DERAILMENT


@dataclass(frozen=True)
class Case:
    """A citizen by hand: where they were, how they are, where nearness is heading, and the phase the rule gives."""

    says: str
    now: Phase
    was: Phase = S
    since: int = 50
    trend: float = 0.0
    inner: float = 0.0
    direction: float = 0.4
    belief: float = 0.45
    self_worth: float = 0.45
    agency: Agency = Agency.PASSIVE
    overload: int = 0
    supported: bool = True
    working: bool = False


CASES = [
    Case("nothing moves", S),
    Case("up with two marks", P, trend=0.04, direction=0.6, belief=0.6),
    Case("up with direction and active agency", P, trend=0.04, direction=0.6, agency=Agency.ACTIVE),
    Case("up with three marks", P, trend=0.1, direction=0.6, belief=0.6, self_worth=0.6),
    Case("up with one mark only", S, trend=0.04, direction=0.6),
    Case("two marks but hardly up", S, trend=0.02, direction=0.6, belief=0.6),
    Case("two marks and going down", B, trend=-0.04, direction=0.6, belief=0.6),
    Case("a mark must be above its line, not on it", S, trend=0.04, direction=0.5, belief=0.5),
    Case("down", B, trend=-0.04),
    Case("down but not enough", S, trend=-0.02),
    Case("self-worth and belief low and falling", B, inner=-0.001, self_worth=0.3, belief=0.3),
    Case(
        "low and falling, whatever the rest of nearness does", B, trend=0.02, inner=-0.001, self_worth=0.3, belief=0.3
    ),
    Case("self-worth and belief low but not falling", S, self_worth=0.3, belief=0.3),
    Case("self-worth and belief low but rising", S, trend=-0.001, inner=0.001, self_worth=0.3, belief=0.3),
    Case("only self-worth low and falling", S, inner=-0.001, self_worth=0.3),
    Case("falling but not low", S, inner=-0.01),
    Case("overloaded for four weeks", D, overload=4),
    Case("overloaded for three weeks", S, overload=3),
    Case("overloaded, whatever the marks", D, trend=0.1, direction=0.6, belief=0.6, overload=9),
    # A phase once entered holds until its threshold is undershot by half.
    Case("progression goes on at half the trend and one mark", P, was=P, trend=0.02, direction=0.6),
    Case("progression ends under half the trend", S, was=P, trend=0.01, direction=0.6, belief=0.6),
    Case("progression ends without any mark", S, was=P, trend=0.02),
    Case("setback goes on at half the fall", B, was=B, trend=-0.02),
    Case("setback ends when the fall is over", S, was=B, trend=-0.01),
    Case("setback turns when things go up", P, was=B, trend=0.04, direction=0.6, belief=0.6),
    Case("stagnation does not have the margin of the others", S, was=S, trend=0.02, direction=0.6, belief=0.6),
    Case("derailment ends with the overload", S, was=D, overload=0),
    Case("derailment can end in progression", P, was=D, trend=0.04, direction=0.6, belief=0.6),
    # Six weeks at least.
    Case("five weeks are too few to change", P, was=P, since=5, trend=-0.1),
    Case("six weeks are enough", B, was=P, since=6, trend=-0.1),
    Case("even derailment waits", S, was=S, since=2, overload=8),
    Case("a job is seen at once", Phase.IN_WORK, was=P, since=1, supported=False, working=True),
    Case("leaving support is seen at once", Phase.OUTSIDE, was=D, since=1, overload=9, supported=False),
    Case("coming back is seen at once", S, was=Phase.OUTSIDE, since=1),
    Case("coming back overloaded is seen at once", D, was=Phase.IN_WORK, since=1, overload=5),
    Case("in work whatever the load", Phase.IN_WORK, was=Phase.IN_WORK, overload=9, supported=False, working=True),
    Case("still outside", Phase.OUTSIDE, was=Phase.OUTSIDE, supported=False, trend=0.2),
]


def town_of(cases: list[Case]) -> Citizens:
    c = Citizens.empty(len(cases))
    c.citizen[:] = np.arange(len(cases))
    c.present[:] = True
    for name in ("direction", "belief", "self_worth", "agency"):
        getattr(c, name)[:] = [getattr(case, name) for case in cases]
    c.inner_trend[:] = [case.inner for case in cases]
    c.overload_weeks[:] = [case.overload for case in cases]
    c.phase[:] = [case.was for case in cases]
    c.phase_since[:] = [WEEK - case.since for case in cases]
    near = c.copy()
    approach_work(near, this_week(SCENARIO, WEEK))
    c.nearness_past[WEEK % TREND_WEEKS] = near.nearness - np.array([case.trend for case in cases], dtype=np.float32)
    return c


def read_phases(c: Citizens, cases: list[Case], log: EventLog) -> None:
    supported = np.array([case.supported for case in cases])
    read(c, this_week(SCENARIO, WEEK, log), supported, np.array([case.working for case in cases]))


def test_the_rule_is_the_one_the_cases_were_written_for() -> None:
    assert (RULE.delta, RULE.high, RULE.low, RULE.exit_margin, RULE.shortest_stay, RULE.overload_weeks) == (
        0.03,
        0.5,
        0.36,
        0.5,
        6,
        4,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_the_phase_follows_from_the_state(case: Case) -> None:
    c = town_of([case])
    log = EventLog()
    read_phases(c, [case], log)
    assert Phase(int(c.phase[0])) is case.now
    changed = case.now is not case.was
    events = log.columns()
    assert len(events["week"]) == int(changed)
    assert c.phase_since[0] == (WEEK if changed else WEEK - case.since)
    if changed:
        assert (events["kind"][0], events["previous"][0], events["current"][0]) == (EventKind.PHASE, case.was, case.now)


def test_all_cases_together_are_the_cases_one_by_one() -> None:
    c = town_of(CASES)
    read_phases(c, CASES, EventLog())
    assert c.phase.tolist() == [int(case.now) for case in CASES]


def test_rows_without_anyone_log_nothing() -> None:
    c = town_of(CASES)
    c.present[:] = False
    log = EventLog()
    read_phases(c, CASES, log)
    assert len(log.columns()["week"]) == 0


def test_nearness_is_the_weighted_mean_of_its_parts_by_hand() -> None:
    c = Citizens.empty(3)
    c.load[:] = [0.0, 1.5, 9.0]  # none handled away, half, and more than counts
    for name, values in {
        "coping": [1, 0.5, 0],
        "health": [1, 0.5, 0],
        "belief": [1, 0.5, 0],
        "direction": [1, 0.5, 0],
        "best_match": [1, 0.5, 0],
        "trust": [1, 0.2, 0],
        "broker_trust": [0, 0.6, 0],
        "net_support": [1, 0.4, 0],
    }.items():
        getattr(c, name)[:] = values
    approach_work(c, this_week(SCENARIO, WEEK))
    # the middle one: every part a half; relations are the mean of the better relation (0.6) and the network (0.4)
    assert c.nearness.tolist() == pytest.approx([1.0, 0.5, 0.0], abs=1e-6)


def test_the_trend_is_the_change_over_thirteen_weeks() -> None:
    c = Citizens.empty(1)
    levels = [0.2 + 0.02 * k for k in range(30)]
    trends = []
    for week, level in enumerate(levels):
        for name in ("coping", "health", "belief", "direction", "best_match", "trust", "net_support"):
            getattr(c, name)[:] = level
        c.load[:] = 3.0 * (1 - level)
        trends.append(float(approach_work(c, this_week(SCENARIO, week))[0]))
    assert trends[13:] == pytest.approx([13 * 0.02] * 17, abs=1e-5)


def test_weeks_are_counted_by_where_someone_is() -> None:
    c = Citizens.empty(3)
    c.benefit_weeks[:] = [10, 10, 10]
    c.support_weeks[:] = [20, 20, 20]
    c.jobless_weeks[:] = [30, 30, 5000]
    supported, working = np.array([True, False, False]), np.array([False, True, False])
    count_weeks(c, supported, working)
    assert c.support_weeks.tolist() == [21, 20, 20]
    assert c.benefit_weeks.tolist() == [11, 10, 0], "a spell goes on under a job and ends off support"
    assert c.jobless_weeks.tolist() == [31, 30, 5000]


def test_nothing_that_happens_depends_on_phase_or_nearness() -> None:
    """Scrambled read-outs at the start, and other rules for reading them, leave every act and every state as it was."""
    state = past(SCENARIO, 6)
    scrambled = state.copy()
    c = scrambled.town.citizens
    luck = np.random.default_rng(1)
    c.phase[:] = luck.integers(0, 6, c.rows)
    c.phase_since[:] = luck.integers(-300, 0, c.rows)
    c.nearness[:] = luck.random(c.rows)
    c.nearness_past[:] = luck.random(c.nearness_past.shape)
    other_rule = SCENARIO.with_values(
        {"phases.delta": 0.2, "phases.weight_belief": 0.9, "phases.shortest_stay": 20.0, "phases.overload_weeks": 1.0}
    )
    plain = simulate(SCENARIO, 6, state)
    for run in (simulate(SCENARIO, 6, scrambled), simulate(other_rule, 6, state)):
        assert unlike_frames(plain.spells.filter(pl.col("layer") == 1), run.spells.filter(pl.col("layer") == 1)) != []
        acts = [r.events.filter(pl.col("kind") != int(EventKind.PHASE)).drop("turned") for r in (plain, run)]
        assert unlike_frames(*acts, "events") == []
        people = [
            r.citizens.drop("phase_at_start", "phase_at_end", "nearness_at_start", "nearness_at_end")
            for r in (plain, run)
        ]
        assert unlike_frames(*people, "citizens") == []
        panels = [r.panel.select(pl.exclude("^phase_.*$", "mean_nearness")) for r in (plain, run)]
        assert unlike_frames(*panels, "panel") == []
