"""Words that scenario files may choose among."""

from __future__ import annotations

from sim.vocabulary.words import Word


class Handover(Word):
    """What is saved when a case changes hands."""

    NONE = 0, "Ingen", "None", "Nothing is handed over."
    FILE = 1, "Sagsakter", "File", "The file is handed over."
    PLANNED = 2, "Overleveringsmøde", "Planned", "A joint meeting of citizen, old and new caseworker, where there is an old one to meet."


class PriorityRule(Word):
    """Whom a caseworker meets first."""

    LONGEST_WAIT = 0, "Længst ventetid", "Longest wait", "Whoever was met longest ago."
    MOST_PRESSED = 1, "Tungest byrde", "Most pressed", "Whoever carries the heaviest load."
    NEAREST_WORK = 2, "Nærmest arbejde", "Nearest to work", "Whoever the caseworker sees as nearest to work."
    JUDGEMENT = 3, "Sagsbehandlerens skøn", "Caseworker's judgement", "Wait, relation and belief together."


class Order(Word):
    """In which order social help and job-directed help come."""

    STEPWISE = 0, "Trinvis", "Stepwise", "Problems first; placements when they are handled."
    PARALLEL = 1, "Parallel", "Parallel", "Both at once, except for the derailed, who get help first."
    WORK_FIRST = 2, "Praktik først", "Work first", "Placements first, whatever the load."


class OpenDoor(Word):
    """How firms are approached."""

    FRONT = 0, "Fordør", "Front door", "Schemes are sold to firms."
    BACK = 1, "Bagdør", "Back door", "A concrete person is brought to the firm."


class MentorPay(Word):
    """How a firm is paid for its mentor's time."""

    NONE = 0, "Ingen", "None", "The firm carries the cost."
    INDIVIDUAL = 1, "Individuel", "Individual", "Hours are granted case by case."
    FIXED = 2, "Fast", "Fixed", "A fixed subsidy per placement."
    POOLED = 3, "Puljet til frikøb", "Pooled release", "Hours are pooled to release an employee."


class DurationShape(Word):
    """How the chance of an answer falls with weeks on support (facts F6-F8 disagree)."""

    EARLY = 0, "Tidligt fald", "Early fall", "Falls most in the first eight months."
    LATE = 1, "Sent fald", "Late fall", "Flat until month nine, then lower."


class DurationSource(Word):
    """Why the chance of leaving falls with time: not identified by the targets."""

    DRIFT = 0, "Slid over tid", "Drift", "Time itself wears people down."
    MIDDLE = 1, "Begge", "Both", "Half of each."
    SORTING = 2, "Sortering", "Sorting", "Those who remain were further away from the start."


class IdentityFork(Word):
    """Who turns opponent and who turns client under the same stressor (S4 does not say)."""

    AGENCY = 0, "Handlekraft", "Agency", "Own wish and agency decide."
    COIN = 1, "Fast tilbøjelighed", "Chance", "A fixed personal leaning decides."


class ChangeLossSplit(Word):
    """Through what a change of caseworker hurts (not identified by the targets)."""

    BALANCED = 0, "Ligeligt", "Balanced", "Trust, knowledge and standstill alike."
    TRUST = 1, "Tillid", "Trust", "Mostly lost trust."
    KNOWLEDGE = 2, "Viden", "Knowledge", "Mostly lost knowledge."
    STANDSTILL = 3, "Stilstand", "Standstill", "Mostly a standing case."
