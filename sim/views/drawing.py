"""One figure as a reader meets it: the finding as its title, the picture, what it shows, where it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure in one language. ``svg`` is markup that can stand inside a page; the other fields are plain text."""

    key: str
    finding: str
    description: str
    source: str
    svg: str


_ID = re.compile(r'(\bid="|url\(#|href="#)')
_FONT = re.compile(r"font-family: '[^']*'")
_SHORT_FONT = re.compile(r"(font: (?:[a-z0-9]+ )*\d+(?:\.\d+)?px) '[^']*'")
_PAGE_FONT = "var(--figure-font, sans-serif)"
_TAG = re.compile(r"<[^>]+>")
_LONG_NUMBER = re.compile(r"(-?\d+\.\d\d)\d+")


def inlined(markup: str, prefix: str) -> str:
    """Make a free-standing SVG fit to stand inside a page beside others.

    The XML head goes, every id gets ``prefix`` (two figures may otherwise share one), the font is the page's own, the
    picture scales with the page, and coordinates keep two decimals (a hundredth of a point).
    """
    body = markup[markup.index("<svg"):]
    body = re.sub(r"<metadata>.*?</metadata>", "", body, flags=re.DOTALL)
    body = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", body, count=1)
    body = re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", body, count=1)
    body = re.sub(r' xmlns:xlink="[^"]*"', "", body, count=1)
    body = re.sub(r' xmlns="[^"]*"', "", body, count=1).replace("xlink:href=", "href=")
    body = _SHORT_FONT.sub(rf"\1 {_PAGE_FONT}", _FONT.sub(f"font-family: {_PAGE_FONT}", body))
    body = _TAG.sub(lambda tag: _LONG_NUMBER.sub(r"\1", tag[0]).replace(" \nL ", "L").replace(" \nC ", "C"), body)
    return _ID.sub(lambda found: found[1] + prefix + "-", body)
