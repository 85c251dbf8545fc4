"""Reading a study file; every problem is found before anything is raised."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import polars as pl
from pydantic import BeforeValidator

from sim.errors import Problem, ScenarioError, StudyError, Text, Where
from sim.outcomes.catalogue import BY_KEY, HEADLINES
from sim.outcomes.groups import ALL
from sim.record.schema import GROUPS, TABLES
from sim.scenario import texts as scenario_texts
from sim.scenario.header import ParagraphPair, TitlePair, both
from sim.scenario.names import nearest, scenario_name
from sim.scenario.parameter import Section
from sim.scenario.reading import Document, read_document
from sim.scenario.scenario import Scenario, load
from sim.scenario.shown import raw_value
from sim.scenario.size import resized
from sim.scenario.texts import did_you_mean
from sim.scenario.values import checked
from sim.studies import texts
from sim.studies.crosschecks import design_problems, remarks, scenario_problems, spared
from sim.studies.design import METHODS, SECTIONS, Method, Replications, Size
from sim.studies.factors import Factor
from sim.studies.keeping import Keep
from sim.studies.points_file import read_points
from sim.studies.reading_factors import TABLES as FACTOR_TABLES
from sim.studies.reading_factors import FactorReader
from sim.studies.study import Study

_KEYS = ("title", "question", "scenarios", "size", *FACTOR_TABLES, "design", "outcomes")
_OUTCOMES = ("measures", "groups", "marks", "tables")
_FILE = "file"
_OTHER_WORDS = {  # what the reader of scenario files says, said of study files
    scenario_texts.NAME_THE_FILE: texts.NAME_THE_STUDY,
    scenario_texts.START_FROM_BASELINE: texts.NAME_THE_STUDY,
    scenario_texts.NOT_TOML: texts.NOT_TOML,
}


class _Header(Section):
    title: Annotated[TitlePair, BeforeValidator(both)] | None = None
    question: Annotated[ParagraphPair, BeforeValidator(both)] | None = None


def load_study(path: Path) -> Study:
    """Read a study file.

    Raises:
        StudyError: with every problem of the file.
        ScenarioError: with the problems of the scenarios it names.
    """
    try:
        document = read_document(path)
        name = scenario_name(path, path.as_posix())
    except ScenarioError as error:
        raise StudyError([_of_study(problem) for problem in error.problems]) from None
    return _Reader(document, path, name).study()


@dataclass
class _Reader:
    document: Document
    path: Path
    name: str
    problems: list[Problem] = field(default_factory=list)

    def study(self) -> Study:
        for key, raw in self.document.values.items():
            if key not in _KEYS:
                self._unknown((key,), raw, _KEYS)
        header, found = checked(self.document, (), self._some("title", "question"), _Header)
        self.problems += found
        told = _Header.model_validate(header)
        scenarios = self._sized(self._scenarios())
        reader = FactorReader(self.document, scenarios[0])
        named = reader.factors()
        self.problems += reader.problems
        left_out = spared(scenarios, named)
        factors = tuple(factor for factor in named if factor not in left_out)
        method, design, table = self._design(factors)
        keep = self._keep()
        if not self.problems:
            self.problems += scenario_problems(self.document, scenarios, factors, table)
            self.problems += design_problems(self.document, scenarios, factors, design, table)
        if self.problems:
            raise StudyError(sorted(dict.fromkeys(self.problems), key=lambda one: one.where.line or 0))
        return Study(
            self.name, self.path.read_text(encoding="utf-8"),
            Text(self.name, self.name) if told.title is None else told.title.text(),
            Text("", "") if told.question is None else told.question.text(),
            scenarios, factors, method, design, keep, table, remarks(self.document, factors, left_out, design),
        )

    def _some(self, *keys: str) -> dict[str, object]:
        return {key: self.document.values[key] for key in keys if key in self.document.values}

    def _section(self, name: str) -> Mapping[str, object]:
        raw = self.document.values.get(name, {})
        if isinstance(raw, dict):
            return raw
        self.problems.append(Problem(self.document.where(name), texts.is_section(name), raw_value(raw)))
        return {}

    def _unknown(self, path: tuple[str, ...], raw: object, known: tuple[str, ...]) -> None:
        near = nearest(path[-1], known)
        shown = None if isinstance(raw, dict) else raw_value(raw)
        self.problems.append(Problem(self.document.where(*path), texts.IS_NO_SETTING, shown, ", ".join(known),
                                     did_you_mean(near) if near else None))

    def _known(self, section: str, known: tuple[str, ...]) -> dict[str, object]:
        raw = self._section(section)
        for key, value in raw.items():
            if key not in known:
                self._unknown((section, key), value, known)
        return {key: value for key, value in raw.items() if key in known}

    def _scenarios(self) -> tuple[Scenario, ...]:
        raw = self.document.values.get("scenarios")
        where = self.document.where("scenarios")
        if not isinstance(raw, list) or not raw or not all(isinstance(one, str) for one in raw):
            self.problems.append(Problem(
                Where(where.file, where.line, "scenarios"), texts.SCENARIOS_WANTED,
                None if raw is None else raw_value(raw), None, texts.SCENARIOS_FORM))
            raise StudyError(self.problems)
        read: list[Scenario] = []
        found: list[Problem] = []
        for name in raw:
            try:
                read.append(load(Path(os.path.normpath(self.path.parent / name))))
            except ScenarioError as error:
                found += error.problems
        if found:
            raise ScenarioError([*self.problems, *dict.fromkeys(found)])
        names = [scenario.name for scenario in read]
        for place, name in enumerate(names):
            if name in names[:place]:
                at = self.document.where("scenarios", str(place))
                self.problems.append(Problem(at, texts.SCENARIO_TWICE, name, None, scenario_texts.KEEP_ONE))
        return tuple(read)

    def _sized(self, scenarios: tuple[Scenario, ...]) -> tuple[Scenario, ...]:
        accepted, found = checked(self.document, ("size",), self._known("size", tuple(Size.model_fields)), Size)
        self.problems += found
        size = Size.model_validate(accepted)
        made = [resized(scenario, size.citizens, size.weeks) for scenario in scenarios]
        if size.burn_in_weeks is not None:
            made = [scenario.with_time(burn_in_weeks=size.burn_in_weeks) for scenario in made]
        return tuple(made)

    def _design(self, factors: tuple[Factor, ...]) -> tuple[Method, Replications, pl.DataFrame | None]:
        raw = self._section("design")
        method = raw.get("method")
        if method not in METHODS:
            near = nearest(str(method), METHODS)
            where = self.document.where("design", "method")
            self.problems.append(Problem(where, texts.MUST_BE_ONE_OF, None if method is None else raw_value(method),
                                         ", ".join(METHODS), did_you_mean(f'"{near}"') if near else None))
            return "grid", Replications(), None
        kind: Method = method
        section = SECTIONS[kind]
        own = ("method", *section.model_fields, *((_FILE,) if kind == _FILE else ()))
        values = {key: value for key, value in self._known("design", own).items() if key in section.model_fields}
        accepted, found = checked(self.document, ("design",), values, section)
        self.problems += found
        table = None
        if kind == _FILE:
            table, found = read_points(self.document, self.path.parent, raw.get(_FILE), factors)
            self.problems += found
        return kind, section.model_validate(accepted), table

    def _keep(self) -> Keep:
        raw = self._known("outcomes", _OUTCOMES)
        measures = self._words("measures", raw.get("measures", "headlines"), tuple(BY_KEY), {
            "headlines": HEADLINES, "all": tuple(BY_KEY)})
        groups = self._words("groups", raw.get("groups", [ALL]), GROUPS, {"every": GROUPS})
        tables = self._words("tables", raw.get("tables", []), tuple(TABLES), {"all": tuple(TABLES)})
        marks = raw.get("marks", False)
        if not isinstance(marks, bool):
            where = self.document.where("outcomes", "marks")
            self.problems.append(Problem(where, texts.MUST_BE_FLAG, raw_value(marks)))
        return Keep(measures, groups, marks is True, tables)

    def _words(
        self, key: str, raw: object, known: tuple[str, ...], sets: Mapping[str, tuple[str, ...]],
    ) -> tuple[str, ...]:
        """A list of known words, or the name of a set of them."""
        if isinstance(raw, str) and raw in sets:
            return sets[raw]
        if not isinstance(raw, list):
            near = nearest(raw, known) if isinstance(raw, str) else None
            self.problems.append(Problem(self.document.where("outcomes", key), texts.words_wanted(tuple(sets)),
                                         raw_value(raw), None, texts.as_list(near) if near else None))
            return ()
        for place, word in enumerate(raw):
            if word not in known or word in raw[:place]:
                near = None if word in known else nearest(str(word), known)
                what = texts.VALUE_TWICE if word in known else texts.unknown_word(key)
                self.problems.append(Problem(self.document.where("outcomes", key, str(place)), what, raw_value(word),
                                             None, did_you_mean(f'"{near}"') if near else None))
        return tuple(str(word) for word in raw)


def _of_study(problem: Problem) -> Problem:
    def other(text: Text | str | None) -> Text | str | None:
        return _OTHER_WORDS.get(text, text) if isinstance(text, Text) else text

    what = other(problem.what) or ""
    return Problem(problem.where, what, problem.value, other(problem.allowed), other(problem.remedy))
