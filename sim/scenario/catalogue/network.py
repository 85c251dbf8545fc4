"""The network: help, support, leads; ties that thin and grow."""

from __future__ import annotations

from sim.scenario.parameter import Section, flag, number


class Network(Section):
    """Ties to family, friends and former colleagues, in a graph with outsiders and workplaces."""

    self_worth_support: float = number(0.16, unit="self-worth 0-1", possible=(0, 1), plausible=(0.05, 0.3), da="Støtte til selvværd", en="Support for self-worth", meaning="Self-worth's level carried by a full network that knew the person before.", source="S4 L1846-1897", grade="D", role="prior")
    thinning: float = number(0.09, unit="chance a year per tie", possible=(0, 1), plausible=(0.03, 0.25), da="Bånd tynder ud", en="Ties thin out", meaning="Chance that a tie is lost at no load; load multiplies it.", source="S4 L1838-1840", grade="D", role="prior")
    thinning_in_crisis: float = number(2.0, unit="extra share per unit of load over coping", possible=(0, 10), plausible=(0.5, 4), da="Udtynding i kriser", en="Thinning in crises", meaning="How much more ties thin out when load exceeds coping.", source="S4 L1838-1840", grade="D", role="prior")
    growth: float = number(0.6, unit="new ties a year", possible=(0, 12), plausible=(0.2, 2), da="Nye bånd", en="New ties", meaning="Ties found in everyday life, by social ease.", source="S4 L1170-1180", grade="E", role="prior")
    growth_at_work: float = number(2.5, unit="new ties a year at full fit-in", possible=(0, 20), plausible=(1, 6), da="Nye bånd på arbejde", en="New ties at work", meaning="Ties formed at a workplace, in a placement or a job.", source="S0 L606-613", grade="D", role="prior")
    leads: float = number(0.4, unit="leads a year per employed tie", possible=(0, 5), plausible=(0.05, 0.8), da="Tip om job", en="Leads", meaning="Leads to a workplace that an employed tie passes on to someone who looks for work.", source="facts F10, targets T6", grade="C", role="fitted")
    help_events: float = number(0.35, unit="events a year at a full network", possible=(0, 10), plausible=(0.1, 1), da="Hjælp i nød", en="Help when down", meaning="Everyday or economic help, a visit, a demand: candidate turning points.", source="S4 L1766-1925", grade="D", role="prior")
    volunteers: float = number(0.0, unit="volunteer contacts per 1,000 citizens", possible=(0, 1000), plausible=(0, 200), da="Frivillige kontakter", en="Volunteer contacts", meaning="Volunteers matched to those with the thinnest networks.", source="S4 L1840-1844", grade="D", role="lever")


