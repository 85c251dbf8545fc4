"""``vendepunkt attribute``: what turning points were worth, as a difference in chance between futures."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.doors.failures import say
from sim.errors import RunError, Text
from sim.vocabulary import Language, TurningPoint

if TYPE_CHECKING:
    import polars as pl

    from sim.doors.study import Kept
    from sim.studies.attribution.plan import Plan

ABOUT = About(
    "attribute",
    Text("Hvad var vendepunkterne værd? Kør fremtider med og uden.",
         "What were the turning points worth? Run futures with and without."),
    Text(
        "Trækker hændelser fra en færdig kørsel ved lod, ligeligt fra hver type og fase. Fra lige før hver af dem "
        "køres byen videre mange gange med hændelsen og lige så mange gange uden, med de samme tilfældigheder. "
        "Svaret er en forskel i chancen for et varigt job, med interval; borgerens egen gevinst og de andres tab "
        "står hver for sig.\n\nEfterlader en side (attribution.html) og tallene som CSV og parquet. Det tager tid: "
        "cirka et halvt minut pr. hændelse i en by på 2.000. Ctrl-C er trygt, og samme kommando fortsætter, hvor "
        "den slap.",
        "Draws events of a finished run by lot, evenly from each kind and phase. From just before each of them the "
        "town is run on many times with the event and as often without it, with the same luck. The answer is a "
        "difference in the chance of a lasting job, with its range; the citizen's own gain and the others' loss stand "
        "apart.\n\n"
        "Leaves a page (attribution.html) and the numbers as CSV and parquet. It takes time: about half a minute per "
        "event in a town of 2,000. Ctrl-C is safe, and the same command goes on where it stopped.",
    ),
    ("vendepunkt attribute results/baseline", "vendepunkt attribute results/baseline --events 120 --futures 100",
     "vendepunkt attribute results/baseline --kinds relation,caseworker_lost --events 20"),
)
_EVENTS = Text("Hændelser, der trækkes. Standard: 60.", "Events to draw. Default: 60.")
_FUTURES = Text("Fremtider i hver udgave, mindst 50. Standard: 50.", "Futures in each arm, at least 50. Default: 50.")
_AHEAD = Text("Uger, hver fremtid varer. Standard: 156.", "Weeks each future lasts. Default: 156.")
_SEED = Text("Frø for lodtrækning og fremtider. Standard: 1.", "Seed of the sample and the futures. Default: 1.")
_KINDS = Text("Kun disse typer (nøgler med komma imellem).", "Only these kinds (keys with commas in between).")
_LIVES = Text("Liv, der vises med deres fremtider. Standard: 3.", "Lives shown with their futures. Default: 3.")
_OUT = Text("Mappe til siden. Standard: attribution i kørslens mappe.",
            "Folder for the page. Default: attribution in the run's folder.")
_NOTHING = Text("Intet er kørt.", "Nothing was run.")
_PARTS = Text("dele", "parts")


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(ABOUT, language, attribute, (
        options.file("folder", "RUN"),
        click.Option(["--events"], type=options.Whole(1, 100_000), default=60, help=_EVENTS.label(language)),
        click.Option(["--futures"], type=options.Whole(50, 10_000), default=50, help=_FUTURES.label(language)),
        click.Option(["--weeks"], type=options.Whole(52, 1_000), default=156, help=_AHEAD.label(language)),
        click.Option(["--kinds"], metavar="KINDS", help=_KINDS.label(language)),
        click.Option(["--lives"], type=options.Whole(0, 20), default=3, help=_LIVES.label(language)),
        click.Option(["--seed"], type=options.Whole(0, 2**31 - 1), default=1, help=_SEED.label(language)),
        click.Option(["--out"], type=click.Path(path_type=Path), metavar="FOLDER", help=_OUT.label(language)),
        options.jobs(language), options.lang(language),
    ))


def attribute(  # noqa: PLR0913, PLR0917 - click hands over the choices of a command one by one
    folder: Path, events: int, futures: int, weeks: int, kinds: str | None, lives: int, seed: int, out: Path | None,
    jobs: int, lang: Language,
) -> None:
    """Play the futures, and write page and numbers."""
    from sim.doors.study import opened
    from sim.studies.attribution.plan import Plan
    from sim.studies.attribution.results import refuse_foreign
    from sim.views.attribution import Attributed, write_attribution

    run, place = opened(folder), out or folder / "attribution"
    refuse_foreign(place)
    _refuse_strange(run)
    drawn = _drawn(run, events, seed, kinds)
    plan = Plan(run.folder.manifest, drawn, futures, weeks, seed, _lives(drawn, lives, seed))
    played = _played(run, plan, place, jobs, lang)
    found = Attributed(run.folder.manifest, run.folder.tables(), drawn, played, plan.lives, weeks, seed)
    page = write_attribution(found, place, lang)
    click.echo(Text(f"Side: {page}\nTal: {place}/*.csv", f"Page: {page}\nNumbers: {place}/*.csv").label(lang))


def _refuse_strange(run: Kept) -> None:
    """See that this program alone can play the run on.

    Raises:
        RunError: when it was run with mechanisms from outside.
    """
    if run.folder.manifest.mechanisms:
        raise RunError.about(
            str(run.folder.path),
            Text("er kørt med mekanismer, der ikke hører til modellen",
                 "was run with mechanisms that are no part of the model"),
            Text("Kør scenariet uden dem.", "Run the scenario without them."),
            value=", ".join(run.folder.manifest.mechanisms), nothing_done=_NOTHING,
        )


def _drawn(run: Kept, events: int, seed: int, kinds: str | None) -> pl.DataFrame:
    """The sample of events.

    Raises:
        RunError: when a kind is unknown, or there is nothing to draw from.
    """
    from sim.outcomes.event_sample import sample

    wanted = tuple(TurningPoint) if kinds is None else _kinds(kinds)
    drawn = sample(run.folder.tables(), events, seed, wanted)
    if drawn.is_empty():
        raise RunError.about(
            str(run.folder.path), Text("har ingen sådanne hændelser", "has no such events"),
            Text("Vælg andre typer, eller kør scenariet med flere borgere eller uger.",
                 "Choose other kinds, or run the scenario with more citizens or weeks."), nothing_done=_NOTHING,
        )
    return drawn


def _kinds(text: str) -> tuple[TurningPoint, ...]:
    known, found = TurningPoint.keys(), []
    for word in (part.strip().lower() for part in text.split(",")):
        if word not in known:
            near = get_close_matches(word, known, 1)
            guess = Text(f"Mente du {near[0]}?", f"Did you mean {near[0]}?") if near else None
            raise RunError.about(
                "--kinds", Text("skal være en af", "must be one of"), guess, value=word,
                allowed=", ".join(known), nothing_done=_NOTHING,
            )
        found.append(TurningPoint.from_key(word))
    return tuple(dict.fromkeys(found))


def _lives(drawn: pl.DataFrame, count: int, seed: int) -> tuple[int, ...]:
    """Events whose lives are shown, by lot: one from each family before a second from any."""
    import polars as pl

    from sim.outcomes.event_sample import drawn_by_lot

    families = {kind.key: int(kind.family) for kind in TurningPoint}
    placed = drawn_by_lot(drawn, seed).with_columns(
        family=pl.col("kind").replace_strict(families, return_dtype=pl.Int32))
    turns = placed.with_columns(turn=pl.int_range(pl.len()).over("family")).sort("turn", "family")
    return tuple(turns["event"].head(count).to_list())


def _played(run: Kept, plan: Plan, place: Path, jobs: int, lang: Language) -> dict[str, pl.DataFrame]:
    from sim.doors.meter import meter
    from sim.studies.attribution.conduct import conduct
    from sim.studies.attribution.gathering import gathered
    from sim.studies.attribution.results import finished, write_results
    from sim.studies.attribution.store import Store

    before = finished(place, plan)
    if before is not None:
        say(Text("Alt er regnet i forvejen; siden skrives igen.", "All was played before; the page is written again.")
            .label(lang))
        return dict(before)
    store = Store(place, plan)
    with meter(lang, _PARTS) as watch:
        conduct(plan, run.lived_by, store, jobs, watch)
    played = dict(gathered(plan, store))
    write_results(place, plan, played)
    store.drop()
    return played
