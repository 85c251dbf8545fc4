"""Words for taking home: notebook, glossary, sheets to print, what this is and is not."""

from __future__ import annotations

from sim.errors import Text

NOTES: dict[str, Text] = {
    "note.title": Text("Notesbog", "Notebook"),
    "note.lead": Text("Skriv, hvad I spurgte om, hvad I ventede, hvad I så, og hvad I vil gøre. Det bliver i denne browser.",
                      "Write what you asked, what you expected, what you saw, and what you will do. It stays in this browser."),
    "note.group": Text("Gruppe", "Group"),
    "note.question": Text("Vores spørgsmål", "Our question"),
    "note.forecast": Text("Vi gættede", "We forecast"),
    "note.saw": Text("Vi så", "We saw"),
    "note.decide": Text("Vi beslutter", "We decide"),
    "note.keep": Text("Gem note", "Keep note"),
    "note.kept": Text("Noten er gemt.", "The note was kept."),
    "note.nothing": Text("Skriv noget først.", "Write something first."),
    "note.all": Text("Gruppernes noter side om side", "The groups' notes side by side"),
    "note.empty": Text("Ingen noter endnu.", "No notes yet."),
    "note.export": Text("Gem som fil", "Save as file"),
    "note.text": Text("Gem som tekst", "Save as text"),
    "note.import": Text("Åbn en gruppes fil", "Open a group's file"),
    "note.opened": Text("Filen er åbnet; noterne står sammen med jeres egne.", "The file was opened; its notes stand beside your own."),
    "note.refused": Text("Filen kan ikke bruges: den er ikke gemt fra denne side.", "The file cannot be used: it was not saved from this page."),
    "note.link": Text("Kopiér link", "Copy link"),
    "note.copied": Text("Linket er kopieret. Det virker på en computer med samme side.", "The link was copied. It works on a machine with the same page."),
    "note.long": Text("Noterne er for lange til et link. Brug Gem som fil.", "The notes are too long for a link. Use Save as file."),
    "note.copy": Text("Kopiér linket:", "Copy the link:"),
    "note.print": Text("Udskriv", "Print"),
    "note.forget": Text("Slet alt her", "Delete everything here"),
    "note.sure": Text("Slet kørsler, gæt og noter i denne browser?", "Delete runs, forecasts and notes in this browser?"),
    "note.remove": Text("Fjern", "Remove"),
}

