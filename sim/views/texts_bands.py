"""How sure we are, said in words: verdicts and the three kinds of band."""

from __future__ import annotations

from sim.errors import Text
from sim.views.wording import Wording

BANDS: Wording = {
    "verdict.higher": Text("Højere", "Higher"),
    "verdict.lower": Text("Lavere", "Lower"),
    "verdict.cannot_tell": Text("Kan ikke skelnes", "Cannot tell apart"),
    "verdict.same": Text("Ens", "The same"),
    "verdict.missing": Text("Ikke opgjort", "Not available"),
    "verdict.too_short": Text("For kort kørsel", "Run too short"),
    "direction.better": Text("til det bedre", "for the better"),
    "direction.worse": Text("til det værre", "for the worse"),
    "sure.one_town": Text(
        "Tydelig forskel, der går samme vej i næsten alle gennemkørsler: En enkelt kommune af denne størrelse må "
        "regne med den.",
        "A clear difference that goes the same way in nearly all runs: a single municipality of this size must expect "
        "it."),
    "sure.average": Text(
        "Tydelig forskel i gennemsnit, men i en enkelt kommune kan det gå den modsatte vej.",
        "A clear difference on average, but in a single municipality it may go the other way."),
    "sure.few_runs": Text(
        "Forskel i gennemsnit, men {pairs} gennemkørsler er for få til at sige, hvad en enkelt kommune kan opleve.",
        "A difference on average, but {pairs} runs are too few to say what a single municipality might see."),
    "sure.cannot_tell": Text(
        "Med {pairs} gennemkørsler ved vi ikke, om der er en forskel, eller hvilken vej den går.",
        "With {pairs} runs we do not know whether there is a difference, or which way it goes."),
    "sure.same": Text(
        "Ændringen berører ikke dette mål i disse kørsler.",
        "The change does not touch this measure in these runs."),
    "sure.none": Text(
        "Målet er 0 i alle kørslerne, både med og uden ændringen. Det siger ikke, om ændringen virker.",
        "The measure is 0 in all the runs, with and without the change. That does not say whether the change works."),
    "sure.too_short": Text(
        "Perioden er for kort til dette mål: Ingen kan nå 52 uger i arbejde på den tid.",
        "The run is too short for this measure: nobody can reach 52 weeks in work in that time."),
    "sure.one_run": Text(
        "Én gennemkørsel siger ikke, hvor meget der skyldes tilfældigheder.",
        "A single run does not show how much is chance."),
    "sure.missing": Text(
        "Målet kan ikke opgøres i disse kørsler, eller der er for få borgere.",
        "The measure cannot be computed from these runs, or there are too few citizens."),
    "sure.outside_knowledge": Text(
        "Forskellen holder ikke på tværs af de parametersæt, der ligger nærmest kalibreringsmålene. Læs den som "
        "usikker.",
        "The difference does not hold across the parameter sets that come nearest to the targets. Read it as uncertain."),
    "band.heading": Text("Hvor sikkert er det?", "How sure is it?"),
    "band.lead": Text(
        "Der er tre slags usikkerhed, og de må ikke blandes sammen. Den vigtigste står først.",
        "There are three kinds of uncertainty, and they must not be mixed up. The most important comes first."),
    "band.knowledge": Text("Viden", "Knowledge"),
    "band.knowledge.what": Text("hvad vi ikke ved", "what we do not know"),
    "band.knowledge.meaning": Text(
        "95 %-interval for forskellen på tværs af de parametersæt, der kom nærmest kalibreringsmålene ({sets} er "
        "brugt her; intet sæt ramte dem alle), når tilfældighederne inden for hvert sæt er trukket fra. Det viser, "
        "hvor meget svaret afhænger af de femten kalibrerede indstillinger og to valg af struktur; de øvrige skøn "
        "ligger fast. Båndet er aldrig smallere end præcisionens.",
        "95 % interval of the difference over the parameter sets that came nearest to the targets ({sets} are used here; "
        "none met them all), with chance within each set taken out. It shows how much the answer depends on the fifteen "
        "fitted settings and two choices of structure; the other judgements stand still. It is never narrower than precision."),
    "band.knowledge.provisional": Text(
        "Spredningen over {sets} parametersæt, der er trukket inden for det, evidensen tillader, men som ikke er "
        "holdt op imod kalibreringsmålene. Læs den som et foreløbigt bånd.",
        "The spread over {sets} parameter sets drawn within what the evidence allows, but not held against the "
        "targets. Read it as a provisional band."),
    "band.knowledge.missing": Text(
        "Dette bånd er ikke beregnet: Kørslerne bygger på ét parametersæt. Den virkelige usikkerhed er derfor "
        "større, end båndene i dette notat viser. Kør med flere sæt (--rows) for at se den.",
        "This band has not been computed: the runs stand on one parameter set. The real uncertainty is therefore "
        "larger than the bands in this brief show. Run with several sets (--rows) to see it."),
    "band.run": Text("Fra gang til gang", "Run to run"),
    "band.run.what": Text("hvad én kommune kan opleve", "what one municipality might see"),
    "band.run.meaning": Text(
        "Ni ud af ti enkelte gennemkørsler falder inden for båndet. Så forskelligt kan ændringen virke i én "
        "kommune af denne størrelse, alene på grund af tilfældigheder.",
        "Nine in ten single runs fall inside the band. This is how differently the change may work out in one "
        "municipality of this size, from chance alone."),
    "band.run.few": Text(
        "Dette bånd vises ikke: Det kræver mindst {least} gennemkørsler, og her er {pairs}. Derfor siges der intet om, hvad "
        "en enkelt kommune kan opleve.",
        "This band is not shown: it takes at least {least} runs, and here are {pairs}. So nothing is said about what a "
        "single municipality might see."),
    "band.precision": Text("Præcision", "Precision"),
    "band.precision.what": Text("hvor godt gennemsnittet er beregnet", "how well the average is computed"),
    "band.precision.meaning": Text(
        "95 %-interval for den gennemsnitlige forskel over {pairs} gennemkørsler. Flere gennemkørsler gør båndet "
        "smallere, men gør ikke modellen rigtigere.",
        "95 % interval of the average difference over {pairs} runs. More runs make the band narrower, but do not "
        "make the model more right."),
    "band.precision.one_run": Text(
        "Kan ikke beregnes med kun én gennemkørsel.",
        "Cannot be computed from a single run."),
    "band.pairing": Text(
        "Alle alternativer møder de samme borgere og de samme tilfældigheder, så forskellene skyldes ændringerne. "
        "Blandt mange mål og grupper vil omkring ét ud af tyve skille sig ud ved et tilfælde.",
        "All alternatives meet the same citizens and the same luck, so the differences come from the changes. "
        "Among many measures and groups about one in twenty will stand out by chance."),
    "band.pairing.past": Text(
        "Alle alternativer begynder indkøringen med de samme borgere og møder de samme tilfældigheder, men ikke "
        "alle har haft den samme indkøring før perioden; hvor de ikke har, rummer forskellene også det, der skete "
        "i den. Blandt mange mål og grupper vil omkring ét ud af tyve skille sig ud ved et tilfælde.",
        "All alternatives begin the run-up with the same citizens and meet the same luck, but not all had the same run-up before "
        "the period; where they had not, the differences include what happened in it. "
        "Among many measures and groups about one in twenty will stand out by chance."),
    "band.pairing.towns": Text(
        "Ikke alle alternativer begynder i samme by som udgangspunktet, og hvor de ikke gør, skyldes forskellene også byen. "
        "Blandt mange mål og grupper vil omkring ét ud af tyve skille sig ud ved et tilfælde.",
        "Not all alternatives begin in the same town as the baseline, and where they do not, the differences come from the "
        "town too. Among many measures and groups about one in twenty will stand out by chance."),
}
