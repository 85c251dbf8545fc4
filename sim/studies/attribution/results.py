"""The finished results of an attribution: what was played beside the plan it belongs to, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import polars as pl

from sim.errors import RecordError, Text
from sim.record.files import disk_errors, write_frame, write_text
from sim.studies.attribution.plan import Plan

PLAN = "plan.json"
_FRAMES = ("futures", "fan", "shares")
_WRITE = Text("skrive resultaterne", "write the results")


def refuse_foreign(out: Path) -> None:
    """See that nothing but an attribution (or nothing at all) would be written over.

    Raises:
        RecordError: when the place is a file, or a folder that holds something else.
    """
    if not out.exists() or (out / PLAN).is_file() or (out.is_dir() and not any(out.iterdir())):
        return
    raise RecordError.about(
        str(out), Text("findes i forvejen og holder noget andet", "exists already and holds something else"),
        Text("Vælg en anden mappe med --out.", "Choose another folder with --out."),
    )


def finished(out: Path, plan: Plan) -> Mapping[str, pl.DataFrame] | None:
    """What was played for this very plan, if it is all there; None otherwise."""
    try:
        if json.loads((out / PLAN).read_text(encoding="utf-8"))["digest"] != plan.digest:
            return None
        return {name: pl.read_parquet(out / f"{name}.parquet") for name in _FRAMES}
    except (OSError, ValueError, KeyError, TypeError, pl.exceptions.PolarsError):
        return None


def write_results(out: Path, plan: Plan, played: Mapping[str, pl.DataFrame]) -> None:
    """Write what was played; the plan comes last, so that without it nothing is taken for whole.

    Raises:
        RecordError: when the disk stands in the way.
    """
    said = {
        "digest": plan.digest, "run": plan.manifest.scenario_digest, "scenario": plan.manifest.scenario_name,
        "futures": plan.futures, "weeks": plan.weeks, "seed": plan.lot, "events": plan.events.height,
        "lives": list(plan.lives), "versions": plan.manifest.versions,
    }
    with disk_errors(out, _WRITE):
        out.mkdir(parents=True, exist_ok=True)
        (out / PLAN).unlink(missing_ok=True)
        for name in _FRAMES:
            write_frame(played[name], out / f"{name}.parquet")
        write_text(json.dumps(said, indent=2), out / PLAN)
