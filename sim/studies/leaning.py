"""What the answers of a swept study lean on: Morris, Sobol, and where an alternative does no good; tables and words.

It needs three plain tables and nothing else, so that anybody's sweep will do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from sim.errors import Text
from sim.outcomes.catalogue import BY_KEY
from sim.outcomes.groups import ALL
from sim.scenario.facts import facts_of
from sim.scenario.settings import Settings
from sim.studies import texts_leaning as texts
from sim.studies.prim import Box, Numbers, as_good_by_chance, discover
from sim.studies.sensitivity import Sample, by_grade, luck_share, morris, sobol

MORRIS, SOBOL, FAILING = "morris", "sobol", "failing"
_WEAK = ("D", "E")
_NAMED = 3
Place = tuple[str | int, ...]
"""Which answer: scenario, stratum, policy, measure, and answer (level or difference)."""
FEWEST_POINTS = 40
"""Points under which no box is looked for."""


@dataclass(frozen=True)
class Swept:
    """A sweep over sampled settings.

    ``data``: scenario, point, seed, group, measure, value. ``points``: point, stratum, sample, policy, and a column per
    setting. ``unit``: the sample as shares 0-1, a row per ``sample`` in the order drawn, a column per setting. The
    scenario named ``first`` with policy 0 is what all others are held against. ``titles`` is what scenarios are called;
    one without a title goes by its name.
    """

    first: str
    data: pl.DataFrame
    points: pl.DataFrame
    unit: pl.DataFrame
    titles: Mapping[str, Text] = field(default_factory=dict)

    def structure(self, stratum: int) -> Text | None:
        """What sets a stratum apart from the others, in words; None where there is only one."""
        if self.points["stratum"].n_unique() < 2:  # noqa: PLR2004 - one is no structure
            return None
        aside = {"point", "stratum", "sample", "policy", *self.unit.columns}
        here = self.points.filter((pl.col("stratum") == stratum) & (pl.col("policy") == 0))
        apart = [name for name in self.points.columns if name not in aside and here[name].n_unique() == 1
                 and self.points.filter(pl.col("policy") == 0)[name].n_unique() > 1]
        return texts.structure_of({name: here[name][0] for name in apart})


@dataclass(frozen=True)
class Leaning:
    """What an analysis found: sentences, and a table (empty when there was nothing to find)."""

    kind: str
    lines: tuple[Text, ...]
    table: pl.DataFrame = field(default_factory=pl.DataFrame)
    names: Mapping[Place, Text] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """One number per sampled point: a measure, or how an alternative differs from the first scenario and policy.

    ``place`` tells which: scenario, stratum, policy, measure, and answer (level or difference); ``name`` is what it is
    called. ``spreads``: standard deviation over seeds, and ``seeds`` how many there are, (points,).
    """

    place: dict[str, str | int]
    name: Text
    sample: Sample
    spreads: Numbers
    seeds: Numbers


def screened(swept: Swept, levels: int) -> Leaning:
    """Morris' effects of every setting on every answer; ``levels`` is that of the design.

    Raises:
        OutcomeError: as ``sensitivity.morris`` tells.
    """
    return _leanings(swept, MORRIS, "effect", lambda sample: morris(sample, levels))


def explained(swept: Swept, *, second_order: bool) -> Leaning:
    """Sobol's shares of variance of every answer; ``second_order`` is that of the design.

    Raises:
        OutcomeError: as ``sensitivity.sobol`` tells.
    """
    return _leanings(swept, SOBOL, "total", lambda sample: sobol(sample, second_order=second_order))


def failing(swept: Swept) -> Leaning:
    """Where each alternative does no good: the settings, and the limits of the box in which it mostly fails.

    It fails at a point when the mean difference over seeds is none, or goes the wrong way. Measures of which neither
    more nor less is better are left out, and so are alternatives with under 40 points.
    """
    lines: list[Text] = []
    rows: list[dict[str, object]] = []
    names: dict[Place, Text] = {}
    for answer in answers(swept):
        names[tuple(answer.place.values())] = answer.name
        better = BY_KEY[str(answer.place["measure"])].better
        known = np.isfinite(answer.sample.found)
        if answer.place["answer"] == "level" or not better or known.sum() < FEWEST_POINTS:
            continue
        points = _values(swept, answer)[known]
        failed = np.asarray(better * answer.sample.found[known] <= 0)
        share = float(failed.mean())
        if failed.all() or not failed.any():
            lines.append(texts.never_or_always(answer.name, share))
            continue
        box = discover(points, failed)
        chance = as_good_by_chance(points, failed, box) if box.restricted.any() else None
        limits = _limits(answer.sample.names, box, points)
        rows += [{**answer.place, **one, "failing": share, "density": box.density, "coverage": box.coverage,
                  "mass": box.mass, "as_good_by_chance": chance} for one in limits]
        lines.append(texts.fails_where(answer.name, share, limits, (box.density, box.coverage), chance))
    return Leaning(FAILING, tuple(lines) or (texts.nothing_held(FEWEST_POINTS),), pl.DataFrame(rows), names)


def answers(swept: Swept) -> Iterator[Answer]:
    """Every measure of the first scenario and policy, and every alternative's difference from it, seed by seed."""
    data = swept.data.filter(pl.col("group") == ALL).join(
        swept.points.select("point", "stratum", "sample", "policy"), on="point", maintain_order="left")
    case = ["stratum", "sample", "seed", "measure"]
    is_first = (pl.col("scenario") == swept.first) & (pl.col("policy") == 0)
    first = data.filter(is_first)
    others = data.filter(~is_first).join(first.select(*case, first="value"), on=case, how="left")
    both = pl.concat([
        first.select("scenario", "policy", *case, "value", answer=pl.lit("level")),
        others.select("scenario", "policy", *case, value=pl.col("value") - pl.col("first"),
                      answer=pl.lit("difference")),
    ])
    keys = ["scenario", "stratum", "policy", "measure", "answer"]
    found = both.group_by(*keys, "sample").agg(
        mean=pl.col("value").mean(), sd=pl.col("value").std(ddof=1), seeds=pl.col("value").count(),
    ).sort(*keys, "sample")
    for place, rows in found.partition_by(keys, as_dict=True, maintain_order=True).items():
        at = rows["sample"].to_numpy()
        mean, spread, seeds = (np.full(swept.unit.height, np.nan) for _ in range(3))
        for target, column in ((mean, "mean"), (spread, "sd"), (seeds, "seeds")):
            target[at] = rows[column].cast(pl.Float64).fill_null(float("nan")).to_numpy()
        sample = Sample(tuple(swept.unit.columns), swept.unit.to_numpy(), mean)
        named = dict(zip(keys, place, strict=True))
        yield Answer(named, _named(swept, named), sample, spread, np.nan_to_num(seeds))


