"""The baseline file: every setting of the catalogue with its comments, and what the baseline is about."""

from __future__ import annotations

from sim.errors import Text
from sim.scenario.settings import Settings
from sim.scenario.writing import starter

TITLE = Text("Som i dag: reglerne 2016-2019", "As it is: the rules of 2016-2019")
QUESTION = Text(
    "Hvordan går det aktivitetsparate borgere og borgere i ressourceforløb, når alt fortsætter som i årene 2016-2019?",
    "How do activity-ready citizens and citizens on resource courses fare if everything stays as in 2016-2019?",
)
NOT_MODELLED = (
    Text("Konjunkturernes virkning på lønninger og priser.", "The business cycle's effect on wages and prices."),
    Text("Forsikrede ledige, sygedagpengemodtagere og folk i ordinært job; de konkurrerer ikke om pladserne.",
         "Insured unemployed, people on sickness benefit and people in ordinary jobs; they do not compete for places."),
    Text("At virksomheder og borgere flytter mellem kommuner som svar på kommunens politik.",
         "Firms and citizens moving between municipalities in answer to municipal policy."),
    Text("Politiske og organisatoriske omkostninger ved selve omstillingen.",
         "Political and organisational costs of the change itself."),
    Text("Enkeltpersoner: modellen siger noget om grupper og må aldrig bruges til at vurdere et menneske.",
         "Individuals: the model speaks of groups and must never be used to judge a person."),
)


def baseline_toml() -> str:
    """Return the text of ``scenarios/baseline.toml``; reading it gives exactly the catalogue's values."""
    return starter(Settings, TITLE, QUESTION, NOT_MODELLED)
