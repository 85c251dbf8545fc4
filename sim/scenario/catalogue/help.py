"""Help: support services, the rehabilitation team, brokers and providers, generic activation."""

from __future__ import annotations

from sim.scenario.parameter import Section, flag, number


class Support(Section):
    """Support services with capacity and queue. Capacities are places per 1,000 citizens at the start."""

    mentor_places: float = number(35.0, unit="places per 1,000 citizens", possible=(0, 1000), plausible=(5, 120), da="Mentorpladser", en="Personal-mentor places", meaning="Personal mentors' places.", source="S4 L1602-1661", grade="E", role="lever")
    psychologist_places: float = number(40.0, unit="places per 1,000 citizens", possible=(0, 1000), plausible=(5, 120), da="Psykologpladser", en="Psychologist places", meaning="Psychologist and psychiatrist places.", source="S4 L1663-1678", grade="E", role="lever")
    rehabilitation_places: float = number(25.0, unit="places per 1,000 citizens", possible=(0, 1000), plausible=(5, 120), da="Genoptræningspladser", en="Rehabilitation places", meaning="Rehabilitation and pain treatment.", source="S4 L3224-3227", grade="E", role="lever")
    debt_places: float = number(14.0, unit="places per 1,000 citizens", possible=(0, 1000), plausible=(2, 60), da="Gældsrådgivningspladser", en="Debt-advice places", meaning="Debt, economy and housing advice.", source="S4 L1703-1718", grade="E", role="lever")
    addiction_places: float = number(16.0, unit="places per 1,000 citizens", possible=(0, 1000), plausible=(2, 60), da="Misbrugspladser", en="Addiction-treatment places", meaning="Addiction treatment.", source="S4 L774-780", grade="E", role="lever")
    one_roof_places: float = number(0.0, unit="places per 1,000 citizens", possible=(0, 1000), plausible=(0, 100), da="Pladser i samlet støtte", en="One-roof places", meaning="Places in a centre with several helpers under one roof.", source="S4 L1689-1718", grade="D", role="lever")
    course_weeks: float = number(26.0, unit="weeks", possible=(1, 260), plausible=(10, 52), da="Støttens længde", en="Length of support", meaning="Weeks in a service.", source="S4", grade="E", role="prior")
    mending: float = number(0.05, unit="share a week", possible=(0, 1), plausible=(0.01, 0.12), da="Støttens virkning", en="Effect of support", meaning="Share of the severity of the problem treated that mends in a week.", source="S4 L1596-1718", grade="D", role="prior")
    coping_gain: float = number(0.006, unit="coping a week", possible=(0, 0.2), plausible=(0.001, 0.02), da="Mestring i støtte", en="Coping in support", meaning="Coping gained per week in support.", source="S4 L1596-1718", grade="E", role="prior")
    take_hold: float = number(0.02, unit="chance a week", possible=(0, 1), plausible=(0.005, 0.06), da="Støtten får fat", en="Support takes hold", meaning="Chance that help becomes a candidate turning point in a week.", source="S4 L1668-1673", grade="E", role="prior")
    mentor_kept_after_hiring: bool = flag(default=False, da="Mentor beholdes efter ansættelse", en="Mentor kept after hiring", meaning="Whether the personal mentor stays when a job starts.", source="S4 L1651-1655", grade="D", role="lever")
    mentor_kept_weeks: float = number(26.0, unit="weeks", possible=(0, 260), plausible=(13, 104), da="Mentor beholdes i", en="Mentor kept for", meaning="Weeks a kept mentor stays in the job.", source="S4 L1651-1661", grade="E", role="lever")


