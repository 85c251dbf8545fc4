"""The accepted set and what it says about itself, written beside each other."""

from __future__ import annotations

import json
from pathlib import Path

from sim.errors import Text
from sim.record.files import disk_errors, write_text
from sim.studies.accepted import FILE, written
from sim.studies.calibration.study import Calibrated
from sim.studies.calibration.summary import summary
from sim.studies.calibration.texts import how_kept
from sim.studies.calibration.texts_targets import TARGETS

SUMMARY = "accepted.json"
_WRITE = Text("skrive de accepterede sæt", "write the accepted sets")


def write_accepted(done: Calibrated, folder: Path, *, provisional: bool) -> Path:
    """Write ``accepted.csv`` and ``accepted.json`` and return the path of the first.

    Raises:
        RecordError: when the folder cannot be written.
    """
    told = [how_kept(len(done.accepted), len(done.waves[-1].rows), done.left).en,
            f"Distance at most {done.tolerance:.3f} tolerances (quarters of a band), all targets together.",
            "Columns with an underscore are what each row gave; the others are settings. Made by: vendepunkt calibrate"]
    if provisional:
        told.insert(0, "provisional: a reduced calibration; not held against the targets at full size")
    diagnostics = [
        {"distance": f"{away:.4f}", **{target.key: _short(found.get(target.key)) for target in TARGETS}}
        for _, found, away in done.accepted
    ]
    place = folder / FILE
    with disk_errors(place, _WRITE):
        folder.mkdir(parents=True, exist_ok=True)
        write_text(written([row for row, _, _ in done.accepted], diagnostics, told), place)
        write_text(json.dumps(summary(done, provisional), indent=1) + "\n", folder / SUMMARY)
    return place


def _short(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"
