"""A point of a study: the settings it changes; a cell: a scenario at a point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sim.scenario.loading import Given
from sim.scenario.scenario import Scenario

Point = Mapping[str, Given | Mapping[str, Given]]
"""Values by dotted key, as ``Scenario.with_values`` takes them: a plain value holds from week 0, ``{"start": value}``
in the burn-in too, ``{"2018-01": value}`` from a date. Structure switches are settings like any other."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One scenario at one point, to be played with every seed. ``number`` is its name in all that is kept."""

    number: int
    base: Scenario
    point: Point

    def scenario(self) -> Scenario:
        """The scenario with the point's values.

        Raises:
            ScenarioError: when the values are not accepted, or do not go together.
        """
        return self.base.with_values(self.point) if self.point else self.base


def cells_of(bases: Sequence[Scenario], points: Sequence[Point]) -> Iterator[Cell]:
    """Every scenario at every point, numbered from 0, the scenarios of a point together (they may share a burn-in)."""
    for place, point in enumerate(points):
        for inner, base in enumerate(bases):
            yield Cell(place * len(bases) + inner, base, point)
