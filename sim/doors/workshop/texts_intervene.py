"""Words for intervening in one life and for playing caseworker."""

from __future__ import annotations

from sim.errors import Text

INTERVENE: dict[str, Text] = {
    "intervene.lead": Text(
        "Lad noget ske for én person fra en bestemt uge. Resten af byen og tilfældighederne er de samme.",
        "Let something happen to one person from a certain week. The rest of the town and the luck are the same."),
    "intervene.lead.file": Text("I denne fil regnes der ikke. Indgrebene er optaget på forhånd: højst to personer fra hver fase, i én bestemt uge, i byen som i dag. Med vendepunkt workshop kan I vælge frit.",
                                "Nothing is computed in this file. The interventions were recorded beforehand: at most two people from each phase, in one week, in the town as today. With vendepunkt workshop you can choose freely."),
    "intervene.none": Text("Dette indgreb er ikke optaget i filen.", "This intervention was not recorded in the file."),
    "intervene.absent": Text("ikke i byen endnu", "not in town yet"),
    "intervene.week": Text("Fra uge", "From week"),
    "intervene.what": Text("Hvad sker der?", "What happens?"),
    "intervene.with": Text("{who} · {what} i uge {week}", "{who} · {what} in week {week}"),
    "intervene.without": Text("{who} uden indgrebet", "{who} without it"),
    "intervene.here": Text("her sker det", "here it happens"),
    "intervene.here.not": Text("her skete det ikke", "here it did not happen"),
    "intervene.bare": Text("Uden indgrebet", "Without it"),
    "intervene.alike": Text("Det ændrede ikke noget i dette liv.", "It changed nothing in this life."),
    "intervene.luck": Text("Det er ét muligt liv med og uden: en anledning til at tale sammen, ikke et bevis for en virkning.",
                           "It is one possible life with and without: an occasion to talk, not proof of an effect."),
    "intervene.new_better": Text("God ny sagsbehandler, med overlevering", "Good new caseworker, handover"),
    "intervene.new_bare": Text("Ny sagsbehandler uden overlevering", "New caseworker, no handover"),
    "intervene.kept": Text("Beholder sagsbehandleren", "Keeps the caseworker"),
    "intervene.mentor": Text("Personlig mentor", "Personal mentor"),
    "intervene.broker": Text("Jobformidler", "Job broker"),
    "intervene.prospect": Text("Praktik med udsigt", "Placement with prospect"),
    "intervene.no_prospect": Text("Praktik uden udsigt", "Placement without prospect"),
    "intervene.friend": Text("En ven i arbejde melder sig", "A friend in work"),
    "intervene.friend_lost": Text("En ven forsvinder", "A friend goes"),
    "intervene.crisis": Text("En livskrise", "A life crisis"),
    "intervene.crisis.gentle": Text("En svær tid derhjemme", "A hard time at home"),
    "intervene.eases": Text("Et problem letter", "A problem eases"),
}

