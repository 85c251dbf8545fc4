"""Finding a workplace for a person: who comes into view, whether the firm says yes, whether the person does."""

from __future__ import annotations

import numpy as np

from sim.arrays import only, real, rows_of
from sim.curves import logistic
from sim.population.columns import F32, I64, Rows
from sim.population.ranking import first_in_line
from sim.population.surroundings import Firms
from sim.population.town import Town
from sim.processes.candour import seen
from sim.processes.casework import Proposals
from sim.processes.firms import open_to_placements
from sim.processes.network import workplace_of_lead
from sim.processes.now import Now
from sim.vocabulary import Benefit, Channel, Decision, Disposition, Identity, Occupation, OpenDoor, Sector

_VIEWS = np.array([1, 2, 4, 3, 1, 2])
"""How many workplaces each channel brings into view, in the order of Channel; brokers know more (detail, S1
L818-848, grade E)."""
_MOST_VIEWS = 4
_WISH = np.array([0, 0, 0.9, 0, 0, 1.0], dtype=np.float32)
"""Share of searches in the occupation wished for that the channel starts from at least (detail; brokers: S0
L276-282)."""
_SORTS = np.array([True, True, False, True, False, False])
"""Whether a channel sorts between private and municipal workplaces: the jobcentre and the provider do."""
_ALONE = np.array([0, 0, 0, 0, 0.5, 1.0], dtype=np.float32)
"""How far one makes the first contact oneself in each channel; a friend opens half the door (detail, grade E)."""
_SORTING = 1.6
_CONDITION, _COMPENSATED, _DOUBT, _LABEL = 0.8, 0.6, 0.9, 0.8
_LEGITIMACY, _CARELESS = 0.5, 0.7
"""How sharply distance from work sorts; what a free mentor is to a sceptical workplace beyond others; share of the
burden of needs that full compensation takes away; burden of mental illness per unit of missing competence; of a label
per unit of missing tolerance; how legitimacy moves the union's answer; care for
who fits where that counting placements takes at full pressure (detail, grade E)."""


def together(parts: list[Proposals]) -> Proposals:
    """Put the week's proposals in one list; a person with several keeps the first."""
    rows = np.concatenate([p.rows for p in parts])
    order = rows.argsort(kind="stable")
    ordered = rows.take(order)
    first = np.ones(len(rows), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], first[1:])
    order = only(order, first)
    channel = np.concatenate([p.channel for p in parts])
    knowledge = np.concatenate([p.knowledge for p in parts])
    return Proposals(rows.take(order), channel.take(order), knowledge.take(order))


def find(town: Town, now: Now, wanted: Proposals) -> I64:
    """The workplace in view that suits best and could take the person, for each proposal; -1 when there is none."""
    if not len(wanted.rows) or not town.firms.rows:
        return np.full(len(wanted.rows), -1)
    views = _in_view(town, now, wanted)
    score = _score(town, now, wanted, views)
    best = np.argmax(score, axis=0)
    column = np.arange(len(wanted.rows))
    return np.where(score[best, column] > -1.0, views[best, column], -1)


def _in_view(town: Town, now: Now, wanted: Proposals) -> I64:
    """Candidate workplaces, one row per view; -1 where a channel has fewer.

    The jobcentre and the provider look among private or among municipal workplaces, by distance from work; the others
    anywhere. A wish for an occupation that the sector does not have is looked for in the other one.
    """
    c, settings = town.citizens, now.settings.placements
    rows, luck = wanted.rows, c.luck[wanted.rows]
    count = _VIEWS[wanted.channel]
    if settings.door == OpenDoor.BACK:
        count = np.minimum(count + (wanted.channel == Channel.JOBCENTRE), _MOST_VIEWS)
    follow = np.maximum(_WISH[wanted.channel], real(settings.wish_respected * (1.0 - settings.volume_pressure)))
    by_wish = now.draws.uniform(Decision.FIRM_CHOICE, luck, 20) < follow
    home, sorts = c.town[rows].astype(np.int64), _SORTS[wanted.channel]
    order, low, high = _sorted_range(town, now, wanted, by_wish & sorts)
    by_work, first = town.firms_by_occupation
    own = home * len(Occupation) + c.wish[rows]
    at_will = by_wish & (first[own + 1] > first[own])
    here, many = town.first_firm[home], town.first_firm[home + 1] - town.first_firm[home]
    out = np.full((_MOST_VIEWS, len(rows)), -1)
    sorts &= many > 0
    # Each looks in one of three lists, from a place in it on: the sector's, the occupation's, or all there is.
    start = np.where(sorts, low, np.where(at_will, first[own], here))
    length = np.where(sorts, high - low, np.where(at_will, first[own + 1] - first[own], many))
    for view in range(_MOST_VIEWS):
        who = rows_of((view < count) & (many > 0))
        u = now.draws.uniform(Decision.FIRM_CHOICE, luck.take(who), view)
        at = start.take(who) + (u * length.take(who)).astype(np.int64)
        listed = sorts.take(who)
        wished = at_will.take(who) & ~listed
        at[listed] = order.take(at[listed], mode="clip")
        at[wished] = by_work.take(at[wished], mode="clip")
        out[view, who] = at
    led = wanted.channel == Channel.NETWORK
    out[:, led] = -1
    out[0, led] = workplace_of_lead(town, now, rows[led])
    return out


