"""What may stand in each part of a case file: name, kind, range, allowed words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sim.errors import Text
from sim.population.fields import CITIZENS, OwnField
from sim.vocabulary import Benefit, Channel, Happening, Occupation, Phase, Problem, Sector, Service, Word

Kind = Literal["number", "whole", "yes_no", "word", "text", "texts", "weeks"]
LONGEST_CASE = 520
MOST_TIES = 12


@dataclass(frozen=True, slots=True)
class Slot:
    """One key of a case file."""

    name: str
    kind: Kind
    meaning: Text
    low: float = 0.0
    high: float = 1.0
    words: tuple[str, ...] = ()
    required: bool = False


def _keys(words: type[Word]) -> tuple[str, ...]:
    return words.keys()


def _both(da: str, en: str) -> tuple[Slot, Slot]:
    return (
        Slot("da", "text", Text(f"{da}, på dansk", f"{en}, in Danish"), required=True),
        Slot("en", "text", Text(f"{da}, på engelsk", f"{en}, in English"), required=True),
    )


_SOURCE = Slot("source", "text", Text("dokument og linjer", "document and lines"), required=True)
_AFTER = Slot("after", "text", Text("id på den begivenhed, der tælles fra", "id of the event that is counted from"))
_NAME = Slot("id", "text", Text("begivenhedens navn i filen", "the event's name in the file"), required=True)

TOP = (
    Slot("source", "text", Text("dokumentet, S0-S4", "the document, S0-S4"), required=True),
    Slot("weeks", "whole", Text("uger, der spilles", "weeks that are played"), 26, LONGEST_CASE, required=True),
)
TABLES = ("title", "story", "questions", "person", "surroundings", "sources", "event", "milestone", "counter")
"""Tables of a case file, beside the keys at its top."""
NEEDED = tuple(name for name in TABLES if name != "milestone")
TITLE = _both("overskrift", "title")
STORY = _both("fortælling i egne ord", "story in our own words")
QUESTIONS = (
    Slot("da", "texts", Text("spørgsmål på dansk", "questions in Danish"), required=True),
    Slot("en", "texts", Text("de samme på engelsk", "the same in English"), required=True),
)
_PLACE = Text("sagsbehandlerens plads blandt byens, 0 svagest, 1 stærkest",
              "the caseworker's place among the town's, 0 weakest, 1 strongest")
_RANGE = Text("første og sidste mulige uge", "first and last possible week")
SURROUNDINGS = (
    Slot("family", "whole", Text("familie, man kan regne med", "family to count on"), 0, MOST_TIES, required=True),
    Slot("friends", "whole", Text("venner", "friends"), 0, MOST_TIES, required=True),
    Slot("former_colleagues", "whole", Text("tidligere kolleger", "former colleagues"), 0, MOST_TIES, required=True),
    Slot("caseworker", "number", _PLACE, required=True),
    Slot("brokers", "number", Text("jobformidlere pr. 1.000 borgere", "job brokers per 1,000 citizens"), 0, 50),
)
EVENT = (
    _NAME,
    Slot("happening", "word", Text("hvad der sker", "what happens"), words=_keys(Happening), required=True),
    Slot("weeks", "weeks", _RANGE, 0, LONGEST_CASE, required=True),
    _AFTER,
    Slot("amount", "number", Text("hvor meget, se begivenheden", "how much, see the happening"), 0, 520),
    Slot("problem", "word", Text("problemet", "the problem"), words=_keys(Problem)),
    Slot("service", "word", Text("støtten", "the service"), words=_keys(Service)),
    Slot("sector", "word", Text("sektor", "sector"), words=_keys(Sector)),
    Slot("occupation", "word", Text("arbejde", "occupation"), words=_keys(Occupation)),
    Slot("channel", "word", Text("hvem der åbnede døren", "who opened the door"), words=_keys(Channel)),
    _SOURCE,
    *_both("begivenheden", "the event"),
)
MILESTONE = (
    Slot("after", "text", Text("id på den begivenhed, der tælles fra", "id of the event counted from"), required=True),
    Slot("weeks", "whole", Text("uger efter den", "weeks after it"), -52, 260, required=True),
    _SOURCE,
    *_both("milepælen", "the milestone"),
)
COUNTER = (
    *_both("modfortællingen", "the counter-case"),
    Slot("without", "texts", Text("id'er, der tages ud", "ids that are taken out")),
)
PERIOD = (
    Slot("phase", "word", Text("fasen", "the phase"), words=_keys(Phase), required=True),
    Slot("from", "text", Text('id på en begivenhed, eller "start"', 'id of an event, or "start"'), required=True),
    Slot("after", "whole", Text("uger efter den", "weeks after it"), -104, 260),
)


def _person(field: OwnField) -> Slot:
    meaning = Text(field.meaning, field.meaning)
    if field.kind == "word":
        return Slot(field.name, "word", meaning, words=field.words, required=field.required)
    kind: Kind = "yes_no" if field.kind == "yes_no" else "whole" if field.kind == "whole" else "number"
    return Slot(field.name, kind, meaning, field.low, field.high, required=field.required)


_AGE = Text("alder i uge 0", "age in week 0")
PERSON = (
    Slot("age", "number", _AGE, 18, 64, required=True),
    Slot("benefit", "word", Text("ydelse i uge 0", "benefit in week 0"),
         words=(Benefit.ACTIVITY_READY.key, Benefit.RESOURCE_COURSE.key), required=True),
    *(_person(field) for field in CITIZENS if field.kind != "id" and field.name not in {"age", "benefit"}),
)
"""The columns of a town's own table of citizens, for one person."""
