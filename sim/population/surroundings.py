"""Caseworkers' posts, workplaces, and people outside the model."""

from __future__ import annotations

from dataclasses import dataclass

from sim.population.columns import F32, I16, I32, NEVER, U8, U64, Bool, Columns, column, share
from sim.vocabulary import CaseworkerKind


@dataclass
class Posts(Columns):
    """Posts of caseworkers and brokers; the occupant changes, the post stays."""

    luck: U64 = column("uint64", "key", "Keys the post's draws.")
    town: U8 = column("uint8", "town", "Which of the towns side by side.")
    number: I32 = column("int32", "number", "Number of the post within its town.")
    kind: U8 = column("uint8", "CaseworkerKind", "Caseworker or broker.", CaseworkerKind.AUTHORITY)
    open: Bool = column("bool", "yes/no", "The post exists in this week's staffing.", 1)
    filled: Bool = column("bool", "yes/no", "Somebody is in the post.", 1)
    occupant: I32 = column("int32", "number", "How many have held the post.")
    since: I16 = column("int16", "week number", "Week the occupant started.", NEVER)
    vacant_until: I16 = column("int16", "week number", "Empty before this week.", NEVER)
    stays_until: I16 = column("int16", "week number", "The occupant stays until this week.", NEVER)
    listening: F32 = share("Skill in listening.", 0.5)
    trained: F32 = share("Listening that training has added since the occupant was hired.")
    drive: F32 = share("Drive.", 0.5)
    rule_bound: F32 = share("Rule-boundness.", 0.5)
    office_rules: F32 = share("Rule-boundness the occupant shows when holding authority.", 0.5)
    candour: F32 = share("Honesty with workplaces about what is hard.", 0.5)
    optimism: F32 = share("Belief in citizens at the outset.", 0.5)
    firm_knowledge: F32 = share("Knowledge of local firms and offers.", 0.4)
    strain: F32 = share("Strain from overload.")
    cases: I32 = column("int32", "citizens", "Citizens followed.")
    contact: F32 = share("Share of the weekly contact with each citizen that a broker's hours reached this week.", 1.0)
    slots: I32 = column("int32", "meetings", "Meetings this week's hours allow.")
    extra_hours: F32 = column("float32", "hours", "Hours owed to firms, handovers, agreements and activation.")


@dataclass
class Firms(Columns):
    """Workplaces, private and municipal."""

    luck: U64 = column("uint64", "key", "Keys the workplace's draws.")
    town: U8 = column("uint8", "town", "Which of the towns side by side.")
    sector: U8 = column("uint8", "Sector", "Private or municipal.")
    employees: F32 = column("float32", "employees", "Ordinary employees.", 10.0, 1.0)
    occupation: U8 = column("uint8", "Occupation", "Main tasks.")
    disposition: U8 = column("uint8", "Disposition", "Disposition toward inclusion.")
    willingness: F32 = share("Willingness that follows from the disposition.", 0.5)
    capacity_base: F32 = share("Inclusion capacity at rest.", 0.5)
    capacity: F32 = share("Inclusion capacity now.", 0.5)
    capacity_before: F32 = share("Inclusion capacity 13 weeks ago.", 0.5)
    tolerance: F32 = share("Colleagues' tolerance.", 0.5)
    competence: F32 = share("Social-professional competence.", 0.5)
    backing: F32 = share("Leader's backing.", 0.5)
    structure: F32 = share("How fixed and predictable tasks are.", 0.5)
    adaptability: F32 = share("Ability to adapt tasks and hours.", 0.5)
    relation: F32 = share("Relation with the jobcentre and brokers.", 0.2)
    special_terms: Bool = column("bool", "yes/no", "Someone from outside the model on special terms.")
    mentor: U8 = column("uint8", "0 none, 1 employee, 2 leader", "Firm mentor.", 0, 0, 2)
    mentor_share: F32 = column("float32", "0-1", "Setting that the mentors were appointed under.", -1.0, -1.0, 1.0)
    openings: I16 = column("int16", "openings", "Open posts now.", 0, 0)
    running: I16 = column("int16", "placements", "Placements running or agreed.", 0, 0)
    limit: I16 = column("int16", "placements", "Placements possible at a time.", 1, 0)
    quarantine_until: I16 = column("int16", "week number", "Takes nobody before this week.", NEVER)
    flex_openings: I16 = column("int16", "openings", "Flexjobs the workplace could fill now.", 0, 0)
    starts: F32 = column("float32", "starts", "Placements begun lately, fading.", 0.0, 0.0, 1000.0)
    pressure: F32 = share("Pressure: understaffing, sickness, cutbacks.", 0.3)
    pressure_goal: F32 = share("Where pressure is heading this quarter.", 0.3)
    rope: F32 = share("Rope that colleagues give, trusting the leader to end what fails.", 0.5)
    legitimacy: F32 = share("How legitimate placements are to employees and union.", 0.5)
    mentor_skill: F32 = share("What the firm mentor has learned from earlier courses.", 0.5)
    mentor_trained: Bool = column("bool", "yes/no", "The firm mentor has been trained.")
    attention: F32 = share("Share of what those followed need that the mentor has time for.", 1.0)


@dataclass
class Outsiders(Columns):
    """People outside the model whom citizens know."""

    luck: U64 = column("uint64", "key", "Keys the person's draws.")
    town: U8 = column("uint8", "town", "Which of the towns side by side.")
    firm: I32 = column("int32", "firm", "Workplace, -1 none or outside town.", -1)