ABOUT: dict[str, Text] = {
    "about.title": Text("Hvad er dette?", "What is this?"),
    "about.what": Text(
        "En model af en opdigtet by, hvor mennesker på langvarig ydelse møder sagsbehandlere, arbejdspladser, "
        "venner og hjælp. Den er lavet til at tale ud fra: Hvad tror vi, der sker, hvorfor, og hvad ville vi gøre?",
        "A model of an invented town in which people on long-term benefit meet caseworkers, workplaces, friends "
        "and help. It is made to talk from: what do we think happens, why, and what would we do?"),
    "about.not": Text("Hvad det ikke er", "What it is not"),
    "about.not.1": Text("Ikke et værktøj til at vurdere mennesker. Der findes ingen score for nogen, og der må ikke laves en.",
                        "Not a tool for judging people. There is no score for anyone, and none may be made."),
    "about.not.2": Text("Ikke en spådom. Tallene viser, hvor antagelserne fører hen. Mange af dem er skøn.",
                        "Not a prophecy. The numbers show where the assumptions lead. Many of them are guesses."),
    "about.not.3": Text(
        "Ikke et bevis. Ét liv med og uden et indgreb kan være et tilfælde. Sammenlign byer, ikke enkelte liv, når "
        "I vil sige noget om virkning.",
        "Not proof. One life with and without an intervention may be luck. Compare towns, not single lives, to say "
        "anything about effects."),
    "about.not.4": Text("Ikke en rigtig kommune. Notaterne fra vendepunkt compare viser usikkerhed, økonomi og kilder; det gør denne side kun i uddrag.",
                        "Not a real municipality. The briefs of vendepunkt compare show uncertainty, money and sources; this page does so only in part."),
    "about.same": Text(
        "Samme model og samme mål som i notaterne, i en lille by: {people} mennesker, {towns} byer side om side, "
        "{weeks} uger. I en lille by fylder tilfældigheder mere.",
        "The same model and the same measures as in the briefs, in a small town: {people} people, {towns} towns "
        "side by side, {weeks} weeks. In a small town chance weighs more."),
    "about.stands": Text("Alle kørsler her bygger på ét parametersæt: intet afprøvet sæt ramte alle kalibreringsmålene. Notaterne viser, hvor meget svaret skifter mellem de sæt, der kom nærmest.",
                         "All runs here stand on one set of settings: no set that was tried met every target the model was held against. The briefs show how much the answer changes among the sets that came nearest."),
    "about.keys": Text("Taster: mellemrum afspiller og holder pause, pilene går en uge, Page Up og Page Down et kvartal, Home begynder forfra. Tab går mellem alt på siden.",
                       "Keys: the space bar plays and pauses, arrows go a week, Page Up and Page Down a quarter, Home starts over. Tab moves between everything on the page."),
    "about.print.glossary": Text("Udskriv ordlisten", "Print the glossary"),
    "glossary.title": Text("Ord", "Words"),
    "glossary.turns": Text("Typer af vendepunkter", "Kinds of turning point"),
    "glossary.place.0": Text("Mening og retning, voksende selvværd og tro på job.", "Meaning and direction, growing self-worth and belief in a job."),
    "glossary.place.1": Text("Uklart, ventende, uden retning.", "Unclear, waiting, without direction."),
    "glossary.place.2": Text(
        "Det går langsomt væk fra arbejde: skrøbelighed, meningsløshed, ensomhed.",
        "Slowly away from work: fragility, giving up, isolation."),
    "glossary.place.3": Text("Alt er for meget på én gang: det, der skal bæres, er større end det, man kan bære.", "Everything is too much at once: what must be carried is more than one can carry."),
    "glossary.elsewhere": Text("Uddannelse m.m.", "Education etc."),
    "glossary.elsewhere.meaning": Text("I uddannelse, eller uden ydelse og uden kendt løn.", "In education, or without benefit and without known wages."),
    "glossary.phase": Text("Fase", "Phase"),
    "glossary.phase.meaning": Text("En aflæsning af, hvordan et menneske har det, i ingen bestemt rækkefølge. Ingen i modellen handler på fasen.",
                                   "A reading of how a person is, in no fixed order. Nobody in the model acts on the phase."),
    "glossary.turning": Text("Vendepunkt", "Turning point"),
    "glossary.turning.meaning": Text("En hændelse, hvorefter fasen skiftede inden for et kvartal, og det nye holdt i mindst et kvartal.",
                                     "An event after which the phase changed within a quarter and the new one held for at least a quarter."),
    "glossary.candidate": Text("Muligt vendepunkt", "Possible turn"),
    "glossary.candidate.meaning": Text("En hændelse, der kunne have vendt noget. De fleste gør det ikke.", "An event that might have turned something. Most do not."),
    "glossary.nearness": Text("Nærhed til arbejdsmarkedet", "Nearness to work"),
    "glossary.nearness.meaning": Text(
        "En samlet aflæsning af håndterede problemer, mestring, helbred, tro på job, retning, bånd og match. Den "
        "bruges kun til at aflæse faser.",
        "A joint reading of handled problems, coping, health, belief, direction, ties and match. It is used only "
        "to read phases."),
    "glossary.twin": Text("Tvilling", "Twin"),
    "glossary.twin.meaning": Text(
        "Det samme menneske med de samme tilfældigheder under en anden politik.",
        "The same person with the same luck under another policy."),
    "glossary.luck": Text("Tilfældigheder", "Luck"),
    "glossary.luck.meaning": Text("Det, der er tilfældigt, trækkes på samme måde i alle kørsler, så forskelle skyldes ændringen.",
                                  "What would be chance is drawn alike in all runs, so that differences come from the change."),
    "glossary.town": Text("By", "Town"),
    "glossary.town.meaning": Text(
        "Én gennemkørsel. Flere byer med samme regler viser, hvor meget der skyldes tilfældigheder.",
        "One run. Several towns under the same rules show how much is chance."),
    "glossary.caseload": Text("Sagstal", "Caseload"),
    "glossary.caseload.meaning": Text("Hvor mange borgere en sagsbehandler har.", "How many citizens a caseworker follows."),
    "glossary.handover": Text("Overlevering", "Handover"),
    "glossary.handover.meaning": Text(
        "Det, der bevares, når en sag får en ny sagsbehandler: intet, sagsakterne eller det, der kan siges på et "
        "møde med den gamle og den nye.",
        "What is saved when a case changes hands: nothing, a file, or a meeting with the old and the new."),
    "glossary.mentor": Text("Personlig mentor", "Personal mentor"),
    "glossary.mentor.meaning": Text(
        "En, der går med ud ad døren, til møder og i praktik.",
        "Someone who goes along out of the door, to meetings and placements."),
    "glossary.broker": Text("Jobformidler", "Job broker"),
    "glossary.broker.meaning": Text(
        "En medarbejder uden myndighed, der er tæt på både borgeren og virksomhederne.",
        "Someone without authority who is near both the citizen and the firms."),
    "glossary.placement": Text("Praktik", "Placement"),
    "glossary.placement.meaning": Text(
        "En tid på en arbejdsplads, mens man er på ydelse: for at blive afklaret, træne eller se hinanden an til "
        "et job.",
        "A time at a workplace while on benefit: to clarify, to train, or to be considered for a job."),
    "glossary.flexjob": Text("Fleksjob", "Flexjob"),
    "glossary.flexjob.meaning": Text(
        "Et job med færre timer og tilskud til lønnen, bevilget af kommunen.",
        "A job with fewer hours and a subsidy, granted by the municipality."),
    "glossary.resource": Text("Ressourceforløb", "Resource course"),
    "glossary.resource.meaning": Text(
        "Et længere, tværfagligt forløb med støtte, før der træffes afgørelse om fleksjob eller førtidspension.",
        "A longer course with support before a decision on flexjob or pension."),
    "glossary.activity": Text("Aktivitetsparat", "Activity-ready"),
    "glossary.activity.meaning": Text(
        "På kontanthjælp og af jobcentret vurderet til ikke at være klar til et job lige nu.",
        "On cash benefit and judged not ready for a job right now."),
    "sheet.title": Text("Ark til udskrift", "Sheets to print"),
    "sheet.lead": Text("Et ark til hver deltager. Vejledningen til den, der holder workshoppen, ligger i docs/workshop-vejledning.md.",
                       "A sheet for each participant. The facilitator's guide is docs/workshop-guide.md."),
    "sheet.frame": Text("Tom ramme til en tegnet kurve", "Empty frame for a drawn curve"),
    "sheet.share": Text("andel i byen", "share of the town"),
    "sheet.years": Text("år 0 → år 3", "year 0 → year 3"),
    "sheet.forecast": Text("Vores gæt", "Our forecast"),
    "sheet.forecast.lead": Text("Tegn først, hvordan det går, hvis intet ændres. Tegn så jeres gæt.", "First draw how it goes if nothing changes. Then draw your forecast."),
    "sheet.forecast.1": Text("Hvad ændrer vi?", "What do we change?"),
    "sheet.forecast.2": Text("Hvad tror vi, der sker, og hvor hurtigt?", "What do we think happens, and how fast?"),
    "sheet.forecast.3": Text("Hvorfor? Hvem mærker det først?", "Why? Who feels it first?"),
    "sheet.forecast.4": Text("Hvad så vi bagefter, som vi ikke havde ventet?", "What did we see afterwards that we had not expected?"),
    "sheet.life": Text("En livslinje", "A life line"),
    "sheet.life.lead": Text("Følg én person på skærmen, eller tegn en opdigtet.", "Follow one person on the screen, or draw an invented one."),
    "sheet.life.1": Text("Hvor vendte det, og hvem var der?", "Where did it turn, and who was there?"),
    "sheet.life.2": Text("Hvad kunne have vendt noget, men gjorde det ikke? Hvorfor?", "What might have turned something but did not? Why?"),
    "sheet.life.3": Text("Hvad gjorde skift af sagsbehandler ved linjen?", "What did changes of caseworker do to the line?"),
    "sheet.life.4": Text("Hvor skilles tvillingens liv fra dette, og hvad var den lille ting, der begyndte det?", "Where does the twin's life part from this one, and what small thing began it?"),
    "sheet.life.5": Text("Hvad ville I selv have gjort, og hvornår?", "What would you have done yourselves, and when?"),
    "sheet.role": Text("Tolv uger ved skrivebordet", "Twelve weeks at the desk"),
    "sheet.role.lead": Text("Skriv jeres regel, før I begynder.", "Write down your rule before you begin."),
    "sheet.role.1": Text("Hvem kalder vi ind først, og hvorfor?", "Whom do we call first, and why?"),
    "sheet.role.2": Text("Hvornår brød vi vores egen regel?", "When did we break our own rule?"),
    "sheet.role.3": Text("Hvem blev ikke set?", "Who was not seen?"),
    "sheet.role.4": Text("Hvad ville I bede om: flere timer, færre sager, anden viden?", "What would you ask for: more hours, fewer cases, other knowledge?"),
}
