"""Replays: one more citizen in a town, futures side by side, scores by hand, and the page."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from sim.cases.case import START, Case, Codings, Period
from sim.cases.reading import find_case
from sim.population.fields import CITIZENS
from sim.population.town import on_support
from sim.studies.replay import ARMS, COUNTER, OTHER, SHUFFLED, TOLD, WITHOUT, Futures, Replay, one_life, replay
from sim.studies.replay_score import beside, in_work_difference, score, sign_flips
from sim.studies.replay_town import lived_in, town_of, with_person
from sim.views.life import life_of
from sim.views.replay_page import page_of, replay_html, verdict_of
from sim.views.replayed import Agreement, Baseline, CounterCase, Mark, Replayed
from sim.vocabulary import Phase, Problem

FOLDER = Path(__file__).parents[1] / "cases"
SEEDS, BURN_IN = (1, 2, 3), 12


def case_of(name: str) -> Case:
    return find_case(name, FOLDER)


@lru_cache(maxsize=1)
def dennis() -> Replay:
    """A short case in three futures and all arms."""
    return replay(case_of("dennis"), SEEDS, ARMS, (case_of("per"), case_of("erik")), BURN_IN)


# --- the person in the town ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["maria", "aisha"])
def test_the_person_is_who_the_case_tells_and_nobody_else_is_another(name: str) -> None:
    case = case_of(name)
    state = lived_in(case, SEEDS, BURN_IN)
    joined, rows = with_person(case, town_of(case, BURN_IN), state)
    before, after = state.town.citizens, joined.town.citizens
    theirs = after.arrays()
    for column, array in before.arrays().items():
        assert (theirs[column][..., : before.rows] == array).all(), column
    for field in CITIZENS:
        if field.name in case.person and field.column and field.row is None:
            value = case.person[field.name]
            wanted = field.words.index(str(value)) if field.words else value
            assert np.allclose(getattr(after, field.column)[rows].astype(float), wanted), field.name
        elif field.name in case.person and field.row is not None:
            assert np.allclose(after.problem[field.row, rows], case.person[field.name])
    around = case.surroundings
    assert (after.ties[rows] == around.family + around.friends + around.former_colleagues).all()
    assert (after.post[rows] >= 0).all()
    assert on_support(after)[rows].all()


def test_what_is_not_told_is_drawn_anew_in_each_future() -> None:
    case = case_of("morten")
    joined, rows = with_person(case, town_of(case, BURN_IN), lived_in(case, SEEDS, BURN_IN))
    assert len(set(joined.town.citizens.belief[rows].tolist())) == len(SEEDS)


def test_a_heavy_start_is_read_as_derailment_and_a_light_one_is_not() -> None:
    case = case_of("maria")
    light = replace(case, person={**case.person, **{f"problem_{name}": 0.0 for name in
                                                    ("debt", "housing", "mental", "family", "pain")}, "coping": 0.8})
    phases = {}
    for name, one in (("heavy", case), ("light", light)):
        joined, rows = with_person(one, town_of(one, BURN_IN), lived_in(one, SEEDS, BURN_IN))
        phases[name] = joined.town.citizens.phase[rows]
    assert (phases["heavy"] == Phase.DERAILMENT).all()
    assert (phases["light"] != Phase.DERAILMENT).all()


# --- futures ---------------------------------------------------------------------------------------------------------


def test_a_future_is_the_same_alone_and_among_others() -> None:
    for place, seed in enumerate(SEEDS):
        for arm in (TOLD, COUNTER):
            tables, number = one_life(case_of("dennis"), seed, arm, BURN_IN)
            codes = np.full(dennis().case.weeks, int(Phase.OUTSIDE), dtype=np.uint8)
            for stay in life_of(tables, number, seed).phases:
                codes[stay.start : stay.end] = stay.code
            assert (codes == dennis().arms[arm].phases[place]).all(), (arm, seed)


def test_nothing_differs_before_the_first_event() -> None:
    told, without = dennis().arms[TOLD], dennis().arms[WITHOUT]
    for place, weeks in enumerate(told.weeks_of_events):
        first = min(week for name, week in weeks.items() if name != START)
        assert first > 0
        assert (told.phases[place, :first] == without.phases[place, :first]).all()
    assert not (told.phases == without.phases).all()


def test_the_counter_case_is_the_same_until_it_differs() -> None:
    told, counter = dennis().arms[TOLD], dennis().arms[COUNTER]
    for place, weeks in enumerate(told.weeks_of_events):
        assert (told.phases[place, : weeks["broker"] + 10] == counter.phases[place, : weeks["broker"] + 10]).all()


def test_orders_are_counted_by_arm() -> None:
    arms = dennis().arms
    assert arms[TOLD].orders == 2 * len(SEEDS)
    assert arms[WITHOUT].orders == arms[WITHOUT].found == 0
    assert arms[SHUFFLED].orders == arms[TOLD].orders
    assert arms[OTHER].orders == len(case_of("per").events) * 2 + len(case_of("erik").events)
    assert all(0 <= futures.found <= futures.orders for futures in arms.values())


def test_shares_add_up_and_the_most_typical_future_is_one_of_them() -> None:
    told = dennis().arms[TOLD]
    assert np.allclose(told.shares().sum(axis=1), 1.0)
    assert told.most_typical() in range(len(SEEDS))
    alike = Futures(np.array([[0, 0], [1, 1], [1, 1]], dtype=np.uint8), (), 0, 0)
    assert alike.most_typical() == 1


# --- scores ----------------------------------------------------------------------------------------------------------


def by_hand() -> Replay:
    """Two futures of four weeks, with one event that comes in week 2 and in week 1."""
    coding = (Period(Phase.DERAILMENT, START), Period(Phase.PROGRESSION, "turn"))
    case = replace(
        case_of("dennis"), weeks=4, codings=Codings(coding, coding),
        events=(replace(case_of("dennis").events[0], id="turn", first=1, last=2),),
    )
    weeks = ({START: 0, "turn": 2}, {START: 0, "turn": 1})
    told = Futures(np.array([[3, 3, 0, 0], [3, 0, 0, 1]], dtype=np.uint8), weeks, 2, 1)
    flat = Futures(np.array([[1, 1, 1, 1], [3, 1, 1, 4]], dtype=np.uint8), weeks, 2, 2)
    return Replay(case, (1, 2), {TOLD: told, SHUFFLED: flat, COUNTER: flat})


def test_a_score_by_hand() -> None:
    scored = score(by_hand())
    assert scored.told == pytest.approx((1.0 + 0.75) / 2)
    assert scored.against[SHUFFLED].baseline == pytest.approx((0.0 + 0.25) / 2)
    assert scored.against[SHUFFLED].difference == pytest.approx(0.75)
    assert (scored.kappa, scored.agreement) == (pytest.approx(1.0), 1.0)
    assert scored.constant == pytest.approx(0.5)
    assert scored.acted == 0.5
    assert scored.in_work == {TOLD: 0.0, COUNTER: 0.5}
    assert in_work_difference(by_hand())[0] == pytest.approx(-0.5)


def test_sign_flips_tell_a_lead_from_none() -> None:
    ahead, mixed = np.full(12, 0.2), np.array([0.2, -0.2] * 6)
    assert sign_flips(ahead) < 0.01
    assert sign_flips(-ahead) > 0.99
    assert 0.3 < sign_flips(mixed) < 0.75
    assert beside(mixed, np.zeros(12)).low < 0 < beside(mixed, np.zeros(12)).high


# --- the page --------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def shown() -> Replayed:
    """A replay as a page gets it, made from a short one."""
    found = dennis()
    tables, number = one_life(found.case, 1, TOLD, BURN_IN)
    told = found.arms[TOLD].shares()
    strip = np.zeros(found.case.weeks, dtype=np.uint8)
    lead = Baseline(0.3, 0.1, 0.05, 0.15, 0.0004)
    return Replayed(
        name="dennis", source="S0", title=found.case.title, story=found.case.story, questions=found.case.questions,
        weeks=found.case.weeks, futures=3, script=(Mark(4, 14, found.case.events[0].words, "S0 L256-282"),),
        milestones=(Mark(30, 30, found.case.milestones[0].words, "S0 L866-887"),), strips=(strip, strip), shares=told,
        in_work=0.25, life=life_of(tables, number, 1),
        agreement=Agreement(0.4, 0.3, 0.5, 0.5, {"without": lead, "shuffled": lead, "other": lead}, 0.9, 0.8, 0.7),
        counter=CounterCase(found.case.counter.words, told, 0.5, -0.25, -0.6, 0.1), facts=found.case.sources,
        version="0",
    )


def test_the_page_stands_alone_in_both_languages() -> None:
    html = replay_html(shown())
    assert html == replay_html(shown())
    assert "http://" not in html.replace("http://www.w3.org", "")
    assert "https://" not in html
    assert 'lang="da"' in html
    assert 'lang="en"' in html
    for words in (shown().title, *shown().questions):
        assert words.da in html
        assert words.en in html


def test_the_page_says_what_was_measured() -> None:
    page = page_of(shown(), "en")
    assert page.scores[0].share == "40 %"
    assert page.scores[1].p == "< 0.001"
    assert page.scores[1].ahead == "+10 (+5\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}+15)"
    assert "25 % of the futures end in work as told, 50 % in the counter-case" in page.counter[1]
    assert [source for source, _ in page.facts][-1] == "Our guess"


@pytest.mark.parametrize(
    ("shuffled_p", "other_p", "verdict"),
    [(0.01, 0.01, "better"), (0.2, 0.01, "order"), (0.01, 0.2, "sequence"), (0.2, 0.2, "miss")],
)
def test_a_miss_is_called_a_miss(shuffled_p: float, other_p: float, verdict: str) -> None:
    lead = Baseline(0.3, 0.1, 0.0, 0.2, 0.5)
    found = {"shuffled": replace(lead, p=shuffled_p), "other": replace(lead, p=other_p)}
    assert verdict_of(replace(shown(), agreement=replace(shown().agreement, baselines=found))) == verdict
    behind = {name: replace(one, difference=-0.1) for name, one in found.items()}
    assert verdict_of(replace(shown(), agreement=replace(shown().agreement, baselines=behind))) == "miss"


def test_the_command_tells_and_writes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    from sim.doors.cli import answer

    monkeypatch.chdir(FOLDER.parent)
    asked = ["replay", "dennis", "--futures", "2", "--counter", "--out", str(tmp_path), "--lang", "da"]
    assert answer(asked, "da") == 0
    told = capsys.readouterr().out
    assert "Dennis: det match, alle var sikrest på" in told
    assert "Samme begivenheder, anden rækkefølge" in told
    assert (tmp_path / "dennis.html").is_file()
    assert answer(["replay", "denis"], "en") == 2
    assert "Did you mean dennis?" in capsys.readouterr().err



def test_problems_told_of_are_there_to_stay() -> None:
    case = case_of("maria")
    joined, rows = with_person(case, town_of(case, BURN_IN), lived_in(case, SEEDS, BURN_IN))
    c = joined.town.citizens
    for problem in Problem:
        told = case.person.get(f"problem_{problem.key}")
        if told is not None:
            assert (c.problem_floor[problem, rows] >= 0.6 * float(told) - 1e-6).all()
            assert (c.problem_floor[problem, rows] <= c.problem[problem, rows] + 1e-6).all()
