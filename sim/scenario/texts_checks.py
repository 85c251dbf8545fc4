"""Every remark about a lawful scenario, in Danish and English."""

from __future__ import annotations

from sim.errors import Text
from sim.scenario.parameter import Fact
from sim.scenario.units import unit_text

SAME_AS_BEFORE = Text("Datoen har ingen virkning: værdien er den samme som før.",
                      "This date has no effect: the value is the same as before it.")


def outside_plausible(low: str, high: str, fact: Fact) -> Text:
    """A lawful value outside what is known from anywhere."""
    unit = unit_text(fact.unit)
    return Text(f"Usædvanligt: uden for det kendte område, {low.replace('.', ',')} til {high.replace('.', ',')} {unit.da}. Resultatet er mere usikkert.",
                f"Unusual: outside {low} to {high} {unit.en}, the known range. The result is less certain.")


def already(parent: str) -> Text:
    """A change to the value that holds already."""
    return Text(f"Ændringen har ingen virkning: sådan er det allerede i {parent}.",
                f"This change has no effect: {parent} has it already.")


def after_end(end: str) -> Text:
    """A change on which the run is over."""
    return Text(f"Ændringen har ingen virkning: kørslen slutter før ({end}).",
                f"This change has no effect: the run ends before it ({end}).")


def reaches_back(parent_value: str, moment: str) -> Text:
    """A first date that changes the burn-in too."""
    return Text(f"Første dato ({moment}) ligger ved eller før starten og gælder derfor også indkøringen, hvor der ellers gælder {parent_value}. "
                "Skriv en enkelt værdi, hvis ændringen skal begynde ved starten.",
                f"The first date ({moment}) lies at or before the start and so holds in the burn-in too, where {parent_value} holds otherwise. "
                "Write a single value if the change is to begin at the start.")


def own_town_reaches_back(keys: str) -> Text:
    """All settings of a town's own file that hold in the burn-in too."""
    return Text(f"Filen beskriver en by, og disse tal gælder også indkøringen: {keys}. Sådan skal det være for tal, der hører til byen. "
                "Er et af dem en ny politik, der skal begynde ved starten, så skriv det som en enkelt værdi.",
                f"The file describes a town, and these numbers hold in the burn-in too: {keys}. That is as it should be for numbers that belong to the "
                "town. If one of them is a new policy that is to begin at the start, write it as a single value.")


def rules_by_name(regime: str, count: int) -> Text:
    """Another body of rules is named; ``count`` settings are the file's own."""
    if count == 0:
        return Text(f"{regime} er kun et navn: filen sætter ingen værdier for det, så kørslen følger de samme regler som før.",
                    f"{regime} is only a name: the file sets no values for it, so the run keeps the same rules as before.")
    return Text(f"{regime} er kun et navn og fører ingen regler med sig. Det eneste nye er de værdier, filen selv sætter (antal: {count}).",
                f"{regime} is only a name and brings no rules with it. All that is new is the values the file itself sets (count: {count}).")


def silenced(switch: str, value: str) -> Text:
    """A setting of something that is switched off."""
    return Text(f"Ændringen har ingen virkning, så længe {switch} = {value}.",
                f"This change has no effect as long as {switch} = {value}.")
