"""Every mechanism and the main levers pull the way they are meant to, with the same luck on both sides.

Each claim is judged on paired differences over seeds (99 % interval); more seeds are played while the answer is open.
Inconclusive is not a pass: then the claim is wrong, or too weak to be made for so small a town.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from sim.scenario.settings import Settings
from tests.fixtures_model import Answer, compare, small_town, verdict
from tests.fixtures_observed import reading

SIZE = {"ready": 90, "course": 30, "weeks": 40, "burn_in_weeks": 20}
BUSY = {
    "casework.caseload": 20.0,
    "casework.turnover": 0.5,
    "life.flares": 2.5,
    "rehabilitation.team_cases": 12.0,
    "rehabilitation.documents_weeks": 6.0,
    "brokers.brokers": 10.0,
}
"""A town where enough happens in 40 weeks: several caseworkers, more illness, a team that keeps up."""
STEADY = {"casework.turnover": 0.0, "casework.reassignment": 0.0, "casework.strain_turnover": 0.0}
PLANS = {
    "employment.applications": 200.0, "employment.offer": 0.0, "firms.cycle": 3.0, "activation.promised_grant": 1.0,
}
"""Many plans of one's own, and workplaces with openings."""
OFF = False


@dataclass(frozen=True)
class Claim:
    """With ``change`` on top of the town (and ``given``), ``what`` is higher or lower than without."""

    change: dict[str, Any]
    what: str
    answer: Answer
    given: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        said = ",".join(f"{key.split('.')[1]}={value}" for key, value in self.change.items())
        return f"{said}:{self.what}-{self.answer}"


def off(mechanism: str, what: str, answer: Answer, given: dict[str, Any] | None = None) -> Claim:
    return Claim({f"mechanisms.{mechanism}": OFF}, what, answer, given or {})


MECHANISMS = [
    off("life_events", "load", "lower"),
    off("erosion", "self_worth", "higher"),
    off("erosion", "belief", "higher"),
    off("staff_turnover", "n_caseworker_changed", "lower"),
    off("change_loss", "trust_after_change", "higher"),
    off("change_loss", "trust", "higher"),
    off("change_loss", "knowledge_after_change", "higher"),
    off("anxious_harm", "mental_of_the_anxious", "lower"),
    off("caseworker_differences", "spread_between_posts", "lower", STEADY),
    off("alliance", "trust", "lower"),
    off("belief_transfer", "belief_gap", "higher"),
    off("belief_action", "favour", "lower", {**STEADY, "casework.belief_to_action": 1.0, "placements.effort": 0.3}),
    # Where talks are poor, meetings are control; where they are good, the same mechanism softens.
    off("resistance", "leaning_opponent", "lower", {"casework.listening": 0.05}),
    off("demand_harm", "turn_overwhelming_demand", "lower", {"casework.order": "work_first", "life.flares": 5.0}),
    off("support_services", "load", "higher"),
    off("support_services", "coping", "lower"),
    off("personal_mentor", "coping", "lower"),
    off("network_support", "self_worth", "lower"),
    off("network_support", "room", "lower"),
    off("network_leads", "turn_network_link", "lower"),
    off("network_leads", "best_match", "lower"),
    off("network_change", "colleagues", "lower"),
    off("purpose", "placed_direction", "lower"),
    off("prospect", "turn_pointless_placement", "lower"),
    off("prospect", "placed_direction", "lower"),
    off("accommodations", "per_placement_broken", "higher"),
    off("accommodations", "strain_at_work", "higher"),
    off("match_process", "placed_fit_in", "lower"),
    off("match_process", "best_match", "lower"),
    off("firm_differences", "capacity_spread", "lower"),
    off("firm_capacity", "refused_no_place_found", "lower"),
    off("firm_mentor", "strain_at_work", "higher"),
    off("firm_mentor", "placed_fit_in", "lower"),
    off("task_creep", "paid_task_load", "lower"),
    off("callback", "won_own_search", "higher"),
    off("identity", "meetings", "higher"),
    off("motivation", "drive", "lower"),
    off("turning_points", "usual_change", "lower"),
    off("sanctions", "trust", "higher"),
    off("sanctions", "problem_debt", "lower"),
    off("momentum", "direction", "lower"),
    off(
        "endurance",
        "ended_left_by_firm",
        "higher",
        {"placements.length": 4.0, "placements.extensions": 0.0, "placements.break_off": 0.3},
    ),
    off("attendance", "attendance_when_forced", "higher"),
    off("mental_doubt", "competence_where_mental", "lower"),
    off("reception", "placed_fit_in", "lower", {"placements.reception": 20.0}),
    off("churn", "capacity", "higher"),
    off("colleagues_speak", "turn_recognising_workplace", "lower"),
    off("pressure", "capacity", "higher", {"firms.pressure": 0.8}),
    off("erosion_of_needs", "work_accommodated", "higher"),
    off("disclosure", "work_accommodated", "lower"),
    Claim({"mechanisms.tipping": True}, "placed_fit_in", "lower", {"firms.on_special_terms": 1.0}),
    off("firm_work", "meetings", "higher", {"casework.outreach_hours": 4.0, "casework.caseload": 60.0}),
    off("promises", "won_upskilled", "lower", PLANS),
    off("responses", "direction", "lower"),
    off("voice", "leaning_opponent", "lower", {"placements.wish_respected": 0.0}),
    off("old_workplace", "n_placement_proposed", "lower", {"network.old_workplace": 5.0}),
    off("good_word", "won_network_lead", "lower", {"network.leads": 2.0}),
    off("recall", "won_recalled", "lower"),
    off("guidance", "won_own_search", "higher", {"casework.caseload": 300.0}),
]

