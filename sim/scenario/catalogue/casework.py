"""Casework: posts, hours, meetings, alliance, change of caseworker, clarification."""

from __future__ import annotations

from sim.scenario.parameter import Section, choice, flag, number
from sim.vocabulary import ChangeLossSplit, Handover, Order, PriorityRule


class Casework(Section):
    """What caseworkers have, do, and leave behind."""

    caseload: float = number(82.0, unit="citizens per caseworker", possible=(5, 1000), plausible=(25, 200), da="Sager pr. sagsbehandler",
        en="Caseload", meaning="Starting stock divided by the number of caseworker posts; a lower caseload means more posts.", source="facts D24", grade="B", role="lever")
    hours: float = number(37.0, unit="hours a week", possible=(0, 60), plausible=(30, 37), da="Arbejdstid", en="Working hours",
        meaning="Hours of one full post.", source="Danish agreement", grade="A", role="input")
    fixed_hours: float = number(9.0, unit="hours a week", possible=(0, 60), plausible=(6, 14), da="Faste timer uden samtaler", en="Fixed hours",
        meaning="Team meetings, phone hours, leave on average.", source="S1 L1039-1061", grade="E", role="prior")
    case_hours: float = number(0.14, unit="hours a case a week", possible=(0, 10), plausible=(0.08, 0.25), da="Timer pr. sag", en="Hours per case",
        meaning="Paperwork that every case costs, met or not.", source="S1 L1029-1035", grade="E", role="prior")
    meeting_hours: float = number(1.7, unit="hours", possible=(0.1, 20), plausible=(1, 3), da="Timer pr. samtale", en="Hours per meeting",
        meaning="Talk, preparation and notes.", source="S4 L1376 (a meeting each 2-3 months at usual caseloads)", grade="E", role="prior")
    meeting_interval: float = number(4.0, unit="weeks", possible=(1, 104), plausible=(2, 13), da="Ønsket afstand mellem samtaler",
        en="Wanted meeting interval", meaning="Weeks after which a citizen is due for a meeting; hours decide how many are met.", source="rules 2016-2019", grade="D", role="lever")
    comfortable_interval: float = number(8.0, unit="weeks", possible=(1, 104), plausible=(4, 13), da="Rimelig afstand mellem samtaler",
        en="Comfortable meeting interval", meaning="Interval a caseworker can keep without strain; if hours do not reach for it, strain grows.", source="S4 L1376", grade="E", role="prior")
    priority: PriorityRule = choice(PriorityRule.JUDGEMENT, da="Hvem der mødes først", en="Priority rule", meaning="Whom a caseworker meets first.", source="S4 L1488-1498", grade="D", role="lever")
    turnover: float = number(0.21, unit="chance a year that a caseworker leaves", possible=(0, 1), plausible=(0.1, 0.35), da="Personaleomsætning",
        en="Staff turnover", meaning="At no strain; strain raises it.", source="facts D28-D31", grade="B", role="lever")
    strain_turnover: float = number(1.0, unit="extra share at full strain", possible=(0, 10), plausible=(0, 3), da="Personaleomsætning under pres",
        en="Turnover under strain", meaning="How much strain raises turnover.", source="specification 1", grade="E", role="prior")
    vacancy: float = number(8.0, unit="weeks", possible=(0, 104), plausible=(4, 20), da="Tid med ubesat stilling", en="Vacancy",
        meaning="Weeks a post stands empty; its citizens are met by nobody.", source="S1 L526-528", grade="D", role="lever")
    covered: float = number(0.5, unit="share", possible=(0, 1), plausible=(0.2, 1), da="Dækket af kolleger", en="Covered by colleagues", meaning="Share of the work with the cases of an empty post that falls to the colleagues in town.", source="guess from S1 L526-528", grade="E", role="prior")
    learning: float = number(26.0, unit="weeks", possible=(0, 208), plausible=(8, 52), da="Oplæring", en="Learning time",
        meaning="Weeks before a new caseworker works at full quality.", source="specification 1", grade="E", role="prior")
    reassignment: float = number(0.108, unit="chance a year per citizen", possible=(0, 1), plausible=(0, 0.4), da="Omfordeling af sager", en="Reassignment",
        meaning="Moves of a case between posts beyond turnover.", source="facts A7, targets T12", grade="C", role="fitted")
    keep_across_benefits: bool = flag(default=False, da="Behold sagsbehandler ved ydelsesskift", en="Keep the caseworker across benefits",
        meaning="Whether a citizen who changes benefit keeps the caseworker.", source="facts K1", grade="D", role="lever")
    handover: Handover = choice(Handover.FILE, da="Overlevering", en="Handover", meaning="What is saved when a case changes hands.", source="S4 L1528-1532", grade="D", role="lever")
    file_saves: float = number(0.3, unit="share", possible=(0, 1), plausible=(0.1, 0.5), da="Bevares med sagsakter", en="Saved by the file",
        meaning="Share of case knowledge that a file saves (no trust).", source="S4 L1580-1585", grade="E", role="prior")
    planned_saves: float = number(0.85, unit="share", possible=(0, 1), plausible=(0.5, 0.95), da="Bevares med overleveringsmøde", en="Saved by a planned meeting",
        meaning="Share of case knowledge that a joint meeting saves; of trust it saves less (Trust saved as against knowledge).", source="S4 L1569-1575, L1592-1594", grade="E", role="prior")
    planned_saves_absent: float = number(0.65, unit="share", possible=(0, 1), plausible=(0.2, 0.8), da="Bevares, når den gamle er stoppet", en="Saved by a planned meeting without the old one",
        meaning="The same when the old caseworker has left before the new one comes: a farewell meeting and good notes.", source="S4 L1569-1575", grade="E", role="prior")
    planned_saves_trust: float = number(0.8, unit="share", possible=(0, 1), plausible=(0.2, 0.9), da="Tillid i forhold til kendskab", en="Trust saved as against knowledge",
        meaning="How much of trust a planned meeting saves, as a share of what it saves of case knowledge: a relation is handed over less easily than what is known.", source="guess", grade="E", role="prior")
    planned_hours: float = number(2.5, unit="hours per case", possible=(0, 40), plausible=(1, 5), da="Timer pr. overleveringsmøde", en="Hours per planned handover",
        meaning="Caseworker hours that one planned handover costs.", source="guess", grade="E", role="prior")
    change_loss: float = number(0.853, unit="share", possible=(0, 1), plausible=(0.3, 1), da="Tab ved skift", en="Loss at a change",
        meaning="How much of trust, knowledge and progress is lost at a change without handover; one number for all three.", source="facts A6, targets T8", grade="B", role="fitted")
    change_loss_split: ChangeLossSplit = choice(ChangeLossSplit.BALANCED, da="Hvad et skift mest koster", en="Split of the loss",
        meaning="Through which of trust, knowledge and standstill the loss mainly runs; not identified by the targets.", source="targets, structure switches", grade="E")
    standstill: float = number(10.0, unit="weeks", possible=(0, 104), plausible=(4, 26), da="Sagen står stille efter skift", en="Standstill",
        meaning="Weeks a case and its grants stand still after a change.", source="S4 L991-998, S1 L526-528", grade="D", role="prior")
    anxious_harm: float = number(0.14, unit="severity 0-1", possible=(0, 1), plausible=(0.05, 0.3), da="Skift og angst", en="Harm to the anxious",
        meaning="Mental illness added when an anxious citizen loses a caseworker.", source="S4 L1550-1567", grade="D", role="prior")
    trust_pace: float = number(0.17, unit="share a meeting", possible=(0, 1), plausible=(0.05, 0.4), da="Hvor hurtigt tilliden flytter sig", en="Pace of trust",
        meaning="Share of the distance to its level that trust moves at a meeting.", source="S4 L1488-1498", grade="E", role="prior")
    knowledge_pace: float = number(0.2, unit="share a meeting", possible=(0, 1), plausible=(0.05, 0.4), da="Hvor hurtigt kendskabet vokser", en="Pace of case knowledge",
        meaning="The same for knowledge of the case.", source="S4 L1488-1498", grade="E", role="prior")
    belief_pace: float = number(0.15, unit="share a meeting", possible=(0, 1), plausible=(0.05, 0.4), da="Hvor hurtigt sagsbehandlerens tro flytter sig", en="Pace of the caseworker's belief",
        meaning="The same for the caseworker's belief in the citizen.", source="facts A4", grade="E", role="prior")
    belief_passed_on: float = number(0.1, unit="share a meeting", possible=(0, 1), plausible=(0.02, 0.3), da="Sagsbehandlerens tro smitter", en="Belief passed on",
        meaning="How far a trusted caseworker's belief pulls the citizen's own belief at a meeting.", source="S4 L1340-1359, facts A4", grade="D", role="prior")
    outlook: float = number(0.45, unit="share", possible=(0, 1), plausible=(0.2, 0.7), da="Sagsbehandlerens grundholdning", en="Own outlook in belief", meaning="How much of a caseworker's belief in a citizen is the caseworker's own outlook; the rest is what is seen of the citizen.", source="facts A2, A4", grade="E", role="prior")
    guidance: float = number(0.5, unit="share", possible=(0, 1), plausible=(0.2, 0.8), da="Vejledning", en="Guidance", meaning="How much of applying for jobs and of starting an education rests on a plan made with the caseworker; the rest people do by themselves.", source="S4 L1484-1486, facts A15", grade="E", role="prior")
    guidance_half_life: float = number(13.0, unit="weeks", possible=(1, 260), plausible=(6, 39), da="Halveringstid for planen", en="Half-life of guidance", meaning="Weeks without a talk after which half of such a plan has lapsed.", source="guess", grade="E", role="prior")
    belief_to_action: float = number(0.469, unit="share of effort", possible=(0, 1), plausible=(0.1, 0.9), da="Fra tro til handling", en="Belief to action",
        meaning="How much of a caseworker's effort for a citizen depends on believing in that citizen.", source="facts A4-A5, targets T9", grade="B", role="fitted")
    authority_strain: float = number(0.12, unit="trust 0-1", possible=(0, 1), plausible=(0, 0.3), da="Myndighedsrollens pris i tillid", en="Price of authority",
        meaning="Trust that a rule-bound authority role takes away.", source="S1 L666-676", grade="D", role="prior")
    supervision: float = number(0.0, unit="hours a week", possible=(0, 20), plausible=(0, 3), da="Supervision", en="Supervision",
        meaning="Hours of supervision for every caseworker and broker: fewer leave, and the hours are missing elsewhere.", source="S4 L1488-1498, S4 L3346-3355", grade="E", role="lever")
    supervision_keeps: float = number(0.25, unit="share per hour", possible=(0, 1), plausible=(0.05, 0.5), da="Supervision fastholder personale", en="Kept by supervision",
        meaning="How much an hour of supervision a week divides turnover by, beyond one.", source="guess", grade="E", role="prior")
    reorganisation: float = number(0.0, unit="share a year", possible=(0, 1), plausible=(0, 1), da="Omorganisering", en="Reorganisation",
        meaning="Share of cases moved, and of contacts with workplaces lost, by reorganising in a year; date it for as long as it lasts.", source="S2 M5", grade="D", role="setting")
    visit_hours: float = number(0.3, unit="hours", possible=(0, 20), plausible=(0, 1.5), da="Ekstra tid til samtale på arbejdspladsen", en="Hours per talk at a workplace",
        meaning="Hours more, on average, that a talk with someone in a placement or job on benefit takes, part of them at the workplace.", source="S1 L919-929", grade="E", role="prior")
    answers_chosen: float = number(0.7, unit="share", possible=(0, 1), plausible=(0.2, 1), da="Svar efter borgerens behov", en="Answers chosen by need",
        meaning="How far a caseworker who listens fully chooses between challenge and support by what this citizen can bear and lacks. 0: by habit.", source="S4 L1466-1481", grade="E", role="prior")
    candour: float = number(0.6, unit="share", possible=(0, 2), plausible=(0.2, 1), da="Ærlighed over for virksomheder", en="Candour with workplaces",
        meaning="How much more of the burden a workplace sees from a wholly candid caseworker or broker than from one who leaves out what is hard.", source="S2 L580-583, L2878-2883", grade="E", role="prior")
    brushed_aside: float = number(0.25, unit="share", possible=(0, 1), plausible=(0.05, 0.6), da="Ønsker, der ikke høres", en="Wish brushed aside",
        meaning="What a talk that does not listen, or a course without meaning, does to someone with a direction, as a share of a placement outside the wish.", source="S4 L3230-3236, L1057-1121", grade="E", role="prior")
    outreach_hours: float = number(0.75, unit="hours per approach", possible=(0, 40), plausible=(0.25, 2), da="Timer pr. virksomhedskontakt", en="Hours per approach",
        meaning="Hours that it takes whoever proposes a placement to approach workplaces for one citizen.", source="S1 L893-905, L852-858", grade="E", role="prior")
    back_door_hours: float = number(1.0, unit="hours per approach", possible=(0, 40), plausible=(0.5, 4), da="Ekstra timer ad bagdøren", en="Extra hours at the back door",
        meaning="Hours more when a concrete person is brought to the workplace, as brokers always do.", source="S1 L804-818, L919-929", grade="E", role="prior")
    volume_target: float = number(0.0, unit="placements per 100 citizens", possible=(0, 100), plausible=(0, 25), da="Måltal for praktikker", en="Volume target",
        meaning="A target that acts on the jobcentre's caseworkers, and only while fewer placements than this are running or agreed: they propose more, and put less of what they know into each. 0 is no target. What a target does to wishes, firms and purposes week in, week out is placements.volume_pressure.", source="S0 L189-198", grade="D", role="lever")
    listening: float = number(0.5, unit="skill 0-1", possible=(0, 1), plausible=(0.3, 0.8), da="Evne til at lytte", en="Listening",
        meaning="Mean skill in listening of whoever is hired.", source="S4 L604-616", grade="E", role="prior")
    training: float = number(0.0, unit="skill 0-1", possible=(0, 0.5), plausible=(0, 0.3), da="Uddannelse i at lytte", en="Training in listening",
        meaning="Listening that training in motivational interviewing adds to each caseworker in post; new staff begin untrained.", source="S4 L604-616, L2229-2245", grade="E", role="lever")
    training_weeks: float = number(26.0, unit="weeks", possible=(1, 260), plausible=(8, 52), da="Lytteuddannelsens længde", en="Length of training",
        meaning="Weeks until someone in training has learned it all.", source="guess", grade="E", role="prior")
    training_hours: float = number(2.0, unit="hours a week", possible=(0, 37), plausible=(0.5, 6), da="Timer på lytteuddannelse", en="Hours of training",
        meaning="Hours a week that someone in training spends on it.", source="guess", grade="E", role="prior")
    differences: float = number(0.2, unit="standard deviation on a 0-1 scale", possible=(0, 0.5), plausible=(0.1, 0.3), da="Forskelle mellem sagsbehandlere",
        en="Differences between caseworkers", meaning="Spread of listening, drive, rule-boundness and belief.", source="facts D3", grade="C", role="prior")
    order: Order = choice(Order.PARALLEL, da="Rækkefølgen af indsatsen", en="Order of effort", meaning="In which order social help and job-directed help come.", source="S4 L1143-1145, facts A15", grade="D", role="lever")
    turn_chance: float = number(0.05, unit="chance a meeting", possible=(0, 1), plausible=(0.01, 0.15), da="Mulige vendepunkter pr. samtale", en="Turn per meeting",
        meaning="Chance that a meeting of full quality with someone who can receive it becomes a candidate turning point.", source="S4 L1243-1246", grade="E", role="prior")
    sanctions: float = number(0.15, unit="chance per missed meeting", possible=(0, 1), plausible=(0, 0.5), da="Sanktioner", en="Sanctions",
        meaning="Chance that absence is sanctioned.", source="facts D15", grade="D", role="lever")
    sanction_weeks: float = number(3.0, unit="weeks", possible=(0, 52), plausible=(1, 13), da="Sanktionens længde", en="Length of a sanction",
        meaning="Weeks of reduced benefit.", source="rules 2016-2019", grade="D", role="lever")
    trust_by_talk: float = number(1.15, unit="trust per unit of quality", possible=(0, 3), plausible=(0.6, 1.5), da="Tillid gennem en god samtale", en="Trust from a good talk", meaning="How much higher the level that trust moves toward is after a talk in which the caseworker listens fully than after one in which nobody listens.", source="guess from S4 L604-616, L1488-1498", grade="E", role="prior")
    strain_dulls: float = number(0.5, unit="share", possible=(0, 1), plausible=(0.2, 0.8), da="Pres sløver lytningen", en="Strain dulls", meaning="Share of a caseworker's listening and drive in a talk that full strain takes away.", source="guess from S1 L1029-1035", grade="E", role="prior")
    belief_slope: float = number(4.0, unit="effort per unit of belief", possible=(0, 20), plausible=(2, 8), da="Indsats efter tro på borgeren", en="Effort by belief", meaning="How steeply effort rises with belief in the citizen, around even odds and up to twice the usual. At 4 there is none below a quarter and twice as much above three quarters; Belief to action says how far this counts.", source="guess from facts A4-A5", grade="E", role="prior")
    tells_apart: float = number(3.0, unit="factor", possible=(0, 20), plausible=(1, 5), da="Forstørrede forskelle mellem borgere", en="Tells citizens apart", meaning="How many times larger than they are the differences between citizens look to the caseworker who forms a belief in them.", source="guess", grade="E", role="prior")
    plan_pace: float = number(0.6, unit="share a meeting", possible=(0, 1), plausible=(0.3, 0.9), da="Hvor hurtigt planen vokser", en="Pace of the plan", meaning="Share of the distance to its level that a plan for applying, or for an education, moves at a meeting.", source="guess from S4 L1484-1486", grade="E", role="prior")
    relation_bar: float = number(0.3, unit="trust 0-1", possible=(0, 1), plausible=(0.15, 0.5), da="Tillid, før der er en relation", en="Bar of a relation", meaning="Trust from which a talk rests on a relation. Below it a talk is felt as control and feeds opponent or client; above it it feeds the co-creator.", source="guess from S4 L1057-1121", grade="E", role="prior")
    challenge_bar: float = number(0.35, unit="trust 0-1", possible=(0, 1), plausible=(0.15, 0.6), da="Tillid, før man kan udfordres", en="Bears a challenge", meaning="Trust from which being challenged in a talk is taken as care, and gives direction; below it it costs trust and belief.", source="guess from S4 L1466-1481", grade="E", role="prior")
    priority_trust: float = number(6.0, unit="weeks", possible=(0, 104), plausible=(0, 13), da="Tillid i prioriteringen", en="Trust in the pile", meaning="Weeks of waiting that full trust is worth where a caseworker decides by judgement whom to meet first.", source="guess from S4 L1493-1497", grade="E", role="prior")
    priority_belief: float = number(8.0, unit="weeks", possible=(0, 104), plausible=(0, 13), da="Tro på borgeren i prioriteringen", en="Belief in the pile", meaning="Weeks of waiting that full belief in the citizen is worth there.", source="guess from S4 L1493-1497", grade="E", role="prior")
    pressing: float = number(0.42, unit="severity 0-1", possible=(0, 1), plausible=(0.25, 0.6), da="Grænse for et presserende problem", en="A problem presses from", meaning="Severity from which a problem presses, so that it calls for help of its own.", source="guess from S4 L1016-1021", grade="E", role="prior")
    sanction_trust: float = number(0.12, unit="trust 0-1", possible=(0, 1), plausible=(0.03, 0.3), da="Sanktionens pris i tillid", en="What a sanction costs in trust", meaning="Trust in the caseworker lost when absence costs benefit.", source="guess from S4 L1104-1114", grade="E", role="prior")
    newcomer_pace: float = number(0.8, unit="share", possible=(0, 1), plausible=(0.5, 1), da="Nyansattes samtaletempo", en="Pace of the newly hired", meaning="Share of the usual number of talks that somebody reaches who has been in the post for less than the learning time.", source="guess from specification 1", grade="E", role="prior")
    contacts_lost: float = number(0.5, unit="share", possible=(0, 1), plausible=(0.2, 0.9), da="Kontakter, der går tabt", en="Contacts lost", meaning="Share of somebody's contacts with workplaces that is gone with the person.", source="guess from S2 M5", grade="E", role="prior")
    target_push: float = number(2.0, unit="multiple of normal", possible=(0, 20), plausible=(0.5, 4), da="Måltallets skub", en="Push of a target", meaning="How many times as many placements again are proposed while none of those the volume target asks for is running.", source="guess from S0 L189-198", grade="E", role="prior")
    firm_knowledge: float = number(0.35, unit="skill 0-1", possible=(0, 1), plausible=(0.2, 0.5), da="Nyansattes kendskab til virksomheder", en="Knowledge of firms", meaning="Mean knowledge of local workplaces of a newly hired caseworker.", source="guess from S1 L818-848", grade="E", role="prior")
