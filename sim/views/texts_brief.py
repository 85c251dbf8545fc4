"""Sentences of the brief: headings, leads, notices, the small print."""

from __future__ import annotations

from sim.errors import Text
from sim.views.wording import Wording

_COMMON: Wording = {
    "word.and": Text("og", "and"),
    "word.alternative": Text("Alternativ", "Alternative"),
    "unit.points": Text("procentpoint", "percentage points"),
    "unit.weeks": Text("uger", "weeks"),
    "unit.hours": Text("timer", "hours"),
    "unit.hours a week": Text("timer om ugen", "hours a week"),
    "unit.index": Text("", ""),
    "unit.score": Text("", ""),
    "unit.score.per": Text("(skala 0\N{NO-BREAK SPACE}til\N{NO-BREAK SPACE}1)", "(scale 0\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}1)"),
    "unit.cases": Text("sager", "cases"),
    "unit.citizens": Text("borgere", "citizens"),
    "unit.per year": Text("", ""),
    "unit.per year.per": Text("pr. borger om året", "per citizen and year"),
    "unit.moves a year": Text("", ""),
    "unit.moves a year.per": Text("(skift om året)", "(moves a year)"),
    "unit.kr. a citizen and year": Text("kr.", "kr."),
    "unit.kr. a citizen and year.per": Text("pr. borger og år", "per citizen and year"),
    "word.suppressed": Text("for få", "too few"),
    "word.list_more": Text("og {count} flere", "and {count} more"),
}

_FRAME: Wording = {
    "brief.kicker": Text("vendepunkt · notat om et tankeeksperiment", "vendepunkt · brief on a thought experiment"),
    "brief.compared": Text("{alternatives} sammenlignet med {baseline}.", "{alternatives} compared with {baseline}."),
    "brief.quoted": Text("»{title}«", "“{title}”"),
    "brief.many_question": Text(
        "Hvad sker der med vejene mod arbejde, når kommunen vælger anderledes?",
        "What happens to the pathways toward work when the municipality chooses differently?"),
    "brief.alternatives": Text("{count} alternativer", "{count} alternatives"),
    "brief.town": Text(
        "Én simuleret kommune med omkring {citizens} borgere, {weeks} uger fra {start}.",
        "One simulated municipality with about {citizens} citizens, {weeks} weeks from {start}."),
    "brief.uncalibrated.title": Text("Læs dette først", "Read this first"),
    "brief.uncalibrated": Text(
        "Kørslerne bygger på ét parametersæt eller på sæt, der ikke er kalibreret. Tallene viser, hvad "
        "antagelserne fører til, ikke hvad der vil ske. Brug dem til at drøfte sammenhænge, ikke til at lægge "
        "budget efter.",
        "The runs stand on one parameter set, or on sets that are not calibrated. The numbers show what the assumptions lead to, not what will happen. Use "
        "them to discuss how things hang together, not to set a budget."),
    "brief.calibrated": Text(
        "Modellen er kalibreret efter offentliggjorte tal for Danmark (kalibreringsmålene). Her er den kørt med "
        "{sets} af de parametersæt, der kom nærmest dem; intet sæt ramte dem alle. Tallene er et bud på "
        "sammenhænge, ikke en forudsigelse for en bestemt kommune.",
        "The model is calibrated to published figures for Denmark (the targets). Here it was run with {sets} of "
        "the parameter sets that came nearest to them; no set met them all. The numbers are a view of how things "
        "hang together, not a forecast for a particular municipality."),
    "brief.not_profiling": Text(
        "Borgerne er simulerede. Der beregnes ikke – og må ikke beregnes – en score for en virkelig person.",
        "The citizens are simulated. No score is computed – or may be computed – for a real person."),
    "brief.regime": Text(
        "Regelsæt: {regime}.", "Rules in force: {regime}."),
    "brief.regime.name_only": Text(
        "Et regelsæt er her kun et navn. Ud over de værdier, scenariernes egne filer sætter, regner modellen med reglerne "
        "2016-2019, og til andre regler er den ikke kalibreret.",
        "A body of rules is only a name here. Beyond the values that the scenarios' own files set, the model reckons with "
        "the rules of 2016-2019, and it is not calibrated to others."),
    "brief.regime.rules_2016_2019": Text("reglerne 2016-2019", "the rules of 2016-2019"),
    "brief.regime.reform_2025": Text(
        "reformen 2025", "the 2025 reform"),
}

