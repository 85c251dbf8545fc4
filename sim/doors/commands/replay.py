"""``vendepunkt replay``: a case told by its source, played in many futures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.doors.failures import say as note
from sim.errors import Text
from sim.vocabulary import Language

if TYPE_CHECKING:
    from sim.cases.case import Case
    from sim.studies.replay_score import Score
    from sim.views.replayed import Replayed

ALL = "all"
ABOUT = About(
    "replay",
    Text("Genspil en fortælling i mange fremtider.", "Replay a case that was told, in many futures."),
    Text(
        "Tager en person, de nære og det, der kom udefra, fra en case-fil og overlader resten til modellen: svar, "
        "faser og ansættelser. Fortæller én mulig tvilling, tegner fremtidernes vifte og sammenligner faserne med "
        "dem, der blev læst ud af teksten. all spiller alle fortællinger og viser dem i én tabel.\n\nDet er ikke "
        "en forudsigelse om nogen.",
        "Takes a person, those around and what came from outside from a case file, and leaves the rest to the model: "
        "responses, phases and hires. Tells one possible twin, draws the fan of futures and compares the phases with "
        "those the text was read as. all plays every case and shows them in one table.\n\n"
        "It is no prediction about anyone.",
    ),
    ("vendepunkt replay henning --counter", "vendepunkt replay cases/maria.toml --futures 20",
     "vendepunkt replay all --counter"),
)
_FUTURES = Text("Antal fremtider. Standard: 50.", "Number of futures. Default: 50.")
_COUNTER = Text("Spil også modfortællingen.", "Play the counter-case too.")
_CASE = "CASE"
MOST_FUTURES = 50
_WIDTH = 88


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(ABOUT, language, replay, (
        click.Argument(["case"], metavar=_CASE),
        click.Option(["--futures"], type=options.Whole(2, MOST_FUTURES), default=MOST_FUTURES, metavar="N",
                     help=_FUTURES.label(language)),
        click.Option(["--counter"], is_flag=True, help=_COUNTER.label(language)),
        options.out(language, "results/replays"),
        options.lang(language),
    ))


def replay(case: str, futures: int, counter: bool, out: Path, lang: Language) -> None:  # noqa: FBT001 - click's form
    """Replay one case, or all."""
    from sim.cases.reading import FOLDER, all_cases, case_names, find_case
    from sim.doors.writable import see_writable

    if case == ALL:
        chosen = all_cases()
        see_writable(out)
        _table(chosen, futures, out, lang, counter=counter)
        return
    one = find_case(case)
    folder = Path(case).parent if case.endswith(".toml") else FOLDER
    others = [find_case(str(folder / f"{name}.toml")) for name in case_names(folder) if name != one.name]
    see_writable(out)
    replayed, scored = _play(one, futures, others, counter=counter)
    _write(replayed, out / f"{one.name}.html", lang)
    _tell(replayed, scored, out, lang)


def _play(case: Case, futures: int, others: Sequence[Case], *, counter: bool) -> tuple[Replayed, Score]:
    from sim.doors.replaying import played

    return played(case, futures, others, counter=counter)


def _write(replayed: Replayed, page: Path, lang: Language) -> None:
    from sim.views.replay_page import write_replay

    write_replay(replayed, page, lang)


def _tell(replayed: Replayed, scored: Score, out: Path, lang: Language) -> None:
    from sim.doors.tables import laid_out
    from sim.views.replay_page import page_of
    from sim.views.story import as_text

    page = page_of(replayed, lang)
    rows = [(page.words["column_script"], page.words["column_share"], page.words["column_ahead"], "p"),
            *((line.name, line.share, line.ahead, line.p) for line in page.scores)]
    where = out / f"{scored.case}.html"
    notes = [line for words in (*page.notes, *page.counter) for line in wrap(words, _WIDTH)]
    lines = [page.title, "", *wrap(page.story, _WIDTH), "", as_text(page.life), page.verdict, "", *laid_out(rows), "",
             *notes, "", Text(f"Side: {where}", f"Page: {where}").label(lang)]
    click.echo("\n".join(lines))


def _table(cases: Sequence[Case], futures: int, out: Path, lang: Language, *, counter: bool) -> None:
    from sim.doors.tables import laid_out
    from sim.views.figures_replay import percent
    from sim.views.numbers import number

    heads = _HEADS if counter else _HEADS[:-1]
    rows = [tuple(head.label(lang) for head in heads)]
    for place, case in enumerate(cases):
        note(f"{case.name} …")
        others = [*cases[place + 1 :], *cases[:place]]
        replayed, scored = _play(case, futures, others, counter=counter)
        _write(replayed, out / f"{case.name}.html", lang)
        cells = [case.name, percent(scored.told, lang)]
        for name in ("without", "shuffled", "other"):
            one = scored.against[name]
            cells.append(f"{percent(one.baseline, lang)} (p {number(one.p, 3, lang)})")
        cells += [percent(scored.constant, lang), number(scored.kappa, 2, lang), percent(scored.in_work["told"], lang)]
        rows.append(tuple([*cells, percent(scored.in_work["counter"], lang)] if counter else cells))
    click.echo("\n".join(laid_out(rows)))
    click.echo(Text(f"Sider: {out}/*.html", f"Pages: {out}/*.html").label(lang))


_HEADS = (
    Text("fortælling", "case"), Text("som fortalt", "as told"), Text("uden begivenheder", "no events"),
    Text("anden rækkefølge", "another order"), Text("en anden fortællings", "another case's"),
    Text("én fase", "one phase"),
    Text("kappa", "kappa"), Text("i arbejde", "in work"), Text("i arbejde, modfortælling", "in work, counter-case"),
)
