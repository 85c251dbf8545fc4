"""Which seeds to run: a number of them, a list, or as many as the answer needs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from sim.errors import RunError, Text

LARGEST = 2**31 - 1
_MOST = 10_000
_OPTION = "--seeds"
_FORMS = Text(
    "Skriv et antal (8), et interval (1-8), en liste (3,5,9) eller auto.",
    "Write how many (8), a range (1-8), a list (3,5,9) or auto.",
)
_PART = re.compile(r"([0-9]{1,10})(?:-([0-9]{1,10}))?")


@dataclass(frozen=True, slots=True)
class Seeds:
    """The seeds to run in this order; ``as_needed`` when the stopping rule decides how many, ``floor`` at least."""

    numbers: tuple[int, ...]
    as_needed: bool
    floor: int = 8


def read_seeds(text: str, cap: int) -> Seeds:
    """Read what the user wrote after ``--seeds``; ``cap`` is the most that ``auto`` may use.

    Raises:
        RunError: when it cannot be read, names a seed twice, or asks for none or for too many.
    """
    said = text.strip().lower()
    if said == "auto":
        return Seeds(tuple(range(1, cap + 1)), as_needed=True)
    if said.isascii() and said.isdigit():
        return Seeds(tuple(range(1, _count(said) + 1)), as_needed=False)
    numbers: list[int] = []
    for part in said.rstrip(",").split(","):
        numbers += _numbers(part.strip(), text)
        if len(numbers) > _MOST:
            raise _refusal(text, Text(f"er flere end {_MOST} frø", f"is more than {_MOST} seeds"))
    seed, times = Counter(numbers).most_common(1)[0]
    if times > 1:
        raise _refusal(text, Text(f"nævner frø {seed} mere end én gang", f"names seed {seed} more than once"))
    return Seeds(tuple(numbers), as_needed=False)


def _count(said: str) -> int:
    count = int(said)
    if not 1 <= count <= _MOST:
        raise _refusal(said, Text(f"skal ligge mellem 1 og {_MOST}", f"must lie between 1 and {_MOST}"))
    return count


def _numbers(part: str, text: str) -> range:
    found = _PART.fullmatch(part)
    if found is None:
        raise _refusal(text, Text("kan ikke læses som frø", "cannot be read as seeds"))
    first = int(found[1])
    last = int(found[2] or first)
    if last > LARGEST or last < first:
        raise _refusal(
            text, Text(f"skal gå opad og højst til {LARGEST}", f"must go upwards and at most to {LARGEST}")
        )
    if last - first >= _MOST:
        raise _refusal(text, Text(f"er flere end {_MOST} frø", f"is more than {_MOST} seeds"))
    return range(first, last + 1)


def _refusal(value: str, what: Text) -> RunError:
    return RunError.about(_OPTION, what, _FORMS, value=value, nothing_done=Text("Intet er kørt.", "Nothing was run."))
