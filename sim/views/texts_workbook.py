"""What the sheets of the workbook hold, told on its first sheet."""

from __future__ import annotations

from sim.errors import Text
from sim.views.wording import Wording

WORKBOOK: Wording = {
    "workbook.sheet.guide": Text("Læs først", "Read first"),
    "column.sheet": Text("Ark", "Sheet"),
    "column.holds": Text("Indhold", "What it holds"),
    "workbook.guide": Text("Rapportens tal", "The numbers of the brief"),
    "workbook.guide.whole": Text(
        "De samme tal står i rapporten (brief.html) og som CSV. Borgerne er simulerede, og intet tal er en forudsigelse.",
        "The same numbers stand in the brief (brief.html) and as CSV. The citizens are simulated, and no number is a forecast."),
    "workbook.guide.units": Text(
        "Andele går fra 0 til 1. Beløb er kroner i 2016-priser. Et tomt felt: kan ikke opgøres, eller for få borgere.",
        "Shares go from 0 to 1. Amounts are kroner in 2016 prices. An empty cell: cannot be told, or too few citizens."),
    "workbook.guide.bands": Text(
        "Viden: hvad vi ikke ved. Præcision: hvor godt gennemsnittet er beregnet. Fra gang til gang: hvad én kommune kan opleve.",
        "Knowledge: what we do not know. Precision: how well the average is computed. Run to run: what one municipality might see."),
    "workbook.guide.about": Text(
        "Scenarierne: titel, regelsæt, antal kørsler, uger og borgere.", "The scenarios: title, rules, runs, weeks and citizens."),
    "workbook.guide.differences": Text(
        "Hvert mål og hver gruppe: udgangspunkt, alternativ, forskel og dens bånd.",
        "Every measure and group: baseline, alternative, difference and its bands."),
    "workbook.guide.changes": Text(
        "De indstillinger, hvert alternativ ændrer.", "The settings that each alternative changes."),
    "workbook.guide.phases": Text(
        "Borgere i hver fase over tid, i gennemsnit.", "Citizens in each phase over time, on average."),
    "workbook.guide.flows": Text("Skift mellem faser.", "Moves between phases."),
    "workbook.guide.turning": Text(
        "Mulige og virkelige vendepunkter, slags for slags.", "Possible and real turning points, kind by kind."),
    "workbook.guide.placebo": Text(
        "Vender fasen oftere efter hændelsen end i lignende uger uden den?",
        "Does the phase turn more often after the event than in similar weeks without it?"),
    "workbook.guide.accounts": Text(
        "Hvad hver betaler har betalt år for år, i gennemsnit.", "What each payer paid year by year, on average."),
    "workbook.guide.welfare": Text(
        "Hvad samfundet vinder og bruger, som nutidsværdi.", "What society gains and uses, as present value."),
    "workbook.guide.measures": Text(
        "Alle mål for hele byen, gennemkørsel for gennemkørsel; CSV-filen har også grupperne.",
        "All measures of the whole town, run by run; the CSV file has the groups too."),
    "workbook.guide.assumptions": Text(
        "Alle indstillinger med evidensgrad og kilde.", "Every setting with its evidence grade and source."),
}