class Rehabilitation(Section):
    """Clarification, the rehabilitation team, resource courses, flexjob and pension."""

    team_cases: float = number(3.4, unit="cases a week per 1,000 citizens", possible=(0, 1000), plausible=(1, 10), da="Teamets kapacitet", en="Team capacity", meaning="Cases the rehabilitation team decides a week.", source="S1 L370-372", grade="E", role="lever")
    documents_weeks: float = number(16.0, unit="weeks", possible=(0, 260), plausible=(6, 52), da="Ventetid på lægepapirer", en="Wait for documents", meaning="Mean weeks until doctors and files are in.", source="S4 L1500-1530", grade="D", role="lever")
    course_weeks: float = number(104.0, unit="weeks", possible=(1, 260), plausible=(52, 208), da="Ressourceforløbets længde", en="Length of a resource course", meaning="Weeks a resource course lasts.", source="rules 2016-2019", grade="B", role="input")
    pension_below: float = number(10.1, unit="hours a week", possible=(0, 37), plausible=(2, 12), da="Pension under", en="Pension below", meaning="Hours of work ability, as documented, under which the team grants a pension.", source="targets T5", grade="E", role="fitted")
    flexjob_below: float = number(24.2, unit="hours a week", possible=(0, 37), plausible=(8, 25), da="Fleksjob under", en="Flexjob below", meaning="Hours of work ability under which it grants a flexjob.", source="targets T5", grade="E", role="fitted")
    decision_noise: float = number(3.0, unit="hours a week", possible=(0, 37), plausible=(1, 6), da="Støj i afgørelser", en="Noise in decisions", meaning="Standard deviation of what the file shows around the true work ability.", source="facts C37 (municipal range 20-76 %)", grade="D", role="prior")
    flexjob_access: float = number(0.0, unit="hours a week", possible=(-37, 37), plausible=(-6, 6), da="Adgang til fleksjob", en="Access to flexjobs", meaning="Hours of work ability by which the team's bound for a flexjob is moved: above 0 more are granted one.", source="facts C37", grade="E", role="lever")
    team_hours: float = number(6.0, unit="hours per case", possible=(0, 100), plausible=(3, 15), da="Teamets timer pr. sag", en="Team hours per case", meaning="Hours of the team's members and secretary per case decided; the file's share rises as documents are fetched faster.", source="guess", grade="E", role="prior")
    coordinator_weeks: float = number(4.0, unit="weeks", possible=(0, 104), plausible=(0, 26), da="Ventetid på koordinator", en="Wait for a coordinator", meaning="Weeks at least after a decision that brings a new caseworker, and after coming to town on a resource course, before that caseworker is free; nothing is set in motion meanwhile. Longer while caseworkers are full.", source="S1 L526-528", grade="D", role="lever")
    coordinator_cases: float = number(82.0, unit="citizens per caseworker", possible=(0, 1000), plausible=(60, 120), da="Loft for koordinerede sager", en="Ceiling for coordinated cases", meaning="Cases per caseworker in post up to which new resource courses get a coordinator; above it they wait, longest wait first. 0: no ceiling.", source="S1 L526-528", grade="E", role="prior")
    coordinator_longest: float = number(26.0, unit="weeks", possible=(0, 520), plausible=(13, 52), da="Længste ventetid på koordinator", en="Longest wait for a coordinator", meaning="Weeks on a resource course after which a coordinator is found in spite of the ceiling.", source="S1 L526-528 (several months)", grade="E", role="prior")
    documents_restart: float = number(0.4, unit="share", possible=(0, 1), plausible=(0.1, 0.8), da="Papirer forfra", en="Papers asked for again", meaning="Chance that a complete file goes back for papers when it changes hands to a caseworker who knows nothing of it.", source="guess from S4 L1577-1585", grade="E", role="prior")
    immediate_start: bool = flag(default=False, da="Straksstart", en="Immediate start", meaning="Whether the new caseworker begins in the week of the decision.", source="S1 L526-528, L567-573", grade="D", role="lever")
    immediate_hours: float = number(3.0, unit="hours per case", possible=(0, 40), plausible=(1, 8), da="Timer pr. straksstart", en="Hours per immediate start", meaning="Caseworker hours that starting at once costs.", source="guess", grade="E", role="prior")
    expert_at_meeting: bool = flag(default=False, da="Arbejdsmarkedskyndig på mødet", en="Labour-market expert at the meeting", meaning="A firm-knowledgeable person at the rehabilitation meeting.", source="S1 L388-428", grade="D", role="lever")
    momentum: float = number(0.14, unit="state 0-1", possible=(0, 1), plausible=(0.05, 0.3), da="Mødets momentum", en="Momentum of the meeting", meaning="Direction and practice motivation gained at a rehabilitation meeting, fading with waiting.", source="S1 L567-573", grade="D", role="prior")


