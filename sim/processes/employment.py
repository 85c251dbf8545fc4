"""Work: what wears a job out, more hours, and the way back (facts C23-C25, C33; S4 L679-693)."""

from __future__ import annotations

import numpy as np

from sim.arrays import either, in_order, real, rows_of
from sim.curves import exponential, weekly
from sim.population.columns import Bool, Rows
from sim.population.ranking import exact_sum
from sim.population.town import Town, standings
from sim.processes.firms import quarantine, wear
from sim.processes.hiring import ability, hire, ordinary_standing
from sim.processes.moves import change_benefit, move, nudge, turn
from sim.processes.now import Now
from sim.processes.release import back_to_benefit, leave_workplace, part
from sim.processes.staffing import assign
from sim.processes.workplace import strain
from sim.vocabulary import Benefit, Cause, Decision, EventKind, Problem, Sector, Standing, TurningPoint

_JOB = standings(Standing.PART_TIME, Standing.FULL_TIME, Standing.FLEXJOB)
_EARLY, _LATE = 13, 52
"""Weeks in a job at which the chance of losing it changes (definition, targets T2)."""
_USUAL_STRAIN = 0.45
"""Strain of work at which the losses of the settings hold: about its mean in jobs won (form, grade E)."""
_GOOD_MATCH = 0.4
"""Match from which someone gets more hours where there are more to have (form, grade E)."""


def work(town: Town, now: Now) -> None:
    """A week in every job: some are lost, some grow."""
    c = town.citizens
    rows = rows_of(_JOB.take(c.standing))
    if not len(rows):
        return
    _pool(town, now, rows)
    tense = strain(town, now, rows)
    tenure = now.week - c.work_since[rows]
    settings = now.settings.employment
    early = now.of(lambda own: own.employment.early_loss, c.town[rows])
    late = now.of(lambda own: own.employment.late_loss, c.town[rows])
    base = either(tenure < _EARLY, early, either(tenure < _LATE, late, real(0.5) * late))
    chance = base * exponential(
        real(settings.strain_slope) * (tense - real(_USUAL_STRAIN))
    )
    u, v = now.draws.two(Decision.JOB_WEEK, c.luck[rows])
    lost = u < chance
    tired = rows[lost & (tense > 0.7)]
    lose(town, now, tired, Cause.OVERLOAD)
    lose(town, now, rows[lost & (tense <= 0.7)], Cause.LEFT_BY_FIRM)
    _over_commit(town, now, rows[~lost & (v < 0.006) & c.over_committer[rows] & (tenure < _LATE)])
    grows = rows[~lost & (v > 1.0 - weekly(settings.hours_up))]
    _more_hours(town, now, grows[c.standing[grows] == Standing.PART_TIME])
    if settings.flexjob_step:
        _more_flexjob_hours(town, now, grows[c.standing[grows] == Standing.FLEXJOB])


def _pool(town: Town, now: Now, rows: Rows) -> None:
    """Hours of flexjobs at municipal workplaces that a central pool carries."""
    c, firms, share = town.citizens, town.firms, now.settings.firms.flexjob_refund
    flex = rows[(c.standing[rows] == Standing.FLEXJOB) & (c.firm[rows] >= 0)]
    flex = flex[firms.sector[c.firm[flex]] == Sector.MUNICIPAL]
    if share > 0 and len(flex):
        hours = exact_sum(c.town[flex], real(share) * c.work_hours[flex], town.count)
        now.tally.add("hours_flexjob_pool", hours)


def _over_commit(town: Town, now: Now, rows: Rows) -> None:
    """Taking on too much in a new job (Mathias, Maria)."""
    c = town.citizens
    nudge(c.problem[Problem.MENTAL], rows, 0.12)
    turn(c, now, rows, TurningPoint.OVER_COMMITMENT, ((c.coping, 0.7),), agent=town.firm_number(c.firm[rows]))


def _more_hours(town: Town, now: Now, rows: Rows) -> None:
    """Part-time grows into full-time where the match is good and health allows (Henning, Karen)."""
    c = town.citizens
    able = ability(town, now, rows)
    rows = rows[(np.sqrt(c.fit_to[rows] * c.fit_in[rows]) > _GOOD_MATCH) & (able >= 30.0)]
    c.work_hours[rows] = np.maximum(c.work_hours[rows], 30.0)
    move(c, now, rows, Standing.FULL_TIME, Cause.HIRED)
    now.log.add(
        now.week,
        EventKind.HOURS_CHANGED,
        c.citizen[rows],
        agent=town.firm_number(c.firm[rows]),
        amount=c.work_hours[rows],
    )


def _more_flexjob_hours(town: Town, now: Now, rows: Rows) -> None:
    """A flexjob grows toward what the person has come to be able to give, where the match is good (facts C39)."""
    c, step = town.citizens, now.settings.employment.flexjob_step
    more = np.minimum(ability(town, now, rows) - c.work_hours[rows], real(step))
    rows = rows[(np.sqrt(c.fit_to[rows] * c.fit_in[rows]) > _GOOD_MATCH) & (more >= 1)]
    more = np.minimum(ability(town, now, rows) - c.work_hours[rows], real(step))
    c.work_hours[rows] += more
    firm = town.firm_number(c.firm[rows])
    now.log.add(now.week, EventKind.HOURS_CHANGED, c.citizen[rows], agent=firm, amount=c.work_hours[rows])


