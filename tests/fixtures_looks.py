"""Looks at a town at the end of a week: means of states, shares and queues, one number per town."""

# ruff: noqa: ARG001, ARG005  # all looks have one shape, whether they ask for the week or not

from __future__ import annotations

import numpy as np

from sim.population.town import Town, on_support
from sim.processes.now import Now
from sim.processes.workplace import strain
from sim.vocabulary import (
    IN_WORK,
    ON_SUPPORT,
    ORDINARY_JOB,
    PLACEMENTS,
    CaseworkerKind,
    Channel,
    Identity,
    Problem,
    Sector,
    Service,
    Standing,
    TieKind,
)
from tests.fixtures_model import By, Look, mean_over

FEW_PAID_HOURS = (Standing.SMALL_JOB, Standing.FLEXJOB, Standing.PART_TIME)


def _supported(name: str) -> Look:
    return lambda town, now: mean_over(town, getattr(town.citizens, name), on_support(town.citizens))


def _kind(name: str, kind: int, *, anxious: bool = False) -> Look:
    def look(town: Town, now: Now) -> By:
        c = town.citizens
        return mean_over(town, getattr(c, name)[kind], on_support(c) & (c.anxious if anxious else True))

    return look


def _standing_in(name: str, *standings: Standing) -> Look:
    def look(town: Town, now: Now) -> By:
        c = town.citizens
        return mean_over(town, getattr(c, name), np.isin(c.standing, standings))

    return look


def _share(*standings: Standing) -> Look:
    return lambda town, now: mean_over(town, np.isin(town.citizens.standing, standings), town.citizens.present)


def trust_after_change(town: Town, now: Now) -> By:
    c = town.citizens
    return mean_over(town, c.trust, (now.week - c.changed < 8) & (c.post >= 0) & on_support(c))


def knowledge_after_change(town: Town, now: Now) -> By:
    c = town.citizens
    return mean_over(town, c.knowledge, (now.week - c.changed < 8) & (c.post >= 0) & on_support(c))


def spread_between_posts(town: Town, now: Now) -> By:
    """The standard deviation of posts' mean trust, by town."""
    c = town.citizens
    rows = np.flatnonzero(on_support(c) & (c.post >= 0))
    count = np.bincount(c.post[rows], minlength=town.posts.rows)
    total = np.bincount(c.post[rows], weights=c.trust[rows], minlength=town.posts.rows)
    means = total / np.maximum(count, 1)
    full = count >= 5
    return np.array(
        [
            means[full & (town.posts.town == t)].std() if (full & (town.posts.town == t)).any() else np.nan
            for t in range(town.count)
        ]
    )


def belief_gap(town: Town, now: Now) -> By:
    """How far citizens who trust their caseworker are from the caseworker's belief in them."""
    c = town.citizens
    return mean_over(town, np.abs(c.belief - c.caseworker_belief), on_support(c) & (c.trust > 0.4))


def favour(town: Town, now: Now) -> By:
    """How much more those in placements or with a start in view were believed in than those on support on the whole."""
    c = town.citizens
    chosen = np.isin(c.standing, PLACEMENTS) | c.waiting_start
    return mean_over(town, c.caseworker_belief, chosen & (c.channel == Channel.JOBCENTRE)) - mean_over(
        town, c.caseworker_belief, on_support(c)
    )


def strain_at_work(town: Town, now: Now) -> By:
    c = town.citizens
    rows = np.arange(c.rows)
    return mean_over(town, strain(town, now, rows), c.at_work)


def paid_strain(town: Town, now: Now) -> By:
    c = town.citizens
    return mean_over(town, strain(town, now, np.arange(c.rows)), np.isin(c.standing, FEW_PAID_HOURS))


def capacity(town: Town, now: Now) -> By:
    return np.bincount(
        town.firms.town, weights=town.firms.capacity - town.firms.capacity_base, minlength=town.count
    ) / np.maximum(np.bincount(town.firms.town, minlength=town.count), 1)


def capacity_spread(town: Town, now: Now) -> By:
    return np.array([town.firms.capacity[town.firms.town == t].std() for t in range(town.count)])


def caseworker_strain(town: Town, now: Now) -> By:
    mine = town.posts.open & (town.posts.kind == CaseworkerKind.AUTHORITY)
    count = np.bincount(town.posts.town[mine], minlength=town.count)
    return np.bincount(town.posts.town[mine], weights=town.posts.strain[mine], minlength=town.count) / np.maximum(
        count, 1
    )


def with_mentor(town: Town, now: Now) -> By:
    c = town.citizens
    return mean_over(town, c.mentor_until >= now.week, c.present)


