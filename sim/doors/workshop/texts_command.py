"""Words of ``vendepunkt workshop`` on the terminal."""

from __future__ import annotations

from sim.doors.command import About
from sim.errors import Text

ABOUT = About(
    "workshop",
    Text("Vis modellen i browseren for en gruppe.", "Show the model in the browser to a group."),
    Text(
        "Åbner en side i browseren, hvor mennesker bevæger sig mellem faserne uge for uge, og hvor en gruppe kan "
        "flytte på fem skydere, gætte før kørslen, følge et liv, gribe ind og spille sagsbehandler. Den rigtige "
        "model regner bag siden, på denne computer og uden net. Stop med Ctrl-C.\n\nvendepunkt workshop export "
        "FIL.html gemmer i stedet det hele i én fil med kørsler for alle skydernes stillinger. Filen åbnes med et "
        "dobbeltklik og kan bruges uden vendepunkt.\n\nMed FIL.toml bruges egne scenarier: det første er "
        "udgangspunktet, de andre kan vælges på siden.",
        "Opens a page in the browser where people move among the phases week by week, where a group can turn five "
        "knobs, guess before running, follow a life, intervene, and play caseworker. The real model is behind the page, "
        "on this machine and without a network. Stop with Ctrl-C.\n\n"
        "vendepunkt workshop export FILE.html instead keeps everything in one file, with runs for every position of the "
        "knobs. It opens with a double click and needs no vendepunkt.\n\n"
        "With FILE.toml your own scenarios are used: the first is the base run, the others can be chosen on the page.",
    ),
    ("vendepunkt workshop", "vendepunkt workshop export workshop.html",
     "vendepunkt workshop scenarios/baseline.toml my-town.toml --people 400"),
)
PEOPLE = Text("Antal mennesker i byen.", "People in the town.")
TOWNS = Text("Byer side om side bag tallene; den første vises.", "Towns side by side behind the numbers; the first is shown.")
WEEKS = Text("Antal uger.", "Number of weeks.")
PORT = Text("Porten på denne computer.", "The port on this machine.")
HOST = Text(
    "Adressen, der svares på. Standard: kun denne computer.",
    "The address to answer on. Default: this machine only.")
ON = Text("Workshoppen er åben på {address}  (stop med Ctrl-C)", "The workshop is open at {address}  (stop with Ctrl-C)")
OPEN = Text(
    "Andre på nettet kan nå siden. Den har ingen adgangskode.", "Others on the network can reach the page. It has no password.")


RECORDING = Text("{runs} kørsler optages. Det tager omkring ti minutter.", "{runs} runs are recorded. It takes about ten minutes.")
SO_FAR = Text("{done} af {of}", "{done} of {of}")
WRITTEN = Text("Workshoppen ligger i {file} ({size} MB). Åbn den med et dobbeltklik.",
                "The workshop is in {file} ({size} MB). Open it with a double click.")
NO_FILE = Text("skal have navnet på en fil, der ender på .html", "needs the name of a file that ends in .html")
NOT_WRITTEN = Text("Intet er skrevet.", "Nothing was written.")
