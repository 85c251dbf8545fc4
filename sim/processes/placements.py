"""Placements begin: agreed between citizen, seeker and firm, then wait for papers, then start (S4 L2790-3036)."""

from __future__ import annotations

import numpy as np

from sim.arrays import either, real, rows_of, within
from sim.population.columns import F32, I64, Rows
from sim.population.town import ON_SUPPORT_TABLE, Town
from sim.processes.casework import Proposals
from sim.processes.firm_mentors import LEADER
from sim.processes.firms import know
from sim.processes.hiring import ability, recommended
from sim.processes.matching import citizen_says_yes, find, firm_says_yes, in_prospect, seated
from sim.processes.moves import move, nudge, turn
from sim.processes.needs import met, told
from sim.processes.newcomers import receive
from sim.processes.network import asks_to_try
from sim.processes.now import Now
from sim.processes.release import leave_workplace
from sim.vocabulary import (
    Cause,
    CaseStage,
    Channel,
    EventKind,
    Identity,
    MentorPay,
    Orientation,
    Sector,
    Standing,
    TurningPoint,
)

_LEARNS, _KNOWS_AT_MOST, _SEES = 0.006, 0.9, 0.3
_LEADERS_POWER = 0.08
_PREAPPROVED_WEEKS, _MASS_PRODUCED = 1, 0.2
_FRESH, _KEEPS_FIT = 1.3, 0.6
"""Share of what there is to know about local firms that an agreement teaches whoever made it, how far that goes, and
what part of it a visit in vain teaches; share of a need that an owner or leader as mentor can meet beyond others; weeks
of papers that lists signed beforehand save; purpose that counting placements takes at full pressure; momentum, as a
multiple of what an ordinary meeting gives, from which one comes straight from a meeting with an expert; how much of how
one had come to fit in at an old workplace is still there at most (detail, grade E)."""


def propose(town: Town, now: Now, wanted: Proposals) -> None:
    """Seek a workplace for each; log who refused; agree the rest."""
    c = town.citizens
    if not len(wanted.rows):
        return
    taken = recommended(town, now, wanted)
    goes_on = ~taken & ((wanted.channel != Channel.NETWORK) | asks_to_try(town, now, wanted.rows))
    wanted, _ = _only(wanted, np.zeros(len(taken), np.int64), goes_on)
    firm = find(town, now, wanted)
    nowhere = firm < 0
    now.log.add(
        now.week,
        EventKind.PLACEMENT_REFUSED,
        c.citizen[wanted.rows[nowhere]],
        cause=Cause.NO_PLACE_FOUND,
        current=wanted.channel[nowhere],
    )
    wanted, firm = _only(wanted, firm, ~nowhere)
    yes = firm_says_yes(town, now, wanted, firm)
    now.log.add(
        now.week,
        EventKind.PLACEMENT_REFUSED,
        c.citizen[wanted.rows[~yes]],
        agent=town.firm_number(firm[~yes]),
        cause=Cause.FIRM_REFUSED,
        current=wanted.channel[~yes],
    )
    _nurse(town, now, *_only(wanted, firm, ~yes & (wanted.channel == Channel.BROKER)))
    wanted, firm = _only(wanted, firm, yes)
    agrees = citizen_says_yes(town, now, wanted, firm)
    refused(town, now, wanted.rows[~agrees], firm[~agrees], wanted.channel[~agrees])
    wanted, firm = _only(wanted, firm, agrees)
    seat = seated(town, now, wanted.rows, firm)
    wanted, firm = _only(wanted, firm, seat)
    agree(town, now, wanted, firm)


def _only(wanted: Proposals, firm: I64, keep: np.ndarray) -> tuple[Proposals, I64]:
    at = rows_of(keep)
    return Proposals(wanted.rows.take(at), wanted.channel.take(at), wanted.knowledge.take(at)), firm.take(at)


def refused(town: Town, now: Now, rows: Rows, firm: I64, channel: I64) -> None:
    """A citizen who says no to the jobcentre is a little more of an opponent in both sets of eyes."""
    c = town.citizens
    now.log.add(
        now.week,
        EventKind.PLACEMENT_REFUSED,
        c.citizen[rows],
        agent=town.firm_number(firm),
        cause=Cause.LEFT_BY_CITIZEN,
        current=channel,
    )
    nudge(c.caseworker_belief, rows, -0.03)
    nudge(c.leaning[Identity.OPPONENT], rows, 0.04)