class Brokers(Section):
    """Personal job brokers and job mentors; external providers."""

    brokers: float = number(1.5, unit="posts per 1,000 citizens", possible=(0, 1000), plausible=(0, 20), da="Jobformidlere", en="Job brokers", meaning="Personal job brokers without authority.", source="specification 0 (3 in a town of 2,000)", grade="E", role="lever")
    broker_cases: float = number(20.0, unit="citizens per broker", possible=(1, 200), plausible=(10, 40), da="Borgere pr. jobformidler", en="Citizens per broker", meaning="Citizens a broker follows at a time.", source="S1 L750-752", grade="C", role="lever")
    referral_from_meeting: float = number(0.25, unit="share of the lottery", possible=(0, 1), plausible=(0, 1), da="Direkte fra rehabiliteringsmøde", en="Straight from the rehabilitation meeting", meaning="Head start, as a share of the lottery, that people straight from a rehabilitation meeting have for a broker's free place.", source="S1 L560", grade="C", role="lever")
    effort: float = number(0.335, unit="chance a week", possible=(0, 1), plausible=(0.03, 0.4), da="Jobformidlers indsats", en="Broker's effort", meaning="Chance a week that a broker approaches firms for a citizen who is ready.", source="targets T14", grade="D", role="fitted")
    trust_pace: float = number(0.08, unit="share a week", possible=(0, 1), plausible=(0.02, 0.2), da="Tillid til jobformidler", en="Trust in a broker", meaning="Share of the distance that trust grows in a week of weekly contact.", source="S0 L276-282", grade="D", role="prior")
    follow_up_weeks: float = number(26.0, unit="weeks", possible=(0, 260), plausible=(0, 104), da="Opfølgning efter ansættelse", en="Follow-up after hiring", meaning="Weeks a broker follows up after hiring.", source="S0 L295-296", grade="B", role="lever")
    resource_course_only: bool = flag(default=False, da="Kun ressourceforløb", en="Resource course only", meaning="Whether brokers take citizens on resource courses only (as in Odense).", source="S1 L41-45", grade="B", role="lever")
    deregistration: float = number(0.02, unit="chance a week for an overloaded citizen", possible=(0, 1), plausible=(0.005, 0.08), da="Afmelding", en="Deregistration", meaning="Chance a week that someone whose load is too large is handed back.", source="S1 L798-800", grade="C", role="prior")
    provider_places: float = number(45.0, unit="approaches a year per 100 resource-course citizens", possible=(0, 1000), plausible=(0, 60), da="Anden aktørs forløb", en="External provider's approaches", meaning="Workplaces an external provider approaches for citizens who have room for a placement; some say no.", source="S1 L138-148", grade="D", role="lever")
    provider_follows: float = number(8.0, unit="placements per 100 resource-course citizens", possible=(0, 100), plausible=(3, 20), da="Anden aktørs kapacitet", en="External provider's capacity", meaning="Placements an external provider follows at a time; when it is full it approaches nobody. 0: no ceiling.", source="guess from S1 L138-148", grade="E", role="prior")
    provider_hours: float = number(6.0, unit="hours per approach", possible=(0, 100), plausible=(2, 15), da="Anden aktørs timer", en="Provider's hours", meaning="Hours the external provider is paid for per approach to a workplace, the talks with the citizen included.", source="guess", grade="E", role="prior")
    thin_contact: float = number(1.0, unit="share", possible=(0, 1), plausible=(0.5, 1), da="Hjælp efter kontakt", en="Help in proportion to contact", meaning="How far what a broker eases at work follows the contact there are hours for, and how far follow-up and weekly contact count in a broker's load. 0: the same however thin.", source="S0 A2, S1 L942-954", grade="E", role="prior")
    authority: bool = flag(default=False, da="Jobformidlere med myndighed", en="Brokers with authority", meaning="Whether brokers also hold the case and can sanction: papers without a wait, less trust, and the case's hours are theirs.", source="S0 A8, S1 L666-676", grade="D", role="lever")
    co_location: bool = flag(default=False, da="Dør om dør", en="Door by door", meaning="Whether brokers and caseworkers sit together: they share what they know of citizens and firms, and papers are quicker.", source="S1 L1029-1061", grade="D", role="lever")
    co_location_hours: float = number(1.0, unit="hours a week", possible=(0, 37), plausible=(0.5, 3), da="Timer til fælles møder", en="Hours of shared meetings", meaning="Hours a week that sitting together costs each caseworker and broker.", source="S1 L1039-1061", grade="E", role="prior")
    parallel: bool = flag(default=False, da="Hjælp i samme indsats", en="Help within the effort", meaning="Whether brokers themselves refer to social and health help, so that fewer are handed back.", source="S1 L942-954", grade="D", role="lever")


