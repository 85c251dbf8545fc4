"""Who draws the figures of a page: this process at once, or others while the rest is made. Both draw the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Protocol, TypeVar

from sim.vocabulary import Language

Chart = TypeVar("Chart")
Draw = Callable[[Chart, str, Language], str]
"""A figure's own function: from what it shows, the prefix of its ids and the language to markup."""


class Easel(Protocol):
    """Something that draws."""

    def markup(self, draw: Draw[Chart], chart: Chart, prefix: str, language: Language) -> str:
        """Return what stands for the figure in a page until the page is ``finished``; ``prefix`` names it there."""

    def finished(self, page: str) -> str:
        """Return the page with every figure in its place."""


class Here:
    """Draws at once, in this process."""

    def markup(self, draw: Draw[Chart], chart: Chart, prefix: str, language: Language) -> str:
        """Return the figure."""
        return draw(chart, prefix, language)

    def finished(self, page: str) -> str:
        """Return the page as it is."""
        return page


HERE = Here()


class Elsewhere:
    """Hands figures to other processes and puts a mark in their place; a user's text is escaped and can be no mark."""

    def __init__(self, hands: Executor) -> None:
        self._hands = hands
        self._asked: dict[str, tuple[Future[str], Callable[[], str]]] = {}

    def markup(self, draw: Draw[Chart], chart: Chart, prefix: str, language: Language) -> str:
        """Ask for the figure and return its mark."""
        asked = self._hands.submit(draw, chart, prefix, language)
        self._asked[prefix] = asked, lambda: draw(chart, prefix, language)
        return f"<!--figure:{prefix}-->"

    def finished(self, page: str) -> str:
        """Wait for the figures and put them in their places."""
        return re.sub("<!--figure:([a-z0-9-]+)-->", lambda mark: self._drawn(mark[1]), page)

    def _drawn(self, prefix: str) -> str:
        asked, again = self._asked[prefix]
        try:
            return asked.result()
        except BrokenExecutor:  # somebody ended the other process; the page does not depend on it
            return again()
