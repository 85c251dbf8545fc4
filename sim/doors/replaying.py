"""From a case to its page: play, score, and hand the numbers to the view."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

from sim.cases.case import START, Case
from sim.cases.timeline import coded, middle_weeks
from sim.studies.replay import ARMS, COUNTER, TOLD, Replay, one_life, replay
from sim.studies.replay_score import Score, in_work_difference, score
from sim.views.life import life_of
from sim.views.replayed import Agreement, Baseline, CounterCase, Mark, Replayed


def played(case: Case, futures: int, others: Sequence[Case], *, counter: bool) -> tuple[Replayed, Score]:
    """Play a case in so many futures, with and without what it is held against."""
    arms = tuple(arm for arm in ARMS if counter or arm != COUNTER)
    seeds = tuple(range(1, futures + 1))
    found = replay(case, seeds, arms if others else arms[:-1], others)
    scored = score(found)
    return _replayed(found, scored), scored


def _replayed(found: Replay, scored: Score) -> Replayed:
    case, told = found.case, found.arms[TOLD]
    seed = found.seeds[told.most_typical()]
    tables, number = one_life(case, seed)
    weeks = middle_weeks(case.events)
    return Replayed(
        name=case.name, source=case.source, title=case.title, story=case.story, questions=case.questions,
        weeks=case.weeks, futures=len(found.seeds), script=_script(case), milestones=_milestones(case),
        strips=(coded(case.codings.first, weeks, case.weeks), coded(case.codings.second, weeks, case.weeks)),
        shares=told.shares(), in_work=scored.in_work[TOLD], life=life_of(tables, number, seed),
        agreement=_agreement(scored), counter=_counter(found, scored), facts=case.sources,
        version=version("vendepunkt"),
    )


def _script(case: Case) -> tuple[Mark, ...]:
    """The events with the first and last week each can come in, whatever it counts from; in order of time."""
    first, last = {START: 0}, {START: 0}
    marks = []
    for event in case.events:
        first[event.id] = first.get(event.after, 0) + event.first
        last[event.id] = last.get(event.after, 0) + event.last
        marks.append(Mark(first[event.id], last[event.id], event.words, event.source))
    return tuple(sorted(marks, key=lambda mark: mark.first + mark.last))


def _milestones(case: Case) -> tuple[Mark, ...]:
    weeks = middle_weeks(case.events)
    return tuple(
        Mark(weeks[one.after] + one.weeks, weeks[one.after] + one.weeks, one.words, one.source)
        for one in case.milestones
    )


def _agreement(scored: Score) -> Agreement:
    return Agreement(
        scored.told, scored.first, scored.second, scored.constant,
        {name: Baseline(one.baseline, one.difference, one.low, one.high, one.p)
         for name, one in scored.against.items()},
        scored.agreement, scored.kappa, scored.acted,
    )


def _counter(found: Replay, scored: Score) -> CounterCase | None:
    if COUNTER not in found.arms:
        return None
    futures = found.arms[COUNTER]
    return CounterCase(
        found.case.counter.words, futures.shares(), scored.in_work[COUNTER], *in_work_difference(found),
    )
