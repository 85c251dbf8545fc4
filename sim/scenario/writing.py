"""Scenarios as text: the resolved file that travels with results, and the commented starter file."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

from sim.errors import Text
from sim.scenario.dated import BEGINNING, Series, Value, day_of_week, within
from sim.scenario.facts import defaults_of, facts_of, sections_of, short_key
from sim.scenario.header import BASE_REGIME, Clock
from sim.scenario.layer import TIME
from sim.scenario.meanings import meaning_of, section_meaning
from sim.scenario.own_town import POPULATION, TownFiles, written
from sim.scenario.parameter import Fact, Section, fact_of
from sim.scenario.shown import number, toml_text, toml_value
from sim.scenario.texts_sources import source_text
from sim.scenario.units import unit_text
from sim.vocabulary import Language, Word

_WIDTH = 110
_RULER = "# " + "-" * (_WIDTH - 2)


class Resolved(Protocol):
    """What writing needs of a scenario."""

    @property
    def title(self) -> Text:
        """What it is called."""
    @property
    def question(self) -> Text:
        """What it asks."""
    @property
    def not_modelled(self) -> tuple[Text, ...]:
        """What it leaves out."""
    @property
    def regime(self) -> str:
        """The body of rules."""
    @property
    def population(self) -> TownFiles | None:
        """The files of its own town."""
    @property
    def clock(self) -> Clock:
        """Start and lengths."""
    @property
    def series(self) -> Mapping[str, Series]:
        """Every setting over time."""


def resolved_toml(scenario: Resolved) -> str:
    """Return a file that extends nothing and holds every setting, so that later catalogues cannot change it."""
    clock = scenario.clock
    lines = [*_header(scenario.title, scenario.question, scenario.not_modelled, scenario.regime), "", f"[{TIME}]"]
    lines += [f"{key} = {toml_value(getattr(clock, key))}" for key in Clock.model_fields]
    if scenario.population is not None:
        lines += ["", f"[{POPULATION}]"]
        lines += [f"{key} = {toml_text(text)}" for key, text in written(scenario.population).items()]
    section = ""
    for key, steps in scenario.series.items():
        if not key.startswith(f"{section}."):
            section = key.partition(".")[0]
            lines += ["", f"[{section}]"]
        noticed = within(steps, -clock.burn_in_weeks, clock.weeks)
        lines.append(f"{short_key(key)} = {_over_time(noticed, clock)}")
    return "\n".join(lines) + "\n"


def _over_time(steps: Series, clock: Clock) -> str:
    """A series as a plain value or a table of Mondays; the first Monday is that of the first week run."""
    if len(steps) == 1:
        return toml_value(steps[0].value)
    members = []
    for step in steps:
        week = -clock.burn_in_weeks if step.week == BEGINNING else step.week
        members.append(f"{day_of_week(week, clock.start).isoformat()} = {toml_value(step.value)}")
    return "{ " + ", ".join(members) + " }"


def _header(title: Text, question: Text, not_modelled: Sequence[Text], regime: str) -> list[str]:
    lines = [f"question = {_pair(question)}"] if question.da else []
    lines.append(f"regime = {toml_text(regime)}")
    if not_modelled:
        lines += ["not_modelled = [", *(f"  {_pair(each)}," for each in not_modelled), "]"]
    return [*lines, "", "[title]", f"da = {toml_text(title.da)}", f"en = {toml_text(title.en)}"]


def _pair(text: Text) -> str:
    return f"{{ da = {toml_text(text.da)}, en = {toml_text(text.en)} }}"


def starter(
    settings_type: type[Section], title: Text, question: Text, not_modelled: Sequence[Text] = (),
    language: Language = "en",
) -> str:
    """Return a file with every setting at the catalogue's value and comments that say what it is.

    Reading it gives exactly the catalogue's values, in whatever language the comments are.
    """
    lines = [
        *_commented("Alle indstillinger med forklaring, enhed, mulige værdier, kilde og evidensgrad (A bedst, E gæt). "
                    'Et nyt scenarie skriver kun det, der er anderledes: extends = "baseline.toml".'),
        *_commented("Every setting with meaning, unit, possible values, source and evidence grade (A best, E guess). "
                    'A new scenario holds only what differs: extends = "baseline.toml".'),
        "", *_header(title, question, not_modelled, BASE_REGIME), "",
    ]
    lines += [*_section_heading(TIME, Clock, language)]
    for key, field in Clock.model_fields.items():
        comments = _comments(f"{TIME}.{key}", fact_of(field), language)
        lines += ["", *comments, f"{key} = {toml_value(_default_of_clock(key))}"]
    for name, section in sections_of(settings_type).items():
        lines += ["", *_section_heading(name, section, language)]
        for key in section.model_fields:
            fact, value = facts_of(settings_type)[f"{name}.{key}"], defaults_of(settings_type)[f"{name}.{key}"]
            lines += ["", *_comments(f"{name}.{key}", fact, language), f"{key} = {toml_value(value)}"]
    return "\n".join(lines) + "\n"


def _default_of_clock(key: str) -> Value | date:
    value: Value | date = getattr(Clock(), key)
    return value


def _section_heading(name: str, section: type[Section], language: Language) -> Iterator[str]:
    yield _RULER
    yield from _commented(section_meaning(name, section, language))
    yield f"[{name}]"


def _comments(key: str, fact: Fact, language: Language) -> Iterator[str]:
    """Label in both languages, meaning, then unit, ranges, source and grade on a line of their own."""
    yield from _commented(f"{fact.da} / {fact.en}. {meaning_of(key, fact, language)}")
    yield from _commented("; ".join(each.label(language) for each in _details(fact)))


def _details(fact: Fact) -> Iterator[Text]:
    if fact.choices is not None:
        choices = ", ".join(_explained(word) for word in fact.choices)
        yield Text(f"en af {choices}", f"one of {choices}")
    elif fact.unit:
        yield unit_text(fact.unit)
    if fact.possible is not None:
        yield _range(Text("mulig", "possible"), fact.possible)
    if fact.plausible is not None and fact.plausible != fact.possible:
        yield _range(Text("sandsynlig", "plausible"), fact.plausible)
    source = source_text(fact.source)
    yield Text(f"kilde: {source.da}", f"source: {source.en}")
    yield Text(f"evidens {fact.grade}", f"grade {fact.grade}")
    if not fact.dated:
        yield Text("én værdi for hele kørslen", "one value for a whole run")


def _explained(word: Word) -> str:
    return f'"{word.key}" ({word.da.lower()})'


def _range(what: Text, limits: tuple[float, float]) -> Text:
    low, high = (number(limit) for limit in limits)
    return Text(f"{what.da} {low} til {high}", f"{what.en} {low} to {high}")


def _commented(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="# ", subsequent_indent="#   ", break_on_hyphens=False)
