"""Settings that are lawful one by one and make no sense together: what a person would ask about before the run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sim.errors import Text
from sim.scenario.dated import Value

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """A question to the values of a week; ``keys`` are the settings it looks at."""

    keys: tuple[str, ...]
    fails: Callable[[Values], bool]
    text: Text


@dataclass(frozen=True, slots=True)
class Silence:
    """While ``switch`` has ``value``, the settings in ``keys`` do nothing."""

    switch: str
    value: float | bool
    keys: tuple[str, ...]


_DRIVE = tuple(
    f"person.drive_{state}" for state in ("belief", "self_worth", "direction", "coping", "motivation")
)

CROSS_CHECKS: tuple[CrossCheck, ...] = (
    CrossCheck(
        ("casework.fixed_hours", "casework.hours"),
        lambda values: values["casework.fixed_hours"] >= values["casework.hours"],
        Text("De faste timer tager hele arbejdstiden: ingen borger bliver mødt.",
             "Fixed hours take all working hours: no citizen is met."),
    ),
    CrossCheck(
        ("casework.caseload", "casework.case_hours", "casework.fixed_hours", "casework.hours"),
        lambda values: values["casework.fixed_hours"] < values["casework.hours"] <= (
            values["casework.fixed_hours"] + values["casework.caseload"] * values["casework.case_hours"]
        ),
        Text("Papirarbejdet på så mange sager tager hele arbejdstiden: ingen borger bliver mødt.",
             "Paperwork on so many cases takes all working hours: no citizen is met."),
    ),
    CrossCheck(
        ("casework.planned_saves", "casework.file_saves"),
        lambda values: values["casework.planned_saves"] < values["casework.file_saves"],
        Text(
            "Et overleveringsmøde bevarer mindre end sagsakterne alene.",
            "A planned meeting saves less than the file alone."),
    ),
    CrossCheck(
        ("firms.mentor_training", "firms.firm_mentors"),
        lambda values: bool(values["firms.mentor_training"]) and values["firms.firm_mentors"] == 0,
        Text("Der er ingen virksomhedsmentorer at uddanne.", "There are no firm mentors to train."),
    ),
    CrossCheck(
        ("support.mentor_kept_after_hiring", "support.mentor_kept_weeks"),
        lambda values: bool(values["support.mentor_kept_after_hiring"]) and values["support.mentor_kept_weeks"] == 0,
        Text("Mentoren beholdes efter ansættelsen, men i 0 uger.", "The mentor is kept after hiring, but for 0 weeks."),
    ),
    CrossCheck(
        ("firms.mentor_training", "firms.mentor_opens_trained", "firms.mentor_opens"),
        lambda values: bool(values["firms.mentor_training"]) and (
            values["firms.mentor_opens_trained"] < values["firms.mentor_opens"]
        ),
        Text("En uddannet virksomhedsmentor åbner mindre end en uden uddannelse. Sæt firms.mentor_opens_trained til "
             "mindst firms.mentor_opens.",
             "A trained firm mentor opens less than one without training. Let firms.mentor_opens_trained be at least "
             "firms.mentor_opens."),
    ),
    CrossCheck(
        ("employment.least_hours", "employment.small_hours"),
        lambda values: values["employment.least_hours"] > values["employment.small_hours"],
        Text("Den mindste deltid er længere end det, man skal kunne yde for at få den: Nogle ansættes til flere timer, "
             "end de kan. Sæt employment.least_hours til højst employment.small_hours.",
             "The least part-time is longer than what one must be able to give to get it: some are hired for more "
             "hours than they can. Let employment.least_hours be at most employment.small_hours."),
    ),
    CrossCheck(
        _DRIVE,
        lambda values: all(values[key] == 0 for key in _DRIVE),
        Text("Ingen vægt er over 0, så ingen har handlekraft, og ingen søger job. Giv mindst én af dem vægt.",
             "No weight is above 0, so nobody has power to act and nobody applies. Give at least one of them weight."),
    ),
)

SILENCES: tuple[Silence, ...] = (
    Silence(switch="mechanisms.staff_turnover", value=False, keys=(
        "casework.turnover", "casework.strain_turnover", "casework.vacancy",
    )),
    Silence(switch="mechanisms.change_loss", value=False, keys=(
        "casework.handover", "casework.change_loss", "casework.change_loss_split", "casework.contacts_lost",
    )),
    Silence(switch="mechanisms.support_services", value=False, keys=(
        "support.psychologist_places", "support.rehabilitation_places", "support.debt_places",
        "support.addiction_places", "support.one_roof_places", "support.lasting", "support.one_roof_gain",
        "person.service_carries",
    )),
    Silence(switch="mechanisms.personal_mentor", value=False, keys=(
        "support.mentor_places", "support.mentor_kept_after_hiring", "support.mentor_kept_weeks",
        "support.mentor_bridges", "person.mentor_carries",
    )),
    Silence(switch="mechanisms.firm_mentor", value=False, keys=(
        "firms.firm_mentors", "firms.mentor_training", "firms.yes_mentor", "firms.mentor_opens",
        "firms.mentor_opens_trained",
    )),
    Silence(switch="mechanisms.purpose", value=False, keys=(
        "placements.purpose_knowledge", "placements.purpose_alliance", "placements.purpose_wish",
    )),
    Silence(switch="mechanisms.colleagues_speak", value=False, keys=("placements.gate_voice",)),
    Silence(switch="placements.leaving_cuts_benefit", value=False, keys=("placements.fear_keeps",)),
    Silence(switch="firms.mentor_training", value=False, keys=("firms.mentor_opens_trained",)),
    Silence(switch="mechanisms.sanctions", value=False, keys=(
        "casework.sanctions", "casework.sanction_weeks", "casework.sanction_trust",
    )),
    Silence(switch="mechanisms.alliance", value=False, keys=("casework.trust_by_talk",)),
    Silence(switch="mechanisms.belief_action", value=False, keys=("casework.belief_slope",)),
    Silence(switch="mechanisms.guidance", value=False, keys=("casework.plan_pace",)),
    Silence(switch="mechanisms.responses", value=False, keys=("casework.challenge_bar",)),
    Silence(switch="mechanisms.callback", value=False, keys=("employment.callback_shape",)),
    Silence(switch="mechanisms.network_support", value=False, keys=(
        "network.volunteers", "network.knew_before", "network.full_support", "person.network_carries",
    )),
    Silence(switch="mechanisms.good_word", value=False, keys=("network.word_by_skill", "firms.informal_below")),
    Silence(switch="support.mentor_kept_after_hiring", value=False, keys=("support.mentor_kept_weeks",)),
    Silence(switch="casework.sanctions", value=0.0, keys=("casework.sanction_weeks", "casework.sanction_trust")),
    Silence(switch="casework.volume_target", value=0.0, keys=("casework.target_push",)),
    Silence(switch="brokers.brokers", value=0.0, keys=(
        "brokers.broker_cases", "brokers.referral_from_meeting", "brokers.follow_up_weeks",
        "brokers.resource_course_only", "brokers.contact_hours", "brokers.listening", "brokers.drive",
        "brokers.firm_knowledge",
    )),
)
