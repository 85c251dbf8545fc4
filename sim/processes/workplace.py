"""A week at a workplace, as a placement or in a job: the match grows, strain shows, tasks creep, people are seen."""

from __future__ import annotations

import numpy as np

from sim.arrays import either, real, rows_of
from sim.population.columns import F32, Rows
from sim.population.town import ON_SUPPORT_TABLE, Town, standings
from sim.processes.firm_mentors import attend, follow, share
from sim.processes.firms import wear
from sim.processes.hiring import ability
from sim.processes.motivation import fight
from sim.processes.moves import approach, nudge, turn
from sim.processes.needs import FORTNIGHT, live
from sim.processes.now import Now
from sim.processes.release import USUAL_ATTENDANCE
from sim.processes.sites import Sites
from sim.vocabulary import Decision, Identity, Orientation, Problem, Standing, TurningPoint

_CREEP_HURTS = 1.45
_PULLS_ALONG, _WELCOME, _NEW_WEEKS = 0.25, 0.5, 8
_TALK_LASTS, _IN_SIGHT = 8, 4
_RENEWS = 0.5
_SEEN, _SEEN_AT_MOST, _STEADIED, _SURPRISED = 0.012, 0.02, 0.91, 0.96
_PAID = standings(Standing.SMALL_JOB, Standing.FLEXJOB, Standing.PART_TIME)
"""Task load from which creep is a burden; how much a mentor, and a reception in the first weeks, speed fitting in, and
for how many weeks; weeks that a talk with the caseworker is felt at work, and before its end that a placement's end is
in sight; what an unexpected strength renews at the workplace, as a share of what a hire does; chances a week of being
seen, at most, of a gentle placement and of an unexpected strength, the last two counted from the top (detail, grade E);
standings in which tasks creep."""


def grow_match(town: Town, now: Now, rows: Rows, sites: Sites) -> None:
    """Fit-to and fit-in grow toward what this person and this workplace can become, week by week (S4 L618-627)."""
    if not now.settings.mechanisms.match_process:
        return
    c, settings = town.citizens, now.settings
    pace = real(settings.placements.fit_pace) * (
        real(0.5) + np.minimum(c.work_hours[rows], 30.0) / real(30.0)
    )
    pace = pace * (real(1) + c.attendance[rows] - real(USUAL_ATTENDANCE))
    # One learns fastest at tasks a little beyond what one masters (S0 L516-530).
    beyond = c.task_load[rows] - real(0.75) - real(0.4) * c.fit_to[rows]
    taught = real(1.08) - real(0.4) * np.minimum(np.abs(beyond), real(0.6))
    new = now.week - c.work_since[rows] < _NEW_WEEKS
    welcome = real(1) + real(_WELCOME) * (c.received[rows] - real(0.5)) * new
    mentored = share(town, rows)
    pulled = pace * welcome * (real(1) + real(_PULLS_ALONG) * mentored)
    approach(c.fit_to, rows, _could_master(town, rows, sites), np.minimum(pace * taught, 1))  # never past it
    approach(c.fit_in, rows, _could_belong(town, now, rows, sites, mentored), np.minimum(pulled, 1))
    match = np.sqrt(c.fit_to[rows] * c.fit_in[rows])
    c.best_match[rows] = np.maximum(c.best_match[rows] * real(0.995), match)


def _could_master(town: Town, rows: Rows, sites: Sites) -> F32:
    """How well the person can come to fit the tasks there."""
    c, firms = town.citizens, town.firms
    work = sites.trait(firms.occupation, -1.0)
    work = np.where(work < 0, c.wish[rows], work)
    tasks = (
        real(0.22) * (work == c.trade[rows])
        + real(0.2) * (work == c.wish[rows])
        + real(0.25) * (work == c.hidden_strength[rows])
    )
    met = real(1) - c.accommodation_need[rows] * (real(1) - c.accommodated[rows])
    skilled = real(0.2) + real(0.45) * c.skill[rows] + real(0.25) * sites.trait(firms.adaptability)
    able = (skilled + tasks) * (real(0.45) + real(0.55) * met)
    return np.asarray(np.minimum(able, real(1)), dtype=np.float32)


