"""Who a story is about, how it ends, and what it added up to."""

from __future__ import annotations

from sim.views.numbers import count_of, number
from sim.views.story_events import Teller
from sim.views.texts import capital, joined, say
from sim.vocabulary import Occupation, Phase, Standing

_TALLIES = (
    ("caseworkers", "caseworker_changes"), ("meetings", "meetings"), ("placements", "placements"),
    ("applications", "applications"),
)


def portrait(teller: Teller) -> str:
    """Say who the person is, and where the pathway begins."""
    person, language, words = teller.life.person, teller.language, teller.words
    sentences = [
        say("story.person", language, {**words, "age": str(int(person["age"])), "household": _household(teller)}),
        _work(teller),
        _health(teller),
    ]
    if person["anxious"]:
        sentences.append(say("story.anxious", language, words))
    if not person["hours_possible"] >= 30:  # also when unknown (NaN): say nothing only for full capacity
        hours = number(float(person["hours_possible"]), 0, language)
        sentences.append(say("story.hours", language, {**words, "hours": hours}))
    sentences.append(_beginning(teller))
    years = float(person["weeks_on_support_at_start"]) / 52.18
    if years >= 0.5:
        decimals = 0 if years >= 3 else 1
        sentences.append(say("story.support_before", language, {**words, "years": number(years, decimals, language)}))
    return " ".join(sentence for sentence in sentences if sentence)


def ending(teller: Teller) -> str:
    """Say where the pathway stands when the record stops."""
    life, language = teller.life, teller.language
    last_standing = Standing(life.standings[-1].code) if life.standings else Standing(life.person["standing_at_end"])
    last_phase = Phase(life.phases[-1].code) if life.phases else Phase(life.person["phase_at_end"])
    values = {
        **teller.words, "date": teller.moment_in_text(life.last_week), "standing": teller.lower(last_standing),
        "phase": teller.lower(last_phase),
    }
    return say("story.left" if life.left else "story.ends", language, values)


def tally(teller: Teller) -> str:
    """Count caseworkers, meetings, placements, applications and weeks of waiting."""
    language, person = teller.language, teller.life.person
    values = {
        name: count_of(int(person[column]), language, say(f"story.tally.{name}.one", language),
                       say(f"story.tally.{name}.many", language))
        for name, column in _TALLIES
    }
    values["waiting"] = teller.weeks(int(person["weeks_waiting"]))
    return say("story.tally", language, values)


def _household(teller: Teller) -> str:
    person, language = teller.life.person, teller.language
    partner, children = bool(person["partner_income"]), int(person["children"])
    if not children:
        return say("story.household.partner", language) if partner else ""
    count = count_of(children, language, say("story.children.one", language), say("story.children.many", language))
    return say("story.household.both" if partner else "story.household.children", language, {"children": count})


def _work(teller: Teller) -> str:
    person, language = teller.life.person, teller.language
    trade, wish = Occupation(person["trade"]), Occupation(person["wish"])
    known = say("story.trained" if person["trained"] else "story.untrained", language,
                {**teller.words, "trade": teller.lower(trade)})
    key = "story.wish.same" if trade is wish else "story.wish.other"
    return known + say(key, language, {**teller.words, "wish": teller.lower(wish)})


def _health(teller: Teller) -> str:
    person, language = teller.life.person, teller.language
    conditions = [say(f"story.health.{name}", language) for name in ("mental", "musculoskeletal", "other")
                  if person[f"chronic_{name}"]]
    if not conditions:
        return ""
    return say("story.health", language, {**teller.words, "conditions": joined(conditions, language)})


def _beginning(teller: Teller) -> str:
    life, language = teller.life, teller.language
    values = {
        **teller.words, "date": teller.moment_in_text(life.first_week),
        "standing": teller.lower(Standing(life.person["standing_at_start"])),
        "phase": teller.lower(Phase(life.person["phase_at_start"])),
    }
    at_start = int(life.person["entry_week"]) <= 0
    return capital(say("story.begins" if at_start else "story.enters", language, values))
