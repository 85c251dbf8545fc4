"""Ways out without a job, and back: education and self-support (facts C15-C16, C20, C27)."""

from __future__ import annotations

import numpy as np

from sim.arrays import real, rows_of, within
from sim.curves import per_week, weekly
from sim.population.columns import I64, NEVER, Rows
from sim.population.ranking import first_in_line
from sim.population.town import Town, standings
from sim.processes.employment import on_benefit
from sim.processes.hiring import ability, hire, ordinary_standing, settle_in
from sim.processes.motivation import guided
from sim.processes.moves import change_benefit, move
from sim.processes.now import Now
from sim.processes.release import drop_help, leave_workplace
from sim.vocabulary import Benefit, Cause, Channel, Decision, Occupation, Orientation, Standing

_EXITABLE = standings(
    Standing.BENEFIT, Standing.SUPPORT, Standing.UPSKILLING, Standing.ACTIVATION, Standing.RESOURCE_COURSE
)
MONTH = 4
_RETURN_WEEKS = 104.0
_STRAIN_PUSH, _ARREARS_FADE = 12.0, 0.8
"""Weeks between two looks; weeks over which the share who return is counted; how much a strained
household economy pushes toward self-support, and what is left of the strain a month later (detail, grade E)."""


def leave_benefit(town: Town, now: Now) -> None:
    """Some start an education, some live on household income. Acts every fourth week, with four weeks' chance."""
    c, life = town.citizens, now.settings.life
    u = now.draws.uniform(Decision.EXIT, c.luck)
    young = c.born > real(now.week - 30 * 52)
    yearly = np.where(
        young, now.of(lambda own: weekly(own.life.education_young), c.town), real(weekly(life.education_older))
    )
    ready = (
        np.maximum(c.direction - real(0.3), 0) * c.room * (real(0.4) + c.orientation[Orientation.MASTERY])
    )
    study = yearly * ready * guided(c, now) * real(MONTH)
    alone = real(MONTH * weekly(life.self_support)) * (real(0.6) + real(2.4) * c.partner_income)
    # A household that cut benefit has strained finds another way, most of all where a partner earns (facts D14).
    alone = alone * (real(1) + real(_STRAIN_PUSH) * c.arrears * (real(0.7) + c.partner_income))
    c.arrears *= real(_ARREARS_FADE)
    rows = rows_of((u < study + alone) & _EXITABLE.take(c.standing))
    if not len(rows):
        return
    leave_workplace(town, rows[c.waiting_start[rows]])
    drop_help(town, rows)
    studies = u[rows] < study[rows]
    move(c, now, rows[studies], Standing.EDUCATION, Cause.STARTED)
    change_benefit(c, now, rows[studies], Benefit.STUDY_GRANT, Cause.STARTED)
    own = rows[~studies]
    move(
        c,
        now,
        own,
        Standing.SELF_SUPPORT,
        np.where(c.partner_income[own], int(Cause.PARTNER_INCOME), int(Cause.SANCTION)).astype(np.uint8),
    )
    change_benefit(c, now, own, Benefit.NONE, Cause.PARTNER_INCOME)
    c.mentor_until[rows] = NEVER


def _where(town: Town, now: Now, rows: Rows) -> I64:
    """Whoever finishes takes an opening in the occupation trained for, where there is one; else work outside town."""
    c, firms = town.citizens, town.firms
    firm = np.full(len(rows), -1, dtype=np.int64)
    if not len(rows) or not firms.rows:
        return firm
    open_here = rows_of(firms.openings > 0)
    trade = firms.town[open_here].astype(np.int64) * len(Occupation) + firms.occupation[open_here]
    order = np.argsort(trade, kind="stable")
    wanted = c.town[rows].astype(np.int64) * len(Occupation) + c.wish[rows]
    first, last = np.searchsorted(trade[order], wanted), np.searchsorted(trade[order], wanted, side="right")
    u = now.draws.uniform(Decision.OPEN_MARKET, c.luck[rows], 3)
    inside = rows_of((last > first) & (u >= real(now.settings.employment.outside_town)))
    share = now.draws.uniform(Decision.OPEN_MARKET, c.luck[rows[inside]], 4)
    chosen = open_here[order[first[inside] + (share * (last - first)[inside]).astype(np.int64)]]
    lot = now.draws.lottery(Decision.FIRM_LOTTERY, c.luck[rows[inside]], 2)
    won = first_in_line(chosen, lot, firms.openings)
    firm[inside[won]] = chosen[won]
    return firm


def come_back(town: Town, now: Now) -> None:
    """Education ends in work or on benefit; self-support often ends on benefit. Acts every fourth week."""
    c, life = town.citizens, now.settings.life
    away = rows_of((c.standing == Standing.EDUCATION) | (c.standing == Standing.SELF_SUPPORT))
    if not len(away):
        return
    u, v = now.draws.two(Decision.RETURN, c.luck[away], 1)
    studying = c.standing[away] == Standing.EDUCATION
    ends = studying & (u < real(MONTH / max(life.education_weeks, 1.0)))
    finished = away[ends & (v < real(life.education_finish))]
    settle_in(town, finished, _where(town, now, finished), Channel.OWN)
    hours = within(ability(town, now, finished) * real(1.1), 10.0, 37.0)
    hire(town, now, finished, ordinary_standing(hours), hours, Cause.OWN_SEARCH)
    c.trained[finished] = True
    on_benefit(town, now, away[ends & (v >= real(life.education_finish))], Cause.RETURNED)
    back = real(MONTH * per_week(life.self_support_return, _RETURN_WEEKS))
    returns = ~studying & (u < back)
    on_benefit(town, now, away[returns], Cause.RETURNED)
