"""Words for trying a change: sliders, forecasts, runs side by side."""

from __future__ import annotations

from sim.errors import Text

TRY: dict[str, Text] = {
    "try.chart": Text("Hvordan går det i byen?", "How does the town fare?"),
    "try.measure": Text("Andel i", "Share in"),
    "try.aria": Text("Andel i {what} over tid. Til sidst: {parts}.", "Share in {what} over time. At the end: {parts}."),
    "try.ours": Text("Jeres gæt", "Your forecast"),
    "try.guessed": Text("(I gættede {share})", "(you guessed {share})"),
    "try.band": Text("Linjen er gennemsnittet af {towns} byer med de samme regler. Fladen går fra den laveste til den højeste by.",
                     "The line is the mean of {towns} towns under the same rules. The area goes from the lowest to the highest town."),
    "try.step1": Text("1. Vælg én ændring", "1. Choose one change"),
    "try.many": Text("Tillad flere ændringer ad gangen", "Allow several changes at a time"),
    "try.preset": Text("Eller et scenarie", "Or a scenario"),
    "try.none": Text("intet valgt", "none chosen"),
    "try.step2": Text("2. Gæt, før I kører", "2. Forecast before you run"),
    "try.draw": Text("Tegn jeres gæt på grafen, eller skriv det:", "Draw your forecast on the chart, or write it:"),
    "try.after": Text("år {year}", "year {year}"),
    "try.percent": Text("Skriv et tal fra 0 til 100.", "Write a number from 0 to 100."),
    "try.step3": Text("3. Kør, og sammenlign", "3. Run, and compare"),
    "try.run": Text("Kør", "Run"),
    "try.reset": Text("Nulstil", "Reset"),
    "try.clear": Text("Ryd kørsler", "Clear runs"),
    "try.skip": Text("Kør uden at gætte", "Run without a forecast"),
    "try.already": Text("Denne kørsel står allerede på grafen.", "This run is on the chart already."),
    "try.choose": Text("Grafen viser byen, som den er i dag. Flyt én skyder.", "The chart shows the town as it is today. Move one slider."),
    "try.missing": Text("Denne sammensætning er ikke optaget i filen.", "This mix was not recorded in the file."),
    "result.title": Text("Kørsler side om side", "Runs side by side"),
    "result.caption": Text(
        "Kørsler side om side: gennemsnit af {towns} byer. Alle møder de samme mennesker og de samme "
        "tilfældigheder.",
        "Runs side by side: mean of {towns} towns. All meet the same people and the same luck."),
    "result.measure": Text("Mål", "Measure"),
    "result.range": Text("({low} til {high})", "({low} to {high})"),
    "unit.points": Text("{value} procentpoint", "{value} percentage points"),
    "unit.weeks": Text("uger", "weeks"),
    "unit.score": Text("på en skala fra 0 til 1", "on a scale from 0 to 1"),
    "unit.per year": Text("om året", "a year"),
    "unit.kr. a citizen and year": Text("kr. pr. borger og år", "kr. a citizen and year"),
}
