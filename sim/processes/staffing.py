"""Staffing: who is in which post, how strained, who leaves, and what a change of caseworker costs the citizen."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sim.arrays import in_order, only, real, rows_of, starts
from sim.curves import smooth_step, weekly
from sim.population.columns import F32, I64, U8, Bool, Rows
from sim.population.ranking import exact_sum, first_in_line
from sim.population.staff import add_posts, brokers_wanted, hire_into, posts_wanted
from sim.population.town import ON_SUPPORT_TABLE, Town
from sim.processes.handover import hand_over
from sim.processes.moves import turn
from sim.processes.now import Now
from sim.vocabulary import CaseworkerKind, Cause, Decision, TurningPoint

_STRAIN_PACE = 0.06
_STRAIN_FREE = 0.35
_EXTRA_A_WEEK = 12.0
_BROKER_HOLDS = 4.0
_CLOSE_BROKER, _DEAR_BROKER = 0.35, 0.6
"""Share of the way strain moves in a week; strain that adds no turnover; owed hours worked off in a week; how many
times a caseworker's share of the contacts with workplaces a broker holds; trust from which losing the broker is felt,
and felt much (form, grade E)."""


def count_cases(town: Town) -> None:
    """Count the citizens on support whom each post follows: caseworkers their cases, brokers theirs."""
    c, posts = town.citizens, town.posts
    active = ON_SUPPORT_TABLE.take(c.standing)
    mine = only(c.post, active & (c.post >= 0))
    theirs = only(c.broker, active & (c.broker >= 0))
    posts.cases[:] = np.bincount(mine, minlength=posts.rows) + np.bincount(theirs, minlength=posts.rows)


def load(town: Town, now: Now) -> None:
    """Turn this week's hours into meeting slots, and let strain follow overload."""
    posts, work = town.posts, now.settings.casework
    count_cases(town)
    cases = _cases_worked(town, now)
    fixed = real(work.fixed_hours + work.supervision)
    if now.settings.brokers.co_location:
        shared = now.settings.brokers.co_location_hours
        fixed = fixed + real(shared)
        now.tally.add("hours_tasks", np.bincount(posts.town[posts.filled & posts.open], minlength=town.count), shared)
    cases += _covered(town, now)
    wanted = fixed + cases * _hours_a_case(town, now)
    ratio = np.asarray(wanted / real(max(work.hours, 1e-3)), dtype=np.float32)
    posts.strain += real(_STRAIN_PACE) * (smooth_step((ratio - real(1.1)) * real(4.0)) - posts.strain)
    owed = np.minimum(posts.extra_hours, real(_EXTRA_A_WEEK))
    posts.extra_hours -= owed
    staffed = posts.filled & posts.open
    free = real(work.hours) - fixed - cases * real(work.case_hours) - owed
    if work.training:
        free -= _train(town, now, staffed)
    np.maximum(free, 0.0, out=free)
    free *= real(1.0) - real(0.3) * posts.strain
    free *= np.where(now.week - posts.since < work.learning, real(work.newcomer_pace), real(1.0))
    free *= staffed
    lot = now.draws.uniform(Decision.MEETING_LOTTERY, posts.luck)
    posts.slots[:] = np.floor(free / real(work.meeting_hours) + lot)
    now.tally.add("hours_teaching", np.bincount(posts.town[staffed], minlength=town.count), work.supervision)
    for name, kind in (("hours_casework", CaseworkerKind.AUTHORITY), ("hours_broker", CaseworkerKind.BROKER)):
        now.tally.add(name, np.bincount(posts.town[staffed & (posts.kind == kind)], minlength=town.count), work.hours)


def _hours_a_case(town: Town, now: Now) -> F32:
    """Hours a week that one case calls for: of a caseworker in talks now and then, of a broker in weekly contact."""
    work, brokers = now.settings.casework, now.settings.brokers
    thin = brokers.thin_contact
    usual = work.case_hours + work.meeting_hours / work.comfortable_interval
    close = max(usual, thin * brokers.contact_hours + (1 - thin) * usual)
    return np.where(town.posts.kind == CaseworkerKind.BROKER, real(close), real(usual))


def _covered(town: Town, now: Now) -> F32:
    """Cases of empty posts whose urgent work falls to the colleagues in the town, in equal parts."""
    posts, share = town.posts, now.settings.casework.covered
    mine = posts.open & (posts.kind == CaseworkerKind.AUTHORITY)
    there, empty = mine & posts.filled, mine & ~posts.filled
    if not share or not empty.any():
        return np.zeros(posts.rows, dtype=np.float32)
    left = exact_sum(posts.town[empty], posts.cases[empty].astype(np.float32), town.count)
    each = real(share) * left / np.maximum(np.bincount(posts.town[there], minlength=town.count), 1)
    return np.where(there, each[posts.town], 0).astype(np.float32)


