"""A wish that is not heard: remembered for a time, and answered by breaking free or by complying (S4 L1057-1121)."""

from __future__ import annotations

import numpy as np

from sim.arrays import real
from sim.population.columns import F32, Rows
from sim.population.town import Town
from sim.processes.motivation import fight
from sim.processes.moves import nudge
from sim.processes.now import Now
from sim.vocabulary import Channel, Identity, Orientation, Standing

MONTH = 4
_HEARD_AGAIN = 0.88
_REFUSED, _LEANS = 0.25, 0.08
_FEARS, _USUAL_TALK = 0.5, 0.44
"""Weeks between two fadings; what is left of refused wishes after them; what one refusal adds, and how much it feeds a
leaning; how much fear of losing benefit turns a fighter into a client; usual quality of
a talk, which neither hears nor refuses a voice (form, grade E)."""


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
    _refuse(town, now, unheard, np.full(len(unheard), _REFUSED, dtype=np.float32))


def talk(town: Town, now: Now, rows: Rows, quality: F32) -> None:
    """A talk, or a course without meaning, that brushes a wish aside, for those who know where they want to go.

    A talk in which somebody listens well takes back as much of what was not heard before.
    """
    c, share = town.citizens, real(_REFUSED * now.settings.casework.brushed_aside)
    if not now.settings.mechanisms.voice or not share or not len(rows):
        return
    heard = (quality - real(_USUAL_TALK)) / real(_USUAL_TALK)
    amount = -share * np.minimum(np.maximum(heard, -1), 1)
    sent = (c.standing[rows] == Standing.ACTIVATION) & (c.standing_since[rows] == now.week)
    amount += share * (sent & (c.offer_meaning[rows] < real(0.5)))
    amount *= c.direction[rows]
    good = amount < 0
    nudge(c.refused_voice, rows[good], amount[good])
    _refuse(town, now, rows[~good], amount[~good])


def _refuse(town: Town, now: Now, unheard: Rows, amount: F32) -> None:
    """Remember what was refused, and lean on it toward opponent or client."""
    c = town.citizens
    nudge(c.refused_voice, unheard, amount)
    fear = real(_FEARS) * c.orientation[Orientation.NECESSITY][unheard]
    if not now.settings.placements.leaving_cuts_benefit:
        fear *= real(0)
    strong = fight(c, now, unheard) * (real(0.5) + c.direction[unheard]) * (real(1) - fear)
    strong = np.minimum(strong, real(1))
    weight = real(_LEANS / _REFUSED) * amount * (real(0.5) + c.refused_voice[unheard])
    nudge(c.leaning[Identity.OPPONENT], unheard, weight * strong)
    nudge(c.leaning[Identity.CLIENT], unheard, weight * (real(1) - strong))
