"""The analyses that ``vendepunkt study analyse`` offers: each knows which studies it fits, and gives tables and words.

To add one, write a function that takes a ``StudyFolder`` and returns ``Findings``, and enter it in ``ANALYSES``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import polars as pl

from sim.errors import Text
from sim.outcomes.catalogue import BY_KEY
from sim.outcomes.comparison import luck_saved
from sim.outcomes.groups import ALL
from sim.studies import texts
from sim.studies.folder import StudyFolder
from sim.studies.keeping import RUNS
from sim.studies.leaning import FAILING, MORRIS, SOBOL, Leaning, Place
from sim.studies.leaning_of_studies import by_box, by_morris, by_sobol, fits_failing, fits_morris, fits_sobol
from sim.studies.summary import differences, summary


@dataclass(frozen=True)
class Findings:
    """What an analysis found: sentences to print, tables to write, by name, and what the answers are called."""

    lines: tuple[Text, ...]
    tables: dict[str, pl.DataFrame] = field(default_factory=dict)
    names: Mapping[Place, Text] = field(default_factory=dict)


@dataclass(frozen=True)
class Analysis:
    """One analysis: its name, what it answers, which studies it fits, and how it is made."""

    name: str
    about: Text
    fits: Callable[[StudyFolder], bool]
    make: Callable[[StudyFolder], Findings]


def by_point(folder: StudyFolder) -> Findings:
    """Mean, spread and precision of every measure at every point."""
    found = summary(folder.data())
    return Findings(tuple(_line(measure, found) for measure in folder.manifest.measures), {"summary": found})


def between(folder: StudyFolder) -> Findings:
    """Every scenario and policy against the first, pair by pair, with what common luck saved."""
    found = differences(folder.data(), folder.points())
    saved = luck_saved(found.filter(pl.col("group") == ALL))
    lines = () if saved is None else (texts.luck_saved(saved, found["pairs"].max()),)
    return Findings(lines, {"differences": found})


def _line(measure: str, found: pl.DataFrame) -> Text:
    """How a measure of the whole town lies over the points, and how that compares with chance."""
    rows = found.filter((pl.col("measure") == measure) & (pl.col("group") == ALL))
    means = rows["mean"].drop_nulls()
    if not len(means):
        return texts.measure_unknown(BY_KEY[measure].da, BY_KEY[measure].en)
    low, middle, high = (float(means.quantile(share, "linear") or 0.0) for share in (0.05, 0.5, 0.95))
    known = BY_KEY[measure]
    return texts.measure_over_points(Text(known.da, known.en), known.unit, (low, middle, high), rows["sd"].mean())


def _told(make: Callable[[StudyFolder], Leaning], name: str) -> Callable[[StudyFolder], Findings]:
    """An analysis of what answers lean on, in the shape of all others; its table may be empty."""
    def findings(folder: StudyFolder) -> Findings:
        found = make(folder)
        return Findings(found.lines, {name: found.table} if found.table.height else {}, found.names)

    return findings


def _has_measures(folder: StudyFolder) -> bool:
    return RUNS in folder.kept()


def _has_alternatives(folder: StudyFolder) -> bool:
    several = len(folder.manifest.scenarios) > 1 or int(folder.points()["policy"].n_unique()) > 1
    return several and _has_measures(folder)


ANALYSES: tuple[Analysis, ...] = (
    Analysis("summary", Text("Hvert punkt", "Every point"), _has_measures, by_point),
    Analysis(
        "differences", Text(
            "Forskelle med fælles tilfældigheder",
            "Differences with common luck"), _has_alternatives, between),
    Analysis(MORRIS, Text("Hvad der betyder noget (Morris)", "What matters (Morris)"), fits_morris,
             _told(by_morris, MORRIS)),
    Analysis(SOBOL, Text("Hvor stor en del af variationen (Sobol)", "How large a part (Sobol)"), fits_sobol,
             _told(by_sobol, SOBOL)),
    Analysis(FAILING, Text("Hvornår tiltaget ikke gavner (PRIM)", "When the policy does no good (PRIM)"), fits_failing,
             _told(by_box, FAILING)),
)
"""All analyses, in the order they are told."""
