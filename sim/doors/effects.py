"""What the last validation found of caseworkers, kept beside the accepted set for the briefs to tell."""

from __future__ import annotations

import json
from pathlib import Path

from sim.doors.loading import SHIPPED
from sim.views.study import CaseworkerEffect

FILE = "effects.json"


def known_effects(folder: Path = SHIPPED) -> tuple[CaseworkerEffect, ...]:
    """Read them; none where there is no file, or none that can be read."""
    try:
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return tuple(
            CaseworkerEffect(str(one["key"]), float(one["panel"]), float(one["truth"]), float(one["published"]))
            for one in found
        )
    except (OSError, ValueError, TypeError, KeyError):
        return ()


def written(effects: tuple[CaseworkerEffect, ...]) -> str:
    """The text of the file."""
    rows = [{"key": one.key, "panel": round(one.panel, 4), "truth": round(one.truth, 4), "published": one.published}
            for one in effects]
    return json.dumps(rows, indent=1) + "\n"
