"""Placements and employment."""

from __future__ import annotations

from sim.scenario.parameter import Section, choice, flag, number
from sim.vocabulary import DurationShape, OpenDoor


class Placements(Section):
    """Firm placements: how they are proposed, what makes them work, how they end."""

    effort: float = number(0.5, unit="chance per meeting at full effort", possible=(0, 1), plausible=(0.1, 0.9), da="Forslag pr. samtale", en="Proposals per meeting", meaning="Chance that a meeting ends with a placement proposal at full effort, for someone who could take one.", source="facts C34, S3 L6-7", grade="D", role="prior")
    length: float = number(13.0, unit="weeks", possible=(1, 104), plausible=(4, 26), da="Praktikkens længde", en="Length of a placement", meaning="Agreed weeks of a placement (four are widely felt too short).", source="S2, S4 L2777-2780", grade="D", role="lever")
    extensions: float = number(2.0, unit="extensions", possible=(0, 20), plausible=(0, 6), da="Forlængelser", en="Extensions", meaning="How many times a placement may be extended.", source="S4 L981-984", grade="D", role="lever")
    hours: float = number(16.0, unit="hours a week", possible=(1, 37), plausible=(8, 30), da="Praktiktimer", en="Placement hours", meaning="Usual weekly hours, less when less is possible.", source="S2", grade="E", role="prior")
    prospect_required: bool = flag(default=False, da="Kun med jobudsigt", en="Only with prospect", meaning="Placements only at workplaces with a real opening.", source="S4 L2928-2964", grade="D", role="lever")
    purpose_required: bool = flag(default=False, da="Aftalt formål kræves", en="Agreed purpose required", meaning="Citizen, caseworker and firm agree what the placement is for before it starts.", source="S4 L2835-2878", grade="D", role="lever")
    purpose_hours: float = number(1.5, unit="hours", possible=(0, 20), plausible=(0.5, 4), da="Timer til formålsaftale", en="Hours for the agreement", meaning="Caseworker or broker hours a three-party agreement costs.", source="guess", grade="E", role="prior")
    wish_respected: float = number(0.4, unit="share", possible=(0, 1), plausible=(0.1, 1), da="Eget ønske følges", en="Own wish followed", meaning="Share of proposals made in the occupation the citizen wishes.", source="S4 L3230-3236", grade="D", role="lever")
    approval_weeks: float = number(3.0, unit="weeks", possible=(0, 52), plausible=(0, 12), da="Bevillingstid", en="Approval time", meaning="Weeks from yes to start (grants, papers, pre-approval).", source="S1 L1029-1035", grade="D", role="lever")
    door: OpenDoor = choice(OpenDoor.FRONT, da="Opsøgning", en="Outreach", meaning="Whether firms are sold schemes or brought a concrete person.", source="S1 L804-818", grade="D", role="lever")
    municipal_share: float = number(0.4, unit="share", possible=(0, 1), plausible=(0.2, 0.6), da="Andel kommunale", en="Municipal share", meaning="Share of jobcentre placements sought at municipal workplaces; those furthest from work more often.", source="S2 L2006-2023", grade="D", role="lever")
    fit_pace: float = number(0.09, unit="share a week", possible=(0, 1), plausible=(0.03, 0.2), da="Matchets tempo", en="Pace of the match", meaning="Share of the distance to its potential that fit-to and fit-in grow in a week.", source="S4 L618-627", grade="D", role="prior")
    hire_bar: float = number(0.44, unit="match 0-1", possible=(0, 1), plausible=(0.3, 0.8), da="Ansættelsesbarre", en="Hiring bar", meaning="Match (fit-to and fit-in) at which a firm with an opening, usual backing and a placement without strain is as likely as not to hire.", source="S4 L2822-2826, targets T10", grade="E", role="fitted")
    wage_subsidy_share: float = number(0.3, unit="share", possible=(0, 1), plausible=(0.1, 0.6), da="Løntilskud først", en="Wage subsidy first", meaning="Share of hires that begin with a wage subsidy.", source="S4 L3439-3442", grade="E", role="prior")
    wage_subsidy_weeks: float = number(26.0, unit="weeks", possible=(1, 104), plausible=(13, 52), da="Løntilskuddets længde", en="Length of wage subsidy", meaning="Weeks of wage subsidy.", source="facts G6", grade="A", role="lever")
    break_off: float = number(0.035, unit="chance a week", possible=(0, 1), plausible=(0.005, 0.1), da="Afbrud", en="Break-off", meaning="Chance a week that a placement breaks off at full strain (load, unmet needs, no meaning).", source="S1 L798-801", grade="D", role="prior")
    task_creep: float = number(0.006, unit="task load a week", possible=(0, 0.1), plausible=(0, 0.02), da="Opgaveskred", en="Task creep", meaning="Growth of tasks within the same hours where nobody keeps an eye on it.", source="S0 L936-944", grade="D", role="prior")
    leaving_cuts_benefit: bool = flag(default=True, da="Afbrud koster ydelse", en="Leaving costs benefit", meaning="Whether leaving a placement costs benefit, so that some stay out of fear and others report sick.", source="S4 L1104-1114", grade="D", role="lever")
    deadline: bool = flag(default=False, da="Frist til virksomheden", en="Deadline put to the firm", meaning="Whether the firm is asked to decide at the agreed end instead of extending.", source="S4 L1398-1411", grade="D", role="lever")
    momentum_half_life: float = number(6.0, unit="weeks", possible=(0.5, 104), plausible=(2, 13), da="Momentums halveringstid", en="Half-life of momentum", meaning="Weeks of waiting after which half of the motivation to start has gone.", source="S1 L567-573", grade="D", role="prior")


