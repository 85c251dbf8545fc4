"""Each event of a pathway as a sentence, with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sim.views.life import Happening, Life
from sim.views.numbers import count_of, day, monday_of, month, number
from sim.views.texts import capital, say
from sim.vocabulary import Happening as Outside
from sim.vocabulary import (
    PLACEMENTS, Benefit, CaseStage, Cause, Channel, EventKind, Language, Phase, Problem, Service, Standing, Word,
)

_CLAUSES = ("fordi ", "uden ")
_POSTS = (EventKind.CASEWORKER_CHANGED, EventKind.MEETING)
_TOLD_ELSEWHERE = (
    *PLACEMENTS, Standing.FULL_TIME, Standing.PART_TIME, Standing.FLEXJOB, Standing.SUPPORT, Standing.BENEFIT,
    Standing.LEFT,
)
"""Standings whose beginning another event of the same week already tells, or that only mean that something ended."""


@dataclass(frozen=True)
class Teller:
    """Whose life is told, in which language, and when week 0 begins (None: weeks stand in place of dates)."""

    life: Life
    language: Language
    start: date | None

    @property
    def words(self) -> dict[str, str]:
        """Pronouns for the sentences of this life."""
        female = bool(self.life.person["female"])
        names = (("she", "he"), ("her", "him"), ("hers", "his"))
        found = {first: say(f"story.{first if female else second}", self.language) for first, second in names}
        return {**found, "She": capital(found["she"])}

    def lower(self, word: Word) -> str:
        """A label inside a sentence; abbreviations keep their capitals."""
        label = word.label(self.language)
        return label if label[:2].isalpha() and label[:2].isupper() else label[:1].lower() + label[1:]

    def weeks(self, count: int) -> str:
        """A number of weeks with its noun."""
        one, many = (say(f"story.tally.weeks.{form}", self.language) for form in ("one", "many"))
        return count_of(count, self.language, one, many)

    def chapter(self, week: int) -> str:
        """The heading that a week stands under: its year."""
        if self.start is None:
            return say("story.week_heading", self.language, {"year": str(week // 52 + 1)})
        return str(monday_of(self.start, week).year)

    def moment(self, week: int) -> str:
        """When a week lies, as the beginning of a line: its month."""
        if self.start is None:
            return capital(say("story.week", self.language, {"week": str(week)}))
        return capital(month(monday_of(self.start, week), self.language))

    def moment_in_text(self, week: int) -> str:
        """When a week lies, inside a sentence: its date."""
        if self.start is None:
            return say("story.week", self.language, {"week": str(week)})
        return day(monday_of(self.start, week), self.language)

    def reason(self, cause: Cause) -> str:
        """The reason as the end of a sentence, with what separates it from the rest; empty when none is known."""
        words = say(f"cause.{cause.key}", self.language)
        if not words:
            return ""
        return f", {words}" if words.startswith(_CLAUSES) else f" {words}"  # Danish sets a comma before a clause

    def agent(self, happening: Happening) -> str:
        """Who took part: a numbered caseworker or firm, or just "a firm"."""
        kind = "post" if happening.kind in _POSTS else "firm"
        if happening.agent is None:
            return say(f"story.agent.some_{kind}", self.language)
        return say(f"story.agent.{kind}", self.language, {"agent": str(happening.agent)})


def told(teller: Teller, happening: Happening, beside: Sequence[Happening]) -> str:
    """Return the sentence for one event; empty when another event of the same month already says it."""
    writer = _WRITERS.get(happening.kind)
    if writer is not None:
        return writer(teller, happening, beside)
    values = {**teller.words, "agent": teller.agent(happening), "cause": teller.reason(happening.cause)}
    return say(f"event.{happening.kind.key}", teller.language, values)


def _standing(teller: Teller, happening: Happening, beside: Sequence[Happening]) -> str:
    if happening.current is None or Standing(happening.current) in _TOLD_ELSEWHERE:
        return ""
    won = any(one.kind is EventKind.JOB_WON and one.week == happening.week for one in beside)
    if won and happening.current == int(Standing.SMALL_JOB):
        return ""
    if any(one.kind is EventKind.DECISION and one.current == happening.current for one in beside):
        return ""
    values = {"current": teller.lower(Standing(happening.current)), "cause": teller.reason(happening.cause)}
    return say("event.standing", teller.language, values)


def _phase(teller: Teller, happening: Happening, _beside: Sequence[Happening]) -> str:
    if happening.current is None:
        return ""
    current = teller.lower(Phase(happening.current))
    if happening.previous is None:
        return say("event.phase.first", teller.language, {"current": current})
    values = {"previous": teller.lower(Phase(happening.previous)), "current": current}
    return say("event.phase", teller.language, values)


def _benefit(teller: Teller, happening: Happening, _beside: Sequence[Happening]) -> str:
    if happening.current is None or happening.current == int(Benefit.NONE):
        return ""
    values = {**teller.words, "current": teller.lower(Benefit(happening.current)),
              "cause": teller.reason(happening.cause)}
    return say("event.benefit", teller.language, values)


def _turning_point(teller: Teller, happening: Happening, beside: Sequence[Happening]) -> str:
    kind = happening.turning_point
    if kind is None:
        return ""
    sentences = [say(f"turn.{kind.key}", teller.language, teller.words)]
    reason = teller.reason(happening.cause).strip(" ,").removeprefix("fordi ").removeprefix("because ")
    told_beside = any(one.cause is happening.cause for one in beside if one.kind is not EventKind.TURNING_POINT)
    if reason and not told_beside:
        sentences.append(say("turn.reason", teller.language, {"reason": reason}))
    if happening.turned is None:
        sentences.append(say("turn.unknown", teller.language))
    elif happening.turned:
        sentences.append(say("turn.turned.up" if kind.upward else "turn.turned.down", teller.language))
    else:
        sentences.append(say("turn.not_turned", teller.language))
    return " ".join(sentences)


def _meeting(teller: Teller, happening: Happening, _beside: Sequence[Happening]) -> str:
    key = "event.meeting.up" if happening.amount >= 0 else "event.meeting.down"
    return say(key, teller.language, {"agent": teller.agent(happening)})


def _service(teller: Teller, happening: Happening, _beside: Sequence[Happening]) -> str:
    started = happening.kind is EventKind.SERVICE_STARTED
    code = happening.current if started else happening.previous
    service = "" if code is None else teller.lower(Service(code))
    values = {"current": service, "previous": service, "waited": _waited(teller, happening),
              "cause": teller.reason(happening.cause)}
    return say(f"event.{happening.kind.key}", teller.language, values)


def _placement(teller: Teller, happening: Happening, beside: Sequence[Happening]) -> str:
    if happening.kind is EventKind.PLACEMENT_PROPOSED and any(
        one.kind is EventKind.PLACEMENT_STARTED and one.agent == happening.agent for one in beside
    ):
        return ""
    values = {
        **teller.words, "agent": teller.agent(happening), "channel": _channel(teller, happening),
        "kind": _placement_kind(teller, happening.week), "cause": teller.reason(happening.cause),
        "weeks": teller.weeks(round(happening.amount)),
    }
    return say(f"event.{happening.kind.key}", teller.language, values)


def _job(teller: Teller, happening: Happening, _beside: Sequence[Happening]) -> str:
    key = f"event.{happening.kind.key}"
    if happening.kind is EventKind.JOB_WON and happening.agent is None:
        key += ".unknown"
    values = {
        **teller.words, "agent": teller.agent(happening), "channel": _channel(teller, happening),
        "hours": number(happening.amount, 0, teller.language), "weeks": teller.weeks(round(happening.amount)),
        "cause": teller.reason(happening.cause),
    }
    return say(key, teller.language, values)


def _amount(teller: Teller, happening: Happening, _beside: Sequence[Happening]) -> str:
    values = {
        **teller.words, "hours": number(happening.amount, 0, teller.language),
        "weeks": teller.weeks(round(happening.amount)), "waited": _waited(teller, happening),
        "current": "" if happening.current is None else teller.lower(_CURRENT[happening.kind](happening.current)),
    }
    return say(f"event.{happening.kind.key}", teller.language, values)


def _entered(_teller: Teller, _happening: Happening, _beside: Sequence[Happening]) -> str:
    return ""  # the portrait says it


def _happening(teller: Teller, happening: Happening, _beside: Sequence[Happening]) -> str:
    found = "" if happening.cause is Cause.INTERVENTION else ".nothing"
    current = "" if happening.current is None else teller.lower(Outside(happening.current))
    return say(f"event.happening{found}", teller.language, {"current": current})


def _waited(teller: Teller, happening: Happening) -> str:
    weeks = round(happening.amount)
    if weeks < 1:
        return ""
    one, many = (say(f"story.weeks_of.{form}", teller.language) for form in ("one", "many"))
    return say("event.waited", teller.language, {"weeks": count_of(weeks, teller.language, one, many)})


def _channel(teller: Teller, happening: Happening) -> str:
    return teller.lower(Channel(happening.current or 0))


def _placement_kind(teller: Teller, week: int) -> str:
    """Which kind of placement begins that week, as the standings tell; just "placement" when they do not."""
    for stay in teller.life.standings:
        if stay.start == week and Standing(stay.code) in PLACEMENTS:
            return teller.lower(Standing(stay.code))
    return say("event.placement_kind", teller.language)


_Writer = Callable[[Teller, Happening, Sequence[Happening]], str]
_CURRENT: Mapping[EventKind, type[Word]] = {
    EventKind.DECISION: Standing, EventKind.CASE_STAGE: CaseStage, EventKind.CRISIS: Problem,
    EventKind.HOURS_CHANGED: Standing, EventKind.SANCTION: Standing,
}
_WRITERS: Mapping[EventKind, _Writer] = {
    EventKind.STANDING: _standing, EventKind.PHASE: _phase, EventKind.BENEFIT: _benefit,
    EventKind.TURNING_POINT: _turning_point, EventKind.MEETING: _meeting, EventKind.SERVICE_STARTED: _service,
    EventKind.SERVICE_ENDED: _service, EventKind.PLACEMENT_PROPOSED: _placement,
    EventKind.PLACEMENT_STARTED: _placement, EventKind.PLACEMENT_ENDED: _placement, EventKind.JOB_WON: _job,
    EventKind.JOB_LOST: _job, EventKind.HOURS_CHANGED: _amount, EventKind.SANCTION: _amount,
    EventKind.CASE_STAGE: _amount, EventKind.DECISION: _amount, EventKind.CRISIS: _amount,
    EventKind.ENTERED: _entered, EventKind.HAPPENING: _happening,
}
