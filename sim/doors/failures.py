"""What a person sees when something goes wrong: never a stack trace, always what to do next."""

from __future__ import annotations

import errno
import os
import re
import sys
import tempfile
import traceback
from pathlib import Path

import click

from sim.errors import Text, VendepunktError, printable
from sim.vocabulary import Language

USER, UNEXPECTED, INTERRUPTED, PIPE_CLOSED = 2, 1, 130, 141
DEBUG = "VENDEPUNKT_DEBUG"

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_FULL = Text("Der er ikke plads på disken til det, der skulle skrives. Gør plads, og kør den samme kommando igen.",
             "The disk has no room left for what was to be written. Free some space and run the same command again.")
_TOO_MUCH = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)
_INTERRUPTED = Text("Afbrudt.", "Interrupted.")
_SEE_HELP = Text("Se: {command} --help", "See: {command} --help")


class UnknownCommandError(click.UsageError):
    """A word that is no command; its message is already in the user's language."""


def report(error: BaseException, language: Language) -> int:
    """Tell the person at the terminal what happened and return the exit code.

    With ``VENDEPUNKT_DEBUG`` set, the stack trace of an unexpected error is printed instead of kept in a file.
    """
    if isinstance(error, VendepunktError):
        trace = getattr(error, "trace", "")
        say(error.text(language))
        return _kept(trace, language) if trace else USER
    if isinstance(error, KeyboardInterrupt):
        kept = getattr(error, "kept", None)
        say(f"\n{(kept or _INTERRUPTED).label(language)}")
        return INTERRUPTED
    if isinstance(error, click.ClickException):
        say(_refused(error, language))
        return USER
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        drop_output()
        say(_FULL.label(language))
        return USER
    what = printable(f"{type(error).__name__}: {error}", 200)
    say(Text(f"Uventet fejl: {what}", f"Unexpected error: {what}").label(language))
    return _kept("".join(traceback.format_exception(error)), language)


def say(text: str) -> None:
    """Write to the error stream; a closed one is no reason to fail again."""
    try:
        click.echo(text, err=True)
    except OSError:
        return


def drop_output() -> None:
    """Point the output at nothing when it takes no more, so that Python's farewell flush does not fail again."""
    if sys.stdout is None:
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())


def _kept(trace: str, language: Language) -> int:
    if os.environ.get(DEBUG):
        say(trace)
        return UNEXPECTED
    try:
        handle, name = tempfile.mkstemp(prefix="vendepunkt-", suffix=".log")
        with Path(name).open("w", encoding="utf-8") as log:
            log.write(trace)
        os.close(handle)
    except OSError:
        say(trace)
        return UNEXPECTED
    say(Text(f"Detaljerne ligger i {name}", f"The details are in {name}").label(language))
    return UNEXPECTED


def _refused(error: click.ClickException, language: Language) -> str:
    """What click refused, with where to read on when the command was typed wrong."""
    if isinstance(error, click.UsageError) and not isinstance(error, click.exceptions.NoArgsIsHelpError):
        return _usage(error, language)
    return error.format_message()


def _usage(error: click.UsageError, language: Language) -> str:
    command = "vendepunkt" if error.ctx is None else error.ctx.command_path
    return f"{_what(error, language)}\n{_SEE_HELP.label(language).format(command=command)}"


def _what(error: click.UsageError, language: Language) -> str:
    """Click's own words are English; the usual mistakes have Danish ones too."""
    if language == "en" or isinstance(error, UnknownCommandError):
        return error.format_message()
    if isinstance(error, click.NoSuchOption):
        near = f" Mente du {' eller '.join(error.possibilities)}?" if error.possibilities else ""
        return f"{error.option_name} kan ikke bruges her.{near}"
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return f"Her mangler {error.param.make_metavar(click.Context(click.Command(''))).rstrip('.')}."
    if isinstance(error, click.BadOptionUsage):
        return f"{error.option_name} mangler sin værdi."
    said = error.format_message()
    if found := _TOO_MUCH.match(said):
        return f"Her er for meget: {found[1]}"
    return "Her mangler en kommando." if said == "Missing command." else f"Kommandoen kan ikke læses: {said}"