def _sorted_range(town: Town, now: Now, wanted: Proposals, by_wish: np.ndarray) -> tuple[I64, I64, I64]:
    """An order of workplaces and, for each proposal, from where to where to look in it.

    The wish within the sector first, else the wish in the other sector, else anything in the sector.
    """
    c, rows, kinds = town.citizens, wanted.rows, len(Occupation)
    order, starts = town.firms_by_sector
    municipal = _toward_municipal(town, now, wanted)
    first = c.town[rows].astype(np.int64) * len(Sector)
    side = (first + municipal) * kinds
    other = (first + ~municipal) * kinds
    some = starts[side + kinds] > starts[side]
    low, high = np.where(some, starts[side], starts[other]), np.where(some, starts[side + kinds], starts[other + kinds])
    for choice in (other + c.wish[rows], side + c.wish[rows]):
        there = by_wish & (starts[choice + 1] > starts[choice])
        low, high = np.where(there, starts[choice], low), np.where(there, starts[choice + 1], high)
    return order, low, high


def _toward_municipal(town: Town, now: Now, wanted: Proposals) -> np.ndarray:
    """Who is sent to municipal sites: with the usual sorting those furthest from work more often (S2 L2006-2046).

    At a share of none or all the sorting has nothing left to sort.
    """
    settings, c = now.settings.placements, town.citizens
    share = real(settings.municipal_share)
    slope = real(_SORTING * settings.sorting) * min(share, real(1) - share)
    far = share + slope * (real(0.5) - c.room[wanted.rows])
    return np.asarray(now.draws.uniform(Decision.FIRM_CHOICE, c.luck[wanted.rows], 21) < far)


def _score(town: Town, now: Now, wanted: Proposals, views: I64) -> F32:
    """How well each workplace in view suits; -2 where it cannot take the person."""
    c, firms, settings = town.citizens, town.firms, now.settings.placements
    score = np.full(views.shape, -2.0, dtype=np.float32)
    view, person = (views >= 0).nonzero()
    firm, rows = views[view, person], wanted.rows.take(person)
    prospect = in_prospect(town, rows, firm)
    work = firms.occupation.take(firm)
    fits = (work == c.wish.take(rows)) * real(0.5) + (work == c.trade.take(rows)) * real(0.2)
    seen = wanted.knowledge.take(person) * (
        real(0.5) * prospect + real(0.4) * firms.tolerance.take(firm) + real(0.3) * firms.adaptability.take(firm)
    )
    # Where placements are counted any workplace will do that takes somebody.
    care = real(1.0 - _CARELESS * settings.volume_pressure)
    suits = care * (fits + seen) + real(0.3) * firms.relation.take(firm)
    can = open_to_placements(town, now, firm)
    if settings.prospect_required:
        can &= prospect
    score[view[can], person[can]] = suits[can]
    return score


def in_prospect(town: Town, rows: Rows, firm: I64) -> np.ndarray:
    """Whether a workplace has what the person could be hired into: an opening, or a flexjob for those granted one."""
    firms = town.firms
    flex = town.citizens.benefit[rows] == Benefit.FLEXJOB_ALLOWANCE
    return np.asarray(np.where(flex, firms.flex_openings[firm], firms.openings[firm]) > 0)


def firm_says_yes(town: Town, now: Now, wanted: Proposals, firm: I64) -> np.ndarray:
    """Whether the workplace accepts: capacity, willingness, a mentor, a known face, against the burden it expects."""
    c, firms, rows, weigh = town.citizens, town.firms, wanted.rows, now.settings.firms
    if not firms.rows:
        return np.zeros(len(rows), dtype=np.bool_)
    at = np.maximum(firm, 0)
    person = real(weigh.yes_person) * (
        (wanted.channel == Channel.BROKER)
        | (wanted.channel == Channel.NETWORK)
        | (now.settings.placements.door == OpenDoor.BACK)
    )
    # Who asks alone is judged by how one asks; somebody else's first contact spares one that (S2 L4184-4193).
    alone = _ALONE[wanted.channel] * real(now.settings.placements.own_contact)
    person = person + alone * (c.sociability[rows] - real(0.5))
    lean = real(weigh.yes_capacity) * (firms.capacity[at] - real(0.45))
    lean = lean + real(weigh.yes_willing) * (firms.willingness[at] - real(0.4))
    lean = lean + person + real(weigh.yes_relation) * firms.relation[at] + real(0.6)
    burden = real(weigh.yes_burden) * seen(town, now, rows, wanted.channel) * _burden(town, now, wanted, at)
    x = lean + _mentored(now, firms, at) - burden
    yes = now.draws.pair(Decision.FIRM_ANSWER, c.luck[rows], firms.luck[at]) < logistic(x.astype(np.float32))
    union = now.draws.pair(Decision.FIRM_ANSWER, c.luck[rows], firms.luck[at], 1) < _approval(now, firms, at)
    return np.asarray((firm >= 0) & yes & (union | (firms.sector[at] != Sector.MUNICIPAL)))