def lose(town: Town, now: Now, rows: Rows, cause: Cause) -> None:
    """Lose a job: most go back to benefit at once, some first live by themselves."""
    if not len(rows):
        return
    c, settings = town.citizens, now.settings.employment
    now.tally.add("jobs_lost", town.tally(rows))
    if cause != Cause.FIRM_CLOSED:
        wear(town, now, c.firm[rows].astype(np.int64), 0.5 * now.settings.firms.wear)
    if cause == Cause.LEFT_BY_FIRM:
        quarantine(town, now, c.firm[rows])
    flex = c.standing[rows] == Standing.FLEXJOB
    part(town, now, rows, EventKind.JOB_LOST, cause)
    nudge(c.self_worth, rows, -0.06)
    nudge(c.belief, rows, -0.08)
    waits = rows[flex]
    move(c, now, waits, Standing.FLEXJOB_WAITING, cause)
    change_benefit(c, now, waits, Benefit.FLEXJOB_ALLOWANCE, cause)
    back = now.draws.uniform(Decision.RETURN, c.luck[rows]) < real(settings.back_to_benefit)
    on_benefit(town, now, rows[~flex & back], cause)
    alone = rows[~flex & ~back]
    move(c, now, alone, Standing.SELF_SUPPORT, cause)
    c.broker[alone] = -1
    c.broker_trust[alone] = 0.0
    assign(town, now, waits)


def on_benefit(town: Town, now: Now, rows: Rows, cause: Cause) -> None:
    """Come back to activity-ready benefit, with a caseworker but a relation that starts again."""
    c = town.citizens
    change_benefit(c, now, rows, Benefit.ACTIVITY_READY, cause)
    move(c, now, rows, Standing.BENEFIT, cause)
    c.trust[rows] = 0.1
    c.knowledge[rows] = 0.15
    c.caseworker_belief[rows] = 0.45
    assign(town, now, rows)


def close(town: Town, now: Now, closed: Rows) -> None:
    """A workplace closed: jobs and placements there end (S4 L320-321)."""
    if not len(closed):
        return
    c = town.citizens
    gone = np.zeros(town.firms.rows + 1, dtype=np.bool_)  # the last place is for firm -1: outside town
    gone[closed] = True
    there = rows_of(c.at_work | c.waiting_start)
    hit = there[gone.take(c.firm[there])]
    jobs = hit[_JOB.take(c.standing[hit])]
    turn(
        c,
        now,
        hit,
        TurningPoint.FIRM_CLOSURE,
        ((c.belief, 0.6), (c.direction, 0.5)),
        agent=town.firm_number(c.firm[hit]),
        cause=Cause.FIRM_CLOSED,
    )
    lose(town, now, jobs, Cause.FIRM_CLOSED)
    rest = hit[~_JOB.take(c.standing[hit])]
    small = c.standing[rest] == Standing.SMALL_JOB
    back_to_benefit(town, now, rest[small], EventKind.JOB_LOST, Cause.FIRM_CLOSED)
    rest = rest[~small]
    leave_workplace(town, rest[~c.at_work[rest]])  # agreed, not begun: there is nothing to end but the agreement
    back_to_benefit(town, now, rest[c.at_work[rest]], EventKind.PLACEMENT_ENDED, Cause.FIRM_CLOSED)
    town.firms.openings[closed] = 0


def small_jobs(town: Town, now: Now) -> None:
    """Few paid hours end, or grow into ordinary work where there is an opening: the stepping stone (facts C33, E2)."""
    c, firms, settings = town.citizens, town.firms, now.settings.employment
    rows = rows_of(c.standing == Standing.SMALL_JOB)
    if not len(rows):
        return
    nudge(c.self_worth, rows, 0.002)
    nudge(c.belief, rows, 0.002)
    # A record of paid work: to employers the gap grows shorter.
    c.jobless_weeks[rows] = np.maximum(c.jobless_weeks[rows] - round(settings.record_renews), 0)
    u, v = now.draws.two(Decision.JOB_WEEK, c.luck[rows], 1)
    lot = now.draws.lottery(Decision.JOB_WEEK, c.luck[rows], 2)
    ends = u < real(weekly(settings.small_job_end)) * (
        real(0.4) + real(1.2) * strain(town, now, rows)
    )
    back_to_benefit(town, now, rows[ends], EventKind.JOB_LOST, Cause.ENDED)
    able = ability(town, now, rows)
    firm = np.maximum(c.firm[rows], 0)
    opening = (c.firm[rows] < 0) | (firms.openings[firm] > 0) if firms.rows else np.ones(len(rows), dtype=np.bool_)
    match = np.sqrt(c.fit_to[rows] * c.fit_in[rows])
    grows = ~ends & opening & (able >= real(settings.small_hours)) & (match > _GOOD_MATCH)
    grows &= v < real(2.0 * weekly(settings.hours_up))
    if firms.rows:
        grows = _first_at_firm(firm, lot, grows, firms.rows)
    up = rows[grows]
    hire(town, now, up, ordinary_standing(able[grows]), able[grows], Cause.HIRED)


def _first_at_firm(firm: np.ndarray, lot: np.ndarray, wanting: Bool, firms: int) -> Bool:
    """One conversion a week per workplace: whoever has the lowest draw."""
    won = np.zeros(len(firm), dtype=np.bool_)
    asking = rows_of(wanting)
    order = asking.take(lot.take(asking).argsort())
    order = order.take(in_order(firm.take(order), firms))
    there = firm.take(order)
    won[order[:1]] = True
    won[order[1:][there[1:] != there[:-1]]] = True
    return won
