"""What a behaviour weighs pulls the way its meaning says, with the same luck on both sides."""

from __future__ import annotations

import pytest

from tests.fixtures_model import compare, small_town
from tests.fixtures_observed import reading
from tests.test_processes_directions import BUSY, SIZE, Claim

MENTORS = {"support.mentor_places": 400.0}
CLAIMS = [
    Claim({"casework.trust_by_talk": 2.0}, "trust", "higher"),
    Claim({"casework.strain_dulls": 1.0}, "trust", "lower", {"casework.caseload": 60.0}),
    Claim({"casework.relation_bar": 0.8}, "leaning_opponent", "higher"),
    Claim({"casework.pressing": 0.9}, "load", "higher"),
    Claim({"casework.sanction_trust": 0.6}, "trust", "lower", {"casework.sanctions": 0.6}),
    Claim({"casework.newcomer_pace": 0.1}, "meetings", "lower"),
    Claim({"support.lasting": 0.0}, "load", "higher"),
    Claim({"support.mentor_bridges": 1.0}, "knowledge_after_change", "higher", MENTORS),
    Claim({"person.network_carries": 0.0}, "room", "lower"),
    Claim({"person.trust_self_worth": 0.6}, "self_worth", "higher"),
    Claim({"person.drive_belief": 0.0}, "drive", "lower"),
    Claim({"network.full_support": 3.0}, "net_support", "higher"),
    Claim({"firms.yes_burden": 8.0}, "n_placement_refused", "higher", {"mechanisms.firm_work": False}),
    Claim({"firms.mentor_opens": 0.6}, "placed_fit_in", "higher", {"firms.firm_mentors": 0.8}),
    Claim({"placements.purpose_alliance": 0.0}, "placed_purpose", "lower"),
    Claim({"placements.fear_keeps": 0.0}, "ended_left_by_citizen", "lower", {"placements.break_off": 0.3}),
    Claim({"employment.strain_outside": 2.0}, "strain_at_work", "higher"),
    Claim(
        {"employment.need_shows": 1.0}, "won_own_search", "lower",
        {"employment.offer": 0.3, "employment.applications": 100.0},
    ),
]


@pytest.mark.parametrize("claim", CLAIMS, ids=str)
def test_a_weight_pulls_the_way_it_says(claim: Claim) -> None:
    base = small_town({**BUSY, **claim.given}, **SIZE)
    other = small_town({**BUSY, **claim.given, **claim.change}, **SIZE)
    found = compare(reading(claim.what), base, other)
    assert found.answer == claim.answer, f"{found}"
