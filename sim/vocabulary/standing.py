"""Standing: what a citizen lives of and does this week, and which moves between standings are lawful."""

from __future__ import annotations

from sim.vocabulary.words import Word


class Standing(Word):
    """Weekly standing, exportable as a DREAM-like code."""

    BENEFIT = 0, "Ydelse uden tilbud", "Benefit without offer", "On cash benefit, no offer running this week."
    SUPPORT = 1, "I støtte", "In support", "On benefit, in a support service (mentor, psychologist, treatment, advice)."
    UPSKILLING = 2, "Opkvalificering", "Upskilling", "On benefit, on a granted course aimed at a concrete job."
    ACTIVATION = 3, "Generel aktivering", "Generic activation", "On benefit, in a general activation course."
    CLARIFICATION = 4, "Afklaringspraktik", "Clarification placement", "In a placement to test oneself and find a direction."
    TRAINING = 5, "Træningspraktik", "Training placement", "In a placement to train skills, with no job in view at first."
    RECRUITMENT = 6, "Rekrutteringspraktik", "Recruitment placement", "In a placement where firm and citizen see each other for a job."
    WAGE_SUBSIDY = 7, "Løntilskud", "Wage subsidy", "Employed with a temporary wage subsidy."
    SMALL_JOB = 8, "Småjob", "Small job", "Few ordinary paid hours beside the benefit."
    FLEXJOB_WAITING = 9, "Ledighedsydelse", "Waiting for flexjob", "Granted a flexjob, without one yet."
    FLEXJOB = 10, "Fleksjob", "Flexjob", "Employed in a subsidised job with reduced hours."
    PART_TIME = 11, "Ordinær deltid", "Ordinary part-time", "Ordinary employment under 30 hours a week."
    FULL_TIME = 12, "Ordinær fuldtid", "Ordinary full-time", "Ordinary employment of 30 hours a week or more."
    EDUCATION = 13, "Uddannelse", "Education", "In ordinary education."
    RESOURCE_COURSE = 14, "Ressourceforløb", "Resource course", "On a resource course, no offer running this week."
    PENSION = 15, "Førtidspension", "Disability pension", "Granted a disability pension."
    SELF_SUPPORT = 16, "Selvforsørgelse", "Self-support", "Off benefit without known income."
    LEFT = 17, "Udgået", "Left", "Retired, moved away or died."


class Benefit(Word):
    """Which benefit carries the person: decides rules, payer and whether phases are read."""

    ACTIVITY_READY = 0, "Aktivitetsparat kontanthjælp", "Activity-ready cash benefit", "Cash benefit, not ready for a job now."
    RESOURCE_COURSE = 1, "Ressourceforløbsydelse", "Resource-course benefit", "Benefit during a resource course."
    FLEXJOB_ALLOWANCE = 2, "Ledighedsydelse", "Flexjob allowance", "Benefit while waiting for a flexjob."
    FLEXJOB_SUBSIDY = 3, "Flekslønstilskud", "Flexjob subsidy", "Wage supplement in a flexjob."
    STUDY_GRANT = 4, "SU", "Study grant", "State education grant."
    PENSION = 5, "Førtidspension", "Disability pension", "Disability pension."
    NONE = 6, "Ingen ydelse", "No benefit", "Wages or no public support."


PLACEMENTS = (Standing.CLARIFICATION, Standing.TRAINING, Standing.RECRUITMENT)
ON_SUPPORT = (
    Standing.BENEFIT, Standing.SUPPORT, Standing.UPSKILLING, Standing.ACTIVATION, *PLACEMENTS,
    Standing.WAGE_SUBSIDY, Standing.SMALL_JOB, Standing.FLEXJOB_WAITING, Standing.RESOURCE_COURSE,
)
ORDINARY_JOB = (Standing.PART_TIME, Standing.FULL_TIME)
IN_WORK = (*ORDINARY_JOB, Standing.FLEXJOB)
FINAL = (Standing.PENSION, Standing.LEFT)

_OFFERS = (
    Standing.SUPPORT, Standing.UPSKILLING, Standing.ACTIVATION, *PLACEMENTS, Standing.WAGE_SUBSIDY, Standing.SMALL_JOB,
)
_OUT = (
    Standing.FLEXJOB_WAITING, Standing.FLEXJOB, *ORDINARY_JOB, Standing.EDUCATION, Standing.RESOURCE_COURSE,
    Standing.BENEFIT, Standing.PENSION, Standing.SELF_SUPPORT, Standing.LEFT,
)
_ON_BENEFIT_MOVES = frozenset((*_OFFERS, *_OUT))

SUCCESSORS: dict[Standing, frozenset[Standing]] = {
    **dict.fromkeys(ON_SUPPORT, _ON_BENEFIT_MOVES),
    Standing.FLEXJOB: frozenset((Standing.FLEXJOB_WAITING, *ORDINARY_JOB, Standing.PENSION, Standing.LEFT)),
    Standing.PART_TIME: frozenset((Standing.FULL_TIME, Standing.BENEFIT, Standing.SELF_SUPPORT, Standing.LEFT)),
    Standing.FULL_TIME: frozenset((Standing.PART_TIME, Standing.BENEFIT, Standing.SELF_SUPPORT, Standing.LEFT)),
    Standing.EDUCATION: frozenset((*ORDINARY_JOB, Standing.BENEFIT, Standing.SELF_SUPPORT, Standing.LEFT)),
    Standing.SELF_SUPPORT: frozenset((*ORDINARY_JOB, Standing.BENEFIT, Standing.EDUCATION, Standing.LEFT)),
    Standing.PENSION: frozenset((Standing.LEFT,)),
    Standing.LEFT: frozenset(),
}
"""Which standings may follow which. Moves from any week on benefit are wide; everything else is narrow."""
