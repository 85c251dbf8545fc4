"""Patterns 5, 6, 9 and 10: the same towns lived twice, with one thing changed, from the same burnt-in week."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.engine.run import advance, begin_towns, simulate_towns
from sim.engine.state import State
from sim.outcomes.stays import PERSON
from sim.population.town import NUMBER_BITS
from sim.record.schema import Layer
from sim.record.tables import RunTables
from sim.scenario.dated import Value
from sim.scenario.scenario import Scenario
from sim.studies.calibration.observing import QUARTER
from sim.studies.calibration.twins import changers, for_a_quarter, unchanged
from sim.studies.validation.findings import Finding, above, all_of, below, mean
from sim.vocabulary import ON_SUPPORT, ORDINARY_JOB, Phase, Standing

Numbers = npt.NDArray[np.float64]

_HALF_YEAR = 26
_HELP = ("mentor", "psychologist", "rehabilitation", "debt", "addiction", "one_roof")
"""What there is to help those whom something presses."""
_SUPPORTED = [int(word) for word in ON_SUPPORT]
_MASK = (1 << NUMBER_BITS) - 1
Lives = tuple[RunTables, ...]


@dataclass(frozen=True)
class Towns:
    """Burnt-in towns of one scenario."""

    scenario: Scenario
    state: State

    def live(self, weeks: int, values: Mapping[str, Value | dict[str, Value]]) -> Lives:
        """Live some weeks with other values."""
        changed = self.scenario.with_time(weeks=weeks).with_values(dict(values))
        return simulate_towns(changed, self.state)


def towns(scenario: Scenario, seeds: tuple[int, ...]) -> Towns:
    """Burn towns in."""
    state = begin_towns([scenario] * len(seeds), seeds)
    advance(scenario, state, 0)
    return Towns(scenario, state)


def lost_caseworkers(place: Towns) -> tuple[Finding, Finding]:
    """Patterns 5 and 9a: what a change costs, by how good the lost relation was, by handover, and with the loss off.

    The cost is nearness to work half a year after a quarter with changes, against the same quarter without any.
    """
    weeks = QUARTER + _HALF_YEAR
    files: dict[str, Value | dict[str, Value]] = {"casework.handover": "file"}  # type: ignore[dict-item]
    planned: dict[str, Value | dict[str, Value]] = {"casework.handover": "planned"}  # type: ignore[dict-item]
    off: dict[str, Value | dict[str, Value]] = {"mechanisms.change_loss": False, "mechanisms.anxious_harm": False}
    kept = {key: for_a_quarter(place.scenario, key, value) for key, value in unchanged().items()}
    still = place.live(weeks, kept)
    trust = _at_start(place.state, "trust")
    cost = {name: _costs(place.live(weeks, values), still, trust)
            for name, values in (("file", files), ("planned", planned), ("off", off))}
    good, poor = cost["file"]
    worse = below(good - poor, 0.0)
    saved = 1 - np.nanmean(cost["planned"][0]) / np.nanmean(good)
    five = Finding("5", all_of(worse, below(good, 0.0), below(0.5 * good - cost["planned"][0], 0.0)), {
        "lost_good": mean(good), "lost_poor": mean(poor), "planned": mean(cost["planned"][0]), "saved": float(saved)})
    left = cost["off"][0]
    nine = Finding("9a", above(left - 0.5 * good, 0.0),
                   {"with_loss": mean(good), "without_loss": mean(left)})
    return five, nine


def _costs(changed: Lives, still: Lives, trust: tuple[pl.DataFrame, ...]) -> tuple[Numbers, Numbers]:
    """Mean difference in nearness among those who lost a good relation, and a poor one, by town."""
    good: list[float] = []
    poor: list[float] = []
    for one, other, had in zip(changed, still, trust, strict=True):
        met = changers(one).join(changers(other), on=PERSON, how="anti").join(had, on=PERSON)
        both = met.join(_nearness(one), on=PERSON).join(_nearness(other), on=PERSON, suffix="_other").with_columns(
            cost=pl.col("nearness_at_end") - pl.col("nearness_at_end_other"))
        middle = had["had"].median()
        for found, part in ((good, both.filter(pl.col("had") > middle)), (poor, both.filter(pl.col("had") <= middle))):
            value = part["cost"].mean()
            found.append(float(value) if isinstance(value, float) else float("nan"))
    return np.array(good), np.array(poor)


def _nearness(tables: RunTables) -> pl.DataFrame:
    here = pl.col("standing_at_end").is_in(_SUPPORTED)
    return tables.citizens.filter(here).select(*PERSON, pl.col("nearness_at_end").cast(pl.Float64))


def _at_start(state: State, column: str) -> tuple[pl.DataFrame, ...]:
    """A column of everybody on support as week 0 begins, town by town."""
    c = state.town.citizens
    rows = np.flatnonzero(c.present & np.isin(c.standing, _SUPPORTED) & (c.post >= 0))
    found = []
    for number, seed in enumerate(state.seeds):
        mine = rows[c.town[rows] == number]
        found.append(pl.DataFrame({
            "seed": np.full(len(mine), seed, np.int32), "citizen": c.citizen[mine] & np.uint32(_MASK),
            "had": getattr(c, column)[mine].astype(np.float64)}))
    return tuple(found)


def pointless_placements(place: Towns) -> Finding:
    """Pattern 6a: placements without an agreed purpose breed setback and opposition; with one, less.

    Everybody has placements made in the one way or the other for two years. The sources speak of prospect and purpose;
    with both required the sign was the opposite, since placements became fewer, and the question was then narrowed to
    purpose (docs/trace.md). A prospect is required in neither arm. ``setback``: share of weeks on support of
    those with at least two placements; ``opponent``: share of all; both without an agreed purpose less with one.
    """
    weeks = 104
    without = place.live(weeks, {"placements.purpose_required": False})
    with_them = place.live(weeks, {"placements.purpose_required": True})
    setback = np.array([_setback(one) - _setback(other) for one, other in zip(without, with_them, strict=True)])
    opponent = np.array([_opposed(one) - _opposed(other) for one, other in zip(without, with_them, strict=True)])
    return Finding("6a", all_of(above(setback, 0.0), above(opponent, 0.0)),
                   {"setback": mean(setback), "opponent": mean(opponent)})


def _setback(tables: RunTables) -> float:
    often = tables.citizens.filter(pl.col("placements") >= 2).select(PERSON)  # noqa: PLR2004
    phases = tables.spells_of(Layer.PHASE).join(often, on=PERSON, how="semi").with_columns(
        length=(pl.col("end") - pl.col("start")).cast(pl.Float64))
    supported = phases.filter(pl.col("code") <= int(Phase.DERAILMENT))["length"].sum()
    down = phases.filter(pl.col("code").is_in([int(Phase.SETBACK), int(Phase.DERAILMENT)]))["length"].sum()
    return float(down) / float(supported) if supported else float("nan")


def _opposed(tables: RunTables) -> float:
    rows = tables.panel.filter(pl.col("group") == "all")
    return float(rows["identity_opponent"].sum()) / max(float(rows["citizens"].sum()), 1.0)


def demands_on_the_derailed(place: Towns) -> Finding:
    """Pattern 6b: the derailed met with demands alone do worse than those met with the pressing problem first.

    Demands alone: work first, and no help to be had for what presses. ``demands``, ``help_first``: change in nearness
    over half a year among those derailed as week 0 begins. Whoever is down mostly rises again by itself, in both.
    """
    nowhere: dict[str, Value | dict[str, Value]] = {f"support.{name}_places": {"start": 0.0} for name in _HELP}
    demands = place.live(_HALF_YEAR, {"casework.order": "work_first", **nowhere})  # type: ignore[dict-item]
    helped = place.live(_HALF_YEAR, {"casework.order": "stepwise"})  # type: ignore[dict-item]
    worse = np.array([_derailed_change(one) for one in demands])
    better = np.array([_derailed_change(one) for one in helped])
    return Finding("6b", all_of(below(worse - better, 0.0), above(better, 0.0)),
                   {"demands": mean(worse), "help_first": mean(better)})


def _derailed_change(tables: RunTables) -> float:
    down = tables.citizens.filter((pl.col("phase_at_start") == int(Phase.DERAILMENT)) & (pl.col("entry_week") < 0))
    change = (down["nearness_at_end"] - down["nearness_at_start"]).mean()
    return float(change) if isinstance(change, float) else float("nan")


def known_policies(place: Towns, weeks: int = 208) -> Finding:
    """Pattern 10: generic activation and sanctions leave jobs about unchanged; parallel beats stepwise.

    Relative differences in weeks of ordinary work per person, against the baseline (``activation``, ``sanctions``), and
    of parallel over stepwise effort (``parallel``).
    """
    base = place.live(weeks, {})
    def against(values: Mapping[str, Value | dict[str, Value]]) -> Numbers:
        other = place.live(weeks, values)
        return np.array([_work(two) / max(_work(one), 1e-9) - 1 for one, two in zip(base, other, strict=True)])

    activation = against({"activation.for_all": True})
    sanctions = against({"casework.sanctions": 0.5})
    stepwise = against({"casework.order": "stepwise"})  # type: ignore[dict-item]
    about = all_of(*(side for one in (activation, sanctions) for side in (below(one, 0.1), above(one, -0.1))))
    return Finding("10", all_of(about, below(stepwise, 0.0)), {
        "activation": mean(activation), "sanctions": mean(sanctions), "parallel": -mean(stepwise)})


def _work(tables: RunTables) -> float:
    working = tables.spells_of(Layer.STANDING).filter(pl.col("code").is_in([int(word) for word in ORDINARY_JOB]))
    return float((working["end"] - working["start"]).sum()) / max(tables.citizens.height, 1)


def of_identical_caseworkers(place: Towns) -> Towns:
    """The same seeds with identical caseworkers from the first week of the burn-in: who is hired stays as hired."""
    return towns(place.scenario.with_values({"mechanisms.caseworker_differences": False}), place.state.seeds)


def identical_caseworkers(place: Towns, weeks: int = 156) -> Finding:
    """Pattern 9c: with identical caseworkers the spread of their job starts falls, and to no more than chance.

    ``identical``, ``different``: variance over mean (1 is chance) of how many of a post's citizens start a job. What is
    expected of a post follows from whom it has: benefit, age, sex, diagnosis and training at the start.
    ``trust_identical``, ``trust_different``: how far the posts' means of trust lie apart as week 0 begins (variance
    over what chance makes it); what is left with identical caseworkers is what has happened to the posts.
    """
    alike = of_identical_caseworkers(place)
    same, apart = (
        np.array([_spread(one, where.state, number) for number, one in enumerate(
            where.live(weeks, {"mechanisms.staff_turnover": False}))])
        for where in (alike, place)
    )
    return Finding("9c", all_of(below(same, 1.5), above(apart - same, 0.0)), {
        "identical": mean(same), "different": mean(apart),
        "trust_identical": mean(_spread_of_trust(alike)), "trust_different": mean(_spread_of_trust(place))})


def _spread_of_trust(place: Towns) -> Numbers:
    """Variance of trust between posts over that within them, by town, among those of one benefit; 1 is chance."""
    c, seeds = place.state.town.citizens, place.state.seeds
    rows = np.flatnonzero(c.present & (c.post >= 0) & (c.trust > 0))
    people = pl.DataFrame({"town": c.town[rows], "post": c.post[rows], "benefit": c.benefit[rows],
                           "trust": c.trust[rows].astype(np.float64)})
    apart = people.with_columns(pl.col("trust") - pl.col("trust").mean().over("town", "benefit"))
    posts = apart.group_by("town", "post").agg(
        people=pl.len(), between=pl.col("trust").mean() ** 2 * pl.len(), within=pl.col("trust").var())
    towns_of = posts.filter(pl.col("people") > 1).group_by("town").agg(
        ratio=pl.col("between").sum() / (pl.len() - 1)
        / ((pl.col("within") * (pl.col("people") - 1)).sum() / (pl.col("people") - 1).sum()))
    found = dict(towns_of.iter_rows())
    return np.array([found.get(number, float("nan")) for number in range(len(seeds))])


def _spread(tables: RunTables, state: State, number: int) -> float:
    c = state.town.citizens
    rows = np.flatnonzero(c.present & (c.post >= 0) & (c.town == number))
    mine = pl.DataFrame({"citizen": c.citizen[rows] & np.uint32(_MASK), "post": c.post[rows], "cell": c.cell[rows]})
    begun = tables.spells_of(Layer.STANDING).filter(
        pl.col("code").is_in([int(Standing.PART_TIME), int(Standing.FULL_TIME)]) & (pl.col("start") > 0))
    joined = mine.join(begun.select("citizen").unique().with_columns(jobs=1), on="citizen", how="left").with_columns(
        pl.col("jobs").fill_null(0).cast(pl.Float64))
    usual = joined.with_columns(usual=pl.col("jobs").mean().over("cell"))
    counts = usual.group_by("post").agg(pl.col("jobs").sum(), pl.col("usual").sum())
    expected = counts["usual"].to_numpy()
    if len(expected) < 2 or expected.sum() <= 0:  # noqa: PLR2004
        return float("nan")
    return float(np.mean((counts["jobs"].to_numpy() - expected) ** 2 / np.maximum(expected, 1e-9)))


Check = Callable[[Towns], Finding]
