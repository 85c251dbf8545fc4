"""What a scenario file says about itself: title, question, what is not modelled, and the time it covers."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from sim.errors import Text
from sim.scenario.parameter import Fact, Section, whole

BASE_REGIME = "rules-2016-2019"
"""The rules the model is calibrated under."""

LONGEST_WEEKS = 2600
LONGEST_TITLE = 120
LONGEST_TEXT = 600
LONGEST_LIST = 40
_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def _without_hidden(text: str) -> str:
    """Refuse characters that nobody sees: they can forge lines on a terminal or turn the reading direction."""
    hidden = next((character for character in text if unicodedata.category(character) in _REFUSED), None)
    if hidden is not None:
        raise PydanticCustomError("hidden_character", "hidden character {code}", {"code": f"U+{ord(hidden):04X}"})
    return text


def _folded(raw: Any) -> Any:
    """Longer texts may run over several lines in the file; they are one paragraph."""
    return " ".join(raw.split()) if isinstance(raw, str) else raw


def both(raw: Any) -> Any:
    """A text given in one language stands for both."""
    if isinstance(raw, str):
        return {"da": raw, "en": raw}
    if isinstance(raw, dict) and ("da" in raw) != ("en" in raw):
        only = raw.get("da", raw.get("en"))
        return {"da": only, "en": only, **raw}
    return raw


_Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TITLE),
    AfterValidator(_without_hidden),
]
_Paragraph = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT),
    AfterValidator(_without_hidden), BeforeValidator(_folded),
]
_Word = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]


class TitlePair(Section):
    """A title in both languages."""

    da: _Title
    en: _Title

    def text(self) -> Text:
        """The two as one text."""
        return Text(self.da, self.en)


class ParagraphPair(Section):
    """A paragraph in both languages."""

    da: _Paragraph
    en: _Paragraph

    def text(self) -> Text:
        """The two as one text."""
        return Text(self.da, self.en)


class Header(Section):
    """The keys above the first section, and ``[title]``. Everything may be left out."""

    extends: str | None = None
    title: Annotated[TitlePair, BeforeValidator(both)] | None = None
    question: Annotated[ParagraphPair, BeforeValidator(both)] | None = None
    not_modelled: list[Annotated[ParagraphPair, BeforeValidator(both)]] = Field([], max_length=LONGEST_LIST)
    regime: _Word | None = None


def _monday(day: date) -> date:
    if day.weekday() != 0:
        before = day - timedelta(days=day.weekday())
        near = f"{before.isoformat()}, {(before + timedelta(weeks=1)).isoformat()}"
        raise PydanticCustomError("not_a_monday", "not a Monday; nearest {near}", {"near": near})
    return day


class Clock(Section):
    """The weeks a run covers."""

    start: Annotated[date, AfterValidator(_monday)] = Field(
        date(2017, 1, 2), ge=date(1990, 1, 1), le=date(2100, 1, 1), json_schema_extra={"fact": Fact(  # type: ignore[dict-item]
            "date", "Start", "Start", "The Monday on which week 0 begins.", "specification 0", "E", "setting",
            dated=False,
        )})
    weeks: int = whole(
        260, unit="weeks", possible=(0, LONGEST_WEEKS), plausible=(26, 520), da="Uger", en="Weeks",
        meaning="Weeks that are recorded, from the start.", source="specification 0", grade="E", role="setting",
        dated=False)
    burn_in_weeks: int = whole(
        312, unit="weeks", possible=(0, 1040), plausible=(104, 520), da="Indkøring", en="Burn-in",
        meaning="Weeks that are run before the start and not recorded, so that the town settles.",
        source="specification 0", grade="E", role="setting", dated=False)