class Activation(Section):
    """Generic activation and upskilling."""

    offers: float = number(0.11, unit="chance per meeting", possible=(0, 1), plausible=(0, 0.5), da="Generel aktivering", en="Generic activation", meaning="Chance that a meeting ends with a general activation course when nothing else is set in motion.", source="facts C28-C29", grade="C", role="lever")
    weeks: float = number(13.0, unit="weeks", possible=(1, 104), plausible=(6, 26), da="Aktiveringens længde", en="Length of activation", meaning="Weeks of a course.", source="facts C28", grade="D", role="lever")
    hours: float = number(12.0, unit="hours a week", possible=(0, 37), plausible=(5, 37), da="Aktiveringstimer", en="Activation hours", meaning="Hours a week of the course.", source="facts C28", grade="D", role="lever")
    relevance: float = number(0.3, unit="share", possible=(0, 1), plausible=(0.1, 0.6), da="Relevans", en="Relevance", meaning="Share of participants for whom the course has meaning.", source="S4 L1170-1203, L1726-1737", grade="D", role="prior")
    rhythm: float = number(0.004, unit="coping a week", possible=(0, 0.1), plausible=(0, 0.02), da="Rytme", en="Rhythm", meaning="Coping gained from a daily rhythm.", source="S4 L1170-1180", grade="D", role="prior")
    for_all: bool = flag(default=False, da="Aktivering til alle", en="Activation for all", meaning="Whether everyone without another offer is put in generic activation.", source="policy", grade="E", role="lever")
    caseworker_hours: float = number(0.08, unit="hours a participant a week", possible=(0, 10), plausible=(0.02, 0.3), da="Sagsbehandlertid pr. deltager", en="Caseworker time per participant", meaning="Caseworker hours a participant costs in papers, absence and follow-up.", source="guess", grade="E", role="prior")
    upskilling: float = number(0.03, unit="chance per meeting of a ready citizen", possible=(0, 1), plausible=(0, 0.2), da="Opkvalificering", en="Upskilling", meaning="Chance that a course toward a concrete job is granted to someone with direction.", source="S4 L3243-3266", grade="E", role="lever")
    promised_grant: float = number(0.6, unit="chance per meeting", possible=(0, 1), plausible=(0.1, 1), da="Kursus som en virksomhed venter på", en="Course a firm waits for", meaning="Chance that a course is granted to someone whom a workplace has promised a job after it.", source="S4 L3243-3266", grade="E", role="lever")
    upskilling_weeks: float = number(10.0, unit="weeks", possible=(1, 104), plausible=(4, 26), da="Opkvalificeringens længde", en="Length of upskilling", meaning="Weeks of an upskilling course.", source="S4 L3306-3307", grade="D", role="prior")
