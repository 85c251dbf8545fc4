"""What a change of caseworker takes away, and what a handover saves (S4 L1522-1594)."""

from __future__ import annotations

from functools import partial

import numpy as np

from sim.arrays import real
from sim.population.columns import Rows
from sim.population.town import Town
from sim.processes.hours import owe
from sim.processes.motivation import fight
from sim.processes.moves import nudge, turn
from sim.processes.now import Now
from sim.scenario.catalogue.casework import Casework
from sim.scenario.settings import Settings
from sim.vocabulary import (
    Cause, ChangeLossSplit, EventKind, Gate, Handover, Identity, Orientation, Problem, TurningPoint,
)

_PROGRESS = 2
_SPLIT = {
    ChangeLossSplit.BALANCED: (1.0, 1.0, 1.0),
    ChangeLossSplit.TRUST: (1.3, 0.4, 0.4),
    ChangeLossSplit.KNOWLEDGE: (0.4, 1.3, 0.4),
    ChangeLossSplit.STANDSTILL: (0.4, 0.4, 1.3),
}
"""Weights of lost trust, lost knowledge and standstill (form; a structure switch: the targets cannot tell
them apart)."""
_GOOD_RELATION = 0.5
_HANDED_OVER = 0.5
_STARVED, _RETOLD = 0.25, 0.02
"""Trust from which losing the caseworker is a candidate turning point; share of knowledge saved from which someone
counts as handed over; relation orientation starved per trust lost; leaning fed per change so far (form, grade E)."""


def saved(work: Casework, cause: Cause) -> tuple[float, float]:
    """Shares of trust and of case knowledge that the handover in force saves.

    Someone who leaves is gone before the successor comes, so that a planned handover then saves less.
    """
    if work.handover == Handover.PLANNED:
        saves = work.planned_saves_absent if cause == Cause.STAFF_TURNOVER else work.planned_saves
        return work.planned_saves_trust * saves, saves
    if work.handover == Handover.FILE:
        return 0.0, work.file_saves
    return 0.0, 0.0


def hand_over(town: Town, now: Now, rows: Rows, cause: Cause, *, met_by: int) -> None:
    """The case of each of ``rows`` changes hands; the new caseworker can meet them from week ``met_by`` on."""
    if not len(rows):
        return
    c, work = town.citizens, now.settings.casework
    c.caseworker_changes[rows] += 1
    c.changed[rows] = now.week
    before = c.trust[rows].copy()
    c.trust_before[rows] = before
    losing = now.passing(c, rows, Gate.HANDOVER)
    if now.settings.mechanisms.change_loss:
        _lose(town, now, losing, saved(work, cause), met_by)
    if now.settings.mechanisms.anxious_harm:
        _set_back(town, now, losing[c.anxious[losing]], saved(work, cause)[1])
    if work.handover == Handover.PLANNED:
        held = rows[c.post[rows] >= 0]
        owe(town, now, c.post[held].astype(np.int64), work.planned_hours, "handover")
    now.log.add(
        now.week,
        EventKind.CASEWORKER_CHANGED,
        c.citizen[rows],
        agent=town.post_number(c.post[rows]),
        cause=cause,
        amount=before - c.trust[rows],
    )
    # Losing a caseworker turns a pathway where nobody handed the person over (S4 L1550-1567).
    unprepared = saved(work, cause)[1] < _HANDED_OVER
    close = rows[(before > _GOOD_RELATION) & (c.trust[rows] < before) & unprepared]
    turn(
        c,
        now,
        close,
        TurningPoint.CASEWORKER_LOST,
        ((c.belief, 0.6), (c.direction, 0.5)),
        agent=town.post_number(c.post[close]),
        cause=cause,
    )


def _lose(town: Town, now: Now, rows: Rows, kept: tuple[float, float], met_by: int) -> None:
    """What is lost of trust, knowledge and progress, and what having to tell it all again does to a person."""
    c, work = town.citizens, now.settings.casework
    trust_saved, knowledge_saved = kept
    lost_trust, lost_knowledge, lost_progress = (
        now.of(partial(_share_lost, part=part, saved=saved), c.town[rows])
        for part, saved in enumerate((trust_saved, knowledge_saved, knowledge_saved))
    )
    stands_still = real(work.standstill) * lost_progress
    # A personal mentor who stays knows the case too and keeps it moving (Mathias, S4 L1558-1559, L3622-3623).
    bridged = np.where(
        now.settings.mechanisms.personal_mentor & (c.mentor_until[rows] >= now.week),
        real(now.settings.support.mentor_bridges),
        real(0),
    )
    # Having to tell it all again starves the relation orientation and feeds opposition (S4 L2424-2440).
    missed = c.trust[rows] * lost_trust
    if now.settings.mechanisms.motivation:
        nudge(c.orientation[Orientation.RELATION], rows, real(-_STARVED) * missed)
    if now.settings.mechanisms.identity:
        times = np.minimum(c.caseworker_changes[rows], 5).astype(np.float32)
        # The more so where there was a relation to lose, and the less the more the new one has been told.
        felt = real(0.5) + real(1.5) * missed
        again = times * felt * real(_RETOLD * (1 - knowledge_saved))
        nudge(c.leaning[Identity.OPPONENT], rows, again * fight(c, now, rows))
        nudge(c.leaning[Identity.CLIENT], rows, again * (real(1) - fight(c, now, rows)))
    c.trust[rows] *= real(1) - lost_trust
    c.knowledge[rows] *= real(1) - lost_knowledge * (real(1) - bridged)
    c.caseworker_belief[rows] += (real(0.4) - c.caseworker_belief[rows]) * lost_knowledge
    until = np.maximum(
        c.standstill_until[rows],
        met_by + np.floor(stands_still * (real(1) - bridged) + real(0.5)),
    )
    c.standstill_until[rows] = until


def _share_lost(own: Settings, part: int, saved: float) -> float:
    """What a change loses of trust (part 0), of knowledge (1) and, in full weeks of standstill, of progress (2)."""
    loss = own.casework.change_loss * _SPLIT[own.casework.change_loss_split][part]
    return (loss if part == _PROGRESS else min(1.0, loss)) * (1 - saved)


def _set_back(town: Town, now: Now, rows: Rows, knowledge_saved: float) -> None:
    """The anxious fall ill again; a personal mentor who stays takes part of it (Mathias, S4 L1550-1567)."""
    c, work, left = town.citizens, now.settings.casework, 1.0 - now.settings.support.mentor_bridges
    mentored = c.mentor_until[rows] >= now.week
    harm = real(work.anxious_harm * (1 - knowledge_saved)) * np.where(mentored, real(left), real(1.0))
    nudge(c.problem[Problem.MENTAL], rows, harm)
