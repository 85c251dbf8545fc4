"""Sentences of the page on what answers lean on."""

from __future__ import annotations

from sim.errors import Text
from sim.views.wording import Wording

LEANING: Wording = {
    "leaning.kicker": Text("vendepunkt · hvad svarene hviler på", "vendepunkt · what the answers rest on"),
    "leaning.lead": Text(
        "Alle usikre tal i undersøgelsen er varieret over det, vi holder for muligt. Siden siger, hvilke af dem svarene afhænger "
        "af, og hvor godt de er kendt: grad A og B er målt, C er skøn med støtte, D og E er skøn.",
        "All uncertain numbers of the study were varied over what we hold possible. The page says which of them the answers "
        "depend on, and how well these are known: grades A and B are measured, C is a judgement with support, D and E are "
        "judgements."),
    "leaning.morris": Text("Hvad der betyder noget (Morris)", "What matters (Morris)"),
    "leaning.morris.about": Text(
        "Virkning: hvor meget svaret i gennemsnit ændrer sig, når et tal går gennem hele sit område. Spredning: stor, når det "
        "afhænger af de andre tal.",
        "Effect: how much the answer changes on average when a number goes through its whole range. Spread: large when that "
        "depends on the other numbers."),
    "leaning.sobol": Text("Hvor stor en del af variationen (Sobol)", "How large a part (Sobol)"),
    "leaning.sobol.about": Text(
        "Andel af svarets variation, som et tal forklarer alene og i alt (med samspil). Andele i alt kan tilsammen blive over 1.",
        "The share of the answer's variation that a number explains by itself and in all (with interplay). Shares in all may add "
        "up to more than 1."),
    "leaning.failing": Text("Hvornår tiltaget ikke gavner", "When the policy does no good"),
    "leaning.failing.about": Text(
        "Den kombination af grænser for indstillinger, som bedst skiller punkter uden gavn fra de andre (PRIM). "
        "Chance: hvor let en grænse kunne være opstået tilfældigt.",
        "The box of settings that best tells points without benefit from the others (PRIM). Chance: how easily a limit might "
        "have come about by luck."),
    "leaning.axis.effect": Text("gennemsnitlig ændring af svaret", "average change of the answer"),
    "leaning.axis.total": Text("andel af variationen i alt", "share of variation in all"),
    "leaning.finding.most": Text("{answer}: mest afhængig af »{setting}«", "{answer}: depends most on “{setting}”"),
    "leaning.finding.luck": Text(
        "{answer}: tilfældigheder fylder mere end indstillingerne",
        "{answer}: luck is larger than the settings"),
    "leaning.finding.fails": Text("{answer}: ingen gavn i {share} af punkterne", "{answer}: does no good at {share} of points"),
    "leaning.source": Text("Kilde: vendepunkt {version}; {size}.", "Source: vendepunkt {version}; {size}."),
    "leaning.known": Text("evidensgrad A-C", "evidence grade A-C"),
    "leaning.weak": Text("evidensgrad D-E", "evidence grade D-E"),
    "leaning.box": Text("Område i undersøgelsen, og hvor tiltaget mest svigter", "Range in the study, and where the policy mostly fails"),
    "leaning.column.setting": Text("Indstilling", "Setting"),
    "leaning.column.grade": Text("Grad", "Grade"),
    "leaning.column.effect": Text("Virkning", "Effect"),
    "leaning.column.interval": Text("± (95 %)", "± (95 %)"),
    "leaning.column.curvature": Text("Spredning", "Spread"),
    "leaning.column.direction": Text("Retning", "Direction"),
    "leaning.column.alone": Text("Alene", "Alone"),
    "leaning.column.alone_interval": Text("± (95 %)", "± (95 %)"),
    "leaning.column.total": Text("I alt", "In all"),
    "leaning.column.total_interval": Text("± (95 %)", "± (95 %)"),
    "leaning.column.from": Text("Fra", "From"),
    "leaning.column.to": Text("Til", "To"),
    "leaning.column.chance": Text("Chance", "Chance"),
}
