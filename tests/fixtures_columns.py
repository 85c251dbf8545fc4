"""What must hold of the columns of a town at the end of a week, whatever happened in it."""

from __future__ import annotations

import numpy as np

from sim.population.citizens import Citizens
from sim.population.surroundings import Firms, Outsiders, Posts
from sim.population.town import Town
from sim.processes.now import Now
from sim.vocabulary import (
    IN_WORK,
    ON_SUPPORT,
    PLACEMENTS,
    Agency,
    Benefit,
    CaseStage,
    CaseworkerKind,
    Channel,
    Disposition,
    Identity,
    Occupation,
    Phase,
    Sector,
    Service,
    Standing,
    TieKind,
    Word,
)

SEATS = (*PLACEMENTS, Standing.WAGE_SUBSIDY, Standing.SMALL_JOB)


def employer(town: Town) -> np.ndarray:
    """The workplace of each tie's person, -1 for none; by place and citizen."""
    to = town.citizens.tie_to
    return (
        np.where(to >= 0, town.outsiders.firm[np.maximum(to, 0)], -1) if town.outsiders.rows else np.full(to.shape, -1)
    )


def broken(town: Town, now: Now) -> list[str]:
    """Everything about the columns that is not as it must be at the end of a week."""
    c, firms, posts = town.citizens, town.firms, town.posts
    said = [
        f"{table}.{name} out of range"
        for table in ("citizens", "posts", "firms", "outsiders")
        for name in getattr(town, table).out_of_range()
    ]
    said += [f"{table.__name__}.{name} holds no word" for table, name in strange_words(town)]
    here = c.present
    standing = c.standing
    seat = here & (c.firm >= 0) & (c.waiting_start | (c.at_work & np.isin(standing, SEATS)))
    running = np.bincount(c.firm[seat], minlength=firms.rows)
    if (running != firms.running).any():
        said.append(f"running {firms.running.tolist()} but {running.tolist()} seats held")
    checks = {
        "at work without a work standing": here & c.at_work & ~np.isin(standing, [*SEATS, *IN_WORK]),
        "a work standing without being at work": here & ~c.at_work & np.isin(standing, [*SEATS, *IN_WORK]),
        "at work and waiting to start": here & c.at_work & c.waiting_start,
        "a firm without work or waiting": here & (c.firm >= 0) & ~c.at_work & ~c.waiting_start,
        "a placement outside town": here & (c.firm < 0) & np.isin(standing, SEATS),
        "waiting for a start off support": here & c.waiting_start & ~np.isin(standing, ON_SUPPORT),
        "on support without a caseworker": here & (c.post < 0) & np.isin(standing, ON_SUPPORT),
        "a caseworker off support": here & (c.post >= 0) & ~np.isin(standing, ON_SUPPORT),
        "a broker neither on support nor in work": here & (c.broker >= 0) & ~np.isin(standing, [*ON_SUPPORT, *IN_WORK]),
        "a service off support": here & (c.service > 0) & ~np.isin(standing, ON_SUPPORT),
        "wages and a benefit": here
        & np.isin(standing, [Standing.PART_TIME, Standing.FULL_TIME])
        & (c.benefit != Benefit.NONE),
        "a flexjob without its subsidy": here & (standing == Standing.FLEXJOB) & (c.benefit != Benefit.FLEXJOB_SUBSIDY),
        "waiting for a flexjob without the allowance": here
        & (standing == Standing.FLEXJOB_WAITING)
        & (c.benefit != Benefit.FLEXJOB_ALLOWANCE),
        "education without a grant": here & (standing == Standing.EDUCATION) & (c.benefit != Benefit.STUDY_GRANT),
        "benefit standing on another benefit": here
        & (standing == Standing.BENEFIT)
        & (c.benefit != Benefit.ACTIVITY_READY),
        "a course standing on another benefit": here
        & (standing == Standing.RESOURCE_COURSE)
        & (c.benefit != Benefit.RESOURCE_COURSE),
        "support without a benefit": here & np.isin(standing, ON_SUPPORT) & ~np.isin(c.benefit, [0, 1, 2]),
        "ties miscounted": here & (now.week % 4 == 0) & (c.ties != (c.tie_kind > 0).sum(axis=0)),
        "a tie to someone at work forgotten": here
        & ((c.tie_kind > 0) & (c.tie_works != (employer(town) >= 0))).any(axis=0),
        "a tie to nobody of the town": here & ((c.tie_to >= town.outsiders.rows) | (c.tie_to < -1)).any(axis=0),
    }
    said += [
        f"{what}: rows {np.flatnonzero(rows)[:5].tolist()}, standing {standing[rows][:5].tolist()}"
        for what, rows in checks.items()
        if rows.any()
    ]
    if len(np.unique(c.citizen[here])) != np.count_nonzero(here):
        said.append("two rows for one citizen")
    if (firms.openings < 0).any() or (firms.running < 0).any() or (posts.cases < 0).any():
        said.append("a negative count")
    return [f"week {now.week}: {what}" for what in said]


WORDS: dict[type, dict[str, type[Word]]] = {
    Citizens: {
        "trade": Occupation,
        "wish": Occupation,
        "hidden_strength": Occupation,
        "agency": Agency,
        "identity": Identity,
        "standing": Standing,
        "benefit": Benefit,
        "phase": Phase,
        "case_stage": CaseStage,
        "service": Service,
        "queue": Service,
        "kind": Standing,
        "channel": Channel,
        "tie_kind": TieKind,
    },
    Posts: {"kind": CaseworkerKind},
    Firms: {"sector": Sector, "occupation": Occupation, "disposition": Disposition},
    Outsiders: {},
}


def strange_words(town: Town) -> list[tuple[type, str]]:
    tables = (town.citizens, town.posts, town.firms, town.outsiders)
    return [
        (type(table), name)
        for table in tables
        for name, words in WORDS[type(table)].items()
        if not np.isin(getattr(table, name), list(words)).all()
    ]
