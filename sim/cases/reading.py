"""From a case file and its codings to a case; every problem of both files is collected before anything is played."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sim.cases import slots, texts
from sim.cases.case import START, Case, Codings, Counter, Event, Milestone, Period, Surroundings
from sim.cases.checking import Checker, Values
from sim.errors import Problem, ScenarioError, Text
from sim.scenario import texts as scenario_texts
from sim.scenario.names import nearest
from sim.scenario.reading import SUFFIX, Document, read_document
from sim.vocabulary import Channel, Happening, Occupation, Phase, Sector, Service
from sim.vocabulary import Problem as Burden

FOLDER = Path("cases")
CODINGS = "codings"
_GUESS = "guess"
_CITATION = re.compile(r"S[0-4](?: L\d+(?:-\d+)?)+")
_MOST_TIES = slots.MOST_TIES


def case_names(folder: Path = FOLDER) -> tuple[str, ...]:
    """The cases in a folder, by name."""
    return tuple(sorted(path.stem for path in folder.glob(f"*{SUFFIX}")))


def find_case(said: str, folder: Path = FOLDER) -> Case:
    """Read a case by its file or by its name in ``folder``.

    Raises:
        ScenarioError: when there is none of that name, or the file or its codings cannot be used.
    """
    path = Path(said)
    if path.suffix == SUFFIX or len(path.parts) > 1:
        return read_case(path)
    names = case_names(folder)
    if said not in names:
        near = nearest(said, names)
        remedy = texts.where_cases_are(folder.as_posix(), names) if near is None else texts.did_you_mean(near)
        raise ScenarioError.about(said, texts.NO_SUCH_CASE, remedy, nothing_done=texts.NOTHING)
    return read_case(folder / f"{said}{SUFFIX}")


def all_cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Read every case in a folder.

    Raises:
        ScenarioError: when there is none, or one cannot be used.
    """
    names = case_names(folder)
    if not names:
        remedy = texts.where_cases_are(folder.as_posix(), names)
        raise ScenarioError.about(folder.as_posix(), texts.NO_CASES, remedy, nothing_done=texts.NOTHING)
    return tuple(read_case(folder / f"{name}{SUFFIX}") for name in names)


def read_case(path: Path) -> Case:
    """Read a case file and the file of the same name under ``codings`` beside it.

    Raises:
        ScenarioError: with every problem of both.
    """
    checker = Checker(_document(path))
    raw = checker.document.values
    top = checker.table(raw, (), slots.TOP, others=slots.TABLES)
    for name in slots.NEEDED:
        if name not in raw:
            checker.fault((name,), texts.MISSING)
    words = {name: checker.table(raw.get(name, {}), (name,), kind) for name, kind in _WORDS if name in raw}
    person = checker.table(raw.get("person", {}), ("person",), slots.PERSON)
    around = checker.table(raw.get("surroundings", {}), ("surroundings",), slots.SURROUNDINGS)
    sources = _sources(checker, raw.get("sources", {}), (*person, *around))
    events = checker.tables(raw.get("event", []), ("event",), slots.EVENT)
    milestones = checker.tables(raw.get("milestone", []), ("milestone",), slots.MILESTONE)
    counter = raw.get("counter", {})
    counter = counter if isinstance(counter, Mapping) else {}
    against = checker.table(counter, ("counter",), slots.COUNTER, others=("event",)) if "counter" in raw else {}
    added = checker.tables(counter.get("event", []), ("counter", "event"), slots.EVENT)
    _ties(checker, around)
    _even(checker, words.get("questions", {}))
    _script(checker, events, added, top)
    _references(checker, events, milestones, against)
    codings, coding_problems = _codings(path, {str(event.get("id")) for event in events})
    if checker.problems or coding_problems:
        raise ScenarioError([*checker.problems, *coding_problems], texts.NOTHING)
    return _case(path.stem, (top, person, around), words, sources, (events, milestones, against, added), codings)


_OTHER_WORDS: Mapping[Text | str | None, Text] = {
    scenario_texts.NOT_TOML: texts.NOT_TOML, scenario_texts.NAME_THE_FILE: texts.NAME_A_CASE,
    scenario_texts.NO_FILES_HERE: texts.NAME_A_CASE, scenario_texts.START_FROM_BASELINE: texts.LOOK_AT_A_CASE,
}


def _document(path: Path) -> Document:
    """Read the file; one that cannot be read is spoken of as a case, not as a scenario."""
    try:
        return read_document(path)
    except ScenarioError as error:
        raise ScenarioError([
            replace(one, what=_OTHER_WORDS.get(one.what, one.what), remedy=_OTHER_WORDS.get(one.remedy, one.remedy))
            for one in error.problems
        ], texts.NOTHING) from None


_WORDS = (("title", slots.TITLE), ("story", slots.STORY), ("questions", slots.QUESTIONS))


