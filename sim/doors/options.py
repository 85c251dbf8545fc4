"""The choices that several commands share, each with the same name, meaning and refusal everywhere."""

from __future__ import annotations

import difflib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from sim.doors.language import OPTION as LANGUAGE_OPTION
from sim.errors import RunError, Text
from sim.vocabulary import LANGUAGES, Language

_MOST_CITIZENS = 1_000_000
_MOST_WEEKS = 2600  # as sim.scenario.header has it, which would take long to import for a help text
_MOST_JOBS = 256
MOST_AS_NEEDED = 32


def _named(param: click.Parameter | None) -> str | None:
    """What an option is called; an argument has no name that a user knows."""
    return param.opts[0] if isinstance(param, click.Option) else None


class Whole(click.ParamType[int]):
    """A whole number between two limits, refused in the user's language."""

    name = "N"

    def __init__(self, least: int, most: int) -> None:
        self._least, self._most = least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number.

        Raises:
            RunError: when it is not a whole number within the limits.
        """
        text = str(value).strip()
        digits = text.removeprefix("-")
        if digits.isascii() and digits.isdigit() and len(digits) <= 12 and self._least <= int(text) <= self._most:
            return int(text)
        least, most = self._least, self._most
        raise RunError.about(
            "vendepunkt" if ctx is None else ctx.command_path,
            Text(f"skal være et helt tal fra {least} til {most}", f"must be a whole number from {least} to {most}"),
            key=_named(param), value=text,
            nothing_done=Text("Intet er kørt.", "Nothing was run."),
        )


class OneOf(click.ParamType[str]):
    """One of a few words; anything else is refused in the user's language, with the nearest word."""

    name = "WORD"

    def __init__(self, words: Sequence[str]) -> None:
        self._words = tuple(words)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word.

        Raises:
            RunError: when it is none of them.
        """
        text = str(value)
        if text in self._words:
            return text
        near = difflib.get_close_matches(text, self._words, 1)
        guess = Text(f"Mente du {near[0]}?", f"Did you mean {near[0]}?") if near else None
        raise RunError.about(
            "vendepunkt" if ctx is None else ctx.command_path, Text("skal være en af", "must be one of"), guess,
            key=_named(param), value=text, allowed=", ".join(self._words),
            nothing_done=Text("Intet er kørt.", "Nothing was run."),
        )


def files(*, required: bool) -> click.Argument:
    """Scenario files, in the order they are given."""
    metavar = "FILE..." if required else "[FILE...]"
    return click.Argument(["files"], nargs=-1, required=required, metavar=metavar, type=click.Path(path_type=Path))


def file(name: str, shown: str) -> click.Argument:
    """One file or folder."""
    return click.Argument([name], metavar=shown, type=click.Path(path_type=Path))


def seeds(language: Language, default: str) -> click.Option:
    """Which seeds; read by ``sim.doors.seeds.read_seeds``."""
    text = Text(
        f"Frø: et antal (8), et interval (1-8), en liste (3,5,9) eller auto: så mange svaret kræver. "
        f"Standard: {default}.",
        f"Seeds: how many (8), a range (1-8), a list (3,5,9) or auto: as many as the answer needs. Default: {default}.",
    )
    return click.Option(["--seeds"], default=default, metavar="SEEDS", help=text.label(language))


def rows(language: Language) -> click.Option:
    """How many rows of the accepted set; read by ``sim.doors.rows``."""
    text = Text(
        "Parametersæt, som kalibreringen beholdt, det nærmeste først (scenarios/accepted.csv): et antal, all for alle, "
        "eller 0 for kun det bedste. Standard: højst 6, med mindst to frø til hvert.",
        "Parameter sets that calibration kept, nearest to the targets (scenarios/accepted.csv): how many, all, or 0 "
        "for the best alone. Default: at most 6, with at least two seeds for each.",
    )
    return click.Option(["--rows"], metavar="ROWS", default="auto", help=text.label(language))


def citizens(language: Language) -> click.Option:
    """Another number of citizens; the town around them is scaled with it."""
    text = Text(
        "Antal borgere i byen ved start; sagsbehandlere, virksomheder og tilbud følger med.",
        "Citizens in the town at the start; caseworkers, workplaces and services are scaled with them.",
    )
    return click.Option(["--citizens"], type=Whole(1, _MOST_CITIZENS), help=text.label(language))


def weeks(language: Language) -> click.Option:
    """Another number of weeks."""
    text = Text("Antal uger efter start i stedet for scenariets.", "Weeks after the start, instead of the scenario's.")
    return click.Option(["--weeks"], type=Whole(0, _MOST_WEEKS), help=text.label(language))


def out(language: Language, default: str) -> click.Option:
    """Where results go."""
    text = Text(f"Mappe til resultater. Standard: {default}.", f"Folder for results. Default: {default}.")
    return click.Option(
        ["--out"], type=click.Path(path_type=Path), default=Path(default), metavar="FOLDER", help=text.label(language),
    )


def jobs(language: Language) -> click.Option:
    """How many processes."""
    text = Text(
        "Antal processer. Resultatet er det samme. Standard: én pr. processor.",
        "Number of processes. Results are the same. Default: one per processor.",
    )
    return click.Option(["--jobs"], type=Whole(1, _MOST_JOBS), default=processors(), help=text.label(language))


def lang(language: Language) -> click.Option:
    """The language of what is printed. It is read by ``sim.doors.language`` before the command line is."""
    text = Text("Dansk (da) eller engelsk (en).", "Danish (da) or English (en).")
    return click.Option(
        [LANGUAGE_OPTION], type=OneOf(LANGUAGES), metavar="da|en", default=language, help=text.label(language),
    )


def processors() -> int:
    """Processors this process may use (a container or batch system may have set some apart), at most 16."""
    affinity = getattr(os, "sched_getaffinity", None)
    count = len(affinity(0)) if affinity else os.cpu_count() or 1
    return max(1, min(count, 16))
