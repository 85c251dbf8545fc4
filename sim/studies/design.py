"""The method of a study and its numbers, as the section ``[design]`` of a study file gives them."""

from __future__ import annotations

from typing import Any, Literal

from sim.scenario.parameter import Section, flag, whole

Method = Literal["grid", "lhs", "morris", "sobol", "file"]
METHODS: tuple[Method, ...] = ("grid", "lhs", "morris", "sobol", "file")


def _number(default: int | None, *, unit: str, possible: tuple[int, int], da: str, en: str, meaning: str) -> Any:
    """A whole number of a study file: a choice of whoever designs the study, not a claim about the world."""
    return whole(
        default, unit=unit, possible=possible, da=da, en=en, meaning=meaning,  # type: ignore[arg-type] # None: as it is
        source="product", grade="E", role="setting", dated=False)


class Replications(Section):
    """What every method has."""

    replications: int = _number(
        8, unit="runs", possible=(1, 10_000), da="Gentagelser", en="Replications",
        meaning="Seeds that every point is played with; the same for all points.")
    first_seed: int = _number(
        1, unit="number", possible=(0, 2_000_000_000), da="Første frø", en="First seed",
        meaning="The seeds are this one and those after it.")


class Grid(Replications):
    """Every combination."""

    levels: int = _number(
        3, unit="values", possible=(2, 100), da="Niveauer", en="Levels",
        meaning="How many values a spread is cut into: the middles of equal parts.")


class Sampled(Replications):
    """Points drawn by luck."""

    design_seed: int = _number(
        1, unit="number", possible=(0, 2_000_000_000), da="Planens frø", en="Seed of the design",
        meaning="Another number draws other points.")


class LatinHypercube(Sampled):
    """Points spread evenly over every setting at once."""

    points: int = _number(
        100, unit="points", possible=(2, 1_000_000), da="Punkter", en="Points",
        meaning="How many points are drawn.")


class Morris(Sampled):
    """Trajectories that change one setting at a time."""

    trajectories: int = _number(
        10, unit="trajectories", possible=(2, 10_000), da="Baner", en="Trajectories",
        meaning="Each has one point more than there are settings.")
    levels: int = _number(
        4, unit="values", possible=(4, 100), da="Niveauer", en="Levels",
        meaning="Steps of the grid the trajectories walk on; an even number.")


class Sobol(Sampled):
    """Saltelli's design, from which shares of variance are estimated."""

    points: int = _number(
        64, unit="points", possible=(2, 1_048_576), da="Punkter", en="Points",
        meaning="A power of two; the design has this many times the number of settings plus two.")
    second_order: bool = flag(
        default=False, da="Samspil to og to", en="Second order", source="product", grade="E", role="setting",
        meaning="Whether interactions of pairs are estimated; nearly twice as many points.", dated=False)


class FromFile(Replications):
    """Points from a table."""


SECTIONS: dict[Method, type[Replications]] = {
    "grid": Grid, "lhs": LatinHypercube, "morris": Morris, "sobol": Sobol, "file": FromFile,
}


class Size(Section):
    """Towns smaller and shorter than the scenarios', for all of them alike."""

    citizens: int | None = _number(
        None, unit="citizens", possible=(1, 1_000_000), da="Borgere", en="Citizens",
        meaning="Citizens in the town at the start; all else is scaled with them.")
    weeks: int | None = _number(
        None, unit="weeks", possible=(0, 2600), da="Uger", en="Weeks",
        meaning="Weeks that are recorded.")
    burn_in_weeks: int | None = _number(
        None, unit="weeks", possible=(0, 1040), da="Indkøring", en="Burn-in",
        meaning="Weeks that are run before the start.")
