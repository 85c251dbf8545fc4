"""The words of studies, in Danish and English."""

from __future__ import annotations

from sim.errors import Text

NOTHING_RUN = Text("Intet er kørt.", "Nothing was run.")
NO_DASK = Text("kræver pakken distributed, som ikke er installeret", "needs the package distributed, which is not installed")
INSTALL = Text("Skriv make studies, eller pip install 'vendepunkt[studies]'.", "Type make studies, or pip install 'vendepunkt[studies]'.")
NO_WORKERS = Text("klyngen svarer, men har ingen arbejdere", "the cluster answers but has no workers")
START_WORKERS = Text("Start dem med dask worker, og prøv igen.", "Start them with dask worker and try again.")
NAME_CLUSTER = Text("Skriv adressen på en Dask-scheduler, for eksempel tcp://127.0.0.1:8786, eller local.",
                    "Give the address of a Dask scheduler, such as tcp://127.0.0.1:8786, or local.")
CLUSTER_GONE = Text("forbindelsen til klyngen er væk", "the connection to the cluster is gone")
RESUME = Text("Det, der er kørt, er gemt; vendepunkt study resume fortsætter.", "What was run is kept; vendepunkt study resume goes on.")
OTHER_SOURCE = Text("en arbejder på klyngen har en anden udgave af vendepunkt", "a worker of the cluster has another version of vendepunkt")
SAME_SOURCE = Text("Installer den samme udgave på alle maskiner.", "Install the same version on all machines.")
VANISHED = Text("processen, der spillede kørslen, forsvandt, også da den fik lov at være alene; måske slap hukommelsen op",
                "the process that played the run vanished, even when left to itself; perhaps memory ran out")
NO_SEEDS = Text("der er ingen frø at køre", "there are no seeds to run")


def no_cluster(said: str) -> Text:
    """Nobody answers at the address."""
    return Text(f"der svarer ingen klynge ({said})", f"no cluster answers ({said})")


def broke(said: str) -> Text:
    """An error nobody foresaw."""
    return Text(f"modellen fejlede: {said}", f"the model broke: {said}")
