"""Sentences about money: payers, years, what kind of account it is."""

from __future__ import annotations

from sim.errors import Text
from sim.views.wording import Wording

MONEY: Wording = {
    "money.heading": Text("Penge: budgetøkonomi pr. betaler og år", "Money: budget economy by payer and year"),
    "money.lead": Text(
        "Budgetøkonomi: hvem der betaler hvad, i {prices}-priser. Samfundsøkonomien står for sig selv nedenfor. "
        "Plus er en merudgift og minus en besparelse i forhold til udgangspunktet.",
        "Budget economy: who pays what, in {prices} prices. The socio-economic account stands by itself below. Plus is an extra cost, "
        "minus a saving compared with the baseline."),
    "money.unit": Text("mio. kr.", "DKK million"),
    "money.year": Text("År {year}", "Year {year}"),
    "money.payer": Text("Betaler", "Payer"),
    "money.payer.municipality": Text("Kommunen", "Municipality"),
    "money.payer.region": Text("Regionen", "Region"),
    "money.payer.state": Text("Staten", "State"),
    "money.payer.citizen": Text("Borgernes indkomst efter skat", "Citizens' income after tax"),
    "money.payer.firm": Text("Virksomhederne", "Firms"),
    "money.payer.total": Text("Det offentlige i alt", "Public purse in total"),
    "money.total_period": Text("Hele perioden", "Whole period"),
    "money.running": Text("Kommunen, sum indtil da", "Municipality, sum so far"),
    "money.no_prices": Text("Der er ingen regnskaber til disse kørsler.", "There are no accounts for these runs."),
    "money.citizen_note": Text(
        "For borgerne betyder plus flere penge til rådighed. ≈ betyder: kan ikke skelnes fra nul.",
        "For citizens plus means more money at their disposal. ≈ means: cannot be told apart from zero."),
    "money.break_even.year": Text(
        "Kommunens merudgift er tjent hjem i år {year} (gennemsnit af gennemkørslerne).",
        "The municipality's extra cost is earned back in year {year} (average of the runs)."),
    "money.break_even.never": Text(
        "Kommunens merudgift er ikke tjent hjem inden for perioden på {years} år (gennemsnit af gennemkørslerne).",
        "The municipality's extra cost is not earned back within the period of {years} years (average of the runs)."),
    "money.break_even.saves": Text(
        "Kommunen har en samlet besparelse allerede fra første år (gennemsnit af gennemkørslerne).",
        "The municipality has a cumulated saving from the first year on (average of the runs)."),
    "money.break_even.none": Text(
        "Ændringen giver ingen forskel i kommunens udgifter.",
        "The change makes no difference to the municipality's costs."),
    "money.break_even.cannot_tell": Text(
        "Det kan ikke afgøres, om kommunens merudgift tjenes hjem inden for {years} år.",
        "Whether the municipality's extra cost is earned back within {years} years cannot be told."),
    "money.grades": Text(
        "{weak} af de {count} priser bag regnskabet er skøn (grad D eller E).",
        "{weak} of the {count} prices behind the account are judgements (grade D or E)."),
    "money.unknown.carried": Text(
        "Usikkerheden mellem parametersæt er regnet med; det, vi ikke ved om priserne, kommer oveni.",
        "Uncertainty between parameter sets is included; what we do not know of prices comes on top."),
    "money.unknown.single": Text(
        "Usikkerheden gælder kun beregningen af gennemsnittet; det, vi ikke ved om parametre og priser, kommer oveni.",
        "The uncertainty is that of the average only; what we do not know of parameters and prices comes on top."),
    "finding.cost.more": Text(
        "{payer} betaler {amount} mio. kr. mere over hele perioden (fra {low} til {high})",
        "{payer}: DKK {amount} million more over the whole period (from {low} to {high})"),
    "finding.cost.less": Text(
        "{payer} sparer {amount} mio. kr. over hele perioden (fra {low} til {high})",
        "{payer}: DKK {amount} million less over the whole period (from {low} to {high})"),
    "finding.cost.cannot_tell": Text(
        "Kommunens samlede udgift kan ikke skelnes fra udgangspunktet",
        "The municipality's total cost cannot be told apart from the baseline"),
    "workbook.sheet.about": Text("Om", "About"),
    "workbook.sheet.differences": Text("Forskelle", "Differences"),
    "workbook.sheet.measures": Text("Mål pr. gennemkørsel", "Measures per run"),
    "workbook.sheet.phases": Text("Faser over tid", "Phases over time"),
    "workbook.sheet.flows": Text("Veje", "Pathways"),
    "workbook.sheet.placebo": Text("Placebouger", "Placebo weeks"),
    "workbook.people.all": Text("alle", "everybody"),
    "workbook.people.no_job": Text("dem, der aldrig fik et job", "those who never got a job"),
    "workbook.sheet.turning": Text("Vendepunkter", "Turning points"),
    "workbook.sheet.accounts": Text("Budgetøkonomi", "Budget economy"),
    "workbook.sheet.changes": Text("Ændringer", "Changes"),
    "workbook.sheet.assumptions": Text("Antagelser", "Assumptions"),
}
