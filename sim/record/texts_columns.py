"""What every column of the four tables means, in Danish and English; ``vendepunkt schema`` shows it."""

from __future__ import annotations

from collections.abc import Mapping

from sim.errors import Text
from sim.record.schema import HOURS, PANEL_STATES, STATES
from sim.vocabulary import (
    Agency, CaseworkerCondition, FirmCondition, Identity, NetworkCondition, Phase, Standing, Word,
)

_KEYS: Mapping[str, Text] = {
    "seed": Text("gennemkørslens frø", "the run's seed"),
    "citizen": Text("borgerens nummer; det samme menneske i alle scenarier med samme frø",
                    "the citizen's number; the same person in all scenarios of a seed"),
    "week": Text("uge, 0 er den første", "week, 0 is the first"),
}
_STATE: Mapping[str, Text] = {
    "self_worth": Text("selvværd, 0 til 1", "self-worth, 0 to 1"),
    "belief": Text("tro på at få job, 0 til 1", "belief in getting a job, 0 to 1"),
    "coping": Text("mestring af hverdag og helbred, 0 til 1", "coping with everyday life and health, 0 to 1"),
    "health": Text("helbred, 0 til 1", "health, 0 to 1"),
    "direction": Text("retning, 0 til 1", "direction, 0 to 1"),
    "nearness": Text("nærhed til arbejdsmarkedet, 0 til 1; en aflæsning, der ikke styrer noget",
                     "nearness to work, 0 to 1; a read-out that steers nothing"),
    "trust": Text("tillid til sagsbehandleren, 0 til 1", "trust in the caseworker, 0 to 1"),
}
_CITIZENS: Mapping[str, Text] = {
    "entry_week": Text("uge, borgeren kom til; negativ før starten", "week of entry; negative before the start"),
    "exit_week": Text("uge, borgeren gik ud, eller kørslens længde", "week of leaving, or the length of the run"),
    "age": Text("alder i uge 0 eller ved indtræden, år", "age at week 0 or on entry, years"),
    "female": Text("kvinde", "woman"),
    "children": Text("hjemmeboende børn", "children at home"),
    "partner_income": Text("en partner tjener penge", "a partner earns"),
    "language": Text("danskkundskaber, 0 til 1", "command of Danish, 0 to 1"),
    "trained": Text("har en erhvervsuddannelse", "has vocational training"),
    "trade": Text("fag, borgeren er uddannet til eller har arbejdet i (kode: Occupation)",
                  "occupation trained for or worked in (code: Occupation)"),
    "wish": Text("fag, borgeren ønsker sig (kode: Occupation)", "occupation wished for (code: Occupation)"),
    "chronic_mental": Text("psykiatrisk diagnose", "psychiatric diagnosis"),
    "chronic_musculoskeletal": Text("muskel- eller skeletlidelse", "musculoskeletal disorder"),
    "chronic_other": Text("anden kronisk sygdom", "other chronic condition"),
    "anxious": Text("utryg i nye relationer", "anxious in new relations"),
    "accommodation_need": Text("behov for skånehensyn, 0 til 1", "need for accommodations at work, 0 to 1"),
    "hours_possible": Text("mulige timer om ugen ved godt helbred", "weekly hours possible in good health"),
    "sociability": Text("hvor let borgeren har ved andre mennesker, 0 til 1", "social ease, 0 to 1"),
    "benefit_at_start": Text("ydelse i uge 0 eller ved indtræden (kode: Benefit)",
                             "benefit at week 0 or on entry (code: Benefit)"),
    "standing_at_start": Text("situation i uge 0 eller ved indtræden (kode: Standing)",
                              "standing at week 0 or on entry (code: Standing)"),
    "standing_at_end": Text("situation til sidst (kode: Standing)", "standing at the end (code: Standing)"),
    "phase_at_start": Text("fase i uge 0 eller ved indtræden (kode: Phase)", "phase at week 0 or on entry (code: Phase)"),
    "phase_at_end": Text("fase til sidst (kode: Phase)", "phase at the end (code: Phase)"),
    "weeks_on_support_at_start": Text("uger på offentlig forsørgelse indtil da", "weeks on public support until then"),
    "support_share_5y": Text("andel af de sidste fem år af kørslen på forsørgelse; NaN, hvor under 260 uger kendes",
                             "share of the run's last five years on support; NaN where under 260 weeks are known"),
    "caseworker_changes": Text("skift af sagsbehandler i kørslen", "changes of caseworker in the run"),
    "meetings": Text("samtaler med sagsbehandleren", "meetings with the caseworker"),
    "placements": Text("begyndte praktikker", "placements begun"),
    "applications": Text("ansøgninger", "applications"),
    "weeks_waiting": Text("uger, der gik med at vente på støtte, afgørelse eller start",
                          "weeks spent waiting for support, a decision or a start"),
    **{f"{state}_at_start": Text(f"{_STATE[state].da}, i uge 0 eller ved indtræden",
                                 f"{_STATE[state].en}, at week 0 or on entry") for state in STATES},
    **{f"{state}_at_end": Text(f"{_STATE[state].da}, til sidst", f"{_STATE[state].en}, at the end") for state in STATES},
}
_SPELLS: Mapping[str, Text] = {
    "layer": Text("hvilken side af forløbet: 0 situation, 1 fase, 2 ydelse",
                  "which side of the pathway: 0 standing, 1 phase, 2 benefit"),
    "code": Text("situationen, fasen eller ydelsen (koder: Standing, Phase, Benefit)",
                 "the standing, phase or benefit (codes: Standing, Phase, Benefit)"),
    "start": Text("første uge", "first week"),
    "end": Text("ugen efter den sidste", "the week after the last"),
    "cause": Text("hvorfor det begyndte (kode: Cause)", "why it began (code: Cause)"),
    "open_left": Text("begyndte, før der registreres", "began before the record"),
    "open_right": Text("varede ved, da registreringen sluttede", "went on when the record ended"),
}
_EVENTS: Mapping[str, Text] = {
    "kind": Text("hvad der skete (kode: EventKind)", "what happened (code: EventKind)"),
    "agent": Text("sagsbehandlerens eller virksomhedens nummer, −1 ingen", "number of the post or firm, −1 none"),
    "previous": Text("før (kode efter type), 255 intet", "before (code by kind), 255 none"),
    "current": Text("efter (kode efter type), 255 intet", "after (code by kind), 255 none"),
    "cause": Text("hvorfor (kode: Cause)", "why (code: Cause)"),
    "amount": Text("størrelse, for eksempel timer eller uger; efter type", "size, such as hours or weeks; by kind"),
    "turned": Text("om vendepunktet vendte forløbet varigt; ses først af ugerne efter, tom hvor det ikke kan vides endnu",
                   "whether the turning point turned the pathway for good; told by the weeks after it, empty where not "
                   "known yet"),
}
_TOWN = Text(" (kun gruppen all)", " (group all alone)")
_HOURS: Mapping[str, Text] = {
    "meetings": Text("samtaler", "meetings"),
    "casework": Text("sagsbehandlernes betalte timer i alt", "all paid hours of caseworkers"),
    "broker": Text("jobformidlernes betalte timer i alt", "all paid hours of brokers"),
    "activation": Text("generel aktivering", "generic activation"),
    "support": Text("støtte og behandling", "support and treatment"),
    "firm_mentor": Text("virksomhedsmentorer i alt", "firm mentors, all they spend"),
    "firm_mentor_paid": Text("virksomhedsmentorer, som nogen betaler virksomheden for",
                             "firm mentors, that somebody pays the firm for"),
    "mentor_training": Text("uddannelse af virksomhedsmentorer", "training of firm mentors"),
    "reception": Text("modtagelse på arbejdspladsen", "reception at the workplace"),
    "compensation": Text("tabt arbejdsevne, der betales for", "lost ability that is paid for"),
    "flexjob_pool": Text("fleksjob, som puljen dækker", "flexjobs that the pool carries"),
    "outreach": Text("opsøgning af virksomheder", "approaching workplaces"),
    "handover": Text("overlevering af sager", "handing over cases"),
    "tasks": Text("aftaler og opgaver om praktikker", "agreements and tasks of placements"),
    "team": Text("rehabiliteringsteamet", "the rehabilitation team"),
    "teaching": Text("uddannelse af sagsbehandlere", "training of caseworkers"),
    "volunteers": Text("frivillige", "volunteers"),
    "provider": Text("en anden aktør", "an external provider"),
}
_PANEL: Mapping[str, Text] = {
    "group": Text("gruppe; all er alle", "group; all is everybody"),
    "citizens": Text("borgere i gruppen", "citizens in the group"),
    "inclusion_capacity": Text(f"virksomhedernes rummelighed, gennemsnit, 0 til 1{_TOWN.da}",
                               f"firms' inclusion capacity, mean, 0 to 1{_TOWN.en}"),
    "caseload": Text(f"borgere pr. besat stilling{_TOWN.da}", f"citizens per post that is filled{_TOWN.en}"),
    "waiting_support": Text(f"venter på støtte{_TOWN.da}", f"waiting for support{_TOWN.en}"),
    "waiting_team": Text(f"venter på rehabiliteringsteamet{_TOWN.da}", f"waiting for the rehabilitation team{_TOWN.en}"),
    "waiting_start": Text(f"venter på at begynde{_TOWN.da}", f"waiting to begin{_TOWN.en}"),
    "meetings": Text(f"samtaler i ugen{_TOWN.da}", f"meetings in the week{_TOWN.en}"),
    "placements_started": Text(f"praktikker begyndt i ugen{_TOWN.da}", f"placements begun in the week{_TOWN.en}"),
    "jobs_won": Text(f"nye job i ugen{_TOWN.da}", f"jobs won in the week{_TOWN.en}"),
    "jobs_lost": Text(f"job mistet i ugen{_TOWN.da}", f"jobs lost in the week{_TOWN.en}"),
    **{f"hours_{work}": Text(f"ugens timer: {_HOURS[work].da}{_TOWN.da}", f"hours of the week: {_HOURS[work].en}{_TOWN.en}")
       for work in HOURS},
    **{f"mean_{state}": Text(f"gennemsnit for dem på forsørgelse: {_STATE[state].da}",
                             f"mean of those on support: {_STATE[state].en}") for state in PANEL_STATES},
    **{f"benefit_weeks_b{step}": Text(f"på ydelse med {weeks} ugers forsørgelse bag sig{_TOWN.da}",
                                      f"on benefit with {weeks} weeks of support behind them{_TOWN.en}")
       for step, weeks in ((1, "1-4"), (2, "5-26"), (3, "27-52"), (4, "53+"))},
}
_COUNTED: Mapping[str, tuple[type[Word], Text]] = {
    "standing": (Standing, Text("borgere", "citizens")), "phase": (Phase, Text("borgere", "citizens")),
    "agency": (Agency, Text("borgere", "citizens")), "identity": (Identity, Text("borgere", "citizens")),
    "caseworkers": (CaseworkerCondition, Text("sagsbehandlere", "caseworkers")),
    "firms": (FirmCondition, Text("virksomheder", "firms")), "networks": (NetworkCondition, Text("netværk", "networks")),
}
_OWN: Mapping[str, Mapping[str, Text]] = {
    "citizens": _CITIZENS, "spells": _SPELLS, "events": _EVENTS, "panel": _PANEL,
}


def column_meaning(table: str, column: str) -> Text:
    """Return what a column of a table means.

    Raises:
        KeyError: when there is no such column.
    """
    own = {**_KEYS, **_OWN[table]}
    if column in own:
        return own[column]
    prefix, _, key = column.partition("_")
    words, who = _COUNTED[prefix]
    word = words.from_key(key)
    return Text(f"{who.da}: {word.da}", f"{who.en}: {word.en}")
