"""The numbers of a study as an Excel workbook and as CSV: the same frames, nothing else."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl
import polars.selectors as cs
import xlsxwriter  # type: ignore[import-untyped]  # it ships no types, and nobody else does

from sim.outcomes.groups import ALL
from sim.views import tables
from sim.views.saving import save_bytes
from sim.views.study import Study
from sim.views.texts import say
from sim.vocabulary import Language

ColumnName = str | cs.Selector
Frames = Mapping[str, pl.DataFrame]
"""Tables by key, in the order of the workbook's sheets."""

_LONGEST_SHEET_NAME = 31
"""Excel's own limit."""

_DIGITS = 10
_WIDEST, _TEXT = 46, 110
"""Letters that a column shows at most; one of two columns holds whole sentences."""
_FEW = 2
_OPENING = ("whole", "units", "bands")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins like this would be read as a formula when a CSV file is opened in a spreadsheet."""


def write_numbers(study: Study, workbook: Path, folder: Path, language: Language) -> None:
    """Write the study's numbers twice: as one Excel workbook with a sheet per table, and as CSV files into a folder.

    Raises:
        ViewError: when a file cannot be written.
    """
    frames = frames_of(study, language)
    save_bytes(workbook, workbook_bytes(frames, study.base.manifest.created, language))
    write_csv(frames, folder)


def write_csv(frames: Frames, folder: Path) -> tuple[Path, ...]:
    """Write tables as CSV files (UTF-8, comma, decimal point) into a folder; return their places.

    Raises:
        ViewError: when a file cannot be written.
    """
    written = []
    for key, frame in frames.items():
        place = folder / f"{key}.csv"
        save_bytes(place, _harmless(frame).write_csv().encode("utf-8"))
        written.append(place)
    return tuple(written)


def frames_of(study: Study, language: Language) -> Frames:
    """The tables of a study by key, in the order of the workbook's sheets."""
    frames = {
        "about": tables.about(study, language), "differences": tables.differences(study, language),
        "changes": tables.changes(study, language), "phases": tables.phases(study, language),
        "flows": tables.flows(study, language), "turning": tables.turning_points(study, language),
        "placebo": tables.placebo(study, language),
        "accounts": tables.accounts(study, language), "welfare": tables.welfare(study, language),
        "measures": tables.measures(study),
        "assumptions": tables.assumptions(language),
    }
    # Sums over groups are added up in any order; their last bits must not make two equal studies differ.
    return {key: frame.with_columns(cs.float().round_sig_figs(_DIGITS)) for key, frame in frames.items()}


def workbook_bytes(frames: Frames, created: datetime, language: Language) -> bytes:
    """Return the workbook, dated when the baseline was run; equal tables give equal bytes."""
    buffer = io.BytesIO()
    # Texts stay texts: a title that begins with "=" or "http" must not become a formula or a link.
    options: dict[str, Any] = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(buffer, options) as workbook:
        workbook.set_properties({"created": created.replace(tzinfo=None), "comments": "vendepunkt"})
        for key, whole in {"guide": _guide(frames, language), **frames}.items():
            frame = _for_reading(key, whole, language)
            name = say(f"workbook.sheet.{key}", language)[:_LONGEST_SHEET_NAME]
            if frame.width:
                frame.write_excel(
                    workbook, name, freeze_panes=(1, 0), float_precision=4, table_style="Table Style Light 1",
                    column_widths=_widths(frame), autofilter=key != "guide",
                    column_formats={say("column.amount", language): "#,##0"} if "amount" in whole.columns else None,
                )
            else:
                workbook.add_worksheet(name)
    return buffer.getvalue()


def _guide(frames: Frames, language: Language) -> pl.DataFrame:
    """The first sheet: what the workbook is, what its numbers count, and what each sheet holds."""
    lines = [(say("workbook.guide", language), say(f"workbook.guide.{key}", language)) for key in _OPENING]
    lines += [(say(f"workbook.sheet.{key}", language), say(f"workbook.guide.{key}", language)) for key in frames]
    return pl.DataFrame(lines, schema={"sheet": pl.String, "holds": pl.String}, orient="row")


def _for_reading(key: str, frame: pl.DataFrame, language: Language) -> pl.DataFrame:
    """A table as a sheet shows it: headings in words, single runs of the whole town only (CSV has every group)."""
    shown = frame.filter(pl.col("group") == ALL) if key == "measures" else frame
    return shown.rename({name: say(f"column.{name}", language) for name in shown.columns})


def _widths(frame: pl.DataFrame) -> dict[ColumnName, int]:
    """Column widths in pixels that show names and most texts whole."""
    widths: dict[ColumnName, int] = {}
    for name, kind in frame.schema.items():
        longest = frame[name].str.len_chars().quantile(0.95) if kind == pl.String else None
        letters = max(len(name) + 4, 10, min(int(longest or 0) + 2, _WIDEST if frame.width > _FEW else _TEXT))
        widths[name] = 7 * letters
    return widths


def _harmless(frame: pl.DataFrame) -> pl.DataFrame:
    texts = [name for name, kind in frame.schema.items() if kind == pl.String]
    risky = [pl.any_horizontal([pl.col(name).str.starts_with(sign) for sign in _FORMULA]) for name in texts]
    return frame.with_columns(
        pl.when(risk).then(pl.lit("'") + pl.col(name)).otherwise(pl.col(name)).alias(name)
        for name, risk in zip(texts, risky, strict=True)
    )
