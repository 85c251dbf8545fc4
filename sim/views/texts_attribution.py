"""Sentences of the page about what turning points were worth."""

from __future__ import annotations

from sim.errors import Text
from sim.views.wording import Wording

ATTRIBUTION: Wording = {
    "attribution.kicker": Text("Hvad vendepunkter var værd", "What turning points were worth"),
    "attribution.title": Text("Vendepunkter i {name}", "Turning points in {name}"),
    "attribution.standfirst": Text(
        "{events} hændelser, trukket ved lod blandt alle mulige vendepunkter. Fra hver af dem er byen kørt videre "
        "{futures} gange med hændelsen og {futures} gange uden, {weeks} uger frem, med de samme tilfældigheder i "
        "begge udgaver. Det, der står her, er forskellen i chancen for et varigt job: 12 ubrudte måneder i "
        "ordinært arbejde, på tværs af arbejdspladser.",
        "{events} events, drawn by lot among all candidate turning points. From each of them the town was run on {futures} "
        "times with the event and {futures} times without it, {weeks} weeks ahead, with the same luck in both arms. What "
        "stands here is the difference in the chance of a lasting job: 12 unbroken months in ordinary work, across "
        "employers."),
    "attribution.notice.chance": Text(
        "En hændelse ændrer en chance. I de fleste fremtider går det ens med og uden den, og ingen kan sige om én "
        "borger, at netop denne hændelse førte til et job eller kostede et.",
        "An event changes a chance. In most futures the same happens with it and without it, and nobody can say of one "
        "citizen that this very event gave or took a job."),
    "attribution.notice.add": Text(
        "Hændelsernes virkninger kan ikke lægges sammen: fjernes de én ad gangen, tælles det, de gør i fællesskab, "
        "flere gange eller slet ikke. Familiernes andele nedenfor er beregnet, så de kan lægges sammen.",
        "Events cannot be added up: removed one at a time, what they do together is counted several times or not at all. "
        "The shares of the families below are made so that they can be added."),
    "attribution.notice.model": Text(
        "Det er modellens svar på modellens spørgsmål, og intet parametersæt ramte alle kalibreringsmålene. Hvor "
        "stort et spring en hændelse giver, er et skøn (grad E).",
        "This is the model's answer to the model's question, and no parameter set met all targets. How large a jump an "
        "event gives is a guess (E)."),
    "attribution.gains": Text("Gevinst efter type", "Gain by kind"),
    "attribution.gains.lead": Text(
        "Springet udeladt: hændelsen finder sted, og tiden bruges, men borgerens tilstand springer ikke. "
        "Forbigået: borgeren går glip af pladsen, og den næste i køen får den; hvad det koster de andre, at "
        "borgeren selv får den, står for sig til højre. Typer uden denne udgave deler ikke noget ud, som andre "
        "venter på. Negative tal er tab.",
        "Jump left out: the event takes place and the time is spent, but nothing jumps. Passed over: the citizen misses the "
        "place and the next in line gets it; what it costs the others that the citizen has it stands apart to the right. "
        "Kinds without the second version hand out nothing that others wait for. Negative numbers are losses."),
    "attribution.gains.finding": Text(
        "{clear} af {kinds} typer ændrer målbart chancen for et varigt job",
        "{clear} of {kinds} kinds measurably change the chance of a lasting job"),
    "attribution.gains.finding.none": Text(
        "Ingen af de {kinds} typer ændrer målbart chancen for et varigt job",
        "None of the {kinds} kinds measurably changes the chance of a lasting job"),
    "attribution.gains.describe": Text(
        "En række pr. type: borgerens egen gevinst i procentpoint med 95 %-interval og de andres gevinst i varige "
        "job pr. 100 hændelser. Udfyldte mærker: intervallet går ikke over nul.",
        "A row per kind: the citizen's own gain in percentage points with a 95 per cent interval, and the others' gain in "
        "lasting jobs per 100 events. Filled marks: the interval does not reach across zero."),
    "attribution.way.finding": Text(
        "{clear} af {kinds} typer ændrer målbart chancen for overhovedet at få et job",
        "{clear} of {kinds} kinds measurably change the chance of getting any job at all"),
    "attribution.way.finding.none": Text(
        "Ingen af de {kinds} typer ændrer målbart chancen for overhovedet at få et job",
        "None of the {kinds} kinds measurably changes the chance of getting any job at all"),
    "attribution.way.describe": Text(
        "En række pr. type: gevinst i chancen for et ordinært job, kort eller langt, og i uger i progression.",
        "A row per kind: gain in the chance of an ordinary job, short or long, and in weeks in progression."),
    "attribution.job": Text("Chancen for et ordinært job", "The chance of an ordinary job"),
    "attribution.progression": Text("Uger i progression", "Weeks in progression"),
    "attribution.weeks": Text("uger", "weeks"),
    "attribution.column.job": Text("chance for et job, springet udeladt", "chance of a job, jump left out"),
    "attribution.source": Text(
        "Kilde: vendepunkt {version}, {events} hændelser, {futures} fremtider i hver udgave, {citizens} simulerede "
        "borgere. {standing}",
        "Source: vendepunkt {version}, {events} events, {futures} futures in each arm, {citizens} simulated citizens. "
        "{standing}"),
    "attribution.own": Text("Borgerens egen chance", "The citizen's own chance"),
    "attribution.others": Text("De andres varige job", "The others' lasting jobs"),
    "attribution.per_hundred": Text("pr. 100 hændelser", "per 100 events"),
    "attribution.void": Text("springet udeladt", "jump left out"),
    "attribution.absent": Text("forbigået", "passed over"),
    "attribution.families": Text("Familiernes andele", "Shares of the families"),
    "attribution.families.lead": Text(
        "Andelene er Shapley-værdier: familierne af vendepunkter tilføjes én ad gangen i alle mulige rækkefølger, "
        "og hver får gennemsnittet af det, den lægger til. Kun springene er med; det øvrige arbejde sker som før. "
        "For hele byen: andelen af alle på ydelse, der får et varigt job. For de enkelte liv herunder: denne "
        "borgers chance.",
        "Shapley values: the families come in one at a time in all orders, and each is given the mean of what it adds. Only "
        "the jumps count; other work goes on as before. For the whole town: the share of everybody on support who get a "
        "lasting job. For the single lives below: this citizen's chance."),
    "attribution.families.finding": Text(
        "Alle spring tilsammen flytter andelen med varigt job fra {none} til {whole}",
        "All jumps together move the share with a lasting job from {none} to {whole}"),
    "attribution.families.describe": Text(
        "En række pr. familie af vendepunkter med 95 %-interval over fremtiderne.",
        "A row per family of turning points with a 95 per cent interval over the futures."),
    "attribution.column.shares": Text("Shapley-værdi, procentpoint", "Shapley value, percentage points"),
    "attribution.lives": Text("Nogle liv og deres fremtider", "Some lives and their futures"),
    "attribution.lives.lead": Text(
        "En livslinje viser én mulig tvilling. Øverst ses livet, som det gik i kørslen; den lodrette streg er "
        "hændelsen. Derunder ses, hvor stor en del af fremtiderne der er i hver fase. Livene er trukket ved lod, "
        "ét fra hver familie.",
        "A life line shows one possible twin. On top the life as it went in the run; the upright line is the event. Below, "
        "how large a part of the futures is in each phase. The lives were drawn by lot, one from each family."),
    "attribution.life.finding": Text(
        "{kind}: chancen for et varigt job er {there} med hændelsen og {without} uden springet",
        "{kind}: the chance of a lasting job is {there} with the event and {without} without the jump"),
    "attribution.life.describe": Text(
        "Borger {citizen} i frø {seed}, uge {week}. Faserne, som de gik, og andelen af {futures} fremtider i hver "
        "fase uge for uge, med hændelsen og uden.",
        "Citizen {citizen} in seed {seed}, week {week}. The phases as they went, and the share of {futures} futures in each "
        "phase week by week, with the event and without."),
    "attribution.life.range": Text(
        "Egen gevinst {gain} procentpoint ({low} til {high}). Familiernes andele fra denne uge: {shares}.",
        "Own gain {gain} percentage points ({low} to {high}). Shares of the families from this week on: {shares}."),
    "attribution.lived": Text("Livet, som\ndet gik", "The life\nas it went"),
    "attribution.fan.with": Text("Fremtider med\nhændelsen", "Futures with\nthe event"),
    "attribution.fan.void": Text("Fremtider uden\nspringet", "Futures without\nthe jump"),
    "attribution.fan.absent": Text("Fremtider,\nforbigået", "Futures\npassed over"),
    "attribution.weeks_after": Text("uger efter hændelsen", "weeks after the event"),
    "attribution.placebo": Text("Vender det mere, end det ellers ville?", "Does it turn more than it would anyway?"),
    "attribution.placebo.lead": Text(
        "Faser skifter også uden hændelser. Hver hændelse er holdt op mod uger i samme kørsel, hvor borgeren ingen "
        "hændelse havde, men var i samme fase, lige så længe, i samme situation og med lige så mange hændelser de "
        "13 uger før. Merandelen er, hvor meget oftere fasen vender. Hvor ofte en type forekommer, siger intet om, "
        "hvad den er værd.",
        "Phases change without events too. Each event is held against weeks of the same run in which the citizen had no "
        "event, but was in the same phase, for as long, in the same situation, and with as many events in the 13 weeks "
        "before. The excess is how much more often the phase turns. How often kinds occur says nothing of what they are "
        "worth."),
    "attribution.column.events": Text("hændelser", "events"),
    "attribution.column.chance": Text("chance med", "chance with"),
    "attribution.column.void": Text("egen chance, springet udeladt", "own chance, jump left out"),
    "attribution.column.absent": Text("egen chance, forbigået", "own chance, passed over"),
    "attribution.column.others": Text("andres varige job pr. 100", "others' lasting jobs per 100"),
    "attribution.column.progression": Text(
        "uger i progression, springet udeladt",
        "weeks in progression, jump left out"),
    "attribution.column.candidates": Text("hændelser", "events"),
    "attribution.column.rate": Text("vender", "turn"),
    "attribution.column.placebo": Text("placebouger", "placebo weeks"),
    "attribution.column.excess": Text("merandel, procentpoint", "excess, percentage points"),
    "attribution.column.no_job": Text("merandel, uden job", "excess, without a job"),
    "attribution.table": Text("Tallene", "The numbers"),
    "attribution.range": Text("{mean} ({low}\N{NO-BREAK SPACE}til\N{NO-BREAK SPACE}{high})", "{mean} ({low}\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}{high})"),
    "attribution.note.k": Text(
        "Med {futures} fremtider er intervallet om en enkelt hændelse bredt; tallene efter type bygger på flere hændelser.",
        "With {futures} futures the interval around a single event is wide; the numbers by kind rest on several events."),
    "attribution.note.kinds": Text(
        "Hændelserne er trukket ligeligt fra hver type og hver fase og derefter vægtet efter, hvor mange der var.",
        "The events were drawn evenly from each kind and from each phase, and weighted back by how many there were."),
    "attribution.note.luck": Text(
        "Ugen med hændelsen leves med de tilfældigheder, den havde; fra ugen efter er tilfældighederne nye i hver "
        "fremtid og ens i de to udgaver.",
        "The week of the event is lived with the luck it had; from the week after luck is new in each future and the same "
        "in the arms."),
    "attribution.note.files": Text(
        "De samme tal ligger i kinds.csv, events.csv, families.csv, placebo.csv og futures.parquet ved siden af.",
        "The same numbers are in kinds.csv, events.csv, families.csv, placebo.csv and futures.parquet beside this page."),
    "attribution.made": Text(
        "vendepunkt {version}. Kørsel {digest}. Frø for lodtrækning og fremtider: {lot}.",
        "vendepunkt {version}. Run {digest}. Seed of sample and futures: {lot}."),
}
