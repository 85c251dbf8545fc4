"""How a command presents itself: what it does, how it is written, examples, choices; in Danish or English."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import click

from sim.errors import Text
from sim.vocabulary import Language

_DANISH = {
    "OPTIONS": "VALG", "FILE": "FIL", "FOLDER": "MAPPE", "NAME": "NAVN", "NAMES": "NAVNE", "SEEDS": "FRØ",
    "ROWS": "SÆT", "RUN": "KØRSEL", "OTHER": "ANDEN", "OLD": "GAMMEL", "NEW": "NY", "KINDS": "TYPER",
    "LAYER": "LAG", "TYPES": "TYPER", "ADDRESS": "ADRESSE", "SCENARIO": "SCENARIE",
}
"""What stands for something in how a command is written, in Danish."""
_STANDS_FOR = re.compile(rf"\b({'|'.join(_DANISH)})\b")
_USAGE = Text("Brug", "Usage")
_EXAMPLES = Text("Eksempler", "Examples")
_OPTIONS = Text("Valg", "Options")
_HELP = Text("Vis denne hjælp.", "Show this help.")
WIDTH = 100


@dataclass(frozen=True, slots=True)
class About:
    """The words of a command: its name, one line, the paragraphs under it, and examples as they are typed."""

    name: str
    line: Text
    more: Text
    examples: tuple[str, ...]


class Command(click.Command):
    """A command whose help is written in one language."""

    def __init__(
        self, about: About, language: Language, callback: Callable[..., None], params: Sequence[click.Parameter],
    ) -> None:
        super().__init__(
            about.name, callback=callback, params=list(params), short_help=about.line.label(language),
            context_settings={"max_content_width": WIDTH}, options_metavar=in_language("[OPTIONS]", language),
        )
        for parameter in self.params:
            if parameter.metavar is not None:
                parameter.metavar = in_language(parameter.metavar, language)
            if isinstance(parameter, click.Option) and parameter.help is not None:
                parameter.help = in_language(parameter.help, language)
        self._about = about
        self._language = language

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help`` with its explanation in the right language."""
        return with_words(super().get_help_option(ctx), self._language)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the whole help."""
        self.format_usage(ctx, formatter)
        texts = (self._about.line.label(self._language), self._about.more.label(self._language))
        write_paragraphs(formatter, *(in_language(text, self._language) for text in texts))
        with formatter.section(_EXAMPLES.label(self._language)):
            for example in self._about.examples:
                formatter.write(f"{'':{formatter.current_indent}}{example}\n")
        self.format_options(ctx, formatter)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is typed."""
        formatter.write_usage(
            ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), f"{_USAGE.label(self._language)}: "
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the choices."""
        write_options(self, ctx, formatter, self._language)


def in_language(text: str, language: Language) -> str:
    """Return a text with the words in capitals that stand for something, such as FILE, in the language."""
    return _STANDS_FOR.sub(lambda found: _DANISH[found.group()], text) if language == "da" else text


def with_words(option: click.Option | None, language: Language) -> click.Option | None:
    """Give click's own ``--help`` its explanation in the right language."""
    if option is not None:
        option.help = _HELP.label(language)
    return option


def write_paragraphs(formatter: click.HelpFormatter, *texts: str) -> None:
    """Write texts, each broken into paragraphs at empty lines."""
    for text in texts:
        for paragraph in text.split("\n\n"):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(paragraph)


def write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, language: Language,
) -> None:
    """Write a command's choices as two columns."""
    found = (parameter.get_help_record(ctx) for parameter in command.get_params(ctx))
    records = [record for record in found if record is not None and record[1]]  # an argument stands in the usage
    if records:
        with formatter.section(_OPTIONS.label(language)):
            formatter.write_dl(records)
