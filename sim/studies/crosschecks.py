"""What only shows when the parts of a study file lie together: clashes with scenarios, designs that cannot be."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from sim.errors import Problem, Where
from sim.scenario.facts import facts_of
from sim.scenario.parameter import Fact
from sim.scenario.reading import Document
from sim.scenario.scenario import Scenario
from sim.scenario.settings import Settings
from sim.scenario.shown import number
from sim.studies import texts
from sim.studies.design import FromFile, Grid, Morris, Replications, Sobol
from sim.studies.designs import size_of
from sim.studies.distributions import Discrete, LogUniform, Normal, Triangular, Uniform, Whole
from sim.studies.factors import Factor
from sim.studies.study import Remark

MOST_RUNS = 5_000_000


def scenario_problems(
    document: Document, scenarios: Sequence[Scenario], factors: Sequence[Factor], table: pl.DataFrame | None,
) -> list[Problem]:
    """Scenarios over other times, and settings in which the scenarios differ and which the study would overwrite."""
    problems: list[Problem] = []
    first, *others = scenarios
    for place, other in enumerate(others, 1):
        if (other.start, other.weeks) != (first.start, first.weeks):
            where = document.where("scenarios", str(place))
            problems.append(Problem(where, texts.other_time(other.name, first.name), None, None, texts.SAME_TIME))
    keys = {factor.key: factor.line for factor in factors} | dict.fromkeys(table.columns if table is not None else ())
    for key, line in keys.items():
        other_name = differs_in(scenarios, key)
        if other_name:
            where = Where(document.file, line, key)
            problems.append(Problem(where, texts.overwrites(first.name, other_name), None, None, texts.LEAVE_OUT))
    return problems


def differs_in(scenarios: Sequence[Scenario], key: str) -> str | None:
    """The first scenario in which a setting is not as in the first of all; None when all are alike."""
    first, *others = scenarios
    return next((other.name for other in others if other.series[key] != first.series[key]), None)


def spared(scenarios: Sequence[Scenario], factors: Sequence[Factor]) -> tuple[Factor, ...]:
    """Those that only ``all`` brought along and in which the scenarios differ: that difference is what is studied."""
    return tuple(one for one in factors if one.line is None and differs_in(scenarios, one.key) is not None)


def design_problems(
    document: Document, scenarios: Sequence[Scenario], factors: Sequence[Factor], design: Replications,
    table: pl.DataFrame | None,
) -> list[Problem]:
    """Designs that cannot be: nothing to vary, odd numbers of levels, more runs than anybody can wait for."""
    where = document.where("design", "method")
    sampled = [factor for factor in factors if factor.spread is not None]
    if isinstance(design, FromFile):
        return [Problem(where, texts.FILE_AND_SPREADS, sampled[0].key)] if sampled else []
    if not isinstance(design, Grid) and not sampled:
        return [Problem(where, texts.NOTHING_SAMPLED, None, None, texts.SPREAD_FORMS)]
    if isinstance(design, Morris) and design.levels % 2:
        at = document.where("design", "levels")
        return [Problem(at, texts.LEVELS_EVEN, str(design.levels), str(design.levels + 1))]
    if isinstance(design, Sobol) and design.points & (design.points - 1):
        low = 1 << (design.points.bit_length() - 1)
        at = document.where("design", "points")
        return [Problem(at, texts.POWER_OF_TWO, str(design.points), f"{low}, {2 * low}")]
    runs = size_of(factors, design, None if table is None else table.height) * len(scenarios) * design.replications
    return [Problem(where, texts.too_many_runs(runs, MOST_RUNS))] if runs > MOST_RUNS else []


def remarks(
    document: Document, factors: Sequence[Factor], left_out: Sequence[Factor], design: Replications,
) -> tuple[Remark, ...]:
    """What ``all`` leaves out, spreads that reach outside what is plausible, and designs that will say little."""
    found = [Remark(Where(document.file, None, one.key), texts.LEFT_OUT) for one in left_out]
    for factor in factors:
        fact = facts_of(Settings)[factor.key]
        ends = _ends(factor)
        if fact.plausible is not None and ends and not _within(ends, fact):
            low, high = fact.plausible
            found.append(Remark(Where(document.file, factor.line, factor.key),
                                texts.outside_plausible(number(low), number(high))))
    if design.replications == 1 and not isinstance(design, (Morris, Sobol)):
        found.append(Remark(document.where("design"), texts.ONE_SEED))
    return tuple(found)


def _ends(factor: Factor) -> tuple[float, ...]:
    """The outermost numbers a factor can have; empty for words and on/off."""
    spread = factor.spread.spread if isinstance(factor.spread, Whole) else factor.spread
    if isinstance(spread, (Uniform, LogUniform, Triangular, Normal)):
        return spread.low, spread.high
    values = spread.values if isinstance(spread, Discrete) else factor.values
    return tuple(value for value in values if isinstance(value, (int, float)) and not isinstance(value, bool))


def _within(ends: tuple[float, ...], fact: Fact) -> bool:
    low, high = fact.plausible or (float("-inf"), float("inf"))
    return low <= min(ends) and max(ends) <= high