def _named(swept: Swept, place: Mapping[str, str | int]) -> Text:
    """What an answer is called: its measure, whose difference it is, and in which structure."""
    measure, scenario = BY_KEY[str(place["measure"])], str(place["scenario"])
    name = Text(measure.da, measure.en)
    if place["answer"] != "level":
        title = swept.titles.get(scenario, Text(scenario, scenario))
        name = texts.difference_of(name, title, int(place["policy"]))
    structure = swept.structure(int(place["stratum"]))
    return name if structure is None else texts.within(name, structure)


def _leanings(swept: Swept, kind: str, column: str, analyse: Callable[[Sample], pl.DataFrame]) -> Leaning:
    grades = {key: str(fact.grade) for key, fact in facts_of(Settings).items()}
    lines: list[Text] = []
    names: dict[Place, Text] = {}
    frames: list[pl.DataFrame] = []
    for answer in answers(swept):
        luck = luck_share(answer.spreads, answer.seeds.astype(np.int64), answer.sample.found)
        found = analyse(answer.sample).with_columns(
            grade=pl.col("setting").replace_strict(grades, return_dtype=pl.String), luck=pl.lit(luck, pl.Float64))
        frames.append(found.select(*(pl.lit(value).alias(key) for key, value in answer.place.items()), pl.all()))
        shares = by_grade(found, column, grades)
        known = not shares["share"].null_count()
        weak = float(shares.filter(pl.col("grade").is_in(_WEAK))["share"].sum()) if known else None
        names[tuple(answer.place.values())] = answer.name
        lines.append(texts.leans_on(answer.name, found["setting"].head(_NAMED).to_list(), weak, luck))
    return Leaning(kind, tuple(lines), pl.concat(frames) if frames else pl.DataFrame(), names)


def _values(swept: Swept, answer: Answer) -> Numbers:
    """The settings' own values at every sampled point, (points, settings)."""
    rows = swept.points.filter((pl.col("stratum") == answer.place["stratum"]) & (pl.col("policy") == 0)).sort("sample")
    return rows.select(pl.col(name).cast(pl.Float64) for name in answer.sample.names).to_numpy()


def _limits(names: tuple[str, ...], box: Box, points: Numbers) -> list[dict[str, object]]:
    """A row per limited setting: setting, grade, from and to (null where open), lowest and highest, chance."""
    facts = facts_of(Settings)
    return [
        {
            "setting": names[place], "grade": str(facts[names[place]].grade),
            "from": _or_none(box.limits[place, 0]), "to": _or_none(box.limits[place, 1]),
            "lowest": float(points[:, place].min()), "highest": float(points[:, place].max()),
            "chance": float(box.chance[place]),
        }
        for place in np.flatnonzero(box.restricted)
    ]


def _or_none(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
