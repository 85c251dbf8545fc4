"""Citations: which document, which of its numbered mechanisms, which lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

NUMBERED = ("S0", "S1", "S2", "S3", "S4")
"""Documents whose mechanisms are numbered, and must all be accounted for."""

_CITATION = re.compile(
    r"(?P<document>S[0-4]|facts|targets|specification)(?: (?P<number>[A-KM-Z]\d+[a-c]?|\d[\d.]*))?"
    r"(?P<lines>(?: L\d+(?:-\d+)?)*)",
)
_SPAN = re.compile(r"(?P<letter>[A-Z])(?P<first>\d+)-(?P=letter)(?P<last>\d+)")


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a document: ``S4 M11 L1488-1498`` is mechanism M11 of S4, on those lines. ``number`` may be empty."""

    document: str
    number: str
    lines: tuple[str, ...]

    @property
    def key(self) -> str:
        """Document and number, such as ``S4 M11``; the document alone when nothing is numbered."""
        return f"{self.document} {self.number}".strip()


def cite(text: str) -> Citation:
    """Read a citation.

    Raises:
        ValueError: when it is not of the form document, number, lines.
    """
    found = _CITATION.fullmatch(text)
    if found is None or not (found["number"] or found["lines"]):
        raise ValueError(f"{text!r} is not a citation such as 'S4 M11 L1488-1498' or 'facts D28'")
    return Citation(found["document"], found["number"] or "", tuple(found["lines"].split()))


def numbers(spans: tuple[str, ...]) -> Iterator[str]:
    """Write out spans: ``A1-A9`` is nine numbers, ``A1b`` is itself; leading zeros stay."""
    for span in spans:
        found = _SPAN.fullmatch(span)
        if found is None:
            yield span
            continue
        width = len(found["first"])
        for number in range(int(found["first"]), int(found["last"]) + 1):
            yield f"{found['letter']}{number:0{width}d}"
