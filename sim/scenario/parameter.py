"""One truth per number: a section's field carries its default, unit, ranges, labels, meaning, source and grade.

The starter file, the explain table, the documentation, the error texts and the sliders are all made from these fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from sim.vocabulary import Word

Grade = Literal["A", "B", "C", "D", "E"]
Role = Literal["input", "fitted", "prior", "lever", "switch", "setting"]


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known about one parameter.

    ``possible`` are the hard limits, ``plausible`` the range a user is warned outside of and from which priors are
    made. ``role`` says what it is: *input* (imposed from a source), *fitted* (calibrated on targets), *prior* (carries
    its range everywhere), *lever* (a policy choice), *switch* (a mechanism or structure), *setting* (size, time).
    """

    unit: str
    da: str
    en: str
    meaning: str
    source: str
    grade: Grade
    role: Role
    possible: tuple[float, float] | None = None
    plausible: tuple[float, float] | None = None
    choices: type[Word] | None = None
    dated: bool = True


class Section(BaseModel):
    """A named group of parameters; frozen, and strict about unknown names and wrong types."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


def fact_of(field: FieldInfo) -> Fact:
    """Return what is known about a section's field.

    Raises:
        KeyError: when the field was not declared through this module.
    """
    extra = field.json_schema_extra
    if not isinstance(extra, dict) or "fact" not in extra:
        raise KeyError(f"the field {field!r} was not declared through sim.scenario.parameter")
    fact: Any = extra["fact"]
    assert isinstance(fact, Fact)
    return fact


def number(
    default: float, *, unit: str, possible: tuple[float, float], da: str, en: str, meaning: str, source: str,
    grade: Grade, plausible: tuple[float, float] | None = None, role: Role = "prior", dated: bool = True,
) -> Any:
    """Declare a real number. ``plausible`` defaults to ``possible``."""
    fact = Fact(unit, da, en, meaning, source, grade, role, possible, plausible or possible, None, dated)
    return Field(default, ge=possible[0], le=possible[1], json_schema_extra={"fact": fact})  # type: ignore[dict-item]


def whole(
    default: int, *, unit: str, possible: tuple[int, int], da: str, en: str, meaning: str, source: str,
    grade: Grade, plausible: tuple[int, int] | None = None, role: Role = "prior", dated: bool = True,
) -> Any:
    """Declare a whole number. ``plausible`` defaults to ``possible``."""
    return number(
        default, unit=unit, possible=possible, da=da, en=en, meaning=meaning, source=source, grade=grade,
        plausible=plausible, role=role, dated=dated,
    )


def flag(
    *, default: bool, da: str, en: str, meaning: str, source: str, grade: Grade, role: Role = "switch",
    dated: bool = True,
) -> Any:
    """Declare an on/off choice."""
    fact = Fact("on/off", da, en, meaning, source, grade, role, None, None, None, dated)
    return Field(default, json_schema_extra={"fact": fact})  # type: ignore[dict-item]


def choice(
    default: Word, *, da: str, en: str, meaning: str, source: str, grade: Grade, role: Role = "switch",
    dated: bool = True,
) -> Any:
    """Declare a choice among the members of a closed set; files name members by their key."""
    fact = Fact("choice", da, en, meaning, source, grade, role, None, None, type(default), dated)
    return Field(default, json_schema_extra={"fact": fact})  # type: ignore[dict-item]
