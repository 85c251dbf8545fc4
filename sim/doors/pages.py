"""A study written out: the brief, the numbers, and the headline differences on the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from sim.doors.tables import differences
from sim.errors import Text
from sim.views.brief import write_brief
from sim.views.study import Study
from sim.views.workbook import write_workbook
from sim.vocabulary import Language

BRIEF = "brief.html"
WORKBOOK = "numbers.xlsx"


def shown(study: Study, place: Path, language: Language) -> None:
    """Write the pages into ``place`` and tell where they are.

    Raises:
        ViewError: when they cannot be made or written.
    """
    place.mkdir(parents=True, exist_ok=True)
    write_brief(study, place / BRIEF)
    write_workbook(study, place / WORKBOOK)
    click.echo("\n".join(differences(study, language)))
    told = Text(
        f"Rapport: {place / BRIEF}\nTal: {place / WORKBOOK}", f"Brief: {place / BRIEF}\nNumbers: {place / WORKBOOK}",
    )
    click.echo(told.label(language))
