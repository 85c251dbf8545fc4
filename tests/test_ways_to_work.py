"""Ways to work by hand: hours that are agreed or asked for, a tie's word for an opening, plans made in talks."""

from __future__ import annotations

import numpy as np
import pytest

from sim.population.columns import Rows
from sim.population.town import Town
from sim.processes import casework, hiring, motivation, network, search
from sim.processes.casework import Proposals
from sim.processes.event_log import EventLog
from sim.processes.now import Now
from sim.vocabulary import Benefit, Cause, Channel, EventKind, Sector, Standing, TieKind
from tests.fixtures_model import Values, small_town, this_week, town_alike


def world(values: Values | None = None) -> tuple[Town, Now]:
    """A town in which no workplace has an opening, and a week of it."""
    scenario = small_town(values, ready=60, course=0)
    town = town_alike(scenario)
    town.firms.openings[:] = 0
    return town, this_week(scenario, 0, EventLog())


def idle(town: Town, many: int) -> Rows:
    c = town.citizens
    return np.flatnonzero((c.standing == Standing.BENEFIT) & (c.post >= 0) & c.present & ~c.waiting_start)[:many]


def hours(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float32)


# --- hours ----------------------------------------------------------------------------------------------------------


def test_hours_are_agreed_from_what_is_possible() -> None:
    agreed = hiring.hours_agreed(this_week(small_town()), hours(4, 10, 24.9, 25, 28, 33, 37))
    assert agreed == pytest.approx([8, 10, 24.9, 30, 30, 33, 37]), "a full post where that is within a fifth"


@pytest.mark.parametrize(
    ("part_time", "able", "asked"),
    [
        (1.0, (4, 20, 24, 37), (8, 24, 28.8, 29)),  # stretched by a fifth, at least 8, never a full post
        (0.0, (4, 20, 24.9, 25, 33, 37), (0, 0, 0, 30, 33, 37)),  # nothing for those who do not reach 30
    ],
    ids=["part-time", "full-time"],
)
def test_an_advertised_post_asks_for_its_hours(
    part_time: float, able: tuple[float, ...], asked: tuple[float, ...],
) -> None:
    town, now = world({"employment.part_time": part_time})
    rows = idle(town, len(able))
    assert hiring.hours_advertised(town, now, rows, hours(*able)) == pytest.approx(asked)


def test_which_post_one_meets_does_not_depend_on_who_else_looks() -> None:
    town, now = world({"employment.part_time": 0.5})
    rows = idle(town, 40)
    able = np.full(40, 30.0, dtype=np.float32)
    met = hiring.hours_advertised(town, now, rows, able)
    assert set(met.tolist()) == {29.0, 30.0}
    assert (hiring.hours_advertised(town, now, rows[::3], able[::3]) == met[::3]).all()


# --- a tie's word ---------------------------------------------------------------------------------------------------


def spoken_for(
    values: Values | None = None, *, many: int = 1, small: bool = True, able: float = 37.0,
) -> tuple[Town, Now, Rows, int]:
    """People whose only tie works at one workplace with one opening, and who lack nothing: the word is always heard."""
    town, now = world(values)
    c, firms, rows = town.citizens, town.firms, idle(town, many)
    friend = int(np.flatnonzero(town.outsiders.firm >= 0)[0])
    firm = int(town.outsiders.firm[friend])
    c.tie_kind[:, rows], c.tie_to[:, rows], c.old_firm[rows] = TieKind.NONE, -1, -1
    c.tie_kind[0, rows], c.tie_to[0, rows], c.net_leads[rows] = TieKind.FRIEND, friend, 1.0
    c.skill[rows] = c.room[rows] = c.drive[rows] = c.health[rows] = 1.0
    c.hours_possible[rows] = able
    firms.openings[firm] = 1
    firms.sector[firm], firms.employees[firm] = (Sector.PRIVATE, 49) if small else (Sector.MUNICIPAL, 10)
    return town, now, rows, firm


def led(rows: Rows, channel: Channel = Channel.NETWORK) -> Proposals:
    return Proposals(rows, np.full(len(rows), int(channel)), np.full(len(rows), 0.8, dtype=np.float32))


def test_a_word_at_a_small_private_workplace_with_an_opening_is_a_job() -> None:
    town, now, rows, firm = spoken_for()
    assert hiring.recommended(town, now, led(rows)).tolist() == [True]
    c = town.citizens
    assert (c.standing[rows[0]], c.firm[rows[0]], c.channel[rows[0]]) == (Standing.FULL_TIME, firm, Channel.NETWORK)
    assert town.firms.openings[firm] == 0
    assert c.fit_in[rows[0]] == pytest.approx(0.2 + 0.2 * c.sociability[rows[0]] + 0.15), "the friend shows one round"
    told = now.log.columns()
    won = told["kind"] == int(EventKind.JOB_WON)
    assert (told["cause"][won].tolist(), told["amount"][won].tolist()) == ([int(Cause.NETWORK_LEAD)], [37.0])