def _mentored(now: Now, firms: Firms, at: I64) -> F32:
    """An available mentor makes a yes likelier; to a sceptical workplace it is nearly a condition (S3 L46-51)."""
    if not now.settings.mechanisms.firm_mentor:
        return np.zeros(len(at), dtype=np.float32)
    free = (firms.mentor[at] > 0) * firms.attention[at]
    asks = real(_CONDITION) * (firms.disposition[at] == Disposition.SCEPTICAL)
    return np.asarray((real(now.settings.firms.yes_mentor) + asks) * free - real(0.5) * asks, dtype=np.float32)


def _burden(town: Town, now: Now, wanted: Proposals, at: I64) -> F32:
    """The burden a workplace expects: needs it cannot adapt to, missing skill, what nobody there has the tools for."""
    c, firms, settings = town.citizens, town.firms, now.settings
    rows, on = wanted.rows, settings.mechanisms
    paid = real(1.0 - _COMPENSATED * settings.firms.compensation)
    burden = paid * c.accommodation_need[rows] * (real(1.2) - firms.adaptability[at])
    burden = burden + real(0.5) * (real(1) - c.skill[rows])
    if on.mental_doubt:
        doubt = real(0.5) - firms.competence[at]
        burden = burden + real(_DOUBT) * c.chronic_mental[rows] * doubt
    if on.disclosure:
        # Met as a diagnosis before being met as a person, where colleagues tolerate little (S0 L1057-1067).
        alliance = np.where(wanted.channel == Channel.BROKER, c.broker_trust[rows], c.trust[rows])
        at_once = real(1.0 - settings.placements.disclosure_support)
        told = (real(0.25) + real(0.5) * alliance) * at_once
        shunned = real(_LABEL) * (real(0.5) - firms.tolerance[at])
        burden = burden + told * c.accommodation_need[rows] * shunned
    return np.asarray(burden, dtype=np.float32)


def _approval(now: Now, firms: Firms, at: I64) -> F32:
    """Chance that union representative and HR approve: what they are used to, and how legitimate courses are there."""
    settings = now.settings.firms
    legitimacy = firms.legitimacy[at]
    usual = real(settings.union_approval)
    approved = usual * (real(1) + real(_LEGITIMACY) * (legitimacy - real(0.5)))
    if settings.preapproved:  # no refusal where courses are as legitimate as usual
        approved = approved + (real(1) - approved) * np.minimum(real(2) * legitimacy, real(1))
    return np.asarray(approved, dtype=np.float32)


def citizen_says_yes(town: Town, now: Now, wanted: Proposals, firm: I64) -> np.ndarray:
    """Whether the citizen accepts: trust, own wish, and who one has become toward the system."""
    c, rows = town.citizens, wanted.rows
    at = np.maximum(firm, 0)
    wished = town.firms.occupation[at] == c.wish[rows]
    chance = (
        real(0.62)
        + real(now.settings.placements.accepts_trust) * c.trust[rows]
        + real(0.15) * wished
        + real(0.1) * c.momentum[rows]
    )
    if now.settings.mechanisms.identity:
        chance = (
            chance
            + real(0.2) * c.leaning[Identity.CLIENT][rows]
            - real(0.3) * c.leaning[Identity.OPPONENT][rows]
        )
    own = (wanted.channel == Channel.OWN) | (wanted.channel == Channel.NETWORK) | (wanted.channel == Channel.BROKER)
    return np.asarray(
        now.draws.uniform(Decision.CITIZEN_ANSWER, c.luck[rows]) < np.where(own, real(0.93), chance)
    )


def seated(town: Town, now: Now, rows: Rows, firm: I64) -> np.ndarray:
    """Who gets the seat when several want the same workplace: one lottery number a person a week."""
    lot = now.draws.lottery(Decision.FIRM_LOTTERY, town.citizens.luck[rows])
    return first_in_line(firm, lot, town.firms.limit - town.firms.running)
