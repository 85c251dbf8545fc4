"""Inner states, motivation and identity on citizens made by hand; the expected numbers are worked out in comments."""

from __future__ import annotations

import numpy as np
import pytest

from sim.population.columns import NEVER
from sim.population.town import Town
from sim.processes import (
    inner,
    life,
    motivation,
)
from sim.scenario.scenario import Scenario
from sim.vocabulary import (
    Agency,
    Identity,
    Problem,
    Service,
)
from tests.fixtures_model import small_town, this_week, town_alike

PLAIN = small_town()


def town_with(scenario: Scenario = PLAIN) -> Town:
    return town_alike(scenario)


def on(mechanisms: str, *, value: bool) -> Scenario:
    return small_town({f"mechanisms.{mechanisms}": value})


def test_problems_ease_by_half_of_what_is_above_their_floor() -> None:
    scenario = small_town({"life.ease_half_life": 4.0, "life.jobless_harm": 0.0})
    c = town_with().citizens
    c.problem[Problem.MENTAL, 0], c.problem_floor[Problem.MENTAL, 0] = 0.5, 0.1
    seen = []
    for week in range(0, 8, life.MONTH):
        life.ease(c, this_week(scenario, week))
        seen.append(float(c.problem[Problem.MENTAL, 0]))
    assert seen == pytest.approx([0.3, 0.2], abs=1e-6)


def test_what_fed_a_motivation_or_a_leaning_fades_by_half_in_its_half_life() -> None:
    scenario = small_town({"person.motivation_half_life": 6.0, "person.identity_half_life": 12.0})
    c = town_with().citizens
    c.orientation[:] = 0.8  # 0.4 above rest
    c.leaning[:] = 0.0  # 0.2 below rest
    for week in range(0, 12, motivation.FORTNIGHT):
        motivation.fade(c, this_week(scenario, week))
    assert c.orientation[:, 0].tolist() == pytest.approx([0.5] * 5, abs=1e-6)
    assert c.leaning[:, 0].tolist() == pytest.approx([0.1] * 3, abs=1e-6)


def test_health_load_and_room_by_hand() -> None:
    person = PLAIN.settings_at(0).person
    assert (person.coping_reach, person.support_reach, person.load_steepness) == (1.75, 0.75, 6.0)
    c = town_with().citizens
    c.problem[Problem.MENTAL, 0], c.problem[Problem.PAIN, 0], c.problem[Problem.DEBT, 0] = 0.4, 0.2, 0.3
    c.coping[0], c.trust[0], c.net_support[0], c.net_help[0] = 0.4, 0.5, 0.5, 0.25
    c.service[:] = Service.NONE
    c.mentor_until[:] = NEVER
    inner.weigh_load(c, this_week(PLAIN))
    assert c.health[0] == pytest.approx(1 - 0.5 * 0.4 - 0.4 * 0.2)  # 0.72
    assert c.load[0] == pytest.approx(0.9)
    # usable support 0.4 x (0.5 + 0.25) + 0.2 x 0.5 = 0.4; carried 0.4 x 1.75 + 0.4 x 0.75 = 1.0; x = 0.1 x 6 = 0.6
    assert c.room[0] == pytest.approx(0.5 + 0.6 / (2 * 1.6), abs=1e-6)
    c.service[0], c.mentor_until[0] = Service.PSYCHOLOGIST, 5
    inner.weigh_load(c, this_week(PLAIN))
    # + 0.25 + 0.35: support is full at 1.0; carried 0.7 + 0.75 = 1.45; x = 0.55 x 6 = 3.3
    assert c.room[0] == pytest.approx(0.5 + 3.3 / (2 * 4.3), abs=1e-6)


def test_overload_is_counted_week_by_week_and_ends_with_some_margin() -> None:
    c = town_with().citizens
    c.coping[0], c.trust[0] = 0.4, 0.0  # carries 0.7
    counted = []
    for load in (0.72, 0.72, 0.69, 0.66, 0.69, 0.72):  # above; above; within 5 %; under; within, but not begun; above
        c.problem[:, 0] = 0.0
        c.problem[Problem.DEBT, 0] = load
        inner.weigh_load(c, this_week(PLAIN))
        counted.append(int(c.overload_weeks[0]))
    assert counted == [1, 2, 2, 0, 0, 1]


