"""The week: one readable table of stages, with the reason for each place in the order (model section 4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from sim.population.columns import Bool, Rows
from sim.population.town import ON_SUPPORT_TABLE, Town, standings
from sim.processes import (
    arrivals,
    brokers,
    casework,
    coordinators,
    courses,
    employment,
    exits,
    firms,
    inner,
    life,
    matching,
    meetings,
    motivation,
    network,
    outreach,
    phases,
    placements,
    promises,
    recalls,
    rehabilitation,
    search,
    staffing,
    support,
    voice,
    workplace,
)
from sim.processes.casework import Proposals
from sim.processes.meetings import Contacts
from sim.processes.now import Now
from sim.vocabulary import IN_WORK, Gate

_WORKING = standings(*IN_WORK)
_NOBODY: Rows = np.zeros(0, dtype=np.int64)


@dataclass
class Desk:
    """What stages of one week hand to later ones."""

    met: Contacts = field(default_factory=lambda: Contacts(_NOBODY, _NOBODY, np.zeros(0, np.float32), _NOBODY))
    proposals: list[Proposals] = field(default_factory=list)
    supported: Bool = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    working: Bool = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))


@dataclass(frozen=True)
class Stage:
    """A step of the week: what runs, every how many weeks, and why it stands where it does."""

    name: str
    act: Callable[[Town, Now, Desk], None]
    why: str
    every: int = 1


def _life(town: Town, now: Now, desk: Desk) -> None:
    arrivals.admit(town, now)
    life.strike(town, now)


def _ease(town: Town, now: Now, desk: Desk) -> None:
    life.ease(town.citizens, now)
    life.retire(town, now)


def _firms(town: Town, now: Now, desk: Desk) -> None:
    closed = firms.live(town, now)
    employment.close(town, now, closed)
    promises.forget(town, closed)


def _staffing(town: Town, now: Now, desk: Desk) -> None:
    staffing.turn_over(town, now)
    staffing.load(town, now)


def _reassign(town: Town, now: Now, desk: Desk) -> None:
    staffing.reassign(town, now)


def _meetings(town: Town, now: Now, desk: Desk) -> None:
    desk.met = meetings.hold(town, now)


def _casework(town: Town, now: Now, desk: Desk) -> None:
    promises.keep(town, now)
    recalls.call(town, now)
    casework.end_courses(town, now)
    desk.proposals.append(casework.act(town, now, desk.met))
    voice.talk(town, now, desk.met.rows, desk.met.quality)
    outreach.visit(town, now, desk.met.rows, desk.met.posts)


def _brokers(town: Town, now: Now, desk: Desk) -> None:
    desk.proposals.append(brokers.follow(town, now))


def _seekers(town: Town, now: Now, desk: Desk) -> None:
    desk.proposals.append(brokers.provide(town, now))
    desk.proposals.append(brokers.flexjobs(town, now))


def _support(town: Town, now: Now, desk: Desk) -> None:
    desk.proposals.append(support.serve(town, now))


def _momentum(town: Town, now: Now, desk: Desk) -> None:
    rehabilitation.wait(town, now)


def _rehabilitation(town: Town, now: Now, desk: Desk) -> None:
    coordinators.give_places(town, now)
    rehabilitation.clarify(town, now)
    desk.proposals.append(rehabilitation.decide(town, now))


def _ties(town: Town, now: Now, desk: Desk) -> None:
    network.reshape(town, now)


def _network(town: Town, now: Now, desk: Desk) -> None:
    desk.proposals.append(network.help_out(town, now))


def _search(town: Town, now: Now, desk: Desk) -> None:
    desk.proposals.append(search.seek(town, now))


def _matching(town: Town, now: Now, desk: Desk) -> None:
    c = town.citizens
    wanted = matching.together(desk.proposals)
    still = ON_SUPPORT_TABLE.take(c.standing[wanted.rows]) & ~c.at_work[wanted.rows] & ~c.waiting_start[wanted.rows]
    if now.withheld is not None:
        still &= now.withheld.spared(c, wanted.rows, Gate.SEAT)
    placements.propose(town, now, Proposals(wanted.rows[still], wanted.channel[still], wanted.knowledge[still]))
    outreach.papers(town, now, wanted.rows[still])
    voice.hear(town, now, wanted.rows[still])
    placements.start(town, now)


def _workplaces(town: Town, now: Now, desk: Desk) -> None:
    workplace.happen(town, now)


def _gates(town: Town, now: Now, desk: Desk) -> None:
    courses.run(town, now)


def _employment(town: Town, now: Now, desk: Desk) -> None:
    employment.work(town, now)
    employment.small_jobs(town, now)


def _exits(town: Town, now: Now, desk: Desk) -> None:
    exits.leave_benefit(town, now)
    exits.come_back(town, now)


def _load(town: Town, now: Now, desk: Desk) -> None:
    c = town.citizens
    desk.supported, desk.working = ON_SUPPORT_TABLE.take(c.standing), _WORKING.take(c.standing)
    inner.weigh_load(c, now)


def _drift(town: Town, now: Now, desk: Desk) -> None:
    c = town.citizens
    inner.drift(town, now, desk.supported, desk.working)
    motivation.fade(c, now)
    motivation.act(c, now)
    motivation.identify(c)


def _phases(town: Town, now: Now, desk: Desk) -> None:
    phases.read(town.citizens, now, desk.supported, desk.working)
    phases.count_weeks(town.citizens, desk.supported, desk.working)


WEEK: tuple[Stage, ...] = (
    Stage("life", _life, "What no policy touches comes first: who enters, falls ill, ages, leaves."),
    Stage(
        "easing",
        _ease,
        "Problems ease and people reach retirement age slowly; after this month's blows have struck.",
        4,
    ),
    Stage("firms", _firms, "Openings and capacity must be known before anyone is placed; closures end what was there."),
    Stage("ties", _ties, "Networks change slowly; their sums are used all month.", 4),
    Stage("staffing", _staffing, "Hours depend on who is in post, so posts are settled before anyone is called."),
    Stage("reassignment", _reassign, "Moves of cases before meetings: the new caseworker is the one who calls.", 4),
    Stage("meetings", _meetings, "Limited hours decide who is met; everything the jobcentre does starts here."),
    Stage("casework", _casework, "Acts follow the talk of the same week; courses that end free people for new offers."),
    Stage("brokers", _brokers, "Brokers and providers work beside the caseworkers, on the same citizens."),
    Stage("providers", _seekers, "The provider, and those granted a flexjob, look around every second week.", 2),
    Stage("support", _support, "Places are given after this week's referrals have joined the queue."),
    Stage(
        "momentum",
        _momentum,
        "A week of waiting wears the momentum of the last meeting before a new one can add to it.",
    ),
    Stage(
        "rehabilitation",
        _rehabilitation,
        "The team sits every second week and decides on files that are complete by then.",
        2,
    ),
    Stage("network", _network, "Help and leads reach people as the week has left them so far."),
    Stage(
        "search", _search, "Own applications compete for the same openings as placements, before these are proposed."
    ),
    Stage(
        "matching", _matching, "All proposals of the week meet the firms together, so no channel has the first pick."
    ),
    Stage("workplaces", _workplaces, "A week at work, also for those who started today."),
    Stage("gates", _gates, "Gates judge the match as this week has left it."),
    Stage(
        "employment",
        _employment,
        "Jobs won today are not lost today only if the week is kind: losses come after hires.",
    ),
    Stage("exits", _exits, "Education and self-support are for those still on benefit at the end of the month.", 4),
    Stage("load", _load, "Load, and the room it leaves, once everything of the week has happened."),
    Stage("drift", _drift, "States drift after the load is known; slowly, so two weeks at a time.", 2),
    Stage("phases", _phases, "Phases read the finished state; nothing reads them."),
)
"""The week in order. ``every`` gives the cadence in weeks."""


def live_week(town: Town, now: Now, week: tuple[Stage, ...] = WEEK) -> None:
    """Run every stage of one week on the town, in order, in place; ``week`` may hold stages of one's own."""
    desk = Desk()
    for stage in week:
        if stage.every == 1 or now.week % stage.every == 0:
            stage.act(town, now, desk)
