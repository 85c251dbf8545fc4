"""The columns a town's own tables may have: names, units, ranges and meanings, taken from the columns of the model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import sim.vocabulary as words
from sim.population.citizens import Citizens
from sim.population.columns import ColumnFact, Columns
from sim.population.surroundings import Firms, Posts
from sim.vocabulary import Benefit, Problem, Word

Kind = Literal["id", "number", "whole", "yes_no", "word"]

MOST_ROWS = 2_000_000
"""Rows a table may have: as many citizens as the settings can ask for."""


@dataclass(frozen=True, slots=True)
class OwnField:
    """One column of a table of one's own.

    ``column`` is the model's column that a value goes to and ``row`` the kind where that column has one value per kind;
    an empty ``column`` needs a word of its own in ``sim.population.intake``. ``words`` are the keys allowed, by code.
    """

    name: str
    kind: Kind
    unit: str
    meaning: str
    low: float = 0.0
    high: float = 1.0
    column: str = ""
    row: int | None = None
    words: tuple[str, ...] = ()
    required: bool = False


def _of(table: type[Columns], column: str, name: str = "", row: int | None = None) -> OwnField:
    """A column that goes into the model as it is."""
    fact = table.facts()[column]
    kind, keys = _kind(fact)
    return OwnField(name or column, kind, _unit(fact, keys), fact.meaning, fact.low, fact.high, column, row, keys)


def _kind(fact: ColumnFact) -> tuple[Kind, tuple[str, ...]]:
    known = getattr(words, fact.unit, None)
    if isinstance(known, type) and issubclass(known, Word):
        return "word", known.keys()
    if fact.dtype == "bool":
        return "yes_no", ()
    return ("number" if fact.dtype.startswith("float") else "whole"), ()


def _unit(fact: ColumnFact, keys: tuple[str, ...]) -> str:
    return "word" if keys else fact.unit


_BENEFITS = (Benefit.ACTIVITY_READY.key, Benefit.RESOURCE_COURSE.key)
_PERSON = (
    _of(Citizens, "female"),
    _of(Citizens, "children"),
    _of(Citizens, "partner_income"),
    _of(Citizens, "language"),
    _of(Citizens, "trained"),
    _of(Citizens, "trade"),
    _of(Citizens, "wish"),
    _of(Citizens, "chronic_mental"),
    _of(Citizens, "chronic_pain", "chronic_musculoskeletal"),
    _of(Citizens, "chronic_other"),
    _of(Citizens, "anxious"),
    _of(Citizens, "accommodation_need"),
    _of(Citizens, "hours_possible"),
    _of(Citizens, "sociability"),
    _of(Citizens, "skill"),
    _of(Citizens, "coping"),
    _of(Citizens, "self_worth"),
    _of(Citizens, "belief"),
    _of(Citizens, "direction"),
)
_PROBLEMS = tuple(
    replace(_of(Citizens, "problem", f"problem_{each.key}", int(each)), meaning=f"{each.en}: {each.meaning}")
    for each in Problem
)

CITIZENS: tuple[OwnField, ...] = (
    OwnField("age", "number", "years", "Age in the first week that is run.", 18, 70, required=True),
    OwnField("benefit", "word", "word", "Benefit in the first week that is run.", words=_BENEFITS, required=True),
    OwnField("id", "id", "pseudonym", "Tells rows apart in messages; never a civil registration number."),
    *_PERSON,
    *_PROBLEMS,
    OwnField("weeks_on_support", "whole", "weeks", "Weeks on public support so far.", 0, 2700, "support_weeks"),
    OwnField("caseworker", "id", "pseudonym", "The caseworker's id in the caseworkers' table."),
    _of(Citizens, "trust"),
    _of(Citizens, "knowledge"),
)
FIRMS: tuple[OwnField, ...] = (
    replace(_of(Firms, "sector"), required=True),
    replace(_of(Firms, "employees"), high=100_000.0, required=True),
    OwnField("id", "id", "pseudonym", "Tells rows apart in messages."),
    _of(Firms, "occupation"),
    _of(Firms, "disposition"),
    _of(Firms, "willingness"),
    _of(Firms, "tolerance"),
    _of(Firms, "competence"),
    _of(Firms, "backing"),
    _of(Firms, "adaptability"),
    _of(Firms, "capacity_base", "inclusion_capacity"),
    _of(Firms, "relation"),
    _of(Firms, "special_terms"),
    OwnField("mentor", "word", "word", "Firm mentor.", column="mentor", words=("none", "employee", "leader")),
    replace(_of(Firms, "openings"), high=5.0),
)
CASEWORKERS: tuple[OwnField, ...] = (
    OwnField("id", "id", "pseudonym", "Named by the column caseworker of the citizens' table.", required=True),
    _of(Posts, "listening"),
    _of(Posts, "drive"),
    _of(Posts, "rule_bound"),
    _of(Posts, "optimism"),
    _of(Posts, "firm_knowledge"),
    _of(Posts, "strain"),
    OwnField("weeks_in_post", "whole", "weeks", "Weeks in the post so far.", 0, 2600),
)
FIELDS: dict[str, tuple[OwnField, ...]] = {"citizens": CITIZENS, "firms": FIRMS, "caseworkers": CASEWORKERS}
"""The columns of each table, by the table's name."""

ALONG: dict[str, tuple[str, ...]] = {
    "coping": ("coping_base",),
    "self_worth": ("self_worth_base",),
    "belief": ("belief_base",),
    "capacity_base": ("capacity", "capacity_before"),
    "support_weeks": ("benefit_weeks", "jobless_weeks"),
}
"""Columns of the model that take the same value: a level now stands for the lasting level, the past for one spell."""
