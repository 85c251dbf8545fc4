"""Two scenarios side by side, setting by setting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from sim.errors import Text
from sim.scenario import texts_town
from sim.scenario.dated import Assignment, Series, Step, same, value_at, within
from sim.scenario.differences import Dated, Difference, dated_values
from sim.scenario.facts import facts_of
from sim.scenario.header import Clock
from sim.scenario.layer import TIME, Layer
from sim.scenario.own_town import POPULATION, TownFiles
from sim.scenario.parameter import Section, fact_of
from sim.scenario.units import unit_text

_REGIME = Text("Regelsættets navn", "Name of the body of rules")
_TOWN = "town."


class Comparable(Protocol):
    """What a comparison needs of a scenario."""

    @property
    def clock(self) -> Clock:
        """Start and lengths."""
    @property
    def regime(self) -> str:
        """The body of rules."""
    @property
    def population(self) -> TownFiles | None:
        """The files of its own town."""
    @property
    def series(self) -> Mapping[str, Series]:
        """Every setting over time."""
    @property
    def settings_type(self) -> type[Section]:
        """The catalogue."""

    def assignment_of(self, key: str) -> tuple[Layer, Assignment] | None:
        """The last file that sets a setting."""


def differences_between(old: Comparable, new: Comparable) -> tuple[Difference, ...]:
    """Return every setting of ``new`` that a run would notice to differ from ``old``; time and rules come first."""
    return (*_time_differences(old, new), *_town_differences(old, new), *_setting_differences(old, new))


def late_differences(old: Comparable, new: Comparable) -> tuple[Difference, ...]:
    """Return what ``new`` would do differently from ``old`` once its run is over, and so never does in it.

    Old values are those that hold at the end of the run.
    """
    found = []
    for key, fact in facts_of(new.settings_type).items():
        before = old.series[key]
        late = tuple(
            step for step in after_end(new.series[key], new.clock) if not same(step.value, value_at(before, step.week)))
        if late:
            held = value_at(new.series[key], max(new.clock.weeks - 1, -new.clock.burn_in_weeks))
            found.append(Difference(
                key, Text(fact.da, fact.en), unit_text(fact.unit) if fact.choices is None else Text("", ""),
                (Dated(None, held),), dated_values(late, new.clock.start), in_burn_in=False, file=None, line=None,
            ))
    return tuple(found)


def after_end(series: Series, clock: Clock) -> tuple[Step, ...]:
    """Return the steps of a setting that come after the last week of the run."""
    return tuple(step for step in series if step.week >= clock.weeks and step.week > -clock.burn_in_weeks)


def another_town(differences: Iterable[Difference]) -> bool:
    """Whether two scenarios begin with different people: other tables, or another synthetic town from the beginning."""
    return any(
        each.key == POPULATION or (each.in_burn_in and each.key.startswith(_TOWN)) for each in differences)


def another_past(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Return what differs before week 0 already, apart from the people: such scenarios share no burn-in.

    Whoever is met in both has then lived through other weeks, so a difference holds what those weeks did as well.
    """
    return tuple(
        each for each in differences
        if each.in_burn_in and each.key != POPULATION and not each.key.startswith(_TOWN))


def _time_differences(old: Comparable, new: Comparable) -> Iterator[Difference]:
    for key, field in Clock.model_fields.items():
        before, after = getattr(old.clock, key), getattr(new.clock, key)
        if before != after:
            fact = fact_of(field)
            yield Difference(
                f"{TIME}.{key}", Text(fact.da, fact.en), unit_text(fact.unit), (Dated(None, before),),
                (Dated(None, after),), key != "weeks", None, None,
            )
    if old.regime != new.regime:
        before, after = (Dated(None, old.regime),), (Dated(None, new.regime),)
        yield Difference(
            "regime", _REGIME, Text("", ""), before, after, in_burn_in=False, file=None, line=None,
        )


def _town_differences(old: Comparable, new: Comparable) -> Iterator[Difference]:
    """Another town: told by its file, or by the beginning of its fingerprint when the file has the same name."""
    was, now = ("" if each.population is None else each.population.sha256 for each in (old, new))
    if was == now:
        return
    before, after = ((Dated(None, _town_name(each, other)),) for each, other in ((old, new), (new, old)))
    yield Difference(
        POPULATION, texts_town.LABEL, Text("", ""), before, after, in_burn_in=True, file=None, line=None,
    )


def _town_name(town: Comparable, other: Comparable) -> Text | str:
    own, others = town.population, other.population
    if own is None:
        return texts_town.SYNTHETIC
    return f"{own.citizens} ({own.sha256[:8]})" if others and others.citizens == own.citizens else own.citizens


def _setting_differences(old: Comparable, new: Comparable) -> Iterator[Difference]:
    for key, fact in facts_of(new.settings_type).items():
        first = -max(old.clock.burn_in_weeks, new.clock.burn_in_weeks)
        end = min(old.clock.weeks, new.clock.weeks)
        before, after = within(old.series[key], first, end), within(new.series[key], first, end)
        if before == after:
            continue
        in_burn_in = within(old.series[key], first, 0) != within(new.series[key], first, 0)
        if not in_burn_in:
            before, after = within(old.series[key], 0, end), within(new.series[key], 0, end)
        found = new.assignment_of(key)
        layer, assignment = found if found is not None else (None, None)
        yield Difference(
            key, Text(fact.da, fact.en), unit_text(fact.unit) if fact.choices is None else Text("", ""),
            dated_values(before, old.clock.start), dated_values(after, new.clock.start), in_burn_in,
            layer.file if layer is not None and assignment is not None and assignment.line is not None else None,
            assignment.line if assignment is not None else None,
        )
