"""``all = { roles = ["prior", "fitted"] }``: every uncertain number at once, each over its plausible range."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

from sim.errors import Problem, Where
from sim.scenario.facts import facts_of, sections_of
from sim.scenario.names import nearest
from sim.scenario.parameter import Fact, Grade, Role
from sim.scenario.settings import Settings
from sim.scenario.shown import raw_value
from sim.scenario.texts import did_you_mean
from sim.studies import texts
from sim.studies.factors import BURN_IN, Factor
from sim.studies.spreads import over_plausible

ALL = "all"
_ROLES: tuple[Role, ...] = ("prior", "fitted")
_KEYS = ("roles", "grades", "sections", "except")


def everything(raw: object, where: Callable[..., Where]) -> tuple[tuple[Factor, ...], list[Problem]]:
    """Return every number of some roles, grades and sections, uniform over its plausible range, burn-in included.

    Without anything said: all that is imposed without certain knowledge (prior) or calibrated (fitted), of all grades.
    """
    if raw is True:
        raw = {}
    if not isinstance(raw, dict):
        return (), [Problem(where(), texts.ALL_FORM, raw_value(raw))]
    known: Mapping[str, tuple[str, ...]] = {
        "roles": get_args(Role), "grades": get_args(Grade), "sections": tuple(sections_of(Settings)),
        "except": tuple(facts_of(Settings)),
    }
    problems: list[Problem] = []
    chosen: dict[str, tuple[str, ...]] = {}
    for key, value in raw.items():
        if key not in known:
            near = nearest(key, _KEYS)
            problems.append(Problem(where(key), texts.IS_NO_SETTING, raw_value(value), ", ".join(_KEYS),
                                    did_you_mean(near) if near else None))
            continue
        members = value if isinstance(value, list) and value else [value]
        problems += [_strange(where(key), member, known[key]) for member in members if member not in known[key]]
        chosen[key] = tuple(str(member) for member in members)
    if problems:
        return (), problems
    factors = tuple(
        Factor(key, "uncertain", BURN_IN, fact.dated, (), over_plausible(key, fact))
        for key, fact in facts_of(Settings).items() if _is_meant(key, fact, chosen)
    )
    return factors, [] if factors else [Problem(where(), texts.NOTHING_MEANT, raw_value(dict(raw)))]


def _is_meant(key: str, fact: Fact, chosen: Mapping[str, tuple[str, ...]]) -> bool:
    if fact.plausible is None or not fact.plausible[0] < fact.plausible[1] or key in chosen.get("except", ()):
        return False
    return (
        fact.role in chosen.get("roles", _ROLES) and fact.grade in chosen.get("grades", get_args(Grade))
        and key.partition(".")[0] in chosen.get("sections", (key.partition(".")[0],))
    )


def _strange(where: Where, member: object, known: tuple[str, ...]) -> Problem:
    near = nearest(str(member), known)
    shown = ", ".join(known) if len(known) < 20 else None  # noqa: PLR2004 - more would fill the screen
    return Problem(where, texts.MUST_BE_ONE_OF, raw_value(member), shown, did_you_mean(near) if near else None)
