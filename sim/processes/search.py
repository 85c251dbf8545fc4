"""Own search: applications, answers grown rarer with time, rejections, own plans (S4 L940-950, L2016-2036)."""

from __future__ import annotations

import numpy as np

from sim.arrays import real, rows_of, within
from sim.population.columns import F32, I64, Rows
from sim.population.ranking import first_in_line
from sim.population.town import ON_SUPPORT_TABLE, Town, standings
from sim.processes.casework import Proposals
from sim.processes.hiring import ability, hours_advertised, ordinary_standing, take_job
from sim.processes.motivation import guided
from sim.processes.moves import nudge, turn
from sim.processes.now import Now
from sim.processes.promises import ask
from sim.vocabulary import (
    Benefit,
    Cause,
    Channel,
    Decision,
    DurationShape,
    EventKind,
    Identity,
    Orientation,
    Standing,
    TurningPoint,
)

_FALL_WEEKS, _STIGMA_WEEKS = 35.0, 39.0
"""Eight months over which an early fall happens; nine months at which a late one comes (definition, facts F6, F8)."""
_MANY_REJECTIONS = 6.0
_PLAN, _NEED = 0.004, 0.6
_COURSE = standings(Standing.ACTIVATION, Standing.UPSKILLING)
"""Recent rejections that are one too many; weekly chance that a plan of one's own ripens in someone ready; how much
more those moved by necessity apply (detail, grade E)."""


def callback(now: Now, jobless_weeks: np.ndarray) -> F32:
    """Chance of an answer relative to the first month, by weeks since the last job (INPUT, facts F6-F8)."""
    settings = now.settings.employment
    if not now.settings.mechanisms.callback:
        return np.ones(len(jobless_weeks), dtype=np.float32)
    weeks = jobless_weeks.astype(np.float32)
    fall = real(1.0 - settings.callback_floor)
    if settings.callback_shape == DurationShape.EARLY:
        return np.asarray(real(1) - fall * within((weeks - 4) / real(_FALL_WEEKS), 0, 1), dtype=np.float32)
    return np.where(weeks >= _STIGMA_WEEKS, real(settings.callback_floor), real(1)).astype(np.float32)


def plan(town: Town, now: Now, u: F32, seekers: Rows) -> Proposals:
    """A plan of one's own: direction and drive ripen into a contact with a workplace (Henning)."""
    c = town.citizens
    chance = np.full(len(seekers), _PLAN, dtype=np.float32)
    if now.settings.mechanisms.motivation:
        # A plan grows where direction is what moves one.
        chance *= real(0.6) + c.orientation[Orientation.DIRECTION][seekers]
    ripe = (
        (u < chance)
        & (c.direction[seekers] > 0.5)
        & (c.drive[seekers] > 0.5)
        & ~c.at_work[seekers]
        & ~c.waiting_start[seekers]
        & (c.promise[seekers] < 0)
    )
    rows = seekers[ripe]
    turn(c, now, rows, TurningPoint.OWN_INITIATIVE, ((c.direction, 1.0), (c.belief, 0.8)))
    if now.settings.mechanisms.identity:
        nudge(c.leaning[Identity.CO_CREATOR], rows, 0.08)
    rows = rows[~ask(town, now, rows)]
    return Proposals(rows, np.full(len(rows), int(Channel.OWN)), np.full(len(rows), 0.7, dtype=np.float32))


