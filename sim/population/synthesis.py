"""A synthetic town at the start of burn-in, and the citizens who enter later."""

from __future__ import annotations

import numpy as np

from sim.draws import ENTRY_WEEK, WeekDraws, luck_of
from sim.population.citizens import TREND_WEEKS, Citizens
from sim.population.columns import I16, I64, U64, Bool, Rows
from sim.population.entrants import endow
from sim.population.given import SYNTHETIC, Given, OwnTown
from sim.population.staff import add_posts, brokers_wanted, posts_wanted
from sim.population.surroundings import Posts
from sim.population.ties import OUTSIDERS_PER_CITIZEN, people_outside, tie
from sim.population.town import NUMBER_BITS, Town, no_pensioners
from sim.population.workplaces import workplaces
from sim.scenario.own import Own
from sim.scenario.settings import Settings
from sim.vocabulary import Benefit, CaseworkerKind, Decision, Phase, Standing

_ARRIVAL_NUMBERS = 1 << 40
"""Later entrants' luck is numbered from here by week and slot: a larger starting town never changes theirs."""
_SLOTS = 1 << 20
_AT_A_TIME = 1 << 12
_SPARE = 16
"""One free row for so many citizens: every free row is carried through every week."""


def synthesise(week: int, seed: int, settings: Settings, own: OwnTown = SYNTHETIC) -> Town:
    """A town at ``week``: what ``own`` tells of it is kept, the rest is drawn by ``seed`` as the settings ask."""
    resource_course = own.resource_course
    if resource_course is None:
        ready = settings.town.activity_ready
        resource_course = np.arange(ready + settings.town.resource_course) >= ready
    stock = len(resource_course)
    firm_count = _firms_wanted(stock, settings) if own.firm_count is None else own.firm_count
    firms = workplaces(firm_count, seed, settings, own.firms)
    outsiders = people_outside(int(stock * OUTSIDERS_PER_CITIZEN), firms.rows, seed, settings)
    posts = Posts.empty(0)
    staff = add_posts(posts, posts_wanted(stock, settings), CaseworkerKind.AUTHORITY, week, (0, seed), settings)
    own.posts.lay(posts, staff)
    add_posts(posts, brokers_wanted(stock, settings), CaseworkerKind.BROKER, week, (0, seed), settings)
    town = Town(
        Citizens.empty(stock + stock // _SPARE),
        posts,
        firms,
        outsiders,
        (seed,),
        luck_of(0, np.zeros(1, np.int64), seed),
        np.zeros(1, dtype=np.int64),
        stock,
        no_pensioners(1),
    ).index()
    rows = np.arange(stock)
    luck = luck_of(int(Decision.ENTRY), rows, seed)
    # Some thousand at a time, since traits are drawn in blocks; people from one's own tables are laid in all at once.
    step = _AT_A_TIME if own is SYNTHETIC else max(stock, 1)
    for start in range(0, stock, step):
        some = rows[start : start + step]
        home = np.zeros(len(some), np.int64)
        enter(town, some, home, luck[some], resource_course[some], week, Own(settings), own.citizens)
    _histories(town.citizens, rows, week, settings)
    _cases(town, rows)
    _courses(town.citizens, rows[resource_course], week, settings)
    own.settle(town.citizens, town.citizens.post, rows)
    return town


def _firms_wanted(stock: int, settings: Settings) -> int:
    """At least a handful of workplaces, so that a town of one citizen still has somewhere to work."""
    wanted = int(stock * settings.town.workplaces_per_citizen + 0.5)
    return max(wanted, 8) if stock and settings.town.workplaces_per_citizen > 0 else wanted


def enter(
    town: Town,
    rows: Rows,
    where: I64,
    luck: U64,
    resource_course: Bool,
    week: int,
    own: Own,
    given: Given = SYNTHETIC.citizens,
) -> None:
    """Let new citizens into ``rows`` of the towns ``where`` (in order of town): numbered, endowed, tied, on benefit."""
    town.citizens.reset(rows)
    town.citizens.town[rows] = where
    furnish(town.citizens, rows, luck, resource_course, week, own, given)
    tie(town.citizens, rows, town.outsiders, town.first_outsider, own.common)
    number(town, rows, where)


def number(town: Town, rows: Rows, where: I64) -> None:
    """Give those who enter in ``rows`` (in order of town) the next numbers of their towns, and count them as there."""
    c = town.citizens
    within = town.next_citizen[where] + np.arange(len(rows)) - np.searchsorted(where, where, side="left")
    c.citizen[rows] = within + (where << NUMBER_BITS)
    town.next_citizen += np.bincount(where, minlength=town.count)
    c.present[rows] = True


def furnish(
    c: Citizens,
    rows: Rows,
    luck: U64,
    resource_course: Bool,
    week: int | I16,
    own: Own,
    given: Given = SYNTHETIC.citizens,
) -> None:
    """All that is known of new citizens from their luck, their town, and the week they enter in (one, or one each)."""
    settings = own.common
    c.luck[rows] = luck
    c.entered[rows] = week
    endow(c, rows, resource_course, week, own, given)
    c.standing[rows] = np.where(resource_course, Standing.RESOURCE_COURSE, Standing.BENEFIT)
    c.benefit[rows] = np.where(resource_course, Benefit.RESOURCE_COURSE, Benefit.ACTIVITY_READY)
    c.phase[rows] = Phase.STAGNATION
    for since in (c.standing_since, c.benefit_since, c.phase_since):
        since[rows] = week
    c.course_until[rows] = np.where(resource_course, week + settings.rehabilitation.course_weeks, c.course_until[rows])
    c.nearness[rows] = 0.4
    c.nearness_past[:, rows] = np.full((TREND_WEEKS, 1), 0.4)
    _earlier_support(c, rows, resource_course)


def _earlier_support(c: Citizens, rows: Rows, resource_course: Bool) -> None:
    """Weeks of earlier support: most come from sickness or other benefits, not from nowhere."""
    draws = WeekDraws(ENTRY_WEEK)
    u, v = draws.two(Decision.ENTRY, c.luck[rows], 200)
    age_weeks = np.minimum(c.entered[rows] - c.born[rows] - 18 * 52, 260)
    before = np.where(u < 0.45, 0.0, v * np.maximum(age_weeks, 0)) + 40.0 * resource_course
    c.support_weeks[rows] = before.astype(np.int16)
    c.jobless_weeks[rows] = np.minimum(before + 8.0, 1000).astype(np.int16)


def _histories(c: Citizens, rows: Rows, week: int, settings: Settings) -> None:
    """Years on support of the starting stock: the shares of facts C6 (three years) and C7 (eight of ten)."""
    draws = WeekDraws(ENTRY_WEEK)
    u, v = draws.two(Decision.ENTRY, c.luck[rows], 201)
    adult = np.maximum((week - c.born[rows]) / 52.0 - 18.0, 0.05)
    town = settings.town
    short = 3.0 * v
    middle = 3.0 + 5.0 * v
    long = 8.0 + 12.0 * v
    years = np.where(u < town.eight_of_ten, long, np.where(u < max(town.three_years, town.eight_of_ten), middle, short))
    weeks = np.minimum(years, adult) * 52.0
    c.support_weeks[rows] = weeks.astype(np.int16)
    c.benefit_weeks[rows] = weeks.astype(np.int16)
    c.jobless_weeks[rows] = weeks.astype(np.int16)


def _cases(town: Town, rows: Rows) -> None:
    """Share the starting cases out evenly over the caseworkers' posts, by lot."""
    mine = np.flatnonzero(town.posts.kind == CaseworkerKind.AUTHORITY)
    if not len(mine):
        return
    lot = WeekDraws(ENTRY_WEEK).lottery(Decision.NEW_POST, town.citizens.luck[rows])
    order = np.argsort(lot, kind="stable")
    town.citizens.post[rows[order]] = mine[np.arange(len(rows)) % len(mine)]
    town.citizens.trust[rows] = 0.3
    town.citizens.knowledge[rows] = 0.3


def _courses(c: Citizens, rows: Rows, week: int, settings: Settings) -> None:
    """Spread the ends of the starting resource courses, so that they do not all end in one week."""
    left = WeekDraws(ENTRY_WEEK).uniform(Decision.ENTRY, c.luck[rows], 202)
    c.course_until[rows] = week + np.ceil(left * settings.rehabilitation.course_weeks)


def arrival_luck(week: int, count: int, stream: int, seed: int) -> U64:
    """Luck of the entrants of one week: keyed by week, slot and stream (0 activity-ready, 1 resource course)."""
    number = _ARRIVAL_NUMBERS + ((week + 40_000) * 2 + stream) * _SLOTS
    return luck_of(int(Decision.ENTRY), number + np.arange(count), seed)
