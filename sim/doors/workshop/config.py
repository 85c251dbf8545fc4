"""What the page is told at the start: words, sliders, presets, size; never a result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal


from sim.doors.workshop.intervening import OFFERED
from sim.doors.workshop.recording import MEASURES
from sim.doors.workshop.sliders import SLIDERS, Slider
from sim.doors.workshop.studio import Studio
from sim.doors.workshop.telling import headings
from sim.doors.workshop.texts_page import PAGE
from sim.errors import Text
from sim.outcomes.catalogue import BY_KEY
from sim.outcomes.comparison import FEWEST_ALIKE
from sim.outcomes.student import reach
from sim.scenario.scenario import Scenario
from sim.views.texts import CATALOGUE
from sim.vocabulary import Channel, EventKind, Phase, Problem, Service, Standing, TurningPoint, Word

Feed = Literal["live", "file"]
_WORDS: dict[str, type[Word]] = {
    "phase": Phase, "standing": Standing, "turning": TurningPoint, "event": EventKind, "service": Service,
    "channel": Channel, "problem": Problem,
}


def config(studio: Studio, feed: Feed) -> dict[str, Any]:
    """Everything, as plain values."""
    return {
        "feed": feed, "language": "da",
        "texts": {key: [words.da, words.en] for key, words in (*PAGE.items(), *_sure())},
        "words": {name: {int(word): _pair(word) for word in words} for name, words in _WORDS.items()},
        "sliders": [_slider(slider, feed, studio.base) for slider in SLIDERS],
        "presets": [_preset(name, scenario, studio.base) for name, scenario in studio.presets.items()],
        "size": {"people": studio.size.people, "towns": studio.size.towns, "weeks": studio.size.weeks},
        "base": {"name": studio.base.name, "title": _pair(studio.base.title), "start": studio.base.start.isoformat()},
        "measures": [_measure(key) for key in MEASURES],
        "cases": headings(studio.cases),
        "interventions": list(OFFERED),
        "quantile": _quantile(studio.size.towns), "fewest_alike": FEWEST_ALIKE,
    }


def _sure() -> Iterator[tuple[str, Text]]:
    """How sure we are, in the same words as in the brief."""
    return ((key, words) for key, words in CATALOGUE.items() if key.startswith(("verdict.", "direction.")))


def _quantile(towns: int) -> float | None:
    """What the interval of a mean over so many towns is made with, as the comparison does."""
    return reach(towns - 1) if towns > 1 else None


def _pair(words: Text | Word) -> dict[str, str]:
    return {"da": words.da, "en": words.en}


def _slider(slider: Slider, feed: Feed, base: Scenario) -> dict[str, Any]:
    cases = f"{base.settings_at(0).casework.caseload:.0f}"
    offered: Iterable[dict[str, Any]] = (
        {"key": position.key, "words": _pair(_filled(position.words(slider.key), cases))}
        for position in slider.positions if feed == "live" or position.recorded
    )
    return {"key": slider.key, "label": _pair(slider.label), "meaning": _pair(slider.meaning),
            "positions": list(offered)}


def _filled(words: Text, cases: str) -> Text:
    """What a position is called, with the caseload of the base run where the words have room for it."""
    return Text(words.da.format(cases=cases), words.en.format(cases=cases))


def _preset(name: str, scenario: Scenario, base: Scenario) -> dict[str, Any]:
    changes = [{"da": each.sentence("da"), "en": each.sentence("en")} for each in scenario.differences_from(base)]
    return {"name": name, "title": _pair(scenario.title), "question": _pair(scenario.question), "changes": changes}


def _measure(key: str) -> dict[str, Any]:
    measure = BY_KEY[key]
    return {"key": key, "words": {"da": measure.da, "en": measure.en}, "unit": measure.unit, "better": measure.better}
