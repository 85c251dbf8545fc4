"""What a study folder's answers lean on: the three analyses of ``leaning``, on the tables that the folder keeps."""

from __future__ import annotations

from sim.errors import Text
from sim.studies.folder import StudyFolder
from sim.studies.keeping import RUNS
from sim.studies.leaning import FEWEST_POINTS, Leaning, Swept, explained, failing, screened


def fits_morris(folder: StudyFolder) -> bool:
    """Whether the design is Morris' and measures were kept."""
    return folder.manifest.method == "morris" and RUNS in folder.kept()


def fits_sobol(folder: StudyFolder) -> bool:
    """Whether the design is Sobol's and measures were kept."""
    return folder.manifest.method == "sobol" and RUNS in folder.kept()


def fits_failing(folder: StudyFolder) -> bool:
    """Whether settings were sampled widely, and something is held against something."""
    points = folder.points()
    several = len(folder.manifest.scenarios) > 1 or points["policy"].n_unique() > 1
    sampled = folder.manifest.method in ("lhs", "sobol") and points["sample"].n_unique() >= FEWEST_POINTS
    return several and sampled and RUNS in folder.kept()


def by_morris(folder: StudyFolder) -> Leaning:
    """Which settings matter at all."""
    return screened(_swept(folder), int(folder.manifest.design["levels"]))


def by_sobol(folder: StudyFolder) -> Leaning:
    """How large a part each setting has."""
    return explained(_swept(folder), second_order=bool(folder.manifest.design["second_order"]))


def by_box(folder: StudyFolder) -> Leaning:
    """Where alternatives do no good."""
    return failing(_swept(folder))


def _swept(folder: StudyFolder) -> Swept:
    unit = folder.unit()
    assert unit is not None  # the designs that these analyses fit are drawn
    return Swept(next(iter(folder.manifest.scenarios)), folder.data(), folder.points(), unit, _titles(folder))


def _titles(folder: StudyFolder) -> dict[str, Text]:
    return {scenario.name: scenario.title for scenario in folder.scenarios()}