LEVERS = [
    Claim({"casework.knowledge_pace": 0.01}, "guidance", "lower"),
    Claim({"casework.caseload": 60.0}, "meetings", "lower"),
    Claim({"casework.caseload": 60.0}, "trust", "lower"),
    Claim({"casework.caseload": 60.0}, "caseworker_strain", "higher"),
    Claim({"casework.handover": "planned"}, "trust_after_change", "higher"),
    Claim({"casework.handover": "planned"}, "knowledge_after_change", "higher"),
    Claim({"casework.handover": "planned"}, "mental_of_the_anxious", "lower"),
    Claim({"casework.handover": "none"}, "knowledge_after_change", "lower"),
    Claim({"casework.listening": 0.8}, "trust", "higher"),
    Claim({"casework.listening": 0.8}, "leaning_opponent", "lower"),
    Claim({"casework.training": 0.3}, "trust", "higher"),
    Claim({"casework.authority_strain": 0.0}, "trust", "higher"),
    Claim({"casework.vacancy": 30.0}, "weeks_since_met", "higher"),
    Claim({"casework.keep_across_benefits": True}, "changed_benefit_change", "lower"),
    Claim({"casework.order": "work_first"}, "turn_overwhelming_demand", "higher"),
    Claim({"casework.sanctions": 0.6}, "trust", "lower"),
    Claim({"casework.sanctions": 0.6}, "self_worth", "lower"),
    Claim({"support.mentor_places": 200.0}, "coping", "higher"),
    Claim({"support.psychologist_places": 300.0}, "problem_mental", "lower"),
    Claim({"support.debt_places": 300.0}, "problem_debt", "lower"),
    Claim({"support.one_roof_places": 100.0}, "load", "lower"),
    Claim(
        {"support.mentor_kept_after_hiring": True},
        "turn_personal_mentor_lost",
        "lower",
        {"support.mentor_places": 400.0, "employment.offer": 0.05},
    ),
    Claim(
        {"support.mentor_kept_after_hiring": True},
        "mentor_in_job",
        "higher",
        {"support.mentor_places": 400.0, "employment.offer": 0.05},
    ),
    Claim({"rehabilitation.team_cases": 1.0}, "team_queue", "higher"),
    Claim({"rehabilitation.expert_at_meeting": True}, "momentum", "higher"),
    Claim({"placements.momentum_half_life": 60.0}, "momentum", "higher"),
    Claim({"brokers.brokers": 0.0}, "best_match", "lower"),
    Claim({"brokers.follow_up_weeks": 0.0}, "mentor_in_job", "lower"),
    Claim({"activation.for_all": True}, "share_activation", "higher"),
    Claim({"activation.for_all": True}, "leaning_client", "higher"),
    Claim({"activation.upskilling": 0.3}, "skill", "higher"),
    Claim({"placements.prospect_required": True}, "ended_no_opening", "lower"),
    Claim({"placements.prospect_required": True}, "per_placement_no_opening", "lower"),
    Claim({"placements.purpose_required": True}, "placed_purpose", "higher"),
    Claim({"placements.purpose_required": True}, "direction", "higher"),
    Claim({"placements.wish_respected": 1.0}, "wished", "higher"),
    Claim({"placements.approval_weeks": 10.0}, "weeks_waiting", "higher"),
    # What it costs in hours is a mechanism of its own, and works the other way.
    Claim({"placements.door": "back"}, "n_placement_refused", "lower", {"mechanisms.firm_work": OFF}),
    Claim({"placements.length": 4.0}, "placed_fit_to", "lower"),
    Claim({"placements.extensions": 0.0}, "n_placement_extended", "lower"),
    Claim({"placements.deadline": True}, "n_placement_extended", "lower"),
    Claim({"placements.leaving_cuts_benefit": False}, "ended_left_by_citizen", "higher"),
    Claim({"placements.hire_bar": 0.2}, "per_placement_hired", "higher"),
    Claim({"placements.task_creep": 0.03}, "turn_task_overload", "higher"),
    Claim({"placements.task_creep": 0.03}, "paid_strain", "higher"),
    Claim({"network.volunteers": 300.0}, "net_support", "higher"),
    Claim({"network.volunteers": 300.0}, "self_worth", "higher"),
    Claim({"network.thinning": 0.5}, "ties", "lower"),
    Claim({"network.leads": 2.0}, "turn_network_link", "higher"),
    Claim({"firms.wear": 0.8}, "capacity", "lower"),
    Claim({"firms.wear": 0.8}, "refused_no_place_found", "higher"),
    Claim({"firms.gain": 0.0}, "capacity", "lower"),
    Claim({"firms.firm_mentors": 0.8}, "per_placement_broken", "lower"),
    Claim({"firms.mentor_training": True}, "placed_fit_in", "higher", {"firms.firm_mentors": 0.8}),
    Claim({"firms.on_special_terms": 1.0}, "refused_no_place_found", "higher"),
    Claim({"firms.places_per_employee": 0.02}, "municipal", "lower"),
    Claim({"firms.cycle": 2.0}, "share_in_ordinary_work", "higher"),
    Claim({"firms.union_approval": 0.0}, "municipal", "lower"),
    Claim({"firms.closures": 0.5}, "turn_firm_closure", "higher"),
    Claim({"employment.callback_floor": 0.1}, "won_own_search", "lower"),
    Claim({"employment.early_loss": 0.1}, "share_in_work", "lower"),
    Claim({"employment.follow_up_help": 1.0}, "strain_at_work", "lower"),
    Claim({"person.duration_source": "drift"}, "self_worth", "lower"),
    Claim({"life.crises": 0.4}, "room", "lower"),
]


