"""What the page of a replay says."""

from __future__ import annotations

from sim.errors import Text
from sim.views.wording import Wording

REPLAY: Wording = {
    "replay.kicker": Text("Genspilning af en fortælling · vendepunkt", "Replay of a case told · vendepunkt"),
    "replay.notice.title": Text("Læs dette først", "Read this first"),
    "replay.notice": Text(
        "Personen er fra en kilde og er her en simuleret person med de træk, kilden fortæller; resten er trukket. "
        "Kun det, der kommer udefra, er skrevet på forhånd. Hvad sagsbehandlere, virksomheder og personen svarer, "
        "hvilke faser det fører til, og om nogen bliver ansat, afgør modellen. Det er ikke en forudsigelse om "
        "nogen.",
        "The person is from a source and is here a simulated person with the traits the source tells; the rest is drawn. Only "
        "what comes from outside is written beforehand. What caseworkers, workplaces and the person answer, which phase comes "
        "of it, and whether anybody is hired, is the model's. It is no prediction about anyone."),
    "replay.notice.untuned": Text(
        "Ingen indstilling er tilpasset disse fortællinger.",
        "No setting was tuned on these cases."),
    "replay.script": Text("Det, der kommer udefra", "What comes from outside"),
    "replay.script.lead": Text(
        "Begivenheder uden dato i kilden får en ny uge i hver fremtid, inden for de uger, der er nævnt.",
        "Events without a date in the source get another week in each future, within the weeks given."),
    "replay.weeks": Text("uge {first}-{last}", "weeks {first}-{last}"),
    "replay.week": Text("uge {first}", "week {first}"),
    "replay.around": Text("omkring uge {first}", "about week {first}"),
    "replay.only_told": Text("Fortalt i kilden, men aldrig skrevet ind i forløbet", "Told by the source, but never written into the course"),
    "replay.futures": Text("Teksten og {futures} fremtider", "The text and {futures} futures"),
    "replay.futures.lead": Text(
        "Øverst de faser, to læsninger fandt i teksten, før noget var spillet. Under dem, hvordan {futures} "
        "fremtider fordeler sig på faser uge for uge. Nederst én mulig tvilling: den fremtid, der ligner de andre "
        "mest; trekanter er vendepunkter op og ned.",
        "At the top the phases the text was read as, twice, before anything was played. Below them, how {futures} futures are "
        "spread over the phases week by week. Then one possible twin: the future most like the others; triangles are turning points up and down."),
    "replay.finding": Text(
        "{share} af ugerne er i samme fase som i teksten; {ends} af fremtiderne ender i arbejde.",
        "{share} of the weeks are in the same phase as in the text; {ends} of the futures end in work."),
    "replay.describe": Text(
        "Striber af faser, kodet fra teksten, over en stak, der viser fremtidernes fordeling på faser uge for uge.",
        "Strips of phases coded from the text above a stack that shows how the futures are spread over phases week by week."),
    "replay.figure.source": Text(
        "Simuleret i en by med 300 borgere efter reglerne 2016-2019. Kilde til fortællingen: {source}.",
        "Simulated in a town of 300 citizens under the rules of 2016-2019. Source of the case: {source}."),
    "replay.row.first": Text("Tekst, 1. læsning", "Text, first reading"),
    "replay.row.second": Text("Tekst, 2. læsning", "Text, second reading"),
    "replay.row.fan": Text("{futures} fremtider", "{futures} futures"),
    "replay.row.twin": Text("Én mulig tvilling", "One possible twin"),
    "replay.row.counter": Text("Modfortælling", "Counter-case"),
    "replay.axis": Text("år fra begyndelsen", "years from the beginning"),
    "replay.agreement": Text("Hvor godt rammer modellen?", "How well does the model do?"),
    "replay.agreement.lead": Text(
        "Andelen af uger, hvor modellens fase er tekstens, som gennemsnit over fremtider og de to læsninger. "
        "Manuskriptet (rækken af begivenheder udefra) betyder kun noget, hvis det rammer bedre end de samme "
        "begivenheder i en anden rækkefølge og bedre end begivenhederne fra en anden fortælling.",
        "The share of weeks in which the model's phase is the text's, averaged over futures and both readings. A script has only "
        "done something if it does better than the same events in another order and another case's events."),
    "replay.column.script": Text("Manuskript", "Script"),
    "replay.column.share": Text("Uger i samme fase", "Weeks in the same phase"),
    "replay.column.ahead": Text("Det fortalte rammer bedre med", "The told one is ahead by"),
    "replay.column.p": Text("p", "p"),
    "replay.arm.told": Text("Som fortalt", "As told"),
    "replay.arm.without": Text("Ingen begivenheder", "No events"),
    "replay.arm.shuffled": Text("Samme begivenheder, anden rækkefølge", "The same events in another order"),
    "replay.arm.other": Text("Begivenheder fra en anden fortælling", "Another case's events"),
    "replay.arm.constant": Text("Bedste gæt på én fase hele vejen", "Best guess of one phase throughout"),
    "replay.ahead": Text("{mean} ({low}\N{NO-BREAK SPACE}til\N{NO-BREAK SPACE}{high})", "{mean} ({low}\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}{high})"),
    "replay.readings": Text(
        "Læsningerne er enige om {between} af ugerne (kappa {kappa}); holdt op mod hver af dem rammer modellen "
        "{first} og {second}. De to læsere kendte de samme begivenheder, så enighed om, hvornår noget begynder, er "
        "delvis givet.",
        "The readings agree on {between} of the weeks (kappa {kappa}); against each the model reaches {first} and {second}. "
        "The two readers knew the same events, so agreement on when something begins is partly given."),
    "replay.acted": Text(
        "{acted} af begivenhederne kunne finde sted; resten kom, mens personen var optaget, ude af systemet eller "
        "i arbejde.",
        "{acted} of the events found something to act on; the rest came where the person was busy, gone or in work."),
    "replay.verdict.better": Text(
        "Manuskriptet gør en forskel her: det rammer bedre end begge sammenligninger.",
        "The script makes a difference here: it does better than both comparisons."),
    "replay.verdict.order": Text(
        "Begivenhederne passer bedre end dem fra en anden fortælling, men deres rækkefølge gør ingen sikker forskel.",
        "The events fit better than another case's, but their order makes no sure difference."),
    "replay.verdict.sequence": Text(
        "Rækkefølgen betyder noget, men begivenhederne fra en anden fortælling rammer omtrent lige så godt.",
        "The order matters, but another case's events do about as well."),
    "replay.verdict.miss": Text(
        "Modellen rammer ikke: det fortalte manuskript er ikke sikkert bedre end sammenligningerne.",
        "The model misses: the script as told is not surely better than the comparisons."),
    "replay.text_work": Text(
        "Kilderne har valgt folk, der kom i arbejde eller blev fulgt tæt; modellens fremtider er ikke valgt. At få "
        "ender i arbejde, er derfor ikke i sig selv en fejl.",
        "The sources chose people who got a job or were followed closely; the model's futures are not chosen. That few end in "
        "work is therefore not a fault in itself."),
    "replay.counter": Text("Modfortælling", "Counter-case"),
    "replay.counter.lead": Text(
        "{words} De samme {futures} fremtider med de samme tilfældigheder. Det er modellens forudsigelse, ikke "
        "noget, kilden ved.",
        "{words} The same {futures} futures, with the same luck. This is a prediction, not something the source knows."),
    "replay.counter.work": Text(
        "{told} af fremtiderne ender i arbejde som fortalt, {counter} i modfortællingen: forskel {mean} procentpoint (95 %: {low} til {high}).",
        "{told} of the futures end in work as told, {counter} in the counter-case: difference {mean} percentage points (95 %: {low} to {high})."),
    "replay.counter.alike": Text(
        "{told} af fremtiderne ender i arbejde i begge udgaver; i ingen af dem gør det nogen forskel.",
        "{told} of the futures end in work either way; in none of them does it make a difference to that."),
    "replay.twin": Text("Én mulig tvilling", "One possible twin"),
    "replay.twin.lead": Text(
        "Den mest typiske af fremtiderne, fortalt af modellen. Den er ikke valgt, fordi den ligner teksten.",
        "The most typical of the futures, told by the model. It was not chosen for being like the text."),
    "replay.questions": Text("Til samtalen", "For discussion"),
    "replay.facts": Text("Hvor det står", "Where it stands"),
    "replay.facts.lead": Text(
        "Træk og omgivelser, der er taget fra kilden, med linjenumre. Gættene er vores egne og nødvendige, for at "
        "personen kan leve i modellen.",
        "Traits and surroundings taken from the source, with lines; guesses are ours, so that the person can live in the model."),
    "replay.guess": Text("Vores gæt", "Our guess"),
    "replay.made": Text("Lavet med vendepunkt {version}: {command}", "Made with vendepunkt {version}: {command}"),
}
