"""A study written out: the brief, the numbers, and the headline differences on the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click
import polars as pl

from sim.doors.drawing import easel
from sim.doors.failures import say
from sim.doors.study import Kept, study_of
from sim.doors.tables import differences, headline
from sim.doors.writable import see_writable
from sim.errors import Text
from sim.views.brief import brief_html
from sim.views.saving import save_text
from sim.views.workbook import write_numbers
from sim.vocabulary import Language

BRIEF = "brief.html"
WORKBOOK = "numbers.xlsx"
TABLES = "csv"

_WRITING = Text("Skriver notatet …", "Writing the brief …")


def shown(
    runs: Sequence[Kept], known: Mapping[str, pl.DataFrame], place: Path, jobs: int, language: Language,
) -> None:
    """Hold runs against the first of them, write the pages into ``place`` and tell where they are.

    ``known`` are measured frames by scenario, where they exist already; ``jobs`` processes share the work.

    Raises:
        RecordError, ViewError: when they cannot be made or written.
    """
    see_writable(place / TABLES)  # before the minutes that drawing may take
    say(_WRITING.label(language))
    with easel(len(runs) - 1, jobs) as drawing:
        study = study_of(runs, place.resolve().name, known)
        page = brief_html(study, drawing, language)
        write_numbers(study, place / WORKBOOK, place / TABLES, language)
        save_text(place / BRIEF, drawing.finished(page))
    lines = differences(study, language) if study.others else headline(study.base.title, study.base.measures, language)
    click.echo("\n".join(lines))
    numbers = f"{place / WORKBOOK}, {place / TABLES}/*.csv"
    told = Text(f"Notat: {place / BRIEF}\nTal: {numbers}", f"Brief: {place / BRIEF}\nNumbers: {numbers}")
    click.echo(told.label(language))
