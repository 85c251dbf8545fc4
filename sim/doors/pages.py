"""A study written out: the brief, the numbers, and the headline differences on the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from sim.doors.failures import say
from sim.doors.tables import differences, headline
from sim.errors import Text
from sim.views.brief import write_brief
from sim.views.study import Study
from sim.views.workbook import write_csv, write_workbook
from sim.vocabulary import Language

BRIEF = "brief.html"
WORKBOOK = "numbers.xlsx"
TABLES = "csv"

_WRITING = Text("Skriver rapporten …", "Writing the brief …")


def shown(study: Study, place: Path, language: Language) -> None:
    """Write the pages into ``place`` and tell where they are.

    Raises:
        ViewError: when they cannot be made or written.
    """
    place.mkdir(parents=True, exist_ok=True)
    say(_WRITING.label(language))
    write_brief(study, place / BRIEF)
    write_workbook(study, place / WORKBOOK, language)
    (place / TABLES).mkdir(exist_ok=True)
    write_csv(study, place / TABLES, language)
    lines = differences(study, language) if study.others else headline(study.base.title, study.base.measures, language)
    click.echo("\n".join(lines))
    numbers = f"{place / WORKBOOK}, {place / TABLES}/*.csv"
    told = Text(f"Rapport: {place / BRIEF}\nTal: {numbers}", f"Brief: {place / BRIEF}\nNumbers: {numbers}")
    click.echo(told.label(language))