def agree(town: Town, now: Now, wanted: Proposals, firm: I64) -> None:
    """Agree kind, purpose, accommodations and start; the seat at the firm is taken from now on."""
    c, firms = town.citizens, town.firms
    rows = wanted.rows
    if not len(rows):
        return
    np.add.at(firms.running, firm, 1)
    c.firm[rows] = firm
    c.channel[rows] = wanted.channel
    c.waiting_start[rows] = True
    c.prospect[rows] = in_prospect(town, rows, firm)
    wished = firms.occupation[firm] == c.wish[rows]
    alliance = either(wanted.channel == Channel.BROKER, c.broker_trust[rows], c.trust[rows])
    alliance = np.maximum(alliance, _at_the_table(town, now, wanted))
    _align(town, now, wanted, wished, alliance)
    _tell(town, now, wanted, firm, alliance)
    c.firm_mentor[rows] = (firms.mentor[firm] > 0) & now.settings.mechanisms.firm_mentor
    _kind_and_time(town, now, rows, firm)
    _get_to_know(town, wanted, _LEARNS)
    now.log.add(
        now.week, EventKind.PLACEMENT_PROPOSED, c.citizen[rows], agent=town.firm_number(firm), current=wanted.channel
    )
    _lift(town, now, wanted, wished)


def _at_the_table(town: Town, now: Now, wanted: Proposals) -> F32:
    """Alliance that a meeting this week with someone who knows the local firms stands in for (S1 L388-428)."""
    settings, momentum = now.settings.rehabilitation, town.citizens.momentum[wanted.rows]
    if not settings.expert_at_meeting:
        return np.zeros(len(wanted.rows), dtype=np.float32)
    fresh = momentum > real(_FRESH * settings.momentum)
    return np.asarray(real(settings.expert_opens) * fresh, dtype=np.float32)


def _align(town: Town, now: Now, wanted: Proposals, wished: np.ndarray, alliance: F32) -> None:
    """What the placement is for: by knowledge, alliance and wish, and by an agreement of all three where required."""
    c, settings, rows = town.citizens, now.settings.placements, wanted.rows
    purpose = real(0.1) + real(settings.purpose_knowledge) * wanted.knowledge
    purpose = purpose + real(settings.purpose_alliance) * alliance + real(settings.purpose_wish) * wished
    # Mass production has no time for what for.
    purpose = purpose - real(_MASS_PRODUCED * settings.volume_pressure)
    if settings.purpose_required:
        purpose = real(0.45) + real(0.55) * purpose
        _charge(town, wanted, settings.purpose_hours)
    c.purpose[rows] = np.minimum(np.maximum(purpose, 0), 1) if now.settings.mechanisms.purpose else 0.4


def _tell(town: Town, now: Now, wanted: Proposals, firm: I64, alliance: F32) -> None:
    """What one tells of one's needs, and what is agreed about them."""
    c, firms, settings, on = town.citizens, town.firms, now.settings.placements, now.settings.mechanisms
    rows = wanted.rows
    support = settings.disclosure_support if on.disclosure else 0.0
    c.disclosed[rows] = told(alliance, firms.tolerance[firm], support)
    if support > 0:
        _charge(town, wanted, settings.disclosure_hours * support)
    if not on.accommodations:
        c.accommodated[rows] = 0.0
        return
    leader = (firms.mentor[firm] == LEADER) & on.firm_mentor
    agreed = met(c.disclosed[rows], firms.adaptability[firm]) + real(_LEADERS_POWER) * leader
    c.accommodated[rows] = np.minimum(agreed, real(1))


def _charge(town: Town, wanted: Proposals, hours: float) -> None:
    """Hours that an agreement takes of whoever made it: the broker's own, else the caseworker's."""
    c, rows = town.citizens, wanted.rows
    broker = (wanted.channel == Channel.BROKER) & (c.broker[rows] >= 0)
    post = np.where(broker, c.broker[rows], c.post[rows])
    np.add.at(town.posts.extra_hours, post[post >= 0], real(hours))


def _nurse(town: Town, now: Now, wanted: Proposals, firm: I64) -> None:
    """A broker who was there and got a no is a face known the next time, and has seen the place (S1 L893-905)."""
    if now.settings.firms.nursing:
        know(town, firm, now.settings.firms.nursing)
        _get_to_know(town, wanted, _SEES * _LEARNS)


def _get_to_know(town: Town, wanted: Proposals, share: float) -> None:
    """Whoever brings people to workplaces gets to know a ``share`` of what there is to know of them."""
    c, known = town.citizens, town.posts.firm_knowledge
    rows = wanted.rows
    post = np.where(
        wanted.channel == Channel.BROKER,
        c.broker[rows],
        np.where(wanted.channel == Channel.JOBCENTRE, c.post[rows], -1),
    )
    post = post[post >= 0]
    np.add.at(known, post, real(share) * np.maximum(real(_KNOWS_AT_MOST) - known[post], 0))