def test_two_never_get_the_same_opening() -> None:
    town, now, rows, firm = spoken_for(many=5)
    assert np.count_nonzero(hiring.recommended(town, now, led(rows))) == 1
    assert np.count_nonzero(town.citizens.firm[rows] == firm) == 1
    assert town.firms.openings[firm] == 0


def test_nobody_is_hired_where_nothing_is_open() -> None:
    town, now, rows, firm = spoken_for()
    town.firms.openings[firm] = 0
    assert not hiring.recommended(town, now, led(rows)).any()


def test_only_a_lead_is_a_word() -> None:
    town, now, rows, _ = spoken_for()
    assert not hiring.recommended(town, now, led(rows, Channel.BROKER)).any()


def test_whoever_has_a_flexjob_granted_is_not_recommended_for_a_post() -> None:
    town, now, rows, _ = spoken_for()
    town.citizens.benefit[rows] = Benefit.FLEXJOB_ALLOWANCE
    assert not hiring.recommended(town, now, led(rows)).any()


def test_off_means_no_word_at_all() -> None:
    town, now, rows, _ = spoken_for({"mechanisms.good_word": False})
    assert not hiring.recommended(town, now, led(rows)).any()


@pytest.mark.parametrize(
    ("worth", "part_time", "able", "hired"),
    [(1.0, 0.0, 37.0, True), (0.0, 0.0, 37.0, False), (1.0, 0.0, 20.0, False), (1.0, 1.0, 20.0, True)],
)
def test_elsewhere_the_word_is_worth_less_and_the_post_asks_for_its_hours(
    worth: float, part_time: float, able: float, *, hired: bool,
) -> None:
    values: Values = {"network.good_word": worth, "employment.part_time": part_time}
    town, now, rows, _ = spoken_for(values, small=False, able=able)
    assert hiring.recommended(town, now, led(rows)).tolist() == [hired]


def test_a_small_workplace_agrees_on_the_hours_instead() -> None:
    town, now, rows, _ = spoken_for({"employment.part_time": 0.0}, able=20.0)
    assert hiring.recommended(town, now, led(rows)).all()
    assert town.citizens.work_hours[rows[0]] == 20.0


@pytest.mark.parametrize(("trial", "share"), [(0.0, 0), (1.0, 1)], ids=["nobody", "everybody"])
def test_some_ask_to_come_and_try(trial: float, share: int) -> None:
    town, now = world({"network.trial": trial})
    rows = idle(town, 20)
    assert np.count_nonzero(network.asks_to_try(town, now, rows)) == 20 * share


# --- plans made in talks --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("effort", "knowledge", "trust", "level"),
    [(1.0, 1.0, 1.0, 1.0), (1.7, 1.0, 1.0, 1.0), (0.8, 0.5, 0.5, 0.8 * 0.65 * 0.7), (0.5, 0.0, 0.0, 0.5 * 0.3 * 0.4)],
)
def test_a_talk_moves_the_plan_toward_effort_knowledge_and_trust(
    effort: float, knowledge: float, trust: float, level: float,
) -> None:
    town, now = world()
    c, rows = town.citizens, idle(town, 2)
    c.guidance[:], c.knowledge[:], c.trust[:] = 0.0, knowledge, trust
    for reached in (0.6, 0.84):
        casework.guide(town, now, rows, np.full(2, effort, dtype=np.float32))
        assert c.guidance[rows] == pytest.approx(reached * level, rel=1e-5)
    assert c.guidance.sum() == pytest.approx(2 * 0.84 * level, rel=1e-5), "nobody else has a plan for it"


def test_without_the_mechanism_no_plan_is_made_and_none_is_missed() -> None:
    town, now = world({"mechanisms.guidance": False})
    c, rows = town.citizens, idle(town, 2)
    casework.guide(town, now, rows, np.ones(2, dtype=np.float32))
    assert not c.guidance.any()
    assert motivation.guided(c, now) == 1


def test_applying_rests_on_the_plan_in_so_far_as_the_setting_says() -> None:
    town, now = world({"casework.guidance": 0.5})
    c = town.citizens
    c.guidance[:3] = [0.0, 0.15, 0.45]
    assert np.asarray(motivation.guided(c, now))[:3] == pytest.approx([0.5, 1.0, 2.0])


def test_a_plan_lapses_with_its_half_life() -> None:
    town, now = world({"casework.guidance_half_life": 4.0})
    c = town.citizens
    c.guidance[:] = 0.8
    for _ in range(2):  # two weeks at a time
        motivation.fade(c, now)
    assert c.guidance == pytest.approx(0.4, rel=1e-4)


def test_where_all_applying_rests_on_a_plan_nobody_applies_without_one() -> None:
    town, now = world({"casework.guidance": 1.0, "employment.applications": 52.0})
    c = town.citizens
    rows = idle(town, 40)
    c.guidance[:] = 0.0
    c.guidance[rows[:20]] = 0.3
    search.seek(town, now)
    assert c.applications[rows[:20]].sum() > 0
    assert c.applications[rows[20:]].sum() == 0
