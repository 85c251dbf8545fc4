"""Words for the cases as guided stories."""

from __future__ import annotations

from sim.errors import Text

CASES: dict[str, Text] = {
    "case.none": Text("Her er ingen fortællinger: mappen cases mangler.", "There are no cases here: the folder cases is missing."),
    "case.step.story": Text("1. Fortællingen", "1. The story"),
    "case.step.life": Text("2. Livslinjen", "2. The life line"),
    "case.step.counter": Text("3. Hvis nu …", "3. What if …"),
    "case.step.talk": Text("4. Tal sammen", "4. Talk"),
    "case.next.life": Text("Vis livslinjen ▶", "Show the life line ▶"),
    "case.next.counter": Text("Hvad tror I, der sker uden? Vis det ▶", "What do you expect without it? Show it ▶"),
    "case.next.talk": Text("Spørgsmål ▶", "Questions ▶"),
    "case.outside": Text("Det, der kommer udefra", "What comes from outside"),
    "case.life": Text("I modellen, som fortalt", "In the model, as told"),
    "case.counter": Text("I modellen, hvis nu", "In the model, what if"),
    "case.only": Text("Kun hændelserne udefra er givet. Svar, faser og job er modellens egne; de følger ikke altid fortællingen. Linjen er det mest typiske af flere mulige liv.",
                      "Only the outside events are given. Answers, phases and jobs are the model's own; they do not always follow the story. The line is the most typical of several possible lives."),
    "case.words": Text("Livet i ord", "The life in words"),
    "case.if": Text("Hvis nu: {what}", "What if: {what}"),
    "case.fan": Text(
        "Hvor er personen i {futures} mulige liv? Tallene er i procent.",
        "Where is the person in {futures} possible lives? Numbers are per cent."),
    "case.questions": Text("Tal sammen", "Talk together"),
    "case.source": Text("Genfortalt med egne ord efter kilde {source}. Beløb, uger og tal er gæt, hvor kilden ikke nævner dem.",
                        "Retold in our own words after source {source}. Amounts, weeks and numbers are guesses where the text does not tell them."),
}