@pytest.mark.parametrize("claim", [*MECHANISMS, *LEVERS], ids=str)
def test_it_pulls_the_way_it_is_meant_to(claim: Claim) -> None:
    base = small_town({**BUSY, **claim.given}, **SIZE)
    other = small_town({**BUSY, **claim.given, **claim.change}, **SIZE)
    found = compare(reading(claim.what), base, other)
    assert found.answer == claim.answer, f"{found}"


def test_the_municipal_share_sends_more_to_municipal_sites() -> None:
    none, all_of_them = (small_town({**BUSY, "placements.municipal_share": share}, **SIZE) for share in (0.0, 1.0))
    found = compare(reading("municipal_by_jobcentre"), none, all_of_them)
    assert found.answer == "higher"
    assert found.mean > 0.3, "a share that goes from none to all moves a third at least"


def test_every_mechanism_has_a_claim() -> None:
    claimed = {key for claim in MECHANISMS for key in claim.change}
    assert claimed == {f"mechanisms.{name}" for name in type(Settings().mechanisms).model_fields}


# --- the judge ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("differences", "answer"),
    [
        ([1.0, 1.1, 0.9, 1.2], "higher"),
        ([-1.0, -1.1, -0.9, -1.2], "lower"),
        ([1.0, -1.0, 1.0, -1.0], "inconclusive"),
        ([0.0, 0.0, 0.0], "inconclusive"),
        ([1.0], "inconclusive"),
        ([], "inconclusive"),
        ([1.0, float("nan"), 1.0], "inconclusive"),
        ([2.0, 2.0, 2.0], "higher"),
    ],
)
def test_the_verdict_is_open_unless_the_interval_leaves_nothing_out(differences: list[float], answer: str) -> None:
    assert verdict(differences).answer == answer


def test_the_verdict_is_rarely_wrong_about_nothing() -> None:
    luck = np.random.default_rng(1)
    answers = [verdict(luck.normal(size=8)).answer for _ in range(2000)]
    wrong = sum(answer != "inconclusive" for answer in answers)
    assert wrong < 2000 * 0.01 * 2