def _cases_worked(town: Town, now: Now) -> F32:
    """Cases whose work is each post's: a broker with authority has taken over those of the citizens it follows."""
    c, posts = town.citizens, town.posts
    cases = posts.cases.astype(np.float32)
    if now.settings.brokers.authority:
        shared = rows_of((c.broker >= 0) & (c.post >= 0) & ON_SUPPORT_TABLE.take(c.standing))
        cases -= np.bincount(c.post[shared], minlength=posts.rows).astype(np.float32)
    return cases


def _train(town: Town, now: Now, staffed: Bool) -> F32:
    """Teach the caseworkers in post who have not learned it all yet; return the hours it takes each post."""
    posts, work = town.posts, now.settings.casework
    aim = real(work.training)
    learning = staffed & (posts.kind == CaseworkerKind.AUTHORITY) & (posts.trained < aim)
    gained = posts.trained[learning] + aim * real(1.0 / work.training_weeks)
    posts.trained[learning] = np.minimum(gained, aim)
    now.tally.add("hours_teaching", np.bincount(posts.town[learning], minlength=town.count), work.training_hours)
    return np.asarray(learning * real(work.training_hours), dtype=np.float32)


def turn_over(town: Town, now: Now) -> None:
    """Occupants leave (more under strain), empty posts are filled, the number of posts follows the settings."""
    posts, work = town.posts, now.settings.casework
    back = rows_of(posts.open & ~posts.filled & (posts.vacant_until <= now.week))
    if len(back):
        posts.occupant[back] += 1
        hire_into(posts, back, now.week, now.settings)
    if now.settings.mechanisms.staff_turnover:
        over = np.maximum(posts.strain - real(_STRAIN_FREE), 0) / real(1 - _STRAIN_FREE)
        chance = real(weekly(work.turnover)) * (1 + real(work.strain_turnover) * over)
        chance /= real(1.0 + work.supervision_keeps * work.supervision)
        leaving = (now.draws.uniform(Decision.QUIT, posts.luck) < chance) & posts.filled & posts.open
        leaving &= posts.stays_until < now.week
        if leaving.any():
            _vacate(town, now, leaving)
    _resize(town, now, CaseworkerKind.AUTHORITY, posts_wanted(town.reference_stock, now.settings))
    _resize(town, now, CaseworkerKind.BROKER, brokers_wanted(town.reference_stock, now.settings))


def reassign(town: Town, now: Now) -> None:
    """Some cases move between posts for other reasons than turnover (targets T12). Acts every fourth week."""
    c, work = town.citizens, now.settings.casework
    moved = 4.0 * weekly(work.reorganisation)
    if moved and now.settings.mechanisms.change_loss:
        # Whoever knew the workplaces has other citizens and other colleagues now (S2 M5).
        town.firms.relation *= real(max(1.0 - moved, 0.0))
    chance = now.of(lambda own: min(1.0, 4.0 * weekly(own.casework.reassignment) + moved), c.town)
    if not np.any(chance) or not now.settings.mechanisms.staff_turnover:
        return
    u = now.draws.uniform(Decision.REASSIGN, c.luck)
    rows = rows_of((u < chance) & ON_SUPPORT_TABLE.take(c.standing) & (c.post >= 0))
    new_caseworker(town, now, rows, Cause.REASSIGNED)


def assign(town: Town, now: Now, rows: Rows) -> None:
    """Give people without a caseworker the posts with the fewest cases in their town, by lot among equals."""
    c, posts = town.citizens, town.posts
    usable = rows_of(posts.open & (posts.kind == CaseworkerKind.AUTHORITY))
    if not len(usable) or not len(rows):
        return
    lot = now.draws.lottery(Decision.NEW_POST, posts.luck[usable])
    order = usable.take(_by_town(posts.cases[usable] + lot, posts.town[usable], town.count))
    first = starts(posts.town[usable], town.count)
    person = now.draws.lottery(Decision.NEW_POST, c.luck[rows])
    home = c.town[rows]
    line = rows.take(_by_town(person, home, town.count))
    home, begin = c.town[line].astype(np.int64), starts(home, town.count)
    rank = np.arange(len(line)) - begin[home]
    size = first[home + 1] - first[home]
    served = size > 0
    c.post[line[served]] = order[first[home[served]] + rank[served] % size[served]]
    posts.cases += np.bincount(c.post[line[served]], minlength=posts.rows).astype(np.int32)


def _by_town(key: npt.NDArray[np.float64], home: U8, towns: int) -> I64:
    """The order by town, and by ``key`` within a town; keys differ."""
    order = key.argsort()
    return order if towns == 1 else order.take(in_order(home.take(order), towns))


