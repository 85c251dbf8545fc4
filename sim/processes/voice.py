"""A wish that is not heard: remembered for a time, and answered by breaking free or by complying (S4 L1057-1121)."""

from __future__ import annotations

import numpy as np

from sim.arrays import real
from sim.population.columns import Rows
from sim.population.town import Town
from sim.processes.motivation import fight
from sim.processes.moves import nudge
from sim.processes.now import Now
from sim.vocabulary import Channel, Identity, Orientation

MONTH = 4
_HEARD_AGAIN = 0.88
_REFUSED, _LEANS = 0.25, 0.08
_FEARS = 0.5
"""Weeks between two fadings; what is left of refused wishes after them; what one refusal adds, and how much it feeds a
leaning; how much fear of losing benefit turns a fighter into a client (grade E)."""


def hear(town: Town, now: Now, rows: Rows) -> None:
    """Those of ``rows`` whom jobcentre or provider this week placed outside their wish have not been heard.

    Whoever is strong and knows where to go turns opponent; whoever is not, or fears for the benefit, turns client.
    """
    c = town.citizens
    if not now.settings.mechanisms.voice:
        return
    if now.every(MONTH):
        c.refused_voice *= real(_HEARD_AGAIN)
    sent = rows[c.waiting_start[rows] & (c.firm[rows] >= 0)]
    sent = sent[(c.channel[sent] == Channel.JOBCENTRE) | (c.channel[sent] == Channel.PROVIDER)]
    unheard = sent[town.firms.occupation[c.firm[sent]] != c.wish[sent]]
    if not len(unheard):
        return
    nudge(c.refused_voice, unheard, _REFUSED)
    fear = real(_FEARS) * c.orientation[Orientation.NECESSITY, unheard]
    if not now.settings.placements.leaving_cuts_benefit:
        fear *= real(0)
    strong = fight(c, now, unheard) * (real(0.5) + c.direction[unheard]) * (real(1) - fear)
    strong = np.minimum(strong, real(1))
    weight = real(_LEANS) * (real(0.5) + c.refused_voice[unheard])
    nudge(c.leaning[Identity.OPPONENT], unheard, weight * strong)
    nudge(c.leaning[Identity.CLIENT], unheard, weight * (real(1) - strong))
