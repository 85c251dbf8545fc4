"""Which accepted parameter rows a command uses, and with which seeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sim.doors.loading import SHIPPED
from sim.doors.seeds import Seeds
from sim.errors import RunError, Text
from sim.studies.accepted import FILE, HANDFUL, NONE, Accepted, read_accepted

_OPTION = "--rows"
_PER_ROW = 2
"""Seeds for each row, so that chance can be told from what differs between rows."""


def rows_for(asked: str, files: Sequence[Path], seeds: Seeds) -> tuple[Accepted, Seeds]:
    """Return the accepted rows to use, and the seeds, raised where the stopping rule chooses among too few.

    The set is looked for beside the first scenario file, then in ``scenarios``. Without one, and with fewer than four
    seeds, the scenarios stand alone, on the catalogue's values (which are the best row's).

    Raises:
        RunError: when the number of rows cannot be read, or the seeds given are too few for it.
        ScenarioError: when the file of accepted rows is broken.
    """
    said = asked.strip().lower()
    if said == "0":
        return NONE, seeds
    found = accepted_near(files)
    if said == "auto":
        count = min(HANDFUL, len(found.rows), len(seeds.numbers) // _PER_ROW)
        return (found.first(count) if count >= 2 else NONE), seeds
    if not found.rows:
        raise _refusal(asked, Text(f"der er ingen {FILE} her", f"there is no {FILE} here"))
    count = len(found.rows) if said == "all" else _count(asked, len(found.rows))
    if seeds.as_needed:
        needed = max(len(seeds.numbers), _PER_ROW * count)
        seeds = replace(seeds, numbers=tuple(range(1, needed + 1)), floor=_PER_ROW * count)
    elif len(seeds.numbers) < count:
        enough = str(_PER_ROW * count)
        raise _refusal(asked, Text(f"kræver mindst lige så mange frø; skriv --seeds {enough}",
                                   f"needs at least as many seeds; write --seeds {enough}"))
    return found.first(count), seeds


def accepted_near(files: Sequence[Path]) -> Accepted:
    """The accepted set beside the first file, or in the folder of scenarios; none where there is no such file."""
    for place in [*(file.parent for file in files[:1]), SHIPPED]:
        if (place / FILE).is_file():
            return read_accepted(place / FILE)
    return NONE


def _count(asked: str, most: int) -> int:
    text = asked.strip()
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= most):
        raise _refusal(asked, Text(f"skal være et tal fra 0 til {most}, eller all",
                                   f"must be a number from 0 to {most}, or all"))
    return int(text)


def _refusal(value: str, what: Text) -> RunError:
    return RunError.about(_OPTION, what, value=value, nothing_done=Text("Intet er kørt.", "Nothing was run."))
