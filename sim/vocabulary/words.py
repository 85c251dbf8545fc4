"""The shape every closed set of words shares: a small code, a Danish and an English label, a plain meaning."""

from __future__ import annotations

import enum
from typing import Literal, Self

Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")


class Word(enum.IntEnum):
    """One member of a closed set. The integer is what columns and result tables store; it never changes meaning."""

    da: str
    en: str
    meaning: str

    def __new__(cls, code: int, da: str = "", en: str = "", meaning: str = "") -> Self:
        """Create a member from its code, its Danish and English label, and its plain meaning (English).

        The labels have defaults only so that type checkers accept looking a member up by its code, ``Phase(2)``.
        """
        member = int.__new__(cls, code)
        member._value_ = code
        member.da = da
        member.en = en
        member.meaning = meaning
        return member

    @property
    def key(self) -> str:
        """The lower-case name used in files and tables, such as ``small_job``."""
        return self.name.lower()

    def label(self, language: Language) -> str:
        """Return the label in the given language."""
        return self.da if language == "da" else self.en

    @classmethod
    def from_key(cls, key: str) -> Self:
        """Return the member whose key is ``key``.

        Raises:
            KeyError: when no member has that key.
        """
        return cls[key.upper()]

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """All keys in code order."""
        return tuple(member.key for member in cls)
