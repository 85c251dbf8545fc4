"""Progress of a study by counting: a plain line on the error stream now and then, and one when a part is complete."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from types import MappingProxyType

from sim.doors.failures import say
from sim.errors import Text
from sim.vocabulary import Language

_SECONDS_BETWEEN_LINES = 15.0


class Counting:
    """Call it with the name of the part, how many are done, and of how many; ``parts`` has words for names."""

    def __init__(
        self, language: Language, noun: Text, parts: Mapping[str, Text] = MappingProxyType({}),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._language: Language = language
        self._noun = noun
        self._parts = parts
        self._clock = clock
        self._next = clock() + _SECONDS_BETWEEN_LINES

    def __call__(self, part: str, done: int, of: int) -> None:
        """Write a line when the last one is a while ago, or the part is complete."""
        now = self._clock()
        if now < self._next and done < of:
            return
        self._next = now + _SECONDS_BETWEEN_LINES
        name = self._parts.get(part, Text(part, part))
        told = Text(f"{name.da}: {done} af {of} {self._noun.da}", f"{name.en}: {done} of {of} {self._noun.en}")
        say(told.label(self._language))
