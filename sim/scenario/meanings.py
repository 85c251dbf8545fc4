"""What settings, sections and choices mean, in the reader's language.

The catalogue holds the English. The Danish stands in ``texts_meanings*``; where there is none, as for a catalogue of
someone's own, the English is given and said to be English.
"""

from __future__ import annotations

from sim.errors import Text
from sim.scenario.parameter import Fact, Section
from sim.scenario.texts_meanings import CHOICES, FRAME, LEVERS, SECTIONS
from sim.scenario.texts_meanings_mechanisms import MECHANISMS
from sim.scenario.texts_meanings_municipal import MUNICIPAL
from sim.scenario.texts_meanings_people import PEOPLE
from sim.scenario.texts_meanings_workplaces import WORKPLACES
from sim.vocabulary import Language, Word

_DANISH = {**LEVERS, **FRAME, **MECHANISMS, **MUNICIPAL, **PEOPLE, **WORKPLACES}
_IN_ENGLISH = "(på engelsk)"


def meaning_of(key: str, fact: Fact, language: Language) -> str:
    """What a setting means; ``key`` is its dotted key."""
    return Text(_DANISH.get(key, f"{_IN_ENGLISH} {fact.meaning}"), fact.meaning).label(language)


def section_meaning(name: str, section: type[Section], language: Language) -> str:
    """What a section holds: the first line that is written about it."""
    english = (section.__doc__ or "").strip().split("\n")[0]
    return Text(SECTIONS.get(name, f"{_IN_ENGLISH} {english}"), english).label(language)


def choice_meaning(word: Word, language: Language) -> str:
    """What a member of a closed set means."""
    danish = CHOICES.get(f"{type(word).__name__}.{word.key}", f"{_IN_ENGLISH} {word.meaning}")
    return Text(danish, word.meaning).label(language)
