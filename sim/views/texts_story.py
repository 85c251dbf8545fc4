"""Sentences that frame one citizen's pathway: who it is, where it begins, where it ends."""

from __future__ import annotations

from sim.errors import Text
from sim.views.wording import Wording

_PRONOUNS: Wording = {
    "story.she": Text("hun", "she"),
    "story.he": Text("han", "he"),
    "story.her": Text("hende", "her"),
    "story.him": Text("ham", "him"),
    "story.hers": Text("hendes", "her"),
    "story.his": Text("hans", "his"),
}

_FRAME: Wording = {
    "story.title": Text("Borger {citizen}, gennemkørsel {seed}", "Citizen {citizen}, run {seed}"),
    "story.notice": Text(
        "En simuleret person og ét muligt livsforløb. Det er ikke en virkelig borger, og med andre tilfældigheder "
        "kunne det være gået anderledes.",
        "A simulated person and one possible life. This is not a real citizen, and with other luck it could have "
        "turned out differently."),
    "story.person": Text("{She} er {age} år{household}.", "{She} is {age} years old{household}."),
    "story.household.partner": Text(" og deler økonomi med en partner", " and shares the household economy with a partner"),
    "story.household.both": Text(", deler økonomi med en partner og har {children}",
                                 ", shares the household economy with a partner and has {children}"),
    "story.household.children": Text(" og har {children}", " and has {children}"),
    "story.children.one": Text("barn", "child"),
    "story.children.many": Text("børn", "children"),
    "story.trained": Text(
        "{She} er uddannet inden for {trade}", "{She} is trained in {trade}"),
    "story.untrained": Text(
        "{She} har ingen erhvervsuddannelse, men erfaring fra {trade}",
        "{She} has no vocational training, but experience from {trade}"),
    "story.wish.same": Text(", og det er også dér, {she} gerne vil arbejde.", ", and that is also where {she} wants to work."),
    "story.wish.other": Text(" og vil gerne arbejde inden for {wish}.", " and would like to work in {wish}."),
    "story.health": Text("{She} lever med {conditions}.", "{She} lives with {conditions}."),
    "story.health.mental": Text("psykisk sygdom", "mental illness"),
    "story.health.musculoskeletal": Text("smerter i bevægeapparatet", "musculoskeletal pain"),
    "story.health.other": Text("anden længerevarende sygdom", "another long-term illness"),
    "story.anxious": Text("Nye mennesker og skift fylder meget for {her}.", "New people and changes weigh heavily on {her}."),
    "story.hours": Text("{She} kan klare omkring {hours} timers arbejde om ugen.",
                        "{She} can manage about {hours} hours of work a week."),
    "story.begins": Text(
        "Ved begyndelsen, {date}, er {hers} situation: {standing}. Fase: {phase}.",
        "At the beginning, {date}, {hers} situation is: {standing}. Phase: {phase}."),
    "story.enters": Text(
        "{She} kommer med i modellen undervejs, {date}. Situation: {standing}. Fase: {phase}.",
        "{She} arrives along the way, {date}. Situation: {standing}. Phase: {phase}."),
    "story.support_before": Text(
        "{She} har indtil da været {years} år på offentlig forsørgelse.",
        "Until then {she} has spent {years} years on public support."),
    "story.ends": Text("Ved slutningen, {date}: {standing}. Fase: {phase}.",
                       "At the end, {date}: {standing}. Phase: {phase}."),
    "story.left": Text("{She} forlader modellen, {date}. Sidste situation: {standing}.",
                       "{She} leaves the model, {date}. Last situation: {standing}."),
    "story.tally": Text(
        "Undervejs: {caseworkers}, {meetings}, {placements}, {applications}. {waiting} gik med at vente på støtte, "
        "afgørelse eller opstart.",
        "Along the way: {caseworkers}, {meetings}, {placements}, {applications}. {waiting} went by waiting for "
        "support, a decision or a start."),
    "story.tally.caseworkers.one": Text("skift af sagsbehandler", "change of caseworker"),
    "story.tally.caseworkers.many": Text("skift af sagsbehandler", "changes of caseworker"),
    "story.tally.meetings.one": Text("samtale", "meeting"),
    "story.tally.meetings.many": Text("samtaler", "meetings"),
    "story.tally.placements.one": Text("praktik", "placement"),
    "story.tally.placements.many": Text("praktikker", "placements"),
    "story.tally.applications.one": Text("ansøgning", "application"),
    "story.tally.applications.many": Text("ansøgninger", "applications"),
    "story.tally.weeks.one": Text("uge", "week"),
    "story.tally.weeks.many": Text("uger", "weeks"),
    "story.weeks_of.one": Text("uges", "week"),
    "story.weeks_of.many": Text("ugers", "weeks"),
    "story.week": Text("uge {week}", "week {week}"),
    "story.week_heading": Text("År {year}", "Year {year}"),
    "story.agent.post": Text("sagsbehandler {agent}", "caseworker {agent}"),
    "story.agent.firm": Text("virksomhed {agent}", "firm {agent}"),
    "story.agent.some_post": Text("en sagsbehandler", "a caseworker"),
    "story.agent.some_firm": Text("en virksomhed", "a firm"),
}

