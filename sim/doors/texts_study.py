"""The words of ``vendepunkt study``."""

from __future__ import annotations

from collections.abc import Sequence

from sim.doors.command import About
from sim.errors import Text

LINE = Text("Studier: mange kørsler over en plan.", "Studies: many runs over a design.")
MORE = Text(
    "En studiefil siger, hvilke scenarier der køres, hvad der varieres (politiske valg, usikre tal, strukturvalg), "
    "efter hvilken plan (grid, lhs, morris, sobol, file), med hvor mange frø, og hvad der gemmes. Kørslerne kan "
    "afbrydes når som helst og tages op igen. Se docs/studies.md.",
    "A study file says which scenarios are run, what is varied (levers, uncertain numbers, structure), by which design "
    "(grid, lhs, morris, sobol, file), with how many seeds, and what is kept. Runs can be interrupted at any time and "
    "taken up again. See docs/studies.md.",
)
EXAMPLES = ("vendepunkt study check studies/levers.toml", "vendepunkt study run studies/levers.toml",
             "vendepunkt study resume results/studies/levers", "vendepunkt study analyse results/studies/levers")
CLUSTER = Text("Dask-klynge i stedet for denne maskines processer: tcp://… eller local.",
                "A Dask cluster instead of this machine's processes: tcp://… or local.")
FAILED = Text("Kør også de kørsler igen, der fejlede.", "Run those again, too, that failed.")
ABOUTS = {
    "check": About(
        "check", Text("Tjek en studiefil, og se hvor mange kørsler den giver.", "Check a study file; see how many runs it is."),
        Text("Kører intet.", "Runs nothing."), EXAMPLES[:1]),
    "run": About(
        "run", Text("Kør et studie.", "Run a study."),
        Text("Skriver hver kørsel til disken, så snart den er færdig. Afbrydes det, fortsætter samme kommando (eller "
             "resume), hvor det slap. En kørsel, der fejler, noteres, og studiet går videre.",
             "Writes every run to the disk as soon as it is done. When interrupted, the same command (or resume) goes on "
             "where it stopped. A run that fails is noted, and the study goes on."),
        ("vendepunkt study run studies/levers.toml", "vendepunkt study run studies/levers.toml --cluster tcp://10.0.0.5:8786")),
    "status": About(
        "status", Text("Se hvor langt et studie er.", "See how far a study is."),
        Text("Kan bruges, mens det kører.", "Can be used while it runs."), ("vendepunkt study status results/studies/levers",)),
    "resume": About(
        "resume", Text("Fortsæt et studie, der blev afbrudt.", "Go on with a study that was interrupted."),
        Text("Bruger kun studiemappen; studiefilen behøver ikke være der. Intet køres to gange.",
             "Uses the study folder only; the study file need not be there. Nothing is run twice."),
        ("vendepunkt study resume results/studies/levers", "vendepunkt study resume results/studies/levers --failed")),
    "analyse": About(
        "analyse", Text("Opgør et studie.", "Analyse a study."),
        Text("Skriver tabeller i mappen analysis. Kan også bruges på et studie, der ikke er færdigt.",
             "Writes tables into the folder analysis. Works on an unfinished study too."),
        ("vendepunkt study analyse results/studies/levers",)),
}


def unknown(word: str, near: Sequence[str]) -> Text:
    """A word that is no command of studies."""
    guess = Text(f" Mente du {near[0]}?", f" Did you mean {near[0]}?") if near else Text("", "")
    return Text(f"study {word!r} er ikke en kommando.{guess.da}", f"study {word!r} is not a command.{guess.en}")
