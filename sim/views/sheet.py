"""A plain page: a title, a few sentences, sections of words, figures and tables; in both languages, in one file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sim.views.drawing import Drawing
from sim.views.page import page_html
from sim.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table; a ``heading`` stands above those that follow."""

    label: str
    cells: tuple[str, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of ready words and numbers; the first column is the label's."""

    columns: tuple[str, ...]
    rows: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, in this order: words, figures, tables, notes."""

    heading: str
    words: tuple[str, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole page in one language."""

    language: Language
    kicker: str
    title: str
    standfirst: str
    notices: tuple[str, ...]
    sections: tuple[Section, ...]
    made: str = field(default="")


def sheet_html(sheets: Sequence[Sheet], version: str, opens: Language = "da") -> str:
    """Return the page: it ``opens`` in one language, the other by one click; no network; prints on A4."""
    title = next(sheet.title for sheet in sheets if sheet.language == opens)
    return page_html("sheet.html", title, {"sheets": sheets}, version, opens)
