"""How a caseworker answers in a talk: supports, translates or challenges; a challenge needs a relation (S4)."""

from __future__ import annotations

import numpy as np

from sim.arrays import real
from sim.population.columns import F32, I64, U8, Rows
from sim.population.town import Town
from sim.processes.moves import nudge
from sim.processes.now import Now
from sim.vocabulary import Decision, Response

_CHALLENGES, _BY_RULES, _BY_DRIVE = 0.06, 0.16, 0.12
_USUAL_WORTH, _SHARPNESS, _MOST_NEED = 0.6, 2.0, 0.5
"""How often everyone challenges, and more by rule-boundness and drive; usual self-worth on benefit, under which support
is called for; how far above or under the bound a state calls fully for an answer, or for none (as 1 over it); how much
self-worth calls for at most (form, grade E)."""


def respond(town: Town, now: Now, rows: Rows, by: I64, listens: F32) -> U8:
    """Answer each citizen met; return the responses.

    A caseworker who listens chooses by what this citizen can bear and lacks; one who does not answers by habit.

    Support lifts self-worth; translation gives direction, the more the better the case is known. A challenge gives
    direction and belief where there is a relation to bear it, and costs trust and belief where there is none.
    """
    c, posts, work = town.citizens, town.posts, now.settings.casework
    if not now.settings.mechanisms.responses:
        return np.zeros(len(rows), dtype=np.uint8)
    challenges = real(_CHALLENGES) + real(_BY_RULES) * posts.rule_bound[by]
    challenges += real(_BY_DRIVE) * posts.drive[by]
    supports = real(0.2) + real(0.6) * listens
    if work.answers_chosen:
        chosen = real(work.answers_chosen) * listens
        bears, lacks = _called_for(town, now, rows)
        challenges = np.minimum(challenges * (real(1) + real(2) * chosen * bears), real(1))
        supports = np.minimum(supports * (real(1) + real(2) * chosen * lacks), real(1))
    supports = (real(1) - challenges) * supports
    u = now.draws.uniform(Decision.RESPONSE, c.luck[rows])
    response = np.where(u < challenges, int(Response.CHALLENGING), int(Response.TRANSLATING))
    response = np.where((u >= challenges) & (u < challenges + supports), int(Response.SUPPORTING), response)
    nudge(c.self_worth, rows[response == Response.SUPPORTING], 0.008)
    told = rows[response == Response.TRANSLATING]
    nudge(c.direction, told, real(0.025) * c.knowledge[told])
    pushed = rows[response == Response.CHALLENGING]
    borne = c.trust[pushed] > real(work.challenge_bar)
    nudge(c.direction, pushed[borne], 0.03)
    nudge(c.belief, pushed[borne], 0.012)
    nudge(c.trust, pushed[~borne], -0.04)
    nudge(c.belief, pushed[~borne], -0.01)
    return np.asarray(response, dtype=np.uint8)


def _called_for(town: Town, now: Now, rows: Rows) -> tuple[F32, F32]:
    """How far each citizen's trust bears a challenge (-1 to 1), and how far self-worth calls for support (half that).

    Around 0 for most, so that what an average caseworker answers on average stays.
    """
    c = town.citizens
    bears = real(_SHARPNESS) * (c.trust[rows] - real(now.settings.casework.challenge_bar))
    lacks = real(_SHARPNESS) * (real(_USUAL_WORTH) - c.self_worth[rows])
    most = real(_MOST_NEED)
    return np.minimum(np.maximum(bears, -1), 1), np.minimum(np.maximum(lacks, -most), most)
