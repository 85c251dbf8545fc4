"""Switches: every mechanism can be turned off to see what it carries."""

from __future__ import annotations

from typing import Any

from sim.scenario.parameter import Section, flag


def _on(da: str, en: str, meaning: str, source: str) -> Any:
    return flag(default=True, da=da, en=en, meaning=meaning, source=source, grade="D", dated=False)


class Mechanisms(Section):
    """On means the mechanism acts. Turning one off is an ablation, not a policy."""

    life_events: bool = _on("Livsbegivenheder", "Life events", "Problems flare, crises strike.", "S4 L757-770")
    erosion: bool = _on("Slid på ydelse", "Erosion", "Time on benefit wears self-worth and belief.", "S4 L930-933")
    staff_turnover: bool = _on("Personaleomsætning", "Staff turnover", "Caseworkers leave and are replaced.", "facts D28")
    change_loss: bool = _on("Tab ved skift", "Loss at a change", "Trust, knowledge and progress are lost when a case changes hands.", "S4 L1577-1585")
    anxious_harm: bool = _on("Skift og angst", "Harm to the anxious", "A change of caseworker sets the anxious back.", "S4 L1550-1567")
    caseworker_differences: bool = _on("Forskelle mellem sagsbehandlere", "Caseworker differences", "Caseworkers differ in listening, drive, rules and belief.", "facts D3")
    alliance: bool = _on("Tillid vokser ved samtaler", "Alliance", "Trust grows at meetings.", "S4 L1488-1498")
    belief_transfer: bool = _on("Sagsbehandlerens tro smitter", "Belief passed on", "A trusted caseworker's belief feeds the citizen's.", "facts A4")
    belief_action: bool = _on("Fra tro til handling", "Belief to action", "Caseworkers do more for those they believe in.", "facts A4")
    resistance: bool = _on("Samtaler, der nærer modstand", "Resistance", "Meetings without a relation feed resistance.", "S4 L1057-1121")
    demand_harm: bool = _on("Krav uden resonans", "Demand without resonance", "Demands on the overloaded backfire.", "S4 L1016-1029")
    support_services: bool = _on("Støttetilbud", "Support services", "Help mends the problem that presses most and frees coping.", "S4 L1596-1718")
    personal_mentor: bool = _on("Personlig mentor", "Personal mentor", "A mentor brings people out of the door and bridges changes.", "S4 L1602-1661")
    network_support: bool = _on("Netværkets støtte", "Network support", "Ties carry self-worth and everyday life.", "S4 L1766-1897")
    network_leads: bool = _on("Netværkets tip", "Network leads", "Employed ties pass on leads.", "S4 L1935-1987")
    network_change: bool = _on("Netværk ændrer sig", "Network change", "Ties thin in crises and grow at work.", "S4 L1838-1840")
    purpose: bool = _on("Formål", "Purpose", "An agreed purpose gives a placement meaning.", "S4 L2835-2878")
    prospect: bool = _on("Jobudsigt", "Prospect", "A real opening gives a placement meaning; repetition without one starves it.", "S4 L2928-2964")
    accommodations: bool = _on("Skånehensyn", "Accommodations", "Agreed accommodations take strain away.", "S4 L2966-2998")
    match_process: bool = _on("Matchet vokser", "Match process", "Fit-to and fit-in grow week by week at the firm.", "S4 L618-627")
    firm_differences: bool = _on("Forskelle mellem virksomheder", "Firm differences", "Firms differ in tolerance, competence, backing and capacity.", "facts F15")
    firm_capacity: bool = _on("Rummelighed", "Inclusion capacity", "Capacity is built and worn by courses.", "S0 L750-764, S2")
    firm_mentor: bool = _on("Virksomhedsmentor", "Firm mentor", "A firm mentor doses tasks and opens the community.", "S0 L478-790")
    task_creep: bool = _on("Opgaverne vokser", "Task creep", "Tasks grow within the same hours.", "S0 L936-944")
    callback: bool = _on("Svar på ansøgninger falder", "Falling callback", "Employers answer less with time on benefit.", "facts F6-F8")
    identity: bool = _on("Identitet", "Identity", "Co-creator, client, opponent move with experience and act back.", "S4 L1034-1212")
    motivation: bool = _on("Motivation", "Motivation", "Five orientations are fed and starved.", "S4 chapter 5")
    turning_points: bool = _on("Spring", "Jumps", "Candidate turning points jump states.", "S4 L1243-1246")
    sanctions: bool = _on("Sanktioner", "Sanctions", "Absence can cost benefit.", "S4 L1104-1114")
    firm_work: bool = _on("Opsøgning tager timer", "Firm work takes hours", "Approaching workplaces costs hours, and is not done when they are gone.", "S1 L852-858, L893-905")
    promises: bool = _on("Løfte om job før kursus", "Promise before the course", "A workplace promises a job to someone who needs a course first.", "S4 L3243-3266")
    responses: bool = _on("Sagsbehandlerens svar", "Responses at talks", "Caseworkers support, translate or challenge; a challenge needs a relation.", "S4 L1466-1481")
    voice: bool = _on("Ikke at blive hørt", "Refused voice", "A wish that is not heard is remembered, and makes opponents or clients.", "S4 L1057-1121")
    old_workplace: bool = _on("Den gamle arbejdsplads", "The old workplace", "A workplace of before remembers the person.", "S4 L1935-1987")
    recall: bool = _on("Virksomheden ringer igen", "Recall", "A workplace that wanted someone calls when it has an opening.", "S4 L2080 L3440-3442")
    good_word: bool = _on("Anbefaling til en stilling", "A good word for an opening", "A tie at a workplace with an opening recommends the person for it, without a placement.", "facts F10, S4 L1971-1987")
    guidance: bool = _on("Vejledning", "Guidance", "A plan made in talks carries own applications and the way to an education.", "S4 L1484-1486, facts A15")
    momentum: bool = _on("Fremdrift efter mødet", "Momentum", "A rehabilitation meeting lifts, waiting lets it fade.", "S1 L567-573")
    endurance: bool = _on("Korte forløb holdes ud", "Short failures endured", "A failing course is stopped when weeks are left, endured when few are.", "S2 L3744-3752")
    attendance: bool = _on("Fremmøde i praktik", "Attendance at work", "Who feels forced comes unsteadily.", "S2 L3737-3742")
    mental_doubt: bool = _on("Tvivl om psykisk sygdom", "Doubt about mental illness", "Mental illness burdens where nobody has the tools.", "S2 L3459-3463")
    reception: bool = _on("Modtagelse", "Reception", "How one is received the first weeks decides how one fits in.", "S2 L1158-1167")
    churn: bool = _on("Gennemtræk", "Churn", "Starts cost a workplace; short courses never pay back.", "S2 L3211-3217")
    colleagues_speak: bool = _on("Kolleger anbefaler", "Colleagues speak up", "Colleagues who have become ties speak for a hire.", "S0 L606-613")
    pressure: bool = _on("Pres på arbejdspladsen", "Pressure at workplaces", "Understaffing and cutbacks swing, and drain capacity.", "S2 L4257-4268")
    erosion_of_needs: bool = _on("Skånehensyn smuldrer", "Accommodations erode", "Under pressure accommodations shrink unless somebody looks.", "S0 L826-841")
    disclosure: bool = _on("Åbenhed i eget tempo", "Paced disclosure", "Telling too much or too little about needs costs; trust at work opens.", "S0 L1020-1067")
    tipping: bool = flag(default=False, da="Vippepunkt", en="Tipping share", meaning="Beyond a share of fragile people everyone at a workplace is pulled down (one leader's guess by analogy).", source="S2 L2168-2173 L3870-3883", grade="E", dated=False)
