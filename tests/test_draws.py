"""Luck is a pure function of its key, even, and as if independent from key to key."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from sim.draws import WeekDraws, luck_of, mix
from sim.vocabulary import Decision

PEOPLE = 40_000
LUCK = luck_of(int(Decision.ENTRY), np.arange(PEOPLE), 7)
WEEK = WeekDraws(12)
UNLIKELY = 1e-4
"""Chance level under which evenness or independence is given up; keys are fixed, so a pass stays a pass."""
weeks = st.integers(-400, 5000)
decisions = st.sampled_from(list(Decision))
parts = st.integers(0, 255)


def even(u: npt.NDArray[np.floating], bins: int = 64) -> float:
    """The chance of counts as uneven as these, if the numbers are uniform in [0, 1)."""
    counts = np.bincount((u * bins).astype(np.int64), minlength=bins)
    return float(stats.chisquare(counts).pvalue)


def apart(a: npt.NDArray[np.floating], b: npt.NDArray[np.floating], bins: int = 8) -> float:
    """The chance of a table as far from independence as that of ``a`` and ``b``, if they are independent."""
    cells = (a * bins).astype(np.int64) * bins + (b * bins).astype(np.int64)
    table = np.bincount(cells, minlength=bins * bins).reshape(bins, bins)
    return float(stats.chi2_contingency(table).pvalue)


def test_scrambling_is_the_published_splitmix64() -> None:
    # The first outputs of SplitMix64 from state 1234567, as listed with the reference implementation.
    state, golden = 1234567, 0x9E3779B97F4A7C15
    seen = [mix(state + step * golden) for step in range(3)]
    assert seen == [6457827717110365317, 3203168211198807973, 9817491932198370423]


@given(weeks, decisions, parts, st.lists(st.integers(0, 2**40), min_size=1, max_size=20), st.integers(0, 10**6))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_a_draw_depends_on_its_key_and_on_nothing_else(
    week: int, decision: Decision, part: int, who: list[int], seed: int
) -> None:
    luck = luck_of(1, np.array(who), seed)
    kept = luck.copy()
    together = WeekDraws(week).uniform(decision, luck, part)
    asked_before = WeekDraws(week)
    asked_before.bell(Decision.JUMP, luck)
    asked_before.two(decision, luck, part)
    again = asked_before.uniform(decision, luck[::-1].copy(), part)[::-1]
    alone = np.concatenate([WeekDraws(week).uniform(decision, luck[k : k + 1], part) for k in range(len(luck))])
    assert together.tobytes() == again.tobytes() == alone.tobytes()
    assert (luck == kept).all(), "the draw wrote on the keys"


@given(weeks, decisions, st.integers(1, 24), st.integers(1, 9), st.integers(0, 10**6))
@settings(derandomize=True, max_examples=40, deadline=None)
def test_a_block_is_the_uniform_draws_of_its_parts(
    week: int, decision: Decision, count: int, people: int, seed: int
) -> None:
    luck = luck_of(3, np.arange(people), seed)
    block = WeekDraws(week).block(decision, luck, count)
    each = np.stack([WeekDraws(week).uniform(decision, luck, part) for part in range(count)])
    assert block.dtype == np.float32
    assert block.tobytes() == each.tobytes()


def test_draws_lie_in_the_half_open_unit_interval() -> None:
    a, b = WEEK.two(Decision.LIFE, LUCK)
    for u in (
        WEEK.uniform(Decision.LIFE, LUCK),
        a,
        b,
        WEEK.pair(Decision.LIFE, LUCK, LUCK[::-1].copy()),
        WEEK.lottery(Decision.LIFE, LUCK),
    ):
        assert u.min() >= 0
        assert u.max() < 1
    u = WEEK.uniform(Decision.LIFE, LUCK)
    assert not (u < 0.0).any()
    assert (u < np.float32(1.0)).all()


@pytest.mark.parametrize("decision", [Decision.LIFE, Decision.ENTRY, Decision.OUTSIDER], ids=lambda d: d.key)
@pytest.mark.parametrize("week", [-312, 0, 259])
def test_draws_are_even(decision: Decision, week: int) -> None:
    draws = WeekDraws(week)
    assert even(draws.uniform(decision, LUCK)) > UNLIKELY
    assert even(draws.lottery(decision, LUCK, 3)) > UNLIKELY
    for half in draws.two(decision, LUCK, 5):
        assert even(half) > UNLIKELY
        # the low bits too: a draw times a large count must not cluster
        assert even((half.astype(np.float64) * 4096) % 1.0) > UNLIKELY


def test_one_person_over_the_weeks_is_even_and_without_memory() -> None:
    life = np.array([WeekDraws(week).uniform(Decision.LIFE, LUCK[:40]) for week in range(1500)])
    for person in range(40):
        assert even(life[:, person], 16) > UNLIKELY / 40
        assert abs(np.corrcoef(life[:-1, person], life[1:, person])[0, 1]) < 4.5 / np.sqrt(1500)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ((12, Decision.LIFE, 0), (13, Decision.LIFE, 0)),
        ((12, Decision.LIFE, 0), (12, Decision.LIFE_SIZE, 0)),
        ((12, Decision.LIFE, 0), (12, Decision.LIFE, 1)),
        ((12, Decision.LIFE, 0), (12, Decision.LIFE, 255)),
        ((12, Decision.LIFE, 1), (12, Decision.LIFE_SIZE, 0)),
        ((-1, Decision.LIFE, 0), (0, Decision.LIFE, 0)),
        ((12, Decision.ENTRY, 0), (12, Decision.TIES, 0)),
    ],
    ids=str,
)
def test_weeks_decisions_and_parts_are_independent(
    left: tuple[int, Decision, int], right: tuple[int, Decision, int]
) -> None:
    a, b = (WeekDraws(week).uniform(decision, LUCK, part) for week, decision, part in (left, right))
    assert apart(a, b) > UNLIKELY
    assert abs(np.corrcoef(a, b)[0, 1]) < 4.5 / np.sqrt(PEOPLE)


def test_people_seeds_and_kinds_are_independent() -> None:
    u = WEEK.uniform(Decision.LIFE, LUCK)
    assert apart(u[:-1], u[1:]) > UNLIKELY, "neighbours by number"
    other_seed = WEEK.uniform(Decision.LIFE, luck_of(int(Decision.ENTRY), np.arange(PEOPLE), 8))
    assert apart(u, other_seed) > UNLIKELY
    other_kind = WEEK.uniform(Decision.LIFE, luck_of(int(Decision.FIRM), np.arange(PEOPLE), 7))
    assert apart(u, other_kind) > UNLIKELY


def test_the_two_numbers_of_one_scramble_are_independent() -> None:
    a, b = WEEK.two(Decision.SEEK, LUCK)
    assert apart(a, b, 16) > UNLIKELY
    assert (a == WEEK.uniform(Decision.SEEK, LUCK)).all()


def test_a_pair_is_keyed_by_both_and_by_their_order() -> None:
    left, right = LUCK[:20_000], luck_of(int(Decision.FIRM), np.arange(20_000), 7)
    u = WEEK.pair(Decision.FIRM_ANSWER, left, right)
    assert even(u) > UNLIKELY
    assert apart(u, WEEK.pair(Decision.FIRM_ANSWER, left, np.roll(right, 1))) > UNLIKELY
    assert apart(u, WEEK.pair(Decision.FIRM_ANSWER, np.roll(left, 1), right)) > UNLIKELY
    assert apart(u, WEEK.pair(Decision.FIRM_ANSWER, right, left)) > UNLIKELY


def test_lottery_numbers_do_not_tie() -> None:
    lot = WEEK.lottery(Decision.MEETING_LOTTERY, luck_of(5, np.arange(500_000), 1))
    assert len(np.unique(lot)) == len(lot)


def test_identities_do_not_collide() -> None:
    numbers = np.arange(100_000)
    kinds = (int(Decision.ENTRY), int(Decision.POST), int(Decision.FIRM), int(Decision.OUTSIDER), 0)
    luck = np.concatenate([luck_of(kind, numbers, seed) for kind in kinds for seed in (1, 2)])
    assert len(np.unique(luck)) == len(luck)


def test_the_bell_has_mean_0_spread_1_and_ends() -> None:
    z = WEEK.bell(Decision.MEETING_ACT, LUCK)
    assert abs(z.mean()) < 4.5 / np.sqrt(PEOPLE)
    assert abs(z.std() - 1) < 0.02
    assert np.abs(z).max() <= 2 * np.sqrt(3.0) + 1e-6
    within_one = float((np.abs(z) < 1).mean())
    assert 0.64 < within_one < 0.70, "a normal curve has 0.683 within one deviation"


@given(st.integers(1, 10_000_000), weeks)
@settings(derandomize=True, max_examples=50, deadline=None)
def test_whole_numbers_stay_below_their_count(count: int, week: int) -> None:
    k = WeekDraws(week).whole(Decision.FIRM_CHOICE, LUCK[:500], count)
    assert k.min() >= 0
    assert k.max() < count


def test_whole_numbers_are_even() -> None:
    k = WEEK.whole(Decision.FIRM_CHOICE, LUCK, 7)
    assert stats.chisquare(np.bincount(k, minlength=7)).pvalue > UNLIKELY