_CAUSES: Wording = {
    "cause.none": Text("", ""),
    "cause.staff_turnover": Text("fordi den tidligere sagsbehandler er rejst", "because the former caseworker has left"),
    "cause.reassigned": Text("fordi sagerne er omfordelt", "because cases were moved around"),
    "cause.caseload_policy": Text("fordi antallet af stillinger er ændret", "because the number of posts has changed"),
    "cause.benefit_change": Text("fordi en ny ydelse giver en anden sagsbehandler",
                                 "because a new benefit brings another caseworker"),
    "cause.hired": Text("med ansættelse", "with a job"),
    "cause.recalled": Text("fordi arbejdspladsen ringede igen", "because the workplace called back"),
    "cause.gate_failed": Text("uden ansættelse", "without the firm hiring"),
    "cause.no_opening": Text("uden at der var en ledig stilling", "without there being an opening"),
    "cause.health": Text("på grund af helbredet", "for health reasons"),
    "cause.cutback": Text("på grund af nedskæringer", "because of cutbacks"),
    "cause.sick_listed": Text("med en sygemelding", "with sick leave"),
    "cause.left_by_citizen": Text("efter borgerens eget valg", "by the citizen's own choice"),
    "cause.left_by_firm": Text("fordi virksomheden sagde stop", "because the firm stopped early"),
    "cause.firm_closed": Text("fordi arbejdspladsen lukkede", "because the workplace closed"),
    "cause.overload": Text("fordi opgaverne voksede ud over det aftalte", "because the tasks outgrew what was agreed"),
    "cause.ended": Text("fordi den aftalte tid var gået", "because the agreed time was over"),
    "cause.meeting_proposal": Text("efter aftale på en samtale", "as agreed at a meeting"),
    "cause.own_search": Text("efter egen ansøgning", "after an application of one's own"),
    "cause.network_lead": Text("efter et tip fra netværket", "after a lead from the network"),
    "cause.firm_refused": Text("fordi virksomheden sagde nej", "because the firm said no"),
    "cause.no_place_found": Text("fordi der ikke fandtes en passende plads", "because no fitting place was found"),
    "cause.decision": Text("efter en afgørelse i rehabiliteringsteamet", "after a decision by the rehabilitation team"),
    "cause.age": Text("på grund af pensionsalderen", "on reaching retirement age"),
    "cause.moved": Text("på grund af flytning til en anden kommune", "on moving to another municipality"),
    "cause.died": Text("ved dødsfald", "by death"),
    "cause.partner_income": Text("fordi husstanden lever af partnerens indkomst",
                                 "because the household lives on the partner's income"),
    "cause.sanction": Text("efter en sanktion", "after a sanction"),
    "cause.upskilled": Text("efter et bevilget kursus", "after a granted course"),
    "cause.returned": Text("ved tilbagevenden til ydelse", "on coming back to benefit"),
    "cause.entered": Text("som ny borger", "as a new citizen"),
    "cause.started": Text("", ""),
    "cause.intervention": Text("ved et indgreb udefra", "by an intervention from outside"),
    "cause.no_hours": Text("fordi der ikke var timer til at opsøge virksomheder", "because there were no hours for approaching firms"),
}

STORY: Wording = {**_PRONOUNS, **_FRAME, **_CAUSES}
