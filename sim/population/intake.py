"""A town of one's own: citizens, and if one has them workplaces and caseworkers, from CSV or parquet tables.

Only pseudonymised data belong here, and results are about groups. The format stands in docs/population.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sim.errors import PopulationError, Problem, ScenarioError, Text, Where
from sim.population import texts
from sim.population.citizens import Citizens
from sim.population.columns import I64, Columns
from sim.population.fields import ALONG, FIELDS
from sim.population.given import Given, Known, OwnTown
from sim.population.own_tables import read_sheet
from sim.population.own_values import Parsed, parse
from sim.population.staff import posts_wanted
from sim.population.surroundings import Firms, Posts
from sim.population.template import template
from sim.scenario.names import nearest
from sim.scenario.own_town import TownFiles, content_of, fingerprint
from sim.scenario.settings import Settings
from sim.vocabulary import Benefit

__all__ = ["OwnTables", "own_town", "read", "template"]

_SHOWN = 3
_KINDS: dict[str, type[Columns]] = {"citizens": Citizens, "firms": Firms, "caseworkers": Posts}


@dataclass(frozen=True, slots=True)
class OwnTables:
    """The tables of a town, read and found faultless by themselves."""

    citizens: Parsed
    firms: Parsed | None
    caseworkers: Parsed | None

    @property
    def sizes(self) -> tuple[int, int]:
        """Citizens who are activity-ready, and on a resource course."""
        course = int(np.count_nonzero(self.citizens.columns["benefit"][0] == Benefit.RESOURCE_COURSE))
        return self.citizens.rows - course, course


def read(files: TownFiles) -> OwnTables:
    """Read the tables of a town.

    Raises:
        PopulationError: with every problem of every table; also when the content is not what its fingerprint says.
    """
    problems: list[Problem] = []
    contents: dict[str, bytes] = {}
    for name, path in files.files.items():
        try:
            contents[name] = content_of(Path(path))
        except ScenarioError as error:
            problems += error.problems
    if not problems and fingerprint(contents) != files.sha256:
        raise PopulationError.about(files.citizens, texts.CHANGED, texts.READ_AGAIN)
    tables: dict[str, Parsed] = {}
    for name, content in contents.items():
        sheet, found = read_sheet(files.files[name], content)
        problems += found
        if sheet is not None:
            tables[name], found = parse(sheet, FIELDS[name])
            problems += found
    if problems:
        raise PopulationError(problems)
    own = OwnTables(tables["citizens"], tables.get("firms"), tables.get("caseworkers"))
    if missing := _strange_caseworkers(own):
        raise PopulationError(missing)
    return own


def own_town(files: TownFiles, week: int, settings: Settings) -> OwnTown:
    """Read the tables of a town and make them ready for synthesis in ``week``.

    Raises:
        PopulationError: with every problem of the tables, or when the settings ask for a town of another size.
    """
    tables = read(files)
    if problems := _size_problems(files, tables, settings):
        raise PopulationError(problems)
    people = tables.citizens.columns
    return OwnTown(
        resource_course=people["benefit"][0] == Benefit.RESOURCE_COURSE,
        citizens=_given("citizens", tables.citizens, week),
        post=_posts(tables),
        firm_count=None if tables.firms is None else tables.firms.rows,
        firms=Given() if tables.firms is None else _given("firms", tables.firms, week),
        posts=Given() if tables.caseworkers is None else _given("caseworkers", tables.caseworkers, week),
    )


def _given(table: str, parsed: Parsed, week: int) -> Given:
    return given_of(table, parsed.columns, parsed.rows, week)


def given_of(table: str, told: Mapping[str, Known], rows: int, week: int) -> Given:
    """The ``told`` values of a table's columns, for so many rows, by column of the model and in the model's units.

    ``week`` is the week they hold in.
    """
    columns: dict[str, Known] = {}
    kinds: dict[str, list[tuple[int, Known]]] = {}
    facts = _KINDS[table].facts()
    for field in FIELDS[table]:
        if field.name not in told:
            continue
        values, known = told[field.name]
        if field.name == "age":
            columns["born"] = np.asarray(week - values * 52.0, dtype=np.float32), known
        elif field.name == "weeks_in_post":
            columns["since"] = np.asarray(week - values, dtype=np.int16), known
        elif field.row is not None:
            kinds.setdefault(field.column, []).append((field.row, (values, known)))
        elif field.column:
            for name in (field.column, *ALONG.get(field.column, ())):
                columns[name] = values.astype(facts[name].dtype), known
    for name, parts in kinds.items():
        columns[name] = _stacked(parts, facts[name].width, rows)
    return Given(columns)


def _stacked(parts: list[tuple[int, Known]], width: int, rows: int) -> Known:
    values, known = np.zeros((width, rows), dtype=np.float32), np.zeros((width, rows), dtype=np.bool_)
    for kind, (value, mask) in parts:
        values[kind], known[kind] = value, mask
    return values, known


def _posts(tables: OwnTables) -> I64 | None:
    """Each citizen's caseworker by the number of the row in the caseworkers' table; -1 where none is named."""
    if tables.caseworkers is None or "caseworker" not in tables.citizens.columns:
        return None
    number = {name: row for row, name in enumerate(tables.caseworkers.columns["id"][0].tolist())}
    named = tables.citizens.columns["caseworker"][0]  # empty where none is named, which no row of the table is called
    return np.array([number.get(name, -1) for name in named.tolist()], dtype=np.int64)


def _strange_caseworkers(tables: OwnTables) -> list[Problem]:
    if "caseworker" not in tables.citizens.columns:
        return []
    sheet = tables.citizens.sheet
    if tables.caseworkers is None:
        return [sheet.fault("caseworker", texts.NO_CASEWORKERS, None, texts.ADD_CASEWORKERS)]
    known = set(tables.caseworkers.columns["id"][0].tolist())
    named, filled = tables.citizens.columns["caseworker"]
    missing = [row for row in np.flatnonzero(filled).tolist() if named[row] not in known]
    told = missing[:_SHOWN]
    more = texts.and_more(None, len(missing) - len(told)) if len(missing) > len(told) else None
    return [
        sheet.problem(
            row, "caseworker", texts.NO_SUCH_CASEWORKER, str(named[row]), more if row == told[-1] else None,
            _near_caseworker(str(named[row]), known),
        )
        for row in told
    ]


def _near_caseworker(name: str, known: set[str]) -> Text:
    near = nearest(name, sorted(known))
    return texts.did_you_mean(near) if near else texts.ADD_CASEWORKER


def _size_problems(files: TownFiles, tables: OwnTables, settings: Settings) -> list[Problem]:
    """The settings size inflow and staff, so they must ask for the town that is there; nothing is set behind a back."""
    ready, course = tables.sizes
    problems: list[Problem] = []
    if (settings.town.activity_ready, settings.town.resource_course) != (ready, course):
        problems.append(
            Problem(
                Where(files.citizens),
                texts.other_size(ready, course),
                None,
                None,
                texts.write_size(ready, course),
            )
        )
    if tables.caseworkers is not None and files.caseworkers is not None:
        count, wanted = tables.caseworkers.rows, posts_wanted(ready + course, settings)
        if count != wanted:
            problems.append(
                Problem(
                    Where(files.caseworkers),
                    texts.other_staff(count, wanted),
                    None,
                    None,
                    texts.write_caseload(f"{(ready + course) / count:.6g}"),
                )
            )
    return problems
