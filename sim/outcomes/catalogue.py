"""Every measure by name: what it is called, its unit, which way is better, and what exactly it counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from sim.outcomes.durations import YEAR
from sim.outcomes.persons import HORIZONS
from sim.outcomes.placements import KINDS
from sim.record.schema import STATES
from sim.vocabulary import Family, Phase

Better = Literal[-1, 0, 1]

LASTING_HORIZONS = (104, 156, 260)
RETURNS = (26, 52, 104)
_COHORT = "Among those on public support in week 0."
_STATE_NAMES = {
    "self_worth": ("selvværd", "self-worth"), "belief": ("tro på job", "belief in getting a job"),
    "coping": ("mestring", "coping"), "health": ("helbred", "health"), "direction": ("retning", "direction"),
    "nearness": ("nærhed til arbejdsmarkedet", "nearness to work"),
}


@dataclass(frozen=True)
class Measure:
    """One measure. ``better`` is 1 when more of it is better, -1 when less is, 0 when neither is said.

    ``family`` groups measures in tables; ``headline`` marks the few that a brief opens with and the stopping rule
    watches; ``town`` marks measures of the whole town, which have no value for other groups. Shares lie in 0-1.
    """

    key: str
    da: str
    en: str
    unit: str
    better: Better
    family: str
    headline: bool
    meaning: str
    town: bool = False


def _one(
    key: str, da: str, en: str, unit: str, better: Better, family: str, meaning: str, mark: str = "",
) -> Measure:
    return Measure(key, da, en, unit, better, family, mark == "headline", meaning, mark == "town")


def _at_horizons() -> Iterator[Measure]:
    for week in HORIZONS:
        after = f"efter {week} uger", f"after {week} weeks"
        yield _one(f"job_{week}", f"Ordinært job {after[0]}", f"Ordinary job {after[1]}", "share", 1, "job",
                   f"{_COHORT} Share in ordinary work, part-time or full-time, in week {week} of the run.")
        yield _one(f"paid_{week}", f"Løntimer {after[0]}", f"Any paid hours {after[1]}", "share", 1, "job",
                   f"{_COHORT} Share with ordinary paid hours: small job, flexjob, part-time or full-time.")
        yield _one(f"flexjob_{week}", f"Fleksjob {after[0]}", f"Flexjob {after[1]}", "share", 1, "job",
                   f"{_COHORT} Share employed in a flexjob.")
        yield _one(f"hours_{week}", f"Løntimer om ugen {after[0]}", f"Paid hours a week {after[1]}", "hours a week", 1,
                   "hours", f"{_COHORT} Mean weekly paid hours, those without any counted as 0.")
        yield _one(f"education_{week}", f"I uddannelse {after[0]}", f"In education {after[1]}", "share", 1, "education",
                   f"{_COHORT} Share in ordinary education.")
        yield _one(f"pension_{week}", f"Førtidspension {after[0]}", f"Disability pension {after[1]}", "share", 0,
                   "pension", f"{_COHORT} Share on disability pension; right for some, so neither good nor bad.")
    for week in LASTING_HORIZONS:
        yield _one(f"lasting_job_{week}", f"Varigt job inden {week} uger", f"Lasting job within {week} weeks", "share",
                   1, "job", f"{_COHORT} Share who within {week} weeks completed 12 unbroken months (52 weeks) of "
                   "ordinary work, across employers.")


def _jobs() -> Iterator[Measure]:
    yield _one("lasting_job", "Varigt job i perioden", "Lasting job within the run", "share", 1, "job",
               f"{_COHORT} Share who completed 12 unbroken months (52 weeks) of ordinary work, across employers.",
               "headline")
    yield _one("lasting_work", "Varigt job eller fleksjob", "Lasting job or flexjob", "share", 1, "job",
               f"{_COHORT} As lasting job, with weeks in a flexjob counted too.")
    yield _one("weeks_to_job", "Uger til første job", "Weeks to the first job", "weeks", -1, "time",
               f"{_COHORT} Mean weeks until the first ordinary job, those without one counted with the whole run.")
    yield _one("weeks_to_job_winners", "Uger til job, for dem, der fik et", "Weeks to a job, winners", "weeks",
               -1, "time",
               f"{_COHORT} Mean weeks until the first ordinary job among those who got one.")
    yield _one("job_kept", "Job, der holdt i 12 måneder", "Jobs kept for 12 months", "share", 1, "time",
               "Of exits from support to ordinary work at least a year before the end: 12 unbroken months in work.")
    yield _one("job_lost_early", "Job, der gik tabt i måned 1-3", "Jobs lost in months 1-3", "share", -1, "time",
               "Of the same exits: out of ordinary work within 13 weeks.")
    yield _one("job_lost_late", "Job, der gik tabt i måned 4-12", "Jobs lost in months 4-12", "share", -1, "time",
               "Of the same exits: out of ordinary work after 13 weeks and before 52.")
    for week in RETURNS:
        yield _one(f"return_{week}", f"Tilbage på ydelse inden {week} uger", f"Back on support within {week} weeks",
                   "share", -1, "time", "Of exits from support to work, education or self-support that could be "
                   f"followed so long: on support again within {week} weeks.")
    yield _one("weeks_job", "Uger i ordinært job", "Weeks in ordinary work", "weeks", 1, "self_support",
               f"{_COHORT} Mean weeks in ordinary work.", "headline")
    yield _one("weeks_self_supporting", "Uger som selvforsørgende", "Weeks self-supporting", "weeks", 1, "self_support",
               f"{_COHORT} Mean weeks in ordinary work or off benefit without known income.")
    yield _one("weeks_support", "Uger på offentlig forsørgelse", "Weeks on public support", "weeks", -1, "self_support",
               f"{_COHORT} Mean weeks on support (flexjob and pension not counted).")
    yield _one("hours_paid", "Løntimer i alt", "Paid hours in all", "hours", 1, "hours",
               f"{_COHORT} Mean paid hours over the run.")


def _pathways() -> Iterator[Measure]:
    better: dict[Phase, Better] = {
        Phase.PROGRESSION: 1, Phase.STAGNATION: -1, Phase.SETBACK: -1, Phase.DERAILMENT: -1, Phase.IN_WORK: 1}
    for phase in Phase:
        yield _one(f"phase_{phase.key}", f"Tid i {phase.da.lower()}", f"Time in {phase.en.lower()}", "share",
                   better.get(phase, 0), "phase", f"Share of all citizen-weeks spent in the phase: {phase.meaning}",
                   "headline" if phase is Phase.PROGRESSION else "")
    moving = [phase for phase in Phase if phase is not Phase.OUTSIDE]
    for phase in moving:
        yield _one(f"dwell_{phase.key}", f"Varighed af {phase.da.lower()}", f"Stay in {phase.en.lower()}", "weeks", 0,
                   "phase", "Weeks in the phase per departure from it: the mean stay, cut-off stays allowed for.")
    for start in moving:
        for goal in Phase:
            if goal is not start:
                yield _one(f"rate_{start.key}_{goal.key}", f"Fra {start.da.lower()} til {goal.da.lower()}",
                           f"From {start.en.lower()} to {goal.en.lower()}", "moves a year", 0, "moves",
                           f"Moves per year spent in {start.key}.")
    for layer, da, en in (("phase", "faser", "phases"), ("standing", "situationer", "standings")):
        yield _one(f"entropy_{layer}", f"Entropi, {da}", f"Entropy, {en}", "index", 0, "pathway",
                   f"{_COHORT} Mean entropy of single pathways: 0 one state only, 1 equal time in all.")
        yield _one(f"turbulence_{layer}", f"Turbulens, {da}", f"Turbulence, {en}", "index", 0, "pathway",
                   f"{_COHORT} Mean turbulence (Elzinga) of single pathways; 1 for one that never changes.")


def _wellbeing() -> Iterator[Measure]:
    for state in STATES:
        da, en = _STATE_NAMES[state]
        yield _one(f"{state}_change", f"Ændring i {da}", f"Change in {en}", "score", 1, "wellbeing",
                   f"{_COHORT} Mean change from the start to the end of the citizen's time in the run; scale 0-1.",
                   "headline" if state == "self_worth" else "")


def _meetings_and_turns() -> Iterator[Measure]:
    for family in Family:
        yield _one(f"turning_{family.key}", f"Mulige vendepunkter: {family.da.lower()}",
                   f"Candidate turning points: {family.en.lower()}", "per year",
                   -1 if family is Family.DOWNWARD else 1, "turning", "Candidate events per citizen and year present.")
    yield _one("turned_up", "Mulige vendepunkter opad, der vendte", "Upward ones that turned", "share", 1, "turning",
               "Of upward candidates that could be followed: the phase got better within 13 weeks and held for 13.")
    yield _one("turned_down", "Mulige vendepunkter nedad, der vendte", "Downward ones that turned", "share",
               -1, "turning",
               "Of downward candidates that could be followed: the phase got worse within 13 weeks and held for 13.")
    yield _one("caseworker_changes", "Skift af sagsbehandler", "Changes of caseworker", "per year", -1, "casework",
               "Changes per citizen and year present.")
    yield _one("caseworker_changed_78", "Mindst ét skift på 18 måneder", "At least one change in 18 months", "share",
               -1, "casework", f"{_COHORT} Share with a new caseworker, whatever the cause, in the first 78 weeks.")
    yield _one("meetings", "Samtaler", "Meetings", "per year", 1, "casework", "Per citizen and year present.")
    yield _one("weeks_waiting", "Uger med ventetid", "Weeks waiting", "per year", -1, "casework",
               "Weeks waiting for support, a decision or a start, per citizen and year present.")
    yield _one("meetings_gini", "Ulighed i samtaler", "Inequality of meetings", "index", 0, "attention",
               f"{_COHORT} Gini coefficient of meetings per week present: 0 all alike, 1 one gets all.")
    yield _one("meetings_top_fifth", "Samtaler til den mest sete femtedel", "Meetings to the most seen fifth", "share",
               0, "attention", f"{_COHORT} Share of all meetings that went to the fifth who had most.")
    yield _one("meetings_none", "Ingen samtaler", "No meeting at all", "share", -1, "attention",
               f"{_COHORT} Share who had no meeting in the run.")


def _placements() -> Iterator[Measure]:
    for kind in KINDS:
        yield _one(f"begun_{kind.key}", f"{kind.da} begyndt", f"{kind.en} begun", "per year", 0, "placements",
                   "Stays begun per citizen and year present.")
    yield _one("placements_hired", "Praktikker, der endte i job", "Placements ending in a job", "share", 1,
               "placements",
               "Of placements ended.")
    yield _one("placements_ran_out", "Praktikker, der udløb uden job", "Placements run out without a job", "share", -1,
               "placements", "Of placements ended: they ran their time, and the firm said no or had no post.")
    yield _one("placements_broken_off", "Praktikker, der blev afbrudt", "Placements broken off", "share", -1,
               "placements",
               "Of placements ended: for health, by the citizen, by the firm, or because the firm closed.")
    yield _one("no_offer_65", "Intet tilbud i 65 uger", "No offer in 65 weeks", "share", -1, "placements",
               "Of those on support through the first 65 weeks: no activation, course, placement or wage subsidy.")


def _town() -> Iterator[Measure]:
    yield _one("inclusion_capacity", "Virksomhedernes rummelighed", "Firms' inclusion capacity", "score", 1, "firms",
               "Mean over firms and weeks.", "town")
    yield _one("inclusion_capacity_end", "Rummelighed til sidst", "Inclusion capacity at the end", "score", 1, "firms",
               "Mean over firms in the last 13 weeks.", "town")
    yield _one("firms_closed", "Virksomheder, der siger nej", "Firms that say no", "share", -1, "firms",
               "Share of firm-weeks with capacity too low for a placement.", "town")
    yield _one("caseload", "Sager pr. sagsbehandler", "Cases per caseworker", "cases", -1, "casework",
               "Mean over weeks and filled posts.", "town")
    yield _one("burnt_out", "Udbrændte sagsbehandlere", "Burnt-out caseworkers", "share", -1, "casework",
               "Share of caseworker-weeks.", "town")
    for queue, da, en in (("support", "støtte", "support"), ("team", "rehabiliteringsteam", "the rehabilitation team"),
                          ("start", "at et tilbud begynder", "an offer to start")):
        yield _one(f"waiting_{queue}", f"Venter på {da}", f"Waiting for {en}", "citizens", -1, "casework",
                   "Mean number over weeks.", "town")
    payers = (("municipality", "kommune", "municipality"), ("state", "stat", "state"), ("region", "region", "region"))
    for payer, da, en in payers:
        yield _one(f"cost_{payer}", f"Udgift, {da}", f"Expense, {en}", "kr. a citizen and year", -1, "cost",
                   "Budget economy, net of income from tax and refund, 2016 prices, per citizen and year present.",
                   "town")
    yield Measure("cost_public", "Offentlig udgift", "Public expense", "kr. a citizen and year", -1, "cost",
                  headline=True, meaning="Municipality, state and region together; budget economy, 2016 prices.",
                  town=True)
    yield _one("cost_firm", "Udgift, virksomheder", "Expense, firms", "kr. a citizen and year", -1, "cost",
               "Time of mentors and of colleagues who receive newcomers, less what is paid for it; no wages.",
               "town")
    yield _one("income_citizen", "Borgernes indkomst", "Citizens' income", "kr. a citizen and year", 1, "cost",
               "Benefits and wages after tax, per citizen and year present, 2016 prices.", "town")


MEASURES: tuple[Measure, ...] = (
    *_jobs(), *_at_horizons(), *_pathways(), *_wellbeing(), *_meetings_and_turns(), *_placements(), *_town(),
)
"""All measures, in the order in which tables show them."""

LONGER_THAN: Mapping[str, int] = MappingProxyType({"lasting_job": YEAR, "lasting_work": YEAR})
"""Weeks a run must be longer than, before anybody can have done what the measure counts: whoever is on support in week
0 begins work in week 1 at the earliest."""

HEADLINES: tuple[str, ...] = tuple(measure.key for measure in MEASURES if measure.headline)

BY_KEY: dict[str, Measure] = {measure.key: measure for measure in MEASURES}

assert len(BY_KEY) == len(MEASURES), "two measures share a key"