class Employment(Section):
    """Own search, jobs, hours, and losing a job."""

    applications: float = number(16.0, unit="applications a year of an active person", possible=(0, 500), plausible=(4, 60), da="Ansøgninger", en="Applications", meaning="Serious applications a year of someone fully active.", source="S4 L940-950", grade="E", role="prior")
    offer: float = number(0.05, unit="chance per application", possible=(0, 1), plausible=(0.01, 0.15), da="Tilbud pr. ansøgning", en="Offer per application", meaning="Chance of a job offer for a newly jobless applicant of full skill, health, belief and self-worth; the entry level that T10 sets.", source="targets T10", grade="E", role="fitted")
    callback_floor: float = number(0.6, unit="share of the first month's", possible=(0, 1), plausible=(0.5, 0.85), da="Svar efter ni måneder", en="Callback after nine months", meaning="Callback at nine months and more on support relative to the first month; reset after a job.", source="facts F6-F8", grade="C", role="input")
    callback_shape: DurationShape = choice(DurationShape.EARLY, da="Svarkurvens form", en="Shape of the callback curve", meaning="Whether the fall comes in the first eight months or at nine (the studies disagree).", source="facts F6-F8", grade="C")
    early_loss: float = number(0.0175, unit="chance a week at mean strain", possible=(0, 1), plausible=(0.008, 0.04), da="Tidligt jobtab", en="Early loss", meaning="Weekly chance of losing a job in the first 13 weeks at the usual strain of work.", source="facts C24, targets T2", grade="A", role="fitted")
    late_loss: float = number(0.0075, unit="chance a week at mean strain", possible=(0, 1), plausible=(0.003, 0.02), da="Senere jobtab", en="Late loss", meaning="The same for weeks 14-52; after that it halves.", source="facts C24, targets T2", grade="A", role="fitted")
    strain_slope: float = number(2.2, unit="log odds per unit of strain", possible=(0, 20), plausible=(0.5, 5), da="Belastningens vægt", en="Weight of strain", meaning="How much the strain of work (unmet needs, load, low fit-in, overload of tasks, no follow-up) matters for losing a job.", source="S4 L2995-2998", grade="D", role="prior")
    back_to_benefit: float = number(0.8, unit="share", possible=(0, 1), plausible=(0.6, 0.95), da="Tilbage på ydelse efter jobtab", en="Back on benefit after a loss", meaning="Share who return to benefit at once after losing a job; the rest first live by themselves.", source="facts C27", grade="C", role="prior")
    hours_up: float = number(0.35, unit="chance a year", possible=(0, 1), plausible=(0.1, 0.7), da="Flere timer", en="More hours", meaning="Chance a year that someone in a small or part-time job with good fit gets more hours.", source="facts C33, S4 L3265-3266", grade="D", role="prior")
    small_job_end: float = number(0.6, unit="chance a year", possible=(0, 1), plausible=(0.3, 0.8), da="Småjob slutter", en="Small job ends", meaning="Chance a year that a small job ends.", source="facts C33", grade="C", role="prior")
    outside_town: float = number(0.25, unit="share of applications", possible=(0, 1), plausible=(0, 0.6), da="Uden for byen", en="Outside town", meaning="Share of applications that go to workplaces outside the model.", source="guess", grade="E", role="prior")
    follow_up_help: float = number(0.3, unit="strain", possible=(0, 1), plausible=(0.05, 0.6), da="Opfølgningens hjælp", en="Help of follow-up", meaning="Strain of work that follow-up by a broker, mentor or firm mentor takes away.", source="S0 L936-944", grade="D", role="prior")
    flexjob_search: float = number(0.03, unit="chance a week", possible=(0, 1), plausible=(0.004, 0.03), da="Vej til fleksjob", en="Way to a flexjob", meaning="Chance a week that someone granted a flexjob approaches a workplace for one.", source="facts C36-C39", grade="D", role="prior")
