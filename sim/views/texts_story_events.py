"""Sentences for each event on a citizen's pathway, and for each kind of turning point."""

from __future__ import annotations

from sim.errors import Text
from sim.views.wording import Wording

_EVENTS: Wording = {
    "event.standing": Text("Ny situation: {current}{cause}.", "New situation: {current}{cause}."),
    "event.phase": Text("Fasen skifter fra {previous} til {current}.", "The phase moves from {previous} to {current}."),
    "event.phase.first": Text("Fasen er nu {current}.", "The phase is now {current}."),
    "event.benefit": Text("{She} skifter ydelse: {current}{cause}.", "{She} moves to another benefit: {current}{cause}."),
    "event.caseworker_changed": Text(
        "{She} får en ny sagsbehandler ({agent}){cause}.", "{She} gets a new caseworker ({agent}){cause}."),
    "event.meeting.up": Text("En samtale med {agent} styrker tilliden.", "A meeting with {agent} strengthens trust."),
    "event.meeting.down": Text("En samtale med {agent} slider på tilliden.", "A meeting with {agent} wears on trust."),
    "event.meeting.many": Text("{count} samtaler betyder noget for tilliden.", "{count} meetings matter for trust."),
    "event.service_started": Text("Støtte begynder: {current}{waited}.", "Support begins: {current}{waited}."),
    "event.service_ended": Text("Støtten slutter: {previous}{cause}.", "The support ends: {previous}{cause}."),
    "event.waited": Text(", efter {weeks} ventetid", ", after a wait of {weeks}"),
    "event.placement_proposed": Text(
        "En praktik bliver foreslået ({channel}) hos {agent}.", "A placement is proposed ({channel}) at {agent}."),
    "event.placement_refused": Text("En praktik bliver ikke til noget{cause}.", "A placement comes to nothing{cause}."),
    "event.placement_started": Text(
        "{She} begynder i {kind} hos {agent} ({channel}).", "{She} starts a {kind} at {agent} ({channel})."),
    "event.placement_kind": Text("praktik", "placement"),
    "event.placement_extended": Text("Praktikken hos {agent} forlænges.", "The placement at {agent} is extended."),
    "event.placement_ended": Text(
        "Praktikken hos {agent} slutter efter {weeks}{cause}.", "The placement at {agent} ends after {weeks}{cause}."),
    "event.job_won": Text(
        "{She} får job hos {agent}, {hours} timer om ugen ({channel}).",
        "{She} gets a job at {agent}, {hours} hours a week ({channel})."),
    "event.job_won.unknown": Text(
        "{She} får job, {hours} timer om ugen ({channel}).", "{She} gets a job, {hours} hours a week ({channel})."),
    "event.job_lost": Text("{She} mister jobbet efter {weeks}{cause}.", "{She} loses the job after {weeks}{cause}."),
    "event.hours_changed": Text("Timetallet bliver {hours} om ugen.", "Hours become {hours} a week."),
    "event.rejected": Text("{She} får afslag på en ansøgning.", "{She} has an application turned down."),
    "event.rejected.many": Text("{She} får {count} afslag på ansøgninger.", "{She} has {count} applications turned down."),
    "event.sanction": Text("Ydelsen sættes ned i {weeks}.", "The benefit is reduced for {weeks}."),
    "event.case_stage": Text("Ny status i sagen: {current}.", "The case moves: {current}."),
    "event.decision": Text("Der træffes afgørelse: {current}{waited}.", "The decision is made: {current}{waited}."),
    "event.crisis": Text("En krise rammer: {current}.", "A crisis strikes: {current}."),
    "event.happening": Text("Udefra: {current}.", "From outside: {current}."),
    "event.happening.nothing": Text(
        "Udefra: {current}; der var ikke noget, det kunne virke på.", "From outside: {current}; there was nothing for it to act on."),
    "event.cutback": Text("Der skæres ned hos {agent}.", "There are cutbacks at {agent}."),
    "event.exited": Text("{She} forlader modellen{cause}.", "{She} leaves the model{cause}."),
    "turn.turned.up": Text("Et vendepunkt: derefter gik det fremad, og det holdt.",
                           "A turning point: after this things moved forward, and it lasted."),
    "turn.turned.down": Text("Et vendepunkt: derefter blev det sværere, og det varede ved.",
                             "A turning point: after this the road grew heavier, and it lasted."),
    "turn.not_turned": Text("Det kunne have vendt noget, men fasen ændrede sig ikke varigt.",
                            "It might have turned things, but the phase did not change for long."),
    "turn.unknown": Text("Så tæt på slutningen kan det ikke ses, om det vendte noget.",
                         "Whether it turned anything cannot be seen this close to the end."),
    "turn.reason": Text("Anledning: {reason}.", "Occasion: {reason}."),
}

