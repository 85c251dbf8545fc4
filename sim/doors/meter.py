"""Progress on the error stream: a bar with the time left on a terminal, a plain line now and then anywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sim.doors.failures import say
from sim.engine.terms import Progress
from sim.errors import Text
from sim.vocabulary import Language

_SECONDS_BETWEEN_LINES = 15.0
SEEDS = Text("frø", "seeds")


@contextmanager
def meter(language: Language, what: Text | None = None) -> Iterator[Callable[[Progress], None]]:
    """Give something to call with progress; what it shows is gone when the block ends.

    ``what`` is counted: seeds, unless said otherwise.
    """
    counted = what or SEEDS
    if sys.stderr.isatty():
        with _bar(language, counted) as watch:
            yield watch
    else:
        yield Lines(language, what=counted).show


@contextmanager
def _bar(language: Language, what: Text) -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    left = Text("tilbage", "left").label(language)
    columns = (
        TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), TextColumn(left),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_started(language), total=None)

        def watch(progress: Progress) -> None:
            bar.update(
                task, description=said(progress, language, what), total=max(progress.planned_weeks, 1),
                completed=progress.weeks,
            )

        yield watch


class Lines:
    """Plain lines: one when a seed is complete, but not more often than every few seconds."""

    def __init__(
        self, language: Language, clock: Callable[[], float] = time.monotonic, what: Text | None = None
    ) -> None:
        self._language: Language = language
        self._what = what or SEEDS
        self._clock = clock
        self._began = clock()
        self._next = self._began + _SECONDS_BETWEEN_LINES
        self._last_seeds = 0

    def show(self, progress: Progress) -> None:
        """Write a line when there is news and the last one is a while ago."""
        now = self._clock()
        if progress.seeds == self._last_seeds or now < self._next:
            return
        self._last_seeds = progress.seeds
        self._next = now + _SECONDS_BETWEEN_LINES
        say(f"{said(progress, self._language, self._what)}{self._left(progress, now)}")

    def _left(self, progress: Progress, now: float) -> str:
        if not 0 < progress.weeks < progress.planned_weeks:
            return ""
        seconds = (now - self._began) * (progress.planned_weeks - progress.weeks) / progress.weeks
        return Text(f", cirka {duration(seconds, 'da')} tilbage", f", about {duration(seconds, 'en')} left").label(
            self._language
        )


def said(progress: Progress, language: Language, what: Text = SEEDS) -> str:
    """How many seeds (or what else is counted) are complete, and how many there may be at most."""
    seeds, planned, most = progress.seeds, progress.planned_seeds, progress.most_seeds
    more = "" if most == planned else Text(f" (højst {most})", f" (at most {most})").label(language)
    return Text(f"{seeds} af {planned} {what.da}{more}", f"{seeds} of {planned} {what.en}{more}").label(language)


def duration(seconds: float, language: Language) -> str:
    """A stretch of time in words, no more exact than it can be known."""
    if seconds < 90:
        return Text(f"{max(round(seconds), 1)} sek.", f"{max(round(seconds), 1)} s").label(language)
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min." if language == "da" else f"{minutes} min"
    hours = round(minutes / 60)
    return Text(f"{hours} timer", f"{hours} hours").label(language)


def _started(language: Language) -> str:
    return Text("Går i gang", "Starting").label(language)