def _could_belong(town: Town, now: Now, rows: Rows, sites: Sites, mentored: F32) -> F32:
    """How well the person can come to fit in with the people there; a mentor opens the more the more it has learned."""
    c, firms, opens = town.citizens, town.firms, now.settings.firms
    trained = sites.trait(firms.mentor_trained, 0.0) > 0
    skilled = either(trained, real(opens.mentor_opens_trained), real(opens.mentor_opens))
    skilled = skilled * (real(0.75) + real(0.5) * sites.trait(firms.mentor_skill))
    open_minded = real(0.35) * sites.trait(firms.tolerance) + real(0.2) * sites.trait(firms.competence)
    own = real(0.1) + real(0.35) * c.sociability[rows]
    could = own + open_minded + skilled * np.maximum(mentored, c.independent[rows])
    return np.asarray(np.minimum(could, real(1)), dtype=np.float32)


def strain(town: Town, now: Now, rows: Rows) -> F32:
    """Strain of work: unmet needs, excess tasks, load, hours over ability, standing outside; help eases it."""
    c, work = town.citizens, now.settings.employment
    unmet = c.accommodation_need[rows] * (real(1) - c.accommodated[rows])
    over_hours = np.maximum(c.work_hours[rows] - ability(town, now, rows), 0) / real(20.0)
    outside = real(work.strain_outside) * (real(1) - c.fit_in[rows])
    tasks = np.maximum(c.task_load[rows] - real(1), 0)
    total = unmet + over_hours + outside + tasks + real(work.strain_room) * (real(1) - c.room[rows])
    total -= _framed(town, now, rows)
    outside_help, inside_help = _followed(town, now, rows), share(town, rows)
    helped = outside_help + inside_help - outside_help * inside_help  # two who each do a part miss less between them
    return np.asarray(
        np.maximum(total - real(work.follow_up_help) * helped, 0), dtype=np.float32
    )


def _framed(town: Town, now: Now, rows: Rows) -> F32:
    """What fixed tasks in a predictable place ease for the anxious; what changing ones cost them (S2 L4354-4390)."""
    c, firms = town.citizens, town.firms
    weight = now.settings.employment.fixed_frames
    if not weight or not firms.rows:
        return np.zeros(len(rows), dtype=np.float32)
    there = c.anxious[rows] & (c.firm[rows] >= 0)
    return np.asarray(real(weight) * there * (firms.structure[c.firm[rows]] - real(0.5)), dtype=np.float32)


def _followed(town: Town, now: Now, rows: Rows) -> F32:
    """How closely somebody from outside the workplace follows each of ``rows``, 0-1.

    A broker as closely as the hours reach; a caseworker by talks not long ago, in so far as there is trust.
    """
    c, settings = town.citizens, now.settings
    week, by = np.int16(now.week), c.broker[rows]
    whole = (c.follow_up_until[rows] >= week) | c.independent[rows]
    if settings.brokers.thin_contact and town.posts.rows:
        close = real(1) - real(settings.brokers.thin_contact) * (real(1) - town.posts.contact[by])
        whole &= (by < 0) | c.independent[rows]
    else:
        close = np.ones(len(rows), dtype=np.float32)
    if settings.mechanisms.personal_mentor:
        whole |= c.mentor_until[rows] >= week  # Mathias' mentor came along to work at first (S4 L1615-1619)
    talked = (c.post[rows] >= 0) & (c.met[rows] > week - np.int16(_TALK_LASTS))
    eased = real(settings.employment.talks_help) * c.trust[rows] * talked
    return np.asarray(np.maximum(np.maximum(whole, (by >= 0) * close), eased))


