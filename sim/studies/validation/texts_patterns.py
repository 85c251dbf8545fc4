"""What each check asks, in words; and why a target or a check that is missed is missed, where that is known."""

from __future__ import annotations

ASKS: dict[str, str] = {
    "1": "No single path: phases are no first-order Markov chain of equal rates (dwell, returns: 1 in a chain), paths into jobs differ, many progress without a job, some jobs come without progress first.",
    "2": "Among those who get a job, the first upward turn comes before the first contact with the hiring workplace in most; the lag is widely spread (lower quartile under 13 weeks, upper over 52).",
    "3a": "In S4-like samples of 24, fixed traits do not part full time from part time and flexjob better than chance.",
    "3b": "In all activity-ready, what citizens and caseworkers answer ranks later jobs better than fixed traits do; the caseworker's belief is among the two strongest; traits are not worthless.",
    "4": "S4's keyhole: 17 full time, 2 part time, 5 flexjob is no unusual draw; network and jobcentre are the two commonest ways in; turning points are several.",
    "5": "A lost good caseworker costs more than a lost poor one (nearness to work half a year on); a planned handover saves most of it.",
    "6a": "Placements without prospect and purpose breed setback and opposition; with them, less.",
    "6b": "Derailed citizens met with demands alone get worse; met with the pressing problem first, they turn.",
    "7": "Odense: the job mentors' 55 and the 121 in all, each within 15 %; October below plan, November and December steep, January and February nearly flat.",
    "9a": "Ablation: with the loss at a change off, a change of caseworker costs next to nothing.",
    "9b": "Ablation: with no differences between workplaces, who wears out and who does not is chance.",
    "9c": "Ablation: with identical caseworkers, their citizens' job starts differ no more than chance makes them (variance over mean, 1 is chance).",
    "10": "Known from elsewhere: generic activation and sanctions leave jobs about unchanged (within 10 %); parallel effort beats stepwise.",
    "face conservation": "Nobody appears or vanishes: stocks change by what comes and goes, every week, and every table keeps the laws of the record.",
    "face no way in": "With no offers, no leads and no openings, nobody comes from benefit into ordinary work by those ways.",
    "face all at once": "A caseload of ten against one of a thousand: more meetings, less strain, more trust.",
    "face no change": "With no turnover and no reassignment no case changes hands for those reasons.",
}
"""The questions, by key of the finding."""

LEAD: tuple[str, ...] = (
    "What the model was fitted to, what it was not, and where it misses. A hit on a fitted target proves nothing; a miss is explained, not hidden.",
)
LIMITS: tuple[str, ...] = (
    "Only the fifteen fitted settings and two structure switches vary over the accepted set. The other settings keep the catalogue's values there; what they could change is the business of the sensitivity studies.",
    "Conclusions about support services, personal mentors, disclosure, wear at workplaces and the network's part in self-worth rest on priors only: no target speaks of them.",
    "Published effects of other research quoted in S4 are never fitted. They are kept as tests of the frozen model.",
    "Error in what citizens and caseworkers answer is a guess (seven tenths of the spread of an answer is real); with perfect answers the panel would adjust better and T9 would come out smaller.",
    "Delay of registration in Odense is a guess (mean three weeks); the source says that there was one, not how long.",
    "Bands come from judgement; no source gave a standard error.",
)

WHY: dict[str, str] = {}
"""Explanations of misses, by key of target or check."""
