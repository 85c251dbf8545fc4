"""From the bytes of a CSV or parquet file to a table: every fault of the file as a whole, with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Protocol

import numpy as np
import polars as pl

from sim.errors import Problem, Text, Where
from sim.population import texts
from sim.population.columns import I64
from sim.population.fields import MOST_ROWS

_MOST_SHOWN = 5
_PARQUET = b"PAR1"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as read: ``lines`` tells where each row stands, counted from 1; ``lined`` whether those are lines.

    ``decimal_comma``: numbers may be written in the Danish way, since semicolons stand between the cells.
    """

    file: str
    frame: pl.DataFrame
    lines: I64
    lined: bool
    decimal_comma: bool = False

    def problem(
        self,
        index: int,
        column: str,
        what: Text,
        value: str | None = None,
        allowed: Text | None = None,
        remedy: Text | None = None,
    ) -> Problem:
        """A fault in one cell; rows of parquet have no lines, so the sentence tells the row."""
        number = int(self.lines[index])
        said = what if self.lined else texts.row(number, what)
        return Problem(Where(self.file, number if self.lined else None, column), said, value, allowed, remedy)

    def fault(self, column: str, what: Text, value: str | None = None, remedy: Text | None = None) -> Problem:
        """A fault of a whole column, at the heading."""
        return Problem(Where(self.file, 1 if self.lined else None, column), what, value, None, remedy)


class Reader(Protocol):
    """Python's reader of CSV."""

    @property
    def line_num(self) -> int:
        """Lines read so far."""

    def __iter__(self) -> Iterator[list[str]]:
        """The rows."""


def read_sheet(file: str, content: bytes) -> tuple[Sheet | None, list[Problem]]:
    """Read a table of at least one row; ``file`` ends in .csv or .parquet and is what messages call it."""
    if not content.strip():
        return None, [Problem(Where(file), texts.EMPTY, None, None, texts.FILL)]
    sheet, problems = _csv(file, content) if PurePosixPath(file).suffix.lower() == ".csv" else _parquet(file, content)
    if sheet is not None and not sheet.frame.height:
        return None, [Problem(Where(file), texts.NO_ROWS, None, None, texts.FILL)]
    return sheet, problems


def _parquet(file: str, content: bytes) -> tuple[Sheet | None, list[Problem]]:
    damaged = [Problem(Where(file), texts.DAMAGED, None, None, texts.SAVE_AGAIN)]
    if not content.startswith(_PARQUET) or not content.endswith(_PARQUET):
        return None, damaged
    try:
        rows = int(pl.scan_parquet(io.BytesIO(content)).select(pl.len()).collect().item())
        if rows > MOST_ROWS:
            return None, [_too_many(file, rows)]
        frame = pl.read_parquet(io.BytesIO(content))
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError, ValueError):
        return None, damaged
    return Sheet(file, frame, np.arange(1, frame.height + 1), lined=False), []


def _csv(file: str, content: bytes) -> tuple[Sheet | None, list[Problem]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in content:
            line = content.count(b"\n", 0, error.start) + 1
            return None, [Problem(Where(file, line), texts.NOT_UTF8, None, None, texts.SAVE_AS_UTF8)]
        return None, [Problem(Where(file), texts.NO_TEXT, None, None, texts.SAVE_AGAIN)]
    fault = _fault_of(file, text)
    return _parsed(file, text) if fault is None else (None, [fault])


def _fault_of(file: str, text: str) -> Problem | None:
    """What is wrong with a text as a whole, if anything."""
    if "\0" in text:
        return Problem(Where(file), texts.NO_TEXT, None, None, texts.SAVE_AGAIN)
    if "\r" in text and "\n" not in text:
        return Problem(Where(file), texts.OLD_LINE_ENDS, None, None, texts.SAVE_LINE_ENDS)
    heading = _heading(text)
    if heading.count("\t") > heading.count(_separator(text)):
        return Problem(Where(file, 1), texts.TABULATOR, heading.strip(), None, texts.COMMAS)
    # far beyond any table; the exact count is not worth the wait
    return _too_many(file, text.count("\n")) if text.count("\n") > 2 * MOST_ROWS else None


def _heading(text: str) -> str:
    return text.lstrip("\n").split("\n", 1)[0]


def _separator(text: str) -> str:
    """What stands between the cells: a comma, or a semicolon as the Danish Excel writes it."""
    heading = _heading(text)
    return ";" if heading.count(";") > heading.count(",") else ","


def _parsed(file: str, text: str) -> tuple[Sheet | None, list[Problem]]:
    """Count the cells of every row, which polars does not tell the line of, then let polars read them."""
    unclosed = [Problem(Where(file), texts.UNCLOSED, None, None, texts.CLOSE)]
    separator = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        heading = next(reader)
        lines, problems = _counted(file, reader, len(heading), separator)
    except (csv.Error, StopIteration):
        return None, unclosed
    for name in dict.fromkeys(name for name in heading if heading.count(name) > 1):
        problems.append(Problem(Where(file, 1, name), texts.TWICE, None, None, texts.KEEP_ONE))
    if len(lines) > MOST_ROWS:
        problems = [_too_many(file, len(lines))]
    if problems:
        return None, problems
    try:
        frame = pl.read_csv(io.BytesIO(text.encode("utf-8")), infer_schema=False, separator=separator)
    except pl.exceptions.PolarsError:
        return None, [Problem(Where(file), texts.NO_ROWS, None, None, texts.FILL)] if not lines else unclosed
    frame = frame.filter(~pl.all_horizontal(pl.all().is_null() | (pl.all().str.strip_chars() == "")))
    if frame.height != len(lines):
        return None, unclosed
    return Sheet(file, frame, np.array(lines, dtype=np.int64), lined=True, decimal_comma=separator == ";"), []


def _counted(file: str, rows: Reader, wanted: int, separator: str) -> tuple[list[int], list[Problem]]:
    """The line on which each row ends, and a problem for the first rows with another number of cells.

    Raises:
        csv.Error: when a quotation mark is left open, which shows as a cell that runs over the following lines.
    """
    lines: list[int] = []
    problems: list[Problem] = []
    more = 0
    for cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        lines.append(rows.line_num)
        if len(cells) != wanted and any("\n" in cell for cell in cells):
            raise csv.Error
        if len(cells) != wanted and len(problems) < _MOST_SHOWN:
            shown = separator.join(cells)
            what = texts.cells(len(cells), wanted)
            remedy = texts.POINT if len(cells) > wanted and separator == "," else texts.ALL_SEPARATORS
            problems.append(Problem(Where(file, rows.line_num), what, shown, None, remedy))
        elif len(cells) != wanted:
            more += 1
    if more:
        problems[-1] = replace(problems[-1], allowed=texts.and_more(None, more))
    return lines, problems


def _too_many(file: str, rows: int) -> Problem:
    return Problem(Where(file), texts.too_many(rows, MOST_ROWS))
