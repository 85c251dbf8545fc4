"""The tables of docs/cases.md: which cases there are, how far their codings agree, what may come from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from sim.cases.reading import case_names, find_case
from sim.cases.timeline import coded, kappa, middle_weeks
from sim.vocabulary import Happening

PLACE = Path(__file__).parents[2] / "cases"


def cases() -> tuple[tuple[str, ...], ...]:
    """Every case: source, weeks, events, its counter-case, and how far the two codings agree."""
    rows = [("case", "source", "weeks", "events", "counter-case", "codings agree", "kappa")]
    for name in case_names(PLACE):
        case = find_case(name, PLACE)
        weeks = middle_weeks(case.events)
        left, right = (coded(one, weeks, case.weeks) for one in (case.codings.first, case.codings.second))
        agreed = f"{100 * float((left == right).mean()):.0f} %"
        rows.append((f"`{name}`", case.source, str(case.weeks), str(len(case.events)), case.counter.words.en, agreed,
                     f"{kappa(left, right):.2f}"))
    return tuple(rows)


def happenings() -> tuple[tuple[str, ...], ...]:
    """Every outside event: its word in a file, its names, what it does."""
    rows = [("in a file", "Danish", "English", "what it sets, and what an amount means")]
    return (*rows, *((f"`{one.key}`", one.da, one.en, one.meaning) for one in Happening))


TABLES: Mapping[str, Callable[[], tuple[tuple[str, ...], ...]]] = {"cases": cases, "happenings": happenings}
"""Rows by the name of the block, the heading first."""
