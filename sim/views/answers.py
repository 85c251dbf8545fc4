"""The answer in short: measure by measure, which alternatives can be told apart from the baseline, and how far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.outcomes.catalogue import Measure
from sim.views.amounts import difference_words, measure_label, range_words, unit_of
from sim.views.contrasts import HEADLINES, measure_row
from sim.views.rows import Row
from sim.views.study import Arm, Study
from sim.views.texts import capital, joined, say
from sim.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Line:
    """One measure: its name, and a sentence about it."""

    label: str
    text: str


def answers_of(study: Study, shown: int, language: Language) -> tuple[Line, ...]:
    """Write the answer to the first ``shown`` main measures in a sentence each."""
    return tuple(_answer(study, measure, language) for measure in HEADLINES[:shown])


def answers_lead(study: Study, language: Language) -> str:
    """Say which differences are named, and what stands in brackets."""
    return say("answer.lead.carried" if study.carried else "answer.lead.single", language)


def explained(shown: int, language: Language) -> tuple[Line, ...]:
    """Say what each of the first ``shown`` main measures counts."""
    return tuple(Line(measure_label(measure, language), say(f"explained.{measure.key}", language))
                 for measure in HEADLINES[:shown])


def _answer(study: Study, measure: Measure, language: Language) -> Line:
    rows = [(arm, measure_row(study, arm, measure, "all", language)) for arm in study.others]
    ways = [
        say(f"answer.{way}", language, {"names": joined(named, language)})
        for way in ("higher", "lower") if (named := _named(rows, way, measure, language))
    ]
    if rows and all(row.verdict == "too_short" for _, row in rows):
        return Line(measure_label(measure, language), say("sure.too_short", language))
    left = sum(not row.clear for _, row in rows)
    count = {"count": str(left)}
    if not ways:
        return Line(measure_label(measure, language), capital(say("answer.none", language, count)))
    others = () if not left else (say("answer.last" if left == 1 else "answer.others", language, count),)
    return Line(measure_label(measure, language), " ".join((f"{capital('; '.join(ways))}.", *others)))


def _named(rows: Sequence[tuple[Arm, Row]], way: str, measure: Measure, language: Language) -> list[str]:
    """The alternatives that go this way, the largest difference first."""
    mine = [(arm, row) for arm, row in rows if row.verdict == way]
    mine.sort(key=lambda pair: -abs(pair[1].difference or 0.0))
    return [_words(arm, row, measure, language) for arm, row in mine]


def _words(arm: Arm, row: Row, measure: Measure, language: Language) -> str:
    unit = unit_of(measure.unit, language)
    values = {"title": arm.title.label(language), "amount": difference_words(row, unit, language)}
    ends = range_words(row.knowledge or row.precision, row, unit, language)
    if ends is None:
        return say("answer.named_bare", language, values)
    between = say("brief.short.range", language, {"low": ends[0], "high": ends[1]})
    return say("answer.named", language, {**values, "range": between})
