"""Events: what the log holds, why it happened, and which turning points there are."""

from __future__ import annotations

from sim.vocabulary.words import Word


class EventKind(Word):
    """Rows of the event log."""

    STANDING = 0, "Situationen skifter", "Standing changes", "previous and current are Standing codes."
    PHASE = 1, "Fasen skifter", "Phase changes", "previous and current are Phase codes."
    BENEFIT = 2, "Ydelsen skifter", "Benefit changes", "previous and current are Benefit codes."
    TURNING_POINT = 3, "Muligt vendepunkt", "Candidate turning point", "current is a TurningPoint code; amount is the largest jump."
    CASEWORKER_CHANGED = 4, "Ny sagsbehandler", "New caseworker", "agent is the new post; amount is the trust lost."
    MEETING = 5, "Samtale, der betød noget", "Meeting that mattered", "agent is the post; current is a Response code; amount is the change in trust."
    SERVICE_STARTED = 6, "Støtte begynder", "Support starts", "current is a Service code; amount is weeks waited."
    SERVICE_ENDED = 7, "Støtte slutter", "Support ends", "previous is a Service code."
    PLACEMENT_PROPOSED = 8, "Praktik foreslået", "Placement proposed", "agent is the firm; current is a Channel code."
    PLACEMENT_REFUSED = 9, "Praktik afvist", "Placement refused", "agent is the firm; cause says who refused and why."
    PLACEMENT_STARTED = 10, "Praktik begynder", "Placement starts", "agent is the firm; current is a Channel code; amount is the purpose agreed."
    PLACEMENT_EXTENDED = 11, "Praktik forlænges", "Placement extended", "agent is the firm; amount is extensions so far."
    PLACEMENT_ENDED = 12, "Praktik slutter", "Placement ends", "agent is the firm; cause says how; amount is weeks it ran."
    JOB_WON = 13, "Får job", "Job won", "agent is the firm (-1 unknown); current is a Channel code; amount is weekly hours."
    JOB_LOST = 14, "Mister job", "Job lost", "agent is the firm (-1 unknown); cause says why; amount is weeks it ran."
    HOURS_CHANGED = 15, "Timer ændret", "Hours changed", "amount is the new weekly hours."
    REJECTED = 16, "Mange afslag", "Many rejections", "Rejections that had piled up when they became too many; amount is how many."
    SANCTION = 17, "Sanktion", "Sanction", "amount is weeks of reduced benefit."
    CASE_STAGE = 18, "Ny status i sagen", "Case moves", "previous and current are CaseStage codes."
    DECISION = 19, "Afgørelse", "Decision", "current is the Standing decided; amount is weeks waited."
    CRISIS = 20, "Livskrise", "Life crisis", "current is the Problem struck; amount is the severity added."
    ENTERED = 21, "Ny i modellen", "Entered", "current is the Standing on entry."
    EXITED = 22, "Udgået", "Left the model", "previous is the last Standing; cause says why."
    HAPPENING = 23, "Ydre begivenhed", "Outside event", "current is a Happening code; cause says whether it found its place."
    CUTBACK = 24, "Nedskæring på arbejdspladsen", "Cutback at the workplace", "agent is the firm; previous is the Standing of the person there; amount is the pressure to come."


class Cause(Word):
    """Why something happened."""

    NONE = 0, "Ukendt", "Unknown", "No reason recorded."
    STAFF_TURNOVER = 1, "Sagsbehandler stoppet", "Caseworker left", "The caseworker left the post."
    REASSIGNED = 2, "Omfordelt", "Reassigned", "The case was moved to another post."
    CASELOAD_POLICY = 3, "Nye stillinger", "New posts", "The number of posts changed."
    BENEFIT_CHANGE = 4, "Skift af ydelse", "Change of benefit", "A new benefit brought a new caseworker."
    HIRED = 5, "Ansat", "Hired", "Hired by the firm."
    GATE_FAILED = 6, "Ikke ansat", "Not hired", "Reached the end; the firm said no."
    NO_OPENING = 7, "Ingen stilling", "No opening", "Reached the end; there was no post to hire into."
    HEALTH = 8, "Helbred", "Health", "Health or load broke it off."
    SICK_LISTED = 9, "Sygemeldt", "Sick-listed", "Reported sick instead of leaving."
    LEFT_BY_CITIZEN = 10, "Stoppet af borgeren", "Ended by the citizen", "The citizen stopped."
    LEFT_BY_FIRM = 11, "Stoppet af virksomheden", "Ended by the firm", "The firm stopped it early."
    FIRM_CLOSED = 12, "Virksomhed lukket", "Firm closed", "The workplace closed."
    OVERLOAD = 13, "For mange opgaver", "Overload", "Tasks outgrew what was agreed."
    ENDED = 14, "Udløbet", "Ran out", "The agreed time was over."
    MEETING_PROPOSAL = 15, "Aftalt på samtale", "Agreed at a meeting", "Came out of a meeting."
    OWN_SEARCH = 16, "Egen søgning", "Own search", "Own application."
    NETWORK_LEAD = 17, "Tip fra netværk", "Network lead", "A lead through a tie."
    FIRM_REFUSED = 18, "Virksomheden sagde nej", "Firm said no", "The firm had no capacity or will."
    NO_PLACE_FOUND = 19, "Ingen plads fundet", "No place found", "No fitting workplace was found."
    DECISION = 20, "Afgørelse", "Decision", "Decided by the rehabilitation team."
    AGE = 21, "Pensionsalder", "Retirement age", "Reached retirement age."
    MOVED = 22, "Flyttet", "Moved", "Moved out of the municipality."
    DIED = 23, "Død", "Died", "Died."
    PARTNER_INCOME = 24, "Forsørget af partner", "Partner's income", "Lives on household income."
    SANCTION = 25, "Sanktion", "Sanction", "Benefit cut."
    UPSKILLED = 26, "Opkvalificeret", "Upskilled", "A granted course was finished."
    RETURNED = 27, "Tilbage på ydelse", "Back on benefit", "Came back to benefit."
    ENTERED = 28, "Ny borger", "New citizen", "Entered the model."
    STARTED = 29, "Begyndt", "Started", "The activity began."
    INTERVENTION = 30, "Indgreb", "Intervention", "Placed there by whoever runs the model."
    CUTBACK = 31, "Nedskæring", "Cutback", "The workplace dismissed ordinary staff."
    NO_HOURS = 32, "Ingen timer", "No hours", "Whoever would have approached a workplace had no hours left for it."
    RECALLED = 33, "Ringet op igen", "Called back", "The workplace wanted the person and now has an opening."


