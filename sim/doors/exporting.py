"""An export put together: the table, and the line that tells what its codes are called and where it comes from."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from sim.errors import RecordError, Text
from sim.outcomes import exports
from sim.outcomes.dream import dream, dream_words
from sim.outcomes.exports import TURNED
from sim.outcomes.week_codes import WORDS
from sim.record.exporting import write_export
from sim.record.folder import RunFolder
from sim.record.manifest import Manifest
from sim.record.schema import Layer
from sim.views.palette import colour_of
from sim.vocabulary import TurningPoint

_MAKERS = {"sts": exports.sts, "spell": exports.spell, "tse": exports.tse}
_POSITION = "position 1 is week 0 of the run, the week that begins on 'start'"
_DREAM_NOTE = (
    "in the form of the DREAM register, not the register itself: groups from memory, last digit our own; "
    "0 is a week without benefit, empty a week before the person came; columns are ISO weeks, y_yyww"
)


def exported(run: RunFolder, form: str, layer: str, folder: Path) -> tuple[Path, ...]:
    """Write one export of a run and return the paths of its files.

    Raises:
        RecordError: when the run is damaged or has no weeks, or the files cannot be written.
    """
    tables = run.tables()
    if not tables.weeks or tables.citizens.is_empty():
        raise RecordError.about(
            str(run.path), Text("har ingen uger eller ingen borgere", "has no weeks or no citizens"),
            nothing_done=Text("Intet er skrevet.", "Nothing was written."),
        )
    if form == "dream":
        start = run.manifest.start
        if start is None:
            raise RecordError.about(str(run.path), Text("har ingen startdato", "has no start date"))
        frame = dream(tables, start)
        return write_export(_with_id(frame), folder, form, {**_origin(run.manifest, form), **_dream_codes()})
    chosen = Layer[layer.upper()]
    about = {**_origin(run.manifest, form), "layer": layer, "weeks": _POSITION, **_codes(chosen, form)}
    return write_export(_MAKERS[form](tables, chosen), folder, f"{form}-{layer}", about)


def _with_id(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(pl.format("{}-{}", "seed", "citizen").alias("id"), pl.all())


def _origin(manifest: Manifest, form: str) -> dict[str, object]:
    return {
        "format": form, "scenario": manifest.scenario_name, "scenario_digest": manifest.scenario_digest,
        "vendepunkt": manifest.vendepunkt_version, "seeds": list(manifest.seeds), "week_count": manifest.weeks,
        "start": None if manifest.start is None else manifest.start.isoformat(),
        "note": "simulated people; never a statement about anyone real",
    }


def _codes(layer: Layer, form: str) -> dict[str, object]:
    words = list(WORDS[layer])
    found: dict[str, object] = {
        "alphabet": [word.key for word in words], "codes": [int(word) for word in words],
        "labels": {"da": [word.da for word in words], "en": [word.en for word in words]},
        "colours": [colour_of(word) for word in words], "missing": "",
    }
    if form == "tse":
        found["turning_points"] = {
            f"{TURNED}{kind.key}": {"da": kind.da, "en": kind.en} for kind in TurningPoint
        }
    return found


def _dream_codes() -> dict[str, object]:
    words = dream_words()
    return {
        "weeks": _DREAM_NOTE, "alphabet": list(words),
        "labels": {"da": [da for da, _ in words.values()], "en": [en for _, en in words.values()]}, "missing": "",
    }