def seek(town: Town, now: Now) -> Proposals:
    """Everyone who looks for work this week applies; most are rejected. Returns plans that need a workplace."""
    c, settings = town.citizens, now.settings.employment
    u, v = now.draws.two(Decision.SEEK, c.luck)
    looks = real(settings.applications / 52.0) * c.drive * guided(c, now)
    if now.settings.mechanisms.identity:
        looks = looks * (
            real(0.8) + real(0.5) * c.leaning[Identity.OPPONENT]
        )  # opponents go round the system
    if now.settings.mechanisms.motivation:
        # Necessity drives people to apply, the more so where they were not heard: breaking free (S4 L2316-2360).
        need = c.orientation[Orientation.NECESSITY] - real(0.4)
        looks = looks * (real(1) + real(_NEED) * need * (real(1) + c.refused_voice))
    looking = rows_of((u < looks) & ON_SUPPORT_TABLE.take(c.standing))
    # Hours in a course are hours not spent on looking.
    busy = real(now.settings.activation.lock_in / 37.0)
    free = real(1) - busy * c.offer_hours[looking] * _COURSE.take(c.standing[looking])
    looking = looking[u[looking] < looks[looking] * free]
    looking = looking[
        (c.benefit[looking] != Benefit.FLEXJOB_ALLOWANCE) & (c.standing[looking] != Standing.WAGE_SUBSIDY)
    ]
    _apply(town, now, looking, v[looking])
    return plan(town, now, now.draws.uniform(Decision.SEEK, c.luck[looking], 1), looking)


def _apply(town: Town, now: Now, rows: Rows, v: F32) -> None:
    """Send an application each; what an employer sees decides, and time without a job."""
    c, firms = town.citizens, town.firms
    if not len(rows):
        return
    c.applications[rows] += 1
    firm, opening = _where(town, now, rows)
    suits = real(0.25) + real(0.75) * c.skill[rows]
    able = ability(town, now, rows)
    hours = hours_advertised(town, now, rows, able)
    shown = suits * (real(1) - real(now.settings.employment.need_shows) * c.accommodation_need[rows]) * (hours > 0)
    # Confidence shows in an interview: belief and self-worth, never a bonus of their own on the job hazard.
    shown = shown * real(0.5) * (c.belief[rows] + c.self_worth[rows])
    offer = now.of(lambda own: own.employment.offer, c.town[rows])
    chance = offer * shown * callback(now, c.jobless_weeks[rows]) * opening
    offered = v < chance
    # An opening in town is one opening: of several who are offered it, the lower lottery number gets it.
    inside = rows_of(offered & (firm >= 0))
    lot = now.draws.lottery(Decision.FIRM_LOTTERY, c.luck[rows[inside]], 1)
    offered[inside] = first_in_line(firm[inside], lot, firms.openings)
    hired = rows[offered]
    hours = hours[offered]
    take_job(town, now, hired, (firm[offered], Channel.OWN), ordinary_standing(hours), hours, Cause.OWN_SEARCH)
    nudge(c.orientation[Orientation.NECESSITY], hired, -0.1)
    turned_down(town, now, rows[~offered], 1)


def turned_down(town: Town, now: Now, lost: Rows, times: int) -> None:
    """Applications of ``lost`` come back ``times`` over; too many of them can turn a pathway."""
    c = town.citizens
    c.rejections[lost] += real(times)
    nudge(c.belief, lost, -0.006 * times)
    worn = lost[
        (c.rejections[lost] > _MANY_REJECTIONS) & (now.draws.uniform(Decision.OPEN_MARKET, c.luck[lost], 2) < 0.1)
    ]
    now.log.add(now.week, EventKind.REJECTED, c.citizen[worn], amount=c.rejections[worn])
    turn(c, now, worn, TurningPoint.REPEATED_REJECTION, ((c.belief, 0.9), (c.self_worth, 0.8)))
    c.rejections[worn] = 0.0


def _where(town: Town, now: Now, rows: Rows) -> tuple[I64, F32]:
    """Where the application goes (-1 outside town), and whether there is an opening (outside always)."""
    c, firms = town.citizens, town.firms
    a, b = now.draws.two(Decision.OPEN_MARKET, c.luck[rows])
    if not firms.rows:
        return np.full(len(rows), -1), np.ones(len(rows), dtype=np.float32)
    openings = rows_of(firms.openings > 0)
    first = np.searchsorted(openings, town.first_firm)
    home = c.town[rows].astype(np.int64)
    many = first[home + 1] - first[home]
    outside = (a < real(now.settings.employment.outside_town)) | (many == 0)
    place = np.minimum(first[home] + (b * many).astype(np.int64), max(len(openings) - 1, 0))
    known = openings.take(place) if len(openings) else place
    cycle = real(now.settings.firms.cycle)
    return np.where(outside, -1, known), np.where(outside, cycle, real(1.0)).astype(np.float32)