def _kind_and_time(town: Town, now: Now, rows: Rows, firm: I64) -> None:
    """What kind of placement it becomes, when it begins and ends, and for how many hours a week."""
    c, firms, settings = town.citizens, town.firms, now.settings.placements
    unclear = (c.direction[rows] < 0.4) | (c.room[rows] < 0.35) | (c.case_stage[rows] == CaseStage.COLLECTING)
    ready = c.prospect[rows] & (c.room[rows] > 0.5)
    c.kind[rows] = np.where(
        unclear, int(Standing.CLARIFICATION), np.where(ready, int(Standing.RECRUITMENT), int(Standing.TRAINING))
    )
    papers = np.full(len(rows), round(settings.approval_weeks))
    if now.settings.firms.preapproved:
        papers -= _PREAPPROVED_WEEKS * (firms.sector[firm] == Sector.MUNICIPAL)
    if now.settings.firms.mentor_pay == MentorPay.INDIVIDUAL:
        papers += c.firm_mentor[rows]  # hours granted case by case are one more paper
    c.work_since[rows] = now.week + np.maximum(papers, 0).astype(np.int16)
    length = np.where(
        ready & ~unclear & (firms.sector[firm] == Sector.PRIVATE),
        min(settings.recruitment_length, settings.length),
        settings.length,
    )
    c.work_until[rows] = c.work_since[rows] + np.maximum(np.rint(length), 1).astype(np.int16)
    c.work_hours[rows] = within(np.minimum(ability(town, now, rows), real(settings.hours)), 2.0, 37.0)


def _lift(town: Town, now: Now, wanted: Proposals, wished: np.ndarray) -> None:
    """Being offered something with a prospect, or through someone one knows, can itself turn a pathway."""
    c, rows = town.citizens, wanted.rows
    network = rows[wanted.channel == Channel.NETWORK]
    turn(
        c,
        now,
        network,
        TurningPoint.NETWORK_LINK,
        ((c.belief, 0.9), (c.direction, 0.8), (c.self_worth, 0.4)),
        agent=town.firm_number(c.firm[network]),
    )
    if now.settings.mechanisms.prospect:
        offered = rows[c.prospect[rows] & wished & (wanted.channel != Channel.NETWORK) & (c.purpose[rows] > 0.5)]
        turn(
            c,
            now,
            offered,
            TurningPoint.FIRM_OFFER,
            ((c.belief, 0.8), (c.direction, 1.0)),
            agent=town.firm_number(c.firm[offered]),
        )
    if now.settings.mechanisms.motivation:
        nudge(c.orientation[Orientation.PRACTICE], rows, 0.05)
        nudge(c.orientation[Orientation.DIRECTION], rows, either(wished, real(0.08), real(-0.04)))


def start(town: Town, now: Now) -> None:
    """Begin the placements whose papers are in; while a case stands still, so do its papers."""
    c = town.citizens
    waiting = rows_of(c.waiting_start)
    if not len(waiting):
        return
    c.waited[waiting] += 1
    gone = waiting[~ON_SUPPORT_TABLE.take(c.standing[waiting])]
    leave_workplace(town, gone)
    held = waiting[(c.standstill_until[waiting] > now.week) & (c.channel[waiting] == Channel.JOBCENTRE)]
    c.work_since[held] += 1
    c.work_until[held] += 1
    rows = waiting[(c.work_since[waiting] <= now.week) & c.waiting_start[waiting]]
    c.waiting_start[rows] = False
    c.at_work[rows] = True
    c.placements[rows] = np.minimum(c.placements[rows] + 1, 250)
    kind = c.kind[rows].copy()
    move(c, now, rows, kind, Cause.STARTED)
    c.fit_to[rows] = 0.15 + 0.2 * c.skill[rows]
    c.fit_in[rows] = 0.1 + 0.15 * c.sociability[rows]
    if now.settings.mechanisms.old_workplace:
        back = rows[(c.old_firm[rows] >= 0) & (c.old_firm[rows] == c.firm[rows])]
        c.fit_in[back] = np.maximum(c.fit_in[back], real(_KEEPS_FIT) * c.old_fit[back])
    receive(town, now, rows)
    now.tally.add("placements_started", town.tally(rows))
    now.log.add(
        now.week,
        EventKind.PLACEMENT_STARTED,
        c.citizen[rows],
        agent=town.firm_number(c.firm[rows]),
        current=c.channel[rows],
        amount=c.purpose[rows],
    )
