"""``vendepunkt workshop``: the page for trainers, live on this machine or exported as one file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sim.doors import options
from sim.doors.command import Command
from sim.doors.failures import say
from sim.doors.workshop import texts_command as texts
from sim.errors import RunError
from sim.vocabulary import Language

if TYPE_CHECKING:
    from sim.doors.workshop.studio import Studio

def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(texts.ABOUT, language, workshop, (
        click.Argument(["words"], nargs=-1, metavar="[export FILE.html] [SCENARIO.toml ...]"),
        click.Option(["--people"], type=options.Whole(20, 2000), default=300, help=texts.PEOPLE.label(language)),
        click.Option(["--towns"], type=options.Whole(1, 32), default=8, help=texts.TOWNS.label(language)),
        click.Option(["--weeks"], type=options.Whole(26, 520), default=156, help=texts.WEEKS.label(language)),
        click.Option(["--port"], type=options.Whole(0, 65535), default=8017, help=texts.PORT.label(language)),
        click.Option(["--host"], metavar="ADDRESS", default="127.0.0.1", help=texts.HOST.label(language)),
        options.jobs(language), options.lang(language),
    ))


def workshop(
    words: tuple[str, ...], people: int, towns: int, weeks: int, port: int, host: str, jobs: int, lang: Language,
) -> None:
    """Serve the page, or export it."""
    from sim.doors.workshop.studio import Size, studio_of

    exported = words[:1] == ("export",)
    size = Size(people, towns, weeks)
    files = tuple(Path(word) for word in words[2 if exported else 0 :])
    if exported:
        _export(words, studio_of(files, size), jobs, lang)
        return

    from sim.doors.workshop.serving import open_port, serve

    studio = studio_of(files, size)
    place = open_port(host, port)
    if not host.startswith("127.") and host not in ("localhost", "::1"):
        say(texts.OPEN.label(lang))

    def ready(address: str) -> None:
        click.echo(texts.ON.label(lang).format(address=address))

    try:
        serve(studio, place, ready, browse=sys.stdout.isatty())
    finally:
        place.close()


def _export(words: tuple[str, ...], studio: Studio, jobs: int, lang: Language) -> None:
    """Record every run and write the file; an earlier file at the place stays until the new one is whole.

    Raises:
        RunError: when no file is named, or one that browsers would not open as a page.
    """
    from sim.doors.workshop.export import exported_page, wanted_runs
    from sim.views.numbers import number
    from sim.views.saving import save_text

    if len(words) < 2 or Path(words[1]).suffix.lower() not in (".html", ".htm"):
        raise RunError.about(
            "vendepunkt workshop export", texts.NO_FILE, value=words[1] if len(words) > 1 else None,
            nothing_done=texts.NOT_WRITTEN)
    target = Path(words[1])
    if not target.exists():
        save_text(target, "")  # a place that cannot be written to is told now, not after some minutes
        target.unlink()
    wanted = wanted_runs(studio)
    say(texts.RECORDING.label(lang).format(runs=len(wanted)))

    def tell(done: int, of: int) -> None:
        if done % 10 == 0 or done == of:
            say(texts.SO_FAR.label(lang).format(done=done, of=of))

    page = exported_page(studio, wanted, jobs, tell)
    save_text(target, page)
    megabytes = number(len(page.encode()) / 1e6, 1, lang)
    click.echo(texts.WRITTEN.label(lang).format(file=target, size=megabytes))
