"""The page of a replay: one self-contained file, Danish and English, that prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sim.views.drawing import Drawing
from sim.views.figures_replay import percent, replay_figure
from sim.views.numbers import number, signed
from sim.views.page import page_html
from sim.views.replayed import Mark, Replayed
from sim.views.saving import save_text
from sim.views.story import Story, story_of
from sim.views.texts import say
from sim.vocabulary import LANGUAGES, Language

_WORDS = (
    "kicker", "notice.title", "notice", "notice.untuned", "script", "script.lead", "only_told", "agreement",
    "agreement.lead", "column.script", "column.share", "column.ahead", "column.p", "text_work", "counter", "twin",
    "twin.lead", "questions", "facts", "facts.lead",
)
_SURE = 0.05
_BASELINES = ("without", "shuffled", "other")


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """An event as the page shows it: its number in the figure, when, what, and where it stands."""

    number: str
    when: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A row of the table of agreement."""

    name: str
    share: str
    ahead: str
    p: str


@dataclass(frozen=True, slots=True)
class ReplayPage:
    """The whole page in one language."""

    language: Language
    words: Mapping[str, str]
    title: str
    story: str
    futures: str
    futures_lead: str
    figure: Drawing
    script: tuple[ScriptLine, ...]
    milestones: tuple[ScriptLine, ...]
    verdict: str
    scores: tuple[ScoreLine, ...]
    notes: tuple[str, ...]
    counter: tuple[str, ...]
    life: Story
    questions: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    made: str


def write_replay(replayed: Replayed, path: Path, opens: Language = "da") -> None:
    """Write the page of a replay; it ``opens`` in a language.

    Raises:
        ViewError: when the file cannot be written.
    """
    save_text(path, replay_html(replayed, opens))


def replay_html(replayed: Replayed, opens: Language = "da") -> str:
    """Return the page as HTML; equal replays give equal text."""
    pages = [page_of(replayed, language) for language in LANGUAGES]
    return page_html("replay.html", pages[LANGUAGES.index(opens)].title, {"pages": pages}, replayed.version, opens)


def page_of(replayed: Replayed, language: Language) -> ReplayPage:
    """The page in one language."""
    values = {"futures": str(replayed.futures)}
    command = f"vendepunkt replay {replayed.name} --futures {replayed.futures}"
    return ReplayPage(
        language=language, words={name.replace(".", "_"): say(f"replay.{name}", language) for name in _WORDS},
        title=replayed.title.label(language), story=replayed.story.label(language),
        futures=say("replay.futures", language, values), futures_lead=say("replay.futures.lead", language, values),
        figure=replay_figure(replayed, language),
        script=tuple(_line(str(order), mark, language) for order, mark in enumerate(replayed.script, 1)),
        milestones=tuple(_line("", mark, language) for mark in replayed.milestones),
        verdict=say(f"replay.verdict.{verdict_of(replayed)}", language), scores=_scores(replayed, language),
        notes=_notes(replayed, language), counter=_counter(replayed, language),
        life=story_of(replayed.life, language), questions=tuple(one.label(language) for one in replayed.questions),
        facts=tuple(
            (say("replay.guess", language) if source == "guess" else source, ", ".join(keys))
            for source, keys in replayed.facts.items()
        ),
        made=say("replay.made", language, {
            "version": replayed.version, "command": command + (" --counter" if replayed.counter else ""),
        }),
    )


def verdict_of(replayed: Replayed) -> str:
    """Whether the told script is surely ahead of both baselines, of one, or of none."""
    ahead = {name: one.difference > 0 and one.p < _SURE for name, one in replayed.agreement.baselines.items()}
    if ahead.get("shuffled") and ahead.get("other"):
        return "better"
    if ahead.get("other"):
        return "order"
    return "sequence" if ahead.get("shuffled") else "miss"


def _line(order: str, mark: Mark, language: Language) -> ScriptLine:
    key = "replay.weeks" if mark.last > mark.first else "replay.week" if order else "replay.around"
    values = {"first": str(mark.first), "last": str(mark.last)} if key == "replay.weeks" else {"first": str(mark.first)}
    return ScriptLine(order, say(key, language, values), mark.words.label(language), mark.source)


def _scores(replayed: Replayed, language: Language) -> tuple[ScoreLine, ...]:
    found = replayed.agreement
    lines = [ScoreLine(say("replay.arm.told", language), percent(found.told, language), "", "")]
    for name in _BASELINES:
        if name in found.baselines:
            one = found.baselines[name]
            ahead = say("replay.ahead", language, _points(one.difference, one.low, one.high, language))
            lines.append(ScoreLine(say(f"replay.arm.{name}", language), percent(one.mean, language), ahead,
                                   _chance(one.p, language)))
    lines.append(ScoreLine(say("replay.arm.constant", language), percent(found.constant, language), "", ""))
    return tuple(lines)


def _chance(p: float, language: Language) -> str:
    """A p-value; below a thousandth it is not told apart."""
    return f"< {number(0.001, 3, language)}" if p < 0.001 else number(p, 3, language)


def _points(mean: float, low: float, high: float, language: Language) -> dict[str, str]:
    shown = zip(("mean", "low", "high"), (mean, low, high), strict=True)
    return {name: f"{signed(100 * value, 0, language)}" for name, value in shown}


def _notes(replayed: Replayed, language: Language) -> tuple[str, ...]:
    found = replayed.agreement
    readings = {
        "between": percent(found.between, language), "kappa": number(found.kappa, 2, language),
        "first": percent(found.first, language), "second": percent(found.second, language),
    }
    acted = say("replay.acted", language, {"acted": percent(found.acted, language)})
    return say("replay.readings", language, readings), acted, say("replay.text_work", language)


def _counter(replayed: Replayed, language: Language) -> tuple[str, ...]:
    counter = replayed.counter
    if counter is None:
        return ()
    lead = {"words": counter.words.label(language), "futures": str(replayed.futures)}
    work = {
        "told": percent(replayed.in_work, language), "counter": percent(counter.in_work, language),
        **_points(counter.difference, counter.low, counter.high, language),
    }
    alike = counter.low == counter.high == 0.0
    return (
        say("replay.counter.lead", language, lead),
        say("replay.counter.alike" if alike else "replay.counter.work", language, work),
    )
