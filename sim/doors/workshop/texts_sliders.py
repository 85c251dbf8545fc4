"""Words for the sliders of the workshop and their positions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sim.errors import Text

SLIDER_TEXTS: Mapping[str, Text] = MappingProxyType({
    "caseload": Text("Sager pr. sagsbehandler", "Cases per caseworker"),
    "caseload.meaning": Text("Færre sager betyder flere stillinger. Nye folk overtager sager, så nogle borgere skifter sagsbehandler.",
                             "Fewer cases mean more posts. New people take over cases, so some citizens change caseworker."),
    "caseload.c120": Text("120 sager", "120 cases"),
    "caseload.today": Text("{cases}: som i dag", "{cases}: as today"),
    "caseload.c60": Text("60 sager", "60 cases"),
    "caseload.c40": Text("40 sager", "40 cases"),
    "caseload.c30": Text("30 sager", "30 cases"),
    "changes": Text("Skift af sagsbehandler", "Changes of caseworker"),
    "changes.meaning": Text(
        "Hvor mange sagsbehandlere der stopper, hvor tit sager flyttes, og om sagsbehandleren følger med, når "
        "ydelsen skifter.",
        "How many caseworkers leave, how often cases are moved, and whether the caseworker follows when the "
        "benefit changes."),
    "changes.often": Text("Tit", "Often"),
    "changes.today": Text("Som i dag", "As today"),
    "changes.seldom": Text("Sjældent", "Seldom"),
    "handover": Text("Overlevering ved skift", "Handover when it changes"),
    "handover.meaning": Text("Hvad den nye sagsbehandler får med. Et overleveringsmøde koster timer, der ellers gik til samtaler.",
                             "What the new caseworker is given. A handover meeting costs hours that would have gone to talks."),
    "handover.none": Text("Ingen", "None"),
    "handover.today": Text("Sagsakter: som i dag", "A file: as today"),
    "handover.planned": Text("Overleveringsmøde", "A meeting together"),
    "mentors": Text("Personlige mentorer", "Personal mentors"),
    "mentors.meaning": Text(
        "Pladser med en mentor, der går med ud ad døren. Flere pladser koster penge; hvor mange, viser notaterne.",
        "Places with a mentor who goes along out of the door. More places cost money, which the briefs show."),
    "mentors.few": Text("Få", "Few"),
    "mentors.today": Text("Som i dag", "As today"),
    "mentors.double": Text("Dobbelt så mange", "Twice as many"),
    "mentors.kept": Text("Dobbelt, også efter ansættelse", "Twice, also after hiring"),
    "prospect": Text("Praktik med udsigt til job", "Placements with a prospect"),
    "prospect.meaning": Text(
        "Om der kun laves praktik, hvor der er en ledig stilling, og formålet er aftalt. Så bliver der færre "
        "praktikker.",
        "Whether placements are made only where there is an opening, and the purpose is agreed. There will be "
        "fewer."),
    "prospect.today": Text("Som i dag", "As today"),
    "prospect.opening": Text("Kun med ledig stilling", "Only with an opening"),
    "prospect.purpose": Text("Kun med stilling og formål", "Only with opening and purpose"),
})
