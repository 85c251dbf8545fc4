"""One citizen's pathway told in words: always a simulated person, always one possible life."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sim.record.tables import RunTables
from sim.views.life import Happening, Life, life_of
from sim.views.story_events import Teller, told
from sim.views.story_person import ending, portrait, tally
from sim.views.texts import say
from sim.vocabulary import EventKind, Language

_WIDTH = 88
_COUNTED = (EventKind.REJECTED, EventKind.MEETING)
"""Told one by one these drown the rest: within a month they are told as a number."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened in one month (or week, when no dates are known): when, and the sentences."""

    when: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A year of a life."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A pathway in words, ready for a page or a terminal; plain text throughout."""

    title: str
    notice: str
    portrait: str
    chapters: tuple[Chapter, ...]
    ending: str
    tally: str


def tell(tables: RunTables, citizen: int, seed: int, language: Language, start: date | None = None) -> str:
    """Tell one citizen's pathway as plain text.

    ``start`` is the Monday of week 0; without it, weeks stand in place of dates.

    Raises:
        ViewError: when the run or the citizen is not in the tables.
    """
    return as_text(story_of(life_of(tables, citizen, seed), language, start))


def story_of(life: Life, language: Language, start: date | None = None) -> Story:
    """Tell a life in chapters, one per year, with the reason for each turning point."""
    teller = Teller(life, language, start)
    names = {"citizen": str(life.person["citizen"]), "seed": str(life.person["seed"])}
    return Story(
        title=say("story.title", language, names), notice=say("story.notice", language), portrait=portrait(teller),
        chapters=_chapters(teller), ending=ending(teller), tally=tally(teller),
    )


def as_text(story: Story) -> str:
    """Lay a story out for a terminal, 88 characters wide."""
    lines = [story.title, "=" * len(story.title), "", *textwrap.wrap(story.notice, _WIDTH), ""]
    lines += [*textwrap.wrap(story.portrait, _WIDTH), ""]
    for chapter in story.chapters:
        lines += [chapter.heading, "-" * len(chapter.heading)]
        for entry in chapter.entries:
            lines += textwrap.wrap(f"{entry.when}: {' '.join(entry.sentences)}", _WIDTH, subsequent_indent="    ")
        lines.append("")
    lines += [*textwrap.wrap(story.ending, _WIDTH), *textwrap.wrap(story.tally, _WIDTH), ""]
    return "\n".join(lines)


def _chapters(teller: Teller) -> tuple[Chapter, ...]:
    chapters = []
    for heading, of_year in groupby(teller.life.happenings, key=lambda happening: teller.chapter(happening.week)):
        entries = []
        for when, of_month in groupby(of_year, key=lambda happening: teller.moment(happening.week)):
            sentences = _sentences(teller, list(of_month))
            if sentences:
                entries.append(Entry(when, sentences))
        if entries:
            chapters.append(Chapter(heading, tuple(entries)))
    return tuple(chapters)


def _sentences(teller: Teller, happenings: list[Happening]) -> tuple[str, ...]:
    sentences: list[str] = []
    counted: set[EventKind] = set()
    for happening in happenings:
        kind = happening.kind
        alike = [one for one in happenings if one.kind is kind]
        if kind in _COUNTED and len(alike) > 1:
            if kind not in counted:
                sentences.append(say(f"event.{kind.key}.many", teller.language,
                                     {**teller.words, "count": str(len(alike))}))
                counted.add(kind)
            continue
        sentence = told(teller, happening, happenings)
        if sentence and sentence not in sentences:
            sentences.append(sentence)
    return tuple(sentences)
