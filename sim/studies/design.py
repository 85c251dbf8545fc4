"""The method of a study and its numbers, as the section ``[design]`` of a study file gives them."""

from __future__ import annotations

from typing import Literal

from sim.scenario.parameter import Section, flag, whole

Method = Literal["grid", "lhs", "morris", "sobol", "file"]
METHODS: tuple[Method, ...] = ("grid", "lhs", "morris", "sobol", "file")

_SOURCE = "product"


class Replications(Section):
    """What every method has."""

    replications: int = whole(
        8, unit="runs", possible=(1, 10_000), da="Gentagelser", en="Replications", source=_SOURCE, grade="E",
        meaning="Seeds that every point is played with; the same for all points.", role="setting", dated=False)
    first_seed: int = whole(
        1, unit="number", possible=(0, 2_000_000_000), da="Første frø", en="First seed", source=_SOURCE, grade="E",
        meaning="The seeds are this one and those after it.", role="setting", dated=False)


class Grid(Replications):
    """Every combination."""

    levels: int = whole(
        3, unit="values", possible=(2, 100), da="Niveauer", en="Levels", source=_SOURCE, grade="E",
        meaning="How many values a spread is cut into: the middles of equal parts.", role="setting", dated=False)


class Sampled(Replications):
    """Points drawn by luck."""

    design_seed: int = whole(
        1, unit="number", possible=(0, 2_000_000_000), da="Planens frø", en="Seed of the design", source=_SOURCE,
        grade="E", meaning="Another number draws other points.", role="setting", dated=False)


class LatinHypercube(Sampled):
    """Points spread evenly over every setting at once."""

    points: int = whole(
        100, unit="points", possible=(2, 1_000_000), da="Punkter", en="Points", source=_SOURCE, grade="E",
        meaning="How many points are drawn.", role="setting", dated=False)


class Morris(Sampled):
    """Trajectories that change one setting at a time."""

    trajectories: int = whole(
        10, unit="trajectories", possible=(2, 10_000), da="Baner", en="Trajectories", source=_SOURCE, grade="E",
        meaning="Each has one point more than there are settings.", role="setting", dated=False)
    levels: int = whole(
        4, unit="values", possible=(4, 100), da="Niveauer", en="Levels", source=_SOURCE, grade="E",
        meaning="Steps of the grid the trajectories walk on; an even number.", role="setting", dated=False)


class Sobol(Sampled):
    """Saltelli's design, from which shares of variance are estimated."""

    points: int = whole(
        64, unit="points", possible=(2, 1_048_576), da="Punkter", en="Points", source=_SOURCE, grade="E",
        meaning="A power of two; the design has this many times the number of settings plus two.", role="setting",
        dated=False)
    second_order: bool = flag(
        default=False, da="Samspil to og to", en="Second order", source=_SOURCE, grade="E", role="setting",
        meaning="Whether interactions of pairs are estimated; nearly twice as many points.", dated=False)


class FromFile(Replications):
    """Points from a table."""


SECTIONS: dict[Method, type[Replications]] = {
    "grid": Grid, "lhs": LatinHypercube, "morris": Morris, "sobol": Sobol, "file": FromFile,
}


class Size(Section):
    """Towns smaller and shorter than the scenarios', for all of them alike."""

    citizens: int | None = whole(
        None, unit="citizens", possible=(1, 1_000_000), da="Borgere", en="Citizens", source=_SOURCE, grade="E",  # type: ignore[arg-type]
        meaning="Citizens in the town at the start; all else is scaled with them.", role="setting", dated=False)
    weeks: int | None = whole(
        None, unit="weeks", possible=(0, 2600), da="Uger", en="Weeks", source=_SOURCE, grade="E",  # type: ignore[arg-type]
        meaning="Weeks that are recorded.", role="setting", dated=False)
    burn_in_weeks: int | None = whole(
        None, unit="weeks", possible=(0, 1040), da="Opvarmning", en="Burn-in", source=_SOURCE, grade="E",  # type: ignore[arg-type]
        meaning="Weeks that are run before the start.", role="setting", dated=False)