_SECTIONS: Wording = {
    "brief.short.heading": Text("Kort fortalt", "In short"),
    "brief.short.lead": Text(
        "Forskellen fra udgangspunktet. I parentes står det spænd, forskellen ventes at ligge i, når også det, "
        "ingen har målt, er regnet med (ved kun ét parametersæt: hvor godt gennemsnittet er beregnet).",
        "The difference from the baseline. In brackets stands the range the difference is expected in, with what "
        "nobody has measured included (with a single parameter set: how well the average is computed)."),
    "brief.short.values": Text("{other} mod {base}", "{other} against {base}"),
    "brief.short.range": Text("fra\N{NO-BREAK SPACE}{low} til\N{NO-BREAK SPACE}{high}", "from\N{NO-BREAK SPACE}{low} to\N{NO-BREAK SPACE}{high}"),
    "brief.changes.heading": Text("Hvad ændres?", "What changes?"),
    "brief.changes.none": Text(
        "Alternativet ændrer ingen indstillinger i forhold til udgangspunktet.",
        "The alternative changes no settings compared with the baseline."),
    "brief.change.plain": Text("{label}: fra {old} til {new}, {moment}.", "{label}: from {old} to {new}, {moment}."),
    "brief.change.on": Text("{label}: slås til, {moment}.", "{label}: switched on, {moment}."),
    "brief.change.off": Text("{label}: slås fra, {moment}.", "{label}: switched off, {moment}."),
    "brief.change.moment": Text("fra {date}", "from {date}"),
    "brief.change.moment_start": Text("fra periodens begyndelse", "from the beginning of the period"),
    "brief.change.moment_whole": Text("også i indkøringen før perioden", "in the run-up before the period too"),
    "brief.change.dated": Text("{label}: fra {old} til {steps}.", "{label}: from {old} to {steps}."),
    "brief.change.step": Text("{new} fra {date}", "{new} from {date}"),
    "caution.late": Text(
        "Kommer først efter kørslens slutning ({end}) og er derfor ikke med: {change}",
        "Comes only after the end of the run ({end}) and so is left out: {change}"),
    "caution.town": Text(
        "Ikke samme by: Dette alternativ begynder med andre borgere end udgangspunktet. Forskellene skyldes derfor "
        "ikke kun politikken, men også at byerne er forskellige.",
        "Not the same town: this alternative begins with other citizens than the baseline. So the differences come from "
        "the towns being different too, and not from policy alone."),
    "caution.past": Text(
        "Ikke samme fortid: Allerede i indkøringen før perioden er dette anderledes end i udgangspunktet: "
        "{settings}. Ved periodens begyndelse står borgerne derfor ikke samme sted i de to byer, og nogle er gået "
        "ud i den ene og ikke i den anden. Forskellene rummer også det, der skete i indkøringen.",
        "Not the same past: already in the run-up before the period this differs from the baseline: {settings}. So when the "
        "period begins, citizens do not stand in the same place in the two towns, and some have left one and not the other. "
        "The differences include what happened in the run-up."),
    "brief.change.step_start": Text("{new} fra begyndelsen", "{new} from the beginning"),
    "brief.phases.heading": Text("Faser over tid", "Phases over time"),
    "brief.phases.lead": Text(
        "En fase er en aflæsning af borgerens situation den uge. Den styrer intet i modellen.",
        "A phase is read off the citizen's situation that week. It steers nothing in the model."),
    "brief.flows.heading": Text("Veje mellem faserne", "Pathways between phases"),
    "brief.turning.heading": Text("Vendepunkter", "Turning points"),
    "brief.turning.lead": Text(
        "Et vendepunkt tælles, når en hændelse følges af et faseskift inden for 13 uger, der holder i mindst 13 "
        "uger. Hvor ofte en type vendepunkt forekommer, siger noget om, hvor ofte hændelsen sker – ikke om, hvor "
        "godt den virker.",
        "A turning point is counted when an event is followed by a change of phase within 13 weeks that holds for at "
        "least 13 weeks. How often a kind occurs says how often the event happens, not how well it works."),
    "brief.gains.heading": Text("Hvem vinder, og hvem taber?", "Who gains and who loses?"),
    "brief.gains.lead": Text(
        "Grupper med færre end fem borgere i en gennemkørsel vises ikke.",
        "Groups with fewer than five citizens in a run are not shown."),
    "brief.displacement.heading": Text("Fortrængning", "Displacement"),
    "brief.displacement.lead": Text(
        "I modellen er der et begrænset antal ledige stillinger, pladser i virksomhederne og sagsbehandlertimer. "
        "Det, nogle vinder, kan andre miste.",
        "Openings, room in the firms and caseworkers' hours are finite in the model. What some gain, others may lose."),
    "brief.displacement.missing": Text(
        "Fortrængning kan ikke opgøres ud fra disse kørsler.", "Displacement cannot be computed from these runs."),
    "brief.overview.heading": Text("Overblik", "Overview"),
    "brief.overview.lead.carried": Text(
        "Hvert felt viser forskellen fra udgangspunktet og i parentes det spænd, den ventes at ligge i, når også "
        "det, vi ikke ved, er regnet med. Gråt felt: kan ikke skelnes fra udgangspunktet.",
        "Each cell shows the difference from the baseline and in brackets the band it is expected in, what we do not know "
        "included. Grey cell: cannot be told apart from the baseline."),
    "brief.overview.lead.single": Text(
        "Hvert felt viser forskellen fra udgangspunktet og i parentes, hvor godt gennemsnittet er beregnet. Gråt "
        "felt: kan ikke skelnes fra udgangspunktet.",
        "Each cell shows the difference from the baseline and in brackets how well the average is computed. Grey cell: "
        "cannot be told apart from the baseline."),
    "brief.overview.rank": Text("Nr. {rank}", "No. {rank}"),
    "brief.overview.rank_note": Text(
        "Der står kun et nummer, når alternativet kan skelnes både fra udgangspunktet og fra dem, det ligger lige "
        "over og under. Ellers er pladsen tom.",
        "A place is given only where the alternative can be told apart from the baseline and from the ones just above "
        "and below it. Otherwise the ranking is left blank."),
    "brief.overview.symbols": Text(
        "▲ højere · ▼ lavere · ≈ kan ikke skelnes · = ens", "▲ higher · ▼ lower · ≈ cannot tell apart · = the same"),
}

