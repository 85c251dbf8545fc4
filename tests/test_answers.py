"""Who is listened to: answers chosen by need, wishes brushed aside, first contacts, talks held at workplaces."""

from __future__ import annotations

import numpy as np
import pytest

from sim.population.town import Town
from sim.processes import matching, outreach, voice
from sim.processes.casework import Proposals
from sim.processes.responses import respond
from sim.vocabulary import Channel, Identity, Response, Standing
from tests.fixtures_model import small_town, this_week, town_alike

MANY = small_town(ready=300)


def answers(town: Town, chosen: float, listens: float = 0.9) -> np.ndarray:
    """What one caseworker, with the same luck each time, answers everybody in town."""
    rows = np.flatnonzero(town.citizens.present)
    now = this_week(small_town({"casework.answers_chosen": chosen}, ready=300))
    return np.asarray(respond(town, now, rows, np.zeros(len(rows), np.int64), np.full(len(rows), np.float32(listens))))


def with_states(trust: float, self_worth: float) -> Town:
    town = town_alike(MANY)
    town.citizens.trust[:], town.citizens.self_worth[:] = trust, self_worth
    return town


def times(found: np.ndarray, response: Response) -> int:
    return int(np.count_nonzero(found == response))


def test_who_listens_challenges_those_who_can_bear_it_and_supports_those_who_lack_worth() -> None:
    trusting, doubting = with_states(0.85, 0.6), with_states(0.05, 0.6)
    assert times(answers(trusting, 1.0), Response.CHALLENGING) > 2 * times(answers(doubting, 1.0), Response.CHALLENGING)
    low, high = with_states(0.35, 0.3), with_states(0.35, 0.9)
    assert times(answers(low, 1.0), Response.SUPPORTING) > 1.5 * times(answers(high, 1.0), Response.SUPPORTING)


def test_who_does_not_listen_or_is_not_let_choose_answers_by_habit() -> None:
    trusting, doubting = with_states(0.85, 0.3), with_states(0.05, 0.9)
    for chosen, listens in ((1.0, 0.0), (0.0, 0.9)):
        assert answers(trusting, chosen, listens).tolist() == answers(doubting, chosen, listens).tolist()


def test_a_middling_citizen_is_answered_as_by_habit() -> None:
    usual = with_states(0.35, 0.6)
    assert answers(usual, 1.0).tolist() == answers(usual, 0.0).tolist()


@pytest.mark.parametrize(("share", "moved"), [(0.4, 0.25 * 0.4 * 0.5), (0.0, 0.0)])
def test_a_talk_brushes_a_wish_aside_or_takes_back_what_was_not_heard(share: float, moved: float) -> None:
    scenario = small_town({"casework.brushed_aside": share})
    town = town_alike(scenario)
    c, rows = town.citizens, np.arange(4)
    c.refused_voice[rows], c.direction[rows], c.standing[rows] = 0.2, [0.5, 0.5, 0.5, 0.0], Standing.BENEFIT
    before = c.leaning[Identity.OPPONENT].copy()
    voice.talk(town, this_week(scenario), rows, np.array([0.0, 0.44, 0.88, 0.0], dtype=np.float32))
    # 0.25 of a refusal x share x direction 0.5; nothing for a usual talk, nor for someone without a direction
    assert c.refused_voice[rows] == pytest.approx([0.2 + moved, 0.2, 0.2 - moved, 0.2], abs=1e-6)
    assert (c.leaning[Identity.OPPONENT, 0] > before[0]) == (share > 0)
    assert c.leaning[Identity.OPPONENT, 2] == before[2]


def test_a_course_without_meaning_brushes_a_wish_aside() -> None:
    scenario = small_town({"casework.brushed_aside": 0.4})
    town = town_alike(scenario)
    c, rows = town.citizens, np.arange(3)
    c.refused_voice[rows], c.direction[rows], c.standing[rows] = 0.0, 1.0, Standing.ACTIVATION
    c.standing_since[rows], c.offer_meaning[rows] = [7, 7, 3], [0.0, 1.0, 0.0]
    voice.talk(town, this_week(scenario, 7), rows, np.full(3, 0.44, dtype=np.float32))
    assert c.refused_voice[rows] == pytest.approx([0.1, 0.0, 0.0], abs=1e-6)


@pytest.mark.parametrize(("channel", "weight", "alike"), [
    (Channel.OWN, 3.0, False), (Channel.OWN, 0.0, True), (Channel.JOBCENTRE, 3.0, True), (Channel.BROKER, 3.0, True),
])
def test_a_first_contact_made_for_you_spares_the_reticent(channel: Channel, weight: float, alike: bool) -> None:  # noqa: FBT001  # a row of the table
    scenario = small_town({"placements.own_contact": weight}, ready=300)
    town = town_alike(scenario)
    c, rows = town.citizens, np.arange(300)
    firm = np.zeros(300, dtype=np.int64)
    town.firms.sector[:] = 0
    wanted = Proposals(rows, np.full(300, int(channel)), np.full(300, 0.5, dtype=np.float32))
    said = []
    for ease in (0.1, 0.9):
        c.sociability[:] = ease
        said.append(int(matching.firm_says_yes(town, this_week(scenario), wanted, firm).sum()))
    assert (said[0] == said[1]) == alike
    assert said[0] <= said[1]


def test_a_talk_with_someone_placed_takes_hours_of_the_way() -> None:
    scenario = small_town({"casework.visit_hours": 0.5})
    town = town_alike(scenario)
    c, rows = town.citizens, np.arange(4)
    c.at_work[rows], c.firm[rows] = [True, True, False, True], [0, 0, 0, -1]
    outreach.visit(town, this_week(scenario), rows, np.zeros(4, dtype=np.int64))
    assert town.posts.extra_hours[0] == pytest.approx(2 * 0.5)
