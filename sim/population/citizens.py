"""Citizens: who they are, how they are, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from sim.population.columns import F32, I16, I32, NEVER, U8, U16, U32, U64, Bool, Columns, column, share
from sim.vocabulary import Benefit, Phase, Service, Standing

TIES = 12
"""Places for ties per citizen."""
TREND_WEEKS = 13
"""Weeks over which the trend of nearness is read."""

_WEEK = "week number"


@dataclass
class Citizens(Columns):
    """One row per person in the model. Rows are used again after someone has left; ``citizen`` never is."""

    # who
    citizen: U32 = column("uint32", "number", "Number by order of entry; the high byte is the town.")
    town: U8 = column("uint8", "town", "Which of the towns side by side.")
    present: Bool = column("bool", "yes/no", "The row holds someone; free rows are used again.")
    luck: U64 = column("uint64", "key", "Keys the person's draws.")
    entered: I16 = column("int16", _WEEK, "Week of entry.", NEVER)
    born: F32 = column("float32", _WEEK, "Week of birth (negative).", -2000.0)
    female: Bool = column("bool", "yes/no", "Woman.")
    children: U8 = column("uint8", "children", "Children at home.", 0, 0, 12)
    partner_income: Bool = column("bool", "yes/no", "A partner earns.")
    language: F32 = share("Command of Danish.", 1.0)
    trained: Bool = column("bool", "yes/no", "Has vocational training.")
    trade: U8 = column("uint8", "Occupation", "Occupation trained for or worked in.")
    wish: U8 = column("uint8", "Occupation", "Occupation wished for.")
    hidden_strength: U8 = column("uint8", "Occupation", "Occupation with an unexpected strength.")
    chronic_mental: Bool = column("bool", "yes/no", "Psychiatric diagnosis.")
    chronic_pain: Bool = column("bool", "yes/no", "Musculoskeletal disorder.")
    chronic_other: Bool = column("bool", "yes/no", "Other chronic condition.")
    anxious: Bool = column("bool", "yes/no", "Anxious in new relations.")
    over_committer: Bool = column("bool", "yes/no", "Tends to take on too much.")
    accommodation_need: F32 = share("Need for accommodations at work.")
    hours_possible: F32 = column("float32", "hours a week", "Weekly hours possible in good health.", 37.0, 0.0, 37.0)
    sociability: F32 = share("Social ease.")
    skill: F32 = share("General working skill.")
    self_worth_base: F32 = share("Lasting level of self-worth.", 0.5)
    belief_base: F32 = share("Lasting level of belief.", 0.5)
    coping_base: F32 = share("Lasting level of coping.", 0.5)
    fork: F32 = share("Fixed leaning, client to opponent.", 0.5)
    cell: U8 = column(
        "uint8",
        "bits",
        "Group marks at week 0 or entry: under 30, resource course, woman, mental, untrained.",
        0,
        0,
        31,
    )
    # how
    problem: F32 = column("float32", "severity 0-1", "Severity of each problem.", 0.0, 0.0, 1.0, 6)
    problem_floor: F32 = column("float32", "severity 0-1", "Chronic level of each problem.", 0.0, 0.0, 1.0, 6)
    coping: F32 = share("Coping with everyday life and health.", 0.5)
    self_worth: F32 = share("Self-worth.", 0.5)
    belief: F32 = share("Belief in getting a job.", 0.5)
    direction: F32 = share("Direction.", 0.3)
    health: F32 = share("Health, from pain, mental illness and substance use.", 1.0)
    load: F32 = column("float32", "sum of severities", "Load of all problems.", 0.0, 0.0, 6.0)
    room: F32 = share("Room to move: how far coping and support exceed load.", 0.5)
    orientation: F32 = column("float32", "0-1", "Five motivation orientations.", 0.4, 0.0, 1.0, 5)
    leaning: F32 = column("float32", "0-1", "Leaning toward co-creator, client, opponent.", 0.2, 0.0, 1.0, 3)
    drive: F32 = share("Power to act (agency as a score).", 0.4)
    agency: U8 = column("uint8", "Agency", "Agency read off.", 1)
    identity: U8 = column("uint8", "Identity", "Strongest leaning.", 1)
    usual_change: F32 = column("float32", "0-1 a week", "Usual weekly change of inner states.", 0.003, 0.0, 1.0)
    inner_trend: F32 = column(
        "float32", "0-1 a week", "Recent weekly change of self-worth and belief together.", 0.0, -2.0, 2.0
    )
    overload_weeks: U8 = column("uint8", "weeks", "Weeks in a row with overload.")
    rejections: F32 = column("float32", "recent rejections", "Rejections, fading.", 0.0, 0.0, 500.0)
    # where
    standing: U8 = column("uint8", "Standing", "Standing this week.", Standing.LEFT)
    standing_since: I16 = column("int16", _WEEK, "Week the standing began.", NEVER)
    benefit: U8 = column("uint8", "Benefit", "Benefit this week.", Benefit.NONE)
    benefit_since: I16 = column("int16", _WEEK, "Week the benefit began.", NEVER)
    phase: U8 = column("uint8", "Phase", "Phase read off.", Phase.OUTSIDE)
    phase_since: I16 = column("int16", _WEEK, "Week the phase began.", NEVER)
    nearness: F32 = share("Nearness to work (read-out).")
    nearness_past: F32 = column("float32", "0-1", "Nearness in the last weeks.", 0.0, 0.0, 1.0, TREND_WEEKS)
    support_weeks: I16 = column("int16", "weeks", "Weeks on public support in life.", 0, 0)
    benefit_weeks: I16 = column("int16", "weeks", "Weeks on support in the current spell.", 0, 0)
    jobless_weeks: I16 = column("int16", "weeks", "Weeks since the last job.", 0, 0)
    # the case
    post: I32 = column("int32", "post", "Caseworker's post, -1 none.", -1)
    trust: F32 = share("Trust in the caseworker.")
    trust_before: F32 = share("Trust in the previous caseworker when it ended.")
    knowledge: F32 = share("Caseworker's knowledge of the case.")
    caseworker_belief: F32 = share("Caseworker's belief in the citizen.", 0.4)
    guidance: F32 = share("Plan made with the caseworker for applying for jobs or an education, fading.")
    met: I16 = column("int16", _WEEK, "Week of the last meeting.", NEVER)
    changed: I16 = column("int16", _WEEK, "Week of the last change of caseworker.", NEVER)
    kept_until: I16 = column("int16", _WEEK, "The caseworker stays on the case until this week.", NEVER)
    served_from: I16 = column("int16", _WEEK, "Week from which the caseworker is free for the person.", NEVER)
    standstill_until: I16 = column("int16", _WEEK, "The case stands still before this week.", NEVER)
    case_stage: U8 = column("uint8", "CaseStage", "Stage of clarification.")
    case_since: I16 = column("int16", _WEEK, "Week the stage began.", NEVER)
    course_until: I16 = column("int16", _WEEK, "End of the resource course.", NEVER)
    momentum: F32 = share("Momentum after a meeting or decision.")
    sanction_until: I16 = column("int16", _WEEK, "Benefit is cut before this week.", NEVER)
    arrears: F32 = share("Strain of cut benefit on the household's economy, fading.")
    refused_voice: F32 = share("Own wishes that were not heard, fading.")
    # help
    service: U8 = column("uint8", "Service", "Support service running.", Service.NONE)
    service_until: I16 = column("int16", _WEEK, "Its last week.", NEVER)
    queue: U8 = column("uint8", "Service", "Service waited for.", Service.NONE)
    queue_since: I16 = column("int16", _WEEK, "Week the wait began.", NEVER)
    mentor_until: I16 = column("int16", _WEEK, "Personal mentor until this week.", NEVER)
    broker: I32 = column("int32", "post", "Broker's post, -1 none.", -1)
    broker_trust: F32 = share("Trust in the broker.")
    follow_up_until: I16 = column("int16", _WEEK, "Follow-up at work until this week.", NEVER)
    offer_until: I16 = column("int16", _WEEK, "End of activation or upskilling.", NEVER)
    offer_hours: F32 = column("float32", "hours a week", "Weekly hours the running course takes.", 0.0, 0.0, 60.0)
    offer_meaning: F32 = share("Meaning the running course has for the person.")
    # at a workplace (placement or job)
    firm: I32 = column("int32", "firm", "Workplace, -1 none or outside town.", -1)
    at_work: Bool = column("bool", "yes/no", "Placement or job has begun.")
    waiting_start: Bool = column("bool", "yes/no", "A placement is agreed but has not begun.")
    work_since: I16 = column("int16", _WEEK, "Week it began or will begin.", NEVER)
    work_until: I16 = column("int16", _WEEK, "Agreed end.", NEVER)
    work_hours: F32 = column("float32", "hours a week", "Weekly hours there.", 0.0, 0.0, 60.0)
    kind: U8 = column("uint8", "Standing", "Kind of placement agreed.", Standing.TRAINING)
    channel: U8 = column("uint8", "Channel", "Who opened the way.")
    purpose: F32 = share("How far the purpose is agreed.")
    prospect: Bool = column("bool", "yes/no", "A real opening was in view.")
    accommodated: F32 = share("Share of the accommodation need that is met.")
    fit_to: F32 = share("Fits the tasks, so far.")
    fit_in: F32 = share("Fits in with the people, so far.")
    task_load: F32 = column("float32", "multiple of agreed", "Tasks relative to what was agreed.", 1.0, 0.0, 4.0)
    firm_mentor: Bool = column("bool", "yes/no", "A firm mentor follows the person.")
    extensions: U8 = column("uint8", "extensions", "Extensions so far.")
    attendance: F32 = share("How steadily the person comes to work.", 0.875)
    received: F32 = share("How well the person was received at the start.", 0.5)
    disclosed: F32 = share("How much of one's needs one has told at work.")
    independent: Bool = column("bool", "yes/no", "Got by without the firm mentor when the need had faded.")
    promise: I32 = column("int32", "firm", "Workplace that has promised a job after a course, -1 none.", -1)
    promise_until: I16 = column("int16", _WEEK, "Week after which the promise lapses.", NEVER)
    old_firm: I32 = column("int32", "firm", "Workplace of before that remembers the person, -1 none.", -1)
    old_fit: F32 = share("How far the person had come to fit in there, fading.")
    wanted_by: I32 = column("int32", "firm", "Workplace that wanted the person and had no opening, -1 none.", -1)
    wanted_until: I16 = column("int16", _WEEK, "Week after which it no longer thinks of the person.", NEVER)
    wanted_via: U8 = column("uint8", "Channel", "Who had opened the way there.")
    best_match: F32 = share("Best concrete match at a firm the person knows.")
    # memory
    pointless: U8 = column("uint8", "placements", "Placements in a row without prospect or purpose.")
    placements: U8 = column("uint8", "placements", "Placements so far.")
    caseworker_changes: U16 = column("uint16", "changes", "Changes of caseworker so far.")
    meetings: U16 = column("uint16", "meetings", "Meetings so far.")
    applications: U16 = column("uint16", "applications", "Applications so far.")
    waited: U16 = column("uint16", "weeks", "Weeks waited for support, a decision or a start.")
    # network
    tie_kind: U8 = column("uint8", "TieKind", "What each tie is.", 0, 0, 6, TIES)
    tie_to: I32 = column("int32", "outsider", "Whom each tie leads to, -1 none.", -1, width=TIES)
    tie_knew: Bool = column("bool", "yes/no", "Knew the person before.", width=TIES)
    tie_works: Bool = column("bool", "yes/no", "Has a job.", width=TIES)
    net_support: F32 = share("Support for self-worth the network gives.")
    net_help: F32 = share("Everyday and economic help the network gives.")
    net_leads: F32 = column("float32", "employed ties", "Ties who have a job.", 0.0, 0.0, TIES)
    ties: U8 = column("uint8", "ties", "Number of ties.", 0, 0, TIES)
