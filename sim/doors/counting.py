"""Progress of a study by counting: a plain line on the error stream now and then, and one when a part is complete."""

from __future__ import annotations

import time
from collections.abc import Callable

from sim.doors.failures import say
from sim.errors import Text
from sim.vocabulary import Language

_SECONDS_BETWEEN_LINES = 15.0


class Counting:
    """Call it with the name of the part, how many are done, and of how many."""

    def __init__(self, language: Language, noun: Text, clock: Callable[[], float] = time.monotonic) -> None:
        self._language: Language = language
        self._noun = noun
        self._clock = clock
        self._next = clock() + _SECONDS_BETWEEN_LINES

    def __call__(self, part: str, done: int, of: int) -> None:
        """Write a line when the last one is a while ago, or the part is complete."""
        now = self._clock()
        if now < self._next and done < of:
            return
        self._next = now + _SECONDS_BETWEEN_LINES
        told = Text(f"{part}: {done} af {of} {self._noun.da}", f"{part}: {done} of {of} {self._noun.en}")
        say(told.label(self._language))
