"""Outside events: what can happen to one person from outside, whoever decides that it does."""

from __future__ import annotations

from sim.vocabulary.words import Word


class Happening(Word):
    """An outside event in one person's life. It sets circumstances; what people make of them is the model's.

    The meaning says what the order's ``amount`` is, and what stands in for it when it is left out.
    """

    NEW_CASEWORKER = 0, "Ny sagsbehandler", "New caseworker", "The case moves, with the handover in force. Amount: place among the town's caseworkers by listening and drive, 0 last to 1 first; else whoever has fewest cases."
    NEW_CASEWORKER_UNPREPARED = 1, "Ny sagsbehandler uden overlevering", "New caseworker, no handover", "As a new caseworker, with nothing handed over."
    NEW_CASEWORKER_PREPARED = 2, "Ny sagsbehandler med overlevering", "New caseworker, planned handover", "As a new caseworker, after a joint meeting."
    KEEP_CASEWORKER = 3, "Beholder sagsbehandleren", "Keeps the caseworker", "The present caseworker stays in the post and on the case. Amount: weeks, else 52."
    CALLED_IN = 4, "Indkaldt til samtale", "Called to a meeting", "First in line for the caseworker's next free hour."
    PERSONAL_MENTOR = 5, "Personlig mentor", "Personal mentor", "A personal mentor is given. Amount: weeks, else twice the length of a support course."
    PERSONAL_MENTOR_LOST = 6, "Mister personlig mentor", "Personal mentor lost", "The personal mentor stops."
    SUPPORT = 7, "Støtte bevilget", "Support granted", "A place in a support service, at once. The order names the service, else the one for what presses most."
    CRISIS = 8, "Livskrise", "Life crisis", "A crisis strikes. Amount: severity added, else the usual; the order names the problem, else family."
    PROBLEM = 9, "Et problem vokser", "A problem grows", "A problem appears or worsens, most of it lastingly. Amount: severity added, else 0.3."
    PROBLEM_EASES = 10, "Et problem letter", "A problem eases", "A problem eases, most of it lastingly. Amount: severity taken away, else 0.3."
    SICK_LISTED = 11, "Sygemeldt", "Sick-listed", "A doctor's note ends what runs and rests the case. Amount: weeks of rest, else 8."
    PLACEMENT = 12, "Praktikplads med udsigt", "Placement with a prospect", "A workplace with an opening offers a placement. Amount: the seeker's knowledge of person and firm, 0-1, else 0.6."
    PLACEMENT_WITHOUT_PROSPECT = 13, "Praktikplads uden udsigt", "Placement without a prospect", "A workplace without an opening offers a placement. Amount: as above, else 0.3."
    OPENING = 14, "En stilling bliver ledig", "A post opens", "A post opens at the person's workplace, or at the one named."
    FIRM_CLOSES = 15, "Arbejdspladsen lukker", "The workplace closes", "The person's workplace, or the one named, closes."
    FIRM_MENTOR = 16, "Virksomhedsmentor på arbejdspladsen", "Firm mentor", "The person's workplace gives a firm mentor."
    FIRM_MENTOR_LOST = 17, "Virksomhedsmentor falder fra", "Firm mentor lost", "The firm mentor's attention goes elsewhere."
    FRIEND = 18, "En ven melder sig", "A friend comes", "A tie who knew the person. Amount: 1 with a job (at the firm named, if any), 0 without; else 0."
    FRIEND_LOST = 19, "En ven forsvinder", "A friend goes", "A tie is lost."
    VISIT = 20, "Uventet besøg", "Uninvited visit", "Someone of the network comes by."
    EVERYDAY_HELP = 21, "Hjælp i hverdagen", "Everyday help", "Someone of the network helps with everyday life or money."
    FAMILY_DEMAND = 22, "Krav fra familien", "Family demand", "Someone of the network backs the person and demands something."
    BROKER = 23, "Jobformidler", "Job broker", "The broker with fewest citizens takes the person on; nothing where the town has none."
    BROKER_LOST = 24, "Mister jobformidler", "Broker lost", "The broker, and the follow-up, stop."
    BENEFIT_CUT = 25, "Ydelsen sættes ned", "Benefit cut", "A notice cuts the benefit. Amount: weeks, else as a sanction."
    UPSKILLING_GRANT = 26, "Kursus bevilget", "Course granted", "A course toward a concrete job, such as a driving licence. Amount: weeks, else as usual."
    ACTIVATION = 27, "Generel aktivering", "Generic activation", "A general activation course. Amount: weeks, else as usual."
    CLARIFICATION_BEGUN = 28, "Sagen skal afklares", "Clarification opened", "The case begins to be clarified; papers are awaited."
    TEAM_MEETING = 29, "Møde i rehabiliteringsteamet", "Rehabilitation meeting", "The rehabilitation team takes the case now and decides on the file."
    FLEXJOB_GRANTED = 30, "Fleksjob bevilget", "Flexjob granted", "The municipality grants a flexjob."
    FLEXJOB_REFUSED = 31, "Afslag på fleksjob", "Flexjob refused", "The municipality refuses what was hoped for."
    REJECTIONS = 32, "Afslag på ansøgninger", "Applications turned down", "Employers turn applications down. Amount: how many, else 5."
