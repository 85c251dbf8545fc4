"""The shape every closed set of words shares: a small code, a Danish and an English label, a plain meaning."""

from __future__ import annotations

import enum
import operator
from collections.abc import Callable
from typing import Any, Literal, Self

Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")


def _compared(name: str) -> Callable[[Any, object], Any]:
    """A comparison with a column as with the plain code; with anything else as whole numbers compare."""
    of_arrays, of_numbers = getattr(operator, name), getattr(int, f"__{name}__")

    def compare(self: Any, other: Any) -> Any:
        # Not asked by numpy's classes: words must not bring numpy along for those who only want help.
        if isinstance(other, int):
            return of_numbers(self, other)
        try:
            return of_arrays(self.beside[other.dtype], other)
        except AttributeError:
            return of_numbers(self, other)
        except KeyError:  # the first column of its kind that this word meets
            self.beside[other.dtype] = _code_beside(self._value_, other.dtype)
            return of_arrays(self.beside[other.dtype], other)

    return compare


def _code_beside(code: int, kind: Any) -> Any:
    """The code as numpy takes it up fastest beside a column: as an array, of no dimension, of the column's kind."""
    try:
        return kind.type(code).__array__() if kind.kind in "iu" else code
    except OverflowError:  # no such code fits the column: compared as numbers
        return code


class Word(enum.IntEnum):
    """One member of a closed set. The integer is what columns and result tables store; it never changes meaning.

    A column compares with a word as with its code. Left to itself numpy would make a column of 64-bit numbers of the
    word first, ten times slower, and the week compares a few hundred times.
    """

    __array_ufunc__ = None
    __hash__ = int.__hash__
    __eq__, __ne__ = _compared("eq"), _compared("ne")
    __lt__, __le__ = _compared("lt"), _compared("le")
    __gt__, __ge__ = _compared("gt"), _compared("ge")

    da: str
    en: str
    meaning: str
    beside: dict[Any, Any]

    def __new__(cls, code: int, da: str = "", en: str = "", meaning: str = "") -> Self:
        """Create a member from its code, its Danish and English label, and its plain meaning (English).

        The labels have defaults only so that type checkers accept looking a member up by its code, ``Phase(2)``.
        """
        member = int.__new__(cls, code)
        member._value_ = code
        member.beside = {}
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
