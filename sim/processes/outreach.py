"""Outreach: approaching workplaces takes hours of whoever proposes, and papers take weeks (S1 L852-858, L893-905)."""

from __future__ import annotations

import numpy as np

from sim.arrays import real, rows_of
from sim.population.columns import F32, Bool, I64, Rows
from sim.population.town import Town, standings
from sim.processes.hours import owe, within_hours
from sim.processes.now import Now
from sim.vocabulary import PLACEMENTS, Cause, Channel, Decision, EventKind, OpenDoor

_PLACED = standings(*PLACEMENTS)
_PAPERS_HASTE = 0.5
_USUAL_PAPERS, _HASTE_HOURS = 3.0, 0.5
_RUSHED = 0.6
_USUAL_STRAIN = 0.3
"""Share of the wait for papers left where broker and caseworker sit together; weeks of papers that cost nothing extra
and hours per case for each week less; share of the knowledge that goes when a target is all that counts; strain of a
caseworker at which papers take the usual time (detail, grade E)."""


def approach_firms(town: Town, now: Now, rows: Rows, by: I64, channel: Channel) -> Bool:
    """For whom the posts ``by`` have hours to approach workplaces; the hours are owed, and who goes without is logged.

    A concrete person brought to the back door takes longer than a scheme sold at the front.
    """
    work = now.settings.casework
    if not now.settings.mechanisms.firm_work:
        return np.ones(len(rows), dtype=np.bool_)
    back = channel == Channel.BROKER or now.settings.placements.door == OpenDoor.BACK
    each = work.outreach_hours + (work.back_door_hours if back else 0.0)
    goes = within_hours(town, now, rows, by, each)
    owe(town, now, by[goes], each, "outreach")
    left = rows[~goes]
    now.log.add(
        now.week, EventKind.PLACEMENT_REFUSED, town.citizens.citizen[left], agent=town.post_number(by[~goes]),
        cause=Cause.NO_HOURS, current=int(channel),
    )
    return goes


def visit(town: Town, now: Now, rows: Rows, by: I64) -> None:
    """A talk with someone at a workplace is held there in part: the way and the workplace's time cost hours too."""
    hours = now.settings.casework.visit_hours
    if not now.settings.mechanisms.firm_work or not hours:
        return
    there = town.citizens.at_work[rows] & (town.citizens.firm[rows] >= 0)
    owe(town, now, by[there], hours, "outreach")


def short_of_target(town: Town, now: Now) -> F32:
    """How far each town is under the target on the number of placements, 0 (reached, or none) to 1 (none running)."""
    target = now.settings.casework.volume_target * town.reference_stock / 100.0
    if not target:
        return np.zeros(town.count, dtype=np.float32)
    c = town.citizens
    running = town.tally(rows_of(_PLACED.take(c.standing) | c.waiting_start))
    return np.maximum(1.0 - running / target, 0.0).astype(np.float32)


def pushed(now: Now, effort: F32, short: F32) -> F32:
    """Effort under a target: the further it is off, the more are proposed."""
    return np.asarray(effort * (real(1) + real(now.settings.casework.target_push) * short), dtype=np.float32)


def rushed(knowledge: F32, short: F32) -> F32:
    """Knowledge that goes into a proposal made for the target's sake: of the wish, the prospect, the purpose."""
    return np.asarray(knowledge * (real(1) - real(_RUSHED) * short), dtype=np.float32)


def papers(town: Town, now: Now, rows: Rows) -> None:
    """Papers of placements agreed this week: quicker by a broker door by door or with authority; haste costs hours."""
    c, settings = town.citizens, now.settings
    weeks = round(settings.placements.approval_weeks)
    new = rows[c.waiting_start[rows] & (c.work_since[rows] == now.week + weeks)]
    owe(town, now, c.post[new].astype(np.int64), max(0.0, _USUAL_PAPERS - weeks) * _HASTE_HOURS, "tasks")
    _lie_on_the_desk(town, now, rows[c.waiting_start[rows]])
    if not (settings.brokers.authority or settings.brokers.co_location):
        return
    saved = weeks if settings.brokers.authority else round(weeks * _PAPERS_HASTE)
    quick = new[c.channel[new] == Channel.BROKER]
    saved = np.minimum(saved, c.work_since[quick] - now.week)
    c.work_since[quick] -= saved
    c.work_until[quick] -= saved


def _lie_on_the_desk(town: Town, now: Now, rows: Rows) -> None:
    """Papers of an overloaded caseworker lie longer, those of one with time less long; in whole weeks, by lot."""
    c, settings = town.citizens, now.settings.placements
    share = settings.desk_wait * settings.approval_weeks
    rows = rows[c.post[rows] >= 0]
    if not share or not len(rows):
        return
    more = real(share) * (town.posts.strain[c.post[rows]] - real(_USUAL_STRAIN))
    weeks = np.floor(more + now.draws.uniform(Decision.PAPERS, c.luck[rows])).astype(np.int16)
    weeks = np.maximum(weeks, np.int16(now.week) - c.work_since[rows])
    c.work_since[rows] += weeks
    c.work_until[rows] += weeks