_UPWARD: Wording = {
    "turn.relation": Text("{She} bliver mødt af en sagsbehandler, der lytter, forstår og tror på {her}.",
                          "{She} meets a caseworker who listens, understands and believes in {her}."),
    "turn.good_casework": Text("Sagen får et skub: den bliver prioriteret, og næste skridt er klart.",
                               "The case gets a push: it is given priority and the next step is clear."),
    "turn.better_caseworker": Text("Den nye sagsbehandler lytter og handler.", "The new caseworker listens and acts."),
    "turn.right_help": Text(
        "Hjælpen til helbred og hverdag begynder at virke.",
        "Help with health and everyday life takes hold."),
    "turn.upskilling_grant": Text("Et kursus rettet mod et konkret job bliver bevilget.",
                                  "A course aimed at a concrete job is granted."),
    "turn.clarified": Text("En afgørelse giver ro og retning.", "A decision gives relief and direction."),
    "turn.firm_offer": Text("Der bliver aftalt en praktik med udsigt til noget bagefter.",
                            "A placement with a prospect of something afterwards is arranged."),
    "turn.everyday_help": Text("Familie eller venner hjælper med hverdag eller økonomi.",
                               "Family or friends help with everyday life or money."),
    "turn.self_worth_support": Text("Nogen, der kendte {her} fra før, minder {her} om, hvad {she} kan.",
                                    "Someone who knew {her} from before reminds {her} of what {she} can do."),
    "turn.family_demand": Text("Familien bakker op og stiller krav på én gang.",
                               "The family backs {her} and makes demands at the same time."),
    "turn.network_link": Text("En bekendt åbner døren til en arbejdsplads.",
                              "An acquaintance opens the door to a workplace."),
    "turn.recognising_workplace": Text("Leder og kolleger ser {her} som den, {she} er.",
                                       "Leader and colleagues see {her} for who {she} is."),
    "turn.unexpected_strength": Text("En opgave passer til en styrke, ingen havde set.",
                                     "A task fits a strength nobody had seen."),
    "turn.own_initiative": Text("{She} tager selv initiativ og følger sin egen plan.",
                                "{She} takes the initiative and follows a plan of {hers} own."),
    "turn.gentle_placement": Text("En rolig praktik uden pres giver plads til at finde ud af, hvad {she} kan.",
                                  "A slow placement without pressure gives room to find out what {she} can do."),
    "turn.rehabilitation_momentum": Text("Der bliver fulgt op lige efter mødet i rehabiliteringsteamet.",
                                         "Action follows right after the rehabilitation meeting."),
}

_DOWNWARD: Wording = {
    "turn.caseworker_lost": Text("En sagsbehandler, {she} havde tillid til, er der ikke længere.",
                                 "A caseworker {she} trusted is no longer there."),
    "turn.life_crisis": Text("Livet uden for jobcentret rammer hårdt.", "Life outside the jobcentre strikes hard."),
    "turn.failed_placement": Text("En praktik bryder sammen.", "A placement breaks down."),
    "turn.pointless_placement": Text("Endnu en praktik slutter uden udsigt til noget.",
                                     "Another placement ends without a prospect of anything."),
    "turn.flexjob_refused": Text("Et håb om fleksjob bliver afvist.", "A hope of a flexjob is turned down."),
    "turn.deregistered": Text("Jobformidleren må give sagen tilbage.", "The job broker has to hand the case back."),
    "turn.follow_up_ended": Text("Opfølgningen hører op.", "The follow-up stops."),
    "turn.mentor_lapsed": Text("Mentoren på arbejdspladsen får ikke længere tid til {her}.",
                               "The mentor at the workplace no longer has time for {her}."),
    "turn.task_overload": Text("Opgaverne vokser inden for de samme timer.", "The tasks grow within the same hours."),
    "turn.personal_mentor_lost": Text("Den personlige mentor stopper ved ansættelsen.",
                                      "The personal mentor stops when {she} is hired."),
    "turn.over_commitment": Text("Det nye job kræver mere, end {she} kan klare lige nu.",
                                 "The new job asks for more than {she} can carry right now."),
    "turn.firm_closure": Text("Arbejdspladsen lukker.", "The workplace closes."),
    "turn.sanctioned": Text("Den lavere ydelse kan mærkes i hverdagen.", "The lower benefit is felt in everyday life."),
    "turn.overwhelming_demand": Text("Der bliver stillet krav på et tidspunkt, hvor alt i forvejen er for meget.",
                                     "Demands are made at a time when everything is already too much."),
    "turn.repeated_rejection": Text("Endnu et afslag bliver ét for meget.", "Yet another rejection is one too many."),
}

STORY_EVENTS: Wording = {**_EVENTS, **_UPWARD, **_DOWNWARD}
