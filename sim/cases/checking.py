"""Checks the values of one table of a case file against its slots; every problem is collected, none stops the rest."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sim.cases import texts
from sim.cases.slots import Slot
from sim.errors import Problem, Text
from sim.scenario.names import nearest
from sim.scenario.reading import Document

Values = dict[str, object]


@dataclass
class Checker:
    """Reads tables of a document and keeps what is wrong with them."""

    document: Document
    problems: list[Problem] = field(default_factory=list)

    def fault(
        self, path: Sequence[str], what: Text, *, value: object = None, allowed: Text | None = None,
        remedy: Text | None = None,
    ) -> None:
        """Keep a problem at a key."""
        shown = None if value is None else str(value).lower() if isinstance(value, bool) else str(value)
        self.problems.append(Problem(self.document.where(*path), what, shown, allowed, remedy))

    def table(self, raw: object, path: tuple[str, ...], slots: Sequence[Slot], *, others: Sequence[str] = ()) -> Values:
        """The values of a table that are right; ``others`` are keys that somebody else reads."""
        if not isinstance(raw, Mapping):
            self.fault(path, texts.MUST_BE_TABLE)
            return {}
        known = {slot.name: slot for slot in slots}
        values: Values = {}
        for name, value in raw.items():
            if name in known:
                if self._right(value, (*path, name), known[name]):
                    values[name] = value
            elif name not in others:
                self._strange(name, (*path, name), (*known, *others))
        for slot in slots:
            if slot.required and slot.name not in raw:
                self.fault((*path, slot.name), texts.MISSING, remedy=slot.meaning)
        return values

    def tables(self, raw: object, path: tuple[str, ...], slots: Sequence[Slot]) -> list[Values]:
        """The tables of a list."""
        if not isinstance(raw, list):
            self.fault(path, texts.MUST_BE_TABLES)
            return []
        return [self.table(one, (*path, str(number)), slots) for number, one in enumerate(raw)]

    def _strange(self, name: str, path: tuple[str, ...], known: Sequence[str]) -> None:
        near = nearest(name, known)
        forbidden = name in {"phase", "response", "hire", "job", "standing"}
        remedy = texts.NEVER_SCRIPTED if forbidden else None if near is None else texts.did_you_mean(near)
        self.fault(path, texts.NOT_A_KEY, remedy=remedy or texts.known(tuple(known)))

    def _right(self, value: object, path: tuple[str, ...], slot: Slot) -> bool:
        """Whether a value is what the slot asks for; what is wrong is kept."""
        before = len(self.problems)
        if slot.kind == "word":
            self._word(value, path, slot)
        elif slot.kind == "weeks":
            self._weeks(value, path, slot)
        elif slot.kind in {"number", "whole"}:
            self._number(value, path, slot)
        elif slot.kind == "yes_no" and not isinstance(value, bool):
            self.fault(path, texts.MUST_BE_FLAG, value=value)
        elif slot.kind == "text" and not (isinstance(value, str) and value.strip()):
            self.fault(path, texts.MUST_BE_TEXT, value=value)
        elif slot.kind == "texts" and not _texts(value):
            self.fault(path, texts.MUST_BE_TEXTS)
        return len(self.problems) == before

    def _word(self, value: object, path: tuple[str, ...], slot: Slot) -> None:
        if isinstance(value, str) and value in slot.words:
            return
        near = nearest(value, slot.words) if isinstance(value, str) else None
        remedy = None if near is None else texts.did_you_mean(f'"{near}"')
        self.fault(path, texts.MUST_BE_ONE_OF, value=value, allowed=texts.one_of(slot.words), remedy=remedy)

    def _number(self, value: object, path: tuple[str, ...], slot: Slot) -> None:
        whole = slot.kind == "whole"
        ordinary = isinstance(value, int if whole else (int, float)) and not isinstance(value, bool)
        if not ordinary or not isinstance(value, (int, float)) or not math.isfinite(value):
            self.fault(path, texts.MUST_BE_WHOLE if whole else texts.MUST_BE_NUMBER, value=value)
        elif not slot.low <= value <= slot.high:
            allowed = texts.between(f"{slot.low:g}", f"{slot.high:g}", slot.meaning)
            self.fault(path, texts.MUST_LIE, value=value, allowed=allowed)

    def _weeks(self, value: object, path: tuple[str, ...], slot: Slot) -> None:
        pair = isinstance(value, list) and len(value) == 2 and all(type(week) is int for week in value)  # noqa: PLR2004
        if not pair or not isinstance(value, list) or not slot.low <= value[0] <= value[1] <= slot.high:
            self.fault(path, texts.MUST_BE_WEEKS, value=value)


def _texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) and one.strip() for one in value)
