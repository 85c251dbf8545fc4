"""The sections ``[levers]``, ``[uncertain]`` and ``[structure]`` of a study file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import cast

from sim.errors import Problem, Where
from sim.scenario.dated import day_of, value_at, week_of
from sim.scenario.facts import facts_of, sections_of
from sim.scenario.layer import read_layer
from sim.scenario.loading import Given
from sim.scenario.parameter import Fact
from sim.scenario.reading import Document
from sim.scenario.scenario import Scenario
from sim.scenario.settings import Settings
from sim.scenario.shown import raw_value
from sim.scenario.texts import KEEP_ONE
from sim.scenario.values import read_assignment
from sim.studies import texts
from sim.studies.distributions import Discrete, Distribution
from sim.studies.everything import ALL, everything
from sim.studies.factors import BURN_IN, WEEK_0, Factor, Kind
from sim.studies.spreads import is_whole, over_plausible, read_spread, read_weights

TABLES: Mapping[str, Kind] = {"levers": "lever", "uncertain": "uncertain", "structure": "structure"}
FROM, PLAUSIBLE = "from", "plausible"
_SINCE: Mapping[Kind, str] = {"lever": WEEK_0, "uncertain": BURN_IN, "structure": BURN_IN}


@dataclass
class FactorReader:
    """Reads what a study varies; ``problems`` fills up on the way."""

    document: Document
    base: Scenario
    problems: list[Problem] = field(default_factory=list)

    def factors(self) -> tuple[Factor, ...]:
        """All factors in the order of the file; the first of two of one name."""
        found: list[Factor] = []
        for table, kind in TABLES.items():
            raw = self.document.values.get(table, {})
            if isinstance(raw, dict):
                found += self._table(table, kind, raw)
            else:
                self.problems.append(Problem(self.document.where(table), texts.is_section(table), raw_value(raw)))
        return self._without_doubles(found)

    def _without_doubles(self, found: list[Factor]) -> tuple[Factor, ...]:
        kept: dict[str, Factor] = {}
        for factor in found:
            first = kept.setdefault(factor.key, factor)
            if first is not factor and factor.line is not None and first.line is not None:
                where = Where(self.document.file, factor.line, factor.key)
                self.problems.append(Problem(where, texts.twice(first.line), None, None, KEEP_ONE))
            elif first.line is None:
                kept[factor.key] = factor  # what is written out goes before what "all" brings along
        return tuple(kept.values())

    def _table(self, table: str, kind: Kind, raw: Mapping[str, object]) -> list[Factor]:
        found: list[Factor] = []
        for section, members in raw.items():
            if section == ALL and kind == "uncertain":
                spread, problems = everything(members, partial(self.document.where, table, ALL))
                found += spread
                self.problems += problems
            elif not isinstance(members, dict) or section not in sections_of(Settings):
                self._unknown(table, {section: members})
            else:
                for key, given in members.items():
                    made = self._factor(table, kind, (section, key), given)
                    found += [] if made is None else [made]
        return found

    def _unknown(self, table: str, values: Mapping[str, object]) -> None:
        """Let the reader of scenario files say what is wrong with a name; it knows the nearest."""
        _, problems = read_layer(self._inside(table, values), Settings)
        section = next(iter(values))
        self.problems += problems or [Problem(self.document.where(table, section), texts.IS_NO_SETTING)]

    def _inside(self, table: str, values: Mapping[str, object]) -> Document:
        lines = {path[1:]: line for path, line in self.document.lines.items() if path[:1] == (table,)}
        return Document(self.document.file, values, lines)

    def _factor(self, table: str, kind: Kind, path: tuple[str, str], given: object) -> Factor | None:
        section, key = path
        fact = facts_of(Settings).get(f"{section}.{key}")
        if fact is None:
            self._unknown(table, {section: {key: given}})
            return None
        where = self.document.where(table, *path)
        if kind == "structure" and fact.possible is not None:
            self.problems.append(Problem(where, texts.NUMBER_IS_NO_STRUCTURE, raw_value(given)))
            return None
        since = self._since(table, path, given, kind)
        told = {name: value for name, value in given.items() if name != FROM} if isinstance(given, dict) else given
        before = len(self.problems)
        values, spread = self._spread(table, path, told, fact)
        if len(self.problems) > before:
            return None
        crossed = kind != "uncertain" and isinstance(spread, Discrete) and not (
            isinstance(told, dict) and {"distribution", "weights"} & told.keys())
        dotted = f"{section}.{key}"
        if crossed:
            return Factor(dotted, kind, since, fact.dated, values, None, where.line)
        return Factor(dotted, kind, since, fact.dated, (), spread, where.line)

    def _since(self, table: str, path: tuple[str, str], given: object, kind: Kind) -> str:
        said = given.get(FROM) if isinstance(given, dict) else None
        if said is None:
            return _SINCE[kind]
        where = self.document.where(table, *path, FROM)
        if said in (BURN_IN, WEEK_0):
            return str(said)
        try:
            week = week_of(day_of(str(said)), self.base.start)
        except ValueError:
            self.problems.append(Problem(where, texts.SINCE_UNREADABLE, raw_value(said), texts.SINCE_FORMS))
            return _SINCE[kind]
        if not 0 < week < max(self.base.weeks, 1):
            self.problems.append(Problem(where, texts.SINCE_OUTSIDE, raw_value(said), texts.SINCE_FORMS))
        return str(said)

    def _spread(
        self, table: str, path: tuple[str, str], told: object, fact: Fact,
    ) -> tuple[tuple[Given, ...], Distribution | None]:
        """The values or the distribution that a setting is given."""
        where = partial(self.document.where, table, *path)
        dotted = ".".join(path)
        if told == PLAUSIBLE and fact.plausible is not None:
            return (), over_plausible(dotted, fact)
        if told in (PLAUSIBLE, ALL) and fact.possible is None:
            told = {"values": [word.key for word in fact.choices] if fact.choices else [False, True]}
        if isinstance(told, list):
            told = {"values": told}
        if not isinstance(told, dict) or not told:
            self.problems.append(Problem(where(), texts.SPREAD_WANTED, raw_value(told), None, texts.SPREAD_FORMS))
            return (), None
        if "values" in told or fact.possible is None:
            return self._values(table, path, told)
        usual = value_at(self.base.series[dotted], 0)
        assert isinstance(usual, (int, float))
        spread, problems = read_spread(told, fact, float(usual), whole=is_whole(dotted), where=where)
        self.problems += problems
        return (), spread

    def _values(
        self, table: str, path: tuple[str, str], told: Mapping[str, object],
    ) -> tuple[tuple[Given, ...], Distribution | None]:
        """Some values, perhaps with weights."""
        where = partial(self.document.where, table, *path)
        given = told.get("values")
        strange = [key for key in told if key not in {"values", "weights", "distribution"}]
        if strange or told.get("distribution", "discrete") != "discrete" or not isinstance(given, list) or not given:
            self.problems.append(Problem(where(), texts.VALUES_WANTED, raw_value(dict(told)), None, texts.SPREAD_FORMS))
            return (), None
        kept: list[Given] = []
        for value in given:
            _, problems = read_assignment(
                self._inside(table, {}), path, value, sections_of(Settings)[path[0]])
            self.problems += problems
            if value in kept:
                at = where("values")
                self.problems.append(Problem(at, texts.VALUE_TWICE, raw_value(value), None, KEEP_ONE))
            kept.append(cast(Given, value))
        weights, found = read_weights(told, tuple(kept), where)
        self.problems += found
        return tuple(kept), Discrete(tuple(kept), weights) if weights else None
