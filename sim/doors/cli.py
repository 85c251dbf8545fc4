"""The command ``vendepunkt``: which commands there are, and what happens around every one of them."""

from __future__ import annotations

import difflib
import importlib
import io
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

import click

from sim.doors.command import WIDTH, with_words, write_options, write_paragraphs
from sim.doors.failures import PIPE_CLOSED, UnknownCommandError, drop_output, report
from sim.doors.language import language_of
from sim.doors.options import lang
from sim.errors import Text
from sim.vocabulary import Language

NAME = "vendepunkt"
# In the order a user meets them: write, look, run, read.
COMMANDS = (
    "starter", "check", "explain", "diff", "run", "compare", "report", "story", "replay", "pathways", "attribute",
    "ablate", "export", "study", "workshop", "verify", "calibrate", "validate", "schema",
)

_ABOUT = Text(
    "Veje ud af ledighed i Danmark, simuleret borger for borger.\n\nEt scenarie er en lille tekstfil, der siger, "
    "hvad der er anderledes end udgangspunktet. Tjek den, kør den, og læs et kort notat. Modellen viser, hvad der "
    "kunne ske i en by; den siger aldrig noget om en bestemt person.",
    "Pathways out of unemployment in Denmark, simulated person by person.\n\n"
    "A scenario is a small text file that says what differs from the baseline. Check it, run it, and read a short "
    "brief. The model shows what might happen in a town; it never says anything about a particular person.",
)
_COMMANDS = Text("Kommandoer", "Commands")
_MORE = Text("Hjælp til en kommando: vendepunkt check --help", "Help with a command: vendepunkt check --help")
_VERSION = Text("Vis versionen.", "Show the version.")


class Commands(click.Group):
    """The group of all commands; each one's file is read when it is asked for, so that starting is quick."""

    def __init__(self, language: Language) -> None:
        super().__init__(
            NAME, params=[lang(language), _version_option(language)], callback=lambda lang: None,  # noqa: ARG005
            context_settings={"max_content_width": WIDTH},
        )
        self._language = language

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every command, in the order a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command by its name, or None."""
        if cmd_name not in COMMANDS:
            return None
        made = importlib.import_module(f"sim.doors.commands.{cmd_name}").command(self._language)
        assert isinstance(made, click.Command)
        return made

    def resolve_command(
        self, ctx: click.Context, args: list[str],
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            guess = Text(f" Mente du {near[0]}?", f" Did you mean {near[0]}?") if near else Text("", "")
            what = Text(f"{args[0]!r} er ikke en kommando.{guess.da}", f"{args[0]!r} is not a command.{guess.en}")
            raise UnknownCommandError(what.label(self._language), ctx)
        return super().resolve_command(ctx, args)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help`` with its explanation in the right language."""
        return with_words(super().get_help_option(ctx), self._language)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what this is, the commands, and the choices."""
        write_paragraphs(formatter, _ABOUT.label(self._language))
        with formatter.section(_COMMANDS.label(self._language)):
            known = [(name, self.get_command(ctx, name)) for name in COMMANDS]
            formatter.write_dl([(name, made.get_short_help_str(WIDTH)) for name, made in known if made])
        write_options(self, ctx, formatter, self._language)
        formatter.write(f"\n{_MORE.label(self._language)}\n")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code: 0 done, 1 our fault, 2 the user can mend it, 130 Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old terminal shows ? for a letter it lacks, and goes on
    signal.signal(signal.SIGTERM, _stopped)
    said = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(answer(said, language_of(said, os.environ)))


def _stopped(_number: int, _frame: FrameType | None) -> NoReturn:
    """A machine that shuts down and a batch system that takes its time back are answered as Ctrl-C is."""
    raise KeyboardInterrupt


def answer(arguments: Sequence[str], language: Language) -> int:
    """Carry out one command line and return the exit code."""
    group = Commands(language)
    try:
        with group.make_context(NAME, list(arguments) or ["--help"]) as context:
            group.invoke(context)
        if sys.stdout is not None:  # closed by whoever started us
            sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except BrokenPipeError:
        drop_output()
        return PIPE_CLOSED
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last stop before the user
        return report(error, language)
    return 0


def _version_option(language: Language) -> click.Option:
    def show(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click's form
        if asked:
            from importlib.metadata import version

            click.echo(f"{NAME} {version(NAME)}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=show, help=_VERSION.label(language),
    )