def _sources(checker: Checker, raw: object, facts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Where each fact stands; every fact has a source, or is called a guess."""
    if not isinstance(raw, Mapping):
        checker.fault(("sources",), texts.MUST_BE_TABLE)
        return {}
    named: dict[str, tuple[str, ...]] = {}
    for citation, keys in raw.items():
        if citation != _GUESS and not _CITATION.fullmatch(citation):
            checker.fault(("sources", citation), texts.NO_CITATION)
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            checker.fault(("sources", citation), texts.MUST_BE_TEXTS)
            continue
        named[citation] = tuple(keys)
        for key in keys:
            if key not in facts and not checker.problems:
                near = nearest(key, facts)
                checker.fault(("sources", citation), texts.NO_FACT, value=key,
                              remedy=None if near is None else texts.did_you_mean(near))
    if checker.problems:
        return named  # a fact that is misspelt or out of range would be told a second time
    told = {key for keys in named.values() for key in keys}
    for fact in facts:
        if fact not in told:
            checker.fault(("sources",), texts.NO_SOURCE, value=fact, remedy=texts.SAY_WHERE)
    return named


def _ties(checker: Checker, around: Values) -> None:
    counts = [around.get(name, 0) for name in ("family", "friends", "former_colleagues")]
    if sum(count for count in counts if isinstance(count, int)) > _MOST_TIES:
        checker.fault(("surroundings",), texts.TOO_MANY_TIES)


def _even(checker: Checker, questions: Values) -> None:
    if len({len(value) for value in questions.values() if isinstance(value, list)}) > 1:
        checker.fault(("questions",), texts.UNEVEN)


def _script(checker: Checker, events: list[Values], added: list[Values], top: Values) -> None:
    """Ids are given once, ``after`` names an earlier event, and everything can come within the case."""
    latest: dict[str, int] = {}
    limit = top.get("weeks")
    for path, group in ((("event",), events), (("counter", "event"), added)):
        for number, event in enumerate(group):
            here = (*path, str(number))
            name, after, weeks = event.get("id"), event.get("after"), event.get("weeks")
            if after is not None and after not in latest:
                _unknown(checker, (*here, "after"), str(after), tuple(latest), texts.NO_EVENT)
            if isinstance(name, str) and name in {*latest, START}:
                checker.fault((*here, "id"), texts.TWICE, value=name, remedy=texts.OTHER_NAME)
            last = latest.get(str(after), 0) + (weeks[1] if isinstance(weeks, list) else 0)
            if isinstance(limit, int) and last >= limit:
                checker.fault((*here, "weeks"), texts.TOO_LATE, value=weeks, remedy=texts.LONGER)
            if isinstance(name, str):
                latest[name] = last
            source = event.get("source")
            if isinstance(source, str) and not _CITATION.fullmatch(source) and source != _GUESS:
                checker.fault((*here, "source"), texts.NO_CITATION, value=source)


def _unknown(checker: Checker, path: tuple[str, ...], name: str, known: Sequence[str], what: Text) -> None:
    near = nearest(name, known)
    remedy = texts.known(tuple(known)) if near is None else texts.did_you_mean(f'"{near}"')
    checker.fault(path, what, value=name, remedy=remedy)


def _references(checker: Checker, events: list[Values], milestones: list[Values], against: Values) -> None:
    ids = [str(event["id"]) for event in events if "id" in event]
    for number, milestone in enumerate(milestones):
        if milestone.get("after") not in (*ids, START):
            path = ("milestone", str(number), "after")
            _unknown(checker, path, str(milestone.get("after")), ids, texts.NO_EVENT_AT_ALL)
    without = against.get("without", [])
    for name in without if isinstance(without, list) else []:
        if name not in ids:
            _unknown(checker, ("counter", "without"), str(name), ids, texts.NO_EVENT_AT_ALL)


def _codings(path: Path, ids: set[str]) -> tuple[Codings, tuple[Problem, ...]]:
    """Read both codings of a case."""
    try:
        checker = Checker(read_document(path.parent / CODINGS / path.name))
    except ScenarioError as error:
        return Codings((), ()), error.problems
    raw, found = checker.document.values, []
    for name in ("first", "second"):
        periods = checker.tables(raw.get(name, []), (name,), slots.PERIOD)
        for number, period in enumerate(periods):
            if (begins := str(period.get("from"))) not in {*ids, START}:
                _unknown(checker, (name, str(number), "from"), begins, (*ids, START), texts.NO_EVENT_AT_ALL)
        if not periods or periods[0].get("from") != START:
            checker.fault((name,), texts.NOT_FIRST)
        found.append(periods)
    for name in raw:
        if name not in {"first", "second"}:
            checker.fault((name,), texts.NOT_A_KEY)
    if checker.problems:
        return Codings((), ()), tuple(checker.problems)
    return Codings(*(tuple(map(_period, periods)) for periods in found)), ()


def _period(raw: Mapping[str, Any]) -> Period:
    return Period(Phase[raw["phase"].upper()], raw["from"], raw.get("after", 0))


def _event(raw: Mapping[str, Any]) -> Event:
    words = {"problem": Burden, "service": Service, "sector": Sector, "occupation": Occupation, "channel": Channel}
    named: dict[str, Any] = {name: kind[raw[name].upper()] for name, kind in words.items() if name in raw}
    return Event(
        raw["id"], Happening[raw["happening"].upper()], raw["weeks"][0], raw["weeks"][1], _text(raw), raw["source"],
        raw.get("after", ""), raw.get("amount"), **named,
    )


def _text(raw: Mapping[str, Any]) -> Text:
    return Text(raw["da"], raw["en"])


def _case(
    name: str, who: tuple[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any]], words: Mapping[str, Any],
    sources: Mapping[str, tuple[str, ...]], script: tuple[Any, Any, Any, Any], codings: Codings,
) -> Case:
    top, person, around = who
    events, milestones, against, added = script
    questions = words["questions"]
    return Case(
        name=name, source=top["source"], weeks=top["weeks"], title=_text(words["title"]), story=_text(words["story"]),
        questions=tuple(Text(da, en) for da, en in zip(questions["da"], questions["en"], strict=True)),
        person=dict(person), surroundings=Surroundings(**around), sources=sources,
        events=tuple(map(_event, events)),
        milestones=tuple(Milestone(one["after"], one["weeks"], _text(one), one["source"]) for one in milestones),
        counter=Counter(_text(against), tuple(against.get("without", ())), tuple(map(_event, added))),
        codings=codings,
    )