def new_caseworker(town: Town, now: Now, rows: Rows, cause: Cause, weeks: int = 0) -> None:
    """Move cases to another post, with what the handover saves; where the caseworker is to stay, nothing moves.

    The new caseworker is free after ``weeks`` weeks.
    """
    c, posts = town.citizens, town.posts
    if not len(rows):
        return
    rows = rows[(c.kept_until[rows] < now.week) | ~posts.open[c.post[rows]]]  # nobody keeps a post that is closed
    c.post[rows] = -1
    c.served_from[rows] = np.maximum(c.served_from[rows], now.week + weeks)  # a move shortens no wait
    assign(town, now, rows)
    hand_over(town, now, rows, cause, met_by=now.week + weeks)


def lose_broker(town: Town, now: Now, rows: Rows) -> None:
    """A broker is gone: a loss for those who had come to trust the broker, the more the closer it was."""
    c = town.citizens
    close = rows[c.broker_trust[rows] > _CLOSE_BROKER]
    dear = c.broker_trust[close] > _DEAR_BROKER
    for hit, coping, belief in ((close[~dear], 0.2, 0.3), (close[dear], 0.5, 0.6)):
        turn(
            c, now, hit, TurningPoint.FOLLOW_UP_ENDED, ((c.coping, coping), (c.belief, belief)),
            agent=town.post_number(c.broker[hit]), cause=Cause.STAFF_TURNOVER,
        )
    c.broker[rows] = -1
    c.broker_trust[rows] = 0.0
    c.follow_up_until[rows] = np.minimum(c.follow_up_until[rows], now.week - 1)


def _vacate(town: Town, now: Now, leaving: Bool) -> None:
    posts, c = town.posts, town.citizens
    rows = rows_of(leaving)
    if now.settings.mechanisms.change_loss:
        _lose_contacts(town, now, leaving)
    posts.filled[rows] = False
    posts.vacant_until[rows] = now.week + max(1, round(now.settings.casework.vacancy))
    gone = np.append(leaving, np.False_)  # the last place is for -1: nobody
    lost = rows_of(gone.take(c.post))
    hand_over(town, now, lost, Cause.STAFF_TURNOVER, met_by=now.week + round(now.settings.casework.vacancy))
    lose_broker(town, now, rows_of(gone.take(c.broker)))


def _lose_contacts(town: Town, now: Now, leaving: Bool) -> None:
    """Contacts with workplaces go with those who held them: by their share of what the jobcentre knows of firms."""
    posts, firms = town.posts, town.firms
    held = posts.firm_knowledge * (posts.filled & posts.open)
    held *= np.where(posts.kind == CaseworkerKind.BROKER, real(_BROKER_HOLDS), real(1))
    gone = exact_sum(posts.town, held * leaving, town.count)
    share = gone / np.maximum(exact_sum(posts.town, held, town.count), 1e-6)
    firms.relation *= (1.0 - now.settings.casework.contacts_lost * share).astype(np.float32).take(firms.town)


def _resize(town: Town, now: Now, kind: CaseworkerKind, wanted: int) -> None:
    """Open or close posts until the settings' number is reached; cases follow by lot, as real changes of caseworker."""
    posts = town.posts
    mine = posts.open & (posts.kind == kind)
    there = np.bincount(posts.town[mine], minlength=town.count)
    if (there == wanted).all():
        return
    for number, seed in enumerate(town.seeds):
        here = (posts.kind == kind) & (posts.town == number)
        staffed, shut = rows_of(here & posts.open), rows_of(here & ~posts.open)
        again = shut[: max(0, wanted - len(staffed))]
        posts.open[again] = True
        posts.filled[again] = False
        posts.vacant_until[again] = now.week
        missing = wanted - len(staffed) - len(again)
        if missing > 0:
            add_posts(posts, missing, kind, now.week, (number, seed), now.settings)
        posts.open[staffed[wanted:]] = False
        posts.filled[staffed[wanted:]] = False
    if kind == CaseworkerKind.AUTHORITY:
        _rebalance(town, now)
    else:
        c = town.citizens
        led = rows_of(c.broker >= 0)
        lose_broker(town, now, led[~posts.open[c.broker[led]]])


def _rebalance(town: Town, now: Now) -> None:
    """Move cases from closed posts, and from crowded to new ones, until no post has more than its share."""
    c, posts = town.citizens, town.posts
    count_cases(town)
    mine = posts.open & (posts.kind == CaseworkerKind.AUTHORITY)
    rows = rows_of(ON_SUPPORT_TABLE.take(c.standing) & (c.post >= 0))
    held = rows_of(c.post >= 0)
    c.post[held[~ON_SUPPORT_TABLE.take(c.standing[held])]] = -1
    there = np.bincount(posts.town[mine], minlength=town.count)
    share = -(-np.bincount(c.town[rows], minlength=town.count) // np.maximum(there, 1))
    room = np.where(mine, share[posts.town], 0)
    lot = now.draws.lottery(Decision.NEW_POST, c.luck[rows], 1)
    staying = first_in_line(c.post[rows], lot, room)
    new_caseworker(town, now, rows[~staying], Cause.CASELOAD_POLICY)
