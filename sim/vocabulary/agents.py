"""Words for the other agents: caseworkers, firms, networks, services, channels."""

from __future__ import annotations

from sim.vocabulary.words import Word


class CaseworkerKind(Word):
    """Kinds of frontline worker."""

    AUTHORITY = 0, "Sagsbehandler", "Caseworker", "Holds the case, grants and sanctions."
    BROKER = 1, "Jobformidler", "Job broker", "Without authority; near the citizen and near the firms."


class Response(Word):
    """How a caseworker answers a citizen in a talk (S4 L1466-1481)."""

    SUPPORTING = 0, "Støttende", "Supporting", "Listens, and carries what is hard."
    TRANSLATING = 1, "Oversættende", "Translating", "Makes rules and options clear, and what the next step is."
    CHALLENGING = 2, "Udfordrende", "Challenging", "Asks whether the plan is realistic, and pushes."


class CaseworkerCondition(Word):
    """How a caseworker's post is doing."""

    ENGAGED = 0, "Engageret", "Engaged", "Strain is low."
    STRAINED = 1, "Presset", "Strained", "Strain is high."
    BURNT_OUT = 2, "Udbrændt", "Burnt out", "Strain is so high that the relation work stops."
    VACANT = 3, "Ubesat", "Vacant", "Nobody in the post."
    NEW = 4, "Ny", "New", "In the first months in the post."


class FirmCondition(Word):
    """What a workplace can take on."""

    OPEN = 0, "Åben", "Open", "Has room for a placement."
    GROWING = 1, "Voksende", "Growing", "Has room and is gaining capacity."
    WORN = 2, "Slidt", "Worn", "Capacity is falling."
    CLOSED = 3, "Lukket", "Closed", "Capacity is below what a placement takes; says no."


class Disposition(Word):
    """Employer disposition (Bredgaard's typology, facts F15)."""

    COMMITTED = 0, "Engageret", "Committed", "Wants to and does."
    PASSIVE = 1, "Passiv", "Passive", "Would, but does not."
    SCEPTICAL = 2, "Skeptisk", "Sceptical", "Does, with reservation."
    DISMISSIVE = 3, "Afvisende", "Dismissive", "Neither wants to nor does."


class NetworkCondition(Word):
    """How well a personal network carries."""

    SUPPORTIVE = 0, "Bærende", "Supportive", "Carries the person."
    THIN = 1, "Tynd", "Thin", "Few usable ties."
    SHRUNK = 2, "Skrumpet", "Shrunk", "Hardly anyone left."


class TieKind(Word):
    """What a tie in the network is."""

    NONE = 0, "Ingen", "None", "Empty place."
    FAMILY = 1, "Familie", "Family", "Family or partner."
    FRIEND = 2, "Ven", "Friend", "Friend."
    FORMER_COLLEAGUE = 3, "Tidligere kollega", "Former colleague", "Known from an earlier workplace."
    COLLEAGUE = 4, "Kollega", "Colleague", "Known from a placement or job inside the simulated weeks."
    PEER = 5, "Anden i samme situation", "Peer", "Another citizen in the model."
    VOLUNTEER = 6, "Frivillig", "Volunteer", "A volunteer contact."


class Service(Word):
    """Support services with capacity and queue."""

    NONE = 0, "Ingen", "None", "No service."
    MENTOR = 1, "Personlig mentor", "Personal mentor", "Out of the door, to meetings and placements."
    PSYCHOLOGIST = 2, "Psykolog/psykiater", "Psychologist or psychiatrist", "Treats mental illness and grief."
    REHABILITATION = 3, "Genoptræning", "Rehabilitation", "Rehabilitation and pain treatment."
    DEBT_ADVICE = 4, "Gældsrådgivning", "Debt advice", "Debt, economy and housing."
    ADDICTION = 5, "Misbrugsbehandling", "Addiction treatment", "Treats substance use."
    ONE_ROOF = 6, "Støtte under ét tag", "One-roof support", "Several helpers in one place, one thing at a time."


class Sector(Word):
    """Who owns the workplace."""

    PRIVATE = 0, "Privat", "Private", "Private firm."
    MUNICIPAL = 1, "Kommunal", "Municipal", "Municipal workplace."


class Channel(Word):
    """Who opened the way to a placement or a job."""

    NONE = 0, "Ingen", "None", "No channel."
    JOBCENTRE = 1, "Jobcenter", "Jobcentre", "Caseworker or firm consultant."
    BROKER = 2, "Jobformidler", "Job broker", "Personal job broker or job mentor."
    PROVIDER = 3, "Anden aktør", "External provider", "External provider."
    NETWORK = 4, "Netværk", "Network", "Family, friend or former colleague."
    OWN = 5, "Egen indsats", "Own initiative", "The citizen."


class CaseStage(Word):
    """Where the case stands in clarification."""

    OPEN = 0, "Uafklaret", "Open", "Not being clarified."
    COLLECTING = 1, "Sagen oplyses", "Collecting", "Doctors and documents are awaited."
    QUEUED = 2, "Venter på rehabiliteringsteam", "Waiting for the rehabilitation team", "File complete, in the team's queue."
    DECIDED = 3, "Afklaret", "Decided", "A decision has been made."


class Occupation(Word):
    """Broad groups of occupation and tasks."""

    CLEANING = 0, "Rengøring og køkken", "Cleaning and kitchen", "Cleaning, kitchen, laundry."
    RETAIL = 1, "Butik og salg", "Retail", "Shops."
    CARE = 2, "Pleje og omsorg", "Care", "Elder care, child care, social care."
    LOGISTICS = 3, "Lager og transport", "Logistics", "Warehouse and transport."
    CRAFT = 4, "Håndværk og byggeri", "Craft", "Construction, craft, outdoor."
    INDUSTRY = 5, "Industri", "Industry", "Manufacturing."
    OFFICE = 6, "Kontor", "Office", "Office and administration."
    SERVICE = 7, "Service og restauration", "Service", "Hotel, restaurant, other service."
