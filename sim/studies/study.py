"""A study as its file gives it: scenarios, what is varied and how, with how many seeds, and what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from sim.errors import Text, Where
from sim.scenario.scenario import Scenario
from sim.studies.design import Method, Replications
from sim.studies.designs import Design, laid_out, size_of
from sim.studies.factors import Factor
from sim.studies.keeping import Keep


@dataclass(frozen=True, slots=True)
class Remark:
    """Something worth knowing before a study is run; it stops nothing."""

    where: Where
    text: Text


@dataclass(frozen=True)
class Study:
    """A validated study file. ``text`` is the file itself; ``table`` holds the points of ``method = "file"``."""

    name: str
    text: str
    title: Text
    question: Text
    scenarios: tuple[Scenario, ...]
    factors: tuple[Factor, ...]
    method: Method
    design: Replications
    keep: Keep
    table: pl.DataFrame | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def seeds(self) -> tuple[int, ...]:
        """The seeds every point is played with."""
        return tuple(range(self.design.first_seed, self.design.first_seed + self.design.replications))

    @property
    def points(self) -> int:
        """How many points the design has."""
        return size_of(self.factors, self.design, None if self.table is None else self.table.height)

    @property
    def runs(self) -> int:
        """Points × scenarios × seeds."""
        return self.points * len(self.scenarios) * self.design.replications

    def laid_out(self) -> Design:
        """The points themselves.

        Raises:
            StudyError: when SALib is needed and not installed.
        """
        return laid_out(self.factors, self.design, self.table)

    def kinds(self) -> Iterator[tuple[str, list[Factor]]]:
        """Factors by kind, in the order lever, uncertain, structure; kinds without one are left out."""
        for kind in ("lever", "uncertain", "structure"):
            found = [factor for factor in self.factors if factor.kind == kind]
            if found:
                yield kind, found
