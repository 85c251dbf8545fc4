"""The few levers of the workshop: positions with words, each a handful of settings of the scenario."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product

from sim.doors.workshop.texts_sliders import SLIDER_TEXTS
from sim.errors import Problem, RunError, Text, Where
from sim.scenario.loading import Given

TODAY = "today"
"""The position in which a slider changes nothing."""


@dataclass(frozen=True, slots=True)
class Position:
    """One place on a slider. ``recorded``: runs for it travel inside an exported page."""

    key: str
    values: Mapping[str, Given] = field(default_factory=dict)
    recorded: bool = True

    def words(self, slider: str) -> Text:
        """What the position is called."""
        return SLIDER_TEXTS[f"{slider}.{self.key}"]


@dataclass(frozen=True, slots=True)
class Slider:
    """A lever, its positions from less to more, and the words around it."""

    key: str
    positions: tuple[Position, ...]

    @property
    def label(self) -> Text:
        """What the slider is called."""
        return SLIDER_TEXTS[self.key]

    @property
    def meaning(self) -> Text:
        """What it does in the town, and what it costs somebody."""
        return SLIDER_TEXTS[f"{self.key}.meaning"]

    def at(self, key: str) -> Position | None:
        """The position of that name."""
        return next((position for position in self.positions if position.key == key), None)


def _caseload(cases: int, *, recorded: bool) -> Position:
    return Position(f"c{cases}", {"casework.caseload": float(cases)}, recorded)


SLIDERS: tuple[Slider, ...] = (
    Slider("caseload", (
        _caseload(120, recorded=False), Position(TODAY), _caseload(60, recorded=True),
        _caseload(40, recorded=True), _caseload(30, recorded=False),
    )),
    Slider("changes", (
        Position("often", {"casework.turnover": 0.35, "casework.reassignment": 0.3}),
        Position(TODAY),
        Position("seldom", {
            "casework.turnover": 0.12, "casework.reassignment": 0.0, "casework.keep_across_benefits": True}),
    )),
    Slider("handover", (
        Position("none", {"casework.handover": "none"}),
        Position(TODAY),
        Position("planned", {"casework.handover": "planned"}),
    )),
    Slider("mentors", (
        Position("few", {"support.mentor_places": 10.0}, recorded=False),
        Position(TODAY),
        Position("double", {"support.mentor_places": 70.0}),
        Position("kept", {"support.mentor_places": 70.0, "support.mentor_kept_after_hiring": True}, recorded=False),
    )),
    Slider("prospect", (
        Position(TODAY),
        Position("opening", {"placements.prospect_required": True}, recorded=False),
        Position("purpose", {"placements.prospect_required": True, "placements.purpose_required": True}),
    )),
)
"""Levers a municipality really holds, those the evidence of the model is about."""

Choice = Mapping[str, str]
"""A position for every slider, by their keys."""

BASE: Choice = {slider.key: TODAY for slider in SLIDERS}


def name_of(choice: Choice) -> str:
    """A short name, the same for equal choices: what runs are found by."""
    return ",".join(f"{slider.key}={choice[slider.key]}" for slider in SLIDERS)


def choice_of(name: str) -> Choice:
    """The choice a name stands for.

    Raises:
        RunError: when the name is not one that ``name_of`` gives.
    """
    return read_choice(dict(pair.partition("=")[::2] for pair in name.split(",")[: 2 * len(SLIDERS)]))


def read_choice(given: object) -> Choice:
    """Return a full choice from what a page sent; sliders left out stand as today.

    Raises:
        RunError: for anything that is not a slider and one of its positions; every problem at once.
    """
    if not isinstance(given, Mapping):
        must = Text("skal være skydere med hver sin stilling", "must be sliders with positions")
        raise RunError.about("sliders", must)
    known = {slider.key: slider for slider in SLIDERS}
    problems, choice = [], dict(BASE)
    for key, position in given.items():
        slider = known.get(str(key))
        if slider is None:
            near = difflib.get_close_matches(str(key), known, 1)
            problems.append(_unknown(str(key), near or list(known)))
        elif not isinstance(position, str) or slider.at(position) is None:
            allowed = ", ".join(each.key for each in slider.positions)
            problems.append(Problem(
                Where("sliders", key=slider.key), Text("skal være en af", "must be one of"), str(position), allowed))
        else:
            choice[slider.key] = position
    if problems:
        raise RunError(problems, Text("Intet er kørt.", "Nothing was run."))
    return choice


def values_of(choice: Choice) -> dict[str, Given]:
    """The settings a choice changes."""
    values: dict[str, Given] = {}
    for slider in SLIDERS:
        position = slider.at(choice[slider.key])
        assert position is not None
        values |= position.values
    return values


def recorded_choices() -> list[Choice]:
    """Every choice whose run travels inside an exported page, the base first, then those with fewest changes."""
    places = [[position.key for position in slider.positions if position.recorded] for slider in SLIDERS]
    choices = [dict(zip(BASE, keys, strict=True)) for keys in product(*places)]
    return sorted(choices, key=lambda choice: sum(position != TODAY for position in choice.values()))


def _unknown(key: str, near: list[str]) -> Problem:
    return Problem(
        Where("sliders", key=key), Text("er ikke en skyder; mente du", "is not a slider; did you mean"),
        allowed=", ".join(near))
