"""Words for following one person: the life line, the twin, the story."""

from __future__ import annotations

from sim.errors import Text

FOLLOW: dict[str, Text] = {
    "follow.person": Text("Person", "Person"),
    "follow.before": Text("◀ Forrige", "◀ Previous"),
    "follow.next": Text("Næste ▶", "Next ▶"),
    "follow.apart": Text("Størst forskel", "Furthest apart"),
    "follow.run": Text("Liv under", "Life under"),
    "follow.under": Text("Tvilling under", "Twin under"),
    "follow.none": Text("ingen", "none"),
    "follow.twin": Text("Tvillingen til {name} · {run}", "The twin of {name} · {run}"),
    "follow.absent": Text("Personen findes ikke i den anden kørsel.", "The person is not in the other run."),
    "follow.choose": Text(
        "Tvillingen er den samme person med de samme tilfældigheder under en anden politik. Kør en ændring under "
        "Prøv, og vælg den her.",
        "The twin is the same person with the same luck under another policy. Run a change under Try and choose it "
        "here."),
    "follow.alike": Text("De to liv er ens: ændringen nåede aldrig denne person.", "The two lives are alike: the change never reached this person."),
    "follow.parting": Text("Fra uge {week} skilles de to liv.", "From week {week} the two lives part."),
    "follow.story": Text("I ord: {run}", "In words: {run}"),
    "follow.one": Text("Ét muligt liv for en opdigtet person. Med andre tilfældigheder kunne det være gået anderledes, også uden ændringen.",
                       "One possible life of an invented person. With other luck it could have gone otherwise, also without the change."),
    "life.touch": Text("Peg på en trekant, eller gå til den med Tab, for at læse, hvad der skete.", "Point at a triangle, or reach it with Tab, to read what happened."),
    "life.turns": Text("Vendepunkter", "Turns"),
    "life.phase": Text("Fase", "Phase"),
    "life.standing": Text("Tilbud, job", "Offers, jobs"),
    "life.meetings": Text("Samtaler", "Meetings"),
    "life.desks": Text("Sagsbehandler", "Caseworker"),
    "life.desk": Text("nr. {number}", "no. {number}"),
    "life.weeks": Text("uge {from} til {to}", "weeks {from} to {to}"),
    "life.split": Text("herfra skilles livene", "from here the lives part"),
    "life.key.held.up": Text("▲ stor: vendepunkt opad, der holdt", "▲ large: turned upward, and it lasted"),
    "life.key.held.down": Text("▼ stor: vendepunkt nedad, der holdt", "▼ large: turned downward, and it lasted"),
    "life.key.might": Text("▲ ▼ lille: muligt vendepunkt", "▲ ▼ small: might have turned something"),
    "life.key.meeting": Text("| samtale", "| meeting"),
    "life.key.change": Text("streg på tværs: ny sagsbehandler", "bar across: new caseworker"),
    "story.year": Text("{year}. år", "Year {year}"),
}
