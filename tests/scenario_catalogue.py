"""A catalogue of seven settings, so that messages and dates are tested apart from the model's own numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from sim.errors import ScenarioError
from sim.scenario.loading import layers_from_file, layers_from_text
from sim.scenario.parameter import Section, choice, flag, number, whole
from sim.scenario.resolved import ResolvedScenario
from sim.vocabulary import Handover


class Casework(Section):
    """What caseworkers have."""

    caseload: float = number(
        82.0, unit="citizens per caseworker", possible=(5, 1000), plausible=(25, 200), da="Sager pr. sagsbehandler",
        en="Caseload", meaning="Citizens divided by posts.", source="facts D24", grade="B", role="lever")
    turnover: float = number(
        0.21, unit="chance a year that a caseworker leaves", possible=(0, 1), da="Personaleomsætning", en="Turnover",
        meaning="At no strain.", source="facts D28", grade="B", role="lever")
    posts: int = whole(
        24, unit="share", possible=(0, 5000), da="Stillinger", en="Posts", meaning="Posts in all.", source="guess",
        grade="E", role="lever")
    handover: Handover = choice(
        Handover.FILE, da="Overlevering", en="Handover", meaning="What is saved.", source="S4", grade="D", role="lever")
    keep: bool = flag(default=False, da="Behold", en="Keep", meaning="Keep the caseworker.", source="K1", grade="D")


class Town(Section):
    """Size; fixed for a whole run."""

    citizens: int = whole(
        1600, unit="citizens", possible=(0, 2_000_000), da="Borgere", en="Citizens", meaning="At the start.",
        source="guess", grade="E", role="setting", dated=False)


class Limits(Section):
    """Two settings with a rule between them."""

    low: float = number(
        1.0, unit="weeks", possible=(0, 10), da="Lav", en="Low", meaning="Low.", source="", grade="E")
    high: float = number(
        5.0, unit="weeks", possible=(0, 10), da="Høj", en="High", meaning="High.", source="", grade="E")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low > self.high:
            raise ValueError("low above high")
        return self


class Tiny(Section):
    """The whole catalogue."""

    town: Town = Field(default_factory=Town)
    casework: Casework = Field(default_factory=Casework)
    limits: Limits = Field(default_factory=Limits)


TinyScenario = ResolvedScenario[Tiny]


def tiny(path: Path) -> TinyScenario:
    """Load a file over the tiny catalogue."""
    name, layers = layers_from_file(path, Tiny)
    return ResolvedScenario(name, layers, Tiny)


def tiny_text(text: str, name: str = "x") -> TinyScenario:
    """Load a text over the tiny catalogue."""
    return ResolvedScenario(name, layers_from_text(text, name, Tiny), Tiny)


def complaints_about(text: str) -> tuple[str, str]:
    """The message about a text in Danish and English, without its heading and indentation."""
    try:
        tiny_text(text)
    except ScenarioError as error:
        return _body(error.text("da")), _body(error.text("en"))
    raise AssertionError(f"accepted: {text!r}")


def _body(message: str) -> str:
    return " ".join(message.partition("\n")[2].split())
