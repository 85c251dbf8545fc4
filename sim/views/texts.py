"""Every sentence of the views, in Danish and English, looked up by key from one catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Formatter
from types import MappingProxyType

from sim.errors import Text
from sim.views.texts_ablation import ABLATION
from sim.views.texts_answers import ANSWERS
from sim.views.texts_attribution import ATTRIBUTION
from sim.views.texts_bands import BANDS
from sim.views.texts_brief import BRIEF
from sim.views.texts_columns import COLUMNS
from sim.views.texts_figures import FIGURES
from sim.views.texts_leaning import LEANING
from sim.views.texts_money import MONEY
from sim.views.texts_pathways import PATHWAYS
from sim.views.texts_replay import REPLAY
from sim.views.texts_story import STORY
from sim.views.texts_story_events import STORY_EVENTS
from sim.views.texts_welfare import WELFARE
from sim.views.texts_workbook import WORKBOOK
from sim.views.wording import Wording
from sim.vocabulary import Language

_NOTHING: Mapping[str, str] = MappingProxyType({})


def _merged(parts: Iterable[Wording]) -> Wording:
    """Join the parts of the catalogue.

    Raises:
        ValueError: when two parts use the same key.
    """
    whole: dict[str, Text] = {}
    for part in parts:
        for key, pair in part.items():
            if key in whole:
                raise ValueError(f"the text {key!r} is written in two places")
            whole[key] = pair
    return MappingProxyType(whole)


CATALOGUE: Wording = _merged((
    ABLATION, ANSWERS,
    ATTRIBUTION, BANDS, BRIEF, COLUMNS, FIGURES, LEANING, MONEY, PATHWAYS, REPLAY, STORY, STORY_EVENTS, WELFARE,
    WORKBOOK,
))
"""All sentences. The first part of a key names the view it belongs to."""


def say(key: str, language: Language, values: Mapping[str, str] = _NOTHING) -> str:
    """Return the sentence ``key`` in ``language`` with its ``{placeholders}`` filled from ``values``.

    Values are put in as plain text, never read as placeholders themselves.

    Raises:
        KeyError: when the catalogue has no such sentence, or a placeholder has no value.
    """
    pair = CATALOGUE[key]
    return (pair.da if language == "da" else pair.en).format_map(values)


def placeholders(sentence: str) -> frozenset[str]:
    """The names between braces in ``sentence``."""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)


def joined(parts: Iterable[str], language: Language) -> str:
    """Join words as a sentence does: ``a, b og c`` or ``a, b and c``."""
    words = list(parts)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {say('word.and', language)} {words[-1]}"


def capital(sentence: str) -> str:
    """The sentence with its first letter as a capital."""
    return sentence[:1].upper() + sentence[1:]
