"""Types of pathway: optimal matching between whole pathways, clusters, how many and how firm, and what each is like.

Distances are by optimal matching with a cost of 2 for changing a week's code and 1 for leaving a week out or in
(sequenzo), clusters by Ward's method (scipy), kept between 2 and 8 in number. The number is the one with the highest
average silhouette width (Rousseeuw 1987), which is told for every number. How firm they are is told twice: half of the
pathways are clustered again twenty times, and held against the whole by the adjusted Rand index (Hubert and Arabie
1985), and each type by the mean Jaccard overlap with its nearest find (Hennig 2007).
"""

from __future__ import annotations

import contextlib
import io
import warnings
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sim.draws import WeekDraws, luck_of, own_decision
from sim.errors import OutcomeError, Text
from sim.outcomes.sequences import Numbers, Whole
from sim.outcomes.week_codes import WeekCodes

FEWEST, MOST = 2, 8
HALVES = 20
SAMPLE = 1200
"""At most so many pathways are compared with each other; the time and memory this takes grow with the square."""

_LEAST = 20
_HALF = own_decision("typology", "which half")
_INSTALL = Text(
    "Installér dem i det samme miljø: pip install sequenzo scikit-learn",
    "Install them in the same environment: pip install sequenzo scikit-learn",
)


@dataclass(frozen=True)
class Typology:
    """Clusters of pathways, largest first.

    ``codes``: the pathways; ``kind``: each one's type, (people,); ``medoids``: the row of the pathway nearest to all
    others of its type, (types,). ``silhouettes``: the average silhouette width by number of types tried. ``agreement``:
    adjusted Rand index of each half sample, (halves,); ``overlap``: mean Jaccard overlap, (types,).
    """

    codes: WeekCodes
    kind: Whole
    medoids: Whole
    silhouettes: dict[int, float]
    agreement: Numbers
    overlap: Numbers

    @property
    def count(self) -> int:
        """How many types."""
        return len(self.medoids)

    def members(self, kind: int) -> Whole:
        """The rows of a type."""
        return np.flatnonzero(self.kind == kind)

    def shape(self, kind: int, weeks: int) -> tuple[int, ...]:
        """The commonest code of each stretch of about so many weeks of the middle pathway, told when it changes."""
        path = self.codes.codes[self.medoids[kind]]
        parts = np.array_split(path, max(1, round(len(path) / weeks)))
        common = [int(np.bincount(part).argmax()) for part in parts]
        return tuple(code for place, code in enumerate(common) if place == 0 or common[place - 1] != code)


def typology(codes: WeekCodes, number: int | None = None) -> Typology:
    """Find types among whole pathways (every person in the record in every week).

    Args:
        codes: up to ``SAMPLE`` pathways.
        number: how many types; None for the number with the highest average silhouette width.

    Raises:
        OutcomeError: when a library is missing, or there are too few pathways or too few that differ.
    """
    _refuse_missing()
    if len(codes.codes) < _LEAST or len(np.unique(codes.codes, axis=0)) <= MOST:
        raise OutcomeError.about("types", Text(
            f"kræver mindst {_LEAST} hele forløb og flere end {MOST} forskellige",
            f"needs at least {_LEAST} whole pathways, and more than {MOST} that differ"))
    distances = optimal_matching(codes)
    tree = _tree(distances)
    partitions = {count: _cut(tree, count) for count in range(FEWEST, MOST + 1)}
    silhouettes = {count: _silhouette(distances, labels) for count, labels in partitions.items()}
    count = max(silhouettes, key=lambda one: silhouettes[one]) if number is None else number
    kind = _largest_first(partitions[count])
    agreement, overlap = _firmness(distances, kind)
    return Typology(codes, kind, _medoids(distances, kind), silhouettes, agreement, overlap)


def optimal_matching(codes: WeekCodes) -> Numbers:
    """Distances between pathways, (people, people)."""
    import pandas as pd  # type: ignore[import-untyped]  # sequenzo takes its frames; none of the three ships types
    from sequenzo import SequenceData, get_distance_matrix  # type: ignore[import-untyped]

    weeks = [f"w{week}" for week in range(codes.codes.shape[1])]
    frame = pd.DataFrame(codes.codes.astype(np.int64), columns=weeks)
    frame.insert(0, "id", np.arange(len(frame)))
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library tells of its own dependencies' plans
        data = SequenceData(frame, time=weeks, states=[int(word) for word in codes.words], id_col="id")
        found = get_distance_matrix(data, method="OM", sm="CONSTANT", indel=1)
    return np.asarray(found, dtype=np.float64)


def _refuse_missing() -> None:
    from importlib.util import find_spec

    missing = [package for module, package in (("sequenzo", "sequenzo"), ("sklearn", "scikit-learn"))
               if find_spec(module) is None]
    if missing:
        raise OutcomeError.about(
            "types", Text("kræver biblioteker, der ikke er installeret", "needs libraries that are not installed"),
            _INSTALL, value=", ".join(missing))


def _tree(distances: Numbers) -> Numbers:
    from scipy.cluster.hierarchy import ward
    from scipy.spatial.distance import squareform

    return np.asarray(ward(squareform(distances, checks=False)))


def _cut(tree: Numbers, count: int) -> Whole:
    from scipy.cluster.hierarchy import fcluster

    return np.asarray(fcluster(tree, count, criterion="maxclust"), dtype=np.int64) - 1


def _silhouette(distances: Numbers, labels: Whole) -> float:
    from sklearn.metrics import silhouette_score  # type: ignore[import-untyped]

    if len(np.unique(labels)) < FEWEST:
        return -1.0
    return float(silhouette_score(distances, labels, metric="precomputed"))


def _largest_first(labels: Whole) -> Whole:
    sizes = np.bincount(labels)
    place = np.empty(len(sizes), dtype=np.int64)
    place[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes))
    return np.asarray(place[labels])


def _medoids(distances: Numbers, kind: Whole) -> Whole:
    groups = [np.flatnonzero(kind == one) for one in range(int(kind.max()) + 1)]
    return np.array([rows[np.argmin(distances[np.ix_(rows, rows)].sum(axis=1))] for rows in groups])


def _firmness(distances: Numbers, kind: Whole) -> tuple[Numbers, Numbers]:
    from sklearn.metrics import adjusted_rand_score

    count, luck = int(kind.max()) + 1, luck_of(0, np.arange(len(kind)), 1)
    agreement, overlap = np.zeros(HALVES), np.zeros((HALVES, count))
    for half in range(HALVES):
        order = np.argsort(WeekDraws(half).lottery(_HALF, luck), kind="stable")
        rows = np.sort(order[: len(kind) // 2])
        again = _cut(_tree(distances[np.ix_(rows, rows)]), count)
        agreement[half] = adjusted_rand_score(kind[rows], again)
        overlap[half] = [_jaccard(kind[rows] == one, again) for one in range(count)]
    return agreement, overlap.mean(axis=0)


def _jaccard(member: npt.NDArray[np.bool_], labels: Whole) -> float:
    both = np.bincount(labels, weights=member)
    either = np.bincount(labels) + member.sum() - both
    return float((both / either).max())