class Firms(Section):
    """Workplaces: openings, inclusion capacity, wear, mentors."""

    openings: float = number(0.09, unit="openings a year per employee", possible=(0, 5), plausible=(0.03, 0.3), da="Stillinger", en="Openings", meaning="Openings within reach of the target group, per employee and year.", source="turnover of Danish workplaces", grade="E", role="input")
    cycle: float = number(1.0, unit="multiple of normal", possible=(0, 5), plausible=(0.6, 1.4), da="Konjunktur", en="Business cycle", meaning="Openings relative to a normal year.", source="facts C2", grade="E", role="setting")
    filled_by_others: float = number(6.0, unit="weeks", possible=(0.5, 104), plausible=(3, 13), da="Besættes af andre efter", en="Filled by others after", meaning="Mean weeks before an opening goes to someone outside the model.", source="guess", grade="E", role="prior")
    funded_share: float = number(0.35, unit="share of private openings rate", possible=(0, 1), plausible=(0.1, 0.8), da="Finansierede kommunale stillinger", en="Funded municipal posts", meaning="Municipal sites need without budget: how often a hire is funded, relative to private openings.", source="S2, S4 L2413-2419", grade="D", role="prior")
    committed: float = number(0.25, unit="share", possible=(0, 1), plausible=(0.15, 0.35), da="Engagerede", en="Committed", meaning="Share of workplaces that want to and do.", source="facts F15", grade="B", role="input", dated=False)
    sceptical: float = number(0.18, unit="share", possible=(0, 1), plausible=(0.1, 0.25), da="Skeptiske", en="Sceptical", meaning="Share that do, with reservation.", source="facts F15", grade="B", role="input", dated=False)
    passive: float = number(0.32, unit="share", possible=(0, 1), plausible=(0.25, 0.4), da="Passive", en="Passive", meaning="Share that would, but do not. The rest are dismissive.", source="facts F15", grade="B", role="input", dated=False)
    on_special_terms: float = number(0.18, unit="share", possible=(0, 1), plausible=(0.1, 0.3), da="Baggrundsbelægning", en="Background occupancy", meaning="Workplaces that have someone on special terms from outside the model.", source="facts F14", grade="B", role="input", dated=False)
    recovery_half_life: float = number(40.0, unit="weeks", possible=(1, 520), plausible=(15, 100), da="Overskuddets genopbygning", en="Recovery of capacity", meaning="Weeks until half of a loss or gain of inclusion capacity has faded.", source="S2 L86-99", grade="D", role="prior")
    wear: float = number(0.22, unit="capacity 0-1", possible=(0, 1), plausible=(0.08, 0.4), da="Slid ved dårligt forløb", en="Wear of a bad course", meaning="Inclusion capacity lost when a placement breaks down.", source="S2, S0 L887-906", grade="D", role="prior")
    gain: float = number(0.1, unit="capacity 0-1", possible=(0, 1), plausible=(0.03, 0.25), da="Vinding ved godt forløb", en="Gain of a good course", meaning="Inclusion capacity gained by a course that ends well.", source="S0 L750-764", grade="D", role="prior")
    burden: float = number(0.006, unit="capacity a week", possible=(0, 0.2), plausible=(0.001, 0.02), da="Ugentlig byrde", en="Weekly burden", meaning="Capacity used a week by a placement that gives no relief; relief gives it back.", source="S2 L86-99", grade="D", role="prior")
    closed_below: float = number(0.22, unit="capacity 0-1", possible=(0, 1), plausible=(0.1, 0.4), da="Lukker under", en="Closed below", meaning="Inclusion capacity under which a workplace says no.", source="S2 L2885-2886", grade="D", role="prior")
    places_per_employee: float = number(0.2, unit="places per employee (quota 1:5)", possible=(0, 1), plausible=(0.05, 0.4), da="Kvote", en="Quota", meaning="Placements at a time per ordinary employee of a municipal workplace.", source="S2 L1846-1854", grade="B", role="lever")
    quarantine: float = number(26.0, unit="weeks", possible=(0, 260), plausible=(0, 52), da="Karantæne", en="Quarantine", meaning="Weeks after dismissals in which a municipal site takes no placements.", source="S2 L1846-1854", grade="B", role="lever")
    union_approval: float = number(0.85, unit="chance", possible=(0, 1), plausible=(0.6, 1), da="Tillidsrepræsentantens ja", en="Union's approval", meaning="Chance that union representative and HR approve a municipal placement.", source="S2 L1855-1914", grade="D", role="prior")
    closures: float = number(0.025, unit="chance a year", possible=(0, 1), plausible=(0.01, 0.06), da="Lukninger", en="Closures", meaning="A private workplace closes (another of the same kind opens).", source="S4 L320-321", grade="E", role="input")
    firm_mentors: float = number(0.12, unit="share", possible=(0, 1), plausible=(0.02, 0.5), da="Virksomhedsmentorer", en="Firm mentors", meaning="Share of workplaces with an employee willing to be a firm mentor.", source="S0 L230-241", grade="D", role="lever")
    mentor_training: bool = flag(default=False, da="Mentoruddannelse", en="Mentor training", meaning="Half a day of training and a quarterly network for firm mentors.", source="S0 L310-320", grade="D", role="lever")
    small_jobs: float = number(0.315, unit="chance at the end of a placement", possible=(0, 1), plausible=(0.05, 0.7), da="Småjob", en="Small jobs", meaning="Chance that a private workplace which wants to keep someone, but has no opening, offers few paid hours.", source="facts C31, targets T11", grade="C", role="fitted")
