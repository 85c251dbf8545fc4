"""What a reader must know before reading a difference: changes that never came, and towns or pasts that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sim.scenario.comparing import another_past, another_town
from sim.scenario.differences import Difference
from sim.scenario.scenario import Scenario
from sim.views.changes import change_sentence
from sim.views.numbers import day, monday_of
from sim.views.study import Arm
from sim.views.texts import say
from sim.vocabulary import Language


def cautions_of(arm: Arm, language: Language) -> tuple[str, ...]:
    """What to know about an alternative that was run."""
    return tuple(_cautions(arm.changes, arm.late, monday_of(arm.start, arm.manifest.weeks), language))


def cautions_before(scenario: Scenario, baseline: Scenario, language: Language) -> tuple[str, ...]:
    """What to know about an alternative before it is run."""
    end = monday_of(scenario.start, scenario.weeks)
    return tuple(_cautions(scenario.differences_from(baseline), scenario.late_from(baseline), end, language))


def _cautions(
    changes: Sequence[Difference], late: Sequence[Difference], end: date, language: Language,
) -> Iterator[str]:
    if another_town(changes):
        yield say("caution.town", language)
    if past := another_past(changes):
        labels = ", ".join(change.label.label(language) for change in past)
        yield say("caution.past", language, {"settings": labels})
    for change in late:
        yield say("caution.late", language, {"end": day(end, language), "change": change_sentence(change, language)})