_TRUST: Wording = {
    "brief.assumptions.heading": Text("Hvad hviler det på?", "What does it rest on?"),
    "brief.assumptions.lead": Text(
        "Modellen har {count} talsatte antagelser. Hver har en evidensgrad.",
        "The model has {count} numbered assumptions. Each carries an evidence grade."),
    "brief.assumptions.share": Text(
        "{share} af dem bygger på skøn eller kvalitative kilder (grad D og E).",
        "{share} of them rest on judgement or qualitative sources (grades D and E)."),
    "brief.assumptions.changed": Text(
        "Ændringerne i dette notat berører disse antagelser med grad D eller E:",
        "The changes in this brief touch these assumptions of grade D or E:"),
    "brief.assumptions.changed_none": Text(
        "Ingen af de ændrede indstillinger har grad D eller E.",
        "None of the changed settings has grade D or E."),
    "brief.assumptions.sensitive": Text(
        "Svaret er særlig følsomt over for disse antagelser med grad D eller E:",
        "The answer is particularly sensitive to these assumptions of grade D or E:"),
    "brief.assumptions.sensitive_missing": Text(
        "Til dette notat er der ikke lavet en følsomhedsanalyse, så det siger ikke, hvilke af de øvrige skøn svaret "
        "afhænger mest af.",
        "No sensitivity analysis was made for this brief, so it does not say which of the other judgements the answer "
        "depends on most."),
    "brief.grade": Text("Grad", "Grade"),
    "brief.grade.count": Text("Antal", "Count"),
    "brief.grade.meaning": Text("Betydning", "Meaning"),
    "brief.grade.A": Text(
        "Dansk lodtrækningsforsøg eller fuldt dansk register",
        "Randomised trial or full register, Danish"),
    "brief.grade.B": Text("Dansk observationsstudie, eller A for en nærliggende gruppe",
                          "Danish observational study, or A for a neighbouring group"),
    "brief.grade.C": Text("Udenlandsk eller afledt", "Foreign or derived"),
    "brief.grade.D": Text("Interview eller fagligt skøn", "Interviews or expert judgement"),
    "brief.grade.E": Text("Gæt, der skal til for at køre modellen", "A guess needed to run the model"),
    "brief.role.lever": Text("politisk valg", "policy choice"),
    "brief.role.input": Text("fra kilde", "from a source"),
    "brief.role.fitted": Text("kalibreret", "fitted"),
    "brief.role.prior": Text("skøn med spænd", "judgement with a range"),
    "brief.role.switch": Text("ja/nej-valg", "switch"),
    "brief.role.setting": Text("ramme", "setting"),
    "brief.not_modelled.heading": Text("Hvad modellen ikke har med", "What the model leaves out"),
    "brief.not_modelled.none": Text(
        "Scenarierne nævner ikke noget særskilt. Det betyder ikke, at alt er med.",
        "The scenarios name nothing in particular. That does not mean that everything is included."),
    "brief.confounding": Text(
        "Sagsbehandlerens betydning i modellen: målt, som forskningen måler den, og som den faktisk er i modellen, "
        "hvor det samme liv kan leves to gange (tvillingeliv). Ligger begge tal langt fra det offentliggjorte, "
        "fanger modellen det ikke, og svar om sagsbehandlere må læses med det forbehold. Forskellen mellem de to "
        "tal skyldes, hvem der i modellen får hvilken sagsbehandler, og tilfældigheder.",
        "What the caseworker does in the model: measured as research measures it, and as it really is in the "
        "model, where the same life can be lived twice (twin lives). Where both numbers lie far from what was "
        "published, the model does not capture it, and answers about caseworkers must be read accordingly. The gap "
        "between the two comes from who gets which caseworker in the model (confounding) and from chance."),
    "brief.confounding.T8": Text(
        "Skift af sagsbehandler, virkning på chancen for job eller uddannelse inden for et år: {panel} målt, "
        "{truth} i tvillingeliv (forskel {gap} procentpoint; offentliggjort {published}).",
        "A change of caseworker, chance of job or education within a year: {panel} as measured, {truth} by twin lives "
        "(gap {gap} percentage points; published {published})."),
    "brief.confounding.T9": Text(
        "En sagsbehandler, der tror på borgeren: {panel} målt, {truth} i tvillingeliv (forskel {gap} procentpoint; "
        "offentliggjort {published}).",
        "A caseworker who believes in the citizen: {panel} as measured, {truth} by twin lives (gap {gap} percentage points; "
        "published {published})."),
    "brief.priors_only": Text(
        "Konklusioner om støtte, mentorer, åbenhed om skånehensyn, slid på arbejdspladser og netværkets betydning "
        "for selvværd hviler kun på antagelser: ingen af de tal, modellen er holdt op imod, siger noget om dem.",
        "Conclusions about support services, mentors, disclosure, wear at workplaces and the network's part in "
        "self-worth rest on assumptions only: nothing the model was held against speaks of them."),
    "brief.made.heading": Text("Sådan er notatet lavet", "How this brief was made"),
    "brief.made.version": Text("vendepunkt {version}, kørt {created}.", "vendepunkt {version}, run on {created}."),
    "brief.made.seeds": Text(
        "{count} gennemkørsler af hvert scenarie (frø {seeds}), efter {burn_in} ugers indkøring, der ikke tælles med.",
        "{count} runs of each scenario (seeds {seeds}), after a run-up of {burn_in} weeks that is not counted."),
    "brief.made.stopping": Text("Hvorfor ikke flere gennemkørsler: {reason}", "Why no more runs: {reason}"),
    "brief.made.stopping_unknown": Text("ikke oplyst.", "not recorded."),
    "brief.made.mechanisms": Text(
        "{title} er kørt med mekanismer, der ikke hører til modellen: {names}. De er brugerens egne og står ikke i registeret "
        "over mekanismer.",
        "{title} was run with mechanisms that are not part of the model: {names}. They are the user's own and are not in the "
        "register of mechanisms."),
    "brief.made.digest": Text("Fingeraftryk", "Digest"),
    "brief.made.scenario": Text("Scenarie", "Scenario"),
    "brief.made.rounded": Text(
        "Hvert tal er afrundet for sig, så en forskel kan afvige på sidste ciffer fra de to tal, den er forskellen på.",
        "Each number is rounded by itself, so a difference may deviate in its last digit from the two numbers it lies between."),
    "brief.made.repeat": Text(
        "Samme scenarie, frø og version giver de samme tal. Mappen med resultater kan efterprøves med »vendepunkt verify«.",
        "The same scenario, seeds and version give the same numbers. The results folder can be checked with "
        "“vendepunkt verify”."),
}

BRIEF: Wording = {**_COMMON, **_FRAME, **_SECTIONS, **_TRUST}
