"""The answer in short at the head of a brief with many alternatives, and what its main measures count."""

from __future__ import annotations

from sim.errors import Text
from sim.views.wording import Wording

ANSWERS: Wording = {
    "answer.heading": Text("Svaret kort", "The answer in short"),
    "answer.lead.carried": Text(
        "Her nævnes kun forskelle fra udgangspunktet, der hverken kan skyldes tilfældigheder i beregningen eller "
        "skifter retning mellem de parametersæt, der er brugt. I parentes står det spænd, forskellen ventes at "
        "ligge i (95 %).",
        "Only differences from the baseline are named that neither chance in the computation nor the choice among the "
        "parameter sets used can turn round. In brackets stands the band the difference is expected in (95 %)."),
    "answer.lead.single": Text(
        "Her nævnes kun forskelle fra udgangspunktet, der ikke kan skyldes tilfældigheder i beregningen. I parentes står, "
        "hvor godt gennemsnittet er beregnet (95 %).",
        "Only differences from the baseline are named that chance in the computation cannot explain. In brackets stands "
        "how well the average is computed (95 %)."),
    "answer.none": Text(
        "ingen af de {count} alternativer kan skelnes fra udgangspunktet.",
        "none of the {count} alternatives can be told apart from the baseline."),
    "answer.higher": Text("højere med {names}", "higher with {names}"),
    "answer.lower": Text("lavere med {names}", "lower with {names}"),
    "answer.named": Text("»{title}« ({amount}, {range})", "“{title}” ({amount}, {range})"),
    "answer.named_bare": Text("»{title}« ({amount})", "“{title}” ({amount})"),
    "answer.others": Text(
        "De øvrige {count} kan ikke skelnes fra udgangspunktet.",
        "The other {count} cannot be told apart from the baseline."),
    "answer.last": Text(
        "Det sidste alternativ kan ikke skelnes fra udgangspunktet.",
        "The remaining one cannot be told apart from the baseline."),
    "levels.lead": Text(
        "Niveauer i gennemsnit af {count} gennemkørsler. Her er intet at holde dem op imod, så de siger ikke, hvad et valg "
        "ville ændre. Det gør »vendepunkt compare« med to scenarier.",
        "Levels, averages of {count} runs. There is nothing here to hold them against, so they do not say what a choice would "
        "change. “vendepunkt compare” with two scenarios does."),
    "levels.measure": Text("Mål", "Measure"),
    "levels.mean": Text("Gennemsnit", "Average"),
    "levels.spread": Text("9 af 10 forløb", "9 runs of 10"),
    "levels.spread.few": Text("mindst til størst", "least to most"),
    "levels.range": Text("{low} til {high}", "{low} to {high}"),
    "explained.heading": Text("Hvad målene tæller", "What the measures count"),
    "explained.lasting_job": Text(
        "andelen, der når 52 uger i træk i ordinært arbejde, hos én eller flere arbejdsgivere; blandt dem, der var "
        "på offentlig forsørgelse i den første uge.",
        "the share who reach 52 weeks in a row in ordinary work, with one employer or several; among those on public "
        "support in the first week."),
    "explained.weeks_job": Text(
        "uger i ordinært arbejde, på deltid eller fuld tid, i hele perioden; gennemsnit for de samme borgere.",
        "weeks in ordinary work, part-time or full-time, over the whole period; average of the same people."),
    "explained.phase_progression": Text(
        "andelen af alle borgeres uger, hvor de ikke er i arbejde, men på vej: med mening, retning, voksende "
        "selvværd og tro på job.",
        "the share of all citizens' weeks in which they are not in work but on their way: meaning, direction, growing "
        "self-worth and belief in a job."),
    "explained.self_worth_change": Text(
        "hvor meget selvværdet ændrer sig fra periodens begyndelse til dens slutning, på en skala fra 0 til 1.",
        "how much self-worth changes from the beginning of the period to its end, on a scale from 0 to 1."),
    "explained.cost_public": Text(
        "det, kommune, region og stat betaler tilsammen til ydelser og indsats, fratrukket skat; i 2016-priser.",
        "what municipality, region and state together pay for benefits and services, less taxes; in 2016 prices."),
}