def test_agency_follows_power_to_act() -> None:
    c = town_with().citizens
    c.orientation[:] = 0.4
    c.leaning[:] = 0.2
    for row, level in enumerate((0.9, 0.5, 0.2, 0.2)):
        for name in ("belief", "self_worth", "direction", "coping"):
            getattr(c, name)[row] = level
    c.room[:4] = [0.75, 0.75, 0.75, 0.0]
    c.overload_weeks[:4] = [0, 0, 0, 4]
    motivation.act(c, this_week(PLAIN))
    # at 0.9: (0.86 x 0.9 + 0.14 x 0.4) x (0.55 + 0.6 x 0.75) = 0.83; at 0.5: 0.486; at 0.2: 0.228;
    # without any room: 0.228 x 0.55
    assert c.drive[:4].tolist() == pytest.approx([0.83, 0.486, 0.228, 0.1254], abs=1e-6)
    assert [Agency(a) for a in c.agency[:4]] == [Agency.ACTIVE, Agency.PASSIVE, Agency.INACTIVE, Agency.PARALYSED]


def test_orientations_matter_for_the_power_to_act_only_when_motivation_is_on() -> None:
    for switch, matters in ((True, True), (False, False)):
        c = town_with().citizens
        c.leaning[:] = 0.2
        c.orientation[:] = 0.4
        c.orientation[:, 1] = 0.9
        motivation.act(c, this_week(on("motivation", value=switch)))
        assert (c.drive[1] > c.drive[0]) == matters


def test_the_strongest_leaning_is_the_identity() -> None:
    c = town_with().citizens
    c.leaning[:, :3] = np.array([[0.5, 0.2, 0.2], [0.3, 0.4, 0.3], [0.1, 0.3, 0.6]])
    motivation.identify(c)
    assert [Identity(i) for i in c.identity[:3]] == [Identity.CO_CREATOR, Identity.CLIENT, Identity.OPPONENT]


@pytest.mark.parametrize(
    ("state", "change", "direction"),
    [
        ("self_worth", {"trust": 1.0}, 1),
        ("self_worth", {"net_support": 1.0}, 1),
        ("self_worth", {"room": 0.0}, -1),
        ("self_worth", {"rejections": 20.0}, -1),
        ("self_worth", {"support_weeks": 900}, -1),
        ("belief", {"support_weeks": 900}, -1),
        ("belief", {"health": 0.2}, -1),
        ("belief", {"self_worth": 0.9}, 1),
        ("direction", {"knowledge": 1.0}, 1),
        ("direction", {"momentum": 0.5}, 1),
        ("direction", {"room": 0.0}, -1),
        ("coping", {"net_help": 1.0}, 1),
        ("coping", {"room": 0.0}, -1),
    ],
)
def test_inner_states_drift_toward_what_carries_them(state: str, change: dict[str, float], direction: int) -> None:
    town = town_with()
    c = town.citizens
    for name, value in change.items():
        getattr(c, name)[1] = value
    for column in (c.self_worth_base, c.belief_base, c.coping_base):
        column[:] = 0.5
    c.support_weeks[2:] = c.support_weeks[0] = 0
    if "support_weeks" not in change:
        c.support_weeks[:] = 0
    c.orientation[:] = 0.4
    everyone, nobody = np.ones(c.rows, dtype=np.bool_), np.zeros(c.rows, dtype=np.bool_)
    start = getattr(c, state).copy()
    inner.drift(town, this_week(PLAIN), everyone, nobody)
    moved = getattr(c, state) - start
    assert np.sign(moved[1] - moved[0]) == direction


def test_work_lifts_self_worth_and_belief() -> None:
    town = town_with()
    c = town.citizens
    c.self_worth_base[:] = c.belief_base[:] = c.coping_base[:] = 0.5
    c.orientation[:] = 0.4
    c.support_weeks[:] = 0
    working = np.arange(c.rows) == 1
    inner.drift(town, this_week(PLAIN), ~working, working)
    for name in ("self_worth", "belief", "direction", "coping"):
        assert getattr(c, name)[1] > getattr(c, name)[0], name