def happen(town: Town, now: Now) -> None:
    """What a week does to everyone at a workplace: match, creep, mentors, recognition, unexpected strengths."""
    c = town.citizens
    rows = rows_of(c.at_work)
    if not len(rows):
        return
    sites = Sites.of(town, rows)
    attend(town, now, rows)
    grow_match(town, now, rows, sites)
    if now.every(FORTNIGHT):
        live(town, now, rows, sites)
    u, v = now.draws.two(Decision.WORK_EVENT, c.luck[rows])
    _creep(town, now, rows)
    if now.settings.mechanisms.firm_mentor:
        mine = rows_of(c.firm_mentor[rows])
        follow(town, now, rows[mine], strain(town, now, rows[mine]), u[mine])
    _recognise(town, now, rows, v)
    _end_follow_up(town, now, rows)


def _creep(town: Town, now: Now, rows: Rows) -> None:
    """Tasks grow within the same hours where nobody keeps an eye on it (Aisha, S0 L936-944)."""
    c = town.citizens
    if not now.settings.mechanisms.task_creep:
        return
    # In few fixed paid hours, not in a placement whose frame is agreed for some weeks.
    few = (c.work_hours[rows] < 20) & _PAID.take(c.standing[rows])
    watched = np.maximum(c.follow_up_until[rows], c.mentor_until[rows]) >= now.week
    unseen = few & ~c.firm_mentor[rows] & ~watched
    creeping = rows[unseen]
    before = c.task_load[creeping].copy()
    c.task_load[creeping] = np.minimum(before + real(now.settings.placements.task_creep), 2.0)
    crossed = creeping[(before < _CREEP_HURTS) & (c.task_load[creeping] >= _CREEP_HURTS)]
    turn(
        c,
        now,
        crossed,
        TurningPoint.TASK_OVERLOAD,
        ((c.coping, 0.8), (c.self_worth, 0.6)),
        agent=town.firm_number(c.firm[crossed]),
    )


def _recognise(town: Town, now: Now, rows: Rows, v: F32) -> None:
    """Leader and colleagues see the person; a task fits an unseen strength; a gentle placement gives footing."""
    c, firms = town.citizens, town.firms
    # Few draws are low or high enough for any of it, whoever and wherever one is.
    touched = rows_of((v < _SEEN_AT_MOST) | (v > _STEADIED))
    rows, v = rows.take(touched), v.take(touched)
    sites, weeks = Sites.of(town, rows), now.week - c.work_since[rows]
    seen = (weeks < 52) & (v < real(_SEEN) * c.fit_in[rows] * (real(0.4) + sites.trait(firms.backing)))
    recognised = rows[seen]
    turn(
        c,
        now,
        recognised,
        TurningPoint.RECOGNISING_WORKPLACE,
        ((c.self_worth, 1.0), (c.belief, 0.9), (c.fit_in, 0.5)),
        agent=town.firm_number(c.firm[recognised]),
    )
    strength = ~seen & (v > _SURPRISED) & (weeks < 10) & sites.inside
    if firms.rows:
        hidden = c.hidden_strength[rows]
        strength &= (firms.occupation[sites.at] == hidden) & (hidden != c.trade[rows])
    found = rows[strength]
    turn(
        c,
        now,
        found,
        TurningPoint.UNEXPECTED_STRENGTH,
        ((c.belief, 1.0), (c.fit_to, 1.0), (c.orientation[Orientation.MASTERY], 1.0)),
        agent=town.firm_number(c.firm[found]),
    )
    wear(town, now, c.firm[found].astype(np.int64), -_RENEWS * now.settings.firms.gain)
    gentle = (
        ~seen
        & (v > _STEADIED)
        & (v <= _SURPRISED)
        & (c.standing[rows] == Standing.CLARIFICATION)
        & (c.purpose[rows] > 0.5)
        & (c.room[rows] < 0.5)
    )
    eased = rows[gentle]
    turn(
        c,
        now,
        eased,
        TurningPoint.GENTLE_PLACEMENT,
        ((c.coping, 1.0), (c.direction, 0.9), (c.self_worth, 0.8)),
        agent=town.firm_number(c.firm[eased]),
    )