def mentor_in_job(town: Town, now: Now) -> By:
    """Share of those in work whom a broker or a personal mentor still comes to see."""
    c = town.citizens
    until = np.maximum(c.follow_up_until, c.mentor_until)
    return mean_over(town, until >= now.week, np.isin(c.standing, IN_WORK))


def wished(town: Town, now: Now) -> By:
    c, firms = town.citizens, town.firms
    placed = np.isin(c.standing, PLACEMENTS) & (c.firm >= 0)
    return mean_over(town, firms.occupation[np.maximum(c.firm, 0)] == c.wish, placed)


def municipal(town: Town, now: Now) -> By:
    c, firms = town.citizens, town.firms
    return mean_over(
        town, firms.sector[np.maximum(c.firm, 0)] == Sector.MUNICIPAL, np.isin(c.standing, PLACEMENTS) & (c.firm >= 0)
    )


def municipal_by_jobcentre(town: Town, now: Now) -> By:
    c, firms = town.citizens, town.firms
    sent = np.isin(c.standing, PLACEMENTS) & (c.firm >= 0) & (c.channel == Channel.JOBCENTRE)
    return mean_over(town, firms.sector[np.maximum(c.firm, 0)] == Sector.MUNICIPAL, sent)


def competence_where_mental(town: Town, now: Now) -> By:
    """Social-professional competence of the workplaces where those with a mental illness are placed."""
    c, firms = town.citizens, town.firms
    there = np.isin(c.standing, PLACEMENTS) & (c.firm >= 0) & c.chronic_mental
    return mean_over(town, firms.competence[np.maximum(c.firm, 0)], there)


def attendance_when_forced(town: Town, now: Now) -> By:
    """Attendance of those in a placement that has neither purpose nor prospect."""
    c = town.citizens
    there = np.isin(c.standing, PLACEMENTS) & c.at_work & ~c.prospect & (c.purpose < 0.45)
    return mean_over(town, c.attendance, there)


def queue_length(town: Town, now: Now) -> By:
    c = town.citizens
    return mean_over(town, c.queue != Service.NONE, on_support(c))


def team_queue(town: Town, now: Now) -> By:
    c = town.citizens
    return mean_over(town, c.case_stage == 2, on_support(c))


def weeks_since_met(town: Town, now: Now) -> By:
    c = town.citizens
    return mean_over(town, np.minimum(now.week - c.met, 104), on_support(c) & (c.post >= 0))


def colleagues(town: Town, now: Now) -> By:
    c = town.citizens
    return mean_over(town, (c.tie_kind == TieKind.COLLEAGUE).sum(axis=0), c.present)


LOOKS: dict[str, Look] = {
    **{
        name: _supported(name)
        for name in (
            "trust",
            "knowledge",
            "caseworker_belief",
            "belief",
            "self_worth",
            "coping",
            "direction",
            "health",
            "load",
            "room",
            "drive",
            "momentum",
            "guidance",
            "net_support",
            "net_help",
            "net_leads",
            "ties",
            "best_match",
            "rejections",
            "skill",
            "usual_change",
        )
    },
    **{f"leaning_{word.key}": _kind("leaning", word) for word in Identity},
    **{f"problem_{word.key}": _kind("problem", word) for word in Problem},
    "mental_of_the_anxious": _kind("problem", Problem.MENTAL, anxious=True),
    **{
        f"placed_{name}": _standing_in(name, *PLACEMENTS)
        for name in (
            "purpose", "direction", "accommodated", "fit_to", "fit_in", "extensions", "firm_mentor", "attendance",
            "disclosed",
        )
    },
    **{f"work_{name}": _standing_in(name, *IN_WORK) for name in ("self_worth", "belief", "fit_in", "accommodated")},
    **{f"share_{word.key}": _share(word) for word in Standing},
    "paid_task_load": _standing_in("task_load", *FEW_PAID_HOURS),
    "share_in_work": _share(*IN_WORK),
    "share_in_ordinary_work": _share(*ORDINARY_JOB),
    "share_placed": _share(*PLACEMENTS),
    "share_on_support": _share(*ON_SUPPORT),
    **{
        look.__name__: look
        for look in (
            trust_after_change,
            knowledge_after_change,
            spread_between_posts,
            belief_gap,
            favour,
            strain_at_work,
            paid_strain,
            capacity,
            capacity_spread,
            caseworker_strain,
            with_mentor,
            mentor_in_job,
            wished,
            municipal,
            municipal_by_jobcentre,
            competence_where_mental,
            attendance_when_forced,
            queue_length,
            team_queue,
            weeks_since_met,
            colleagues,
        )
    },
}
