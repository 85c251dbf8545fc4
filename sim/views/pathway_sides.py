"""The one or two scenarios a page on pathways is about, measured once for both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sim.errors import Text
from sim.outcomes.cross_sections import CrossSections, refuse_unlike
from sim.outcomes.twins import Twins
from sim.outcomes.typology import Typology
from sim.outcomes.week_codes import WeekCodes
from sim.record.manifest import Manifest
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.views.texts import say
from sim.vocabulary import Language


@dataclass(frozen=True)
class Side:
    """A scenario and its runs."""

    title: Text
    tables: RunTables


@dataclass(frozen=True)
class Types:
    """Types of pathway, and the rows of each side in them (one after the other)."""

    found: Typology
    rows: Mapping[str, slice]
    chosen: bool


@dataclass(frozen=True)
class Sides:
    """What the page shows. Make one with ``Sides.of``; ``start`` is the Monday of week 0.

    ``cautions`` are what to know before reading a difference; ``same_people`` is False where two towns began with
    other people, who then have no twins but in number.
    """

    layer: Layer
    start: date
    manifest: Manifest
    titles: tuple[Text, ...]
    tables: tuple[RunTables, ...]
    base: WeekCodes
    sections: CrossSections
    other: WeekCodes | None = None
    other_sections: CrossSections | None = None
    twins: Twins | None = None
    types: Types | None = None
    cautions: tuple[Text, ...] = ()
    same_people: bool = True

    @classmethod
    def of(cls, layer: Layer, start: date, manifest: Manifest, sides: tuple[Side, ...]) -> Sides:
        """Measure one side, or two.

        Raises:
            OutcomeError: when there is nobody, or the two do not have the same seeds and weeks.
        """
        codes = [WeekCodes.of(side.tables, layer) for side in sides]
        sections = [CrossSections.of(one) for one in codes]
        shared = (layer, start, manifest, tuple(side.title for side in sides), tuple(side.tables for side in sides))
        if len(sides) == 1:
            return cls(*shared, codes[0], sections[0])
        refuse_unlike(sections[0], sections[1])
        return cls(*shared, codes[0], sections[0], codes[1], sections[1], Twins.of(codes[0], codes[1]))

    def name(self, language: Language) -> str:
        """What the scenario is called."""
        return self.titles[0].label(language)

    def other_name(self, language: Language) -> str:
        """What the other is called; empty when there is none."""
        return self.titles[1].label(language) if len(self.titles) > 1 else ""

    def source(self, language: Language) -> str:
        """Where the figures come from."""
        calibrated = bool(self.manifest.accepted) and not self.manifest.rows_provisional
        return say("pathways.source", language, {
            "version": self.manifest.vendepunkt_version, "runs": str(len(self.manifest.seeds)),
            "standing": say("pathways.calibrated" if calibrated else "pathways.not_calibrated", language),
        })