def _end_follow_up(town: Town, now: Now, rows: Rows) -> None:
    """Follow-up that ends is felt a little, and the broker's place is free."""
    c = town.citizens
    ended = rows[(c.follow_up_until[rows] == now.week) & ~ON_SUPPORT_TABLE.take(c.standing[rows])]
    firm = town.firm_number(c.firm[ended])
    turn(c, now, ended, TurningPoint.FOLLOW_UP_ENDED, ((c.coping, 0.3), (c.belief, 0.2)), agent=firm)
    c.broker[ended] = -1


def feel(town: Town, now: Now, rows: Rows) -> None:
    """What a week in a placement does to the person: purpose and prospect give meaning, their absence takes it."""
    c, on = town.citizens, now.settings.mechanisms
    if now.every(4) and town.firms.rows:
        inside = rows[c.firm[rows] >= 0]
        c.prospect[inside] = town.firms.openings[c.firm[inside]] > 0  # a prospect can vanish, or appear
    nudge(c.coping, rows, _rhythm(town, now, rows))
    _foresee_the_end(town, now, rows)
    meaning = real(0.6) * c.purpose[rows]
    if on.prospect:
        worn = np.minimum(c.pointless[rows], 4).astype(np.float32) * real(0.12)
        meaning = meaning + either(c.prospect[rows], real(0.35), -worn)
    meaning = meaning - real(0.25)
    nudge(c.direction, rows, real(0.02) * meaning)
    nudge(c.self_worth, rows, real(0.02) * meaning)
    nudge(
        c.belief,
        rows,
        real(0.02) * (real(0.5) * meaning + real(0.5) * (c.fit_to[rows] - real(0.35))),
    )
    if on.motivation:
        nudge(c.orientation[Orientation.DIRECTION], rows, real(0.03) * meaning)
        nudge(c.orientation[Orientation.RELATION], rows, real(0.03) * (c.fit_in[rows] - real(0.35)))
        nudge(c.orientation[Orientation.MASTERY], rows, real(0.03) * (c.fit_to[rows] - real(0.35)))
        nudge(c.orientation[Orientation.PRACTICE], rows, real(0.03) * (c.accommodated[rows] - real(0.4)))
    if on.identity:
        void = np.maximum(-meaning, 0)
        resists = fight(c, now, rows)
        nudge(c.leaning[Identity.OPPONENT], rows, real(0.06) * void * resists)
        nudge(c.leaning[Identity.CLIENT], rows, real(0.06) * void * (real(1) - resists))
        nudge(c.leaning[Identity.CO_CREATOR], rows, real(0.02) * np.maximum(meaning, 0))


def _rhythm(town: Town, now: Now, rows: Rows) -> F32:
    """A reason to get up gives coping, by hours and by how steadily one comes; as a course does (S2 L4483-4499)."""
    c, rhythm = town.citizens, now.settings.placements.rhythm
    return np.asarray(real(rhythm) * c.attendance[rows] * np.minimum(c.work_hours[rows] * real(1 / 20), 1))


def _foresee_the_end(town: Town, now: Now, rows: Rows) -> None:
    """An end in sight with nothing after it wears those who have come to belong (S2 L4019-4029, L4155-4163)."""
    c, shadow = town.citizens, now.settings.placements.end_shadow
    near = (c.work_until[rows] <= now.week + _IN_SIGHT) & (c.work_until[rows] > now.week) & ~c.prospect[rows]
    if not shadow or not near.any():
        return
    soon = rows[near]
    loss = real(shadow) * c.fit_in[soon]
    nudge(c.direction, soon, -loss)
    nudge(c.problem[Problem.MENTAL], soon, real(0.5) * loss)
