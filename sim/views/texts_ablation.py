"""Sentences of the page about what each mechanism carries."""

from __future__ import annotations

from sim.errors import Text
from sim.views.wording import Wording

ABLATION: Wording = {
    "ablation.kicker": Text("Hvad hver mekanisme bærer", "What each mechanism carries"),
    "ablation.title": Text("{name} uden én mekanisme ad gangen", "{name} without one mechanism at a time"),
    "ablation.standfirst": Text(
        "{mechanisms} mekanismer er slukket, én ad gangen, fra indkøringens første uge. Alt andet er ens, også "
        "tilfældighederne: {seeds} frø er kørt i hver verden, og forskellene er parret frø for frø.",
        "{mechanisms} mechanisms are switched off, one at a time, from the first week of the town's past. All else is the "
        "same, luck too: {seeds} seeds were run in each world, and the differences are paired seed by seed."),
    "ablation.notice.model": Text(
        "Det siger, hvad der bærer modellens svar, ikke hvad der virker i virkeligheden. En mekanisme, der ikke rykker noget "
        "her, kan godt være sand; en, der rykker meget, bør have god evidens bag sig.",
        "This tells what carries the model's answers, not what works in reality. A mechanism that moves nothing here may well "
        "be true; one that moves much ought to have good evidence behind it."),
    "ablation.notice.add": Text(
        "Tallene kan ikke lægges sammen: to mekanismer kan gøre hinandens arbejde, eller kun virke sammen.",
        "The numbers cannot be added up: two mechanisms may do each other's work, or work only together."),
    "ablation.figure": Text("Forskellen uden mekanismen", "The difference without the mechanism"),
    "ablation.finding": Text(
        "Uden {clear} af de {mechanisms} mekanismer er andelen med varigt job målbart en anden",
        "Without {clear} of the {mechanisms} mechanisms the share with a lasting job is measurably different"),
    "ablation.finding.none": Text(
        "Ingen af de {mechanisms} mekanismer gør en målbar forskel for andelen med varigt job, når den slukkes",
        "None of the {mechanisms} mechanisms measurably changes the share with a lasting job when switched off"),
    "ablation.describe": Text(
        "En række pr. mekanisme, ordnet efter varigt job: forskellen uden den i tre mål, med 95 %-interval. "
        "Udfyldte mærker: intervallet går ikke over nul.",
        "A row per mechanism, in the order of lasting jobs: the difference without it in three measures, with a 95 per cent "
        "interval. Filled marks: the interval does not reach across zero."),
    "ablation.source": Text(
        "Kilde: vendepunkt {version}, {seeds} frø i hver verden, {citizens} simulerede borgere. Ét parametersæt.",
        "Source: vendepunkt {version}, {seeds} seeds in each world, {citizens} simulated citizens. One set of settings."),
    "ablation.words": Text("I ord", "In words"),
    "ablation.up": Text(
        "Uden {label} er {measure} {difference} højere ({low} til {high}).",
        "Without {label}, {measure} is {difference} higher ({low} to {high})."),
    "ablation.down": Text(
        "Uden {label} er {measure} {difference} lavere ({low} til {high}).",
        "Without {label}, {measure} is {difference} lower ({low} to {high})."),
    "ablation.unsure": Text(
        "I ingen af de tre mål kan forskellen skelnes fra nul uden: {names}.",
        "In none of the three measures can the difference be told from zero without: {names}."),
    "ablation.same": Text("Slet ingen forskel uden: {names}.", "No difference at all without: {names}."),
    "ablation.table": Text("Tallene", "The numbers"),
    "ablation.note.files": Text(
        "De samme tal ligger i ablation.csv ved siden af, og hver verden i sin egen mappe som en almindelig kørsel.",
        "The same numbers are in ablation.csv beside this page, and each world in a folder of its own as an ordinary run."),
}