ROLE: dict[str, Text] = {
    "role.title": Text("Hvem ringer du til i denne uge?", "Whom do you call this week?"),
    "role.intro": Text(
        "Du er sagsbehandler i tolv uger. Timerne rækker til nogle få samtaler om ugen. Vælg, hvem der bliver "
        "kaldt ind. Bagefter ser I, hvordan det gik, hvordan det var gået, hvis den, der havde ventet længst, "
        "altid kom først, og hvordan det var gået med halvt så mange sager.",
        "You are a caseworker for twelve weeks. The hours reach for a few talks a week. Choose who is called in. "
        "Afterwards you see how it went, how it would have gone if whoever had waited longest always came first, "
        "and how with half as many cases."),
    "role.see": Text("Du ser det, en sagsbehandler kan se: sagen og dit eget indtryk. Fasen kan du ikke se.",
                     "You see what a caseworker can see: the file and your own impression. The phase you cannot see."),
    "role.full": Text("Spil med alle sagerne", "Play with all the cases"),
    "role.half": Text("Spil med halvt så mange", "Play with half as many"),
    "role.file": Text(
        "I denne fil regnes der ikke. Hvert menneskes liv er optaget, som det går efter reglen, og med fire og "
        "seks indkaldelser oveni. Til sidst vises for hver person det optagede liv, der ligger nærmest antallet af "
        "dine indkaldelser. Det er en tilnærmelse: en indkaldelse af én tager ikke tid fra de andre, og en eller "
        "to indkaldelser tæller ikke med.",
        "Nothing is computed in this file. Each person's life was recorded as the rule would have it, and with "
        "four and six calls on top. In the end, for each person, the recorded life nearest to the number of your "
        "calls is shown. That is an approximation: a call to one takes no time from the others, and one or two "
        "calls do not count."),
    "role.week": Text("Uge {week} af {weeks}: {cases} sager", "Week {week} of {weeks}: {cases} cases"),
    "role.count": Text("{picked} valgt af {slots} samtaler", "{picked} chosen of {slots} talks"),
    "role.next": Text("Hold samtalerne ▶", "Hold the talks ▶"),
    "role.rest": Text("Fyld op oppefra", "Fill from the top"),
    "role.sort": Text("Ordn efter", "Sort by"),
    "role.by.since": Text("ventetid", "waiting time"),
    "role.by.belief": Text("dit indtryk", "your impression"),
    "role.by.relation": Text("relation", "relation"),
    "role.by.age": Text("alder", "age"),
    "role.never": Text("aldrig mødt", "never met"),
    "role.since": Text("{weeks} uger siden sidst", "{weeks} weeks since last"),
    "role.relation.good": Text("god relation", "good relation"),
    "role.relation.thin": Text("spinkel relation", "thin relation"),
    "role.relation.none": Text("ingen relation endnu", "no relation yet"),
    "role.unknown": Text("sagen er kun lidt kendt", "case not well known"),
    "role.new": Text("ny sag", "new case"),
    "role.hope.high": Text("lyst indtryk", "bright impression"),
    "role.hope.some": Text("blandet indtryk", "mixed impression"),
    "role.hope.low": Text("tungt indtryk", "heavy impression"),
    "role.over": Text("Hvordan gik det de {people} mennesker?", "How did the {people} people fare?"),
    "role.arms": Text(
        "De samme mennesker med de samme tilfældigheder, tre gange. Efter de tolv uger kører alle tre videre efter "
        "samme regel.",
        "The same people with the same luck, three times. After the twelve weeks all three go on by the same rule."),
    "role.arm.you": Text("Dine valg", "Your choices"),
    "role.arm.rule": Text("Længst ventetid først", "Longest wait first"),
    "role.arm.half": Text("Halvt så mange sager", "Half as many cases"),
    "role.start": Text("Ved start", "At the start"),
    "role.after": Text("Efter {weeks} uger", "After {weeks} weeks"),
    "role.later": Text("Efter {weeks} uger", "After {weeks} weeks"),
    "role.sum.meetings": Text("Samtaler i alt", "Talks in all"),
    "role.sum.changes": Text("Skift af sagsbehandler", "Changes of caseworker"),
    "role.sum.up": Text("Vendepunkter opad, der holdt", "Upward turning points that held"),
    "role.sum.down": Text("Vendepunkter nedad, der holdt", "Downward turning points that held"),
    "role.away": Text("Ude af systemet", "Outside"),
    "role.luck": Text(
        "Tolv uger og én sagsbunke er lidt, og meget er tilfældigt. Se efter, om forskellen mellem dine valg og "
        "reglen er stor eller lille ved siden af forskellen til halvt så mange sager. Færre sager begynder med, at "
        "nogle skifter sagsbehandler.",
        "Twelve weeks and one pile is little, and much is luck. See whether the difference between your choices "
        "and the rule is large or small beside the difference to half as many cases. Fewer cases begin with some "
        "people changing caseworker."),
    "role.nearest": Text(
        "»Dine valg« er her en tilnærmelse ud fra optagede liv: for hver person det, der ligger nærmest antallet "
        "af dine indkaldelser (0, 4 eller 6). En indkaldelse af én tog ikke tid fra de andre, så søjlen kan være "
        "for optimistisk. En streg betyder, at det ikke kan vides uden modellen.",
        '"Your choices" is here an approximation from recorded lives: for each person the one nearest to the '
        "number of your calls (0, 4 or 6). A call to one took no time from the others, so the bar may be too "
        "hopeful. A dash means that it cannot be known without the model."),
    "role.question.1": Text(
        "Hvem kaldte I ind først, og hvem måtte vente?",
        "Whom did you call first, and what did you leave?"),
    "role.question.2": Text("Hvad kunne I ikke se, som I gerne ville have vidst?", "What could you not see that you wished you had known?"),
    "role.question.3": Text("Var det valget eller antallet af sager, der betød mest?", "Was it the choice or the number of cases that mattered most?"),
    "role.stop": Text("Tilbage", "Back"),
}
