"""Finding a workplace for a person: who comes into view, whether the firm says yes, whether the person does."""

from __future__ import annotations

import numpy as np

from sim.curves import logistic
from sim.population.columns import F32, I64, Rows
from sim.population.ranking import first_in_line
from sim.population.town import Town
from sim.processes.casework import Proposals
from sim.processes.firms import open_to_placements
from sim.processes.network import workplace_of_lead
from sim.processes.now import Now
from sim.vocabulary import Channel, Decision, Identity, Occupation, OpenDoor, Sector

_VIEWS = np.array([1, 2, 4, 3, 1, 2])
"""How many workplaces each channel brings into view, in the order of Channel; brokers know more (S1 L818-848, grade
E)."""
_MOST_VIEWS = 4
_WISH = np.array([0, 0, 0.9, 0, 0, 1.0], dtype=np.float32)
"""Share of searches in the occupation wished for that the channel starts from at least (brokers: S0 L276-282)."""


def together(parts: list[Proposals]) -> Proposals:
    """Put the week's proposals in one list; a person with several keeps the first."""
    rows = np.concatenate([p.rows for p in parts])
    _, first = np.unique(rows, return_index=True)
    channel = np.concatenate([p.channel for p in parts])
    knowledge = np.concatenate([p.knowledge for p in parts])
    return Proposals(rows[first], channel[first], knowledge[first])


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
    """Candidate workplaces, one row per view; -1 where a channel has fewer."""
    c = town.citizens
    rows, luck = wanted.rows, c.luck[wanted.rows]
    count = _VIEWS[wanted.channel]
    if now.settings.placements.door == OpenDoor.BACK:
        count = np.minimum(count + (wanted.channel == Channel.JOBCENTRE), _MOST_VIEWS)
    follow = np.maximum(_WISH[wanted.channel], np.float32(now.settings.placements.wish_respected))
    by_wish = now.draws.uniform(Decision.FIRM_CHOICE, luck, 20) < follow
    order, starts = town.firms_by_occupation
    home = c.town[rows].astype(np.int64)
    wish = home * len(Occupation) + c.wish[rows]
    first, many = starts[wish], starts[wish + 1] - starts[wish]
    here, there = town.first_firm[home], town.first_firm[home + 1] - town.first_firm[home]
    out = np.full((_MOST_VIEWS, len(rows)), -1)
    for view in range(_MOST_VIEWS):
        u = now.draws.uniform(Decision.FIRM_CHOICE, luck, view)
        own = order.take(np.minimum(first + (u * many).astype(np.int64), len(order) - 1))
        anywhere = here + (u * there).astype(np.int64)
        out[view] = np.where(view < count, np.where(by_wish & (many > 0), own, anywhere), -1)
    led = wanted.channel == Channel.NETWORK
    out[:, led] = -1
    out[0, led] = workplace_of_lead(town, now, rows[led])
    return out


def _score(town: Town, now: Now, wanted: Proposals, views: I64) -> F32:
    """How well each workplace in view suits; -2 where it cannot take the person."""
    c, firms, settings = town.citizens, town.firms, now.settings.placements
    firm = np.maximum(views, 0)
    can = (views >= 0) & open_to_placements(town, now, firm)
    prospect = firms.openings[firm] > 0
    if settings.prospect_required:
        can &= prospect
    fits = (firms.occupation[firm] == c.wish[wanted.rows]) * np.float32(0.5) + (
        firms.occupation[firm] == c.trade[wanted.rows]
    ) * np.float32(0.2)
    # Those furthest from work are sent to municipal sites, the nearest to private firms (S2 L2006-2023).
    far = np.clip(
        np.float32(settings.municipal_share) + np.float32(0.8) * (np.float32(0.5) - c.room[wanted.rows]), 0, 1
    )
    municipal = firms.sector[firm] == Sector.MUNICIPAL
    toward = now.draws.uniform(Decision.FIRM_CHOICE, c.luck[wanted.rows], 21) < far
    seen = wanted.knowledge * (
        np.float32(0.5) * prospect
        + np.float32(0.4) * firms.tolerance[firm]
        + np.float32(0.3) * firms.adaptability[firm]
    )
    score = fits + seen + np.float32(0.6) * (municipal == toward) + np.float32(0.3) * firms.relation[firm]
    return np.where(can, score, np.float32(-2.0))


def firm_says_yes(town: Town, now: Now, wanted: Proposals, firm: I64) -> np.ndarray:
    """Whether the workplace accepts: capacity, willingness, a mentor, a known face, against the burden it expects."""
    c, firms, rows = town.citizens, town.firms, wanted.rows
    at = np.maximum(firm, 0)
    burden = c.accommodation_need[rows] * (np.float32(1.2) - firms.adaptability[at]) + np.float32(0.5) * (
        np.float32(1) - c.skill[rows]
    )
    mentor = (firms.mentor[at] > 0) * np.float32(0.8) if now.settings.mechanisms.firm_mentor else np.float32(0)
    person = np.float32(0.6) * (
        (wanted.channel == Channel.BROKER)
        | (wanted.channel == Channel.NETWORK)
        | (now.settings.placements.door == OpenDoor.BACK)
    )
    lean = np.float32(3.0) * (firms.capacity[at] - np.float32(0.45)) + np.float32(2.0) * (
        firms.willingness[at] - np.float32(0.4)
    )
    x = lean + mentor + person + np.float32(1.2) * firms.relation[at] - np.float32(1.6) * burden + np.float32(0.6)
    yes = now.draws.pair(Decision.FIRM_ANSWER, c.luck[rows], firms.luck[at]) < logistic(x.astype(np.float32))
    union = now.draws.pair(Decision.FIRM_ANSWER, c.luck[rows], firms.luck[at], 1) < np.float32(
        now.settings.firms.union_approval
    )
    return np.asarray((firm >= 0) & yes & (union | (firms.sector[at] != Sector.MUNICIPAL)))


def citizen_says_yes(town: Town, now: Now, wanted: Proposals, firm: I64) -> np.ndarray:
    """Whether the citizen accepts: trust, own wish, and who one has become toward the system."""
    c, rows = town.citizens, wanted.rows
    at = np.maximum(firm, 0)
    wished = town.firms.occupation[at] == c.wish[rows]
    chance = (
        np.float32(0.62)
        + np.float32(0.2) * c.trust[rows]
        + np.float32(0.15) * wished
        + np.float32(0.1) * c.momentum[rows]
    )
    if now.settings.mechanisms.identity:
        chance = (
            chance
            + np.float32(0.2) * c.leaning[Identity.CLIENT, rows]
            - np.float32(0.3) * c.leaning[Identity.OPPONENT, rows]
        )
    own = (wanted.channel == Channel.OWN) | (wanted.channel == Channel.NETWORK) | (wanted.channel == Channel.BROKER)
    return np.asarray(
        now.draws.uniform(Decision.CITIZEN_ANSWER, c.luck[rows]) < np.where(own, np.float32(0.93), chance)
    )


def seated(town: Town, now: Now, rows: Rows, firm: I64) -> np.ndarray:
    """Who gets the seat when several want the same workplace: one lottery number a person a week."""
    lot = now.draws.lottery(Decision.FIRM_LOTTERY, town.citizens.luck[rows])
    return first_in_line(firm, lot, town.firms.limit - town.firms.running)
