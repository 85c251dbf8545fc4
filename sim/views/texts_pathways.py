"""Sentences of the page on pathways: week by week, person by person, type by type."""

from __future__ import annotations

from sim.errors import Text
from sim.views.wording import Wording

PATHWAYS: Wording = {
    "pathways.kicker": Text("vendepunkt · forløb uge for uge", "vendepunkt · pathways week by week"),
    "pathways.heading": Text("Forløb: {layer}", "Pathways: {layer}"),
    "pathways.heading.two": Text("Forløb: {layer}, {other} mod {base}", "Pathways: {layer}, {other} against {base}"),
    "pathways.layer.phase": Text("faser", "phases"),
    "pathways.layer.standing": Text("situationer", "standings"),
    "pathways.layer.benefit": Text("ydelser", "benefits"),
    "pathways.lead": Text(
        "{people} simulerede borgere i {seeds} gennemkørsler, {weeks} uger. Alle er opdigtede; siden siger intet om nogen "
        "bestemt person.",
        "{people} simulated citizens in {seeds} runs, {weeks} weeks. All are made up; the page says nothing about any real "
        "person."),
    "pathways.pairs": Text(
        "De samme borgere møder de samme tilfældigheder i begge scenarier. Forskelle er regnet gennemkørsel for "
        "gennemkørsel; kan en forskel ikke skelnes fra nul (95 %), siges det.",
        "The same citizens meet the same luck in both scenarios. Differences are taken run by run; where one cannot be told "
        "apart from zero (95 %), the page says so."),
    "pathways.pairs.towns": Text(
        "De to scenarier begynder ikke med de samme borgere, så en linje og dens tvilling er to forskellige mennesker. Forskelle "
        "er regnet gennemkørsel for gennemkørsel; kan en forskel ikke skelnes fra nul (95 %), siges det.",
        "The two scenarios do not begin with the same citizens, so a line and its twin are two different people. Differences are "
        "taken run by run; where one cannot be told apart from zero (95 %), the page says so."),
    "pathways.one_seed": Text(
        "Der er kun én gennemkørsel, så ingen forskel kan skelnes fra tilfældigheder.",
        "There is only one run, so no difference can be told apart from chance."),
    "pathways.spread": Text("Fordelingen på tilstande", "How citizens are spread"),
    "pathways.index": Text("Én linje pr. borger", "A line per citizen"),
    "pathways.rates": Text("Skift fra uge til uge", "Moves from week to week"),
    "pathways.time": Text("Tid i hver tilstand", "Time in each state"),
    "pathways.entropy": Text("Hvor spredt borgerne er på tilstande", "How mixed the weeks are"),
    "pathways.types": Text("Typer af forløb", "Types of pathway"),
    "pathways.axis.weeks": Text("uger pr. borger", "weeks per citizen"),
    "pathways.axis.weeks_difference": Text("uger mere eller mindre", "weeks more or fewer"),
    "pathways.twins.title": Text("Samme borger: forskel", "Same citizen: difference"),
    "pathways.twin.nearer": Text("nærmere arbejde", "nearer work"),
    "pathways.twin.further": Text("længere fra arbejde", "further from work"),
    "pathways.twin.otherwise": Text("anderledes i øvrigt", "different otherwise"),
    "pathways.twin.alike": Text("ens", "alike"),
    "pathways.spread.finding": Text(
        "Til sidst er {share} i »{state}«, den mest almindelige tilstand",
        "At the end {share} are in “{state}”, the commonest state"),
    "pathways.spread.finding.two": Text(
        "Størst forskel til sidst: »{state}«, {difference} procentpoint ({sure})",
        "Largest difference at the end: “{state}”, {difference} percentage points ({sure})"),
    "pathways.sure": Text("kan skelnes fra nul", "can be told apart from zero"),
    "pathways.unsure": Text("kan ikke skelnes fra nul", "cannot be told apart from zero"),
    "pathways.index.finding": Text(
        "{shown} borgere, de med flest uger i »{state}« øverst", "{shown} citizens, those with most weeks in “{state}” at the top"),
    "pathways.index.finding.two": Text(
        "I {alike} af ugerne er samme borger i samme tilstand i begge scenarier; nærmere arbejde i {nearer}, længere fra i "
        "{further}",
        "In {alike} of weeks the same citizen is in the same state in both scenarios; nearer work in {nearer}, further from it "
        "in {further}"),
    "pathways.index.note": Text(
        "Samme linje er samme borger i alle tre billeder. Én borgers forskel er ikke alene politikkens virkning: et skub et sted "
        "flytter også tilfældigheder andre steder.",
        "The same line is the same citizen in all three pictures. One citizen's difference is not the effect of the policy "
        "alone: a push in one place also moves luck in others."),
    "pathways.rates.finding": Text(
        "Det hyppigste skift er fra »{origin}« til »{target}«: {rate} pr. 1.000 uger",
        "The commonest move is from “{origin}” to “{target}”: {rate} per 1,000 weeks"),
    "pathways.rates.finding.two": Text(
        "Tydeligst ændret skift: fra »{origin}« til »{target}«, {rate} pr. 1.000 uger",
        "The move that changes most clearly: from “{origin}” to “{target}”, {rate} per 1,000 weeks"),
    "pathways.rates.none": Text(
        "Intet skift kan skelnes fra udgangspunktet", "No move can be told apart from the baseline"),
    "pathways.rates.note": Text(
        "Skift pr. 1.000 uger i den tilstand, de går ud fra (rækken). Fede tal kan skelnes fra nul; blandt så "
        "mange tal vil omkring ét af tyve kunne skelnes ved et tilfælde.",
        "Moves per 1,000 weeks in the state they start from (the row). Bold numbers can be told apart from zero; among so many "
        "numbers one in twenty is told apart by chance."),
    "pathways.time.finding": Text(
        "En borger er i gennemsnit {weeks} uger i »{state}«", "A citizen spends {weeks} weeks in “{state}” on average"),
    "pathways.time.finding.two": Text(
        "»{state}«: {difference} uger pr. borger ({low} til {high})", "“{state}”: {difference} weeks per citizen ({low} to {high})"),
    "pathways.time.none": Text(
        "Tiden kan ikke skelnes fra udgangspunktet i nogen tilstand",
        "Time in no state can be told apart from the baseline"),
    "pathways.entropy.finding": Text(
        "Spredningen går fra {first} til {last} (0: alle i samme tilstand, 1: alle tilstande lige hyppige)",
        "The mix of the weeks goes from {first} to {last} (0: all alike, 1: all states equally common)"),
    "pathways.entropy.finding.two": Text(
        "Til sidst er spredningen {difference} i forhold til udgangspunktet ({sure})",
        "At the end the mix is {difference} against the baseline ({sure})"),
    "pathways.source": Text(
        "Kilde: vendepunkt {version}, {runs} gennemkørsler. {standing}", "Source: vendepunkt {version}, {runs} runs. {standing}"),
    "pathways.not_calibrated": Text("Ét parametersæt.", "One set of settings."),
    "pathways.calibrated": Text("På tværs af de accepterede parametersæt.", "Over accepted sets of settings."),
    "pathways.describe.spread": Text(
        "Stablede andele af borgere i hver tilstand uge for uge.", "Stacked shares of citizens in each state, week by week."),
    "pathways.describe.index": Text(
        "Et billede med en vandret linje pr. borger, farvet efter ugens tilstand.",
        "A picture with a horizontal line per citizen, coloured by the state of the week."),
    "pathways.describe.rates": Text(
        "En tabel med skift fra hver tilstand til hver anden.", "A table of moves from each state to every other."),
    "pathways.describe.time": Text(
        "Søjler med gennemsnitlige uger i hver tilstand.", "Bars of average weeks in each state."),
    "pathways.describe.entropy": Text(
        "En kurve over, hvor spredt borgerne er på tilstande i hver uge.", "A curve of how mixed each week is."),
    "pathways.describe.types": Text(
        "Borgernes linjer samlet i typer, øverst den største.", "Citizens' lines gathered in types, the largest at the top."),
    "pathways.types.absent": Text(
        "Skriv --types auto for at samle forløbene i typer.", "Use --types auto to gather the pathways in types."),
    "pathways.types.finding": Text(
        "{count} typer; den største, »{name}«, har {share} af forløbene",
        "{count} types; the largest, “{name}”, holds {share} of pathways"),
    "pathways.types.method": Text(
        "{people} hele forløb (borgere, der er med fra første til sidste uge{sides}) er sammenlignet to og to ved optimal matching "
        "(ændret uge koster 2, udeladt uge 1) og samlet med Wards metode.",
        "{people} whole pathways (citizens present from the first week to the last{sides}) were compared two by two by optimal "
        "matching (a changed week costs 2, a week left out 1) and gathered by Ward's method."),
    "pathways.types.sides": Text(", i begge scenarier", ", in both scenarios"),
    "pathways.types.criterion": Text(
        "Antallet er det med den højeste gennemsnitlige silhuet: {silhouettes}.",
        "The number is the one with the highest average silhouette: {silhouettes}."),
    "pathways.types.given": Text(
        "Antallet er valgt af den, der lavede siden. Gennemsnitlig silhuet: {silhouettes}.",
        "The number was chosen by whoever made the page. Average silhouette: {silhouettes}."),
    "pathways.types.silhouette": Text("{count} typer {width}", "{count} types {width}"),
    "pathways.types.structure.strong": Text("En silhuet på {width} tyder på en stærk opdeling.", "A silhouette of {width} speaks for a strong structure."),
    "pathways.types.structure.fair": Text("En silhuet på {width} tyder på en rimelig opdeling.", "A silhouette of {width} speaks for a fair structure."),
    "pathways.types.structure.weak": Text(
        "En silhuet på {width} er svag: typerne glider over i hinanden, og opdelingen er en læsehjælp, ikke et fund.",
        "A silhouette of {width} is weak: the types shade into each other, and the division is an aid to reading, not a finding."),
    "pathways.types.structure.none": Text(
        "En silhuet på {width} taler ikke for, at der er typer overhovedet.",
        "A silhouette of {width} does not speak for there being types at all."),
    "pathways.types.stability": Text(
        "Halvdelen er grupperet igen tyve gange: overensstemmelsen (justeret Rand-indeks) er {mean} i gennemsnit "
        "og {low}, hvor den er lavest.",
        "Twenty times half of them were grouped again: agreement (adjusted Rand index) is {mean} on average, {low} at worst."),
    "pathways.types.stable": Text("Opdelingen er stabil.", "The division is stable."),
    "pathways.types.fairly_stable": Text("Opdelingen er nogenlunde stabil.", "The division is fairly stable."),
    "pathways.types.unstable": Text(
        "Opdelingen er ustabil; læg ikke vægt på den.", "The division is unstable; do not rest anything on it."),
    "pathways.types.column.type": Text("Type", "Type"),
    "pathways.types.column.share": Text("Andel", "Share"),
    "pathways.types.column.other": Text("Andel, {other}", "Share, {other}"),
    "pathways.types.column.overlap": Text("Genfundet (Jaccard)", "Found again (Jaccard)"),
    "pathways.types.column.weeks": Text("Uger i:", "Weeks in:"),
    "pathways.types.column.up": Text("Vendepunkter opad pr. borger", "Turning points upward per citizen"),
    "pathways.types.column.down": Text("Vendepunkter nedad pr. borger", "Turning points downward per citizen"),
    "pathways.types.marked": Text(
        "»{name}« har oftere end andre: {kinds}.", "“{name}” more often than others has: {kinds}."),
    "pathways.then": Text("så", "then"),
}