class Family(Word):
    """Families of turning points (model section 3)."""

    CASEWORKER = 1, "Sagsbehandler", "Caseworker", "A relation, good casework, or the right help."
    NETWORK = 2, "Netværk", "Network", "Help, support or a link from people around."
    MATCH = 3, "Det rette match", "The right match", "Workplace and person fit."
    DOWNWARD = 4, "Tilbageslag", "Downward", "A loss or a burden."


class TurningPoint(Word):
    """Kinds of turning point. The family is the tens digit."""

    RELATION = 10, "God relation", "Good relation", "A caseworker who listens, understands and believes."
    GOOD_CASEWORK = 11, "Skub i sagen", "Push in the case", "Priority, drive, a clear next step."
    BETTER_CASEWORKER = 12, "Bedre sagsbehandler", "A better caseworker", "A change to someone who listens and acts."
    RIGHT_HELP = 13, "Den rette hjælp", "The right help", "Help with health or everyday coping takes hold."
    UPSKILLING_GRANT = 14, "Bevilget opkvalificering", "Upskilling granted", "A course toward a concrete job is granted."
    CLARIFIED = 15, "Sagen afklaret", "Case clarified", "A decision gives relief and direction."
    FIRM_OFFER = 16, "Praktik med udsigt", "Firm-directed offer", "A placement with prospect is arranged."
    EVERYDAY_HELP = 20, "Hjælp i hverdagen", "Everyday help", "Practical or economic help from the network."
    SELF_WORTH_SUPPORT = 21, "Støtte til selvværd", "Support for self-worth", "Someone who knew the person before."
    FAMILY_DEMAND = 22, "Krav fra familien", "Family demand", "Backing and demand together."
    NETWORK_LINK = 23, "Kontakt gennem netværk", "Link through the network", "A tie opens the door to a workplace."
    RECOGNISING_WORKPLACE = 30, "Anerkendende arbejdsplads", "Recognising workplace", "Leader and colleagues see the person."
    UNEXPECTED_STRENGTH = 31, "Uventet styrke", "Unexpected strength", "A task fits a strength nobody had seen."
    OWN_INITIATIVE = 32, "Eget initiativ", "Own initiative", "A plan of one's own."
    GENTLE_PLACEMENT = 33, "Skånsom afklaring", "Gentle clarification", "A slow placement without pressure."
    REHABILITATION_MOMENTUM = 34, "Motivation grebet efter mødet", "Rehabilitation meeting seized", "Action right after the meeting."
    CASEWORKER_LOST = 40, "Mistet sagsbehandler", "Caseworker lost", "A trusted caseworker left."
    LIFE_CRISIS = 41, "Livskrise", "Life crisis", "Illness, loss, debt, divorce."
    FAILED_PLACEMENT = 42, "Mislykket praktik", "Failed placement", "A placement broke down."
    POINTLESS_PLACEMENT = 43, "Endnu en praktik uden udsigt", "Pointless placement", "A placement ended without prospect, again."
    FLEXJOB_REFUSED = 44, "Afslag på fleksjob", "Flexjob refused", "The decision went the other way."
    FOLLOW_UP_ENDED = 45, "Opfølgning stoppet", "Follow-up ended", "Broker or caseworker follow-up stopped."
    MENTOR_LAPSED = 46, "Virksomhedsmentor uden tid", "Firm mentor lapsed", "The firm mentor's attention went elsewhere."
    TASK_OVERLOAD = 47, "For mange opgaver", "Task overload", "Tasks grew within the same hours."
    PERSONAL_MENTOR_LOST = 48, "Mistet personlig mentor", "Personal mentor lost", "The mentor stopped on hiring."
    OVER_COMMITMENT = 49, "Nyt job for krævende", "Over-commitment", "Took on too much in a new job."
    FIRM_CLOSURE = 50, "Arbejdspladsen lukker", "Firm closure", "The workplace closed."
    SANCTIONED = 51, "Sanktion", "Sanctioned", "Benefit was cut."
    OVERWHELMING_DEMAND = 52, "Krav uden resonans", "Demand without resonance", "Demands met a person who could not carry more."
    REPEATED_REJECTION = 53, "Gentagne afslag", "Repeated rejection", "One rejection too many."

    DEREGISTERED = 54, "Afmeldt af jobformidler", "Handed back by the broker", "The broker could not hold what was needed."

    @property
    def family(self) -> Family:
        """The family this kind belongs to (codes 40 and up are downward)."""
        return Family(min(int(self) // 10, int(Family.DOWNWARD)))

    @property
    def upward(self) -> bool:
        """Whether the event points toward work."""
        return int(self) < int(TurningPoint.CASEWORKER_LOST)
