"""Gates: where something is handed out, so that one person can be passed over and the next in line gets it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sim.vocabulary.events import TurningPoint
from sim.vocabulary.words import Word


class Gate(Word):
    """Where a person is passed over when an event is taken out of a pathway whole, with what it cost others.

    ``scarce`` gates hand out something others wait for; at the rest nobody stands in line.
    """

    MEETING = 0, "Plads til samtale", "Meeting", "The caseworker's hour goes to the next in line."
    BROKER_CONTACT = 1, "Jobformidlerens uge", "Broker's week", "The hour goes to the broker's other citizens."
    BROKER_PLACE = 2, "Plads hos jobformidler", "Place with a broker", "The place goes to another by lot."
    SERVICE_PLACE = 3, "Plads i støtte", "Place in support", "The place goes to the next in the queue."
    TEAM = 4, "Plads på teamets dagsorden", "Team's sitting", "Another case is decided; this one goes to the back of the queue."
    SEAT = 5, "Plads på arbejdspladsen", "Seat at a workplace", "The seat, or the opening, is there for another."
    HAND_BACK = 6, "Plads, der gives fri", "Place given up", "The person keeps the place, so the next in line waits."
    BREAK_OFF = 7, "Praktik, der holder", "Placement that holds", "The placement goes on, so its seat is not free."
    NETWORK = 10, "Netværk", "Network", "The tie is the person's own; nobody stands in line."
    LIFE = 11, "Livet", "Life", "It does not strike; nobody stands in line."
    HANDOVER = 12, "Overlevering", "Handover", "The new caseworker takes over everything; nobody stands in line."

    @property
    def scarce(self) -> bool:
        """Whether others stand in line."""
        return int(self) < int(Gate.NETWORK)


ABSENT: Mapping[TurningPoint, Gate] = MappingProxyType({
    TurningPoint.RELATION: Gate.MEETING,
    TurningPoint.GOOD_CASEWORK: Gate.MEETING,
    TurningPoint.BETTER_CASEWORKER: Gate.MEETING,
    TurningPoint.RIGHT_HELP: Gate.SERVICE_PLACE,
    TurningPoint.UPSKILLING_GRANT: Gate.MEETING,
    TurningPoint.CLARIFIED: Gate.TEAM,
    TurningPoint.FIRM_OFFER: Gate.SEAT,
    TurningPoint.EVERYDAY_HELP: Gate.NETWORK,
    TurningPoint.SELF_WORTH_SUPPORT: Gate.NETWORK,
    TurningPoint.FAMILY_DEMAND: Gate.NETWORK,
    TurningPoint.NETWORK_LINK: Gate.SEAT,
    TurningPoint.OWN_INITIATIVE: Gate.SEAT,
    TurningPoint.REHABILITATION_MOMENTUM: Gate.TEAM,
    TurningPoint.CASEWORKER_LOST: Gate.HANDOVER,
    TurningPoint.LIFE_CRISIS: Gate.LIFE,
    TurningPoint.FAILED_PLACEMENT: Gate.BREAK_OFF,
    TurningPoint.FLEXJOB_REFUSED: Gate.TEAM,
    TurningPoint.SANCTIONED: Gate.MEETING,
    TurningPoint.OVERWHELMING_DEMAND: Gate.MEETING,
    TurningPoint.DEREGISTERED: Gate.HAND_BACK,
})
"""Where the absent version of a kind passes the person over. Kinds that are missing have a void version only: nothing
is handed out in the week they happen, for what they need is held already (a seat at work, a mentor) or has built up."""

ABSENT_BY_BROKER: Mapping[TurningPoint, Gate] = MappingProxyType({
    TurningPoint.RELATION: Gate.BROKER_CONTACT,
    TurningPoint.REHABILITATION_MOMENTUM: Gate.BROKER_PLACE,
})
"""The same where a broker is the one who acted."""
