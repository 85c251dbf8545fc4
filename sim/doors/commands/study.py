"""``vendepunkt study``: check, run, follow, resume and analyse a study of many runs."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from sim.doors import options
from sim.doors.command import WIDTH, Command, with_words, write_options, write_paragraphs
from sim.doors.failures import UnknownCommandError
from sim.doors.texts_study import ABOUTS, CLUSTER, EXAMPLES, FAILED, LINE, MORE, unknown
from sim.errors import Text
from sim.vocabulary import Language


def command(language: Language) -> click.Command:
    """Return the group with its commands."""
    return StudyCommands(language)


class StudyCommands(click.Group):
    """The commands of studies."""

    def __init__(self, language: Language) -> None:
        super().__init__(
            "study", params=[options.lang(language)], callback=lambda lang: None,  # noqa: ARG005
            short_help=LINE.label(language), context_settings={"max_content_width": WIDTH}, no_args_is_help=True,
        )
        self._language = language
        for made in (_check, _run, _status, _resume, _analyse):
            self.add_command(made(language))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every command, in the order a user meets them."""
        return list(ABOUTS)

    def resolve_command(
        self, ctx: click.Context, args: list[str],
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        if args and args[0] not in ABOUTS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], ABOUTS, 1)
            raise UnknownCommandError(unknown(args[0], near).label(self._language), ctx)
        return super().resolve_command(ctx, args)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help`` with its explanation in the right language."""
        return with_words(super().get_help_option(ctx), self._language)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what it is, the commands, examples and choices."""
        write_paragraphs(formatter, LINE.label(self._language), MORE.label(self._language))
        with formatter.section(Text("Kommandoer", "Commands").label(self._language)):
            formatter.write_dl([(name, about.line.label(self._language)) for name, about in ABOUTS.items()])
        with formatter.section(Text("Eksempler", "Examples").label(self._language)):
            for example in EXAMPLES:
                formatter.write(f"{'':{formatter.current_indent}}{example}\n")
        write_options(self, ctx, formatter, self._language)


def _check(language: Language) -> click.Command:
    return Command(ABOUTS["check"], language, check, (
        options.file("file", "FILE"), options.jobs(language), options.lang(language)))


def _run(language: Language) -> click.Command:
    return Command(ABOUTS["run"], language, run, (
        options.file("file", "FILE"), options.out(language, "results/studies/…"), options.jobs(language),
        _cluster(language), options.lang(language)))


def _status(language: Language) -> click.Command:
    return Command(ABOUTS["status"], language, status, (options.file("folder", "FOLDER"), options.lang(language)))


def _resume(language: Language) -> click.Command:
    failed = click.Option(["--failed"], is_flag=True, help=FAILED.label(language))
    return Command(ABOUTS["resume"], language, resume, (
        options.file("folder", "FOLDER"), options.jobs(language), _cluster(language), failed, options.lang(language)))


def _analyse(language: Language) -> click.Command:
    return Command(ABOUTS["analyse"], language, analyse, (options.file("folder", "FOLDER"), options.lang(language)))


def _cluster(language: Language) -> click.Option:
    return click.Option(["--cluster"], metavar="ADDRESS", help=CLUSTER.label(language))


def check(file: Path, jobs: int, lang: Language) -> None:
    """Say what the study would run."""
    from sim.doors.studying import described
    from sim.studies.reading import load_study

    click.echo("\n".join(described(load_study(file), jobs, lang)))


def run(file: Path, out: Path, jobs: int, cluster: str | None, lang: Language) -> None:
    """Run a study."""
    from sim.studies.reading import load_study

    study = load_study(file)  # mistakes are told before anything else is read

    from sim.doors.studying import place_of, play
    from sim.studies.folder import StudyFolder

    folder = StudyFolder.begun(place_of(out, study.name), study)
    play(folder, jobs, cluster, lang)


def status(folder: Path, lang: Language) -> None:
    """Say how far a study is."""
    from sim.doors.studying import opened, standing

    click.echo("\n".join(standing(opened(folder), lang)))


def resume(folder: Path, jobs: int, cluster: str | None, failed: bool, lang: Language) -> None:  # noqa: FBT001 - a flag
    """Go on with a study."""
    from sim.doors.studying import opened, play, play_failed

    if failed:
        play_failed(opened(folder), jobs, cluster, lang)
    else:
        play(opened(folder), jobs, cluster, lang)


def analyse(folder: Path, lang: Language) -> None:
    """Make every analysis that fits the study."""
    from sim.doors.studying import analysed, opened

    click.echo("\n".join(analysed(opened(folder), lang)))
